"""The capture bar under real keys: what is understood, what is handed over, and that nothing typed is lost."""

from __future__ import annotations

import time
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QImage, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from capture_bench import START, Bench, Heard
from shadow_app.domain.vocabulary import BusinessDamage, Kind, TimeToDamage
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.store import Store
from shadow_app.ui.actions import Actions
from shadow_app.ui.capture import pictures
from shadow_app.ui.capture.line import MOST
from shadow_app.ui.capture.note import ChipState
from shadow_app.usecases.capture import Capture

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Bench:
    return Bench(qtbot, qapp)


def hit(bench: Bench, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(QApplication.focusWidget() or bench.bar.line, key, held)


def marks(bench: Bench) -> list[str]:
    selections: list[QTextEdit.ExtraSelection] = bench.bar.line.extraSelections()
    return [selection.cursor.selectedText() for selection in selections]


# -- Enter, and what it hands over ---------------------------------------------------------------------------


def test_enter_hands_over_the_line_with_the_time_of_its_first_key(bench: Bench) -> None:
    bench.type("g")
    bench.clock.go(42)
    bench.type("un stops ~6m")
    hit(bench, Key.Key_Return)
    assert bench.last.line == "gun stops ~6m"
    assert bench.last.typed_at == START
    assert bench.last.kind is None
    assert bench.text == "gun stops ~6m", "the text stays until it is on the disk"
    bench.bar.saved(bench.clock())
    assert bench.text == ""
    assert bench.bar.form.state.text() == "saved 14:34:51"


def test_the_keypads_enter_saves_too_and_a_held_key_saves_once(bench: Bench) -> None:
    bench.type("gun")
    QTest.keyClick(bench.bar.line, Key.Key_Enter, PAD)
    bench.bar.saved(bench.clock())
    bench.type("next")
    for repeated in (False, True, True):
        QApplication.sendEvent(bench.bar.line, QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, NONE, "\r", repeated))
    assert [draft.line for draft in bench.submitted.said] == ["gun", "next"]


@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_nothing_is_not_a_note(bench: Bench, blank: str) -> None:
    bench.bar.line.insertPlainText(blank)
    hit(bench, Key.Key_Return)
    assert bench.submitted.said == []


def test_shift_enter_breaks_the_line(bench: Bench) -> None:
    before = bench.bar.line.height()
    bench.type("one")
    hit(bench, Key.Key_Return, SHIFT)
    bench.type("two")
    assert bench.text == "one\ntwo"
    assert bench.bar.line.height() > before
    hit(bench, Key.Key_Return)
    assert bench.last.line == "one\ntwo"


def test_the_line_stops_growing_at_six_lines(bench: Bench) -> None:
    bench.bar.line.insertPlainText("\n" * 5)
    six = bench.bar.line.height()
    bench.bar.line.insertPlainText("\n" * 20)
    assert bench.bar.line.height() == six


def test_enter_twice_saves_once(bench: Bench) -> None:
    bench.type("gun")
    hit(bench, Key.Key_Return)
    hit(bench, Key.Key_Return)
    assert len(bench.submitted.said) == 1


def test_an_emptied_line_takes_the_time_of_its_new_first_key(bench: Bench) -> None:
    bench.type("ab")
    hit(bench, Key.Key_Backspace)
    hit(bench, Key.Key_Backspace)
    later = bench.clock.go(60)
    bench.type("c")
    hit(bench, Key.Key_Return)
    assert bench.last.typed_at == later


def test_an_input_methods_first_letter_is_a_first_key(bench: Bench) -> None:
    QApplication.sendEvent(bench.bar.line, QInputMethodEvent("す", []))
    bench.clock.go(30)
    event = QInputMethodEvent()
    event.setCommitString("スキャナー")
    QApplication.sendEvent(bench.bar.line, event)
    hit(bench, Key.Key_Return)
    assert (bench.last.line, bench.last.typed_at) == ("スキャナー", START)


def test_what_is_written_to_the_store_is_what_stood_in_the_line(bench: Bench, store: Store) -> None:
    capture, firm = Capture(store), bench.firm.put_into(store)
    bench.type("! gun dies 18 min at dock 3 x4")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_3, CTRL)
    hit(bench, Key.Key_Return)
    draft = bench.last
    entry = parse(draft.line, bench.lexicon, accepted=draft.accepted, declined=draft.declined)
    note = capture.note(firm.visit.id, entry, draft.typed_at, draft.kind)
    bench.bar.saved(bench.clock())
    (shown,) = capture.timeline(firm.visit.id)
    assert shown.note.line == "! gun dies 18 min at dock 3 x4"
    assert (note.kind, note.count, note.local_time) == (Kind.WAIT, 4, START)
    assert note.offers_open, "18 min was offered and nobody took it"


# -- chips ---------------------------------------------------------------------------------------------------


