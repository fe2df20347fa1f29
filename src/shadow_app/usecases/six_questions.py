"""The six questions of one pain point, answered in plain words (`domain.md` §1, Q1–Q6)."""

from __future__ import annotations

from collections.abc import Sequence

from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import BusinessDamage, Lane, TimeToDamage
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports.immersion import SixAnswers

DAMAGE = {
    BusinessDamage.ANNOYANCE: "No: it annoys",
    BusinessDamage.REWORK: "A little: work is done twice inside the business",
    BusinessDamage.CUSTOMER_NOTICES: "Yes: the customer notices, or it is late",
    BusinessDamage.BUSINESS_LOST: "Yes: business lost, a penalty or a missed departure",
    BusinessDamage.SAFETY_OR_LEGAL: "Yes: safety, law or a contract is at stake",
}
TIME = {
    TimeToDamage.MINUTES: "Yes: harm is done within the hour",
    TimeToDamage.TODAY: "Yes: it must be solved the same shift",
    TimeToDamage.THIS_WEEK: "It can wait some days, not longer than this week",
    TimeToDamage.CAN_WAIT: "No: it can wait",
}


def answer_six(pain: PainCost, title: str, notes: Sequence[Observation]) -> SixAnswers:
    """What the notes and figures answer; what nobody has decided yet stays empty and is printed as such."""
    grades = pain.grades
    return SixAnswers(
        pain=title,
        damage=DAMAGE[grades.damage] if grades.damage_graded else "",
        time_critical=TIME[grades.time] if grades.time_graded else "",
        deferrable=_deferrable(pain) if pain.graded else "",
        effort=_effort(pain),
        desk=_desk(notes),
    )


def _deferrable(pain: PainCost) -> str:
    if pain.lane is Lane.DEFERRABLE:
        return "Yes, until the next review"
    return "No" if pain.lane in (Lane.DAMAGING, Lane.TIME_CRITICAL) else "Only with a date"


def _effort(pain: PainCost) -> str:
    if pain.minutes_unknown and pain.hours == 0:
        return ""
    days = pain.effort_cap
    if days < 1:
        return "Less than a day of work pays back in a year"
    return f"Up to about {_about(days)} days of work pay back in a year"


def _about(days: float) -> str:
    return f"{days:.0f}" if days < 20 else f"{round(days, -1):,.0f}"


def _desk(notes: Sequence[Observation]) -> str:
    told = [note.reported_to_desk for note in notes if note.reported_to_desk is not None]
    if not told:
        return ""
    silent = sum(not each for each in told)
    why = next((note.why_not_reported for note in notes if note.why_not_reported), "")
    if silent == len(told):
        return f"It was never told{': ' + why if why else ''}"
    return "It has been told" if not silent else f"It hears of some: {silent} of {len(told)} were never reported"
