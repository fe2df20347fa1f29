"""Every way out of the program, in the order in which a person reads the list."""

from __future__ import annotations

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.interchange import export_itsm, export_jira, export_rest
from shadow_app.interchange.export_columns import NEUTRAL, Columns
from shadow_app.interchange.export_csv import CsvShape
from shadow_app.interchange.export_json import JsonLinesShape
from shadow_app.interchange.export_rows import Format, Need, Shape, Subject
from shadow_app.interchange.export_xlsx import MOST_ROWS, XlsxShape
from shadow_app.usecases.export_markdown import MarkdownShape

EVERYTHING = tuple(Subject)
PAINS = (Subject.PAINS,)
_BY_ID = "The first column, id, never changes: match on it to update instead of adding."


def _tool(columns: Columns) -> Shape:
    return CsvShape({Subject.PAINS: columns})


FORMATS: tuple[Format, ...] = (
    Format("csv", "Spreadsheet (CSV)", ".csv", EVERYTHING, CsvShape(NEUTRAL, marked=True), _BY_ID),
    Format("xlsx", "Workbook (XLSX)", ".xlsx", EVERYTHING, XlsxShape(NEUTRAL), _BY_ID, most_rows=MOST_ROWS),
    Format(
        "markdown",
        "Wiki page (Markdown)",
        ".md",
        EVERYTHING,
        MarkdownShape(NEUTRAL),
        "A page is replaced as a whole; each pain point names its id.",
    ),
    Format(
        "jira-csv",
        "Jira, CSV import",
        ".csv",
        PAINS,
        _tool(export_jira.COLUMNS),
        "The importer updates only rows with an Issue Key. Leave out what Jira has already, or find it by the label "
        "shadow-<id> and add its key as a column.",
        takes={Need.REQUESTER: "Reporter"},
        most_rows=export_jira.MOST_ROWS,
    ),
    Format(
        "servicenow",
        "ServiceNow, incidents or problems",
        ".csv",
        PAINS,
        _tool(export_itsm.SERVICENOW_TASK),
        "Let correlation_id coalesce in the transform map: a second import then updates.",
    ),
    Format(
        "servicenow-improvement",
        "ServiceNow, improvement register",
        ".csv",
        PAINS,
        _tool(export_itsm.SERVICENOW_IMPROVEMENT),
        "Map Correlation ID to a field of sn_cim_register and let it coalesce: a second import then updates.",
    ),
    Format(
        "itop",
        "iTop, bulk import of requests",
        ".csv",
        PAINS,
        _tool(export_itsm.ITOP_REQUEST),
        "Choose the title as the key. It ends in the id, so a second import updates for as long as the pain point "
        "keeps its title.",
        takes={Need.PLACE: "Organisation", Need.REQUESTER: "Caller"},
    ),
    Format(
        "redmine",
        "Redmine, CSV import",
        ".csv",
        PAINS,
        _tool(export_itsm.REDMINE_ISSUE),
        "Redmine’s importer always adds. Leave out what it has already: give it a list of its issues with the field "
        "Shadow ID.",
    ),
    Format(
        "jira-rest",
        "Jira, REST bodies",
        ".jsonl",
        PAINS,
        JsonLinesShape(export_jira.body),
        "Look for the label shadow-<id> first; what is found is changed by PUT instead of POST.",
        takes={Need.PLACE: "Project key"},
    ),
    Format(
        "glpi-rest",
        "GLPI, REST bodies",
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.glpi),
        "Look for externalid first; what is found is changed by PUT instead of POST.",
    ),
    Format(
        "freshservice-rest",
        "Freshservice, REST bodies",
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.freshservice),
        "Look for the field shadow_id or the tag shadow-<id> first; what is found is changed by PUT.",
        needs=frozenset({Need.REQUESTER}),
        takes={Need.REQUESTER: "Requester"},
    ),
    Format(
        "rt-rest",
        "Request Tracker, REST bodies",
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.request_tracker),
        "Look for the custom field Shadow ID first; what is found is changed by PUT instead of POST.",
        takes={Need.PLACE: "Queue", Need.REQUESTER: "Requestor"},
    ),
)


def format_named(name: str) -> Format:
    """The format of that name, in any spelling of capitals.

    Raises:
        Refused: there is none; says which there are.
    """
    for each in FORMATS:
        if each.name == name.strip().casefold():
            return each
    raise Refused(
        say(
            "There is no format “{name}”; there are: {names}.",
            name=name,
            names=", ".join(each.name for each in FORMATS),
        )
    )
