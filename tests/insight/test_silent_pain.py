"""Silent pain: never reported ÷ asked, with the reasons."""

from __future__ import annotations

import pytest

from shadow_app.insight.silent_pain import DeskAnswer, Silence, silence


def test_where_nobody_asked_nothing_is_claimed() -> None:
    assert silence([]) == Silence()
    assert (Silence().asked, Silence().share, Silence().range) == (False, None, None)


def test_the_share_is_by_occurrences_and_its_range_by_notes() -> None:
    heard = silence([DeskAnswer(True, "", 1, 1), DeskAnswer(False, "no time", 6, 2), DeskAnswer(False, "", 1, 1)])
    assert (heard.times, heard.silent, heard.share) == (8, 7, 0.875)
    assert (heard.notes, heard.silent_notes) == (4, 3)
    assert heard.range == pytest.approx((0.4325, 0.9219), abs=1e-4), "Wilson, 3 of 4: the golden example"


def test_reasons_are_joined_whatever_their_capitals_and_the_most_frequent_comes_first() -> None:
    heard = silence(
        [
            DeskAnswer(False, "No  time", 1, 1),
            DeskAnswer(False, "they want an asset number", 2, 1),
            DeskAnswer(False, "no time", 2, 1),
            DeskAnswer(True, "not a reason", 9, 1),
        ]
    )
    assert heard.reasons == (("No time", 3), ("they want an asset number", 2))