def test_chips_say_what_was_understood_at_every_key(bench: Bench) -> None:
    bench.type("! stops #labels @driver ~6m x4")
    assert bench.chips(ChipState.TAKEN) == ["Label printing", "driver", "6 min lost", "Seen 4 ×"]
    assert bench.kind() is Kind.PAIN
    hit(bench, Key.Key_Backspace)
    hit(bench, Key.Key_Backspace)
    assert bench.chips(ChipState.TAKEN) == ["Label printing", "driver", "6 min lost"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("told: it hangs", "Told, not seen"),
        ("it hangs !3", "Damage 3: business lost"),
        ("it hangs x10/d", "10 × a day"),
        ("it hangs 0.5x/w", "0.5 × a week"),
        ("it hangs x2/h", "2 × an hour"),
        ("it hangs x2/mo", "2 × a month"),
        ("it hangs 6p", "6 people stopped"),
        ("it hangs 1p", "1 person stopped"),
        ("it hangs ^09:15", "09:15"),
        ("it hangs ^yesterday", "Wed 11 Nov 14:34"),
        ('he says "we just  wait"', "“we just wait”"),
        ("it hangs #zebra", "zebra: one of 2, say later"),
        ("it hangs #sap", "sap: not in the catalogue"),
        ('#"' + "long " * 12 + 'x" hangs', "long long long long long long lo…"),
    ],
)
def test_every_field_has_its_words(bench: Bench, line: str, words: str) -> None:
    bench.bar.line.insertPlainText(line)
    assert bench.chips(ChipState.TAKEN, ChipState.UNKNOWN) == [words]


def test_the_time_shown_is_the_one_that_the_line_says(bench: Bench) -> None:
    bench.type("it hangs ^09:15")
    assert bench.bar.form.time.text() == "09:15"


def test_tab_takes_the_first_offer_and_then_moves_on(bench: Bench) -> None:
    bench.type("gun dies 18 min")
    assert bench.chips(ChipState.OFFERED) == ["Handheld scanning", "18 min lost"]
    hit(bench, Key.Key_Tab)
    assert bench.chips(ChipState.OFFERED) == ["18 min lost"]
    hit(bench, Key.Key_Tab)
    assert bench.chips(ChipState.OFFERED) == []
    assert bench.bar.line.hasFocus()
    hit(bench, Key.Key_Return)
    assert bench.last.accepted == {"service:gun", "minutes:18 min"}
    assert bench.text == "gun dies 18 min", "prose stays prose"


def test_enter_takes_no_offer_and_ctrl_enter_takes_all(bench: Bench) -> None:
    bench.type("gun dies 18 min")
    hit(bench, Key.Key_Return)
    assert bench.last.accepted == frozenset()
    bench.bar.saved(bench.clock())
    bench.type("gun dies 18 min")
    hit(bench, Key.Key_Return, CTRL)
    assert bench.last.accepted == {"service:gun", "minutes:18 min"}


def test_a_click_makes_text_of_a_chip_and_another_brings_it_back(bench: Bench) -> None:
    bench.type("cable ~5m long")
    bench.press("5 min lost")
    assert bench.chips(ChipState.TEXT) == ["~5m"]
    assert bench.bar.line.hasFocus(), "a click leaves the focus in the line"
    hit(bench, Key.Key_Return)
    assert bench.last.declined == {"minutes:~5m"}
    bench.bar.failed("no")
    bench.press("~5m")
    assert bench.chips(ChipState.TAKEN) == ["5 min lost"]


def test_an_accepted_offer_goes_round_from_offered_to_taken_to_text_and_back(bench: Bench) -> None:
    bench.type("dies 18 min")
    bench.press("18 min lost")
    bench.press("18 min lost")
    assert bench.chips(ChipState.TEXT) == ["18 min"]
    bench.press("18 min")
    assert bench.chips(ChipState.OFFERED) == ["18 min lost"]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Delete, Key.Key_Backspace])
def test_chips_are_reached_and_pressed_by_keys(bench: Bench, key: Qt.Key) -> None:
    bench.type("dies ~6m x4")
    hit(bench, Key.Key_Down, CTRL)
    assert bench.bar.pill.hasFocus()
    hit(bench, Key.Key_Right)
    hit(bench, Key.Key_Right)
    hit(bench, Key.Key_Left)
    assert bench.bar.chips.buttons[0].hasFocus()
    hit(bench, key)
    assert bench.chips(ChipState.TEXT) == ["~6m"]
    assert bench.bar.chips.buttons[0].hasFocus()
    hit(bench, Key.Key_Escape)
    assert bench.bar.line.hasFocus()


def test_the_arrows_follow_the_mirrored_row(bench: Bench) -> None:
    bench.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bench.type("dies ~6m x4")
    hit(bench, Key.Key_Down, CTRL)
    hit(bench, Key.Key_Left)
    assert bench.bar.chips.buttons[0].hasFocus()
    hit(bench, Key.Key_Up, CTRL)
    assert bench.bar.line.hasFocus()
    assert bench.bar.pill.x() > bench.bar.chips.x()


