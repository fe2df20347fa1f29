"""What waits for whoever leads: notes to review, decisions to look at again, reports that lost their content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from shadow_app.domain.decision import Decision
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.released import Edition
from shadow_app.storage.inbox import ready_notes
from shadow_app.storage.repository import Reader
from shadow_app.usecases.retention import overdue


@dataclass(frozen=True)
class ToDecide:
    """A decision whose day of review has come, and what it is about."""

    decision: Decision
    title: str


@dataclass(frozen=True)
class DeskDuties:
    """Everything that waits at the desk."""

    ready: int = 0
    """Notes that their authors have handed in and nobody has reviewed."""
    decisions: tuple[ToDecide, ...] = ()
    """The longest waiting first."""
    editions: tuple[Edition, ...] = ()
    """Withdrawn, and no later edition stands for them."""
    past_time: int = 0
    """Visits that have been kept for longer than they are to be."""


def desk_duties(read: Reader, today: date, months_kept: int) -> DeskDuties:
    """What waits as of `today`, where visits are kept so many months."""
    due = [each for each in read.where(Decision) if each.review_on is not None and each.review_on <= today]
    titles = {each.id: each.title for each in read.where(PainPoint) if each.closed_on is None}
    waiting = [ToDecide(each, titles[each.pain_point_id]) for each in due if each.pain_point_id in titles]
    return DeskDuties(
        ready_notes(read),
        tuple(sorted(waiting, key=lambda each: (each.decision.review_on or today, each.title))),
        tuple(without_successor(read.where(Edition))),
        len(overdue(read, months_kept, today)),
    )


def without_successor(editions: Iterable[Edition]) -> list[Edition]:
    """Of each report the newest edition, where that one has lost its content."""
    newest = {(each.report_kind, each.subject_id): each for each in sorted(editions, key=lambda each: each.released_at)}
    return [each for each in newest.values() if each.withdrawn_at is not None]
