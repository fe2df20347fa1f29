"""GLPI, Freshservice and Request Tracker: bodies for their REST interfaces.

Sources: GLPI's `apirest.php` (input, 1 very low … 5 very high, `externalid`), Freshservice's API version 2 (HTML
description, status 2 open), Request Tracker's REST2 (`CustomFields` by name); `domain.md` §4.
"""

from __future__ import annotations

from shadow_app.interchange.directions import FRESHSERVICE, GLPI, REQUEST_TRACKER
from shadow_app.interchange.export_json import Body
from shadow_app.interchange.export_rows import Addressee, PainOut
from shadow_app.interchange.export_text import as_html, fitted, plain

LONGEST_NAME = 255
LONGEST_SUBJECT = 200
"""Request Tracker's column."""

DEFAULT_QUEUE = "General"
SHADOW_ID = "Shadow ID"
"""The custom field of Request Tracker that keeps our id."""

_GLPI_INCIDENT = 1
_FRESHSERVICE_OPEN = 2


def glpi(row: PainOut, to: Addressee) -> Body:
    """For POST /apirest.php/Ticket/; the content is HTML there."""
    return {
        "input": {
            "name": fitted(row.title, LONGEST_NAME),
            "content": as_html(row.story),
            "type": _GLPI_INCIDENT,
            "urgency": GLPI.urgency(row.urgency),
            "impact": GLPI.impact(row.impact),
            "priority": GLPI.priority(row.priority),
            "externalid": str(row.id),
        }
    }


def freshservice(row: PainOut, to: Addressee) -> Body:
    """For POST /api/v2/tickets."""
    return {
        "subject": fitted(row.title, LONGEST_NAME),
        "description": as_html(row.story),
        "email": to.requester,
        "status": _FRESHSERVICE_OPEN,
        "priority": FRESHSERVICE.priority(row.priority),
        "impact": FRESHSERVICE.impact(row.impact),
        "urgency": FRESHSERVICE.urgency(row.urgency),
        "tags": ["shadow", f"shadow-{row.id}"],
        "custom_fields": {"shadow_id": str(row.id)},
    }


def request_tracker(row: PainOut, to: Addressee) -> Body:
    """For POST /REST/2.0/ticket."""
    body: dict[str, object] = {
        "Queue": to.place or DEFAULT_QUEUE,
        "Subject": fitted(row.title, LONGEST_SUBJECT),
        "Content": plain(row.story),
        "ContentType": "text/plain",
        "Priority": REQUEST_TRACKER.priority(row.priority),
        "CustomFields": {SHADOW_ID: str(row.id)},
    }
    if row.due_on is not None:
        body["Due"] = f"{row.due_on.isoformat()} 00:00:00"
    if to.requester:
        body["Requestor"] = to.requester
    return body
