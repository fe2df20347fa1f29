"""Every tool's file against that tool's documented format.

Sources: Atlassian, "Importing data from CSV" and "JIRA REST API: create issue"; ServiceNow, "Import sets" and the
columns of `task`; iTop's bulk import and the class UserRequest; Redmine's `IssueImport::AUTO_MAPPABLE_FIELDS`; GLPI's
`Ticket` over `apirest.php`; Freshservice's API version 2; Request Tracker's REST2. `domain.md` §4 has the collection.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from exported import PAIN_ID, pain
from shadow_app.interchange.export_rows import Addressee, PainOut, Passage, Subject
from shadow_app.usecases.export_formats import format_named

TO = Addressee(place="OPS", requester="desk@firm.example")
HOSTILE = pain(
    title="=1+1\nsecond line " + "x" * 300,
    story=(Passage("Seen", ("{code}", "@SUM(1)", "y" * 5000)),),
    service="=SUM(1)",
    owner_team="@team",
    promise="+1",
    organisation="-firm",
)
ROWS = (
    pain(),
    HOSTILE,
    pain(due_on=None, effort_days=None, promise="", owner_team="", priority=5, impact=3, urgency=3),
)


def made(name: str, rows: Sequence[PainOut] = ROWS, to: Addressee = TO) -> bytes:
    out = io.BytesIO()
    format_named(name).shape.write(Subject.PAINS, rows, to, out)
    return out.getvalue()


def table(name: str) -> tuple[list[str], list[list[str]]]:
    """Read as an importer reads it: UTF-8, commas, quotes, and every row as wide as its heading."""
    heading, *rows = list(csv.reader(io.StringIO(made(name).decode("utf-8"), newline=""), strict=True))
    assert len(rows) == len(ROWS)
    assert {len(row) for row in rows} == {len(heading)}
    return heading, rows


def columns(name: str) -> list[dict[str, str]]:
    heading, rows = table(name)
    assert len(set(heading)) == len(heading)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def bodies(name: str, to: Addressee = TO) -> list[Any]:
    lines = made(name, to=to).decode("ascii").splitlines()
    assert len(lines) == len(ROWS)
    return [json.loads(line) for line in lines]


def is_our_day(text: str) -> bool:
    return not text or date.fromisoformat(text).isoformat() == text


CSV_FORMATS = ["jira-csv", "servicenow", "servicenow-improvement", "itop", "redmine"]
REST_FORMATS = ["jira-rest", "glpi-rest", "freshservice-rest", "rt-rest"]


@pytest.mark.parametrize("name", CSV_FORMATS)
def test_no_cell_is_a_formula(name: str) -> None:
    for row in table(name)[1]:
        assert not any(cell.lstrip()[:1] in set("=+-@＝＋－＠") for cell in row if cell)


@pytest.mark.parametrize("name", CSV_FORMATS + REST_FORMATS)
def test_our_id_is_in_every_row(name: str) -> None:
    assert made(name).decode().count(str(PAIN_ID)) >= len(ROWS)


@pytest.mark.parametrize("name", CSV_FORMATS + REST_FORMATS)
def test_the_same_rows_are_the_same_bytes(name: str) -> None:
    assert made(name) == made(name)


def test_jira_csv() -> None:
    heading, rows = table("jira-csv")
    assert "Summary" in heading
    assert all(re.fullmatch(r"[A-Za-z0-9 ]+", each) for each in heading)
    labels = [place for place, each in enumerate(heading) if each == "Labels"]
    for row in rows:
        named = dict(zip(heading, row, strict=True))
        assert 0 < len(named["Summary"]) <= 255
        assert "\n" not in named["Summary"]
        assert len(named["Description"]) <= 32_767
        assert all(row[place] and " " not in row[place] for place in labels)
        assert row[labels[-1]] == f"shadow-{PAIN_ID}"
        assert named["Priority"] in ("Highest", "High", "Medium", "Low", "Lowest")
        assert named["Impact"] in ("Extensive / Widespread", "Significant / Large", "Moderate / Limited")
        assert named["Urgency"] in ("Critical", "High", "Medium")
        assert named["Reporter"] == "desk@firm.example"
        assert named["External Issue ID"] == str(PAIN_ID)
        assert is_our_day(named["Due Date"])
    assert format_named("jira-csv").most_rows == 1_500


def test_a_description_too_long_for_jira_loses_whole_parts() -> None:
    long = tuple(Passage(f"Part {number}", ("{" * 9_000,)) for number in range(4))
    (row,) = csv.DictReader(io.StringIO(made("jira-csv", [pain(story=long)]).decode()))
    assert len(row["Description"]) <= 32_000
    assert row["Description"].startswith("h3. Part 0")
    assert row["Description"].count("h3.") == 1
    (row,) = csv.DictReader(io.StringIO(made("jira-csv", [pain(story=(Passage("All", ("{" * 40_000,)),))]).decode()))
    assert row["Description"] == ""


def test_servicenow_task() -> None:
    task = {"short_description", "description", "impact", "urgency", "business_service", "contact_type"}
    task |= {"assignment_group", "due_date", "correlation_id", "correlation_display"}
    for row in columns("servicenow"):
        assert set(row) == task
        assert 0 < len(row["short_description"]) <= 160
        assert len(row["description"]) <= 4_000
        assert row["impact"] in "123"
        assert row["urgency"] in "123"
        assert row["correlation_id"] == str(PAIN_ID)
        assert is_our_day(row["due_date"])


def test_servicenow_improvement_register() -> None:
    first, *_, last = columns("servicenow-improvement")
    assert {"Short description", "Business service", "Business justification", "Impact", "Urgency"} <= set(first)
    assert first["Business justification"] == "About 229 hours and 5,144 GBP a year. a late trunk"
    assert (first["Effort"], last["Effort"]) == ("5 days", "")
    assert first["Expected outcomes"] == "a second printer"
    assert first["Correlation ID"] == str(PAIN_ID)


def test_itop_request() -> None:
    attributes = {
        "title",
        "description",
        "org_id",
        "caller_id",
        "service_id",
        "request_type",
        "impact",
        "urgency",
        "origin",
    }
    for row in columns("itop"):
        assert {re.sub(r"\*?(->\w+)?$", "", each) for each in row} == attributes
        assert row["title*"].endswith(f" [{PAIN_ID}]")
        assert len(row["title*"]) <= 255
        assert row["description*"]
        assert row["org_id*->name"] == "OPS"
        assert row["request_type"] in ("incident", "service_request")
        assert row["origin"] in ("mail", "monitoring", "phone", "portal", "in_person", "chat")
        assert row["impact"] in "123"
        assert row["urgency"] in "1234"
    assert "<b>" not in html.unescape(re.sub(r"</?(?:p|b|ul|li)>", "", columns("itop")[1]["description*"]))


def test_itop_takes_our_firm_where_nobody_names_one() -> None:
    (row,) = csv.DictReader(io.StringIO(made("itop", [pain()], Addressee()).decode()))
    assert row["org_id*->name"] == "Larkfield Parcels"


def test_redmine_issue() -> None:
    core = {"unique_id", "subject", "description", "priority", "category", "due_date", "estimated_hours"}
    first, hostile, last = columns("redmine")
    for row in (first, hostile, last):
        assert set(row) == core | {"Shadow ID"}
        assert 0 < len(row["subject"]) <= 255
        assert row["priority"] in ("Low", "Normal", "High", "Urgent", "Immediate")
        assert len(row["category"]) <= 60
        assert is_our_day(row["due_date"])
        assert row["Shadow ID"] == row["unique_id"] == str(PAIN_ID)
    assert (first["estimated_hours"], last["estimated_hours"]) == ("40", "")


def test_jira_rest() -> None:
    for body in bodies("jira-rest"):
        fields = body["fields"]
        assert fields["project"] == {"key": "OPS"}
        assert fields["issuetype"] == {"name": "Task"}
        assert 0 < len(fields["summary"]) <= 255
        assert "\n" not in fields["summary"]
        assert len(fields["description"]) <= 32_767
        assert all(" " not in label for label in fields["labels"])
        assert fields["priority"]["name"] in ("Highest", "High", "Medium", "Low", "Lowest")
        assert is_our_day(fields.get("duedate", ""))
    assert bodies("jira-rest", Addressee())[0]["fields"]["project"] == {"key": "SHADOW"}


def test_glpi() -> None:
    for body in bodies("glpi-rest"):
        ticket = body["input"]
        assert set(body) == {"input"}
        assert ticket["type"] in (1, 2)
        assert {ticket["urgency"], ticket["impact"], ticket["priority"]} <= {1, 2, 3, 4, 5}
        assert 0 < len(ticket["name"]) <= 255
        assert ticket["externalid"] == str(PAIN_ID)
    first = bodies("glpi-rest")[0]["input"]
    assert (first["impact"], first["urgency"], first["priority"]) == (5, 5, 5)
    assert "<li>&lt;b&gt;trunk&lt;/b&gt; *held*</li>" in first["content"]


def test_freshservice() -> None:
    for body in bodies("freshservice-rest"):
        assert {"subject", "description", "email", "status", "priority"} <= set(body)
        assert body["status"] == 2
        assert body["priority"] in (1, 2, 3, 4)
        assert {body["impact"], body["urgency"]} <= {1, 2, 3}
        assert body["email"] == "desk@firm.example"
        assert body["custom_fields"] == {"shadow_id": str(PAIN_ID)}
        assert 0 < len(body["subject"]) <= 255


def test_request_tracker() -> None:
    first, _, last = bodies("rt-rest")
    for body in (first, last):
        assert {"Queue", "Subject", "Content", "ContentType"} <= set(body)
        assert body["ContentType"] == "text/plain"
        assert 0 < len(body["Subject"]) <= 200
        assert body["CustomFields"] == {"Shadow ID": str(PAIN_ID)}
        assert body["Requestor"] == "desk@firm.example"
    assert (first["Priority"], last["Priority"]) == (100, 0)
    assert first["Due"] == "2026-12-24 00:00:00"
    assert "Due" not in last
    bare = bodies("rt-rest", Addressee())[0]
    assert bare["Queue"] == "General"
    assert "Requestor" not in bare


def test_a_preview_shows_every_field_of_a_body() -> None:
    shown = format_named("jira-rest").shape.preview(Subject.PAINS, ROWS, TO)
    first = dict(zip(shown.headings, shown.rows[0], strict=True))
    assert first["fields.project.key"] == "OPS"
    assert first["fields.labels"] == f"shadow, lane-damaging, shadow-{PAIN_ID}"
    assert dict(zip(shown.headings, shown.rows[2], strict=True))["fields.duedate"] == ""
