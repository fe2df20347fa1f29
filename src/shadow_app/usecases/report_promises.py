"""Decisions and promises as reports tell them: what was promised where, and what became of a pain point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Decision
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.reports.you_said import Became, Given
from shadow_app.storage.promises import Given as Found
from shadow_app.storage.promises import promises
from shadow_app.storage.repository import Reader
from shadow_app.usecases.masking import Mask

_DECIDED = {Choice.DO: Became.DECIDED, Choice.DEFER: Became.WAITS, Choice.DECLINE: Became.DECLINED}


@dataclass(frozen=True)
class Answered:
    """What IT has answered to a pain point: its decision, its promises, and when it was seen last."""

    pain_point: PainPoint
    decision: Decision | None
    promises: tuple[Given, ...]
    last_seen: date | None

    @property
    def done_on(self) -> date | None:
        """When it was thought to be done: closed, or every promise settled and one of them kept."""
        if self.pain_point.closed_on is not None:
            return self.pain_point.closed_on
        if not self.promises or any(each.state is CommitmentState.OPEN for each in self.promises):
            return None
        return max((each.kept_on for each in self.promises if each.kept_on and _kept(each)), default=None)

    @property
    def back(self) -> bool:
        """Whether it has been seen since."""
        done = self.done_on
        return done is not None and self.last_seen is not None and self.last_seen > done

    @property
    def became(self) -> Became:
        """What became of it, the best that can honestly be said first."""
        if self.back:
            return Became.BACK
        if self.pain_point.closed_on is not None:
            return Became.DONE
        states = {each.state for each in self.promises}
        if CommitmentState.OPEN in states:
            return Became.PROMISED
        if CommitmentState.KEPT in states:
            return Became.DONE
        if self.decision is not None:
            return _DECIDED[self.decision.choice]
        return Became.NOT_KEPT if CommitmentState.DROPPED in states else Became.OPEN


def _kept(given: Given) -> bool:
    return given.state is CommitmentState.KEPT


class Promises:
    """Every promise of the store, read once."""

    def __init__(self, read: Reader, mask: Mask, today: date, spoken: Callable[[str], str] = str) -> None:
        """`today` is the day of the report: what was due before it is late. `spoken` puts IT's words into everyday
        ones."""
        self._mask, self._today, self._spoken = mask, today, spoken
        self._found = promises(read)

    def about(self, pain_point_id: UUID, site_ids: Iterable[UUID]) -> tuple[Given, ...]:
        """What was promised about a pain point, to one of these sites or to everybody."""
        sites = {None, *site_ids}
        return self._given(
            each for each in self._found if each.commitment.pain_point_id == pain_point_id and each.site_id in sites
        )

    def others(self, site_id: UUID, told: Sequence[UUID]) -> tuple[Given, ...]:
        """What was promised to a site about anything but these pain points."""
        return self._given(
            each for each in self._found if each.site_id == site_id and each.commitment.pain_point_id not in told
        )

    def _given(self, found: Iterable[Found]) -> tuple[Given, ...]:
        return tuple(self._one(each) for each in found)

    def _one(self, found: Found) -> Given:
        kept = found.commitment
        late = kept.state is CommitmentState.OPEN and kept.due_on is not None and kept.due_on < self._today
        return Given(
            text=self._spoken(self._mask(kept.text, kept.visit_id, kept.pain_point_id)),
            owner=kept.owner,
            due=kept.due_on,
            state=kept.state,
            outcome=self._spoken(self._mask(kept.outcome, kept.visit_id, kept.pain_point_id)),
            kept_on=kept.kept_on,
            late=late,
            where=found.site,
            id=kept.id,
        )


def decisions(read: Reader) -> dict[UUID, Decision]:
    """The decision that stands, by pain point."""
    return {each.pain_point_id: each for each in read.where(Decision)}
