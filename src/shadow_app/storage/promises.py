"""Promises with the place to which they were given, in one query however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from shadow_app.domain.decision import Commitment
from shadow_app.domain.organisation import Site
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.tables import TABLES, no, present

_promise, _visit, _site = TABLES[Commitment], TABLES[Visit], TABLES[Site]


@dataclass(frozen=True)
class Given:
    """A promise, and the site to which it was given where one is known."""

    commitment: Commitment
    site_id: UUID | None
    site: str


def promises(read: Reader, states: Sequence[CommitmentState] = (), *, site_id: UUID | None = None) -> list[Given]:
    """Promises, earliest due first and those without a date last; none of a visit that was removed.

    Args:
        read: a consistent view of the store.
        states: only promises in these; all if empty.
        site_id: only what was promised there.
    """
    place = func.coalesce(_promise.c.site_id, _visit.c.site_id)
    query = (
        select(_promise, _site.c.id.label("given_at"), func.coalesce(_site.c.name, "").label("site_name"))
        .outerjoin(_visit, _visit.c.id == _promise.c.visit_id)
        .outerjoin(_site, _site.c.id == place)
        .where(present(_promise), func.coalesce(_visit.c.removed, no()) == no())
        .order_by(_promise.c.due_on.nulls_last(), _site.c.name, _promise.c.text)
    )
    if states:
        query = query.where(_promise.c.state.in_(states))
    if site_id is not None:
        query = query.where(place == site_id)
    return [Given(record_from(Commitment, row), row.given_at, row.site_name) for row in read.connection.execute(query)]
