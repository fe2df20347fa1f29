"""The three worked examples of domain.md §3.2, through the whole ranking, to the printed digits."""

from __future__ import annotations

from typing import Any

import pytest
from score_samples import WEIGHTS, Business, named

from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.vocabulary import BusinessDamage, Lane, Scope, TimeToDamage, Workaround
from shadow_app.insight.coverage import coverage, observed_minutes
from shadow_app.insight.lost_hours import shrunk_rate
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.ranking_gap import RankingGap, opportunity, ranking_gap
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.uncertainty import chance_of_higher_rate, hours_range, not_noticed, wilson

PENNY = 0.005


def _graded(damage: int, time: int, workaround: str) -> dict[str, Any]:
    return {
        "business_damage": BusinessDamage(damage),
        "time_to_damage": TimeToDamage(time),
        "workaround": Workaround(workaround),
    }


@pytest.fixture
def depot() -> dict[str, PainCost]:
    """Example 1."""
    business = Business()
    for role, people, hours in (("driver", 42, 24.0), ("loader", 18, 32.0), ("clerk", 3, 8.0)):
        business.place("depot", people, shadowed=hours, role=role, days=254, rate=22.5)
    business.pain("scanner", effort_days=60, **_graded(2, 2, "clumsy"))
    business.pain("printer", effort_days=5, **_graded(3, 3, "none"))
    business.pain("priced printer", loss_value=650, loss_chance=0.1, **_graded(3, 3, "none"))
    business.pain("wallboard", **_graded(0, 0, "good"))
    business.note("scanner", "depot", seen=9, minutes=4)
    for printer in ("printer", "priced printer"):
        business.note(printer, "depot", role="loader", seen=2, minutes=18, people=6, scope=Scope.SHARED)
    business.note("wallboard", "depot", role="clerk", seen=5, minutes=2)
    (service,) = business.rank()
    titles = {named(name): name for name in ("scanner", "printer", "priced printer", "wallboard")}
    return {titles[pain.pain_point_id]: pain for pain in service.pains if pain.pain_point_id}


@pytest.mark.parametrize(
    ("name", "per_day", "people", "hours", "cost", "uplift", "wlh", "index", "codes", "lane"),
    [
        ("scanner", 3, 42, 2133.6, 48_006.00, 1.05, 4373.88, 72.8, (2, 2, 3), Lane.TIME_CRITICAL),
        ("printer", 0.5, 6, 228.6, 5_143.50, 6.0, 1600.2, 64.1, (1, 1, 1), Lane.DAMAGING),
        ("wallboard", 5, 3, 127.0, 2_857.50, 0, 127.0, 42.1, (3, 3, 5), Lane.DEFERRABLE),
    ],
)
def test_depot(
    depot: dict[str, PainCost],
    name: str,
    per_day: float,
    people: int,
    hours: float,
    cost: float,
    uplift: float,
    wlh: float,
    index: float,
    codes: tuple[int, int, int],
    lane: Lane,
) -> None:
    pain = depot[name]
    assert pain.strata[0].per_day == pytest.approx(per_day)
    assert pain.people == people
    assert pain.hours == pytest.approx(hours, abs=0.05)
    assert pain.cost == pytest.approx(cost, abs=PENNY)
    assert pain.uplift == pytest.approx(uplift)
    assert pain.wlh == pytest.approx(wlh, abs=PENNY)
    assert round(pain.index, 1) == index
    assert (pain.impact, pain.urgency, pain.priority) == codes
    assert pain.lane is lane


def test_depot_ranges(depot: dict[str, PainCost]) -> None:
    assert hours_range(depot["scanner"].strata[0]) == pytest.approx((1381.0, 3224.5), abs=0.05)
    assert hours_range(depot["printer"].strata[0]) == pytest.approx((92.0, 527.9), abs=0.05)


def test_depot_priced(depot: dict[str, PainCost]) -> None:
    priced = depot["priced printer"]
    assert priced.events == pytest.approx(127)
    assert priced.loss == pytest.approx(8_255)
    assert priced.uplift == 0
    assert priced.wlh == pytest.approx(595.49, abs=PENNY)
    assert priced.cost == pytest.approx(13_398.50, abs=PENNY)
    assert priced.effort_cap == pytest.approx(29.77, abs=PENNY)


