"""The tables out of the log: each touched record is folded, checked and written, parents before children.

What cannot be shown stays in the log. A record whose mandatory parent is not here waits in `limbo` and comes when the
parent comes; a link that may be empty is shown empty until then. A value that no field of this version takes is listed
in `unshown`, and the next best one is shown instead. What is derived from records follows (`derived`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Row, delete, func, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import Heads
from shadow_app.domain.kinds import BY_NAME, KINDS
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.record import Record
from shadow_app.storage.derived import follow, follow_new
from shadow_app.storage.folding import fold
from shadow_app.storage.json_text import from_text
from shadow_app.storage.judging import Judged, judged
from shadow_app.storage.prepared import among, change_among, numbered, revision
from shadow_app.storage.repository import record_from
from shadow_app.storage.tables import TABLES, limbo, unshown
from shadow_app.storage.trust import authority
from shadow_app.storage.understanding import understood

_ENTRIES = "SELECT record_id, cid, op, data, replaces, author, seal FROM change WHERE kind = ? AND record_id IN ({})"
_HERE = "SELECT id FROM {} WHERE id IN ({})"
_UNLIST = "DELETE FROM {} WHERE kind = ? AND record_id IN ({})"

AT_ONCE = 2_000
"""Records that are settled together."""

Todo = dict[type[Record], set[UUID]]


class Shown(NamedTuple):
    """A record as its row shows it, and the heads of its fields."""

    record: Record
    heads: Heads


Tell = Callable[[Shown | None, Shown | None], None]
"""Called with what a row showed and what it shows now."""


class Link(NamedTuple):
    """A field of a kind that names a record of another."""

    child: type[Record]
    field: str
    parent: type[Record]
    optional: bool


@cache
def links() -> tuple[Link, ...]:
    """Every foreign key, as the tables declare it."""
    kinds = {table.name: kind for kind, table in TABLES.items()}
    return tuple(
        Link(kind, column.name, kinds[key.column.table.name], bool(column.nullable))
        for kind in KINDS
        for column in TABLES[kind].columns
        for key in column.foreign_keys
    )


def settle(connection: Connection, touched: Iterable[tuple[str, UUID]], tell: Tell | None = None) -> None:
    """Bring the rows of these records (kind name, id) in line with the log; kinds that nobody here knows are left.

    `tell` hears of every row that is made, changed or dropped by it, once each.
    """
    todo: Todo = defaultdict(set)
    for name, record_id in touched:
        if name in BY_NAME:
            todo[BY_NAME[name]].add(record_id)
    # A parent may go a moment before its children do; the links are checked at the end of the transaction.
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    known: dict[type[Record], set[UUID]] = defaultdict(set)
    for kind in KINDS:
        for batch in chunks(sorted(todo.pop(kind, ()), key=_number), AT_ONCE):
            Batch(connection, kind, batch, known).run(todo, tell)


def _number(record_id: UUID) -> int:
    return record_id.int


def chunks(ids: list[Any], size: int = 400) -> Iterator[list[Any]]:
    """Pieces short enough for one statement's variables."""
    yield from (ids[start : start + size] for start in range(0, len(ids), size))


class Logged(NamedTuple):
    """A change of the log, as far as its record hangs on it."""

    record_id: UUID
    cid: str
    op: str
    data: dict[str, Any]
    replaces: Heads
    author: str
    seal: str


def entries_of(connection: Connection, kind: type[Record], ids: list[UUID]) -> dict[UUID, Judged]:
    """What counts of what the log holds of these records, and what was tried without the right to it."""
    return judged(kind.kind_name, ids, _logged(connection, kind, ids), cache(lambda: authority(connection)))


def _logged(connection: Connection, kind: type[Record], ids: list[UUID]) -> Iterator[Logged]:
    by_bytes = {record_id.bytes: record_id for record_id in ids}
    rows = among(connection, _ENTRIES, ids, kind.kind_name)
    for own, cid, op, data, replaces, author, seal in rows:
        yield Logged(by_bytes[own], cid, op, from_text(data), from_text(replaces), author, seal)


