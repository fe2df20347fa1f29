"""IT's list beside the field: the slope chart, the blind share and what each business step loses, as figures."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import EvidenceGrade
from shadow_app.figures.bars import Bar, bars
from shadow_app.figures.share import Share, share_bar
from shadow_app.figures.slope import Column, SlopeRow, slope
from shadow_app.insight.ranking_gap import GapLine
from shadow_app.ui import amounts
from shadow_app.ui.figure_view import Draw
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate

SHARE_KEYS = ("lower", "upper")
"""The two parts of the blind share; either shows how it was worked out."""

CHARTED = 20
"""Services in the slope chart; the list has them all."""


def finding(ranked: Priorities) -> str:
    """One sentence that is worth the visit."""
    blind = ranked.gap.blind_share
    if blind is not None and blind >= 0.5:
        return translate("Comparison", "{share} of the harm lies with services in the lower half of IT’s list.").format(
            share=amounts.percent(blind)
        )
    first = amounts.joined([ranked.name(cost.service_id) for cost in ranked.costs[:3]])
    where = ranked.unit.name if ranked.unit else translate("Comparison", "the business")
    return translate("Comparison", "{services} cost {where} the most.").format(services=first, where=where)


def blind_sentence(ranked: Priorities) -> str:
    """The blind share in words; empty where there is none."""
    blind = ranked.gap.blind_share
    if blind is None:
        return ""
    return translate(
        "Comparison", "{share} of all that hurts lies with services in the lower half of IT’s list."
    ).format(share=amounts.percent(blind))


def draw_share(ranked: Priorities) -> Draw | None:
    """The blind share as a bar."""
    blind = ranked.gap.blind_share
    if blind is None:
        return None
    parts = [
        Share(
            translate("Comparison", "in the lower half of IT’s list"),
            blind,
            amounts.percent(blind),
            "hot",
            SHARE_KEYS[0],
        ),
        Share(
            translate("Comparison", "in the upper half"), 1 - blind, amounts.percent(1 - blind), "cool", SHARE_KEYS[1]
        ),
    ]
    subject = translate("Comparison", "What hurts, by where it stands on IT’s list")
    return lambda width, ink, measure: share_bar(parts, width, ink, measure, subject=subject)


def draw_slope(ranked: Priorities) -> Draw | None:
    """IT assumed · people said · the field showed; None where nothing can be compared."""
    lines = [line for line in ranked.gap.lines if line.observed is not None or line.listed][:CHARTED]
    if not lines:
        return None
    stated = any(line.stated for line in lines)
    columns = [
        Column(translate("Comparison", "IT assumed"), translate("Comparison", "Not on IT’s list")),
        Column(translate("Comparison", "The field showed"), translate("Comparison", "Not seen yet")),
    ]
    if stated:
        columns.insert(1, Column(translate("Comparison", "People said")))
    # What the sentence beside it names is what the chart marks.
    rows = [
        SlopeRow(
            ranked.name(line.service_id),
            _ranks(line, stated),
            str(line.service_id),
            marked=line.blind_spot or line.pet,
        )
        for line in lines
    ]
    subject = translate("Comparison", "What IT assumed and what the field showed")
    height = 26 if len(rows) <= 12 else 22
    return lambda width, ink, measure: slope(rows, columns, width, ink, measure, subject=subject, row_height=height)


def _ranks(line: GapLine, stated: bool) -> tuple[int | None, ...]:
    assumed = line.assumed if line.listed else None
    said = line.stated.rank if line.stated else None
    return (assumed, said, line.observed) if stated else (assumed, line.observed)


def slope_names(ranked: Priorities) -> dict[str, str]:
    """What each line of the slope chart is called when it is walked over."""
    return {str(line.service_id): _fact(ranked, line) for line in ranked.gap.lines}


def _fact(ranked: Priorities, line: GapLine) -> str:
    ours = str(line.assumed) if line.listed else translate("Comparison", "not listed")
    field = str(line.observed) if line.observed is not None else translate("Comparison", "not seen yet")
    words = translate("Comparison", "{service}: IT’s list {ours}, the field {field}")
    if line.stated is None:
        return words.format(service=ranked.name(line.service_id), ours=ours, field=field)
    words = translate("Comparison", "{service}: IT’s list {ours}, people said {said}, the field {field}")
    return words.format(service=ranked.name(line.service_id), ours=ours, field=field, said=line.stated.rank)


def surprises(ranked: Priorities) -> str:
    """Which services IT overlooked, and which it looks at too much; empty where neither."""
    names = [ranked.name(line.service_id) for line in ranked.gap.blind_spots]
    pets = [ranked.name(line.service_id) for line in ranked.gap.pets]
    said = []
    if names:
        said.append(translate("Comparison", "Overlooked by IT: {names}.").format(names=amounts.joined(names)))
    if pets:
        words = translate("Comparison", "Less pressing than IT thinks: {names}.")
        said.append(words.format(names=amounts.joined(pets)))
    if ranked.respondents:
        asked = translate("Comparison", "People asked: {number}.")
        said.append(asked.format(number=amounts.whole(ranked.respondents)))
    return " ".join(said)


def draw_steps(ranked: Priorities) -> Draw | None:
    """What each step of the business's own work loses in a year; None where no step is named."""
    if not ranked.steps:
        return None
    rows = [
        Bar(
            label=step.name,
            value=cost.hours,
            shown=translate("Comparison", "{hours} h").format(hours=amounts.hours(cost.hours)),
            note=amounts.money(cost.cost, ranked.currency) if cost.cost > 0 else "",
            hot=place < 1,
            thin=bool(cost.services) and all(each.behind.evidence is EvidenceGrade.ANECDOTE for each in cost.services),
            key=str(step.id),
        )
        for place, (step, cost) in enumerate(ranked.steps)
    ]
    subject = translate("Comparison", "Hours lost in a year by business step")
    return lambda width, ink, measure: bars(rows, width, ink, measure, subject=subject, row_height=30)


def step_names(ranked: Priorities) -> dict[str, str]:
    """What each bar of the steps is called when it is walked over."""
    words = translate("Comparison", "{step}: {hours} h a year")
    return {str(step.id): words.format(step=step.name, hours=amounts.hours(cost.hours)) for step, cost in ranked.steps}


def step_lines(ranked: Priorities) -> str:
    """Which services each step needs, and what is at stake, one line a step."""
    lines = []
    for step, _ in ranked.steps:
        needs = amounts.joined([ranked.name(service_id) for service_id in step.service_ids])
        line = translate("Comparison", "{step} needs {needs}.").format(step=step.name, needs=needs)
        lines.append(f"{line} {step.value_at_stake}".strip())
    return "\n".join(lines)
