"""The page that shows how the figures are made: formula, weights in force, sums (`domain.md` §3.1, `design.md` §4)."""

from __future__ import annotations

from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.domain.words import LANES
from shadow_app.reports import amounts, look
from shadow_app.reports.blocks import said
from shadow_app.reports.parts import Method, Working
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger

_RATE = mark(
    "Occurrences a day r = shift hours × times seen ÷ hours shadowed, worked out for every site and role and then "
    "added up, never pooled. Hours a year H = m × r × a × days ÷ 60, with m the minutes lost each time and a the "
    "people it stops: everybody in the role, or those that one event holds up."
)
_HARM = mark(
    "Damage-weighted lost hours = H × (1 + u), with u = d × t × w: d for what happens to the business, t for how soon, "
    "w for how well people get by. Where the damage has a price, its yearly cost divided by the hourly rate is added "
    "instead. Cost = H × hourly rate × the share that is not made up for later. The order of every list is the order "
    "of these weighted hours."
)
_RANGE = mark(
    "Ranges hold the true value in 80 of 100 cases: they come from how often something was seen in how many hours, and "
    "from how well the minutes are known (timed, estimated or told)."
)
FORMULA = (_RATE, _HARM, _RANGE)

_FIELDS = (
    Field(mark("Pain"), 40),
    Field("m", 7, right=True),
    Field("r", 7, right=True),
    Field("a", 7, right=True),
    Field(mark("days"), 7, right=True),
    Field("H", 12, right=True),
    Field("u", 8, right=True),
    Field(mark("Weighted"), 14, right=True),
    Field(mark("Lane"), 30, indent=14),
)


FEW = mark("few")
"""Said instead of how many people hold a role, where their number would point at them."""


def method(how: Method | None, pen: Pen) -> list[Any]:
    """Formula, weights and one line per sum."""
    flow: list[Any] = []
    for words in FORMULA:
        flow += pen.prose(say(words), look.SMALL)
    if how is None:
        return flow + said(pen, say("No figure was worked out for this report."))
    for words in (*weights(how), *how.remarks):
        flow += pen.prose(words, look.SMALL_MUTED)
    if how.workings:
        grey = [not working.graded for working in how.workings]
        foot = say("Grey lines: nobody has judged the damage yet, so it counts as none.") if any(grey) else ""
        flow.append(Ledger(pen, _FIELDS, [_row(working) for working in how.workings], grey=grey, foot=foot))
    return flow


def weights(how: Method) -> list[str]:
    """The weights in force, in two sentences."""
    w = how.weights
    damage = ", ".join(f"{grade} → {number(value)}" for grade, value in enumerate(w.damage))
    time = ", ".join(
        f"{name} → {number(value)}"
        for name, value in zip((say("can wait"), say("this week"), say("today"), say("minutes")), w.time, strict=True)
    )
    around = say(
        "none → {workaround_none}, clumsy → {workaround_clumsy}, good → {workaround_good}",
        workaround_none=number(w.workaround_none),
        workaround_clumsy=number(w.workaround_clumsy),
        workaround_good=number(w.workaround_good),
    )
    share = say("Share of lost time not made up for: {percent}", percent=amounts.percent(w.unrecovered_share))
    steady = say("Hours that steady a rate seen briefly: {phantom_hours}", phantom_hours=number(w.phantom_hours))
    years = say("{years:|year|years}", years=number(w.payback_years))
    payback = say("Payback within {years} at a day rate of {grouped}", years=years, grouped=amounts.grouped(w.day_rate))
    return [
        say(
            "Weights “{name}”: damage {damage}; time {time}; workaround {around}.",
            name=say(w.name),
            damage=damage,
            time=time,
            around=around,
        ),
        f"{share}. {steady}. {payback}.",
    ]


def _row(working: Working) -> tuple[str, ...]:
    return (
        f"{working.pain}\n{working.service} · {working.where}",
        number(working.minutes),
        number(working.per_day),
        say(FEW) if working.people is None else number(working.people),
        number(working.days),
        amounts.tenths(working.hours),
        number(working.uplift),
        amounts.tenths(working.weighted),
        say(
            "{lanes}\nimpact {impact}, urgency {urgency}, P{priority}",
            lanes=LANES[working.lane],
            impact=working.impact,
            urgency=working.urgency,
            priority=working.priority,
        ),
    )


def number(value: float) -> str:
    """At most two decimals, and none that are nought."""
    return amounts.decimal(value, 2, strip=True)
