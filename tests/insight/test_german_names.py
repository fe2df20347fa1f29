"""People's names in German texts, where every noun has a capital."""

from __future__ import annotations

import pytest

from shadow_app.domain.language import speaking
from shadow_app.insight.privacy import SHOWN, Private, findings, masked


def named(text: str) -> list[str]:
    return [each.text for each in findings(text) if each.what is Private.NAME]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dieter ruft den Kumpel wegen des Codes an", ["Dieter"]),
        ("der Drucker steht, Sabine Kowalski holt die Rolle", ["Sabine Kowalski"]),
        ("die Schicht von Herrn Wagner war zu Ende", ["Wagner"]),
        ("die Meldung an Frau Özdemir blieb liegen", ["Özdemir"]),
        ("Petras Rollwagen steht noch am Tor", ["Petras"]),
        ("Kowalski sagt, das Band sei zu laut", ["Kowalski"]),
        ("Dr. Heuer will die Liste auf Papier", ["Heuer"]),
    ],
)
def test_names_are_found(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Etikettendrucker klemmt wieder mitten im Beladen, der Fernzug wird aufgehalten",
        "Pistole meldet ab, wenn der Bildschirm sperrt, Passwort mit elf Zeichen in Handschuhen",
        "Kundin ruft wütend zurück und fragt nach dem Paket",
        "Ein aufgehaltener Fernzug verpasst sein Fenster im nächsten Zentrum.",
        "Softphone zeigt frei, während er noch spricht",
        "die Kaiseite der Halle, Regen auf dem Dach, kein Empfang",
    ],
)
def test_nouns_are_no_names(text: str) -> None:
    assert named(text) == []


def test_english_texts_keep_their_rules() -> None:
    assert named("Dave rings the depot and Anne Miller waits") == ["Dave", "Anne Miller"]
    with speaking("de"):
        assert named("the queue stood still because Heuer had the key") == ["Heuer"]


def test_a_text_that_tells_no_language_is_in_the_programs() -> None:
    assert named("gate closed, Palette Halle") == ["Palette Halle"]
    with speaking("de"):
        assert named("gate closed, Palette Halle") == []


def test_the_word_in_brackets_is_in_the_language_where_it_is_only_shown() -> None:
    text = "Dieter ruft den Kumpel an"
    found = findings(text)
    with speaking("de"):
        assert masked(text, found, SHOWN) == "[Name] ruft den Kumpel an"
        assert masked(text, found) == "[name] ruft den Kumpel an"
