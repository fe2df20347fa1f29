"""Back within a day: name what is unnamed, read it back, promise, thank."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReviewState, VisitState
from shadow_app.insight.quick_entry import Chip, Lexicon, ServiceRef, parse
from shadow_app.storage import listings
from shadow_app.storage.store import Store
from shadow_app.usecases.drafting import tags, with_accepted
from shadow_app.usecases.withdrawal import titles_resting_on


class Closed(NamedTuple):
    """A debriefed visit, and how many of its notes were handed in with it."""

    visit: Visit
    handed_in: int


class Debriefing:
    """The verbs of the Debrief page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self, visit_id: UUID) -> list[TimelineNote]:
        """Notes that still need a person: something understood and not accepted, a word that names several services
        or none, or lost time without a service. In that order, each by time.
        """
        with self._store.reading() as read:
            shown = listings.timeline(read, visit_id)
        return sorted((each for each in shown if _need(each) is not None), key=lambda each: _need(each) or 0)

    def settle_offers(self, note_id: UUID, keys: Collection[str], lexicon: Lexicon) -> Observation:
        """Take the offered chips with these keys, decline the rest.

        A field that somebody has filled in since is left as it is.
        """
        with self._store.work("Offers settled") as work:
            note = work.get(Observation, note_id)
            entry = parse(note.line, lexicon, accepted=frozenset(keys))
            settled = with_accepted(note, entry, keys)
            work.put(settled)
            for tag in tags(settled, entry.service_ids):
                work.put(tag)
            work.commit()
        return settled

    def decline(self, note_id: UUID) -> Observation:
        """None of what was offered holds, and words that name nothing known are words like any other."""
        with self._store.work("Offers declined") as work:
            note = work.get(Observation, note_id).edited(offers_open=False, unresolved_tags=())
            work.put(note)
            work.commit()
        return note

    def name_service(self, note_id: UUID, service_id: UUID, lexicon: Lexicon) -> Observation:
        """The note is about this service, which also answers the words that were not clear.

        Answered are the `#words` that may mean the service; if none may, the first that means nothing known. An offer
        of the same service is answered, too, so that nobody is asked twice.
        """
        with self._store.work("Service named") as work:
            note = work.get(Observation, note_id)
            work.get(Service, service_id)
            for tag in tags(note, (service_id,)):
                work.put(tag)
            settled = note.edited(
                unresolved_tags=_left_open(note.unresolved_tags, service_id, lexicon),
                offers_open=note.offers_open and bool(offers_left(note.line, (service_id,), lexicon)),
            )
            work.put(settled)
            work.commit()
        return settled

    def not_counted(self, note_id: UUID) -> Observation:
        """A hazard, or anything else that belongs to another channel: kept, never counted, never asked about."""
        with self._store.work("Kept, not counted") as work:
            note = work.get(Observation, note_id).edited(not_scored=True, offers_open=False, unresolved_tags=())
            work.put(note)
            work.commit()
        return note

    def would_void(self, visit_id: UUID) -> list[str]:
        """The titles of released reports that lose their content when a note of the visit is withdrawn."""
        with self._store.reading() as read:
            return titles_resting_on(read, visit_id)

    def rate(
        self, visit_id: UUID, respondent: str, service_id: UUID, importance: int | None, satisfaction: int | None
    ) -> None:
        """One respondent's importance and satisfaction, 1 to 10, for one service.

        Raises:
            NotFound: there is no such visit or service.
            pydantic.ValidationError: nobody is named, or a grade is none.
        """
        stated = StatedImportance(
            id=link_id(visit_id, respondent, service_id),
            visit_id=visit_id,
            respondent=respondent,
            service_id=service_id,
            importance=importance,
            satisfaction=satisfaction,
        )
        with self._store.work("Importance noted") as work:
            work.get(Visit, visit_id)
            work.recall(Service, service_id)
            work.put(stated)
            work.commit()

    def ratings(self, visit_id: UUID) -> list[StatedImportance]:
        """What was answered on one visit."""
        with self._store.reading() as read:
            return read.where(StatedImportance, visit_id=visit_id)

    def promise(self, commitment: Commitment) -> Commitment:
        """Promise something, or change a promise."""
        with self._store.work("Promise noted") as work:
            work.put(commitment)
            work.commit()
        return commitment

    def take_back_promise(self, commitment_id: UUID) -> None:
        """Strike a promise that was never meant; one that was given and not kept is dropped instead."""
        with self._store.work("Promise struck") as work:
            work.remove(work.get(Commitment, commitment_id))
            work.commit()

    def promises(self, visit_id: UUID) -> list[Commitment]:
        """What was promised on one visit."""
        with self._store.reading() as read:
            return read.where(Commitment, visit_id=visit_id)

    def describe(self, visit_id: UUID, **fields: Any) -> Visit:
        """Headline, summary, learning note, typicality and the like."""
        with self._store.work("Debrief noted") as work:
            visit = work.get(Visit, visit_id).edited(**fields)
            work.put(visit)
            work.commit()
        return visit

    def thank(self, visit_id: UUID, on: date) -> Visit:
        """The host was thanked."""
        return self.describe(visit_id, thanked_on=on)

    def close(self, visit_id: UUID) -> Closed:
        """The debrief is done: the visit goes to review, and its drafts are handed in: their author is done, too."""
        with self._store.work("Debrief done") as work:
            visit = work.get(Visit, visit_id).edited(state=VisitState.REVIEWED)
            work.put(visit)
            drafts = work.where(Observation, visit_id=visit_id, state=ReviewState.DRAFT)
            for note in drafts:
                work.put(note.edited(state=ReviewState.READY))
            work.commit()
        return Closed(visit, len(drafts))


def offers_left(line: str, service_ids: Collection[UUID], lexicon: Lexicon) -> list[Chip]:
    """What a line offers beyond the services that the note names already."""
    return [chip for chip in parse(line, lexicon).offered if not _may_mean(chip.value, service_ids)]


def _may_mean(value: object, service_ids: Collection[UUID]) -> bool:
    return isinstance(value, ServiceRef) and not set(service_ids).isdisjoint(value.matches)


def _need(shown: TimelineNote) -> int | None:
    note = shown.note
    if note.offers_open:
        return 0
    if note.unresolved_tags:
        return 1
    if note.kind.costs_time and not shown.service_ids and not note.not_scored:
        return 2
    return None


def _left_open(unresolved: tuple[str, ...], service_id: UUID, lexicon: Lexicon) -> tuple[str, ...]:
    meanings = {tag: lexicon.service(tag[1:]).matches for tag in unresolved if tag.startswith("#")}
    answered = {tag for tag, matches in meanings.items() if service_id in matches}
    if not answered:
        answered = set([tag for tag, matches in meanings.items() if not matches][:1])
    return tuple(tag for tag in unresolved if tag not in answered)
