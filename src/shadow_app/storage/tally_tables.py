"""The sums that the score is worked out from, and what must be added up again: derived, and made anew at any time.

Kept beside `tables`. Adding up is `tallies`; a ranking reads them by `sheets`, the lists by `pain_listings`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from shadow_app.storage.columns import Flag, Id
from shadow_app.storage.tables import metadata

RATE_SUMS = (
    "notes",
    "seen",
    "timed_count",
    "timed_minutes",
    "estimated_count",
    "estimated_minutes",
    "told",
    "told_count",
    "told_minutes",
    "rate_hour",
    "rate_day",
    "rate_week",
    "rate_month",
    "rate_notes",
    "people_sum",
    "people_notes",
)
GRADE_SUMS = (
    *(f"d{grade}" for grade in range(5)),
    *(f"t{grade}" for grade in range(4)),
    "w_none",
    "w_clumsy",
    "w_good",
    "surprises",
)
TALLY_SUMS = (*RATE_SUMS, *GRADE_SUMS)


def _key(*names: str) -> tuple[Column[Any], ...]:
    """A key holds no NULL: "not sorted yet" is the id of nothing but zeros here."""
    return tuple(Column(name, Id, primary_key=True) for name in names)


def _counted() -> tuple[Column[Any], ...]:
    """Whole notes, and when the last one was noted and seen: seconds since 1970 by the clock of the site."""
    return (
        Column("noted", Integer, nullable=False),
        Column("noted_at", Integer, nullable=False),
        Column("seen_at", Integer),
    )


stale_visit = Table("stale_visit", metadata, Column("visit_id", Id, primary_key=True))
"""Visits whose tallies must be added up again before the next ranking."""

tally = Table(
    "tally",
    metadata,
    Column("visit_id", Id, nullable=False, index=True),
    Column("role_id", Id, nullable=False),
    Column("pain_point_id", Id),
    Column("service_id", Id, nullable=False),
    Column("site_id", Id, nullable=False),
    Column("note_scope", Text, nullable=False),
    *_counted(),
    *(Column(name, Float, nullable=False) for name in TALLY_SUMS),
    Index(None, "site_id", "service_id"),
)
"""The sums that the score is worked out from, one row per pain point × visit × role × scope; see `tallies`."""

stratum_tally = Table(
    "stratum_tally",
    metadata,
    *_key("service_id", "pain_point_id", "site_id", "role_id"),
    Column("note_scope", Text, primary_key=True),
    Column("plain", Flag, nullable=False),
    *(Column(name, Float, nullable=False) for name in RATE_SUMS),
    sqlite_with_rowid=False,
)
"""The same sums per pain point × site × role × scope: what a ranking reads. `plain` says that all from `told` on
is 0, as of nearly all rows: looking at ten values of each to find that out took a third of the time."""

pain_tally = Table(
    "pain_tally",
    metadata,
    *_key("service_id", "pain_point_id", "site_id"),
    *_counted(),
    Column("visits", Text, nullable=False),
    *(Column(name, Float, nullable=False) for name in GRADE_SUMS),
    sqlite_with_rowid=False,
)
"""What stands behind a pain point at a site: its notes, its visits (their rows, with commas), how it was graded."""

stale_tally = Table(
    "stale_tally",
    metadata,
    *_key("site_id", "service_id"),
    sqlite_with_rowid=False,
)
"""Whose sums over visits are being added up again; empty between two transactions."""

visit_role = Table(
    "visit_role",
    metadata,
    Column("visit_id", Id, primary_key=True),
    Column("role_id", Id, primary_key=True),
)
"""The roles that were really seen on a visit: its main role and those of its notes."""
