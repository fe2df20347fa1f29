"""Decide about a pain point, promise something, and measure whether it helped (`domain.md` §1 R12, R13)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from shadow_app.domain.action_names import DECIDED
from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import mark, say
from shadow_app.domain.organisation import Site
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.storage.promises import Given, promises
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.days import today as this_day
from shadow_app.usecases.pain_finding import present_pain_point

_SETTLED = {
    CommitmentState.OPEN: mark("Promise opened again"),
    CommitmentState.KEPT: mark("Promise kept"),
    CommitmentState.DROPPED: mark("Promise dropped"),
}
CHANGEABLE = frozenset({"text", "owner", "due_on", "effort_days", "how_told", "site_id", "pain_point_id"})
"""What can be changed of a promise; its state goes through `settle`."""


class Deciding:
    """The verbs of deciding, promising and following up."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def decide(self, pain_point_id: UUID, choice: Choice, reason: str, review_on: date | None = None) -> Decision:
        """Do, defer or decline. A new decision takes the place of the old one; the history keeps both.

        Raises:
            Refused: there is no reason, a deferral has no review date, the date has passed, or the pain was merged.
            NotFound: the pain point is not there any more.
        """
        today, why = this_day(), reason.strip()
        if not why:
            raise Refused(say("A decision needs its reason; say in one sentence why, for those who ask later."))
        if choice is Choice.DEFER and review_on is None:
            raise Refused(say("What is put off needs a date on which it is looked at again; give a review date."))
        if review_on is not None and review_on < today:
            raise Refused(
                say(
                    "The review date {review_on} has passed; give one from today on.", review_on=day_in_words(review_on)
                )
            )
        with self._store.work(DECIDED[choice]) as work:
            pain_point = present_pain_point(work, pain_point_id)
            decision = Decision(
                id=link_id(pain_point.id, "decision"),
                pain_point_id=pain_point.id,
                choice=choice,
                reason=why,
                review_on=review_on,
                decided_on=today,
                decided_by=self._store.author,
            )
            work.put(decision)
            work.commit()
        return decision

    def take_back(self, pain_point_id: UUID) -> None:
        """Nothing is decided after all.

        Raises:
            NotFound: nothing was decided.
        """
        with self._store.work("Decision taken back") as work:
            work.remove(work.get(Decision, link_id(pain_point_id, "decision")))
            work.commit()

    def promise(
        self,
        pain_point_id: UUID,
        text: str,
        owner: str,
        due_on: date | None = None,
        effort_days: float | None = None,
        site_id: UUID | None = None,
        visit_id: UUID | None = None,
    ) -> Commitment:
        """Promise something to the business about a pain point.

        Raises:
            Refused: it says nothing, nobody answers for it, the due date has passed, or the pain point was merged.
            NotFound: the pain point, the site or the visit is not there any more.
        """
        if due_on is not None and due_on < this_day():
            raise Refused(
                say(
                    "The due date {due_on} has passed; promise something that can still be kept.",
                    due_on=day_in_words(due_on),
                )
            )
        with self._store.work("Promise given") as work:
            present_pain_point(work, pain_point_id)
            given = Commitment(
                pain_point_id=pain_point_id,
                text=_promised(text),
                owner=_answerable(owner),
                due_on=due_on,
                effort_days=effort_days,
                site_id=site_id,
                visit_id=visit_id,
            )
            _check_place(work, given)
            work.put(given)
            work.commit()
        return given

    def change_promise(self, commitment_id: UUID, **fields: Any) -> Commitment:
        """Change the words, the owner, the dates or the place of a promise (`CHANGEABLE`).

        Raises:
            Refused: a field cannot be changed here, or the promise would say nothing or have no owner.
            NotFound: the promise, the site or the pain point is not there any more.
            pydantic.ValidationError: a field has a bad value.
        """
        if unknown := sorted(set(fields) - CHANGEABLE):
            raise Refused(
                say("The {unknown} of a promise cannot be changed here.", unknown=unknown[0].replace("_", " "))
            )
        with self._store.work("Promise changed") as work:
            known = work.get(Commitment, commitment_id)
            if "text" in fields:
                fields["text"] = _promised(fields["text"])
            if "owner" in fields:
                fields["owner"] = _answerable(fields["owner"])
            changed = known.edited(**fields)
            _check_place(work, changed)
            if changed.pain_point_id is not None and changed.pain_point_id != known.pain_point_id:
                present_pain_point(work, changed.pain_point_id)
            work.put(changed)
            work.commit()
        return changed

    def settle(
        self, commitment_id: UUID, state: CommitmentState, outcome: str = "", on: date | None = None
    ) -> Commitment:
        """A promise was kept or dropped, with what came of it; or it is open again.

        Raises:
            Refused: it is dropped without saying why, or on a day that has not come yet.
            NotFound: the promise is not there any more.
        """
        today, words = this_day(), outcome.strip()
        if on is not None and on > today:
            raise Refused(say("{on} has not come yet; a promise is settled when it has happened.", on=day_in_words(on)))
        if state is CommitmentState.DROPPED and not words:
            raise Refused(say("A promise that is dropped needs its reason; those to whom it was given will ask."))
        done = None if state is CommitmentState.OPEN else on or today
        with self._store.work(_SETTLED[state]) as work:
            known = work.get(Commitment, commitment_id)
            settled = known.edited(state=state, kept_on=done, outcome=words or known.outcome)
            work.put(settled)
            work.commit()
        return settled

    def follow_up(
        self,
        pain_point_id: UUID,
        changed_on: date,
        change_ref: str = "",
        minutes_before: float | None = None,
        minutes_after: float | None = None,
        note: str = "",
    ) -> FollowUp:
        """Something was changed that should help: from this day on, visits measure the time after it.

        Args:
            pain_point_id: what it should help with.
            changed_on: the first day on which it was in place.
            change_ref: what it is called; visits and notes that name it belong to the time after it.
            minutes_before: minutes per occurrence, measured by other means than the notes.
            minutes_after: the same, after the change.
            note: how it was measured, and by whom.

        Raises:
            Refused: the pain point was merged.
            NotFound: the pain point is not there any more.
            pydantic.ValidationError: the minutes are no minutes.
        """
        with self._store.work("Follow-up noted") as work:
            followed = FollowUp(
                pain_point_id=present_pain_point(work, pain_point_id).id,
                changed_on=changed_on,
                change_ref=change_ref.strip(),
                minutes_before=minutes_before,
                minutes_after=minutes_after,
                note=note.strip(),
            )
            work.put(followed)
            work.commit()
        return followed

    def strike_follow_up(self, follow_up_id: UUID) -> None:
        """A change that never came.

        Raises:
            NotFound: it is not there any more.
        """
        with self._store.work("Follow-up struck") as work:
            work.remove(work.get(FollowUp, follow_up_id))
            work.commit()

    def promises(self, site_id: UUID | None = None, states: Sequence[CommitmentState] = ()) -> list[Given]:
        """What was promised at a site, or anywhere, the earliest due first; in all states if none is named."""
        with self._store.reading() as read:
            return promises(read, states, site_id=site_id)


def _promised(text: str) -> str:
    if not text.strip():
        raise Refused(say("Say what is promised, in words that those to whom it is given understand."))
    return text.strip()


def _answerable(owner: str) -> str:
    if not owner.strip():
        raise Refused(say("A promise needs an owner: name the person who answers for it."))
    return " ".join(owner.split())


def _check_place(read: Reader, promise: Commitment) -> None:
    if promise.site_id is not None:
        read.get(Site, promise.site_id)
    if promise.visit_id is not None:
        read.get(Visit, promise.visit_id)
