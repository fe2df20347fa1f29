"""The release report on paper: the finding, pain by pain before and since, what is new, what works, how sure."""

from __future__ import annotations

from functools import partial
from typing import Any

from shadow_app.domain.language import say
from shadow_app.insight.before_after import Verdict
from shadow_app.reports import amounts, look, wording
from shadow_app.reports import release_words as phrases
from shadow_app.reports.blocks import Band, Opening, Tile, Tiles, box, bullets, said, section
from shadow_app.reports.flow import Column, Gap, Panel
from shadow_app.reports.immersion_pdf import about, when
from shadow_app.reports.page import INNER, Face, then
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Places
from shadow_app.reports.release import Changed, NewPain, ReleaseReport

_RIGHT = 178.0
_TINY = look.Style(7.8, 10.5, 400, look.FAINT)
_TOLD = look.Style(8.8, 12.2, after=2)
_QUOTE = look.Style(8.8, 12.2, 500, look.MUTED, 2)
_COLOURS = {
    Verdict.BETTER: (look.CALM, look.CALM_SOFT),
    Verdict.WORSE: (look.HOT_TEXT, look.HOT_SOFT),
    Verdict.NOT_YET_PROVEN: (look.MUTED, look.TRACK),
    Verdict.NOT_MEASURED: (look.MUTED, look.TRACK),
}


def _left() -> float:
    return look.inner() - 22 - _RIGHT - 16


def face(report: ReleaseReport) -> Face:
    """What is printed around the pages and written into the file."""
    strip = report.strip
    return Face(
        kind=say("Did the release help?"),
        short=f"{report.release or say('Release')} · {strip.site}",
        title=say(
            "Did {release} help? {site}, {when}",
            release=report.release or say("the release"),
            site=strip.site,
            when=when(strip),
        ),
        subject=report.headline or phrases.headline(report),
        state=report.state,
        made_on=report.made_on,
        month_only=strip.month_only,
    )


def opening(report: ReleaseReport) -> Opening:
    """The band on page one."""
    strip = report.strip
    where = " · ".join(part for part in (strip.organisation, strip.unit, strip.site) if part)
    came = say("not noted")
    if report.released_on is not None:
        came = amounts.month(report.released_on) if strip.month_only else amounts.day(report.released_on)
    facts = (
        (say("Release"), report.release or say("not named")),
        (say("It came"), came),
        (say("With"), strip.role),
        (say("Visits before"), amounts.grouped(report.before.visits)),
        (say("Visits since"), amounts.grouped(report.after.visits)),
    )
    headline = report.headline or phrases.headline(report)
    return Opening(say("Did the release help?"), headline, (where, when(strip)), facts, report.state)


def story(report: ReleaseReport, pen: Pen, places: Places) -> list[Any]:
    """Everything, in order."""
    flow: list[Any] = [then(INNER), Band(pen, places, opening(report))]
    flow += [*pen.prose(report.lead or phrases.lead(report), look.LEAD), Gap(4), Tiles(pen, _tiles(report))]
    if report.words:
        flow.append(box(pen, say("What we saw"), report.words))
    sub = say("Hours a year for everybody in the role at this site, before the release and since.")
    flow += section(pen, places, "changed", say("Pain by pain"), sub if report.changed else "", needs=110)
    scale = max((max(each.before.hours.value, each.after.hours.value) for each in report.changed), default=0.0)
    flow += [_row(each, scale, pen) for each in report.changed] or said(pen, say(phrases.NO_PAINS))
    fresh = say("Met since and not before, or noted since and not sorted yet.") if report.new else ""
    flow += section(pen, places, "new", say("New since the release"), fresh, needs=50, before=10)
    flow += [_new(each, pen) for each in report.new] or said(pen, say(phrases.NOTHING_NEW))
    flow += section(pen, places, "works", say("What works"), needs=50, before=10)
    flow += _works(report, pen)
    flow += section(pen, places, "sure", say("How sure are we?"), needs=50, before=10)
    flow += pen.prose(" ".join(phrases.basis(report)), look.SMALL_MUTED)
    if report.thanks:
        flow += [Gap(4), *pen.prose(report.thanks, look.Style(9.4, 13.6, 600))]
    return flow


def _tiles(report: ReleaseReport) -> list[Tile]:
    known = len(report.changed)
    back, lost = amounts.about(report.given_back), amounts.about(report.newly_lost)
    unproven = len(report.of(Verdict.NOT_YET_PROVEN))
    return [
        Tile(say("Given back"), amounts.hours(back), say("hours"), say("a year, proven"), True),
        Tile(say("Newly lost"), amounts.hours(lost), say("hours"), say("a year, proven")),
        Tile(say("Not proven yet"), amounts.grouped(unproven), say("of {known}", known=known), say("could be chance")),
        Tile(
            say("New"),
            amounts.grouped(len(report.new)),
            say("pain") if len(report.new) == 1 else say("pains"),
            say("noted since"),
        ),
    ]


