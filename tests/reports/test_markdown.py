from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import at, empty_report, harbour_pains, harbour_report, penrose_report, photo

from shadow_app.domain.vocabulary import Kind
from shadow_app.reports import markdown
from shadow_app.reports.immersion import LogChapter, LogEntry
from shadow_app.reports.marks import paragraph, plain, table
from shadow_app.reports.parts import ReportState


def test_the_immersion_report_says_the_same_as_on_paper() -> None:
    text = markdown.render(harbour_report())
    for fact in (
        "# Gloves and passwords cost Harbour depot",
        "**DRAFT**",
        "2,134 hours a year · likely 1,381–3,225 · about £48,000",
        "> “I take the gloves off",
        "| The label printer jams mid-load |",
        "| nobody yet |",
        "**05:48 Pain**",
        "Photo: Bay 4",
        "Our reading: The lock time",
        "Until it is mended: Keep the screen awake",
        "The day at Harbour depot: from 05:45 to 13:30",
    ):
        assert fact in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_the_priorities_report_says_the_same_as_on_paper() -> None:
    text = markdown.render(penrose_report())
    for fact in (
        "| 1 | Word & CV templates |",
        "| 10 | 2 |",
        "CV out the door",
        "Kendall τ-b",
        "## Where IT did not look",
    ):
        assert fact in text
    text = markdown.render(penrose_report(services=(), units=(), steps=(), blind=None, agreement=(), meaning=""))
    assert "Nothing has been seen yet that a service could be ranked by." in text
    assert "## Step" not in text


def test_an_empty_report_is_honest() -> None:
    text = markdown.render(empty_report())
    assert "No pain was noted on this visit." in text
    assert "No note was taken on this visit." in text


def test_a_released_report_has_no_stamp() -> None:
    assert "DRAFT" not in markdown.render(harbour_report(state=ReportState.RELEASED))
    assert "RELEASED" not in markdown.render(penrose_report(state=ReportState.RELEASED))


def test_month_only_hides_the_clock() -> None:
    chapter = replace(harbour_report().log[0], month_only=True, title="A visit")
    assert "05:48" not in markdown.render(harbour_report(log=(chapter,)))


def test_a_pain_may_lack_almost_everything() -> None:
    bare = replace(harbour_pains()[0], money=None, quote="", consequence="", minutes_known=False)
    text = markdown.render(harbour_report(pains=(bare,)))
    assert "minutes not known" in text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("--- no rule", "\\--- no rule"),
        ("**no** _weight_ `code`", "\\*\\*no\\*\\* \\_weight\\_ \\`code\\`"),
        ("[no](link)", "\\[no\\](link)"),
        ("<script>alert(1)</script>", "&lt;script\\>alert(1)&lt;/script\\>"),
        ("a | b", "a \\| b"),
        ("see http://evil.example now", "see http&#58;//evil.example now"),
        ("www.evil.example", "www&#46;evil.example"),
        ("a@b.example", "a&#64;b.example"),
        ("&lt;b> & so on", "&amp;lt;b\\> & so on"),
        ("line\nbreak", "line break"),
        ("\u202eevil", "\\[U+202E\\]evil"),
    ],
)
def test_words_mean_nothing_but_themselves(words: str, shown: str) -> None:
    assert plain(words) == shown


@given(st.text(max_size=200))
def test_a_cell_never_breaks_its_row(words: str) -> None:
    lines = [line for line in table(("A", "B"), [(words, words)]) if line]
    assert len(lines) == 3
    bars = [i for i, sign in enumerate(lines[2]) if sign == "|" and lines[2][i - 1] != "\\"]
    assert len(bars) == 3


def test_line_breaks_are_kept_and_empty_texts_are_nothing() -> None:
    assert paragraph("one\ntwo\n\nthree") == ["one  \ntwo  \nthree", ""]
    assert paragraph("  \n ") == []
    assert table(("A",), []) == []


def test_photos_without_caption_are_still_counted() -> None:
    entry = LogEntry(at(6), Kind.PAIN, "x", photos=(photo(),))
    assert "Photo: no caption" in markdown.render(replace(empty_report(), log=(LogChapter("Day", (entry,)),)))
