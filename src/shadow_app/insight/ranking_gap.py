"""The three rankings beside one another: what IT assumed, what people stated, what was observed (`domain.md` §3.1).

gap = assumed rank − observed rank: positive where IT underrates a service.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from uuid import UUID

from shadow_app.domain.ranking import StatedImportance
from shadow_app.insight.agreement import (
    kendall_tau_b,
    rank_biased_overlap,
    shared_ranks,
    spearman,
    top_overlap,
)
from shadow_app.insight.service_cost import ServiceCost

TOP = 3
"""A blind spot is among the first three of the field, a pet service among the first three of IT's list."""

ENOUGH_RESPONDENTS = 5
"""An opportunity is shown from this many on."""

PATIENT, HASTY = 0.9, 0.7
"""p of the rank-biased overlap, for long and for short lists."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What respondents said of one service."""

    rank: int
    """By mean importance; ties share a rank."""
    respondents: int
    """How many graded its importance: printed beside the rank."""
    importance: float
    """The mean, 1 … 10."""
    opportunity: float | None
    """I + max(I − S, 0) (Ulwick); None below `ENOUGH_RESPONDENTS` people who graded both."""


@dataclass(frozen=True, slots=True)
class GapLine:
    """One service in the three rankings. None: not in that ranking."""

    service_id: UUID
    assumed: int | None
    """IT's rank; n + 1 where IT did not list the service. None where IT has made no list."""
    listed: bool
    stated: Stated | None
    observed: int | None
    """The field's rank by WLH; None is "no evidence", which is not the same as no pain."""
    wlh: float
    gap: int | None
    blind_spot: bool
    pet: bool


@dataclass(frozen=True, slots=True)
class RankingGap:
    """The comparison of one unit. What needs both orders is None where one of them is missing."""

    lines: tuple[GapLine, ...]
    """Observed services in the field's order, then those without evidence in IT's order."""
    listed: int
    """n: how many of the used services IT listed."""
    mean_gap: float | None
    """Mean of |gap|."""
    blind_share: float | None
    """WLH of the services in IT's lower half (rank > n/2, or not listed) ÷ ΣWLH. The headline."""
    blind_share_hours: float | None
    """The same of the plain hours, for the annex: it does not hang on any grade."""
    tau_b: float | None
    """The one coefficient; the three below are for the annex."""
    spearman: float | None
    overlap_patient: float | None
    """Rank-biased overlap, p = 0.9. It looks mild wherever both lists hold the same services: never a headline."""
    overlap_hasty: float | None
    """Rank-biased overlap, p = 0.7."""
    _field: tuple[UUID, ...]
    _assumed: tuple[UUID, ...]

    def top_overlap(self, k: int) -> int:
        """How many of the field's first k are among IT's first k."""
        return top_overlap(self._field, self._assumed, k)

    @property
    def blind_spots(self) -> tuple[GapLine, ...]:
        """Among the field's first three, and in IT's lower half."""
        return tuple(line for line in self.lines if line.blind_spot)

    @property
    def pets(self) -> tuple[GapLine, ...]:
        """The reverse: among IT's first three, and in the field's lower half."""
        return tuple(line for line in self.lines if line.pet)


def assumed_ranks(listed: Sequence[UUID], used: Collection[UUID]) -> dict[UUID, int]:
    """IT's list re-ranked over the services that a unit uses; those it does not list share rank n + 1."""
    kept = [service for service in dict.fromkeys(listed) if service in used]
    ranks = {service: rank for rank, service in enumerate(kept, start=1)}
    return {**ranks, **{service: len(kept) + 1 for service in used if service not in ranks}} if kept else {}


