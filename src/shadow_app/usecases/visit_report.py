"""From one visit to an ImmersionReport (`domain.md` §2.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta, timezone
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.language import Labels, lowered, mark, say
from shadow_app.domain.organisation import Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import Activity, Visit
from shadow_app.domain.vocabulary import CommitmentState, ConsentSubject, DayTypicality, Evidence, Kind, VisitState
from shadow_app.figures.timeline import Mark, Stretch
from shadow_app.insight.coverage import coverage
from shadow_app.insight.draws import PainKey, ServiceSpread, Spread, draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports.amounts import percent
from shadow_app.reports.immersion import Day, GoodThing, ImmersionReport, Pain, SixAnswers
from shadow_app.reports.parts import Estimate, Photo, Promise, ReportState, SinceThen, Sureness
from shadow_app.storage import ground as store_ground
from shadow_app.storage import listings
from shadow_app.storage.inbox_heads import accepted_by
from shadow_app.storage.repository import Reader
from shadow_app.usecases.prioritising import SEED, weights_in_force
from shadow_app.usecases.report_parts import (
    capitalised,
    estimate,
    listed,
    marks,
    method,
    pain_key,
    rank_places,
    shortened,
)
from shadow_app.usecases.review_gate import unreviewed
from shadow_app.usecases.six_questions import answer_six, facts_of
from shadow_app.usecases.visit_log import briefings, log_chapter
from shadow_app.usecases.visit_scene import VisitScene, notes_behind, strip_of, visit_scene

TOP_PAINS = 5
LONGEST_HEADLINE = 240
PROMISE_WORDS = Labels(
    {
        CommitmentState.OPEN: mark("Promised and still open"),
        CommitmentState.KEPT: mark("Done"),
        CommitmentState.DROPPED: mark("Not done"),
    }
)
ANSWERED_PAINS = 3
"""How many pains the six questions are answered for: three fit a page that an executive reads."""


def visit_report(read: Reader, visit_id: UUID) -> ImmersionReport:
    """Gather the report on a visit; the tallies are up to date."""
    scene = visit_scene(read, visit_id)
    every = (pain for cost in scene.costs for pain in cost.pains)
    pains = sorted(every, key=lambda pain: (-pain.wlh, -pain.hours, str(pain_key(pain))))
    titles = {pain_key(pain): _title(read, scene, pain) for pain in pains}
    drawn = draws(scene.costs, SEED)
    spreads = drawn.pains if drawn else {}
    promises = read.where(Commitment, visit_id=visit_id)
    zone = timezone(timedelta(minutes=scene.visit.utc_offset))
    made_on = store_ground.last_change(read, visit_id) or scene.visit.starts_at
    return ImmersionReport(
        id=link_id("report", visit_id),
        made_on=made_on.astimezone(zone),
        strip=replace(
            strip_of(scene), shadower=scene.card.shadower, shift="" if scene.small_cell else scene.visit.shift
        ),
        sureness=_sureness(read, scene, drawn.services if drawn else {}),
        headline=_one_sentence(scene.masked(scene.visit.headline)) or _headline(scene, pains, titles),
        meaning=_meaning(scene, pains, titles),
        day=_day(read, scene),
        pains=tuple(
            _pain(scene, pain, titles[pain_key(pain)], spreads.get(pain_key(pain))) for pain in pains[:TOP_PAINS]
        ),
        works=_works(scene),
        surprises=tuple(scene.text(each) for each in scene.notes if each.note.surprise),
        ranks=rank_places(scene.gap, scene.names),
        answers=tuple(_answers(read, scene, pain, titles[pain_key(pain)]) for pain in pains[:ANSWERED_PAINS]),
        promises=tuple(
            Promise(scene.masked(each.text), each.owner, each.due_on, scene.masked(each.how_told), each.state)
            for each in promises
        ),
        since=_since(read, scene),
        thanks=_thanks(scene),
        photo=_photo(read, scene),
        log=(log_chapter(read, scene),),
        method=method(scene.costs, titles, scene.names, weights_in_force(read)),
        briefing=briefings(scene, pains[:TOP_PAINS], titles, promises),
        currency=scene.firm.currency,
    )


def with_review(read: Reader, report: ImmersionReport, visit_id: UUID) -> ImmersionReport:
    """The same report with who has reviewed it; REVIEWED once the debrief is done and every note was looked at."""
    done = read.get(Visit, visit_id).state is VisitState.REVIEWED and not unreviewed(read, (visit_id,))
    strip = replace(report.strip, reviewer=listed(accepted_by(read, visit_id)))
    return replace(report, strip=strip, state=ReportState.REVIEWED if done else ReportState.DRAFT)


def _title(read: Reader, scene: VisitScene, pain: PainCost) -> str:
    """The pain point's own title, else the words of its weightiest note."""
    if pain.pain_point_id is not None:
        title = read.get(PainPoint, pain.pain_point_id).title
        return scene.mask(title, scene.visit.id, pain.pain_point_id)
    behind = notes_behind(scene, pain)
    words = shortened(scene.text(behind[0])) if behind else ""
    return capitalised(words) or scene.names.service(pain.service_id)