def test_depot_effort(depot: dict[str, PainCost]) -> None:
    assert depot["scanner"].effort_cap == pytest.approx(106.68, abs=PENNY)
    assert depot["printer"].effort_cap == pytest.approx(11.43, abs=PENNY)
    assert depot["scanner"].density == pytest.approx(72.9, abs=0.05)
    assert depot["printer"].density == pytest.approx(320.0, abs=0.05)
    assert depot["wallboard"].density is None


def _uneven(*, with_c: bool = True) -> Business:
    """Example 2."""
    business = Business()
    business.place("A", 120, shadowed=16)
    business.place("B", 30, shadowed=48)
    if with_c:
        business.place("C", 50)
    business.note("pain", "A", seen=8, minutes=5)
    business.note("pain", "B", seen=6, minutes=5)
    return business


def test_uneven_sites_are_summed_and_never_pooled() -> None:
    pain = _uneven().only()
    by_site = {stratum.site_id: stratum for stratum in pain.strata}
    a, b = by_site[named("A")], by_site[named("B")]
    assert (a.per_day, b.per_day) == (4.0, 1.0)
    assert (a.hours, b.hours) == pytest.approx((10_000, 625))
    assert hours_range(a) == pytest.approx((6303.2, 15480.6), abs=0.05)
    assert hours_range(b) == pytest.approx((366.7, 1031.9), abs=0.05)
    assert pain.observed_hours == pytest.approx(10_625.00)


def test_unvisited_site_is_extrapolated_and_told_apart() -> None:
    pain = _uneven().only()
    (c,) = pain.extrapolated
    assert (c.sites, c.people) == (1, 50)
    assert c.per_day == pytest.approx(3.4)
    assert pain.extrapolated_hours == pytest.approx(3_541.67, abs=PENNY)
    assert pain.hours == pytest.approx(14_166.67, abs=PENNY)
    assert pain.extrapolated_share == pytest.approx(0.25, abs=0.0005)


def test_literal_minutes_and_coverage() -> None:
    business = _uneven(with_c=False)
    assert observed_minutes(business.rank()) == 70
    shares = {place.site_id: place.share for place in coverage(business.ground).places}
    assert shares[named("A")] == pytest.approx(0.000067, abs=0.0000005)
    assert shares[named("B")] == pytest.approx(0.0008)


def test_a_short_visit_is_steadied_by_a_phantom_day() -> None:
    business = _uneven(with_c=False)
    business.place("D", 20, shadowed=2)
    business.note("pain", "D", seen=3, minutes=5)
    by_site = {stratum.site_id: stratum.per_day for stratum in business.only().strata}
    assert by_site == {
        named("A"): 4.0,
        named("B"): 1.0,
        named("D"): pytest.approx(3.8),
    }


@pytest.mark.parametrize(("seen", "hours", "per_day"), [(3, 2, 3.8), (8, 16, 3.25), (6, 48, 1.1071)])
def test_steadied_rates(seen: float, hours: float, per_day: float) -> None:
    assert 8 * shrunk_rate(seen, hours, 14 / 64, 8) == pytest.approx(per_day, abs=0.00005)


def test_not_seen_is_not_zero() -> None:
    business = _uneven(with_c=False)
    business.place("E", 10, shadowed=24)
    (unseen,) = not_noticed(business.only(), business.ground)
    assert unseen.site_id == named("E")
    assert unseen.most_per_day == pytest.approx(1.0)


def test_chances_and_wilson() -> None:
    assert chance_of_higher_rate(3, 8, 2, 8) == pytest.approx(0.67, abs=0.005)
    assert chance_of_higher_rate(9, 8, 2, 8) == pytest.approx(0.985, abs=0.0005)
    assert wilson(3, 4) == pytest.approx((0.4325, 0.9219), abs=0.00005)


FIRM = [
    # service, minutes, r, people, d/t/w, H, WLH, IT's rank, gap
    ("Word & CV templates", 6, 4, 40, (3, 3, "clumsy"), 3680.00, 19136.00, 10, 9),
    ("Email", 5, 3, 40, (3, 3, "clumsy"), 2300.00, 11960.00, 7, 5),
    ("File service", 4, 3, 40, (3, 3, "clumsy"), 1840.00, 9568.00, 8, 5),
    ("Print", 7, 1, 40, (3, 2, "none"), 1073.33, 5903.33, 9, 5),
    ("Applicant tracking", 3, 4, 40, (1, 2, "clumsy"), 1840.00, 2806.00, 1, -4),
    ("Job-board posting", 10, 0.5, 12, (3, 2, "none"), 230.00, 1265.00, 6, 0),
    ("Telephony", 2, 2, 40, (2, 3, "good"), 613.33, 981.33, 4, -3),
    ("Network & VPN", 15, 0.1, 40, (2, 2, "none"), 230.00, 575.00, 2, -6),
    ("Finance", 10, 1, 3, (1, 1, "good"), 115.00, 136.56, 3, -6),
    ("BI reporting", 15, 0.2, 5, (0, 0, "none"), 57.50, 57.50, 5, -5),
]


