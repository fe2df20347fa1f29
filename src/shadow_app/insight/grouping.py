"""From the rows of SQL to the strata of each pain point: adding up, and nothing else.

Rows are kept in lists and added column by column in C (`math.fsum`, which is exact, so the order of the rows cannot
show in any digit): a quarter of a million rows must not become a quarter of a million objects (`design.md` §1).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.tally import Tally

_FIRST_SUM, _FIRST_GRADE = Tally._fields.index("notes"), Tally._fields.index("d0")


class Sums(NamedTuple):
    """The sums of several tallies that a rate is made of. Each field means what it means in `Tally`."""

    notes: float
    seen: float
    timed_count: float
    timed_minutes: float
    estimated_count: float
    estimated_minutes: float
    told: float
    told_count: float
    told_minutes: float
    rate_hour: float
    rate_day: float
    rate_week: float
    rate_month: float
    rate_notes: float
    people_sum: float
    people_notes: float


class GradeCounts(NamedTuple):
    """How many notes were graded how, over several tallies; and how many surprised."""

    d0: float
    d1: float
    d2: float
    d3: float
    d4: float
    t0: float
    t1: float
    t2: float
    t3: float
    w_none: float
    w_clumsy: float
    w_good: float
    surprises: float


class Cell(NamedTuple):
    """Everything noted of one pain point in one stratum (site × role) and scope."""

    site_id: UUID
    role_id: UUID
    site_type: str
    scope: Scope
    sums: Sums


def by_pain_point(tallies: Iterable[Tally]) -> dict[UUID, dict[UUID | None, list[Tally]]]:
    """service → pain point → its rows. None is the service's "not sorted yet"."""
    # UUID hashes and compares in Python; its integer does so in C, and this is the one loop over every row.
    groups: dict[tuple[int, int], list[Tally]] = {}
    for tally in tallies:
        pain_point = tally[0]
        key = (tally[1].int, -1 if pain_point is None else pain_point.int)
        if key in groups:
            groups[key].append(tally)
        else:
            groups[key] = [tally]
    services: dict[UUID, dict[UUID | None, list[Tally]]] = {}
    for rows in groups.values():
        services.setdefault(rows[0].service_id, {})[rows[0].pain_point_id] = rows
    return services


def cells(rows: Iterable[Tally]) -> list[Cell]:
    """Add the rows of one pain point up into its strata and scopes, in an order that hangs on their ids alone."""
    groups: dict[tuple[int, int, str], list[Tally]] = {}
    for row in rows:
        key = (row[3].int, row[5].int, row[8])
        if key in groups:
            groups[key].append(row)
        else:
            groups[key] = [row]
    found = []
    for key in sorted(groups):
        same = groups[key]
        first = same[0]
        found.append(Cell(first.site_id, first.role_id, first.site_type, Scope(key[2]), _added(same)))
    return found


def in_one_scope(noted: Iterable[Cell], scope: Scope) -> list[Cell]:
    """The same strata as if every note had this scope, so that each stratum appears once."""
    strata: dict[tuple[int, int], list[Cell]] = {}
    for cell in noted:
        same = cell if cell.scope is scope else cell._replace(scope=scope)
        strata.setdefault((cell.site_id.int, cell.role_id.int), []).append(same)
    return [here[0] if len(here) == 1 else here[0]._replace(sums=total(here)) for here in strata.values()]


def total(noted: Sequence[Cell]) -> Sums:
    """The sums over several strata, at least one."""
    return Sums._make(map(fsum, zip(*[cell.sums for cell in noted], strict=True)))


def grade_counts(rows: Iterable[Tally]) -> GradeCounts:
    """The grades of several rows, at least one."""
    return GradeCounts._make(map(fsum, zip(*[row[_FIRST_GRADE:] for row in rows], strict=True)))


def _added(rows: list[Tally]) -> Sums:
    if len(rows) == 1:
        return Sums._make(rows[0][_FIRST_SUM:_FIRST_GRADE])
    return Sums._make(map(fsum, zip(*[row[_FIRST_SUM:_FIRST_GRADE] for row in rows], strict=True)))
