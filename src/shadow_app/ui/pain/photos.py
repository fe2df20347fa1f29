"""The photos behind a pain point as a row of small pictures; Enter on one opens its visit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from shadow_app.domain.listing import Picture
from shadow_app.ui.desk import Desk
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.round_photo import round_photo
from shadow_app.usecases.evidence import Witness

_WIDE, _HIGH = 112, 76
_MOST = 8


class PainPhotos(QWidget):
    """Asks for each small picture once; one whose content has not arrived yet says so."""

    visit_wanted = Signal(object)
    """The visit of the note whose photo was pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._flow = FlowLayout(self, gap=8)
        self.setAccessibleName(self.tr("Photos"))
        self.buttons: list[QPushButton] = []

    def show_photos(self, witnesses: Sequence[Witness]) -> None:
        """The photos of these notes, at most eight."""
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        shown = [(picture, each) for each in witnesses for picture in each.note.pictures][:_MOST]
        self.buttons = [self._button(picture, witness) for picture, witness in shown]
        self.setVisible(bool(shown))
        self.updateGeometry()

    def _button(self, picture: Picture, witness: Witness) -> QPushButton:
        px, visit_id = self._desk.theme.px, witness.visit.visit.id
        words = picture.caption or witness.note.note.text
        button = QPushButton(self)
        button.setProperty("look", "ghost")
        button.setIconSize(QSize(px(_WIDE), px(_HIGH)))
        button.setFixedSize(px(_WIDE) + 12, px(_HIGH) + 12)
        button.setToolTip(plain_tip(words))
        button.setAccessibleDescription(words)
        button.setAccessibleName(self.tr("Photo: {words}").format(words=words))
        button.clicked.connect(lambda _checked=False: self.visit_wanted.emit(visit_id))
        self._flow.addWidget(button)
        button.show()
        self._ask(picture.sha256, button)
        return button

    def _ask(self, sha256: str, button: QPushButton) -> None:
        capture = self._desk.shadow.capture

        def show(data: bytes | None) -> None:
            # The row may have been filled anew while the picture was fetched.
            if button in self.buttons:
                self._paint(button, data)

        self._desk.jobs.read(lambda: capture.thumbnail(sha256), show)

    def _paint(self, button: QPushButton, data: bytes | None) -> None:
        px, ratio = self._desk.theme.px, self.devicePixelRatioF()
        made = round_photo(data, px(_WIDE), px(_HIGH), px(8), ratio) if data else None
        if made is None:
            button.setText(self.tr("not here yet"))
        else:
            button.setIcon(QIcon(made))
