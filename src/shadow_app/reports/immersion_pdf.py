"""The immersion report on paper: two pages that an executive reads, then the annex (`domain.md` §2.3).

The first pages carry no formula, no Greek letter and no word of IT's trade (`domain.md` §1 R7).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import lowered, mark, say
from shadow_app.domain.words import HOSTS, PARTICIPATION, SITES, TYPICALITY
from shadow_app.figures.measure import Measure
from shadow_app.figures.primitives import Figure
from shadow_app.figures.slope import Column as Ranking
from shadow_app.figures.slope import SlopeRow, slope
from shadow_app.figures.timeline import day_strip
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, box, bullets, in_columns, said, section
from shadow_app.reports.flow import KEPT_WHOLE, Column, Gap, Panel, Rows
from shadow_app.reports.immersion import GoodThing, ImmersionReport, SixAnswers, Strip
from shadow_app.reports.immersion_annex import annex
from shadow_app.reports.one_page import height
from shadow_app.reports.page import INNER, Face, room_for, then
from shadow_app.reports.pain_panel import ORDER, pain_panel
from shadow_app.reports.parts import RankPlace
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Heading, Picture, Places

_QUESTIONS = (
    (mark("Does it harm business?"), "damage", 68.0),
    (mark("How fast?"), "time_critical", 62.0),
    (mark("Can it wait?"), "deferrable", 72.0),
    (mark("What is it worth?"), "effort", 101.0),
    (mark("Who talks to them?"), "engagement", 58.0),
    (mark("Does the desk know?"), "desk", 67.0),
)
"""Heading, field of `SixAnswers`, width in points: answers differ in length by their nature."""
_SCALE = 1.25
"""The rankings are drawn too wide and scaled into their place, which sets their words as small as captions."""
_BESIDE_NAME, _LINES = 34.0, 30.0
"""Points that a name's place and its move take beside it, and that the lines need to be followed with the eye."""


def _pain_width() -> float:
    return look.inner() - sum(width for _, _, width in _QUESTIONS)


def face(report: ImmersionReport) -> Face:
    """What is printed around the pages and written into the file."""
    strip = report.strip
    return Face(
        kind=say("Immersion report"),
        short=f"{strip.site} · {when(strip)}",
        title=say("Immersion report: {site}, {when}", site=strip.site, when=when(strip)),
        subject=report.headline or say("A day with the {role} at {site}", role=lowered(strip.role), site=strip.site),
        state=report.state,
        made_on=report.made_on,
        month_only=strip.month_only,
    )


def when(strip: Strip) -> str:
    """The day, both ends of several days, or only the month where the day would name a person."""
    start, end = strip.starts_at, strip.ends_at or strip.starts_at
    if strip.month_only:
        return amounts.month(start)
    if end.date() <= start.date() or (end - start).total_seconds() < 86_400:
        return amounts.day(start)
    return f"{amounts.day(start)} – {amounts.day(end)}"


