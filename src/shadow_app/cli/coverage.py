"""The programme on the command line: who has been out, where, what nobody has seen, where to go next."""

from __future__ import annotations

import argparse
from datetime import datetime
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named
from shadow_app.domain.language import lowered, say, shown
from shadow_app.insight.outings import Progress
from shadow_app.insight.small_cells import FEWEST
from shadow_app.reports.amounts import percent
from shadow_app.usecases.programme_scene import CoverageScene, FieldScene
from shadow_app.usecases.visit_reasons import sentences


def coverage(shadow: Shadow, args: argparse.Namespace) -> int:
    """Say how far the programme has come."""
    unit_id = _unit(shadow, args.unit)
    seen = shadow.programme.coverage(datetime.now().astimezone().date(), unit_id)
    field = shadow.programme.field(seen, unit_id)
    if args.json:
        output.say_json(_as_json(seen, field))
        return 0
    _say_people(seen)
    _say_places(seen)
    _say_field(field)
    return 0


def _unit(shadow: Shadow, name: str | None) -> UUID | None:
    if name is None:
        return None
    return named(shadow.catalogue.units(), name, "business unit", say("shadow-app import sites FILE")).id


def _say_people(seen: CoverageScene) -> None:
    progress = seen.progress
    name = seen.programme.name if seen.programme else say("No programme yet")
    output.say(say("{name}, {begins} to {ends}", name=name, begins=progress.year.begins, ends=progress.year.ends))
    output.say(
        say(
            "{out} of {people} IT people have been out, {hours:,.1f} h; goal: {goal}",
            out=progress.out,
            people=progress.people,
            hours=progress.hours,
            goal=_goal(progress),
        )
    )
    rows = [
        (say("team"), say("people"), say("out"), say("never out"), say("visits"), say("hours"), say("goal reached"))
    ]
    for team in progress.teams:
        counts = (str(len(team.people)), str(team.out), str(team.never), str(team.visits), shown(team.hours, ",.1f"))
        aims = team.visits_wished or team.hours_wished
        rows.append((team.team or say("(no team)"), *counts, percent(team.share) if aims else "–"))
    output.table(rows, right=(1, 2, 3, 4, 5, 6))
    if progress.never_out:
        output.say(say("Never out: {list}", list=", ".join(person.name for person in progress.never_out)))


def _goal(progress: Progress) -> str:
    return (
        say(
            "{visits:,} of {visits_wished:,.0f|visit|visits}",
            visits=progress.visits,
            visits_wished=progress.visits_wished,
        )
        if progress.visits_wished
        else say("none set")
    )


def _say_places(seen: CoverageScene) -> None:
    if not seen.map.cells:
        output.say(say("No site has people yet; bring them with `shadow-app import sites FILE`."))
    for cell in seen.map.blind:
        where = f"{seen.site_names[cell.site_id]}, {lowered(cell.who)}"
        people = say(
            "{headcount:,|person|people}, {role_hours:,.0f|hour|hours} of work a year",
            headcount=cell.headcount,
            role_hours=cell.role_hours,
        )
        output.say(
            say(
                "Never seen: {where}: {text_}",
                where=where,
                text_=say("fewer than {fewest:|person|people}", fewest=FEWEST) if cell.small else people,
            )
        )
    if any(not cell.small for cell in seen.map.blind):
        output.say(say("That is {percent} of all hours worked.", percent=percent(seen.map.blind_share)))
    unseen = seen.unseen_services
    if unseen:
        output.say(
            say("Services nobody has noted anything of: {list}", list=", ".join(service.name for service in unseen))
        )
    if seen.staged.asked:
        output.say(
            say(
                "{staged} of {asked:|day|days} may have been put on for us.",
                staged=seen.staged.staged,
                asked=seen.staged.asked,
            )
        )
    for line in seen.sites:
        if line.overdue and line.site_id is not None:
            ago = (
                say("never heard from IT")
                if line.days is None
                else say("last heard from IT {days:|day|days} ago", days=line.days)
            )
            output.say(f"{seen.site_names[line.site_id]}: {ago}")


