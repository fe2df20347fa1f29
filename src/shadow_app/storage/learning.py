"""The suggester's learnt counts, kept in step with confirmed tags a moment after Enter (`tagging.md` §2f).

A tag only marks its note (`to_learn`), because a note has a hundred features and Enter must not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.insight.words import features
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import erased, learnt, learnt_from, to_learn

_AT_ONCE = 500
_LEARNT = "SELECT service_id, feature, half_units FROM learnt WHERE half_units <> 0"


class Lesson(NamedTuple):
    """One text to learn for a service, or to forget (`sign` −1)."""

    text: str
    service_id: UUID
    sign: int


def catch_up(store: Reader, limit: int = 200) -> list[Lesson]:
    """Bring the counts in step with up to `limit` marked notes; returns what changed, for the copy in memory.

    Args:
        store: from `Store.maintaining()`, as this writes.
        limit: how many notes to take at once, so that the writer is soon free again.
    """
    lessons: list[Lesson] = []
    for observation_id in store.connection.scalars(select(to_learn.c.observation_id).limit(limit)).all():
        lessons += _lessons(store, observation_id)
        store.connection.execute(delete(to_learn).where(to_learn.c.observation_id == observation_id))
    _count(store, lessons)
    return lessons


def _lessons(store: Reader, observation_id: UUID) -> list[Lesson]:
    note = store.find(Observation, observation_id)
    text = "" if note is None or note.removed else note.text
    wanted = {tag.id: (tag.service_id, text) for tag in store.where(ServiceTag, observation_id=observation_id) if text}
    had = {
        row.tag_id: (row.service_id, row.text)
        for row in store.connection.execute(select(learnt_from).where(learnt_from.c.observation_id == observation_id))
    }
    lessons = []
    for tag_id, (service_id, words) in had.items():
        if wanted.get(tag_id) != (service_id, words):
            store.connection.execute(delete(learnt_from).where(learnt_from.c.tag_id == tag_id))
            lessons.append(Lesson(words, service_id, -1))
    for tag_id, (service_id, words) in wanted.items():
        if had.get(tag_id) != (service_id, words):
            row = {"tag_id": tag_id, "observation_id": observation_id, "service_id": service_id, "text": words}
            store.connection.execute(insert(learnt_from), row)
            lessons.append(Lesson(words, service_id, 1))
    return lessons


def _count(store: Reader, lessons: Sequence[Lesson]) -> None:
    rows = [
        {"service_id": lesson.service_id, "feature": feature, "half_units": lesson.sign * item.halves}
        for lesson in lessons
        for feature, item in features(lesson.text).items()
    ]
    if not rows:
        return
    add = insert(learnt)
    add = add.on_conflict_do_update(
        index_elements=[learnt.c.service_id, learnt.c.feature],
        set_={"half_units": learnt.c.half_units + add.excluded.half_units},
    )
    store.connection.execute(add, rows)
    if any(lesson.sign < 0 for lesson in lessons):
        store.connection.execute(delete(learnt).where(learnt.c.half_units == 0))


def forget_erased(store: Reader) -> None:
    """Take back what was learnt from whatever is erased by now, at once: the counts hold its words."""
    gone = select(erased.c.record_id)
    theirs = or_(learnt_from.c.observation_id.in_(gone), learnt_from.c.tag_id.in_(gone))
    rows = store.connection.execute(select(learnt_from.c.text, learnt_from.c.service_id).where(theirs)).all()
    store.connection.execute(delete(learnt_from).where(theirs))
    _count(store, [Lesson(text, service_id, -1) for text, service_id in rows])


def waiting(read: Reader) -> bool:
    """Whether any note is marked that has not been counted."""
    return read.connection.execute(select(to_learn.c.observation_id).limit(1)).first() is not None


def recount(store: Reader) -> None:
    """Count everything that was learnt anew: texts are counted differently since the counts were made."""
    store.connection.execute(delete(learnt))
    rows = store.connection.execute(select(learnt_from.c.text, learnt_from.c.service_id)).all()
    for start in range(0, len(rows), _AT_ONCE):
        _count(store, [Lesson(text, service_id, 1) for text, service_id in rows[start : start + _AT_ONCE]])


def learnt_counts(read: Reader) -> Iterator[tuple[UUID, str, int]]:
    """Every count as (service, feature, halves), for the copy in memory."""
    raw: Any = read.connection.connection.driver_connection
    # Straight from the driver: in half a million rows stand a few hundred services.
    ids: dict[bytes, UUID] = {}
    for service, feature, halves in raw.execute(_LEARNT):
        if service not in ids:
            ids[service] = UUID(bytes=service)
        yield ids[service], feature, halves


def notes_learnt(read: Reader) -> dict[UUID, int]:
    """How many notes each service has been learnt from."""
    query = select(learnt_from.c.service_id, func.count()).group_by(learnt_from.c.service_id)
    return {row[0]: row[1] for row in read.connection.execute(query)}


def lessons_learnt(read: Reader) -> list[tuple[str, UUID]]:
    """The texts and the services that people confirmed for them, for fitting the confidence."""
    query = select(learnt_from.c.text, learnt_from.c.service_id)
    return [(row[0], row[1]) for row in read.connection.execute(query)]
