"""The inbox by keyboard: search, pick, name, accept, ask, set aside, group, mask, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put
from review_notes import Notes
from shadow_app.bootstrap import Shadow
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.insight.inbox_card import Sort
from shadow_app.ui.choice_dialog import ChoiceDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.review import verbs as review_verbs
from shadow_app.ui.review.model import REVIEWED_ROLE
from shadow_app.ui.review.page import ReviewPage
from shadow_app.ui.today_page import TodayPage
from shadow_app.ui.words_dialog import LONGEST, WordsDialog
from shadow_app.usecases.review_bulk import LONGEST_REASON
from shadow_app.usecases.reviewing import Reviewed

Key = Qt.Key


@pytest.fixture
def notes(shadow: Shadow, firm: Firm) -> Notes:
    return Notes(firm).put_into(shadow.store)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, notes: Notes, news: NewsDesk) -> ReviewPage:
    made = ReviewPage(desk)
    qtbot.addWidget(made)
    news.heard.connect(made.hear)
    made.resize(1200, 760)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: made.search.complete and made.details.reviewed is not None)
    return made


@pytest.fixture
def press(qtbot: QtBot, page: ReviewPage) -> Callable[..., None]:
    def keys(*typed: Qt.Key | str) -> None:
        for key in typed:
            if isinstance(key, str):
                next(each for each in page.actions() if each.shortcut().toString() == key).trigger()
            else:
                qtbot.keyClick(page.form.notes, key)

    return keys


def texts(page: ReviewPage) -> list[str]:
    cards = [page.model.card(place) for place in range(page.model.rowCount())]
    return [each.note.text for each in cards if each is not None]


def search(qtbot: QtBot, page: ReviewPage, line: str) -> None:
    page.search.type(line)
    qtbot.waitUntil(lambda: page.search.complete)


def state(shadow: Shadow, note: Observation) -> Observation:
    with shadow.store.reading() as read:
        return read.recall(Observation, note.id)


def is_in(shadow: Shadow, note: Observation, wanted: ReviewState) -> Callable[[], bool]:
    return lambda: state(shadow, note).state is wanted


def dialog(qtbot: QtBot, kind: type[QDialog]) -> QDialog:
    def opened() -> list[QDialog]:
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()))
    return opened()[0]


def choose(qtbot: QtBot, typed: str) -> None:
    asked = dialog(qtbot, ChoiceDialog)
    assert isinstance(asked, ChoiceDialog)
    qtbot.keyClicks(asked.form.line, typed)
    qtbot.keyClick(asked.form.line, Key.Key_Return)


def say(qtbot: QtBot, words: str) -> None:
    asked = dialog(qtbot, WordsDialog)
    assert isinstance(asked, WordsDialog)
    asked.form.words.setPlainText(words)
    asked.form.ok.click()


def test_unclear_notes_first_with_the_first_in_hand(page: ReviewPage, qtbot: QtBot) -> None:
    assert texts(page)[:2] == ["gun logs out", "call 0171 555 0199 back"]
    assert page.form.found.text() == "7 notes"
    assert page.details.form.words.toPlainText() == "gun logs out"
    assert "unclear: #zebra" in page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: page.chips.buttons["state", "ready"].text() == "Ready  2")
    reviewing = page._desk.shadow.reviewing
    without = len(reviewing.inbox(reviewing.understand("is:untagged")))
    assert page.chips.buttons["is", "untagged"].text() == f"No service  {without}" == "No service  2"


def test_chips_are_filters_of_the_line(page: ReviewPage, qtbot: QtBot) -> None:
    page.chips.buttons["state", "ready"].click()
    qtbot.waitUntil(lambda: page.search.complete and page.model.rowCount() == 2)
    assert page.form.search.text() == "state:ready"
    assert page.chips.buttons["state", "ready"].isChecked()
    assert not page.chips.buttons["", ""].isChecked()
    page.chips.buttons["state", "ready"].click()
    qtbot.waitUntil(lambda: page.search.complete and page.model.rowCount() == 7)
    page.chips.buttons["is", "untagged"].click()
    qtbot.waitUntil(lambda: page.search.complete and page.model.rowCount() == 2)
    page.chips.buttons["", ""].click()
    qtbot.waitUntil(lambda: page.search.complete and page.model.rowCount() == 7)
    assert page.form.search.text() == ""


def test_a_search_that_is_not_understood_says_so_beside_what_it_found(page: ReviewPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.form.search, "state:redy printer")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page.form.remarks.text() == "“state:redy” is not a filter; did you mean state:ready?"
    assert page.form.remarksBox.isVisible()
    qtbot.keyClick(page.form.search, Key.Key_Return)
    assert page.form.notes.hasFocus() or not page.isActiveWindow()
    search(qtbot, page, "zzz")
    qtbot.waitUntil(page.form.nothing.isVisible)
    assert page.form.nothingTitle.text() == "No note fits this search"
    page.form.nothingDo.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 7)
    assert not page.form.nothing.isVisible()


def test_accept_goes_on_to_the_next_note_and_undo_brings_it_back(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes, guide: Guide
) -> None:
    press("A")
    assert page.form.notes.currentIndex().row() == 1
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.ACCEPTED))
    qtbot.waitUntil(lambda: guide.said[-1:] == ["1 note accepted by the lead. U takes it back."])
    qtbot.waitUntil(lambda: page.form.undo.accessibleDescription() == "1 note accepted by the lead")
    press("U")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.READY))
    qtbot.waitUntil(lambda: guide.said[-1:] == ["Taken back: 1 note accepted by the lead."])
    press("Shift+U")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.ACCEPTED))
    press("Shift+U")
    qtbot.waitUntil(lambda: guide.said[-1:] == ["There is nothing to do again."])
    press("A")
    qtbot.waitUntil(is_in(shadow, notes.call, ReviewState.ACCEPTED))


def test_pick_with_space_then_treat_all_as_one(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes
) -> None:
    press(Key.Key_Space, Key.Key_Down, Key.Key_Space)
    assert page.form.notes.chosen() == [0, 2]
    assert page.form.found.text() == "2 of 7 notes chosen"
    press("T")
    choose(qtbot, "emai")
    qtbot.waitUntil(lambda: {each.note.text for each in _tagged(page)} >= {"gun logs out", "scanner is quick"})
    assert page.form.notes.chosen() == [0, 2], "what only mends a note stays with it"
    press("A")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.ACCEPTED))
    assert page.form.notes.currentIndex().row() == 3
    press(Key.Key_Space)
    press(Key.Key_Escape)
    assert len(page.form.notes.chosen()) == 1


def _tagged(page: ReviewPage) -> list[Reviewed]:
    cards = [page.model.card(place) for place in range(page.model.rowCount())]
    return [each for each in cards if each is not None and "Email" in each.card.shown.services]


def test_take_a_service_off(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes, guide: Guide
) -> None:
    press("Shift+T")
    assert guide.said[-1] == "This note names no service, so there is none to take off."
    search(qtbot, page, "slow")
    qtbot.waitUntil(lambda: page.details.reviewed is not None and page.details.reviewed.note.id == notes.slow.id)
    press("Shift+T")
    choose(qtbot, "")
    qtbot.waitUntil(lambda: page.details.reviewed is not None and not page.details.reviewed.card.shown.services)


def test_kind_by_two_keys(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes
) -> None:
    press("K")
    choose(qtbot, "need")
    qtbot.waitUntil(lambda: state(shadow, notes.gun).kind is Kind.NEED)
    qtbot.waitUntil(lambda: page.details.form.kicker.text() == "NEED")
    press("K")
    choose(qtbot, "need")
    qtbot.waitUntil(lambda: not page._desk.jobs.writing)


def test_a_question_needs_words_and_reaches_its_author(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes, desk: Desk
) -> None:
    press("Q")
    say(qtbot, "  ")
    asked = dialog(qtbot, WordsDialog)
    assert isinstance(asked, WordsDialog)
    assert asked.form.wrong.isVisible()
    say(qtbot, "which gun? " * 200)
    assert asked.isVisible(), "what was typed is not lost"
    assert asked.form.wrong.text() == "That is 2,199 characters and 2,000 fit; say it in fewer words."
    asked.form.words.clear()
    say(qtbot, "which gun?")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.HAS_QUESTIONS))
    today = TodayPage(desk)
    qtbot.addWidget(today)
    today.show()
    today.shown()
    qtbot.waitUntil(lambda: "Questions about your notes" in today._shown)
    card = today._shown["Questions about your notes"]
    assert card.model.index(0, 0).data() == "which gun?"
    card.list.activated.emit(card.model.index(0, 0))
    say(qtbot, "the old one")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.READY))
    page.form.notes.take(0)
    qtbot.waitUntil(lambda: page.details.form.answer.text() == "Answer: the old one")
    assert page.details.form.question.text() == "which gun?"


def test_set_aside_with_the_reason(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes
) -> None:
    press("S")
    say(qtbot, "a test note")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.SET_ASIDE))
    page.form.notes.take(0)
    qtbot.waitUntil(lambda: page.details.form.askedTitle.text() == "SET ASIDE BECAUSE")
    press("R")
    qtbot.waitUntil(is_in(shadow, notes.gun, ReviewState.READY))


def test_group_in_a_new_pain_point_and_in_an_old_one(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes
) -> None:
    search(qtbot, page, "printer")
    press("G")
    choose(qtbot, "Printers jam")
    qtbot.waitUntil(lambda: len(_pains(shadow)) == 1)
    assert _pains(shadow)[0].service_id == notes.firm.labels.id, "the one service that the note names"
    search(qtbot, page, "gun")
    qtbot.waitUntil(lambda: texts(page) == ["gun logs out"])
    press("G")
    choose(qtbot, "printers")
    qtbot.waitUntil(lambda: page.details.reviewed is not None and bool(page.details.reviewed.card.pain_points))
    search(qtbot, page, "call")
    qtbot.waitUntil(lambda: page.details.reviewed is not None and page.details.reviewed.note.id == notes.call.id)
    press("G")
    choose(qtbot, "Calls get lost")
    choose(qtbot, "email")
    qtbot.waitUntil(lambda: len(_pains(shadow)) == 2)


def _pains(shadow: Shadow) -> list[PainPoint]:
    with shadow.store.reading() as read:
        return read.where(PainPoint)


def test_what_could_point_at_a_person_is_shown_and_masked_by_one_key(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes
) -> None:
    search(qtbot, page, "is:unguarded")
    qtbot.waitUntil(lambda: page.details.reviewed is not None and page.details.reviewed.guarded.found)
    assert page.details.form.guard.isVisible()
    assert page.details.form.safe.text() == "call [phone] back"
    page.form.notes.selectAll()
    press("P")
    qtbot.waitUntil(lambda: state(shadow, notes.call).text == "call [phone] back")
    assert state(shadow, notes.said).text == "Host A waits for the label"
    qtbot.waitUntil(lambda: not page.details.form.guard.isVisible())


def test_a_note_that_looks_alike_is_offered(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, notes: Notes, guide: Guide
) -> None:
    page.go_to(notes.aside.id)
    qtbot.waitUntil(lambda: page.details.alike_id() == notes.jam.id)
    assert page.form.search.text() == "visit:B2"
    press("M")
    qtbot.waitUntil(lambda: len(_pains(shadow)) == 1)
    qtbot.waitUntil(lambda: guide.said[-1:] == [f"Both are in the pain point “{notes.jam.text}” now. U takes it back."])
    page.details.form.alike.activated.emit(page.details.alike.index(0, 0))
    qtbot.waitUntil(lambda: page.details.reviewed is not None and page.details.reviewed.note.id == notes.jam.id)
    qtbot.waitUntil(lambda: page.details.alike_id() == notes.aside.id)
    press("D")
    qtbot.waitUntil(is_in(shadow, notes.jam, ReviewState.SET_ASIDE))
    search(qtbot, page, "slow")
    qtbot.waitUntil(page.details.form.alike.isHidden)
    press("D")
    assert guide.said[-1] == "Nothing looks like this note."


def test_enter_opens_the_visit_and_h_the_history(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], guide: Guide, notes: Notes
) -> None:
    press(Key.Key_Return)
    assert guide.visits == [(notes.firm.visit.id, "")]
    press("H")
    opened = dialog(qtbot, HistoryDialog)
    assert isinstance(opened, HistoryDialog)
    assert opened.model.rowCount() > 0
    opened.reject()


def test_a_search_can_be_kept_used_and_dropped(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], shadow: Shadow, guide: Guide
) -> None:
    page.search.type("is:untagged", Sort.NEWEST)
    qtbot.waitUntil(lambda: page.search.complete)
    press("Ctrl+S")
    say(qtbot, "Nameless")
    qtbot.waitUntil(lambda: page.form.filters.count() == 2)
    page.search.type("", Sort.NEEDS)
    qtbot.waitUntil(lambda: page.search.complete)
    page.form.filters.setCurrentIndex(1)
    page.form.filters.activated.emit(1)
    assert (page.form.search.text(), page.search.sort) == ("is:untagged", Sort.NEWEST)
    press("Ctrl+Shift+S")
    qtbot.waitUntil(lambda: page.form.filters.count() == 1)
    press("Ctrl+Shift+S")
    assert guide.said[-1].startswith("The line holds no kept search")


def test_many_are_asked_about_first(
    page: ReviewPage,
    qtbot: QtBot,
    press: Callable[..., None],
    shadow: Shadow,
    notes: Notes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(review_verbs, "MANY", 2)
    monkeypatch.setattr(review_verbs, "ask", lambda _parent, question, *_: asked.append(question))
    page.form.notes.selectAll()
    press("A")
    assert asked == ["Do this to 7 notes?"]
    assert not page._desk.jobs.writing
    assert state(shadow, notes.gun).state is ReviewState.READY


def test_what_others_write_is_shown_without_losing_the_place(
    page: ReviewPage, qtbot: QtBot, shadow: Shadow, notes: Notes
) -> None:
    page.form.notes.take(3)
    put(shadow.store, notes.gun.edited(text="gun logs out again"))
    qtbot.waitUntil(lambda: texts(page)[0] == "gun logs out again")
    assert page.form.notes.currentIndex().row() == 3
    page.hide()
    put(shadow.store, notes.firm.note("a new one", 90))
    qtbot.waitUntil(lambda: page._stale)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.model.rowCount() == 8)


def test_a_note_that_is_gone_is_said(page: ReviewPage, qtbot: QtBot, guide: Guide, notes: Notes) -> None:
    page.go_to(notes.firm.ann.id)
    qtbot.waitUntil(lambda: bool(guide.complaints))
    assert "not there any more" in guide.complaints[0]


def test_an_empty_store_says_what_to_do(qtbot: QtBot, desk: Desk, guide: Guide) -> None:
    made = ReviewPage(desk)
    qtbot.addWidget(made)
    made.show()
    made.shown()
    qtbot.waitUntil(lambda: made.search.complete)
    assert made.form.nothingTitle.text() == "There is nothing to review yet"
    made.form.nothingDo.click()
    assert guide.pages == ["visits"]
    for each in ("A", "T", "G", "Q", "K"):
        next(action for action in made.actions() if action.shortcut().toString() == each).trigger()
    assert guide.said == ["Choose a note in the list first."] * 5


def test_a_double_click_opens_and_a_plain_click_lets_go(
    page: ReviewPage, qtbot: QtBot, guide: Guide, press: Callable[..., None]
) -> None:
    press(Key.Key_Space)
    view = page.form.notes
    place = view.visualRect(page.model.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert not view.picking
    assert view.chosen() == [1]
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert len(guide.visits) == 1


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_card_paints_in_both_looks(page: ReviewPage, desk: Desk, look: str, shadow: Shadow, notes: Notes) -> None:
    desk.theme.use("dark" if look == "dark" else "light")
    picture = page.grab()
    assert not picture.isNull()
    assert page.model.index(0, 0).data(REVIEWED_ROLE) is not None


def test_another_order_by_its_box(page: ReviewPage, qtbot: QtBot) -> None:
    page.form.sort.setCurrentIndex(page.form.sort.findData("oldest"))
    page.form.sort.activated.emit(page.form.sort.currentIndex())
    qtbot.waitUntil(lambda: page.search.complete and texts(page)[:1] == ["label printer jams"])


def test_marks_lie_over_the_words_and_go_with_them(page: ReviewPage, qtbot: QtBot, notes: Notes) -> None:
    def underlined() -> str:
        words = page.details.form.words
        text, cursor = words.toPlainText(), words.textCursor()
        found = ""
        for place, letter in enumerate(text, 1):
            cursor.setPosition(place)
            found += letter if cursor.charFormat().fontUnderline() else ""
        return found

    page.form.notes.take(page.model.rowCount() - 1)
    qtbot.waitUntil(lambda: page.details.form.words.toPlainText() == "label printer jams")
    assert underlined() == ""
    page.form.notes.take(1)
    qtbot.waitUntil(lambda: page.details.form.words.toPlainText() == notes.call.text)
    assert underlined() == "0171 555 0199"
    page.form.notes.take(0)
    qtbot.waitUntil(lambda: page.details.form.words.toPlainText() == notes.gun.text)
    assert underlined() == ""


def test_keys_of_an_empty_list_and_of_the_chooser_do_no_harm(
    page: ReviewPage, qtbot: QtBot, press: Callable[..., None], desk: Desk
) -> None:
    page.form.notes.move_by(-5)
    assert page.form.notes.currentIndex().row() == 0
    press("K")
    asked = dialog(qtbot, ChoiceDialog)
    assert isinstance(asked, ChoiceDialog)
    qtbot.keyClick(asked.form.line, Key.Key_Down)
    qtbot.keyClick(asked.form.line, Key.Key_Down)
    qtbot.keyClick(asked.form.line, Key.Key_Up)
    assert asked.form.list.currentIndex().row() == 1
    qtbot.keyClicks(asked.form.line, "zzz")
    assert not asked.form.ok.isEnabled()
    qtbot.keyClick(asked.form.line, Key.Key_Return)
    assert asked.isVisible()
    asked.reject()
    desk.theme.use("dark", 1.4)
    assert page.details.form.words.height() > 10
    search(qtbot, page, "zzz")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    for each in (Key.Key_Space, Key.Key_Escape, Key.Key_Down):
        qtbot.keyClick(page.form.notes, each)
    page.form.notes.move_by(1)
    assert page.form.notes.chosen() == []


def test_a_dialog_for_words_knows_how_many_fit() -> None:
    assert LONGEST == LONGEST_REASON
