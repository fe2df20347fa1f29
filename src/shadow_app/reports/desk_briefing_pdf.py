"""The briefing on paper: one block per pain, which a person can read while a caller explains, and a line to sign."""

from __future__ import annotations

from functools import partial
from typing import Any

from shadow_app.domain.language import say
from shadow_app.domain.words import LANES
from shadow_app.reports import amounts, look, wording
from shadow_app.reports import desk_briefing_words as phrases
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, said, section
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry
from shadow_app.reports.flow import Column, Gap, Later, Panel
from shadow_app.reports.page import INNER, Face, room_for, then
from shadow_app.reports.pain_panel import LANE_COLOURS
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places

_GAP = 20.0
_WHOLE = 330.0
_LABEL = look.Style(7.4, 10.4, 600, look.MUTED)
_WORDS = look.Style(8.8, 12.2, after=3)
_QUOTE = look.Style(8.8, 12.2, 500, look.MUTED, 3)
_TINY = look.Style(7.8, 10.5, 400, look.FAINT, 2)


def _half() -> float:
    return (look.inner() - 22 - _GAP) / 2


def face(report: DeskBriefing) -> Face:
    """What is printed around the pages and written into the file."""
    where = report.place or report.organisation
    return Face(
        kind=say("Service-desk briefing"),
        short=where,
        title=say("Service-desk briefing: {where}, {month}", where=where, month=amounts.month(report.made_on)),
        subject=report.headline or say("What the service desk should know of {where}", where=where),
        state=report.state,
        made_on=report.made_on,
        month_only=report.month_only,
    )


def opening(report: DeskBriefing) -> Opening:
    """The band on page one."""
    where = report.place or say("All units")
    waiting = sum(entry.acknowledged is None for entry in report.entries)
    facts = (
        (say("For calls from"), where),
        (say("Open pains"), amounts.grouped(len(report.entries))),
        (say("To be acknowledged"), amounts.grouped(waiting)),
        (say("Visits"), amounts.grouped(report.visits)),
    )
    headline = report.headline or say("What the service desk should know of {where}", where=where)
    place = " · ".join(part for part in (report.organisation, report.place) if part)
    return Opening(say("Service-desk briefing"), headline, (place,), facts, report.state)


