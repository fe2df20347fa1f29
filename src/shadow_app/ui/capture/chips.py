"""The chips under the line: solid is understood, dashed is offered, struck out is text again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from shadow_app.ui.capture.note import ChipState, ShownChip
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.fonts import font
from shadow_app.ui.icons import pixmap
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.theme import Theme
from shadow_app.ui.written import direction_of

_TEXT = 12
_ICON = 14
_PAD = 9
_GAP = 6
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


_IN_LINE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class ChipButton(QPushButton):
    """One chip, painted from the tokens: a style sheet's polish is too slow for every key press."""

    left = Signal()
    """Escape or Ctrl+Up: back to the line."""
    stepped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.chip = ShownChip("", "", "tag", ChipState.TAKEN, "")
        self._cap = ""
        # A click must not take the focus from the line.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_chip(self, chip: ShownChip, cap: str = "") -> None:
        """Show this one; `cap` is the key that takes it, if any."""
        if (chip, cap) == (self.chip, self._cap):
            return
        self.chip, self._cap = chip, cap
        self.setText(chip.words.replace("&", "&&"))
        self.setToolTip(plain_tip(chip.tip))
        self.setAccessibleDescription(chip.tip)
        self.setAccessibleName(self._spoken())
        self.setAccessibleDescription(chip.tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words, an icon before them, a key after them."""
        px = self._theme.px
        words = QFontMetrics(font(px(_TEXT), 500)).horizontalAdvance(self.chip.words)
        width = px(_PAD) * 2 + px(_ICON) + px(5) + words + (px(_GAP) + self._cap_width() if self._cap else 0)
        return QSize(width + 2, px(24))

    def minimumSizeHint(self) -> QSize:
        """May be shortened where the window is narrower than the words."""
        return QSize(self._theme.px(60), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any of the keys that a person would try."""
        key = event.key()
        if key in _PRESSES:
            self.click()
        elif key == Qt.Key.Key_Escape or (
            key == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.stepped.emit(1 if (key == Qt.Key.Key_Right) is not mirrored else -1)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Draw it hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Draw it at rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, border, icon, words, key."""
        px, ratio = self._theme.px, self.devicePixelRatioF()
        ground, ink, edge = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.tokens.text if self.hasFocus() else edge), 1.5 if self.hasFocus() else 1.0)
        if self.chip.state is ChipState.OFFERED and not self.hasFocus():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        icon = pixmap(self.chip.icon, ink, px(_ICON), ratio)
        top = (self.height() - px(_ICON)) // 2
        room = self.rect().adjusted(px(_PAD), 0, -px(_PAD), 0)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.drawPixmap(room.right() + 1 - px(_ICON) if mirrored else room.left(), top, icon)
        lead, tail = px(_ICON) + px(5), (self._cap_width() + px(_GAP) if self._cap else 0)
        words = room.adjusted(tail, 0, -lead, 0) if mirrored else room.adjusted(lead, 0, -tail, 0)
        letters = font(px(_TEXT), 500)
        letters.setStrikeOut(self.chip.state is ChipState.TEXT)
        painter.setFont(letters)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(letters).elidedText(self.chip.words, Qt.TextElideMode.ElideRight, words.width() + 1)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        # Words run the way they are written in, whichever way the window runs.
        painter.setLayoutDirection(direction_of(shown))
        painter.drawText(words, side | _IN_LINE, shown)
        if self._cap:
            self._paint_cap(painter, QRectF(room.left() if mirrored else room.right() + 1 - self._cap_width(), 0, 0, 0))

    def _paint_cap(self, painter: QPainter, at: QRectF) -> None:
        px, tokens = self._theme.px, self._theme.tokens
        cap = QRectF(at.left(), (self.height() - px(15)) / 2, self._cap_width(), px(15))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft))
        painter.drawRoundedRect(cap, px(4), px(4))
        painter.setFont(font(px(10), 600))
        painter.setPen(QColor(tokens.accent))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._cap)

    def _cap_width(self) -> int:
        px = self._theme.px
        return QFontMetrics(font(px(10), 600)).horizontalAdvance(self._cap) + px(8)

    def _colours(self) -> tuple[str, str, str]:
        """Ground, words, edge."""
        tokens = self._theme.tokens
        hovered = self.underMouse()
        return {
            ChipState.TAKEN: (tokens.raised, tokens.text, tokens.faint if hovered else tokens.raised),
            ChipState.UNKNOWN: (tokens.raised, tokens.muted, tokens.warn),
            ChipState.OFFERED: (tokens.accent_soft if hovered else tokens.surface, tokens.accent, tokens.accent),
            ChipState.TEXT: (tokens.surface, tokens.faint, tokens.faint if hovered else tokens.border),
            ChipState.WARNING: (tokens.warn_soft, tokens.warn, tokens.warn if hovered else tokens.warn_soft),
        }[self.chip.state]

    def _spoken(self) -> str:
        return {
            ChipState.TAKEN: self.tr("{words}, understood"),
            ChipState.UNKNOWN: self.tr("{words}, kept"),
            ChipState.OFFERED: self.tr("{words}, offered"),
            ChipState.TEXT: self.tr("{words}, plain text"),
            ChipState.WARNING: self.tr("{words}, a warning"),
        }[self.chip.state].format(words=self.chip.words)


class ChipRow(QWidget):
    """Chips in reading order, as many lines of them as they need; buttons are used again at every key."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: list[ChipButton] = []
        self.follows: QWidget | None = None
        """What Tab leaves when it comes to the first chip."""
        self._count = 0
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def chips(self) -> tuple[ShownChip, ...]:
        """What is shown."""
        return tuple(button.chip for button in self.buttons[: self._count])

    def show_chips(self, chips: Sequence[ShownChip]) -> None:
        """Show these, touching only what differs."""
        if tuple(chips) == self.chips:
            return
        while len(self.buttons) < len(chips):
            self._add_button()
        first_offer = next((place for place, chip in enumerate(chips) if chip.state is ChipState.OFFERED), -1)
        for place, chip in enumerate(chips):
            self.buttons[place].show_chip(chip, self.tr("Tab") if place == first_offer else "")
            self.buttons[place].show()
        for button in self.buttons[len(chips) :]:
            if button.hasFocus():
                self.left.emit()
            button.hide()
        self._count = len(chips)
        self._flow.invalidate()
        self.updateGeometry()

    def take_focus(self) -> bool:
        """Go to the first chip, if there is one."""
        if self._count:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self._count)

    def _add_button(self) -> None:
        place = len(self.buttons)
        button = ChipButton(self._theme, self)
        button.clicked.connect(lambda: self.pressed.emit(button.chip.key))
        button.left.connect(self.left)
        button.stepped.connect(lambda step: self._step(place + step))
        self.buttons.append(button)
        self._flow.addWidget(button)
        before = self.buttons[place - 1] if place else self.follows
        if before is not None:
            self.setTabOrder(before, button)

    def _step(self, place: int) -> None:
        if 0 <= place < self._count:
            self.buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _restyle(self) -> None:
        for button in self.buttons:
            button.updateGeometry()
            button.update()
        self._flow.invalidate()
