"""The demo tells the founding story, by the real parser, store and score."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from shadow_app.bootstrap import Shadow, open_demo
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.insight.privacy import Private, findings
from shadow_app.usecases.examining import examine_store

PENROSE_LAST = {"Word processing & templates", "Email", "File service", "Office print"}
LARKFIELD_FIRST = {
    "Handheld scanning",
    "Label & manifest printing",
    "Site Wi-Fi",
    "Proof of delivery",
    "Sign-on & password",
}


def first(shadow: Shadow, unit: str, count: int) -> set[str]:
    unit_id = next(each.id for each in shadow.catalogue.units() if each.name == unit)
    ranking = shadow.prioritising.ranking(unit_id)
    return {ranking.name(cost.service_id) for cost in ranking.costs[:count]}


def test_twelve_visits_in_a_sound_store(demo: Shadow) -> None:
    cards = demo.planning.visits()
    assert len(cards) == 12
    assert sum(card.notes for card in cards) >= 200
    assert {card.visit.state for card in cards} == {VisitState.REVIEWED, VisitState.DEBRIEF}
    finding = examine_store(demo.store, full=True)
    assert finding.well
    assert finding.protection == ("Demo, not protected: anybody who has the two files can read this store.",)


def test_undo_at_the_desk_takes_nothing_of_the_demo_away(demo: Shadow) -> None:
    steps = demo.undoing.can()
    assert (steps.undo, steps.redo) == (None, None)


def test_what_it_had_last_comes_first_at_the_recruitment_firm(demo: Shadow) -> None:
    assert first(demo, "Recruitment desks", 4) == PENROSE_LAST
    unit_id = next(each.id for each in demo.catalogue.units() if each.name == "Recruitment desks")
    ranking = demo.prioritising.ranking(unit_id)
    assert ranking.gap.blind_share is not None
    assert ranking.gap.blind_share > 0.8


def test_the_depots_suffer_from_what_is_in_the_hand(demo: Shadow) -> None:
    assert first(demo, "Hub and depots", 5) == LARKFIELD_FIRST


def test_a_withdrawn_quote_is_in_no_report(demo: Shadow) -> None:
    card = next(
        card
        for card in demo.planning.visits()
        if (consent := demo.planning.consents(card.visit.id).get(ConsentSubject.QUOTES)) and consent.withdrawn_on
    )
    assert not [each for each in demo.capture.timeline(card.visit.id) if each.note.quote], "no list shows it either"
    with demo.store.reading() as read:
        said = [each.quote for each in read.where(Observation, visit_id=card.visit.id) if each.quote]
    assert said, "the visit must have quotes, or this shows nothing"
    text = words_of(demo, card.visit.id)
    assert not [quote for quote in said if quote in text]


@pytest.mark.parametrize("number", ["V01", "V02", "V06", "V12"])
def test_annexes_are_masked(demo: Shadow, number: str) -> None:
    card = next(card for card in demo.planning.visits() if card.visit.number == number)
    report = demo.reporting.visit(card.visit.id)
    text = words_of(demo, card.visit.id)
    name = demo.planning.sheet(card.visit.id).name
    assert name
    assert name not in text
    assert not any(part in text for part in name.split() if len(part) > 3)
    assert "07700" not in text
    assert "900123" not in text
    log = [entry for chapter in report.log for entry in chapter.entries]
    assert len(log) == card.notes
    printed = " . ".join(f"{entry.text} . {entry.quote} . {entry.consequence}" for entry in log)
    shapes = {finding.what for finding in findings(printed)}
    assert shapes.isdisjoint({Private.PHONE, Private.EMAIL, Private.NUMBER, Private.PLATE})


def words_of(demo: Shadow, visit_id: object) -> str:
    card = next(card for card in demo.planning.visits() if card.visit.id == visit_id)
    printed = demo.reporting.printed(demo.reporting.visit(card.visit.id))
    assert printed.warnings == ()
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(printed.content)).pages)


def test_the_same_store_prints_the_same_bytes(demo: Shadow) -> None:
    unit = demo.catalogue.units()[0]
    first, second = (demo.reporting.printed(demo.reporting.priorities(unit.id)).content for _ in range(2))
    assert first == second


def test_every_report_prints_as_pdf_and_markdown(demo: Shadow) -> None:
    for unit_id in (None, *(unit.id for unit in demo.catalogue.units())):
        report = demo.reporting.priorities(unit_id)
        assert demo.reporting.printed(report).content.startswith(b"%PDF")
        assert demo.reporting.printed(report, ".md").content


def test_suggestions_know_what_was_confirmed(demo: Shadow) -> None:
    names = {service.id: service.name for service in demo.catalogue.services()}
    found = [names[each.service_id] for each in demo.suggesting.suggest("the CV template hangs again")]
    assert found[0] == "Word processing & templates"


def test_it_can_be_made_again_elsewhere(demo: Shadow, tmp_path: Path, thorough: bool) -> None:
    if not thorough:
        pytest.skip("typing it takes seconds, and it is typed anew in German: asked for by --thorough")
    other = open_demo(tmp_path)
    assert len(other.planning.visits()) == len(demo.planning.visits())
    other.close()
