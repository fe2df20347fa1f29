from __future__ import annotations

import pytest

from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.interchange.catalogue import ServiceRow, read_catalogue
from shadow_app.interchange.csv_reader import Sheet


def sheet_of(*lines: str) -> Sheet[ServiceRow]:
    return read_catalogue("\n".join(lines).encode())


def test_our_own_columns() -> None:
    sheet = sheet_of(
        "service_id,name,category,description,owner,support_team,aliases,criticality,assumed_rank,status,colour",
        "01,Handheld  scanning,Depot,Reads labels,Ann,Depot systems,the gun| PDA |Handheld Scanning|pda,high,9,live,",
        "02,Labels,,,,,,,,retired,",
    )
    first, second = sheet.rows
    assert (first.code, first.name, first.category, first.owner) == ("01", "Handheld scanning", "Depot", "Ann")
    assert (first.support_team, first.criticality, first.assumed_rank) == ("Depot systems", "high", 9)
    assert first.aliases == ("the gun", "PDA")
    assert (first.status, second.status) == (ServiceStatus.LIVE, ServiceStatus.RETIRED)
    assert (second.assumed_rank, second.aliases, second.line_number) == (None, (), 3)
    assert sheet.layout == "Shadow"
    assert sheet.ignored == ("colour",)


def test_servicenow_with_offerings_retired_services_and_a_server() -> None:
    sheet = sheet_of(
        "sys_id;name;aliases;sys_class_name;busines_criticality;operational_status;owned_by;support_group;short_description",
        "a1;Email;outlook, mail;cmdb_ci_service;1 - most critical;1;Ann;Messaging;Sends mail",
        "a2;Email large mailbox;;service_offering;;6;;;",
        "a3;srv-db-01;;cmdb_ci_server;;1;;;",
        "a4;Fax;;Business Service;;Retired;;;",
    )
    assert sheet.layout == "ServiceNow"
    assert [(row.code, row.name, row.status) for row in sheet.rows] == [
        ("a1", "Email", ServiceStatus.LIVE),
        ("a2", "Email large mailbox", ServiceStatus.RETIRED),
        ("a4", "Fax", ServiceStatus.RETIRED),
    ]
    first = sheet.rows[0]
    assert (first.aliases, first.criticality, first.owner) == (("outlook", "mail"), "1 - most critical", "Ann")
    assert (first.support_team, first.description) == ("Messaging", "Sends mail")
    assert str(sheet.refused[0]) == "Line 4: “srv-db-01” is a “cmdb_ci_server”, not a service."
    assert "record_class" not in sheet.fields


def test_itop_services_and_subcategories() -> None:
    services = sheet_of(
        "id,name*,org_id->name,servicefamily_id->name,description,status",
        '7,Printing,Larkfield,Office,"Prints",production',
        "8,Telex,Larkfield,Office,,obsolete",
    )
    assert services.layout == "iTop"
    assert [(row.code, row.name, row.category, row.owner) for row in services.rows] == [
        ("7", "Printing", "Office", "Larkfield"),
        ("8", "Telex", "Office", "Larkfield"),
    ]
    assert services.rows[1].status is ServiceStatus.RETIRED
    sub = sheet_of("name,service_id->name,request_type,status", "Toner,Printing,service_request,production")
    assert (sub.rows[0].name, sub.rows[0].category, sub.layout) == ("Toner", "Printing", "iTop")


def test_glpi_categories_are_their_leaf_unless_two_branches_share_it() -> None:
    sheet = sheet_of(
        "id;completename;name;comment",
        "1;Hardware;Hardware;all of it",
        "2;Hardware > Printer;Printer;",
        "3;Office > Printer;Printer;",
        "4;Office > Word;;",
        "5;Office > ;;",
    )
    assert [(row.name, row.category) for row in sheet.rows] == [
        ("Hardware", ""),
        ("Hardware > Printer", "Hardware"),
        ("Office > Printer", "Office"),
        ("Word", "Office"),
    ]
    assert (sheet.layout, sheet.rows[0].description) == ("GLPI", "all of it")
    assert sheet.refused[0].why == "the category has no name."
    assert {"name", "category"} <= sheet.fields


def test_jira_components_by_name_and_key() -> None:
    sheet = sheet_of("Key,Name,Component Lead,Description", "SVC-3,Label printing,Ann,Prints labels")
    row = sheet.rows[0]
    assert (sheet.layout, row.code, row.name, row.owner) == ("Jira", "SVC-3", "Label printing", "Ann")


def test_names_and_codes_stand_once() -> None:
    sheet = sheet_of("code,name", "1,Email", "2,E-mail", "3,EMAIL", "1,Post", ",email ", "4,", "５,Ｅｍａｉｌ")
    assert [row.name for row in sheet.rows] == ["Email", "E-mail"]
    assert [str(one) for one in sheet.refused] == [
        "Line 4: the name “EMAIL” is already on line 2. Give each service its own.",
        "Line 5: the code “1” is already on line 2. Give each service its own.",
        "Line 6: the name “email” is already on line 2. Give each service its own.",
        "Line 7: the service has no name.",
        "Line 8: the name “Ｅｍａｉｌ” is already on line 2. Give each service its own.",
    ]


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("status", "sleeping", "the status “sleeping” is not one of: live, active,"),
        ("assumed_rank", "first", "the IT rank “first” is not a whole number."),
        ("assumed_rank", "0", "the IT rank must be 1 or more."),
    ],
)
def test_cells_that_mean_nothing_refuse_their_row(column: str, cell: str, why: str) -> None:
    sheet = sheet_of(f"name,{column}", f"Email,{cell}", "Print,")
    assert [row.name for row in sheet.rows] == ["Print"]
    assert sheet.refused[0].why.startswith(why)


def test_repeated_alias_columns_are_read_together() -> None:
    sheet = sheet_of("name,alias,alias,synonyms", "Email,outlook,,mail;inbox")
    assert sheet.rows[0].aliases == ("outlook", "mail", "inbox")


def test_markup_sql_and_formulas_are_only_text() -> None:
    sheet = sheet_of("name,description", "=HYPERLINK(1),<img src=x>", "'; drop table service--,{{7*7}}")
    assert [row.name for row in sheet.rows] == ["=HYPERLINK(1)", "'; drop table service--"]
    assert sheet.rows[0].description == "<img src=x>"


@pytest.mark.parametrize(
    ("headings", "layout"),
    [
        ("sys_id,name", "ServiceNow"),
        ("name,operational_status", "ServiceNow"),
        ("name,busines_criticality", "ServiceNow"),
        ("Name,Organization->Name", "iTop"),
        ("name,servicefamily_id", "iTop"),
        ("id,Complete name", "GLPI"),
        ("Component,Component lead", "Jira"),
        ("Key,Name", "Jira"),
        ("code,name", "Shadow"),
    ],
)
def test_one_heading_that_only_one_tool_writes_is_enough_to_know_it(headings: str, layout: str) -> None:
    sheet = sheet_of(headings, "a,b")
    assert sheet.layout == layout


def test_invisible_characters_do_not_make_another_name() -> None:
    sheet = sheet_of("name", "Caf\u00e9\u200b  Wi-Fi", "CAFE\u0301 wi-fi")
    assert len(sheet.rows) == 1
    assert "already on line 2" in sheet.refused[0].why
