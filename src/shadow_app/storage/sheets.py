"""The kept sums as a ranking reads them: as few values as possible, straight from the driver (`design.md` §7).

Nothing takes as long as turning each value of each row into an object of Python. Most rows hold nothing but what was
seen and how long it took, so of those only that is read; and grades, which are counts of whole notes and add up
exactly in any order, are added up by SQL.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shadow_app.insight.grouping import GradeCounts, Sums
from shadow_app.insight.sheet import Sheet, Visited, by_pain_point
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import PLACES

_SEEN = Sums._fields[: Sums._fields.index("told")]
_REST = Sums._fields[len(_SEEN) :]

_HERE = f"visit_id IN (SELECT id FROM ({PLACES}))"
_PLAIN = " AND ".join(f"{name} = 0" for name in _REST)
_IDS = "service_id, pain_point_id, visit_id, role_id, note_scope"
_PLAIN_ROWS = f"SELECT {_IDS}, {', '.join(_SEEN)} FROM tally WHERE {_PLAIN}"
_OTHER_ROWS = f"SELECT {_IDS}, {', '.join(Sums._fields)} FROM tally WHERE NOT ({_PLAIN})"
_GRADES = f"SELECT service_id, pain_point_id, {', '.join(f'sum({name})' for name in GradeCounts._fields)} FROM tally"
_BY_PAIN = "GROUP BY service_id, pain_point_id"


def sheet(read: Reader, unit_id: UUID | None = None, visit_id: UUID | None = None) -> Sheet:
    """The sums of one unit, one visit, or all, as `tallies.tallies` has them. Call `tallies.refresh` first."""
    raw: Any = read.connection.connection.driver_connection
    asked = {"unit": unit_id.bytes if unit_id else None, "visit": visit_id.bytes if visit_id else None}
    some = any(asked.values())
    only, given = (_HERE, asked) if some else ("1", {})
    visits: dict[bytes, Visited] = {}
    site_types: dict[bytes, str] = {}
    for visit, _, site, site_type, shadower in raw.execute(PLACES, asked):
        visits[visit] = Visited(visit, site, shadower)
        site_types[site] = site_type
    rows = raw.execute(f"{_PLAIN_ROWS} AND {only}", given).fetchall()
    rows += raw.execute(f"{_OTHER_ROWS} AND {only}", given)
    grades = {
        (service, pain_point): GradeCounts._make(counts)
        for service, pain_point, *counts in raw.execute(f"{_GRADES} WHERE {only} {_BY_PAIN}", given)
    }
    return Sheet(by_pain_point(rows), grades, visits, site_types)
