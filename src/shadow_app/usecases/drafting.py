"""From what was understood of a line to the records it becomes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.record import link_id
from shadow_app.domain.vocabulary import Evidence, Kind
from shadow_app.insight.quick_entry import Entry, Field, resolve_when, visible

LONGEST_NOTE = 20_000
MOST_OPEN_TAGS = 200
"""A line with more unknown tags than this is no note; all of them are still in its text."""


def draft(entry: Entry, visit_id: UUID, typed_at: datetime, kind: Kind | None = None) -> Observation:
    """The note that a line becomes.

    Args:
        entry: the parsed line.
        visit_id: where it was seen.
        typed_at: the first key, in the local zone; a `^` in the line back-dates from here.
        kind: what the person chose by key, which wins over the line.
    """
    when = entry.when
    at = typed_at if when is None else resolve_when(when, typed_at)
    offset = typed_at.utcoffset()
    return Observation(
        visit_id=visit_id,
        at=at,
        utc_offset=0 if offset is None else round(offset.total_seconds() / 60),
        text=visible(entry.text)[:LONGEST_NOTE] or "—",
        line=visible(entry.line)[:LONGEST_NOTE],
        kind=kind or entry.kind,
        evidence=entry.evidence or Evidence.SEEN,
        role_id=entry.role_id,
        unresolved_tags=entry.unresolved_tags[:MOST_OPEN_TAGS],
        lost_minutes=entry.minutes,
        count=entry.count or 1,
        rate=entry.rate.value if entry.rate else None,
        rate_per=entry.rate.per if entry.rate else None,
        people_stopped=entry.people,
        note_scope=entry.scope,
        business_damage=entry.damage,
        quote=visible(entry.quote or "")[:LONGEST_NOTE],
        offers_open=bool(entry.offered),
    )


_FIELDS: dict[Field, tuple[str, ...]] = {
    Field.KIND: ("kind",),
    Field.EVIDENCE: ("evidence",),
    Field.DAMAGE: ("business_damage",),
    Field.ROLE: ("role_id",),
    Field.MINUTES: ("lost_minutes",),
    Field.COUNT: ("count",),
    Field.RATE: ("rate", "rate_per"),
    Field.PEOPLE: ("people_stopped", "note_scope"),
    Field.WHEN: ("at",),
    Field.QUOTE: ("quote",),
    Field.SERVICE: (),
}


def with_accepted(note: Observation, entry: Entry, keys: Collection[str]) -> Observation:
    """The note after some offered chips were taken; whatever a person has filled in since stays."""
    fresh = draft(entry, note.visit_id, note.local_time)
    names = {name for chip in entry.taken if chip.key in keys for name in _FIELDS[chip.field]}
    if note.kind is Kind.CONTEXT:
        names.add("kind")
    unset = {name for name in names if name == "at" or getattr(note, name) == Observation.model_fields[name].default}
    values = {name: getattr(fresh, name) for name in unset}
    return note.edited(**values, unresolved_tags=fresh.unresolved_tags, offers_open=False)


def tags(note: Observation, service_ids: Iterable[UUID]) -> list[ServiceTag]:
    """The note's tags; the same two ends make the same tag on every laptop."""
    return [
        ServiceTag(
            id=link_id(note.id, service_id), visit_id=note.visit_id, observation_id=note.id, service_id=service_id
        )
        for service_id in service_ids
    ]
