"""The business unit report on paper: one page for a director, and everything that it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from pdf_reading import fonts, outline, reader, words
from reportlab.platypus import Paragraph
from sample_reports import MADE_ON, REPORT_ID, at, harbour_report, penrose_report

from shadow_app.domain.vocabulary import Choice, CommitmentState, DayTypicality, EvidenceGrade, HostSelection, Kind
from shadow_app.reports import markdown
from shadow_app.reports.claims import Claim, Decided, Pledge
from shadow_app.reports.immersion import GoodThing, LogChapter, LogEntry
from shadow_app.reports.parts import Estimate, EvidenceMarks, Promise, RankPlace, ReportState, Sureness
from shadow_app.reports.pdf import render
from shadow_app.reports.priorities import BlindShare
from shadow_app.reports.since import Moved, Since
from shadow_app.reports.unit import Heard, UnitReport, VisitMade

NOTHING = Sureness(0, 0, 0, 0, 0, Estimate(0))
POINT = UUID("01932000-0000-7000-8000-0000000000aa")


def visit(number: int, **fields: Any) -> VisitMade:
    given = {"typicality": DayTypicality.BUSY, "host_selection": HostSelection.MANAGERS_PICK, **fields}
    return VisitMade(f"V{number}", "Harbour depot", "Driver", date(2026, 9, 1 + number % 28), 8.0, 20, 18, **given)


def claim(title: str = "Password again after every lock", **fields: Any) -> Claim:
    pain = replace(harbour_report().pains[0], title=title, id=POINT)
    return Claim(pain, **{"at_stake": "The trunk leaves on time", "sources": ("V1-3", "V2-14"), **fields})


def chapters(visits: int, notes: int) -> tuple[LogChapter, ...]:
    entries = tuple(LogEntry(at(6, n % 60), Kind.PAIN, f"the gun logs out, time {n}", "Driver 2") for n in range(notes))
    return tuple(LogChapter(f"V{n} · Harbour depot, driver", entries) for n in range(1, visits + 1))


def unit_report(**fields: Any) -> UnitReport:
    promise = Promise("A longer lock", "Owen Pritchard", date(2026, 12, 11), "at the board")
    given: dict[str, Any] = {
        "headline": "IT trouble costs Depots 2,134 working hours a year.",
        "lead": "We were there for 16 h on 2 visits to 1 site.",
        "at_stake": "Parcels that leave on time",
        "money": Estimate(48_006, 31_000, 72_000),
        "visits": (visit(1), visit(2, month_only=True, release="Handheld 6.2")),
        "claims": (
            claim(
                decided=Decided(Choice.DO, "the trunk must leave", date(2026, 11, 13), date(2027, 3, 3)),
                pledges=(Pledge(promise, "Harbour depot"),),
                engaged="Beth",
            ),
            claim("Labels smear"),
        ),
        "ranks": (RankPlace("Handheld scanning", 2, None, 1), RankPlace("Email", 1, None, None)),
        "blind": BlindShare(0.72),
        "answers": harbour_report().answers,
        "steps": penrose_report().steps,
        "works": Heard((GoodThing("The belt restarts by itself", "Sorting", "Loader, Harbour depot"),), 4),
        "surprises": Heard((GoodThing("Nobody rings the desk"),), 1),
        "pledges": (
            Pledge(promise, "Harbour depot", "Password again after every lock", overdue=True),
            Pledge(Promise("A spare gun", state=CommitmentState.KEPT), "Harbour depot"),
        ),
        "since": Since("Spring", date(2026, 3, 12), (Moved("Handheld scanning", 4, 1, 900.0, 2134.0, certain=True),)),
        "log": chapters(2, 2),
        "method": penrose_report().method,
        **fields,
    }
    sure = given.pop("sureness", harbour_report().sureness)
    return UnitReport(REPORT_ID, MADE_ON, "Larkfield Parcels", "Depots", Estimate(2134, 1381, 3225), sure, **given)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = render(unit_report())
    assert rendered.warnings == ()
    return rendered.pdf


def test_page_one_is_what_a_director_reads(pdf: bytes) -> None:
    text = words(pdf, slice(0, 1))
    for fact in (
        "IT trouble costs Depots 2,134 working hours a year.",
        "2,130 hours",
        "likely 1,381–3,225",
        "£48,000",
        "£31,000–72,000",
        "At stake: The trunk leaves on time",
        "Before the visits IT put Email and Handheld scanning first. What we saw puts Handheld scanning first.",
        "A longer lock",
        "overdue",
        "DRAFT",
    ):
        assert fact in text
    for taboo in ("P1", "impact", "urgency", "WLH", "weighted hours"):
        assert taboo not in words(pdf, slice(0, 3))


def test_what_was_decided_and_why_stands_with_the_pain(pdf: bytes) -> None:
    text = words(pdf, slice(1, None))
    for fact in (
        "We will do it: the trunk must leave. We look at it again on 3 March 2027.",
        "Promised: A longer lock · to Harbour depot · Owen Pritchard · by 11 December 2026",
        "Beth talks to the business about it.",
        "Nobody has decided yet.",
        "Nobody talks to them yet.",
        "Notes V1-3, V2-14",
        "was 4th, is 1st",
        "900 → 2,134 hours a year, more than chance",
        "And 3 more, in the annex.",
        "September 2026",
        "busy, manager’s pick",
    ):
        assert fact in text


def test_it_has_bookmarks_embedded_fonts_and_equal_bytes(pdf: bytes) -> None:
    titles = outline(pdf)
    for title in ("Where we were", "What hurts, and what we do about it", "How sure are we?", "Every visit"):
        assert title in titles
    assert all(fonts(pdf).values())
    assert render(unit_report()).pdf == pdf
    about = reader(pdf).metadata
    assert about is not None
    assert about.title == "Depots: what IT costs, 13 November 2026"


def test_nothing_to_report_is_said_on_two_pages() -> None:
    bare = UnitReport(REPORT_ID, MADE_ON, "Larkfield Parcels", "Depots", Estimate(0), NOTHING)
    text = words(render(bare).pdf)
    for sentence in (
        "What IT costs Depots",
        "There is nothing to report before somebody has been there.",
        "Nobody from IT has been there yet.",
        "Nothing is promised and still open.",
        "Nothing has been promised.",
        "No accepted note says that something works well.",
        "No note has been accepted yet",
        "There was none.",
    ):
        assert sentence in text


def test_a_visit_without_pains_and_without_a_list_is_told() -> None:
    report = unit_report(claims=(), ranks=(), blind=None, money=None, since=None, steps=(), answers=(), at_stake="")
    text = words(render(report).pdf, slice(0, 1))
    assert "Nothing that costs time has been noted." in text
    assert "IT has not locked a list of its own for this unit" in text
    assert "£" not in text


def test_first_hints_are_called_so() -> None:
    thin = replace(claim().pain, evidence=EvidenceMarks(EvidenceGrade.ANECDOTE, 1, 1, 1))
    text = words(render(unit_report(claims=(replace(claim(), pain=thin),))).pdf, slice(0, 1))
    assert "a first hint, not a verdict" in text


@pytest.mark.parametrize("word", ["unbreakable" * 60, "漢字 <b>&amp;</b> " * 40])
def test_page_one_stays_one_page_whatever_was_typed(word: str) -> None:
    pain = replace(claim().pain, title=word[:200], consequence=word, quote=word, service=word[:200])
    long = replace(claim(), pain=pain, at_stake=word, decided=Decided(Choice.DECLINE, word), sources=("V1-1",) * 40)
    pledge = Pledge(Promise(word[:200], word[:200], date(2026, 12, 11), word), word[:200], word[:200], overdue=True)
    report = unit_report(headline=word, at_stake=word, claims=(long,) * 4, pledges=(pledge,) * 5)
    pages = reader(render(report).pdf).pages
    assert "Where we were" in pages[1].extract_text()
    assert "What we promise" in pages[0].extract_text()


def test_forty_pains_are_ten_in_full_and_the_rest_in_a_table() -> None:
    every = tuple(claim(f"Pain number {n}.") for n in range(40))
    unsorted = replace(claim(), pain=replace(claim().pain, title="Not sorted yet", id=None), sources=())
    text = words(render(unit_report(claims=(unsorted, *every))).pdf)
    assert "And 31 more pains, in the same order:" in text
    assert all(f"Pain number {n}." in text for n in range(40))
    assert "Nobody has sorted these notes into causes yet" in text
    assert "None of its notes is accepted yet" in text


def test_many_visits_are_listed_in_full_in_the_annex_only() -> None:
    report = unit_report(visits=tuple(visit(n) for n in range(1, 31)))
    text = words(render(report).pdf)
    assert "The last 20 of 30 visits; the annex lists all." in text
    assert "V1 " in text


def test_a_released_report_carries_no_stamp() -> None:
    assert "DRAFT" not in words(render(unit_report(state=ReportState.RELEASED)).pdf)
    assert "DRAFT" not in markdown.render(unit_report(state=ReportState.RELEASED))


def test_a_hidden_day_is_hidden_at_the_foot_too() -> None:
    hidden = visit(1, month_only=True)
    report = unit_report(visits=(replace(hidden, on=date(2026, 11, 1)),), since=None, answers=())
    text = words(render(report).pdf)
    assert "2026-11-13" not in text
    assert "13 November" not in text
    assert "Made November 2026" in text
    assert "As things stood in November 2026." in text


def test_the_work_grows_with_the_notes_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: list[int] = []
    plain = Paragraph.breakLines

    def counted(self: Any, width: Any) -> Any:
        broken[-1] += 1
        return plain(self, width)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    for many in (5, 10, 20):
        broken.append(0)
        render(unit_report(log=chapters(many, 6), visits=tuple(visit(n) for n in range(1, many + 1))))
    assert broken[2] - broken[1] <= 2.2 * (broken[1] - broken[0])


def test_markdown_says_the_same_and_every_reference() -> None:
    long = replace(claim(), sources=tuple(f"V1-{n}" for n in range(1, 40)))
    text = markdown.render(unit_report(claims=(long, claim("Labels smear", closed_on=date(2026, 11, 2)))))
    for fact in (
        "# IT trouble costs Depots 2,134 working hours a year.",
        "At stake: The trunk leaves on time",
        "V1-39",
        "Closed on 2 November 2026.",
        "| V2 | Harbour depot | Driver | September 2026 |",
        "## Six questions, answered",
        "CV out the door",
        "and 3 more",
        "was 4th, is 1st",
        "the gun logs out, time 1",
        "likely £31,000–£72,000",
    ):
        assert fact in text
    empty = markdown.render(UnitReport(REPORT_ID, MADE_ON, "Larkfield Parcels", "Depots", Estimate(0), NOTHING))
    assert "There is nothing to report before somebody has been there." in empty
    assert "None is answered yet." in empty
