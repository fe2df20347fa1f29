"""Jira: a CSV for its importer, and bodies for its REST interface, version 2, which reads wiki markup.

Sources: Atlassian, "Importing data from CSV" (heading row with Summary, no punctuation in headings, a column repeated
for every further value, parts of at most 1,500 rows) and "Text formatting notation"; `domain.md` §4.
"""

from __future__ import annotations

from shadow_app.interchange.directions import JIRA
from shadow_app.interchange.export_columns import Column, Columns, column
from shadow_app.interchange.export_json import Body
from shadow_app.interchange.export_rows import Addressee, PainOut
from shadow_app.interchange.export_text import as_jira, fitted, fitted_cell

MOST_ROWS = 1_500
LONGEST_SUMMARY = 255
LONGEST_DESCRIPTION = 32_000
"""Jira takes 32,767 characters; markup escaped by backslashes needs some of them."""

DEFAULT_PROJECT = "SHADOW"
_LABELS = 3


def labels(row: PainOut) -> list[str]:
    """Without spaces, as Jira wants them; the last one finds this pain point again."""
    return ["shadow", f"lane-{row.lane.value.replace('_', '-')}", f"shadow-{row.id}"]


def _summary(row: PainOut) -> str:
    return fitted(row.title, LONGEST_SUMMARY)


def _description(row: PainOut) -> str:
    story = list(row.story)
    text = as_jira(story)
    while len(text) > LONGEST_DESCRIPTION and len(story) > 1:
        # Markup cut in the middle would not be markup any more, so whole parts go, the least weighty first.
        del story[-2 if len(story) > 2 else -1]
        text = as_jira(story)
    return text if len(text) <= LONGEST_DESCRIPTION else ""


def _label(place: int) -> Column:
    return column("Labels", lambda row: labels(row)[place])


COLUMNS: Columns = (
    column("Summary", lambda row: fitted_cell(row.title, LONGEST_SUMMARY)),
    column("Issue Type", lambda row: "Task"),
    column("Priority", lambda row: JIRA.priority(row.priority)),
    column("Description", _description),
    *map(_label, range(_LABELS)),
    column("Component", lambda row: fitted_cell(row.service, LONGEST_SUMMARY)),
    # Unlike the importer's default, dd/MMM/yy, this needs no English month names; it is asked for at the import.
    column("Due Date", lambda row: row.due_on),
    Column("Reporter", lambda row, to: to.requester),
    column("Impact", lambda row: JIRA.impact(row.impact)),
    column("Urgency", lambda row: JIRA.urgency(row.urgency)),
    column("Hours a year", lambda row: round(row.hours, 1)),
    column("External Issue ID", lambda row: str(row.id)),
)


def body(row: PainOut, to: Addressee) -> Body:
    """For POST /rest/api/2/issue."""
    fields: dict[str, object] = {
        "project": {"key": to.place or DEFAULT_PROJECT},
        "issuetype": {"name": "Task"},
        "summary": _summary(row),
        "description": _description(row),
        "labels": labels(row),
        "priority": {"name": JIRA.priority(row.priority)},
    }
    if row.due_on is not None:
        fields["duedate"] = row.due_on.isoformat()
    return {"fields": fields}
