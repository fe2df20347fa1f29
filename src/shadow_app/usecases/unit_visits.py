"""One pass over the visits of a unit, or of all: what may be printed of them, and in whose words (`domain.md` §2.4).

Figures count every note that the score counts; words are printed only of notes that a lead has accepted. Every visit
is read once, so the work grows with the notes and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from shadow_app.domain.language import lowered, say
from shadow_app.domain.listing import TimelineNote, VisitCard
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import Organisation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Host
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import Kind, ReviewState, VisitState
from shadow_app.insight.draws import PainKey
from shadow_app.insight.ranking_gap import ranking_gap
from shadow_app.reports.immersion import GoodThing, LogChapter, LogEntry
from shadow_app.reports.unit import Heard, VisitMade
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.usecases.agreed import agreed
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.report_parts import Names, capitalised
from shadow_app.usecases.visit_log import log_entry
from shadow_app.usecases.visit_scene import VisitScene, printable, spent

MADE = (VisitState.LIVE, VisitState.DEBRIEF, VisitState.REVIEWED)
HEARD = 8
"""Sentences of one kind that a reader gets before the annex."""

EVERY = 10_000_000
"""Visits at most: one row each, however many notes they have."""

_NOTHING_RANKED = ranking_gap((), (), (), ())


@dataclass
class Words:
    """What accepted notes say of one pain point; `entries` and `notes` only where somebody asked for them."""

    quote: str = ""
    quote_by: str = ""
    consequence: str = ""
    sources: list[str] = field(default_factory=list)
    entries: list[LogEntry] = field(default_factory=list)
    notes: list[Observation] = field(default_factory=list)
    best: dict[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Gathered:
    """Everything that one pass found."""

    visits: tuple[VisitMade, ...]
    log: tuple[LogChapter, ...]
    words: Mapping[PainKey, Words]
    works: Heard
    surprises: Heard
    learnt: tuple[str, ...]
    reasons: tuple[str, ...]
    """Why people did not call the desk, the most frequent first."""
    unaccepted: int
    """Notes that count in the figures and are not accepted yet."""


def gather(
    read: Reader,
    names: Names,
    mask: Mask,
    unit_id: UUID | None = None,
    *,
    wanted: Collection[PainKey] = (),
    with_log: bool = True,
) -> Gathered:
    """Read every visit that has taken place.

    Args:
        read: a consistent view of the store.
        names: of services, sites and roles.
        mask: what every word goes through.
        unit_id: None for all units.
        wanted: pain points whose notes are kept one by one.
        with_log: whether the log of every visit is kept.
    """
    passing = _Pass(read, frozenset(wanted), with_log=with_log)
    for number, scene in enumerate(_scenes(read, names, mask, unit_id), 1):
        passing.visit(f"V{number}", scene)
    return passing.found()


def _scenes(read: Reader, names: Names, mask: Mask, unit_id: UUID | None) -> Iterator[VisitScene]:
    """The visits with their notes, one at a time."""
    firms = {firm.id: firm for firm in read.where(Organisation, removed=True)}
    hosts = {host.visit_id: host for host in reversed(read.where(Host))}
    said: dict[UUID, list[ConsentRecord]] = defaultdict(list)
    for consent in read.where(ConsentRecord):
        said[consent.visit_id].append(consent)
    cards = listings.visit_cards(read, MADE, unit_id=unit_id, limit=EVERY)
    for card in sorted(cards, key=lambda each: _told_order(each, names)):
        shown = names.cells.shown(card.visit.site_id, card.visit.role_id)
        host, given = hosts.get(card.visit.id), agreed(said[card.visit.id])
        yield VisitScene(
            card=card,
            site=names.sites[card.visit.site_id],
            role=names.roles[card.visit.role_id],
            firm=firms[card.organisation_id],
            notes=tuple(printable(read, card.visit.id, given)),
            costs=(),
            gap=_NOTHING_RANKED,
            names=names,
            mask=mask,
            consents=given,
            pseudonym=host.pseudonym if host and not shown.month_only else shown.who,
            shown=shown,
        )


def _told_order(card: VisitCard, names: Names) -> tuple[int, int, str, str, int, UUID]:
    """By month first and by the day only where the day may be told: the order must not give a hidden day away."""
    shown, start = names.cells.shown(card.visit.site_id, card.visit.role_id), card.visit.local_start
    day = 0 if shown.month_only else start.day
    return start.year, start.month, card.site, shown.who, day, card.visit.id


class _Pass:
    """Collects while visit after visit goes by."""

    def __init__(self, read: Reader, wanted: frozenset[PainKey], *, with_log: bool) -> None:
        self._read, self._wanted, self._with_log = read, wanted, with_log
        self._visits: list[VisitMade] = []
        self._log: list[LogChapter] = []
        self._words: dict[PainKey, Words] = defaultdict(Words)
        self._works: deque[GoodThing] = deque(maxlen=HEARD)
        self._surprises: deque[GoodThing] = deque(maxlen=HEARD)
        self._learnt: list[str] = []
        self._reasons: Counter[str] = Counter()
        self._counts = [0, 0, 0]
        self._services = {each.id: each.service_id for each in read.where(PainPoint)}
        self._primary: dict[UUID, set[UUID]] = defaultdict(set)
        for each in read.where(ServiceTag, primary=True):
            self._primary[each.observation_id].add(each.service_id)

    def visit(self, ref: str, scene: VisitScene) -> None:
        accepted = [each for each in scene.notes if each.note.state is ReviewState.ACCEPTED]
        self._visits.append(_made(ref, scene, len(accepted)))
        self._counts[2] += sum(each.note.kind.costs_time and _unread(each) for each in scene.notes)
        entries = []
        for number, each in enumerate(accepted, 1):
            note_ref = f"{ref}-{number}"
            keys = self._keys(each)
            asked = [key for key in keys if key in self._wanted]
            if self._with_log or asked:
                entry = log_entry(self._read, scene, each, ref=note_ref, with_pictures=False)
                entries.append(entry)
                for key in asked:
                    self._words[key].entries.append(entry)
                    self._words[key].notes.append(each.note)
            self._heard(scene, each, note_ref)
            for key in keys:
                self._quote(key, scene, each, note_ref)
        if self._with_log and entries:
            title = f"{ref} · {scene.site.name}, {lowered(scene.shown.who)}"
            self._log.append(LogChapter(title, tuple(entries), month_only=scene.small_cell))
        if scene.visit.learning.strip():
            self._learnt.append(scene.masked(scene.visit.learning.strip()))

    def _keys(self, shown: TimelineNote) -> list[PainKey]:
        """Under which pain points the score counts the note (`storage/tallies.py`); none of what it does not count."""
        if shown.note.not_scored or not shown.note.kind.costs_time:
            return []
        grouped = [(self._services[each], each) for each in shown.pain_point_ids if each in self._services]
        if grouped:
            return [*grouped]
        primary = self._primary.get(shown.note.id, set())
        return [(service_id, None) for service_id in shown.service_ids if not primary or service_id in primary]

    def _heard(self, scene: VisitScene, shown: TimelineNote, ref: str) -> None:
        if shown.note.reported_to_desk is False and shown.note.why_not_reported.strip():
            self._reasons[scene.masked(shown.note.why_not_reported.strip())] += shown.note.count
        kinds = ((0, self._works, shown.note.kind is Kind.POSITIVE), (1, self._surprises, shown.note.surprise))
        for index, kept, wanted in kinds:
            if wanted:
                by = say("{role_of}, {name} · note {ref}", role_of=scene.role_of(shown), name=scene.site.name, ref=ref)
                kept.append(GoodThing(capitalised(scene.text(shown)), ", ".join(shown.services), by))
                self._counts[index] += 1

    def _quote(self, key: PainKey, scene: VisitScene, shown: TimelineNote, ref: str) -> None:
        words = self._words[key]
        words.sources.append(ref)
        weight = float(shown.note.business_damage or 0), spent(shown)
        quote = scene.quote(shown)
        if quote and weight > words.best.get("quote", (-1.0, 0.0)):
            words.best["quote"], words.quote = weight, quote
            words.quote_by = f"{scene.role_of(shown)}, {scene.site.name}"
        if shown.note.consequence and weight > words.best.get("consequence", (-1.0, 0.0)):
            words.best["consequence"], words.consequence = weight, scene.about(shown.note.consequence, shown)

    def found(self) -> Gathered:
        works, surprises, unaccepted = self._counts
        return Gathered(
            visits=tuple(self._visits),
            log=tuple(self._log),
            words=self._words,
            works=Heard(tuple(reversed(self._works)), works),
            surprises=Heard(tuple(reversed(self._surprises)), surprises),
            learnt=tuple(self._learnt),
            reasons=tuple(words for words, _ in self._reasons.most_common()),
            unaccepted=unaccepted,
        )


def _made(ref: str, scene: VisitScene, accepted: int) -> VisitMade:
    visit = scene.visit
    return VisitMade(
        ref=ref,
        site=scene.site.name,
        who=scene.shown.who,
        on=visit.local_start.date().replace(day=1) if scene.small_cell else visit.local_start.date(),
        hours=visit.exposure_hours,
        notes=len(scene.notes),
        accepted=accepted,
        typicality=visit.typicality,
        host_selection=visit.host_selection,
        release=scene.masked(visit.release_ref),
        month_only=scene.small_cell,
    )


def _unread(shown: TimelineNote) -> bool:
    return shown.note.state is not ReviewState.ACCEPTED and not shown.note.not_scored
