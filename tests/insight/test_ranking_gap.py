"""Three rankings side by side, with lists that are short, long, missing or about other services."""

from __future__ import annotations

import pytest
from score_samples import Business, named

from shadow_app.domain.ranking import StatedImportance
from shadow_app.insight.ranking_gap import assumed_ranks, ranking_gap, stated_ranks
from shadow_app.insight.service_cost import ServiceCost


def observed(**sightings: int) -> tuple[ServiceCost, ...]:
    """A ranking by sightings."""
    business = Business()
    business.place("office", 10, shadowed=10)
    for service, seen in sightings.items():
        business.note(service, "office", service=service, seen=seen, minutes=1)
    return business.rank()


def answer(service: str, who: int, importance: int | None, satisfaction: int | None = None) -> StatedImportance:
    return StatedImportance(
        visit_id=named("visit"),
        respondent=f"Consultant {who}",
        service_id=named(service),
        importance=importance,
        satisfaction=satisfaction,
    )


def test_the_list_is_ranked_anew_over_the_services_in_use() -> None:
    listed = [named(name) for name in ("mainframe", "mail", "fax", "print", "mail")]
    used = {named(name) for name in ("print", "mail", "word", "files")}
    assert assumed_ranks(listed, used) == {named("mail"): 1, named("print"): 2, named("word"): 3, named("files"): 3}
    assert assumed_ranks([], used) == {}


def test_unlisted_services_are_underrated_and_blind() -> None:
    gap = ranking_gap([named("mail"), named("print")], [], observed(word=9, mail=5, print=1))
    assert [(line.assumed, line.listed, line.observed, line.gap) for line in gap.lines] == [
        (3, False, 1, 2),
        (1, True, 2, -1),
        (2, True, 3, -1),
    ]
    assert gap.listed == 2
    assert gap.blind_share == pytest.approx(10 / 15), "word is not listed, and print is in the lower half"
    assert [line.service_id for line in gap.blind_spots] == [named("word")]
    assert gap.mean_gap == pytest.approx(4 / 3)


def test_no_evidence_is_no_rank_and_enters_no_coefficient() -> None:
    listed = [named(name) for name in ("quiet", "mail", "silent", "word")]
    gap = ranking_gap(listed, [], observed(mail=9, word=1))
    assert (gap.tau_b, gap.spearman, gap.overlap_patient) == pytest.approx((1, 1, 1))
    assert [line.service_id for line in gap.lines] == [named(name) for name in ("mail", "word")], "only what is in use"
    wider = ranking_gap(listed, [], observed(mail=9, word=1), used=[named("quiet"), named("silent")])
    assert [(line.service_id, line.assumed, line.observed, line.gap) for line in wider.lines] == [
        (named("mail"), 2, 1, 1),
        (named("word"), 4, 2, 2),
        (named("quiet"), 1, None, None),
        (named("silent"), 3, None, None),
    ]
    assert (wider.tau_b, wider.top_overlap(1)) == (1, 1)
    assert wider.blind_share == pytest.approx(0.1)


def test_without_a_list_there_is_nothing_to_compare() -> None:
    gap = ranking_gap([], [], observed(mail=9, word=1))
    assert [(line.assumed, line.listed, line.gap, line.blind_spot) for line in gap.lines] == [
        (None, False, None, False),
        (None, False, None, False),
    ]
    figures = (gap.mean_gap, gap.blind_share, gap.blind_share_hours, gap.tau_b, gap.spearman, gap.overlap_hasty)
    assert figures == (None,) * 6
    assert gap.blind_spots == gap.pets == ()


def test_without_field_data_there_is_only_the_list() -> None:
    gap = ranking_gap([named("mail")], [answer("mail", 1, 8)], [], used=[named("word")])
    assert [(line.assumed, line.observed, line.gap, line.pet) for line in gap.lines] == [
        (1, None, None, False),
        (2, None, None, False),
    ]
    assert (gap.blind_share, gap.tau_b, gap.mean_gap) == (None, None, None)
    assert gap.lines[0].stated is not None


def test_hours_unknown_is_no_blindness() -> None:
    business = Business()
    business.place("office", 10, shadowed=10)
    business.note("mail", "office", service="mail", seen=3)
    assert ranking_gap([named("mail")], [], business.rank()).blind_share is None


def test_on_a_short_list_agreement_is_no_blind_spot() -> None:
    gap = ranking_gap([named("mail"), named("word")], [], observed(mail=9, word=1))
    assert gap.blind_spots == gap.pets == ()


def test_equal_costs_share_a_rank() -> None:
    gap = ranking_gap([named("mail"), named("word")], [], observed(mail=4, word=4))
    assert [line.observed for line in gap.lines] == [1, 1]
    assert gap.tau_b is None


def test_a_pet_is_high_on_the_list_and_low_in_the_field() -> None:
    listed = [named(name) for name in ("portal", "mail", "word", "print")]
    gap = ranking_gap(listed, [], observed(print=9, mail=7, word=5, portal=1))
    assert [line.service_id for line in gap.pets] == [named("portal")]


def test_stated_ranks_are_means_with_shared_ties_and_their_n() -> None:
    answers = [answer("mail", 1, 9), answer("mail", 2, 7), answer("word", 1, 8), answer("print", 1, 3, 5)]
    stated = stated_ranks(answers)
    assert {service: (one.rank, one.respondents, one.importance) for service, one in stated.items()} == {
        named("mail"): (1, 2, 8),
        named("word"): (1, 1, 8),
        named("print"): (3, 1, 3),
    }


def test_withdrawn_and_empty_answers_do_not_count() -> None:
    gone = answer("mail", 1, 9).edited(removed=True)
    assert stated_ranks([gone, answer("word", 1, None, 4)]) == {}


def test_an_opportunity_needs_five_respondents() -> None:
    four = [answer("mail", who, 9, 3) for who in range(4)]
    assert stated_ranks(four)[named("mail")].opportunity is None
    assert stated_ranks([*four, answer("mail", 4, 9)])[named("mail")].opportunity is None
    five = stated_ranks([*four, answer("mail", 4, 9, 3)])[named("mail")]
    assert (five.opportunity, five.respondents) == (15, 5)


def test_a_stated_service_that_nobody_listed_or_saw_is_in() -> None:
    gap = ranking_gap([named("mail")], [answer("fax", 1, 10)], observed(mail=1))
    assert [(line.service_id, line.assumed) for line in gap.lines] == [(named("mail"), 1), (named("fax"), 2)]
