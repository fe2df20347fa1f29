"""Make reports: gather what they say, print them as PDF or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import Site
from shadow_app.domain.paper import Paper, asked, printing_on
from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.imprint import Imprint
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport
from shadow_app.storage.store import Store
from shadow_app.usecases.desk_report import desk_report
from shadow_app.usecases.priorities_report import priorities_report
from shadow_app.usecases.prioritising import Prioritising, rank, weights_in_force
from shadow_app.usecases.programme_report import programme_report
from shadow_app.usecases.release_report import release_report
from shadow_app.usecases.unit_report import unit_report
from shadow_app.usecases.visit_report import visit_report, with_review
from shadow_app.usecases.writing import write_whole
from shadow_app.usecases.you_said_report import you_said_report

__all__ = ["Printed", "Report", "Reporting"]

_FOLDER = "folder of reports"


@dataclass(frozen=True)
class Printed:
    """A file's content, and a sentence for everything that could not be printed as it was written."""

    content: bytes
    warnings: tuple[str, ...] = ()


class Reporting:
    """The verbs of the Reports page."""

    def __init__(
        self,
        store: Store,
        prioritising: Prioritising,
        font_folder: Path | None = None,
        paper: Callable[[], Paper] = lambda: "locale",
    ) -> None:
        """`paper` says what is printed on where nobody asks for another one (`domain/paper.py`)."""
        self._store = store
        self._paper = paper
        self._prioritising = prioritising
        self._font_folder = font_folder

    def visit(self, visit_id: UUID) -> ImmersionReport:
        """The one-day immersion report.

        Raises:
            NotFound: there is no such visit.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return with_review(read, visit_report(read, visit_id), visit_id)

    def priorities(self, unit_id: UUID | None = None) -> PrioritiesReport:
        """The service-priorities report of a unit, or of all."""
        self._prioritising.refresh()
        with self._store.reading() as read:
            return priorities_report(read, rank(read, unit_id, weights_in_force(read)))

    def unit(self, unit_id: UUID) -> UnitReport:
        """What IT costs one business unit, for its director.

        Raises:
            NotFound: there is no such unit.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return unit_report(read, unit_id)

    def programme(self) -> ProgrammeReport:
        """What going out has taught IT, over all units, for the directors of both sides."""
        self._prioritising.refresh()
        with self._store.reading() as read:
            return programme_report(read)

    def you_said(self, site_id: UUID) -> YouSaidReport:
        """One page for the people of a site: what they said, and what became of it.

        Raises:
            NotFound: there is no such site.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return you_said_report(read, site_id)

    def desk(self, unit_id: UUID | None = None, site_id: UUID | None = None) -> DeskBriefing:
        """The service-desk briefing for a unit, a site, or everything.

        Raises:
            NotFound: there is no such unit or site.
            Refused: the site does not belong to the unit.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return desk_report(read, unit_id, site_id)

    def desk_of(self, place_id: UUID | None) -> DeskBriefing:
        """The same for whatever `place_id` is: a site or a unit.

        Raises:
            NotFound: it is neither.
        """
        with self._store.reading() as read:
            is_site = place_id is not None and read.find(Site, place_id) is not None
        return self.desk(site_id=place_id) if is_site else self.desk(place_id)

    def release(self, visit_id: UUID) -> ReleaseReport:
        """Did the release help, as a visit after it shows?

        Raises:
            NotFound: there is no such visit.
            Refused: the visit does not look at a release.
        """
        self._prioritising.refresh()
        with self._store.reading() as read:
            return release_report(read, visit_id)

    def printed(
        self,
        report: Report,
        suffix: str = ".pdf",
        keep_going: Callable[[], bool] | None = None,
        imprint: Imprint | None = None,
    ) -> Printed:
        """The report as a file of the named kind; `imprint` stands on every page of a released edition.

        Raises:
            Refused: it is neither `.pdf` nor `.md`.
        """
        match suffix.lower():
            case ".pdf":
                # ReportLab is imported when the first report is printed, so that the window opens sooner.
                from shadow_app.reports.pdf import render

                with printing_on(asked() or self._paper()):
                    made = render(report, font_folder=self._font_folder, keep_going=keep_going, imprint=imprint)
                return Printed(made.pdf, made.warnings)
            case ".md":
                from shadow_app.reports import markdown

                return Printed(markdown.render(report).encode())
            case _:
                raise Refused(say("Reports are written as .pdf or .md, not as “{suffix}”.", suffix=suffix))

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
