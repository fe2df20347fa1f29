"""Where to go next, and why: every suggestion can say its reason in a sentence and what is at stake in money a year.

Reasons: nobody has ever been at a site, or with a role there; a dear pain point stands on thin evidence; a site has not
heard from us. What an unseen place has at stake is what the same work loses where it was seen: the share of worked
hours that is lost by the same role at sites of the same type, else by the role anywhere, else by everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from shadow_app.domain.vocabulary import EvidenceGrade
from shadow_app.insight.pain_cost import PainCost, share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.small_cells import FEWEST
from shadow_app.insight.tally import Ground, Place

MOST = 6


class Why(StrEnum):
    """Why one would go there."""

    SITE_NEVER_SEEN = "site_never_seen"
    ROLE_NEVER_SEEN = "role_never_seen"
    THIN_EVIDENCE = "thin_evidence"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with what a sentence about it needs."""

    why: Why
    money: float = 0.0
    """At stake in a year, in the firm's currency; 0 where nothing is known of it."""
    hours: float = 0.0
    """Worked hours a year that nobody has looked at; for thin evidence the lost hours a year that are claimed."""
    pain_point_id: UUID | None = None
    service_id: UUID | None = None
    days: int | None = None
    """Since the site last had anything to do with us."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Go there, with that role; the reasons weigh from left to right."""

    site_id: UUID
    role_id: UUID
    headcount: int
    reasons: tuple[Reason, ...]
    shadower_id: UUID | None = None
    """Who of IT would go: somebody who has never been out, if there is anybody."""

    @property
    def money(self) -> float:
        """The largest of the reasons, and not their sum: what is carried over to a place and what is unseen there are
        in part the same money."""
        return max(reason.money for reason in self.reasons)

    def told(self, reason: Reason) -> float:
        """The money of one reason that may be said: 0 where it would tell what a few people cost or lose."""
        of_the_place = reason.why in (Why.SITE_NEVER_SEEN, Why.ROLE_NEVER_SEEN)
        return 0.0 if of_the_place and self.headcount < FEWEST else reason.money

    @property
    def hours(self) -> float:
        """Worked hours a year that nobody has looked at."""
        unseen = (Why.SITE_NEVER_SEEN, Why.ROLE_NEVER_SEEN)
        return max((reason.hours for reason in self.reasons if reason.why in unseen), default=0.0)


def suggest_visits(
    ground: Ground,
    costs: Iterable[ServiceCost],
    waiting: Mapping[UUID, int | None],
    planned: frozenset[Place] = frozenset(),
    goers: Sequence[UUID] = (),
    most: int = MOST,
) -> tuple[Suggestion, ...]:
    """Where to go next, the most at stake first, then the most unseen hours, then the longest silence.

    Args:
        ground: who works where, and how long they were shadowed.
        costs: the ranking; empty while the field may not be shown, and then places are ordered by worked hours.
        waiting: sites that are overdue → days since the last contact, None for never.
        planned: places to which a visit is planned already; they are not suggested again.
        goers: who would go, in turn.
        most: how many at most.
    """
    pains = [pain for cost in costs for pain in cost.pains]
    reasons: dict[Place, list[Reason]] = {}
    for place, reason in (*_unseen(ground, pains), *_thin(ground, pains, planned)):
        reasons.setdefault(place, []).append(reason)
    _add_silence(reasons, ground, waiting)
    found = [
        Suggestion(
            site_id=place[0],
            role_id=place[1],
            headcount=ground.populations[place].headcount,
            reasons=tuple(sorted(why, key=lambda reason: -reason.money)),
        )
        for place, why in reasons.items()
        if place not in planned
    ]
    found.sort(key=lambda each: (-each.money, -each.hours, -_days(each), each.site_id.int, each.role_id.int))
    chosen = found[:most]
    if not goers:
        return tuple(chosen)
    return tuple(replace(each, shadower_id=goers[place % len(goers)]) for place, each in enumerate(chosen))


