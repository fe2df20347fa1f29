"""The pain points as the team lead sees them: what hurts most, what was decided, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.language import mark, say
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import Record
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import place_key
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.standing import Standing
from shadow_app.insight.waits import Waits
from shadow_app.insight.withdrawn import note_as_allowed
from shadow_app.storage import listings, pain_listings, tallies
from shadow_app.storage.history import history_of
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.days import today as this_day
from shadow_app.usecases.evidence import MOST_SHOWN, Witness, witnesses_of
from shadow_app.usecases.pain_finding import present_pain_point
from shadow_app.usecases.pain_rows import Lines, PainRow, without_notes
from shadow_app.usecases.pain_scene import PainScene, pain_scene
from shadow_app.usecases.prioritising import Prioritising

__all__ = ["PainDesk", "PainRow", "PainScene"]

_TIED: tuple[tuple[type[Record], str], ...] = (
    (Decision, mark("decision")),
    (Commitment, mark("promise")),
    (FollowUp, mark("follow-up")),
    (Update, mark("told the site")),
    (FeedbackRecord, mark("told the service desk")),
)


class PainDesk:
    """What the Pain points page asks; what it does goes through `Grouping`, `Deciding` and `Telling`."""

    def __init__(self, store: Store, prioritising: Prioritising) -> None:
        self._store, self._prioritising = store, prioritising

    def rows(self, unit_id: UUID | None = None, *, closed: bool = False) -> tuple[PainRow, ...]:
        """The pain points, dearest first (by weighted hours), with what is not sorted yet among them.

        Args:
            unit_id: only what was noted in this unit, with the figures of this unit; None for all.
            closed: with those that are closed; one that was seen again is no longer closed and always there.
        """
        ranked = self._prioritising.ranking(unit_id)
        with self._store.reading() as read:
            lines = Lines(read, pain_listings.gathered(read, unit_id), ranked.currency)
            known = {each.id: each for each in read.where(PainPoint)}
            costs = [pain for service in ranked.costs for pain in service.pains if _there(pain, known)]
            if unit_id is None:
                noted = {pain.pain_point_id for pain in costs}
                costs += [without_notes(each, ranked.weights) for each in known.values() if each.id not in noted]
            costs.sort(key=lambda pain: place_key(pain.wlh, pain.hours, pain.pain_point_id or pain.service_id))
            rows = (lines.row(pain, known.get(pain.pain_point_id) if pain.pain_point_id else None) for pain in costs)
            return tuple(row for row in rows if closed or row.standing is not Standing.CLOSED)

    def scene(self, pain_point_id: UUID, today: date | None = None) -> PainScene:
        """Everything about one pain point.

        Raises:
            NotFound: there is none.
            Refused: it was merged into another one, which is named.
        """
        tallies.refresh(self._store)
        with self._store.reading() as read:
            return pain_scene(read, present_pain_point(read, pain_point_id), today or this_day())

    def unsorted(self, service_id: UUID, most: int = MOST_SHOWN) -> tuple[Witness, ...]:
        """The notes that count for a service and that nobody has grouped, the most damaging first."""
        with self._store.reading() as read:
            return witnesses_of(read, pain_listings.unsorted_notes(read, service_id, most))

    def silence(self, unit_id: UUID | None = None) -> Silence:
        """How much of what hurts in a unit, or anywhere, never reaches the service desk."""
        with self._store.reading() as read:
            return pain_listings.silence_overall(read, unit_id)

    def silence_by_service(self, unit_id: UUID | None = None) -> dict[UUID, Silence]:
        """The same per service; a service about which nobody was asked is missing."""
        with self._store.reading() as read:
            return pain_listings.silence_by_service(read, unit_id)

    def waits(self, unit_id: UUID | None = None, today: date | None = None) -> Waits:
        """The waits of a unit, or of all, with the expired-need rate."""
        with self._store.reading() as read:
            return pain_listings.waits_overall(read, today or this_day(), unit_id)

    def waits_by_service(self, unit_id: UUID | None = None, today: date | None = None) -> dict[UUID, Waits]:
        """The same per service."""
        with self._store.reading() as read:
            return pain_listings.waits_by_service(read, today or this_day(), unit_id)

    def history(self, pain_point_id: UUID) -> list[HistoryLine]:
        """Who changed what, when: the pain point, which notes came and went, what was decided, promised and told."""
        with self._store.reading() as read:
            lines = history_of(read, pain_point_id)
            for member in read.where(PainPointMember, pain_point_id=pain_point_id, removed=True):
                lines += _comings_and_goings(read, member)
            for kind, word in _TIED:
                for record in read.where(kind, pain_point_id=pain_point_id, removed=True):
                    lines += _under(say(word), history_of(read, record.id))
        return sorted(lines, key=lambda line: line.at)


def _there(cost: PainCost, known: dict[UUID, PainPoint]) -> bool:
    """One that was merged or removed since the figures were made is shown no more."""
    return cost.pain_point_id is None or cost.pain_point_id in known


def _comings_and_goings(read: Reader, member: PainPointMember) -> Iterable[HistoryLine]:
    """A note that came in or went out, in its own words instead of ids."""
    note = read.find(Observation, member.observation_id)
    withdrawn = listings.withdrawn_on(read, [note.visit_id]).get(note.visit_id, ()) if note else ()
    words = note_as_allowed(note, withdrawn).text if note else ""
    for line in history_of(read, member.id):
        if line.field == "observation_id":
            yield replace(line, field="note", before=None, after=words)
        elif line.field == "removed":
            yield replace(line, field="note", before=words if line.after else None, after=None if line.after else words)


def _under(word: str, lines: Iterable[HistoryLine]) -> Iterable[HistoryLine]:
    return (replace(line, field=f"{word}: {line.field}") for line in lines if line.field != "pain_point_id")
