"""The sums behind the figures at the top of Priorities: hours, money, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.visit import Visit
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui import amounts
from shadow_app.ui.priorities.sum_parts import ServiceKey, Sum, VisitKey, added, service_part, terms
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.ui.working_out import Names, name_words, place_words
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate


def hours_sum(ranked: Priorities) -> Sum:
    """The hours of all services together."""
    whole = sum(cost.hours for cost in ranked.costs)
    seen = sum(cost.observed_hours for cost in ranked.costs)
    carried = sum(cost.extrapolated_hours for cost in ranked.costs)
    lines = [
        added([cost.hours for cost in ranked.costs], whole),
        translate(
            "Sums", "At sites where somebody has been: {seen} h; carried over to the others: {carried} h."
        ).format(seen=amounts.hours(seen), carried=amounts.hours(carried)),
        translate(
            "Sums",
            "Each service: minutes lost each time × times a day × people × days ÷ 60, worked out at each site and for "
            "each role, then added up.",
        ),
    ]
    return Sum(
        translate("Sums", "{hours} h lost in a year").format(hours=amounts.hours(whole)),
        translate("Sums", "The hours of all services together. A service shows the notes behind it."),
        tuple(service_part(ranked, cost, cost.hours / whole if whole else 0.0) for cost in ranked.costs),
        "\n\n".join(lines),
    )


def money_sum(ranked: Priorities, names: Names) -> Sum:
    """The money of all services together."""
    whole = sum(cost.cost for cost in ranked.costs)
    title = translate("Sums", "{money} a year") if whole > 0 else translate("Sums", "No money can be said")
    return Sum(
        title.format(money=amounts.money(whole, ranked.currency)),
        translate("Sums", "What the lost hours of all services cost the business."),
        tuple(_money_part(ranked, cost) for cost in sorted(ranked.costs, key=lambda cost: -cost.cost)),
        "\n\n".join(line for line in _money_lines(ranked, names) if line),
    )


def _money_part(ranked: Priorities, cost: ServiceCost) -> TwoLines:
    words = translate("Sums", "{money} · {hours} h")
    about = words.format(money=amounts.money(cost.cost, ranked.currency), hours=amounts.hours(cost.hours))
    return TwoLines(ServiceKey(cost.service_id), ranked.name(cost.service_id), about)


def _money_lines(ranked: Priorities, names: Names) -> Iterator[str]:
    costs = sorted((cost.cost for cost in ranked.costs if cost.cost > 0), reverse=True)
    loss = sum(pain.loss for cost in ranked.costs for pain in cost.pains)
    shown = terms([amounts.money(cost, ranked.currency) for cost in costs])
    yield f"{shown} = {amounts.money(sum(costs), ranked.currency)}"
    yield translate(
        "Sums",
        "Each service: hours × what an hour of the role costs × the share of lost time that nobody makes up for "
        "({share}), and what each event loses where the damage is priced.",
    ).format(share=amounts.percent(ranked.weights.unrecovered_share))
    yield _prices(ranked, names)
    if loss > 0:
        words = translate("Sums", "Of this, priced damage: {money}.")
        yield words.format(money=amounts.money(loss, ranked.currency))


def basis_sum(ranked: Priorities, names: Names) -> Sum:
    """What everything rests on: visits, hours and sites."""
    return Sum(
        amounts.visits(len(ranked.visits)),
        translate("Sums", "Every figure rests on these hours beside people at their work."),
        tuple(_visit_part(visit, names) for visit in reversed(ranked.visits)),
        "\n\n".join(_basis_lines(ranked, names)),
    )


def _visit_part(visit: Visit, names: Names) -> TwoLines:
    title = " · ".join(part for part in (visit.number, name_words(names, visit.site_id)) if part)
    about = translate("Sums", "{day} · {role} · {hours} h").format(
        day=amounts.day(visit.local_start),
        role=name_words(names, visit.role_id),
        hours=amounts.hours(visit.exposure_hours),
    )
    return TwoLines(VisitKey(visit.id), title, about)


def _basis_lines(ranked: Priorities, names: Names) -> Iterator[str]:
    hours = [visit.exposure_hours for visit in ranked.visits]
    been = {visit.site_id for visit in ranked.visits}
    never = sorted(name_words(names, site) for site in ranked.ground.sites if site not in been)
    # To the decimal that visits have: three times 7.5 hours should not add up to 23.
    shown = terms([amounts.short(each, 1) for each in hours])
    yield translate("Sums", "{terms} = {whole} h").format(terms=shown, whole=amounts.short(sum(hours), 1))
    yield translate("Sums", "Been to: {sites}.").format(
        sites=amounts.joined(sorted(name_words(names, site) for site in been)) or translate("Sums", "nowhere yet")
    )
    if never:
        yield translate("Sums", "Not been to: {sites}.").format(sites=amounts.joined(never))
    if ranked.coverage.role_hours > 0:
        words = translate(
            "Sums",
            "The hours of each role that was watched, {watched} h, are {share} of the {worked} h that these roles "
            "work in a year; a visit that watched two roles counts for both.",
        )
        yield words.format(
            watched=amounts.hours(ranked.coverage.shadowed_hours),
            share=_share(ranked.coverage.share),
            worked=amounts.hours(ranked.coverage.role_hours),
        )


def _prices(ranked: Priorities, names: Names) -> str:
    """What an hour costs at each site and role that has been noted, cheapest wording first."""
    places = {
        (stratum.site_id, stratum.role_id): stratum.population.hourly_rate
        for cost in ranked.costs
        for pain in cost.pains
        for stratum in pain.strata
    }
    priced = sorted((place_words(names, site, role), rate) for (site, role), rate in places.items() if rate > 0)
    said = [f"{place}: {amounts.short(rate)} {ranked.currency}" for place, rate in priced]
    unpriced = sum(rate <= 0 for rate in places.values())
    if unpriced:
        said.append(translate("Sums", "without a price, so nothing: {number}").format(number=unpriced))
    return translate("Sums", "An hour costs: {prices}").format(prices="; ".join(said)) if said else ""


def _share(share: float) -> str:
    """A coverage is often far below a percent, where "0.1 %" would be too much."""
    return amounts.percent(share) if share >= 0.001 else f"{amounts.short(share * 100, 4)}\u00a0%"
