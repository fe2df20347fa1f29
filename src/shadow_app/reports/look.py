"""How every report looks: the page, its colours, its sizes. Nothing else in this room names a colour or a margin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.styles import ParagraphStyle

from shadow_app.domain.paper import on_letter
from shadow_app.domain.vocabulary import Kind
from shadow_app.figures.ink import Ink
from shadow_app.reports import fonts

MARGIN = 48.0
TOP = 66.0
"""Points above the text on pages that have a header."""
FOOT = 50.0
"""Points below the text."""

TEXT = "#121826"
MUTED = "#566072"
FAINT = "#6B7588"
HAIRLINE = "#E2E6EC"
PAPER = "#FFFFFF"
WASH = "#F4F6F9"
NAVY = "#0D1B34"
NAVY_LINE = "#2A3B5E"
NAVY_MUTED = "#9FB0D0"
NAVY_TEXT = "#C9D3E6"
SUN = "#FFC42E"
SUN_SOFT = "#FFF7E0"
SUN_TEXT = "#8A6400"
HOT = "#C93F19"
HOT_TEXT = "#B0330F"
HOT_SOFT = "#FCEBE5"
CALM = "#0F766E"
CALM_SOFT = "#E3F3F1"
COOL = "#AEB8C7"
TRACK = "#EDF0F4"

PAPER_INK = Ink(
    ground=PAPER,
    text=TEXT,
    muted=MUTED,
    faint=FAINT,
    track=TRACK,
    hot=HOT,
    calm=CALM,
    cool=COOL,
    accent=SUN,
    kinds={
        Kind.PAIN: HOT,
        Kind.WORKAROUND: "#A85B00",
        Kind.WAIT: "#7A4FBF",
        Kind.NEED: "#2354D6",
        Kind.POSITIVE: CALM,
        Kind.QUESTION: "#3E6C8F",
        Kind.CONTEXT: FAINT,
    },
)


def width() -> float:
    """Points across the paper that is printed on (`domain/paper.py`)."""
    return float((LETTER if on_letter() else A4)[0])


def height() -> float:
    """Points down the paper."""
    return float((LETTER if on_letter() else A4)[1])


def inner() -> float:
    """Points between the margins."""
    return width() - 2 * MARGIN


@cache
def rgb(colour: str) -> Any:
    """ReportLab's colour for `#RRGGBB`; parsed once, as every line of a report asks for one."""
    return HexColor(colour)


@dataclass(frozen=True)
class Style:
    """A size in points, its line height, a weight of Inter and a colour."""

    size: float
    leading: float
    weight: int = 400
    colour: str = TEXT
    after: float = 0.0


FINDING = Style(22, 27, 700)
LEAD = Style(10.5, 15.5, 400, MUTED)
BODY = Style(9.4, 13.6, after=3)
SMALL = Style(8.6, 12.2, after=2)
SMALL_MUTED = Style(8.6, 12.2, 400, MUTED, 2)
SMALL_STRONG = Style(8.6, 12.2, 600, after=1)
QUOTE = Style(9.4, 13.4, 500, after=1)
CELL = Style(8, 10.6)
CELL_STRONG = Style(8, 10.6, 600)


@cache
def paragraph_style(style: Style) -> Any:
    """ReportLab's idea of a style; the same object every time, because ReportLab compares them."""
    name = fonts.inter(style.weight).name
    return ParagraphStyle(
        f"{name}-{style.size}",
        fontName=name,
        bulletFontName=name,
        fontSize=style.size,
        leading=style.leading,
        textColor=rgb(style.colour),
        spaceAfter=style.after,
        alignment=TA_LEFT,
        splitLongWords=1,
        allowWidows=1,
        allowOrphans=1,
    )
