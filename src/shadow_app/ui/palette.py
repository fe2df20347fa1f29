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
        for action in self._actions:
            if _fits(typed, action.text()):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{action.text()}    {keys}" if keys else action.text())
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem | None) -> None:
        self.accept()
        if item is not None:
            item.data(Qt.ItemDataRole.UserRole).trigger()


def _fits(typed: str, text: str) -> bool:
    """Whether the typed letters occur in this order, as words' beginnings or anywhere."""
    rest = iter(text.casefold())
    return all(letter in rest for letter in typed.casefold() if not letter.isspace())
