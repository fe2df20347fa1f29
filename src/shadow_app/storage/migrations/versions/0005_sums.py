"""Sums per pain point, site, role and scope; learnt counts by feature; indexes of what waits and of several heads.

The sums are added up anew at the next ranking, which takes seconds in a large store.
"""

from __future__ import annotations

from pathlib import Path

from alembic import op

from shadow_app.storage.migrations.rebuild import apply

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.execute("DELETE FROM tally")  # a sum of then does not know its site and its days
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), {})
    op.execute("INSERT OR IGNORE INTO stale_visit SELECT id FROM visit")
    op.execute("INSERT INTO learnt_total SELECT service_id, sum(half_units) FROM learnt GROUP BY service_id")
    op.execute("INSERT OR REPLACE INTO fact SELECT 'learnt.features', count(DISTINCT feature) FROM learnt")
