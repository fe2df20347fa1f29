"""What one action does to many notes: which records it writes, and what it is called in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Role
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.insight.quick_entry import Lexicon, visible
from shadow_app.storage import inbox
from shadow_app.storage.desk_action import desk_work
from shadow_app.storage.inbox_heads import changed_since_accepted
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.debriefing import offers_left
from shadow_app.usecases.drafting import tags
from shadow_app.usecases.review_guard import Guard

LONGEST_REASON = 2_000


class Effect(NamedTuple):
    """What an action does to one note."""

    note_id: UUID
    records: tuple[Record, ...]


Make: TypeAlias = Callable[[Reader, Sequence[Observation]], list[Effect]]
"""(the store, the notes) → what is to be written; notes that stay as they are are left out."""


def carry_out(store: Store, note_ids: Iterable[UUID], make: Make, label: Callable[[int], str]) -> int:
    """Do it to all of these notes in one action; returns how many changed.

    Raises:
        NotFound: none of the notes is there any more.
    """
    with desk_work(store, "") as work:
        effects = make(work, _there(work, list(note_ids)))
        if effects:
            work.call_it(label(len(effects)))
            for effect in effects:
                for record in effect.records:
                    work.put(record)
            work.commit()
    return len(effects)


def _there(read: Reader, ids: Sequence[UUID]) -> list[Observation]:
    notes = inbox.notes_of(read, ids)
    if not notes:
        raise NotFound(say("None of these notes is there any more; search again."))
    return notes


def tagging(service_id: UUID) -> Make:
    """They are about this service, which also answers what was not clear in them."""

    def make(read: Reader, notes: Sequence[Observation]) -> list[Effect]:
        read.get(Service, service_id)
        tagged = inbox.tags_of(read, [note.id for note in notes], service_id)
        lexicon = _lexicon(read) if any(note.unresolved_tags or note.offers_open for note in notes) else None
        found = []
        for note in notes:
            settled = note if lexicon is None else _settled(note, service_id, lexicon)
            records: tuple[Record, ...] = () if note.id in tagged else tuple(tags(note, (service_id,)))
            if settled != note:
                records = (settled, *records)
            if records:
                found.append(Effect(note.id, records))
        return found

    return make


def untagging(service_id: UUID) -> Make:
    """They are not about this service after all."""

    def make(read: Reader, notes: Sequence[Observation]) -> list[Effect]:
        tagged = inbox.tags_of(read, [note.id for note in notes], service_id)
        return [Effect(note_id, (tag.edited(removed=True),)) for note_id, tag in tagged.items()]

    return make


def turning_into(kind: Kind) -> Make:
    """They are of this kind."""
    return lambda read, notes: [Effect(note.id, (note.edited(kind=kind),)) for note in notes if note.kind is not kind]


def putting_in(state: ReviewState, reason: str) -> Make:
    """They are in this state, with the words that the state asks for."""

    def make(read: Reader, notes: Sequence[Observation]) -> list[Effect]:
        stale: set[UUID] = set()
        if state is ReviewState.ACCEPTED:
            stale = changed_since_accepted(read, [note.id for note in notes])
        found = []
        for note in notes:
            put = note.edited(state=state, **_words_of_state(note, state, reason))
            if put != note:
                found.append(Effect(note.id, (put,)))
            elif note.id in stale:
                # The log must say when it was looked at again, and it only keeps what changes.
                found.append(Effect(note.id, (note.edited(state=ReviewState.READY), put)))
        return found

    return make


def masking(guard: Guard) -> Make:
    """Whatever in them could point at a person is a pseudonym or a word in brackets."""

    def make(read: Reader, notes: Sequence[Observation]) -> list[Effect]:
        marked = guard.look(read, notes)
        return [
            Effect(note.id, (note.edited(**dict(marked[note.id].fields)),)) for note in notes if marked[note.id].found
        ]

    return make


def reason_for(state: ReviewState, words: str) -> str:
    """The words that go with a state, in one line.

    Raises:
        Refused: the state asks for words and there are none, or there are too many.
    """
    reason = " ".join(visible(words).split())
    if not reason and state is ReviewState.HAS_QUESTIONS:
        raise Refused(say("A question needs words: say what the author should answer."))
    if not reason and state is ReviewState.SET_ASIDE:
        raise Refused(say("Say in a few words why the note is set aside, so that its author understands."))
    if len(reason) > LONGEST_REASON:
        raise Refused(
            say(
                "That is {reason:,|character|characters} and {longest_reason:,} fit; say it in fewer words.",
                reason=len(reason),
                longest_reason=LONGEST_REASON,
            )
        )
    return reason


def _words_of_state(note: Observation, state: ReviewState, reason: str) -> dict[str, str]:
    if state in (ReviewState.HAS_QUESTIONS, ReviewState.SET_ASIDE):
        return {"state_note": reason, "state_answer": ""}
    if note.state is ReviewState.SET_ASIDE:
        # Why it was set aside holds no longer; a question and its answer stay with the note.
        return {"state_note": "", "state_answer": ""}
    return {}


def _lexicon(read: Reader) -> Lexicon:
    return Lexicon(read.where(Service, "name"), read.where(Role, "name"))


def _settled(note: Observation, service_id: UUID, lexicon: Lexicon) -> Observation:
    """As when a service is named at the debrief: the words that may mean it are answered, and offers of it."""
    meanings = {tag: lexicon.service(tag[1:]).matches for tag in note.unresolved_tags if tag.startswith("#")}
    answered = {tag for tag, matches in meanings.items() if service_id in matches}
    if not answered:
        answered = set([tag for tag, matches in meanings.items() if not matches][:1])
    return note.edited(
        unresolved_tags=tuple(tag for tag in note.unresolved_tags if tag not in answered),
        offers_open=note.offers_open and bool(offers_left(note.line, (service_id,), lexicon)),
    )
