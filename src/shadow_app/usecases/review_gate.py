"""What still stands between the notes of some visits and a released report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.vocabulary import ReviewState
from shadow_app.storage.inbox_heads import Written, written_notes
from shadow_app.storage.repository import Reader
from shadow_app.usecases.agreed import may_be_printed
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.review_guard import guarded


class Why(StrEnum):
    """What is in the way."""

    DRAFT = "draft"
    """Its author has not handed it in."""
    READY = "ready"
    """Handed in; nobody has accepted it."""
    HAS_QUESTIONS = "has_questions"
    """The author has not answered yet."""
    CHANGED = "changed"
    """Its words were changed after they were accepted."""
    PERSONAL = "personal"
    """It holds something that could point at a person."""


class Obstacle(NamedTuple):
    """One thing in the way of one note."""

    note_id: UUID
    visit_id: UUID
    why: Why


_STATES = {
    ReviewState.DRAFT: Why.DRAFT,
    ReviewState.READY: Why.READY,
    ReviewState.HAS_QUESTIONS: Why.HAS_QUESTIONS,
}


def not_ready(read: Reader, visit_ids: Sequence[UUID]) -> tuple[Obstacle, ...]:
    """Everything in the way, by visit and time of the note; nothing means that a report may be released.

    Notes that were set aside or withdrawn by the host never reach a report, so they are in nobody's way. An accepted
    note is accepted in the words it had: when they were changed later, other than at the review itself, it counts as
    not looked at. Which of two changes came later is told by their ids, across devices by the devices' clocks.
    """
    return (*unreviewed(read, visit_ids), *unguarded(read, visit_ids))


def unreviewed(read: Reader, visit_ids: Sequence[UUID]) -> list[Obstacle]:
    """Notes that nobody has accepted in their present words."""
    found = []
    for each in _reportable(read, visit_ids):
        why = _STATES.get(each.note.state) or (Why.CHANGED if each.changed_since_accepted else None)
        if why is not None:
            found.append(Obstacle(each.note.id, each.note.visit_id, why))
    return found


def unguarded(read: Reader, visit_ids: Sequence[UUID]) -> list[Obstacle]:
    """Notes that hold something which could point at a person."""
    mask = Mask(read)
    return [
        Obstacle(each.note.id, each.note.visit_id, Why.PERSONAL)
        for each in _reportable(read, visit_ids)
        if guarded(each.note, mask).found
    ]


def _reportable(read: Reader, visit_ids: Sequence[UUID]) -> Iterator[Written]:
    for visit_id in visit_ids:
        for each in written_notes(read, visit_id):
            if may_be_printed(each.note):
                yield each
