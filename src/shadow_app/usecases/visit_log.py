"""The pseudonymised log of a visit, and what the service desk should know of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import ConsentSubject, Kind, MinutesSource
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
    with_quotes, with_photos = scene.agreed(ConsentSubject.QUOTES), scene.agreed(ConsentSubject.PHOTOS)
    entries = tuple(
        LogEntry(
            at=each.note.local_time,
            kind=each.note.kind,
            text=scene.masked(_text(each.note, with_quotes=with_quotes)),
            by=each.role or scene.pseudonym,
            services=each.services,
            meta=_facts(each.note),
            evidence=each.note.evidence,
            quote=scene.masked(each.note.quote) if with_quotes and each.note.quote not in each.note.text else "",
            consequence=scene.masked(each.note.consequence),
            interpretation=scene.masked(each.note.interpretation),
            surprise=each.note.surprise,
            photos=_photos(read, each) if with_photos else (),
        )
        for each in scene.notes
    )
    title = f"{scene.site.name}, {scene.role.name.lower()}"
    return LogChapter(title, entries, month_only=scene.small_cell)


def briefings(
    scene: VisitScene, pains: Sequence[PainCost], titles: Mapping[PainKey, str], promises: Sequence[Commitment]
) -> tuple[Briefing, ...]:
    """Pain, how people get by meanwhile, and what was promised."""
    promised = "; ".join(scene.masked(each.text) for each in promises)
    return tuple(
        Briefing(
            pain=titles[pain_key(pain)],
            service=scene.names.service(pain.service_id),
            site=scene.site.name,
            workaround=_workaround(scene, pain),
            promised=promised,
        )
        for pain in pains
    )


def _workaround(scene: VisitScene, pain: PainCost) -> str:
    return next(
        (
            scene.masked(each.note.text)
            for each in scene.notes
            if each.note.kind is Kind.WORKAROUND and pain.service_id in each.service_ids
        ),
        "",
    )


def _text(note: Observation, *, with_quotes: bool) -> str:
    """The note without the verbatim words where the host does not want to be quoted."""
    text = note.text
    if not with_quotes:
        for words in filter(None, note.quote.splitlines()):
            text = text.replace(words, "[quote withdrawn]")
    return text


def _facts(note: Observation) -> tuple[str, ...]:
    facts = []
    if note.lost_minutes is not None:
        facts.append(f"{note.lost_minutes:g} min{' timed' if note.minutes_source is MinutesSource.TIMED else ''}")
    if note.count > 1:
        facts.append(f"seen {note.count} times")
    if note.rate is not None and note.rate_per is not None:
        facts.append(f"{note.rate:g} a {note.rate_per.value}, as told")
    if note.people_stopped is not None:
        facts.append(f"{note.people_stopped} people stopped")
    if note.business_damage is not None:
        facts.append(f"damage {note.business_damage.value} of 4")
    return tuple(facts)


def _photos(read: Reader, shown: TimelineNote) -> tuple[Photo, ...]:
    found = ((picture, listings.picture_bytes(read, picture.sha256)) for picture in shown.pictures)
    return tuple(Photo(data, picture.caption) for picture, data in found if data is not None)