def _unseen(ground: Ground, pains: Sequence[PainCost]) -> Iterator[tuple[Place, Reason]]:
    lost = _LostShare(ground, pains)
    been = {site for (site, _), hours in ground.exposures.items() if hours > 0}
    for place, people in ground.populations.items():
        if people.headcount <= 0 or ground.exposures.get(place, 0.0) > 0 or place[0] not in ground.sites:
            continue
        hours = _worked(ground, place)
        why = Why.ROLE_NEVER_SEEN if place[0] in been else Why.SITE_NEVER_SEEN
        yield place, Reason(why, money=hours * people.hourly_rate * lost.at(place), hours=hours)


def _thin(ground: Ground, pains: Sequence[PainCost], planned: frozenset[Place]) -> Iterator[tuple[Place, Reason]]:
    dear = sorted(pains, key=lambda pain: -pain.cost)
    taken: set[Place] = set()
    for pain in dear:
        if pain.behind.evidence is not EvidenceGrade.ANECDOTE or pain.cost <= 0:
            continue
        place = _second_look(ground, pain)
        if place is not None and place not in taken and place not in planned:
            taken.add(place)
            yield (
                place,
                Reason(
                    Why.THIN_EVIDENCE,
                    money=pain.cost,
                    hours=pain.hours,
                    pain_point_id=pain.pain_point_id,
                    service_id=pain.service_id,
                ),
            )


def _second_look(ground: Ground, pain: PainCost) -> Place | None:
    """The largest place of the same work where it was not noted yet; else the largest where it was."""
    noted = {(stratum.site_id, stratum.role_id) for stratum in pain.strata}
    kinds = {(stratum.site_type, stratum.role_id) for stratum in pain.strata}
    alike = [
        place
        for place, people in ground.populations.items()
        if people.headcount > 0 and place[0] in ground.sites and (ground.sites[place[0]].site_type, place[1]) in kinds
    ]
    elsewhere = [place for place in alike if place not in noted]
    return max(elsewhere or alike, key=lambda place: (_worked(ground, place), place[0].int), default=None)


def _add_silence(reasons: dict[Place, list[Reason]], ground: Ground, waiting: Mapping[UUID, int | None]) -> None:
    """A site that has not heard from us speaks for the places suggested there, else for its largest role."""
    for site_id, days in waiting.items():
        here = [place for place in reasons if place[0] == site_id]
        if days is None and here:
            # Never being there has been said already.
            continue
        if not here:
            roles = [place for place, people in ground.populations.items() if place[0] == site_id and people.headcount]
            here = sorted(roles, key=lambda place: (-_worked(ground, place), place[1].int))[:1]
        for place in here:
            reasons.setdefault(place, []).append(Reason(Why.NOT_TOLD, days=days))


class _LostShare:
    """The share of worked hours that is lost, by site type and role, by role, and over all."""

    def __init__(self, ground: Ground, pains: Sequence[PainCost]) -> None:
        self._ground = ground
        self._lost: dict[object, float] = {}
        self._worked: dict[object, float] = {}
        for pain in pains:
            for stratum in pain.strata:
                for key in self._keys((stratum.site_id, stratum.role_id)):
                    self._lost[key] = self._lost.get(key, 0.0) + stratum.hours
        for place, hours in ground.exposures.items():
            if hours > 0:
                for key in self._keys(place):
                    self._worked[key] = self._worked.get(key, 0.0) + _worked(ground, place)

    def at(self, place: Place) -> float:
        """For a place where nobody has been; never more than all of it."""
        for key in self._keys(place):
            if self._worked.get(key, 0.0) > 0:
                return min(1.0, share(self._lost.get(key, 0.0), self._worked[key]))
        return 0.0

    def _keys(self, place: Place) -> tuple[object, ...]:
        site, role = place
        facts = self._ground.sites.get(site)
        return (facts.site_type if facts else "", role), role, None


def _worked(ground: Ground, place: Place) -> float:
    people = ground.populations.get(place)
    return 0.0 if people is None else people.headcount * people.shift_hours * people.days_per_year


def _days(suggestion: Suggestion) -> int:
    return max((reason.days or 0 for reason in suggestion.reasons), default=0)
