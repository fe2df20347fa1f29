"""Writing the append-only change log (`design.md` §2, `reliability.md` §3.2).

Numbers are taken inside the writer's BEGIN IMMEDIATE, so they are gapless even while the command line writes too.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from shadow_app.domain.change import ALL_FIELDS, Change, Heads
from shadow_app.domain.record import Record
from shadow_app.domain.team import is_leads
from shadow_app.storage.permission import sealed
from shadow_app.storage.prepared import Prepared, insertion
from shadow_app.storage.seals import Signer
from shadow_app.storage.tables import change, fact

_COUNTER_BITS = 16
_JITTER = 4096
"""Two laptops with one copied store and one wrong clock would otherwise write the same id for different things."""

SEEN = "clock.seen"
"""The fact that holds the latest tick (16 hex digits) that somebody else's change showed us; see `absorb`."""

_NEWEST_NUMBER = Prepared(
    select(func.max(change.c.seq)).where(change.c.scope == bindparam("scope"), change.c.device == bindparam("device"))
)
NEWEST_CID = Prepared(select(func.max(change.c.cid)).where(change.c.device == bindparam("device")))
"""The largest change id that a device has given out, as far as the log knows."""
_FACT = Prepared(select(fact.c.value).where(fact.c.name == bindparam("name")))


def wall_clock_ms() -> int:
    """Milliseconds since 1970, as this machine believes."""
    return time.time_ns() // 1_000_000


class ChangeLog:
    """One transaction's view of the log: hands out ids and numbers, and appends."""

    def __init__(
        self,
        connection: Connection,
        *,
        device: str,
        author: str,
        action: UUID,
        label: str,
        signer: Signer,
        undoes: UUID | None = None,
        clock: Callable[[], int] = wall_clock_ms,
    ) -> None:
        self.connection = connection
        self.device = device
        self.author = author
        self.action = action
        self.label = label
        self.signer = signer
        self.undoes = undoes
        self._clock = clock
        self._last_tick = self._newest_tick() + secrets.randbelow(_JITTER)
        self._numbers: dict[UUID, int] = {}
        self.last: tuple[int, str] | None = None
        """Row and id of the newest change."""

    def append(self, record: Record, data: dict[str, object], replaces: Heads) -> str:
        """Write one change and return its id.

        Args:
            record: the record as it is now.
            data: the written fields as JSON values.
            replaces: the heads that each of these fields had.

        Raises:
            Refused: only a lead may write this, and this device is none's.
        """
        return self._write(record, data, replaces, "put")

    def erase(self, record: Record) -> str:
        """Write that a record's content is gone for good and return the change's id.

        Raises:
            Refused: this device is no lead's.
        """
        return self._write(record, {}, {}, "erase")

    def _write(self, record: Record, data: dict[str, object], replaces: Heads, op: Literal["put", "erase"]) -> str:
        cid = self._next_cid()
        entry = Change(
            scope=record.scope,
            device=self.device,
            seq=self._next_number(record.scope),
            cid=cid,
            op=op,
            kind=record.kind_name,
            record_id=record.id,
            data=data,
            replaces=replaces,
            author=self.author,
            action=self.action,
            label=self.label,
            undoes=self.undoes,
        )
        if is_leads(op, entry.kind, data):
            entry = sealed(self.connection, entry, self.signer)
        self.last = (int(insertion(change).run(self.connection, vars(entry)).lastrowid), cid)
        return cid

    def _next_number(self, scope: UUID) -> int:
        if scope not in self._numbers:
            asked = {"scope": scope, "device": self.device}
            self._numbers[scope] = _NEWEST_NUMBER.run(self.connection, asked).fetchone()[0] or 0
        self._numbers[scope] += 1
        return self._numbers[scope]

    def _next_cid(self) -> str:
        """Ascending whatever the wall clock does: a clock set back only lets the counter run on."""
        self._last_tick = max(self._last_tick + 1, self._clock() << _COUNTER_BITS)
        return f"{self._last_tick:016x}{self.device}"

    def _newest_tick(self) -> int:
        (newest,) = NEWEST_CID.run(self.connection, {"device": self.device}).fetchone()
        seen = _FACT.run(self.connection, {"name": SEEN}).fetchone()
        return max(int(newest[:16], 16) if newest else 0, int(seen[0], 16) if seen else 0)


def heads_of(heads: Heads, field: str) -> list[str]:
    """The changes whose value for `field` nobody has replaced yet."""
    return heads.get(field, heads.get(ALL_FIELDS, []))
