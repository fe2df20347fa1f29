"""Columns of tables that leave, and the neutral tables: our own words, for spreadsheets and unknown tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from shadow_app.interchange.export_rows import Addressee, Cell, PainOut, Subject
from shadow_app.interchange.export_text import plain

LONGEST_CELL = 32_000
"""Spreadsheets take 32,767 characters in a cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and the cell that a row has under it."""

    heading: str
    cell: Callable[[Any, Addressee], Cell]


Columns: TypeAlias = tuple[Column, ...]


def column(heading: str, cell: Callable[[Any], Cell]) -> Column:
    """A column for which it does not matter where the table goes."""
    return Column(heading, lambda row, _to: cell(row))


def _about(row: PainOut) -> str:
    return plain(row.story, LONGEST_CELL)


_PAINS: Columns = (
    column("id", lambda row: str(row.id)),
    column("pain_point", lambda row: row.title),
    column("organisation", lambda row: row.organisation),
    column("service_code", lambda row: row.service_code),
    column("service", lambda row: row.service),
    column("description", _about),
    column("impact", lambda row: row.impact),
    column("urgency", lambda row: row.urgency),
    column("priority", lambda row: row.priority),
    column("lane", lambda row: row.lane.value),
    column("hours_a_year", lambda row: round(row.hours, 1)),
    column("hours_low", lambda row: round(row.low, 1)),
    column("hours_high", lambda row: round(row.high, 1)),
    column("hours_where_nobody_has_been", lambda row: round(row.extrapolated_hours, 1)),
    column("money_a_year", lambda row: round(row.cost, 2)),
    column("currency", lambda row: row.currency),
    column("weighted_hours", lambda row: round(row.weighted, 1)),
    column("evidence", lambda row: row.evidence.value),
    column("notes", lambda row: row.notes),
    column("visits", lambda row: row.visits),
    column("sites", lambda row: row.sites),
    column("effort_days", lambda row: row.effort_days),
    column("effort_worth_days", lambda row: round(row.effort_cap, 1)),
    column("decision", lambda row: row.choice.value if row.choice else ""),
    column("reason", lambda row: row.reason),
    column("review_on", lambda row: row.review_on),
    column("promise", lambda row: row.promise),
    column("due_on", lambda row: row.due_on),
    column("owner_team", lambda row: row.owner_team),
    column("engagement_owner", lambda row: row.engagement_owner),
    column("value_at_stake", lambda row: row.value_at_stake),
)


def _half(rank: float | None) -> Cell:
    return None if rank is None else round(rank, 1)


_SERVICES: Columns = (
    column("rank", lambda row: row.rank),
    column("id", lambda row: str(row.id)),
    column("service_code", lambda row: row.service_code),
    column("service", lambda row: row.service),
    column("owner_team", lambda row: row.owner_team),
    column("hours_a_year", lambda row: round(row.hours, 1)),
    column("hours_low", lambda row: round(row.low, 1)),
    column("hours_high", lambda row: round(row.high, 1)),
    column("hours_where_nobody_has_been", lambda row: round(row.extrapolated_hours, 1)),
    column("money_a_year", lambda row: round(row.cost, 2)),
    column("currency", lambda row: row.currency),
    column("weighted_hours", lambda row: round(row.weighted, 1)),
    column("lane", lambda row: row.lane.value),
    column("evidence", lambda row: row.evidence.value),
    column("notes", lambda row: row.notes),
    column("visits", lambda row: row.visits),
    column("chance_in_first_three", lambda row: round(row.in_top_three, 3)),
    column("assumed_rank", lambda row: row.assumed_rank),
    column("stated_rank", lambda row: _half(row.stated_rank)),
)


def _yes_or_no(answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"


_NOTES: Columns = (
    column("id", lambda row: str(row.id)),
    column("seen", lambda row: row.seen),
    column("organisation", lambda row: row.organisation),
    column("unit", lambda row: row.unit),
    column("site", lambda row: row.site),
    column("role", lambda row: row.role),
    column("kind", lambda row: row.kind.value),
    column("evidence", lambda row: row.evidence),
    column("services", lambda row: " | ".join(row.services)),
    column("pain_point", lambda row: row.pain_point),
    column("pain_point_id", lambda row: str(row.pain_point_id) if row.pain_point_id else ""),
    column("text", lambda row: row.text[:LONGEST_CELL]),
    column("consequence", lambda row: row.consequence[:LONGEST_CELL]),
    column("quote", lambda row: row.quote[:LONGEST_CELL]),
    column("minutes", lambda row: row.minutes),
    column("count", lambda row: row.count),
    column("people", lambda row: row.people),
    column("business_damage", lambda row: row.damage),
    column("time_to_damage", lambda row: row.time_to_damage),
    column("workaround", lambda row: row.workaround),
    column("reported_to_desk", lambda row: _yes_or_no(row.reported_to_desk)),
)

_PROMISES: Columns = (
    column("id", lambda row: str(row.id)),
    column("promise", lambda row: row.text),
    column("owner", lambda row: row.owner),
    column("state", lambda row: row.state.value),
    column("due_on", lambda row: row.due_on),
    column("settled_on", lambda row: row.settled_on),
    column("outcome", lambda row: row.outcome),
    column("effort_days", lambda row: row.effort_days),
    column("site", lambda row: row.site),
    column("pain_point", lambda row: row.pain_point),
    column("pain_point_id", lambda row: str(row.pain_point_id) if row.pain_point_id else ""),
)

NEUTRAL: Mapping[Subject, Columns] = {
    Subject.PAINS: _PAINS,
    Subject.SERVICES: _SERVICES,
    Subject.NOTES: _NOTES,
    Subject.PROMISES: _PROMISES,
}
