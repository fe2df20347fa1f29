"""Which notes an inbox asks for, as conditions of SQL; names are ids by now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    case,
    column,
    literal_column,
    or_,
    select,
    table,
    type_coerce,
)

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Shadower
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Evidence, Kind, ReviewState
from shadow_app.insight.inbox_query import Trait
from shadow_app.storage.search import match_query
from shadow_app.storage.tables import TABLES, no, present

Condition = ColumnElement[bool]

# An FTS5 table has a column of its own name, which stands for all of its words.
_index = table("note_search", column("rowid", Integer), column("note_search", Text))

_note, _visit, _tag, _site = TABLES[Observation], TABLES[Visit], TABLES[ServiceTag], TABLES[Site]
_shadower, _member, _pain = TABLES[Shadower], TABLES[PainPointMember], TABLES[PainPoint]

COSTLY = [kind for kind in Kind if kind.costs_time]
UNDECIDED = (ReviewState.DRAFT, ReviewState.READY, ReviewState.HAS_QUESTIONS)

_MINUTE = 60_000_000
_FURTHEST_ZONE = timedelta(hours=18)


@dataclass(frozen=True)
class Wanted:
    """None means that it is not asked about; an empty set that nothing can fit."""

    words: str = ""
    states: frozenset[ReviewState] = frozenset()
    """Any of these; all if empty."""
    kinds: frozenset[Kind] = frozenset()
    service_ids: frozenset[UUID] | None = None
    no_service: bool = False
    """Also notes that name no service; with `service_ids` None only those."""
    site_ids: frozenset[UUID] | None = None
    unit_ids: frozenset[UUID] | None = None
    role_ids: frozenset[UUID] | None = None
    shadower_ids: frozenset[UUID] | None = None
    visit_ids: frozenset[UUID] | None = None
    since: date | None = None
    until: date | None = None
    traits: tuple[frozenset[Trait], ...] = ()
    """`Trait.UNGUARDED` is nothing that SQL can see, and left to whoever reads the words."""


def is_ambiguous() -> Condition:
    """Something was typed or understood that nobody has made clear."""
    return or_(_note.c.offers_open != no(), literal_column("observation.unresolved_tags <> '[]'", no().type))


def is_untagged() -> Condition:
    """Costs time, counts, and names no service."""
    return and_(_note.c.kind.in_(COSTLY), _note.c.not_scored == no(), ~_tagged())


def need() -> ColumnElement[int]:
    """0 for notes with something unclear, 1 for notes without a service, 2 for all others and whatever is decided."""
    return case((_note.c.state.not_in(UNDECIDED), 2), (is_ambiguous(), 0), (is_untagged(), 1), else_=2)


def shown_notes() -> Condition:
    """Notes that are there, of visits that are there."""
    # Visits that were removed are few, so this list is read once; a join would look up every note's visit.
    gone = select(_visit.c.id).where(_visit.c.removed != no())
    return and_(present(_note), _note.c.visit_id.not_in(gone))


def conditions(wanted: Wanted, *, with_words: bool = True) -> list[Condition]:
    """Everything that must hold of a row of the notes' table."""
    found = [shown_notes(), *_of_note(wanted), *_of_place(wanted)]
    found += of_traits(wanted)
    if with_words and (query := match_query(wanted.words)):
        found.append(_note.c.row.in_(matching(query)))
    return found


def of_traits(wanted: Wanted) -> list[Condition]:
    """What every `is:` asks for, as far as SQL can see it."""
    found = []
    for alternatives in wanted.traits:
        asked = [_TRAITS[trait]() for trait in Trait if trait in alternatives and trait in _TRAITS]
        if asked and Trait.UNGUARDED not in alternatives:
            found.append(or_(*asked))
    return found


def matching(query: str) -> Select[Any]:
    """The rows whose words match an FTS5 query."""
    return select(_index.c.rowid).where(_index.c.note_search.op("MATCH", is_comparison=True)(query))


def _of_note(wanted: Wanted) -> Iterator[Condition]:
    if wanted.states:
        yield _note.c.state.in_(wanted.states)
    if wanted.kinds:
        yield _note.c.kind.in_(wanted.kinds)
    if wanted.service_ids is not None:
        noted = select(_tag.c.observation_id).where(_tag.c.service_id.in_(wanted.service_ids), present(_tag))
        yield or_(_note.c.id.in_(noted), ~_tagged()) if wanted.no_service else _note.c.id.in_(noted)
    elif wanted.no_service:
        yield ~_tagged()
    local = type_coerce(_note.c.at, Integer) + _note.c.utc_offset * _MINUTE
    if wanted.since is not None:
        # The second condition is the one that counts; the first is coarse, and one that an index can serve.
        yield _note.c.at >= _midnight(wanted.since) - _FURTHEST_ZONE
        yield local >= _microseconds(_midnight(wanted.since))
    if wanted.until is not None:
        after = _midnight(wanted.until) + timedelta(days=1)
        yield _note.c.at < after + _FURTHEST_ZONE
        yield local < _microseconds(after)


def _of_place(wanted: Wanted) -> Iterator[Condition]:
    of_visit: list[Condition] = []
    if wanted.site_ids is not None:
        of_visit.append(_visit.c.site_id.in_(wanted.site_ids))
    if wanted.unit_ids is not None:
        of_visit.append(_visit.c.site_id.in_(select(_site.c.id).where(_site.c.unit_id.in_(wanted.unit_ids))))
    if wanted.shadower_ids is not None:
        of_visit.append(_visit.c.shadower_id.in_(wanted.shadower_ids))
    if wanted.visit_ids is not None:
        of_visit.append(_visit.c.id.in_(wanted.visit_ids))
    if of_visit:
        yield _note.c.visit_id.in_(select(_visit.c.id).where(*of_visit))
    if wanted.role_ids is not None:
        # A note without a role of its own was seen in the role that was shadowed.
        main = select(_visit.c.id).where(_visit.c.role_id.in_(wanted.role_ids))
        yield or_(_note.c.role_id.in_(wanted.role_ids), and_(_note.c.role_id.is_(None), _note.c.visit_id.in_(main)))


def _tagged() -> Condition:
    return select(_tag.c.row).where(_tag.c.observation_id == _note.c.id, present(_tag)).exists()


def _grouped() -> Condition:
    return (
        select(_member.c.row)
        .join(_pain, _pain.c.id == _member.c.pain_point_id)
        .where(_member.c.observation_id == _note.c.id, present(_member), present(_pain))
        .exists()
    )


def _is_ungrouped() -> Condition:
    return and_(_note.c.kind.in_(COSTLY), _note.c.not_scored == no(), ~_grouped())


_TRAITS = {
    Trait.UNTAGGED: is_untagged,
    Trait.AMBIGUOUS: is_ambiguous,
    Trait.SURPRISE: lambda: _note.c.surprise != no(),
    Trait.TOLD: lambda: _note.c.evidence == Evidence.TOLD,
    Trait.UNGROUPED: _is_ungrouped,
}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


def _microseconds(moment: datetime) -> int:
    return (moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(microseconds=1)
