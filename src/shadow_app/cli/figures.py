"""Rankings and reports on the command line."""

from __future__ import annotations

import argparse
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named, visit_card
from shadow_app.reports.amounts import percent
from shadow_app.usecases.prioritising import Priorities, Prioritising
from shadow_app.usecases.reporting import Report
from shadow_app.usecases.writing import write_whole


def priorities(shadow: Shadow, args: argparse.Namespace) -> int:
    """Rank the services by what they cost the business."""
    ranked = shadow.prioritising.ranking(_unit(shadow, args.unit))
    if args.json:
        output.say_json(_as_json(ranked))
    else:
        say_ranking(ranked)
    return 0


def report(shadow: Shadow, args: argparse.Namespace) -> int:
    """Print a report into a file."""
    printed = shadow.reporting.printed(_made(shadow, args), args.out.suffix)
    write_whole(args.out, printed.content)
    if args.json:
        output.say_json({"file": args.out, "bytes": len(printed.content), "warnings": printed.warnings})
    else:
        output.say(f"{args.out} written, {len(printed.content) / 1000:.0f} kB")
        for warning in printed.warnings:
            output.warn(warning)
    return 0


def _made(shadow: Shadow, args: argparse.Namespace) -> Report:
    if args.what == "visit":
        return shadow.reporting.visit(visit_card(shadow, args.visit).visit.id)
    return shadow.reporting.priorities(_unit(shadow, args.unit))


def _unit(shadow: Shadow, name: str | None) -> UUID | None:
    if name is None:
        return None
    return named(shadow.catalogue.units(), name, "business unit", "shadow-app import sites FILE").id


def say_ranking(ranked: Priorities, most: int | None = None) -> None:
    """The ranking as a table; `most` keeps it short."""
    if not ranked.costs:
        output.say("Nothing has been noted that costs time and names a service yet; there is nothing to rank.")
        return
    drawn = ranked_ranges(ranked)
    rows = [("", "service", "hours a year", "80 % range", f"{ranked.currency} a year", "evidence", "IT's rank")]
    assumed = {line.service_id: line.assumed for line in ranked.gap.lines}
    for place, cost in enumerate(ranked.costs[:most], start=1):
        low, high = drawn[cost.service_id]
        rank = assumed.get(cost.service_id)
        rows.append(
            (
                str(place),
                ranked.name(cost.service_id),
                f"{cost.hours:,.0f}",
                f"{low:,.0f} – {high:,.0f}",
                f"{cost.cost:,.0f}",
                cost.behind.evidence.value,
                "–" if rank is None else str(rank),
            )
        )
    output.table(rows, right=(0, 2, 4, 6))
    if ranked.gap.blind_share is not None:
        output.say(f"{percent(ranked.gap.blind_share)} of the damage lies in the lower half of IT's own list.")


def ranked_ranges(ranked: Priorities) -> dict[UUID, tuple[float, float]]:
    """80 % range of the hours of each service."""
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    return {service: (each.spread.hours.low, each.spread.hours.high) for service, each in drawn.services.items()}


def _as_json(ranked: Priorities) -> object:
    drawn = ranked_ranges(ranked)
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
                "hours_low": drawn[cost.service_id][0],
                "hours_high": drawn[cost.service_id][1],
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
