"""What the tests of the capture bar, its pad and its parts share: a clock that is set by hand, a catalogue, a bar."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factories import Firm
from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui.capture.note import ChipState
from shadow_app.ui.capture_bar import CaptureBar, Submission
from shadow_app.ui.theme import Theme

ZONE = timezone(timedelta(hours=1))
START = datetime(2026, 11, 12, 14, 34, 9, tzinfo=ZONE)


class Clock:
    """Stands still until it is told."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def go(self, seconds: float) -> datetime:
        """Later by so much."""
        self.now += timedelta(seconds=seconds)
        return self.now


class Heard:
    """Everything that a signal said, in order."""

    def __init__(self, signal: SignalInstance) -> None:
        self.said: list[Any] = []
        signal.connect(self._hear)

    def _hear(self, *what: Any) -> None:
        self.said.append(what[0] if len(what) == 1 else what)


class Bench:
    """A bar in a window, as somebody at the keys meets it."""

    def __init__(self, qtbot: QtBot, application: QApplication, scale: float = 1.0) -> None:
        self.firm = Firm()
        self.clock = Clock()
        self.theme = Theme(application, "light", scale)
        services = (self.firm.scanning, self.firm.labels, self.firm.email)
        roles = (self.firm.driver, self.firm.loader)
        self.lexicon = Lexicon(services, roles)
        self.names = {record.id: record.name for record in (*services, *roles)}
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.bar = CaptureBar(self.theme, self.lexicon, clock=self.clock)
        self.bar.use_lexicon(self.lexicon, self.names, frozenset(("harbour",)))
        column = QVBoxLayout(self.window)
        column.addStretch(1)
        column.addWidget(self.bar)
        self.window.resize(960, 420)
        self.submitted = Heard(self.bar.submitted)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.window.activateWindow()
        self.bar.line.setFocus()

    def type(self, words: str) -> None:
        """Press the keys of these ASCII letters."""
        QTest.keyClicks(self.bar.line, words)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.bar.line.text()

    def kind(self) -> Kind:
        """What the pill says."""
        return self.bar.pill.kind

    @property
    def last(self) -> Submission:
        """What was handed over last."""
        handed: Submission = self.submitted.said[-1]
        return handed

    def chips(self, *states: ChipState) -> list[str]:
        """The words of the chips in these states."""
        return [chip.words for chip in self.bar.chips.chips if not states or chip.state in states]

    def press(self, words: str) -> None:
        """Click the chip that says so."""
        next(button for button in self.bar.chips.buttons if button.isVisible() and button.chip.words == words).click()
