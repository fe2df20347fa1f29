"""The desk against the field: the silent-pain gap, and where effort goes. Every figure was worked out by hand."""

from __future__ import annotations

from math import sqrt
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from score_samples import Business, named

from shadow_app.domain.vocabulary import Scope
from shadow_app.insight.effort_share import EffortBasis, effort_share
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.ticket_gap import Counted, DeskCount, ServiceGap, desk_counts, occurrences, ticket_gap
from shadow_app.insight.uncertainty import Range, rate_range

GUN, MAIL, WORD = named("gun"), named("mail"), named("word")
EAST, WEST = named("east"), named("west")


def near(expected: Any) -> Any:
    """Equal but for the last digits of a sum."""
    return pytest.approx(expected)


def counted(
    service: UUID, tickets: float, days: float, hours: float | None = None, unit: UUID | None = None
) -> Counted:
    known = hours is not None
    return Counted(service, unit, tickets, days, hours or 0.0, days if known else 0.0, 0.0 if known else tickets)


def field_costs() -> tuple[ServiceCost, ...]:
    """Gun: 4 times in 8 h with 10 people: 0.5 · 8 · 250 · 10 = 10,000 a year. Mail: one stop in 8 h: 250 a year."""
    business = Business()
    business.place("depot", 10, shadowed=8)
    business.pain("freeze", "gun")
    business.note("freeze", "depot", service="gun", seen=4, minutes=6)
    business.note(None, "depot", service="mail", scope=Scope.SHARED, seen=1, minutes=6, people=2)
    return business.rank()


def test_counts_are_brought_to_a_year() -> None:
    # 100 in 73 days are 500 a year; two months of 31 and 30 days with 61 tickets are one a day.
    found = desk_counts([counted(GUN, 100, 73, 20.0), counted(MAIL, 61, 61)])
    assert found == {GUN: DeskCount(500, near(100)), MAIL: DeskCount(365, None)}


def test_a_count_of_everybody_speaks_alone_and_units_are_added_up() -> None:
    rows = [counted(GUN, 365, 365, 10.0), counted(GUN, 73, 73, 5.0, EAST), counted(MAIL, 10, 365, 1.0, EAST)]
    rows.append(counted(MAIL, 20, 365, 4.0, WEST))
    found = desk_counts(rows)
    assert found[GUN] == DeskCount(365, 10)
    assert found[MAIL] == DeskCount(30, 5)
    of_east = desk_counts(rows, EAST)
    assert of_east[GUN] == DeskCount(365, near(25))
    assert of_east[MAIL] == DeskCount(10, 1)
    assert desk_counts(rows, named("north")) == {}, "a count of everybody says nothing of one unit"


def test_hours_count_only_where_all_are_known() -> None:
    half = Counted(GUN, None, 100, 60, 12.0, 30, 40)
    assert desk_counts([half])[GUN].hours is None
    none_needed = Counted(GUN, None, 100, 60, 12.0, 30, 0)
    assert desk_counts([none_needed])[GUN].hours == near(12 / 30 * 365)
    assert desk_counts([Counted(GUN, None, 0, 0, 0, 0, 0)])[GUN] == DeskCount(0, None)


def test_the_gap_is_what_the_desk_does_not_hear() -> None:
    found = ticket_gap(field_costs(), {GUN: DeskCount(500, None), WORD: DeskCount(40, None)})
    gun, word, mail = found.services
    assert (gun.service_id, gun.occurrences, gun.silent) == (GUN, near(10_000), near(9_500))
    assert gun.silent_share == near(0.95)
    low, high = rate_range(4, 8)
    assert gun.spread == near((low * 20_000, high * 20_000))
    assert gun.silent_range == near((1 - 500 / (low * 20_000), 1 - 500 / (high * 20_000)))
    assert (word.occurrences, word.silent, word.silent_share, word.silent_range) == (0, 0, None, None)
    assert word.louder, "the desk hears of it and nobody has seen it"
    assert (mail.service_id, mail.occurrences, mail.silent, mail.silent_share) == (MAIL, 250, None, None)
    assert mail.silent_range is None
    assert not mail.louder


def test_over_all_counted_services() -> None:
    found = ticket_gap(field_costs(), {GUN: DeskCount(500, None), MAIL: DeskCount(0, None)})
    # (9,500 + 250) of 10,250.
    assert found.silent_share == near(9_750 / 10_250)
    assert [line.service_id for line in found.unheard] == [MAIL]
    assert [line.service_id for line in found.counted] == [GUN, MAIL]
    assert found.uncounted == ()


