"""From the open pain points of a unit, a site, or everything to a DeskBriefing (`domain.md` §1 I6, I7, Q6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Decision
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import lowered, say
from shadow_app.domain.organisation import Organisation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.telling import FeedbackRecord
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import CommitmentState, Kind, Workaround
from shadow_app.insight.draws import PainKey, Spread, draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.tally import Tally
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry, Quote, Silent, ToldDesk
from shadow_app.reports.you_said import Given
from shadow_app.reports.you_said_words import number
from shadow_app.storage.pain_listings import silence_of
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import tallies
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.prioritising import SEED, Priorities, rank, weights_in_force
from shadow_app.usecases.report_evidence import Heard, HeardNotes, costs_at, marks_of, rows_by_pain
from shadow_app.usecases.report_parts import Names, capitalised, estimate, listed, pain_key, stands_at
from shadow_app.usecases.report_promises import Answered, Promises, decisions

QUOTES = 2
"""Quotes per pain: enough to recognise a caller by."""


@dataclass(frozen=True)
class _Scene:
    """Everything that the briefing is made from."""

    read: Reader
    names: Names
    heard: HeardNotes
    promises: Promises
    decisions: Mapping[UUID, Decision]
    rows: Mapping[PainKey, Sequence[Tally]]
    unit_id: UUID | None
    site_id: UUID | None


def desk_report(read: Reader, unit_id: UUID | None = None, site_id: UUID | None = None) -> DeskBriefing:
    """Gather the briefing; the tallies are up to date.

    Raises:
        NotFound: there is no such unit or site.
        Refused: the site does not belong to the unit.
    """
    site = None if site_id is None else read.get(Site, site_id)
    if site is not None and unit_id not in (None, site.unit_id):
        raise Refused(say("{name} does not belong to that unit: ask for the one or the other.", name=site.name))
    made_on = stands_at(read)
    ranked = rank(read, site.unit_id if site else unit_id, weights_in_force(read))
    visits = [visit for visit in ranked.visits if site is None or visit.site_id == site.id]
    scene = _scene(read, ranked, visits, site, made_on.date())
    costs: Sequence[ServiceCost] = costs_at(ranked.costs, scene.rows, site.id) if site else ranked.costs
    drawn = draws(costs, SEED)
    spreads = drawn.pains if drawn else {}
    pains = [pain for cost in costs for pain in cost.pains if pain.pain_point_id is not None]
    pains.sort(key=lambda pain: (-round(pain.wlh, 6), -round(pain.hours, 6), str(pain.pain_point_id)))
    found = ((pain, _answered(scene, pain)) for pain in pains)
    still = [(pain, answered) for pain, answered in found if answered.pain_point.closed_on is None or answered.back]
    entries = tuple(_entry(scene, pain, answered, spreads.get(pain_key(pain))) for pain, answered in still)
    place = site.name if site else ranked.unit.name if ranked.unit else ""
    return DeskBriefing(
        id=link_id("desk", site.id if site else unit_id or "all"),
        made_on=made_on,
        organisation=_organisation(read, ranked),
        place=place,
        headline=_headline(entries, place),
        lead=_lead(entries),
        entries=entries,
        visits=len(visits),
        hours=sum(visit.exposure_hours for visit in visits),
        unsorted=round(sum(row.notes for (_, point), rows in scene.rows.items() if point is None for row in rows)),
        unreviewed=_unreviewed(scene, [pain for pain, _ in still]),
        month_only=any(scene.names.cells.small(visit.site_id, visit.role_id) for visit in visits),
    )


def _scene(read: Reader, ranked: Priorities, visits: Sequence[Visit], site: Site | None, today: date) -> _Scene:
    names, mask = Names(read), Mask(read)
    rows = tallies(read, ranked.unit.id if ranked.unit else None)
    return _Scene(
        read=read,
        names=names,
        heard=HeardNotes(read, names, mask, visits),
        promises=Promises(read, mask, today),
        decisions=decisions(read),
        rows=rows_by_pain(row for row in rows if site is None or row.site_id == site.id),
        unit_id=ranked.unit.id if ranked.unit else None,
        site_id=site.id if site else None,
    )


def _organisation(read: Reader, ranked: Priorities) -> str:
    if ranked.unit is not None:
        return read.recall(Organisation, ranked.unit.organisation_id).name
    return listed([firm.name for firm in read.where(Organisation, "name")])


def _answered(scene: _Scene, pain: PainCost) -> Answered:
    assert pain.pain_point_id is not None
    rows = scene.rows[pain_key(pain)]
    return Answered(
        scene.read.get(PainPoint, pain.pain_point_id),
        scene.decisions.get(pain.pain_point_id),
        scene.promises.about(pain.pain_point_id, {row.site_id for row in rows}),
        scene.heard.last_seen(rows),
    )


def _entry(scene: _Scene, pain: PainCost, answered: Answered, spread: Spread | None) -> DeskEntry:
    point, decision = answered.pain_point, answered.decision
    rows = scene.rows[pain_key(pain)]
    behind = scene.heard.behind(pain_key(pain), rows)
    service = scene.names.services[pain.service_id]
    workaround = _workaround(behind)
    return DeskEntry(
        pain=scene.heard.masked(point.title, point.id),
        service=service.name,
        hours=estimate(pain.hours, spread),
        lane=pain.lane,
        evidence=marks_of(rows),
        rings_as=service.aliases,
        quotes=_quotes(behind, workaround),
        places=tuple(sorted({scene.names.sites[row.site_id].name for row in rows})),
        consequence=next((each.consequence for each in behind if each.consequence), ""),
        stake=scene.heard.masked(point.value_at_stake, point.id),
        workaround=workaround,
        workaround_grade=pain.grades.workaround if pain.grades.workaround_graded else None,
        choice=decision.choice if decision else None,
        reason=scene.heard.masked(decision.reason, point.id) if decision else "",
        review_on=decision.review_on if decision else None,
        promises=_current(answered.promises),
        engagement=point.engagement_owner,
        next_contact=point.next_contact_on,
        fixing_team=point.fixing_team or service.support_team,
        silent=_silent(scene, point.id),
        told=_told(scene, point.id),
        back=answered.back,
        graded=pain.graded,
        minutes_known=not pain.minutes_unknown or pain.hours > 0,
        pain_point_id=point.id,
        note_ids=tuple(each.note.id for each in behind),
    )


def _quotes(behind: Sequence[Heard], workaround: str) -> tuple[Quote, ...]:
    """What callers may say; not what stands beside it already as the way round."""
    known = workaround.casefold()
    heard = (each for each in behind if each.quote and each.quote.casefold() not in known)
    said = dict.fromkeys((each.quote, lowered(each.who.who)) for each in heard)
    return tuple(Quote(words, by) for words, by in list(said)[:QUOTES])


def _workaround(behind: Sequence[Heard]) -> str:
    """What people do meanwhile: the way round that works best, else the one that costs least."""
    found = [each for each in behind if each.note.kind is Kind.WORKAROUND]
    ways = [each for each in found if each.note.workaround is not Workaround.NONE]
    ways.sort(key=lambda each: (each.note.workaround is not Workaround.GOOD, each.note.lost_minutes or 0.0))
    return capitalised(ways[0].text) if ways else ""


def _current(promises: Sequence[Given]) -> tuple[Given, ...]:
    """What a caller may be told: what is open, else what came of the others."""
    still = tuple(each for each in promises if each.state is CommitmentState.OPEN)
    return still or tuple(promises)


def _silent(scene: _Scene, pain_point_id: UUID) -> Silent:
    found = silence_of(scene.read, pain_point_id, unit_id=scene.unit_id, site_id=scene.site_id)
    return Silent(
        found.times,
        found.silent,
        tuple(scene.heard.masked(words, pain_point_id) for words, _ in found.reasons),
        found.telling,
    )


def _told(scene: _Scene, pain_point_id: UUID) -> tuple[ToldDesk, ...]:
    return tuple(
        ToldDesk(
            each.told_on,
            each.told_by,
            each.channel,
            scene.heard.masked(each.text, pain_point_id),
            each.acknowledged_on,
            each.acknowledged_by,
        )
        for each in scene.read.where(FeedbackRecord, "told_on", pain_point_id=pain_point_id)
    )


def _headline(entries: Sequence[DeskEntry], place: str) -> str:
    of = say(" of {place}", place=place) if place else ""
    if not entries:
        return say("No open pain{of} waits for the service desk.", of=of)
    silent = sum(entry.silent.mostly for entry in entries)
    unknown = sum(not entry.told for entry in entries)
    waiting = sum(entry.acknowledged is None for entry in entries)
    if silent:
        return say(
            "{some} mostly {n:!|goes|go} unreported: ask callers about {n:!|it|them}.",
            n=silent,
            some=capitalised(_part(silent, len(entries), of)),
        )
    if unknown > 1 and unknown == len(entries):
        return say(
            "The desk has been told of none of the open pains{of}, {unknown} in all.", of=of, unknown=number(unknown)
        )
    if unknown:
        return say("The desk has not been told of {part}.", part=_part(unknown, len(entries), of))
    if waiting:
        who = capitalised(_part(waiting, len(entries), of))
        return say("{who} {n:!|waits|wait} for the desk’s word that it has read of it.", n=waiting, who=who)
    return say("The desk knows of every open pain{of}.", of=of)


def _part(some: int, every: int, of: str) -> str:
    if every == 1:
        return say("the only open pain{of}", of=of)
    if some == every:
        return (
            say("both open pains{of}", of=of)
            if every == 2
            else say("all {every:|open pain|open pains}{of}", every=number(every), of=of)
        )
    return say("{some} of {every:|open pain|open pains}{of}", some=number(some), every=number(every), of=of)


def _lead(entries: Sequence[DeskEntry]) -> str:
    nobody = sum(not entry.engagement for entry in entries)
    if not nobody:
        return ""
    return say(
        "Nobody talks to the business yet about {nobody} of them: a caller will hear of it from you first.",
        nobody=nobody,
    )


def _unreviewed(scene: _Scene, pains: Sequence[PainCost]) -> int:
    behind = (each for pain in pains for each in scene.heard.behind(pain_key(pain), scene.rows[pain_key(pain)]))
    return len({each.note.id for each in behind if not each.reviewed})
