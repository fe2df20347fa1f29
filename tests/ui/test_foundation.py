"""What every page stands on: threads, news, actions, palette, look, window."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import shadow_app
from shadow_app.domain.errors import Bug, StoreBusy
from shadow_app.domain.news import News
from shadow_app.domain.service import Service
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.icons import KIND_ICONS, pixmap
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.message_strip import MessageStrip
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.palette import Palette
from shadow_app.ui.single_instance import SingleInstance
from shadow_app.ui.theme import Theme
from shadow_app.ui.tokens import DARK, LIGHT, Tokens, contrast
from shadow_app.ui.trouble import words_for

READABLE = 4.5


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_answers_come_on_the_screens_thread_in_order(qtbot: QtBot, jobs: Jobs) -> None:
    here = threading.get_ident()
    answers: list[tuple[int, bool, bool]] = []

    def work(number: int) -> tuple[int, bool]:
        return number, threading.get_ident() != here

    def answered(answer: tuple[int, bool]) -> None:
        answers.append((*answer, threading.get_ident() == here))

    for number in range(50):
        jobs.write(partial(work, number), answered)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == [(number, True, True) for number in range(50)]


def test_reading_never_waits_for_writing(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    read: list[str] = []
    jobs.write(lambda: gate.wait(5))
    jobs.read(lambda: "read", read.append)
    qtbot.waitUntil(lambda: read == ["read"])
    gate.set()


def test_a_newer_question_interrupts_the_older(qtbot: QtBot) -> None:
    interrupted = threading.Event()
    jobs = Jobs(interrupted.set)
    answers: list[str] = []
    began = threading.Event()

    def slow() -> str:
        began.set()
        return "interrupted" if interrupted.wait(5) else "old"

    jobs.read(slow, answers.append, supersedes="search")
    assert began.wait(5)
    jobs.read(lambda: "new", answers.append, supersedes="search")
    qtbot.waitUntil(lambda: answers == ["new"])
    qtbot.wait(20)
    assert answers == ["new"]
    jobs.close()


def test_failures_are_told_to_whoever_asked_else_to_everybody(qtbot: QtBot) -> None:
    everybody: list[BaseException] = []
    mine: list[BaseException] = []
    busy: list[int] = []
    jobs = Jobs(failed=everybody.append)
    jobs.busy.connect(busy.append)

    def fail() -> None:
        raise StoreBusy("later")

    jobs.write(fail)
    jobs.write(fail, failed=mine.append)
    qtbot.waitUntil(lambda: len(everybody) == len(mine) == 1)
    assert busy[-1] == 0
    assert max(busy) >= 1
    jobs.close()


def test_what_was_being_written_is_finished_at_the_end(qtbot: QtBot) -> None:
    jobs, written = Jobs(), []

    def write() -> None:
        time.sleep(0.05)
        written.append(1)

    for _ in range(3):
        jobs.write(write)
    jobs.close()
    assert written == [1, 1, 1]


def test_nothing_is_begun_after_the_end(qtbot: QtBot) -> None:
    jobs = Jobs()
    done: list[int] = []
    jobs.close()
    jobs.write(lambda: done.append(1))
    jobs.read(lambda: done.append(2), supersedes="late")
    qtbot.wait(20)
    assert done == []
    assert not jobs.writing


def test_news_reaches_the_screen_from_any_thread(qtbot: QtBot) -> None:
    desk = NewsDesk()
    with qtbot.waitSignal(desk.heard) as heard:
        threading.Thread(target=desk.post, args=(News(None, "x", ()),)).start()
    assert heard.args == [News(None, "x", ())]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(tokens: Tokens) -> None:
    grounds = (tokens.ground, tokens.surface, tokens.raised)
    pairs = [(fore, ground) for fore in (tokens.text, tokens.muted) for ground in grounds]
    pairs += [(tokens.faint, ground) for ground in (tokens.ground, tokens.surface)]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.accent, tokens.surface), (tokens.accent, tokens.accent_soft)]
    pairs += [(tokens.danger, tokens.danger_soft), (tokens.warn, tokens.warn_soft), (tokens.good, tokens.good_soft)]
    pairs += [(pair.fore, ground) for pair in tokens.kinds.values() for ground in (pair.soft, tokens.surface)]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < READABLE} == {}
    assert set(tokens.kinds) == set(KIND_ICONS), "every kind has a colour and an icon"


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_the_look_changes_at_once_and_text_grows(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme(qapp, "light")
    assert theme.tokens is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.use("dark", 2.0)
    assert theme.tokens is DARK
    assert theme.ink.text == DARK.text
    assert qapp.font().pixelSize() == 26
    assert DARK.ground in qapp.styleSheet()
    theme.use("auto", 1.0)
    assert theme.look == "auto"
    theme.use("light")


def test_a_missing_icon_is_our_mistake_and_says_so(qapp: QApplication) -> None:
    assert not pixmap("layers", "#FF0000", 20, 2.0).isNull()
    with pytest.raises(FileNotFoundError, match="no icon called nothing"):
        pixmap("nothing", "#FF0000", 20)


def test_actions_know_their_keys_and_whether_they_would_do_anything(qtbot: QtBot) -> None:
    actions, done = Actions(), []
    page, button = QWidget(), QPushButton()
    qtbot.addWidget(page)
    qtbot.addWidget(button)
    action = actions.add(page, "Save the note", lambda: done.append("saved"), "Ctrl+Return", button)
    assert list(actions.usable()) == [], "its page is not on the screen"
    page.show()
    assert list(actions.usable()) == [action]
    button.click()
    assert done == ["saved"]
    assert button.accessibleName() == "Save the note"
    assert "Ctrl+Return" in button.toolTip()
    action.setEnabled(False)
    assert not button.isEnabled()
    assert list(actions.usable()) == []
    assert list(actions.all()) == [action]


class _Page:
    def __init__(self, name: str) -> None:
        self.name, self.title, self.icon = name, name.title(), "layers"
        self.widget = QLabel(name)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heard: list[News] = []
        self.shows = 0
        self.opened: tuple[object, str] | None = None

    def shown(self) -> None:
        self.shows += 1

    def hear(self, news: News) -> None:
        self.heard.append(news)

    def open_visit(self, visit_id: object, tab: str) -> None:
        self.opened = (visit_id, tab)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Theme(qapp, "light"), Actions())
    qtbot.addWidget(made)
    pages = [_Page("today"), _Page("visits"), _Page("priorities")]
    made.wait("Opening …")
    jobs = Jobs()
    made.fill([lambda _desk, _place, page=page: page for page in pages], Desk(None, jobs, None, None, made))  # type: ignore[arg-type, misc]
    made.show()
    qtbot.waitExposed(made)
    yield made
    jobs.close()


def test_pages_open_by_key_rail_and_name(window: MainWindow, qtbot: QtBot) -> None:
    assert window.stack.count() == 3, "the waiting words are gone"
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert window.stack.currentIndex() == 2
    window.rail.setCurrentIndex(window.rail.model().index(1, 0))
    window.rail.activated.emit(window.rail.model().index(1, 0))
    assert window.stack.currentIndex() == 1
    window.open_visit("some visit", "live")  # type: ignore[arg-type]
    assert window.page("visits").opened == ("some visit", "live")  # type: ignore[attr-defined]
    window.hear(News(None, "", ()))
    assert all(page.heard for page in window.pages())  # type: ignore[attr-defined]


def test_the_palette_finds_by_letters_and_runs_on_enter(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.line, "prio")
    assert palette.list.count() == 1
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.stack.currentIndex() == 2


def test_the_palettes_arrows_move_without_leaving_the_line(window: MainWindow, qtbot: QtBot) -> None:
    window.open_palette()
    palette = window.findChild(Palette)
    assert palette is not None
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Up, 1)):
        qtbot.keyClick(palette.line, key)
        assert palette.list.currentRow() == row
    qtbot.keyClicks(palette.line, "zzzz")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.result() == Palette.DialogCode.Accepted


def test_the_window_comes_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    words = window.geometry_words()
    window.restore(words)
    window.restore("nonsense")
    assert window.width() == 1440


def test_a_complaint_stays_and_a_word_goes(qtbot: QtBot) -> None:
    strip = MessageStrip()
    qtbot.addWidget(strip)
    holder = QWidget()
    qtbot.addWidget(holder)
    strip.say("<b>saved</b>")
    assert strip.isVisible()
    assert strip.label.text() == "<b>saved</b>"
    assert strip.label.textFormat() is Qt.TextFormat.PlainText
    strip.complain("The disk is full.")
    strip.say("saved")
    assert strip.label.text() == "The disk is full."
    qtbot.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()


def test_a_word_that_names_a_key_goes_with_its_page(window: MainWindow) -> None:
    window.open_page("visits")
    window.say("3 notes accepted. U takes it back.", here=True)
    window.open_page("visits")
    assert window.strip.isVisible(), "the same page is still in front"
    window.open_page("today")
    assert not window.strip.isVisible()
    window.say("Saved.")
    window.open_page("visits")
    assert window.strip.isVisible(), "this one holds everywhere"
    window.say("U takes it back.", here=True)
    window.complain("The disk is full.")
    window.open_page("today")
    assert window.strip.isVisible(), "a complaint stays until it was read"


def test_a_value_that_does_not_fit_is_one_sentence_without_the_value() -> None:
    with pytest.raises(ValidationError) as caught:
        Service(name="secret words " * 100)
    said = words_for(caught.value)
    assert "Something went wrong" not in said
    assert "secret" not in said


def test_our_mistakes_are_told_without_their_content() -> None:
    assert words_for(StoreBusy("Another program is writing.")) == "Another program is writing."
    said = words_for(Bug("secret words of a note"))
    assert "secret" not in said
    assert "Bug" in said


def test_a_second_window_raises_the_first(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "a.db"), SingleInstance(tmp_path / "a.db")
    assert first.first()
    with qtbot.waitSignal(first.asked_to_show):
        assert not second.first()
    first.release()
    assert second.first()
    second.release()


def test_every_icon_that_is_shipped_is_asked_for() -> None:
    """What nothing shows travels in every package all the same."""
    source = Path(shadow_app.__file__).parent
    asked = "\n".join(path.read_text("utf-8") for path in source.rglob("*.py") if path.parent.name != "_compiled")
    for path in (source.parent.parent / "resources" / "icons").glob("*.svg"):
        name = path.stem.replace("-dark", "-{shade}").replace("-light", "-{shade}")
        assert f'"{name}"' in asked or f"/{name}.svg" in asked, f"nothing shows {path.name}"
