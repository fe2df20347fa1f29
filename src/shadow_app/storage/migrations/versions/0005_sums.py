"""Sums per pain point, site, role and scope, kept beside those per visit; all are added up anew at the next ranking."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from shadow_app.storage.migrations.rebuild import apply

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    # A sum of then does not know its site and its days, and it takes seconds to add up what there is.
    op.execute("DELETE FROM tally")
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), {})
    op.execute("INSERT OR IGNORE INTO stale_visit SELECT id FROM visit")
