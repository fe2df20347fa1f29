"""What would go for good, looked at before it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.ui._compiled.ui_erase_dialog import Ui_EraseDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines


class EraseDialog(QDialog):
    """Erases only after somebody has ticked that it cannot be taken back; `done` gets what erasing gave back."""

    done_with = Signal(object)

    def __init__(
        self, desk: Desk, title: str, entries: Sequence[TwoLines], erase: Callable[[], Any], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._erase = desk, erase
        self.form = Ui_EraseDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        bounded(self, QSize(desk.theme.px(620), desk.theme.px(520)))
        self.form.title.setText(title)
        self.model = TwoLineModel(self)
        self.model.show_entries(entries)
        self.form.going.setModel(self.model)
        self.form.going.setItemDelegate(TwoLineDelegate(desk.theme, self.form.going))
        self.form.trouble.hide()
        self.form.sure.toggled.connect(self.form.erase.setEnabled)
        self.form.erase.clicked.connect(self._go)
        self.form.cancel.clicked.connect(self.reject)
        self.form.erase.setEnabled(False)
        self.form.going.setCurrentIndex(self.model.index(0, 0))
        self.form.going.setFocus()

    def _go(self) -> None:
        self._allow(False)
        self._desk.jobs.write(self._erase, self._done, self._failed)

    def _done(self, given: Any) -> None:
        self.done_with.emit(given)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.form.trouble.setText(words_for(error))
        self.form.trouble.show()
        self._allow(True)

    def _allow(self, on: bool) -> None:
        for widget in (self.form.erase, self.form.cancel, self.form.sure):
            widget.setEnabled(on)
