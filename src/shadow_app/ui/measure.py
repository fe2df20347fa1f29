"""How wide words are in the shipped typeface: Qt's answer to `figures.measure.Measure`."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

from shadow_app.ui.fonts import font

_UNIT = 100
"""Pixels at which letters are measured and drawn before they are scaled, so that hinting cannot shift them."""


_FINE = 64
"""Widths are whole 64ths of a point: sums of them are exact, and words that just fit are not cut off."""


class TextMeasure:
    """(words, size in points, weight) → width in points."""

    def __init__(self) -> None:
        self._metrics: dict[int, QFontMetricsF] = {}

    def __call__(self, words: str, size: float, weight: int) -> float:
        metrics = self._metrics.get(weight)
        if metrics is None:
            metrics = self._metrics[weight] = QFontMetricsF(_letters(weight))
        return ceil(metrics.horizontalAdvance(words) * size / _UNIT * _FINE) / _FINE


def outline(words: str, size: float, weight: int, x: float, y: float) -> QPainterPath:
    """The words as a shape, their baseline starting at (x, y)."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)  # the strokes of some letters overlap
    path.addText(0, 0, _letters(weight), words)
    scale = size / _UNIT
    return QTransform(scale, 0, 0, scale, x, y).map(path)


@lru_cache(maxsize=8)
def _letters(weight: int) -> QFont:
    made = font(_UNIT, weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
