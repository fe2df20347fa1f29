"""What would stand in the store's place, looked at before it does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.ui._compiled.ui_rescue_dialog import Ui_RescueDialog
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines


class RescueDialog(QDialog):
    """Shows it and asks; Escape is a no, and so is Enter on anything but the button."""

    def __init__(
        self, theme: Theme, title: str, words: str, entries: Sequence[TwoLines], button: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_RescueDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        bounded(self, QSize(theme.px(660), theme.px(520)))
        self.form.title.setText(title)
        self.form.words.setText(words)
        self.form.trouble.hide()
        self.form.go.setText(button)
        self.form.go.setAutoDefault(False)
        self.model = TwoLineModel(self)
        self.model.show_entries(entries)
        self.form.what.setModel(self.model)
        self.form.what.setItemDelegate(TwoLineDelegate(theme, self.form.what))
        self.form.go.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self.form.what.setCurrentIndex(self.model.index(0, 0))
        self.form.what.setFocus()
