"""When it changes who may do what, whatever hangs on it is worked out anew: erasures, then everything under a seal."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, delete, select

from shadow_app.storage.doubts import doubt
from shadow_app.storage.erasing import Touched, all_erased, spread
from shadow_app.storage.erasures import replayed
from shadow_app.storage.seals import signer_of
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import change, erased
from shadow_app.storage.trust import Erasure, authority, erasures, sealed_records, statement_ids


def restate(connection: Connection) -> tuple[Touched, set[str]]:
    """Say anew which records are erased, and name every record that is to be settled anew.

    Returns:
        Kind and id of the records; and the hashes of what the newly erased among them were made of.
    """
    before = all_erased(connection)
    connection.execute(delete(erased))
    touched, contents = spread(connection, effective(connection, erasures(connection)) | replayed(connection))
    doubt(connection, before - all_erased(connection))
    back = before - all_erased(connection)
    for some in chunks(sorted(back)):
        rows = connection.execute(select(change.c.kind, change.c.record_id).where(change.c.record_id.in_(some)))
        touched |= {(row.kind, row.record_id) for row in rows}
    return touched | sealed_records(connection), contents


def effective(connection: Connection, found: Iterable[Erasure]) -> set[UUID]:
    """The records that a lead has erased, without what goes with them. Who may do what is never erased."""
    standing = authority(connection)
    gone = {each.record_id for each in found if standing.leads(signer_of(each.seal), each.cid)}
    return gone - statement_ids(connection) if gone else gone
