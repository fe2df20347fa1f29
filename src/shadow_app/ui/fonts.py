"""The shipped typeface, loaded from the package data so that screen and paper use the same files."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Inter"


def load_fonts() -> None:
    """Make Inter and the emoji font known to Qt; call once per application."""
    for font in (files("shadow_app") / "assets" / "fonts").iterdir():
        if font.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(font.read_bytes())


def font(pixels: float, weight: int = 400) -> QFont:
    """Inter at a size in pixels; what it lacks comes from the emoji font or the system."""
    made = QFont([FAMILY, "Noto Emoji"])
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight(weight))
    return made
