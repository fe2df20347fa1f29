"""Review: from everybody's raw notes to notes that may be counted and printed. Every verb is one action."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from shadow_app.domain import action_names
from shadow_app.domain.action_names import of_many
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.language import say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.released import SavedFilter
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.insight.inbox_card import Counts, InboxCard, Sort
from shadow_app.insight.inbox_query import parse_inbox
from shadow_app.insight.quick_entry import visible
from shadow_app.storage import inbox, listings
from shadow_app.storage.desk_action import desk_work
from shadow_app.storage.history import history_of_note
from shadow_app.storage.inbox_heads import changed_since_accepted
from shadow_app.storage.search import similar_notes
from shadow_app.storage.store import Store
from shadow_app.usecases import review_bulk as bulk
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.grouping import Grouping
from shadow_app.usecases.review_guard import Guard, Guarded
from shadow_app.usecases.review_query import Asked, resolve

ALIKE = 3
_TITLE = 80
PAGE = 64
"""Notes that are read at once: a few screens full."""
FIRST = 32
"""Notes of the first page, which is there before anybody can scroll: two screens full."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A card of the inbox with what the privacy guard marks in it."""

    card: InboxCard
    guarded: Guarded
    changed: bool
    """Accepted, but in other words than it has now."""

    @property
    def note(self) -> Observation:
        """The note itself."""
        return self.card.shown.note


