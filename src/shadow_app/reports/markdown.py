"""Report in, Markdown out: the same report for a wiki or a mail, every word of it as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shadow_app.reports import (
    desk_briefing_markdown,
    immersion_markdown,
    priorities_markdown,
    programme_markdown,
    release_markdown,
    unit_markdown,
    you_said_markdown,
)
from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport

__all__ = ["render"]


def render(report: Report) -> str:
    """The whole report as CommonMark with tables; ends in one line break."""
    match report:
        case ImmersionReport():
            lines = immersion_markdown.lines(report)
        case PrioritiesReport():
            lines = priorities_markdown.lines(report)
        case ProgrammeReport():
            lines = programme_markdown.lines(report)
        case UnitReport():
            lines = unit_markdown.lines(report)
        case YouSaidReport():
            lines = you_said_markdown.lines(report)
        case DeskBriefing():
            lines = desk_briefing_markdown.lines(report)
        case ReleaseReport():
            lines = release_markdown.lines(report)
    return tidy(lines)


def tidy(lines: Iterable[str]) -> str:
    """One text, never more than one empty line at a time."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
