"""The six questions of one pain point, answered in plain words (`domain.md` §1, Q1–Q6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.decision import Decision
from shadow_app.domain.language import Labels, mark, say, shown
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.telling import FeedbackRecord
from shadow_app.domain.vocabulary import BusinessDamage, Choice, Lane, TimeToDamage
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.silent_pain import DeskAnswer, Silence, silence
from shadow_app.reports.immersion import SixAnswers
from shadow_app.storage.repository import Reader
from shadow_app.usecases.days import day_in_words

DAMAGE = Labels(
    {
        BusinessDamage.ANNOYANCE: mark("No: it annoys"),
        BusinessDamage.REWORK: mark("A little: work is done twice inside the business"),
        BusinessDamage.CUSTOMER_NOTICES: mark("Yes: the customer notices, or it is late"),
        BusinessDamage.BUSINESS_LOST: mark("Yes: business lost, a penalty or a missed departure"),
        BusinessDamage.SAFETY_OR_LEGAL: mark("Yes: safety, law or a contract is at stake"),
    }
)
TIME = Labels(
    {
        TimeToDamage.MINUTES: mark("Yes: harm is done within the hour"),
        TimeToDamage.TODAY: mark("Yes: it must be solved the same shift"),
        TimeToDamage.THIS_WEEK: mark("It can wait some days, not longer than this week"),
        TimeToDamage.CAN_WAIT: mark("No: it can wait"),
    }
)


@dataclass(frozen=True)
class SixFacts:
    """What people have decided, named and told; nothing of it where nobody has grouped the notes yet."""

    pain_point: PainPoint | None = None
    decision: Decision | None = None
    told_desk: Sequence[FeedbackRecord] = ()
    """The latest first."""
    silence: Silence | None = None
    """Over all notes of the pain point; worked out from the notes at hand where it is not given."""


NOTHING_DECIDED = SixFacts()


def facts_of(read: Reader, pain_point_id: UUID | None) -> SixFacts:
    """What people have decided, named and told about a pain point; None is what nobody has grouped."""
    pain_point = read.find(PainPoint, pain_point_id) if pain_point_id else None
    if pain_point is None:
        return NOTHING_DECIDED
    told = read.where(FeedbackRecord, "told_on", pain_point_id=pain_point.id)
    decision = next(iter(read.where(Decision, pain_point_id=pain_point.id)), None)
    return SixFacts(pain_point, decision, tuple(reversed(told)))


def answer_six(
    pain: PainCost, title: str, notes: Sequence[Observation], facts: SixFacts = NOTHING_DECIDED
) -> SixAnswers:
    """What the notes, the figures and the people answer; what nobody has answered stays empty and is shown as such."""
    grades = pain.grades
    return SixAnswers(
        pain=title,
        damage=DAMAGE[grades.damage] if grades.damage_graded else "",
        time_critical=TIME[grades.time] if grades.time_graded else "",
        deferrable=_deferrable(pain, facts.decision),
        effort=_effort(pain),
        engagement=_engagement(facts.pain_point),
        desk=_desk(facts.told_desk, facts.silence or _silence_of(notes)),
    )


def _deferrable(pain: PainCost, decision: Decision | None) -> str:
    if decision is not None:
        return _decided(decision)
    if not pain.graded:
        return ""
    if pain.lane is Lane.DEFERRABLE:
        return say("Yes, until the next review")
    return say("No") if pain.lane in (Lane.DAMAGING, Lane.TIME_CRITICAL) else say("Only with a date")


def _decided(decision: Decision) -> str:
    review = day_in_words(decision.review_on) if decision.review_on else ""
    again = say(", to be looked at again on {review}", review=review) if review else ""
    match decision.choice:
        case Choice.DEFER:
            return say("Yes, until {review}", review=review or say("the next review"))
        case Choice.DO:
            return say("No: it is being done{again}", again=again)
        case Choice.DECLINE:
            return say("It will not be done{again}", again=again)


def _effort(pain: PainCost) -> str:
    worth = _worth(pain)
    if pain.density is None or pain.effort_days is None:
        return worth
    estimated = say("estimated at {amount}", amount=_amount(pain.effort_days))
    if pain.wlh <= 0:
        return f"{worth}; {estimated}" if worth else _sentence(estimated)
    gain = say(
        "{estimated}, {about:|hour|hours} a year for each, damage counted in",
        estimated=estimated,
        about=_about(pain.density),
    )
    return f"{worth}; {gain}" if worth else _sentence(gain)


def _worth(pain: PainCost) -> str:
    if (pain.minutes_unknown and pain.hours == 0) or not pain.strata:
        return ""
    days = pain.effort_cap
    if days < 1:
        return say("Less than a day of work pays back in a year")
    return say("Up to about {about:|day|days} of work {about:!|pays|pay} back in a year", about=_about(days))


def _amount(days: float) -> str:
    amount = shown(days, ",.0f" if f"{days:,.1f}".endswith(".0") else ",.1f")
    return say("{amount:|day|days}", amount=amount)


def _about(number: float) -> str:
    if 0 < number < 1:
        return shown(float(f"{number:.1g}"), "g")
    return f"{number:.0f}" if number < 20 else shown(round(number, -1), ",.0f")


def _engagement(pain_point: PainPoint | None) -> str:
    if pain_point is None or not pain_point.engagement_owner:
        return ""
    contact = pain_point.next_contact_on
    after = say("next on {contact}", contact=day_in_words(contact)) if contact else say("no next contact agreed")
    return f"{pain_point.engagement_owner}, {after}"


def _desk(told: Sequence[FeedbackRecord], heard: Silence) -> str:
    if not told:
        return _noted(heard)
    latest = told[0]
    if latest.acknowledged_on is None:
        return say("Told on {told_on}, not acknowledged yet", told_on=day_in_words(latest.told_on))
    by = say(" by {acknowledged_by}", acknowledged_by=latest.acknowledged_by) if latest.acknowledged_by else ""
    return say(
        "Told on {told_on}, acknowledged on {acknowledged_on}{by}",
        told_on=day_in_words(latest.told_on),
        acknowledged_on=day_in_words(latest.acknowledged_on),
        by=by,
    )


def _noted(heard: Silence) -> str:
    if not heard.asked:
        return ""
    why = f": {heard.reasons[0][0]}" if heard.reasons else ""
    if heard.silent_notes == heard.notes:
        return say("It was never told{why}", why=why)
    if not heard.silent_notes:
        return say("It has been told")
    return say(
        "It hears of some: {silent_notes} of {notes} were never reported",
        silent_notes=heard.silent_notes,
        notes=heard.notes,
    )


def _silence_of(notes: Sequence[Observation]) -> Silence:
    return silence(
        DeskAnswer(note.reported_to_desk, note.why_not_reported, note.count, 1)
        for note in notes
        if note.reported_to_desk is not None
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
