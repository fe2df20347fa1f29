"""What the Programme page says in words: people, goals, reasons to go somewhere, silence."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from shadow_app.insight.blind_spots import Cell, Seen
from shadow_app.insight.last_contact import LastHeard
from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.insight.outings import Goal, Progress, TeamProgress
from shadow_app.insight.small_cells import FEWEST
from shadow_app.ui import amounts
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.letters import leading, within
from shadow_app.ui.plural import tr
from shadow_app.usecases.programme_scene import FieldScene

translate = QCoreApplication.translate


def people(number: int) -> str:
    """120 people; so few that they could be told apart are not counted out."""
    if number < FEWEST:
        return translate("Programme", "fewer than {number} people").format(number=FEWEST)
    return translate("Programme", "{number} people").format(number=amounts.whole(number))


def people_together(told: int, whole: bool) -> str:
    """A sum over places; where small ones stay out of it, it says so."""
    if whole:
        return people(told)
    if not told:
        return translate("Programme", "a few people")
    return translate("Programme", "more than {number} people").format(number=amounts.whole(told))


def few(number: int) -> str:
    """The same where there is little room."""
    if number < FEWEST:
        return translate("Programme", "under {number} people").format(number=FEWEST)
    return people(number)


def times(value: float) -> amounts.Number:
    """269,000: three figures that count, because nobody knows more."""
    return amounts.whole(value if value < 1_000 else round(value, 2 - math.floor(math.log10(value))))


def days(number: int) -> str:
    """1 day, 34 days."""
    return tr("%Ln day(s)", "", number)


def share(part: float) -> str:
    """A share that is not the whole never rounds to it."""
    return (
        translate("Programme", "over {share}").format(share=amounts.percent(0.99))
        if 0.99 < part < 1
        else amounts.percent(part)
    )


def watched(hours: float) -> str:
    """15 h watched."""
    return translate("Programme", "{hours} h watched").format(hours=amounts.hours(hours))


def goal_words(goal: Goal) -> str:
    """What a team aims at for each person."""
    parts = []
    if goal.visits:
        parts.append(
            translate("Programme", "1 visit")
            if goal.visits == 1
            else translate("Programme", "{n} visits").format(n=amounts.short(goal.visits))
        )
    if goal.hours:
        parts.append(translate("Programme", "{n} h").format(n=amounts.hours(goal.hours)))
    if not parts:
        return translate("Programme", "no goal set")
    words = translate("Programme", "{goal} a person and year").format(goal=translate("Programme", " and ").join(parts))
    return translate("Programme", "own goal: {goal}").format(goal=words) if goal.own else words


def team_words(team: TeamProgress) -> str:
    """How far a team has come."""
    parts = [
        amounts.visits(team.visits),
        translate("Programme", "{hours} h").format(hours=amounts.hours(team.hours)),
        goal_words(team.goal),
    ]
    if team.never:
        parts.insert(0, translate("Programme", "{number} never out").format(number=amounts.whole(team.never)))
    return " · ".join(parts)


def out_words(progress: Progress) -> str:
    """The finding about people."""
    if not progress.people:
        return ""
    never = len(progress.never_out)
    words = translate("Programme", "{out} of {people} IT people have been out this year.").format(
        out=amounts.whole(progress.out), people=amounts.whole(progress.people)
    )
    if not never:
        return words
    names = amounts.joined([person.name for person in progress.never_out], 4)
    return words + " " + translate("Programme", "Never out: {names}.").format(names=names)


def reason_words(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    """One reason, in a sentence."""
    site = field.names.sites[suggestion.site_id].name
    told = suggestion.told(reason)
    money = amounts.money(told, field.currencies[suggestion.site_id]) if told > 0 else ""
    match reason.why:
        case Why.SITE_NEVER_SEEN | Why.ROLE_NEVER_SEEN:
            first = reason.why is Why.SITE_NEVER_SEEN
            start = (
                translate("Programme", "Nobody from IT has ever been to {site}.")
                if first
                else translate("Programme", "Nobody has shadowed them there.")
            )
            words = start.format(site=site) + " " + _at_work(suggestion.headcount, reason.hours)
            stake = translate("Programme", "If it goes there as elsewhere, about {money} of it is lost.").format(
                money=money
            )
            return f"{words} {stake}" if money else words
        case Why.THIN_EVIDENCE:
            words = translate(
                "Programme", "{pain} rests on little so far and may cost {money} a year; a second look makes it sure."
            )
            return words.format(pain=_pain(reason, field), money=money)
        case Why.NOT_TOLD:
            if reason.days is None:
                return translate("Programme", "{site} has never heard from IT.").format(site=site)
            return translate("Programme", "{site} has not heard from IT for {days}.").format(
                site=site, days=days(reason.days)
            )


def reason_in_brief(reason: Reason, suggestion: Suggestion, field: FieldScene) -> str:
    """The same in a few words, for a list."""
    told = suggestion.told(reason)
    money = amounts.money(told, field.currencies[suggestion.site_id]) if told > 0 else ""
    brief = {
        Why.SITE_NEVER_SEEN: translate("Programme", "site never seen"),
        Why.ROLE_NEVER_SEEN: translate("Programme", "role never seen"),
        Why.THIN_EVIDENCE: translate("Programme", "thin evidence of a dear pain"),
        Why.NOT_TOLD: translate("Programme", "has not heard from us"),
    }[reason.why]
    return translate("Programme", "{why} · {money} a year at stake").format(why=brief, money=money) if money else brief


def focus_of(suggestion: Suggestion, field: FieldScene) -> str:
    """Why one goes there, as the visit's focus."""
    return " ".join(reason_words(reason, suggestion, field) for reason in suggestion.reasons)


