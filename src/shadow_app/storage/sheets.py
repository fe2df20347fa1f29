"""The kept sums as a ranking reads them: as few values as possible, straight from the driver (`design.md` §7).

Nothing takes as long as turning each value of each row into an object of Python. Most strata hold nothing but what was
seen and how long it took, so of those only that is read; and grades, which are counts of whole notes and add up
exactly in any order, are added up by SQL.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shadow_app.insight.grouping import GradeCounts, Sums
from shadow_app.insight.sheet import SITE, Noted, PainBytes, Row, Sheet, Visited, by_pain_point, sheet_of
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import tallies

_SEEN = Sums._fields[: Sums._fields.index("told")]
_IDS = "service_id, pain_point_id, site_id, role_id, note_scope"
_PLAIN_ROWS = f"SELECT {_IDS}, {', '.join(_SEEN)} FROM stratum_tally WHERE plain"
_OTHER_ROWS = f"SELECT {_IDS}, {', '.join(Sums._fields)} FROM stratum_tally WHERE NOT plain"
_GRADES = ", ".join(f"total({name})" for name in GradeCounts._fields)
_PAINS = f"SELECT service_id, pain_point_id, group_concat(visits), {_GRADES} FROM pain_tally"
_BY_PAIN = "GROUP BY service_id, pain_point_id"
_VISITS = "SELECT cast(row AS TEXT), id, site_id, shadower_id FROM visit WHERE 1"
_SITES = "SELECT id, site_type FROM site"
_HERE = "site_id IN (SELECT id FROM site WHERE unit_id = ?)"


def sheet(read: Reader, unit_id: UUID | None = None, visit_id: UUID | None = None) -> Sheet:
    """The sums of one unit, one visit, or all, as `tallies.tallies` has them. Call `tallies.refresh` first."""
    if visit_id is not None:
        return sheet_of(tallies(read, unit_id, visit_id))
    raw: Any = read.connection.connection.driver_connection
    only, given = ("1", ()) if unit_id is None else (_HERE, (unit_id.bytes,))
    rows: dict[PainBytes, list[Row]] = {}
    by_pain_point(raw.execute(f"{_PLAIN_ROWS} AND {only}", given), rows)
    others = raw.execute(f"{_OTHER_ROWS} AND {only}", given).fetchall()
    by_pain_point(others, rows)
    for key in {row[:SITE] for row in others}:
        rows[key].sort()  # all others are in order, as the table is
    noted = {
        (service, pain_point): Noted(visits.split(","), GradeCounts._make(grades))
        for service, pain_point, visits, *grades in raw.execute(f"{_PAINS} WHERE {only} {_BY_PAIN}", given)
    }
    visits = {row: Visited._make(visited) for row, *visited in raw.execute(f"{_VISITS} AND {only}", given)}
    return Sheet(rows, noted, visits, dict(raw.execute(_SITES)))
