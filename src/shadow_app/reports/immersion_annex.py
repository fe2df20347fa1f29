"""The annex of the immersion report: the whole log, how the figures are made, the briefing for the service desk."""

from __future__ import annotations

from functools import partial
from typing import Any

from shadow_app.domain.language import say
from shadow_app.domain.vocabulary import Evidence
from shadow_app.domain.words import KINDS
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import bullets, in_columns, said, section
from shadow_app.reports.contents import Entry, contents
from shadow_app.reports.flow import KEPT_WHOLE, Column, Later, Panel, Piece
from shadow_app.reports.immersion import Briefing, ImmersionReport, LogChapter, LogEntry
from shadow_app.reports.method_pdf import method
from shadow_app.reports.page import ANNEX, new_page
from shadow_app.reports.parts import Photo
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.you_said_words import ended

_TEXT_X = 92.0
_PHOTO = 118.0
_AT_ONCE = 20


def annex(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    """Contents if there is much, then log, method and briefing."""
    entries = [(f"log-{index}", chapter.title) for index, chapter in enumerate(report.log)]
    listed: list[Entry] = [
        *entries,
        ("method", say("How the figures are made")),
        ("briefing", say("For the service desk")),
    ]
    front, end = contents(pen, places, listed)
    flow: list[Any] = [*new_page(ANNEX), *front]
    flow += section(
        pen,
        places,
        "log",
        say("Everything we wrote down"),
        say("In the order of the day. People appear by role."),
        before=0,
    )
    if not any(chapter.entries for chapter in report.log):
        flow += said(pen, say("No note was taken on this visit."))
    for index, chapter in enumerate(report.log):
        flow += chapter_of(chapter, f"log-{index}", pen, places)
    flow += section(pen, places, "method", say("How the figures are made"), needs=160)
    flow += method(report.method, pen)
    flow += section(
        pen, places, "briefing", say("For the service desk"), say("What people on the phone should know."), needs=60
    )
    return flow + _briefing(report, pen) + end


def chapter_of(chapter: LogChapter, key: str, pen: Pen, places: Places) -> list[Any]:
    """The log of one visit, made a few notes at a time."""
    if not chapter.entries:
        flow = section(pen, places, key, chapter.title, level=1, needs=40, before=8)
        return flow + said(pen, say("No note was taken."))
    # A heading at the foot of a page, with its first note on the next, belongs to nothing.
    first = _entry(chapter.entries[0], chapter.month_only, pen).high(look.inner())
    flow = section(pen, places, key, chapter.title, level=1, needs=min(first, KEPT_WHOLE), before=8)
    return flow + [
        Later(partial(_entries, chapter.entries[start : start + _AT_ONCE], chapter.month_only, pen))
        for start in range(0, len(chapter.entries), _AT_ONCE)
    ]


def _entries(entries: tuple[LogEntry, ...], month_only: bool, pen: Pen) -> list[Any]:
    return [_entry(entry, month_only, pen) for entry in entries]


def _entry(entry: LogEntry, month_only: bool, pen: Pen) -> Panel:
    """One note: time and kind beside it, then the words, the voice, what followed, and our reading of it."""
    parts = pen.prose(entry.text, look.SMALL)
    if entry.quote:
        parts += pen.prose(wording.quoted(entry.quote), look.Style(8.6, 12.2, 500, look.TEXT, 1))
    for label, words in ((say("What followed: "), entry.consequence), (say("Our reading: "), entry.interpretation)):
        if words:
            parts += pen.prose(label + words, look.SMALL_MUTED)
    facts = [entry.by, *entry.services, *entry.meta]
    facts += [say("told, not seen")] if entry.evidence is Evidence.TOLD else []
    facts += [say("surprised us")] if entry.surprise else []
    line = " · ".join(fact for fact in facts if fact)
    if line:
        parts += pen.prose(line, look.Style(7.6, 10.4, 400, look.FAINT))

    def beside(canvas: Any, width: float, height: float) -> None:
        colour = look.PAPER_INK.of_kind(entry.kind)
        time = "" if month_only or entry.untimed else amounts.clock(entry.at)
        pen.line(canvas, 0, height - 12.6, time, 8.6, 600, look.TEXT)
        canvas.setFillColor(look.rgb(colour))
        canvas.circle(33, height - 9.8, 2.6, stroke=0, fill=1)
        pen.line(canvas, 40, height - 12.6, KINDS[entry.kind], 7.4, 600, colour)

    columns = [Column(_TEXT_X, look.inner() - _TEXT_X - (_PHOTO + 14 if entry.photos else 0), parts)]
    if entry.photos:
        columns.append(Column(look.inner() - _PHOTO, _PHOTO, [_Print(pen, photo) for photo in entry.photos]))
    return Panel(columns, beside, pad=(4, 5), least=20)


class _Print(Piece):
    """A photo as wide as its column, with its caption."""

    def __init__(self, pen: Pen, photo: Photo) -> None:
        super().__init__(space_after=6)
        self.pen, self.photo = pen, photo

    def high(self, width: float) -> float:
        self.picture = width * min(self.pen.shape(self.photo), 1.0)
        self.caption = self.pen.lines(self.photo.caption, width, 7.4, most=3) if self.photo.caption else []
        return self.picture + 10 * len(self.caption) + (2 if self.caption else 0)

    def draw(self) -> None:
        self.pen.photo(self.canv, self.photo, 0, self.height - self.picture, self.width, self.picture, 6)
        for number, words in enumerate(self.caption, 1):
            self.pen.line(self.canv, 0, self.height - self.picture - 10 * number, words, 7.4, 400, look.MUTED)


def _briefing(report: ImmersionReport, pen: Pen) -> list[Any]:
    if not report.briefing:
        return said(pen, say("Nothing has to be passed on to the service desk."))
    rows = [(f"{item.pain} ({item.service}, {item.site})", briefed(item)) for item in report.briefing]
    return [in_columns([bullets(pen, rows, look.TEXT, look.SMALL_STRONG)])]


def briefed(item: Briefing) -> str:
    """What the desk may tell a caller."""
    workaround = (
        say("Until it is mended: {workaround}", workaround=item.workaround)
        if item.workaround
        else say("No way round it is known.")
    )
    promised = (
        say("We promised: {promised}", promised=item.promised) if item.promised else say("Nothing has been promised.")
    )
    return f"{ended(workaround)} {ended(promised)}"
