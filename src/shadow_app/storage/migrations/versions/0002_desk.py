"""The team lead's desk: decisions, follow-ups, telling, contacts, the programme, snapshots, editions, saved filters."""

from __future__ import annotations

from pathlib import Path

from alembic import op

from shadow_app.storage.migrations.rebuild import apply

revision = "0002"
down_revision = "0001"

_FILL = {
    "observation": {"state_answer": ""},
    "pain_point": {"theme": "", "engagement_owner": "", "fixing_team": "", "closed_why": ""},
    "commitment": {"outcome": ""},
}


def upgrade() -> None:
    apply(op.get_bind(), Path(__file__).with_suffix(".sql"), _FILL)
