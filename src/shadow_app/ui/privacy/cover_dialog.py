"""Black out faces, labels and screens in a photo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.cover import Cover
from shadow_app.ui._compiled.ui_cover_dialog import Ui_CoverDialog
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.icons import icon
from shadow_app.ui.privacy.cover_view import CoverView
from shadow_app.ui.theme import Theme


class CoverDialog(QDialog):
    """Hands over the covers; `keep` is told them, and the dialog closes with `accept` when they are kept."""

    def __init__(self, theme: Theme, image: QImage, keep: Callable[[Sequence[Cover]], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._keep = theme, keep
        self.form = Ui_CoverDialog()
        self.form.setupUi(self)
        bounded(self, QSize(theme.px(860), theme.px(700)))
        self.view = CoverView(theme)
        self.form.slot.addWidget(self.view, 1)
        self.form.trouble.hide()
        self._connect()
        self._dress()
        self.view.show_image(image)
        QWidget.setTabOrder(self.view, self.form.rectangle)
        self.view.setFocus()

    def refuse(self, words: str) -> None:
        """It could not be kept: say why, and let them try again."""
        self.form.trouble.setText(words)
        self.form.trouble.show()
        self.form.keep.setEnabled(True)

    def _connect(self) -> None:
        form = self.form
        form.rectangle.clicked.connect(self.view.add_box)
        form.brush.toggled.connect(self._use_brush)
        form.remove.clicked.connect(self.view.remove_chosen)
        form.keep.clicked.connect(self._done)
        form.cancel.clicked.connect(self.reject)
        self.view.changed.connect(self._show_state)
        for keys, run in (("Ctrl+R", self.view.add_box), ("Ctrl+B", form.brush.toggle), ("Ctrl+Return", self._done)):
            QShortcut(QKeySequence(keys), self).activated.connect(run)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.view.remove_chosen)

    def _use_brush(self, on: bool) -> None:
        self.view.brush = on
        self.view.setFocus()

    def _show_state(self) -> None:
        drawn = bool(self.view.covers.drawn)
        self.form.state.setText(self.view.where())
        self.form.keep.setEnabled(drawn)
        self.form.remove.setEnabled(drawn)
        self.form.trouble.hide()

    def _done(self) -> None:
        if self.view.covers.drawn:
            self.form.keep.setEnabled(False)
            self._keep(tuple(self.view.covers.drawn))

    def _dress(self) -> None:
        size = self._theme.px(15)
        for button, name in (
            (self.form.rectangle, "square"),
            (self.form.brush, "pencil"),
            (self.form.remove, "trash-2"),
        ):
            button.setIcon(icon(name, self._theme.tokens.muted, size))
            button.setIconSize(QSize(size, size))


def upright(data: bytes) -> QImage:
    """A photo as it is meant to be seen, whichever way the camera was held; a null image if Qt cannot read it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()
