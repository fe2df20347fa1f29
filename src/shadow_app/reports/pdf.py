"""Report in, PDF out: the one door to paper. Equal data give equal bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from shadow_app.reports import (
    desk_briefing_pdf,
    immersion_pdf,
    priorities_pdf,
    programme_pdf,
    release_pdf,
    unit_pdf,
    you_said_pdf,
)
from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.imprint import Imprint
from shadow_app.reports.page import Sheet, Stopped
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.text import Typesetter
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport

__all__ = ["Rendered", "Report", "Stopped", "render"]


@dataclass(frozen=True)
class Rendered:
    """The file, and one sentence for everything that could not be printed as it was written."""

    pdf: bytes
    warnings: tuple[str, ...]


def render(
    report: Report,
    *,
    font_folder: Path | None = None,
    keep_going: Callable[[], bool] | None = None,
    imprint: Imprint | None = None,
) -> Rendered:
    """Lay the report out.

    Args:
        font_folder: TrueType fonts for scripts that the shipped ones lack.
        keep_going: asked between the pieces of a page; answer False to stop.
        imprint: of a released edition.

    Raises:
        Stopped: `keep_going` said no.
    """
    typesetter = Typesetter(font_folder)
    pen, places = Pen(typesetter), Places()
    match report:
        case ImmersionReport():
            face, story = immersion_pdf.face(report), immersion_pdf.story(report, pen, places)
        case PrioritiesReport():
            face, story = priorities_pdf.face(report), priorities_pdf.story(report, pen, places)
        case ProgrammeReport():
            face, story = programme_pdf.face(report), programme_pdf.story(report, pen, places)
        case UnitReport():
            face, story = unit_pdf.face(report), unit_pdf.story(report, pen, places)
        case YouSaidReport():
            face, story = you_said_pdf.face(report), you_said_pdf.story(report, pen, places)
        case DeskBriefing():
            face, story = desk_briefing_pdf.face(report), desk_briefing_pdf.story(report, pen, places)
        case ReleaseReport():
            face, story = release_pdf.face(report), release_pdf.story(report, pen, places)
    face = replace(face, imprint=imprint)
    return Rendered(Sheet(face, pen, keep_going).pdf(story), typesetter.warnings())
