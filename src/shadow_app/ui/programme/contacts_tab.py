"""Contacts at three levels, and a short log of who was asked what they need, when, and what they said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.vocabulary import ContactLevel
from shadow_app.insight.last_contact import ContactRow
from shadow_app.ui._compiled.ui_contacts_tab import Ui_ContactsTab
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.letters import breakable, within
from shadow_app.ui.programme.contacts_ask import Choices, ask_contact, ask_conversation, read_choices
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines

_CONTACTS, _LOG = "contacts", "conversations"
_PLAIN = Qt.TextFormat.PlainText


class ContactsTab(QWidget):
    """People on the left, what they said on the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Contacts")
        self._desk = desk
        self._unit: UUID | None = None
        self._rows: dict[object, ContactRow] = {}
        self._talks: dict[object, Conversation] = {}
        self.dialog: RecordDialog | None = None
        self.box: QMessageBox | None = None
        self.form = Ui_ContactsTab()
        self.form.setupUi(self)
        self.people, self.talks = TwoLineModel(self), TwoLineModel(self)
        for view, model in ((self.form.people, self.people), (self.form.talks, self.talks)):
            view.setModel(model)
            view.setItemDelegate(TwoLineDelegate(desk.theme, view))
        self.form.nothing.hide()
        in_a_row(self.form.peopleDoing, self.form.add, self.form.edit, self.form.remove)
        in_a_row(self.form.talksDoing, self.form.note, self.form.change)
        self._connect()

    def load(self, unit_id: UUID | None) -> None:
        """Read the contacts of a unit, or of all."""
        self._unit = unit_id
        contacts = self._desk.shadow.contacts
        self._desk.jobs.read(lambda: contacts.all(unit_id), self._show, supersedes=_CONTACTS)

    def go_to(self, contact_id: UUID) -> bool:
        """Choose a contact; False where it is not on the list."""
        index = self.people.index_of(contact_id)
        if index.isValid():
            self.form.people.setCurrentIndex(index)
            self.form.people.setFocus()
        return index.isValid()

    def add(self) -> None:
        """Add a contact."""
        self._ask_contact(None)

    def edit(self) -> None:
        """Edit the chosen contact."""
        row = self._chosen()
        if row is not None:
            self._ask_contact(row.contact)

    def remove(self) -> None:
        """Remove the chosen contact after asking."""
        row = self._chosen()
        if row is None:
            return
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shadow")
        box.setTextFormat(_PLAIN)
        words = self.tr("Remove {name}? What they said goes with them; Ctrl+Z on the desk brings both back.")
        without = self.tr("Remove {name} from the contacts?")
        box.setText((words if row.conversations else without).format(name=row.contact.name))
        box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        contacts, contact_id = self._desk.shadow.contacts, row.contact.id
        box.accepted.connect(lambda: self._desk.jobs.write(lambda: contacts.drop(contact_id), self._written))
        self.box = box
        box.open()

    def note(self) -> None:
        """Write down a conversation with the chosen contact."""
        row = self._chosen()
        if row is not None:
            self._ask_talk(row.contact, None)

    def change(self) -> None:
        """Change the chosen conversation."""
        row, talk = self._chosen(), self._talk()
        if row is not None and talk is not None:
            self._ask_talk(row.contact, talk)

    def unnote(self) -> None:
        """Remove the chosen conversation; the desk's undo brings it back."""
        talk, contacts = self._talk(), self._desk.shadow.contacts
        if talk is not None:
            self._desk.guide.say(self.tr("Removed; undo in Review or on Pain points brings it back."))
            self._desk.jobs.write(lambda: contacts.unnote(talk.id), self._written, self._failed)

    def _connect(self) -> None:
        form, actions = self.form, self._desk.actions
        actions.add(self, self.tr("Add a contact"), self.add, "N", form.add)
        form.begin.clicked.connect(self.add)
        self._edit = actions.add(self, self.tr("Edit the contact"), self.edit, "F2", form.edit)
        self._remove = actions.add(self, self.tr("Remove the contact"), self.remove, "Del", form.remove)
        self._note = actions.add(self, self.tr("Note a conversation"), self.note, "C", form.note)
        self._change = actions.add(self, self.tr("Change the conversation"), self.change, "Shift+C", form.change)
        self._unnote = actions.add(self, self.tr("Remove the conversation"), self.unnote, "Shift+Del")
        form.people.selectionModel().currentChanged.connect(self._read_log)
        form.people.activated.connect(lambda _index: self.note())
        form.talks.selectionModel().currentChanged.connect(self._show_talk)
        form.talks.activated.connect(lambda _index: self.change())
        self._enable()

    def _show(self, rows: list[ContactRow]) -> None:
        kept = self._chosen()
        self._rows = {row.contact.id: row for row in rows}
        self.form.peopleCard.setVisible(bool(rows))
        self.form.talksCard.setVisible(bool(rows))
        self.form.nothing.setVisible(not rows)
        self.people.show_entries([self._entry(row) for row in rows])
        place = self.people.index_of(kept.contact.id) if kept else QModelIndex()
        self.form.people.setCurrentIndex(place if place.isValid() else self.people.index(0, 0))
        self._read_log()

    def _entry(self, row: ContactRow) -> TwoLines:
        contact = row.contact
        if contact.level is ContactLevel.ORGANISATION:
            whom = self.tr("the whole of {name}").format(name=row.organisation)
        elif contact.level is ContactLevel.UNIT:
            whom = row.unit
        else:
            whom = f"{row.site}, {within(row.role)}"
        asked = self.tr("never asked yet")
        if row.last_on is not None:
            asked = self.tr("last asked {day}").format(day=day_words(row.last_on, MEDIUM))
        title = f"{contact.name}, {contact.position}" if contact.position else contact.name
        return TwoLines(contact.id, title, f"{whom} · {asked}", urgent=row.last_on is None)

    def _chosen(self) -> ContactRow | None:
        index = self.form.people.currentIndex()
        return self._rows.get(self.people.entry(index).key) if index.isValid() else None

    def _talk(self) -> Conversation | None:
        index = self.form.talks.currentIndex()
        return self._talks.get(self.talks.entry(index).key) if index.isValid() else None

    def _read_log(self, *_indexes: QModelIndex) -> None:
        row = self._chosen()
        self._enable()
        if row is None:
            self._show_log(None, [])
            return
        contacts, contact = self._desk.shadow.contacts, row.contact
        self._desk.jobs.read(
            lambda: contacts.log(contact.id), lambda log: self._show_log(contact, log), supersedes=_LOG
        )

    def _show_log(self, contact: Contact | None, log: list[Conversation]) -> None:
        reach = f" · {contact.reach}" if contact is not None and contact.reach else ""
        self.form.talksTitle.setText(breakable(f"{contact.name}{reach}") if contact is not None else "")
        self._talks = {talk.id: talk for talk in log}
        entries = [
            TwoLines(
                talk.id, f"{day_words(talk.held_on, MEDIUM)}  ·  {talk.held_by}".rstrip(" ·"), talk.said or talk.asked
            )
            for talk in log
        ]
        self.talks.show_entries(entries)
        self.form.talks.setVisible(bool(entries))
        self.form.talks.setCurrentIndex(self.talks.index(0, 0))
        self._show_talk()

    def _show_talk(self, *_indexes: QModelIndex) -> None:
        talk = self._talk()
        if talk is None:
            self.form.said.setText(self.tr("Nobody has asked them yet what they need.") if self._rows else "")
        else:
            follows = self.tr("What follows: {step}").format(step=talk.next_step) if talk.next_step else ""
            said = f"“{talk.said}”" if talk.said else ""
            self.form.said.setText(breakable("\n".join(part for part in (talk.asked, said, follows) if part)))
        self._enable()

    def _enable(self) -> None:
        chosen = self._chosen() is not None
        for action in (self._edit, self._remove, self._note):
            action.setEnabled(chosen)
        for action in (self._change, self._unnote):
            action.setEnabled(self._talk() is not None)

    def _ask_contact(self, known: Contact | None) -> None:
        shadow = self._desk.shadow

        def ask(choices: Choices) -> None:
            if not choices:
                self._desk.guide.complain(self.tr("There is no firm yet; bring in the business under Settings first."))
                return
            self._open(ask_contact(known, choices, self), shadow.contacts.keep)

        self._desk.jobs.read(lambda: read_choices(shadow), ask)

    def _ask_talk(self, contact: Contact, known: Conversation | None) -> None:
        self._open(ask_conversation(contact, known, _today(), self), self._desk.shadow.contacts.note)

    def _open(self, dialog: RecordDialog, keep: Callable[[Any], object]) -> None:
        dialog.kept_by(self._desk.jobs, keep, self._written)
        self.dialog = dialog
        dialog.open()

    def _written(self, _record: object) -> None:
        self.load(self._unit)

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))


def _today() -> date:
    return datetime.now().astimezone().date()