def story(report: DeskBriefing, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    flow: list[Any] = [then(INNER), Band(pen, places, opening(report))]
    if report.lead:
        flow += [*pen.prose(report.lead, look.LEAD), Gap(4)]
    if report.entries:
        flow.append(Tiles(pen, _tiles(report)))
    sub = say("The most damaging first. Promise a caller nothing that does not stand here.")
    flow += section(pen, places, "pains", say("When they ring"), sub if report.entries else "", needs=120)
    if not report.entries:
        flow += said(pen, say(phrases.NOTHING))
    for number, entry in enumerate(report.entries, 1):
        flow.append(Later(partial(_block, entry, number, pen)))
    return [*flow, Gap(8), *pen.prose(phrases.basis(report), look.SMALL_MUTED)]


def _tiles(report: DeskBriefing) -> list[Tile]:
    entries = report.entries
    silent = sum(entry.silent.mostly for entry in entries)
    promised = sum(bool(entry.promises) for entry in entries)
    late = sum(any(given.late for given in entry.promises) for entry in entries)
    helped = sum(bool(entry.workaround) for entry in entries)
    return [
        Tile(say("Open"), amounts.grouped(len(entries)), say("{n:!|pain|pains}", n=len(entries)), "", True),
        Tile(
            say("You do not hear of"),
            amounts.grouped(silent),
            say("of {entries}", entries=len(entries)),
            say("mostly not reported"),
        ),
        Tile(
            say("Help meanwhile"),
            amounts.grouped(helped),
            say("of {entries}", entries=len(entries)),
            say("have a way round"),
        ),
        Tile(
            say("Promised"),
            amounts.grouped(promised),
            say("of {entries}", entries=len(entries)),
            say("{late} late", late=late) if late else say("none late"),
        ),
    ]


def _block(entry: DeskEntry, number: int, pen: Pen) -> list[Any]:
    """The head, the two columns and the line to sign; the head never stands alone at the foot of a page."""
    title = pen.prose(entry.pain, look.Style(11, 14.4, 600, after=1))
    facts = [entry.service, phrases.where(entry), phrases.cost(entry), wording.evidence(entry.evidence)]
    facts += [] if entry.graded else [say("damage not graded yet")]
    title += pen.prose(" · ".join(facts), _TINY)
    columns = [Column(22, _half(), _calls(entry, pen)), Column(22 + _half() + _GAP, _half(), _says(entry, pen))]
    block = [
        Panel([Column(22, look.inner() - 22 - 130, title)], partial(_head, entry, number, pen), pad=(7, 3), least=40),
        Panel(columns, pad=(1, 3)),
        _sign(entry, pen),
    ]
    high = sum(panel.wrap(look.inner(), 1e6)[1] for panel in block)
    # What is larger than this breaks by itself; asking for more would waste most of a page.
    return [room_for(min(high, _WHOLE)), *block]


def _head(entry: DeskEntry, number: int, pen: Pen, canvas: Any, width: float, height: float) -> None:
    canvas.setStrokeColor(look.rgb(look.HAIRLINE))
    canvas.setLineWidth(0.6)
    canvas.line(0, height - 0.3, width, height - 0.3)
    pen.line(canvas, 0, height - 18, str(number), 13, 700, look.FAINT if entry.evidence.thin else look.HOT)
    words, (ink, soft) = LANES[entry.lane], LANE_COLOURS[entry.lane]
    _pill(canvas, pen, width, height - 18, words, ink, soft)
    if entry.silent.mostly:
        _pill(canvas, pen, width, height - 34, say(phrases.SILENT), look.HOT_TEXT, look.HOT_SOFT)


def _pill(canvas: Any, pen: Pen, right: float, baseline: float, words: str, ink: str, soft: str) -> None:
    wide = pen.width(words, 7.4, 600) + 14
    canvas.setFillColor(look.rgb(soft))
    canvas.roundRect(right - wide, baseline - 4, wide, 13.5, 6.75, stroke=0, fill=1)
    pen.line(canvas, right - wide + 7, baseline, words, 7.4, 600, ink)


def _calls(entry: DeskEntry, pen: Pen) -> list[Any]:
    """What they say, and what it does to them."""
    parts = [*pen.prose(say("When they ring"), _LABEL), *pen.prose(f"{phrases.rings(entry)}.", _WORDS)]
    for quote in entry.quotes:
        by = f" — {quote.by}" if quote.by else ""
        parts += pen.prose(wording.quoted(quote.words) + by, _QUOTE)
    if phrases.harm(entry):
        parts += [*pen.prose(say("What it does to them"), _LABEL), *pen.prose(phrases.harm(entry), _WORDS)]
    return [*parts, *pen.prose(say("Do they ring?"), _LABEL), *pen.prose(phrases.silence(entry), _WORDS)]


def _says(entry: DeskEntry, pen: Pen) -> list[Any]:
    """What to answer."""
    parts = [*pen.prose(say("What helps meanwhile"), _LABEL), *pen.prose(phrases.meanwhile(entry), _WORDS)]
    parts += pen.prose(say("What we promised or decided"), _LABEL)
    for line in phrases.answers(entry):
        parts += pen.prose(line, _WORDS)
    colour = look.TEXT if entry.engagement else look.HOT_TEXT
    parts += pen.prose(say("Who talks to them"), _LABEL)
    return [*parts, *pen.prose(phrases.talks(entry), look.Style(8.8, 12.2, 400, colour, 3))]


def _sign(entry: DeskEntry, pen: Pen) -> Panel:
    """Told and acknowledged, or a line to sign."""
    signed = entry.acknowledged is not None
    words = pen.prose(phrases.known(entry), look.Style(7.8, 10.5, 400, look.MUTED))

    def line(canvas: Any, width: float, height: float) -> None:
        canvas.setStrokeColor(look.rgb(look.COOL))
        canvas.setLineWidth(0.6)
        # However long the words are, the line to write on begins behind them.
        for words, start, end in ((say("Read by"), width - 196, width - 80), (say("on"), width - 74, width)):
            pen.line(canvas, start, height - 12, words, 7.8, 400, look.MUTED)
            canvas.line(start + pen.width(words, 7.8) + 5, height - 14, end, height - 14)

    column = Column(22, look.inner() - 22 - (0 if signed else 212), words)
    return Panel([column], None if signed else line, pad=(4, 7), least=22)
