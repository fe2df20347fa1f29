"""Leaving a team again with the arrival that led into it, as long as nothing hangs on it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, delete, exists, select

from shadow_app.storage.arrivals import join
from shadow_app.storage.seals import signer_of
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change, known_device, taking
from shadow_app.storage.trust import JOINED, fact_of, remember, root_of


def leave_with(store: Store, taking_id: UUID) -> bool:
    """Be one's own team again, if this arrival led into the other one and nothing else hangs on it.

    It stays where anything else came from elsewhere, another laptop's key was accepted since, or this laptop has signed
    something that its team judges: others may have that by now, and go by it.

    Returns:
        Whether it was left.
    """
    own = store.signer.public_key
    with store.maintaining() as write:
        connection = write.connection
        if fact_of(connection, JOINED) != str(taking_id) or _hangs_on_it(connection, taking_id, own, store.device):
            return False
        # The sender is a stranger again, as before; taking the file once more asks anew.
        connection.execute(delete(known_device).where(known_device.c.device != store.device))
        join(connection, own)
        remember(connection, JOINED, "")
    return True


def _hangs_on_it(connection: Connection, taking_id: UUID, own: str, own_device: str) -> bool:
    found = connection.execute(select(taking).where(taking.c.id == taking_id)).one()
    others = exists().where(taking.c.id != taking_id, taking.c.taken_back.is_(False))
    known = connection.scalars(select(known_device.c.device).where(known_device.c.device != own_device)).all()
    if connection.scalar(select(others)) or set(known) - {found.device} or root_of(connection) == own:
        return True
    seals = connection.scalars(select(change.c.seal).where(change.c.row > found.last_row, change.c.seal != ""))
    return any(signer_of(seal) == own for seal in seals)
