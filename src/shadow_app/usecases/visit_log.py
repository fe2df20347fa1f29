"""The pseudonymised log of a visit, and what the service desk should know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shadow_app.domain.decision import Commitment
from shadow_app.domain.language import lowered, mark, say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ConsentSubject, Kind, MinutesSource, RatePer
from shadow_app.insight.draws import PainKey
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports.immersion import Briefing, LogChapter, LogEntry
from shadow_app.reports.parts import Photo
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.usecases.report_parts import pain_key
from shadow_app.usecases.visit_scene import VisitScene


def log_chapter(read: Reader, scene: VisitScene) -> LogChapter:
    """Every note of a visit, masked. Quotes and photos only where the host has agreed and not taken it back."""
    title = f"{scene.site.name}, {lowered(scene.shown.who)}"
    entries = tuple(log_entry(read, scene, each) for each in scene.notes)
    return LogChapter(title, entries, month_only=scene.small_cell)


def log_entry(
    read: Reader, scene: VisitScene, shown: TimelineNote, *, ref: str = "", with_pictures: bool = True
) -> LogEntry:
    """One note. `ref` is what other pages of the report call it by."""
    note, with_quotes = shown.note, scene.agreed(ConsentSubject.QUOTES)
    facts = _facts(note)
    return LogEntry(
        at=note.local_time,
        kind=note.kind,
        text=scene.text(shown),
        by=scene.role_of(shown),
        services=shown.services,
        meta=(say("note {ref}", ref=ref), *facts) if ref else facts,
        evidence=note.evidence,
        quote=scene.masked(note.quote) if with_quotes and note.quote not in note.text else "",
        consequence=scene.about(note.consequence, shown),
        interpretation=scene.about(note.interpretation, shown),
        surprise=note.surprise,
        untimed=note.role_id is not None and scene.names.cells.shown(scene.visit.site_id, note.role_id).month_only,
        photos=_photos(read, scene, shown) if with_pictures and scene.agreed(ConsentSubject.PHOTOS) else (),
    )


def briefings(
    scene: VisitScene, pains: Sequence[PainCost], titles: Mapping[PainKey, str], promises: Sequence[Commitment]
) -> tuple[Briefing, ...]:
    """Pain, how people get by meanwhile, and what was promised about it: another pain's promise would mislead."""
    return tuple(
        Briefing(
            pain=titles[pain_key(pain)],
            service=scene.names.service(pain.service_id),
            site=scene.site.name,
            workaround=_workaround(scene, pain),
            promised="; ".join(
                scene.masked(each.text)
                for each in promises
                if each.pain_point_id is not None and each.pain_point_id == pain.pain_point_id
            ),
        )
        for pain in pains
    )


def _workaround(scene: VisitScene, pain: PainCost) -> str:
    return next(
        (scene.text(each) for each in scene.notes if each.note.kind is Kind.WORKAROUND and _is_about(each, pain)),
        "",
    )


def _is_about(shown: TimelineNote, pain: PainCost) -> bool:
    """Whether a note belongs to the pain itself, or to its service and to no other pain."""
    if shown.pain_point_ids:
        return pain.pain_point_id in shown.pain_point_ids
    return pain.service_id in shown.service_ids


_AS_TOLD = {
    RatePer.HOUR: mark("{rate:g} an hour, as told"),
    RatePer.DAY: mark("{rate:g} a day, as told"),
    RatePer.WEEK: mark("{rate:g} a week, as told"),
    RatePer.MONTH: mark("{rate:g} a month, as told"),
}


def _facts(note: Observation) -> tuple[str, ...]:
    facts = []
    if note.lost_minutes is not None:
        facts.append(
            say("{lost_minutes:g} min timed", lost_minutes=note.lost_minutes)
            if note.minutes_source is MinutesSource.TIMED
            else say("{lost_minutes:g} min", lost_minutes=note.lost_minutes)
        )
    if note.count > 1:
        facts.append(say("seen {count:|time|times}", count=note.count))
    if note.rate is not None and note.rate_per is not None:
        facts.append(say(_AS_TOLD[note.rate_per], rate=note.rate))
    if note.people_stopped is not None:
        facts.append(say("{people_stopped:|person|people} stopped", people_stopped=note.people_stopped))
    if note.business_damage is not None:
        facts.append(say("damage {value} of 4", value=note.business_damage.value))
    return tuple(facts)


def _photos(read: Reader, scene: VisitScene, shown: TimelineNote) -> tuple[Photo, ...]:
    found = ((picture, listings.picture_bytes(read, picture.sha256)) for picture in shown.pictures)
    return tuple(Photo(data, scene.masked(picture.caption)) for picture, data in found if data is not None)
