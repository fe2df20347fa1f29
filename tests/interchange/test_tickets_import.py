"""What the service desk counted, from the files of several tools."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.programme import TicketCount
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.interchange.cells import Unfit
from shadow_app.interchange.periods import period
from shadow_app.interchange.tickets import NamedPlan, count_id, plan_tickets, read_tickets

GUN = Service(code="01", name="Handheld scanning", aliases=("scanner", "zebra"))
LABELS = Service(code="02", name="Label printing", aliases=("zebra",))
MAIL = Service(code="12", name="Émail", aliases=("outlook",))
FIRM = new_id()
EAST = BusinessUnit(organisation_id=FIRM, name="East")
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def planned(text: str | bytes, existing: tuple[TicketCount, ...] = ()) -> NamedPlan:
    data = text.encode() if isinstance(text, str) else text
    return plan_tickets(read_tickets(data), (GUN, LABELS, MAIL), (EAST,), existing)


def refused(text: str) -> list[str]:
    return [str(row) for row in planned(text).refused]


def count(service: Service, tickets: int, hours: float | None = None, unit: BusinessUnit | None = None) -> TicketCount:
    unit_id = unit.id if unit else None
    return TicketCount(
        id=count_id(service.id, unit_id, *MARCH),
        service_id=service.id,
        unit_id=unit_id,
        from_on=MARCH[0],
        until_on=MARCH[1],
        tickets=tickets,
        hours=hours,
    )


@pytest.mark.parametrize(
    "text",
    [
        "service,tickets,hours,from,to\n01,312,140.5,2026-03-01,2026-03-31\n",
        "Business service;Count;Time worked;Month\nHandheld scanning;312;140,5;2026-03\n",
        "Service->Name\tNb tickets\tWorkload\tStart date\tEnd date\nscanner\t312\t140.5\t01/03/2026\t31/03/2026\n",
        "itilcategories_id;number of tickets;actiontime;period\nHANDHELD  scanning;312;140.5;March 2026\n",
        "sep=;\nComponent;Issues;Time spent (hours);Month;Note\n01;312;140,5;03/2026;x\n",
    ],
    ids=["own", "ServiceNow", "iTop", "GLPI", "Jira"],
)
def test_the_same_count_out_of_several_tools(text: str) -> None:
    text = text.replace("Service->Name", "service_id->name")
    plan = planned(text)
    assert plan.refused == ()
    assert plan.new == (count(GUN, 312, 140.5),)
    assert plan.names[plan.new[0].id] == "Handheld scanning: 312 tickets, 140.5 h, March 2026"


def test_western_code_pages_and_units() -> None:
    plan = planned("service;tickets;hours;period;unit\némail;1 200;;2026-03;east\n".encode("cp1252"))
    assert plan.new == (count(MAIL, 1200, None, EAST),)
    assert plan.names[plan.new[0].id] == "Émail, East: 1,200 tickets, March 2026"
    assert plan.remarks == ()


def test_the_same_file_again_changes_nothing_and_a_newer_one_updates() -> None:
    file = "service,tickets,hours,period\n01,312,140.5,2026-03\n02,9,3,2026-03\n"
    first = planned(file)
    known = tuple(record for record in first.new if isinstance(record, TicketCount))
    again = planned(file, known)
    assert (again.new, again.changed, len(again.unchanged)) == ((), (), 2)
    newer = planned("service,tickets,period\n01,400,2026-03\n02,9,2026-03\n", known)
    assert [(one.before.id, one.after) for one in newer.changed] == [(known[0].id, count(GUN, 400, 140.5))]
    assert [(each.field, each.before, each.after) for each in newer.changed[0].fields] == [("tickets", "312", "400")]
    assert newer.summary == "0 new, 1 changed, 1 unchanged, 0 refused"
    assert newer.remarks == ("The file has no hours, so where effort goes now is told by the number of tickets.",)


def test_a_count_that_was_removed_comes_back_as_new() -> None:
    gone = count(GUN, 5).edited(removed=True)
    plan = planned("service,tickets,period\n01,312,2026-03\n", (gone,))
    assert plan.new == (count(GUN, 312),)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",5,,,2026-03,", "the service is missing."),
        ("01,,,,2026-03,", "the number of tickets is missing."),
        ("01,many,,,2026-03,", "the number of tickets “many” is not a whole number."),
        ("01,-3,,,2026-03,", "the number of tickets “-3” is not a whole number."),
        ("01,999999999,,,2026-03,", "the tickets is too large: 100,000,000 is the most."),
        ("stapler,5,,,2026-03,", "no service has the code, name or alias “stapler”. Add it to the catalogue first."),
        (
            "zebra,5,,,2026-03,",
            "“zebra” could be “Handheld scanning”, “Label printing”. Write the code or the full name.",
        ),
        ("01,5,,,,", "it does not say when it was counted: fill in “from” and “to”, or a “period” such as 2026-03."),
        ("01,5,2026-03-01,,,", "the last day of the count is missing."),
        ("01,5,,2026-03-31,,", "the first day of the count is missing."),
        ("01,5,2026-04-01,2026-03-31,,", "it would end on 2026-03-31, before it starts on 2026-04-01."),
        ("01,5,2026-03-01,9999-12-31,,", "the year 9999 is not between 1900 and 2999."),
        ("01,5,0001-03-01,2026-03-31,,", "the year 1 is not between 1900 and 2999."),
        ("01,5,soon,2026-03-31,,", "the first day “soon” is not a day such as 2026-09-14 or 14/09/2026."),
        (
            "01,5,,,lately,",
            "the period “lately” is not a month, quarter or year such as 2026-03, 2026-Q1 or 2026.",
        ),
        ("01,5,,,2026-03,West", "no business unit is called “West”."),
    ],
)
def test_a_row_that_cannot_be_used_says_why(row: str, why: str) -> None:
    assert refused(f"service,tickets,from,to,period,unit\n02,1,,,2026-03,\n{row}\n") == [f"Line 3: {why}"]


def test_two_units_of_one_name_are_asked_about() -> None:
    units = (EAST, EAST.edited(id=new_id()))
    sheet = read_tickets(b"service,tickets,period,unit\n01,5,2026-03,East\n")
    assert [one.why for one in plan_tickets(sheet, (GUN,), units, ()).refused] == [
        "2 business units are called “East”."
    ]


def test_hours_that_are_no_number_are_refused() -> None:
    assert refused("service,tickets,hours,period\n01,5,long,2026-03\n") == [
        "Line 2: the hours “long” is not a number such as 22.50."
    ]


def test_a_file_that_contradicts_itself_is_refused_on_every_line_of_it() -> None:
    plan = planned("service,tickets,period\n01,5,2026-03\n02,1,2026-03\nscanner,6,2026-03\n")
    assert plan.new == (count(LABELS, 1),)
    why = (
        "“Handheld scanning” stands on lines 2, 4 with different numbers for the same time. Add them up in the file, "
        "or keep the right one."
    )
    assert [(one.line_number, one.why) for one in plan.refused] == [(2, why), (4, why)]


def test_saying_the_same_twice_is_no_contradiction() -> None:
    plan = planned("service,tickets,period\n01,5,2026-03\nscanner,5,2026-03\n")
    assert (plan.new, plan.refused) == ((count(GUN, 5),), ())


def test_another_kind_of_file_is_refused_as_a_whole() -> None:
    with pytest.raises(ImportTrouble, match="To be read as ticket counts the file needs a column headed “tickets”"):
        read_tickets(b"name,service\nx,y\n")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2/2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("q1 2026", date(2026, 1, 1), date(2026, 3, 31)),
        ("Sept 2026", date(2026, 9, 1), date(2026, 9, 30)),
        ("Dec. 2026", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_periods(words: str, first: date, last: date) -> None:
    assert period(words) == (first, last)


@pytest.mark.parametrize("words", ["", "2026-13", "0000", "9999-01", "Ma 2026", "foo 2026", "J 2026", "2026-Q5", "26"])
def test_words_that_are_no_period(words: str) -> None:
    with pytest.raises(Unfit, match="is not a month, quarter or year"):
        period(words)


def test_two_months_that_begin_alike_are_no_period() -> None:
    with pytest.raises(Unfit):
        period("Jun-e 2026")
    with pytest.raises(Unfit):
        period("mar" + "x" * 7 + " 2026")


@pytest.mark.parametrize(
    ("stretch", "words"),
    [
        ("2026-01-01,2026-12-31", "2026"),
        ("2026-03-01,2026-04-30", "2026-03-01 to 2026-04-30"),
        ("2026-03-02,2026-03-31", "2026-03-02 to 2026-03-31"),
    ],
)
def test_how_a_stretch_of_time_is_called(stretch: str, words: str) -> None:
    plan = planned(f"service,tickets,from,to\n01,1,{stretch}\n")
    assert plan.names[plan.new[0].id].endswith(words)


@given(st.text(max_size=30))
def test_no_text_breaks_a_period(words: str) -> None:
    try:
        first, last = period(words)
    except Unfit:
        return
    assert first <= last
