"""What is worked out late reads like what was worked out at once."""

from __future__ import annotations

from hypothesis import given
from score_samples import Business
from test_score_properties import notes

from shadow_app.insight.unfolding import Unfolding


def test_nothing_is_worked_out_before_somebody_looks_and_then_only_once() -> None:
    asked = []

    def make() -> list[int]:
        asked.append(True)
        return [3, 1, 2]

    late = Unfolding(make)
    assert not asked
    assert (late[0], late[1:], len(late), list(late)) == (3, (1, 2), 3, [3, 1, 2])
    assert len(asked) == 1


def test_it_equals_the_tuple_that_it_unfolds_to() -> None:
    late = Unfolding(lambda: [1, 2])
    assert late == (1, 2)
    assert late == Unfolding(lambda: (1, 2))
    assert late != (2, 1)
    assert late != [1, 2]
    assert (hash(late), repr(late)) == (hash((1, 2)), "(1, 2)")


@given(notes())
def test_a_ranking_adds_up_just_what_its_strata_say(business: Business) -> None:
    """To the last digit: sums and strata come from the same functions, asked in the same order."""
    for service in business.rank():
        for pain in service.pains:
            assert pain.observed_hours == sum(stratum.hours for stratum in pain.strata)
            beyond = pain.extrapolated
            assert pain.extrapolated_hours == sum(part.hours for part in beyond)
            assert pain.cost == sum([*(each.cost for each in pain.strata), *(part.cost for part in beyond)])
            assert pain.wlh == sum(each.wlh for each in pain.strata) + sum(part.wlh for part in beyond)
