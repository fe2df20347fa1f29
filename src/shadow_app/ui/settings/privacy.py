"""Settings: who was visited and what they may ask for, how long visits are kept, what the works council reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from shadow_app.domain.people import Host
from shadow_app.domain.record import Record
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_settings_privacy import Ui_SettingsPrivacy
from shadow_app.ui.ask import ask
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.dates import day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.privacy.erase_dialog import EraseDialog
from shadow_app.ui.privacy.going_words import entries_of
from shadow_app.ui.privacy.retention import look_at_past_time
from shadow_app.ui.spin_text import indented
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.erasing import Going
from shadow_app.usecases.held import Held
from shadow_app.usecases.privacy import HostLine
from shadow_app.usecases.receipts import Receipt


class SettingsPrivacy(QWidget):
    """Every verb shows what it would do first."""

    icon = "eye-off"
    concerns: tuple[type[Record], ...] = (Host, Visit, ConsentRecord)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Privacy")
        self.about = self.tr("Who was visited, what they may ask for, how long it is kept")
        self._desk, self._privacy = desk, desk.shadow.privacy
        self._hosts: dict[object, HostLine] = {}
        self.dialog: EraseDialog | None = None
        self.form = Ui_SettingsPrivacy()
        self.form.setupUi(self)
        self.model, self.receipts = TwoLineModel(self), TwoLineModel(self)
        for view, model in ((self.form.hosts, self.model), (self.form.receipts, self.receipts)):
            view.setModel(model)
            view.setItemDelegate(TwoLineDelegate(desk.theme, view))
        self.form.nothing.hide()
        self._connect()

    def load(self) -> None:
        """Read who was visited, what was erased and how long visits are kept."""
        privacy = self._privacy
        self._desk.jobs.read(
            lambda: (privacy.hosts(), privacy.receipts(), privacy.months_kept(), privacy.covered_waiting()),
            self._show,
            supersedes="privacy",
        )

    def erase_person(self) -> None:
        """Everything about the chosen host."""
        chosen = self._chosen()
        if chosen is not None:
            title = self.tr("Erase everything about {pseudonym}").format(pseudonym=chosen.pseudonym)
            privacy, host_id = self._privacy, chosen.host_id
            self._look(title, lambda: privacy.person_going(host_id), lambda: privacy.erase_person(host_id))

    def erase_visit(self) -> None:
        """The chosen visit."""
        chosen = self._chosen()
        if chosen is not None:
            title = self.tr("Erase visit {number}").format(number=chosen.number)
            privacy, visit_id = self._privacy, chosen.visit_id
            self._look(title, lambda: privacy.visit_going(visit_id), lambda: privacy.erase_visit(visit_id))

    def erase_withdrawn(self) -> None:
        """What the chosen host took back; it is hidden already, so there is nothing to show."""
        chosen = self._chosen()
        if chosen is None or not ask(
            self,
            self.tr("Erase what was taken back?"),
            self.tr("It is shown nowhere any more; now it goes for good, here and on every laptop."),
            self.tr("Erase"),
        ):
            return
        privacy, said = self._privacy, self.tr("{count:|note or photo|notes and photos} erased.")
        self._desk.jobs.write(
            lambda: privacy.erase_withdrawn(chosen.visit_id),
            lambda count: self._said(said.format(count=amounts.whole(count))),
            self._failed,
        )

    def erase_covered(self) -> None:
        """Photos that others blacked out: the blacked-out ones stay, what was there goes for good."""
        if not ask(
            self,
            self.tr("Erase the photos behind those that were blacked out?"),
            self.tr("The blacked-out ones stay. What was there goes for good, here and on every laptop."),
            self.tr("Erase"),
        ):
            return
        privacy, said = self._privacy, self.tr("{count:|photo|photos} erased.")
        self._desk.jobs.write(
            privacy.erase_covered, lambda count: self._said(said.format(count=amounts.whole(count))), self._failed
        )

    def forget_name(self) -> None:
        """Take the chosen name off the key list, after saying where else it stands."""
        chosen = self._chosen()
        if chosen is not None and chosen.name:
            privacy, host_id = self._privacy, chosen.host_id
            self._desk.jobs.read(
                lambda: privacy.texts_naming(host_id), lambda texts: self._forget_name(host_id, texts), self._failed
            )

    def _forget_name(self, host_id: UUID, texts: int) -> None:
        meaning = self.tr(
            "The name still stands in {count:|text|texts} of the visit. Once it is forgotten nobody knows that it is a "
            "name, and reports may print it. Take it out of them first."
        )
        question = self.tr("Forget the name all the same?")
        if texts and not ask(self, question, meaning.format(count=amounts.whole(texts)), self.tr("Forget")):
            return
        privacy, said = self._privacy, self.tr("Forgotten. The pseudonym stays.")
        self._desk.jobs.write(lambda: privacy.forget_name(host_id), lambda _: self._said(said), self._failed)

    def export_held(self) -> None:
        """Everything held about the chosen host, as one file."""
        chosen = self._chosen()
        if chosen is None:
            return
        path = self._ask_path(self.tr("Save what is held"), f"{chosen.pseudonym} {chosen.number}.zip", "ZIP (*.zip)")
        if path is not None:
            privacy, now = self._privacy, _now()
            self._desk.jobs.read(lambda: privacy.export_held(chosen.host_id, path, now), self._handed, self._failed)

    def save_statement(self) -> None:
        """What Shadow records and what it never does."""
        path = self._ask_path(self.tr("Save the statement"), "What Shadow records.pdf", _PAGES)
        if path is not None:
            self._save(lambda: self._privacy.save(self._privacy.statement(_now()), path), path)

    def save_receipts(self) -> None:
        """What was erased, as one page."""
        path = self._ask_path(self.tr("Save the receipts"), "What was erased.pdf", _PAGES)
        if path is not None:
            self._save(lambda: self._privacy.save(self._privacy.receipts_page(_now()), path), path)

    def look_at_past_time(self) -> None:
        """What is past its time."""
        look_at_past_time(self._desk, self)

    def _connect(self) -> None:
        form, add = self.form, self._desk.actions.add
        in_a_row(form.kept, form.keptLabel, form.months, form.pastTime, fills=True)
        in_a_row(form.doing, form.held, form.withdrawn, form.forget, form.eraseVisit, form.erasePerson)
        in_a_row(form.papers, form.statement, form.saveReceipts, form.covered)
        self._held = add(self, self.tr("Save what is held about a host…"), self.export_held, "Ctrl+E", form.held)
        self._withdrawn = add(self, self.tr("Erase what was taken back…"), self.erase_withdrawn, "", form.withdrawn)
        self._covered = add(self, self.tr("Erase what was blacked out…"), self.erase_covered, "", form.covered)
        self._forget = add(self, self.tr("Forget the name of a host"), self.forget_name, "", form.forget)
        self._visit = add(self, self.tr("Erase a visit…"), self.erase_visit, "", form.eraseVisit)
        self._person = add(self, self.tr("Erase everything about a host…"), self.erase_person, "", form.erasePerson)
        add(self, self.tr("Look at what is past its time…"), self.look_at_past_time, "Ctrl+T", form.pastTime)
        add(self, self.tr("Save the statement for the works council…"), self.save_statement, "", form.statement)
        self._paper = add(self, self.tr("Save the receipts…"), self.save_receipts, "", form.saveReceipts)
        indented(form.months)
        form.months.valueChanged.connect(self._name_months)
        form.months.editingFinished.connect(self._keep_months)
        form.plan.clicked.connect(lambda: self._desk.guide.open_page("visits"))
        form.hosts.selectionModel().currentChanged.connect(lambda _now, _before: self._enable())
        self._enable()

    def _show(self, read: tuple[list[HostLine], list[Receipt], int, int]) -> None:
        hosts, receipts, months, covered = read
        self.form.covered.setVisible(bool(covered))
        self._covered.setEnabled(bool(covered))
        self._hosts = {each.host_id: each for each in hosts}
        self.form.nothing.setVisible(not hosts)
        self.form.hosts.setVisible(bool(hosts))
        self.form.doing.setVisible(bool(hosts))
        self.model.show_entries([self._line(each) for each in hosts])
        if hosts and not self.form.hosts.currentIndex().isValid():
            self.form.hosts.setCurrentIndex(self.model.index(0, 0))
        self.receipts.show_entries(
            [
                TwoLines(each.id, f"{each.what}: {each.took}", f"{amounts.day(each.at)}, {each.spread}")
                for each in receipts
            ]
        )
        for widget in (self.form.receipts, self.form.receiptsLabel):
            widget.setVisible(bool(receipts))
        self._paper.setEnabled(bool(receipts))
        if not self.form.months.hasFocus():
            self.form.months.setValue(months)
        self._enable()

    def _line(self, each: HostLine) -> TwoLines:
        parts = [each.number, day_words(each.on), each.name or self.tr("no name on this computer")]
        if each.withdrawn:
            parts.append(self.tr("took something back: hidden, not erased yet"))
        return TwoLines(each.host_id, f"{each.pseudonym}  ·  {each.site}", "  ·  ".join(parts), urgent=each.withdrawn)

    def _enable(self) -> None:
        chosen = self._chosen()
        for action in (self._held, self._visit, self._person):
            action.setEnabled(chosen is not None)
        self._withdrawn.setEnabled(chosen is not None and chosen.withdrawn)
        self._forget.setEnabled(chosen is not None and bool(chosen.name))

    def _chosen(self) -> HostLine | None:
        index = self.form.hosts.currentIndex()
        return self._hosts.get(self.model.entry(index).key) if index.isValid() else None

    def _look(self, title: str, look: Callable[[], Going], erase: Callable[[], Sequence[Receipt]]) -> None:
        def show(going: Going) -> None:
            dialog = EraseDialog(self._desk, title, entries_of(going), erase, self)
            dialog.done_with.connect(self._erased)
            dialog.finished.connect(dialog.deleteLater)
            self.dialog = dialog
            dialog.open()

        self._desk.jobs.read(look, show, self._failed)

    def _erased(self, receipts: Sequence[Receipt]) -> None:
        words = self.tr("Erased. {spread}.")
        self._said(words.format(spread=receipts[0].spread) if receipts else "")

    def _handed(self, held: Held) -> None:
        words = self.tr("Saved, not encrypted: hand it over and delete it.")
        if held.others:
            count = amounts.notes(held.others)
            words = self.tr("Saved, not encrypted. {notes} may name somebody else: look before you hand it over.")
            words = words.format(notes=count)
        self._desk.guide.say(words)

    def _name_months(self, months: int) -> None:
        self.form.months.setSuffix(self.tr(" month(s)", "suffix of a number", months))

    def _keep_months(self) -> None:
        months, privacy = self.form.months.value(), self._privacy
        self._desk.jobs.write(lambda: privacy.keep_for(months), lambda _: None, self._failed)

    def _save(self, save: Callable[[], Any], path: Path) -> None:
        said = self.tr("Saved as {name}.").format(name=path.name)
        self._desk.jobs.read(save, lambda _: self._desk.guide.say(said), self._failed)

    def _ask_path(self, title: str, name: str, kinds: str) -> Path | None:
        chosen = QFileDialog.getSaveFileName(self, title, name, kinds)[0]
        return Path(chosen) if chosen else None

    def _said(self, words: str) -> None:
        self._desk.guide.say(words)
        self.load()

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))


_PAGES = "PDF (*.pdf);;Markdown (*.md)"


def _now() -> datetime:
    return datetime.now().astimezone()
