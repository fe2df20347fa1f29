"""A layout that sets its items side by side and goes on in the next line where there is no room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Reading order is the order of adding; mirrored where the writing runs from right to left.

    Args:
        parent: what is laid out. A layout in Python that lies in another layout and has no widget of its own loses
            its items once Qt takes the widgets' wrappers away.
        gap: pixels between items and between lines.
        fills: what likes to be wide takes what its line has left, as in a row that never breaks.
    """

    def __init__(self, parent: QWidget, gap: int = 6, *, fills: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._fills = gap, fills
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None outside."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs, unless something in it likes to be wide."""
        if not any(self._is_wide(item) for item in self._shown()):
            return Qt.Orientation(0)
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

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

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

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
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for line in self._lines(room.width()):
            x, tall = room.x(), max(item.sizeHint().height() for item, _ in line)
            for item, width in line if move else ():
                height = item.sizeHint().height()
                left = room.right() + 1 - (x - room.x()) - width if mirrored else x
                down = (tall - height) // 2 if self._fills else 0
                item.setGeometry(QRect(left, y + down, width, height))
                x += width + self._gap
            y += tall + self._gap
        return max(y - self._gap - room.y(), 0)
