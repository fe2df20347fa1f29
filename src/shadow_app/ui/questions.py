"""What a dialog asks for: one editor per question, read and refused in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from shadow_app.domain.errors import Refused
from shadow_app.ui.day_field import DayField, day_edit, day_of
from shadow_app.ui.segments import Segments
from shadow_app.ui.spin_text import indented

translate = QCoreApplication.translate

_LINES = 104
_LIST = 190


@dataclass(frozen=True)
class Ask:
    """One question.

    `options` are (value, words) for `pick`, `steps` and `ticks`; `known` are words to offer while typing a `line`.
    A `number` may be left open; `whole` and `decimal` may not, and lie within `span`. `names` is a list written with
    commas between, a `secret` is hidden and taken to the letter, `yes` a single tick. A `date` is always one; a `day`
    is None until it is ticked, and is then offered `ahead` days from today. `steps` are chosen by the digits 1, 2, 3 …
    of the keyboard.
    """

    name: str
    label: str
    value: Any = None
    kind: Literal[
        "line", "secret", "words", "names", "number", "whole", "decimal", "yes", "date", "day", "pick", "steps", "ticks"
    ] = "line"
    options: tuple[tuple[Any, str], ...] = ()
    known: tuple[str, ...] = ()
    hint: str = ""
    span: tuple[float, float] = (0, 1_000_000)
    ahead: int = 90


class Question:
    """An `Ask` with its editor."""

    def __init__(self, asked: Ask) -> None:
        self.asked = asked
        self.editor: QWidget = _MAKERS[asked.kind](asked)
        # A row of answers names each of its buttons; everything else is named here.
        self.editor.setAccessibleName(bare(asked.label))
        self.editor.setAccessibleDescription(asked.hint)

    @property
    def value(self) -> Any:
        """What was answered; None, "" or () while it is open.

        Raises:
            Refused: a number that is none.
        """
        editor, asked = self.editor, self.asked
        if isinstance(editor, Segments):
            return None if editor.value is None else asked.options[editor.value - 1][0]
        if isinstance(editor, DayField):
            return editor.day
        if isinstance(editor, QDateEdit):
            return day_of(editor)
        if isinstance(editor, QComboBox):
            return asked.options[editor.currentIndex()][0] if asked.options else None
        if isinstance(editor, QListWidget):
            return tuple(value for row, (value, _) in enumerate(asked.options) if _ticked(editor, row))
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText().strip()
        if isinstance(editor, QSpinBox | QDoubleSpinBox):
            return editor.value()
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        assert isinstance(editor, QLineEdit)
        if asked.kind == "names":
            return tuple(dict.fromkeys(" ".join(name.split()) for name in editor.text().split(",") if name.strip()))
        if asked.kind == "secret":
            return editor.text()
        typed = " ".join(editor.text().split())
        return _number(asked, typed) if asked.kind == "number" else typed

    def on_change(self, told: Callable[[], None]) -> None:
        """Call when a row of answers was answered."""
        if isinstance(self.editor, Segments):
            self.editor.chosen.connect(lambda _value: told())


def _line(asked: Ask) -> QWidget:
    line = QLineEdit("" if asked.value is None else str(asked.value))
    line.setPlaceholderText(asked.hint)
    line.setCursorPosition(0)
    if asked.known:
        completer = QCompleter(list(asked.known), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    return line


def _secret(asked: Ask) -> QWidget:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(asked.hint)
    return line


def _names(asked: Ask) -> QWidget:
    return _line(replace(asked, value=", ".join(asked.value)))


def _whole(asked: Ask) -> QWidget:
    box = QSpinBox()
    indented(box)
    box.setRange(int(asked.span[0]), int(asked.span[1]))
    box.setValue(int(asked.value))
    return box


def _decimal(asked: Ask) -> QWidget:
    box = QDoubleSpinBox()
    indented(box)
    box.setRange(*asked.span)
    box.setValue(float(asked.value))
    return box


def _yes(asked: Ask) -> QWidget:
    tick = QCheckBox()
    tick.setChecked(bool(asked.value))
    return tick


def _number_line(asked: Ask) -> QWidget:
    shown = "" if asked.value is None else QLocale().toString(float(asked.value), "g", 6)
    line = QLineEdit(shown)
    line.setPlaceholderText(asked.hint)
    return line


def _words(asked: Ask) -> QWidget:
    words = QPlainTextEdit(str(asked.value or ""))
    words.setTabChangesFocus(True)
    words.setPlaceholderText(asked.hint)
    words.setFixedHeight(_LINES)
    return words


def _date(asked: Ask) -> QWidget:
    box = day_edit()
    box.setDate(QDate(asked.value.year, asked.value.month, asked.value.day))
    return box


def _day(asked: Ask) -> QWidget:
    field = DayField("", asked.ahead)
    field.tick.setAccessibleName(bare(asked.label))
    field.date.setAccessibleName(bare(asked.label))
    if isinstance(asked.value, date):
        field.show_day(asked.value)
    return field


def _pick(asked: Ask) -> QWidget:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(12)
    for _, words in asked.options:
        box.addItem(words)
    box.setCurrentIndex(next((at for at, (value, _) in enumerate(asked.options) if value == asked.value), 0))
    return box


def _steps(asked: Ask) -> QWidget:
    # Numbers, so that the digits of the keyboard choose.
    answers = [(at, f"{at}  {words}", words) for at, (_, words) in enumerate(asked.options, 1)]
    row = Segments(bare(asked.label), answers, may_be_open=False)
    row.show_value(next((at for at, (value, _) in enumerate(asked.options, 1) if value == asked.value), None))
    return row


def _ticks(asked: Ask) -> QWidget:
    box = QListWidget()
    box.setProperty("look", "card")
    box.setWordWrap(True)
    box.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    box.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    box.setMinimumHeight(_LIST)
    chosen: Sequence[Any] = asked.value or ()
    for value, words in asked.options:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked)
        box.addItem(item)
    box.setCurrentRow(0)
    return box


_MAKERS: dict[str, Callable[[Ask], QWidget]] = {
    "line": _line,
    "secret": _secret,
    "words": _words,
    "names": _names,
    "number": _number_line,
    "whole": _whole,
    "decimal": _decimal,
    "yes": _yes,
    "date": _date,
    "day": _day,
    "pick": _pick,
    "steps": _steps,
    "ticks": _ticks,
}


def _ticked(box: QListWidget, row: int) -> bool:
    return box.item(row).checkState() is Qt.CheckState.Checked


def _number(asked: Ask, typed: str) -> float | None:
    """In the person's own writing or with a point; nothing typed is no answer."""
    if not typed:
        return None
    read, fits = QLocale().toDouble(typed)
    if not fits:
        read, fits = QLocale.c().toDouble(typed)
    if not fits:
        words = translate("AskDialog", "“{label}” is “{typed}”: write a number, or leave it empty.")
        raise Refused(words.format(label=bare(asked.label), typed=typed[:40]))
    return read


def day_in(days: int) -> date:
    """A day from today."""
    ahead = QDate.currentDate().addDays(days)
    return date(ahead.year(), ahead.month(), ahead.day())


def bare(label: str) -> str:
    """A label without the mark of its key."""
    return label.replace("&", "")