def _pain(scene: VisitScene, pain: PainCost, title: str, spread: Spread | None) -> Pain:
    behind = notes_behind(scene, pain)
    said = next((each for each in behind if scene.quote(each)), None)
    return Pain(
        title=title,
        service=scene.names.service(pain.service_id),
        hours=estimate(pain.hours, spread),
        lane=pain.lane,
        evidence=marks(pain),
        consequence=next((scene.about(each.note.consequence, each) for each in behind if each.note.consequence), ""),
        money=pain.cost if pain.cost > 0 else None,
        quote=scene.quote(said) if said else "",
        quote_by=scene.voice(said) if said else "",
        graded=pain.graded,
        minutes_known=not pain.minutes_unknown,
        id=pain.pain_point_id,
    )


def _answers(read: Reader, scene: VisitScene, pain: PainCost, title: str) -> SixAnswers:
    """The six questions; why nobody rang the desk is in people's own words, so that answer is masked."""
    notes = [each.note for each in notes_behind(scene, pain)]
    facts = facts_of(read, pain.pain_point_id)
    answers = answer_six(pain, title, notes, facts)
    # Who told the desk, and who there has acknowledged it, are people of IT.
    return answers if facts.told_desk else replace(answers, desk=scene.masked(answers.desk))


def _one_sentence(text: str) -> str:
    """A headline is read at a glance: one line of words, cut where a page would be full of it."""
    return shortened(" ".join(text.split()), LONGEST_HEADLINE)


def _headline(scene: VisitScene, pains: Sequence[PainCost], titles: dict[PainKey, str]) -> str:
    """One finding as a sentence, where nobody has written a better one."""
    if not pains or pains[0].hours <= 0:
        who = lowered(scene.shown.who)
        if scene.small_cell:
            return say("A day with the {who} of {name}.", who=who, name=scene.site.name)
        return say("A day with the {who}s of {name}.", who=who, name=scene.site.name)
    return say(
        "{service} costs {name} the most.", service=scene.names.service(pains[0].service_id), name=scene.site.name
    )


def _meaning(scene: VisitScene, pains: Sequence[PainCost], titles: dict[PainKey, str]) -> str:
    hours = sum(pain.hours for pain in pains)
    top = [pain for pain in pains[:3] if pain.hours > 0]
    if not top or hours <= 0:
        return ""
    part = sum(pain.hours for pain in top) / hours
    names = listed(list(dict.fromkeys(scene.names.service(pain.service_id) for pain in top)))
    return say("{names} make up {percent} of the hours that this day points to.", names=names, percent=percent(part))