def test_focus_comes_back_when_the_focused_chip_goes(bench: Bench) -> None:
    bench.bar.add_pictures((b"x",))
    hit(bench, Key.Key_Down, CTRL)
    hit(bench, Key.Key_Right)
    hit(bench, Key.Key_Delete)
    assert bench.chips() == []
    assert bench.bar.line.hasFocus()


def test_spans_are_marked_where_qt_counts_otherwise(bench: Bench) -> None:
    bench.bar.line.insertPlainText("🔥🔥 gun é #labels ~6m")
    assert marks(bench) == ["gun", "#labels", "~6m"]


def test_a_very_long_line_is_read_when_typing_rests(bench: Bench, qtbot: QtBot) -> None:
    bench.bar.line.insertPlainText("word " * 1_000 + "~6m")
    assert bench.chips() == []
    qtbot.waitUntil(lambda: bench.chips() == ["6 min lost"])
    bench.bar.line.insertPlainText(" x4")
    hit(bench, Key.Key_Return)
    assert bench.last.line.endswith("~6m x4")


def test_a_key_costs_little(bench: Bench) -> None:
    bench.bar.line.insertPlainText("! the label printer at dock 3 jams again, 18 min, 6 stood and @driver waits ")
    started = time.perf_counter()
    parse(bench.text, bench.lexicon)
    reading = time.perf_counter() - started
    taken = []
    for _ in range(20):
        started = time.perf_counter()
        bench.type("a")
        taken.append(time.perf_counter() - started)
    # Against what reading the line costs on the same machine: drawing may not be the larger part by far.
    assert sorted(taken)[10] < 60 * reading


# -- kinds ---------------------------------------------------------------------------------------------------


def test_the_arrows_turn_the_kind_of_a_one_line_note(bench: Bench) -> None:
    bench.type("! gun")
    hit(bench, Key.Key_Down)
    assert bench.kind() is Kind.WORKAROUND
    hit(bench, Key.Key_Up)
    hit(bench, Key.Key_Up)
    assert bench.kind() is Kind.CONTEXT, "round and round"
    hit(bench, Key.Key_Return)
    assert bench.last.kind is Kind.CONTEXT


def test_the_arrows_move_the_cursor_in_a_note_of_two_lines(bench: Bench) -> None:
    bench.type("one")
    hit(bench, Key.Key_Return, SHIFT)
    bench.type("two")
    hit(bench, Key.Key_Up)
    assert bench.bar.line.textCursor().blockNumber() == 0
    assert bench.bar.note.kind is None


@pytest.mark.parametrize(("digit", "kind"), list(enumerate(Kind, start=1)))
def test_ctrl_and_a_digit_choose_the_kind(bench: Bench, digit: int, kind: Kind) -> None:
    bench.type("x y")
    hit(bench, Qt.Key(Key.Key_0 + digit), CTRL)
    assert bench.kind() is kind
    assert bench.text == "x y"
    hit(bench, Key.Key_0, CTRL)
    assert bench.kind() is Kind.CONTEXT
    hit(bench, Qt.Key(Key.Key_0 + digit), CTRL | PAD)
    hit(bench, Key.Key_Return)
    assert bench.last.kind is kind


def test_a_chosen_kind_is_for_one_note(bench: Bench) -> None:
    bench.type("x y")
    hit(bench, Key.Key_4, CTRL)
    hit(bench, Key.Key_Return)
    bench.bar.saved(bench.clock())
    assert bench.kind() is Kind.CONTEXT


def test_the_pills_list_chooses_and_makes_the_sign_text(bench: Bench) -> None:
    bench.type("! gun")
    menu = bench.bar.pill.menu_now()
    assert [action.text() for action in menu.actions()][-1] == "“!” is plain text"
    menu.actions()[-1].trigger()
    assert bench.kind() is Kind.CONTEXT
    assert bench.chips(ChipState.TEXT) == ["!"]
    bench.bar.pill.menu_now().actions()[4].trigger()
    assert bench.kind() is Kind.POSITIVE
    menu = bench.bar.pill.menu_now()
    assert "What the line says\tCtrl+0" in [action.text() for action in menu.actions()]
    menu.actions()[-1].trigger()
    assert bench.kind() is Kind.CONTEXT
    assert bench.bar.line.hasFocus()


def test_the_pill_opens_its_list(bench: Bench, qtbot: QtBot) -> None:
    bench.bar.pill.setFocus()
    hit(bench, Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Escape)


def test_an_offered_kind_is_not_asked_for_once_one_was_chosen(bench: Bench) -> None:
    bench.type("driver waits for access")
    assert "Waiting" in bench.chips(ChipState.OFFERED)
    hit(bench, Key.Key_1, CTRL)
    assert "Waiting" not in bench.chips()
    hit(bench, Key.Key_0, CTRL)
    bench.press("Waiting")
    assert bench.kind() is Kind.WAIT
    assert "Waiting" not in bench.chips(), "it is in the pill"


# -- undo, redo, repeat --------------------------------------------------------------------------------------


