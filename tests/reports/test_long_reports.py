from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pdf_reading import fonts, outline, reader, words
from pypdf import PageObject, PdfReader
from pypdf.generic import NameObject
from reportlab.platypus import Paragraph
from sample_reports import at, empty_report, harbour_report

from shadow_app.domain.vocabulary import Kind
from shadow_app.reports.immersion import ImmersionReport, LogChapter, LogEntry
from shadow_app.reports.page import Stopped
from shadow_app.reports.pdf import render

NOTE = "The scanner logs its driver out when the screen locks, and the password is typed with gloves on. " * 2


def long_report(visits: int, notes: int) -> ImmersionReport:
    chapters = tuple(
        LogChapter(f"Visit {number}", tuple(LogEntry(at(6, n % 60), Kind.PAIN, NOTE, "Driver 2") for n in range(notes)))
        for number in range(visits)
    )
    return replace(empty_report(), log=chapters)


def test_long_reports_have_contents_that_lead_to_the_right_pages() -> None:
    file = render(long_report(50, 3)).pdf
    pdf = reader(file)
    pages = chapter_pages(pdf)
    assert len(set(pages.values())) > 10
    listed: list[str] = []
    for page in pdf.pages:
        if "Contents" not in page.extract_text():
            continue
        titles = [line for line in page.extract_text().splitlines() if line in pages]
        links: Any = page["/Annots"]
        leads = [page_of(pdf, link.get_object()["/Dest"][0]) for link in links]
        assert leads == [pages[title] for title in titles]
        assert form_numbers(page) == [str(lead) for lead in leads]
        listed += titles
    assert listed == [*(f"Visit {n}" for n in range(50)), "How the figures are made", "For the service desk"]
    assert all(fonts(file).values())


def page_of(pdf: PdfReader, page: Any) -> int:
    """Which page this is, the first being 1."""
    number = pdf.get_page_number(page.get_object())
    assert number is not None
    return number + 1


def chapter_pages(pdf: PdfReader) -> dict[str, int]:
    """Every title of the outline, and the page that it leads to."""
    found: dict[str, int] = {}

    def walk(items: list[Any]) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item)
            else:
                found[str(item.title)] = page_of(pdf, item.page)

    walk(pdf.outline)
    return found


def form_numbers(page: Any) -> list[str]:
    """What the form on a contents page says, read by itself."""
    (form,) = (ref.get_object() for ref in page["/Resources"]["/XObject"].values())
    alone = PageObject.create_blank_page(width=600, height=900)
    alone[NameObject("/Resources")] = form["/Resources"]
    alone[NameObject("/Contents")] = form
    return alone.extract_text().split()


def test_short_reports_have_no_contents() -> None:
    assert "Contents" not in words(render(long_report(3, 2)).pdf)


def test_every_chapter_is_in_the_outline_below_the_log() -> None:
    titles = outline(render(long_report(12, 1)).pdf)
    assert [title for title in titles if title.startswith("Visit")] == [f"Visit {n}" for n in range(12)]


def test_no_paragraph_is_broken_into_lines_more_than_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work grows with the notes, not with their square: line breaking per note stays the same."""
    work = []
    for notes in (20, 80):
        counted = [0]
        original = Paragraph.breakLines

        def counting(self: Any, width: Any, counted: list[int] = counted, original: Any = original) -> Any:
            counted[0] += 1
            return original(self, width)

        with monkeypatch.context() as patch:
            patch.setattr(Paragraph, "breakLines", counting)
            render(long_report(5, notes))
        work.append(counted[0] / (5 * notes))
    assert work[1] <= work[0] * 1.05


def test_one_note_over_many_pages_is_not_broken_anew_on_each(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = [0]
    original = Paragraph.breakLines

    def counting(self: Any, width: Any) -> Any:
        counted[0] += 1
        return original(self, width)

    monkeypatch.setattr(Paragraph, "breakLines", counting)
    entry = LogEntry(at(6), Kind.PAIN, "line\n" * 4_000)
    pdf = render(replace(empty_report(), log=(LogChapter("Long", (entry,)),))).pdf
    assert counted[0] < 12 * len(reader(pdf).pages)


def test_a_stop_is_heard_between_pieces_and_nothing_is_made() -> None:
    asked = [0]

    def keep_going() -> bool:
        asked[0] += 1
        return asked[0] < 30

    with pytest.raises(Stopped, match="nothing was written"):
        render(long_report(50, 50), keep_going=keep_going)
    assert asked[0] == 30


def test_notes_of_later_chapters_are_not_set_before_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    made = [0]
    original = Paragraph.__init__

    def counting(self: Any, *args: Any, **options: Any) -> None:
        made[0] += 1
        original(self, *args, **options)

    monkeypatch.setattr(Paragraph, "__init__", counting)
    with pytest.raises(Stopped):
        render(long_report(50, 50), keep_going=lambda: made[0] < 100)
    assert made[0] < 300


def test_a_rendering_that_may_go_on_is_the_same() -> None:
    assert render(harbour_report(), keep_going=lambda: True).pdf == render(harbour_report()).pdf
