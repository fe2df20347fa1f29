"""What the service desk counted, as a file: a row per service and stretch of time (`domain.md` §1 I6, R21).

Recognised are the headings that the usual tools give to a report of counts: ServiceNow, iTop, GLPI, Jira, our own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from shadow_app.domain.language import mark, say
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.programme import TicketCount
from shadow_app.domain.record import FIRST_YEAR, LAST_YEAR, link_id
from shadow_app.domain.service import Service
from shadow_app.interchange.cells import Unfit, day, decimal, whole
from shadow_app.interchange.columns import Column, Layout, name_key
from shadow_app.interchange.csv_reader import Row, RowRefused, Sheet, read_sheet
from shadow_app.interchange.periods import period
from shadow_app.interchange.plan import ImportPlan, PlanDraft, valid
from shadow_app.interchange.service_names import ServiceNames, by_key

WHAT = mark("ticket counts")


@dataclass(frozen=True, slots=True)
class CountRow:
    """What was counted of one service from one day to another, both with it. `service` is a code, name or alias."""

    line_number: int
    service: str
    from_on: date
    until_on: date
    tickets: int
    hours: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NamedPlan(ImportPlan):
    """A dry run whose records have no name of their own: `names` says what to call each, by its id."""

    names: Mapping[UUID, str] = field(default_factory=dict)


_COUNTS = Layout(
    "ticket counts",
    (
        Column(
            "service",
            (
                *("service", "business_service", "service_name", "service_id_name", "service_offering", "cmdb_ci"),
                *("configuration_item", "category", "itilcategories_id", "itil_category", "component", "components"),
                *("affected_service", "application", "service_id", "code", "name"),
            ),
            required=True,
        ),
        Column(
            "tickets",
            (
                *("tickets", "count", "ticket_count", "number_of_tickets", "incidents", "incident_count", "issues"),
                *("issue_count", "number_of_issues", "nb_tickets", "calls", "requests", "row_count", "total", "number"),
            ),
            required=True,
        ),
        Column(
            "hours",
            (
                *("hours", "effort", "effort_hours", "time_worked", "time_spent", "time_spent_hours", "hours_worked"),
                *("work_hours", "actual_effort", "actiontime", "total_duration", "workload"),
            ),
        ),
        Column("from", ("from", "from_on", "start", "start_date", "begin", "date_from", "opened_from", "period_start")),
        Column("until", ("to", "until", "until_on", "end", "end_date", "date_to", "opened_to", "period_end")),
        Column("period", ("period", "month", "quarter", "year", "opened_month", "created_month")),
        Column(
            "unit",
            (
                "unit",
                "business_unit",
                "department",
                "company",
                "organization_name",
                "org_id_name",
                "entity",
                "division",
            ),
        ),
    ),
)


def count_id(service_id: UUID, unit_id: UUID | None, from_on: date, until_on: date) -> UUID:
    """One count for one service, unit and stretch of time: the same file again changes it and adds none."""
    return link_id(service_id, unit_id or "everybody", from_on.isoformat(), until_on.isoformat())


def read_tickets(data: bytes) -> Sheet[CountRow]:
    """The counts in a file.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    return read_sheet(data, (_COUNTS,), _count, WHAT)


def plan_tickets(
    sheet: Sheet[CountRow],
    services: Iterable[Service],
    units: Iterable[BusinessUnit],
    existing: Iterable[TicketCount],
) -> NamedPlan:
    """Compare the counts with those that are there; `existing` are the removed ones, too."""
    words, draft = ServiceNames(services), PlanDraft()
    by_name = by_key((unit.name, unit) for unit in units if not unit.removed)
    known = {count.id: count for count in existing}
    meant: dict[UUID, list[tuple[CountRow, TicketCount]]] = defaultdict(list)
    names: dict[UUID, str] = {}
    for row in sheet.rows:
        try:
            service, unit = words.service(row.service), _unit(row.unit, by_name)
            count = _record(row, service, unit, known)
        except Unfit as reason:
            draft.refused.append(RowRefused(row.line_number, str(reason)))
            continue
        meant[count.id].append((row, count))
        names[count.id] = _named(count, service, unit)
    for rows in meant.values():
        first, count = rows[0]
        if all(other == count for _, other in rows):
            before = known.get(count.id)
            draft.put(first.line_number, None if before is None or before.removed else before, count)
        else:
            draft.refused += _contradictions(rows, names[count.id])
    new, changed = tuple(draft.new), tuple(draft.changed)
    return NamedPlan(new, changed, tuple(draft.unchanged), draft.all_refused(sheet), _remarks(sheet), names)