def test_ctrl_z_edits_the_line_while_it_holds_text_and_asks_for_undo_when_it_is_empty(bench: Bench) -> None:
    undo, redo = Heard(bench.bar.undo_requested), Heard(bench.bar.redo_requested)
    bench.type("abc")
    hit(bench, Key.Key_Z, CTRL)
    assert (bench.text, undo.said) == ("", [])
    hit(bench, Key.Key_Z, CTRL | SHIFT)
    assert (bench.text, redo.said) == ("abc", [])
    hit(bench, Key.Key_Return)
    bench.bar.saved(bench.clock())
    hit(bench, Key.Key_Z, CTRL)
    hit(bench, Key.Key_Z, CTRL | SHIFT)
    hit(bench, Key.Key_Y, CTRL)
    assert (len(undo.said), len(redo.said), bench.text) == (1, 2, "")


def test_what_was_wiped_by_mistake_comes_back_with_its_time(bench: Bench) -> None:
    undo = Heard(bench.bar.undo_requested)
    bench.type("abc")
    hit(bench, Key.Key_A, CTRL)
    hit(bench, Key.Key_Delete)
    bench.clock.go(300)
    hit(bench, Key.Key_Z, CTRL)
    assert (bench.text, undo.said) == ("abc", [])
    hit(bench, Key.Key_Return)
    assert bench.last.typed_at == START


def test_a_held_ctrl_z_does_not_run_on_to_saved_notes(bench: Bench) -> None:
    undo = Heard(bench.bar.undo_requested)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Z, CTRL, "\x1a", True)
    QApplication.sendEvent(bench.bar.line, event)
    assert undo.said == []
    hit(bench, Key.Key_Z, CTRL)
    assert len(undo.said) == 1, "even before the first letter"


def test_ctrl_r_asks_for_the_last_tags_and_adds_them(bench: Bench) -> None:
    asked = Heard(bench.bar.repeat_requested)
    hit(bench, Key.Key_R, CTRL)
    assert len(asked.said) == 1
    bench.bar.repeat('#"Label printing" @driver')
    assert bench.text == '#"Label printing" @driver'
    bench.bar.repeat("@loader")
    assert bench.text.endswith("@driver @loader")
    bench.bar.repeat("")
    assert bench.bar.form.state.text() == "no tags to repeat yet"


# -- saving --------------------------------------------------------------------------------------------------


def test_a_failed_note_is_still_in_the_line_with_everything(bench: Bench) -> None:
    bench.type("gun dies 18 min")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_2, CTRL)
    bench.bar.add_pictures((b"png",))
    hit(bench, Key.Key_Return)
    first = bench.last
    assert bench.bar.form.state.text() == "saving…"
    bench.bar.failed("The disk is full.")
    assert bench.bar.form.trouble.isVisible()
    assert bench.bar.form.trouble.text() == "Could not save: The disk is full."
    bench.clock.go(99)
    hit(bench, Key.Key_Return)
    assert bench.last == first
    bench.bar.saved(bench.clock())
    assert not bench.bar.form.trouble.isVisible()


def test_what_is_typed_while_saving_begins_the_next_note(bench: Bench) -> None:
    bench.type("first")
    hit(bench, Key.Key_Return)
    later = bench.clock.go(2)
    bench.type("second")
    bench.bar.saved(bench.clock())
    assert bench.text == "second"
    hit(bench, Key.Key_Return)
    assert (bench.last.line, bench.last.typed_at) == ("second", later)


def test_two_notes_under_way_are_answered_in_their_order(bench: Bench) -> None:
    bench.type("first")
    hit(bench, Key.Key_Return)
    bench.type("second")
    hit(bench, Key.Key_Return)
    bench.bar.saved(bench.clock())
    assert bench.text == "second", "it was the first that is on the disk"
    bench.bar.failed("no")
    assert bench.text == "second"
    hit(bench, Key.Key_Return)
    assert [draft.line for draft in bench.submitted.said] == ["first", "second", "second"]


def test_a_failed_note_waits_for_the_line_to_be_free(bench: Bench) -> None:
    bench.type("first ~6m")
    hit(bench, Key.Key_Return)
    bench.type("second")
    bench.bar.failed("The disk is full.")
    assert bench.text == "second"
    assert "comes back" in bench.bar.form.trouble.text()
    hit(bench, Key.Key_Return)
    bench.bar.saved(bench.clock())
    assert bench.text == "first ~6m"
    hit(bench, Key.Key_Return)
    assert bench.last.typed_at == START


def test_a_failed_note_comes_back_at_once_into_a_free_line_or_by_enter(bench: Bench) -> None:
    bench.type("first")
    hit(bench, Key.Key_Return)
    bench.type("s")
    hit(bench, Key.Key_Backspace)
    bench.bar.failed("no")
    assert bench.text == "first"
    hit(bench, Key.Key_Return)
    bench.type("s")
    bench.bar.failed("no")
    hit(bench, Key.Key_Backspace)
    assert bench.text == ""
    hit(bench, Key.Key_Return)
    assert bench.text == "first"
    assert len(bench.submitted.said) == 2, "the Enter brought it back and did not save it unseen"


