"""Everything that a debrief shows, read at once, and what of it is still open. No widgets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Kind, ReadBack
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.usecases.grouping import Grouped

if TYPE_CHECKING:
    from shadow_app.bootstrap import Shadow

TOP = 7
"""So many notes are read back to the host: more than that nobody listens to at the end of a shift."""
WORDS_OF_THE_DAY = 120


@dataclass(frozen=True)
class DebriefState:
    """One visit as its debrief sees it.

    Attributes:
        names: services and roles by id.
        services: those on offer, (id, name), in the catalogue's order.
        pain_points: those of the services that were seen, by service.
        pseudonyms: who was shadowed or asked, each once.
    """

    visit: Visit
    rows: tuple[TimelineNote, ...]
    waiting: tuple[TimelineNote, ...]
    lexicon: Lexicon
    names: Mapping[UUID, str]
    services: tuple[tuple[UUID, str], ...]
    pain_points: Mapping[UUID, Sequence[Grouped]]
    pseudonyms: tuple[str, ...]
    ratings: tuple[StatedImportance, ...]
    promises: tuple[Commitment, ...]

    @property
    def costly(self) -> tuple[TimelineNote, ...]:
        """The notes that are evidence of lost hours."""
        return tuple(row for row in self.rows if _counts(row.note) and row.note.kind.costs_time)

    @property
    def ungraded(self) -> tuple[TimelineNote, ...]:
        """Those that lack a grade or a fact."""
        return tuple(row for row in self.costly if missing_facts(row.note))

    @property
    def to_group(self) -> tuple[tuple[TimelineNote, UUID], ...]:
        """Costly notes with each of their services, service by service."""
        pairs = [(row, service_id) for row in self.costly for service_id in row.service_ids]
        return tuple(sorted(pairs, key=lambda pair: (self.names.get(pair[1], "").casefold(), pair[0].note.at)))

    @property
    def not_grouped(self) -> int:
        """How many costly notes with a service are in no pain point."""
        return sum(bool(row.service_ids) and not row.pain_point_ids for row in self.costly)

    @property
    def top(self) -> tuple[TimelineNote, ...]:
        """The notes to read back, the most damaging and dearest first. What was answered keeps its place."""
        answerable = [row for row in self.rows if row.note.kind.costs_time and not row.note.not_scored]
        return tuple(sorted(answerable, key=_weight, reverse=True)[:TOP])

    @property
    def seen_services(self) -> tuple[tuple[UUID, str], ...]:
        """The services that the notes name, or that somebody was asked about, by name."""
        named = {service_id for row in self.rows for service_id in row.service_ids}
        named |= {rating.service_id for rating in self.ratings}
        found = [(service_id, self.names[service_id]) for service_id in named if service_id in self.names]
        return tuple(sorted(found, key=lambda pair: pair[1].casefold()))

    def group_of(self, row: TimelineNote, service_id: UUID) -> Grouped | None:
        """The pain point of a service that a note belongs to."""
        known = self.pain_points.get(service_id, ())
        return next((each for each in known if each.pain_point.id in row.pain_point_ids), None)


def read_state(shadow: Shadow, visit_id: UUID) -> DebriefState:
    """Ask the use cases; runs on the reading thread."""
    rows = tuple(shadow.capture.timeline(visit_id))
    services = tuple((each.id, each.name) for each in shadow.catalogue.services())
    names = {**dict(services), **{each.id: each.name for each in shadow.catalogue.roles()}}
    for row in rows:
        # A service that was retired since is still what the note is about.
        names.update(zip(row.service_ids, row.services, strict=True))
    ratings = tuple(shadow.debriefing.ratings(visit_id))
    grouping = shadow.grouping
    costly = {service_id for row in rows if row.note.kind.costs_time for service_id in row.service_ids}
    asked = [host.pseudonym for host in shadow.planning.hosts(visit_id)] + [each.respondent for each in ratings]
    return DebriefState(
        visit=shadow.planning.card(visit_id).visit,
        rows=rows,
        waiting=tuple(shadow.debriefing.waiting(visit_id)),
        lexicon=shadow.catalogue.lexicon(),
        names=names,
        services=services,
        pain_points={service_id: grouping.pain_points(service_id) for service_id in costly},
        pseudonyms=tuple(dict.fromkeys(asked)),
        ratings=ratings,
        promises=tuple(shadow.debriefing.promises(visit_id)),
    )


def missing_facts(note: Observation) -> list[str]:
    """The fields of a costly note that nobody has filled in. What the desk was told helps, but nobody must know it."""
    return list(_missing(note))


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def _missing(note: Observation) -> Iterator[str]:
    for name in ("business_damage", "time_to_damage", "workaround"):
        if getattr(note, name) is None:
            yield name
    if note.kind is Kind.WAIT:
        if note.requested_on is None:
            yield "requested_on"
        if note.still_needed is None:
            yield "still_needed"


def _counts(note: Observation) -> bool:
    return not note.not_scored and note.read_back is not ReadBack.WITHDRAWN


def _weight(row: TimelineNote) -> tuple[int, float]:
    note = row.note
    minutes = (note.lost_minutes or 0.0) * note.count * (note.people_stopped or 1)
    return (-1 if note.business_damage is None else int(note.business_damage), minutes)
