"""How the capture bar looks: the form, the chips and the strip under the line, the glow, the words about keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from shadow_app.insight.quick_entry import Lexicon, resolve_when
from shadow_app.ui._compiled.ui_capture import Ui_Capture
from shadow_app.ui.capture.chips import ChipRow
from shadow_app.ui.capture.colouring import colour
from shadow_app.ui.capture.grades import GradeStrip
from shadow_app.ui.capture.kind_pill import KindPill
from shadow_app.ui.capture.note import NoteInHand
from shadow_app.ui.capture.remarks import Remarks
from shadow_app.ui.capture.words import when_words
from shadow_app.ui.icons import icon
from shadow_app.ui.theme import Theme


class BarFace(QFrame):
    """Shows the note in hand; what keys and clicks do is the bar's."""

    def __init__(self, theme: Theme, lexicon: Lexicon, parent: QWidget | None, clock: Callable[[], datetime]) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self.note = NoteInHand(lexicon)
        self.form = Ui_Capture()
        self.form.setupUi(self)
        self.line = self.form.line
        self.pill = KindPill(theme, self)
        self.chips = ChipRow(theme)
        self.grades = GradeStrip()
        self.form.second.insertWidget(0, self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self.form.second.insertWidget(1, self.chips, 1)
        self.form.second.insertWidget(2, self.grades, 1)
        self.grades.hide()
        self.remarks = Remarks(self, self.form.keys, self.form.state, self.form.trouble)
        self.setFocusProxy(self.line)
        self.line.focus_changed.connect(self.update)
        self._order()
        theme.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much about the keys as there is room for."""
        super().resizeEvent(event)
        self._fit_keys()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft glow while the line has the focus: this is where to look."""
        if self.line.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 18, 18)

    def _order(self) -> None:
        stops = (self.line, self.pill, self.grades, self.form.attach, self.form.save)
        self.chips.follows = self.pill
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _ask_grades(self, *, damage_known: bool) -> None:
        self.grades.ask(damage_known=damage_known)
        self.chips.hide()
        self.grades.show()
        self._fit_keys()

    def put_grades_away(self) -> None:
        """Ask no more how bad it was."""
        if not self.grades.isHidden():
            if self.grades.hasFocus():
                self.line.setFocus()
            self.grades.hide()
            self.chips.show()
            self._fit_keys()

    def _show_chips(self) -> None:
        note = self.note
        said = note.said_kind()
        self.pill.show_kind(note.shown_kind, by_key=note.kind is not None, sign=said.source if said else "")
        self.chips.show_chips(note.chips(self._clock()))
        colour(self.line, note.entry, note.private, self._theme.tokens)
        self._fit_keys()

    def _show_time(self) -> None:
        now = self.note.typed_at or self._clock()
        when = self.note.entry.when
        shown = when_words(resolve_when(when, now) if when else now, self._clock())
        if shown != self.form.time.text():
            self.form.time.setText(shown)
            self.form.time.setAccessibleName(self.tr("Time of the note: {time}").format(time=shown))

    def _say(self, words: str) -> None:
        self.remarks.say(words)
        self._fit_keys()

    def _fit_keys(self) -> None:
        middle = self.chips if self.grades.isHidden() else self.grades
        room = self.form.frame.contentsRect().width() - self._theme.px(60)
        self.remarks.remind(self._hints(), room - self.pill.sizeHint().width() - middle.sizeHint().width())

    def _hints(self) -> tuple[str, ...]:
        kinds, save, line = self.tr("Ctrl+1…7 kind"), self.tr("Enter saves"), self.tr("Shift+Enter new line")
        if self.note.first_offer() is not None:
            every = self.tr("Ctrl+Enter saves with all")
            return (f"{save}  ·  {every}", every)
        return (f"{kinds}  ·  {save}  ·  {line}", f"{kinds}  ·  {save}", save)

    def _dress(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        for button, name, ink in (
            (self.form.attach, "image", tokens.muted),
            (self.form.save, "corner-down-left", tokens.on_accent),
        ):
            button.setIcon(icon(name, ink, px(18)))
            button.setIconSize(QSize(px(18), px(18)))
        self.form.attach.setToolTip(self.tr("Add photos   Ctrl+Shift+I; pasting or dropping does it, too"))
        self.form.save.setToolTip(self.tr("Save the note   Enter"))
        self.line.say_what_for(
            self.tr("What do you see?     ! pain   #service   @role   ~6m lost   x3   “their words”"),
            self.tr("What do you see?"),
        )
        self.remarks.size(px(24))
        self.line.fit()
        self._show_chips()
        self.update()
