"""How a note is cut into words and features."""

from __future__ import annotations

import pytest

from shadow_app.insight.words import LONGEST_WORD, MOST_WORDS, features, stem, words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("labels", "label"),
        ("printing", "print"),
        ("printings", "print"),
        ("froze", "froze"),
        ("boxes", "box"),
        ("press", "press"),
        ("apps", "apps"),
        ("using", "using"),
    ],
)
def test_stems_stay_three_letters_long(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_of_any_script_and_the_sharp_languages() -> None:
    assert [word.folded for word in words("C# isn't ＷＭＳ_gun, cafe\u0301 #5 スキャナー")] == [
        *("c#", "isn", "t", "wms", "gun", "café", "5", "スキャナー"),
    ]


def test_a_text_of_stop_words_counts_them() -> None:
    assert "when" in features("when why")
    assert "when" not in features("when printing")


def test_a_pasted_page_costs_no_more_than_a_line() -> None:
    assert len(words("word " * 20_000)) == MOST_WORDS
    assert len(features("x" * 20_000)) < 2 * LONGEST_WORD