def test_editing_a_note_that_is_being_saved_keeps_the_words(bench: Bench) -> None:
    bench.type("first")
    hit(bench, Key.Key_Return)
    hit(bench, Key.Key_Backspace)
    bench.bar.saved(bench.clock())
    assert bench.text == "firs"


def test_nothing_about_a_note_changes_while_it_is_being_saved(bench: Bench) -> None:
    bench.type("gun dies 18 min")
    hit(bench, Key.Key_Return)
    before = bench.chips()
    bench.press("18 min lost")
    hit(bench, Key.Key_2, CTRL)
    bench.bar.offer_services([(bench.firm.email.id, "Email", ())])
    assert bench.chips() == before
    assert bench.kind() is Kind.CONTEXT


def test_answers_that_nobody_waits_for_change_nothing(bench: Bench) -> None:
    bench.type("abc")
    bench.bar.saved(bench.clock())
    bench.bar.failed("no")
    assert bench.text == "abc"
    assert not bench.bar.form.trouble.isVisible()


def test_the_bar_says_a_few_words(bench: Bench) -> None:
    bench.bar.set_state("undone: Note saved")
    assert bench.bar.form.state.text() == "undone: Note saved"


# -- grades after saving -------------------------------------------------------------------------------------


def save(bench: Bench, line: str) -> None:
    bench.bar.line.insertPlainText(line)
    hit(bench, Key.Key_Return)
    bench.bar.saved(bench.clock())


def test_digits_grade_only_once_tab_has_entered_the_strip(bench: Bench) -> None:
    chosen = Heard(bench.bar.grades_chosen)
    save(bench, "! gun")
    assert bench.bar.grades.isVisible()
    assert bench.bar.line.hasFocus(), "focus never leaves the line by itself"
    hit(bench, Key.Key_Tab)
    assert bench.bar.grades.hasFocus()
    hit(bench, Key.Key_9)
    hit(bench, Key.Key_F2)
    hit(bench, Key.Key_3)
    hit(bench, Key.Key_4)
    hit(bench, Key.Key_2)
    assert chosen.said == [(BusinessDamage.BUSINESS_LOST, None), (None, TimeToDamage.TODAY)]
    assert bench.bar.line.hasFocus()
    assert not bench.bar.grades.isVisible()


def test_a_digit_in_the_line_is_text(bench: Bench) -> None:
    chosen = Heard(bench.bar.grades_chosen)
    save(bench, "! gun")
    bench.type("3")
    assert (bench.text, chosen.said) == ("3", [])
    assert not bench.bar.grades.isVisible()
    assert bench.bar.chips.isVisible()


def test_escape_and_writing_on_leave_the_strip(bench: Bench) -> None:
    save(bench, "! gun")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_Escape)
    assert bench.bar.line.hasFocus()
    assert not bench.bar.grades.isVisible()
    save(bench, "! gun")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_N)
    assert bench.text == "n"
    assert bench.bar.line.hasFocus()


def test_the_strip_is_left_by_tab_and_entered_by_mouse(bench: Bench) -> None:
    chosen = Heard(bench.bar.grades_chosen)
    save(bench, "! gun")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_Tab)
    assert bench.bar.form.attach.hasFocus()
    bench.bar.grades.buttons[1].click()
    assert chosen.said == [(BusinessDamage.REWORK, None)]


def test_a_damage_that_the_line_said_is_not_asked_again(bench: Bench) -> None:
    chosen = Heard(bench.bar.grades_chosen)
    save(bench, "it hangs !3")
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_1)
    assert chosen.said == [(None, TimeToDamage.THIS_WEEK)]


@pytest.mark.parametrize("line", ["+ new badges", "? why twice", "just context"])
def test_what_costs_no_time_is_not_graded(bench: Bench, line: str) -> None:
    save(bench, line)
    assert not bench.bar.grades.isVisible()


def test_choosing_a_kind_puts_the_strip_away(bench: Bench) -> None:
    save(bench, "! gun")
    hit(bench, Key.Key_Tab)
    bench.bar.choose_kind(Kind.NEED)
    assert bench.bar.line.hasFocus()
    assert bench.bar.chips.isVisible()


# -- suggestions ---------------------------------------------------------------------------------------------


def test_a_suggested_service_is_named_by_tab(bench: Bench) -> None:
    bench.type("it jams")
    bench.bar.offer_services([(bench.firm.labels.id, "Label printing", ("jams",)), (bench.firm.email.id, "Email", ())])
    assert bench.chips(ChipState.OFFERED) == ["Label printing?", "Email?"]
    assert "jams" in bench.bar.chips.chips[0].tip
    hit(bench, Key.Key_Tab)
    assert bench.text == 'it jams #"Label printing"'
    assert bench.chips() == ["Label printing", "Email?"]
    hit(bench, Key.Key_Z, CTRL)
    assert bench.text == "it jams"


