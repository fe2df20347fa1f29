"""Where Tab goes: by default in the order in which things were made, which is not always the order of reading."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def last_of_all(widget: QWidget, window: QWidget) -> None:
    """Let Tab come to a widget after everything else, also after what has been made since it was said last."""
    last, each = None, widget.nextInFocusChain()
    while each is not None and each is not window and each is not widget:
        # Qt sorts in nothing behind what takes no focus at all.
        last = last if each.focusPolicy() is Qt.FocusPolicy.NoFocus else each
        each = each.nextInFocusChain()
    if last is not None:
        QWidget.setTabOrder(last, widget)
