"""Something went wrong inside: what is safe, what was kept, and a report for whoever finds the mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from shadow_app.diagnosis import place_of
from shadow_app.domain.errors import Trouble
from shadow_app.ui._compiled.ui_crash_dialog import Ui_CrashDialog
from shadow_app.ui._compiled.ui_kept_line_dialog import Ui_KeptLineDialog
from shadow_app.ui.dialog_room import fitted, in_reach
from shadow_app.usecases.writing import write_whole

REPORT_NAME = "shadow-report.txt"
_WIDTH = 560


class CrashDialog(QDialog):
    """One sentence each; no traceback, and nothing of the error's own words, which may quote a note."""

    def __init__(self, error: BaseException, report: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_CrashDialog()
        self.form.setupUi(self)
        self.setWindowTitle("Shadow")
        self.setMinimumWidth(_WIDTH)
        self._report = report
        self.form.place.setText(place_of(error))
        self.form.kept.hide()
        self.form.saved.hide()
        self.form.report.clicked.connect(self.save)
        self.form.go.clicked.connect(self.accept)
        self.form.stop.clicked.connect(self._stop)
        in_reach(self)
        self.form.go.setFocus()

    def show_kept(self, kept: bool | None) -> None:
        """How keeping the line that was being typed went."""
        if kept is None:
            return
        words = self.tr("The line that you were typing is still there, and is kept in the store in case it is lost.")
        lost = self.tr("The line that you were typing could not be kept: copy it before you close Shadow.")
        self.form.kept.setText(words if kept else lost)
        self.form.kept.show()
        fitted(self)

    def save(self) -> None:
        """Write the report where the person wants it."""
        said = save_report(self, self._report())
        if said:
            self.form.saved.setText(said)
            self.form.saved.show()
            fitted(self)

    def _stop(self) -> None:
        self.accept()
        # Through the windows, so that they ask what they ask whenever they are closed.
        QApplication.closeAllWindows()


def save_report(parent: QWidget, text: str) -> str:
    """Ask for a place and write there; returns what to say, nothing where nobody chose a place."""
    title = QApplication.translate("CrashDialog", "Save a report without content")
    kinds = QApplication.translate("CrashDialog", "Text (*.txt)")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(Path(QDir.homePath()) / REPORT_NAME), kinds)
    if not name:
        return ""
    try:
        write_whole(Path(name), text.encode("utf-8", "backslashreplace"))
    except Trouble as trouble:
        return str(trouble)
    return QApplication.translate("CrashDialog", "The report is at {path}.").format(path=name)


class KeptLineDialog(QDialog):
    """A line that was kept when the program failed, at the next start."""

    def __init__(self, line: str, forget: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_KeptLineDialog()
        self.form.setupUi(self)
        self.setWindowTitle("Shadow")
        self.setMinimumWidth(_WIDTH)
        self._line, self._forget = line, forget
        self.form.line.setPlainText(line)
        self.form.copy.clicked.connect(self._copy)
        self.form.later.clicked.connect(self.reject)
        self.form.forget.clicked.connect(self._done)
        in_reach(self)
        self.form.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._line)
        self._done()

    def _done(self) -> None:
        self.accept()
        self._forget()
