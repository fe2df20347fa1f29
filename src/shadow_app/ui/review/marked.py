"""A note's words to read, with the stretches marked that could point at a person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from shadow_app.ui.theme import Theme
from shadow_app.ui.tokens import Tokens
from shadow_app.usecases.review_guard import Mark


class MarkedText(QTextEdit):
    """As tall as its words, plain text whatever they look like; marks lie over it and are no part of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        # A quiet text among labels: it has no frame of its own.
        self.setStyleSheet("QTextEdit { background: transparent; border: 0; padding: 0; }")

    def show_parts(self, parts: list[tuple[str, str, str]], marks: tuple[Mark, ...], theme: Theme) -> None:
        """Show (field, heading, words) below each other; the first has no heading and is set larger."""
        starts: dict[str, int] = {}
        headings: list[tuple[int, int]] = []
        text = ""
        for field, heading, words in parts:
            text += "\n\n" if text else ""
            if heading:
                headings.append((_units(text), _units(heading)))
                text += f"{heading}\n"
            starts[field] = _units(text)
            text += words
        self.setPlainText(text)
        # The field keeps the manner of what was shown last, and would set this in it.
        whole = self.textCursor()
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(_plain(theme))
        large = _units(parts[0][2]) if parts else 0
        shown = [self._over(0, large, _large(theme))]
        shown += [self._over(start, length, _quiet(theme.tokens)) for start, length in headings]
        values = {field: words for field, _, words in parts}
        for mark in marks:
            if mark.field in starts:
                before = _units(values[mark.field][: mark.start])
                length = _units(values[mark.field][mark.start : mark.end])
                shown.append(self._over(starts[mark.field] + before, length, _marked(theme.tokens)))
        self._dress(shown)
        self.fit()

    def fit(self) -> None:
        """As tall as the words."""
        self.document().setTextWidth(self.viewport().width())
        tall = max(1, round(self.document().size().height())) + 2
        if tall != self.height():
            self.setFixedHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is taller."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as its place."""
        return QSize(60, 10)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def _over(self, start: int, length: int, form: QTextCharFormat) -> tuple[QTextCursor, QTextCharFormat]:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor, form

    def _dress(self, shown: list[tuple[QTextCursor, QTextCharFormat]]) -> None:
        for cursor, form in shown:
            cursor.mergeCharFormat(form)
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _units(text: str) -> int:
    """Qt counts in UTF-16: what lies beyond the first plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _plain(theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextCharFormat.Property.FontPixelSize, theme.px(13))
    form.setForeground(QColor(theme.tokens.text))
    return form


def _large(theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setProperty(QTextCharFormat.Property.FontPixelSize, theme.px(16))
    form.setForeground(QColor(theme.tokens.text))
    return form


def _quiet(tokens: Tokens) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(tokens.muted))
    form.setFontWeight(QFont.Weight.Medium)
    return form


def _marked(tokens: Tokens) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(tokens.danger_soft))
    form.setForeground(QColor(tokens.danger))
    form.setFontUnderline(True)
    return form
