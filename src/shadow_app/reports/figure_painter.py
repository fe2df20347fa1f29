"""Paints a figure on a ReportLab canvas, as vectors, with its alternative text attached (ISO 32000-1 §14.9.3)."""

from __future__ import annotations

from typing import Any, Protocol

from shadow_app.figures.primitives import Align, Dot, Figure, Item, Line, Rect, Text
from shadow_app.reports import look


class LinePen(Protocol):
    """The one thing that the painter needs of a pen."""

    def line(
        self,
        canvas: Any,
        x: float,
        y: float,
        words: str,
        size: float,
        weight: int = ...,
        fill: str = ...,
        align: Align = ...,
        spacing: float = ...,
    ) -> None: ...


def paint(figure: Figure, canvas: Any, x: float, y: float, pen: LinePen, scale: float = 1.0) -> None:
    """Put the figure's top left corner at (x, y)."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    alt = ("\ufeff" + figure.alt).encode("utf-16-be", "replace").hex().upper()
    canvas.addLiteral(f"/Span <</Alt <{alt}>>> BDC")
    canvas.setLineCap(1)
    for item in figure.items:
        _paint(item, canvas, pen)
    canvas.addLiteral("EMC")
    canvas.restoreState()


def _paint(item: Item, canvas: Any, pen: LinePen) -> None:
    match item:
        case Rect():
            canvas.setFillColor(look.rgb(item.fill))
            radius = min(item.radius, item.width / 2, item.height / 2)
            canvas.roundRect(item.x, -item.y - item.height, item.width, item.height, radius, stroke=0, fill=1)
        case Line():
            canvas.setStrokeColor(look.rgb(item.stroke))
            canvas.setLineWidth(item.thickness)
            canvas.setDash(list(item.dash) if item.dash else [])
            canvas.line(item.x1, -item.y1, item.x2, -item.y2)
        case Dot():
            canvas.setFillColor(look.rgb(item.fill))
            if item.ring:
                canvas.setDash([])
                canvas.setStrokeColor(look.rgb(item.ring))
                canvas.setLineWidth(item.ring_thickness)
            canvas.circle(item.x, -item.y, item.radius, stroke=1 if item.ring else 0, fill=1)
        case Text():
            pen.line(canvas, item.x, -item.y, item.words, item.size, item.weight, item.fill, item.align)
