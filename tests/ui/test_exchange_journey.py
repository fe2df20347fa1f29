"""Two people and a file, in the real window, by keyboard alone: handed over, written twice, answered, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from factories import Firm
from hands import ALT, CTRL, SHIFT, Hands
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import Kind
from shadow_app.settings import Settings
from shadow_app.ui.application import Session
from shadow_app.ui.exchange.dialogs import HandOverDialog
from shadow_app.ui.exchange.page import ExchangePage
from shadow_app.ui.exchange.receive_preview import ReceivePreview
from shadow_app.ui.review.page import ReviewPage

Key = Qt.Key
Sit = Callable[[str], "Person"]


class Person:
    """Somebody at their own laptop."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.hands = Hands(session, qtbot)
        self.session = session
        self._qtbot = qtbot
        together, review = (session.window.page(name) for name in ("exchange", "review"))
        assert isinstance(together, ExchangePage)
        assert isinstance(review, ReviewPage)
        self.together, self.review = together, review

    def note(self) -> Observation:
        assert self.session.shadow is not None
        with self.session.shadow.store.reading() as read:
            (found,) = read.where(Observation)
        return found

    def until(self, true: Callable[[], object]) -> None:
        """Packing and looking into a file may take long on a machine that does other things."""
        self._qtbot.waitUntil(lambda: bool(true()), timeout=90_000)

    def back(self) -> None:
        """A real screen gives the focus back when a dialog closes; the offscreen one has to be asked."""
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.hands.window.activateWindow()
        self.until(self.hands.window.isActiveWindow)

    def hand_over(self) -> None:
        self.hands.press(Key.Key_H, CTRL | SHIFT)
        self.until(lambda: isinstance(QApplication.activeModalWidget(), HandOverDialog))
        self.hands.press(Key.Key_Return)
        self.back()
        self.until(lambda: "is packed" in self.hands.window.strip.label.text())

    def receive(self, *, known: bool) -> None:
        self.hands.press(Key.Key_J, CTRL | SHIFT)
        self.until(lambda: isinstance(QApplication.activeModalWidget(), ReceivePreview))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReceivePreview)
        if not known:
            self.until(dialog.form.accept.hasFocus)
            self.hands.press(Key.Key_Space)
        assert dialog.form.take.isEnabled()
        self.hands.press(Key.Key_Return)
        self.back()
        self.until(lambda: self.hands.window.strip.label.text().startswith("Received from"))

    def turn_note_into(self, kind: Kind, word: str) -> None:
        self.hands.press(Key.Key_3, ALT)
        self.until(lambda: self.review.form.notes.hasFocus() and self.review.model.rowCount() == 1)
        self.hands.press(Key.Key_K)
        self.until(lambda: QApplication.activeModalWidget() is not None)
        self.hands.write(word)
        self.hands.press(Key.Key_Return)
        self.back()
        self.until(lambda: self.note().kind is kind)

    def waiting(self) -> int:
        return len(self.together.tray._questions)


@pytest.fixture
def stores(tmp_path: Path) -> dict[str, Path]:
    """Ann has a firm and one note; Ben has nothing yet."""
    paths = {name: tmp_path / name / "store.db" for name in ("Ann", "Ben")}
    for path in paths.values():
        path.parent.mkdir()
        create_store(path, unprotected=True)
    firm = Firm()
    shadow = open_shadow(Settings(name="Ann"), paths["Ann"])
    shadow.catalogue.keep_all([*firm.records, firm.note("gun logs out")], "set up")
    shadow.close()
    return paths


@pytest.fixture
def sit(stores: dict[str, Path], qapp: QApplication, qtbot: QtBot) -> Iterator[Sit]:
    """One after the other, as this test has one keyboard."""
    open_now: list[Session] = []

    def leave() -> None:
        for session in open_now:
            session.window.may_close = lambda: True
            session.window.close()
            session.end()
            # What was answered before the end is still on its way to the window.
            QApplication.processEvents()
            # A window that is left alive takes on the look of each one after it: every further laptop would take
            # longer to sit down at.
            session.window.deleteLater()
            # Or Python lets its timers go on whichever thread comes by.
            session.deleteLater()
        open_now.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def at(name: str) -> Person:
        leave()
        session = Session(qapp, Settings(name=name, look="light"))
        session.begin(stores[name], False)
        open_now.append(session)
        qtbot.waitUntil(lambda: session.shadow is not None, timeout=60_000)
        person = Person(session, qtbot)
        person.back()
        # Its keys work from then on.
        person.until(person.together.foot.isVisible)
        return person

    yield at
    leave()


def test_ann_and_ben_meet_over_a_file_and_say_which_of_two_values_holds(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "passed on.shadow")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))

    ann = sit("Ann")
    ann.hand_over()
    ann.turn_note_into(Kind.WAIT, "wait")

    ben = sit("Ben")
    ben.receive(known=False)
    ben.turn_note_into(Kind.QUESTION, "quest")
    ben.hand_over()

    ann = sit("Ann")
    ann.receive(known=False)
    assert "Written twice: 1" in ann.hands.window.strip.label.text()
    ann.until(lambda: ann.together.foot.words.startswith("1 field written twice"))
    ann.hands.press(Key.Key_9, ALT)
    ann.until(lambda: ann.together.tray.form.questions.hasFocus() and ann.waiting() == 1)
    asked = ann.together.tray.question()
    assert asked is not None
    assert {(claim.author, claim.value) for claim in asked.conflict.claims} == {("Ann", "wait"), ("Ben", "question")}
    bens = next(number for number, claim in enumerate(asked.conflict.claims, 1) if claim.author == "Ben")
    ann.hands.press(Key(Key.Key_0 + bens))
    ann.until(lambda: ann.waiting() == 0 and ann.note().kind is Kind.QUESTION)
    ann.hands.press(Key.Key_Z, CTRL)
    ann.until(lambda: ann.waiting() == 1)
    ann.hands.press(Key(Key.Key_0 + 3 - bens))
    ann.until(lambda: ann.waiting() == 0 and ann.note().kind is Kind.WAIT)
    ann.hand_over()

    ben = sit("Ben")
    ben.receive(known=True)
    ben.until(lambda: ben.note().kind is Kind.WAIT)
    ben.hands.press(Key.Key_9, ALT)
    ben.until(ben.together.tray.form.nothing.isVisible)
    ben.hands.press(Key.Key_B, CTRL | SHIFT)
    ben.until(lambda: ben.note().kind is Kind.QUESTION)
    ben.hands.press(Key.Key_Z, CTRL)
    ben.until(lambda: ben.note().kind is Kind.WAIT)


def test_every_way_of_exchanging_is_found_by_its_name(sit: Sit) -> None:
    ann = sit("Ann")
    ann.until(ann.together.foot.isVisible)
    found = {action.text() for action in ann.session.actions.usable()}
    assert {
        "Meet the others now",
        "Hand over a file…",
        "Receive a file…",
        "Take back what was received last",
        "Choose where we meet…",
        "Go to Together",
    } <= found
    ann.together.foot.click()
    ann.until(ann.together.isVisible)
