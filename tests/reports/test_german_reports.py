"""The demo in German, from the first note to every kind of report."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_reading import words as words_of

from scripts import loaded
from shadow_app.bootstrap import Shadow, open_demo
from shadow_app.domain.language import speaking
from shadow_app.domain.record import TEAM
from shadow_app.domain.vocabulary import ReportKind, VisitType
from shadow_app.usecases.report_kinds import make

ROOT = Path(__file__).resolve().parent.parent.parent


def one_of_each(shadow: Shadow) -> Iterator[tuple[ReportKind, str]]:
    """Each kind of report as Markdown."""
    visits = [card.visit for card in shadow.planning.visits()]
    after = next(visit for visit in visits if visit.visit_type is VisitType.POST_RELEASE)
    units = {unit.name: unit.id for unit in shadow.catalogue.units()}
    subjects = {
        ReportKind.VISIT: next(visit.id for visit in visits if visit.number == "V01"),
        ReportKind.RELEASE: after.id,
        ReportKind.UNIT: min(units.items())[1],
        ReportKind.YOU_SAID: after.site_id,
        ReportKind.PRIORITIES: TEAM,
        ReportKind.PROGRAMME: TEAM,
        ReportKind.DESK: TEAM,
    }
    for kind, subject in subjects.items():
        yield kind, shadow.reporting.printed(make(shadow.reporting, kind, subject), ".md").content.decode()


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shadow]:
    """The demo, typed in German."""
    with speaking("de"):
        shadow = open_demo(tmp_path_factory.mktemp("demo"))
    yield shadow
    shadow.close()


@pytest.fixture(scope="module")
def printed(german: Shadow) -> dict[ReportKind, str]:
    with speaking("de"):
        return dict(one_of_each(german))


def fragments() -> list[str]:
    """What of each English sentence cannot stand in a German one: its longest stretches without a placeholder."""
    tool = loaded(ROOT / "packaging" / "messages.py")
    found: set[str] = set()
    for message in tool.read(ROOT / "resources" / "i18n" / "messages_de.po"):
        found |= {part.strip() for part, *_ in string.Formatter().parse(message.id)}
    return sorted(each for each in found if len(each) >= 8 and " " in each)


def test_no_report_says_anything_in_english(printed: dict[ReportKind, str]) -> None:
    english = fragments()
    assert len(english) > 500
    found = {
        (kind.value, each)
        for kind, text in printed.items()
        for each in english
        if each in text and re.search(rf"(?<!\w){re.escape(each)}(?!\w)", text.replace("\u00a0", " "))
    }
    assert found == set()


def test_no_common_english_word_is_left(printed: dict[ReportKind, str]) -> None:
    word = re.compile(
        r"\b(the|and|with|not|of|has|have|been|there|from|by|hours|notes?|visits?|nobody|which)\b", re.IGNORECASE
    )
    left = {
        (kind.value, match.group(), text[match.start() - 30 : match.end() + 30])
        for kind, text in printed.items()
        for match in word.finditer(text)
    }
    assert left == set()


def test_the_german_report_is_german(printed: dict[ReportKind, str]) -> None:
    visit = printed[ReportKind.VISIT]
    assert "Ein Fernzug fuhr zwanzig Minuten zu spät" in visit
    assert "Was am meisten wehtut" in visit
    assert "8. September 2026" in visit
    assert "€" in visit
    assert "[Name" not in visit, "nouns are no names"
    assert "Dieter" not in "".join(printed.values())
    assert re.search(r"\d\.\d{3}", printed[ReportKind.PRIORITIES])


def test_the_german_demo_costs_what_the_english_one_costs(german: Shadow, demo: Shadow) -> None:
    """The same day in other words: a note that means less in one of the languages would show here."""
    ours, theirs = german.prioritising.ranking(), demo.prioritising.ranking()
    codes = {each.id: each.code for each in german.catalogue.services()}
    known = {each.id: each.code for each in demo.catalogue.services()}
    assert [(codes[each.service_id], round(each.hours)) for each in ours.costs] == [
        (known[each.service_id], round(each.hours)) for each in theirs.costs
    ]


def test_the_pdf_is_german_too(german: Shadow) -> None:
    with speaking("de"):
        visit = next(card.visit for card in german.planning.visits() if card.visit.number == "V01")
        page = german.reporting.printed(make(german.reporting, ReportKind.VISIT, visit.id)).content
    words = words_of(page)
    assert "BESUCHSBERICHT" in words.upper()
    assert "IMMERSION" not in words.upper()


def test_one_window_may_speak_german_and_print_english(german: Shadow) -> None:
    """The words of the report are chosen when it is printed, whatever the notes are written in."""
    text = german.reporting.printed(make(german.reporting, ReportKind.DESK), ".md").content.decode()
    assert "When they ring" in text
