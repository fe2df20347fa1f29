"""What came in together, and taking all of it back: new changes that restore what stood before (`design.md` §5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, func, insert, select, update

from shadow_app.domain import action_names
from shadow_app.domain.change import Change
from shadow_app.domain.errors import NotFound
from shadow_app.domain.kinds import BY_NAME, KINDS
from shadow_app.domain.language import say
from shadow_app.domain.news import News
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.team import leads_fields
from shadow_app.storage.backups import make
from shadow_app.storage.change_log import heads_of
from shadow_app.storage.desk_action import desk_work
from shadow_app.storage.folding import Entry, fold
from shadow_app.storage.repository import Reader
from shadow_app.storage.settle import entries_of, links
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change, present, read_segment, taking
from shadow_app.storage.understanding import understood
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.storage.vectors import changes_between


@dataclass(frozen=True)
class Taking:
    """One hand-over or one look into a folder. `source` is the file's name or the folder's place."""

    id: UUID
    at: datetime
    source: str
    device: str
    person: str
    first_row: int
    last_row: int
    taken_back: bool


def newest_row(connection: Connection) -> int:
    """The last row of the log."""
    return connection.scalar(select(func.max(change.c.row))) or 0


def remember(
    connection: Connection, source: str, device: str, person: str, after_row: int, part_of: UUID | None = None
) -> UUID:
    """Note that everything after a row of the log came from there.

    `part_of` is an earlier taking that it goes on with, as long as nobody has written anything in between.
    """
    last = newest_row(connection)
    if part_of is not None:
        same = (taking.c.id == part_of) & (taking.c.last_row == after_row)
        if connection.execute(update(taking).where(same).values(last_row=last)).rowcount:
            return part_of
    row = {
        "id": new_id(),
        "at": datetime.now(timezone.utc),
        "source": source,
        "device": device,
        "person": person,
        "first_row": after_row + 1,
        "last_row": last,
        "taken_back": False,
    }
    connection.execute(insert(taking), row)
    return row["id"]  # type: ignore[return-value]


def takings(read: Reader) -> list[Taking]:
    """What came in, the newest first."""
    rows = read.connection.execute(select(taking).order_by(taking.c.first_row.desc()))
    return [Taking(**row._mapping) for row in rows]


def not_from(connection: Connection, place: str, after_row: int, until: int) -> Iterator[Change]:
    """Changes of a stretch of the log, without those that came from a place and need not go back there."""
    query = select(taking.c.first_row, taking.c.last_row).where(taking.c.source == place, taking.c.last_row > after_row)
    start = after_row + 1
    for first, last in connection.execute(query.order_by(taking.c.first_row)).all():
        yield from changes_between(connection, start, first - 1)
        start = max(start, last + 1)
    yield from changes_between(connection, start, until)


def was_read(connection: Connection, place: str) -> set[str]:
    """The segments of a place that were taken whole."""
    return set(connection.scalars(select(read_segment.c.name).where(read_segment.c.place == place)))


def mark_read(connection: Connection, place: str, name: str) -> None:
    """Do not take this segment again."""
    connection.execute(insert(read_segment).prefix_with("OR IGNORE"), {"place": place, "name": name})


def copy_aside(store: Store) -> Path:
    """A backup of the store before something comes in."""
    return make(store.path, store.key, store.backups, "arrival").path


def take_back(store: Store, taking_id: UUID) -> News:
    """Restore what stood before something came in, except where somebody has worked on it since.

    It is one action at the desk, so undo brings everything back. What was erased stays erased.

    Raises:
        NotFound: nothing came in under this id, or it was taken back already.
    """
    with store.reading() as read:
        found = next((each for each in takings(read) if each.id == taking_id and not each.taken_back), None)
    if found is None:
        raise NotFound(say("There is nothing of this kind that could be taken back."))
    with desk_work(store, action_names.TAKEN_BACK.format(name=found.source)[: action_names.LONGEST]) as work:
        for record_id, kind in _brought(work, found):
            restored = _restored(work, kind, record_id, found)
            if restored is not None:
                work.put(restored)
        work.connection.execute(update(taking).where(taking.c.id == taking_id).values(taken_back=True))
        return work.commit()


def _brought(work: UnitOfWork, found: Taking) -> list[tuple[UUID, type[Record]]]:
    """The records that it touched, children before parents."""
    rows = work.connection.execute(
        select(change.c.record_id, change.c.kind)
        .where(change.c.row.between(found.first_row, found.last_row), change.c.op == "put")
        .distinct()
    )
    known = [(row.record_id, BY_NAME[row.kind]) for row in rows if row.kind in BY_NAME]
    return sorted(known, key=lambda each: (-KINDS.index(each[1]), each[0]))


def _restored(work: UnitOfWork, kind: type[Record], record_id: UUID, found: Taking) -> Record | None:
    kept = work._kept(kind, record_id)
    if kept is None or kind.written_once:
        return None
    came, before = _parted(work.connection, kind, record_id, found)
    earlier = fold(kind, before)
    if earlier is None:
        strange = {cid for cids in kept.heads.values() for cid in cids} - {each.cid for each in came}
        # Somebody has built on it here: taking it away would take away what they did.
        return None if strange or _is_needed(work.connection, kind, record_id) else kept.record.edited(removed=True)
    old, _troubles = understood(kind, record_id, earlier, before)
    ids = {each.cid for each in came}
    fields = {name for name in kind.model_fields if ids.intersection(heads_of(kept.heads, name))}
    if old is None:
        return None
    if not work.leads:
        # What a lead has said stays said until a lead takes it back.
        fields -= leads_fields(kind.kind_name, dict(old))
    if not fields:
        return None
    return kept.record.edited(**{name: getattr(old, name) for name in fields})


def _is_needed(connection: Connection, kind: type[Record], record_id: UUID) -> bool:
    """Whether something that stays belongs to it; what came in with it is gone by now, as children come first."""
    for link in (each for each in links() if each.parent is kind):
        children = TABLES[link.child]
        query = select(children.c.row).where(children.c[link.field] == record_id, present(children)).limit(1)
        if connection.scalar(query) is not None:
            return True
    return False


def _parted(
    connection: Connection, kind: type[Record], record_id: UUID, found: Taking
) -> tuple[list[Entry], list[Entry]]:
    """A record's changes: those that came in with it, and the others."""
    rows = connection.execute(
        select(change.c.cid).where(
            change.c.record_id == record_id, change.c.row.between(found.first_row, found.last_row)
        )
    )
    came = set(rows.scalars())
    entries = entries_of(connection, kind, [record_id])[record_id].entries
    return [each for each in entries if each.cid in came], [each for each in entries if each.cid not in came]
