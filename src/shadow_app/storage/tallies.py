"""What the score is worked out from: sums per pain point × visit × role × scope, made by SQL (`design.md` §1, §4).

They are kept, and only the visits touched since are added up again, and with them the pain points of the services that
were met on them, at their sites: so a ranking reads a few rows per pain point and site, and never all notes.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, text

from shadow_app.insight.tally import Tally
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.tally_tables import GRADE_SUMS, RATE_SUMS, TALLY_SUMS

AGREED = """NOT EXISTS (
        SELECT 1 FROM consent c WHERE c.visit_id = v.id AND c.subject = 'notes' AND c.removed = 0
        AND (c.given = 0 OR c.withdrawn_on IS NOT NULL))
"""
"""Whether the host of the visit `v` agrees to notes. Who counts notes or hours asks it: hours of which nothing may be
told are none in which nothing was seen."""

COUNTS = f"""
    v.removed = 0 AND o.removed = 0 AND o.not_scored = 0 AND o.state <> 'set_aside'
    AND o.read_back IS NOT 'withdrawn' AND o.kind IN ('pain', 'workaround', 'wait')
    AND {AGREED}"""
"""Whether the note `o` of the visit `v` counts in the score. Who shows what stands behind a figure asks the same."""

GROUPED = """EXISTS (
    SELECT 1 FROM pain_point_member m JOIN pain_point p ON p.id = m.pain_point_id AND p.removed = 0
    WHERE m.observation_id = {note} AND m.removed = 0)
"""
"""Whether a note is in a pain point, and so counts there and not by its tags."""

# CROSS JOIN is SQLite's way to fix the order: left to itself it scans every note and tag for one stale visit.
_COUNTED_NOTES = f"""
    SELECT o.*, v.site_id, coalesce(o.role_id, v.role_id) AS seen_role,
           o.at / 1000000 + o.utc_offset * 60 AS noted_at
    FROM {{visits}} s
    CROSS JOIN visit v ON v.id = s.visit_id
    CROSS JOIN observation o ON o.visit_id = v.id
    WHERE {COUNTS}
"""

_TARGETS = f"""
    SELECT n.id AS note_id, p.id AS pain_point_id, p.service_id AS service_id,
           1.0 / count(*) OVER (PARTITION BY n.id) AS share
    FROM notes n
    CROSS JOIN pain_point_member m ON m.observation_id = n.id AND m.removed = 0
    JOIN pain_point p ON p.id = m.pain_point_id AND p.removed = 0
    UNION ALL
    SELECT n.id, NULL, t.service_id,
           CASE WHEN max(t."primary") OVER note
                THEN t."primary" * 1.0 / sum(t."primary") OVER note
                ELSE 1.0 / count(*) OVER note END
    FROM notes n
    CROSS JOIN service_tag t ON t.observation_id = n.id AND t.removed = 0
    WHERE NOT {GROUPED.format(note="n.id")}
    WINDOW note AS (PARTITION BY n.id)