def test_ctrl_enter_takes_what_the_line_offers_and_no_guess(bench: Bench) -> None:
    bench.type("outlook jams, 6 min")
    bench.bar.offer_services([(bench.firm.labels.id, "Label printing", ("jams",))])
    assert "Label printing?" in bench.chips(ChipState.OFFERED)
    hit(bench, Key.Key_Return, CTRL)
    assert bench.last.line == "outlook jams, 6 min"
    entry = parse(bench.last.line, bench.lexicon, accepted=bench.last.accepted)
    assert (entry.service_ids, entry.minutes) == ((bench.firm.email.id,), 6.0)


def test_a_guess_that_was_chosen_is_saved_and_the_others_are_not(bench: Bench) -> None:
    bench.type("it jams")
    bench.bar.offer_services([(bench.firm.labels.id, 'Label "printing"', ()), (bench.firm.email.id, "Email", ())])
    hit(bench, Key.Key_Tab)
    hit(bench, Key.Key_Return, CTRL)
    assert bench.last.line == 'it jams #"Label printing"'
    assert parse(bench.last.line, bench.lexicon).service_ids == (bench.firm.labels.id,)


def test_suggestions_for_an_empty_line_come_too_late(bench: Bench) -> None:
    bench.bar.offer_services([(bench.firm.labels.id, "Label printing", ())])
    assert bench.chips() == []
    bench.type("it jams")
    bench.bar.offer_services([(bench.firm.labels.id, "Label printing", ())])
    hit(bench, Key.Key_A, CTRL)
    hit(bench, Key.Key_Delete)
    assert bench.chips() == []


def test_words_are_told_when_typing_rests(bench: Bench, qtbot: QtBot) -> None:
    told = Heard(bench.bar.words_changed)
    bench.type("! it jams #labels ~6m")
    assert told.said == []
    qtbot.waitUntil(lambda: bool(told.said))
    assert told.said == ["it jams"]


# -- private things ------------------------------------------------------------------------------------------


def test_a_name_is_underlined_and_never_blocks(bench: Bench, qtbot: QtBot) -> None:
    bench.type("the gun stops and Dave rings")
    qtbot.waitUntil(lambda: bool(bench.chips(ChipState.WARNING)))
    assert bench.chips(ChipState.WARNING) == ["“Dave” looks like a name: use a role"]
    assert "Dave" in marks(bench)
    hit(bench, Key.Key_Return)
    assert bench.last.line == "the gun stops and Dave rings"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ring 07700 900123 now", "phone number"),
        ("mail eva@larkfield.example now", "e-mail address"),
        ("van AB12 CDE is late", "number plate"),
        ("parcel to SW1A 1AA", "an address"),
        ("parcel AB 123 456 789 GB", "somebody’s number"),
    ],
)
def test_other_private_things_are_told_apart(bench: Bench, qtbot: QtBot, line: str, said: str) -> None:
    bench.bar.line.insertPlainText(line)
    qtbot.waitUntil(lambda: any(said in words for words in bench.chips(ChipState.WARNING)))


def test_the_catalogues_words_are_nobodys_name(bench: Bench, qtbot: QtBot) -> None:
    told = Heard(bench.bar.words_changed)
    bench.type("the Zebra at Harbour and @Driver see Email")
    qtbot.waitUntil(lambda: bool(told.said))
    assert bench.chips(ChipState.WARNING) == []


def test_a_warning_that_is_fine_is_put_away_for_this_note(bench: Bench, qtbot: QtBot) -> None:
    told = Heard(bench.bar.words_changed)
    bench.type("he thanks Dave and Mary")
    qtbot.waitUntil(lambda: bool(bench.chips(ChipState.WARNING)))
    bench.press("“Dave” looks like a name: use a role (+1)")
    assert bench.chips(ChipState.WARNING) == ["“Mary” looks like a name: use a role"]
    told.said.clear()
    bench.type(" again")
    qtbot.waitUntil(lambda: bool(told.said))
    assert bench.chips(ChipState.WARNING) == ["“Mary” looks like a name: use a role"]


# -- pasting, pictures, odd characters -----------------------------------------------------------------------


def paste(bench: Bench, data: QMimeData) -> None:
    QApplication.clipboard().setMimeData(data)
    bench.bar.line.paste()


def test_rich_text_is_pasted_plain(bench: Bench) -> None:
    data = QMimeData()
    data.setHtml("<b>gun</b>")
    data.setText("<b>gun</b>\r\nnext")
    paste(bench, data)
    assert bench.text == "<b>gun</b>\nnext"


def test_what_hides_is_shown(bench: Bench) -> None:
    data = QMimeData()
    data.setText("a\u202eb\u2028c")
    paste(bench, data)
    assert bench.text == "a⟦U+202E⟧b⟦U+2028⟧c"
    bench.bar.line.moveCursor(QTextCursor.MoveOperation.Start)
    bench.bar.line.insertPlainText("🔥\u2066")
    assert bench.text == "🔥⟦U+2066⟧a⟦U+202E⟧b⟦U+2028⟧c"
    hit(bench, Key.Key_Z, CTRL)
    assert bench.text == "a⟦U+202E⟧b⟦U+2028⟧c"


