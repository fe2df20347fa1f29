"""One pain point, full of what a receiver could take for its own."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from shadow_app.domain.vocabulary import Choice, EvidenceGrade, Lane
from shadow_app.interchange.export_rows import PainOut, Passage

PAIN_ID = UUID("01a20212-96bf-70ad-b0b6-f2405bdae354")


def pain(**fields: Any) -> PainOut:
    """Example 1b of `domain.md` §3.2, with hostile words."""
    values: dict[str, Any] = {
        "id": PAIN_ID,
        "title": "Label printer jams mid load",
        "organisation": "Larkfield Parcels",
        "service": "Label printing",
        "service_code": "02",
        "story": (Passage("What we saw", ("=cmd|' /C calc'!A0", "<b>trunk</b> *held*")),),
        "impact": 1,
        "urgency": 1,
        "priority": 1,
        "lane": Lane.DAMAGING,
        "evidence": EvidenceGrade.SOLID,
        "hours": 228.6,
        "low": 92.0,
        "high": 527.9,
        "extrapolated_hours": 0.0,
        "cost": 5143.5,
        "currency": "GBP",
        "weighted": 1600.2,
        "notes": 5,
        "visits": 3,
        "sites": 2,
        "effort_days": 5.0,
        "effort_cap": 11.43,
        "choice": Choice.DO,
        "reason": "it stops the trunk",
        "review_on": date(2027, 1, 31),
        "promise": "a second printer",
        "due_on": date(2026, 12, 24),
        "owner_team": "Print services",
        "engagement_owner": "Bob",
        "value_at_stake": "a late trunk",
    }
    return PainOut(**{**values, **fields})
