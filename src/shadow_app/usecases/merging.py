"""Merge pain points that turn out to be one, and split them again: what moves, and what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.storage.merges import moved_away, written_by_merge
from shadow_app.storage.repository import Reader
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.membership import HANGING, put_member
from shadow_app.usecases.pain_finding import free_title, present_pain_point, whole_of


def merge_into(work: UnitOfWork, into: PainPoint, ids: Sequence[UUID]) -> PainPoint:
    """Move everything of these pain points into another one.

    A decision moves only where none stands yet: of two the one of the pain point that stays holds.
    """
    for merged in _mergeable(work, into, ids):
        for member in work.where(PainPointMember, pain_point_id=merged.id):
            work.remove(member)
            put_member(work, into.id, member.observation_id)
        for kind in HANGING:
            for record in work.where(kind, pain_point_id=merged.id):
                work.put(record.edited(pain_point_id=into.id))
        _hand_on_decision(work, merged, into)
        work.put(merged.edited(removed=True, merged_into_id=into.id))
    return into


def bring_back(work: UnitOfWork, pain_point_id: UUID) -> PainPoint:
    """Undo a merge: the pain point comes back with the notes and the promises it had.

    What somebody has moved elsewhere since stays there.
    """
    merged = work.recall(PainPoint, pain_point_id)
    if not merged.removed or merged.merged_into_id is None:
        raise Refused(
            say("“{title}” is not merged into another pain point; there is nothing to bring back.", title=merged.title)
        )
    home = whole_of(work, merged)
    free_title(work, merged.service_id, merged.title, own_id=merged.id)
    moved = moved_away(work, merged.id)
    back = merged.edited(removed=False, merged_into_id=None)
    work.put(back)
    for record in moved:
        _bring_back(work, record, home.id, back.id)
    _take_off_decision(work, back, home)
    return back


def _mergeable(read: Reader, into: PainPoint, ids: Sequence[UUID]) -> list[PainPoint]:
    chosen = list(dict.fromkeys(ids))
    if not chosen:
        raise Refused(say("Choose at least one other pain point to merge into this one."))
    if into.id in chosen:
        raise Refused(say("“{title}” cannot be merged with itself; choose another pain point.", title=into.title))
    found = [present_pain_point(read, each) for each in chosen]
    for each in found:
        if each.service_id != into.service_id:
            raise Refused(
                say(
                    "“{title}” belongs to another service than “{title_2}”; give both the same theme instead, or "
                    "put its notes into this one.",
                    title=each.title,
                    title_2=into.title,
                )
            )
    return found


def _hand_on_decision(work: UnitOfWork, merged: PainPoint, into: PainPoint) -> None:
    own = work.find(Decision, link_id(into.id, "decision"))
    theirs = work.find(Decision, link_id(merged.id, "decision"))
    if theirs is not None and not theirs.removed and (own is None or own.removed):
        work.put(theirs.edited(id=link_id(into.id, "decision"), pain_point_id=into.id))


def _take_off_decision(work: UnitOfWork, back: PainPoint, home: PainPoint) -> None:
    """What was decided only about the one that leaves does not stay behind; what was decided since does."""
    own = work.find(Decision, link_id(home.id, "decision"))
    theirs = work.find(Decision, link_id(back.id, "decision"))
    if own is None or theirs is None or own.edited(id=theirs.id, pain_point_id=back.id) != theirs:
        return
    if written_by_merge(work, back.id, own.id):
        work.remove(own)


def _bring_back(work: UnitOfWork, record: Record, home_id: UUID, back_id: UUID) -> None:
    if isinstance(record, PainPointMember):
        held = work.find(PainPointMember, link_id(home_id, record.observation_id))
        if held is not None and not held.removed:
            work.remove(held)
            work.put(record.edited(removed=False))
    elif isinstance(record, Commitment | FollowUp | Update | FeedbackRecord) and record.pain_point_id == home_id:
        work.put(record.edited(pain_point_id=back_id))
