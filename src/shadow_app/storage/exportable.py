"""Which notes may leave for other tools: accepted by a lead, allowed by their host, about the work (`domain.md` §2.4).

Asked in SQL and read in pages, so that a million notes leave without standing in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import text

from shadow_app.domain.listing import TimelineNote
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import COUNTS

PAGE = 500

_REFUSED = """(
    o.read_back IS 'withdrawn' OR EXISTS (
        SELECT 1 FROM consent c WHERE c.visit_id = v.id AND c.subject = 'notes' AND c.removed = 0
        AND (c.given = 0 OR c.withdrawn_on IS NOT NULL)))
"""
_HERE = "(:unit IS NULL OR v.site_id IN (SELECT id FROM site WHERE unit_id = :unit))"

# CROSS JOIN is SQLite's way to fix the order: the keyset goes by the note's row.
_MAY_LEAVE = f"""
    FROM observation o CROSS JOIN visit v ON v.id = o.visit_id
    WHERE o.removed = 0 AND v.removed = 0 AND o.state = 'accepted' AND o.not_scored = 0
      AND NOT {_REFUSED} AND {_HERE}
"""
_PAGE = text(f"SELECT o.row {_MAY_LEAVE} AND o.row > :after ORDER BY o.row LIMIT :page")
_IDS = text(f"SELECT o.id {_MAY_LEAVE}")
_STAY = text(f"""
    SELECT CASE WHEN o.not_scored THEN 'other_channel' WHEN {_REFUSED} THEN 'refused'
                WHEN o.state = 'set_aside' THEN 'set_aside' ELSE 'not_accepted' END AS why, count(*) AS notes
    FROM observation o CROSS JOIN visit v ON v.id = o.visit_id
    WHERE o.removed = 0 AND v.removed = 0 AND {_HERE}
      AND (o.state <> 'accepted' OR o.not_scored OR {_REFUSED})
    GROUP BY why
""")
_OF_PAINS = f"""
    FROM pain_point_member m
    CROSS JOIN observation o ON o.id = m.observation_id
    CROSS JOIN visit v ON v.id = o.visit_id
    WHERE m.removed = 0 AND {COUNTS} AND {_HERE}
"""
_WITNESSES = text(f"""
    SELECT pain_point_id, row, accepted FROM (
        SELECT m.pain_point_id AS pain_point_id, o.row AS row,
               count(*) OVER (PARTITION BY m.pain_point_id) AS accepted,
               row_number() OVER (
                   PARTITION BY m.pain_point_id
                   ORDER BY o.business_damage DESC NULLS LAST, coalesce(o.lost_minutes, 0) * o.count DESC, o.at, o.row
               ) AS place
        {_OF_PAINS} AND o.state = 'accepted')
    WHERE place <= :most ORDER BY pain_point_id, place
""")
_WAITING = text(f"SELECT m.pain_point_id, count(*) {_OF_PAINS} AND o.state <> 'accepted' GROUP BY m.pain_point_id")
_VISITED = text(f"SELECT DISTINCT m.pain_point_id, v.id {_OF_PAINS}")


@dataclass(frozen=True, slots=True)
class Staying:
    """How many notes do not leave, and why."""

    not_accepted: int = 0
    set_aside: int = 0
    refused: int = 0
    """Taken back by the host, or of a visit whose host does not agree to notes."""
    other_channel: int = 0
    """Hazards and the like."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The notes of one pain point that may leave: how many, and the weightiest of them."""

    count: int
    weightiest: tuple[TimelineNote, ...]


def exportable_notes(read: Reader, unit_id: UUID | None = None, page: int = PAGE) -> Iterator[TimelineNote]:
    """Every note that may leave, in the order in which they were written."""
    after = 0
    while True:
        asked = {"after": after, "page": page, "unit": _bytes(unit_id)}
        rows = list(read.connection.scalars(_PAGE, asked))
        if not rows:
            return
        yield from listings.notes_by_row(read, rows)
        after = rows[-1]


def exportable_ids(read: Reader, unit_id: UUID | None = None) -> Iterator[UUID]:
    """The ids of the same notes, in no order."""
    for (note_id,) in read.connection.execute(_IDS, {"unit": _bytes(unit_id)}):
        yield UUID(bytes=note_id)


def staying(read: Reader, unit_id: UUID | None = None) -> Staying:
    """What does not leave, counted once per note."""
    rows = read.connection.execute(_STAY, {"unit": _bytes(unit_id)})
    return Staying(**{row.why: row.notes for row in rows})


def accepted_by_pain(read: Reader, most: int, unit_id: UUID | None = None) -> dict[UUID, Accepted]:
    """For every pain point the notes that may leave: all counted, at most `most` read."""
    rows: dict[UUID, list[int]] = defaultdict(list)
    counts: dict[UUID, int] = {}
    for pain_point, row, accepted in read.connection.execute(_WITNESSES, {"most": most, "unit": _bytes(unit_id)}):
        key = UUID(bytes=pain_point)
        rows[key].append(row)
        counts[key] = accepted
    return {key: Accepted(counts[key], tuple(listings.notes_by_row(read, mine))) for key, mine in rows.items()}


def unaccepted_by_pain(read: Reader, unit_id: UUID | None = None) -> dict[UUID, int]:
    """How many notes count for a pain point and have not been accepted."""
    asked = {"unit": _bytes(unit_id)}
    return {UUID(bytes=pain_point): count for pain_point, count in read.connection.execute(_WAITING, asked)}


def visits_by_pain(read: Reader, unit_id: UUID | None = None) -> dict[UUID, list[UUID]]:
    """The visits from which the notes of every pain point come."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for pain_point, visit in read.connection.execute(_VISITED, {"unit": _bytes(unit_id)}):
        found[UUID(bytes=pain_point)].append(UUID(bytes=visit))
    return found


def _bytes(unit_id: UUID | None) -> bytes | None:
    return None if unit_id is None else unit_id.bytes
