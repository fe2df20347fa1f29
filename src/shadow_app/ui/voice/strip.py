"""While the microphone is open there is no missing it: a line with the time, and two ways to end it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from shadow_app.domain.voice import LONGEST_SECONDS
from shadow_app.ui.icons import icon, pixmap
from shadow_app.ui.theme import Theme
from shadow_app.ui.voice.words import length_words
from shadow_app.ui.voice.work import VoiceWork

_REDRAW = 250
"""Milliseconds."""


class VoiceStrip(QFrame):
    """Comes and goes with the recording, and takes no focus: one goes on writing."""

    def __init__(self, theme: Theme, work: VoiceWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work = theme, work
        self.setProperty("look", "card")
        self.sign = QLabel()
        self.sign.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.stop = QPushButton(" " + self.tr("Stop and keep"))
        self.forget = QPushButton(" " + self.tr("Drop"))
        self.forget.setProperty("look", "ghost")
        self.stop.setAccessibleName(self.tr("Stop the recording and keep it"))
        self.forget.setAccessibleName(self.tr("Stop the recording and forget it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        for part in (self.sign, self.words):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.stop, self.forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._ticking = QTimer(self)
        self._ticking.setInterval(_REDRAW)
        self._ticking.timeout.connect(self._tick)
        work.changed.connect(self._show_state)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _show_state(self) -> None:
        self.setVisible(self._work.recording)
        if self._work.recording:
            self.setAccessibleName(self.tr("Recording a voice note"))
            self._tick()
            self._ticking.start()
        else:
            self._ticking.stop()

    def _tick(self) -> None:
        words = self.tr("Recording {length} of {most}")
        self.words.setText(words.format(length=length_words(self._work.seconds), most=length_words(LONGEST_SECONDS)))

    def _dress(self) -> None:
        tokens, size = self._theme.tokens, self._theme.px(16)
        self.sign.setPixmap(pixmap("mic", tokens.accent, size, self.devicePixelRatioF()))
        for button, name in ((self.stop, "square"), (self.forget, "trash-2")):
            button.setIcon(icon(name, tokens.muted, size))
            button.setIconSize(QSize(size, size))
