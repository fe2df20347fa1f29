"""Off the record: one key, and there is nothing to read over a shoulder (`design.md` §3)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from shadow_app.ui._compiled.ui_off_record import Ui_OffRecord
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme

BLANK_TITLE = "Shadow"


class OffRecord(QWidget):
    """Covers a window, hides the program's other windows, and swallows every key but its own.

    Whoever owns it writes the pause down: `paused` and `resumed` say when.
    """

    paused = Signal(object)
    """The moment, aware."""
    resumed = Signal(object)

    def __init__(
        self, theme: Theme, window: QWidget, clock: Callable[[], datetime] = lambda: datetime.now().astimezone()
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._clock = clock
        self._since: datetime | None = None
        self._title = ""
        self._focus: QWidget | None = None
        self._others: list[QWidget] = []
        self.form = Ui_OffRecord()
        self.form.setupUi(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.form.go_on.clicked.connect(self.end)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1_000)
        self._ticking.timeout.connect(self._show_minutes)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._keep_focus)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def active(self) -> bool:
        """Whether the window is covered."""
        return self._since is not None

    def toggle(self) -> None:
        """Go off the record, or on again."""
        if self.active:
            self.end()
        else:
            self.begin()

    def begin(self, since: datetime | None = None) -> None:
        """Cover the window.

        Args:
            since: when a pause began that is still running, as after a restart; it is not announced again.
        """
        if self.active:
            return
        self._since = since or self._clock()
        self._title, self._focus = self._window.windowTitle(), self._window.focusWidget()
        self._window.setWindowTitle(BLANK_TITLE)
        self._others = [other for other in QApplication.topLevelWidgets() if self._is_other(other)]
        for other in self._others:
            other.hide()
        self._show_minutes()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ticking.start()
        if since is None:
            self.paused.emit(self._since)

    def end(self) -> None:
        """Uncover it."""
        if not self.active:
            return
        self._since = None
        self._ticking.stop()
        self.hide()
        self._window.setWindowTitle(self._title)
        for other in self._others:
            if isValid(other):
                other.show()
        self._others = []
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focus = None
        self.resumed.emit(self._clock())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover what grows, and let no new title say anything."""
        if watched is self._window and self.active:
            if event.type() is QEvent.Type.Resize:
                self.setGeometry(self._window.rect())
            elif event.type() is QEvent.Type.WindowTitleChange and self._window.windowTitle() != BLANK_TITLE:
                self._title = self._window.windowTitle()
                self._window.setWindowTitle(BLANK_TITLE)
            elif event.type() is QEvent.Type.ChildAdded:
                QTimer.singleShot(0, self, self.raise_)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """No shortcut of what lies below may work."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  # as Qt calls it
        """Tab leads nowhere."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key goes on; nothing else does anything."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_O and event.modifiers() == both and not event.isAutoRepeat():
            self.end()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing shines through."""
        QPainter(self).fillRect(self.rect(), QColor(self._theme.tokens.ground))

    def _is_other(self, widget: QWidget) -> bool:
        return widget is not self._window and widget.isVisible() and not widget.isModal()

    def _keep_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.active and new is not None and new is not self and self._window.isAncestorOf(new):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_minutes(self) -> None:
        if self._since is None:
            return
        minutes = int((self._clock() - self._since).total_seconds() // 60)
        words = self.tr("paused {n} min").format(n=minutes) if minutes > 0 else self.tr("paused just now")
        if words != self.form.minutes.text():
            self.form.minutes.setText(words)
            spoken = f"{self.form.title.text()}, {words}. {self.form.how.text()}"
            self.setAccessibleName(spoken)

    def _dress(self) -> None:
        px = self._theme.px
        self.form.sign.setPixmap(pixmap("eye-off", self._theme.tokens.muted, px(44), self.devicePixelRatioF()))
        self.update()
