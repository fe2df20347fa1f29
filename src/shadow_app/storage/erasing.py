"""Erasure: content gone for good, here and wherever the log travels (`reliability.md` §3.4, §5).

What is erased says a lead's sealed change, and nothing else. Erasing a visit erases everything in its scope; erasing a
note takes its tags, photos and places in pain points along, whichever laptop they come from and however late. An erased
change stays as a husk, so that numbers keep running; of what it held it keeps only the id of what it belonged to, so
that a laptop which never had the content comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, case, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from shadow_app.domain.change import Change
from shadow_app.domain.observation import Attachment
from shadow_app.domain.released import Edition
from shadow_app.storage.doubts import nothing_erased_is_doubtful
from shadow_app.storage.half_written import forget_of
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import TABLES, blob, change, erased, present, refused

OWNERS: dict[str, tuple[str, ...]] = {
    "service_tag": ("observation_id",),
    "attachment": ("observation_id",),
    "pain_point_member": ("observation_id", "pain_point_id"),
    "decision": ("pain_point_id",),
    "follow_up": ("pain_point_id",),
    "feedback": ("pain_point_id",),
    "conversation": ("contact_id",),
}
"""Kind → the fields that name what it cannot outlive."""

_ID_LENGTH = 36


def _owner_in_sql(field: str) -> ColumnElement[Any]:
    value = func.json_extract(change.c.data, f"$.{field}")
    return case(((func.typeof(value) == "text") & (func.length(value) == _ID_LENGTH), value), else_=None)


_OWNERS_ALONE = case(
    *(
        (
            change.c.kind == kind,
            # A merge patch leaves out what is null.
            func.json_patch("{}", func.json_object(*(part for f in fields for part in (f, _owner_in_sql(f))))),
        )
        for kind, fields in OWNERS.items()
    ),
    else_="{}",
)

_CONTENTS = ("sha256", "content_sha256", "pdf_sha256")

Touched = set[tuple[str, UUID]]


def husk(came: Change) -> Change:
    """What is left of a change whose record is erased."""
    if came.seal and came.op == "erase":
        return came
    owners = {name: came.data[name] for name in OWNERS.get(came.kind, ()) if owner_of(came.data, name) is not None}
    return came.model_copy(update={"op": "erase", "data": owners, "replaces": {}, "label": "", "seal": ""})


def owner_of(data: Mapping[str, Any], field: str) -> UUID | None:
    """The id that a change names as its owner, if it is one."""
    value = data.get(field)
    if not isinstance(value, str) or len(value) != _ID_LENGTH:
        return None
    try:
        found = UUID(value)
    except ValueError:
        return None
    return found if str(found) == value.lower() else None


def spread(connection: Connection, ids: Iterable[UUID]) -> tuple[Touched, set[str]]:
    """Make husks of every change of these records, of what lies in their scopes and of what they own.

    Returns:
        Kind and id of every record that was erased, for settling; and the hashes of what they were made of.
    """
    touched: Touched = set()
    contents: set[str] = set()
    done: set[UUID] = set()
    frontier = set(ids)
    while frontier:
        owned = _owned_by(connection, frontier)
        for some in chunks(sorted(frontier)):
            connection.execute(insert(erased).on_conflict_do_nothing(), [{"record_id": each} for each in some])
            contents |= contents_of(connection, some)
            touched |= _husks(connection, some)
        done |= frontier
        frontier = ({record_id for _, record_id in touched} | owned) - done
    nothing_erased_is_doubtful(connection)
    forget_of(connection, done)
    return touched, contents


def _husks(connection: Connection, ids: list[UUID]) -> Touched:
    theirs = or_(change.c.record_id.in_(ids), change.c.scope.in_(ids))
    rows = connection.execute(select(change.c.kind, change.c.record_id).where(theirs).distinct())
    found = {(row.kind, row.record_id) for row in rows}
    empty = {"op": "erase", "data": _OWNERS_ALONE, "replaces": {}, "label": "", "seal": ""}
    connection.execute(update(change).where(theirs, change.c.op == "put").values(empty))
    connection.execute(delete(refused).where(or_(refused.c.record_id.in_(ids), refused.c.scope.in_(ids))))
    return found


def _owned_by(connection: Connection, ids: set[UUID]) -> set[UUID]:
    """Records whose changes name one of these as their owner: asked of the log, so that arrival decides nothing."""
    owned: set[UUID] = set()
    for some in chunks([str(each) for each in sorted(ids)]):
        for kind, fields in OWNERS.items():
            for field in fields:
                named = func.lower(func.json_extract(change.c.data, f"$.{field}")).in_(some)
                query = select(change.c.record_id).where(change.c.kind == kind, named)
                owned.update(connection.scalars(query))
    return owned


def all_erased(connection: Connection) -> set[UUID]:
    """Every id whose content is gone."""
    return set(connection.scalars(select(erased.c.record_id)))


def contents_of(connection: Connection, ids: Iterable[UUID] | None = None) -> set[str]:
    """The hashes of what the log's photos and released reports are made of: of all, or of these records and scopes."""
    query = select(change.c.data).where(change.c.kind.in_(("attachment", "edition")), change.c.op == "put")
    if ids is None:
        return {sha for data in connection.scalars(query) for sha in named_in(data)}
    found: set[str] = set()
    for some in chunks(sorted(ids)):
        mine = or_(change.c.record_id.in_(some), change.c.scope.in_(some))
        found.update(sha for data in connection.scalars(query.where(mine)) for sha in named_in(data))
    return found


def named_in(data: dict[str, Any]) -> list[str]:
    """The hashes of content that one change names."""
    return [str(data[name]) for name in _CONTENTS if data.get(name)]


def drop_unused(connection: Connection, hashes: Iterable[str]) -> None:
    """Let content go that no photo and no standing report is made of; SQLite overwrites it (`secure_delete`)."""
    photos, editions = TABLES[Attachment], TABLES[Edition]
    for sha in sorted(set(hashes)):
        attached = select(photos.c.row).where(photos.c.sha256 == sha, present(photos)).exists()
        released = (
            select(editions.c.row)
            .where(
                or_(editions.c.content_sha256 == sha, editions.c.pdf_sha256 == sha), editions.c.withdrawn_at.is_(None)
            )
            .exists()
        )
        connection.execute(delete(blob).where(blob.c.sha256 == sha, ~attached, ~released))
