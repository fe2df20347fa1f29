"""What a host has agreed to, and what a report may print at all: one rule for everything that tells of a visit."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack, ReviewState
from shadow_app.storage.repository import Reader


def agreed(consents: Iterable[ConsentRecord]) -> frozenset[ConsentSubject]:
    """What may be used of a visit today: notes unless the host said no, quotes and photos only after a yes."""
    said = {each.subject: each.holds for each in consents}
    return frozenset(subject for subject in ConsentSubject if said.get(subject, subject is ConsentSubject.NOTES))


def agreed_on(read: Reader, visit_id: UUID) -> frozenset[ConsentSubject]:
    """The same, read for one visit."""
    return agreed(read.where(ConsentRecord, visit_id=visit_id))


def may_be_printed(note: Observation) -> bool:
    """Whether a report may ever print the note: not when it was set aside, or withdrawn by the host."""
    return note.state is not ReviewState.SET_ASIDE and note.read_back is not ReadBack.WITHDRAWN
