"""Tallies laid out for a ranking: the same sums as `Tally`, without an object for each (`design.md` §1).

A large store has tens of thousands of strata. Here one is a plain tuple as the driver gives it, ids are the bytes that
the store keeps, and what holds for all rows of a visit is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from shadow_app.insight.grouping import GradeCounts, added, grade_counts
from shadow_app.insight.tally import Tally

Row = tuple[Any, ...]
"""(service, pain point, site, role, scope, then the fields of `Sums`, the last ten only where they are needed): ids as
bytes, scope as its value. What is not sorted yet has `NOT_SORTED` for its pain point."""

SITE, ROLE, SCOPE, FIRST_SUM = 2, 3, 4, 5

NOT_SORTED = bytes(16)

PainBytes = tuple[bytes, bytes]
"""(service, pain point or `NOT_SORTED`)."""

_FIRST_SUM, _FIRST_GRADE = Tally._fields.index("notes"), Tally._fields.index("d0")


class Visited(NamedTuple):
    """What all rows of one visit share."""

    visit: bytes
    site: bytes
    shadower: bytes


class Noted(NamedTuple):
    """What is known of one pain point besides its strata."""

    visits: Iterable[Any]
    """Keys of `Sheet.visits`, at least one; some may be said twice."""
    grades: GradeCounts


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a ranking adds up.

    Attributes:
        rows: of each pain point one for each site × role × scope, in the order of these three.
        noted: every pain point that stands in `rows`.
        visits: every visit that stands in `noted`.
        site_types: of every site that stands in a row.
    """

    rows: Mapping[PainBytes, list[Row]]
    noted: Mapping[PainBytes, Noted]
    visits: Mapping[Any, Visited]
    site_types: Mapping[bytes, str]


def by_pain_point(rows: Iterable[Row], groups: dict[PainBytes, list[Row]]) -> None:
    """Put the rows to the others of their pain points."""
    for row in rows:
        key = row[:SITE]
        if key in groups:
            groups[key].append(row)
        else:
            groups[key] = [row]


def sheet_of(tallies: Iterable[Tally]) -> Sheet:
    """The sheet of some tallies."""
    strata: dict[Row, list[Row]] = {}
    pains: dict[PainBytes, list[Tally]] = {}
    visits: dict[bytes, Visited] = {}
    site_types: dict[bytes, str] = {}
    for tally in tallies:
        pain_point = NOT_SORTED if tally.pain_point_id is None else tally.pain_point_id.bytes
        service, site = tally.service_id.bytes, tally.site_id.bytes
        stratum = (service, pain_point, site, tally.role_id.bytes, tally.scope)
        strata.setdefault(stratum, []).append(tally[_FIRST_SUM:_FIRST_GRADE])
        pains.setdefault((service, pain_point), []).append(tally)
        visits[_visit(tally)] = Visited(tally.visit_id.bytes, site, tally.shadower_id.bytes)
        site_types[site] = tally.site_type
    rows: dict[PainBytes, list[Row]] = {}
    by_pain_point(((*stratum, *added(strata[stratum])) for stratum in sorted(strata)), rows)
    noted = {key: Noted({_visit(each) for each in same}, grade_counts(same)) for key, same in pains.items()}
    return Sheet(rows, noted, visits, site_types)


def _visit(tally: Tally) -> bytes:
    return tally.visit_id.bytes + tally.site_id.bytes + tally.shadower_id.bytes
