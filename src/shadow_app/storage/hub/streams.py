"""What one side has and the other lacks, told from how far each stream runs on either side (`reliability.md` §3.4).

An end carries the id of its change, not its number alone: a copied laptop uses numbers twice, and both must meet. Where
a stream has gaps, is known to be forked, or two ends differ, its change ids are compared one by one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, func, select

from shadow_app.domain.record import TEAM
from shadow_app.storage.hub.link import Hub
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


_HUB_ENDS = """
    SELECT scope, device, max(seq), substr(max((lpad(CAST(seq AS text), 19, '0') || cid) COLLATE "C"), 20), count(*)
    FROM shadow.change GROUP BY scope, device
"""
_WANTED = "unnest(%s::uuid[], %s::text[], %s::bigint[]) AS w(scope, device, seq)"
_HUB_AT = f"""
    SELECT c.scope, c.device, c.cid FROM {_WANTED}
    JOIN shadow.change c ON c.scope = w.scope AND c.device = w.device AND c.seq = w.seq
"""
_HUB_ALL = "SELECT seq, cid FROM shadow.change WHERE scope = %s AND device = %s"


def difference(hub: Hub, connection: Connection) -> Difference:
    """Compare the hub, as far as this login sees it, with the log here."""
    return _Comparison(hub, connection).run()


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
    def __init__(self, hub: Hub, connection: Connection) -> None:
        self.hub = hub
        self.connection = connection
        self.there = {(UUID(str(row[0])), row[1]): End(*row[2:]) for row in hub.rows(_HUB_ENDS)}
        # SQLite gives the other columns of the row that holds the largest number.
        ends = select(change.c.scope, change.c.device, func.max(change.c.seq), change.c.cid, func.count())
        rows = connection.execute(ends.group_by(change.c.scope, change.c.device))
        self.here = {(row[0], row[1]): End(*row[2:]) for row in rows}
        self.found = Difference()

    def run(self) -> Difference:
        odd = self._forked() | {
            stream for side in (self.here, self.there) for stream, end in side.items() if end.seq != end.many
        }
        both = (self.here.keys() & self.there.keys()) - odd
        odd |= self._parted(both)
        # The team's records first: on them everything else stands.
        for stream in sorted(self.here.keys() | self.there.keys(), key=lambda each: (each[0] != TEAM, each)):
            if stream in odd:
                self._one_by_one(stream)
            else:
                self._by_ends(stream)
        return self.found

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
        """Streams in which the two sides mean different changes by the last number that both have."""
        parted: set[Stream] = set()
        ahead: list[Stream] = []
        for stream in streams:
            here, there = self.here[stream], self.there[stream]
            if here.seq < there.seq:
                ahead.append(stream)
            elif (here.cid if here.seq == there.seq else self._cid_here(stream, there.seq)) != there.cid:
                parted.add(stream)
        if ahead:
            asked = [(str(scope), device, self.here[scope, device].seq) for scope, device in ahead]
            rows = self.hub.rows(_HUB_AT, *map(list, zip(*asked, strict=True)))
            cids = {(UUID(str(row[0])), row[1]): row[2] for row in rows}
            parted |= {stream for stream in ahead if cids.get(stream) != self.here[stream].cid}
        return parted

    def _cid_here(self, stream: Stream, seq: int) -> str | None:
        own = (change.c.scope == stream[0]) & (change.c.device == stream[1]) & (change.c.seq == seq)
        return self.connection.scalar(select(change.c.cid).where(own))

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
