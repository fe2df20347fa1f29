"""The program's icon in every size and form that a system asks for, from its one drawing."""

from __future__ import annotations

import os
from pathlib import Path

from pack_project import ROOT

DRAWING = ROOT / "resources" / "icons" / "shadow-app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; those of the hicolor theme."""


def make_icons(folder: Path) -> None:
    """Write `<size>.png`, `shadow-app.ico` and `shadow-app.icns`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        drawing.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    with Image.open(folder / "512.png") as largest:
        largest.save(folder / "shadow-app.icns")
        largest.save(folder / "shadow-app.ico", sizes=[(size, size) for size in SIZES if size <= 256])
