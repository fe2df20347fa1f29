"""Which notes stand behind which pain point, and what hangs on it besides."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.storage.repository import Reader
from shadow_app.storage.unit_of_work import UnitOfWork

HANGING: tuple[type[Commitment] | type[FollowUp] | type[Update] | type[FeedbackRecord], ...] = (
    Commitment,
    FollowUp,
    Update,
    FeedbackRecord,
)
"""What belongs to a pain point besides its notes and its decision."""


def put_member(work: UnitOfWork, pain_point_id: UUID, note_id: UUID) -> None:
    """The note is evidence for the pain point."""
    work.put(PainPointMember(id=link_id(pain_point_id, note_id), pain_point_id=pain_point_id, observation_id=note_id))


def put_in(work: UnitOfWork, pain_point: PainPoint, note_ids: Iterable[UUID]) -> None:
    """These notes have this cause, and no other one of the same service."""
    left: set[UUID] = set()
    for note_id in note_ids:
        work.get(Observation, note_id)
        for member in work.where(PainPointMember, observation_id=note_id):
            other = work.find(PainPoint, member.pain_point_id)
            if other is not None and other.id != pain_point.id and other.service_id == pain_point.service_id:
                work.remove(member)
                left.add(other.id)
        put_member(work, pain_point.id, note_id)
    for other_id in left:
        drop_if_bare(work, other_id)


def drop_if_bare(work: UnitOfWork, pain_point_id: UUID) -> None:
    """Gone is only what holds nothing but its title: what a person has set stays, with or without notes."""
    pain_point = work.find(PainPoint, pain_point_id)
    if pain_point is None or work.where(PainPointMember, pain_point_id=pain_point_id):
        return
    bare = PainPoint(id=pain_point.id, service_id=pain_point.service_id, title=pain_point.title)
    if pain_point == bare and not has_history(work, pain_point_id):
        work.remove(pain_point)


def has_history(read: Reader, pain_point_id: UUID) -> bool:
    """Whether anybody has decided, promised, measured or told something about it."""
    return any(read.where(kind, pain_point_id=pain_point_id) for kind in (Decision, *HANGING)) or any(
        each.removed for each in read.where(PainPoint, merged_into_id=pain_point_id, removed=True)
    )
