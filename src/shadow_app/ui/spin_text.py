"""The words inside a box with arrows, away from its edge."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

_INSET = 8


def indented(*boxes: QAbstractSpinBox) -> None:
    """Indent them as every other field is: Qt gives the padding of a style sheet to the box and not to its line."""
    for box in boxes:
        line = box.findChild(QLineEdit)
        if line is not None:
            line.setTextMargins(_INSET, 0, _INSET, 0)