def cell_words(cell: Cell, site: str) -> str:
    """A cell of the map, in a sentence."""
    where = f"{site}, {within(cell.who)}"
    if not cell.headcount:
        words = translate("Programme", "{where}: {watched}; nobody has entered how many they are.")
        return words.format(where=where, watched=watched(cell.shadowed_hours))
    if cell.small:
        words = (
            translate("Programme", "{where}: nobody has been there. {people}.")
            if cell.seen is Seen.NO
            else translate("Programme", "{where}: {watched}, less than one shift; {people}.")
            if cell.seen is Seen.GLIMPSED
            else translate("Programme", "{where}: {watched}; {people}.")
        )
    elif cell.seen is Seen.NO:
        words = translate("Programme", "{where}: nobody has been there. {people}, {hours:|hour|hours} of work a year.")
    elif cell.seen is Seen.GLIMPSED:
        words = translate(
            "Programme", "{where}: {watched}, less than one shift, of {hours:|hour|hours} of work a year; {people}."
        )
    else:
        words = translate("Programme", "{where}: {watched} of {hours:|hour|hours} of work a year; {people}.")
    return words.format(
        where=where,
        watched=watched(cell.shadowed_hours),
        people=people(cell.headcount) if cell.seen is not Seen.NO else leading(people(cell.headcount)),
        hours=amounts.whole(cell.role_hours),
    )


def heard_words(line: LastHeard) -> str:
    """When a site or a unit last had to do with us."""
    if line.days is None:
        return translate("Programme", "never visited, never told, never asked")
    parts = []
    for day, words in (
        (line.last_visit, translate("Programme", "visited {day}")),
        (line.last_told, translate("Programme", "told {day}")),
        (line.last_asked, translate("Programme", "asked {day}")),
    ):
        if day is not None:
            parts.append(words.format(day=day_words(day, MEDIUM)))
    if line.last_told is None:
        parts.append(translate("Programme", "never told"))
    return " · ".join(parts)


def cadence_words(line: LastHeard) -> str:
    """How often a unit is visited."""
    if not line.visits:
        return translate("Programme", "never visited")
    if line.every_days is None:
        return amounts.visits(line.visits)
    every = days(max(1, round(line.every_days)))
    return translate("Programme", "{visits}, one every {days}").format(visits=amounts.visits(line.visits), days=every)


def _at_work(number: int, hours: float) -> str:
    if number < FEWEST:
        # The hours of a few people tell how many they are.
        return translate("Programme", "{people} work there.").format(people=leading(people(number)))
    words = translate("Programme", "{people} work {hours:|hour|hours} a year.")
    return words.format(people=people(number), hours=amounts.whole(hours))


def _pain(reason: Reason, field: FieldScene) -> str:
    service = field.services[reason.service_id].name if reason.service_id else ""
    if reason.pain_point_id is None:
        return translate("Programme", "What is not sorted yet about {service}").format(service=service)
    return translate("Programme", "“{pain}” ({service})").format(
        pain=field.pain_titles[reason.pain_point_id], service=service
    )
