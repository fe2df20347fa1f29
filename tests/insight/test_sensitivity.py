"""What survives another judgement: the third worked example of domain.md §3.2, and what must hold of any ranking."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_samples import Business, named

from shadow_app.domain.vocabulary import BusinessDamage, Scope, TimeToDamage, Workaround
from shadow_app.domain.weights import Weights
from shadow_app.insight.sensitivity import Holds, Pass, Swing, holds, sensitivity
from shadow_app.insight.weight_dials import Dial, Turned, dials, turn, value_of

EXAMPLE = (
    ("Word", 6.0, 4.0, 40, 3, 3, "clumsy", 0.0),
    ("Email", 5.0, 3.0, 40, 3, 3, "clumsy", 0.0),
    ("File", 4.0, 3.0, 40, 3, 3, "clumsy", 0.0),
    ("Print", 7.0, 1.0, 40, 3, 2, "none", 0.0),
    ("Tracking", 3.0, 4.0, 40, 1, 2, "clumsy", 0.0),
    ("Job board", 10.0, 0.5, 12, 3, 2, "none", 0.0),
    ("Telephony", 2.0, 2.0, 40, 2, 3, "good", 0.0),
    ("Network", 15.0, 0.1, 40, 2, 2, "none", 40.0),
    ("Finance", 10.0, 1.0, 3, 1, 1, "good", 0.0),
    ("BI", 15.0, 0.2, 5, 0, 0, "none", 0.0),
)
"""service, minutes, a day, people, damage, time, workaround, people stopped by one event (0: each meets it alone)."""


def recruiters() -> Business:
    """Example 3: ten shadowed days, so that a rate a day is a tenth of the sightings."""
    business = Business()
    for service, minutes, rate, people, damage, time, workaround, stopped in EXAMPLE:
        business.place("office", people, shadowed=80.0, role=service, days=230, rate=30.0)
        business.pain(service, service, **_graded(damage, time, workaround))
        shared: dict[str, Any] = {"people": stopped, "scope": Scope.SHARED} if stopped else {}
        business.note(service, "office", service=service, role=service, seen=rate * 10, minutes=minutes, **shared)
    return business


def _graded(damage: int, time: int, workaround: str) -> dict[str, Any]:
    return {
        "business_damage": BusinessDamage(damage),
        "time_to_damage": TimeToDamage(time),
        "workaround": Workaround(workaround),
    }


def swings_of(business: Business, weights: Weights | None = None, by: float = 0.5) -> dict[Dial, Swing]:
    weights = weights or Weights()
    found = sensitivity(business.rank(weights), weights, business.tallies, business.ground, by)
    assert found is not None
    return {swing.dial: swing for swing in found}


def test_the_example_is_the_example() -> None:
    costs = recruiters().rank()
    assert [round(cost.wlh, 2) for cost in costs][:4] == [19136.00, 11960.00, 9568.00, 5903.33]
    assert round(sum(cost.wlh for cost in costs), 2) == 52388.73


def test_which_half_overturns_what_among_the_recruiters() -> None:
    swings = swings_of(recruiters())
    assert holds(tuple(swings.values())) == Holds(order=False, first_three=False, first=True)
    moved = {
        dial: [
            (each.value, [(name_of(one.service_id), name_of(one.passed_id)) for one in each.passes])
            for each in swing.trials
            if each.moved
        ]
        for dial, swing in swings.items()
        if swing.moved
    }
    ahead = [("Telephony", "Job board")]
    assert moved == {
        # Job board 230 · (1 + 1.5 · 1.5) = 747.50 falls behind telephony's 613.33 · (1 + 2 · 0.3) = 981.33.
        Dial(Turned.DAMAGE, 3): [(1.5, ahead)],
        Dial(Turned.TIME, 2): [(0.75, ahead)],
        Dial(Turned.WORKAROUND, 2): [(0.5, ahead)],
        # Files 1840 · (1 + 3 · 2 · 0.35) = 5704 falls behind print, 5903.33: the one half that reaches the first three.
        Dial(Turned.WORKAROUND, 1): [(0.35, [("Print", "File")])],
    }
    assert [dial for dial, swing in swings.items() if swing.first_three] == [Dial(Turned.WORKAROUND, 1)]
    assert not any(swing.first for swing in swings.values())


def test_what_is_not_recovered_moves_money_and_no_place() -> None:
    swing = swings_of(recruiters())[Dial(Turned.UNRECOVERED)]
    assert not swing.moved
    assert swing.low.cost == pytest.approx(359_375 / 2)
    assert swing.high.value == 1.0
    assert swing.high.cost == pytest.approx(359_375)


def test_a_phantom_day_moves_the_rates_of_short_visits() -> None:
    business = Business()
    for site, hours in (("long", 80.0), ("short", 2.0)):
        business.place(site, 10, shadowed=hours)
    # Seen twice in two hours here and never in eighty there: the phantom day pulls it towards nothing, 2/10 or 2/14
    # an hour, by 10 minutes; the other is 20/80 by 7 minutes whatever a phantom day is.
    business.note("rare", "short", service="rare", seen=2, minutes=10)
    business.note("steady", "long", service="steady", seen=20, minutes=7)
    swings = swings_of(business)
    assert [dial for dial, swing in swings.items() if swing.moved] == [Dial(Turned.PHANTOM)]
    assert not swings[Dial(Turned.PHANTOM)].low.moved
    assert swings[Dial(Turned.PHANTOM)].high.passes == (Pass(named("steady"), named("rare")),)
    assert holds(tuple(swings.values())) == Holds(order=False, first_three=True, first=False)


def test_a_priced_damage_hangs_on_no_grade() -> None:
    business = Business()
    business.place("office", 10, shadowed=80.0, rate=30.0)
    business.pain("priced", "priced", loss_value=600, loss_chance=0.1, **_graded(4, 3, "none"))
    business.note("priced", "office", service="priced", seen=8, minutes=5)
    swings = swings_of(business)
    assert holds(tuple(swings.values())) == Holds(order=True, first_three=True, first=True)
    (cost,) = business.rank()
    loss = cost.pains[0].loss
    assert loss > 0
    assert swings[Dial(Turned.UNRECOVERED)].low.cost == pytest.approx(loss + (cost.cost - loss) / 2)
    assert swings[Dial(Turned.DAMAGE, 4)].high.cost == cost.cost


def test_a_step_that_would_pass_its_neighbour_takes_it_along() -> None:
    weights = Weights()
    value, along, turned = turn(weights, Dial(Turned.TIME, 0), 1.5)
    assert (value, along, turned.time) == (1.5, (1,), (1.5, 1.5, 1.5, 2.0))
    value, along, turned = turn(weights, Dial(Turned.TIME, 3), 0.5)
    assert (value, along, turned.time) == (1.0, (1, 2), (1.0, 1.0, 1.0, 1.0))
    value, along, turned = turn(weights, Dial(Turned.WORKAROUND, 2), 0.5)
    assert (along, turned.workaround_clumsy, turned.workaround_none) == ((1,), 0.5, 0.5)


def test_what_has_an_end_stops_there_and_nothing_stays_nothing() -> None:
    assert turn(Weights(), Dial(Turned.UNRECOVERED), 1.5)[0] == 1.0
    assert turn(Weights(phantom_hours=60), Dial(Turned.PHANTOM), 1.5)[0] == 80.0
    assert turn(Weights(damage=(0, 0, 0, 0, 900.0)), Dial(Turned.DAMAGE, 4), 1.5)[0] == 1_000.0
    assert turn(Weights(), Dial(Turned.DAMAGE, 0), 1.5)[:2] == (0.0, ())
    nothing_lost = Weights(unrecovered_share=0.0)
    assert swings_of(recruiters(), nothing_lost)[Dial(Turned.UNRECOVERED)].low.cost == 0


def test_nothing_noted_holds_and_a_word_stops_it() -> None:
    business = recruiters()
    costs = business.rank()
    assert sensitivity(costs, Weights(), business.tallies, business.ground, keep_going=lambda: False) is None
    nothing = sensitivity((), Weights(), (), business.ground)
    assert nothing is not None
    assert holds(nothing) == Holds(order=True, first_three=True, first=True)


def name_of(service_id: UUID) -> str:
    return next(each[0] for each in EXAMPLE if named(each[0]) == service_id)


_NOTES = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from(("near", "far")),
        st.integers(1, 6),
        st.integers(1, 40),
        st.tuples(st.integers(0, 4), st.integers(0, 3), st.sampled_from(("none", "clumsy", "good"))),
    ),
    min_size=1,
    max_size=8,
)
_LADDER = st.floats(0, 10).map(lambda value: round(value, 2))
_WEIGHTS = st.builds(
    lambda damage, time, ways, phi, phantom: Weights(
        damage=tuple(sorted(damage)),
        time=tuple(sorted(time)),
        **dict(zip(("workaround_good", "workaround_clumsy", "workaround_none"), sorted(ways), strict=True)),
        unrecovered_share=phi,
        phantom_hours=phantom,
    ),
    st.lists(_LADDER, min_size=5, max_size=5),
    st.lists(_LADDER, min_size=4, max_size=4),
    st.lists(_LADDER, min_size=3, max_size=3),
    st.sampled_from((0.0, 0.5, 1.0)),
    st.sampled_from((0.0, 2.0, 8.0)),
)


def _noted(notes: list[tuple[str, str, int, int, tuple[int, int, str]]]) -> Business:
    business = Business()
    business.place("near", 20, shadowed=3.0)
    business.place("far", 7, shadowed=40.0)
    for service, site, seen, minutes, grades in notes:
        business.pain(service, service, **_graded(*grades))
        business.note(service, site, service=service, seen=seen, minutes=minutes)
    return business


@given(_NOTES, _WEIGHTS)
def test_no_perturbation_changes_nothing(
    notes: list[tuple[str, str, int, int, tuple[int, int, str]]], weights: Weights
) -> None:
    business = _noted(notes)
    cost = sum(each.cost for each in business.rank(weights))
    for swing in swings_of(business, weights, by=0.0).values():
        assert not swing.moved
        assert not swing.first_three
        for trial in swing.trials:
            assert trial.value == swing.in_force
            assert trial.cost == pytest.approx(cost)
            assert trial.passes == ()


@given(_NOTES, _WEIGHTS)
def test_every_trial_is_the_ranking_that_the_turned_weights_would_give(
    notes: list[tuple[str, str, int, int, tuple[int, int, str]]], weights: Weights
) -> None:
    business = _noted(notes)
    for dial, swing in swings_of(business, weights).items():
        for factor, trial in zip((0.5, 1.5), swing.trials, strict=True):
            value, along, turned = turn(weights, dial, factor)
            again = business.rank(turned)
            assert (trial.value, trial.along, value_of(turned, dial)) == (value, along, value)
            assert trial.cost == pytest.approx(sum(cost.cost for cost in again))
            wlh = {cost.service_id: cost.wlh for cost in again}
            # Digits beyond the sixth decide only between services that weigh the same.
            assert [wlh[one] for one in trial.order] == pytest.approx([cost.wlh for cost in again])


def test_every_weight_of_the_score_has_a_dial() -> None:
    assert len(list(dials())) == 5 + 4 + 3 + 2
