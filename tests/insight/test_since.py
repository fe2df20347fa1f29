"""What has changed since a ranking was locked, on two small rankings made by hand."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from score_samples import Business, named

from shadow_app.domain.released import Snapshot, SnapshotLine
from shadow_app.domain.weights import Weights
from shadow_app.insight.since import Course, Since, SinceLine, WeightChange, since
from shadow_app.insight.uncertainty import Range
from shadow_app.insight.weight_dials import Dial, Turned

MARCH = datetime(2027, 3, 12, tzinfo=timezone.utc)


def line(service: str, rank: int, hours: float, low: float, high: float) -> SnapshotLine:
    return SnapshotLine(
        service_id=named(service),
        rank=rank,
        hours=hours,
        low=low,
        high=high,
        cost=hours * 20,
        wlh=hours,
        in_top_three=0.5,
        notes=3,
    )


THEN = Snapshot(
    name="Spring",
    made_at=MARCH,
    visits=4,
    currency="GBP",
    lines=(line("labels", 1, 900, 700, 1100), line("scanner", 2, 500, 300, 700), line("fax", 3, 50, 10, 90)),
)


def now() -> Business:
    """Ten hours are lost for each sighting: 10 people, 60 minutes, 1 sighting in 250 days."""
    business = Business()
    business.place("depot", 10, shadowed=2_000.0)
    for service, seen in (("scanner", 80), ("labels", 60), ("mail", 20)):
        business.note(service, "depot", service=service, seen=seen, minutes=60)
    return business


def compared(*, drawn: bool = True, weights: Weights | None = None) -> Since:
    costs = now().rank()
    spreads = {cost.service_id: (Range(cost.hours * 0.95, cost.hours * 1.05), 0.9) for cost in costs}
    return since(THEN, costs, spreads if drawn else None, (Weights(), weights or Weights()), 7, "GBP")


def by_service(found: Since) -> dict[str, SinceLine]:
    names = {named(name): name for name in ("labels", "scanner", "fax", "mail")}
    return {names[each.service_id]: each for each in found.lines}


def test_hours_are_as_the_example_says() -> None:
    assert [cost.hours for cost in now().rank()] == pytest.approx([800, 600, 200])


def test_places_then_and_now_with_what_is_new_and_gone() -> None:
    found = compared()
    lines = by_service(found)
    assert list(lines) == ["scanner", "labels", "mail", "fax"]
    assert {name: each.course for name, each in lines.items()} == {
        "scanner": Course.UP,
        "labels": Course.DOWN,
        "mail": Course.NEW,
        "fax": Course.GONE,
    }
    assert [each.places for each in lines.values()] == [1, -1, 0, 0]
    assert [each.hours for each in lines.values()] == pytest.approx([300, -300, 200, -50])
    assert found.moved == found.lines
    assert found.more_visits == 3


def test_only_ranges_that_lie_apart_are_beyond_chance() -> None:
    lines = by_service(compared())
    # 760 … 840 lies above 300 … 700, and 570 … 630 below 700 … 1100.
    assert lines["scanner"].beyond_chance is True
    assert lines["labels"].beyond_chance is True
    assert lines["mail"].beyond_chance is None
    assert lines["fax"].beyond_chance is None
    assert by_service(compared(drawn=False))["scanner"].beyond_chance is None
    overlapping = SinceLine(named("scanner"), lines["scanner"].then, lines["labels"].now)
    assert overlapping.beyond_chance is False


def test_a_place_that_stays_is_no_move() -> None:
    labels = by_service(compared())["labels"]
    assert labels.now is not None
    still = SinceLine(labels.service_id, labels.now, labels.now)
    assert still.course is Course.SAME
    assert still.beyond_chance is None, "where nothing changed chance has done nothing"


def test_weights_that_differ_are_named() -> None:
    assert compared().weight_changes == ()
    changed = compared(weights=Weights(damage=(0, 0.5, 1, 3, 9), phantom_hours=4))
    assert changed.weight_changes == (
        WeightChange(Dial(Turned.DAMAGE, 4), 7.0, 9.0),
        WeightChange(Dial(Turned.PHANTOM), 8.0, 4.0),
    )
