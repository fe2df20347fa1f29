"""Who a copy of the store is: its device id, its signing key, and the team of its own that it starts with."""

from __future__ import annotations

import base64
import secrets

from sqlalchemy import Connection, Engine, func, insert, literal_column, or_, select, update

from shadow_app.domain.change import Change
from shadow_app.domain.team import LEADS_STATES
from shadow_app.storage.seals import Signer, new_seed
from shadow_app.storage.tables import change, fact
from shadow_app.storage.trust import ROOT, fact_of, root_of

DEVICE, KEY = "device", "device.key"


def identity(reader: Engine, writer: Engine) -> tuple[str, Signer]:
    """The device's id and key, made when the store is opened for the first time; of two who open it at once, one does.

    Reading comes first, so that opening a store waits for nobody who is writing.
    """
    with reader.connect() as connection:
        known = _known(connection)
    if known is not None:
        return known
    with writer.begin() as connection:
        return _known(connection) or _made(connection)


def renew_signer(connection: Connection) -> bool:
    """Take another signing key, because somebody may know this one; whether it could be.

    The key that a team goes by stays: everything that its holder has ever said as a lead hangs on it.
    """
    known = _known(connection)
    if known is None or known[1].public_key == root_of(connection):
        return False
    fresh = base64.b64encode(new_seed()).decode()
    connection.execute(update(fact).where(fact.c.name == KEY).values(value=fresh))
    return True


def _known(connection: Connection) -> tuple[str, Signer] | None:
    device, key = fact_of(connection, DEVICE), fact_of(connection, KEY)
    return (device, Signer(base64.b64decode(key))) if device and key else None


def _made(connection: Connection) -> tuple[str, Signer]:
    device = fact_of(connection, DEVICE)
    signer = Signer(new_seed())
    facts = {KEY: base64.b64encode(signer.seed).decode(), ROOT: signer.public_key}
    if device:
        _seal_old(connection, signer)
    else:
        facts[DEVICE] = device = secrets.token_hex(8)
    connection.execute(insert(fact), [{"name": name, "value": value} for name, value in facts.items()])
    return device, signer


def _seal_old(connection: Connection, signer: Signer) -> None:
    """What was written here before there were seals was written by somebody who worked alone, and holds."""
    state = func.json_extract(change.c.data, "$.state")
    merged = func.json_type(change.c.data, "$.merged_into_id")
    leads = or_(
        (change.c.kind == "observation") & state.in_([str(each) for each in LEADS_STATES]),
        (change.c.kind == "pain_point") & merged.is_not(None),
    )
    columns = [change.c[name] for name in Change.model_fields]
    for row in connection.execute(select(*columns).where(leads, literal_column("op = 'put'"))).all():
        sealed = signer.seal(Change.model_construct(**row._mapping))
        own = (change.c.device == sealed.device) & (change.c.cid == sealed.cid)
        connection.execute(update(change).where(own).values(seal=sealed.seal))
