"""The inbox over all visits: the row numbers of the notes that a query asks for, in order, and their cards by the page.

Two answers to one question. `first_rows` looks at a bounded number of notes, so that the first page is there as fast in
a large store as in a small one; `all_rows` has them all, and takes as long as there are notes.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, literal_column, select, text, true

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import BusinessUnit, Role, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.insight.inbox_card import Counts, InboxCard, Sort
from shadow_app.storage.inbox_wanted import (
    Wanted,
    conditions,
    is_ambiguous,
    is_untagged,
    matching,
    need,
    of_traits,
    shown_notes,
)
from shadow_app.storage.listings import PAGE, notes_by_row
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.search import match_query
from shadow_app.storage.tables import READY, TABLES, present

LOOKED_AT = 2_048
"""How many notes the first page is chosen from before all are known."""

_note, _visit, _site, _unit = TABLES[Observation], TABLES[Visit], TABLES[Site], TABLES[BusinessUnit]
_host = TABLES[Host]
_role, _shadower, _tag, _pain = TABLES[Role], TABLES[Shadower], TABLES[ServiceTag], TABLES[PainPoint]


def first_rows(read: Reader, wanted: Wanted, sort: Sort = Sort.NEEDS, limit: int = PAGE) -> list[int]:
    """The notes that stand first among the newest few thousand, at once.

    What this gives is the beginning of what `all_rows` gives as far as the newest notes go; an older note may come
    between. Orders that a new note has no better place in than an old one have no such beginning, and give nothing.
    """
    if sort not in (Sort.NEEDS, Sort.NEWEST):
        return []
    query = match_query(wanted.words)
    newest = _newest_found(query) if query else _newest_written()
    held = conditions(wanted, with_words=False)
    chosen = select(_note.c.row).where(_note.c.row.in_(newest), *held).order_by(*_order(sort)).limit(limit)
    return list(read.connection.scalars(chosen))


def all_rows(read: Reader, wanted: Wanted, sort: Sort = Sort.NEEDS) -> array[int]:
    """The private row numbers of every note that is asked for, in order, eight bytes each."""
    query = select(_note.c.row).where(*conditions(wanted))
    if sort is Sort.VISIT:
        query = query.join(_visit, _visit.c.id == _note.c.visit_id)
    return array("q", read.connection.scalars(query.order_by(*_order(sort))))


def cards(read: Reader, rows: Sequence[int]) -> list[InboxCard]:
    """A page of cards, in this order; what is gone is left out."""
    shown = notes_by_row(read, rows)
    numbers = _rows_by_id(read, rows)
    places = _places(read, {each.note.visit_id for each in shown})
    titles = _titles(read, {pain for each in shown for pain in each.pain_point_ids})
    found = []
    for each in shown:
        number, site, unit, role, team = places[each.note.visit_id]
        pains = tuple((pain, titles[pain]) for pain in each.pain_point_ids if pain in titles)
        found.append(InboxCard(numbers[each.note.id], each, number, site, unit, each.role or role, team, pains))
    return found


def counts(read: Reader, wanted: Wanted) -> Counts:
    """What the head of the page says; `Trait.UNGUARDED` is nothing that SQL can see."""
    # One pass over the notes; the states and traits that are asked for must not hide how many the others are.
    sums = (func.sum(_one_if(each)) for each in (and_(true(), *of_traits(wanted)), is_ambiguous(), is_untagged()))
    query = (
        select(_note.c.state, func.count(), *sums)
        .where(*conditions(_with(wanted, states=frozenset(), traits=())))
        .group_by(_note.c.state)
    )
    found = list(read.connection.execute(query))
    by_state = {state: next((row[2] for row in found if row[0] is state), 0) for state in ReviewState}
    asked = [row for row in found if not wanted.states or row[0] in wanted.states]
    return Counts(by_state, sum(row[3] for row in asked), sum(row[4] for row in asked), sum(row[1] for row in found))


def states_of(read: Reader, rows: Sequence[int]) -> dict[ReviewState, int]:
    """How many of these rows are in which state."""
    found = dict.fromkeys(ReviewState, 0)
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        query = select(_note.c.state, func.count()).where(_note.c.row.in_(some)).group_by(_note.c.state)
        for state, number in read.connection.execute(query):
            found[state] += number
    return found


def in_any_state(wanted: Wanted) -> Wanted:
    """The same, whatever state the notes are in."""
    return _with(wanted, states=frozenset())


def ids_of(read: Reader, rows: Sequence[int]) -> dict[int, UUID]:
    """Row number → the note's id, in the order given; what is gone is left out."""
    known: dict[int, UUID] = {}
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        query = select(_note.c.row, _note.c.id).where(_note.c.row.in_(some), present(_note))
        known |= {row.row: row.id for row in read.connection.execute(query)}
    return {row: known[row] for row in rows if row in known}


