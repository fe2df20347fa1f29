"""What a figure is made of: rectangles, lines, dots and words in points, y down, origin at the top left.

A figure is a flat list, so that a painter is a dozen lines and screen and paper show the same vectors
(`design.md` §6, `platform.md` §4). Colours are `#RRGGBB`. `key` names what a primitive stands for, so that a screen can
answer a hover or a click.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A filled box whose corners are rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight stroke with round ends; `dash` alternates drawn and skipped points."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    thickness: float = 1
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle; `ring` is the colour of its outline, empty for none."""

    x: float
    y: float
    radius: float
    fill: str
    ring: str = ""
    ring_thickness: float = 1.4
    key: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words in Inter; `y` is the baseline, `x` the edge or centre that `align` names."""

    x: float
    y: float
    words: str
    size: float
    fill: str
    weight: int = 400
    align: Align = "left"
    key: str = ""


Item = Rect | Line | Dot | Text


@dataclass(frozen=True, slots=True)
class Figure:
    """A finished picture. `alt` is the sentence for those who cannot see it."""

    width: float
    height: float
    alt: str
    items: tuple[Item, ...]
