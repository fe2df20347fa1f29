"""The priorities report on paper: what costs most, how it differs from IT's list, how sure we are, then the annex."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.figures.bars import Bar, bars
from shadow_app.figures.ranges import Span, ranges
from shadow_app.figures.share import Share, share_bar
from shadow_app.figures.slope import Column as Ranking
from shadow_app.figures.slope import SlopeRow, slope
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, box, finding, said, section
from shadow_app.reports.claims_pdf import decisions, since_section
from shadow_app.reports.flow import Column, Gap, Panel
from shadow_app.reports.immersion_pdf import hairline
from shadow_app.reports.page import INNER, Face, new_page, then
from shadow_app.reports.parts import RankPlace
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Picture, Places
from shadow_app.reports.priorities import BlindShare, PrioritiesReport, ServicePlace, StepCost, UnitCost
from shadow_app.reports.priorities_annex import annex

RANKED = 15
"""Services in the chart on the front page, so that it stays there; the annex lists them all."""

CHARTED = 20
"""Services in the other charts."""

GREY = mark("Grey: one visit only, or a few notes only; instead of money the chance to be among the first three.")

_TWO_THIRDS = 2 / 3


def face(report: PrioritiesReport) -> Face:
    """What is printed around the pages and written into the file."""
    where = report.unit or report.organisation or say("All units")
    return Face(
        kind=say("Service priorities"),
        short=f"{where} · {amounts.day(report.made_on)}",
        title=say("Service priorities: {where}, {day}", where=where, day=amounts.day(report.made_on)),
        subject=report.headline or say("What IT services cost {where}", where=where),
        state=report.state,
        made_on=report.made_on,
    )


def story(report: PrioritiesReport, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    flow: list[Any] = [then(INNER), Band(pen, places, opening(report))]
    if report.lead:
        flow += [*pen.prose(report.lead, look.LEAD), Gap(4)]
    flow += _ranking(report, pen, places)
    if report.meaning:
        flow.append(box(pen, say("What this means for us"), report.meaning))
    flow += _three_rankings(report, pen, places)
    flow += units(report.units, report.currency, pen, places)
    flow += steps(report.steps, report.currency, pen, places)
    flow += decisions(report.claims, report.currency, pen, places)
    flow += since_section(report.changes, pen, places)
    flow += _sure(report, pen, places)
    return flow + annex(report, pen, places)


def opening(report: PrioritiesReport) -> Opening:
    """The band on page one."""
    where = report.unit or say("All units")
    # In months: the first or the last day may be one that would point at a person.
    period = " – ".join(dict.fromkeys(amounts.month(end) for end in (report.since, report.until) if end))
    sure = report.sureness
    facts = (
        (say("Where"), where),
        (say("When"), period or say("all visits so far")),
        (say("Visits"), amounts.grouped(sure.visits)),
        (say("On site"), amounts.duration(sure.hours)),
        (say("Services seen"), amounts.grouped(len(report.services))),
    )
    headline = report.headline or say("What IT services cost {unit}", unit=report.unit or report.organisation)
    place = (" · ".join(part for part in (report.organisation, report.unit) if part),)
    return Opening(say("Service priorities"), headline, place, facts, report.state)


def hot_until(services: tuple[ServicePlace, ...]) -> int:
    """How many of the first services carry two thirds of the lost hours."""
    whole = sum(service.hours.value for service in services)
    running = 0.0
    for count, service in enumerate(services):
        if running >= whole * _TWO_THIRDS:
            return count
        running += service.hours.value
    return len(services)


def _ranking(report: PrioritiesReport, pen: Pen, places: Places) -> list[Any]:
    services = report.services
    if not services:
        empty = section(pen, places, "ranking", say("What costs the business most"), before=0)
        return empty + said(pen, say("Nothing has been seen yet that a service could be ranked by."))
    hours = sum(service.hours.value for service in services)
    tiles = [
        Tile(say("Lost a year"), amounts.hours(amounts.about(hours)), say("hours"), say("everybody counted"), True)
    ]
    money = [service.money for service in services if service.money is not None]
    if money:
        tiles.append(
            Tile(say("That costs about"), amounts.money(sum(money), report.currency), "", say("a year in wages"))
        )
    hot = hot_until(services)
    of = say("of {services}", services=amounts.counted(len(services), "service|services"))
    tiles.append(Tile(say("Two thirds of it"), str(hot), of, say("coloured below")))
    if report.blind is not None:
        blind = amounts.percent(report.blind.share)
        tiles.append(Tile(say("Low on IT’s list"), blind, "", say("lower half of IT’s list")))
    flow: list[Any] = [Tiles(pen, tiles)]
    sub = say("Working hours lost in a year, with their likely range. The order also weighs the harm that they do.")
    rows = [_bar(service, index < hot, report.currency) for index, service in enumerate(services[:RANKED])]
    height = 25 if len(rows) <= 12 else 21
    subject = say("Hours lost a year by service")
    figure = bars(rows, look.inner(), look.PAPER_INK, pen.width, subject=subject, row_height=height)
    flow += section(pen, places, "ranking", say("What costs the business most"), sub, needs=figure.height + 8, before=6)
    flow.append(Picture(pen, figure))
    if any(chance(service) for service in services[:RANKED]):
        flow += pen.prose(say(GREY), look.SMALL_MUTED)
    if len(services) > RANKED:
        flow += pen.prose(
            say(
                "The first {ranked} of {services:|service|services}; the annex lists all.",
                ranked=RANKED,
                services=len(services),
            ),
            look.SMALL_MUTED,
        )
    return flow


def _bar(service: ServicePlace, hot: bool, currency: str) -> Bar:
    note = amounts.money(service.money, currency) if service.money else ""
    if service.evidence.thin:
        note = chance(service) or wording.grade(service.evidence)
    return Bar(
        label=service.service,
        value=service.hours.value,
        shown=f"{amounts.hours(service.hours.value)} h",
        note=note,
        low=service.hours.low,
        high=service.hours.high,
        hot=hot,
        thin=service.evidence.thin,
        key=str(service.service_id or ""),
    )


def chance(service: ServicePlace) -> str:
    """`12 % top 3` where little stands behind a place: the chance says more than the place."""
    known = service.evidence.thin and service.in_top_three is not None
    return say("{percent} top 3", percent=amounts.percent(service.in_top_three or 0.0)) if known else ""


def _three_rankings(report: PrioritiesReport, pen: Pen, places: Places) -> list[Any]:
    ranked = tuple(place for place in report.ranks if (place.assumed or place.stated or place.observed) is not None)
    if not ranked:
        empty = section(pen, places, "rankings", say("What IT assumed, and what the field showed"))
        return empty + said(pen, say("IT has not locked a list of its own for comparison yet."))
    title = say("What IT assumed, and what the field showed")
    lead = say("Rank 1 matters most. Red climbed by three places or more, green fell by three or more, grey stayed.")
    if any(place.stated is not None for place in ranked):
        asked = amounts.counted(report.stated_respondents, "person|people")
        lead += say(" In between: what {asked} said when asked.", asked=asked)
    flow = [*new_page(INNER), *finding(pen, places, "rankings", title, lead), Gap(6)]
    flow.append(Picture(pen, _slope(ranked, pen)))
    if len(ranked) > CHARTED:
        flow += pen.prose(
            say(
                "The first {charted} of {ranked:|service|services}; the annex lists all.",
                charted=CHARTED,
                ranked=len(ranked),
            ),
            look.SMALL_MUTED,
        )
    return flow + blind_share(report.blind, pen, places)


def _slope(ranked: tuple[RankPlace, ...], pen: Pen) -> Any:
    ranked = tuple(sorted(ranked, key=lambda place: (place.observed is None, place.observed or 0, place.assumed or 0)))
    stated = any(place.stated is not None for place in ranked[:CHARTED])
    columns = [
        Ranking(say("IT assumed"), say("Not on IT’s list")),
        Ranking(say("The field showed"), say("Not seen yet")),
    ]
    if stated:
        columns.insert(1, Ranking(say("People said")))
    rows = [
        SlopeRow(
            place.service,
            (place.assumed, place.stated, place.observed) if stated else (place.assumed, place.observed),
            str(place.service_id or ""),
        )
        for place in ranked[:CHARTED]
    ]
    height = 29 if len(rows) <= 12 else 22
    subject = (
        say("What IT assumed, what people said and what the field showed")
        if stated
        else say("IT's list and the field's")
    )
    return slope(rows, columns, look.inner(), look.PAPER_INK, pen.width, subject=subject, row_height=height)


def blind_share(blind: BlindShare | None, pen: Pen, places: Places) -> list[Any]:
    """Of all that hurts, how much lies where IT did not look; nothing where IT has no list."""
    if blind is None:
        return []
    share = blind.share
    flow = section(
        pen,
        places,
        "blind",
        say("Where IT did not look"),
        say("All that hurts, by where it stood on IT’s list."),
        needs=80,
    )
    parts = [
        Share(say("lies in the lower half of IT’s list"), share, amounts.percent(share), "hot"),
        Share(say("lies in the upper half"), 1 - share, amounts.percent(1 - share), "cool"),
    ]
    subject = say("Share of what hurts by where it stood on IT's list")
    flow.append(Picture(pen, share_bar(parts, look.inner(), look.PAPER_INK, pen.width, subject=subject), after=4))
    if blind.lower_half:
        half = say("The lower half: {lower_half}.", lower_half=wording.joined(blind.lower_half, 12))
        flow += pen.prose(half, look.SMALL_MUTED)
    return flow


def units(costs: Sequence[UnitCost], currency: str, pen: Pen, places: Places, *, key: str = "units") -> list[Any]:
    """What every business unit loses; nothing where there is only one to tell of."""
    if not costs:
        return []
    sub = say("Each unit has its own order. The services that cost it most are named.")
    flow = section(pen, places, key, say("Business unit by business unit"), sub, needs=70)
    return flow + [_unit(unit, currency, pen) for unit in costs]


def _unit(unit: UnitCost, currency: str, pen: Pen) -> Panel:
    dearest = ", ".join(f"{name} ({amounts.hours(value)}\u00a0h)" for name, value in unit.dearest)
    left = pen.prose(unit.unit, look.SMALL_STRONG)
    middle = pen.prose(dearest or say("Nothing has been seen here yet."), look.SMALL_MUTED)
    return _row(left, middle, unit.hours.value, wording.likely(unit.hours), unit.money, currency, pen)


def steps(costs: Sequence[StepCost], currency: str, pen: Pen, places: Places) -> list[Any]:
    """What every step of the business's own work loses; nothing where no step is named."""
    if not costs:
        return []
    sub = say(
        "A step needs all its services together. One that several steps need counts in each, so steps do not add up."
    )
    flow = section(pen, places, "steps", say("Step by step of the business’s own work"), sub, needs=70)
    return flow + [_step(step, currency, pen) for step in costs]