def stated_ranks(answers: Iterable[StatedImportance]) -> dict[UUID, Stated]:
    """The mean importance of each service over its respondents, ranked."""
    importance: dict[UUID, list[int]] = {}
    satisfaction: dict[UUID, list[int]] = {}
    for answer in answers:
        if answer.removed or answer.importance is None:
            continue
        importance.setdefault(answer.service_id, []).append(answer.importance)
        if answer.satisfaction is not None:
            satisfaction.setdefault(answer.service_id, []).append(answer.satisfaction)
    means = {service: fmean(grades) for service, grades in importance.items()}
    return {
        service: Stated(rank, len(importance[service]), means[service], _shown(means[service], satisfaction, service))
        for service, rank in shared_ranks(means).items()
    }


def opportunity(importance: float, satisfaction: float) -> float:
    """I + max(I − S, 0): important and badly served comes first (Ulwick)."""
    return importance + max(importance - satisfaction, 0)


def ranking_gap(
    listed: Sequence[UUID],
    answers: Iterable[StatedImportance],
    costs: Sequence[ServiceCost],
    used: Collection[UUID] = (),
) -> RankingGap:
    """Compare the three rankings of one unit.

    Args:
        listed: IT's assumed list, best first; empty where IT has made none.
        costs: the observed ranking. A service without a cost was never observed.
        used: the services that the unit uses; what was observed or stated is used anyway.
    """
    stated = stated_ranks(answers)
    costing = {cost.service_id: cost.wlh for cost in costs}
    every = {*used, *costing, *stated}
    assumed, observed = assumed_ranks(listed, every), shared_ranks(costing)
    n = sum(service in every for service in dict.fromkeys(listed))
    order = [*costing, *sorted(every - costing.keys(), key=lambda service: (assumed.get(service, n + 1), service.int))]
    lines = tuple(_line(service, assumed, n, stated, observed, costing) for service in order)
    field = tuple(costing)
    # What was never observed is no evidence either way, so both orders are compared over the observed services only.
    ours = tuple(sorted((s for s in field if assumed.get(s, n + 1) <= n), key=lambda service: assumed[service]))
    both = [(assumed[service], observed[service]) for service in field] if n else []
    gaps = [abs(line.gap) for line in lines if line.gap is not None]
    lower = [cost for cost in costs if n and assumed[cost.service_id] > n / 2]
    return RankingGap(
        lines=lines,
        listed=n,
        mean_gap=fmean(gaps) if gaps else None,
        blind_share=_part(sum(cost.wlh for cost in lower), sum(costing.values())) if n else None,
        blind_share_hours=_part(sum(cost.hours for cost in lower), sum(cost.hours for cost in costs)) if n else None,
        tau_b=kendall_tau_b([one for one, _ in both], [other for _, other in both]),
        spearman=spearman([one for one, _ in both], [other for _, other in both]),
        overlap_patient=rank_biased_overlap(field, ours, PATIENT),
        overlap_hasty=rank_biased_overlap(field, ours, HASTY),
        _field=field,
        _assumed=ours,
    )


def _line(
    service: UUID,
    assumed: Mapping[UUID, int],
    n: int,
    stated: Mapping[UUID, Stated],
    observed: Mapping[UUID, int],
    costing: Mapping[UUID, float],
) -> GapLine:
    ours, theirs = assumed.get(service), observed.get(service)
    gap = None if ours is None or theirs is None else ours - theirs
    # On a list of two or three, the first three and the lower half overlap: without a gap nobody was blind.
    blind = gap is not None and gap > 0 and theirs is not None and theirs <= TOP and (ours or 0) > n / 2
    pet = gap is not None and gap < 0 and (ours or 0) <= TOP and theirs is not None and theirs > len(observed) / 2
    return GapLine(
        service_id=service,
        assumed=ours,
        listed=ours is not None and ours <= n,
        stated=stated.get(service),
        observed=theirs,
        wlh=costing.get(service, 0.0),
        gap=gap,
        blind_spot=blind,
        pet=pet,
    )


def _part(lower: float, whole: float) -> float | None:
    return lower / whole if whole > 0 else None


def _shown(importance: float, satisfaction: Mapping[UUID, list[int]], service: UUID) -> float | None:
    grades = satisfaction.get(service, [])
    return opportunity(importance, fmean(grades)) if len(grades) >= ENOUGH_RESPONDENTS else None
