"""Put notes with the same cause together: pain points, the unit of priority (`design.md` §4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.insight.quick_entry import visible
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork

_LONGEST_TITLE = 200


@dataclass(frozen=True)
class Grouped:
    """A pain point and how many notes stand behind it, over all visits."""

    pain_point: PainPoint
    notes: int


class Grouping:
    """The verbs of grouping. A note has one cause per service: putting it in one group takes it out of the other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pain_points(self, service_id: UUID | None = None) -> list[Grouped]:
        """The pain points of a service, or of all, by title."""
        with self._store.reading() as read:
            found = read.where(PainPoint) if service_id is None else read.where(PainPoint, service_id=service_id)
            counted = [Grouped(each, len(read.where(PainPointMember, pain_point_id=each.id))) for each in found]
        return sorted(counted, key=lambda each: each.pain_point.title.casefold())

    def make(self, service_id: UUID, title: str, note_ids: Iterable[UUID]) -> PainPoint:
        """A new pain point of these notes.

        Raises:
            Refused: it has no title, or the service has a pain point of that title.
            NotFound: the service or a note is not there any more.
        """
        named = " ".join(visible(title).split())[:_LONGEST_TITLE]
        if not named:
            raise Refused("A pain point needs a title; say in a few words what goes wrong.")
        with self._store.work("Pain point made") as work:
            work.get(Service, service_id)
            for known in work.where(PainPoint, service_id=service_id):
                if known.title.casefold() == named.casefold():
                    raise Refused(f"The service has a pain point called “{known.title}”; add the notes to that one.")
            made = PainPoint(service_id=service_id, title=named)
            work.put(made)
            _put_in(work, made, note_ids)
            work.commit()
        return made

    def add(self, pain_point_id: UUID, note_ids: Iterable[UUID]) -> None:
        """These notes have this cause, too.

        Raises:
            NotFound: the pain point or a note is not there any more.
        """
        with self._store.work("Notes put together") as work:
            _put_in(work, work.get(PainPoint, pain_point_id), note_ids)
            work.commit()

    def take_out(self, pain_point_id: UUID, note_id: UUID) -> None:
        """The note has another cause. A pain point that is left with nothing goes, too.

        Raises:
            NotFound: the note is not in this pain point.
        """
        with self._store.work("Note taken out of its pain point") as work:
            work.remove(work.get(PainPointMember, link_id(pain_point_id, note_id)))
            _drop_if_bare(work, pain_point_id)
            work.commit()


def _put_in(work: UnitOfWork, pain_point: PainPoint, note_ids: Iterable[UUID]) -> None:
    left: set[UUID] = set()
    for note_id in note_ids:
        work.get(Observation, note_id)
        for member in work.where(PainPointMember, observation_id=note_id):
            other = work.find(PainPoint, member.pain_point_id)
            if other is not None and other.id != pain_point.id and other.service_id == pain_point.service_id:
                work.remove(member)
                left.add(other.id)
        work.put(
            PainPointMember(id=link_id(pain_point.id, note_id), pain_point_id=pain_point.id, observation_id=note_id)
        )
    for other_id in left:
        _drop_if_bare(work, other_id)


def _drop_if_bare(work: UnitOfWork, pain_point_id: UUID) -> None:
    """Gone is only what holds nothing but its title: what a person has set stays, with or without notes."""
    pain_point = work.find(PainPoint, pain_point_id)
    if pain_point is None or work.where(PainPointMember, pain_point_id=pain_point_id):
        return
    bare = PainPoint(id=pain_point.id, service_id=pain_point.service_id, title=pain_point.title)
    if pain_point == bare:
        work.remove(pain_point)
