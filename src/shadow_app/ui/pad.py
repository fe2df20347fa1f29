"""The pad: the capture bar in a small window that stays on top, for a desk that somebody else is working at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizeGrip, QWidget

from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui._compiled.ui_pad import Ui_Pad
from shadow_app.ui.capture_bar import CaptureBar
from shadow_app.ui.icons import icon, pixmap
from shadow_app.ui.theme import Theme

WIDTH = 620
LEAST = 360
_SETTLED_MILLISECONDS = 400


class Pad(QWidget):
    """Shows and hides by key; what is half written in it stays when it hides."""

    def __init__(
        self,
        theme: Theme,
        lexicon: Lexicon,
        remember: Callable[[str], None] = lambda _place: None,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """
        Args:
            theme: the look.
            lexicon: the words of the catalogue.
            remember: told where the pad is, in words that `restore` understands, after every move.
            parent: its owner; without one the pad stays when the window is minimised.
            clock: what time it is, aware.
        """
        flags = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint
        super().__init__(parent, flags)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self._theme = theme
        self._remember = remember
        self.form = Ui_Pad()
        self.form.setupUi(self)
        self.bar = CaptureBar(theme, lexicon, self, clock)
        self.form.rows.addWidget(self.bar)
        self._corner = QSizeGrip(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MILLISECONDS)
        self._settled.timeout.connect(self._tell)
        self.form.close.clicked.connect(self.hide)
        self.bar.escaped.connect(self.hide)
        self.setFocusProxy(self.bar)
        theme.changed.connect(self._dress)
        self._dress()
        self.resize(theme.px(WIDTH), self.sizeHint().height())

    def name(self, title: str) -> None:
        """Say which visit the notes go to."""
        self.form.title.setText(title)

    def put_timers(self, timers: QWidget) -> None:
        """Show the running timers in the pad's head."""
        self.form.timers.addWidget(timers)

    def summon(self) -> None:
        """Show the pad, ready to write."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle(self) -> None:
        """Show it, or hide it if it is there."""
        if self.isVisible():
            self.hide()
        else:
            self.summon()

    def restore(self, place: str) -> None:
        """Go where it was, or as near as today's screens allow; nonsense is passed over."""
        try:
            left, top, width = (int(part) for part in place.split(","))
        except ValueError:
            return
        wanted = QRect(left, top, max(self._theme.px(LEAST), width), self.height())
        screen = QGuiApplication.screenAt(wanted.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        wanted.setWidth(min(wanted.width(), room.width()))
        wanted.moveLeft(min(max(wanted.left(), room.left()), room.right() + 1 - wanted.width()))
        wanted.moveTop(min(max(wanted.top(), room.top()), room.bottom() + 1 - wanted.height()))
        self.setGeometry(wanted)

    def event(self, event: QEvent) -> bool:
        """Be exactly as tall as the note needs."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape hides it from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken anywhere beside the line, it moves; the system does the moving, for Wayland allows nothing else."""
        handle = self.windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Remember it once it stands still."""
        super().moveEvent(event)
        self._settled.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the grip in its corner, and the height to the words."""
        super().resizeEvent(event)
        size = self._corner.sizeHint()
        left = 0 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - size.width()
        self._corner.setGeometry(left, self.height() - size.height(), size.width(), size.height())
        self._fit()
        self._settled.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember it now: this may be the end of the program."""
        super().hideEvent(event)
        self._settled.stop()
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and edge: there is no frame that would give it one."""
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.tokens.border))
        painter.setBrush(QColor(self._theme.tokens.ground))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _fit(self) -> None:
        height = self.form.rows.totalHeightForWidth(self.width())
        if height != self.height():
            self.resize(self.width(), height)

    def _tell(self) -> None:
        self._remember(f"{self.x()},{self.y()},{self.width()}")

    def _dress(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        self.setMinimumWidth(px(LEAST))
        self.form.grip.setPixmap(pixmap("grip-vertical", tokens.faint, px(16), self.devicePixelRatioF()))
        self.form.close.setIcon(icon("x", tokens.muted, px(16)))
        self.form.close.setIconSize(QSize(px(16), px(16)))
        self.update()