class Reviewing:
    """The verbs of the Review page. Looking belongs to the reading thread, everything else to the writing one."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._grouping = Grouping(store)
        self._guard = Guard(store)

    def understand(self, line: str) -> Asked:
        """What a search line asks for, with a sentence for everything in it that cannot be asked."""
        with self._store.reading() as read:
            return resolve(read, parse_inbox(line))

    def first_page(self, asked: Asked, sort: Sort = Sort.NEEDS) -> list[Reviewed]:
        """The first cards, before all notes are known; none where only `inbox` can tell which they are."""
        if asked.personal:
            return []
        with self._store.reading() as read:
            rows = inbox.first_rows(read, asked.wanted, sort, FIRST)
        return self.page(rows)

    def inbox(self, asked: Asked, sort: Sort = Sort.NEEDS, keep_going: Callable[[], bool] = lambda: True) -> array[int]:
        """The row numbers of every note that is asked for, in order.

        `is:unguarded` reads the words of all notes that fit otherwise, and asks `keep_going` once a page.
        """
        with self._store.reading() as read:
            rows = inbox.all_rows(read, asked.wanted, sort)
        return self._personal(rows, keep_going) if asked.personal else rows

    def page(self, rows: Sequence[int]) -> list[Reviewed]:
        """The cards of these rows, in this order; what is gone is left out."""
        with self._store.reading() as read:
            cards = inbox.cards(read, rows)
            notes = [card.shown.note for card in cards]
            marked = self._guard.look(read, notes)
            accepted = [note.id for note in notes if note.state is ReviewState.ACCEPTED]
            changed = changed_since_accepted(read, accepted) if accepted else set()
        return [Reviewed(card, marked[card.shown.note.id], card.shown.note.id in changed) for card in cards]

    def counts(self, asked: Asked, keep_going: Callable[[], bool] = lambda: True) -> Counts:
        """How many notes the inbox would show in each state, unclear, without a service, and in all.

        `is:unguarded` reads words here as in `inbox`.
        """
        with self._store.reading() as read:
            found = inbox.counts(read, asked.wanted)
            if not asked.personal:
                return found
            rows = inbox.all_rows(read, inbox.in_any_state(asked.wanted), Sort.NEEDS)
        personal = self._personal(rows, keep_going)
        with self._store.reading() as read:
            return replace(found, by_state=inbox.states_of(read, personal))

    def one(self, note_id: UUID) -> Reviewed:
        """One note.

        Raises:
            NotFound: it is not there any more.
        """
        with self._store.reading() as read:
            rows = inbox.row_of(read, note_id)
        found = self.page(rows)
        if not found:
            raise NotFound(say("This note is not there any more; search again."))
        return found[0]

    def ids(self, rows: Sequence[int]) -> list[UUID]:
        """The notes behind row numbers, in their order."""
        with self._store.reading() as read:
            return list(inbox.ids_of(read, rows).values())

    def similar(self, note_id: UUID) -> list[TimelineNote]:
        """Up to three notes that share this one's rarest words; nothing is ever merged by itself."""
        with self._store.reading() as read:
            found = listings.notes_by_id(read, (note_id,))
            if not found:
                return []
            own = listings.rows_of(read, (note_id,))
            alike = similar_notes(read, found[0].note.text, found[0].service_ids, own, ALIKE)
            return listings.notes_by_row(read, alike)

    def history(self, note_id: UUID) -> list[HistoryLine]:
        """Who changed which field of a note, when, from what to what."""
        with self._store.reading() as read:
            return history_of_note(read, note_id)

    def tag(self, note_ids: Iterable[UUID], service_id: UUID) -> int:
        """These notes are about a service; returns how many were not yet.

        Raises:
            NotFound: the service, or every note, is gone.
        """
        return self._do(note_ids, bulk.tagging(service_id), partial(of_many, "tagged"))

    def untag(self, note_ids: Iterable[UUID], service_id: UUID) -> int:
        """These notes are not about a service after all."""
        return self._do(note_ids, bulk.untagging(service_id), partial(of_many, "untagged"))

    def set_kind(self, note_ids: Iterable[UUID], kind: Kind) -> int:
        """These notes are of a kind."""
        return self._do(note_ids, bulk.turning_into(kind), partial(of_many, "turned"))

    def set_state(self, note_ids: Iterable[UUID], state: ReviewState, note: str = "") -> int:
        """These notes are in a state; returns how many were not. Accepting looks at their present words.

        Args:
            note_ids: the notes.
            state: Draft and Ready are the author's to say, the others the lead's.
            note: the question, or why they are set aside; other states ask for none.

        Raises:
            Refused: the state asks for a note and there is none.
        """
        reason = bulk.reason_for(state, note)
        return self._do(note_ids, bulk.putting_in(state, reason), partial(of_many, state.value))

    def ask(self, note_ids: Iterable[UUID], question: str) -> int:
        """Ask the authors of these notes something; they see it on Today."""
        return self.set_state(note_ids, ReviewState.HAS_QUESTIONS, question)

    def answer(self, note_id: UUID, words: str) -> Observation:
        """The author answers, and the note is ready again.

        Raises:
            Refused: there is no question, or no answer.
        """
        answer = bulk.reason_for(ReviewState.READY, words)
        if not answer:
            raise Refused(say("There is no answer yet; write one, or leave the question open."))
        with desk_work(self._store, "Question answered by the author") as work:
            note = work.get(Observation, note_id)
            if note.state is not ReviewState.HAS_QUESTIONS:
                raise Refused(say("The question was answered or taken back meanwhile; there is nothing to do."))
            answered = note.edited(state=ReviewState.READY, state_answer=answer)
            work.put(answered)
            work.commit()
        return answered

    def mask(self, note_ids: Iterable[UUID]) -> int:
        """Put pseudonyms and words in brackets where the guard marks something; returns how many notes it changed."""
        return self._do(note_ids, bulk.masking(self._guard), partial(of_many, "masked"))

    def group(self, note_ids: Iterable[UUID], pain_point_id: UUID) -> None:
        """These notes have this cause."""
        self._grouping.add(pain_point_id, list(note_ids))

    def group_new(self, note_ids: Iterable[UUID], service_id: UUID, title: str) -> PainPoint:
        """These notes have one cause that has no name yet."""
        return self._grouping.make(service_id, title, list(note_ids))

    def same_cause(self, note_id: UUID, other_id: UUID) -> PainPoint:
        """Put a note and the one it looks like in one pain point: theirs, if one has any, else a new one.

        Raises:
            Refused: neither names a service, so there is nothing to put it under.
        """
        with self._store.maintaining() as read:
            both = listings.notes_by_id(read, (other_id, note_id))
            if len(both) < 2:
                raise NotFound(say("One of the two notes is not there any more; search again."))
            known = [read.find(PainPoint, each) for shown in both for each in shown.pain_point_ids]
            there = next((each for each in known if each is not None and not each.removed), None)
            services = [each for shown in both for each in shown.service_ids]
            shared = next((each for each in services if services.count(each) > 1), None)
            first = both[0].note
            title = _short(self._guard.mask(read, {first.visit_id})(first.text, first.visit_id))
            if there is None and services:
                same = read.where(PainPoint, service_id=shared or services[0])
                there = next((each for each in same if each.title.casefold() == title.casefold()), None)
        if there is not None:
            self._grouping.add(there.id, (other_id, note_id))
            return there
        if not services:
            raise Refused(say("Name the service of one of the two notes first; a pain point stands under a service."))
        return self._grouping.make(shared or services[0], title, (other_id, note_id))

    def same_as(self, note_id: UUID, other_id: UUID) -> int:
        """Set a note aside as the same thing noted twice.

        Raises:
            Refused: it is the same note.
            NotFound: one of the two is not there any more.
        """
        if note_id == other_id:
            raise Refused(say("A note is not the same as itself; choose the other one."))
        with self._store.maintaining() as read:
            other = read.get(Observation, other_id)
        # Not its words: they would stay here when the visit that they belong to is erased.
        reason = say(
            "Same as the note of {day}, {clock}",
            day=day_in_words(other.local_time.date()),
            clock=f"{other.local_time:%H:%M}",
        )
        return self.set_state((note_id,), ReviewState.SET_ASIDE, reason)

    def filters(self) -> list[SavedFilter]:
        """The searches that somebody wanted again, by name."""
        with self._store.reading() as read:
            return sorted(read.where(SavedFilter), key=lambda each: each.name.casefold())

    def keep_filter(self, name: str, words: str, sort: Sort = Sort.NEEDS) -> SavedFilter:
        """Keep a search under a name; one of the same name is replaced.

        Raises:
            Refused: it has no name, or there is nothing to keep.
        """
        # Odd characters become longer marks, and it is these that have to fit.
        named, line = " ".join(visible(name).split())[:200], visible(words.strip())
        if not named:
            raise Refused(say("A search that is kept needs a name; say in a word or two what it finds."))
        if len(line) > bulk.LONGEST_REASON:
            raise Refused(
                say("A search of {line:,|character|characters} is too long to keep; shorten it.", line=len(line))
            )
        kept = SavedFilter(id=link_id("filter", named.casefold()), name=named, words=line, sort=sort.value)
        with desk_work(self._store, action_names.SEARCH_KEPT.format(name=_short(named))) as work:
            work.put(kept)
            work.commit()
        return kept

    def drop_filter(self, filter_id: UUID) -> None:
        """Nobody wants this search any more."""
        with desk_work(self._store, "Kept search dropped") as work:
            work.remove(work.get(SavedFilter, filter_id))
            work.commit()

    def services(self) -> list[Service]:
        """What a note may be tagged with, by name."""
        with self._store.reading() as read:
            return read.where(Service, "name")

    def _do(self, note_ids: Iterable[UUID], make: bulk.Make, label: Callable[[int], str]) -> int:
        return bulk.carry_out(self._store, note_ids, make, label)

    def _personal(self, rows: array[int], keep_going: Callable[[], bool]) -> array[int]:
        found = array("q")
        for start in range(0, len(rows), PAGE):
            if not keep_going():
                break
            some = rows[start : start + PAGE]
            with self._store.reading() as read:
                ids = inbox.ids_of(read, some)
                marked = self._guard.look(read, inbox.notes_of(read, list(ids.values())))
            found.extend(row for row, note_id in ids.items() if note_id in marked and marked[note_id].found)
        return found


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"
