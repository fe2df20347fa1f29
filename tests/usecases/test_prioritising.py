"""From notes in a store to the figures of `domain.md` §3.2, example 1."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from factories import NOON, Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessStep
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Kind, Lane, Scope, VisitState
from shadow_app.domain.weights import Weights
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.storage.store import Store
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.evidence import evidence_of
from shadow_app.usecases.prioritising import Prioritising


def visits_of(firm: Firm, hours: tuple[float, ...]) -> list[Visit]:
    return [
        firm.visit.edited(id=new_id(), number=f"V{number}", exposure_hours=length, state=VisitState.REVIEWED)
        for number, length in enumerate(hours)
    ]


@pytest.fixture
def costs(store: Store, firm: Firm) -> dict[str, ServiceCost]:
    """Example 1a on the scanner, 1b on the label printer; the firm's own visit was never made."""
    put(store, firm.visit.edited(removed=True))
    examples: tuple[tuple[Service, str, tuple[float, ...], dict[str, object]], ...] = (
        (firm.scanning, "re-login", (8.0, 8.0, 8.0), {"lost_minutes": 4.0, "count": 3}),
        (
            firm.labels,
            "jam",
            (8.0,),
            {"lost_minutes": 18.0, "people_stopped": 6, "note_scope": Scope.SHARED, "count": 2},
        ),
    )
    for service, title, hours, fields in examples:
        _example(store, firm, service.id, title, hours, fields)
    ranking = Prioritising(store).ranking(firm.unit.id)
    return {ranking.name(cost.service_id): cost for cost in ranking.costs}


def _example(
    store: Store, firm: Firm, service_id: object, title: str, hours: tuple[float, ...], fields: dict[str, object]
) -> None:
    graded = {"re-login": (2, 2, "clumsy"), "jam": (3, 3, "none")}[title]
    pain = PainPoint.model_validate(
        {
            "service_id": service_id,
            "title": title,
            "business_damage": graded[0],
            "time_to_damage": graded[1],
            "workaround": graded[2],
        }
    )
    put(store, pain)
    for visit in visits_of(firm, hours):
        note = Observation.model_validate(
            {"visit_id": visit.id, "at": NOON, "text": title, "kind": Kind.PAIN, **fields}
        )
        member = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
        put(store, visit, note, member)


def test_the_first_worked_example_comes_out_of_a_store(costs: dict[str, ServiceCost]) -> None:
    # 9 sightings in 32 shadowed driver hours: the fourth visit, on which only the printer jammed, counts too.
    scanner = costs["Handheld scanning"]
    assert scanner.hours == pytest.approx(2133.6 * 24 / 32, abs=0.05)
    assert scanner.cost == pytest.approx(48_006 * 24 / 32, abs=0.05)
    assert scanner.wlh == pytest.approx(4373.88 * 24 / 32, abs=0.05)
    printer = costs["Label printing"]
    assert printer.hours == pytest.approx(228.6, abs=0.05)
    assert printer.cost == pytest.approx(5_143.50, abs=0.05)
    assert printer.wlh == pytest.approx(1600.2, abs=0.05)
    assert (scanner.lane, printer.lane) == (Lane.TIME_CRITICAL, Lane.DAMAGING)


def test_no_list_is_compared_before_it_is_locked(store: Store, firm: Firm) -> None:
    note = firm.note("a", lost_minutes=5.0)
    put(store, note, tag(note, firm.email))
    prioritising = Prioritising(store)
    open_list = AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.scanning.id, firm.email.id))
    put(store, open_list)
    assert prioritising.ranking(firm.unit.id).assumed is None
    put(store, open_list.edited(locked_at=datetime(2026, 1, 1, tzinfo=timezone.utc)))
    ranking = prioritising.ranking(firm.unit.id)
    assert ranking.assumed is not None
    assert ranking.gap.lines[0].assumed == 1, "re-ranked over what the unit uses"
    own = AssumedRanking(
        organisation_id=firm.firm.id,
        unit_id=firm.unit.id,
        service_ids=(firm.labels.id,),
        locked_at=datetime(2025, 1, 1, tzinfo=timezone.utc),
    )
    put(store, own)
    chosen = prioritising.ranking(firm.unit.id).assumed
    assert chosen is not None
    assert chosen.id == own.id, "a unit's own list wins over its firm's"


def test_other_weights_change_the_order_at_once_and_for_good_when_kept(store: Store, firm: Firm) -> None:
    slow = firm.note("slow", lost_minutes=10.0, business_damage=0)
    late = firm.note("late", 1, lost_minutes=5.0, business_damage=4, time_to_damage=3)
    put(store, slow, tag(slow, firm.email), late, tag(late, firm.labels))
    prioritising = Prioritising(store)
    assert [cost.service_id for cost in prioritising.ranking().costs] == [firm.labels.id, firm.email.id]
    flat = Weights(damage=(0, 0, 0, 0, 0))
    assert [cost.service_id for cost in prioritising.ranking(weights=flat).costs] == [firm.email.id, firm.labels.id]
    assert prioritising.weights().damage == Weights().damage, "nothing was kept yet"
    kept = prioritising.weigh(flat)
    assert prioritising.weights() == kept
    assert [cost.service_id for cost in prioritising.ranking().costs] == [firm.email.id, firm.labels.id]
    prioritising.weigh(Weights(name="Back"))
    assert prioritising.weights().name == "Back"


def test_ranges_bracket_the_figures_and_do_not_flicker(store: Store, firm: Firm) -> None:
    notes = [firm.note(f"n{number}", number, lost_minutes=5.0) for number in range(4)]
    put(store, *notes, *(tag(note, firm.email) for note in notes))
    prioritising = Prioritising(store)
    ranking = prioritising.ranking()
    drawn, again = prioritising.ranges(ranking), prioritising.ranges(ranking)
    assert drawn is not None
    assert drawn == again
    spread = drawn.services[firm.email.id].spread.hours
    assert spread.low < ranking.costs[0].hours < spread.high
    assert prioritising.ranges(ranking, lambda: False) is None


def test_steps_stated_ranks_and_evidence(store: Store, firm: Firm) -> None:
    note = firm.note("mail bounced", lost_minutes=6.0, business_damage=3)
    cheap = firm.note("mail slow", 1, lost_minutes=1.0)
    step = BusinessStep(unit_id=firm.unit.id, name="CV out", service_ids=(firm.email.id, firm.labels.id))
    put(store, note, cheap, tag(note, firm.email), tag(cheap, firm.email), step)
    Debriefing(store).rate(firm.visit.id, "Driver 1", firm.labels.id, 9, 2)
    prioritising = Prioritising(store)
    ranking = prioritising.ranking(firm.unit.id)
    ((found, cost),) = ranking.steps
    assert found.name == "CV out"
    assert cost.hours == ranking.costs[0].hours
    assert cost.without_evidence == (firm.labels.id,)
    by_service = {line.service_id: line for line in ranking.gap.lines}
    assert by_service[firm.labels.id].stated is not None
    assert by_service[firm.labels.id].observed is None
    assert ranking.respondents == 1
    assert [each.note.note.text for each in evidence_of(store, firm.email.id, firm.unit.id)] == [
        "mail bounced",
        "mail slow",
    ]
    assert ranking.pain_title(None) == "Not sorted yet"


def test_an_empty_store_ranks_nothing(store: Store, firm: Firm) -> None:
    ranking = Prioritising(store).ranking()
    assert ranking.costs == ()
    assert ranking.currency == "GBP"
    assert Prioritising(store).of_visit(firm.visit.id) == ()
