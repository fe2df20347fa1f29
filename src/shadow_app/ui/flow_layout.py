"""A layout that sets its items side by side and goes on in the next line where there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from shadow_app.ui.breaking_layout import BreakingLayout


class FlowLayout(BreakingLayout):
    """`fills`: what likes to be wide takes what its line has left, as in a row that never breaks."""

    def __init__(self, parent: QWidget, gap: int = 6, *, fills: bool = False) -> None:
        super().__init__(parent, gap)
        self._fills = fills

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs, unless something in it likes to be wide."""
        if not any(self._is_wide(item) for item in self._shown()):
            return Qt.Orientation(0)
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """How tall the items are in this width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into this room."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest item must fit."""
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _is_wide(self, item: QLayoutItem) -> bool:
        return self._fills and bool(item.expandingDirections() & Qt.Orientation.Horizontal)

    def _lines(self, across: int) -> Iterator[list[tuple[QLayoutItem, int]]]:
        line: list[tuple[QLayoutItem, int]] = []
        left = across
        for item in self._shown():
            width = min(item.sizeHint().width(), across)
            if line and width > left:
                yield self._filled(line, left + self._gap)
                line, left = [], across
            line.append((item, width))
            left -= width + self._gap
        if line:
            yield self._filled(line, left + self._gap)

    def _filled(self, line: list[tuple[QLayoutItem, int]], left: int) -> list[tuple[QLayoutItem, int]]:
        wide = [item for item, _ in line if self._is_wide(item)]
        if not wide:
            return line
        room = left + sum(width for item, width in line if item in wide)
        # Alike where they can be, as in a row that never breaks; what needs more than its share has what it needs.
        for item, width in sorted(line, key=lambda each: -each[1]):
            if item in wide and width > room // len(wide):
                wide.remove(item)
                room -= width
        return [(item, room // len(wide) if item in wide else width) for item, width in line]

    def _place(self, room: QRect, *, move: bool) -> int:
        y = room.y()
        for line in self._lines(room.width()):
            x, tall = room.x(), max(item.sizeHint().height() for item, _ in line)
            for item, width in line if move else ():
                height = item.sizeHint().height()
                left = room.right() + 1 - (x - room.x()) - width if self._mirrored() else x
                down = (tall - height) // 2 if self._fills else 0
                item.setGeometry(QRect(left, y + down, width, height))
                x += width + self._gap
            y += tall + self._gap
        return max(y - self._gap - room.y(), 0)
