"""A row whose parts stand below each other where they do not fit beside each other: large letters, a narrow window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem

from shadow_app.ui.breaking_layout import BreakingLayout


class FoldLayout(BreakingLayout):
    """The first item, the words, has what the others leave of the row."""

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as it may be."""
        return Qt.Orientation.Horizontal

    def heightForWidth(self, width: int) -> int:
        """How tall the items are in this width."""
        around = self.contentsMargins()
        lines = list(self._lines(width - around.left() - around.right()))
        return sum(tall for _, tall in lines) + self._between(lines) + around.top() + around.bottom()

    def sizeHint(self) -> QSize:
        """All items beside each other."""
        width = self._all([item.sizeHint().width() for item in self._shown()])
        around = self.contentsMargins()
        return QSize(width + around.left() + around.right(), self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """The widest item must fit."""
        around = self.contentsMargins()
        sizes = [item.minimumSize() for item in self._shown()]
        tall = max((size.height() for size in sizes), default=0) + around.top() + around.bottom()
        return QSize(max((size.width() for size in sizes), default=0) + around.left() + around.right(), tall)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into this room."""
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        y = room.y()
        for line, tall in self._lines(room.width()):
            x = room.x()
            for item, width in line:
                left = room.right() + 1 - (x - room.x()) - width if self._mirrored() else x
                item.setGeometry(QRect(left, y, width, min(_tall(item, width), tall)))
                x += width + self._gap
            y += tall + self._gap

    def _all(self, widths: list[int]) -> int:
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def _between(self, lines: list[tuple[list[tuple[QLayoutItem, int]], int]]) -> int:
        return self._gap * max(0, len(lines) - 1)

    def _lines(self, across: int) -> Iterator[tuple[list[tuple[QLayoutItem, int]], int]]:
        """The items of each line with their widths, and how tall it is."""
        shown = self._shown()
        if not shown:
            return
        words, others = shown[0], shown[1:]
        beside = [item.sizeHint().width() for item in others]
        if self._all([words.minimumSize().width(), *beside]) <= across:
            left = across - self._all([0, *beside])
            line = list(zip(shown, [left, *beside], strict=True))
            yield line, max(_tall(item, width) for item, width in line)
            return
        for item in shown:
            width = across if item is words else min(item.sizeHint().width(), across)
            yield [(item, width)], _tall(item, width)


def _tall(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
