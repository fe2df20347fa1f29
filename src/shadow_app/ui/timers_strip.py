"""The strip of state timers: waiting, working around, an activity; several at once (`design.md` §3)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.icons import icon
from shadow_app.ui.tab_order import in_order
from shadow_app.ui.theme import Theme

translate = QCoreApplication.translate

ICONS = {ActivityKind.WAITING: "hourglass", ActivityKind.WORKING_AROUND: "wrench", ActivityKind.ROUTINE: "timer"}
_NAME_LENGTH = 200


class TimersStrip(QWidget):
    """A button for each kind of timer, and one for each that runs, with its time. It keeps no state but what it shows.

    Every second only the labels that show a time are painted; their width is fixed, so nothing is laid out again.
    """

    started = Signal(object, str)
    """The kind of activity and its name."""
    stopped = Signal(object)
    """The id of the activity."""
    left = Signal()
    """Esc or done: the line wants the focus back."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, clock: Callable[[], datetime] | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock or (lambda: datetime.now(timezone.utc))
        self._running: dict[UUID, _Running] = {}
        self._row = FlowLayout(self, 6)
        self.waiting = self._button(self.tr("Waiting"), ActivityKind.WAITING)
        self.working_around = self._button(self.tr("Working around"), ActivityKind.WORKING_AROUND)
        self.activity = self._button(self.tr("Activity…"), ActivityKind.ROUTINE)
        self.name = _NameLine(self)
        self.name.hide()
        self._row.addWidget(self.name)
        self.name.returnPressed.connect(self._begin_named)
        self.name.left.connect(self._close_name)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1_000)
        self._ticking.timeout.connect(self.tick)
        theme.changed.connect(self._dress)
        self._dress()

    def show_running(self, activities: Iterable[Activity]) -> None:
        """Show these timers and no others."""
        wanted = {each.id: each for each in activities if each.activity_kind is not ActivityKind.OFF_RECORD}
        for gone in self._running.keys() - wanted.keys():
            entry = self._running.pop(gone)
            entry.hide()
            self._row.removeWidget(entry)
            entry.deleteLater()
        for new in wanted.keys() - self._running.keys():
            entry = _Running(self._theme, wanted[new], self)
            entry.stop.clicked.connect(lambda _checked=False, which=new: self.stopped.emit(which))
            self._running[new] = entry
            self._row.addWidget(entry)
            entry.show()
        in_order((self.activity, *(entry.stop for entry in self._running.values()), self.name))
        self.tick()
        if self._running:
            self._ticking.start()
        else:
            self._ticking.stop()

    def toggle(self, kind: ActivityKind) -> None:
        """Stop the newest timer of a kind, or start one; an activity is asked for its name first."""
        newest = self._newest(kind)
        if newest is not None:
            self.stopped.emit(newest)
        elif kind is ActivityKind.ROUTINE:
            self.ask_name()
        else:
            self.started.emit(kind, "")

    def ask_name(self) -> None:
        """Ask what is being done; Enter starts the timer."""
        self.name.show()
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def tick(self) -> None:
        """Show the time of every timer that runs."""
        now = self._clock()
        for entry in self._running.values():
            entry.show_time(now)

    @property
    def running(self) -> tuple[UUID, ...]:
        """The timers shown, oldest first."""
        return tuple(self._running)

    def elapsed(self, activity_id: UUID) -> str:
        """What a timer shows."""
        return self._running[activity_id].time.text()

    def _newest(self, kind: ActivityKind) -> UUID | None:
        fitting = [entry for entry in self._running.values() if entry.activity.activity_kind is kind]
        return max(fitting, key=lambda entry: entry.activity.started_at).activity.id if fitting else None

    def _begin_named(self) -> None:
        name = self.name.text().strip()
        self._close_name()
        if name:
            self.started.emit(ActivityKind.ROUTINE, name)

    def _close_name(self) -> None:
        self.name.clear()
        self.name.hide()
        self.left.emit()

    def _button(self, words: str, kind: ActivityKind) -> QPushButton:
        button = QPushButton(f" {words}")
        button.setProperty("look", "ghost")
        button.setProperty("timer", kind.value)
        self._row.addWidget(button)
        return button

    def _dress(self) -> None:
        size = self._theme.px(15)
        pairs = zip((self.waiting, self.working_around, self.activity), ICONS.values(), strict=True)
        for button, name in pairs:
            button.setIcon(icon(name, self._theme.tokens.muted, size))
            button.setIconSize(QSize(size, size))
        self.name.setFixedWidth(self._theme.px(220))
        for entry in self._running.values():
            entry.dress()


class _Running(QWidget):
    """One timer that runs: what, for how long, and a button that ends it."""

    def __init__(self, theme: Theme, activity: Activity, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.activity = activity
        self.words = _words(activity)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("running")
        self.label = ElidedLabel()
        self.label.setText(self.words)
        self.time = QLabel()
        self.time.setTextFormat(Qt.TextFormat.PlainText)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("look", "ghost")
        self.stop.setAccessibleName(self.tr("Stop {what}").format(what=self.words))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 2, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.time)
        row.addWidget(self.stop)
        self.dress()

    def dress(self) -> None:
        """Take over colours and sizes."""
        tokens, px = self._theme.tokens, self._theme.px
        self.setStyleSheet(
            f"#running {{ background: {tokens.warn_soft}; border: 1px solid {tokens.warn};"
            f" border-radius: {px(9)}px; }} #running QLabel {{ color: {tokens.warn}; font-weight: 600; }}"
            f" #running QPushButton {{ color: {tokens.warn}; font-weight: 600; padding: 3px 8px; }}"
        )
        self.time.ensurePolished()
        self.time.setFixedWidth(QFontMetrics(self.time.font()).horizontalAdvance("0:00:00") + px(4))
        self.label.setMaximumWidth(px(200))

    def show_time(self, now: datetime) -> None:
        """`7:05`, `1:02:33`; a clock that was set back shows nought."""
        seconds = max(0, int((now - self.activity.started_at) / timedelta(seconds=1)))
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        words = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
        if words != self.time.text():
            self.time.setText(words)


def _words(activity: Activity) -> str:
    if activity.name:
        return activity.name
    return {
        ActivityKind.WAITING: translate("TimersStrip", "Waiting"),
        ActivityKind.WORKING_AROUND: translate("TimersStrip", "Working around"),
    }.get(activity.activity_kind, translate("TimersStrip", "Activity"))


class _NameLine(QLineEdit):
    """What is being done. Esc closes it."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("What are they doing?  Enter starts"))
        self.setAccessibleName(self.tr("Name of the activity"))
        self.setMaxLength(_NAME_LENGTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
