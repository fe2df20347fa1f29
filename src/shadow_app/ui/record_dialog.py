"""One dialog for every record that changes rarely: fields in, a validated record out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_record_dialog import Ui_RecordDialog

_WIDTH = 460


@dataclass(frozen=True)
class Field:
    """One field of a record, as a person fills it in.

    `options` are (value, words) for `choice` and `many`; `span` bounds `whole` and `decimal`. `names` is a list
    written with commas between.
    """

    name: str
    label: str
    value: Any
    kind: Literal["line", "words", "names", "whole", "decimal", "yes", "choice", "many"] = "line"
    options: tuple[tuple[Any, str], ...] = ()
    span: tuple[float, float] = (0, 1_000_000)
    hint: str = ""


class RecordDialog(QDialog):
    """Asks for the fields; `record` is what came of them once it was accepted."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        make: Callable[[dict[str, Any]], Record],
        parent: QWidget | None = None,
        words: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_RecordDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.form.title.setText(title)
        self.form.words.setText(words)
        self.form.words.setVisible(bool(words))
        self.form.wrong.hide()
        self._fields = tuple(fields)
        self._make = make
        self.record: Record | None = None
        self.editors = {field.name: _editor(field) for field in fields}
        for field in fields:
            editor = self.editors[field.name]
            editor.setAccessibleName(field.label)
            editor.setAccessibleDescription(field.hint)
            self.form.fields.addRow(field.label, editor)
        self.form.keep.clicked.connect(self._keep)
        self.form.cancel.clicked.connect(self.reject)
        if fields:
            self.editors[fields[0].name].setFocus()

    def values(self) -> dict[str, Any]:
        """What was filled in, by field."""
        return {field.name: _value(field, self.editors[field.name]) for field in self._fields}

    def _keep(self) -> None:
        try:
            self.record = self._make(self.values())
        except ValidationError as error:
            self.form.wrong.setText(self._sentence(error))
            self.form.wrong.show()
            return
        self.accept()

    def _sentence(self, error: ValidationError) -> str:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        label = next((field.label for field in self._fields if field.name == name), name)
        label = label.replace("&", "")
        match first["type"]:
            case "string_too_short":
                return self.tr("“{field}” is empty; fill it in before keeping it.").format(field=label)
            case "string_too_long":
                return self.tr("“{field}” is too long; at most {most} characters fit.").format(
                    field=label, most=first.get("ctx", {}).get("max_length", "")
                )
        return self.tr("“{field}” cannot be kept like this; change it and try again.").format(field=label)


def _editor(field: Field) -> QWidget:
    match field.kind:
        case "line" | "names":
            line = QLineEdit(", ".join(field.value) if field.kind == "names" else str(field.value))
            line.setPlaceholderText(field.hint)
            line.setCursorPosition(0)
            return line
        case "words":
            words = QPlainTextEdit(str(field.value))
            words.setTabChangesFocus(True)
            words.setMaximumHeight(90)
            return words
        case "yes":
            tick = QCheckBox()
            tick.setChecked(bool(field.value))
            return tick
        case "choice":
            return _choice(field)
        case "many":
            return _many(field)
    return _number(field)


def _number(field: Field) -> QWidget:
    box: QSpinBox | QDoubleSpinBox
    if field.kind == "whole":
        box = QSpinBox()
        box.setRange(int(field.span[0]), int(field.span[1]))
        box.setValue(int(field.value))
        return box
    box = QDoubleSpinBox()
    box.setRange(*field.span)
    box.setValue(float(field.value))
    return box


def _choice(field: Field) -> QComboBox:
    box = QComboBox()
    for value, words in field.options:
        box.addItem(words, value)
    place = next((place for place, (value, _) in enumerate(field.options) if value == field.value), 0)
    box.setCurrentIndex(place)
    return box


def _many(field: Field) -> QListWidget:
    box = QListWidget()
    box.setProperty("look", "card")
    for value, words in field.options:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, str(value))
        item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked if value in field.value else Qt.CheckState.Unchecked)
        box.addItem(item)
    return box


def _value(field: Field, editor: QWidget) -> Any:
    if isinstance(editor, QLineEdit):
        if field.kind == "names":
            return tuple(dict.fromkeys(" ".join(name.split()) for name in editor.text().split(",") if name.strip()))
        return " ".join(editor.text().split())
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText().strip()
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, QComboBox):
        return field.options[editor.currentIndex()][0] if field.options else None
    if isinstance(editor, QListWidget):
        items = [editor.item(row) for row in range(editor.count())]
        ticked = [item.checkState() is Qt.CheckState.Checked for item in items]
        return tuple(value for (value, _), on in zip(field.options, ticked, strict=True) if on)
    assert isinstance(editor, QSpinBox | QDoubleSpinBox)
    return editor.value()
