"""Import in two steps: a preview that says what would happen and why, then one action that is whole or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.domain.field_words import field_word
from shadow_app.domain.organisation import RolePopulation
from shadow_app.domain.record import Record
from shadow_app.domain.record_words import record_noun
from shadow_app.interchange.plan import ImportPlan
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_import_preview import Ui_ImportPreview
from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.importing import bytes_of

_MOST_LISTED = 500
"""Entries of one kind in the preview; the rest is counted."""


_UNFOLDED = 30
"""Up to so many changed records show at once what changes in them."""


class ImportPreview(QDialog):
    """What is new, what would change from what to what, what stays, and what is refused and why."""

    def __init__(self, title: str, plan: ImportPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_ImportPreview()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        self.resize(640, 520)
        self.form.title.setText(title)
        self.form.summary.setText(plan.summary)
        self.form.remarks.setText("\n".join(plan.remarks))
        self.form.remarks.setVisible(bool(plan.remarks))
        self.model = QStandardItemModel(self)
        self._fill(plan)
        self.form.tree.setModel(self.model)
        self.form.tree.expandToDepth(1 if len(plan.changed) <= _UNFOLDED else 0)
        self.form.take.setEnabled(bool(plan.records))
        if not plan.records:
            self.form.after.setText(self.tr("There is nothing new in this file; nothing would be written."))
        self.form.take.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)

    def _fill(self, plan: ImportPlan) -> None:
        # What has no name of its own is called by the plan.
        names: Mapping[UUID, str] = getattr(plan, "names", {})

        def called(record: Record) -> str:
            return names.get(record.id) or named(record)

        # What needs a decision comes first.
        self._group(self.tr("Refused"), (_item(str(row)) for row in plan.refused), len(plan.refused))
        changed = (
            _item(
                called(one.after),
                [f"{field_word(each.field)}: {each.before or '–'} → {each.after or '–'}" for each in one.fields],
            )
            for one in plan.changed
        )
        self._group(self.tr("Changed"), changed, len(plan.changed))
        self._group(self.tr("New"), (_item(called(each)) for each in plan.new), len(plan.new))
        self._group(self.tr("Unchanged"), (_item(called(each)) for each in plan.unchanged), len(plan.unchanged))

    def _group(self, title: str, items: Iterable[QStandardItem], count: int) -> None:
        if not count:
            return
        group = _item(f"{title} ({amounts.whole(count)})")
        for place, item in enumerate(items):
            if place == _MOST_LISTED:
                group.appendRow(_item(self.tr("… and {rest} more").format(rest=amounts.whole(count - place))))
                break
            group.appendRow(item)
        self.model.appendRow(group)


class ImportFlow(QObject):
    """Asks for a file, plans on the reading thread, shows the preview, writes on the writing thread."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent
        self.ask_file: Callable[[str], str] = self._ask_file
        """(title) → the chosen path, empty for none."""
        self.preview: ImportPreview | None = None

    def run(self, title: str, plan: Callable[[bytes], ImportPlan], label: str, then: Callable[[], None]) -> None:
        """Import a file.

        Args:
            title: what is imported, for the dialogs.
            plan: works out what the file would change.
            label: what the action is called in the history.
            then: called after it was written.
        """
        answer = self.ask_file(title)
        if not answer:
            return
        path = Path(answer)

        def show(planned: ImportPlan) -> None:
            self.preview = ImportPreview(f"{title}: {path.name}", planned, self._over)
            self.preview.accepted.connect(lambda: self._take(planned, label, then))
            self.preview.open()

        self._desk.jobs.read(lambda: plan(bytes_of(path)), show, self._failed)

    def _take(self, plan: ImportPlan, label: str, then: Callable[[], None]) -> None:
        importing = self._desk.shadow.importing

        def taken(_: None) -> None:
            words = self.tr("Imported: {summary}.")
            self._desk.guide.say(words.format(summary=plan.summary))
            then()

        self._desk.jobs.write(lambda: importing.take(plan, label), taken, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))

    def _ask_file(self, title: str) -> str:
        kinds = self.tr("CSV (*.csv *.txt);;All files (*)")
        return QFileDialog.getOpenFileName(self._over, title, str(Path.home()), kinds)[0]


def named(record: Record) -> str:
    """A record in a word or two."""
    if isinstance(record, RolePopulation):
        return QCoreApplication.translate("ImportPreview", "headcount of {number}").format(
            number=amounts.whole(record.headcount)
        )
    name = getattr(record, "name", "")
    kind = record_noun(record.kind_name)
    return f"{name} ({kind})" if name else kind


def _item(words: str, below: Iterable[str] = ()) -> QStandardItem:
    made = QStandardItem(words)
    made.setEditable(False)
    made.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    for line in below:
        made.appendRow(_item(line))
    return made
