"""The line of the capture bar: plain text that grows with its lines, and keys that are wishes (`design.md` §3)."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.quick_entry import visible
from shadow_app.ui.capture import pictures
from shadow_app.ui.capture.places import qt_place

MOST_LINES = 6
MOST = 20_000
"""Characters of a note, as the store keeps them."""

_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = tuple(Qt.Key(Qt.Key.Key_0 + number) for number in range(len(Kind) + 1))
_KINDS: tuple[Kind | None, ...] = (None, *Kind)


class CaptureLine(QPlainTextEdit):
    """One note being written. It knows no chip and no store: it says what a key asks for."""

    about_to_write = Signal()
    """Before a character comes in, from a key, an input method, the clipboard or a drop."""
    entered = Signal(bool)
    """Enter; True when everything that is offered is to be taken."""
    kind_stepped = Signal(int)
    kind_chosen = Signal(object)
    """A `Kind`, or None for what the line itself says."""
    undo_requested = Signal()
    redo_requested = Signal()
    repeat_requested = Signal()
    chips_wanted = Signal()
    pictures_taken = Signal(object)
    refused = Signal(str)
    escaped = Signal()
    focus_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.take_tab: Callable[[], bool] = lambda: False
        """Says whether Tab was used; if not, it moves on as it does everywhere."""
        self._tidying = False
        self._placeholders = ("", "")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        # Qt counts the margin among what can be undone.
        self.document().clearUndoRedoStacks()
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.textChanged.connect(self._show_what_hides)

    def text(self) -> str:
        """What was typed, to the letter; `toPlainText` would make blanks of no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def composing(self) -> bool:
        """Whether an input method has letters that are not in the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def start_with(self, text: str) -> None:
        """Hold this text and no history, the cursor at its end."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def append_words(self, words: str) -> None:
        """Add words at the end, a blank apart from what is there; one undo takes them back."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        text = self.text()
        # In a block of its own, or Qt takes it for more of the same typing.
        cursor.beginEditBlock()
        cursor.insertText(words if not text or text[-1].isspace() else f" {words}")
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace_words(self, start: int, end: int, words: str) -> None:
        """Put words in the place of others, by code points; one undo brings them back, and the cursor stays."""
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(qt_place(text, start))
        cursor.setPosition(qt_place(text, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()

    def say_what_for(self, long: str, short: str) -> None:
        """The placeholder, and the one for where that does not fit."""
        self._placeholders = (long, short)
        self._choose_placeholder()

    def fit(self) -> None:
        """Be as tall as the lines, up to six; then the text scrolls."""
        around = max(0, self.height() - self.viewport().height())
        height = min(MOST_LINES, self._lines()) * self.fontMetrics().lineSpacing() + around + 2
        if height != self.height():
            self.setFixedHeight(height)
        self._choose_placeholder()

    def minimumSizeHint(self) -> QSize:
        """Room for a few words; Qt's own answer would keep the small pad from being small."""
        return QSize(self.fontMetrics().horizontalAdvance("m") * 12, self.height())

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not left to menus and actions."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for, or let it write."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._enter(key, held, event) or self._turn(key, held) or self._take_back(key, held, event):
            event.accept()
            return
        if event.text().isprintable() and event.text() and not held & _CTRL:
            if self._full():
                return
            self.about_to_write.emit()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """An input method begins or ends a word: that is a first key, too."""
        if event.preeditString() or event.commitString():
            if self._full():
                return
            self.about_to_write.emit()
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # as Qt calls it
        """Tab first does what the bar has for it."""
        return (next and self.take_tab()) or super().focusNextPrevChild(next)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words and pictures, nothing else."""
        return source.hasText() or pictures.carried(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: a picture is taken along, everything else is plain text."""
        if pictures.carried(source):
            try:
                self.pictures_taken.emit(pictures.taken(source))
            except pictures.UnreadablePicture as error:
                self.refused.emit(str(error))
        elif source.text():
            self.about_to_write.emit()
            self._insert(visible(source.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs a taller line."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the bar."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the bar."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def _enter(self, key: int, held: Qt.KeyboardModifier, event: QKeyEvent) -> bool:
        if key not in _ENTERS or held not in (_NONE, _CTRL, _SHIFT):
            return False
        if held == _SHIFT:
            self.about_to_write.emit()
            # Qt's own Shift+Enter breaks the line inside of its paragraph.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif not event.isAutoRepeat():
            self.entered.emit(held == _CTRL)
        return True

    def _turn(self, key: int, held: Qt.KeyboardModifier) -> bool:
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == _NONE and self._lines() == 1:
            self.kind_stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _DIGITS and held & ~_SHIFT == _CTRL:
            # With Shift, too: French keyboards have their digits there.
            self.kind_chosen.emit(_KINDS[_DIGITS.index(Qt.Key(key))])
        elif key == Qt.Key.Key_R and held == _CTRL:
            self.repeat_requested.emit()
        elif key == Qt.Key.Key_Down and held == _CTRL:
            self.chips_wanted.emit()
        elif key == Qt.Key.Key_Escape and held == _NONE:
            self.escaped.emit()
        else:
            return False
        return True

    def _take_back(self, key: int, held: Qt.KeyboardModifier, event: QKeyEvent) -> bool:
        """The line's own history comes first, so that what was wiped by mistake comes back before a note goes."""
        back = key == Qt.Key.Key_Z and held == _CTRL
        again = (key == Qt.Key.Key_Z and held == _CTRL | _SHIFT) or (key == Qt.Key.Key_Y and held == _CTRL)
        document = self.document()
        if back and (self.text() or document.isUndoAvailable()):
            self._through_history(self.undo, document.isUndoAvailable)
        elif again and (self.text() or document.isRedoAvailable()):
            self._through_history(self.redo, document.isRedoAvailable)
        elif (back or again) and not event.isAutoRepeat():
            # A key that is held down must not run on from letters to saved notes.
            (self.undo_requested if back else self.redo_requested).emit()
        return back or again

    def _through_history(self, step: Callable[[], None], more: Callable[[], bool]) -> None:
        """A hidden character and the mark that took its place are one step."""
        self._tidying = True
        step()
        while more() and visible(self.text()) != self.text():
            step()
        self._tidying = False

    def _full(self) -> bool:
        if self.document().characterCount() <= MOST or self.textCursor().hasSelection():
            return False
        self.refused.emit(self.tr("A note holds {most} characters: save it and go on in the next.").format(most=MOST))
        return True

    def _insert(self, words: str) -> None:
        room = MOST - len(self.text()) + len(self.textCursor().selectedText())
        self.insertPlainText(words[: max(0, room)])
        if len(words) > room:
            said = self.tr("Not all of it fits: a note holds {most} characters. Save it and paste the rest again.")
            self.refused.emit(said.format(most=MOST))

    def _lines(self) -> int:
        return max(1, ceil(self.document().size().height()))

    def _choose_placeholder(self) -> None:
        long, short = self._placeholders
        fits = self.fontMetrics().horizontalAdvance(long) < self.viewport().width()
        chosen = long if fits else short
        if chosen != self.placeholderText():
            self.setPlaceholderText(chosen)

    def _show_what_hides(self) -> None:
        text = self.text()
        if self._tidying or visible(text) == text:
            return
        self._tidying = True
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for index in range(len(text) - 1, -1, -1):
            if (mark := visible(text[index])) != text[index]:
                cursor.setPosition(qt_place(text, index))
                cursor.setPosition(qt_place(text, index + 1), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(mark)
        cursor.endEditBlock()
        self._tidying = False
        self.textChanged.emit()


def _is_ours(event: QKeyEvent) -> bool:
    key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key in _DIGITS:
        return held & ~_SHIFT == _CTRL
    if held == _CTRL:
        return key in (*_ENTERS, Qt.Key.Key_R, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Down)
    return (held == _CTRL | _SHIFT and key == Qt.Key.Key_Z) or (held == _SHIFT and key in _ENTERS)