class Batch:
    """Some records of one kind on their way from the log into their table."""

    def __init__(
        self,
        connection: Connection,
        kind: type[Record],
        ids: list[UUID],
        known: dict[type[Record], set[UUID]] | None = None,
    ) -> None:
        """`known`: ids that are known to be in their tables; more are added to it."""
        self.connection = connection
        self.kind = kind
        self.table = TABLES[kind]
        self.ids = ids
        self.known = defaultdict(set) if known is None else known
        self.waiting: list[dict[str, Any]] = []
        """What belongs into `limbo`, once `wanted` was asked."""
        self.unfit: list[dict[str, Any]] = []
        """What belongs into `unshown`, once `wanted` was asked."""

    def run(self, todo: Todo, tell: Tell | None) -> None:
        there = {row._mapping["id"]: row for row in self._rows()}
        wanted = self.wanted()
        self._list_anew(unshown, self.unfit)
        self._list_anew(limbo, self.waiting)
        gone = [record_id for record_id in there if record_id not in wanted]
        fresh = {record_id: shown for record_id, shown in wanted.items() if record_id not in there}
        for record_id in gone:
            self._drop(there[record_id])
        for record_id, row in there.items():
            if record_id in wanted:
                self._revise(row, wanted[record_id], tell)
            elif tell is not None:
                tell(Shown(record_from(self.kind, row), row._mapping["heads"]), None)
        self._create(list(fresh.values()), tell)
        self._wake(todo, gone, list(fresh))

    def _rows(self) -> Iterator[Row[Any]]:
        here = [UUID(bytes=each) for (each,) in among(self.connection, _HERE.format(self.table.name, "{}"), self.ids)]
        for some in chunks(here):
            yield from self.connection.execute(select(self.table).where(self.table.c.id.in_(some)))

    def wanted(self) -> dict[UUID, Shown]:
        """What the log says is to be shown. What waits or does not fit is listed beside; nothing is written."""
        wanted: dict[UUID, Shown] = {}
        name = self.kind.kind_name
        for record_id, (entries, tried) in entries_of(self.connection, self.kind, self.ids).items():
            folded = fold(self.kind, entries)
            record, troubles = None, dict[str, str]()
            if folded is not None:
                record, troubles = understood(self.kind, record_id, folded, entries)
            for where, why in {**tried, **troubles}.items():
                self.unfit.append({"kind": name, "record_id": record_id, "field": where, "reason": why})
            if folded is not None and record is not None:
                wanted[record_id] = Shown(record, folded.heads)
        self._hold_back(wanted)
        return wanted

    def _hold_back(self, wanted: dict[UUID, Shown]) -> None:
        """Leave out what lacks a mandatory parent, and empty links to what is not here."""
        mine = [link for link in links() if link.child is self.kind]
        held: set[UUID] = set()
        for link in mine:
            here = self._here(link.parent, {getattr(shown.record, link.field) for shown in wanted.values()} - {None})
            for record_id, (record, heads) in list(wanted.items()):
                need = getattr(record, link.field)
                if need is None or need in here:
                    continue
                if link.optional:
                    self._wait(record_id, need)
                    wanted[record_id] = Shown(record.model_copy(update={link.field: None}), heads)
                else:
                    held.add(record_id)
        self.waiting = [each for each in self.waiting if each["record_id"] not in held]
        for record_id in held:
            record = wanted.pop(record_id).record
            for need in {getattr(record, link.field) for link in mine if not link.optional} - {None}:
                # Also the ones that are here: which of them went or came first must make no difference.
                self._wait(record_id, need)

    def _wait(self, record_id: UUID, need: UUID) -> None:
        self.waiting.append({"kind": self.kind.kind_name, "record_id": record_id, "need": need})

    def _here(self, parent: type[Record], asked: set[UUID]) -> set[UUID]:
        known, parents = self.known[parent], TABLES[parent]
        for some in chunks(sorted(asked - known)):
            known.update(self.connection.scalars(select(parents.c.id).where(parents.c.id.in_(some))))
        return known

    def _list_anew(self, table: Any, rows: list[dict[str, Any]]) -> None:
        if self.connection.scalar(select(table.c.kind).limit(1)) is not None:
            change_among(self.connection, _UNLIST.format(table.name, "{}"), self.ids, self.kind.kind_name)
        if rows:
            self.connection.execute(upsert(table).on_conflict_do_nothing(), rows)

    def _create(self, fresh: list[Shown], tell: Tell | None) -> None:
        if not fresh:
            return
        last = self.connection.scalar(select(func.max(self.table.c.row))) or 0
        made_here = [(last + number, each) for number, each in enumerate(fresh, 1)]
        rows = ({**vars(each.record), "heads": each.heads, "row": row} for row, each in made_here)
        numbered(self.table).run_many(self.connection, rows)
        follow_new(self.connection, [(row, each.record) for row, each in made_here])
        for each in fresh if tell is not None else ():
            tell(None, each)  # type: ignore[misc]

    def _revise(self, row: Row[Any], shown: Shown, tell: Tell | None) -> None:
        before = Shown(record_from(self.kind, row), row._mapping["heads"])
        if before == shown:
            return
        number = row._mapping["row"]
        revision(self.table).run(self.connection, {**vars(shown.record), "heads": shown.heads, "its_row": number})
        if before.record != shown.record:
            follow(self.connection, before.record, shown.record, number)
        if tell is not None:
            tell(before, shown)

    def _drop(self, row: Row[Any]) -> None:
        before = record_from(self.kind, row)
        # What is derived from a note that has gone already followed it.
        if not (isinstance(before, PainPointMember) and not self._is_here(before)):
            follow(self.connection, before, before.model_copy(update={"removed": True}), row._mapping["row"])
        self.connection.execute(delete(self.table).where(self.table.c.id == before.id))

    def _is_here(self, member: PainPointMember) -> bool:
        notes = TABLES[next(link.parent for link in links() if link[:2] == (PainPointMember, "observation_id"))]
        found = self.connection.scalar(select(notes.c.row).where(notes.c.id == member.observation_id))
        return found is not None

    def _wake(self, todo: Todo, gone: list[UUID], fresh: list[UUID]) -> None:
        """Children of what went, and whoever waited for what came, are next: their kinds come later."""
        for link in (each for each in links() if each.parent is self.kind and gone):
            children = TABLES[link.child]
            for some in chunks(gone):
                found = self.connection.scalars(select(children.c.id).where(children.c[link.field].in_(some)))
                todo[link.child].update(found)
        nobody_waits = not fresh or self.connection.scalar(select(limbo.c.kind).limit(1)) is None
        for some in () if nobody_waits else chunks(fresh):
            for name, record_id in self.connection.execute(
                select(limbo.c.kind, limbo.c.record_id).where(limbo.c.need.in_(some))
            ):
                todo[BY_NAME[name]].add(record_id)
