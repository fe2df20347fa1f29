"""A ranking beside the newest one that was locked, as reports tell it."""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.domain.released import Snapshot
from shadow_app.domain.weights import Weights
from shadow_app.insight.draws import Draws
from shadow_app.insight.since import since as compared
from shadow_app.reports.amounts import counted
from shadow_app.reports.since import Moved, Since
from shadow_app.storage.repository import Reader
from shadow_app.usecases.prioritising import Priorities
from shadow_app.usecases.report_parts import Names


def since_last(read: Reader, ranked: Priorities, drawn: Draws, names: Names) -> Since | None:
    """What has changed since the newest snapshot of the same unit; None while none was locked."""
    unit_id = ranked.unit.id if ranked.unit else None
    locked = [each for each in read.where(Snapshot) if each.unit_id == unit_id]
    if not locked:
        return None
    snapshot = max(locked, key=lambda each: (each.made_at, each.id.int))
    weights = (read.find(Weights, snapshot.weights_id) if snapshot.weights_id else None) or Weights()
    spreads = {service_id: (each.spread.hours, each.top_three) for service_id, each in drawn.services.items()}
    both = (weights, ranked.weights)
    found = compared(snapshot, ranked.costs, spreads, both, len(ranked.visits), ranked.currency)
    remarks = []
    if found.more_visits > 0:
        remarks.append(say("{visits} more than then.", visits=counted(found.more_visits, "visit|visits")))
    if found.more_visits < 0:
        remarks.append(
            say("{visits} fewer than then: some were withdrawn.", visits=counted(-found.more_visits, "visit|visits"))
        )
    if found.weight_changes:
        remarks.append(say("The weights are not the same as then, so places may have moved for that reason alone."))
    return Since(
        name=snapshot.name,
        on=snapshot.made_at.date(),
        moved=tuple(
            Moved(
                service=names.service(line.service_id),
                place_then=line.then.rank if line.then else None,
                place_now=line.now.rank if line.now else None,
                hours_then=line.then.hours if line.then else None,
                hours_now=line.now.hours if line.now else None,
                certain=line.beyond_chance,
            )
            for line in found.lines
        ),
        remark=" ".join(remarks),
    )
