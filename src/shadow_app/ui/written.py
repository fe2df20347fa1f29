"""Words painted on one line or on several: they run as their own letters do, and stand where the window starts."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

_DOT = re.compile(r"(\s+·\s+)")
_ALONE, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
ON_ONE_LINE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def direction_of(words: str) -> Qt.LayoutDirection:
    """The way that the first letter with a direction runs."""
    for letter in words:
        if (way := bidirectional(letter)) in ("L", "R", "AL"):
            return Qt.LayoutDirection.LeftToRight if way == "L" else Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def facts_apart(words: str) -> str:
    """Facts with dots between them, each set apart: a name in Arabic must not turn the date after it round."""
    if not _DOT.search(words) or all(bidirectional(letter) not in ("R", "AL") for letter in words):
        return words
    return "".join(each if _DOT.fullmatch(each) else f"{_ALONE}{each}{_END}" for each in _DOT.split(words))


def write(
    painter: QPainter,
    place: QRect,
    words: str,
    window: Qt.LayoutDirection | None = None,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    flags: int = ON_ONE_LINE,
) -> None:
    """Paint words at the leading (AlignLeft) or trailing (AlignRight) side of a place that is mirrored already.

    Args:
        painter: with pen and font.
        place: in pixels, as it lies on the screen.
        words: an English note in an Arabic window keeps its full stop at its end.
        window: which way the window runs, if the painter does not know.
        side: seen from where reading starts in the window.
        flags: of `QPainter.drawText`, without a horizontal alignment.
    """
    before = painter.layoutDirection()
    runs = before if window is None else window
    apart = facts_apart(words)
    # One sentence runs as its own letters do; a row of facts runs as the window does.
    painter.setLayoutDirection(direction_of(words) if apart == words else runs)
    # AlignAbsolute, or the painter would mirror once more by the direction of the words.
    align = int(QStyle.visualAlignment(runs, side) | Qt.AlignmentFlag.AlignAbsolute)
    painter.drawText(place, align | flags, apart)
    painter.setLayoutDirection(before)
