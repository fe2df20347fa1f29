"""Claims on paper: panels with what was decided and promised, promises and what changed, as several reports show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.domain.words import CHOICE_WORDS, LANES
from shadow_app.reports import amounts, look, wording
from shadow_app.reports import since as since_words
from shadow_app.reports.blocks import bullets, said, section, with_rest
from shadow_app.reports.claims import Claim, Pledge, decision, promised, references
from shadow_app.reports.flow import Column, Gap, Panel
from shadow_app.reports.page import room_for
from shadow_app.reports.pain_panel import pain_panel
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger, Places
from shadow_app.reports.since import Since

PANELS = 10
"""Pains that are shown with all that is known of them; the others follow as a table."""

DECISIONS = 15
"""Decisions that are shown with their reasons; the others follow as a table."""

_CHOICE_COLOURS = {Choice.DO: look.CALM, Choice.DEFER: look.SUN_TEXT, Choice.DECLINE: look.MUTED}
_REST = (
    Field(mark("Pain"), 36),
    Field(mark("Hours a year"), 19, right=True),
    Field(mark("Money"), 13, right=True),
    Field(mark("Urgency, decision"), 27, indent=14),
    Field(mark("Evidence"), 23, indent=8),
)


def claims(every: Sequence[Claim], currency: str, pen: Pen, panels: int = PANELS, foot: str = "") -> list[Any]:
    """The dearest as panels, the rest as a table with `foot` under it."""
    first, rest = every[:panels], every[panels:]
    some_solid = any(not claim.pain.evidence.thin for claim in first)
    flow: list[Any] = [
        claim_panel(claim, place, currency, pen, grey=claim.pain.evidence.thin and some_solid)
        for place, claim in enumerate(first, 1)
    ]
    return flow + _rest(rest, currency, pen, foot)


def _rest(rest: Sequence[Claim], currency: str, pen: Pen, foot: str = "") -> list[Any]:
    """Those that have no panel, as a table under a sentence that never parts from it."""
    if not rest:
        return []
    more = say("And {pains}, in the same order:", pains=amounts.counted(len(rest), "more pain|more pains"))
    rows = [_row(claim, currency) for claim in rest]
    table = Ledger(pen, _REST, rows, grey=[claim.pain.evidence.thin for claim in rest], foot=foot)
    return [room_for(min(table.high(look.inner()), 120) + 24), *pen.prose(more, look.SMALL_STRONG), table]


def claim_panel(claim: Claim, place: int, currency: str, pen: Pen, *, grey: bool) -> Panel:
    """One pain with its decision, its promises and the notes that it rests on."""
    more: list[Any] = [Gap(3)]
    if claim.pain.id is None:
        more += pen.prose(say("Nobody has sorted these notes into causes yet, so nothing can be decided."), look.CELL)
    else:
        colour = _CHOICE_COLOURS[claim.decided.choice] if claim.decided else look.HOT_TEXT
        more += pen.prose(decision(claim), look.Style(8.6, 12, 600, colour, 1))
        for pledge in claim.pledges:
            more += pen.prose(
                say("Promised: {text_} · {promised}", text_=pledge.promise.text, promised=promised(pledge)),
                look.Style(8.6, 12, after=1),
            )
        gap = look.Style(8.6, 12, 400, look.MUTED) if claim.engaged else look.Style(8.6, 12, 600, look.HOT_TEXT)
        talks = (
            say("{engaged} talks to the business about it.", engaged=claim.engaged)
            if claim.engaged
            else say("Nobody talks to them yet.")
        )
        more += pen.prose(talks, gap)
    more += pen.prose(references(claim.sources), look.Style(7.8, 10.5, 400, look.FAINT))
    return pain_panel(claim.pain, place, currency, pen, grey=grey, at_stake=claim.at_stake, more=more)


def decisions(every: Sequence[Claim], currency: str, pen: Pen, places: Places) -> list[Any]:
    """What was decided about each pain point that somebody has put together; nothing where there is none."""
    named = [claim for claim in every if claim.pain.id is not None]
    if not named:
        return []
    done = sum(claim.decided is not None for claim in named)
    sub = say(
        "{done} of {pains} {done:!|is|are} decided. The most harmful come first.",
        done=done,
        pains=amounts.counted(len(named), "pain|pains"),
    )
    flow = section(pen, places, "decisions", say("What we do about it"), sub, needs=80)
    flow += [_decision(claim, currency, pen) for claim in named[:DECISIONS]]
    return flow + _rest(named[DECISIONS:], currency, pen)


def _decision(claim: Claim, currency: str, pen: Pen) -> Panel:
    pain = claim.pain
    left = [*pen.prose(pain.title, look.SMALL_STRONG), *pen.prose(pain.service, look.Style(7.8, 10.5, 400, look.FAINT))]
    colour = _CHOICE_COLOURS[claim.decided.choice] if claim.decided else look.HOT_TEXT
    middle = pen.prose(decision(claim), look.Style(8.6, 12, 600, colour, 1))
    for pledge in claim.pledges:
        middle += pen.prose(
            say("Promised: {text_} · {promised}", text_=pledge.promise.text, promised=promised(pledge)),
            look.Style(8.6, 12, after=1),
        )
    if claim.at_stake:
        middle += pen.prose(say("At stake: {at_stake}", at_stake=claim.at_stake), look.SMALL_MUTED)
    middle += pen.prose(wording.evidence(pain.evidence), look.Style(7.8, 10.5, 400, look.FAINT))

    def right(canvas: Any, width: float, height: float) -> None:
        canvas.setStrokeColor(look.rgb(look.HAIRLINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, height - 0.3, width, height - 0.3)
        hours = (
            say("{hours:|hour|hours} a year", hours=amounts.hours(pain.hours.value))
            if pain.minutes_known
            else say("minutes not known")
        )
        pen.line(canvas, width, height - 16, hours, 9, 600, look.FAINT if pain.evidence.thin else look.TEXT, "right")
        y = height - 28
        money = say("about {money}", money=amounts.money(pain.money, currency)) if pain.money else ""
        for words in (money, wording.likely(pain.hours)):
            if words:
                pen.line(canvas, width, y, pen.fit(words, 110, 7.8), 7.8, 400, look.MUTED, "right")
                y -= 11

    return Panel([Column(0, 128, left), Column(140, 232, middle)], right, pad=(6, 5), least=46)


def _row(claim: Claim, currency: str) -> tuple[str, ...]:
    pain = claim.pain
    cost = amounts.hours(pain.hours.value) if pain.minutes_known else say("not known")
    likely = wording.likely(pain.hours)
    return (
        f"{pain.title}\n{pain.service}",
        f"{cost}\n{likely}" if likely else cost,
        amounts.money(pain.money, currency) if pain.money else "",
        f"{LANES[pain.lane]}\n{short_decision(claim)}",
        wording.notes_and_visits(pain.evidence),
    )


def short_decision(claim: Claim) -> str:
    """A few words for a column: `do`, `defer until 3 March 2027`, `nobody yet`."""
    if claim.pain.id is None:
        return say("not sorted yet")
    if claim.decided is None:
        return say("not decided")
    again = say(" until {day}", day=amounts.day(claim.decided.review_on)) if claim.decided.review_on else ""
    return CHOICE_WORDS[claim.decided.choice] + (again if claim.decided.choice is Choice.DEFER else "")


def pledges(pen: Pen, every: Sequence[Pledge], most: int | None = None) -> list[Any]:
    """Promises and their state, the overdue ones in red."""
    flow: list[Any] = []
    for pledge in every[:most]:
        hot = look.HOT if pledge.overdue else look.CALM if pledge.promise.state is CommitmentState.KEPT else look.TEXT
        about = say("about: {pain}", pain=pledge.pain) if pledge.pain else ""
        remark = " · ".join(part for part in (promised(pledge), about) if part)
        flow += bullets(pen, [(pledge.promise.text, remark)], hot, look.SMALL_STRONG)
    for item in flow:
        for column in item.columns:
            column.width = column.width or look.inner() - column.x
    if most is None or len(every) <= most:
        return flow
    more = amounts.counted(len(every) - most, "more promise|more promises")
    return with_rest(flow, said(pen, say("And {promises}.", promises=more)))


def since_section(since: Since | None, pen: Pen, places: Places) -> list[Any]:
    """What changed since the ranking was locked; nothing where none was."""
    if since is None:
        return []
    flow = section(pen, places, "since", since_words.headline(since), say("The order then and now."), needs=70)
    if since.remark:
        flow += pen.prose(since.remark, look.SMALL_MUTED)
    notable = since_words.notable(since)
    fields = (Field(say("Service"), 34), Field(say("Place"), 34), Field(say("Hours"), 40))
    rows = [(one.service, since_words.in_words(one), since_words.hours_in_words(one)) for one in notable]
    if rows:
        flow.append(Ledger(pen, fields, rows, grey=[one.certain is False for one in notable]))
    rest = since_words.unmoved(since)
    return flow + (said(pen, rest) if rest else [])
