"""What one pain point costs the business in a year (`domain.md` §3.1; worked examples in §3.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from math import fsum
from uuid import UUID

from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import Lane, Scope
from shadow_app.domain.weights import Weights
from shadow_app.insight import severity
from shadow_app.insight.cells import Cell, in_one_scope, total
from shadow_app.insight.grouping import GradeCounts, Sums
from shadow_app.insight.lost_hours import Extrapolated, Missing, Stakes, Stratum
from shadow_app.insight.peers import Survey
from shadow_app.insight.severity import Grades
from shadow_app.insight.strata import fallback_of, strata_of
from shadow_app.insight.unfolding import Unfolding
from shadow_app.insight.witnesses import Behind, Witnesses

_NOTES = Sums._fields.index("notes")


@dataclass(frozen=True, slots=True)
class PainCost:
    """One pain point, per year. Its hours, cost and WLH hold the extrapolated part, which is also told apart."""

    pain_point_id: UUID | None
    """None: the service's "not sorted yet"."""
    service_id: UUID
    grades: Grades
    uplift: float
    """u; 0 where the damage is priced."""
    priced: bool
    strata: Sequence[Stratum]
    """The strata in which it was noted, worked out when somebody looks: a ranking needs their sums alone. Where it
    was not noted, see `uncertainty.not_noticed`."""
    extrapolated: tuple[Extrapolated, ...]
    observed_hours: float
    """Σ H over `strata`."""
    extrapolated_hours: float
    loss: float
    """Money per year that priced damage costs; 0 where it is graded."""
    cost: float
    """Money per year: hours · rate · phi, and the loss."""
    wlh: float
    """Damage-weighted lost hours per year."""
    observed_minutes: float
    """Σ count · minutes of what was seen, to the letter: no rate, no people, no year."""
    seen: float
    """Σ count of what was seen; `told` of what was told."""
    told: float
    surprises: float
    behind: Behind
    effort_days: float | None
    effort_cap: float
    """The days of work that it would pay back: annual cost · payback years ÷ day rate."""

    @property
    def hours(self) -> float:
        """H: lost hours per year."""
        return self.observed_hours + self.extrapolated_hours

    @property
    def people(self) -> float:
        """Σ a over the strata in which it was noted."""
        return sum(stratum.people for stratum in self.strata)

    @property
    def events(self) -> float:
        """Occurrences per year, extrapolated ones with them."""
        return sum(stratum.events for stratum in self.strata) + sum(part.events for part in self.extrapolated)

    @property
    def missing(self) -> frozenset[Missing]:
        """What the figures of its strata lack."""
        return frozenset(lack for stratum in self.strata for lack in stratum.missing)

    @property
    def extrapolated_share(self) -> float:
        """The part of the hours that nobody has observed, 0 … 1."""
        return share(self.extrapolated_hours, self.hours)

    @property
    def minutes_unknown(self) -> bool:
        """Whether some stratum counts 0 hours only because no note has minutes."""
        return Missing.MINUTES in self.missing

    @property
    def graded(self) -> bool:
        """Whether anybody has graded or priced the damage. If not it counts as 0, and a screen must say so."""
        return self.priced or self.grades.graded

    @property
    def index(self) -> float:
        """0 … 100, for the eye only."""
        return severity.index(self.wlh)

    @property
    def lane(self) -> Lane:
        """What to do first."""
        return severity.lane(self.grades)

    @property
    def impact(self) -> int:
        """ITIL impact, 1 … 3; extrapolated people do not raise it."""
        return severity.impact(self.grades.damage, self.people)

    @property
    def urgency(self) -> int:
        """ITIL urgency, 1 … 3."""
        return severity.urgency(self.grades.time, self.grades.workaround)

    @property
    def priority(self) -> int:
        """ITIL priority, 1 … 5."""
        return severity.priority(self.impact, self.urgency)

    @property
    def density(self) -> float | None:
        """WLH per day of effort; None until somebody has estimated the effort."""
        return self.wlh / self.effort_days if self.effort_days else None