@pytest.fixture
def firm() -> tuple[ServiceCost, ...]:
    """Example 3: each service used by a role of its own, shadowed for 80 hours (so k = 10 r)."""
    business = Business()
    for service, minutes, per_day, people, grades, *_ in FIRM:
        shared = service == "Network & VPN"
        business.place("office", people, shadowed=80, role=service, days=230, rate=30.0)
        business.pain(f"{service} pain", service, **_graded(*grades))
        business.note(
            f"{service} pain",
            "office",
            service=service,
            role=service,
            seen=10 * per_day,
            minutes=minutes,
            people=people if shared else None,
            scope=Scope.SHARED if shared else Scope.PERSON,
        )
    return business.rank()


@pytest.fixture
def gap(firm: tuple[ServiceCost, ...]) -> RankingGap:
    listed = [named(row[0]) for row in sorted(FIRM, key=lambda row: row[7])]
    nobody: list[StatedImportance] = []
    return ranking_gap(listed, nobody, firm)


def test_firm_order_hours_and_gaps(firm: tuple[ServiceCost, ...], gap: RankingGap) -> None:
    assert [cost.service_id for cost in firm] == [named(row[0]) for row in FIRM]
    for place, (row, cost, line) in enumerate(zip(FIRM, firm, gap.lines, strict=True), start=1):
        assert cost.hours == pytest.approx(row[5], abs=PENNY)
        assert cost.wlh == pytest.approx(row[6], abs=PENNY)
        assert (line.service_id, line.observed, line.assumed, line.gap) == (cost.service_id, place, row[7], row[8])


def test_firm_totals(firm: tuple[ServiceCost, ...], gap: RankingGap) -> None:
    assert sum(cost.hours for cost in firm) == pytest.approx(11_979.17, abs=PENNY)
    assert sum(cost.cost for cost in firm) == pytest.approx(359_375.00, abs=PENNY)
    assert sum(cost.wlh for cost in firm) == pytest.approx(52_388.73, abs=PENNY)
    assert sum(line.gap or 0 for line in gap.lines) == 0
    assert gap.mean_gap == pytest.approx(4.8)


def test_firm_agreement(firm: tuple[ServiceCost, ...], gap: RankingGap) -> None:
    assert gap.tau_b == pytest.approx(-0.4667, abs=0.00005)
    assert gap.spearman == pytest.approx(-0.6848, abs=0.00005)
    assert gap.overlap_patient == pytest.approx(0.5247, abs=0.00005)
    assert gap.overlap_hasty == pytest.approx(0.1256, abs=0.00005)
    assert (gap.top_overlap(4), gap.top_overlap(5)) == (0, 1)
    assert gap.blind_share == pytest.approx(0.913, abs=0.0005)
    assert gap.blind_share_hours == pytest.approx(0.762, abs=0.0005)
    bottom_four = sum(line.wlh for line in gap.lines if line.assumed and line.assumed >= 7)
    assert bottom_four / sum(cost.wlh for cost in firm) == pytest.approx(0.889, abs=0.0005)


def test_firm_blind_spots_and_pets(gap: RankingGap) -> None:
    assert [line.service_id for line in gap.blind_spots] == [
        named(service) for service in ("Word & CV templates", "Email", "File service")
    ]
    assert [line.service_id for line in gap.pets] == [named(service) for service in ("Network & VPN", "Finance")]


def test_firm_priced_word() -> None:
    business = Business()
    business.place("office", 40, shadowed=80, days=230, rate=30.0)
    business.pain("word", loss_value=6_000, loss_chance=0.0005)
    business.note("word", "office", seen=40, minutes=6)
    word = business.only(WEIGHTS)
    assert word.events == pytest.approx(36_800)
    assert word.loss == pytest.approx(110_400)
    assert word.wlh == pytest.approx(7_360)
    assert word.cost == pytest.approx(220_800)


def test_opportunity() -> None:
    assert opportunity(9, 3) == 15
    assert opportunity(6, 9) == 6
