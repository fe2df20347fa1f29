"""The list of cards: keys, the empty state, and staying at the end while notes come in."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import pixmap
from shadow_app.ui.note_card import NoteCard
from shadow_app.ui.note_view import NoteView
from shadow_app.ui.theme import Theme
from shadow_app.ui.timeline_model import NOTE_ROLE, TimelineModel

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TimelineView(QListView):
    """Cards of a `TimelineModel`. Arrow keys walk, Enter opens, Delete removes, Esc goes back to the line."""

    chosen = Signal(object)
    """The id of the current note, None when there is none."""
    opened = Signal(object)
    """The id of a note whose details are wanted."""
    removal_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._empty: tuple[str, tuple[str, ...]] = ("", ())
        self.setModel(model)
        self.setItemDelegate(NoteCard(theme, self))
        self.setAccessibleName(self.tr("Timeline of the visit"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.doubleClicked.connect(lambda index: self.opened.emit(_id_of(index)))
        theme.changed.connect(self.doItemsLayout)

    def say_when_empty(self, title: str, examples: tuple[str, ...]) -> None:
        """What an empty timeline says, and lines that one could type."""
        self._empty = (title, examples)
        self.viewport().setAccessibleDescription(" ".join((title, *examples)))
        self.viewport().update()

    @property
    def note_id(self) -> UUID | None:
        """The current note."""
        return _id_of(self.currentIndex())

    def go_to(self, note_id: UUID) -> bool:
        """Make a note the current one and show it; False if it is not here."""
        row = self._timeline.row_of(note_id)
        if row is None:
            return False
        index = self._timeline.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def go_to_last(self) -> None:
        """Make the last note the current one."""
        rows = self._timeline.rowCount()
        if rows:
            self.setCurrentIndex(self._timeline.index(rows - 1))
            self.scrollToBottom()

    def go_to_next(self, words: str) -> bool:
        """Go to the next note that says all of these words, round and round; False if none does."""
        wanted = words.casefold().split()
        rows = self._timeline.rowCount()
        start = self.currentIndex().row()
        for step in range(1, rows + 1):
            note = self._timeline.note((start + step) % rows)
            if wanted and note is not None and all(word in note.spoken.casefold() for word in wanted):
                return self.go_to(note.id)
        return False

    def go_to_end(self) -> None:
        """Show the last notes without making one current."""
        self.executeDelayedItemsLayout()
        self.scrollToBottom()

    def reveal(self, row: int) -> None:
        """Bring a note into view without making it current: it was just written, and the line keeps the focus."""
        # The list lays out later; scrolling before that would aim at the old heights.
        self.executeDelayedItemsLayout()
        if row == self._timeline.rowCount() - 1:
            self.scrollToBottom()
        else:
            self.scrollTo(self._timeline.index(row))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell whose card it is now."""
        super().currentChanged(current, previous)
        self.chosen.emit(_id_of(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete and Esc; everything else is the list's."""
        note_id = self.note_id
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTERS and note_id is not None:
            self.opened.emit(note_id)
        elif event.key() == Qt.Key.Key_Delete and note_id is not None:
            self.removal_asked.emit(note_id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heights of the cards follow from the width; the end stays in view."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
        if at_end:
            self.scrollToBottom()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, or what to do when there are none."""
        super().paintEvent(event)
        if self._timeline.rowCount() == 0 and self._empty[0]:
            self._paint_empty()

    def sizeHint(self) -> QSize:
        """Whatever room there is."""
        return QSize(self._theme.px(420), self._theme.px(240))

    def minimumSizeHint(self) -> QSize:
        """At least one card."""
        return QSize(self._theme.px(240), self._theme.px(90))

    @property
    def _timeline(self) -> TimelineModel:
        model = self.model()
        assert isinstance(model, TimelineModel)
        return model

    def _paint_empty(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        title, examples = self._empty
        painter = QPainter(self.viewport())
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = self.viewport().rect().adjusted(px(12), 0, -px(12), 0)
        tall = px(74) + px(24) * len(examples)
        y = max(px(4), room.center().y() - tall // 2)
        mark = pixmap("pencil", tokens.accent, px(26), self.devicePixelRatioF())
        painter.drawPixmap(room.center().x() - px(13), y, mark)
        painter.setFont(font(px(17), 600))
        painter.setPen(QColor(tokens.text))
        painter.drawText(QRect(room.left(), y + px(36), room.width(), px(30)), int(middle), title)
        painter.setFont(font(px(14)))
        painter.setPen(QColor(tokens.muted))
        for number, example in enumerate(examples):
            line = QRect(room.left(), y + px(74) + number * px(24), room.width(), px(24))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignHCenter), example)
        painter.end()


def _id_of(index: AnyIndex) -> UUID | None:
    note: NoteView | None = index.data(NOTE_ROLE) if index.isValid() else None
    return None if note is None else note.id
