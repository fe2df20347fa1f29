"""Tallies laid out for a ranking: the same sums as `Tally`, without an object for each (`design.md` §1).

A large store has tens of thousands of rows in almost as many strata. Here a row is a plain tuple as the driver gives
it, ids are the bytes that the store keeps, and what holds for all rows of a visit is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from shadow_app.insight.grouping import GradeCounts, grade_counts
from shadow_app.insight.tally import Tally

Row = tuple[Any, ...]
"""(service, pain point or None, key of `Sheet.visits`, role, scope, then the fields of `Sums`, the last ten only
where they are needed): ids as bytes, scope as its value."""

SERVICE, PAIN_POINT, VISIT, ROLE, SCOPE, FIRST_SUM = range(6)

PainBytes = tuple[bytes, bytes | None]
"""(service, pain point); None is the service's "not sorted yet"."""

_FIRST_SUM, _FIRST_GRADE = Tally._fields.index("notes"), Tally._fields.index("d0")


class Visited(NamedTuple):
    """What all rows of one visit share."""

    visit: bytes
    site: bytes
    shadower: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows of a ranking.

    Attributes:
        rows: those of each pain point, in any order.
        grades: how many notes of each pain point were graded how; nothing where none was.
        visits: every visit that stands in a row.
        site_types: of every site that stands in `visits`.
    """

    rows: Mapping[PainBytes, list[Row]]
    grades: Mapping[PainBytes, GradeCounts]
    visits: Mapping[bytes, Visited]
    site_types: Mapping[bytes, str]


def by_pain_point(rows: Iterable[Row]) -> dict[PainBytes, list[Row]]:
    """The rows of each pain point."""
    groups: dict[PainBytes, list[Row]] = {}
    for row in rows:
        key = row[:VISIT]
        if key in groups:
            groups[key].append(row)
        else:
            groups[key] = [row]
    return groups


def sheet_of(tallies: Iterable[Tally]) -> Sheet:
    """The sheet of some tallies."""
    rows: list[Row] = []
    graded: dict[PainBytes, list[Tally]] = {}
    visits: dict[bytes, Visited] = {}
    site_types: dict[bytes, str] = {}
    for tally in tallies:
        pain_point = None if tally.pain_point_id is None else tally.pain_point_id.bytes
        service, site = tally.service_id.bytes, tally.site_id.bytes
        visited = Visited(tally.visit_id.bytes, site, tally.shadower_id.bytes)
        key = b"".join(visited)
        rows.append((service, pain_point, key, tally.role_id.bytes, tally.scope, *tally[_FIRST_SUM:_FIRST_GRADE]))
        graded.setdefault((service, pain_point), []).append(tally)
        visits[key] = visited
        site_types[site] = tally.site_type
    grades = {key: grade_counts(same) for key, same in graded.items()}
    return Sheet(by_pain_point(rows), grades, visits, site_types)