def _count(row: Row, _layout: Layout) -> CountRow:
    service = " ".join(row.text("service").split())
    if not service:
        raise Unfit(say("the service is missing."))
    if not row.text("tickets"):
        raise Unfit(say("the number of tickets is missing."))
    from_on, until_on = _stretch(row)
    hours = row.text("hours")
    return CountRow(
        line_number=row.line_number,
        service=service,
        from_on=from_on,
        until_on=until_on,
        tickets=whole(row.text("tickets"), mark("number of tickets")),
        hours=decimal(hours, mark("hours")) if hours else None,
        unit=" ".join(row.text("unit").split()),
    )


def _stretch(row: Row) -> tuple[date, date]:
    begins, ends, both = row.text("from"), row.text("until"), row.text("period")
    if begins and ends:
        from_on, until_on = day(begins, mark("first day")), day(ends, mark("last day"))
        if until_on < from_on:
            raise Unfit(
                say("it would end on {until_on}, before it starts on {from_on}.", until_on=until_on, from_on=from_on)
            )
        for each in (from_on, until_on):
            if not FIRST_YEAR <= each.year <= LAST_YEAR:
                raise Unfit(
                    say(
                        "the year {year} is not between {first_year} and {last_year}.",
                        year=each.year,
                        first_year=FIRST_YEAR,
                        last_year=LAST_YEAR,
                    )
                )
        return from_on, until_on
    if both:
        return period(both)
    if begins or ends:
        raise Unfit(
            say("the last day of the count is missing.") if begins else say("the first day of the count is missing.")
        )
    raise Unfit(say("it does not say when it was counted: fill in “from” and “to”, or a “period” such as 2026-03."))


def _unit(word: str, units: Mapping[str, list[BusinessUnit]]) -> BusinessUnit | None:
    if not word:
        return None
    found = units.get(name_key(word), [])
    if len(found) != 1:
        raise Unfit(
            say("{count:|business unit|business units} are called “{word}”.", count=len(found), word=word[:60])
            if found
            else say("no business unit is called “{word}”.", word=word[:60])
        )
    return found[0]


def _record(
    row: CountRow, service: Service, unit: BusinessUnit | None, known: Mapping[UUID, TicketCount]
) -> TicketCount:
    unit_id = unit.id if unit else None
    fields: dict[str, object] = {
        "id": count_id(service.id, unit_id, row.from_on, row.until_on),
        "service_id": service.id,
        "unit_id": unit_id,
        "from_on": row.from_on,
        "until_on": row.until_on,
        "tickets": row.tickets,
        "removed": False,
    }
    before = known.get(count_id(service.id, unit_id, row.from_on, row.until_on))
    # A file without the hours leaves those that are there.
    if row.hours is not None or before is None:
        fields["hours"] = row.hours
    return valid(TicketCount, before, fields)


def _named(count: TicketCount, service: Service, unit: BusinessUnit | None) -> str:
    where = f", {unit.name}" if unit else ""
    hours = say(", {hours:g} h", hours=count.hours) if count.hours is not None else ""
    return say(
        "{where}: {tickets:,|ticket|tickets}{hours}, {when}",
        where=f"{service.name}{where}",
        tickets=count.tickets,
        hours=hours,
        when=_words(count.from_on, count.until_on),
    )


def _words(from_on: date, until_on: date) -> str:
    if from_on.day == 1 and (until_on + timedelta(days=1)).day == 1:
        months = (until_on.year - from_on.year) * 12 + until_on.month - from_on.month
        if months == 0:
            return say("{month:%B %Y}", month=from_on)
        if months == 11 and from_on.month == 1:
            return f"{from_on:%Y}"
    return say("{begins} to {ends}", begins=from_on, ends=until_on)


def _contradictions(rows: Sequence[tuple[CountRow, TicketCount]], name: str) -> list[RowRefused]:
    lines = ", ".join(str(row.line_number) for row, _ in rows)
    what = name.split(": ", maxsplit=1)[0]
    why = say(
        "“{what}” stands on lines {lines} with different numbers for the same time. Add them up in "
        "the file, or keep the right one.",
        what=what[:80],
        lines=lines,
    )
    return [RowRefused(row.line_number, why) for row, _ in rows]


def _remarks(sheet: Sheet[CountRow]) -> tuple[str, ...]:
    if "hours" in sheet.fields:
        return ()
    return (say("The file has no hours, so where effort goes now is told by the number of tickets."),)