def row_of(read: Reader, note_id: UUID) -> list[int]:
    """The row number of a note that is there; none if it is not."""
    return list(read.connection.scalars(select(_note.c.row).where(_note.c.id == note_id, shown_notes())))


def notes_of(read: Reader, ids: Sequence[UUID]) -> list[Observation]:
    """Notes by id, each once, in this order; what is gone is left out."""
    found: dict[UUID, Observation] = {}
    for start in range(0, len(ids), _AT_ONCE):
        query = select(_note).where(_note.c.id.in_(ids[start : start + _AT_ONCE]), present(_note))
        found |= {row.id: record_from(Observation, row) for row in read.connection.execute(query)}
    return [found[note_id] for note_id in dict.fromkeys(ids) if note_id in found]


def tags_of(read: Reader, ids: Sequence[UUID], service_id: UUID) -> dict[UUID, ServiceTag]:
    """note → its tag with a service, where it has one."""
    found: dict[UUID, ServiceTag] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        query = select(_tag).where(_tag.c.observation_id.in_(some), _tag.c.service_id == service_id, present(_tag))
        found |= {row.observation_id: record_from(ServiceTag, row) for row in read.connection.execute(query)}
    return found


def hosts_of(read: Reader, visit_ids: Collection[UUID]) -> list[Host]:
    """Who was shadowed on these visits."""
    query = select(_host).where(_host.c.visit_id.in_(visit_ids), present(_host)).order_by(_host.c.row)
    return [record_from(Host, row) for row in read.connection.execute(query)]


def questions_to(read: Reader, shadower_id: UUID) -> list[int]:
    """Rows of the notes of somebody's visits about which a question is open, oldest note first."""
    query = (
        select(_note.c.row)
        .join(_visit, _visit.c.id == _note.c.visit_id)
        .where(_visit.c.shadower_id == shadower_id, _note.c.state == ReviewState.HAS_QUESTIONS, shown_notes())
        .order_by(_note.c.at, _note.c.row)
    )
    return list(read.connection.scalars(query))


_AT_ONCE = 500


def _one_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _with(wanted: Wanted, **fields: Any) -> Wanted:
    return Wanted(**{**vars(wanted), **fields})


def _newest_written() -> Select[Any]:
    return select(_note.c.row).order_by(_note.c.at.desc(), _note.c.row.desc()).limit(LOOKED_AT)


def _newest_found(query: str) -> Select[Any]:
    return matching(query).order_by(literal_column("rowid").desc()).limit(LOOKED_AT)


def _order(sort: Sort) -> list[ColumnElement[Any]]:
    newest: list[ColumnElement[Any]] = [_note.c.at.desc(), _note.c.row.desc()]
    match sort:
        case Sort.NEEDS:
            return [need(), *newest]
        case Sort.NEWEST:
            return newest
        case Sort.OLDEST:
            return [_note.c.at, _note.c.row]
        case Sort.DAMAGE:
            return [_note.c.business_damage.desc().nulls_last(), *newest]
        case Sort.MINUTES:
            return [(_note.c.lost_minutes * _note.c.count).desc().nulls_last(), *newest]
        case Sort.VISIT:
            return [_visit.c.starts_at.desc(), _visit.c.row.desc(), _note.c.at, _note.c.row]


def _rows_by_id(read: Reader, rows: Sequence[int]) -> dict[UUID, int]:
    query = select(_note.c.id, _note.c.row).where(_note.c.row.in_(rows))
    return {row.id: row.row for row in read.connection.execute(query)}


def _places(read: Reader, visit_ids: set[UUID]) -> dict[UUID, tuple[str, str, str, str, str]]:
    query = (
        select(_visit.c.id, _visit.c.number, _site.c.name, _unit.c.name, _role.c.name, _shadower.c.team)
        .join(_site, _site.c.id == _visit.c.site_id)
        .join(_unit, _unit.c.id == _site.c.unit_id)
        .join(_role, _role.c.id == _visit.c.role_id)
        .join(_shadower, _shadower.c.id == _visit.c.shadower_id)
        .where(_visit.c.id.in_(visit_ids))
    )
    return {row[0]: (row[1], row[2], row[3], row[4], row[5]) for row in read.connection.execute(query)}


def _titles(read: Reader, ids: set[UUID]) -> dict[UUID, str]:
    query = select(_pain.c.id, _pain.c.title).where(_pain.c.id.in_(ids), present(_pain))
    return {row.id: row.title for row in read.connection.execute(query)}


def ready_notes(read: Reader) -> int:
    """How many notes wait to be reviewed."""
    ready = select(func.count()).select_from(_note).where(text(READY))  # in the letters of its index
    return int(read.connection.scalar(ready) or 0)
