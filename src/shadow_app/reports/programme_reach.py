"""How far the programme has come, on paper: goals, teams, sites and roles, blind spots, where to go next."""

from __future__ import annotations

from typing import Any

from shadow_app.insight.small_cells import FEWEST, told_people
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import bullets, said, section
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger, Places
from shadow_app.reports.programme import NextVisit, PlaceSeen, ProgrammeReport, TeamOut

SPOTS = 14
"""Places that are listed before the annex."""

_TEAMS = (
    Field("IT team", 30),
    Field("People", 9, right=True),
    Field("Out this year", 14, right=True),
    Field("Never out", 11, right=True),
    Field("Visits", 9, right=True),
    Field("Hours out", 12, right=True),
    Field("Goal", 30, indent=14),
)
_PLACES = (
    Field("Site", 28),
    Field("Who works there", 26),
    Field("People", 12, right=True),
    Field("Shadowed", 14, right=True),
    Field("Of the year", 14, right=True),
    Field("", 17, indent=14),
)


def reach(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Goals, teams, places, next visits."""
    flow = section(pen, places, "goals", "What we set out to do, and how far we are", needs=60, before=0)
    flow += _goals(report, pen)
    if report.teams:
        flow.append(Ledger(pen, _TEAMS, [team_row(team) for team in report.teams]))
    else:
        flow += said(pen, "Nobody of IT is entered yet, so there is nobody to count.")
    flow += section(pen, places, "where", "Where we have been, and where not", _seen_in_words(report), needs=80)
    if report.places:
        flow.append(place_table(report.places[:SPOTS], pen))
    else:
        flow += said(pen, "Nobody has entered who works where, so there is nothing to compare.")
    if len(report.places) > SPOTS:
        flow += said(pen, f"The least seen {SPOTS} of {len(report.places)}; the annex lists all.")
    if report.unseen_services:
        flow += pen.prose(f"Seen nowhere: {wording.joined(report.unseen_services, 20)}.", look.SMALL_MUTED)
    return flow + next_visits(report.next_visits, pen, places)


def _goals(report: ProgrammeReport, pen: Pen) -> list[Any]:
    goals = report.goals
    if not goals.name:
        return said(pen, "No programme with goals is written down yet; what follows counts the calendar year.")
    flow = [*pen.prose(goals.words, look.BODY), *pen.prose(goals.rules, look.SMALL_MUTED)]
    return flow + pen.prose(goal_in_words(report), look.SMALL)


def goal_in_words(report: ProgrammeReport) -> str:
    """What everybody should do in which year."""
    goals = report.goals
    span = f"From {amounts.day(goals.begins)} to {amounts.day(goals.ends)}" if goals.begins and goals.ends else "A year"
    if not goals.per_person:
        return f"{span}: no number of visits is aimed at."
    return f"{span}: {amounts.counted(goals.per_person, 'visit')} for everybody in IT."


def team_row(team: TeamOut) -> tuple[str, ...]:
    """How far a team has come, as a line of a table."""
    return (
        team.team or "No team",
        str(team.people),
        str(team.out),
        str(team.never),
        str(team.visits),
        amounts.duration(team.hours),
        _goal(team),
    )


def _goal(team: TeamOut) -> str:
    """`2 of 4 visits`, `reached`, `none`."""
    parts = []
    if team.visits_wished:
        parts.append(f"{team.visits} of {amounts.hours(team.visits_wished)} visits")
    if team.hours_wished:
        parts.append(f"{amounts.hours(team.hours)} of {amounts.hours(team.hours_wished)} h")
    return ", ".join(parts) or "none"


def _seen_in_words(report: ProgrammeReport) -> str:
    blind = [place for place in report.places if place.blind]
    if not report.places:
        return ""
    if not blind:
        return "We have been with every role at every site."
    told, whole = told_people(place.people for place in blind)
    more = "" if whole else "More than " if told else "A few people"
    people = amounts.counted(told, "person", "people") if told else ""
    return f"{more}{people} work where none of us has been: the blind spots come first."


def place_table(seen: tuple[PlaceSeen, ...], pen: Pen) -> Ledger:
    """One line a place; blind spots say so."""
    return Ledger(pen, _PLACES, [_place(place) for place in seen], grey=[not place.blind for place in seen])


def _place(place: PlaceSeen) -> tuple[str, ...]:
    share = amounts.percent(place.hours / place.worked) if place.worked and place.people >= FEWEST else ""
    return (
        place.site,
        place.who,
        people_in(place),
        amounts.duration(place.hours),
        share,
        "never been" if place.blind else "",
    )


def people_in(place: PlaceSeen) -> str:
    """How many work there; a few are not counted out."""
    if not place.people:
        return "unknown"
    return str(place.people) if place.people >= FEWEST else f"under {FEWEST}"


def next_visits(wanted: tuple[NextVisit, ...], pen: Pen, places: Places) -> list[Any]:
    """Where to go next, and why."""
    flow = section(pen, places, "next", "Where to go next", needs=60)
    if not wanted:
        return flow + said(pen, "Every place has been seen, and nothing dear rests on little.")
    lines = [(each.where, "; ".join(each.reasons)) for each in wanted]
    items = bullets(pen, lines, look.HOT, look.SMALL_STRONG)
    for item in items:
        for column in item.columns:
            column.width = column.width or look.INNER - column.x
    return flow + items