def _say_field(field: FieldScene) -> None:
    if not field.open:
        output.say(say("IT's list is not locked yet, so nothing is said of what the field has shown."))
    for place, suggestion in enumerate(field.suggestions, 1):
        goer = field.people[suggestion.shadower_id].name if suggestion.shadower_id else ""
        where = field.place(suggestion.site_id, suggestion.role_id)
        output.say(
            say(
                "Next {place}: {where}{text_}. {sentences}",
                place=place,
                where=where,
                text_=say(", with {goer}", goer=goer) if goer else "",
                sentences=sentences(suggestion, field),
            )
        )
    for line in field.gap.counted:
        if line.silent_share is not None:
            output.say(
                say(
                    "{name}: about {occurrences:,.0f|time|times} a year, {tickets:,.0f|ticket|tickets}, {most} silent",
                    name=field.services[line.service_id].name,
                    occurrences=line.occurrences,
                    tickets=line.tickets,
                    most=_most(line.silent_share),
                )
            )
    if field.effort is not None:
        output.say(
            say("{percent} of IT's effort goes elsewhere than where it hurts.", percent=percent(field.effort.elsewhere))
        )


def _most(part: float) -> str:
    """A share that is not the whole never rounds to it."""
    return say("more than {percent}", percent=percent(0.99)) if 0.99 < part < 1 else percent(part)


def _as_json(seen: CoverageScene, field: FieldScene) -> object:
    return {
        "programme": seen.programme,
        "year": {"begins": seen.progress.year.begins, "ends": seen.progress.year.ends},
        "it": _people_json(seen),
        "places": [
            {
                "site": seen.site_names[cell.site_id],
                "role": cell.who,
                # Null where so few work that their number or their hours would point at them.
                "people": None if cell.small else cell.headcount,
                "fewer_than": FEWEST if cell.small else None,
                "hours_worked": None if cell.small else cell.role_hours,
                "hours_shadowed": cell.shadowed_hours,
                "blind": cell.blind,
            }
            for cell in seen.map.cells.values()
        ],
        "blind_share": seen.map.blind_share,
        "shifts": [
            {"site": seen.site_names[line.site_id], "shift": line.shift, "visits": line.visits, "hours": line.hours}
            for line in seen.shifts
            if line.site_id in seen.site_names
        ],
        "services": [
            {"service": service.name, "service_id": service.id, "notes": line.notes if line else 0}
            for service, line in seen.services
        ],
        "staged_days": {"staged": seen.staged.staged, "asked": seen.staged.asked, "visits": seen.staged.visits},
        "contact": [
            {"site": seen.site_names[line.site_id], "days": line.days, "overdue": line.overdue, "visits": line.visits}
            for line in seen.sites
            if line.site_id is not None
        ],
        **_field_json(field),
    }


def _people_json(seen: CoverageScene) -> object:
    progress = seen.progress
    return {
        "people": progress.people,
        "out": progress.out,
        "visits": progress.visits,
        "visits_wished": progress.visits_wished,
        "hours": progress.hours,
        "never_out": [person.name for person in progress.never_out],
        "teams": [
            {
                "team": team.team,
                "people": len(team.people),
                "out": team.out,
                "never": team.never,
                "visits": team.visits,
                "hours": team.hours,
                "visits_wished": team.visits_wished,
                "hours_wished": team.hours_wished,
            }
            for team in progress.teams
        ],
    }


def _field_json(field: FieldScene) -> dict[str, object]:
    return {
        "field_open": field.open,
        "next": [
            {
                "site_id": each.site_id,
                "role_id": each.role_id,
                "place": field.place(each.site_id, each.role_id),
                "why": [reason.why for reason in each.reasons],
                "words": sentences(each, field),
                "money": max(each.told(reason) for reason in each.reasons),
                "who": field.people[each.shadower_id].name if each.shadower_id else None,
            }
            for each in field.suggestions
        ],
        "silent_pain": [
            {
                "service": field.services[line.service_id].name,
                "service_id": line.service_id,
                "occurrences": line.occurrences,
                "occurrences_low": line.spread.low,
                "occurrences_high": line.spread.high,
                "tickets": line.tickets,
                "silent_share": line.silent_share,
            }
            for line in field.gap.services
        ],
        "effort": None
        if field.effort is None
        else {
            "basis": field.effort.basis,
            "services": [
                {"service": field.services[line.service_id].name, "effort": line.effort, "field": line.field}
                for line in field.effort.lines
            ],
        },
    }