def _row(changed: Changed, scale: float, pen: Pen) -> Panel:
    words = look.MUTED if changed.verdict is Verdict.NOT_MEASURED else look.TEXT
    left = pen.prose(changed.pain, look.Style(10.2, 13.2, 600, words, 1))
    left += pen.prose(
        f"{phrases.rates(changed)} · {phrases.minutes(changed)}", look.Style(8.4, 11.4, 400, look.MUTED, 2)
    )
    for told in (changed.consequence, changed.stake):
        left += pen.prose(told, _TOLD)
    if changed.quote:
        by = f" — {changed.quote_by}" if changed.quote_by else ""
        left += pen.prose(wording.quoted(changed.quote) + by, _QUOTE)
    left += pen.prose(f"{changed.service} · {wording.evidence(changed.evidence)}", _TINY)
    return Panel([Column(22, _left(), left)], partial(_beside, changed, scale, pen), pad=(6, 6), least=74)


def _beside(changed: Changed, scale: float, pen: Pen, canvas: Any, width: float, height: float) -> None:
    """The verdict, and two bars: before in grey, since in the colour of the verdict."""
    ink, soft = _COLOURS[changed.verdict]
    canvas.setStrokeColor(look.rgb(look.HAIRLINE))
    canvas.setLineWidth(0.6)
    canvas.line(0, height - 0.3, width, height - 0.3)
    canvas.setFillColor(look.rgb(ink))
    canvas.circle(6, height - 13, 4, stroke=0, fill=1)
    left, words = width - _RIGHT, phrases.VERDICTS[changed.verdict]
    wide = pen.width(words, 7.4, 600) + 14
    canvas.setFillColor(look.rgb(soft))
    canvas.roundRect(left, height - 20, wide, 13.5, 6.75, stroke=0, fill=1)
    pen.line(canvas, left + 7, height - 16, words, 7.4, 600, ink)
    strong = pen.fit(phrases.verdict(changed), _RIGHT, 9, 600)
    pen.line(canvas, left, height - 32, strong, 9, 600, ink if changed.verdict in _PROVEN else look.TEXT)
    pen.line(canvas, left, height - 42.5, pen.fit(phrases.sure(changed), _RIGHT, 7.8), 7.8, 400, look.MUTED)
    sides = ((say("before"), changed.before, look.COOL), (say("since"), changed.after, ink))
    for index, (label, side, fill) in enumerate(sides):
        y = height - 55 - index * 11
        pen.line(canvas, left, y, label, 7.4, 400, look.MUTED)
        shown = (
            f"{amounts.hours(amounts.about(side.hours.value))} h" if side.per_hour is not None else say("nobody there")
        )
        room = _RIGHT - 34 - 48
        long = room * side.hours.value / scale if scale > 0 else 0.0
        canvas.setFillColor(look.rgb(look.TRACK))
        canvas.roundRect(left + 34, y - 0.5, room, 6, 2, stroke=0, fill=1)
        if long >= 1:
            canvas.setFillColor(look.rgb(fill))
            canvas.roundRect(left + 34, y - 0.5, long, 6, min(2, long / 2), stroke=0, fill=1)
        pen.line(canvas, width, y, shown, 7.4, 500, look.TEXT, "right")


_PROVEN = (Verdict.BETTER, Verdict.WORSE)


def _new(new: NewPain, pen: Pen) -> Panel:
    parts = pen.prose(new.pain, look.Style(9.4, 12.8, 600, after=1))
    parts += pen.prose(new.consequence, _TOLD)
    if new.quote:
        by = f" — {new.quote_by}" if new.quote_by else ""
        parts += pen.prose(wording.quoted(new.quote) + by, _QUOTE)
    parts += pen.prose(phrases.found(new), _TINY)

    def dot(canvas: Any, width: float, height: float) -> None:
        canvas.setFillColor(look.rgb(look.HOT if new.blamed or new.sorted_in else look.COOL))
        canvas.circle(2.5, height - 10, 2.3, stroke=0, fill=1)

    return Panel([Column(12, look.inner() - 12, parts)], dot, pad=(3, 3))


def _works(report: ReleaseReport, pen: Pen) -> list[Any]:
    lines = bullets(pen, [(good.text, about(good)) for good in report.works], look.CALM)
    for line in lines:
        line.columns[0].width = look.inner() - 12
    return lines or said(pen, say(phrases.NO_PRAISE))
