"""Report in, PDF out: the one door to paper. Equal data give equal bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from shadow_app.reports import immersion_pdf, priorities_pdf
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.page import Sheet, Stopped
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.text import Typesetter

Report = ImmersionReport | PrioritiesReport

__all__ = ["Rendered", "Report", "Stopped", "render"]


@dataclass(frozen=True)
class Rendered:
    """The file, and one sentence for everything that could not be printed as it was written."""

    pdf: bytes
    warnings: tuple[str, ...]


def render(
    report: Report, *, font_folder: Path | None = None, keep_going: Callable[[], bool] | None = None
) -> Rendered:
    """Lay the report out.

    Args:
        font_folder: TrueType fonts for scripts that the shipped ones lack.
        keep_going: asked between the pieces of a page; answer False to stop.

    Raises:
        Stopped: `keep_going` said no.
    """
    typesetter = Typesetter(font_folder)
    pen, places = Pen(typesetter), Places()
    if isinstance(report, ImmersionReport):
        face, story = immersion_pdf.face(report), immersion_pdf.story(report, pen, places)
    else:
        face, story = priorities_pdf.face(report), priorities_pdf.story(report, pen, places)
    return Rendered(Sheet(face, pen, keep_going).pdf(story), typesetter.warnings())
