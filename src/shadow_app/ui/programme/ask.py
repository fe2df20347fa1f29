"""The questions of the Programme page: its goals, a team's own goal, what a site was told."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationError
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shadow_app.domain.programme import Programme, Target
from shadow_app.domain.telling import Update
from shadow_app.domain.unfit import rule_words
from shadow_app.insight.outings import TeamProgress
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.record_dialog import RecordDialog

translate = QCoreApplication.translate

_MOST_VISITS, _MOST_HOURS, _MOST_DAYS = 366, 8_784, 3_660
_YEAR = 365


class PlainDialog(RecordDialog):
    """Says what is wrong with a pair of dates in the record's own words."""

    def _sentence(self, error: ValidationError) -> str:
        first = error.errors()[0]
        if first["type"] == "value_error":
            return translate("Programme", "These dates cannot be used: {why}. Correct them, then try again.").format(
                why=rule_words(first["msg"])
            )
        return super()._sentence(error)


def ask_programme(known: Programme | None, today: date, parent: QWidget) -> RecordDialog:
    """Ask for the programme's name, time, goals and rules."""
    start = known or Programme.model_construct(name="", starts_on=today)

    def make(values: Values) -> Programme:
        values |= {"hours_per_person": values["hours_per_person"] or None}
        return known.edited(**values) if known else Programme(**values)

    fields = (*_time_fields(start), *_goal_fields(start))
    return PlainDialog(translate("Programme", "Goals of the programme"), fields, make, parent)


def _time_fields(start: Programme) -> tuple[Ask, ...]:
    return (
        Ask("name", translate("Programme", "Name"), start.name, hint=translate("Programme", "A day in their shoes")),
        Ask("starts_on", translate("Programme", "Begins on"), start.starts_on, "date"),
        Ask("ends_on", translate("Programme", "Ends on (no tick: it goes on)"), start.ends_on, "day", ahead=_YEAR),
    )


def _goal_fields(start: Programme) -> tuple[Ask, ...]:
    visits, hours = translate("Programme", "Visits a person"), translate("Programme", "Hours a person, 0: no goal")
    within = translate("Programme", "Days until a site hears")
    return (
        Ask("visits_per_person", visits, start.visits_per_person, "decimal", span=(0, _MOST_VISITS)),
        Ask("hours_per_person", hours, start.hours_per_person or 0, "decimal", span=(0, _MOST_HOURS)),
        Ask("tell_within_days", within, start.tell_within_days, "whole", span=(1, _MOST_DAYS)),
        Ask("goals", translate("Programme", "Goals, in words"), start.goals, "words"),
        Ask("rules", translate("Programme", "Rules, in words"), start.rules, "words"),
    )


def ask_goal(team: TeamProgress, programme: Programme, parent: QWidget) -> RecordDialog:
    """Ask what one team aims at; two noughts go by the programme again."""
    own = team.goal.own
    fields = (
        Ask(
            "visits_per_person",
            translate("Programme", "Visits a person and year"),
            team.goal.visits if own else 0,
            "decimal",
            span=(0, _MOST_VISITS),
        ),
        Ask(
            "hours_per_person",
            translate("Programme", "Hours a person and year"),
            (team.goal.hours or 0) if own else 0,
            "decimal",
            span=(0, _MOST_HOURS),
        ),
    )

    def make(values: Values) -> Target:
        chosen = {name: value or None for name, value in values.items()}
        return Target(programme_id=programme.id, team=team.team, **chosen)

    words = translate("Programme", "Nought in both: the team goes by the programme’s own goals.")
    title = translate("Programme", "Goal of {team}").format(team=team.team)
    return PlainDialog(title, fields, make, parent, words)


def ask_told(site_id: Any, site: str, today: date, parent: QWidget) -> RecordDialog:
    """Ask what a site was told, how and when."""
    fields = (
        Ask("text", translate("Programme", "What they were told"), "", "words"),
        Ask("channel", translate("Programme", "How"), "", hint=translate("Programme", "shift meeting, e-mail, poster")),
        Ask("told_on", translate("Programme", "When"), today, "date"),
    )
    title = translate("Programme", "{site} was told").format(site=site)
    return PlainDialog(title, fields, lambda values: Update(site_id=site_id, **values), parent)
