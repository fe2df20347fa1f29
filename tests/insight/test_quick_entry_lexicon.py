"""The lexicon: precedence of names, light matching, and that a large catalogue costs no more than a small one."""

from __future__ import annotations

from time import perf_counter

import pytest

from shadow_app.domain.organisation import Role
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.insight.quick_entry import Lexicon, parse


def test_a_code_decides_before_a_name_and_a_name_before_an_alias() -> None:
    by_code = Service(code="mail", name="One")
    by_name = Service(code="2", name="Mail")
    by_alias = Service(code="3", name="Three", aliases=("mail",))
    assert Lexicon([by_alias, by_name, by_code], []).service("mail").matches == (by_code.id,)
    assert Lexicon([by_alias, by_name], []).service("MAIL").matches == (by_name.id,)
    assert [span[2].matches for span in Lexicon([by_alias, by_name], []).mentions("mail")] == [(by_name.id,)]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Wi-Fi", "wifi"), ("site wifi", "Site-Wi-Fi"), ("label printer", "labelprinter"), ("the gun", "gun"),
        ("box", "boxes"), ("query", "queries"), ("T&T", "t&t"), ("C++", "c++"), ("Café", "cafe\u0301"), ("ＰＣ", "pc"),
        ("प्रिंटर", "प्रिंटर"), ("倉庫管理", "倉庫管理"), ("Straße", "STRASSE"), ("tablet", "\u200ftablet"),
    ],
)  # fmt: skip
def test_names_meet_in_spite_of_their_spelling(said: str, asked: str) -> None:
    service = Service(name="Something", aliases=(said,))
    assert Lexicon([service], []).service(asked).matches == (service.id,)


@pytest.mark.parametrize(
    ("said", "asked"), [("phones", "phone"), ("the gun", "a"), ("C", "c#"), ("mail", "ma"), ("x", "")]
)
def test_names_do_not_meet_by_accident(said: str, asked: str) -> None:
    assert Lexicon([Service(name="Something", aliases=(said,))], []).service(asked).matches == ()


def test_an_alias_of_punctuation_alone_is_harmless() -> None:
    lexicon = Lexicon([Service(name="Something", aliases=("...", "-"))], [])
    assert parse("... - ...", lexicon).chips == ()


def test_the_longest_name_wins_and_words_apart_are_no_name() -> None:
    short, long = Service(name="Label"), Service(name="Label printer queue")
    lexicon = Lexicon([short, long], [])
    found = list(lexicon.mentions("label printer queue, label printer, label\nprinter queue"))
    assert [reference.matches for _, _, reference in found] == [(long.id,), (short.id,), (short.id,)]
    assert [reference.word for _, _, reference in found] == ["label printer queue", "label", "label"]


def test_two_roles_of_one_name_ask_later() -> None:
    roles = [Role(organisation_id=new_id(), name="Driver") for _ in range(2)]
    entry = parse("ask @driver", Lexicon([], roles))
    assert entry.role_id is None
    assert entry.unresolved_tags == ("@driver",)


def test_a_key_press_costs_the_same_whatever_the_catalogue_holds() -> None:
    def lexicon(size: int) -> Lexicon:
        return Lexicon(
            [Service(name=f"Service {n}", aliases=tuple(f"alias{n} word{k}" for k in range(10))) for n in range(size)],
            [],
        )

    line = ("gun froze at dock 3, alias7 word3 and the printer by the door ~5m x3 #alias2 " * 3)[:200]

    def cost(known: Lexicon) -> float:
        times = []
        for _ in range(30):
            started = perf_counter()
            parse(line, known)
            times.append(perf_counter() - started)
        return min(times)

    small, large = lexicon(3), lexicon(300)
    assert cost(large) < 3 * cost(small)
