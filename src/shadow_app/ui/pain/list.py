"""The pain points as cards: title and service, hours and money with their range, what to do, what was decided."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.domain.vocabulary import EvidenceGrade, Kind, Lane
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.card_pen import CardPen
from shadow_app.ui.fonts import font
from shadow_app.ui.pain.model import PainCard, PainModel
from shadow_app.ui.pain.words import lane_pill
from shadow_app.ui.theme import Theme

_HEIGHT = 88
_PILLS = 132
"""Room for the longest word on what to do first."""

_LEAD, _TRAIL = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class PainDelegate(QStyledItemDelegate):
    """Paints title over service, hours over money, and the bar with its range under both."""

    def __init__(self, theme: Theme, model: PainModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._letters: dict[tuple[int, int], tuple[QFont, QFontMetrics]] = {}
        theme.changed.connect(self._letters.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        card, px, tokens = self._model.card(index), self._theme.px, self._theme.tokens
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = CardPen(painter, option, place)
        edge = tokens.accent if pen.selected else tokens.faint if pen.hovered else tokens.border
        painter.setPen(QPen(QColor(edge), 1.6 if pen.selected else 1))
        painter.setBrush(QColor(tokens.surface if card.row.id is not None else tokens.raised))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -px(8), -px(6)), 10, 10)
        inner = place.adjusted(px(14), px(8), -px(20), -px(12))
        line = px(21)
        self._paint_words(pen, card, inner, line)
        self._paint_foot(pen, card, QRect(inner.left(), inner.top() + 2 * line, inner.width(), px(22)))
        painter.restore()

    def _paint_words(self, pen: CardPen, card: PainCard, inner: QRect, line: int) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        thin = card.row.evidence is EvidenceGrade.ANECDOTE
        strong = tokens.muted if thin else tokens.text
        time = self._font(14, 600)[1].horizontalAdvance(card.time) + px(2)
        money = self._font(12, 400)[1].horizontalAdvance(card.money) + px(2)
        upper = QRect(inner.left(), inner.top(), inner.width(), line)
        lower = upper.translated(0, line)
        start = 0
        if card.unowned:
            start = px(14)
            dot = pen.turned(QRect(upper.left(), upper.center().y() - px(4), px(8), px(8)))
            pen.painter.setPen(Qt.PenStyle.NoPen)
            pen.painter.setBrush(QColor(tokens.danger))
            pen.painter.drawEllipse(dot)
        self._words(pen, upper.adjusted(start, 0, -time - px(8), 0), card.title, 14, 600, strong)
        self._words(pen, lower.adjusted(0, 0, -money - px(8), 0), card.about, 12, 400, tokens.muted)
        self._words(pen, upper.adjusted(upper.width() - time, 0, 0, 0), card.time, 14, 600, strong, side=_TRAIL)
        self._words(pen, lower.adjusted(lower.width() - money, 0, 0, 0), card.money, 12, 400, tokens.muted, side=_TRAIL)

    def _paint_foot(self, pen: CardPen, card: PainCard, foot: QRect) -> None:
        px = self._theme.px
        letters, metrics = self._font(11, 600)
        wide = metrics.horizontalAdvance(card.pill) + px(16)
        pill = QRect(foot.right() - wide + 1, foot.top() + px(2), wide, foot.height() - px(3))
        fore, soft = self._colours(card)
        pen.painter.setPen(Qt.PenStyle.NoPen)
        pen.painter.setBrush(QColor(soft))
        pen.painter.drawRoundedRect(QRectF(pen.turned(pill)), pill.height() / 2, pill.height() / 2)
        pen.painter.setFont(letters)
        pen.painter.setPen(QColor(fore))
        pen.write(pen.turned(pill.adjusted(px(8), 0, -px(6), 0)), card.pill, _LEAD)
        # As wide in every row, or bars could not be compared.
        trough = QRect(foot.left(), foot.center().y() - px(4), foot.width() - self._pills(metrics), px(9))
        self._paint_bar(pen, card, trough)

    def _pills(self, metrics: QFontMetrics) -> int:
        widest = max(metrics.horizontalAdvance(lane_pill(lane)) for lane in Lane)
        return max(self._theme.px(_PILLS), widest + self._theme.px(16 + 12))

    def _colours(self, card: PainCard) -> tuple[str, str]:
        tokens = self._theme.tokens
        if card.row.graded and card.row.lane is Lane.DAMAGING:
            return tokens.kinds[Kind.PAIN].fore, tokens.kinds[Kind.PAIN].soft
        if card.row.graded and card.row.lane is Lane.TIME_CRITICAL:
            return tokens.warn, tokens.warn_soft
        return tokens.muted, tokens.track

    def _paint_bar(self, pen: CardPen, card: PainCard, trough: QRect) -> None:
        tokens, top = self._theme.tokens, max(self._model.top, 1e-9)
        painter = pen.painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(QRectF(pen.turned(trough)), 3, 3)
        hot = card.row.graded and card.row.lane is Lane.DAMAGING and card.row.evidence is not EvidenceGrade.ANECDOTE
        painter.setBrush(QColor(tokens.kinds[Kind.PAIN].fore if hot else tokens.cool))
        painter.drawRoundedRect(QRectF(pen.turned(_part(trough, 0.0, card.row.hours / top))), 3, 3)
        if card.low is None or card.high is None or card.high <= card.low:
            return
        middle = trough.center().y() + 1
        # Inside the bar the line takes the colour of the card, or nobody would see it.
        for start, end, tip, colour in (
            (card.low, card.row.hours, card.low, tokens.surface),
            (card.row.hours, card.high, card.high, tokens.muted),
        ):
            line = pen.turned(_part(trough, start / top, end / top))
            at = pen.turned(_part(trough, tip / top, tip / top)).left()
            painter.setPen(QPen(QColor(colour), 1.6))
            painter.drawLine(line.left(), middle, line.right(), middle)
            painter.drawLine(at, middle - 3, at, middle + 3)

    def _words(
        self, pen: CardPen, place: QRect, words: str, size: int, weight: int, colour: str, side: Any = _LEAD
    ) -> None:
        letters, metrics = self._font(size, weight)
        pen.painter.setFont(letters)
        pen.painter.setPen(QColor(colour))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        pen.write(pen.turned(place), shown, side)

    def _font(self, size: int, weight: int) -> tuple[QFont, QFontMetrics]:
        """Made once per size and look: a list paints hundreds of words a second while it scrolls."""
        known = self._letters.get((size, weight))
        if known is None:
            letters = font(self._theme.px(size), weight)
            known = self._letters[size, weight] = (letters, QFontMetrics(letters))
        return known


def _part(trough: QRect, start: float, end: float) -> QRect:
    left = round(trough.width() * min(max(start, 0.0), 1.0))
    wide = max(round(trough.width() * min(max(end, 0.0), 1.0)) - left, 0)
    return QRect(trough.left() + left, trough.top(), max(wide, 3 if start == 0 else 1), trough.height())
