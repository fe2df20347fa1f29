"""What half of one weight would change, in the weights panel and weight by weight."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from factories import Firm
from priorities_pages import note_two_services, shown
from shadow_app.bootstrap import Shadow
from shadow_app.domain.record import new_id
from shadow_app.insight.sensitivity import Pass, Swing, Trial
from shadow_app.insight.weight_dials import Dial, Turned, dials
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.priorities.page import PrioritiesPage
from shadow_app.ui.priorities.swings import SwingsDialog, SwingsModel
from shadow_app.ui.priorities.words import dial_value, dial_words, sturdiness, trial_words

ONE, OTHER = new_id(), new_id()
NAMES = {ONE: "Labels", OTHER: "Scanner"}


def name(service_id: UUID) -> str:
    return NAMES[service_id]


@pytest.fixture
def page(desk: Desk, store: Store, firm: Firm, shadow: Shadow, qtbot: QtBot) -> PrioritiesPage:
    note_two_services(store, firm)
    shadow.prioritising.waive(firm.unit.id)
    return shown(desk, qtbot)


def table(page: PrioritiesPage, qtbot: QtBot) -> SwingsDialog:
    assert page.weights.form.swings.isEnabled()
    page.weights.form.swings.click()
    dialog = page.findChild(SwingsDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_the_sentence_comes_first_and_the_table_is_one_click_away(page: PrioritiesPage, qtbot: QtBot) -> None:
    page.toggle_weights()
    # The scanner loses 15 · 9 minutes ungraded, the labels 2 · (1 + 3 · 2 · 1) = 14: no half reaches that far.
    words = "The whole order stays as it is whatever you do to one weight by half."
    qtbot.waitUntil(lambda: page.weights.form.sturdy.text() == words, timeout=10_000)
    dialog = table(page, qtbot)
    assert dialog.form.title.text() == words
    assert dialog.model.rowCount() == len(list(dials()))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.form.table.hasFocus)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def test_weights_that_are_tried_are_judged_anew(page: PrioritiesPage, qtbot: QtBot) -> None:
    page.toggle_weights()
    # At 33.5 the labels weigh 2 · (1 + 33.5 · 2) = 136 against 135: half of one weight is enough to turn them round.
    for grade in (4, 3):
        page.weights.damage[grade].number.setValue(33.5)
    qtbot.waitUntil(
        lambda: page.weights.form.sturdy.text().startswith("The first three stay the first three"), timeout=10_000
    )
    assert page.weights.form.sturdy.text().endswith("which of them leads can change.")
    dialog = table(page, qtbot)
    texts = [dialog.model.index(3, column).data() for column in range(4)]
    assert texts[:2] == ["Damage: business lost", "33.5"]
    assert texts[2] == "16.75: Handheld scanning passes Label printing"
    assert texts[3].startswith("50.25: nothing moves")
    dialog.accept()


def test_the_table_waits_for_its_figures(page: PrioritiesPage) -> None:
    page.weighing.show_table()
    assert page.findChild(SwingsDialog) is None
    page.weights.show_sturdiness(None)
    assert not page.weights.form.swings.isEnabled()


def trial(value: float, *, moved: bool = False, first: bool = False, three: bool = False) -> Trial:
    passes = (Pass(ONE, OTHER),) if moved else ()
    return Trial(value, (ONE, OTHER), 0.0, first, three, moved, passes)


def swing(low: Trial, high: Trial, dial: Dial = Dial(Turned.DAMAGE, 2), at: float = 1.0) -> Swing:  # noqa: B008
    return Swing(dial, at, low, high)


def test_what_survives_in_words() -> None:
    calm = trial(0.5)
    assert "whole order" in sturdiness((swing(calm, calm),))
    below = sturdiness((swing(calm, trial(1.5, moved=True)),))
    assert below == "The first three stay the first three whatever you do to one weight by half."
    assert "which of them leads" in sturdiness((swing(trial(0.5, moved=True, first=True), calm),))
    assert sturdiness((swing(calm, trial(1.5, moved=True, three=True)),)).startswith("The first stays the first")
    assert "enough to bring another" in sturdiness((swing(calm, trial(1.5, moved=True, first=True, three=True)),))
    assert trial_words(trial(1.5, moved=True), name) == "Labels passes Scanner"
    assert trial_words(calm, name) == "nothing moves"


def test_every_weight_has_words_of_its_own() -> None:
    said = [dial_words(dial) for dial in dials()]
    assert len(set(said)) == len(said)
    assert dial_value(Dial(Turned.UNRECOVERED), 0.5) == "50\u00a0%"
    assert dial_value(Dial(Turned.PHANTOM), 8.0) == "8 h"
    assert dial_value(Dial(Turned.TIME, 1), 0.625) == "0.625"


def test_the_table_is_a_sound_model(page: PrioritiesPage) -> None:
    stays = swing(trial(0.0), trial(0.0), Dial(Turned.DAMAGE, 0), 0.0)
    model = SwingsModel((stays,), name, page)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [model.index(0, column).data() for column in range(4)] == [
        "Damage: annoyance",
        "0",
        "stays as it is",
        "stays as it is",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == 0
