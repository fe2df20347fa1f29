"""From a visit that looks at a release to a ReleaseReport: the same people before it and since (`domain.md` §1 I5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from shadow_app.domain.decision import FollowUp
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import lowered, say
from shadow_app.domain.organisation import RolePopulation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Evidence, VisitType
from shadow_app.insight import before_after
from shadow_app.insight.before_after import Proof, Verdict, is_after
from shadow_app.insight.draws import PainKey
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.tally import Tally
from shadow_app.insight.trend import StratumDay
from shadow_app.reports.immersion import GoodThing
from shadow_app.reports.parts import Estimate
from shadow_app.reports.release import Changed, NewPain, ReleaseReport, Side
from shadow_app.reports.release_words import headline, lead
from shadow_app.storage.ground import last_change
from shadow_app.storage.pain_days import stratum_days
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import tallies
from shadow_app.usecases.prioritising import rank, weights_in_force
from shadow_app.usecases.report_evidence import Heard, HeardNotes, costs_at, marks_of, rows_by_pain, works_well
from shadow_app.usecases.report_parts import capitalised, pain_key, shortened
from shadow_app.usecases.visit_scene import VisitScene, strip_of, visit_scene


@dataclass(frozen=True)
class _Scene:
    """Everything that the report is made from."""

    read: Reader
    visit: VisitScene
    change: FollowUp
    heard: HeardNotes
    rows: Mapping[PainKey, Sequence[Tally]]
    costs: Sequence[ServiceCost]
    before: tuple[Visit, ...]
    after: tuple[Visit, ...]

    @property
    def since(self) -> list[Heard]:
        """What was noted on the visits since, in this role."""
        role_id = self.visit.visit.role_id
        every = (each for visit in self.after for each in self.heard.of_visit(visit.id))
        return [each for each in every if each.note.role_id in (None, role_id)]


def release_report(read: Reader, visit_id: UUID) -> ReleaseReport:
    """Gather the report; the tallies are up to date.

    Raises:
        NotFound: there is no such visit.
        Refused: the visit does not look at a release.
    """
    visit = read.get(Visit, visit_id)
    if visit.visit_type is not VisitType.POST_RELEASE:
        raise Refused(say("This visit does not look at a release: set its type to “after a release”, then ask again."))
    scene = _scene(read, visit_scene(read, visit_id))
    changed, fresh = _compared(scene)
    site_id, role_id = visit.site_id, visit.role_id
    people = sum(each.headcount for each in read.where(RolePopulation, site_id=site_id, role_id=role_id))
    made_on = last_change(read) or visit.starts_at
    report = ReleaseReport(
        id=link_id("release", visit_id),
        made_on=made_on.astimezone(visit.local_start.tzinfo),
        strip=strip_of(scene.visit),
        release=shortened(scene.visit.masked(visit.release_ref), 80),
        released_on=visit.released_on,
        people=0 if scene.visit.small_cell else people,
        words=scene.visit.masked(visit.summary),
        before=_whole(scene.before),
        after=_whole(scene.after),
        changed=changed,
        new=(*fresh, *_loose(scene)),
        works=_works(scene),
        remarks=_remarks(scene),
        thanks=say("To everybody at {name} who let us come back and look: thank you.", name=scene.visit.site.name),
        unreviewed=sum(not each.reviewed for each in scene.since if each.note.kind.costs_time),
    )
    said = scene.visit.masked(visit.headline)
    return replace(report, headline=shortened(said, 240) or headline(report), lead=lead(report))


def _scene(read: Reader, scene: VisitScene) -> _Scene:
    visit = scene.visit
    change = FollowUp(
        id=link_id("release", visit.id),
        pain_point_id=visit.id,
        changed_on=visit.released_on or visit.local_start.date(),
        change_ref=visit.release_ref,
    )
    site = scene.site
    ranked = rank(read, site.unit_id, weights_in_force(read))
    here = [each for each in ranked.visits if each.site_id == site.id and each.role_id == visit.role_id]
    rows = rows_by_pain(
        row for row in tallies(read, site.unit_id) if row.site_id == site.id and row.role_id == visit.role_id
    )
    # Words come from these visits alone: they are the ones that have to be reviewed before the report is released.
    heard = HeardNotes(read, scene.names, scene.mask, here)
    after = tuple(each for each in here if is_after(_day_of(each), change))
    before = tuple(each for each in here if each not in after)
    return _Scene(read, scene, change, heard, rows, ranked.costs, before, after)


def _day_of(visit: Visit) -> StratumDay:
    """The visit alone, without what its notes say."""
    return StratumDay(
        visit.id,
        visit.local_start.date(),
        visit.visit_type,
        visit.release_ref,
        visit.site_id,
        visit.role_id,
        visit.exposure_hours,
        0.0,
        0.0,
        0.0,
    )


def _whole(visits: Sequence[Visit]) -> Side:
    return Side(visits=len(visits), shadowed=sum(visit.exposure_hours for visit in visits))


def _compared(scene: _Scene) -> tuple[tuple[Changed, ...], tuple[NewPain, ...]]:
    """The pain points that were there before, the one that moved most first; and those met only since."""
    visit = scene.visit.visit
    pains = [pain for cost in costs_at(scene.costs, scene.rows, visit.site_id, visit.role_id) for pain in cost.pains]
    changed: list[Changed] = []
    fresh: list[NewPain] = []
    for pain in pains:
        if pain.pain_point_id is None:
            continue
        proof = _proof(scene, pain, pain.pain_point_id)
        if proof.before.visits and not proof.before.seen and proof.after.seen:
            fresh.append(_fresh(scene, pain, proof))
        else:
            changed.append(_changed(scene, pain, proof))
    order = {verdict: place for place, verdict in enumerate(Verdict)}
    changed.sort(key=lambda each: (order[each.verdict], -abs(each.given_back.value), each.pain))
    return tuple(changed), tuple(sorted(fresh, key=lambda each: (-each.seen, each.pain)))


def _proof(scene: _Scene, pain: PainCost, pain_point_id: UUID) -> Proof:
    visit = scene.visit.visit
    days = [
        day
        for day in stratum_days(scene.read, pain_point_id)
        if day.site_id == visit.site_id and day.role_id == visit.role_id
    ]
    return before_after.before_after(scene.change.edited(pain_point_id=pain_point_id), days, pain)


def _side(side: before_after.Side) -> Side:
    hours = Estimate(side.hours, side.hours_range.low, side.hours_range.high)
    return Side(side.visits, side.shadowed_hours, side.seen, side.minutes, hours)


def _changed(scene: _Scene, pain: PainCost, proof: Proof) -> Changed:
    key = pain_key(pain)
    rows = scene.rows[key]
    behind = scene.heard.behind(key, rows)
    voice = _voice(behind, scene)
    point = scene.read.get(PainPoint, proof.follow_up.pain_point_id)
    low, high = proof.given_back_range
    return Changed(
        pain=scene.heard.masked(point.title, point.id),
        service=scene.visit.names.service(pain.service_id),
        verdict=proof.verdict,
        before=_side(proof.before),
        after=_side(proof.after),
        given_back=Estimate(proof.given_back, low, high),
        evidence=marks_of(rows),
        consequence=next((each.consequence for each in behind if each.consequence), ""),
        stake=scene.heard.masked(point.value_at_stake, point.id),
        quote=voice.quote if voice else "",
        quote_by=lowered(voice.who.who) if voice else "",
        pain_point_id=point.id,
        note_ids=tuple(each.note.id for each in behind),
    )


def _voice(behind: Sequence[Heard], scene: _Scene) -> Heard | None:
    """What somebody said since, else before."""
    since = {visit.id for visit in scene.after}
    said = sorted((each for each in behind if each.quote), key=lambda each: each.visit.id not in since)
    return next(iter(said), None)


def _fresh(scene: _Scene, pain: PainCost, proof: Proof) -> NewPain:
    told = _changed(scene, pain, proof)
    behind = scene.heard.behind(pain_key(pain), scene.rows[pain_key(pain)])
    return NewPain(
        pain=told.pain,
        service=told.service,
        seen=proof.after.seen,
        minutes=proof.after.minutes,
        consequence=told.consequence or told.stake,
        quote=told.quote,
        quote_by=told.quote_by,
        blamed=any(each.note.after_change for each in behind),
        hours=_side(proof.after).hours,
        pain_point_id=told.pain_point_id,
        note_ids=told.note_ids,
    )


def _loose(scene: _Scene) -> tuple[NewPain, ...]:
    """What was noted since and is in no pain point yet, those first that say that they came with the change."""
    loose = [each for each in scene.since if each.note.kind.costs_time and not each.shown.pain_point_ids]
    loose.sort(key=lambda each: (not each.note.after_change, -each.spent, each.note.at))
    return tuple(
        NewPain(
            pain=capitalised(shortened(each.text, 140)),
            service=", ".join(each.shown.services),
            seen=float(each.note.count),
            minutes=each.note.lost_minutes,
            consequence=each.consequence,
            quote=each.quote if each.quote not in each.text else "",
            quote_by=lowered(each.who.who),
            told=each.note.evidence is Evidence.TOLD,
            blamed=bool(each.note.after_change),
            sorted_in=False,
            note_ids=(each.note.id,),
        )
        for each in loose
    )


def _works(scene: _Scene) -> tuple[GoodThing, ...]:
    return tuple(
        GoodThing(capitalised(each.text), ", ".join(each.shown.services), lowered(each.who.who))
        for each in works_well(scene.since)
    )


def _remarks(scene: _Scene) -> tuple[str, ...]:
    said = []
    visit = scene.visit.visit
    if visit.released_on is None:
        said.append(say("The day of the release is not noted, so the day of this visit stands in for it."))
    elif visit.released_on > visit.local_start.date():
        said.append(say("The release is dated after this visit; the visit counts as after it all the same."))
    if any(not each.exposure_hours for each in (*scene.before, *scene.after)):
        said.append(say("Visits whose hours are not known yet are left out of the figures."))
    return tuple(said)