def pain_cost(
    pain_point_id: UUID | None,
    service_id: UUID,
    cells: Callable[[], list[Cell]],
    counts: GradeCounts,
    found: Witnesses,
    pain_point: PainPoint | None,
    surveyed: Survey,
    weights: Weights,
) -> PainCost:
    """Work one pain point out of all its cells.

    Args:
        pain_point_id: None for the service's "not sorted yet".
        service_id: the service.
        cells: makes those where it was noted, at least one; asked again when somebody looks at the strata.
        counts: how its notes were graded.
        found: its witnesses.
        pain_point: what people have set; None where nobody has grouped it, or nobody can tell.
        surveyed: the survey of the ground.
        weights: those in force, or tried.
    """
    scoped = partial(_scoped, pain_point_id, pain_point, cells)
    noted, sums = scoped()
    grades = severity.grades_of(pain_point, counts)
    stakes, fallback = _stakes(pain_point, grades, weights), fallback_of(sums)
    strata = strata_of(noted, surveyed, fallback, stakes)
    beyond = tuple(strata.beyond(surveyed))
    _, events, hours, cost, wlh = strata.year()
    cost = sum((part.cost for part in beyond), cost)
    return PainCost(
        pain_point_id=pain_point_id,
        service_id=service_id,
        grades=grades,
        uplift=stakes.uplift,
        priced=_price(pain_point) is not None,
        strata=Unfolding(lambda: strata_of(scoped()[0], surveyed, fallback, stakes).in_full()),
        extrapolated=beyond,
        observed_hours=hours,
        extrapolated_hours=sum(part.hours for part in beyond),
        loss=(events + sum(part.events for part in beyond)) * stakes.loss_per_event,
        cost=cost,
        # Added as `hours` is, or rounding could leave an ungraded pain a hair below its own hours.
        wlh=wlh + sum(part.wlh for part in beyond),
        observed_minutes=sums.timed_minutes + sums.estimated_minutes,
        seen=sums.seen,
        told=sums.told,
        surprises=counts.surprises,
        behind=found.behind(sums.notes),
        effort_days=pain_point.effort_days if pain_point else None,
        effort_cap=cost * weights.payback_years / weights.day_rate,
    )


def _stakes(pain_point: PainPoint | None, grades: Grades, weights: Weights) -> Stakes:
    price = _price(pain_point)
    if price is None:
        return Stakes(severity.uplift(grades, weights), 0.0, weights.unrecovered_share)
    return Stakes(0.0, price, weights.unrecovered_share)


def _scoped(
    pain_point_id: UUID | None, pain_point: PainPoint | None, cells: Callable[[], list[Cell]]
) -> tuple[list[Cell], Sums]:
    """The cells and their sums. One cause has one scope; what is "not sorted yet" has many causes, so there every note
    keeps its own.

    Made again for whoever looks into a pain point: kept, they would each be an object for Python's collector to walk.
    """
    noted = cells()
    sums, own = total(noted), pain_point.pain_scope if pain_point else None
    if pain_point_id is None or {cell[1] for cell in noted} == {own or noted[0][1]}:
        return noted, sums
    if own is None:
        person, shared = (fsum(cell[2][_NOTES] for cell in noted if cell[1] is scope) for scope in Scope)
        own = severity.majority_scope(person, shared)
    return in_one_scope(noted, own), sums


def _price(pain_point: PainPoint | None) -> float | None:
    """Money lost per event, or None where the damage is not priced; both halves of the price are needed."""
    if pain_point is None or pain_point.loss_value is None or pain_point.loss_chance is None:
        return None
    return pain_point.loss_value * pain_point.loss_chance


def share(part: float, whole: float) -> float:
    """part ÷ whole, 0 … 1; 0 of nothing is 0."""
    return part / whole if whole > 0 else 0.0
