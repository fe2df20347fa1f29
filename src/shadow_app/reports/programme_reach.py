"""How far the programme has come, on paper: goals, teams, sites and roles, blind spots, where to go next."""

from __future__ import annotations

from typing import Any

from shadow_app.domain.language import mark, say
from shadow_app.insight.small_cells import FEWEST, told_people
from shadow_app.reports import amounts, look, wording
from shadow_app.reports.blocks import bullets, said, section
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Ledger, Places
from shadow_app.reports.programme import PlaceSeen, ProgrammeReport, TeamOut

SPOTS = 8
"""Places that are listed before the annex."""

_TEAMS = (
    Field(mark("IT team"), 30),
    Field(mark("People"), 9, right=True),
    Field(mark("Out this year"), 14, right=True),
    Field(mark("Never out"), 11, right=True),
    Field(mark("Visits"), 9, right=True),
    Field(mark("Hours out"), 12, right=True),
    Field(mark("Goal"), 30, indent=14),
)
_PLACES = (
    Field(mark("Site"), 28),
    Field(mark("Who works there"), 26),
    Field(mark("People"), 12, right=True),
    Field(mark("Shadowed"), 14, right=True),
    Field(mark("Of the year"), 14, right=True),
    Field("", 17, indent=14),
)


def reach(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Goals, teams, places, next visits."""
    flow = section(pen, places, "goals", say("What we set out to do, and how far we are"), needs=60, before=0)
    flow += _goals(report, pen)
    if report.teams:
        flow.append(Ledger(pen, _TEAMS, [team_row(team) for team in report.teams]))
    else:
        flow += said(pen, say("Nobody of IT is entered yet, so there is nobody to count."))
    flow += section(pen, places, "where", say("Where we have been, and where not"), _seen_in_words(report), needs=80)
    if report.places:
        foot = say("The least seen {spots} of {places}; the annex lists all.", spots=SPOTS, places=len(report.places))
        flow.append(place_table(report.places[:SPOTS], pen, foot if len(report.places) > SPOTS else ""))
    else:
        flow += said(pen, say("Nobody has entered who works where, so there is nothing to compare."))
    if report.unseen_services:
        flow += pen.prose(
            say("Seen nowhere: {unseen_services}.", unseen_services=wording.joined(report.unseen_services, 20)),
            look.SMALL_MUTED,
        )
    return flow + next_visits(report, pen, places)


def _goals(report: ProgrammeReport, pen: Pen) -> list[Any]:
    goals = report.goals
    if not goals.name:
        return said(pen, say("No programme with goals is written down yet; what follows counts the calendar year."))
    flow = [*pen.prose(goals.words, look.BODY), *pen.prose(goals.rules, look.SMALL_MUTED)]
    return flow + pen.prose(goal_in_words(report), look.SMALL)


def goal_in_words(report: ProgrammeReport) -> str:
    """What everybody should do in which year."""
    goals = report.goals
    span = (
        say("From {day} to {day_2}", day=amounts.day(goals.begins), day_2=amounts.day(goals.ends))
        if goals.begins and goals.ends
        else say("A year")
    )
    if not goals.per_person:
        return say("{span}: no number of visits is aimed at.", span=span)
    return say(
        "{span}: {visits} for everybody in IT.", span=span, visits=amounts.counted(goals.per_person, "visit|visits")
    )


def team_row(team: TeamOut) -> tuple[str, ...]:
    """How far a team has come, as a line of a table."""
    return (
        team.team or say("No team"),
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
        parts.append(
            say("{visits} of {hours:|visit|visits}", visits=team.visits, hours=amounts.hours(team.visits_wished))
        )
    if team.hours_wished:
        parts.append(
            say("{hours} of {hours_2} h", hours=amounts.hours(team.hours), hours_2=amounts.hours(team.hours_wished))
        )
    return ", ".join(parts) or say("none")


def _seen_in_words(report: ProgrammeReport) -> str:
    blind = [place for place in report.places if place.blind]
    if not report.places:
        return ""
    if not blind:
        return say("We have been with every role at every site.")
    told, whole = told_people(place.people for place in blind)
    more = "" if whole else say("More than ") if told else say("A few people")
    people = amounts.counted(told, "person|people") if told else ""
    return say("{more}{people} work where none of us has been: the blind spots come first.", more=more, people=people)


def place_table(seen: tuple[PlaceSeen, ...], pen: Pen, foot: str = "") -> Ledger:
    """One line a place; blind spots say so."""
    return Ledger(pen, _PLACES, [_place(place) for place in seen], grey=[not place.blind for place in seen], foot=foot)


def _place(place: PlaceSeen) -> tuple[str, ...]:
    share = amounts.percent(place.hours / place.worked) if place.worked and place.people >= FEWEST else ""
    return (
        place.site,
        place.who,
        people_in(place),
        amounts.duration(place.hours),
        share,
        say("never been") if place.blind else "",
    )


def people_in(place: PlaceSeen) -> str:
    """How many work there; a few are not counted out."""
    if not place.people:
        return say("unknown")
    return str(place.people) if place.people >= FEWEST else say("under {fewest}", fewest=FEWEST)


def nowhere_next(report: ProgrammeReport) -> str:
    """Why no next visit is suggested."""
    if not report.places:
        return say("Enter the sites and who works there; then it is said here where to go first.")
    return say("Every place has been seen, and nothing dear rests on little.")


def next_visits(report: ProgrammeReport, pen: Pen, places: Places) -> list[Any]:
    """Where to go next, and why."""
    flow = section(pen, places, "next", say("Where to go next"), needs=60)
    wanted = report.next_visits
    if not wanted:
        return flow + said(pen, nowhere_next(report))
    lines = [(each.where, "; ".join(each.reasons)) for each in wanted]
    items = bullets(pen, lines, look.HOT, look.SMALL_STRONG)
    for item in items:
        for column in item.columns:
            column.width = column.width or look.inner() - column.x
    return flow + items
