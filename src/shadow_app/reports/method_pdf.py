"""The page that shows how the figures are made: formula, weights in force, sums (`domain.md` §3.1, `design.md` §4)."""

from __future__ import annotations

from typing import Any

from shadow_app.reports import amounts, look
from shadow_app.reports.blocks import said
from shadow_app.reports.parts import Method, Working
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger
from shadow_app.reports.wording import LANES

_RATE = (
    "Occurrences a day r = shift hours × times seen ÷ hours shadowed, worked out for every site and role and then "
    "added up, never pooled. Hours a year H = m × r × a × days ÷ 60, with m the minutes lost each time and a the "
    "people it stops: everybody in the role, or those that one event holds up."
)
_HARM = (
    "Damage-weighted lost hours = H × (1 + u), with u = d × t × w: d for what happens to the business, t for how soon, "
    "w for how well people get by. Where the damage has a price, its yearly cost divided by the hourly rate is added "
    "instead. Cost = H × hourly rate × the share that is not made up for later. The order of every list is the order "
    "of these weighted hours."
)
_RANGE = (
    "Ranges hold the true value in 80 of 100 cases: they come from how often something was seen in how many hours, and "
    "from how well the minutes are known (timed, estimated or told)."
)
FORMULA = (_RATE, _HARM, _RANGE)

_FIELDS = (
    Field("Pain", 40),
    Field("m", 7, right=True),
    Field("r", 7, right=True),
    Field("a", 7, right=True),
    Field("days", 7, right=True),
    Field("H", 12, right=True),
    Field("u", 8, right=True),
    Field("Weighted", 14, right=True),
    Field("Lane", 30, indent=14),
)


def method(how: Method | None, pen: Pen) -> list[Any]:
    """Formula, weights and one line per sum."""
    flow: list[Any] = []
    for words in FORMULA:
        flow += pen.prose(words, look.SMALL)
    if how is None:
        return flow + said(pen, "No figure was worked out for this report.")
    for words in (*weights(how), *how.remarks):
        flow += pen.prose(words, look.SMALL_MUTED)
    if how.workings:
        grey = [not working.graded for working in how.workings]
        flow.append(Ledger(pen, _FIELDS, [_row(working) for working in how.workings], grey=grey))
    if not all(working.graded for working in how.workings):
        flow += pen.prose("Grey lines: nobody has judged the damage yet, so it counts as none.", look.SMALL_MUTED)
    return flow


def weights(how: Method) -> list[str]:
    """The weights in force, in two sentences."""
    w = how.weights
    damage = ", ".join(f"{grade} → {_number(value)}" for grade, value in enumerate(w.damage))
    time = ", ".join(
        f"{name} → {_number(value)}"
        for name, value in zip(("can wait", "this week", "today", "minutes"), w.time, strict=True)
    )
    around = (
        f"none → {_number(w.workaround_none)}, clumsy → {_number(w.workaround_clumsy)}, "
        f"good → {_number(w.workaround_good)}"
    )
    share = f"Share of lost time not made up for: {amounts.percent(w.unrecovered_share)}"
    steady = f"Hours that steady a rate seen briefly: {_number(w.phantom_hours)}"
    years = f"{_number(w.payback_years)} {'year' if w.payback_years == 1 else 'years'}"
    payback = f"Payback within {years} at a day rate of {amounts.grouped(w.day_rate)}"
    return [
        f"Weights “{w.name}”: damage {damage}; time {time}; workaround {around}.",
        f"{share}. {steady}. {payback}.",
    ]


def _row(working: Working) -> tuple[str, ...]:
    return (
        f"{working.pain}\n{working.service} · {working.where}",
        _number(working.minutes),
        _number(working.per_day),
        _number(working.people),
        _number(working.days),
        amounts.tenths(working.hours),
        _number(working.uplift),
        amounts.tenths(working.weighted),
        f"{LANES[working.lane]}\nimpact {working.impact}, urgency {working.urgency}, P{working.priority}",
    )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
