"""Every weight at half and at half as much again, and what it would move: the table behind the sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QWidget

from shadow_app.insight.sensitivity import Swing, Trial
from shadow_app.ui._compiled.ui_priorities_swings import Ui_PrioritiesSwings
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.priorities.words import dial_value, dial_words, sturdiness, trial_words
from shadow_app.ui.theme import Theme

translate = QCoreApplication.translate

_NO_PARENT = QModelIndex()
_WIDE, _TALL = 860, 620


class SwingsModel(QAbstractTableModel):
    """One row per weight: what it is now, and what half of it and half as much again would do."""

    def __init__(self, swings: Sequence[Swing], name: Callable[[UUID], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._swings = swings
        self._name = name

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._swings)

    def columnCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("Swings", "WEIGHT"),
            translate("Swings", "NOW"),
            translate("Swings", "HALF AS MUCH"),
            translate("Swings", "HALF AS MUCH AGAIN"),
        )[section]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        swing = self._swings[index.row()]
        match index.column():
            case 0:
                return dial_words(swing.dial)
            case 1:
                return dial_value(swing.dial, swing.in_force)
            case 2:
                return self._trial(swing, swing.low)
        return self._trial(swing, swing.high)

    def _trial(self, swing: Swing, trial: Trial) -> str:
        """ "1.5: telephony passes the job board"; nothing where the weight cannot go that way."""
        if trial.value == swing.in_force:
            return translate("Swings", "stays as it is")
        return f"{dial_value(swing.dial, trial.value)}: {trial_words(trial, self._name)}"


class SwingsDialog(QDialog):
    """The table. Nothing can be changed in it."""

    def __init__(
        self, swings: Sequence[Swing], name: Callable[[UUID], str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_PrioritiesSwings()
        self.form.setupUi(self)
        self.model = SwingsModel(swings, name, self)
        form = self.form
        form.title.setText(sturdiness(swings))
        form.foot.setText(
            self.tr("Money follows the share of lost time that nobody makes up for; the order never does.")
        )
        form.table.setModel(self.model)
        form.table.verticalHeader().hide()
        header = form.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            header.setSectionResizeMode(column, mode)
        form.table.setCurrentIndex(self.model.index(0, 0))
        form.close.clicked.connect(self.accept)
        form.table.setFocus()
        bounded(self, QSize(theme.px(_WIDE), theme.px(_TALL)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.table.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.table.resizeRowsToContents()
