"""Dialogs that are no larger than the window they stand above: what does not fit is scrolled, as on a page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from shadow_app.ui.reach import Reach

_AROUND = QSize(40, 40)
"""Pixels of the window that stay in sight, and room for the frame that the system draws."""


def bounded(dialog: QDialog, wanted: QSize) -> None:
    """As large as wanted, and no larger than the window."""
    above = dialog.parentWidget()
    dialog.resize(wanted.boundedTo(above.window().size() - _AROUND) if above is not None else wanted)


def fitted(dialog: QDialog) -> None:
    """As large as what it shows by now, and no larger than the window."""
    reach = dialog.findChild(Reach)
    content = None if reach is None else reach.widget()
    bounded(dialog, _whole(content or dialog).expandedTo(dialog.minimumSize()))


def in_reach(dialog: QDialog) -> None:
    """Let the keys bring into view whatever of a dialog has no room; called once, when its layout is complete."""
    layout = dialog.layout()
    assert layout is not None
    content = QWidget()
    content.setLayout(layout)
    around = QVBoxLayout(dialog)
    around.setContentsMargins(0, 0, 0, 0)
    reach = Reach(dialog)
    reach.hold(content)
    around.addWidget(reach)
    fitted(dialog)


def _whole(content: QWidget) -> QSize:
    """As wide as it likes to be, and as tall as its words are at that width."""
    layout = content.layout()
    if layout is not None:
        layout.activate()
    hint = content.sizeHint()
    tall = layout.totalHeightForWidth(hint.width()) if layout is not None and layout.hasHeightForWidth() else 0
    return QSize(hint.width(), max(hint.height(), tall))
