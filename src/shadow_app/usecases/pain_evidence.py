"""The notes behind a pain point as they may be shown: what a host does not agree to is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.usecases.evidence import MOST_SHOWN, Witness

__all__ = ["MOST_SHOWN", "witnesses_of"]


def witnesses_of(read: Reader, note_ids: Sequence[UUID]) -> tuple[Witness, ...]:
    """Notes with their visits, in that order; what a host does not agree to have shown is taken out."""
    shown = listings.notes_by_id(read, note_ids)
    visits = {each.note.visit_id for each in shown}
    cards = {visit_id: listings.visit_card(read, visit_id) for visit_id in visits}
    agreed = {visit_id: _agreed(read, visit_id) for visit_id in visits}
    found = []
    for each in shown:
        card, allowed = cards[each.note.visit_id], agreed[each.note.visit_id]
        if card is not None:
            allowed_note = _as_agreed(each, allowed)
            found.append(Witness(allowed_note, card, allowed_note.note.quote))
    return tuple(found)


def _agreed(read: Reader, visit_id: UUID) -> frozenset[ConsentSubject]:
    return frozenset(each.subject for each in read.where(ConsentRecord, visit_id=visit_id) if each.holds)


def _as_agreed(shown: TimelineNote, agreed: frozenset[ConsentSubject]) -> TimelineNote:
    note = shown.note if ConsentSubject.QUOTES in agreed else shown.note.edited(quote="")
    return replace(shown, note=note, pictures=shown.pictures if ConsentSubject.PHOTOS in agreed else ())
