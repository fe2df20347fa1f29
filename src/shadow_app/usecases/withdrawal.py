"""A withdrawal wins over a released report: its hash and date stay, its content goes (`design.md` §5)."""

from __future__ import annotations

from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReadBack
from shadow_app.storage.unit_of_work import UnitOfWork

WITHDRAWN_WORDS = "the host withdrew what was said"


def void_editions(work: UnitOfWork, visit_id: UUID, why: str) -> tuple[Edition, ...]:
    """Take the content of every released report that rests on a visit, within the action that withdraws.

    Args:
        work: the unit of work that writes the withdrawal, so that both happen or neither.
        visit_id: the visit that something was withdrawn from.
        why: one clause for the people who hold a copy; never the withdrawn words.
    """
    resting = [each for each in work.where(Edition) if each.withdrawn_at is None and visit_id in each.visit_ids]
    return tuple(void(work, edition, why) for edition in resting)


def follow(work: UnitOfWork, before: Record, after: Record) -> None:
    """What an undo or a redo brings back may be a withdrawal, too, and it wins like any other."""
    if not isinstance(before, Observation) or not isinstance(after, Observation):
        return
    if after.read_back is ReadBack.WITHDRAWN and before.read_back is not ReadBack.WITHDRAWN:
        void_editions(work, after.visit_id, WITHDRAWN_WORDS)


def void(work: UnitOfWork, edition: Edition, why: str) -> Edition:
    """Take the content of one edition."""
    gone = edition.edited(withdrawn_at=datetime.now(timezone.utc), withdrawn_why=why)
    work.put(gone)
    standing = {sha for each in work.where(Edition) if each.withdrawn_at is None for sha in _contents(each)}
    for sha in _contents(edition):
        if sha not in standing:
            work.drop_blob(sha)
    return gone


def _contents(edition: Edition) -> tuple[str, str]:
    return edition.content_sha256, edition.pdf_sha256