def test_a_no_break_space_stays_one(bench: Bench) -> None:
    bench.bar.line.insertPlainText("5\u00a0kg")
    assert bench.text == "5\u00a0kg"


def test_a_note_holds_so_much_and_says_so(bench: Bench) -> None:
    data = QMimeData()
    data.setText("x" * (MOST + 5))
    paste(bench, data)
    assert len(bench.text) == MOST
    assert "Not all of it fits" in bench.bar.form.trouble.text()
    bench.type("y")
    event = QInputMethodEvent()
    event.setCommitString("y")
    QApplication.sendEvent(bench.bar.line, event)
    assert len(bench.text) == MOST
    assert "20000 characters" in bench.bar.form.trouble.text()
    hit(bench, Key.Key_Backspace)
    assert len(bench.text) == MOST - 1


def image() -> QImage:
    made = QImage(40, 30, QImage.Format.Format_RGB32)
    made.fill(QColor("#336699"))
    return made


def test_a_pasted_picture_goes_with_the_note(bench: Bench) -> None:
    data = QMimeData()
    data.setImageData(image())
    paste(bench, data)
    assert bench.chips() == ["Photo 1"]
    bench.clock.go(9)
    bench.type("see photo")
    hit(bench, Key.Key_Return)
    (picture,) = bench.last.pictures
    assert QImage.fromData(picture).size() == image().size()
    assert bench.last.typed_at == START
    bench.bar.saved(bench.clock())
    assert bench.chips() == []


def test_a_picture_alone_is_a_note_and_can_be_left_out(bench: Bench) -> None:
    bench.bar.add_pictures((b"one", b"two"))
    bench.press("Photo 1")
    hit(bench, Key.Key_Return)
    assert (bench.last.line, bench.last.pictures) == ("", (b"two",))
    bench.bar.failed("no")
    assert bench.chips() == ["Photo 1"]
    bench.press("Photo 1")
    hit(bench, Key.Key_Return)
    assert len(bench.submitted.said) == 1
    bench.bar.add_pictures(())
    assert bench.chips() == []


def test_a_spreadsheets_cells_are_pasted_as_words(bench: Bench) -> None:
    data = QMimeData()
    data.setText("A1\tB1")
    data.setImageData(image())
    paste(bench, data)
    assert bench.text == "A1\tB1"


def test_dropped_files_are_taken_if_all_are_pictures(bench: Bench, tmp_path: Path) -> None:
    photo = tmp_path / "dock.PNG"
    image().save(str(photo))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    assert bench.bar.line.canInsertFromMimeData(data)
    bench.bar.line.insertFromMimeData(data)
    assert bench.bar.note.pictures == (photo.read_bytes(),)
    data.setUrls([QUrl.fromLocalFile(str(photo)), QUrl("https://example.org/a.png")])
    assert not pictures.carried(data)
    assert pictures.taken(QMimeData()) == ()


def test_a_file_that_cannot_be_read_is_said_so(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.jpg"))])
    bench.bar.line.insertFromMimeData(data)
    assert bench.bar.form.trouble.text() == "gone.jpg cannot be read: copy it to this computer, then add that."
    large = tmp_path / "large.jpg"
    large.write_bytes(b"12345")
    monkeypatch.setattr(pictures, "MOST_BYTES", 4)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(large)], ""))
    bench.bar.form.attach.click()
    assert "large.jpg is larger" in bench.bar.form.trouble.text()
    monkeypatch.setattr(pictures, "MOST_BYTES", 5)
    bench.bar.form.attach.click()
    assert bench.bar.note.pictures == (b"12345",)
    assert bench.bar.line.hasFocus()


# -- look, reach, hearing ------------------------------------------------------------------------------------


def test_keys_belong_to_the_line_before_any_menu(bench: Bench) -> None:
    actions = Actions()
    stolen: list[str] = []
    for keys in ("Ctrl+1", "Ctrl+R", "Ctrl+Z", "Ctrl+Return", "Ctrl+Shift+Z", "Ctrl+Down"):
        actions.add(bench.window, keys, partial(stolen.append, keys), keys)
    kept: list[str] = []
    actions.add(bench.window, "Commands", lambda: kept.append("k"), "Ctrl+K")
    bench.type("x")
    for key, held in ((Key.Key_1, CTRL), (Key.Key_R, CTRL), (Key.Key_Z, CTRL), (Key.Key_Z, CTRL | SHIFT)):
        QTest.keyClick(bench.bar.line, key, held)
    QTest.keyClick(bench.bar.line, Key.Key_Return, CTRL)
    QTest.keyClick(bench.bar.line, Key.Key_Down, CTRL)
    bench.bar.line.setFocus()
    QTest.keyClick(bench.bar.line, Key.Key_K, CTRL)
    assert (stolen, kept) == ([], ["k"])


