"""The notes that count for a pain point or a service, as the fragments of SQL that every question about them shares."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import RowMapping, TextClause, text

from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import COUNTS, GROUPED

NOTED_ON = "date(o.at / 1000000 + o.utc_offset * 60, 'unixepoch')"
"""The day of a note by the clock of the site."""

_HERE = f"""
    JOIN visit v ON v.id = o.visit_id JOIN site s ON s.id = v.site_id
    WHERE {COUNTS} AND (:unit IS NULL OR s.unit_id = :unit) AND (:site IS NULL OR s.id = :site)
"""
MEMBERS = f"""
    FROM pain_point p
    CROSS JOIN pain_point_member m ON m.pain_point_id = p.id AND m.removed = 0
    CROSS JOIN observation o ON o.id = m.observation_id {_HERE}
    AND p.removed = 0 AND (:pain_point IS NULL OR p.id = :pain_point)
"""
"""The counted notes `o` of a pain point `p`, with their visits `v` and sites `s`; ends inside its WHERE."""

LOOSE = f"""
    FROM service_tag t
    CROSS JOIN observation o ON o.id = t.observation_id {_HERE}
    AND t.removed = 0 AND (:service IS NULL OR t.service_id = :service)
    AND NOT {GROUPED.format(note="t.observation_id")}
    AND (t."primary" OR NOT EXISTS (
        SELECT 1 FROM service_tag r WHERE r.observation_id = t.observation_id AND r.removed = 0 AND r."primary"))
"""
"""The counted notes of a service that are in no pain point, in the same letters, with their tags `t`."""

EVERYWHERE = f"FROM observation o {_HERE}"
"""Every counted note, with or without a service."""


def by_service(columns: str, only: str, also_by: str = "") -> TextClause:
    """These columns for every service, each note once: of its pain points, and of what is not sorted yet."""
    return text(f"""
        WITH noted AS (
            SELECT p.service_id, o.id AS note_id {MEMBERS} {only} UNION SELECT t.service_id, o.id {LOOSE} {only})
        SELECT noted.service_id, {columns} FROM noted JOIN observation o ON o.id = noted.note_id
        GROUP BY noted.service_id {"," if also_by else ""} {also_by}
    """)


def ask(
    read: Reader,
    question: TextClause,
    *,
    unit_id: UUID | None = None,
    site_id: UUID | None = None,
    service_id: UUID | None = None,
    pain_point_id: UUID | None = None,
    today: date | None = None,
    limit: int = 0,
) -> Iterable[RowMapping]:
    """The rows of a statement, which is given the names that it asks for."""
    asked = {
        "unit": unit_id.bytes if unit_id else None,
        "site": site_id.bytes if site_id else None,
        "service": service_id.bytes if service_id else None,
        "pain_point": pain_point_id.bytes if pain_point_id else None,
        "today": today.isoformat() if today else None,
        "limit": limit,
    }
    return read.connection.execute(
        question, {name: value for name, value in asked.items() if f":{name}" in question.text}
    ).mappings()