def test_without_counts_nothing_is_silent() -> None:
    found = ticket_gap(field_costs(), {})
    assert found.silent_share is None
    assert [line.service_id for line in found.uncounted] == [GUN, MAIL]
    assert found.unheard == ()


def test_more_tickets_than_seen_is_no_silence() -> None:
    line = ServiceGap(GUN, 100, Range(50, 150), 120)
    assert (line.silent, line.silent_share, line.louder) == (0, 0, False)
    assert line.silent_range == near((0, 0.2))
    assert ServiceGap(GUN, 100, Range(50, 150), 151).louder
    nothing_low = ServiceGap(GUN, 100, Range(0, 150), 15)
    assert nothing_low.silent_range == near((0, 0.9))


def test_independent_parts_are_not_all_at_their_worst_at_once() -> None:
    business = Business()
    for site in ("a", "b"):
        business.place(site, 10, shadowed=8)
        business.note(None, site, service="gun", seen=4, minutes=6)
    (cost,) = business.rank()
    mean, spread = occurrences(cost.pains)
    low, high = (end * 20_000 for end in rate_range(4, 8))
    assert mean == near(20_000)
    assert spread.high == near(20_000 + sqrt(2) * (high - 10_000))
    assert spread.low == near(20_000 - sqrt(2) * (10_000 - low))


def test_what_was_carried_over_is_as_unsure_as_its_source() -> None:
    business = Business()
    business.place("a", 10, shadowed=8)
    business.place("never", 10)
    business.note(None, "a", service="gun", seen=4, minutes=6)
    (cost,) = business.rank()
    mean, spread = occurrences(cost.pains)
    assert mean == near(20_000)
    assert spread == near(tuple(end * 40_000 for end in rate_range(4, 8)))


def test_occurrences_of_nothing() -> None:
    assert occurrences(()) == (0, Range(0, 0))
    business = Business()
    business.place("a", 0, shadowed=8)
    business.note(None, "a", service="gun", seen=0, minutes=None)
    (cost,) = business.rank()
    assert occurrences(cost.pains)[0] == 0


def test_effort_against_harm() -> None:
    costs = field_costs()
    # Gun: 10,000 · 6 min = 1,000 h; mail: 250 · 2 · 6 min = 50 h. Nobody has graded, so harm is hours.
    found = effort_share(costs, {GUN: DeskCount(500, 25.0), WORD: DeskCount(40, 75.0)})
    assert found is not None
    assert found.basis is EffortBasis.HOURS
    assert [(line.service_id, line.effort, near(line.field)) for line in found.lines] == [
        (GUN, 0.25, 1000 / 1050),
        (MAIL, 0, 50 / 1050),
        (WORD, 0.75, 0),
    ]
    assert found.lines[0].gap == near(1000 / 1050 - 0.25)
    assert found.elsewhere == near(0.75)


def test_one_service_without_hours_makes_all_count_by_tickets() -> None:
    found = effort_share(field_costs(), {GUN: DeskCount(30, 25.0), WORD: DeskCount(10, None), MAIL: DeskCount(0, None)})
    assert found is not None
    assert found.basis is EffortBasis.TICKETS
    assert {line.service_id: line.effort for line in found.lines} == {GUN: 0.75, WORD: 0.25, MAIL: 0}


def test_services_without_tickets_need_no_hours() -> None:
    found = effort_share(field_costs(), {GUN: DeskCount(30, 25.0), MAIL: DeskCount(0, None)})
    assert found is not None
    assert found.basis is EffortBasis.HOURS


@pytest.mark.parametrize("counts", [{}, {GUN: DeskCount(0, 0.0)}], ids=["none", "nothing"])
def test_no_effort_is_no_comparison(counts: dict[UUID, DeskCount]) -> None:
    assert effort_share(field_costs(), counts) is None


def test_no_harm_is_no_comparison() -> None:
    assert effort_share((), {GUN: DeskCount(10, 1.0)}) is None


shares = st.floats(0, 1e6)


@given(st.lists(st.tuples(shares, shares, shares), min_size=1, max_size=8))
def test_silence_is_a_share_and_the_range_holds_it(rows: list[tuple[float, float, float]]) -> None:
    for mean, below, tickets in rows:
        line = ServiceGap(GUN, mean, Range(max(0.0, mean - below), mean + below), tickets)
        if line.silent_share is not None and line.silent_range is not None:
            assert 0 <= line.silent_range.low <= line.silent_share + 1e-9
            assert line.silent_share <= line.silent_range.high + 1e-9 <= 1 + 1e-9
