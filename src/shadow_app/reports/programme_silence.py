"""What the desk never hears, what nobody needed any more, where effort goes, and which sites were told."""

from __future__ import annotations

from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.figures.gap_bars import Legend, Pair, gap_bars
from shadow_app.figures.primitives import Figure
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import bullets, said, section
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger, Picture, Places
from shadow_app.reports.programme import EffortAgainstHarm, ProgrammeReport, Silence, SiteTold, Waiting

SHOWN = 8
"""Services and sites in a table."""

COMPARED = 8
"""Services in the chart of effort and harm."""

_TICKETS = (
    Field(mark("Service"), 40),
    Field(mark("Happens a year"), 22, right=True),
    Field(mark("Tickets a year"), 22, right=True),
    Field(mark("The desk never hears"), 26, right=True),
)
_TOLD = (
    Field(mark("Site"), 40),
    Field(mark("Visits"), 12, right=True),
    Field(mark("Last told"), 30, indent=20),
    Field("", 30),
)
_ROUGHLY = 0.05
_HOURS = "hours"
"""What a report keeps where tickets had hours; a value and no word, so it is never translated."""


def silence(found: Silence, pen: Pen, places: Places) -> list[Any]:
    """What people live with and never report."""
    flow = section(pen, places, "silence", say("What the service desk never hears"), needs=60)
    flow += pen.prose(silent_in_words(found), look.SMALL)
    if found.reasons:
        flow += pen.prose(say("Why people did not call, in their words:"), look.SMALL_STRONG)
        items = bullets(pen, [(wording.quoted(words), "") for words in found.reasons], look.SUN)
        for item in items:
            for column in item.columns:
                column.width = column.width or look.inner() - column.x
        flow += items
    if found.tickets:
        rows = [
            (name, amounts.hours(times), amounts.hours(tickets), unheard(share))
            for name, times, tickets, share in found.tickets[:SHOWN]
        ]
        foot = say("The first {shown} of {tickets:|service|services}.", shown=SHOWN, tickets=len(found.tickets))
        flow.append(Ledger(pen, _TICKETS, rows, foot=foot if len(found.tickets) > SHOWN else ""))
    if found.uncounted:
        flow += pen.prose(
            say("In no ticket count at all: {uncounted}.", uncounted=wording.joined(found.uncounted, 20)),
            look.SMALL_MUTED,
        )
    return flow


def unheard(share: float) -> str:
    """A share that is not quite everything is not rounded to it."""
    return say("over 99\u00a0%") if 0.99 < share < 1 else amounts.percent(share)


def silent_in_words(found: Silence) -> str:
    """The share with its range and how many were asked."""
    asked = amounts.counted(found.asked, "note|notes")
    if found.share is None:
        if not found.asked:
            return say("Nobody was asked yet whether they had called the desk.")
        return say("We asked in {asked} whether they had called the desk: too few to tell.", asked=asked)
    likely = ""
    if found.low is not None and found.high is not None:
        likely = say(
            "; of the notes it is most likely between {percent} and {percent_2}",
            percent=amounts.percent(found.low),
            percent_2=amounts.percent(found.high),
        )
    return say(
        "{percent} of what happened was never reported{likely}. We asked in {asked}.",
        percent=amounts.percent(found.share),
        likely=likely,
        asked=asked,
    )


def waiting(found: Waiting, pen: Pen, places: Places) -> list[Any]:
    """Requests that outlived the need."""
    flow = section(pen, places, "waiting", say("What people waited for"), needs=40)
    return flow + pen.prose(waiting_in_words(found), look.SMALL)


def waiting_in_words(found: Waiting) -> str:
    """How much was no longer needed, and how long things took."""
    if not found.noted:
        return say("No wait was noted.")
    said_ = say(
        "{waits} noted, {still_open} of them still open.",
        waits=amounts.counted(found.noted, "wait|waits"),
        still_open=found.still_open,
    )
    if found.expired_share is not None:
        settled = amounts.counted(found.settled, "request that was settled|requests that were settled")
        said_ += say(
            " Of {settled}, {expired} ({percent}) were no longer needed by then.",
            settled=settled,
            expired=found.expired,
            percent=amounts.percent(found.expired_share),
        )
    if found.mean_days is not None:
        said_ += say(" The mean wait was {days}.", days=amounts.counted(round(found.mean_days), "day|days"))
    return said_


def effort(lines: tuple[EffortAgainstHarm, ...], counted_in: str, pen: Pen, places: Places) -> list[Any]:
    """Where effort goes now against where it hurts; without a count of tickets that is said."""
    title = say("Where effort goes, and where it hurts")
    if not lines:
        missing = say("No ticket counts are imported yet, so effort cannot be compared with what hurts.")
        return [*section(pen, places, "effort", title, needs=60), *said(pen, missing)]
    figure = _effort(lines, pen)
    unit = say("the hours spent on tickets") if counted_in == _HOURS else say("the number of tickets")
    sub = say("Effort is counted in {unit}; what hurts, in hours weighed by their harm.", unit=unit)
    flow = section(pen, places, "effort", title, sub, needs=figure.height + 12)
    flow.append(Picture(pen, figure))
    if len(lines) > COMPARED:
        flow += said(
            pen,
            say(
                "The {compared} of {lines:|service|services} where the two lie furthest apart.",
                compared=COMPARED,
                lines=len(lines),
            ),
        )
    return flow


def _effort(lines: tuple[EffortAgainstHarm, ...], pen: Pen) -> Figure:
    shown = sorted(lines, key=lambda one: -abs(one.field - one.effort))[:COMPARED]
    shown.sort(key=lambda one: one.effort - one.field)
    pairs = [
        Pair(
            one.service,
            one.field,
            one.effort,
            amounts.percent(one.field),
            amounts.percent(one.effort),
            hot=one.field - one.effort >= _ROUGHLY,
        )
        for one in shown
    ]
    legend = Legend(say("share of what hurts"), say("share of IT’s effort"))
    subject = say("What hurts and where effort goes, by service")
    return gap_bars(pairs, legend, look.inner(), look.PAPER_INK, pen.width, subject=subject)


def gap(one: EffortAgainstHarm) -> str:
    """In words which way it leans."""
    if one.field - one.effort >= _ROUGHLY:
        return say("hurts more than it is worked on")
    return say("worked on more than it hurts") if one.effort - one.field >= _ROUGHLY else say("about even")


def told(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Which visited sites have heard from us."""
    sub = say(
        "A site that was visited should hear from us every {tell_within_days:|day|days}.",
        tell_within_days=report.tell_within_days,
    )
    flow = section(pen, places, "told", say("Who has heard from us"), sub, needs=60)
    if not report.told:
        return flow + said(pen, say("No site has been visited yet."))
    rows = [site_row(site) for site in report.told[:SHOWN]]
    flow.append(Ledger(pen, _TOLD, rows, grey=[not site.overdue for site in report.told[:SHOWN]]))
    if len(report.told) > SHOWN:
        flow += said(
            pen,
            say(
                "The {shown} that have waited longest, of {sites}.",
                shown=SHOWN,
                sites=amounts.counted(len(report.told), "site|sites"),
            ),
        )
    return flow


def site_row(site: SiteTold) -> tuple[str, ...]:
    """When it last heard from us, and whether that is too long ago."""
    when = say("never") if site.told_on is None else amounts.day(site.told_on)
    ago = "" if site.days is None else say("{days} ago", days=amounts.counted(site.days, "day|days"))
    return (
        site.site,
        str(site.visits),
        when,
        ", ".join(part for part in (ago, say("overdue") if site.overdue else "") if part),
    )
