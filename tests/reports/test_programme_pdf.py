"""The programme report on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pdf_reading import fonts, outline, reader, words
from sample_reports import MADE_ON, REPORT_ID, harbour_report, penrose_report
from test_unit_pdf import NOTHING, chapters, claim, visit

from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.reports import markdown
from shadow_app.reports.claims import Decided, Pledge
from shadow_app.reports.immersion import GoodThing
from shadow_app.reports.parts import Estimate, Promise, ReportState
from shadow_app.reports.pdf import render
from shadow_app.reports.programme import (
    Behind,
    EffortAgainstHarm,
    Goals,
    NextVisit,
    PlaceSeen,
    ProgrammeReport,
    Silence,
    SiteTold,
    TeamOut,
    Waiting,
)
from shadow_app.reports.programme_pdf import wanted_now
from shadow_app.reports.since import Moved, Since
from shadow_app.reports.titles import file_name, title
from shadow_app.reports.unit import Heard


def programme_report(**fields: Any) -> ProgrammeReport:
    late = Pledge(Promise("A longer lock", "Owen", date(2026, 1, 1)), "Harbour depot", "Password", overdue=True)
    given: dict[str, Any] = {
        "money": Estimate(48_006, 31_000, 72_000),
        "headline": "72 % of what hurts the business lies where IT did not look.",
        "lead": "7 of 10 people in IT have spent 90 hours in 12 visits.",
        "goals": Goals("Walk a day", date(2026, 1, 1), date(2026, 12, 31), "Everybody goes out.", "No blame.", 1.0),
        "teams": (
            TeamOut("Service desk", 4, 2, 1, 3, 22.5, 4.0, 30.0),
            TeamOut("", 1, 0, 1, 0, 0.0),
        ),
        "places": (
            PlaceSeen("Fellside depot", "Driver", 9, 0.0, 18_288.0),
            PlaceSeen("Fellside depot", "staff", 2, 0.0, 4_064.0),
            PlaceSeen("Harbour depot", "Driver", 42, 24.0, 85_344.0),
            PlaceSeen("Harbour depot", "Cleaner", 0, 2.0, 0.0),
        ),
        "unseen_services": ("Fax",),
        "next_visits": (NextVisit("Fellside depot, driver", ("nobody has ever been there",)),),
        "claims": (claim(decided=Decided(Choice.DO, "it must leave")), claim("Labels smear")),
        "units": penrose_report().units,
        "ranks": penrose_report().ranks,
        "stated_respondents": 14,
        "blind": penrose_report().blind,
        "since": Since("Spring", date(2026, 3, 12), (Moved("Email", 4, 4, 900.0, 890.0, certain=False),), "2 more."),
        "silence": Silence(
            10, 0.9, 0.6, 0.98, ("they ask for the asset number",), (("Email", 1_000.0, 2.0, 0.998),), ("Fax",)
        ),
        "waiting": Waiting(12, 7, 5, 3, 0.6, 108.0),
        "pledges": (
            late,
            Pledge(Promise("A spare gun", state=CommitmentState.KEPT)),
            Pledge(Promise("A poster", state=CommitmentState.DROPPED)),
            Pledge(Promise("A map", "Owen", date(2027, 1, 1))),
        ),
        "told": (
            SiteTold("Fellside depot", 1, None, None, overdue=True),
            SiteTold("Harbour depot", 5, date(2026, 11, 3), 10, overdue=False),
        ),
        "effort": (EffortAgainstHarm("Email", 0.1, 0.6), EffortAgainstHarm("Fax", 0.9, 0.4)),
        "effort_in": "tickets",
        "works": Heard((GoodThing("The belt restarts by itself"),), 1),
        "learnt": ("I had never held a gun in gloves.",),
        "thanked": ("Harbour depot", "Midlands hub"),
        "visits": (visit(1), visit(2)),
        "behind": (Behind("Password again", chapters(1, 2)[0].entries, 3),),
        "method": penrose_report().method,
        **fields,
    }
    sure = given.pop("sureness", harbour_report().sureness)
    hours = Estimate(2134, 1381, 3225)
    return ProgrammeReport(REPORT_ID, MADE_ON, "Larkfield Parcels", "A day where it happens", hours, sure, **given)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = render(programme_report())
    assert rendered.warnings == ()
    return rendered.pdf


def test_page_one_is_the_finding(pdf: bytes) -> None:
    text = words(pdf, slice(0, 1))
    for fact in (
        "72 % of what hurts the business lies where IT did not look.",
        "A day where it happens",
        "3 of 5",
        "2,130 hours",
        "£48,000",
        "90 %",
        "1 of 2 pains is decided.",
        "Promises: 1 kept, 1 open and in time, 1 overdue, 1 dropped.",
        "1 of 2 sites that we visited heard from us in the last 90 days.",
    ):
        assert fact in text


def test_how_far_we_are_is_counted_by_team_and_place(pdf: bytes) -> None:
    text = words(pdf, slice(1, 2))
    for fact in (
        "Everybody goes out.",
        "From 1 January 2026 to 31 December 2026: 1 visit for everybody in IT.",
        "3 of 4 visits, 23 of 30 h",
        "No team",
        "More than 9 people work where none of us has been",
        "never been",
        "under 4",
        "unknown",
        "Seen nowhere: Fax.",
        "Fellside depot, driver",
        "nobody has ever been there",
    ):
        assert fact in text


def test_silence_effort_and_telling_are_there(pdf: bytes) -> None:
    text = words(pdf)
    for fact in (
        "90 % of what happened was never reported; of the notes it is most likely between 60 % and 98 %.",
        "We asked in 10 notes.",
        "“they ask for the asset number”",
        "over 99 %",
        "In no ticket count at all: Fax.",
        "12 waits noted, 7 of them still open.",
        "Of 5 requests that were settled, 3 (60 %) were no longer needed by then.",
        "The mean wait was 108 days.",
        "Effort is counted in the number of tickets",
        "share of IT’s effort",
        "10 days ago",
        "I had never held a gun in gloves.",
        "To everybody at Harbour depot, Midlands hub who let us watch",
        "Every service stands where it stood.",
        "3 more stand in the reports of the units.",
    ):
        assert fact in text


def test_it_has_bookmarks_embedded_fonts_and_equal_bytes(pdf: bytes) -> None:
    assert "Where we have been, and where not" in outline(pdf)
    assert all(fonts(pdf).values())
    assert render(programme_report()).pdf == pdf


def test_nothing_yet_is_said_everywhere() -> None:
    bare = ProgrammeReport(REPORT_ID, MADE_ON, "", "What we learnt", Estimate(0), NOTHING)
    text = words(render(bare).pdf)
    for sentence in (
        "Nobody has been out yet. Where to go first stands on the next page.",
        "No programme with goals is written down yet",
        "Nobody of IT is entered yet",
        "Nobody has entered who works where",
        "Enter the sites and who works there",
        "Nobody was asked yet whether they had called the desk.",
        "No wait was noted.",
        "No ticket counts are imported yet",
        "Nothing has been promised yet.",
        "No site has been visited yet.",
        "Nobody has written down yet what they learnt.",
        "Nobody is counted yet.",
        "No note has been accepted yet",
    ):
        assert sentence in text
    unsorted = replace(claim(), pain=replace(claim().pain, id=None))
    fields: dict[str, Any] = {"claims": (unsorted,), "money": None, "blind": None, "silence": Silence()}
    again = programme_report(
        **fields, units=(), told=(), places=(PlaceSeen("A", "b", 9, 9.0, 9.0),), state=ReportState.RELEASED
    )
    text = words(render(again).pdf)
    assert "No pain is sorted yet." in text
    assert "We have been with every role at every site." in text
    assert "DRAFT" not in text
    goals = Goals("Walk", None, None, per_person=0.0)
    assert "A year: no number of visits is aimed at." in words(render(programme_report(goals=goals)).pdf)
    assert "Nothing that costs time has been noted." in words(render(programme_report(claims=())).pdf)


def test_much_is_cut_and_counted() -> None:
    many: dict[str, Any] = {
        "places": tuple(PlaceSeen(f"Site {n}", "Driver", 9, 0.0, 99.0) for n in range(30)),
        "learnt": tuple(f"learnt {n}" for n in range(20)),
        "told": tuple(SiteTold(f"Site {n}", 1, None, None, overdue=True) for n in range(20)),
        "effort": tuple(EffortAgainstHarm(f"Service {n}", 0.02, 0.03) for n in range(30)),
        "effort_in": "hours",
        "silence": Silence(3, 0.5, tickets=tuple((f"Service {n}", 9.0, 1.0, 0.9) for n in range(20))),
        "thanked": tuple(f"Site {n}" for n in range(50)),
        "pledges": (Pledge(Promise("A map")),) * 20,
    }
    text = words(render(programme_report(**many)).pdf)
    for sentence in (
        "The least seen 8 of 30; the annex lists all.",
        "And 14 more.",
        "The 8 that have waited longest, of 20 sites.",
        "The 8 of 30 services where the two lie furthest apart.",
        "The first 8 of 20 services.",
        "the hours spent on tickets",
        "and 10 more sites",
        "And 12 more promises.",
    ):
        assert sentence in text
    assert all(f"Site {n} " in text for n in range(30))


def test_page_one_says_what_is_needed_now() -> None:
    open_ = replace(claim(), decided=None, engaged="", closed_on=None)
    wanted = (NextVisit("Hub, clerk", ("nobody has been there",)), NextVisit("Depot, driver", ()), NextVisit("Far", ()))
    pages = reader(render(programme_report(claims=(open_,), next_visits=wanted)).pdf).pages
    first = " ".join(pages[0].extract_text().split())
    assert "Waiting for a decision: 1 pain. Nobody talks to the business yet about 1 pain." in first
    assert "Where to go next: Hub, clerk; Depot, driver." in first
    done = replace(claim(), engaged="Ann", closed_on=date(2026, 11, 1))
    assert wanted_now(programme_report(claims=(done,), next_visits=())) == []


def test_many_pains_are_cut_and_every_note_is_named_once() -> None:
    many = tuple(
        replace(claim(), pain=replace(claim().pain, title=f"Pain {n}"), sources=(f"V{n}-1",)) for n in range(30)
    )
    text = words(render(programme_report(claims=many, behind=())).pdf)
    assert "And 10 that harm less; the annex has the sum of each." in text
    assert [text.count(f"V{n}-1") for n in (3, 4, 5, 29)] == [1, 1, 1, 1]


@pytest.mark.parametrize("word", ["unbreakable" * 60])
def test_page_one_stays_one_page(word: str) -> None:
    pain = replace(claim().pain, title=word[:200], consequence=word, service=word[:200])
    long = replace(claim(), pain=pain, at_stake=word)
    unit = replace(penrose_report().units[0], unit=word[:200], dearest=((word[:200], 5.0),) * 3)
    report = programme_report(headline=word, lead=word, claims=(long,) * 4, units=(unit,) * 8)
    pages = reader(render(report).pdf).pages
    assert "What we set out to do" in pages[1].extract_text()


def test_a_hidden_day_is_hidden_everywhere() -> None:
    hidden = replace(visit(1, month_only=True), on=date(2026, 11, 1))
    report = programme_report(visits=(hidden,))
    assert "2026-11-13" not in words(render(report).pdf)
    assert file_name(report) == "Programme A day where it happens 2026-11"
    assert title(report) == "The programme: A day where it happens"


def test_markdown_says_the_same() -> None:
    text = markdown.render(programme_report())
    for fact in (
        "# 72 % of what hurts the business lies where IT did not look.",
        "| Service desk | 4 | 2 | 1 | 3 | 22 h 30 min | 3 of 4 visits, 23 of 30 h |",
        "| Fellside depot | staff | under 4 | 0 h | never been |",
        "Seen nowhere: Fax.",
        "We will do it: it must leave.",
        "Notes: V1-3, V2-14",
        "over 99 %",
        "| Email | 10 % | 60 % | hurts more than it is worked on |",
        "| Fax | 90 % | 40 % | worked on more than it hurts |",
        "3 more stand in the reports of the units.",
        "I had never held a gun in gloves.",
    ):
        assert fact in text
    assert "DRAFT" not in markdown.render(programme_report(state=ReportState.RELEASED))
    even = programme_report(effort=(EffortAgainstHarm("Email", 0.5, 0.5),), works=Heard(), thanked=())
    assert "about even" in markdown.render(even)
