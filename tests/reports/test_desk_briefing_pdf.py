"""The briefing on paper and as Markdown: everything a person at the desk asks, and a line to sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timezone
from uuid import UUID

import pdf_reading
import pytest

from shadow_app.domain.vocabulary import Choice, CommitmentState, EvidenceGrade, Lane, Workaround
from shadow_app.reports import desk_briefing_words as say
from shadow_app.reports import markdown
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry, Quote, Silent, ToldDesk
from shadow_app.reports.parts import Estimate, EvidenceMarks, ReportState
from shadow_app.reports.pdf import render
from shadow_app.reports.you_said import Given

MADE = datetime(2026, 11, 20, 9, 30, tzinfo=timezone.utc)
TOLD = ToldDesk(date(2026, 11, 13), "Asha Verma", "mail", "Use bay 4")
PRINTER = DeskEntry(
    pain="The label printer jams",
    service="Label printing",
    hours=Estimate(457.2, 120.4, 901.6),
    lane=Lane.DAMAGING,
    evidence=EvidenceMarks(EvidenceGrade.EMERGING, 4, 2, 4),
    rings_as=("labels", "zebra"),
    quotes=(Quote("it always does that", "loader"),),
    places=("Harbour depot", "Midlands hub"),
    consequence="The trunk was held",
    stake="The last trunk",
    workaround="Uses the printer of bay 4",
    workaround_grade=Workaround.GOOD,
    promises=(Given("A second printer", "Owen Pritchard", date(2026, 12, 11)),),
    engagement="Asha Verma",
    next_contact=date(2026, 12, 4),
    fixing_team="Depot systems",
    silent=Silent(5, 4, ("nobody answers", "no asset number?", "third")),
    told=(TOLD,),
    pain_point_id=UUID(int=3),
    note_ids=(UUID(int=4),),
)


def briefing(*entries: DeskEntry, **fields: object) -> DeskBriefing:
    values: dict[str, object] = {"place": "Hub and depots", "visits": 7, "hours": 54.0, **fields}
    return DeskBriefing(UUID(int=7), MADE, "Larkfield Parcels", entries=entries, **values)  # type: ignore[arg-type]


def paper(report: DeskBriefing) -> str:
    return pdf_reading.words(render(report).pdf).replace("\u00a0", " ")


def test_everything_that_the_desk_asks_is_on_the_page() -> None:
    text = paper(briefing(PRINTER, headline="Ask them", lead="Nobody talks to them.", unsorted=3, unreviewed=2))
    for words in (
        "Ask them",
        "Nobody talks to them.",
        "Label printing · Harbour depot and Midlands hub · 457 hours a year · likely 120–902 · 4 notes · 2 visits",
        "Damages the business",
        say.SILENT,
        "They say “labels” and “zebra”.",
        "“it always does that” — loader",
        "The trunk was held. The last trunk.",
        "4 of 5 times not reported. Why not: nobody answers. no asset number?",
        "Uses the printer of bay 4. (Works well.)",
        "A second printer (Owen Pritchard, by 11 December 2026).",
        "Asha Verma, next on 4 December 2026 · mended by Depot systems",
        "Told on 13 November 2026 by Asha Verma (mail), not acknowledged yet.",
        "Read by",
        "From 7 visits, 54 h in all. 3 more notes not sorted into a pain point yet.",
        "2 notes behind this not reviewed yet.",
        "DRAFT",
    ):
        assert words in text, words


def test_what_is_acknowledged_needs_no_signature() -> None:
    signed = replace(TOLD, acknowledged_on=date(2026, 11, 14), acknowledged_by="Tom Ellery")
    text = paper(briefing(replace(PRINTER, told=(signed,)), state=ReportState.RELEASED))
    assert "acknowledged on 14 November 2026 by Tom Ellery." in text
    assert "Read by" not in text
    assert "DRAFT" not in text


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"promises": ()}, ["Nothing is decided and nothing is promised: promise nothing."]),
        ({"promises": (), "choice": Choice.DO}, ["It will be done; no date is promised."]),
        ({"choice": Choice.DO}, ["A second printer (Owen Pritchard, by 11 December 2026)."]),
        (
            {"promises": (), "choice": Choice.DEFER, "review_on": date(2027, 3, 1), "reason": "Spring"},
            ["It has to wait until 1 March 2027. Why: Spring."],
        ),
        ({"promises": (), "choice": Choice.DEFER}, ["It has to wait; no date is set."]),
        ({"promises": (), "choice": Choice.DECLINE, "reason": "Dear"}, ["It will not be changed. Why: Dear."]),
        (
            {"promises": (Given("A printer", "Owen", state=CommitmentState.DROPPED),), "back": True},
            ["It was thought to be done and has been seen again.", "A printer (Owen, not done)."],
        ),
    ],
)
def test_what_a_caller_may_be_told(changes: dict[str, object], lines: list[str]) -> None:
    told = [line.replace("\u00a0", " ") for line in say.answers(replace(PRINTER, **changes))]  # type: ignore[arg-type]
    assert told == lines


@pytest.mark.parametrize(
    ("silent", "words", "mostly"),
    [
        (Silent(), say.UNASKED, False),
        (Silent(5, 0), "They report it: all 5 times that we asked about.", False),
        (Silent(5, 4, telling=False), "Too few were asked to tell: 4 of 5 times not reported.", False),
        (Silent(5, 2), "2 of 5 times not reported.", False),
        (Silent(5, 5, ("nobody answers",)), "Never reported, 5 times out of 5. Why not: nobody answers.", True),
    ],
)
def test_silence_in_words(silent: Silent, words: str, mostly: bool) -> None:
    assert say.silence(replace(PRINTER, silent=silent)) == words
    assert silent.mostly is mostly


@pytest.mark.parametrize(
    ("way", "grade", "words"),
    [
        ("", None, "Nothing was noted that helps meanwhile."),
        ("", Workaround.NONE, "No way round is known."),
        ("", Workaround.GOOD, "There is a way round (works well), but nobody has noted which."),
        ("Write it down", Workaround.NONE, "Write it down."),
        ("Write it down", None, "Write it down."),
        ("Write it down", Workaround.CLUMSY, "Write it down. (Clumsy, but it works.)"),
    ],
)
def test_what_helps_meanwhile_in_words(way: str, grade: Workaround | None, words: str) -> None:
    assert say.meanwhile(replace(PRINTER, workaround=way, workaround_grade=grade)) == words


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    blank = DeskEntry("Slow", "Email", Estimate(0.0), Lane.PLAN, PRINTER.evidence, minutes_known=False, graded=False)
    text = paper(briefing(blank, place=""))
    for words in (
        "Email · no place is known · minutes not known",
        "damage not graded yet",
        "They call it Email.",
        "Nobody yet",
        "The desk has not been told yet.",
        "All units",
        "What the service desk should know of All units",
    ):
        assert words in text, words


def test_without_open_pains_it_says_so_in_one_page() -> None:
    empty = briefing(visits=0)
    assert say.NOTHING in paper(empty)
    assert "Nobody has been out yet" in paper(empty)
    assert len(pdf_reading.reader(render(empty).pdf).pages) == 1
    assert say.NOTHING in markdown.render(empty)


def test_no_head_stands_alone_at_the_foot_of_a_page() -> None:
    entries = [
        replace(PRINTER, pain=f"Pain number {place} of many", quotes=PRINTER.quotes * (place % 4))
        for place in range(16)
    ]
    for sheet in pdf_reading.reader(render(briefing(*entries)).pdf).pages:
        text = sheet.extract_text()
        assert text.count("Pain number") == text.count("Who talks to them")


def test_a_very_long_entry_goes_on_over_pages() -> None:
    endless = "A sentence about a printer. " * 700
    report = briefing(replace(PRINTER, consequence=endless, reason=endless, choice=Choice.DECLINE), lead=endless)
    # A footer may stand in the middle of a sentence, never of a word.
    assert paper(report).count("printer.") == 3 * 700


def test_equal_data_give_equal_bytes_and_small_places_tell_no_day() -> None:
    assert render(briefing(PRINTER)).pdf == render(briefing(PRINTER)).pdf
    assert "Made November 2026" in paper(briefing(PRINTER, month_only=True))


def test_markdown_says_the_same_and_names_the_notes() -> None:
    text = markdown.render(briefing(PRINTER, replace(PRINTER, pain="<b>", graded=False, silent=Silent())))
    for words in (
        "### The label printer jams",
        f"**{say.SILENT}.**",
        "- When they ring: They say “labels” and “zebra”.",
        "  - “it always does that” — loader",
        "- What it does to them: The trunk was held. The last trunk.",
        "- What helps meanwhile: Uses the printer of bay 4. (Works well.)",
        "- What we promised or decided: A second printer (Owen Pritchard, by 11 December 2026).",
        f"pain point {UUID(int=3)}; 4 notes: {UUID(int=4)} and 3 more",
        "### &lt;b",
        "(damage not graded yet)",
        "**DRAFT**",
    ):
        assert words in text, words
    assert "DRAFT" not in markdown.render(briefing(PRINTER, state=ReportState.RELEASED))
