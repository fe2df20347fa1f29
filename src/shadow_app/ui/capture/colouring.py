"""Colours in the line itself: what is understood, what is offered, what could point at a person."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from shadow_app.insight.privacy import Finding
from shadow_app.insight.quick_entry import Entry, Field
from shadow_app.ui.capture.places import qt_place
from shadow_app.ui.tokens import Tokens

_Underline = QTextCharFormat.UnderlineStyle


def colour(line: QPlainTextEdit, entry: Entry, private: Iterable[Finding], tokens: Tokens) -> None:
    """Mark the spans of an entry in the line that it was read from; the text itself stays as it is."""
    marks: list[QTextEdit.ExtraSelection] = []
    for chip in entry.chips:
        if chip.taken and chip.field is not Field.QUOTE:
            marks.append(_mark(line, entry.line, chip.start, chip.end, _worded(tokens.accent)))
        elif not chip.taken:
            form = _underlined(tokens.accent, _Underline.DashUnderline)
            marks.append(_mark(line, entry.line, chip.start, chip.end, form))
    wave = _underlined(tokens.warn, _Underline.WaveUnderline)
    wave.setBackground(QColor(tokens.warn_soft))
    marks += [_mark(line, entry.line, found.start, found.end, wave) for found in private]
    line.setExtraSelections(marks)


def _worded(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    return form


def _underlined(colour: str, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineColor(QColor(colour))
    form.setUnderlineStyle(style)
    return form


def _mark(line: QPlainTextEdit, text: str, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    cursor = QTextCursor(line.document())
    cursor.setPosition(qt_place(text, start))
    cursor.setPosition(qt_place(text, end), QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor, mark.format = cursor, form
    return mark