def _step(step: StepCost, currency: str, pen: Pen) -> Panel:
    left = pen.prose(step.step, look.SMALL_STRONG)
    middle = pen.prose(
        say("needs {services}", services=wording.joined(step.services)) if step.services else say("no service named"),
        look.SMALL_MUTED,
    )
    middle += pen.prose(step.value_at_stake, look.SMALL)
    return _row(left, middle, step.hours.value, wording.likely(step.hours), step.money, currency, pen)


def _row(
    left: list[Any], middle: list[Any], hours: float, likely: str, money: float | None, currency: str, pen: Pen
) -> Panel:
    def right(canvas: Any, width: float, height: float) -> None:
        hairline(canvas, width, height)
        pen.line(
            canvas,
            width,
            height - 16,
            say("{hours:|hour|hours} a year", hours=amounts.hours(hours)),
            9,
            600,
            look.TEXT,
            "right",
        )
        cost = say("about {money}", money=amounts.money(money, currency)) if money else ""
        rest = " · ".join(part for part in (cost, likely) if part)
        pen.line(canvas, width, height - 28, pen.fit(rest, 170, 7.8), 7.8, 400, look.MUTED, "right")

    return Panel([Column(0, 112, left), Column(124, 212, middle)], right, pad=(6, 5), least=36)


def _sure(report: PrioritiesReport, pen: Pen, places: Places) -> list[Any]:
    flow = section(pen, places, "sure", say("How sure are we?"), needs=90)
    flow += pen.prose(" ".join(wording.how_sure(report.sureness)), look.SMALL_MUTED)
    flow += pen.prose(report.steady, look.SMALL)
    spans = [
        Span(
            service.service,
            service.hours.low,
            service.hours.value,
            service.hours.high,
            amounts.hours_range(service.hours) + " h",
            thin=service.evidence.thin,
        )
        for service in report.services[:CHARTED]
        if service.hours.low is not None and service.hours.high is not None and service.hours.high > 0
    ]
    if spans:
        flow.append(Gap(6))
        figure = ranges(
            spans, look.inner(), look.PAPER_INK, pen.width, subject=say("Hours lost a year, with their ranges")
        )
        flow.append(Picture(pen, figure))
    return flow
