"""The words of a card, broken into lines once per width: up to three of text, then one of quote."""

from __future__ import annotations

from collections import OrderedDict
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from shadow_app.ui.note_view import NoteView

LINES = 3
_KEPT = 2_000


class CardText:
    """Laid out words: how tall they are, and how to draw them."""

    def __init__(self, width: int, text: list[QTextLayout], quote: list[QTextLayout], gap: int) -> None:
        self.width = width
        self._text, self._quote, self._gap = text, quote, gap
        self.height = _height(text) + (_height(quote) + gap if quote else 0)

    def draw(self, painter: QPainter, corner: QPointF, colour: QColor, quiet: QColor) -> None:
        """Draw with the upper left corner there."""
        painter.setPen(colour)
        y = _draw(painter, self._text, corner)
        painter.setPen(quiet)
        _draw(painter, self._quote, QPointF(corner.x(), y + self._gap))


class CardTexts:
    """Keeps what was laid out, for lists lay out again and again."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, int, Qt.LayoutDirection], CardText] = OrderedDict()

    def use(self, text: QFont, quote: QFont, gap: int) -> None:
        """Other fonts: everything is laid out anew."""
        self._text_font, self._quote_font, self._gap = text, quote, gap
        self._kept.clear()

    def of(self, note: NoteView, width: int, side: Qt.LayoutDirection) -> CardText:
        """The words of a note in this width, set to the side at which the page begins."""
        quote = _quote_of(note)
        key = (note.text, quote, width, side)
        known = self._kept.get(key)
        if known is None:
            text_lines = _lines(note.text, self._text_font, width, LINES, side)
            quote_lines = _lines(quote, self._quote_font, width, 1, side) if quote else []
            known = self._kept[key] = CardText(width, text_lines, quote_lines, self._gap)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return known


def _quote_of(note: NoteView) -> str:
    """The verbatim words, unless the text holds them already."""
    words = " ".join(note.quote.split())
    return f"“{words}”" if words and words not in " ".join(note.text.split()) else ""


def _lines(text: str, font: QFont, width: int, most: int, side: Qt.LayoutDirection) -> list[QTextLayout]:
    """One layout a line, so that the last can be shortened. The direction of writing is the whole text's own."""
    metrics = QFontMetrics(font)
    rest = " ".join(text.split())
    option = _option(_direction(rest), side)
    made: list[QTextLayout] = []
    while rest and len(made) < most - 1:
        # Named, or Python would free the layout while its line is being asked.
        wrapped = _laid_out(rest, font, width, option, wrap=True)
        taken = wrapped.lineAt(0).textLength()
        # Qt counts UTF-16, a Python string counts characters.
        head = rest.encode("utf-16-le", "surrogatepass")[: taken * 2].decode("utf-16-le", "surrogatepass")
        made.append(_laid_out(head.rstrip(), font, width, option, wrap=False))
        rest = rest[len(head) :].lstrip()
    if rest:
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        made.append(_laid_out(shown, font, width, option, wrap=False))
    return made


def _option(direction: Qt.LayoutDirection, side: Qt.LayoutDirection) -> QTextOption:
    """The sentence runs as its own letters do; the block stands at the side of the page's language."""
    option = QTextOption()
    option.setTextDirection(direction)
    right = side is Qt.LayoutDirection.RightToLeft
    align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(align | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _laid_out(text: str, font: QFont, width: int, option: QTextOption, *, wrap: bool) -> QTextLayout:
    mode = QTextOption.WrapMode
    option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if wrap else mode.NoWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(width)
    layout.endLayout()
    return layout


def _direction(text: str) -> Qt.LayoutDirection:
    """By the first letter that has one (Unicode's rule P2)."""
    strong = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft


def _height(lines: list[QTextLayout]) -> int:
    return round(sum(line.boundingRect().height() for line in lines))


def _draw(painter: QPainter, lines: list[QTextLayout], corner: QPointF) -> float:
    y = corner.y()
    for line in lines:
        line.draw(painter, QPointF(corner.x(), y))
        y += line.boundingRect().height()
    return y
