"""What stands behind a figure: the notes, the visits they come from, and what the hosts said."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.listing import TimelineNote, VisitCard
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack, ReviewState
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store

MOST_SHOWN = 50


@dataclass(frozen=True)
class Witness:
    """One note with the visit it was written on. `quote` is empty unless the host agrees to quotes today."""

    note: TimelineNote
    visit: VisitCard
    quote: str


def evidence_of(store: Store, service_id: UUID, unit_id: UUID | None = None) -> tuple[Witness, ...]:
    """The notes that count for a service, the most damaging first, at most `MOST_SHOWN`.

    Left out is what the score leaves out: hazards, what was set aside, what the host has withdrawn, and every note of
    a visit whose host does not agree to notes.
    """
    with store.reading() as read:
        found = listings.notes_by_id(read, listings.evidence_of_service(read, service_id, unit_id, MOST_SHOWN))
        counted = [each for each in found if _counts(each)]
        visits = {visit_id: _visit(read, visit_id) for visit_id in {each.note.visit_id for each in counted}}
    witnesses = []
    for each in counted:
        card, refused = visits[each.note.visit_id]
        if card is not None and ConsentSubject.NOTES not in refused:
            quote = "" if ConsentSubject.QUOTES in refused else each.note.quote
            witnesses.append(Witness(each, card, quote))
    return tuple(witnesses)


def _counts(shown: TimelineNote) -> bool:
    note = shown.note
    withdrawn = note.read_back is ReadBack.WITHDRAWN
    return not (note.removed or note.not_scored or withdrawn or note.state is ReviewState.SET_ASIDE)


def _visit(read: Reader, visit_id: UUID) -> tuple[VisitCard | None, frozenset[ConsentSubject]]:
    """The visit, and what must not be shown of it: notes that were refused, quotes that were not agreed to."""
    consents = {each.subject: each.holds for each in read.where(ConsentRecord, visit_id=visit_id)}
    refused = {subject for subject, holds in consents.items() if not holds}
    if not consents.get(ConsentSubject.QUOTES, False):
        refused.add(ConsentSubject.QUOTES)
    return listings.visit_card(read, visit_id), frozenset(refused)
