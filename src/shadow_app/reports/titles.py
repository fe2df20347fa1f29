"""What a report is called, on the screen, in a list of editions and as a file."""

from __future__ import annotations

import re
from datetime import datetime

from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport

ALL_UNITS = "All units"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What some file system does not take in a name."""
_LONGEST = 120


def title(report: Report) -> str:
    """One line that tells it from the other reports."""
    match report:
        case ImmersionReport():
            return f"A day at {report.strip.site}"
        case PrioritiesReport():
            return f"Priorities of {report.unit or ALL_UNITS}"
        case UnitReport():
            return f"What IT costs {report.unit}"
        case ProgrammeReport():
            return f"The programme: {report.title}"
        case YouSaidReport():
            return f"You said, we did: {report.site}"
        case DeskBriefing():
            return f"Briefing for the service desk: {report.place or ALL_UNITS}"
        case ReleaseReport():
            return f"Did {report.release or 'the release'} help at {report.strip.site}?"


def file_name(report: Report) -> str:
    """A name for the file, without its ending. A day that would point at a person is left out (`domain.md` §2.4)."""
    match report:
        case ImmersionReport():
            name = f"Visit {report.strip.site} {_day(report.strip.starts_at, report.strip.month_only)}"
        case PrioritiesReport():
            name = f"Priorities {report.unit or ALL_UNITS} {_day(report.made_on)}"
        case UnitReport():
            name = f"Unit {report.unit} {_day(report.made_on, report.month_only)}"
        case ProgrammeReport():
            name = f"Programme {report.title} {_day(report.made_on, report.month_only)}"
        case YouSaidReport():
            name = f"You said we did {report.site} {_day(report.made_on, report.month_only)}"
        case DeskBriefing():
            name = f"Desk briefing {report.place or ALL_UNITS} {_day(report.made_on, report.month_only)}"
        case ReleaseReport():
            name = f"After {report.release} {report.strip.site} {_day(report.made_on, report.strip.month_only)}"
    return plain_name(name)


def plain_name(name: str) -> str:
    """The words as any file system takes them."""
    return " ".join(_FORBIDDEN.sub(" ", name).split()).strip(". ")[:_LONGEST]


def _day(moment: datetime, month_only: bool = False) -> str:
    return f"{moment:%Y-%m}" if month_only else f"{moment:%Y-%m-%d}"
