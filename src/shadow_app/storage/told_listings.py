"""What sites were told, and when last: one row per visited site, added up by SQL."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text

from shadow_app.storage.repository import Reader

_TOLD = text("""
    SELECT s.id AS site_id, s.name AS site, u.id AS unit_id, u.name AS unit,
           date(min(v.starts_at / 1000000 + v.utc_offset * 60), 'unixepoch') AS first_visit,
           date(max(v.starts_at / 1000000 + v.utc_offset * 60), 'unixepoch') AS last_visit,
           (SELECT max(t.told_on) FROM site_update t WHERE t.site_id = s.id AND t.removed = 0) AS told_on
    FROM site s
    JOIN business_unit u ON u.id = s.unit_id
    JOIN visit v ON v.site_id = s.id AND v.removed = 0 AND v.state <> 'planned'
    WHERE s.removed = 0 AND (:unit IS NULL OR u.id = :unit)
    GROUP BY s.id ORDER BY told_on IS NOT NULL, told_on, s.name
""")


class TellingDue(NamedTuple):
    """A site that was visited, the days of its first and last visit, and when it was told something last."""

    site_id: UUID
    site: str
    unit_id: UUID
    unit: str
    first_visit: date
    last_visit: date
    told_on: date | None


def told_sites(read: Reader, unit_id: UUID | None = None) -> list[TellingDue]:
    """The visited sites of a unit, or of all: those never told first, then the longest silence first."""
    asked = {"unit": unit_id.bytes if unit_id else None}
    return [
        TellingDue(
            UUID(bytes=row["site_id"]),
            row["site"],
            UUID(bytes=row["unit_id"]),
            row["unit"],
            date.fromisoformat(row["first_visit"]),
            date.fromisoformat(row["last_visit"]),
            date.fromisoformat(row["told_on"]) if row["told_on"] else None,
        )
        for row in read.connection.execute(_TOLD, asked).mappings()
    ]
