"""The photos of a note: the chosen one large, the others small; add a file, take one off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from shadow_app.domain.listing import Picture
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.icons import icon
from shadow_app.ui.round_photo import clipped
from shadow_app.ui.theme import Theme

AskImage = Callable[[str, Callable[[QImage], None]], None]
"""(hash, told the image; a null one if its content has not arrived)"""


class PhotoBox(QWidget):
    """Asks for the content of the photo that is shown, and forgets it with the next note."""

    add_asked = Signal()
    removal_asked = Signal(object)
    """The id of the attachment."""
    cover_asked = Signal(object, object)
    """(the id of the attachment, its image)"""

    def __init__(self, theme: Theme, ask: AskImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._ask = theme, ask
        self._pictures: tuple[Picture, ...] = ()
        self._at = 0
        self._image = QImage()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        # As wide as its place: the photo is painted to fit, and must not hold the place open.
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = QPushButton(" " + self.tr("Photo…"))
        self.next = QPushButton()
        self.cover = QPushButton(" " + self.tr("Black out…"))
        self.off = QPushButton(" " + self.tr("Take off"))
        doing = QWidget()
        row = FlowLayout(doing, gap=0)
        for button in (self.add, self.next, self.cover, self.off):
            button.setProperty("look", "ghost")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.label)
        column.addWidget(doing)
        self.add.setAccessibleName(self.tr("Add a photo from a file"))
        self.add.setToolTip(self.tr("Add a photo from a file; Ctrl+V adds the one on the clipboard"))
        self.cover.setAccessibleName(self.tr("Black out faces, labels and screens in this photo"))
        self.cover.setToolTip(self.tr("Black out faces, labels and screens in this photo   Ctrl+Shift+B"))
        self.off.setAccessibleName(self.tr("Take this photo off the note"))
        self.add.clicked.connect(self.add_asked)
        self.next.clicked.connect(self._show_next)
        self.cover.clicked.connect(self.ask_cover)
        self.off.clicked.connect(lambda: self.removal_asked.emit(self.attachment_id))
        theme.changed.connect(self._dress)
        self._dress()
        self.show_pictures(())

    @property
    def attachment_id(self) -> UUID | None:
        """The photo that is shown."""
        return self._pictures[self._at].attachment_id if self._pictures else None

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """The photos of a note; the one that is shown stays if it is still there."""
        if tuple(pictures) == self._pictures and self._pictures:
            return
        before = self.attachment_id
        self._pictures = tuple(pictures)
        ids = [picture.attachment_id for picture in self._pictures]
        self._at = ids.index(before) if before in ids else max(0, len(ids) - 1) if before else 0
        self._load()

    def ask_cover(self) -> None:
        """Black out the photo that is shown, once it is there."""
        if self.attachment_id is not None and not self._image.isNull():
            self.cover_asked.emit(self.attachment_id, self._image)

    def fit(self, width: int) -> None:
        """Paint the photo in this width."""
        if self._image.isNull():
            return
        height = min(round(width * self._image.height() / self._image.width()), self._theme.px(220))
        ratio = self.devicePixelRatioF()
        self.label.setPixmap(clipped(self._image, width, height, self._theme.px(9), ratio))

    def _show_next(self) -> None:
        self._at = (self._at + 1) % max(1, len(self._pictures))
        self._load()

    def _load(self) -> None:
        self._image = QImage()
        count = len(self._pictures)
        self.label.setVisible(count > 0)
        self.off.setVisible(count > 0)
        self.cover.setVisible(count > 0)
        self.next.setVisible(count > 1)
        if not count:
            return
        picture = self._pictures[self._at]
        self.next.setText(" " + self.tr("{n} of {all}").format(n=self._at + 1, all=count))
        self.next.setAccessibleName(self.tr("Next photo, this is {n} of {all}").format(n=self._at + 1, all=count))
        self.label.setText(self.tr("loading…"))
        self.label.setAccessibleName(picture.caption or self.tr("Photo {n} of the note").format(n=self._at + 1))
        self._ask(picture.sha256, lambda image: self._arrived(picture, image))

    def _arrived(self, picture: Picture, image: QImage) -> None:
        if not self._pictures or self._pictures[self._at] != picture:
            return
        self._image = image
        if image.isNull():
            self.label.setText(self.tr("This photo has not arrived on this computer yet."))
        self.fit(self.width())

    def _dress(self) -> None:
        tokens, size = self._theme.tokens, self._theme.px(15)
        for button, name in (
            (self.add, "camera"),
            (self.next, "image"),
            (self.cover, "eye-off"),
            (self.off, "trash-2"),
        ):
            button.setIcon(icon(name, tokens.muted, size))
            button.setIconSize(QSize(size, size))
