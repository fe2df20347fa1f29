"""Taking in other people's changes: the union of change sets, then the tables settled from it (`reliability.md` §3).

Whatever the order, the repetition or the clocks, the same set of changes gives the same tables. Nothing that was
written is lost: a change that cannot be taken as it came is kept in `refused` with the reason, and the rest goes on.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import Change
from shadow_app.domain.record import LAST_YEAR, TEAM
from shadow_app.domain.team import STATEMENTS
from shadow_app.storage.change_log import NEWEST_CID, SEEN, wall_clock_ms
from shadow_app.storage.doubts import doubt, doubted
from shadow_app.storage.erasing import OWNERS, Touched, all_erased, contents_of, drop_unused, husk, owner_of, spread
from shadow_app.storage.fsck import note_shape
from shadow_app.storage.host_keys import without_names
from shadow_app.storage.prepared import insertion
from shadow_app.storage.refusal_words import (
    BEYOND_YEAR,
    ERASES_ALL,
    ID_USED,
    NUMBER_TWICE,
    OTHER_UNDER_ID,
    SEALED_TWICE,
    told,
)
from shadow_app.storage.restating import effective, restate
from shadow_app.storage.seals import is_sound
from shadow_app.storage.settle import Tell, chunks, settle
from shadow_app.storage.tables import change, doubtful, fact, refused
from shadow_app.storage.trust import Erasure
from shadow_app.storage.vectors import Stream
from shadow_app.storage.versions import checked, is_unproven, says_otherwise, weight

FOLLOWED_MS = 24 * 60 * 60 * 1000
"""A clock further ahead than this is not followed, and its owner is told."""

_LAST_MS = int(datetime(LAST_YEAR + 1, 1, 1, tzinfo=timezone.utc).timestamp() * 1000)


@dataclass
class Absorbed:
    """What came of it. `touched` names every record (kind, id) that was settled."""

    fresh: int = 0
    known: int = 0
    refused: list[str] = field(default_factory=list)
    forked: set[str] = field(default_factory=set)
    """Devices that used a number twice: a laptop was copied or put back from a backup."""
    fast_clocks: set[str] = field(default_factory=set)
    own_numbers: bool = False
    """Somebody knows changes of this very device that it does not know itself: it was put back or copied."""
    erased: bool = False
    """Something that was here, or came, is gone for good."""
    touched: set[tuple[str, UUID]] = field(default_factory=set)


def absorb(connection: Connection, changes: Iterable[Change], *, own_device: str, sender: str) -> Absorbed:
    """Take changes into the log and settle what they touch. The caller commits, or rolls back to have only looked.

    Args:
        connection: of the writer, in its transaction.
        changes: checked by their model; in any order, with gaps and repetitions.
        own_device: whose numbers this store gives out.
        sender: the device that handed them over, to be named beside what is refused.
    """
    absorption = Absorption(connection, own_device, sender)
    absorption.take(list(changes))
    return absorption.finish()


def refuse(connection: Connection, payload: str, reason: str, *, sender: str, of: Change | None = None) -> None:
    """Keep what could not be taken, once, with the reason."""
    row = {
        "sha256": hashlib.sha256(payload.encode("utf-8", "surrogatepass")).hexdigest(),
        "at": datetime.now(timezone.utc),
        "device": sender,
        "reason": reason,
        "scope": None if of is None else of.scope,
        "record_id": None if of is None else of.record_id,
        "payload": payload,
    }
    connection.execute(upsert(refused).on_conflict_do_nothing(), row)


def set_apart(forked: Change, *more: str) -> Change:
    """The other change under a number that is taken, under a number of its own: the same on every laptop.

    `more`: what tells it from the one that has the number, if its id does not.
    """
    place = "|".join((str(forked.scope), forked.device, str(forked.seq), forked.cid, *more))
    return forked.model_copy(update={"device": hashlib.sha256(place.encode()).hexdigest()[:16], "seq": 1})


class Absorption:
    """Changes taken into the log piece by piece, and settled once all are there: memory holds one piece at a time."""

    def __init__(self, connection: Connection, own_device: str, sender: str) -> None:
        self.connection = connection
        self.own_device = own_device
        self.sender = sender
        self.result = Absorbed()
        self.erased = all_erased(connection)
        self.newly_erased: set[UUID] = set()
        self.doubted = doubted(connection)
        self.mended: list[Change] = []
        self._contents: set[str] = set()
        self._editions: set[UUID] = set()

    def take(self, changes: list[Change]) -> None:
        """Take one piece into the log."""
        fresh = [checked(each) for each in self._sound(self._new_ones(without_names(changes)))]
        self._contents |= self._hear(fresh)
        self._erase_first(fresh)
        self._follow_clocks(fresh)
        self._append([husk(each) if self._is_erased(each) else each for each in fresh if not _says_who_may(each)])
        if self.newly_erased:
            emptied, contents = spread(self.connection, self.newly_erased)
            self.result.erased = True
            self.result.touched |= emptied
            self._contents |= contents
            self.newly_erased = set()
        unproven = {each.record_id for each in (*fresh, *self.mended) if is_unproven(each)}
        if unproven:
            doubt(self.connection, unproven)
            self.doubted = doubted(self.connection)
        self._editions |= {each.record_id for each in fresh if each.kind == "edition" and "withdrawn_at" in each.data}
        self.result.touched |= {(each.kind, each.record_id) for each in fresh}
        self.result.fresh += len(fresh)
        mended = {each.cid for each in self.mended}
        self.result.own_numbers |= any(each.device == self.own_device and each.cid not in mended for each in fresh)

    def touch(self, records: Touched, contents: set[str]) -> None:
        """Settle these as well, and let go of what nothing is made of any more."""
        self.result.touched |= records
        self._contents |= contents

    def finish(self, tell: Tell | None = None) -> Absorbed:
        """Settle all that was touched; `tell` as `settle` has it."""
        settle(self.connection, self.result.touched, tell)
        # What withdrawn reports were made of goes here as well (`design.md` §5).
        drop_unused(self.connection, self._contents | contents_of(self.connection, self._editions))
        if self.result.fresh:
            note_shape(self.connection)
        return self.result

    def _new_ones(self, changes: list[Change]) -> list[Change]:
        """What the log does not hold yet, forks under numbers of their own."""
        fresh: dict[tuple[UUID, str, int], Change] = {}
        forks: list[tuple[Change, Change, str]] = []
        came = changes
        while came:
            have = self._held(came)
            apart = []
            for each in sorted(came, key=_place):
                place = each.scope, each.device, each.seq
                kept = fresh.get(place) or have[place[:2]].get(each.seq)
                if kept is None:
                    fresh[place] = each
                elif kept.cid != each.cid:
                    apart.append((each, set_apart(each), NUMBER_TWICE))
                elif says_otherwise(each, kept):
                    apart.append((each, set_apart(each, each.seal), SEALED_TWICE))
                elif (better := self._known(each, kept)) is not None:
                    fresh[place] = better
            forks += apart
            came = [moved for _, moved, _ in apart]
        for each, moved, why in forks:
            if fresh.get((moved.scope, moved.device, moved.seq)) is moved:
                self._name_fork(each, moved, why)
        return list(fresh.values())

    def _held(self, changes: list[Change]) -> dict[Stream, dict[int, Any]]:
        numbers: dict[Stream, list[int]] = defaultdict(list)
        for each in changes:
            numbers[each.scope, each.device].append(each.seq)
        names = ("row", "seq", "cid", "op", "kind", "record_id", "data", "replaces", "seal")
        columns = [change.c[name] for name in names]
        found: dict[Stream, dict[int, Any]] = {}
        for (scope, device), wanted in numbers.items():
            rows = self.connection.execute(
                select(*columns).where(
                    change.c.scope == scope,
                    change.c.device == device,
                    change.c.seq.between(min(wanted), max(wanted)),
                )
            )
            found[scope, device] = {row.seq: row for row in rows}
        return found

    def _known(self, came: Change, kept: Any) -> Change | None:
        """A change that is held already, or came just before: what came, if it is the real thing and that is not."""
        self.result.known += 1
        if isinstance(kept, Change):
            if weight(checked(came)) > weight(checked(kept)):
                return came
        elif self._is_wanted(kept, came) and weight(came := checked(came)) > weight(kept):
            # Taken out of the log, it goes in again like any other.
            self.connection.execute(delete(change).where(change.c.row == kept.row))
            self.connection.execute(delete(doubtful).where(doubtful.c.row == kept.row))
            self.mended.append(came)
            self.result.touched.add((kept.kind, kept.record_id))
            return came
        told = (came.record_id, came.data, came.replaces)
        if "erase" not in (came.op, kept.op) and told != (kept.record_id, kept.data, kept.replaces):
            self._refuse(came, OTHER_UNDER_ID.format(device=came.device))
        return None

    def _is_wanted(self, kept: Any, came: Change) -> bool:
        """Whether the log would rather have something else; an erasure its seal, though another one covers it."""
        without_seal = came.op == "erase" == kept.op and not kept.seal
        return kept.row in self.doubted or (
            without_seal and bool(came.seal) and is_sound(came) and not self._is_here_apart(came)
        )

    def _is_here_apart(self, came: Change) -> bool:
        """Whether it was set apart from what had its number, of which a husk may be left."""
        apart = set_apart(came, came.seal)
        place = select(change.c.row).where(change.c.scope == apart.scope, change.c.device == apart.device)
        return self.connection.scalar(place) is not None

    def _name_fork(self, came: Change, moved: Change, why: str) -> None:
        if why == NUMBER_TWICE:
            self.result.forked.add(came.device)
            self.result.own_numbers |= came.device == self.own_device
        refuse(
            self.connection,
            came.model_dump_json(exclude={"data", "replaces", "label"}),
            why.format(device=came.device, number=came.seq, sender=self.sender, moved=moved.device),
            sender=self.sender,
            of=came,
        )

    def _sound(self, fresh: list[Change]) -> list[Change]:
        """Those that can go into the log at all."""
        taken: set[tuple[str, str]] = set()
        for device in {each.device for each in fresh}:
            (newest,) = NEWEST_CID.run(self.connection, {"device": device}).fetchone()
            # Ids ascend, so of what comes in its turn none has been used yet.
            for some in chunks([each.cid for each in fresh if each.device == device and each.cid <= (newest or "")]):
                cids = select(change.c.cid).where(change.c.device == device, change.c.cid.in_(some))
                taken.update((device, cid) for cid in self.connection.scalars(cids))
        sound = []
        for each in fresh:
            if each.op == "erase" and each.record_id == TEAM:
                self._refuse(each, ERASES_ALL)
            elif int(each.cid[:12], 16) >= _LAST_MS:
                self._refuse(each, BEYOND_YEAR.format(year=LAST_YEAR))
            elif (each.device, each.cid) in taken:
                self._refuse(each, ID_USED.format(device=each.device))
            else:
                taken.add((each.device, each.cid))
                sound.append(each)
        return sound

    def _refuse(self, came: Change, reason: str) -> None:
        self.result.refused.append(told(reason))
        if came.record_id not in self.erased and came.scope not in self.erased:
            refuse(self.connection, came.model_dump_json(), reason, sender=self.sender, of=came)

    def _hear(self, fresh: list[Change]) -> set[str]:
        """Take in first who may do what: everything else is judged by it."""
        said = [each for each in fresh if _says_who_may(each)]
        if not said:
            return set()
        self._append(said)
        touched, contents = restate(self.connection)
        self.result.erased |= all_erased(self.connection) != self.erased
        self.result.touched |= touched
        self.erased = all_erased(self.connection)
        return contents

    def _erase_first(self, fresh: list[Change]) -> None:
        """Know what is erased before anything of it is written, owners before what they own."""
        sealed = [Erasure(each.record_id, each.cid, each.seal) for each in fresh if each.op == "erase" and each.seal]
        if sealed:
            self.newly_erased |= effective(self.connection, sealed)
        self.erased |= self.newly_erased
        grown = bool(self.erased)
        while grown:
            theirs = {each.record_id for each in fresh if self._is_erased(each)}
            grown = not theirs <= self.erased
            self.newly_erased |= theirs - self.erased
            self.erased |= theirs

    def _is_erased(self, each: Change) -> bool:
        if not self.erased:
            return False
        if each.record_id in self.erased or each.scope in self.erased:
            return True
        return any(owner_of(each.data, name) in self.erased for name in OWNERS.get(each.kind, ()))

    def _follow_clocks(self, fresh: list[Change]) -> None:
        newest = wall_clock_ms() + FOLLOWED_MS
        followed = [each.cid[:16] for each in fresh if int(each.cid[:12], 16) <= newest]
        self.result.fast_clocks |= {each.device for each in fresh if int(each.cid[:12], 16) > newest}
        if not followed:
            return
        seen = self.connection.scalar(select(fact.c.value).where(fact.c.name == SEEN)) or ""
        row = {"name": SEEN, "value": max(seen, *followed)}
        self.connection.execute(upsert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)

    def _append(self, changes: list[Change]) -> None:
        insertion(change).run_many(self.connection, map(vars, changes))


def _place(each: Change) -> tuple[int, str, int, str, bool]:
    """Where it belongs; of a change and its husk the change first."""
    return each.scope.int, each.device, each.seq, each.cid, each.op == "erase"


def _says_who_may(each: Change) -> bool:
    return bool(each.seal) and each.op == "put" and each.kind in STATEMENTS