def story(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    flow: list[Any] = [then(INNER), Band(pen, places, opening(report))]
    flow += _day(report, pen, places)
    flow += _pains(report, pen, places)
    if report.meaning:
        flow.append(box(pen, say("What this means for us"), report.meaning))
    flow += _works_and_surprises(report, pen, places)
    flow += six_questions(report.answers, pen, places)
    flow += _promises(report, pen, places)
    flow += _sure(report, pen, places)
    return flow + annex(report, pen, places)


def opening(report: ImmersionReport) -> Opening:
    """The band on page one: the finding, the place, the strip of facts."""
    strip = report.strip
    day = amounts.month(strip.starts_at) if strip.month_only else when(strip)
    if strip.ends_at is None or strip.ends_at.date() == strip.starts_at.date():
        day = day if strip.month_only else amounts.weekday(strip.starts_at)
    where = " · ".join(part for part in (strip.organisation, strip.unit, strip.site) if part)
    facts = [
        (say("With"), strip.role),
        (say("On site"), amounts.duration(strip.hours)),
        (say("We"), PARTICIPATION[strip.participation]),
        (say("The day was"), TYPICALITY[strip.typicality] if strip.typicality else say("not asked")),
        (say("Host"), HOSTS[strip.host_selection] if strip.host_selection else say("not noted")),
        (say("Reviewed by"), strip.reviewer or say("nobody yet")),
    ]
    if strip.shadower:
        facts.insert(1, (say("Went out"), strip.shadower))
    return Opening(
        kind=say("Immersion report · {SITES}", SITES=SITES[strip.site_type]),
        headline=report.headline or say("What we saw at {site}", site=strip.site),
        place=(where, ", ".join(part for part in (strip.shift, day) if part)),
        facts=tuple(facts),
        state=report.state,
        photo=report.photo,
    )


def _day(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    flow = section(pen, places, "day", say("The day in 120 words"), before=0)
    flow += pen.prose(report.day.words, look.BODY) or said(pen, say("Nobody has written up the day yet."))
    if report.day.stretches or report.day.marks:
        flow.append(Picture(pen, strip_figure(report, pen.width), before=6))
    return flow


def strip_figure(report: ImmersionReport, measure: Measure) -> Figure:
    """The timeline of the day."""
    subject = say("The day at {site}", site=report.strip.site)
    return day_strip(report.day.stretches, report.day.marks, look.inner(), look.PAPER_INK, measure, subject=subject)


def _pains(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    thin = [pain.evidence.thin for pain in report.pains]
    hint = say(ORDER) if thin else ""
    if thin and all(thin):
        hint = say("All of this was seen on few occasions: read the figures as a first hint.")
    flow = section(pen, places, "pains", say("What hurts most"), hint, needs=90)
    if not report.pains:
        return flow + said(pen, say("No pain was noted on this visit."))
    return flow + [
        pain_panel(pain, place, report.currency, pen, grey=pain.evidence.thin and not all(thin))
        for place, pain in enumerate(report.pains, 1)
    ]


def _works_and_surprises(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    works = bullets(pen, [(good.text, about(good)) for good in report.works], look.CALM)
    works = works or said(pen, say("Nothing was noted that works especially well."))
    surprises = bullets(pen, [(words, "") for words in report.surprises], look.SUN)
    surprises = surprises or said(pen, say("Nothing surprised us, or nobody said so."))
    keep = [Heading(pen, places, "works", say("What works – keep it")), *works]
    fresh = [Heading(pen, places, "surprises", say("What surprised us")), *surprises]
    ranked = [place for place in report.ranks if place.assumed is not None or place.observed is not None]
    if not ranked:
        return [room_for(70), Gap(7), in_columns([keep, fresh])]
    caption = pen.prose(say("IT’s list before the visit, and what the day showed"), look.SMALL_STRONG)
    half = (look.inner() - 24) / 2
    if _has_room(ranked, half * _SCALE, pen):
        left = [*keep, Gap(3), *fresh]
        drawn = Picture(pen, _ranks(ranked, pen, half), 0, 0)
        return [room_for(120), Gap(7), in_columns([left, [*caption, drawn]])]
    drawn = Picture(pen, _ranks(ranked, pen, look.inner()), 0, 0)
    return [room_for(70), Gap(7), in_columns([keep, fresh]), room_for(120), Gap(7), *caption, drawn]


def _has_room(ranked: list[RankPlace], wide: float, pen: Pen) -> bool:
    """Whether the names stand at both sides in full and leave room for the lines between them."""
    longest = max(pen.width(place.service, 8.0, 600) for place in ranked)
    return 2 * (longest + _BESIDE_NAME) + _LINES <= wide


def _ranks(ranked: list[RankPlace], pen: Pen, wide: float) -> Figure:
    rows = [SlopeRow(place.service, (place.assumed, place.observed), str(place.service_id or "")) for place in ranked]
    columns = (
        Ranking(say("IT’s list"), say("Not on IT’s list")),
        Ranking(say("What we saw"), say("Not seen that day")),
    )
    subject = say("IT’s list and what the day showed")
    return slope(rows, columns, wide * _SCALE, look.PAPER_INK, pen.width, subject=subject, row_height=18)


def about(good: GoodThing) -> str:
    """Which service, and who said so."""
    return " · ".join(part for part in (good.service, good.by) if part)


def six_questions(answers: Sequence[SixAnswers], pen: Pen, places: Places) -> list[Any]:
    """One line a pain; what nobody has answered says so."""
    flow = section(pen, places, "six", say("Six questions, answered"), needs=90)
    if not answers:
        return flow + said(pen, say("No pain has been discussed yet, so none of the six questions is answered."))
    heads = [pen.prose(say(head), look.Style(7.4, 9.6, 600, look.MUTED)) for head, _, _ in _QUESTIONS]
    return [*flow, Rows(Panel(_seven([], heads), pad=(0, 3)), [_answers(answer, pen) for answer in answers])]


def _answers(answer: SixAnswers, pen: Pen) -> Panel:
    cells = []
    for _, name, _ in _QUESTIONS:
        # A pain that nobody answers for is the one gap that may not be overlooked (`domain.md` §1 Q5).
        gap = look.Style(8, 10.6, 600, look.HOT) if name == "engagement" else look.Style(8, 10.6, 400, look.FAINT)
        missing = say("Nobody yet") if name == "engagement" else say("not answered yet")
        cells.append(pen.prose(getattr(answer, name), look.CELL) or pen.prose(missing, gap))
    return Panel(_seven(pen.prose(answer.pain, look.CELL_STRONG), cells), hairline, pad=(4, 4))


def _seven(pain: list[Any], cells: list[list[Any]]) -> list[Column]:
    columns = [Column(0, _pain_width() - 8, pain)]
    x = _pain_width()
    for (_, _, width), parts in zip(_QUESTIONS, cells, strict=True):
        columns.append(Column(x, width - 7, parts))
        x += width
    return columns


def hairline(canvas: Any, width: float, height: float) -> None:
    """A line along the top of a row."""
    canvas.setStrokeColor(look.rgb(look.HAIRLINE))
    canvas.setLineWidth(0.6)
    canvas.line(0, height - 0.3, width, height - 0.3)


def _promises(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    ours = bullets(
        pen, [(promise.text, wording.terms(promise)) for promise in report.promises], look.TEXT, look.SMALL_STRONG
    )
    ours = ours or said(pen, say("Nothing has been promised."))
    past = bullets(pen, [(since.said, wording.did(since)) for since in report.since], look.CALM, look.SMALL_STRONG)
    past = past or said(pen, say("This is the first report from here; there is nothing to answer for yet."))
    left = [Heading(pen, places, "promises", say("What we promise")), *ours]
    right = [Heading(pen, places, "since", say("Since last time: you said – we did")), *past]
    return [room_for(70), Gap(7), in_columns([left, right])]


def _sure(report: ImmersionReport, pen: Pen, places: Places) -> list[Any]:
    sure = report.sureness
    thanks = [Gap(2), *pen.prose(report.thanks, look.Style(9.4, 13.6, 600))] if report.thanks else []
    if not sure.visits:
        told = [*pen.prose(" ".join(wording.how_sure(sure)), look.SMALL_MUTED), *thanks]
    else:
        told = [Tiles(pen, _sure_tiles(report)), *pen.prose(" ".join(wording.caveats(sure)), look.SMALL_MUTED), *thanks]
    # Thanks that stand alone on a page look like a mistake, so all of this stays together.
    return [*section(pen, places, "sure", say("How sure are we?"), needs=min(height(told), KEPT_WHOLE)), *told]


def _sure_tiles(report: ImmersionReport) -> list[Tile]:
    sure = report.sureness
    year = sure.hours_a_year
    return [
        Tile(
            say("Seen lost"),
            amounts.grouped(sure.observed_minutes),
            say("minutes"),
            say("of work, before our eyes"),
            True,
        ),
        Tile(
            say("Comes to"),
            amounts.hours(year.value),
            say("h a year"),
            wording.likely(year) or say("everybody counted"),
        ),
        Tile(
            say("There for"),
            amounts.duration(sure.hours),
            "",
            say("on {visits}", visits=amounts.counted(sure.visits, "visit|visits")),
        ),
        Tile(
            say("Seen"),
            str(sure.seen),
            say("of {seen}", seen=sure.seen + sure.told),
            say("{told} only told", told=sure.told),
        ),
    ]
