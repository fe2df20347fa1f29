"""Rankings on the command line."""

from __future__ import annotations

import argparse

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.snapshot import say_since, say_swings, since_json, swings_json, unit_of
from shadow_app.domain.language import say, shown
from shadow_app.domain.vocabulary import EvidenceGrade
from shadow_app.domain.words import GRADES
from shadow_app.insight.draws import Draws
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.reports.amounts import percent
from shadow_app.usecases.prioritising import Priorities, Prioritising


def priorities(shadow: Shadow, args: argparse.Namespace) -> int:
    """Rank the services by what they cost the business."""
    unit_id = unit_of(shadow, args.unit)
    asked = shadow.snapshots.named(args.snapshot, unit_id) if args.snapshot is not None else None
    ranked = shadow.prioritising.ranking(unit_id)
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    since = shadow.snapshots.beside(ranked, drawn, asked.id) if asked else None
    swings = shadow.prioritising.sensitivity(ranked) or () if args.sensitivity else None
    if args.json:
        more = {"since": since_json(ranked, since)} if since else {}
        more |= {"sensitivity": swings_json(ranked, swings)} if swings is not None else {}
        output.say_json({**_as_json(ranked, drawn), **more})
        return 0
    say_ranking(ranked, drawn=drawn)
    if since is not None:
        say_since(ranked, since)
    if swings is not None:
        say_swings(ranked, swings)
    return 0


def say_ranking(ranked: Priorities, most: int | None = None, drawn: Draws | None = None) -> None:
    """The ranking as a table; `most` keeps it short, and ranges that are not handed in are drawn."""
    if not ranked.costs:
        output.say(say("Nothing has been noted that costs time and names a service yet; there is nothing to rank."))
        return
    drawn = drawn or Prioritising.ranges(ranked)
    assert drawn is not None
    rows = [
        (
            "",
            say("service"),
            say("hours a year"),
            say("80 % range"),
            say("{currency} a year", currency=ranked.currency),
            say("evidence"),
            say("IT's rank"),
        )
    ]
    assumed = {line.service_id: line.assumed for line in ranked.gap.lines}
    for place, cost in enumerate(ranked.costs[:most], start=1):
        spread = drawn.services[cost.service_id]
        rank = assumed.get(cost.service_id)
        rows.append(
            (
                place_words(cost, place, spread.top_three),
                ranked.name(cost.service_id),
                shown(cost.hours, ",.0f"),
                say("{low:,.0f} – {high:,.0f}", low=spread.spread.hours.low, high=spread.spread.hours.high),
                shown(cost.cost, ",.0f"),
                GRADES[cost.behind.evidence],
                "–" if rank is None else str(rank),
            )
        )
    output.table(rows, right=(0, 2, 4, 6))
    if ranked.gap.blind_share is not None:
        output.say(
            say(
                "{percent} of the damage lies in the lower half of IT's own list.",
                percent=percent(ranked.gap.blind_share),
            )
        )


def place_words(cost: ServiceCost, place: int, top_three: float) -> str:
    """The place; where it rests on an anecdote, the chance to be among the first three instead."""
    return (
        say("{chance} in first 3", chance=percent(top_three))
        if cost.behind.evidence is EvidenceGrade.ANECDOTE
        else str(place)
    )


def _as_json(ranked: Priorities, drawn: Draws) -> dict[str, object]:
    lines = {line.service_id: line for line in ranked.gap.lines}
    return {
        "unit": ranked.unit.name if ranked.unit else None,
        "currency": ranked.currency,
        "blind_share": ranked.gap.blind_share,
        "kendall_tau_b": ranked.gap.tau_b,
        "services": [
            {
                "rank": place,
                "service": ranked.name(cost.service_id),
                "service_id": cost.service_id,
                "hours": cost.hours,
                "hours_low": drawn.services[cost.service_id].spread.hours.low,
                "hours_high": drawn.services[cost.service_id].spread.hours.high,
                "in_top_three": drawn.services[cost.service_id].top_three,
                "cost": cost.cost,
                "weighted_lost_hours": cost.wlh,
                "evidence": cost.behind.evidence,
                "lane": cost.lane,
                "assumed_rank": lines[cost.service_id].assumed,
                "gap": lines[cost.service_id].gap,
            }
            for place, cost in enumerate(ranked.costs, start=1)
        ],
    }
