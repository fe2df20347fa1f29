"""Settings: where the store is, whether it is well, where the log lies."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from shadow_app.diagnosis import log_folder
from shadow_app.domain.record import Record
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_settings_store import Ui_SettingsStore
from shadow_app.ui.actions import REPORT
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.letters import breakable
from shadow_app.usecases.company_words import team_words, unsent_words
from shadow_app.usecases.examining import Finding, examine_store


class SettingsStore(QWidget):
    """Shows the finding of the doctor in plain words."""

    icon = "shield"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Store")
        self.about = self.tr("Where it is, whether it is well, where the log lies")
        self._desk = desk
        self.form = Ui_SettingsStore()
        self.form.setupUi(self)
        actions, form = desk.actions, self.form
        in_a_row(form.doing, form.examine, form.openLog, form.report)
        actions.add(self, self.tr("Examine the store closely"), self.examine, "", form.examine)
        actions.add(self, self.tr("Open the folder of the log"), self.open_log, "", form.openLog)
        self._report = actions.named(REPORT)
        form.report.setVisible(self._report is not None)
        form.report.clicked.connect(self.save_report)
        form.log.setText(str(log_folder()))

    def load(self) -> None:
        """Look at the store without changing it."""
        self._examine(full=False)

    def examine(self) -> None:
        """Read and check every page; takes seconds on a large store."""
        self.form.health.setText(self.tr("Reading every page …"))
        self._examine(full=True)

    def open_log(self) -> None:
        """Show where the log lies; the folder is made with the first line."""
        folder = log_folder()
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._desk.guide.say(self.tr("Nothing has been written to the log yet."))

    def save_report(self) -> None:
        """Write down what is needed to find a mistake, and nothing of anybody's words."""
        if self._report is not None:
            self._report.trigger()

    def _examine(self, *, full: bool) -> None:
        store = self._desk.shadow.store
        team, meeting = self._desk.shadow.team, self._desk.shadow.meeting

        def read() -> tuple[Finding, str, str]:
            return examine_store(store, full=full), team_words(team), unsent_words(meeting.standing())

        self._desk.jobs.read(read, lambda found: self._show(*found), supersedes="examine")

    def _show(self, finding: Finding, team: str, unsent: str) -> None:
        self.form.team.setText(breakable(_upper(team)))
        self.form.unsent.setText(breakable(_upper(unsent)))
        health = finding.health
        self.form.place.setText(str(finding.path))
        words = self.tr("{size}, {notes} from {visits}, {photos:|photo|photos}, {changes:|change|changes} on record")
        self.form.holds.setText(
            words.format(
                size=QLocale().formattedDataSize(finding.size),
                notes=amounts.notes(health.notes),
                visits=amounts.visits(health.visits),
                photos=amounts.whole(health.photos),
                changes=amounts.whole(health.changes),
            )
        )
        self.form.protect.setText("\n".join(finding.protection))
        well = self.tr("Yes: pages, links, history and search agree.")
        self.form.health.setText("\n".join(health.complaints) or well)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
