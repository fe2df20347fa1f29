"""Make reports: gather what they say, print them as PDF or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.storage.store import Store
from shadow_app.usecases.priorities_report import priorities_report
from shadow_app.usecases.prioritising import Prioritising, rank, weights_in_force
from shadow_app.usecases.visit_report import visit_report
from shadow_app.usecases.writing import write_whole

Report = ImmersionReport | PrioritiesReport

_FOLDER = "folder of reports"


@dataclass(frozen=True)
class Printed:
    """A file's content, and a sentence for everything that could not be printed as it was written."""

    content: bytes
    warnings: tuple[str, ...] = ()


class Reporting:
    """The verbs of the Reports page."""

    def __init__(self, store: Store, prioritising: Prioritising, font_folder: Path | None = None) -> None:
        self._store = store
        self._prioritising = prioritising
        self._font_folder = font_folder

    def visit(self, visit_id: UUID) -> ImmersionReport:
        """The one-day immersion report.

        Raises:
            NotFound: there is no such visit.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return visit_report(read, visit_id)

    def priorities(self, unit_id: UUID | None = None) -> PrioritiesReport:
        """The service-priorities report of a unit, or of all."""
        self._prioritising.refresh()
        with self._store.reading() as read:
            return priorities_report(read, rank(read, unit_id, weights_in_force(read)))

    def printed(self, report: Report, suffix: str = ".pdf", keep_going: Callable[[], bool] | None = None) -> Printed:
        """The report as a file of the named kind.

        Raises:
            Refused: it is neither `.pdf` nor `.md`.
        """
        match suffix.lower():
            case ".pdf":
                # ReportLab is imported when the first report is printed, so that the window opens sooner.
                from shadow_app.reports.pdf import render

                made = render(report, font_folder=self._font_folder, keep_going=keep_going)
                return Printed(made.pdf, made.warnings)
            case ".md":
                from shadow_app.reports import markdown

                return Printed(markdown.render(report).encode())
            case _:
                raise Refused(f"Reports are written as .pdf or .md, not as “{suffix}”.")

    def save(self, made: Printed, path: Path) -> None:
        """Write a printed report to a file, whole or not at all, and remember the folder.

        Raises:
            Trouble: the disk says no.
        """
        write_whole(path, made.content)
        self._store.remember(_FOLDER, str(path.parent))

    def folder(self) -> Path | None:
        """Where the last report went, if that folder is still there."""
        known = self._store.fact(_FOLDER)
        return Path(known) if known and Path(known).is_dir() else None
