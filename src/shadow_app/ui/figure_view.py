"""A figure on the screen: the same vectors as on paper, in the theme's ink, answering mouse and keyboard by `key`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from shadow_app.figures.ink import Ink
from shadow_app.figures.measure import LEAST_WIDTH, Measure
from shadow_app.figures.primitives import Dot, Figure, Item, Line, Rect, Text
from shadow_app.ui.measure import TextMeasure, outline
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.theme import Theme

Draw = Callable[[float, Ink, Measure], Figure]
"""(width in points, ink, measure) → the figure: called again whenever width or theme change."""

_PIXELS_PER_POINT = 96 / 72
_NEAR = 5.0
"""Points around a thing that still count as the thing."""

_FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_PICK = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureView(QWidget):
    """Shows what `show_figure` is given, as wide as it is and as tall as the figure.

    Its accessible description is the figure's alternative text. Things with a key can be walked with the arrow keys.
    """

    picked = Signal(str)
    """The key of the thing that was clicked, or entered with Enter or Space."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._measure = TextMeasure()
        self._draw: Draw | None = None
        self._names: Mapping[str, str] = {}
        self._pickable = False
        self._figure: Figure | None = None
        self._shapes: list[tuple[Item, QPainterPath | None]] = []
        self._keys: list[str] = []
        self._current = ""
        self._hovered = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFixedHeight(0)
        theme.changed.connect(self._rebuild)

    @property
    def figure(self) -> Figure | None:
        """What is shown now."""
        return self._figure

    def show_figure(self, draw: Draw | None, names: Mapping[str, str] | None = None, *, pickable: bool = True) -> None:
        """Show another figure; None shows nothing.

        Args:
            draw: builds the figure for a width and an ink.
            names: what each key is called, for tool tips and screen readers.
            pickable: whether clicking means anything.
        """
        self._draw, self._names, self._pickable = draw, names or {}, pickable
        self._rebuild()

    @property
    def scale(self) -> float:
        """Pixels per point of the figure."""
        return _PIXELS_PER_POINT * self._theme.scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._rebuild()

    def _rebuild(self) -> None:
        if self._draw is None:
            self._figure, self._shapes, self._keys = None, [], []
            self.setFixedHeight(0)
            return
        wide = max(float(int(self.width() / self.scale)), LEAST_WIDTH)
        self._figure = self._draw(wide, self._theme.ink, self._measure)
        self._shapes = [(item, self._shape(item)) for item in self._figure.items]
        self._keys = list(dict.fromkeys(key for item in self._figure.items if (key := _key(item))))
        if self._current not in self._keys:
            self._current = ""
        walkable = self._pickable and bool(self._keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if walkable else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._figure.alt.partition(":")[0])
        self.setAccessibleDescription(self._figure.alt)
        self.setFixedHeight(round(self._figure.height * self._fit))
        self.update()

    @property
    def _fit(self) -> float:
        """A figure has a least width; in a narrower window it is drawn smaller rather than cut off."""
        assert self._figure is not None
        return min(self.scale, self.width() / self._figure.width) if self.width() > 0 else self.scale

    def _shape(self, item: Item) -> QPainterPath | None:
        if not isinstance(item, Text):
            return None
        wide = self._measure(item.words, item.size, item.weight)
        shift = {"left": 0.0, "right": wide, "centre": wide / 2}[item.align]
        return outline(item.words, item.size, item.weight, item.x - shift, item.y)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._fit, self._fit)
        marked = self._current if self.hasFocus() else self._hovered
        if marked and self._pickable:
            painter.setPen(QPen(QColor(self._theme.tokens.accent), 1) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.accent_soft))
            for place in self._places(marked):
                painter.drawRoundedRect(place.adjusted(-3, -2.5, 3, 2.5), 4, 4)
        for item, shape in self._shapes:
            paint_item(painter, item, shape)

    def _places(self, key: str) -> list[QRectF]:
        """Where a thing is: one box per row that it touches, so that a bar and its words are one."""
        rows: list[QRectF] = []
        for item, shape in self._shapes:
            if _key(item) != key:
                continue
            box = _box(item, shape)
            for place, row in enumerate(rows):
                if row.top() <= box.center().y() <= row.bottom() or box.top() <= row.center().y() <= box.bottom():
                    rows[place] = row.united(box)
                    break
            else:
                rows.append(box)
        return rows

    def _key_at(self, at: QPointF) -> str:
        if self._figure is None or not self._pickable:
            return ""
        point = at / self._fit
        for item, shape in reversed(self._shapes):
            if _key(item) and _box(item, shape).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point):
                return _key(item)
        return next((key for key in self._keys if any(row.contains(point) for row in self._places(key))), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        key = self._key_at(event.position())
        if key != self._hovered:
            self._hovered = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self._names.get(key, "")), self)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = ""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        key = self._key_at(event.position())
        if key and event.button() is Qt.MouseButton.LeftButton:
            self._go_to(key)
            self.picked.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._keys.index(self._current) if self._current in self._keys else -1
        if event.key() in _FORWARD and place + 1 < len(self._keys):
            self._go_to(self._keys[place + 1])
        elif event.key() in _BACK and place > 0:
            self._go_to(self._keys[place - 1])
        elif event.key() in _PICK and self._current:
            self.picked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QEvent) -> None:
        if not self._current and self._keys:
            self._go_to(self._keys[0])
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def _go_to(self, key: str) -> None:
        self._current = key
        if self._figure is not None:
            named = self._names.get(key, key)
            self.setAccessibleDescription(f"{named}. {self._figure.alt}")
        self.update()


def paint_item(painter: QPainter, item: Item, shape: QPainterPath | None) -> None:
    """Paint one primitive; `shape` is the outline of its words, if it is words."""
    painter.setPen(Qt.PenStyle.NoPen)
    match item:
        case Rect():
            painter.setBrush(QColor(item.fill))
            radius = min(item.radius, item.width / 2, item.height / 2)
            painter.drawRoundedRect(QRectF(item.x, item.y, item.width, item.height), radius, radius)
        case Line():
            pen = QPen(QColor(item.stroke), item.thickness)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            if item.dash:
                pen.setDashPattern([length / item.thickness for length in item.dash])
            painter.setPen(pen)
            painter.drawLine(QPointF(item.x1, item.y1), QPointF(item.x2, item.y2))
        case Dot():
            if item.ring:
                painter.setPen(QPen(QColor(item.ring), item.ring_thickness))
            painter.setBrush(QColor(item.fill))
            painter.drawEllipse(QPointF(item.x, item.y), item.radius, item.radius)
        case Text():
            painter.fillPath(shape or QPainterPath(), QColor(item.fill))


def _key(item: Item) -> str:
    return "" if isinstance(item, Line) else item.key


def _box(item: Item, shape: QPainterPath | None) -> QRectF:
    match item:
        case Rect():
            return QRectF(item.x, item.y, item.width, item.height)
        case Dot():
            return QRectF(item.x - item.radius, item.y - item.radius, 2 * item.radius, 2 * item.radius)
        case _:
            return shape.boundingRect() if shape is not None else QRectF()
