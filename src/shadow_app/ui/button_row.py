"""Buttons side by side that go on in the next line where large text leaves no room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.ui.flow_layout import FlowLayout


def in_a_row(row: QWidget, *buttons: QWidget, fills: bool = False) -> None:
    """Lay out the buttons of a form's bare row, in reading order; `fills` as `FlowLayout` has it."""
    layout = FlowLayout(row, gap=8, fills=fills)
    for button in buttons:
        layout.addWidget(button)
