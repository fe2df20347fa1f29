"""What many laptops need: erasures, waiting records, refused changes, known devices, what came in and from where."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from shadow_app.storage.migrations.rebuild import apply

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), {})
