"""A withdrawal wins over a released report: its hash and date stay, its content goes (`design.md` §5)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.language import mark
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack
from shadow_app.storage import host_keys
from shadow_app.storage.erasing import all_erased
from shadow_app.storage.ground import last_changed
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.taken_back import TakenBack
from shadow_app.storage.unit_of_work import UnitOfWork

WITHDRAWN_WORDS = mark("the host withdrew what was said")
ERASED_WORDS = mark("a visit that it rests on was erased")
CONSENT_WITHDRAWN = {
    ConsentSubject.NOTES: mark("the consent to notes was withdrawn"),
    ConsentSubject.QUOTES: mark("the consent to quotes was withdrawn"),
    ConsentSubject.PHOTOS: mark("the consent to photos was withdrawn"),
}
CONSENT_MISTAKEN = {
    ConsentSubject.NOTES: mark("the consent to notes was recorded by mistake"),
    ConsentSubject.QUOTES: mark("the consent to quotes was recorded by mistake"),
    ConsentSubject.PHOTOS: mark("the consent to photos was recorded by mistake"),
}
"""The clauses are kept in English, and said where they are shown: every laptop writes the same."""


def void_editions(work: UnitOfWork, visit_id: UUID, why: str) -> tuple[Edition, ...]:
    """Take the content of every released report that rests on a visit, within the action that withdraws.

    Args:
        work: the unit of work that writes the withdrawal, so that both happen or neither.
        visit_id: the visit that something was withdrawn from.
        why: one clause for the people who hold a copy; never the withdrawn words.
    """
    return tuple(void(work, edition, why) for edition in resting_on(work, visit_id))


def resting_on(read: Reader, visit_id: UUID) -> list[Edition]:
    """The released reports that rest on a visit and still have their content."""
    return [each for each in read.where(Edition) if each.withdrawn_at is None and visit_id in each.visit_ids]


def titles_resting_on(read: Reader, visit_id: UUID) -> list[str]:
    """What a person is told before something of the visit is withdrawn: what these reports are called."""
    return [each.title for each in resting_on(read, visit_id)]


def follow(work: UnitOfWork, before: Record, after: Record) -> None:
    """A note that is withdrawn takes released reports along, whether an edit, an undo or a redo withdraws it."""
    if not isinstance(before, Observation) or not isinstance(after, Observation):
        return
    if after.read_back is ReadBack.WITHDRAWN and before.read_back is not ReadBack.WITHDRAWN:
        void_editions(work, after.visit_id, WITHDRAWN_WORDS)


def withdrawals(read: Reader, visit_ids: Collection[UUID]) -> set[UUID]:
    """What hosts of these visits have refused or taken back: consents and notes by id, also ones that were removed."""
    wanted = set(visit_ids)
    return {each for visit_id, some in _withdrawals(read).items() if visit_id in wanted for each in some}


def catch_up(store: Store) -> tuple[Edition, ...]:
    """Take the content of released reports that a withdrawal or an erasure from elsewhere has overtaken.

    Whoever withdrew did not know of them, and whoever released did not know of the withdrawal. Every laptop comes to
    the same end by itself, with the same words and the same moment, so that nobody is asked which of them holds.
    """
    with store.reading() as read:
        if not _overtaken(read):
            return ()
    with store.work("Reports withdrawn") as work:
        gone = tuple(void(work, edition, why, at) for edition, why, at in _overtaken(work))
        work.commit()
    return gone


def replay(store: Store, told: TakenBack) -> None:
    """Write into a store that was put back what hosts took back, and which reports lost their content, since.

    A report has the moment that every other laptop has for it.
    """
    with store.work("Taken back since the backup") as work:
        for consent_id, day in told.consents.items():
            consent = work.find(ConsentRecord, consent_id)
            if consent is not None and consent.withdrawn_on is None:
                work.put(consent.edited(given=True, withdrawn_on=day, removed=False))
        for note in (work.find(Observation, each) for each in told.notes):
            if note is not None and note.read_back is not ReadBack.WITHDRAWN:
                work.put(note.edited(read_back=ReadBack.WITHDRAWN))
        for edition_id, at in told.editions.items():
            edition = work.find(Edition, edition_id)
            if edition is not None and edition.withdrawn_at is None:
                void(work, edition, WITHDRAWN_WORDS, at)
        host_keys.forget(work, told.names)
        work.commit()
    catch_up(store)


def _overtaken(read: Reader) -> list[tuple[Edition, str, datetime]]:
    standing = [each for each in read.where(Edition) if each.withdrawn_at is None]
    if not standing:
        return []
    refused, erased = _withdrawals(read), all_erased(read.connection)
    found = []
    for edition in standing:
        unknown = {each for visit_id in edition.visit_ids for each in refused.get(visit_id, ())}
        unknown -= set(edition.known_withdrawals)
        gone = erased.intersection(edition.visit_ids)
        if unknown or gone:
            why = ERASED_WORDS if gone else WITHDRAWN_WORDS
            found.append((edition, why, last_changed(read.connection, gone or unknown)))
    return found


def _withdrawals(read: Reader) -> dict[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = {}
    for consent in read.where(ConsentRecord, removed=True):
        if not consent.holds:
            found.setdefault(consent.visit_id, set()).add(consent.id)
    for note in read.where(Observation, removed=True, read_back=ReadBack.WITHDRAWN):
        found.setdefault(note.visit_id, set()).add(note.id)
    return found


def void(work: UnitOfWork, edition: Edition, why: str, at: datetime | None = None) -> Edition:
    """Take the content of one edition, as of now or of another moment."""
    gone = edition.edited(withdrawn_at=at or datetime.now(timezone.utc), withdrawn_why=why)
    work.put(gone)
    standing = {sha for each in work.where(Edition) if each.withdrawn_at is None for sha in _contents(each)}
    for sha in _contents(edition):
        if sha not in standing:
            work.drop_blob(sha)
    return gone


def _contents(edition: Edition) -> tuple[str, str]:
    return edition.content_sha256, edition.pdf_sha256