def test_what_the_bar_can_do_is_in_the_palette_and_works_from_elsewhere(bench: Bench) -> None:
    actions = Actions()
    bench.bar.register(actions)
    asked = Heard(bench.bar.repeat_requested)
    bench.type("gun 6 min")
    by_text = {action.text(): action for action in actions.usable()}
    bench.bar.form.save.setFocus()
    QTest.keyClick(bench.bar.form.save, Key.Key_3, CTRL)
    assert bench.kind() is Kind.WAIT
    assert bench.bar.line.hasFocus()
    by_text["Repeat the last tags"].trigger()
    by_text["Save the note with all that is offered"].trigger()
    assert len(asked.said) == 1
    assert bench.last.accepted == {"service:gun", "minutes:6 min"}
    bench.bar.saved(bench.clock())
    bench.type("again")
    by_text["Save the note"].trigger()
    assert bench.last.line == "again"


def test_the_save_button_saves(bench: Bench) -> None:
    bench.type("gun")
    QTest.mouseClick(bench.bar.form.save, Qt.MouseButton.LeftButton)
    assert bench.last.line == "gun"
    assert bench.bar.line.hasFocus()


def test_tab_walks_the_bar_in_reading_order(bench: Bench) -> None:
    bench.type("dies ~6m x4")
    stops = []
    for _ in range(5):
        hit(bench, Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    first, second = bench.bar.chips.buttons[:2]
    assert stops == [bench.bar.pill, first, second, bench.bar.form.attach, bench.bar.form.save]
    QTest.keyClick(bench.bar.pill, Key.Key_Backtab, SHIFT)


def test_everything_that_takes_the_focus_has_a_name(bench: Bench) -> None:
    bench.type("gun dies ~6m #sap")
    bench.bar.add_pictures((b"x",))
    bench.bar.offer_services([(bench.firm.email.id, "Email", ())])
    for widget in bench.bar.findChildren(QWidget):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.isVisible():
            spoken = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert spoken, widget
    assert bench.bar.pill.accessibleName() == "Kind of note: Pain point"
    assert bench.bar.chips.buttons[0].accessibleName() == "Handheld scanning, offered"


def test_screen_readers_hear_how_saving_went(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    bench.type("x")
    hit(bench, Key.Key_Return)
    bench.bar.failed("The disk is full.")
    assert heard == ["saving…", "Could not save: The disk is full."]


def test_what_people_wrote_is_never_markup(bench: Bench) -> None:
    bench.bar.line.insertPlainText('it hangs #"<b>R&D</b>"')
    button = bench.bar.chips.buttons[0]
    assert "<b>R" not in button.toolTip()
    assert "&&" in button.text()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_at_any_size(bench: Bench, qtbot: QtBot, look: str, scale: float) -> None:
    bench.bar.line.insertPlainText(
        "! label printer jams again, 18 min, 6 stood at the desk and the loader rings #sap ^09:15"
    )
    bench.theme.use("dark" if look == "dark" else "light", scale)
    bench.window.resize(700, 700)
    row = bench.bar.chips
    shown = [button for button in row.buttons if button.isVisible()]
    assert len(shown) == 5
    qtbot.waitUntil(lambda: all(row.rect().contains(button.geometry()) for button in shown))
    assert bench.bar.height() >= bench.bar.heightForWidth(bench.bar.width())
    assert bench.window.grab().toImage().pixelColor(2, 2) == QColor(bench.theme.tokens.ground)


def test_words_about_keys_give_way_to_chips(bench: Bench) -> None:
    assert "Shift+Enter" in bench.bar.form.keys.text()
    bench.type("gun dies")
    assert "Ctrl+Enter saves with all" in bench.bar.form.keys.text()
    bench.window.resize(440, 420)
    QTest.qWait(20)
    bench.type(" 18 min 6 stood")
    assert bench.bar.form.keys.text() == ""
    assert bench.bar.line.placeholderText() == "What do you see?"


def test_the_line_glows_only_while_it_has_the_focus(bench: Bench) -> None:
    def edge() -> QColor:
        picture: QImage = bench.bar.grab().toImage()
        found: QColor = picture.pixelColor(picture.width() // 2, 1)
        return found

    assert edge() == QColor(bench.theme.tokens.accent_soft)
    bench.bar.form.save.setFocus()
    assert edge() != QColor(bench.theme.tokens.accent_soft)


def test_chips_are_drawn_in_every_state(bench: Bench) -> None:
    bench.bar.line.insertPlainText("gun dies ~6m x4 #sap #קופסה")
    bench.press("6 min lost")
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        bench.window.setLayoutDirection(direction)
        for button in bench.bar.chips.buttons:
            button.setFocus()
            QTest.mouseMove(button)
            inks = {button.grab().toImage().pixelColor(x, button.height() // 2).name() for x in range(button.width())}
            assert len(inks) > 3, f"{button.chip.words} is drawn"


def test_the_clock_runs_until_the_first_key(bench: Bench, qtbot: QtBot) -> None:
    bench.clock.now += timedelta(minutes=3)
    qtbot.waitUntil(lambda: bench.bar.form.time.text() == "14:37", timeout=3_000)
    bench.type("x")
    bench.clock.now += timedelta(minutes=3)
    QTest.qWait(1_100)
    assert bench.bar.form.time.text() == "14:37"
