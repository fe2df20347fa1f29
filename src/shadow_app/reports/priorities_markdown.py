"""The priorities report as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from shadow_app.domain.language import say
from shadow_app.reports import amounts, claims_markdown, wording
from shadow_app.reports.claims import decision, promised
from shadow_app.reports.immersion_markdown import method
from shadow_app.reports.marks import heading, paragraph, plain, table
from shadow_app.reports.parts import Estimate, RankPlace, ReportState
from shadow_app.reports.priorities import PrioritiesReport, ServicePlace, StepCost
from shadow_app.reports.priorities_pdf import chance, opening


def lines(report: PrioritiesReport) -> list[str]:
    """The report, line by line."""
    band = opening(report)
    out = [f"# {plain(band.headline)}", "", plain(" · ".join(line for line in band.place if line)), ""]
    if report.state is not ReportState.RELEASED:
        out += [f"**{wording.STATES[report.state].upper()}**", ""]
    out += [f"- {plain(label)}: {plain(value)}" for label, value in band.facts]
    out += ["", *paragraph(report.lead), *heading(say("What costs the business most"))]
    ranks = {place.service: place for place in report.ranks}
    rows = [_service(n, one, ranks.get(one.service), report.currency) for n, one in enumerate(report.services, 1)]
    heads = (
        "",
        say("Service"),
        say("Hours a year"),
        say("Likely"),
        say("Money"),
        say("IT assumed"),
        say("People said"),
        say("Evidence"),
    )
    out += table(heads, rows) or [say("Nothing has been seen yet that a service could be ranked by."), ""]
    out += [*heading(say("What this means for us")), *paragraph(report.meaning)] if report.meaning else []
    unseen = tuple(place.service for place in report.ranks if place.observed is None)
    if unseen:
        out += paragraph(
            say("No evidence yet, which is not the same as no pain: {unseen}.", unseen=wording.joined(unseen, 40))
        )
    if report.blind is not None:
        share = amounts.percent(report.blind.share)
        out += heading(say("Where IT did not look"))
        out += paragraph(say("{share} of all that hurts lies in the lower half of IT’s list.", share=share))
    out += [*_costs(report), *_decisions(report), *claims_markdown.since(report.changes)]
    out += [*heading(say("How sure are we?")), *paragraph(" ".join(wording.how_sure(report.sureness)))]
    out += paragraph(report.steady)
    out += heading(say("How well the lists agree")) if report.agreement else []
    out += [line for words in report.agreement for line in paragraph(words)]
    return out + method(report.method)


def _decisions(report: PrioritiesReport) -> list[str]:
    named = [claim for claim in report.claims if claim.pain.id is not None]
    rows = [
        (
            claim.pain.title,
            claim.pain.service,
            amounts.hours(claim.pain.hours.value) if claim.pain.minutes_known else say("minutes not known"),
            claim.at_stake,
            decision(claim),
            "; ".join(f"{pledge.promise.text} ({promised(pledge)})" for pledge in claim.pledges),
            wording.evidence(claim.pain.evidence),
        )
        for claim in named
    ]
    heads = (
        say("Pain"),
        say("Service"),
        say("Hours a year"),
        say("At stake"),
        say("Decided"),
        say("Promised"),
        say("Evidence"),
    )
    return [*heading(say("What we do about it")), *table(heads, rows)] if rows else []


def _service(number: int, one: ServicePlace, place: RankPlace | None, currency: str) -> tuple[str, ...]:
    assumed, stated = (place.assumed, place.stated) if place else (None, None)
    return (
        chance(one) or str(number),
        one.service,
        amounts.hours(one.hours.value),
        amounts.hours_range(one.hours),
        amounts.money(one.money, currency) if one.money is not None else "",
        "–" if assumed is None else str(assumed),
        "–" if stated is None else str(stated),
        wording.evidence(one.evidence),
    )


def _costs(report: PrioritiesReport) -> list[str]:
    def cost(hours: Estimate, money: float | None) -> tuple[str, str]:
        return amounts.hours(hours.value), amounts.money(money, report.currency) if money is not None else ""

    units = [
        (
            unit.unit,
            ", ".join(f"{name} ({amounts.hours(value)} h)" for name, value in unit.dearest),
            *cost(unit.hours, unit.money),
        )
        for unit in report.units
    ]
    out = heading(say("Business unit by business unit")) if units else []
    out += table((say("Unit"), say("What costs it most"), say("Hours a year"), say("Money")), units)
    return out + steps(report.steps, report.currency)


def steps(costs: Sequence[StepCost], currency: str) -> list[str]:
    """What every step of the business's own work loses; nothing where no step is named."""
    rows = [
        (
            step.step,
            wording.joined(step.services),
            step.value_at_stake,
            amounts.hours(step.hours.value),
            amounts.money(step.money, currency) if step.money is not None else "",
        )
        for step in costs
    ]
    out = heading(say("Step by step of the business’s own work")) if rows else []
    return out + table((say("Step"), say("Needs"), say("At stake"), say("Hours a year"), say("Money")), rows)
