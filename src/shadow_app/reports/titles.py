"""What a report is called, on the screen, in a list of editions and as a file."""

from __future__ import annotations

import re
from datetime import datetime

from shadow_app.domain.language import mark, say
from shadow_app.reports.desk_briefing import DeskBriefing
from shadow_app.reports.every import Report
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.programme import ProgrammeReport
from shadow_app.reports.release import ReleaseReport
from shadow_app.reports.unit import UnitReport
from shadow_app.reports.you_said import YouSaidReport

ALL_UNITS = mark("All units")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
"""What some file system does not take in a name."""
_LONGEST = 120


def title(report: Report) -> str:
    """One line that tells it from the other reports."""
    match report:
        case ImmersionReport():
            return say("A day at {site}", site=report.strip.site)
        case PrioritiesReport():
            return say("Priorities of {unit}", unit=report.unit or say(ALL_UNITS))
        case UnitReport():
            return say("What IT costs {unit}", unit=report.unit)
        case ProgrammeReport():
            return say("The programme: {title}", title=report.title)
        case YouSaidReport():
            return say("You said, we did: {site}", site=report.site)
        case DeskBriefing():
            return say("Briefing for the service desk: {place}", place=report.place or say(ALL_UNITS))
        case ReleaseReport():
            return say(
                "Did {release} help at {site}?", release=report.release or say("the release"), site=report.strip.site
            )


def file_name(report: Report) -> str:
    """A name for the file, without its ending. A day that would point at a person is left out (`domain.md` §2.4)."""
    match report:
        case ImmersionReport():
            name = say(
                "Visit {site} {day}", site=report.strip.site, day=_day(report.strip.starts_at, report.strip.month_only)
            )
        case PrioritiesReport():
            name = say("Priorities {unit} {day}", unit=report.unit or say(ALL_UNITS), day=_day(report.made_on))
        case UnitReport():
            name = say("Unit {unit} {day}", unit=report.unit, day=_day(report.made_on, report.month_only))
        case ProgrammeReport():
            name = say("Programme {title} {day}", title=report.title, day=_day(report.made_on, report.month_only))
        case YouSaidReport():
            name = say("You said we did {site} {day}", site=report.site, day=_day(report.made_on, report.month_only))
        case DeskBriefing():
            name = say(
                "Desk briefing {place} {day}",
                place=report.place or say(ALL_UNITS),
                day=_day(report.made_on, report.month_only),
            )
        case ReleaseReport():
            name = say(
                "After {release} {site} {day}",
                release=report.release,
                site=report.strip.site,
                day=_day(report.made_on, report.strip.month_only),
            )
    return plain_name(name)


def plain_name(name: str) -> str:
    """The words as any file system takes them."""
    return " ".join(_FORBIDDEN.sub(" ", name).split()).strip(". ")[:_LONGEST]


def _day(moment: datetime, month_only: bool = False) -> str:
    return f"{moment:%Y-%m}" if month_only else f"{moment:%Y-%m-%d}"
