"""Pain points in plain words: lanes, decisions, promises, days. One place, so that list and page say the same."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.vocabulary import Choice, CommitmentState, Lane
from shadow_app.domain.words import LANE_PILLS, PROMISES
from shadow_app.insight.standing import Standing
from shadow_app.ui.dates import MEDIUM, day_words

translate = QCoreApplication.translate

CHOICES = (Choice.DO, Choice.DEFER, Choice.DECLINE)
"""In the order of the keys 1, 2, 3."""


def lane_pill(lane: Lane) -> str:
    """What to do first, in a few letters."""
    return LANE_PILLS[lane]


def lane_sentence(lane: Lane) -> str:
    """The same as advice."""
    return {
        Lane.DAMAGING: translate("PainWords", "The business is hurt: this comes first."),
        Lane.TIME_CRITICAL: translate("PainWords", "The harm comes fast: it cannot wait for a plan."),
        Lane.DEFERRABLE: translate("PainWords", "Nothing is lost by doing it later."),
        Lane.PLAN: translate("PainWords", "Neither urgent nor harmless: give it a date."),
    }[lane]


def choice_word(choice: Choice) -> str:
    """What was decided, on a button."""
    return {
        Choice.DO: translate("PainWords", "Do it"),
        Choice.DEFER: translate("PainWords", "Later"),
        Choice.DECLINE: translate("PainWords", "Decline"),
    }[choice]


def standing_word(standing: Standing, choice: Choice | None) -> str:
    """Where it stands, for a line of the list."""
    if standing is Standing.DECIDED and choice is not None:
        return {
            Choice.DO: translate("PainWords", "we do it"),
            Choice.DEFER: translate("PainWords", "put off"),
            Choice.DECLINE: translate("PainWords", "declined"),
        }[choice]
    return {
        Standing.NEW: translate("PainWords", "no decision yet"),
        Standing.DECIDED: translate("PainWords", "decided"),
        Standing.PROMISED: translate("PainWords", "promised"),
        Standing.CLOSED: translate("PainWords", "closed"),
        Standing.REOPENED: translate("PainWords", "seen again after it was closed"),
    }[standing]


def decision_words(decision: Decision | None) -> str:
    """The decision in one sentence: what, when, by whom, until when."""
    if decision is None:
        return translate("PainWords", "Nobody has decided yet.")
    words = {
        Choice.DO: translate("PainWords", "We do it"),
        Choice.DEFER: translate("PainWords", "We put it off"),
        Choice.DECLINE: translate("PainWords", "We decline it"),
    }[decision.choice]
    by = " ".join(
        part
        for part in (
            translate("PainWords", "decided on {day}").format(day=day_words(decision.decided_on, MEDIUM)),
            translate("PainWords", "by {who}").format(who=decision.decided_by) if decision.decided_by else "",
        )
        if part
    )
    again = (
        translate("PainWords", "to be looked at again on {day}").format(day=day_words(decision.review_on, MEDIUM))
        if decision.review_on
        else ""
    )
    return ", ".join(part for part in (words, by, again) if part) + "."


def state_word(state: CommitmentState) -> str:
    """What became of a promise."""
    return PROMISES[state]


def promise_about(promise: Commitment, today: date) -> str:
    """Who keeps it, by when, how much work, what became of it."""
    late = promise.state is CommitmentState.OPEN and promise.due_on is not None and promise.due_on < today
    due = ""
    if promise.due_on is not None:
        words = (
            translate("PainWords", "overdue since {day}")
            if late
            else translate("PainWords", "by {day}")
            if promise.state is CommitmentState.OPEN
            else translate("PainWords", "was due on {day}")
        )
        due = words.format(day=day_words(promise.due_on, MEDIUM))
    ended = ""
    if promise.state is not CommitmentState.OPEN:
        ended = state_word(promise.state)
        if promise.kept_on is not None:
            ended = translate("PainWords", "{state} on {day}").format(
                state=ended, day=day_words(promise.kept_on, MEDIUM)
            )
    owner = promise.owner or translate("PainWords", "nobody’s name on it")
    effort = days(promise.effort_days) if promise.effort_days else ""
    return "  ·  ".join(part for part in (owner, due, effort, ended, promise.outcome) if part)


def days(number: float) -> str:
    """1 day, 2.5 days."""
    if number == 1:
        return translate("PainWords", "1 day")
    shown = QLocale().toString(number, "g", 4)
    return translate("PainWords", "{number} days").format(number=shown)


def told_words(days_ago: int | None) -> str:
    """How long ago somebody was told."""
    if days_ago is None:
        return translate("PainWords", "never told")
    if days_ago <= 0:
        return translate("PainWords", "told today")
    if days_ago == 1:
        return translate("PainWords", "told yesterday")
    return translate("PainWords", "told {days} days ago").format(days=days_ago)
