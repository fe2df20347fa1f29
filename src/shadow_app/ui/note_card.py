"""The painted card of a note: time, rail, pill, context, minutes, damage, words, quote, photo (`design.md` §6)."""

from __future__ import annotations

from PySide6.QtCore import (
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.card_pen import CardPen
from shadow_app.ui.card_text import CardText, CardTexts
from shadow_app.ui.dates import SHORTEST, day_words
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import KIND_ICONS, pixmap
from shadow_app.ui.note_view import (
    NoteView,
    kind_word,
    minutes_words,
    people_words,
    times_words,
    translate,
    unclear_words,
)
from shadow_app.ui.round_photo import round_photo
from shadow_app.ui.theme import Theme
from shadow_app.ui.timeline_model import NOTE_ROLE
from shadow_app.ui.tokens import Pair

TICKS = 5


class NoteCard(QStyledItemDelegate):
    """Paints a NoteView. All lengths grow with the text; everything is mirrored where writing runs right to left."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = CardTexts()
        self._use_theme()
        theme.changed.connect(self._use_theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """As tall as its words."""
        note: NoteView = index.data(NOTE_ROLE)
        words = self._words(note, self._whole(option), option.direction)
        tall = self._head + words.height + 2 * self._pad
        if note.photo_count:
            tall = max(tall, self._photo.height() + 2 * self._px(12))
        return QSize(self._px(320), tall + self._gap)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one row."""
        note: NoteView = index.data(NOTE_ROLE)
        row = QRect(option.rect)
        spare = row.width() - self._whole(option)
        row.adjust(*((spare, 0, 0, 0) if option.direction is Qt.LayoutDirection.RightToLeft else (0, 0, -spare, 0)))
        card = QRect(
            row.left() + self._px(96), row.top(), row.width() - self._px(96) - self._px(8), row.height() - self._gap
        )
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        pen = CardPen(painter, option, row)
        self._draw_rail(pen, note, card, first=index.row() == 0)
        self._draw_clock(pen, note, card, day=_begins_a_day(index))
        self._draw_ground(pen, card)
        right = self._draw_photo(pen, note, card)
        self._draw_head(pen, note, card, right)
        words = self._words(note, row.width(), option.direction)
        place = pen.turned(
            QRect(card.left() + self._pad, card.top() + self._pad + self._head, words.width, words.height)
        )
        words.draw(painter, QPointF(place.topLeft()), QColor(self._theme.tokens.text), QColor(self._theme.tokens.muted))
        painter.restore()

    def _use_theme(self) -> None:
        self._px = self._theme.px
        px = self._px
        self._pad, self._gap = px(14), px(9)
        self._photo = QSize(px(78), px(70))
        self._small, self._context_font = font(px(11), 600), font(px(12), 500)
        self._strong, self._time_font = font(px(12), 600), font(px(13), 600)
        self._pill_height = max(px(22), QFontMetrics(self._small).height() + px(6))
        self._head = self._pill_height + px(7)
        self._texts.use(font(px(14)), font(px(13)), px(4))

    def _whole(self, option: QStyleOptionViewItem) -> int:
        """The width of a row: what the view has beside its scroll bar, whether that is there or not.

        Heights follow from widths. If widths followed from the scroll bar, it would come and go for ever; and
        `option.rect` differs between layout and paint.
        """
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return option.rect.width()
        return view.contentsRect().width() - view.verticalScrollBar().sizeHint().width()

    def _words(self, note: NoteView, whole: int, direction: Qt.LayoutDirection) -> CardText:
        taken = self._px(96) + self._px(8) + 2 * self._pad
        if note.photo_count:
            taken += self._photo.width() + self._px(8)
        return self._texts.of(note, max(self._px(80), whole - taken), direction)

    def _draw_rail(self, pen: CardPen, note: NoteView, card: QRect, *, first: bool) -> None:
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        middle = card.center().y()
        line = pen.turned(QRect(pen.row.left() + px(73), middle if first else pen.row.top(), 2, 0)).left()
        top = middle if first else pen.row.top()
        painter.fillRect(QRect(line, top, 2, pen.row.bottom() + 1 - top), QColor(tokens.border))
        dot = QPointF(line + 1, middle + 0.5)
        painter.setPen(QPen(QColor(tokens.ground), px(4)))
        painter.setBrush(QColor(tokens.kinds[note.kind].fore))
        painter.drawEllipse(dot, px(7), px(7))

    def _draw_clock(self, pen: CardPen, note: NoteView, card: QRect, *, day: bool) -> None:
        """When it was; with the day below where the notes are of several."""
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        painter.setFont(self._time_font)
        painter.setPen(QColor(tokens.text if pen.selected else tokens.muted))
        place = QRect(pen.row.left(), card.top(), px(56), card.height())
        if day:
            tall = painter.fontMetrics().height()
            below = QRect(place.left(), place.center().y(), place.width(), tall)
            place = below.translated(0, -tall)
            painter.setFont(self._small)
            pen.write(pen.turned(below), day_words(note.at.date(), SHORTEST), Qt.AlignmentFlag.AlignRight)
            painter.setFont(self._time_font)
        pen.write(pen.turned(place), f"{note.at:%H:%M}", Qt.AlignmentFlag.AlignRight)

    def _draw_ground(self, pen: CardPen, card: QRect) -> None:
        tokens, painter = self._theme.tokens, pen.painter
        colour = tokens.accent if pen.selected else tokens.faint if pen.hovered else tokens.border
        width = 2.0 if pen.selected and pen.focused else 1.5 if pen.selected else 1.0
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(pen.turned(card)).adjusted(1, 1, -1, -1), 10, 10)

    def _draw_photo(self, pen: CardPen, note: NoteView, card: QRect) -> int:
        """Draw the photo; returns where the words must end."""
        right = card.right() - self._pad
        if not note.photo_count:
            return right
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        tall = card.height() - 2 * px(12)
        size = QSize(self._photo.width(), min(tall, px(92)))
        left = card.right() - px(12) - size.width()
        place = pen.turned(QRect(QPoint(left, card.top() + (card.height() - size.height()) // 2), size))
        drawn = round_photo(note.thumb, size.width(), size.height(), px(7), pen.ratio) if note.thumb else None
        if drawn is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(place, px(7), px(7))
            mark = pixmap("image", tokens.faint, px(20), pen.ratio)
            painter.drawPixmap(place.center() - QPoint(px(10), px(10)), mark)
        else:
            painter.drawPixmap(place.topLeft(), drawn)
        if note.photo_count > 1:
            self._draw_count(pen, place, note.photo_count)
        return left - px(8)

    def _draw_count(self, pen: CardPen, place: QRect, count: int) -> None:
        tokens, px, painter = self._theme.tokens, self._px, pen.painter
        painter.setFont(self._small)
        words = f"+{count - 1}"
        wide = painter.fontMetrics().horizontalAdvance(words) + px(8)
        tall = painter.fontMetrics().height() + px(2)
        badge = QRect(place.right() - wide - px(3), place.bottom() - tall - px(3), wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(badge, px(5), px(5))
        painter.setPen(QColor(tokens.text))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_head(self, pen: CardPen, note: NoteView, card: QRect, right: int) -> None:
        pair = self._theme.tokens.kinds[note.kind]
        line = QRect(
            card.left() + self._pad, card.top() + self._pad, right - card.left() - self._pad, self._pill_height
        )
        left = self._draw_pill(pen, line, note, pair)
        right = self._draw_ticks(pen, line, note, pair)
        lost = minutes_words(note.minutes)
        if lost:
            words = translate("NoteCard", "{minutes} lost").format(minutes=lost)
            right = pen.write_at_end(line, right, words, self._strong, pair.fore) - self._px(12)
        right = self._draw_marks(pen, line, note, right)
        painter = pen.painter
        painter.setFont(self._context_font)
        painter.setPen(QColor(self._theme.tokens.muted))
        room = QRect(left + self._px(10), line.top(), max(0, right - left - self._px(10)), line.height())
        words = painter.fontMetrics().elidedText(note.context, Qt.TextElideMode.ElideRight, room.width())
        pen.write(pen.turned(room), words, Qt.AlignmentFlag.AlignLeft)

    def _draw_pill(self, pen: CardPen, line: QRect, note: NoteView, pair: Pair) -> int:
        px, painter = self._px, pen.painter
        painter.setFont(self._small)
        words = kind_word(note.kind)
        icon = px(14)
        wide = painter.fontMetrics().horizontalAdvance(words) + icon + px(8) + px(6) + px(10)
        pill = QRect(line.left(), line.top(), wide, line.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.soft))
        painter.drawRoundedRect(pen.turned(pill), pill.height() / 2, pill.height() / 2)
        mark = QRect(pill.left() + px(8), pill.top() + (pill.height() - icon) // 2, icon, icon)
        painter.drawPixmap(pen.turned(mark).topLeft(), pixmap(KIND_ICONS[note.kind], pair.fore, icon, pen.ratio))
        painter.setPen(QColor(pair.fore))
        pen.write(pen.turned(pill.adjusted(px(8) + icon + px(6), 0, 0, 0)), words, Qt.AlignmentFlag.AlignLeft)
        return pill.right()

    def _draw_ticks(self, pen: CardPen, line: QRect, note: NoteView, pair: Pair) -> int:
        """Five ticks, none of them where nobody has graded: grade 0 is one tick, not the same as no grade."""
        if note.damage is None:
            return line.right()
        px, painter = self._px, pen.painter
        step = px(13)
        left = line.right() - TICKS * step + px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(TICKS):
            painter.setBrush(QColor(pair.fore if number <= note.damage else self._theme.tokens.border))
            tick = QRect(left + number * step, line.center().y() - px(1), px(10), px(4))
            painter.drawRoundedRect(pen.turned(tick), px(2), px(2))
        return left - px(12)

    def _draw_marks(self, pen: CardPen, line: QRect, note: NoteView, right: int) -> int:
        """What is told, recorded, surprising, or waits for a yes or no: small outlined words, dashed like a chip."""
        tokens = self._theme.tokens
        if note.told:
            right = self._draw_mark(pen, line, right, translate("NoteCard", "told"), tokens.muted)
        if note.voice_count:
            right = self._draw_mark(pen, line, right, translate("NoteCard", "voice"), tokens.muted)
        if note.surprise:
            right = self._draw_mark(pen, line, right, translate("NoteCard", "surprise"), tokens.warn)
        for words in (people_words(note.people), times_words(note.count)):
            if words:
                right = self._draw_mark(pen, line, right, words, tokens.muted)
        if note.offers_open:
            right = self._draw_mark(pen, line, right, translate("NoteCard", "to accept"), tokens.accent, dashed=True)
        if note.unclear:
            right = self._draw_mark(pen, line, right, unclear_words(note.unclear), tokens.warn, dashed=True)
        return right

    def _draw_mark(
        self, pen: CardPen, line: QRect, right: int, words: str, colour: str, *, dashed: bool = False
    ) -> int:
        px, painter = self._px, pen.painter
        painter.setFont(self._small)
        wide = painter.fontMetrics().horizontalAdvance(words) + px(14)
        place = pen.turned(QRect(right - wide, line.top() + 1, wide, line.height() - 2))
        outline = QPen(QColor(colour), 1)
        if dashed:
            outline.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), place.height() / 2, place.height() / 2)
        painter.setPen(QColor(colour))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        return right - wide - px(8)


def _begins_a_day(index: AnyIndex) -> bool:
    """Whether this is the first note of its day in a list with notes of several days."""
    at = index.data(NOTE_ROLE).at.date()
    notes = index.model()
    other = notes.index((index.row() or notes.rowCount()) - 1, 0)
    return bool(other.data(NOTE_ROLE).at.date() != at)
