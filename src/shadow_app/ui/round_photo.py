"""Photos clipped round, cut to fill their place; made once per photo, size and screen density."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap


@lru_cache(maxsize=256)
def round_photo(data: bytes, width: int, height: int, radius: int, ratio: float) -> QPixmap | None:
    """The photo as a picture of `width` × `height` device-independent pixels; None if Qt cannot read it."""
    image = QImage.fromData(data)
    return None if image.isNull() else clipped(image, width, height, radius, ratio)


def clipped(image: QImage, width: int, height: int, radius: int, ratio: float) -> QPixmap:
    """The middle of an image, filling the place, with round corners."""
    pixels = QSize(round(width * ratio), round(height * ratio))
    filled = image.scaled(
        pixels, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    made = QPixmap(pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, pixels.width(), pixels.height()), radius * ratio, radius * ratio)
    painter.setClipPath(path)
    painter.drawImage((pixels.width() - filled.width()) // 2, (pixels.height() - filled.height()) // 2, filled)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
