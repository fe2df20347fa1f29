"""The command palette: Ctrl+K, a few letters, Enter."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget


class Palette(QDialog):
    """Every action that would do something now, found by the letters of its name."""

    def __init__(self, parent: QWidget, actions: Iterable[QAction]) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Commands"))
        self._actions = sorted(actions, key=lambda action: action.text().casefold())
        self.line = QLineEdit(placeholderText=self.tr("What do you want to do?"))
        self.line.setAccessibleName(self.tr("Command"))
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.list.itemActivated.connect(self._run)
        self.list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self._filter("")
        width = min(560, parent.width() - 40)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.resize(width, min(420, parent.height() - 80))
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 60)
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter work while the line keeps the focus."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self.list.clear()
        ranked = ((_rank(typed, action.text()), action) for action in self._actions)
        fitting = [(rank, action) for rank, action in ranked if rank is not None]
        for _, action in sorted(fitting, key=lambda pair: pair[0]):
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QListWidgetItem(f"{action.text()}    {keys}" if keys else action.text())
            item.setData(Qt.ItemDataRole.UserRole, action)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        self.accept()
        if item is not None:
            item.data(Qt.ItemDataRole.UserRole).trigger()


def _rank(typed: str, text: str) -> int | None:
    """How well the letters fit, the smaller the better; None when they do not.

    They begin the text, begin its words, stand in it together, or are strewn about in this order.
    """
    wanted, text = typed.casefold().split(), text.casefold()
    phrase, words = " ".join(wanted), text.split()
    if text.startswith(phrase):
        return 0
    if all(any(word.startswith(part) for word in words) for part in wanted):
        return 1
    if phrase in text:
        return 2
    rest = iter(text)
    return 3 if all(letter in rest for letter in "".join(wanted)) else None
