"""What IT teams aim at, as a file: team, visits and hours per person and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.language import mark, say, sequence
from shadow_app.domain.programme import Target, contradiction
from shadow_app.domain.record import link_id
from shadow_app.interchange.cells import Unfit, decimal
from shadow_app.interchange.columns import Column, Layout, name_key
from shadow_app.interchange.csv_reader import Row, RowRefused, Sheet, read_sheet
from shadow_app.interchange.plan import PlanDraft, valid
from shadow_app.interchange.tickets import NamedPlan

WHAT = mark("a list of targets")

_DAYS, _HOURS = 366, 8_784
"""What the longest year has of each."""


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One team; what the file does not say is None."""

    line_number: int
    team: str
    visits: float | None
    hours: float | None


_TARGETS = Layout(
    "targets",
    (
        Column("team", ("team", "it_team", "group", "support_group", "department"), required=True),
        Column(
            "visits", ("visits", "visits_per_person", "visits_per_person_and_year", "visits_per_year", "target_visits")
        ),
        Column("hours", ("hours", "hours_per_person", "hours_per_person_and_year", "hours_per_year", "target_hours")),
    ),
)


def read_targets(data: bytes) -> Sheet[TargetRow]:
    """The targets in a file.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    return read_sheet(data, (_TARGETS,), _target, WHAT)


def plan_targets(
    sheet: Sheet[TargetRow], programme_id: UUID, teams: Iterable[str], existing: Iterable[Target]
) -> NamedPlan:
    """Compare the targets with those that are there; a team that contradicts itself is refused on every line of it.

    Args:
        sheet: the rows.
        programme_id: whose targets they are.
        teams: the teams that IT's people belong to.
        existing: the programme's targets, the removed ones, too.
    """
    spelt = {name_key(team): team for team in teams if team}
    known = {target.id: target for target in existing}
    draft = PlanDraft()
    rows: dict[str, list[TargetRow]] = defaultdict(list)
    for row in sheet.rows:
        rows[name_key(row.team)].append(row)
    names: dict[UUID, str] = {}
    for key, said in rows.items():
        try:
            target = _record(said, spelt.get(key), programme_id, known)
        except Unfit as reason:
            draft.refused += [RowRefused(row.line_number, str(reason)) for row in said]
            continue
        names[target.id] = _named(target)
        before = known.get(target.id)
        draft.put(said[0].line_number, None if before is None or before.removed else before, target)
    new, changed = tuple(draft.new), tuple(draft.changed)
    return NamedPlan(new, changed, tuple(draft.unchanged), draft.all_refused(sheet), names=names)


def _target(row: Row, _layout: Layout) -> TargetRow:
    team = " ".join(row.text("team").split())
    if not team:
        raise Unfit(say("the team is missing."))
    told_visits, told_hours = row.text("visits"), row.text("hours")
    if not told_visits and not told_hours:
        raise Unfit(say("neither visits nor hours are given for the team “{team}”.", team=team[:60]))
    visits, hours = _within(told_visits, "visits", _DAYS, "days"), _within(told_hours, "hours", _HOURS, "hours")
    if told := contradiction(visits, hours):
        raise Unfit(f"{told}.")
    return TargetRow(row.line_number, team, visits, hours)


def _within(text: str, what: str, most: int, unit: str) -> float | None:
    number = decimal(text, what) if text else None
    if number is not None and number > most:
        raise Unfit(
            say(
                "{number:,g} {what} a person are more than a year has {unit}: {most:,} is the most.",
                number=number,
                what=what,
                unit=unit,
                most=most,
            )
        )
    return number


def _record(said: list[TargetRow], team: str | None, programme_id: UUID, known: dict[UUID, Target]) -> Target:
    first = said[0]
    if team is None:
        raise Unfit(say("nobody of IT belongs to a team called “{team}”. Add its people first.", team=first.team[:60]))
    if any((row.visits, row.hours) != (first.visits, first.hours) for row in said):
        lines = ", ".join(str(row.line_number) for row in said)
        raise Unfit(
            say(
                "the team “{team}” stands on lines {lines} with different targets. Keep the right one.",
                team=team[:60],
                lines=lines,
            )
        )
    target_id = link_id(programme_id, team)
    fields: dict[str, object] = {"id": target_id, "programme_id": programme_id, "team": team, "removed": False}
    before = known.get(target_id)
    if first.visits is not None or before is None:
        fields["visits_per_person"] = first.visits
    if first.hours is not None or before is None:
        fields["hours_per_person"] = first.hours
    return valid(Target, before, fields)


def _named(target: Target) -> str:
    parts = []
    if target.visits_per_person is not None:
        parts.append(say("{visits:g|visit|visits}", visits=target.visits_per_person))
    if target.hours_per_person is not None:
        parts.append(say("{hours:g|hour|hours}", hours=target.hours_per_person))
    return say("{team}: {goals} per person and year", team=target.team, goals=sequence(parts))
