"""Where Tab goes: by default in the order in which things were made, which is not always the order of reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at within `root`, in its order, among what is on the screen."""
    each = root.nextInFocusChain()
    while each is not None and each is not root:
        tabbed = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.focusProxy() is None
        if tabbed and root.isAncestorOf(each) and each.isEnabled() and each.isVisibleTo(root):
            yield each
        each = each.nextInFocusChain()


def last_stop(root: QWidget) -> QWidget | None:
    """The last of them."""
    last = None
    for each in stops(root):
        last = each
    return last


def in_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)
