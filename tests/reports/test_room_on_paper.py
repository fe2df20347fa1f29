"""Every line has room: nothing is printed over anything else, in no language, and nothing stands alone on a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from pdf_reading import reader, words
from sample_reports import MADE_ON, harbour_report, penrose_report, photo
from test_programme_pdf import programme_report
from test_unit_pdf import claim, unit_report

from shadow_app.domain.language import say, speaking
from shadow_app.domain.paper import printing_on
from shadow_app.reports import look
from shadow_app.reports.blocks import bullets, in_columns, said, with_rest
from shadow_app.reports.claims_pdf import claims
from shadow_app.reports.flow import Column, Gap, Panel, Rows
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.reports.leaflet_pdf import render as render_leaflet
from shadow_app.reports.page import INNER, Face, Sheet, then
from shadow_app.reports.parts import Estimate, ReportState, Sureness
from shadow_app.reports.pdf import render
from shadow_app.reports.pen import Pen
from shadow_app.reports.pieces import Field, Heading, Ledger, Places
from shadow_app.reports.programme_silence import effort
from shadow_app.reports.text import Typesetter

REPORTS: dict[str, Callable[[], Any]] = {
    "visit": harbour_report,
    "priorities": penrose_report,
    "programme": programme_report,
    "unit": unit_report,
}


@pytest.fixture
def pen() -> Pen:
    return Pen(Typesetter())


def sheet(pen: Pen, *flow: Any) -> bytes:
    """These pieces, the first of them on a front page without a header."""
    face = Face("Report", "Harbour", "Harbour", "Harbour", ReportState.DRAFT, MADE_ON)
    return Sheet(face, pen).pdf([then(INNER), *flow])


def pages(pdf: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in reader(pdf).pages]


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, float, float, float, str]]:
    """Where every single line went: page, left, right and baseline in points of the page, and its words."""
    found: list[tuple[int, float, float, float, str]] = []
    drawn = Pen.line

    def line(self: Pen, canvas: Any, x: float, y: float, text: str, size: float, *more: Any, **named: Any) -> None:
        weight = more[0] if more else named.get("weight", 400)
        align = more[2] if len(more) > 2 else named.get("align", "left")
        width = self.width(text, size, weight) + named.get("spacing", 0.0) * len(text)
        start = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        (left, base), (right, _) = canvas.absolutePosition(start, y), canvas.absolutePosition(start + width, y)
        found.append((canvas.getPageNumber(), left, right, base, text))
        drawn(self, canvas, x, y, text, size, *more, **named)

    monkeypatch.setattr(Pen, "line", line)
    return found


def over_each_other(lines: list[tuple[int, float, float, float, str]]) -> Iterator[tuple[str, str]]:
    """Pairs of lines on one baseline that share more than a hair of it."""
    rows: dict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    for page, left, right, base, text in lines:
        if text:
            rows[page, round(base)].append((left, right, text))
    for row in rows.values():
        row.sort()
        for (_, end, first), (start, _, second) in pairwise(row):
            if start < end - 0.5:
                yield first, second


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", list(REPORTS))
def test_no_line_is_printed_over_another(
    kind: str, language: str, lines: list[tuple[int, float, float, float, str]]
) -> None:
    with speaking(language):
        render(REPORTS[kind]())
    assert len(lines) > 40
    assert list(over_each_other(lines)) == []
    edge = look.width() - look.MARGIN
    assert [text for _, left, right, _, text in lines if left < look.MARGIN - 1 or right > edge + 1] == []


def test_a_range_is_never_cut_and_a_title_takes_two_lines() -> None:
    titles = [f"The gun logs out again and again in the middle of pallet number {n}" for n in range(14)]
    dear = claim().pain
    every = tuple(
        replace(claim(title), pain=replace(dear, title=title, hours=Estimate(23_456.0, 12_345.0, 98_765.0)))
        for title in titles
    )
    for language, likely in (("en", "likely 12,345–98,765"), ("de", "wahrscheinlich 12.345–98.765")):
        with speaking(language):
            text = words(render(unit_report(claims=every)).pdf)
        assert text.count(likely) >= len(every)
        for title in titles:
            assert title in text


@pytest.mark.parametrize("room", range(5, 200, 31))
def test_a_table_keeps_its_sentence_its_last_rows_and_its_foot(pen: Pen, room: int) -> None:
    rows = tuple(claim(f"Pain {n}") for n in range(8))
    tall = look.height() - look.FOOT - room
    pdf = sheet(pen, Gap(tall), *claims(rows, "GBP", pen, 0, "And 3 that harm less."))
    for page in pages(pdf):
        assert ("And 8 more pains" in page) <= ("Pain 0" in page and "Pain 1" in page)
        assert ("And 3 that harm less." in page) <= ("Pain 6" in page and "Pain 7" in page)


@pytest.mark.parametrize("room", range(20, 140, 23))
def test_what_was_left_out_and_a_heading_never_stand_alone(pen: Pen, room: int) -> None:
    tall = look.height() - look.FOOT - room
    items = bullets(pen, [(f"Item {n}", "and a remark") for n in range(3)], look.CALM)
    for item in items:
        item.columns[0].width = 300
    flow = with_rest(items, said(pen, "And 5 more."))
    for page in pages(sheet(pen, Gap(tall), *flow)):
        assert ("And 5 more." in page) <= ("Item 2" in page)
    sides = in_columns([[Heading(pen, Places(), "k", "Keep it"), *_many(pen, "kept")], _many(pen, "new")])
    for page in pages(sheet(pen, Gap(tall), sides)):
        assert ("Keep it" in page) <= ("Line 0 kept" in page)
    assert with_rest([], said(pen, "And 5 more."))
    assert with_rest(items, []) == items


def _many(pen: Pen, what: str) -> list[Any]:
    made = bullets(pen, [(f"Line {n} {what}", "") for n in range(30)], look.CALM)
    for one in made:
        one.columns[0].width = 200
    return made


def test_rows_repeat_their_head_and_a_row_too_tall_is_broken(pen: Pen) -> None:
    def row(text: str) -> Panel:
        return Panel([Column(0, 200, pen.prose(text, look.SMALL))])

    tall = row("\n\n".join(f"Word {n} of a tall row" for n in range(120)))
    rows = Rows(row("The head"), [row("First"), tall, *(row(f"Row {n}") for n in range(60))])
    found = pages(sheet(pen, rows))
    assert len(found) > 3
    assert all("The head" in page for page in found)
    text = " ".join(found)
    assert all(f"Word {n} of" in text for n in range(120))
    assert all(f"Row {n}" in text for n in range(60))
    assert Rows(row("The head"), [row("One")]).split(400, 5) == []


def test_a_ledger_cuts_only_at_the_end_of_a_second_line(pen: Pen) -> None:
    fields = (Field("Where", 10), Field("What", 90))
    ledger = Ledger(pen, fields, [("Harbour depot of the north-eastern region", "short"), ("a", "b\nc")])
    (first, _), _ = ledger.rows[0].cells
    assert first[0] == "Harbour"
    assert len(first) == 2
    assert first[1].endswith("…")
    assert ledger.rows[1].cells[1] == (["b"], ["c"])


def test_thanks_are_on_the_page_that_says_how_sure_we_are() -> None:
    for language in ("en", "de"):
        for more in range(4):
            with speaking(language):
                answers = harbour_report().answers[:1] * (more + 1)
                found = pages(render(harbour_report(answers=answers, thanks="Thank you all.")).pdf)
                sure = say("How sure are we?")
            assert [page for page in found if "Thank you all." in page and sure not in page] == []


def test_one_page_of_a_leaflet_is_set_smaller_before_it_becomes_two() -> None:
    lines = tuple((f"Sentence {n} says what a works council wants to know of it, in full.", "") for n in range(24))
    sections = tuple(Section(f"Part {n}", "", lines) for n in range(2))
    told = ("What becomes of those notes is said on this page, and it is made by the program alone. " * 2,)
    leaflet = Leaflet("For all", "What is recorded", told, (("As of", "today"),), MADE_ON, sections)
    for sheets, more in ((1, ()), (2, (lines,) * 4)):
        longer = replace(leaflet, sections=(*sections, *(Section("More", "", each) for each in more)))
        pdf = render_leaflet(longer).pdf
        assert (len(reader(pdf).pages) == 1) is (sheets == 1)
        assert "made by the program alone" in words(pdf)


def test_eight_photos_of_odd_shapes_keep_their_captions_on_every_paper() -> None:
    shapes = ((1600, 200), (200, 1600), (90, 90), (1600, 1067), (1067, 1600), (3000, 40), (40, 3000), (640, 480))
    caption = "Door nine in the rain, with the gun on its hook and the list of yesterday beside it"
    prints = tuple(photo(f"{caption} ({n})", size) for n, size in enumerate(shapes))
    chapter = harbour_report().log[0]
    entry = replace(chapter.entries[0], photos=prints)
    report = harbour_report(log=(replace(chapter, entries=(entry,)),))
    for paper in ("a4", "letter"):
        with printing_on(paper):
            text = words(render(report).pdf)
        for n in range(len(shapes)):
            assert f"list of yesterday beside it ({n})" in text


def test_effort_is_told_in_what_it_was_counted_in_whatever_the_language() -> None:
    lines = programme_report().effort
    for counted_in, told in (("hours", "Stunden an Tickets"), ("tickets", "der Zahl der Tickets")):
        with speaking("de"):
            pen = Pen(Typesetter())
            text = words(sheet(pen, *effort(lines, counted_in, pen, Places())))
        assert told in text


def test_units_without_room_on_page_one_follow_later() -> None:
    units = programme_report().units
    many = tuple(replace(units[0], unit=f"Unit {n} of the whole firm") for n in range(5))
    text = words(render(programme_report(units=many)).pdf, slice(1, None))
    assert all(f"Unit {n} of the whole firm" in text for n in range(5))


def test_nothing_seen_is_said_without_noughts() -> None:
    nothing = Sureness(0, 0, 0, 0, 0, Estimate(0))
    text = words(render(programme_report(sureness=nothing, places=(), next_visits=())).pdf)
    assert "Enter the sites and who works there" in text
    assert "Every place has been seen" not in text
    bare = penrose_report(unit="", organisation="", services=(), sureness=nothing)
    assert "All units · 13 November 2026" in words(render(bare).pdf)