"""


def _when(condition: str, value: str = "1") -> str:
    return f"total(share * ({value}) * ({condition}))"


_SEEN = "evidence = 'seen'"
_TIMED = f"{_SEEN} AND minutes_source = 'timed' AND lost_minutes IS NOT NULL"
_ESTIMATED = f"{_SEEN} AND minutes_source <> 'timed' AND lost_minutes IS NOT NULL"
_TOLD = "evidence = 'told'"
_SPENT = "n.count * coalesce(lost_minutes, 0)"
SUMS_IN_SQL = {
    "notes": "total(share)",
    "seen": _when(_SEEN, "n.count"),
    "timed_count": _when(_TIMED, "n.count"),
    "timed_minutes": _when(_TIMED, _SPENT),
    "estimated_count": _when(_ESTIMATED, "n.count"),
    "estimated_minutes": _when(_ESTIMATED, _SPENT),
    "told": _when(_TOLD, "n.count"),
    "told_count": _when(f"{_TOLD} AND lost_minutes IS NOT NULL", "n.count"),
    "told_minutes": _when(_TOLD, _SPENT),
    **{
        f"rate_{period}": _when(f"rate IS NOT NULL AND rate_per = '{period}'", "coalesce(rate, 0)")
        for period in ("hour", "day", "week", "month")
    },
    "rate_notes": "total(rate IS NOT NULL AND rate_per IS NOT NULL)",
    "people_sum": _when("people_stopped IS NOT NULL", "n.count * coalesce(people_stopped, 0)"),
    "people_notes": _when("people_stopped IS NOT NULL", "n.count"),
    **{f"d{grade}": f"total(business_damage IS {grade})" for grade in range(5)},
    **{f"t{grade}": f"total(time_to_damage IS {grade})" for grade in range(4)},
    **{f"w_{quality}": f"total(workaround IS '{quality}')" for quality in ("none", "clumsy", "good")},
    "surprises": "total(surprise)",
}

_MET = "max(n.noted_at), max(CASE WHEN n.evidence = 'seen' THEN n.noted_at END)"
_TOUCHED = """
    INSERT OR IGNORE INTO stale_tally (site_id, service_id)
    SELECT site_id, service_id FROM tally WHERE visit_id IN (SELECT visit_id FROM stale_visit)
"""
_KEY = "t.service_id, coalesce(t.pain_point_id, zeroblob(16)), t.site_id"
_AGAIN = "FROM stale_tally k CROSS JOIN tally t ON t.site_id = k.site_id AND t.service_id = k.service_id"
_PLAIN = " AND ".join(f"max(t.{name}) = 0" for name in RATE_SUMS[RATE_SUMS.index("told") :])


def _added(names: tuple[str, ...]) -> str:
    return ", ".join(f"total(t.{name})" for name in names)


OF_VISITS = f"""
    WITH notes AS MATERIALIZED ({_COUNTED_NOTES}), targets AS ({_TARGETS})
    SELECT n.visit_id, n.seen_role, g.pain_point_id, g.service_id, n.site_id, n.note_scope, count(*), {_MET},
           {{sums}}
    FROM targets g JOIN notes n ON n.id = g.note_id
    WHERE g.share > 0
    GROUP BY n.visit_id, n.seen_role, g.pain_point_id, g.service_id, n.note_scope
"""
"""What the notes of some visits add up to."""

_REFRESH = (
    _TOUCHED,
    "DELETE FROM tally WHERE visit_id IN (SELECT visit_id FROM stale_visit)",
    "DELETE FROM visit_role WHERE visit_id IN (SELECT visit_id FROM stale_visit)",
    f"""
    INSERT INTO tally (visit_id, role_id, pain_point_id, service_id, site_id, note_scope, noted, noted_at, seen_at,
                       {", ".join(TALLY_SUMS)})
    {OF_VISITS.format(visits="stale_visit", sums=", ".join(SUMS_IN_SQL[name] for name in TALLY_SUMS))}
    """,
    """
    INSERT OR IGNORE INTO visit_role (visit_id, role_id)
    SELECT v.id, v.role_id FROM stale_visit s CROSS JOIN visit v ON v.id = s.visit_id
    UNION ALL
    SELECT o.visit_id, o.role_id FROM stale_visit s CROSS JOIN observation o ON o.visit_id = s.visit_id
    WHERE o.role_id IS NOT NULL AND o.removed = 0
    """,
    _TOUCHED,
    "DELETE FROM stratum_tally WHERE (site_id, service_id) IN (SELECT site_id, service_id FROM stale_tally)",
    "DELETE FROM pain_tally WHERE (site_id, service_id) IN (SELECT site_id, service_id FROM stale_tally)",
    f"""
    INSERT INTO stratum_tally (service_id, pain_point_id, site_id, role_id, note_scope, plain, {", ".join(RATE_SUMS)})
    SELECT {_KEY}, t.role_id, t.note_scope, {_PLAIN}, {_added(RATE_SUMS)} {_AGAIN} GROUP BY 1, 2, 3, 4, 5
    """,
    f"""
    INSERT INTO pain_tally (service_id, pain_point_id, site_id, noted, noted_at, seen_at, visits,
                            {", ".join(GRADE_SUMS)})
    SELECT {_KEY}, sum(t.noted), max(t.noted_at), max(t.seen_at), group_concat(DISTINCT v.row ORDER BY v.row),
           {_added(GRADE_SUMS)} {_AGAIN} JOIN visit v ON v.id = t.visit_id GROUP BY 1, 2, 3
    """,
    "DELETE FROM stale_tally",
    "DELETE FROM stale_visit",
)

_FORGET = (
    "DELETE FROM tally",
    "DELETE FROM stratum_tally",
    "DELETE FROM pain_tally",
    "DELETE FROM visit_role",
    "INSERT OR IGNORE INTO stale_visit SELECT id FROM visit",
)
PLACES = """
    SELECT v.id, s.unit_id, v.site_id, s.site_type, v.shadower_id FROM visit v JOIN site s ON s.id = v.site_id
    WHERE (:unit IS NULL OR s.unit_id = :unit) AND (:visit IS NULL OR v.id = :visit)
