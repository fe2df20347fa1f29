"""Every way out of the program, in the order in which a person reads the list."""

from __future__ import annotations

from dataclasses import replace

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import mark, say
from shadow_app.interchange import export_itsm, export_jira, export_rest
from shadow_app.interchange.export_columns import NEUTRAL, Columns
from shadow_app.interchange.export_csv import CsvShape
from shadow_app.interchange.export_json import JsonLinesShape
from shadow_app.interchange.export_rows import Format, Need, Shape, Subject
from shadow_app.interchange.export_xlsx import MOST_ROWS, XlsxShape
from shadow_app.usecases.export_markdown import MarkdownShape

EVERYTHING = tuple(Subject)
PAINS = (Subject.PAINS,)
_BY_ID = mark("The first column, id, never changes: match on it to update instead of adding.")


def _tool(columns: Columns) -> Shape:
    return CsvShape({Subject.PAINS: columns})


FORMATS: tuple[Format, ...] = (
    Format("csv", mark("Spreadsheet (CSV)"), ".csv", EVERYTHING, CsvShape(NEUTRAL, marked=True), _BY_ID),
    Format("xlsx", mark("Workbook (XLSX)"), ".xlsx", EVERYTHING, XlsxShape(NEUTRAL), _BY_ID, most_rows=MOST_ROWS),
    Format(
        "markdown",
        mark("Wiki page (Markdown)"),
        ".md",
        EVERYTHING,
        MarkdownShape(NEUTRAL),
        mark("A page is replaced as a whole; each pain point names its id."),
    ),
    Format(
        "jira-csv",
        mark("Jira, CSV import"),
        ".csv",
        PAINS,
        _tool(export_jira.COLUMNS),
        mark(
            "The importer updates only rows with an Issue Key. Leave out what Jira has already, or find it by the "
            "label shadow-<id> and add its key as a column."
        ),
        takes={Need.REQUESTER: mark("Reporter")},
        most_rows=export_jira.MOST_ROWS,
    ),
    Format(
        "servicenow",
        mark("ServiceNow, incidents or problems"),
        ".csv",
        PAINS,
        _tool(export_itsm.SERVICENOW_TASK),
        mark("Let correlation_id coalesce in the transform map: a second import then updates."),
    ),
    Format(
        "servicenow-improvement",
        mark("ServiceNow, improvement register"),
        ".csv",
        PAINS,
        _tool(export_itsm.SERVICENOW_IMPROVEMENT),
        mark("Map Correlation ID to a field of sn_cim_register and let it coalesce: a second import then updates."),
    ),
    Format(
        "itop",
        mark("iTop, bulk import of requests"),
        ".csv",
        PAINS,
        _tool(export_itsm.ITOP_REQUEST),
        mark(
            "Choose the title as the key. It ends in the id, so a second import updates for as long as the pain point "
            "keeps its title."
        ),
        takes={Need.PLACE: mark("Organisation"), Need.REQUESTER: mark("Caller")},
    ),
    Format(
        "redmine",
        mark("Redmine, CSV import"),
        ".csv",
        PAINS,
        _tool(export_itsm.REDMINE_ISSUE),
        mark(
            "Redmine’s importer always adds. Leave out what it has already: give it a list of its issues with the "
            "field Shadow ID."
        ),
    ),
    Format(
        "jira-rest",
        mark("Jira, REST bodies"),
        ".jsonl",
        PAINS,
        JsonLinesShape(export_jira.body),
        mark("Look for the label shadow-<id> first; what is found is changed by PUT instead of POST."),
        takes={Need.PLACE: mark("Project key")},
    ),
    Format(
        "glpi-rest",
        mark("GLPI, REST bodies"),
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.glpi),
        mark("Look for externalid first; what is found is changed by PUT instead of POST."),
    ),
    Format(
        "freshservice-rest",
        mark("Freshservice, REST bodies"),
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.freshservice),
        mark("Look for the field shadow_id or the tag shadow-<id> first; what is found is changed by PUT."),
        needs=frozenset({Need.REQUESTER}),
        takes={Need.REQUESTER: mark("Requester")},
    ),
    Format(
        "rt-rest",
        mark("Request Tracker, REST bodies"),
        ".jsonl",
        PAINS,
        JsonLinesShape(export_rest.request_tracker),
        mark("Look for the custom field Shadow ID first; what is found is changed by PUT instead of POST."),
        takes={Need.PLACE: mark("Queue"), Need.REQUESTER: mark("Requestor")},
    ),
)


def formats() -> tuple[Format, ...]:
    """All of them, in the language that holds; what a tool calls its own fields stays as the tool has it."""
    return tuple(map(_said, FORMATS))


def _said(each: Format) -> Format:
    takes = {need: say(word) for need, word in each.takes.items()}
    return replace(each, title=say(each.title), again=say(each.again), takes=takes)


def format_named(name: str) -> Format:
    """The format of that name, in any spelling of capitals.

    Raises:
        Refused: there is none; says which there are.
    """
    for each in FORMATS:
        if each.name == name.strip().casefold():
            return _said(each)
    raise Refused(
        say(
            "There is no format “{name}”; there are: {names}.",
            name=name,
            names=", ".join(each.name for each in FORMATS),
        )
    )
