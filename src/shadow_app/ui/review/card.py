"""The painted card of a note in the inbox: what it says, what is missing, where it comes from, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.domain.vocabulary import ReviewState
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.card_pen import CardPen
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import KIND_ICONS, pixmap
from shadow_app.ui.review.model import REVIEWED_ROLE
from shadow_app.ui.review.words import about_words, cost_words, state_word, translate, unclear_words
from shadow_app.ui.theme import Theme
from shadow_app.ui.tokens import Tokens
from shadow_app.usecases.reviewing import Reviewed

HEIGHT = 62


class ReviewCard(QStyledItemDelegate):
    """Paints a Reviewed. All lengths grow with the text; everything is mirrored where writing runs right to left."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._use_theme()
        theme.changed.connect(self._use_theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """The same for every note."""
        return QSize(self._px(240), self._px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        row = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = CardPen(painter, option, row)
        self._draw_ground(pen)
        reviewed: Reviewed | None = index.data(REVIEWED_ROLE)
        if reviewed is not None:
            px = self._px
            inner = row.adjusted(px(14), px(9), -px(14), -px(9))
            half = inner.height() // 2
            upper = QRect(inner.left(), inner.top(), inner.width(), half)
            self._draw_upper(pen, upper, reviewed)
            self._draw_lower(
                pen, QRect(inner.left(), inner.top() + half, inner.width(), inner.height() - half), reviewed
            )
        painter.restore()

    def _use_theme(self) -> None:
        self._px = self._theme.px
        px = self._px
        self._text, self._strong = font(px(14), 500), font(px(12), 600)
        self._small, self._pill = font(px(12)), font(px(11), 600)

    def _draw_ground(self, pen: CardPen) -> None:
        tokens, painter, px = self._theme.tokens, pen.painter, self._px
        row = pen.row.adjusted(px(3), px(2), -px(3), -px(2))
        if pen.selected or pen.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_soft if pen.selected else tokens.raised))
            painter.drawRoundedRect(row, 8, 8)
        if pen.focused:
            painter.setPen(QPen(QColor(tokens.accent), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        elif not pen.selected:
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.drawLine(row.left() + px(8), pen.row.bottom(), row.right() - px(8), pen.row.bottom())

    def _draw_upper(self, pen: CardPen, line: QRect, reviewed: Reviewed) -> None:
        """Kind, text, and at the end what it costs and where it stands."""
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        kind = reviewed.note.kind
        size = px(16)
        mark = QRect(line.left(), line.center().y() - size // 2, size, size)
        painter.drawPixmap(
            pen.turned(mark).topLeft(), pixmap(KIND_ICONS[kind], tokens.kinds[kind].fore, size, pen.ratio)
        )
        right = self._draw_state(pen, line, reviewed, tokens)
        cost = cost_words(reviewed)
        if cost:
            right = pen.write_at_end(line, right, cost, self._strong, tokens.kinds[kind].fore) - px(12)
        painter.setFont(self._text)
        faint = reviewed.note.state is ReviewState.SET_ASIDE
        painter.setPen(QColor(tokens.muted if faint else tokens.text))
        words = " ".join(reviewed.note.text.split())
        self._fill(pen, QRect(line.left() + px(26), line.top(), right - line.left() - px(26), line.height()), words)

    def _draw_state(self, pen: CardPen, line: QRect, reviewed: Reviewed, tokens: Tokens) -> int:
        """A pill at the end of the line; returns where the rest must end."""
        px, painter = self._px, pen.painter
        fore, ground = {
            ReviewState.DRAFT: (tokens.muted, tokens.raised),
            ReviewState.READY: (tokens.accent, tokens.accent_soft),
            ReviewState.HAS_QUESTIONS: (tokens.warn, tokens.warn_soft),
            ReviewState.ACCEPTED: (tokens.good, tokens.good_soft),
            ReviewState.SET_ASIDE: (tokens.muted, tokens.raised),
        }[reviewed.note.state]
        words = state_word(reviewed.note.state)
        if reviewed.changed:
            words, fore, ground = translate("Review", "Changed since"), tokens.warn, tokens.warn_soft
        painter.setFont(self._pill)
        wide = painter.fontMetrics().horizontalAdvance(words) + px(18)
        tall = painter.fontMetrics().height() + px(5)
        place = QRect(line.right() - wide, line.center().y() - tall // 2, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface if pen.selected and ground == tokens.accent_soft else ground))
        painter.drawRoundedRect(pen.turned(place), tall / 2, tall / 2)
        painter.setPen(QColor(fore))
        painter.drawText(pen.turned(place), int(Qt.AlignmentFlag.AlignCenter), words)
        return place.left() - px(12)

    def _draw_lower(self, pen: CardPen, line: QRect, reviewed: Reviewed) -> None:
        """What is missing or named, the place, and signs at the end."""
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        right = self._draw_signs(pen, line, reviewed)
        left = line.left() + px(26)
        unclear = unclear_words(reviewed)
        named = unclear or ", ".join(reviewed.card.shown.services[:2])
        if named:
            painter.setFont(self._strong)
            painter.setPen(QColor(tokens.warn if unclear else tokens.muted))
            # A long name must leave room for the place.
            room = min(painter.fontMetrics().horizontalAdvance(named), (right - left) * 3 // 5)
            self._fill(pen, QRect(left, line.top(), room + 2, line.height()), named)
            left += room + px(14)
        painter.setFont(self._small)
        painter.setPen(QColor(tokens.muted))
        self._fill(pen, QRect(left, line.top(), right - left, line.height()), about_words(reviewed))

    def _draw_signs(self, pen: CardPen, line: QRect, reviewed: Reviewed) -> int:
        tokens, px = self._theme.tokens, self._px
        signs = (
            ("shield", tokens.danger, reviewed.guarded.found),
            ("merge", tokens.muted, bool(reviewed.card.pain_points)),
            ("star", tokens.warn, reviewed.note.surprise),
            ("quote", tokens.muted, bool(reviewed.note.quote)),
            ("image", tokens.muted, bool(reviewed.card.shown.pictures)),
        )
        right, size = line.right(), px(15)
        for name, colour, holds in signs:
            if holds:
                place = QRect(right - size, line.center().y() - size // 2, size, size)
                pen.painter.drawPixmap(pen.turned(place).topLeft(), pixmap(name, colour, size, pen.ratio))
                right = place.left() - px(8)
        return right - px(4)

    @staticmethod
    def _fill(pen: CardPen, place: QRect, words: str) -> None:
        letters = QFontMetrics(pen.painter.font())
        shown = letters.elidedText(words, Qt.TextElideMode.ElideRight, max(0, place.width()))
        pen.write(pen.turned(place), shown, Qt.AlignmentFlag.AlignLeft)
