"""What somebody was typing and has not saved: facts of this copy of the store, which end with what they are about.

They are no records, so that an erasure would pass them by.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, delete, select

from shadow_app.storage.tables import fact

LINE = "unsaved"
"""The line that is being typed, as JSON that names its visit."""
PHOTOS, PHOTO = "unsaved.pictures", "unsaved.picture."
"""Its photos, as JSON that names the visit first; and each of them, by the number of its place."""
WORDS = "typed"
"""What was kept when the program failed or was locked."""
PICTURES = "typed.pictures"
"""Theirs."""
VISITS = "typed.visits"
"""The visits that the words and the pictures may be about, as far as they were known."""


def forget_of(connection: Connection, ids: Collection[UUID]) -> None:
    """Let go of what was being typed about these visits; the caller commits and scrubs."""
    asked = select(fact.c.name, fact.c.value).where(fact.c.name.in_((LINE, PHOTOS, VISITS)))
    told: dict[str, str] = {row.name: row.value for row in connection.execute(asked)}
    gone = {str(each) for each in ids}
    names: list[str] = []
    if _visit_of(told.get(LINE)) in gone:
        names.append(LINE)
    if _visit_of(told.get(PHOTOS)) in gone:
        names += [PHOTOS, *connection.scalars(select(fact.c.name).where(fact.c.name.startswith(PHOTO)))]
    if not gone.isdisjoint(told.get(VISITS, "").split()):
        names += [WORDS, PICTURES, VISITS]
    if names:
        connection.execute(delete(fact).where(fact.c.name.in_(names)))


def _visit_of(said: str | None) -> str:
    try:
        told = json.loads(said or "{}")
    except (ValueError, RecursionError):
        return ""
    if isinstance(told, list):
        return str(told[0]) if told else ""
    return str(told.get("visit_id")) if isinstance(told, dict) else ""