def _day(read: Reader, scene: VisitScene) -> Day:
    if scene.small_cell:
        # The hours of a day point at a person as its date does, so it is told in words alone.
        return Day(words=scene.masked(scene.visit.summary))
    zone = timezone(timedelta(minutes=scene.visit.utc_offset))
    return Day(
        words=scene.masked(scene.visit.summary),
        stretches=tuple(
            Stretch(
                each.started_at.astimezone(zone),
                each.ended_at.astimezone(zone),
                scene.masked(each.name),
                each.activity_kind,
            )
            for each in read.where(Activity, "started_at", visit_id=scene.visit.id)
            if each.ended_at is not None
        ),
        marks=tuple(Mark(each.note.local_time, each.note.kind) for each in scene.notes),
    )


def _works(scene: VisitScene) -> tuple[GoodThing, ...]:
    return tuple(
        GoodThing(
            capitalised(scene.text(each)),
            ", ".join(each.services),
            scene.voice(each),
        )
        for each in scene.notes
        if each.note.kind is Kind.POSITIVE
    )


def _since(read: Reader, scene: VisitScene) -> tuple[SinceThen, ...]:
    """What was promised here before this visit, and what became of it."""
    found = []
    for visit in read.where(Visit, "starts_at", site_id=scene.site.id):
        if visit.starts_at >= scene.visit.starts_at:
            continue
        for promise in read.where(Commitment, visit_id=visit.id):
            said = promise.text
            did = PROMISE_WORDS[promise.state]
            found.append(SinceThen(said=scene.masked(said), did=did, when=promise.due_on))
    return tuple(found)


def _sureness(read: Reader, scene: VisitScene, services: Mapping[UUID, ServiceSpread]) -> Sureness:
    costly = [each.note for each in scene.notes if each.note.kind.costs_time]
    low = sum(each.spread.hours.low for each in services.values())
    high = sum(each.spread.hours.high for each in services.values())
    hours = sum(cost.hours for cost in scene.costs)
    others = [site for site in read.where(Site, "name", unit_id=scene.site.unit_id) if site.id != scene.site.id]
    been = {visit.site_id for visit in store_ground.visits_made(read, scene.site.unit_id)}
    covered = coverage(store_ground.ground_of_visit(read, scene.visit))
    return Sureness(
        visits=1,
        hours=scene.visit.exposure_hours,
        seen=sum(note.evidence is Evidence.SEEN for note in costly),
        told=sum(note.evidence is Evidence.TOLD for note in costly),
        observed_minutes=sum(cost.observed_minutes for cost in scene.costs),
        hours_a_year=Estimate(hours, low, high) if services else Estimate(hours),
        coverage=covered.share if covered.role_hours else None,
        sites_visited=(scene.site.name,),
        sites_not_visited=tuple(site.name for site in others if site.id not in been),
        remarks=_remarks(scene),
    )


def _remarks(scene: VisitScene) -> tuple[str, ...]:
    said = []
    if scene.visit.typicality is DayTypicality.ABNORMAL:
        said.append(say("The host called this day abnormal; the yearly figures are to be read with that in mind."))
    unnamed = sum(
        1 for each in scene.notes if each.note.kind.costs_time and not each.service_ids and not each.note.not_scored
    )
    if unnamed:
        said.append(
            say("{unnamed} of the notes that cost time name no service yet and are in no figure.", unnamed=unnamed)
        )
    if not scene.visit.exposure_hours:
        said.append(say("The hours of the visit are not known yet, so the figures count as if seen in one day."))
    return tuple(said)


def _thanks(scene: VisitScene) -> str:
    if scene.small_cell:
        return say("To everybody at {name} who let us watch, ask and get in the way: thank you.", name=scene.site.name)
    role = lowered(scene.role.name)
    who = say("{pseudonym} and the {role}s of {name}", pseudonym=scene.pseudonym, role=role, name=scene.site.name)
    return say("To {who}, who let us watch, ask and get in the way: thank you.", who=who)


def _photo(read: Reader, scene: VisitScene) -> Photo | None:
    if not scene.agreed(ConsentSubject.PHOTOS):
        return None
    for each in scene.notes:
        for picture in each.pictures:
            data = listings.picture_bytes(read, picture.sha256)
            if data is not None:
                return Photo(data, scene.masked(picture.caption) or scene.text(each))
    return None
