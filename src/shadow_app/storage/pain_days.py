"""When and where a pain point was met, visit by visit, and its sums for the score."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import text

from shadow_app.domain.vocabulary import VisitType
from shadow_app.insight.tally import Tally
from shadow_app.insight.trend import StratumDay
from shadow_app.storage.pain_notes import MEMBERS, ask
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import AGREED
from shadow_app.storage.tally_tables import TALLY_SUMS

_NOTED = f"SELECT o.*, v.site_id AS seen_site, coalesce(o.role_id, v.role_id) AS seen_role {MEMBERS}"
_STRATUM_DAYS = text(f"""
    WITH noted AS MATERIALIZED ({_NOTED}),
    strata AS (SELECT DISTINCT seen_site, seen_role FROM noted),
    sums AS (
        SELECT visit_id, seen_role, total(count * (evidence = 'seen')) AS seen,
               total(count * (evidence = 'seen' AND lost_minutes IS NOT NULL)) AS timed_count,
               total(count * coalesce(lost_minutes, 0) * (evidence = 'seen')) AS minutes,
               group_concat(nullif(after_change, ''), char(31)) AS after_change
        FROM noted GROUP BY visit_id, seen_role)
    SELECT v.id, date(v.starts_at / 1000000 + v.utc_offset * 60, 'unixepoch') AS day, v.visit_type, v.release_ref,
           v.site_id, r.role_id, v.exposure_hours, coalesce(n.seen, 0) AS seen,
           coalesce(n.timed_count, 0) AS timed_count, coalesce(n.minutes, 0) AS minutes, n.after_change
    FROM strata t
    JOIN visit v ON v.site_id = t.seen_site AND v.removed = 0 AND v.state <> 'planned' AND v.exposure_hours > 0
    JOIN visit_role r ON r.visit_id = v.id AND r.role_id = t.seen_role
    LEFT JOIN sums n ON n.visit_id = v.id AND n.seen_role = r.role_id
    WHERE {AGREED}
    ORDER BY v.starts_at, v.id, r.role_id
""")


def stratum_days(read: Reader, pain_point_id: UUID) -> list[StratumDay]:
    """Every visit to the places and roles in which a pain point was ever noted, also those on which it was not met.

    Left out are visits without hours and those whose host does not agree to notes. The tallies are up to date.
    """
    return [
        StratumDay(
            UUID(bytes=row["id"]),
            date.fromisoformat(row["day"]),
            VisitType(row["visit_type"]),
            row["release_ref"],
            UUID(bytes=row["site_id"]),
            UUID(bytes=row["role_id"]),
            row["exposure_hours"],
            row["seen"],
            row["timed_count"],
            row["minutes"],
            tuple(dict.fromkeys((row["after_change"] or "").split("\x1f"))) if row["after_change"] else (),
        )
        for row in ask(read, _STRATUM_DAYS, pain_point_id=pain_point_id)
    ]


_TALLIES = text(f"""
    SELECT t.service_id, s.unit_id, v.site_id, t.role_id, v.id, v.shadower_id, s.site_type, t.note_scope,
           {", ".join(f"t.{name}" for name in TALLY_SUMS)}
    FROM tally t JOIN visit v ON v.id = t.visit_id JOIN site s ON s.id = v.site_id
    WHERE t.pain_point_id = :pain_point
""")


def tallies_of(read: Reader, pain_point_id: UUID) -> list[Tally]:
    """The sums of one pain point alone; `tallies.tallies` reads those of a whole unit. They are up to date."""
    found = []
    for row in ask(read, _TALLIES, pain_point_id=pain_point_id):
        values: list[Any] = list(row.values())
        service, unit, site, role, visit, shadower = (UUID(bytes=each) for each in values[:6])
        site_type, scope, *sums = values[6:]
        found.append(Tally._make((pain_point_id, service, unit, site, site_type, role, visit, shadower, scope, *sums)))
    return found
