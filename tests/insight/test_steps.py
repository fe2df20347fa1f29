"""Business steps: humble services that are dear together."""

from __future__ import annotations

from uuid import UUID

import pytest
from score_samples import Business, named

from shadow_app.domain.organisation import BusinessStep
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.steps import step_costs


def step(name: str, *services: str, removed: bool = False) -> BusinessStep:
    ids: tuple[UUID, ...] = tuple(named(service) for service in services)
    return BusinessStep(id=named(name), unit_id=named("unit"), name=name, service_ids=ids, removed=removed)


@pytest.fixture
def costs() -> tuple[ServiceCost, ...]:
    business = Business()
    business.place("office", 10, shadowed=10)
    for service, seen in (("word", 4), ("mail", 3), ("print", 1), ("ats", 6)):
        business.note(service, "office", service=service, seen=seen, minutes=5)
    return business.rank()


def test_a_step_is_the_sum_of_its_services_and_the_worst_step_is_first(costs: tuple[ServiceCost, ...]) -> None:
    found = step_costs([step("log call", "ats"), step("CV out", "word", "mail", "print")], costs)
    assert [cost.step_id for cost in found] == [named("CV out"), named("log call")]
    of = {cost.service_id: cost for cost in costs}
    for figure in ("hours", "cost", "wlh"):
        together = sum(getattr(of[named(service)], figure) for service in ("word", "mail", "print"))
        assert getattr(found[0], figure) == pytest.approx(together)
    assert [cost.service_id for cost in found[0].services] == [named("word"), named("mail"), named("print")]


def test_a_shared_service_counts_in_each_step_and_is_named(costs: tuple[ServiceCost, ...]) -> None:
    one, other = step_costs([step("CV out", "word", "mail"), step("invoice", "mail")], costs)
    assert one.shared == other.shared == {named("mail")}
    assert one.wlh + other.wlh > sum(cost.wlh for cost in costs if cost.service_id in (named("word"), named("mail")))


def test_services_without_evidence_are_named_and_repeats_count_once(costs: tuple[ServiceCost, ...]) -> None:
    (found,) = step_costs([step("CV out", "word", "word", "fax")], costs)
    assert found.without_evidence == (named("fax"),)
    assert found.hours == next(cost.hours for cost in costs if cost.service_id == named("word"))


def test_steps_without_services_and_removed_steps_are_left_out(costs: tuple[ServiceCost, ...]) -> None:
    (found,) = step_costs([step("walk"), step("old", "mail", removed=True), step("CV out", "mail")], costs)
    assert found.step_id == named("CV out")
    assert found.shared == frozenset()
