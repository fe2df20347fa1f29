"""The recordings of a note: play one, go to the next, take one off, add one."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shadow_app.domain.listing import VoiceNote
from shadow_app.ui.icons import icon
from shadow_app.ui.theme import Theme
from shadow_app.ui.voice.words import length_words


class VoiceBox(QWidget):
    """Not there at all for a note without a recording on a computer without a microphone."""

    play_asked = Signal(object)
    """The id of the attachment."""
    removal_asked = Signal(object)
    record_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._voices: tuple[VoiceNote, ...] = ()
        self._at = 0
        self._heard: UUID | None = None
        self._can_record = self._recording = False
        self.record, self.play, self.next, self.off = (QPushButton() for _ in range(4))
        self.stops = (self.record, self.play, self.next, self.off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.stops:
            button.setProperty("look", "ghost")
            row.addWidget(button)
        row.addStretch(1)
        self.off.setText(" " + self.tr("Take off"))
        self.off.setAccessibleName(self.tr("Take this recording off the note"))
        self.record.clicked.connect(self.record_asked)
        self.play.clicked.connect(self.ask_play)
        self.next.clicked.connect(self._go_on)
        self.off.clicked.connect(lambda: self.removal_asked.emit(self.attachment_id))
        theme.changed.connect(self._redraw)
        self._redraw()

    @property
    def attachment_id(self) -> UUID | None:
        """The recording that is shown."""
        return self._voices[self._at].attachment_id if self._voices else None

    def show_voices(self, voices: Sequence[VoiceNote]) -> None:
        """The recordings of a note; the one that is shown stays if it is still there."""
        before = self.attachment_id
        self._voices = tuple(voices)
        ids = [each.attachment_id for each in self._voices]
        self._at = ids.index(before) if before in ids else 0
        self._redraw()

    def show_state(self, *, can_record: bool, recording: bool, heard: UUID | None) -> None:
        """What the sound card does just now."""
        self._can_record, self._recording, self._heard = can_record, recording, heard
        self._redraw()

    def ask_play(self) -> None:
        """Play the recording that is shown, or stop it."""
        if self.attachment_id is not None:
            self.play_asked.emit(self.attachment_id)

    def _go_on(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._voices))
        self._redraw()

    def _redraw(self) -> None:
        count = len(self._voices)
        heard = count > 0 and self._heard == self.attachment_id
        self.setVisible(count > 0 or self._can_record)
        self.record.setVisible(self._can_record)
        self.record.setText(" " + (self.tr("Stop") if self._recording else self.tr("Voice")))
        adds, stops = self.tr("Add a recording to this note"), self.tr("Stop the recording and keep it")
        self.record.setAccessibleName(stops if self._recording else adds)
        for button in (self.play, self.off):
            button.setVisible(count > 0)
        self.next.setVisible(count > 1)
        if count:
            length = length_words(self._voices[self._at].seconds)
            self.play.setText(
                " " + (self.tr("Stop {length}") if heard else self.tr("Play {length}")).format(length=length)
            )
            which = {"n": self._at + 1, "all": count}
            name = self.tr("Stop playing") if heard else self.tr("Play recording {n} of {all}, {length}")
            self.play.setAccessibleName(name.format(length=length, **which))
            self.next.setText(" " + self.tr("{n} of {all}").format(**which))
            self.next.setAccessibleName(self.tr("Next recording, this is {n} of {all}").format(**which))
        tokens, size = self._theme.tokens, self._theme.px(15)
        names = ("square" if self._recording else "mic", "square" if heard else "play", "chevron-right", "trash-2")
        for button, name in zip(self.stops, names, strict=True):
            button.setIcon(icon(name, tokens.muted, size))
            button.setIconSize(QSize(size, size))
