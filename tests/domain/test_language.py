"""Which language holds, where, and for how long; and how a sentence comes out in it."""

from __future__ import annotations

import os
from gettext import NullTranslations
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.language import (
    VARIABLE,
    Labels,
    Language,
    current,
    lowered,
    mark,
    named,
    say,
    sequence,
    settled,
    shown,
    speaking,
    system_locale,
    wish_of,
)


@pytest.mark.parametrize(
    ("wish", "code", "locale"),
    [
        ("de", "de", "de_DE"),
        ("de_AT.UTF-8", "de", "de_AT"),
        ("de-CH", "de", "de_CH"),
        ("en", "en", "en_GB"),
        ("en_US", "en", "en_US"),
        ("fr_FR", "en", "en_GB"),
        ("C", "en", "en_GB"),
        ("no such thing", "en", "en_GB"),
        ("de_Latn", "de", "de_DE"),
    ],
)
def test_a_wish_names_a_language(wish: str, code: str, locale: str) -> None:
    assert (named(wish).code, named(wish).locale) == (code, locale)


@given(st.text(max_size=40))
def test_no_wish_is_too_odd(wish: str) -> None:
    assert named(wish).code in ("en", "de")


def test_the_system_is_asked_by_the_usual_variables() -> None:
    assert system_locale({"LC_ALL": "", "LC_MESSAGES": "de_DE.UTF-8", "LANG": "en_GB"}) == "de_DE.UTF-8"
    assert system_locale({"LANG": "en_US"}) == "en_US"


def test_what_is_settled_holds_in_every_thread_and_ends() -> None:
    heard: list[str] = []
    before = os.environ.get(VARIABLE)
    with settled("", "de"):
        thread = Thread(target=lambda: heard.append(say("Pain")))
        thread.start()
        thread.join()
        assert say("Pain") == "Problem"
    assert heard == ["Problem"]
    assert os.environ.get(VARIABLE) == before
    assert say("Pain") == "Pain"


def test_settling_leaves_no_trace_where_nothing_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    with settled("", "system") as language:
        assert language.locale == "de_AT"
    assert VARIABLE not in os.environ
    assert current().code == "de"


def test_speaking_is_of_one_thread_alone() -> None:
    heard: list[str] = []
    with speaking("de"):
        thread = Thread(target=lambda: heard.append(say("Pain")))
        thread.start()
        thread.join()
        assert say("Pain") == "Problem"
    assert heard == ["Pain"]


def test_a_sentence_is_filled_as_the_language_writes_numbers_and_days() -> None:
    with speaking("de"):
        assert say("{many} notes of {hours:,.1f} hours", many=3, hours=1234.5) == "3 notes of 1.234,5 hours"
        assert shown(1234567, ",.0f") == "1.234.567"
        assert shown(-0.25, "+.2f") == "-0,25"
        assert shown(0.25, "+.2f") == "+0,25"
        assert shown(0.25, "g") == "0,25"
        assert shown(2.5, "") == "2,5"
        assert shown("x", ">3") == "  x"
        assert shown(True, "") == "True"
    assert shown(1234.5, ",.1f") == "1,234.5"


def test_braces_of_people_stay_braces() -> None:
    assert say("{name} was changed after you looked at it. Nothing was taken; look again.", name="{x}").startswith(
        "{x}"
    )
    with speaking("de"):
        assert say("“{bare}”", bare="{0} {bare}") == "„{0} {bare}“"


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (1, "1 Notiz zu Problemen"),
        (0, "0 Notizen zu Problemen"),
        (2, "2 Notizen zu Problemen"),
        (1.5, "1,5 Notizen zu Problemen"),
    ],
)
def test_the_form_fits_the_number(number: float, form: str) -> None:
    with speaking("de"):
        assert say("{n:|note|notes} on pain", n=number) == form


def test_labels_are_said_when_they_are_read() -> None:
    labels = Labels({1: mark("Pain")})
    assert (labels[1], len(labels), list(labels)) == ("Pain", 1, [1])
    with speaking("de"):
        assert labels[1] == "Problem"
        assert dict(labels) == {1: "Problem"}
    with pytest.raises(KeyError):
        labels[2]


def test_nouns_and_lists_follow_the_language() -> None:
    assert (lowered("Driver"), sequence(["a", "b", "c"]), sequence(["a"]), sequence([])) == (
        "driver",
        "a, b and c",
        "a",
        "",
    )
    with speaking("de"):
        assert (lowered("Fahrer"), sequence(["a", "b", "c"]), sequence([])) == ("Fahrer", "a, b und c", "")


def test_paper_follows_the_country() -> None:
    assert named("en_US").letter_paper
    assert not named("de_DE").letter_paper
    assert not named("en").letter_paper


def test_nothing_is_said_for_nothing() -> None:
    with speaking("de"):
        assert say("") == ""  # gettext would answer with the catalogue's own heading


def test_a_catalogue_that_is_not_there_leaves_english() -> None:
    with speaking(Language("xx", "de_DE", NullTranslations())):
        assert say("Pain") == "Pain"


def test_wishes_of_the_settings() -> None:
    assert wish_of("de") == "de"
    with pytest.raises(ValueError, match="none of system, en and de"):
        wish_of("klingon")
