"""A photo with what is covered on it; drawn on by mouse, or by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from shadow_app.domain.cover import Box, Cover, Stroke
from shadow_app.ui.privacy.covers import FINE, STEP, Covers, box_between
from shadow_app.ui.theme import Theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_BLACK = QColor("black")
_EDGE = 2


class CoverView(QWidget):
    """Arrows move the chosen cover, with Shift they size it, with Ctrl in small steps."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self._from: QPointF | None = None
        self._points: list[tuple[float, float]] = []
        self._to = QPointF()
        self.covers = Covers()
        self.brush = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(360, 240)
        self.setAccessibleName(self.tr("Photo to be blacked out"))
        theme.changed.connect(self.update)

    def show_image(self, image: QImage) -> None:
        """Show a photo, upright; what was drawn on another is forgotten."""
        self._image, self.covers = image, Covers()
        self._tell()

    def sizeHint(self) -> QSize:
        """Room for a photo of usual shape."""
        return QSize(self._theme.px(720), self._theme.px(480))

    def add_box(self) -> None:
        """A rectangle in the middle, to be moved by keys."""
        self.covers.add_in_the_middle()
        self._tell()
        self.setFocus()

    def remove_chosen(self) -> None:
        """Take the chosen cover away."""
        self.covers.remove()
        self._tell()

    def where(self) -> str:
        """What is chosen and where it lies, in words."""
        chosen = self.covers.chosen
        if chosen is None:
            return self.tr("Nothing is covered yet.")
        number = self.tr("{n} of {all}").format(n=self.covers.at + 1, all=len(self.covers.drawn))
        if isinstance(chosen, Stroke):
            return self.tr("Brush stroke {number}").format(number=number)
        words = self.tr("Rectangle {number}: {left} % from the left, {top} % from the top, {wide} × {high} %")
        sides = (chosen.left, chosen.top, chosen.right - chosen.left, chosen.bottom - chosen.top)
        left, top, wide, high = (round(100 * side) for side in sides)
        return words.format(number=number, left=left, top=top, wide=wide, high=high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Down, Insert and Delete; everything else is the dialog's."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            step = FINE if held & Qt.KeyboardModifier.ControlModifier else STEP
            right, down = (each * step for each in _ARROWS[key])
            act = self.covers.size if held & Qt.KeyboardModifier.ShiftModifier else self.covers.move
            act(right, down)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.covers.choose(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.covers.remove()
        elif key == Qt.Key.Key_Insert:
            self.covers.add_in_the_middle()
        else:
            super().keyPressEvent(event)
            return
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A cover begins."""
        if event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            self._from = self._to = event.position()
            self._points = [self._share(event.position())]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It grows."""
        if self._from is not None:
            self._to = event.position()
            self._points.append(self._share(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is drawn."""
        if self._from is None:
            return
        self._to = event.position()
        cover = self._growing()
        self._from = None
        if cover is not None:
            self.covers.add(cover)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The photo, the covers, and a frame around the chosen one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        painter.drawImage(place, self._image)
        painter.setClipRect(place)
        growing = self._growing() if self._from is not None else None
        for cover in (*self.covers.drawn, *([growing] if growing else [])):
            self._paint(painter, cover, place)
        painter.setClipping(False)
        if self.covers.chosen is not None:
            self._frame(painter, self._outline(self.covers.chosen, place))
        if self.hasFocus():
            self._frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, cover: Cover, place: QRectF) -> None:
        if isinstance(cover, Box):
            painter.fillRect(self._outline(cover, place), _BLACK)
            return
        thick = cover.thickness * max(place.width(), place.height())
        pen = QPen(_BLACK, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [_on(place, point) for point in cover.points]
        painter.drawPolyline(points if len(points) > 1 else [points[0], points[0] + QPointF(0.1, 0)])

    def _outline(self, cover: Cover, place: QRectF) -> QRectF:
        if isinstance(cover, Box):
            return QRectF(_on(place, (cover.left, cover.top)), _on(place, (cover.right, cover.bottom)))
        xs, ys = zip(*cover.points, strict=True)
        edge = cover.thickness * max(place.width(), place.height()) / 2
        around = QRectF(_on(place, (min(xs), min(ys))), _on(place, (max(xs), max(ys))))
        return around.adjusted(-edge, -edge, edge, edge)

    def _frame(self, painter: QPainter, around: QRectF) -> None:
        # Two lines, so that one of them is seen on any photo.
        for colour, width in ((self._theme.tokens.surface, 2 * _EDGE), (self._theme.tokens.accent, _EDGE)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawRect(around)

    def _growing(self) -> Cover | None:
        if self.brush:
            return Stroke(points=tuple(self._points))
        assert self._from is not None
        return box_between(self._share(self._from), self._share(self._to))

    def _place(self) -> QRectF:
        """Where the photo stands: as large as it fits, in the middle."""
        if self._image.isNull():
            return QRectF(self.rect())
        room = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)

    def _share(self, at: QPointF) -> tuple[float, float]:
        place = self._place()
        x, y = (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()
        return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))

    def _tell(self) -> None:
        self.setAccessibleDescription(self.where())
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.where()))
        self.update()
        self.changed.emit()


def _on(place: QRectF, share: tuple[float, float]) -> QPointF:
    return QPointF(place.left() + share[0] * place.width(), place.top() + share[1] * place.height())
