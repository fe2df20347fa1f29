"""A ranking in plain words, one row per service: no formula, no Greek letter, no code (`design.md` §6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import EvidenceGrade, Lane
from shadow_app.domain.words import GRADES, LANES
from shadow_app.insight.draws import Draws, ServiceSpread
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.witnesses import Behind
from shadow_app.ui import amounts
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate

HOT = 3
"""The first three are drawn in the colour of what hurts."""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service as the list shows it. Low and high are None until the ranges have arrived."""

    id: UUID
    place: int
    name: str
    hours: float
    low: float | None
    high: float | None
    time: str
    """"2,134 h"; the range in words is `likely`."""
    likely: str
    money: str
    sure: str
    """"solid: 12 notes from 4 visits"."""
    chance: str
    """How likely it is among the first three; empty where nobody would doubt it."""
    lane: str
    """Empty for what can be planned: only what presses is said."""
    pressing: bool
    thin: bool
    """Little stands behind it: ranked, but grey."""
    hot: bool
    moved: int = 0
    """Places climbed (positive) or fallen since the weights that are in force."""
    since: str = ""
    """Where it has gone since the locked ranking: up 2, down 1, new."""
    top_three: float | None = None
    """The chance to be among the first three; None until it is drawn."""

    @property
    def rank(self) -> str:
        """Its place; of what rests on an anecdote a place says too much, so there the chance stands instead."""
        if not self.thin:
            return str(self.place)
        return "…" if self.top_three is None else amounts.percent(self.top_three)

    @property
    def rank_note(self) -> str:
        """What the number is, where it is no place."""
        return translate("ServiceRows", "in first 3") if self.thin else ""

    @property
    def sentence(self) -> str:
        """What a screen reader says."""
        place = "" if self.thin else f"{self.place}. "
        told = f"{place}{self.name}: {self.time}"
        chance = self.chance
        if self.thin and self.top_three is not None:
            chance = translate("ServiceRows", "{chance} likely in the first three").format(chance=self.rank)
        parts = (told, self.likely, self.money, self.lane, self.sure, chance, self.move, self.since)
        return ". ".join(part for part in parts if part)

    @property
    def range_alone(self) -> str:
        """ "1,381–3,225", for where the column says what it is."""
        return (
            amounts.span(self.low, self.high) if self.likely and self.low is not None and self.high is not None else ""
        )

    @property
    def move(self) -> str:
        """▲ 2, ▼ 1, or nothing."""
        return f"{'▲' if self.moved > 0 else '▼'} {abs(self.moved)}" if self.moved else ""


def service_rows(
    ranked: Priorities,
    drawn: Draws | None = None,
    before: Mapping[UUID, int] | None = None,
    since: Mapping[UUID, str] | None = None,
) -> list[ServiceRow]:
    """The ranking, row by row.

    Args:
        ranked: order and means.
        drawn: the ranges, once they are there.
        before: the places under the weights in force, while others are tried.
        since: where each has gone since a locked ranking, in words.
    """
    rows = (
        _row(ranked, cost, place, drawn.services.get(cost.service_id) if drawn else None, before or {})
        for place, cost in enumerate(ranked.costs, 1)
    )
    return [replace(row, since=(since or {}).get(row.id, "")) for row in rows]


def _row(
    ranked: Priorities, cost: ServiceCost, place: int, drawn: ServiceSpread | None, before: Mapping[UUID, int]
) -> ServiceRow:
    thin = cost.behind.evidence is EvidenceGrade.ANECDOTE
    low, high = drawn.spread.hours if drawn else (None, None)
    chance = chance_in_words(drawn.top_three, place, thin) if drawn else ""
    return ServiceRow(
        id=cost.service_id,
        place=place,
        name=ranked.name(cost.service_id),
        hours=cost.hours,
        low=low,
        high=high,
        time=translate("ServiceRows", "{hours} h").format(hours=amounts.hours(cost.hours)),
        likely=translate("ServiceRows", "likely {span}").format(span=amounts.span(low, high))
        if low is not None and high is not None and high > 0
        else "",
        money=amounts.money(cost.cost, ranked.currency) if cost.cost > 0 else "",
        sure=sureness(cost.behind),
        chance=chance,
        lane=lane_in_words(cost.lane),
        pressing=cost.lane is Lane.DAMAGING,
        thin=thin,
        hot=place <= HOT and not thin,
        moved=before.get(cost.service_id, place) - place,
        top_three=drawn.top_three if drawn else None,
    )


def sureness(behind: Behind) -> str:
    """How much stands behind a figure: "solid: 12 notes from 4 visits"."""
    words = translate("ServiceRows", "{grade}: {notes} from {visits}")
    notes, visits = amounts.notes(max(behind.notes, 1)), amounts.visits(behind.visits)
    return words.format(grade=GRADES[behind.evidence], notes=notes, visits=visits)


def chance_in_words(chance: float, place: int, thin: bool) -> str:
    """How likely it is among the first three; nothing where nobody would doubt it."""
    expected = place <= HOT
    if not thin and (chance >= 0.9 if expected else chance <= 0.1):
        return ""
    if chance >= 0.9:
        return translate("ServiceRows", "almost surely among the first three")
    if chance >= 0.65:
        return translate("ServiceRows", "probably among the first three")
    if chance >= 0.35:
        return translate("ServiceRows", "may or may not be among the first three")
    return (
        translate("ServiceRows", "perhaps among the first three")
        if chance >= 0.1
        else translate("ServiceRows", "hardly among the first three")
    )


def lane_in_words(lane: Lane) -> str:
    """What presses, and what can wait; what is to be planned is not said."""
    return "" if lane is Lane.PLAN else LANES[lane]
