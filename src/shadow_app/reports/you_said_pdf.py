"""ONE page, always: the dearest things fit, the others are counted; nothing is ever set smaller to make room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import say
from shadow_app.reports import amounts, look
from shadow_app.reports import you_said_words as phrases
from shadow_app.reports.blocks import Band, Opening, box, bullets
from shadow_app.reports.flow import Column, Gap, Panel
from shadow_app.reports.page import Face
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Heading, Places
from shadow_app.reports.wording import quoted
from shadow_app.reports.you_said import Became, Given, Said, YouSaidReport

_LEFT = 262.0
_SLACK = 8.0
"""Points that stay free: what rounding of many heights could add up to."""
_PROMISES = 4
_MORE = look.Style(8.6, 12.2, 600, look.MUTED)
_TINY = look.Style(7.8, 10.5, 400, look.FAINT)
_WORDS = look.Style(10.2, 13.2, 600, after=1)
_HOURS = look.Style(8.6, 11.6, 600, look.HOT_TEXT, 1)
_SAVED = look.Style(8.6, 11.6, 600, look.CALM, 1)
_SAID = look.Style(8.6, 11.6, 500, look.MUTED, 1)
_ANSWER = look.Style(9, 12.2, 500, after=1)
_COLOURS = {
    Became.DONE: (look.CALM, look.CALM_SOFT),
    Became.PROMISED: (look.SUN_TEXT, look.SUN_SOFT),
    Became.DECIDED: (look.SUN_TEXT, look.SUN_SOFT),
    Became.BACK: (look.HOT_TEXT, look.HOT_SOFT),
    Became.NOT_KEPT: (look.HOT_TEXT, look.HOT_SOFT),
    Became.WAITS: (look.MUTED, look.TRACK),
    Became.DECLINED: (look.MUTED, look.TRACK),
    Became.OPEN: (look.MUTED, look.TRACK),
}


def _right() -> float:
    return look.inner() - _LEFT - 22


def face(report: YouSaidReport) -> Face:
    """What is printed around the page and written into the file."""
    return Face(
        kind=say("You said – we did"),
        short=report.site,
        title=say("You said – we did: {site}, {month}", site=report.site, month=amounts.month(report.made_on)),
        subject=report.headline or say("What became of what {site} told us", site=report.site),
        state=report.state,
        made_on=report.made_on,
        month_only=report.month_only,
    )


def opening(report: YouSaidReport) -> Opening:
    """The band: where, and when we came, by months, because a day could name the person who was visited."""
    months = list(dict.fromkeys(amounts.month(day) for day in (report.since, report.until) if day))
    place = " · ".join(part for part in (report.organisation, report.unit) if part)
    facts = (
        (say("For everybody at"), report.site),
        (say("We came"), say(" to ").join(months) or say("not yet")),
        (say("Visits"), amounts.grouped(report.visits)),
        (say("Time with you"), amounts.duration(report.hours)),
    )
    headline = report.headline or say("What became of what {site} told us", site=report.site)
    return Opening(say("You said – we did"), headline[:180], (place,), facts, report.state)


def story(report: YouSaidReport, pen: Pen, places: Places) -> list[Any]:
    """Everything that fits the page."""
    if report.trade_words:
        words = ", ".join(quoted(word) for word in report.trade_words)
        pen.typesetter.note(
            say(
                "The page for {site} uses words of IT’s own trade: {words}; say it in theirs.",
                site=report.site,
                words=words,
            )
        )
    top: list[Any] = [Band(pen, places, opening(report))]
    if report.thanks:
        top += [*_clipped(pen, report.thanks, look.Style(9.4, 13.4, 500), look.inner(), 3), Gap(3)]
    top.append(Heading(pen, places, "said", say("What you told us and showed us, and what became of it"), before=4))
    bottom = [*_also(report, pen, places), Gap(2), _contact(report, pen), *_small(report, pen)]
    room = look.height() - look.FOOT - _SLACK - _high([*top, *bottom])
    return [*top, *_rows(report, pen, room), *bottom]


def _rows(report: YouSaidReport, pen: Pen, room: float) -> list[Any]:
    """All of it roomy, else all of it tight, else the dearest that fit."""
    if not report.said:
        return pen.prose(say(phrases.NOTHING_SAID) if report.visits else say(phrases.NOBODY_CAME), look.BODY)
    for tight in (False, True):
        rows, used = _fitting(report.said, pen, room, tight=tight)
        if len(rows) == len(report.said):
            return rows + _works(report, pen, room - used)
    room -= _high([Gap(3), *pen.prose(phrases.more(report.said), _MORE)])
    rows, used = _fitting(report.said, pen, room, tight=True)
    rows = _roomier(rows, report.said, pen, room - used)
    return [*rows, Gap(3), *pen.prose(phrases.more(report.said[len(rows) :]), _MORE)]


def _fitting(things: Sequence[Said], pen: Pen, room: float, *, tight: bool) -> tuple[list[Any], float]:
    """The first rows that fit, and how high they stand; what comes after the first that does not is not measured."""
    rows: list[Any] = []
    used = 0.0
    for said in things:
        row = _row(said, pen, tight=tight)
        high = _high([row])
        if used + high > room:
            break
        rows.append(row)
        used += high
    return rows, used


def _roomier(rows: list[Any], things: Sequence[Said], pen: Pen, spare: float) -> list[Any]:
    """What is left of the room goes to the rows that were cut, from the first one on."""
    made = []
    for row, said in zip(rows, things, strict=False):
        roomy = _row(said, pen, tight=False)
        more = _high([roomy]) - _high([row])
        made.append(roomy if more <= spare else row)
        spare -= more if more <= spare else 0.0
    return made


def _row(said: Said, pen: Pen, *, tight: bool) -> Panel:
    lines = 1 if tight else 2
    left = _clipped(pen, said.words, _WORDS, _LEFT, 2)
    left += pen.prose(phrases.cost(said), _SAVED if said.became is Became.DONE else _HOURS)
    voice = f"{quoted(said.quote)} — {said.quote_by}" if said.quote and said.quote_by else quoted(said.quote)
    harm = said.consequence or said.stake
    told = [words for words in (harm, voice if said.quote else "") if words]
    for words in told[:1] if tight else told:
        left += _clipped(pen, words, _SAID, _LEFT, lines)
    left += _clipped(pen, phrases.sure(said), _TINY, _LEFT, 1)
    main, remark = phrases.answer(said)
    right = _clipped(pen, main, _ANSWER, _right(), lines + 1)
    right += _clipped(pen, remark, look.Style(8.4, 11.2, 400, look.MUTED), _right(), lines + 1)

    def paint(canvas: Any, width: float, height: float) -> None:
        canvas.setStrokeColor(look.rgb(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, height - 0.3, width, height - 0.3)
        ink, soft = _COLOURS[said.became]
        words = phrases.PILLS[said.became]
        canvas.setFillColor(look.rgb(soft))
        canvas.roundRect(_LEFT + 22, height - 20, pen.width(words, 7.4, 600) + 14, 13.5, 6.75, stroke=0, fill=1)
        pen.line(canvas, _LEFT + 29, height - 16, words, 7.4, 600, ink)

    return Panel([Column(0, _LEFT, left), Column(_LEFT + 22, _right(), [Gap(17), *right])], paint, pad=(6, 5))


def _also(report: YouSaidReport, pen: Pen, places: Places) -> list[Any]:
    """The promises that belong to nothing in the list above."""
    if not report.promises:
        return []
    lines = [_line(given, pen) for given in report.promises[:_PROMISES]]
    left = len(report.promises) - len(lines)
    rest = (
        pen.prose(
            say("And {promises}; ask us for the list.", promises=amounts.counted(left, "more promise|more promises")),
            _MORE,
        )
        if left
        else []
    )
    return [Heading(pen, places, "promises", say("What else we promised you"), before=8), *lines, *rest]


def _line(given: Given, pen: Pen) -> Panel:
    """One promise: what at the left, in two lines at most, who and when at the right."""
    text, remark = phrases.also(given)
    right = pen.fit(remark, 250, 8.6)
    left = pen.lines(text, look.inner() - 24 - pen.width(right, 8.6), 8.6, 600)

    def paint(canvas: Any, width: float, height: float) -> None:
        y = height - 9.5
        canvas.setFillColor(look.rgb(look.SUN))
        canvas.circle(2.5, y + 3, 2.3, stroke=0, fill=1)
        for number, words in enumerate(left):
            pen.line(canvas, 12, y - 11.5 * number, words, 8.6, 600)
        pen.line(canvas, width, y, right, 8.6, 400, look.MUTED, "right")

    return Panel([], paint, least=2.5 + 11.5 * len(left))


def _works(report: YouSaidReport, pen: Pen, room: float) -> list[Any]:
    """What works and should stay, as far as there is room."""
    if not report.works:
        return []
    head = pen.prose(say("You also showed us what works well. We will leave it alone:"), look.SMALL_STRONG)
    used = _high([Gap(6), *head])
    kept: list[Any] = []
    for words in report.works:
        line = bullets(pen, [(_cut(pen, words, look.SMALL, look.inner() - 12, 1), "")], look.CALM)
        line[0].columns[0].width = look.inner() - 12
        used += _high(line)
        if used > room:
            break
        kept += line
    return [Gap(6), *head, *kept] if kept else []


def _contact(report: YouSaidReport, pen: Pen) -> Panel:
    words = _cut(pen, phrases.contact(report.talk_to), look.BODY, look.inner() - 36, 2)
    return box(pen, say("How to tell us more"), words)


def _small(report: YouSaidReport, pen: Pen) -> list[Any]:
    return _clipped(pen, phrases.basis(report), look.Style(7.8, 10.5, 400, look.FAINT), look.inner(), 3)


def _high(parts: Sequence[Any]) -> float:
    """The most that these pieces take, with the space around them."""
    return sum(float(part.wrap(look.inner(), 1e6)[1] + part.getSpaceBefore() + part.getSpaceAfter()) for part in parts)


def _clipped(pen: Pen, words: str, style: look.Style, width: float, lines: int) -> list[Any]:
    """A paragraph of at most so many lines."""
    return pen.prose(_cut(pen, words, style, width, lines), style)


def _cut(pen: Pen, words: str, style: look.Style, width: float, lines: int) -> str:
    """The text as one paragraph, cut with an ellipsis where it would need more lines."""
    # No letter is narrower than a fifth of its size, so more than this could not fit and need not be measured.
    flat = " ".join(words.split())[: lines * round(5 * width / style.size)]
    if _lines(pen, flat, style, width) <= lines:
        return flat
    low, high = 0, len(flat)
    while high - low > 1:
        middle = (low + high) // 2
        if _lines(pen, f"{flat[:middle].rstrip()} …", style, width) <= lines:
            low = middle
        else:
            high = middle
    at_word = flat[:low].rsplit(" ", 1)[0]
    kept = at_word if len(at_word) > low - 20 else flat[:low]
    return f"{kept.rstrip(' ,;:–-')} …"


def _lines(pen: Pen, words: str, style: look.Style, width: float) -> int:
    return sum(len(part.breakLines(width).lines) for part in pen.prose(words, style))
