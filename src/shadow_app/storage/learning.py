"""The suggester's learnt counts, kept in step with confirmed tags a moment after Enter (`tagging.md` §2f).

A tag only marks its note (`to_learn`), because a note has a hundred features and Enter must not wait for them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, or_, select, text
from sqlalchemy.dialects.sqlite import Insert, insert

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.insight.kept_counts import Totals
from shadow_app.insight.words import features
from shadow_app.storage.repository import Reader
from shadow_app.storage.tables import erased, fact, learnt, learnt_from, learnt_total, to_learn

_AT_ONCE = 500
_KNOWN = "SELECT value FROM json_each(:wanted) WHERE EXISTS (SELECT 1 FROM learnt WHERE feature = value)"
_COUNTS = """
    SELECT feature, service_id, half_units FROM json_each(?) w CROSS JOIN learnt ON feature = w.value
    WHERE half_units <> 0
"""

FEATURES = "learnt.features"
"""The fact that says how many features have a count: to count them takes a look at every one."""

_ADD_UP = (
    "DELETE FROM learnt_total",
    "INSERT INTO learnt_total SELECT service_id, sum(half_units) FROM learnt GROUP BY service_id",
    f"INSERT OR REPLACE INTO fact SELECT '{FEATURES}', count(DISTINCT feature) FROM learnt",
)


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
    written = "" if note is None or note.removed else note.text
    tags = store.where(ServiceTag, observation_id=observation_id) if written else []
    wanted = {tag.id: (tag.service_id, written) for tag in tags}
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
    rows, sums, touched = [], Counter[UUID](), set[str]()
    for lesson in lessons:
        for feature, item in features(lesson.text).items():
            halves = lesson.sign * item.halves
            rows.append({"service_id": lesson.service_id, "feature": feature, "half_units": halves})
            sums[lesson.service_id] += halves
            touched.add(feature)
    if not rows:
        return
    before = len(known(store, touched))
    store.connection.execute(_adding(learnt, "service_id", "feature"), rows)
    if any(lesson.sign < 0 for lesson in lessons):
        store.connection.execute(delete(learnt).where(learnt.c.half_units == 0))
    told = [{"service_id": service_id, "half_units": halves} for service_id, halves in sums.items()]
    store.connection.execute(_adding(learnt_total, "service_id"), told)
    _remember_features(store, _number_of_features(store) + len(known(store, touched)) - before)


def _adding(table: Table, *keys: str) -> Insert:
    add = insert(table)
    return add.on_conflict_do_update(
        index_elements=[table.c[name] for name in keys],
        set_={"half_units": table.c.half_units + add.excluded.half_units},
    )


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
    add_up(store.connection)
    rows = store.connection.execute(select(learnt_from.c.text, learnt_from.c.service_id)).all()
    for start in range(0, len(rows), _AT_ONCE):
        _count(store, [Lesson(words, service_id, 1) for words, service_id in rows[start : start + _AT_ONCE]])


def add_up(connection: Connection) -> None:
    """Make what is known of all counts together anew, after something wrote the counts themselves."""
    for statement in _ADD_UP:
        connection.exec_driver_sql(statement)


def counts(read: Reader, wanted: Collection[str]) -> Iterator[tuple[str, UUID, int]]:
    """Every count of these features as (feature, service, halves)."""
    raw: Any = read.connection.connection.driver_connection
    ids: dict[bytes, UUID] = {}
    # Straight from the driver: in thousands of rows stand a few hundred services.
    for feature, service, halves in raw.execute(_COUNTS, (json.dumps(list(wanted)),)):
        if service not in ids:
            ids[service] = UUID(bytes=service)
        yield feature, ids[service], halves


def known(read: Reader, wanted: Collection[str]) -> set[str]:
    """Those of these features that have a count."""
    return set(read.connection.scalars(text(_KNOWN), {"wanted": json.dumps(list(wanted))}))


def totals(read: Reader) -> Totals:
    """What is known of all counts together."""
    sums = read.connection.execute(select(learnt_total.c.service_id, learnt_total.c.half_units))
    return Totals({row[0]: row[1] for row in sums}, notes_learnt(read), _number_of_features(read))


def _number_of_features(read: Reader) -> int:
    return int(read.connection.scalar(select(fact.c.value).where(fact.c.name == FEATURES)) or 0)


def _remember_features(store: Reader, number: int) -> None:
    row = {"name": FEATURES, "value": str(number)}
    store.connection.execute(insert(fact).on_conflict_do_update(index_elements=["name"], set_=row), row)


def notes_learnt(read: Reader) -> dict[UUID, int]:
    """How many notes each service has been learnt from."""
    query = select(learnt_from.c.service_id, func.count()).group_by(learnt_from.c.service_id)
    return {row[0]: row[1] for row in read.connection.execute(query)}


def lessons_learnt(read: Reader) -> list[tuple[str, UUID]]:
    """The texts and the services that people confirmed for them, for fitting the confidence."""
    query = select(learnt_from.c.text, learnt_from.c.service_id)
    return [(row[0], row[1]) for row in read.connection.execute(query)]
