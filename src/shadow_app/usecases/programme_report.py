"""From everything that was seen to a ProgrammeReport."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shadow_app.domain.language import mark, say
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import TEAM, link_id
from shadow_app.insight.blind_spots import FieldMap
from shadow_app.insight.draws import PainKey
from shadow_app.insight.last_contact import LastHeard
from shadow_app.insight.outings import TeamProgress
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports.amounts import counted, grouped, percent
from shadow_app.reports.programme import Behind, Goals, PlaceSeen, ProgrammeReport, SiteTold, TeamOut
from shadow_app.storage.repository import Reader
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.priorities_report import blind, dearest_first, organisation, sureness, unit_costs
from shadow_app.usecases.prioritising import Priorities, Prioritising, rank, weights_in_force
from shadow_app.usecases.programme_field import effort, next_visits, silence, waiting
from shadow_app.usecases.programme_scene import CoverageScene, FieldScene, coverage_scene, field_scene
from shadow_app.usecases.report_claims import Claims
from shadow_app.usecases.report_parts import Names, method, pain_key, rank_places, stands_at
from shadow_app.usecases.report_since import since_last
from shadow_app.usecases.unit_report import hours_of, in_order, money_of, remarks
from shadow_app.usecases.unit_visits import Gathered, Words, gather

TOP = 10
"""Pains whose notes stand in the annex."""

NOTES_EACH = 40
"""Notes that the annex prints of one pain; the rest is in the reports of the units."""

COLLEAGUE = mark("[a colleague]")
_LONGEST = 400


def programme_report(read: Reader) -> ProgrammeReport:
    """Gather the report on the whole programme; the tallies are up to date."""
    ranked = rank(read, None, weights_in_force(read))
    names, mask = Names(read), Mask(read)
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    made_on = stands_at(read)
    today = made_on.date()
    seen = coverage_scene(read, today, None)
    pains = dearest_first(ranked)
    found = gather(read, names, mask, wanted={pain_key(pain) for pain in pains[:TOP]}, with_log=False)
    desk = Claims(read, names, mask, today)
    claims = tuple(desk.claim(pain, drawn.pains.get(pain_key(pain)), found.words) for pain in pains)
    titles = {pain_key(pain): desk.title(pain) for pain in pains}
    firm = organisation(read, ranked)
    report = ProgrammeReport(
        id=link_id("programme report", seen.programme.id if seen.programme else TEAM),
        made_on=made_on,
        organisation=firm,
        title=seen.programme.name if seen.programme else say("What we learnt at {firm}", firm=firm or say("work")),
        hours=hours_of(ranked, drawn),
        money=money_of(ranked, drawn),
        headline=_headline(ranked, names, seen),
        lead=_lead(ranked, found, seen),
        sureness=sureness(ranked, names, drawn, remarks(found)),
        claims=claims,
        units=unit_costs(read, ranked),
        ranks=rank_places(ranked.gap, names),
        stated_respondents=ranked.respondents,
        blind=blind(ranked),
        since=since_last(read, ranked, drawn, names),
        pledges=in_order([desk.pledge(each) for each in desk.given]),
        learnt=learnt(found.learnt, read.where(Shadower, removed=True)),
        behind=_behind(pains[:TOP], titles, found.words),
        method=method(ranked.costs, titles, names, ranked.weights),
        currency=ranked.currency,
    )
    field = field_scene(read, seen, None, show_field=True)
    return _silent(_reached(report, seen, mask, names), field, names, titles, found)


def _reached(report: ProgrammeReport, seen: CoverageScene, mask: Mask, names: Names) -> ProgrammeReport:
    """With how far the programme has come."""
    return replace(
        report,
        goals=_goals(seen, mask),
        teams=tuple(_team(team) for team in seen.progress.teams),
        places=_places(seen.map, names),
        unseen_services=tuple(service.name for service in seen.unseen_services),
        told=_told(seen.sites, seen),
        tell_within_days=seen.tell_within_days,
    )


def _silent(
    report: ProgrammeReport, field: FieldScene, names: Names, titles: Mapping[PainKey, str], found: Gathered
) -> ProgrammeReport:
    """With what the desk never hears, where effort goes, where to go next, and the visits themselves."""
    return replace(
        report,
        next_visits=next_visits(field, titles, names),
        silence=silence(field, names, found.reasons),
        waiting=waiting(field),
        effort=effort(field, names),
        effort_in=field.effort.basis.value if field.effort else "",
        works=found.works,
        visits=found.visits,
        thanked=tuple(sorted({visit.site for visit in found.visits})),
    )


def _headline(ranked: Priorities, names: Names, seen: CoverageScene) -> str:
    """One finding as a sentence, about what was learnt and not about how much was done."""
    if not ranked.visits:
        return say("Nobody from IT has been out yet.")
    share = ranked.gap.blind_share
    if share is not None and share >= 0.5:
        return say("{percent} of what hurts the business lies where IT did not look.", percent=percent(share))
    if ranked.costs:
        return say(
            "{service} costs the business more than anything else that IT runs.",
            service=names.service(ranked.costs[0].service_id),
        )
    never = sum(team.never for team in seen.progress.teams)
    return say("{persons} of IT have never seen where their work ends up.", persons=counted(never, "person|people"))


def _lead(ranked: Priorities, found: Gathered, seen: CoverageScene) -> str:
    if not found.visits:
        return ""
    people = sum(len(team.people) for team in seen.progress.teams)
    been = people - sum(team.never for team in seen.progress.teams)
    sites = len({visit.site_id for visit in ranked.visits})
    hours = sum(visit.hours for visit in found.visits)
    return say(
        "{been} of {persons} in IT {been:!|has|have} spent {grouped:|hour|hours} in {visits} at {sites}, watching and "
        "helping at the work.",
        been=been,
        persons=counted(people, "person|people"),
        grouped=grouped(hours),
        visits=counted(len(found.visits), "visit|visits"),
        sites=counted(sites, "site|sites"),
    )


def _goals(seen: CoverageScene, mask: Mask) -> Goals:
    found = seen.programme
    if found is None:
        return Goals()
    year = seen.progress.year
    return Goals(found.name, year.begins, year.ends, mask(found.goals), mask(found.rules), found.visits_per_person)


def _team(team: TeamProgress) -> TeamOut:
    return TeamOut(
        team=team.team,
        people=len(team.people),
        out=team.out,
        never=team.never,
        visits=team.visits,
        hours=team.hours,
        visits_wished=team.visits_wished,
        hours_wished=team.hours_wished,
    )


def _places(seen: FieldMap, names: Names) -> tuple[PlaceSeen, ...]:
    """Blind spots first, the largest before smaller ones; then the least seen."""
    cells = sorted(
        seen.cells.values(),
        key=lambda cell: (
            not cell.blind,
            cell.shadowed_hours / cell.role_hours if cell.role_hours else 1.0,
            -cell.role_hours,
            names.sites[cell.site_id].name,
            cell.who,
        ),
    )
    return tuple(
        PlaceSeen(names.sites[cell.site_id].name, cell.who, cell.headcount, cell.shadowed_hours, cell.role_hours)
        for cell in cells
    )


def _told(sites: Sequence[LastHeard], seen: CoverageScene) -> tuple[SiteTold, ...]:
    """The sites that were visited, those that have waited longest for a word first."""
    found = []
    for line in sites:
        if line.visits and line.site_id is not None:
            waited = line.days_since_told
            late = waited is None or waited > seen.tell_within_days
            found.append(SiteTold(seen.site_names[line.site_id], line.visits, line.last_told, waited, late))
    return tuple(sorted(found, key=lambda each: (each.days is not None, -(each.days or 0), each.site)))


def learnt(words: Sequence[str], people: Sequence[Shadower]) -> tuple[str, ...]:
    """What IT's people learnt, in their words and without names; in an order that says nothing of who or when."""
    names = sorted({part for person in people for part in (person.name, *person.name.split()) if len(part) > 2})
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?!\w)")
    without = (pattern.sub(say(COLLEAGUE), each) if names else each for each in words)
    return tuple(sorted({" ".join(each.split())[:_LONGEST] for each in without}, key=str.casefold))


def _behind(
    pains: Sequence[PainCost], titles: Mapping[PainKey, str], words: Mapping[PainKey, Words]
) -> tuple[Behind, ...]:
    found = []
    for pain in pains:
        entries = words[pain_key(pain)].entries if pain_key(pain) in words else []
        if entries:
            left = max(0, len(entries) - NOTES_EACH)
            found.append(Behind(titles[pain_key(pain)], tuple(entries[:NOTES_EACH]), left))
    return tuple(found)
