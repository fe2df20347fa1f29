"""Who stands behind a pseudonym goes out of the log; receipts of what was erased."""

from __future__ import annotations

from pathlib import Path

from alembic import op
from sqlalchemy import Connection, text

from shadow_app.storage.migrations.rebuild import apply

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), {"edition": {"known_withdrawals": "[]"}})
    _take_names_out_of_the_log(op.get_bind())


def _take_names_out_of_the_log(connection: Connection) -> None:
    """Names that an earlier version wrote into the log: they would go on travelling with it.

    What a change replaces stays, or one that only gave a name would look like the one that made the record.
    """
    connection.execute(
        text(
            "INSERT OR IGNORE INTO host_key (host_id, visit_id, name, since) "
            "SELECT id, visit_id, name, CAST(strftime('%s', 'now') AS INTEGER) * 1000000 FROM host "
            "WHERE name <> '' AND removed = 0"
        )
    )
    connection.execute(text("UPDATE host SET name = '', heads = json_remove(heads, '$.name')"))
    connection.execute(
        text(
            "UPDATE change SET data = json_remove(data, '$.name') "
            "WHERE kind = 'host' AND json_type(data, '$.name') IS NOT NULL"
        )
    )
