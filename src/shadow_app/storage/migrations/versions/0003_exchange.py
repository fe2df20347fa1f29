"""What many laptops need: erasures, seals, waiting records, refused changes, known devices, what came in from where."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from shadow_app.storage.migrations.rebuild import apply

revision = "0003"
down_revision = "0002"

_FILL = {"change": {"seal": ""}}
"""What was written before there were seals is sealed when the store is opened."""


def upgrade() -> None:
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), _FILL)
