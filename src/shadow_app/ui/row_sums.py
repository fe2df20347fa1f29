"""The figures of a service's row that are no hours and no money: its place, its chance, IT's list, how sure we are."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.words import GRADES
from shadow_app.insight.draws import DRAWS, ServiceSpread
from shadow_app.insight.ranking_gap import GapLine
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui import amounts
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate


def row_sums(ranked: Priorities, cost: ServiceCost, drawn: ServiceSpread | None) -> Iterator[tuple[str, str]]:
    """Heading and text of each figure; the ranges only once they are drawn."""
    yield translate("RowSums", "PLACE"), _place(ranked, cost)
    if drawn is not None:
        yield translate("RowSums", "LIKELY RANGE AND CHANCE"), _chance(cost, drawn)
    line = next((each for each in ranked.gap.lines if each.service_id == cost.service_id), None)
    if line is not None:
        yield translate("RowSums", "IT’S LIST, PEOPLE AND THE FIELD"), "\n".join(_gap(ranked, line))
    yield translate("RowSums", "HOW SURE"), _sure(cost)


def _place(ranked: Priorities, cost: ServiceCost) -> str:
    place = ranked.costs.index(cost)
    said = [
        translate("RowSums", "Place {place} of {all} by weighted hours, {hours} h.").format(
            place=place + 1, all=len(ranked.costs), hours=amounts.hours(cost.wlh)
        )
    ]
    if place > 0:
        before = ranked.costs[place - 1]
        said.append(
            translate("RowSums", "Before it: {service} with {hours} h.").format(
                service=ranked.name(before.service_id), hours=amounts.hours(before.wlh)
            )
        )
    if place + 1 < len(ranked.costs):
        after = ranked.costs[place + 1]
        said.append(
            translate("RowSums", "After it: {service} with {hours} h.").format(
                service=ranked.name(after.service_id), hours=amounts.hours(after.wlh)
            )
        )
    return " ".join(said)


def _chance(cost: ServiceCost, drawn: ServiceSpread) -> str:
    words = translate(
        "RowSums",
        "The rates and minutes of every note were drawn {draws} times within what the evidence allows. In eight draws "
        "of ten the hours lay between {low} and {high}, the weighted hours between {wlh_low} and {wlh_high}; in "
        "{share} of the draws it was among the first three.",
    )
    low, high = drawn.spread.hours
    weighted_low, weighted_high = drawn.spread.wlh
    return words.format(
        draws=amounts.whole(DRAWS),
        low=amounts.hours(low),
        high=amounts.hours(high),
        wlh_low=amounts.hours(weighted_low),
        wlh_high=amounts.hours(weighted_high),
        share=amounts.percent(drawn.top_three),
    )


def _gap(ranked: Priorities, line: GapLine) -> Iterator[str]:
    if line.assumed is None:
        yield translate("RowSums", "IT has made no list here.")
    elif line.listed:
        words = translate(
            "RowSums", "IT’s list, over the {listed:|service that is|services that are} used here: place {place}."
        )
        yield words.format(listed=amounts.whole(ranked.gap.listed), place=line.assumed)
    else:
        words = translate("RowSums", "Not on IT’s list of {listed}, so it shares place {place} with all others.")
        yield words.format(listed=amounts.whole(ranked.gap.listed), place=line.assumed)
    if line.stated is not None:
        words = translate("RowSums", "People said: place {place}, importance {importance} on average, {people} asked.")
        yield words.format(
            place=line.stated.rank,
            importance=amounts.short(line.stated.importance, 1),
            people=amounts.whole(line.stated.respondents),
        )
        if line.stated.opportunity is not None:
            words = translate("RowSums", "Opportunity, importance and what satisfaction lacks of it: {value}.")
            yield words.format(value=amounts.short(line.stated.opportunity, 1))
    if line.gap is not None:
        words = translate("RowSums", "Gap: {assumed} on IT’s list − {field} in the field = {gap}.")
        yield words.format(assumed=line.assumed, field=line.observed, gap=f"{line.gap:+d}".replace("-", "−"))


def _sure(cost: ServiceCost) -> str:
    behind = cost.behind
    said = translate("RowSums", "{notes} from {visits} at {sites}, written by {people} of IT: {grade}.").format(
        notes=amounts.notes(behind.notes),
        visits=amounts.visits(behind.visits),
        sites=amounts.sites(behind.sites),
        people=amounts.whole(behind.shadowers),
        grade=GRADES[behind.evidence],
    )
    rule = translate(
        "RowSums",
        "Solid takes five notes from three visits at two sites by two people, first signs three notes from two visits. "
        "A note on two services is half a note on each.",
    )
    minutes = translate("RowSums", "Seen to the letter: {minutes:|minute|minutes}.").format(
        minutes=amounts.hours(cost.observed_minutes)
    )
    return f"{said} {rule} {minutes}"