"""
_READ = f"SELECT visit_id, pain_point_id, service_id, role_id, note_scope, {', '.join(TALLY_SUMS)} FROM tally"
_READ_SOME = f"{_READ} WHERE visit_id IN (SELECT id FROM ({PLACES}))"

_EXPOSURES = text(f"""
    SELECT v.site_id, r.role_id, sum(v.exposure_hours)
    FROM visit v JOIN visit_role r ON r.visit_id = v.id JOIN site s ON s.id = v.site_id
    WHERE v.removed = 0 AND {AGREED} AND (:unit IS NULL OR s.unit_id = :unit)
    GROUP BY v.site_id, r.role_id
""")


def refresh(store: Store) -> None:
    """Add up again what has been written since the last time."""
    with store.reading() as read:
        if read.connection.execute(text("SELECT 1 FROM stale_visit LIMIT 1")).first() is None:
            return
    with store.maintaining() as write:
        for statement in _REFRESH:
            write.connection.execute(text(statement))


def forget_sums(connection: Connection) -> None:
    """Have everything added up anew at the next ranking."""
    for statement in _FORGET:
        connection.exec_driver_sql(statement)


def tallies(read: Reader, unit_id: UUID | None = None, visit_id: UUID | None = None) -> list[Tally]:
    """The sums of one unit, one visit, or all. Call `refresh` first."""
    asked = {"unit": _bytes(unit_id), "visit": _bytes(visit_id)}
    # Straight from the driver, and what is said of a visit only once: of a large store these are the longest lists.
    raw: Any = read.connection.connection.driver_connection
    ids = _Ids({None: None})
    places = {
        visit: (ids[unit], ids[site], kind, ids[visit], ids[shadower])
        for visit, unit, site, kind, shadower in raw.execute(PLACES, asked)
    }
    found = []
    for visit, pain_point, service, role, scope, *sums in raw.execute(*_question(asked)):
        unit, site, kind, own_id, shadower = places[visit]
        key = (ids[pain_point], ids[service], unit, site, kind, ids[role], own_id, shadower, scope)
        found.append(Tally._make((*key, *sums)))
    return found


def _question(asked: dict[str, bytes | None]) -> tuple[str, dict[str, bytes | None]]:
    return (_READ_SOME, asked) if any(asked.values()) else (_READ, {})


class _Ids(dict[bytes | None, Any]):
    """A few hundred ids stand in hundreds of thousands of rows, so each UUID is made once."""

    def __missing__(self, value: bytes) -> UUID:
        made = self[value] = UUID(bytes=value)
        return made


def exposures(read: Reader, unit_id: UUID | None = None) -> dict[tuple[UUID, UUID], float]:
    """Shadowed hours per (site, role): the hours of every visit on which the role was seen and of which notes count."""
    rows = read.connection.execute(_EXPOSURES, {"unit": _bytes(unit_id)})
    return {(UUID(bytes=row[0]), UUID(bytes=row[1])): row[2] for row in rows}


def _bytes(value: UUID | None) -> bytes | None:
    return None if value is None else value.bytes
