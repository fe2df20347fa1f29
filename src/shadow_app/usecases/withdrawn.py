"""Erase what a host took back: until then it is hidden everywhere, and could be shown again by mistake."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.record import Record, link_id, new_id
from shadow_app.domain.visit import Activity, GuideAnswer, Visit
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.withdrawn import note_as_allowed
from shadow_app.storage import receipts
from shadow_app.storage.half_written import forget_of
from shadow_app.storage.listings import withdrawn_on
from shadow_app.storage.repository import Reader
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.erasing import ASKED_FOR
from shadow_app.usecases.membership import put_member
from shadow_app.usecases.receipts import TAKEN_BACK


def withdrawn_records(read: Reader, visit_id: UUID) -> list[Record]:
    """The records of a visit that hold what its host took back, also those that were removed.

    What the host said to prepared questions is noted as well, and goes with the agreement to notes.
    """
    subjects = withdrawn_on(read, [visit_id]).get(visit_id, set())
    notes = read.where(Observation, visit_id=visit_id, removed=True)
    attached = read.where(Attachment, visit_id=visit_id, removed=True)
    if ConsentSubject.NOTES in subjects:
        # A note takes along what is attached to it.
        owners = {each.id for each in notes}
        answers = read.where(GuideAnswer, visit_id=visit_id, removed=True)
        return [*notes, *answers, *(each for each in attached if each.observation_id not in owners)]
    found: list[Record] = []
    if ConsentSubject.QUOTES in subjects:
        # A recording is erased by itself, or a note without a written quote would keep it.
        found += [each for each in attached if each.is_voice]
        found += [each for each in notes if each.quote]
    if ConsentSubject.PHOTOS in subjects:
        found += [each for each in attached if not each.is_voice]
    return found


def erase_withdrawn(work: UnitOfWork, visit_id: UUID) -> int:
    """Erase them within an action; a note of which only the quote was taken back goes on without it, as a new note.

    The log keeps every version of a note, so the words leave it only with the note itself.

    Returns:
        How many records were erased.
    """
    subjects = withdrawn_on(work, [visit_id]).get(visit_id, set())
    found = withdrawn_records(work, visit_id)
    for record in found:
        if isinstance(record, Observation) and ConsentSubject.NOTES not in subjects and not record.removed:
            _go_on_without(work, record)
        work.erase(record)
    if ConsentSubject.NOTES in subjects:
        forget_of(work.connection, [visit_id])
    if found:
        _keep_receipt(work, work.recall(Visit, visit_id), found)
    return len(found)


def _keep_receipt(work: UnitOfWork, visit: Visit, gone: list[Record]) -> None:
    body = {
        "kind": TAKEN_BACK,
        "record_id": str(visit.id),
        "why": ASKED_FOR,
        "records": dict(Counter(each.kind_name for each in gone)),
        "editions": 0,
        "names": 0,
        "number": visit.number,
        "visited_on": f"{visit.local_start:%Y-%m-%d}",
    }
    # Whoever has heard of the last of them has heard of all.
    receipts.keep(work, gone[-1].id, body)


def _go_on_without(work: UnitOfWork, note: Observation) -> None:
    after = note_as_allowed(note, {ConsentSubject.QUOTES}).edited(id=new_id())
    work.put(after)
    for tag in work.where(ServiceTag, observation_id=note.id):
        work.put(tag.edited(id=link_id(after.id, tag.service_id), observation_id=after.id))
    for photo in work.where(Attachment, observation_id=note.id):
        if not photo.is_voice:
            work.put(photo.edited(id=new_id(), observation_id=after.id))
    for block in work.where(Activity, observation_id=note.id):
        work.put(block.edited(observation_id=after.id))
    for member in work.where(PainPointMember, observation_id=note.id):
        put_member(work, member.pain_point_id, after.id)
