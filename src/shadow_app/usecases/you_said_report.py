"""From one site to a YouSaidReport: what its people told us, and what became of it (`domain.md` §1 R14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Decision, FollowUp
from shadow_app.domain.language import lowered, mark, say, sequence
from shadow_app.domain.organisation import BusinessUnit, Organisation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.telling import Update
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.insight.before_after import is_after
from shadow_app.insight.draws import PainKey, Spread, draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.tally import Tally
from shadow_app.insight.trend import StratumDay
from shadow_app.reports import amounts
from shadow_app.reports.you_said import Became, Given, Said, TalkTo, YouSaidReport
from shadow_app.reports.you_said_words import number
from shadow_app.storage.pain_days import stratum_days
from shadow_app.storage.repository import Reader
from shadow_app.storage.tallies import tallies
from shadow_app.usecases.everyday_words import Everyday, trade_words
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.prioritising import SEED, rank, weights_in_force
from shadow_app.usecases.report_evidence import Heard, HeardNotes, costs_at, marks_of, rows_by_pain, works_well
from shadow_app.usecases.report_parts import Names, capitalised, estimate, pain_key, stands_at
from shadow_app.usecases.report_promises import Answered, Promises, decisions

MOST_WORKS = 6
ONE_OF_YOU = mark("one of you")


@dataclass(frozen=True)
class _Scene:
    """Everything that the page is made from."""

    read: Reader
    site: Site
    today: date
    names: Names
    everyday: Everyday
    heard: HeardNotes
    promises: Promises
    decisions: Mapping[UUID, Decision]
    updates: Sequence[Update]
    rows: Mapping[PainKey, Sequence[Tally]]

    def plain(self, text: str, pain_point_id: UUID) -> str:
        """A text of ours about a pain point, masked and in everyday words."""
        return self.everyday.spoken(self.heard.masked(text, pain_point_id))


def you_said_report(read: Reader, site_id: UUID) -> YouSaidReport:
    """Gather the page of one site; the tallies are up to date.

    Raises:
        NotFound: there is no such site.
    """
    site = read.get(Site, site_id)
    unit = read.recall(BusinessUnit, site.unit_id)
    made_on = stands_at(read)
    ranked = rank(read, site.unit_id, weights_in_force(read))
    visits = [visit for visit in ranked.visits if visit.site_id == site_id]
    scene = _scene(read, site, made_on.date(), visits)
    costs = costs_at(ranked.costs, scene.rows, site_id)
    drawn = draws(costs, SEED)
    spreads = drawn.pains if drawn else {}
    pains = [pain for cost in costs for pain in cost.pains if pain.pain_point_id is not None]
    pains.sort(key=lambda pain: (-round(pain.hours, 6), -pain.wlh, str(pain.pain_point_id)))
    points = [read.get(PainPoint, pain.pain_point_id) for pain in pains if pain.pain_point_id]
    said = tuple(
        _said(scene, pain, point, spreads.get(pain_key(pain))) for pain, point in zip(pains, points, strict=True)
    )
    others = scene.promises.others(site_id, [point.id for point in points])
    return YouSaidReport(
        id=link_id("you said", site_id),
        made_on=made_on,
        organisation=read.recall(Organisation, unit.organisation_id).name,
        unit=unit.name,
        site=site.name,
        visits=len(visits),
        hours=sum(visit.exposure_hours for visit in visits),
        since=min((visit.local_start.date() for visit in visits), default=None),
        until=max((visit.local_start.date() for visit in visits), default=None),
        headline=_headline(said, others, site.name, len(visits)),
        thanks=_thanks(site) if visits else "",
        said=said,
        promises=others,
        works=_works(scene, visits),
        talk_to=_talk_to(points, scene.today),
        last_told=max((each.told_on for each in scene.updates), default=None),
        unsorted=round(sum(row.notes for (_, point), rows in scene.rows.items() if point is None for row in rows)),
        unreviewed=_unreviewed(scene, pains),
        trade_words=trade_words(_our_words(said, [each.text for each in others])),
        month_only=any(scene.names.cells.small(site_id, visit.role_id) for visit in visits),
    )


def _thanks(site: Site) -> str:
    return say("To everybody at {name} who let us watch, ask and get in the way: thank you.", name=site.name)


def _scene(read: Reader, site: Site, today: date, visits: Sequence[Visit]) -> _Scene:
    names, mask = Names(read), Mask(read)
    everyday = Everyday(names.services.values())
    return _Scene(
        read=read,
        site=site,
        today=today,
        names=names,
        everyday=everyday,
        heard=HeardNotes(read, names, mask, visits),
        promises=Promises(read, mask, today, everyday.spoken),
        decisions=decisions(read),
        updates=read.where(Update, "told_on", site_id=site.id),
        rows=rows_by_pain(row for row in tallies(read, site.unit_id) if row.site_id == site.id),
    )


def _said(scene: _Scene, pain: PainCost, point: PainPoint, spread: Spread | None) -> Said:
    rows = scene.rows[pain_key(pain)]
    behind = scene.heard.behind(pain_key(pain), rows)
    voice = next((each for each in behind if each.quote), None)
    answered = Answered(
        point,
        scene.decisions.get(point.id),
        scene.promises.about(point.id, [scene.site.id]),
        scene.heard.last_seen(rows),
    )
    before, after = _minutes(scene, point.id)
    became = answered.became
    decision = answered.decision
    reason = point.closed_why if became is Became.DONE else decision.reason if decision else ""
    return Said(
        words=capitalised(scene.plain(point.title, point.id)),
        hours=estimate(pain.hours, spread),
        evidence=marks_of(rows),
        became=became,
        quote=voice.quote if voice else "",
        quote_by=_by(voice) if voice else "",
        consequence=next((scene.everyday.spoken(each.consequence) for each in behind if each.consequence), ""),
        stake=scene.plain(point.value_at_stake, point.id),
        minutes_known=not pain.minutes_unknown or pain.hours > 0,
        reason=scene.plain(reason, point.id),
        until=decision.review_on if decision else None,
        closed_on=answered.done_on,
        promises=answered.promises,
        minutes_before=before,
        minutes_after=after,
        told_on=max((each.told_on for each in scene.updates if each.pain_point_id == point.id), default=None),
        pain_point_id=point.id,
        note_ids=tuple(each.note.id for each in behind),
    )


def _by(heard: Heard) -> str:
    """Never the pseudonym: at the site itself "Driver 2" may be known to everybody."""
    return say(ONE_OF_YOU) if heard.who.month_only else lowered(heard.who.who)


def _minutes(scene: _Scene, pain_point_id: UUID) -> tuple[float | None, float | None]:
    """Minutes per occurrence before and after the last change: as measured, else as noted here on both sides."""
    changes = scene.read.where(FollowUp, "changed_on", pain_point_id=pain_point_id)
    if not changes:
        return None, None
    last = changes[-1]
    days = [day for day in stratum_days(scene.read, pain_point_id) if day.site_id == scene.site.id]
    noted = [_mean([day for day in days if is_after(day, last) is after]) for after in (False, True)]
    before, after = (
        known if known is not None else seen
        for known, seen in zip((last.minutes_before, last.minutes_after), noted, strict=True)
    )
    return (before, after) if before is not None and after is not None else (None, None)


def _mean(days: Sequence[StratumDay]) -> float | None:
    count = sum(day.timed_count for day in days)
    return sum(day.minutes for day in days) / count if count > 0 else None


def _headline(said: Sequence[Said], others: Sequence[Given], site: str, visits: int) -> str:
    if not visits:
        return say("We have not been to {site} yet.", site=site)
    if not said:
        return say("We have been to {site}; what we saw there is not sorted yet.", site=site)
    left = [each for each in said if each.became is not Became.DONE]
    hours = sum(each.hours.value for each in left)
    done = len(said) - len(left)
    ours = sum(each.became is Became.PROMISED for each in left)
    wanted = sum(each.became is Became.DECIDED for each in left)
    cost = (
        say(
            " that {things:!|takes|take} about {hours:|hour|hours} of your time a year",
            things=len(said),
            hours=amounts.hours(amounts.about(hours)),
        )
        if hours >= 1
        else ""
    )
    became = [say("{done} {n:!|is|are} done", n=done, done=number(done))] if done else []
    became += [say("{ours} {n:!|is|are} promised", n=ours, ours=number(ours))] if ours else []
    if wanted:
        became.append(say("{wanted} {n:!|is|are} decided on", n=wanted, wanted=number(wanted)))
    more = sum(each.state is CommitmentState.OPEN for each in others)
    answer = f"{sequence(became)}." if became else say("We have not promised anything about it yet.")
    if more and not became:
        answer = say("We have promised you {more} {n:!|thing|things}.", n=more, more=number(more))
    return say(
        "You showed us {things} {n:!|thing|things}{cost}. {answer}",
        n=len(said),
        things=number(len(said)),
        cost=cost,
        answer=capitalised(answer),
    )


def _works(scene: _Scene, visits: Sequence[Visit]) -> tuple[str, ...]:
    newest = sorted(visits, key=lambda visit: visit.starts_at, reverse=True)[:MOST_WORKS]
    praised = [each for visit in newest for each in works_well(scene.heard.of_visit(visit.id))]
    return tuple(dict.fromkeys(capitalised(scene.everyday.spoken(each.text)) for each in praised))[:MOST_WORKS]


def _talk_to(points: Sequence[PainPoint], today: date) -> tuple[TalkTo, ...]:
    """The people who talk to the business about these things, the dearest thing's first."""
    found: dict[str, date | None] = {}
    for point in points:
        if point.engagement_owner:
            due = point.next_contact_on if point.next_contact_on and point.next_contact_on >= today else None
            known = found.get(point.engagement_owner)
            found[point.engagement_owner] = min(filter(None, (known, due)), default=None)
    return tuple(TalkTo(name, next_on) for name, next_on in found.items())


def _unreviewed(scene: _Scene, pains: Sequence[PainCost]) -> int:
    behind = (each for pain in pains for each in scene.heard.behind(pain_key(pain), scene.rows[pain_key(pain)]))
    return len({each.note.id for each in behind if not each.reviewed})


def _our_words(said: Sequence[Said], others: Sequence[str]) -> list[str]:
    texts = [*others]
    for each in said:
        texts += [each.words, each.reason, each.stake, *(given.text for given in each.promises)]
        texts += [given.outcome for given in each.promises]
    return texts
