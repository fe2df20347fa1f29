"""The sums behind what is compared: the blind share and the steps of the business's work."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.organisation import BusinessStep
from shadow_app.insight.ranking_gap import GapLine
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.steps import StepCost
from shadow_app.ui import amounts
from shadow_app.ui.priorities.sum_parts import ServiceKey, Sum, added, service_part, terms
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.ui.working_out import money_of
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate


def blind_sum(ranked: Priorities) -> Sum:
    """The blind share: what lies in the lower half of IT's list."""
    gap = ranked.gap
    blind = gap.blind_share or 0.0
    lower = {
        line.service_id: line
        for line in gap.lines
        if line.observed is not None and (line.assumed or 0) > gap.listed / 2
    }
    costs = [cost for cost in ranked.costs if cost.service_id in lower]
    part, whole = sum(cost.wlh for cost in costs), sum(cost.wlh for cost in ranked.costs)
    lines = [
        translate("Sums", "Weighted hours in the lower half: {sum}").format(
            sum=added([cost.wlh for cost in costs], part)
        ),
        translate("Sums", "{part} h ÷ {whole} h of all services = {share}").format(
            part=amounts.hours(part), whole=amounts.hours(whole), share=amounts.percent(blind)
        ),
    ]
    if gap.blind_share_hours is not None:
        words = translate("Sums", "By plain hours, without any weight, it would be {share}.")
        lines.append(words.format(share=amounts.percent(gap.blind_share_hours)))
    lines.append(_agreement(ranked))
    return Sum(
        translate("Sums", "{share} of the harm is in the lower half of IT’s list").format(share=amounts.percent(blind)),
        translate(
            "Sums",
            "IT’s list names {listed} of the services that are used here. The lower half are those after place {half}, "
            "and those it does not name.",
        ).format(listed=gap.listed, half=gap.listed // 2),
        tuple(
            TwoLines(
                ServiceKey(cost.service_id),
                ranked.name(cost.service_id),
                _lower(cost, lower[cost.service_id], gap.listed),
            )
            for cost in costs
        ),
        "\n\n".join(line for line in lines if line),
    )


def step_sum(ranked: Priorities, step_id: UUID) -> Sum | None:
    """What one step of the business's work loses; None where there is no such step."""
    found = next(((step, cost) for step, cost in ranked.steps if step.id == step_id), None)
    if found is None:
        return None
    step, cost = found
    return Sum(
        translate("Sums", "{step}: {hours} h a year").format(step=step.name, hours=amounts.hours(cost.hours)),
        step.value_at_stake or translate("Sums", "The hours of all the services that this step needs together."),
        tuple(service_part(ranked, each, each.hours / cost.hours if cost.hours else 0.0) for each in cost.services),
        "\n\n".join(_step_lines(ranked, step, cost)),
    )


def _step_lines(ranked: Priorities, step: BusinessStep, cost: StepCost) -> list[str]:
    lines = [added([each.hours for each in cost.services], cost.hours)]
    if cost.cost > 0:
        each = terms([money_of(ranked, each.cost) for each in cost.services if each.cost > 0])
        lines.append(f"{each} = {money_of(ranked, cost.cost)}")
    shared = [ranked.name(service) for service in step.service_ids if service in cost.shared]
    if shared:
        lines.append(
            translate(
                "Sums", "Other steps need {services} too; what several steps need counts in each of them."
            ).format(services=amounts.joined(shared))
        )
    if cost.without_evidence:
        words = translate("Sums", "Nothing has been noted of {services}: no evidence, which is not no pain.")
        lines.append(words.format(services=amounts.joined([ranked.name(each) for each in cost.without_evidence])))
    return lines


def _lower(cost: ServiceCost, line: GapLine, listed: int) -> str:
    place = translate("Sums", "place {place} on IT’s list").format(place=line.assumed)
    if not line.listed:
        place = translate("Sums", "not on IT’s list, so place {place}").format(place=listed + 1)
    return translate("Sums", "{place} · {hours} h weighted").format(place=place, hours=amounts.hours(cost.wlh))


def _agreement(ranked: Priorities) -> str:
    """Every coefficient of the comparison, for those who ask."""
    gap = ranked.gap
    figures = (
        (translate("Sums", "mean distance of places"), gap.mean_gap),
        (translate("Sums", "Kendall’s τ-b"), gap.tau_b),
        (translate("Sums", "Spearman’s ρ"), gap.spearman),
        (translate("Sums", "rank-biased overlap (p = 0.9)"), gap.overlap_patient),
        (translate("Sums", "rank-biased overlap (p = 0.7)"), gap.overlap_hasty),
    )
    said = [f"{name}: {amounts.short(value)}" for name, value in figures if value is not None]
    said.append(translate("Sums", "{number} of the first three in common").format(number=gap.top_overlap(3)))
    return translate("Sums", "How the two lists agree: {figures}.").format(figures="; ".join(said))
