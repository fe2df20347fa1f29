"""Lucide icons in the colours of the theme, drawn once per colour, size and screen density."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from shadow_app.domain.vocabulary import Kind
from shadow_app.ui._compiled import resources_rc  # noqa: F401  # registers :/icons

KIND_ICONS = {
    Kind.PAIN: "triangle-alert",
    Kind.WORKAROUND: "wrench",
    Kind.WAIT: "hourglass",
    Kind.NEED: "target",
    Kind.POSITIVE: "thumbs-up",
    Kind.QUESTION: "circle-question-mark",
    Kind.CONTEXT: "message-square",
}
_STROKE = "1.75"


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` device-independent pixels.

    Raises:
        FileNotFoundError: there is no such icon in `resources/icons`.
    """
    # Read before anything is painted: a painter must not outlive its picture when there is no such icon.
    source = QByteArray(_source(name, colour).encode())
    pixels = round(size * ratio)
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(source).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, size: int = 20, checked: str | None = None) -> QIcon:
    """An icon for a button; `checked` is its colour while the button is on."""
    made = QIcon(pixmap(name, colour, size, 2.0))
    if checked:
        made.addPixmap(pixmap(name, checked, size, 2.0), QIcon.Mode.Normal, QIcon.State.On)
    return made


@lru_cache(maxsize=256)
def _source(name: str, colour: str) -> str:
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f"there is no icon called {name}")
    words = bytes(file.readAll().data()).decode()
    file.close()
    return words.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
