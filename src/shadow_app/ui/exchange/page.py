"""Together: hand over and receive, meet the others, answer what was written twice, and see who has been heard of."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from shadow_app.domain.news import News
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_exchange_page import Ui_ExchangePage
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.background import MINUTE, Exchanging
from shadow_app.ui.exchange.foot import StatusFoot
from shadow_app.ui.exchange.laptops import ExchangeLaptops, read_people
from shadow_app.ui.exchange.passing_on import ENDING, PassingOn
from shadow_app.ui.exchange.received import ExchangeReceived
from shadow_app.ui.exchange.tray import ExchangeTray
from shadow_app.ui.exchange.words import key_words, short_id, standing_words
from shadow_app.ui.fresh_page import FreshPage
from shadow_app.ui.place_dialog import PlaceDialog, often_words
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.meeting import Arrangement, Question
from shadow_app.usecases.sharing import Synced

TRAY, LAPTOPS, RECEIVED = range(3)


class ExchangePage(FreshPage):
    """The head says how things stand; three parts below it."""

    name = "exchange"
    icon = "users"
    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, minute: int = MINUTE) -> None:
        super().__init__(parent)
        self.title = self.tr("Together")
        self.widget = self
        self._desk = desk
        self.form = Ui_ExchangePage()
        self.form.setupUi(self)
        self.exchanging = Exchanging(desk, self, minute)
        self.foot = StatusFoot(self.exchanging)
        self.passing = PassingOn(desk, self)
        self.tray = ExchangeTray(desk, self)
        self.laptops = ExchangeLaptops(desk)
        self.received = ExchangeReceived(desk)
        self.dialog: PlaceDialog | QMessageBox | None = None
        self._build()
        self._connect()
        self._add_actions()
        self.exchanging.start()

    def shown(self) -> None:
        """The page has come to the front."""
        super().shown()
        self.exchanging.look()
        self._part().focus()

    def hear(self, news: News) -> None:
        """What was written is unsent, and may be an answer."""
        super().hear(news)
        self.exchanging.hear(news)

    def load(self) -> None:
        """Read what waits and what came in; how things stand is read all the time."""
        self._loading()
        meeting, jobs = self._desk.shadow.meeting, self._desk.jobs
        jobs.read(meeting.questions, self._show_questions, supersedes="questions")
        jobs.read(meeting.came_in, self.received.show_takings, supersedes="came in")
        jobs.read(lambda: read_people(self._desk.shadow), self.laptops.show_people, supersedes="people")

    def takes(self, path: Path) -> bool:
        """Whether it is a hand-over file, by its name."""
        return path.suffix.casefold() == ENDING

    def take_file(self, path: Path) -> None:
        """Look into a file that was dropped somewhere."""
        self.passing.look_into(path)

    def arrange(self) -> None:
        """Ask where and how often."""
        self._desk.jobs.read(self._desk.shadow.meeting.arrangement, self._ask_place)

    def pause(self) -> None:
        """Exchange nothing by itself until somebody says so; or go on."""
        standing, meeting = self.exchanging.standing, self._desk.shadow.meeting
        if standing is None or not standing.arrangement.address:
            return
        old = standing.arrangement
        wanted = Arrangement(old.address, old.minutes, not old.paused)
        self._desk.jobs.write(lambda: meeting.arrange(wanted), lambda _: self.exchanging.look())

    def meet(self) -> None:
        """Meet the others now; whoever works alone is asked where."""
        standing = self.exchanging.standing
        if standing is not None and not standing.arrangement.address:
            self.arrange()
        else:
            self.exchanging.meet()

    def accept(self) -> None:
        """Take from now on what the unknown laptops have left, after somebody has compared their keys."""
        waiting = self.exchanging.unknown
        if not waiting:
            return
        lines = [
            self.tr("{who}, {laptop}, key {key}").format(
                who=each.person or self.tr("somebody without a name"),
                laptop=short_id(each.device),
                key=key_words(each.fingerprint),
            )
            for each in waiting
        ]
        question = self.tr("Have you compared these keys with their owners? What they have left is taken from then on.")
        box = self.dialog = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shadow")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText("\n".join((question, "", *lines)))
        box.addButton(self.tr("Accept"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        devices = frozenset(each.device for each in waiting)
        box.accepted.connect(lambda: self.exchanging.meet(devices))
        box.open()

    def _build(self) -> None:
        form = self.form
        self._buttons: dict[str, QPushButton] = {}
        for name, words in (
            ("meet", self.tr("Meet now")),
            ("hand", self.tr("Hand over…")),
            ("receive", self.tr("Receive…")),
            ("arrange", self.tr("Where we meet…")),
        ):
            self._buttons[name] = QPushButton(words)
        self._buttons["meet"].setProperty("look", "primary")
        in_a_row(form.doing, *self._buttons.values())
        form.tabs.addTab(self.tray, self.tr("Written twice"))
        form.tabs.addTab(self.laptops, self.tr("People and laptops"))
        form.tabs.addTab(self.received, self.tr("Came in"))
        for part in (form.busy, form.trouble, form.unknown):
            part.hide()

    def _connect(self) -> None:
        form = self.form
        self.exchanging.changed.connect(self._show_standing)
        self.exchanging.counted.connect(self._show_count)
        self.exchanging.met.connect(self._tell)
        self.passing.done.connect(self._reload)
        self.tray.answered.connect(self._reload)
        self.tray.receiving.connect(self.passing.receive)
        self.received.receiving.connect(self.passing.receive)
        self.received.back_wanted.connect(self.passing.take_back)
        self.laptops.place_wanted.connect(self.arrange)
        self.laptops.changed.connect(self._reload)
        form.tabs.currentChanged.connect(self._part_shown)

    def _add_actions(self) -> None:
        add, form, buttons = self._desk.actions.add, self.form, self._buttons
        # The foot is on the screen whichever page is in front, and so are these.
        add(self.foot, self.tr("Meet the others now"), self.meet, "Ctrl+Shift+E", buttons["meet"])
        add(self.foot, self.tr("Hand over a file…"), self.passing.hand_over, "Ctrl+Shift+H", buttons["hand"])
        add(self.foot, self.tr("Receive a file…"), self.passing.receive, "Ctrl+Shift+J", buttons["receive"])
        add(self.foot, self.tr("Take back what was received last"), self.passing.take_back, "Ctrl+Shift+B")
        add(self.foot, self.tr("Choose where we meet…"), self.arrange, "", buttons["arrange"])
        self._stop = add(self.foot, self.tr("Stop the exchange"), self.exchanging.stop, "", form.stop)
        self._again = add(self.foot, self.tr("Try again to meet the others"), self.exchanging.meet, "", form.again)
        self._accept = add(self, self.tr("Accept the laptops that wait…"), self.accept, "A", form.accept)
        self._pause = add(self.foot, self.tr("Pause meeting the others, or go on"), self.pause)
        for place in range(form.tabs.count()):
            words = self.tr("Together: {part}").format(part=form.tabs.tabText(place))
            add(self, words, partial(self._open_part, place), f"Ctrl+{place + 1}")

    def _part(self) -> ExchangeTray | ExchangeLaptops | ExchangeReceived:
        return (self.tray, self.laptops, self.received)[self.form.tabs.currentIndex()]

    def _open_part(self, place: int) -> None:
        self.form.tabs.setCurrentIndex(place)
        self._part().focus()

    def _part_shown(self, _place: int) -> None:
        if self.isVisible():
            self._part().focus()

    def _reload(self) -> None:
        self.load()
        self.exchanging.look()

    def _show_questions(self, questions: list[Question]) -> None:
        self.tray.show_questions(questions)
        self._show_count(len(questions))

    def _show_count(self, number: int) -> None:
        words = self.tr("Written twice")
        self.form.tabs.setTabText(TRAY, f"{words} ({amounts.whole(number)})" if number else words)
        self.counted.emit(number)

    def _show_standing(self) -> None:
        form, meeting, now = self.form, self.exchanging, datetime.now().astimezone()
        standing = meeting.standing
        if standing is None:
            return
        arrangement = standing.arrangement
        lines = [standing_words(standing, now)]
        if arrangement.address:
            where = self.tr("Where: {address}, {often}").format(
                address=arrangement.address, often=often_words(arrangement)
            )
            lines.append(where)
        form.status.setText("\n".join(lines))
        form.busy.setVisible(meeting.running)
        done, of = meeting.progress
        form.bar.setRange(0, of)
        form.bar.setValue(done)
        self._stop.setEnabled(meeting.running)
        self._again.setEnabled(not meeting.running and bool(arrangement.address))
        self._pause.setEnabled(bool(arrangement.address))
        self._show_trouble()
        form.unknown.setVisible(bool(meeting.unknown))
        self._accept.setEnabled(bool(meeting.unknown))
        words = self.tr("Something was left there by a laptop that nobody here has accepted: {who}.")
        names = [each.person or short_id(each.device) for each in meeting.unknown]
        form.unknownWords.setText(words.format(who=amounts.joined(names)))

    def _show_trouble(self) -> None:
        meeting = self.exchanging
        self.form.trouble.setVisible(bool(meeting.trouble) and not meeting.running)
        words = [meeting.trouble]
        if meeting.next_at is not None:
            words.append(self.tr("It is tried again at {time}.").format(time=f"{meeting.next_at:%H:%M}"))
        self.form.troubleWords.setText(" ".join(words))

    def _tell(self, done: Synced) -> None:
        """Of what came of it only what somebody should read."""
        for sentence in (*done.refused, *done.warnings):
            self._desk.guide.complain(sentence)
        if done.received:
            words = self.tr("%Ln change(s) came in.", "", done.received)
            self._desk.guide.say(words)
            self._stale = True
            if self.isVisible():
                self.load()

    def _ask_place(self, arrangement: Arrangement) -> None:
        dialog = PlaceDialog(arrangement, self.window())
        meeting = self._desk.shadow.meeting

        def keep() -> None:
            wanted = dialog.arrangement
            self._desk.jobs.write(
                lambda: meeting.arrange(wanted),
                lambda _: self.exchanging.look(),
                lambda error: self._desk.guide.complain(words_for(error)),
            )

        dialog.accepted.connect(keep)
        self.dialog = dialog
        dialog.open()

    def go_to(self, at: UUID) -> None:
        """Show the tray, where something of this record waits."""
        self._open_part(TRAY)
