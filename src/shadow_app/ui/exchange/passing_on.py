"""Handing over a file, and taking one: opened, looked into, taken as a whole and taken back as a whole."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDate, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.domain.errors import Sealed
from shadow_app.domain.listing import VisitCard
from shadow_app.ui import amounts
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.dialogs import FilePassphrase, HandOverDialog
from shadow_app.ui.exchange.receive_preview import ReceivePreview, new_words
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.handing_over import Preview, Sent, Taken
from shadow_app.usecases.meeting import Looked
from shadow_app.usecases.team_keys import Recipient

ENDING = ".shadow"


class PassingOn(QObject):
    """The dialogs stand over whatever page is in front."""

    done = Signal()
    """Something came in or was taken back."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self.dialog: QDialog | None = None

    def hand_over(self) -> None:
        """Ask what goes into the file and where it goes, then pack it beside everything else."""
        meeting = self._desk.shadow.meeting
        self._desk.jobs.read(lambda: (meeting.visits(), meeting.recipients()), self._ask_what, self._failed)

    def receive(self) -> None:
        """Choose a file."""
        kinds = self.tr("Shadow files (*{ending});;All files (*)").format(ending=ENDING)
        chosen = QFileDialog.getOpenFileName(self._window(), self.tr("Receive"), str(Path.home()), kinds)[0]
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, path: Path, passphrase: str | None = None) -> None:
        """Show what a file would do."""
        meeting = self._desk.shadow.meeting

        def failed(error: BaseException) -> None:
            if isinstance(error, Sealed):
                self._ask_passphrase(path, "" if passphrase is None else words_for(error))
            else:
                self._failed(error)

        self._desk.guide.say(self.tr("Looking into {name} …").format(name=path.name))
        self._desk.jobs.apart(lambda _job: meeting.look_into(path, passphrase), self._show, failed)

    def take_back(self, taking_id: UUID | None = None) -> None:
        """Take back all that came in together; the newest file, if not said."""
        exchange = self._desk.shadow.exchange

        def take() -> str:
            exchange.take_back(taking_id)
            return exchange.stays_in()

        def taken(stays: str) -> None:
            said = self.tr("Taken back. Ctrl+Z on the page Together brings it again.")
            self._desk.guide.say(f"{said} {stays}".rstrip())
            self.done.emit()

        self._desk.jobs.write(take, taken, self._failed)

    def _ask_what(self, read: tuple[list[VisitCard], list[Recipient]]) -> None:
        dialog = HandOverDialog(read[0], self._window(), read[1])

        def save() -> None:
            self._choose(dialog.visit_id, dialog.passphrase, dialog.to)

        dialog.accepted.connect(save)
        self._open(dialog)

    def _choose(self, visit_id: UUID | None, passphrase: str | None, to: tuple[str, ...] = ()) -> None:
        day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        author = "".join(each for each in self._desk.shadow.store.author if each.isalnum() or each in " -_").strip()
        name = f"{author or 'shadow'} {day}{ENDING}"
        kinds = self.tr("Shadow files (*{ending})").format(ending=ENDING)
        title = self.tr("Hand over: choose the file")
        chosen = QFileDialog.getSaveFileName(self._window(), title, str(Path.home() / name), kinds)[0]
        if not chosen:
            return
        path = Path(chosen if chosen.endswith(ENDING) else chosen + ENDING)
        meeting = self._desk.shadow.meeting
        self._desk.guide.say(self.tr("Packing {name} …").format(name=path.name))
        self._desk.jobs.apart(lambda _job: meeting.hand_over(path, visit_id, passphrase, to), self._sent, self._failed)

    def _sent(self, sent: Sent) -> None:
        words = self.tr(
            "{file} is packed: {changes:|change|changes}, {contents:|photo or report|photos and reports}. Pass it on."
        )
        self._desk.guide.say(
            words.format(
                file=sent.path.name, changes=amounts.whole(sent.changes), contents=amounts.whole(sent.contents)
            )
        )

    def _ask_passphrase(self, path: Path, why: str) -> None:
        dialog = FilePassphrase(path.name, why, self._window())
        dialog.accepted.connect(lambda: self.look_into(path, dialog.passphrase))
        self._open(dialog)

    def _show(self, looked: Looked) -> None:
        dialog = ReceivePreview(looked, self._window())
        dialog.accepted.connect(lambda: self._take(looked.preview, dialog.accepted_sender, dialog.own_team))
        self._open(dialog)

    def _take(self, seen: Preview, accept: bool, own_team: bool) -> None:
        meeting = self._desk.shadow.meeting

        def taken(outcome: Taken) -> None:
            self._tell(seen, outcome)
            self.done.emit()

        self._desk.jobs.write(lambda: meeting.take(seen, accept=accept, own_team=own_team), taken, self._failed)

    def _tell(self, seen: Preview, taken: Taken) -> None:
        outcome = taken.outcome
        what = [new_words(outcome.new, outcome.new_count)] if outcome.new_count else []
        if outcome.changed_count:
            what.append(self.tr("{number} changed").format(number=amounts.whole(outcome.changed_count)))
        who = seen.sender.person or self.tr("somebody without a name")
        words = self.tr("Received from {who}: {what}.")
        said = [words.format(who=who, what=amounts.joined(what) or self.tr("changes"))]
        if number := outcome.conflict_count:
            said.append(self.tr("Written twice: {number}, to be answered on the page Together.").format(number=number))
        undo = self.tr("Take it back   Ctrl+Shift+B")
        self._desk.guide.offer(" ".join(said), undo, lambda: self.take_back(taken.taking))

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _window(self) -> QWidget:
        return self._over.window()

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))
