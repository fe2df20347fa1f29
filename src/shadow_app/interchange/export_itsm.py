"""ServiceNow, iTop and Redmine: files for their own importers.

Sources: ServiceNow, "Import sets" (staging columns are made from the headings; a field that coalesces updates instead
of inserting) and "Continual Improvement Management"; iTop's bulk import (`attribute->key` for what is looked up); the
source of Redmine's `IssueImport`; `domain.md` §4.
"""

from __future__ import annotations

from shadow_app.domain.language import say
from shadow_app.interchange.directions import ITOP, REDMINE, SERVICENOW
from shadow_app.interchange.export_columns import Column, Columns, column
from shadow_app.interchange.export_rows import PainOut
from shadow_app.interchange.export_text import as_html, as_redmine, fitted, fitted_cell, plain

SOURCE = "Shadow"
"""What `correlation_display` says of where the record comes from."""

LONGEST_SHORT = 160
"""ServiceNow's `short_description`; `description` holds 4,000."""

LONGEST_DESCRIPTION = 4_000
LONGEST_TITLE = 255


def _short(row: PainOut) -> str:
    return fitted_cell(row.title, LONGEST_SHORT)


def _description(row: PainOut) -> str:
    return plain(row.story, LONGEST_DESCRIPTION)


SERVICENOW_TASK: Columns = (
    column("short_description", _short),
    column("description", _description),
    column("impact", lambda row: SERVICENOW.impact(row.impact)),
    column("urgency", lambda row: SERVICENOW.urgency(row.urgency)),
    column("business_service", lambda row: row.service),
    column("contact_type", lambda row: "walk-in"),
    column("assignment_group", lambda row: row.owner_team),
    column("due_date", lambda row: row.due_on),
    column("correlation_id", lambda row: str(row.id)),
    column("correlation_display", lambda row: SOURCE),
)
"""For the tables `incident` and `problem`: the columns that both have. Priority is theirs to work out."""


def _justification(row: PainOut) -> str:
    figures = say(
        "About {hours:,.0f|hour|hours} and {cost:,.0f} {currency} a year.",
        hours=row.hours,
        cost=row.cost,
        currency=row.currency,
    )
    return fitted(f"{figures} {row.value_at_stake}".strip(), LONGEST_DESCRIPTION)


def _outcome(row: PainOut) -> str:
    return fitted(row.promise, LONGEST_DESCRIPTION)


SERVICENOW_IMPROVEMENT: Columns = (
    column("Short description", _short),
    column("Description", _description),
    column("Business service", lambda row: row.service),
    column("Business justification", _justification),
    column("Impact", lambda row: SERVICENOW.impact(row.impact)),
    column("Urgency", lambda row: SERVICENOW.urgency(row.urgency)),
    column("Effort", lambda row: "" if row.effort_days is None else f"{row.effort_days:g} days"),
    column("Expected outcomes", _outcome),
    column("Assignment group", lambda row: row.owner_team),
    column("Correlation ID", lambda row: str(row.id)),
)
"""For `sn_cim_register`, under its labels: the names of its columns differ between instances."""


def _itop_title(row: PainOut) -> str:
    """The id is part of the title, because iTop's requests have no field for it and are found again by their title."""
    mark = f" [{row.id}]"
    return fitted_cell(row.title, LONGEST_TITLE - len(mark)) + mark


ITOP_REQUEST: Columns = (
    column("title*", _itop_title),
    # A request's description is HTML there.
    column("description*", lambda row: as_html(row.story)),
    Column("org_id*->name", lambda row, to: to.place or row.organisation),
    Column("caller_id->email", lambda row, to: to.requester),
    column("service_id->name", lambda row: row.service),
    column("request_type", lambda row: "incident"),
    column("impact", lambda row: ITOP.impact(row.impact)),
    column("urgency", lambda row: ITOP.urgency(row.urgency)),
    column("origin", lambda row: "in_person"),
)


def _redmine_subject(row: PainOut) -> str:
    return fitted_cell(row.title, LONGEST_TITLE)


REDMINE_ISSUE: Columns = (
    column("unique_id", lambda row: str(row.id)),
    column("subject", _redmine_subject),
    column("description", lambda row: as_redmine(row.story)),
    column("priority", lambda row: REDMINE.priority(row.priority)),
    column("category", lambda row: fitted_cell(row.service, 60)),
    column("due_date", lambda row: row.due_on),
    column("estimated_hours", lambda row: None if row.effort_days is None else round(row.effort_days * 8, 1)),
    column("Shadow ID", lambda row: str(row.id)),
)
"""`Shadow ID` is a custom field that somebody makes there once; the importer finds it by its name."""
