"""What one side has and the other lacks, told from how far each stream runs on either side (`reliability.md` §3.4).

Ends alone would not do: a copied laptop uses numbers twice, and both must meet, also where what follows is alike. So
what both sides have of a stream is compared by a hash over its change ids. Where a stream has gaps, is known to be
forked, or its hashes differ, the ids are compared one by one.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from shadow_app.domain.record import TEAM
from shadow_app.storage.hub.link import Hub
from shadow_app.storage.prepared import Prepared
from shadow_app.storage.tables import change
from shadow_app.storage.vectors import Stream


class End(NamedTuple):
    """The last number of a stream, the change there, and how many changes there are."""

    seq: int
    cid: str
    many: int


class Stretch(NamedTuple):
    """Some changes of a stream: those after one number, up to and with another."""

    scope: UUID
    device: str
    after: int
    until: int


@dataclass(frozen=True)
class Difference:
    """What is to be fetched, and what is to be told."""

    lacking_here: list[Stretch] = field(default_factory=list)
    lacking_there: list[Stretch] = field(default_factory=list)
    alike: str = ""
    """Stands for the ends of all streams on both sides, if what both have is the same; to be handed over next time."""


_HUB_ENDS = """
    SELECT scope, device, max(seq), substr(max((lpad(CAST(seq AS text), 19, '0') || cid) COLLATE "C"), 20), count(*)
    FROM shadow.change GROUP BY scope, device
"""
_WANTED = "unnest(%s::uuid[], %s::text[], %s::bigint[]) AS w(scope, device, seq)"
_HUB_HASHES = f"""
    SELECT c.scope, c.device, encode(sha256(convert_to(string_agg(c.cid, '' ORDER BY c.seq), 'UTF8')), 'hex')
    FROM {_WANTED} JOIN shadow.change c ON c.scope = w.scope AND c.device = w.device AND c.seq <= w.seq
    GROUP BY c.scope, c.device
"""
_CIDS = Prepared(
    select(change.c.cid)
    .where(
        change.c.scope == bindparam("scope", type_=change.c.scope.type),
        change.c.device == bindparam("device"),
        change.c.seq <= bindparam("until"),
    )
    .order_by(change.c.seq)
)
_HUB_ALL = "SELECT seq, cid FROM shadow.change WHERE scope = %s AND device = %s"


def difference(hub: Hub, connection: Connection, alike: str = "") -> Difference:
    """Compare the hub, as far as this login sees it, with the log here.

    Args:
        hub: to be asked.
        connection: of a reader of the log here.
        alike: what the last comparison said. As long as no end has moved on either side, nothing is hashed again.
    """
    return _Comparison(hub, connection, alike).run()


def pieces(stretches: Iterable[Stretch], size: int) -> Iterator[list[Stretch]]:
    """Stretches in groups of no more than `size` changes; a long one is cut. None of them runs over a gap."""
    group: list[Stretch] = []
    room = size
    for scope, device, after, until in stretches:
        while after < until:
            stop = min(until, after + room)
            group.append(Stretch(scope, device, after, stop))
            room -= stop - after
            after = stop
            if room == 0:
                yield group
                group, room = [], size
    if group:
        yield group


class _Comparison:
    def __init__(self, hub: Hub, connection: Connection, alike: str) -> None:
        self.hub = hub
        self.alike = alike
        self.connection = connection
        self.there = {(UUID(str(row[0])), row[1]): End(*row[2:]) for row in hub.rows(_HUB_ENDS)}
        # SQLite gives the other columns of the row that holds the largest number.
        ends = select(change.c.scope, change.c.device, func.max(change.c.seq), change.c.cid, func.count())
        rows = connection.execute(ends.group_by(change.c.scope, change.c.device))
        self.here = {(row[0], row[1]): End(*row[2:]) for row in rows}
        self.found = Difference()

    def _ends(self) -> str:
        told = [
            [(str(scope), device, *end) for (scope, device), end in side.items()] for side in (self.here, self.there)
        ]
        return hashlib.sha256(repr(list(map(sorted, told))).encode()).hexdigest()

    def run(self) -> Difference:
        odd = self._forked() | {
            stream for side in (self.here, self.there) for stream, end in side.items() if end.seq != end.many
        }
        both = (self.here.keys() & self.there.keys()) - odd
        ends = self._ends()
        parted = self._parted(both) if ends != self.alike else set()
        odd |= parted
        # The team's records first: on them everything else stands.
        for stream in sorted(self.here.keys() | self.there.keys(), key=lambda each: (each[0] != TEAM, each)):
            if stream in odd:
                self._one_by_one(stream)
            else:
                self._by_ends(stream)
        return self.found if parted else replace(self.found, alike=ends)

    def _by_ends(self, stream: Stream) -> None:
        here, there = (side[stream].seq if stream in side else 0 for side in (self.here, self.there))
        if there > here:
            self.found.lacking_here.append(Stretch(*stream, here, there))
        elif here > there:
            self.found.lacking_there.append(Stretch(*stream, there, here))

    def _forked(self) -> set[Stream]:
        """Streams of which something was set apart here: its id still ends with who wrote it."""
        wrote = func.substr(change.c.cid, 17)
        rows = self.connection.execute(select(change.c.scope, wrote).where(change.c.device != wrote).distinct())
        return {(row[0], row[1]) for row in rows}

    def _parted(self, streams: Iterable[Stream]) -> set[Stream]:
        """Streams in which the two sides mean different changes by numbers that both have."""
        common = {stream: min(self.here[stream].seq, self.there[stream].seq) for stream in streams}
        if not common:
            return set()
        asked = [(str(scope), device, seq) for (scope, device), seq in common.items()]
        rows = self.hub.rows(_HUB_HASHES, *map(list, zip(*asked, strict=True)))
        there = {(UUID(str(row[0])), row[1]): row[2] for row in rows}
        return {stream for stream, seq in common.items() if there.get(stream) != self._hash_here(stream, seq)}

    def _hash_here(self, stream: Stream, until: int) -> str:
        rows = _CIDS.run(self.connection, {"scope": stream[0], "device": stream[1], "until": until})
        return hashlib.sha256("".join(cid for (cid,) in rows).encode()).hexdigest()

    def _one_by_one(self, stream: Stream) -> None:
        scope, device = stream
        there = [(row[0], row[1]) for row in self.hub.rows(_HUB_ALL, str(scope), device)]
        rows: Any = self.connection.execute(
            select(change.c.seq, change.c.cid, change.c.device).where(
                change.c.scope == scope, (change.c.device == device) | (func.substr(change.c.cid, 17) == device)
            )
        ).all()
        known_here, known_there = {row.cid for row in rows}, {cid for _, cid in there}
        self.found.lacking_here.extend(_runs(stream, (seq for seq, cid in there if cid not in known_here)))
        own = (row for row in rows if row.cid not in known_there)
        numbers: dict[str, list[int]] = defaultdict(list)
        for row in own:
            # What was set apart here has a number of its own, under which it may be told.
            numbers[row.device].append(row.seq)
        self.found.lacking_there.extend(_runs(stream, numbers[device]))


def _runs(stream: Stream, numbers: Iterable[int]) -> Iterator[Stretch]:
    """Numbers as stretches without gaps."""
    start = last = None
    for number in sorted(set(numbers)):
        if last is None or number != last + 1:
            if start is not None and last is not None:
                yield Stretch(*stream, start - 1, last)
            start = number
        last = number
    if start is not None and last is not None:
        yield Stretch(*stream, start - 1, last)
