"""Hand data to another tool: choose what, of which unit and for which tool, look at the rows, save."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.domain.organisation import BusinessUnit
from shadow_app.interchange.export_rows import Addressee, Format, Need, Preview, Subject
from shadow_app.ui._compiled.ui_export_dialog import Ui_ExportDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.dialog_room import bounded, in_reach
from shadow_app.ui.jobs import Job
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked, Looked, Saved, known_ids

_SETTLE_MILLISECONDS = 250
_WIDTH, _HEIGHT = 960, 640
_COLUMN, _LONGEST_CELL = 170, 200
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
T = TypeVar("T")

_LOOK, _SAVE = "export look", "export save"


class ExportDialog(QDialog):
    """The rows are shown before anything is written; what stays behind is counted and said."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form = Ui_ExportDialog()
        self.form.setupUi(self)
        self.setWindowTitle(self.tr("Export data"))
        in_reach(self)
        bounded(self, QSize(desk.theme.px(_WIDTH), desk.theme.px(_HEIGHT)))
        self.model = QStandardItemModel(self)
        self.form.preview.setModel(self.model)
        self.form.preview.horizontalHeader().setDefaultSectionSize(desk.theme.px(_COLUMN))
        self.form.preview.horizontalHeader().setDefaultAlignment(_LEFT)
        self.form.preview.verticalHeader().hide()
        # An empty corner instead of the style's, which looks like a box to tick.
        self.form.preview.setCornerWidget(QWidget(self.form.preview))
        self.ask_path: Callable[[str, str], str] = self._ask_path
        """(suggested path, filter) → the chosen path, empty for none."""
        self.ask_list: Callable[[], str] = self._ask_list
        self._known: frozenset[UUID] = frozenset()
        self._count = 0
        self._job: Job | None = None
        self._gone = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._look)
        self._fill()
        self._connect()
        shadow = desk.shadow
        desk.jobs.read(shadow.catalogue.units, self._while_open(self._show_units), self._while_open(self._failed))
        self._show_formats()

    def asked(self) -> Asked:
        """The export as it is chosen now."""
        form = self.form
        wanted = Wanted(self._subject, form.unit.currentData(), self._known)
        place = form.place.text().strip() if Need.PLACE in self._format.takes else ""
        requester = form.requester.text().strip() if Need.REQUESTER in self._format.takes else ""
        return Asked(self._format.name, wanted, Addressee(place, requester))

    def save(self) -> None:
        """Ask where, then write."""
        if self.form.save.isEnabled():
            asked = self.asked()
            ask = self._while_open(partial(self._save_into, asked))
            self._desk.jobs.read(self._desk.shadow.exporting.folder, ask)

    def leave_out(self) -> None:
        """Ask for a list of what the receiving tool has already."""
        answer = self.ask_list()
        if answer:
            path = Path(answer)
            know = self._while_open(partial(self._know, path.name))
            self._desk.jobs.read(lambda: known_ids(path), know, self._while_open(self._failed))

    def forget(self) -> None:
        """Leave nothing out any more."""
        self._know("", frozenset())

    def done(self, result: int) -> None:
        """Closing stops what is being read or written; nothing half is left behind."""
        self._gone = True
        self._settle.stop()
        if self._job is not None:
            self._job.stop()
        super().done(result)

    @property
    def _subject(self) -> Subject:
        # Qt hands a text back as a text, whatever word list it came from.
        return Subject(self.form.subject.currentData())

    @property
    def _format(self) -> Format:
        chosen = self.form.format.currentData()
        assert isinstance(chosen, Format)
        return chosen

    def _while_open(self, then: Callable[[T], None]) -> Callable[[T], None]:
        """An answer that comes when the dialog is closed finds nobody."""
        return lambda answer: None if self._gone else then(answer)

    def _fill(self) -> None:
        words = {
            Subject.PAINS: self.tr("Pain points"),
            Subject.SERVICES: self.tr("Services, by what they cost"),
            Subject.NOTES: self.tr("Accepted notes"),
            Subject.PROMISES: self.tr("Promises"),
        }
        for subject in Subject:
            self.form.subject.addItem(words[subject], subject)
        self.form.unit.addItem(self.tr("All units"), None)
        self.form.forget.hide()
        self.form.leftOut.hide()
        self.form.wrong.hide()
        self.form.review.hide()

    def _connect(self) -> None:
        form, actions = self.form, self._desk.actions
        form.subject.currentIndexChanged.connect(lambda _place: self._show_formats())
        form.format.currentIndexChanged.connect(lambda _place: self._show_format())
        form.unit.currentIndexChanged.connect(lambda _place: self._later())
        for line in (form.place, form.requester):
            line.textChanged.connect(lambda _text: self._later())
        form.cancel.clicked.connect(self.reject)
        actions.add(self, self.tr("Save the export…"), self.save, "Ctrl+S", form.save)
        actions.add(self, self.tr("Choose a list of what the tool has already…"), self.leave_out, "Ctrl+L", form.known)
        actions.add(self, self.tr("Go to Review"), self._review, "Ctrl+Shift+R", form.review)
        actions.add(self, self.tr("Leave nothing out"), self.forget, "Ctrl+Shift+L", form.forget)

    def _review(self) -> None:
        self.reject()
        self._desk.guide.open_page("review")

    def _show_units(self, units: list[BusinessUnit]) -> None:
        for unit in units:
            self.form.unit.addItem(unit.name, unit.id)

    def _show_formats(self) -> None:
        before = self.form.format.currentText()
        quiet = QSignalBlocker(self.form.format)
        self.form.format.clear()
        for each in self._desk.shadow.exporting.formats(self._subject):
            self.form.format.addItem(each.title, each)
        self.form.format.setCurrentIndex(max(self.form.format.findText(before), 0))
        quiet.unblock()
        self._show_format()

    def _show_format(self) -> None:
        form, chosen = self.form, self._format
        form.again.setText(self.tr("Second import: {words}").format(words=chosen.again))
        for need, words, line in (
            (Need.PLACE, form.placeWords, form.place),
            (Need.REQUESTER, form.requesterWords, form.requester),
        ):
            words.setText(chosen.takes.get(need, ""))
            line.setAccessibleName(chosen.takes.get(need, ""))
            words.setVisible(need in chosen.takes)
            line.setVisible(need in chosen.takes)
        self._later()

    def _later(self) -> None:
        """What is shown is not what would be saved any more."""
        self.form.save.setEnabled(False)
        self.form.wrong.hide()
        self._settle.start()

    def _look(self) -> None:
        """Adding up writes, so that part goes to the writing thread."""
        asked, shadow, jobs = self.asked(), self._desk.shadow, self._desk.jobs
        self.form.state.setText(self.tr("Reading …"))

        def read(_: None) -> None:
            going: list[Job] = []
            work = _stoppable(lambda keep_going: shadow.exporting.look(asked, keep_going), going)
            going.append(jobs.read(work, lambda looked: self._show(asked, looked), self._not_looked, supersedes=_LOOK))
            self._job = going[0]

        jobs.write(shadow.prioritising.refresh, self._while_open(read), self._while_open(self._failed), saves=False)

    def _show(self, asked: Asked, looked: Looked) -> None:
        if asked != self.asked():
            return
        self._count = looked.count
        self.form.state.setText("")
        self.form.count.setText(self._counted(looked))
        self.form.leftOut.setText("\n".join(looked.left_out))
        self.form.leftOut.setVisible(bool(looked.left_out))
        self.form.review.setVisible(not looked.count)
        self._show_rows(looked.preview)
        self.form.save.setEnabled(looked.count > 0)

    def _counted(self, looked: Looked) -> str:
        if not looked.count:
            return self.tr("There is nothing to export: accept notes in Review and put them into pain points first.")
        rows = self._rows(looked.count)
        if looked.files > 1:
            rows = self.tr("{rows}, in %n file(s)", "", looked.files).format(rows=rows)
        shown = len(looked.preview.rows)
        return rows if shown == looked.count else self.tr("{rows}; the first {n}:").format(rows=rows, n=shown)

    def _rows(self, count: int) -> str:
        return self.tr("%Ln row(s)", "", count)

    def _show_rows(self, preview: Preview) -> None:
        self.model.clear()
        self.model.setHorizontalHeaderLabels(list(preview.headings))
        for row in preview.rows:
            self.model.appendRow([QStandardItem(" ".join(cell.split())[:_LONGEST_CELL]) for cell in row])

    def _know(self, name: str, known: frozenset[UUID]) -> None:
        self._known = known
        self.form.forget.setVisible(bool(known))
        listed = self.tr("%Ln id(s) in {name}", "", len(known)).format(name=name)
        self.form.knownName.setText(listed if known else self.tr("Nothing is left out"))
        self._later()

    def _save_into(self, asked: Asked, folder: Path | None) -> None:
        if asked != self.asked():
            return
        suffix = self._format.suffix
        suggested = (folder or Path.home()) / f"shadow-{self._format.name}-{asked.wanted.subject.value}{suffix}"
        kinds = self.tr("{title} (*{suffix})").format(
            title=self._format.title.replace("(", "").replace(")", ""), suffix=suffix
        )
        answer = self.ask_path(str(suggested), kinds)
        if not answer:
            return
        path = Path(answer) if Path(answer).suffix.lower() == suffix else Path(f"{answer}{suffix}")
        self.form.save.setEnabled(False)
        self.form.state.setText(self.tr("Writing {name} …").format(name=path.name))
        exporting = self._desk.shadow.exporting
        going: list[Job] = []
        work = _stoppable(lambda keep_going: exporting.save(asked, path, keep_going), going)
        going.append(self._desk.jobs.read(work, self._saved, self._not_saved, supersedes=_SAVE))
        self._job = going[0]

    def _not_looked(self, error: BaseException) -> None:
        self._failed(error)
        # The rows of the choice before would pass for those of this one.
        self.form.count.setText("")
        self.model.clear()

    def _not_saved(self, error: BaseException) -> None:
        self._failed(error)
        # Another place may do.
        self.form.save.setEnabled(True)

    def _saved(self, saved: Saved) -> None:
        exporting = self._desk.shadow.exporting
        self._desk.jobs.write(lambda: exporting.remember(saved.files[0]), saves=False)
        names = ", ".join(each.name for each in saved.files)
        self._desk.guide.say(self.tr("Exported {rows} to {names}.").format(rows=self._rows(saved.count), names=names))
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.form.state.setText("")
        self.form.wrong.setText(words_for(error))
        self.form.wrong.show()
        self.form.save.setEnabled(False)

    def _ask_path(self, suggested: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self, self.tr("Save the export"), suggested, kinds)[0]

    def _ask_list(self) -> str:
        title = self.tr("A list of what the receiving tool has")
        kinds = self.tr("Lists (*.csv *.json *.tsv *.txt *.xml);;All files (*)")
        return QFileDialog.getOpenFileName(self, title, str(Path.home()), kinds)[0]


def _stoppable(work: Callable[[Callable[[], bool]], T], going: list[Job]) -> Callable[[], T]:
    """`going` gets its job as soon as there is one."""
    return lambda: work(lambda: not going or going[0].keep_going())
