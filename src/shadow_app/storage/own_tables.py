"""Tables that lie beside the log and never travel: the key list of this computer, and receipts of what was erased."""

from __future__ import annotations

from sqlalchemy import DDL, JSON, Column, Integer, Table, Text, event

from shadow_app.storage.columns import Id, Instant
from shadow_app.storage.tables import erased, metadata

host_key = Table(
    "host_key",
    metadata,
    Column("host_id", Id, primary_key=True),
    Column("visit_id", Id, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("since", Instant, nullable=False),
)
"""Who stands behind a pseudonym. Outside the log, so that no segment, file or hub ever holds a name."""

HOST_KEY_FOLLOWS = (
    "CREATE TRIGGER host_key_follows AFTER INSERT ON erased BEGIN "
    "DELETE FROM host_key WHERE host_id = NEW.record_id OR visit_id = NEW.record_id; END"
)
"""An erasure takes the name along, whichever laptop it comes from."""

event.listen(erased, "after_create", DDL(HOST_KEY_FOLLOWS))  # type: ignore[no-untyped-call]

erasure_receipt = Table(
    "erasure_receipt",
    metadata,
    Column("id", Id, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("scope", Id, nullable=False),
    Column("device", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("body", JSON, nullable=False),
)
"""What an erasure took: ids, counts, days, never content; and the change by which others hear of it."""

erasure_seen = Table(
    "erasure_seen",
    metadata,
    Column("receipt_id", Id, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("at", Instant, nullable=False),
    sqlite_with_rowid=False,
)
"""Which laptops have shown, by what they said they have, that an erasure reached them."""
