"""What stands behind a figure: the notes, the visits they come from, and what the hosts agree to have shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from shadow_app.domain.listing import TimelineNote, VisitCard
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.agreed import agreed_on

MOST_SHOWN = 50


@dataclass(frozen=True)
class Witness:
    """One note with the visit it was written on. `quote` is empty unless the host agrees to quotes today."""

    note: TimelineNote
    visit: VisitCard
    quote: str


def evidence_of(store: Store, service_id: UUID, unit_id: UUID | None = None) -> tuple[Witness, ...]:
    """The notes that count in a service's score, the most damaging first, at most `MOST_SHOWN`."""
    with store.reading() as read:
        return witnesses_of(read, listings.evidence_of_service(read, service_id, unit_id, MOST_SHOWN))


def witnesses_of(read: Reader, note_ids: Sequence[UUID]) -> tuple[Witness, ...]:
    """Notes with their visits, in that order; quotes and photos that a host does not agree to are taken out.

    Whether a note counts at all, and whether the host agrees to notes, is asked where the ids are listed.
    """
    shown = listings.notes_by_id(read, note_ids)
    visits = {each.note.visit_id for each in shown}
    cards = {visit_id: listings.visit_card(read, visit_id) for visit_id in visits}
    agreed = {visit_id: agreed_on(read, visit_id) for visit_id in visits}
    found = []
    for each in shown:
        card, allowed = cards[each.note.visit_id], agreed[each.note.visit_id]
        if card is not None:
            allowed_note = _as_agreed(each, allowed)
            found.append(Witness(allowed_note, card, allowed_note.note.quote))
    return tuple(found)


def _as_agreed(shown: TimelineNote, agreed: frozenset[ConsentSubject]) -> TimelineNote:
    note = shown.note if ConsentSubject.QUOTES in agreed else shown.note.edited(quote="")
    return replace(
        shown,
        note=note,
        pictures=shown.pictures if ConsentSubject.PHOTOS in agreed else (),
        voices=shown.voices if ConsentSubject.QUOTES in agreed else (),
    )
