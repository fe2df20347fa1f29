"""People and laptops of the team: whose they are, what they may do, and when anything was heard of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from shadow_app.bootstrap import Shadow
from shadow_app.domain.team import Standing, TeamRole
from shadow_app.ui._compiled.ui_exchange_laptops import Ui_ExchangeLaptops
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.team_words import about_member, role_word, team_words
from shadow_app.ui.exchange.words import short_id
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.meeting import Attempt
from shadow_app.usecases.team import Member, TeamState


class People(NamedTuple):
    """Whose team it is, who belongs to it, and what somebody tried without the right to it."""

    state: TeamState
    members: Sequence[Member]
    attempts: Sequence[Attempt]


def read_people(shadow: Shadow) -> People:
    """All that the list shows."""
    return People(shadow.team.state(), shadow.team.people(), shadow.team.attempts())


class ExchangeLaptops(QWidget):
    """The list; a lead introduces, revokes and names from it."""

    place_wanted = Signal()
    changed = Signal()
    """Somebody was introduced, revoked or named."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._members: dict[object, Member] = {}
        self._state: TeamState | None = None
        self.dialog: AskDialog | None = None
        self.form = Ui_ExchangeLaptops()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.laptops.setModel(self.model)
        self.form.laptops.setItemDelegate(TwoLineDelegate(desk.theme, self.form.laptops))
        self.form.laptops.selectionModel().currentChanged.connect(self._enable)
        self.form.nothingDo.clicked.connect(self.place_wanted)
        self._add_actions()

    def show_people(self, people: People) -> None:
        """Show who is known; the chosen one stays chosen."""
        chosen, now = self._chosen(), datetime.now().astimezone()
        self._state = people.state
        self._members = {each.device: each for each in people.members}
        others = [each for each in people.members if each.device != people.state.own_device]
        self.form.team.setText(team_words(people.state))
        own = self.tr("This is {laptop}; its key is {key}.")
        self.form.own.setText(own.format(laptop=short_id(people.state.own_device), key=people.state.own_fingerprint))
        self.form.nothing.setVisible(not others)
        self.form.laptops.setVisible(bool(others))
        self.model.show_entries([self._entry(each, now) for each in people.members])
        index = self.model.index_of(chosen.device) if chosen else self.model.index(0, 0)
        self.form.laptops.setCurrentIndex(index if index.isValid() else self.model.index(0, 0))
        self.form.attempts.setText("\n".join(each.words for each in people.attempts))
        self.form.attempts.setVisible(bool(people.attempts))
        self._enable()

    def focus(self) -> None:
        """The keyboard goes where there is something to do."""
        (self.form.nothingDo if self.form.laptops.isHidden() else self.form.laptops).setFocus()

    def found(self) -> None:
        """This laptop leads its team."""
        self._do(self._desk.shadow.team.found, self.tr("From now on this laptop leads its team."))

    def introduce(self) -> None:
        """Say what the chosen laptop may do, and until when."""
        member, team = self._chosen(), self._desk.shadow.team
        if member is None:
            return
        roles = tuple((role, role_word(role)) for role in (TeamRole.SHADOWER, TeamRole.LEAD))
        asks = (
            Ask("role", self.tr("May act as"), member.role, "pick", roles),
            Ask("until", self.tr("Until"), member.until and member.until.astimezone().date(), "day", ahead=365),
        )
        words = self.tr(
            "Everybody takes the work of {who} from then on without asking. A lead’s laptop may also accept "
            "notes, merge, erase, introduce and revoke."
        ).format(who=_name(member))
        self._ask(
            self.tr("Introduce {who}").format(who=_name(member)),
            asks,
            lambda values: team.introduce(member.device, values["role"], _end_of(values["until"])),
            words,
            self.tr("Introduce"),
        )

    def revoke(self) -> None:
        """Say why the chosen laptop is not to be trusted any more."""
        member, team = self._chosen(), self._desk.shadow.team
        if member is None:
            return
        words = self.tr("What it packs from now on is refused everywhere; what it had handed over before stays.")
        self._ask(
            self.tr("Revoke {who}").format(who=_name(member)),
            (Ask("why", self.tr("Why"), "", hint=self.tr("lost, stolen, left the team …")),),
            lambda values: team.revoke(member.device, values["why"]),
            words,
            self.tr("Revoke"),
        )

    def rename(self) -> None:
        """Say whose laptop the chosen one is."""
        member, team = self._chosen(), self._desk.shadow.team
        if member is None:
            return
        self._ask(
            self.tr("Whose laptop is it?"),
            (Ask("person", self.tr("Name"), member.person),),
            lambda values: team.rename(member.device, values["person"]),
            "",
            self.tr("Save"),
        )

    def _add_actions(self) -> None:
        add, row = self._desk.actions.add, []
        self._actions: dict[str, QAction] = {}
        for name, words, short, run, key in (
            ("introduce", self.tr("Introduce the chosen laptop…"), self.tr("Introduce…   I"), self.introduce, "I"),
            ("revoke", self.tr("Revoke the chosen laptop…"), self.tr("Revoke…   R"), self.revoke, "R"),
            ("rename", self.tr("Say whose laptop it is…"), self.tr("Whose is it…"), self.rename, "F2"),
            ("found", self.tr("Say that this laptop leads the team"), self.tr("I lead this team"), self.found, ""),
        ):
            button = QPushButton(short)
            button.setAccessibleName(words)
            self._actions[name] = add(self, words, run, key, button)
            row.append(button)
        in_a_row(self.form.doing, *row)

    def _entry(self, member: Member, now: datetime) -> TwoLines:
        own = self._state is not None and member.device == self._state.own_device
        gone = member.standing in (Standing.REVOKED, Standing.EXPIRED)
        name = self.tr("{who} (this laptop)").format(who=_name(member)) if own else _name(member)
        return TwoLines(member.device, name, about_member(member, now), faint=gone)

    def _chosen(self) -> Member | None:
        index = self.form.laptops.currentIndex()
        return self._members.get(self.model.entry(index).key) if index.isValid() else None

    def _enable(self, *_: object) -> None:
        member, state = self._chosen(), self._state
        leads = state is not None and state.leads
        own = state is not None and member is not None and member.device == state.own_device
        root = member is not None and member.standing is Standing.ROOT
        self._actions["introduce"].setEnabled(leads and member is not None and not root)
        self._actions["revoke"].setEnabled(
            leads and member is not None and not root and not own and member.standing is not Standing.REVOKED
        )
        self._actions["rename"].setEnabled(member is not None and not own)
        self._actions["found"].setEnabled(leads and state is not None and not state.founded)

    def _ask(self, title: str, asks: Sequence[Ask], keep: Callable[[Values], Any], words: str, button: str) -> None:
        self.dialog = AskDialog(title, asks, keep, self._desk, self.window(), words=words, button=button)
        self.dialog.kept.connect(lambda _: self.changed.emit())
        self.dialog.open()

    def _do(self, work: Callable[[], Any], said: str) -> None:
        guide = self._desk.guide

        def done(_: object) -> None:
            guide.say(said)
            self.changed.emit()

        self._desk.jobs.write(work, done, lambda error: guide.complain(words_for(error)))


def _name(member: Member) -> str:
    return member.person or short_id(member.device)


def _end_of(day: date | None) -> datetime | None:
    """Until the end of that day, on this computer's clock."""
    return None if day is None else datetime.combine(day, time(23, 59, 59)).astimezone()
