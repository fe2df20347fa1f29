"""Reports: choose, read, save (`design.md` §6)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.ui._compiled.ui_reports_page import Ui_ReportsPage
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.fresh_page import FreshPage
from shadow_app.ui.jobs import Job
from shadow_app.ui.reports.choices import Choice, Choices, kind_words, read_choices
from shadow_app.ui.reports.export_dialog import ExportDialog
from shadow_app.ui.reports.pdf_preview import PdfPreview
from shadow_app.ui.reports.release import ReleaseWork
from shadow_app.ui.reports.shown import Shown, read_shown, standing_words
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel
from shadow_app.usecases.reporting import Printed

_SETTLE_MILLISECONDS = 150
"""Arrow keys run through the list; only where they rest a report is made."""

_LEFT, _WIDEST_LEFT = 290, 400
_CHOICES, _REPORT, _PRINT = "report choices", "report", "report print"


class ReportsPage(FreshPage):
    """The reports to choose from at the left, the chosen one as a page at the right."""

    name = "reports"
    icon = "file-text"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Reports")
        self.widget = self
        self._desk = desk
        self.form = Ui_ReportsPage()
        self.form.setupUi(self)
        self._choices = Choices({})
        self._choice: Choice | None = None
        self._shown: Shown | None = None
        self._printed: dict[str, Printed] = {}
        self._job: Job | None = None
        self._saved: Path | None = None
        self._wanted: tuple[Choice, ...] = ()
        self.ask_path: Callable[[str, str], str] = self._ask_path
        """(suggested path, filter) → the chosen path, empty for none."""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._make)
        self._releasing = ReleaseWork(desk, self, self._released)
        self._build()
        self._connect()

    def hideEvent(self, event: QHideEvent) -> None:
        """A report that was about to be made is made when somebody looks again."""
        self._stale = self._stale or self._settle.isActive()
        self._settle.stop()
        super().hideEvent(event)

    def load(self) -> None:
        """Read what can be reported on, and make the chosen report anew."""
        self._loading()
        shadow = self._desk.shadow
        self._desk.jobs.read(lambda: read_choices(shadow), self._show_choices, supersedes=_CHOICES)

    def choose(self, choice: Choice) -> None:
        """Show a report by what it is about."""
        self._choice = choice
        self.form.kinds.setCurrentIndex(self.form.kinds.findData(choice.kind))
        index = self.shown_choices.mapFromSource(self.model.index_of(choice))
        if index.isValid():
            self.form.choices.setCurrentIndex(index)

    def go_to(self, at: UUID) -> None:
        """Show the report that is about this: a unit's priorities, a site's page, a visit or an edition."""
        wanted = (ReportKind.PRIORITIES, ReportKind.YOU_SAID, ReportKind.VISIT, None)
        self._wanted = tuple(Choice(kind, at) for kind in wanted)
        self._go_there()

    def release(self) -> None:
        """Release the shown report."""
        if self._shown is not None:
            self._releasing.release(self._shown)

    def withdraw(self) -> None:
        """Withdraw the shown edition."""
        if self._shown is not None:
            self._releasing.withdraw(self._shown)

    def save_pdf(self) -> None:
        """Ask where, print, write."""
        self._save(".pdf", self.tr("PDF (*.pdf)"))

    def save_markdown(self) -> None:
        """The same as Markdown, for a wiki or a mail."""
        self._save(".md", self.tr("Markdown (*.md)"))

    def export_data(self) -> None:
        """Hand pain points, services, notes or promises to another tool."""
        dialog = ExportDialog(self._desk, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def cancel(self) -> None:
        """Stop printing; nothing is written."""
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._show_progress("")
            self._desk.guide.say(self.tr("Cancelled; no file was written."))

    def _build(self) -> None:
        theme, form = self._desk.theme, self.form
        self.model = TwoLineModel(self)
        self.shown_choices = QSortFilterProxyModel(self)
        self.shown_choices.setSourceModel(self.model)
        self.shown_choices.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.shown_choices.setFilterRole(Qt.ItemDataRole.AccessibleTextRole)
        in_a_row(form.doing, form.pdf, form.markdown, form.release, form.withdraw, form.folder)
        form.choices.setModel(self.shown_choices)
        form.choices.setItemDelegate(TwoLineDelegate(theme, form.choices))
        for kind, words in kind_words():
            form.kinds.addItem(words, kind)
        self.preview = PdfPreview(theme)
        column = form.paper.layout()
        assert column is not None
        column.addWidget(self.preview)
        for part in (form.stamp, form.warnings, form.progress, form.nothing, form.paper, form.folder):
            part.hide()
        self._grow()

    def _connect(self) -> None:
        form, actions, guide = self.form, self._desk.actions, self._desk.guide
        self._desk.theme.changed.connect(self._grow)
        form.kinds.currentIndexChanged.connect(lambda _place: self._fill())
        form.find.textChanged.connect(self.shown_choices.setFilterFixedString)
        form.choices.selectionModel().currentChanged.connect(self._chosen)
        form.cancel.clicked.connect(self.cancel)
        self._pdf_action = actions.add(self, self.tr("Save the report as PDF…"), self.save_pdf, "Ctrl+S", form.pdf)
        self._markdown_action = actions.add(
            self, self.tr("Save the report as Markdown…"), self.save_markdown, "Ctrl+Shift+S", form.markdown
        )
        self._folder_action = actions.add(
            self, self.tr("Show in folder"), self.show_folder, "Ctrl+Shift+F", form.folder
        )
        self._release_action = actions.add(self, self.tr("Release the report…"), self.release, "Ctrl+R", form.release)
        self._withdraw_action = actions.add(
            self, self.tr("Withdraw the edition…"), self.withdraw, "Ctrl+Shift+W", form.withdraw
        )
        actions.add(self, self.tr("Export data…"), self.export_data, "Ctrl+E", form.exportData)
        actions.add(self, self.tr("Choose the kind of report"), form.kinds.setFocus, "Ctrl+T")
        actions.add(self, self.tr("Find a report"), form.find.setFocus, "Ctrl+F")
        actions.add(self, self.tr("Cancel printing"), self.cancel, "Esc")
        actions.add(self, self.tr("Go to the visits"), lambda: guide.open_page("visits"), "", form.nothingDo)
        self._allow(None)

    def show_folder(self) -> None:
        """Open the folder of the last saved report."""
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))

    def _show_choices(self, choices: Choices) -> None:
        self._choices = choices
        self.form.nothing.setVisible(choices.empty)
        self.form.paper.setVisible(not choices.empty)
        self._fill()
        self._go_there()
        if not choices.empty and self._choice is not None:
            self._settle.start()

    def _go_there(self) -> None:
        """Where somebody else wanted the page to open, once it is known what there is."""
        known = {entry.key for entries in self._choices.by_kind.values() for entry in entries}
        choice = next((each for each in self._wanted if each in known), None)
        if choice is not None:
            self._wanted = ()
            self.choose(choice)

    def _fill(self) -> None:
        self.model.show_entries(self._choices.by_kind.get(self.form.kinds.currentData(), ()))
        index = self.shown_choices.mapFromSource(self.model.index_of(self._choice))
        if not index.isValid() and not self.form.choices.currentIndex().isValid():
            index = self.shown_choices.index(0, 0)
        if index.isValid():
            self.form.choices.setCurrentIndex(index)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            key = self.model.entry(self.shown_choices.mapToSource(index)).key
            assert isinstance(key, Choice)
            self._choice = key
            self._settle.start()

    def _make(self) -> None:
        """Adding up writes, so that part goes to the writing thread."""
        choice, shadow = self._choice, self._desk.shadow
        if choice is None:
            return
        if not self.form.progress.isHidden():
            self.cancel()
        self._allow(None)
        self._printed = {}

        def read(_: None) -> None:
            self._desk.jobs.read(lambda: read_shown(shadow, choice), self._show, supersedes=_REPORT)

        self._add_up(self._desk, read)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.form.title.setText(shown.title)
        self.preview.show_report(shown.markdown, shown.figures)
        self.form.stampWords.setText(standing_words(shown))
        self.form.stamp.show()
        self.form.warnings.hide()
        self._allow(shown)
        self._print(".pdf", self._show_warnings)

    def _released(self, edition: Edition) -> None:
        """What was just released, or withdrawn, is what is shown next."""
        self._wanted = (Choice(None, edition.id),)
        self.load()

    def _show_warnings(self, printed: Printed) -> None:
        self.form.warnings.setVisible(bool(printed.warnings))
        self.form.warningsWords.setText("\n".join(printed.warnings))

    def _print(self, suffix: str, then: Callable[[Printed], None]) -> None:
        """Lay the report out once; a second wish for the same is answered from what is there."""
        shown = self._shown
        if shown is None or not shown.can_be_printed:
            return
        if suffix in self._printed:
            then(self._printed[suffix])
            return
        jobs: list[Job] = []

        def done(printed: Printed) -> None:
            self._printed[suffix] = printed
            self._job = None
            self._show_progress("")
            then(printed)

        def failed(error: BaseException) -> None:
            self._job = None
            self._show_progress("")
            self._desk.guide.complain(words_for(error))

        work = _printing(shown, suffix, jobs)
        jobs.append(self._desk.jobs.read(work, done, failed, supersedes=_PRINT))
        self._job = jobs[0]

    def _save(self, suffix: str, kinds: str) -> None:
        shown = self._shown
        if shown is None or not self._pdf_action.isEnabled():
            return
        reporting = self._desk.shadow.reporting
        self._desk.jobs.read(reporting.folder, lambda folder: self._save_into(shown, folder, suffix, kinds))

    def _save_into(self, shown: Shown, folder: Path | None, suffix: str, kinds: str) -> None:
        suggested = (folder or Path.home()) / f"{shown.file_name}{suffix}"
        answer = self.ask_path(str(suggested), kinds)
        if not answer or shown is not self._shown:
            return
        path = Path(answer) if Path(answer).suffix.lower() == suffix else Path(f"{answer}{suffix}")
        self._show_progress(self.tr("Printing {name} …").format(name=path.name))
        self._print(suffix, lambda printed: self._write(printed, path))

    def _write(self, printed: Printed, path: Path) -> None:
        reporting = self._desk.shadow.reporting

        def written(_: None) -> None:
            self._saved = path
            self.form.folder.show()
            self._show_progress("")
            self._desk.guide.say(self.tr("Saved as {name}.").format(name=path.name))

        self._desk.jobs.write(lambda: reporting.save(printed, path), written, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._show_progress("")
        self._desk.guide.complain(words_for(error))

    def _show_progress(self, words: str) -> None:
        self.form.progress.setVisible(bool(words))
        self.form.progressWords.setText(words)

    def _allow(self, shown: Shown | None) -> None:
        """What can be done with what is shown; nothing while it is being made."""
        printable = shown is not None and shown.can_be_printed
        for action in (self._pdf_action, self._markdown_action):
            action.setEnabled(printable)
        fresh = shown is not None and shown.report is not None
        self._release_action.setEnabled(fresh)
        self.form.release.setVisible(fresh)
        self.form.release.setText(self.tr("Release…") if shown and shown.can_be_released else self.tr("Go to Review"))
        out = shown is not None and shown.edition is not None and not shown.gone
        self._withdraw_action.setEnabled(out)
        self.form.withdraw.setVisible(out)

    def _ask_path(self, suggested: str, kinds: str) -> str:
        return QFileDialog.getSaveFileName(self, self.tr("Save the report"), suggested, kinds)[0]

    def _grow(self) -> None:
        self.form.left.setFixedWidth(min(self._desk.theme.px(_LEFT), _WIDEST_LEFT))
        self.form.choices.doItemsLayout()


def _printing(shown: Shown, suffix: str, jobs: list[Job]) -> Callable[[], Printed]:
    return lambda: shown.print_as(suffix, lambda: not jobs or jobs[0].keep_going())
