from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from pdf_reading import fonts, outline, pictures, reader, words
from sample_reports import MADE_ON, empty_report, harbour_pains, harbour_report, photo

from shadow_app.reports.parts import Photo, RankPlace, ReportState
from shadow_app.reports.pdf import render


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = render(harbour_report())
    assert rendered.warnings == ()
    return rendered.pdf


def test_what_an_executive_reads_is_on_two_pages_in_order(pdf: bytes) -> None:
    text = words(pdf, slice(0, 2))
    steps = [
        "Gloves and passwords",
        "The day in 120 words",
        "What hurts most",
        "What this means for us".upper(),
        "What works – keep it",
        "Six questions, answered",
        "What we promise",
        "How sure are we?",
        "Thank you to Driver 2",
    ]
    places = [text.index(step) for step in steps]
    assert places == sorted(places)
    assert "Everything we wrote down" in words(pdf, slice(2, 3))


def test_the_first_pages_hold_no_formula_and_no_word_of_the_trade(pdf: bytes) -> None:
    text = words(pdf, slice(0, 2))
    for taboo in (
        "WLH",
        "weighted",
        "Impact",
        "Urgency",
        "Priority",
        "ITIL",
        "Incident",
        "λ",
        "σ",
        "φ",
        "τ",
        "ρ",
        "CMDB",
    ):
        assert taboo.lower() not in text.lower()


def test_a_pain_tells_hours_with_range_money_lane_quote_and_evidence(pdf: bytes) -> None:
    text = words(pdf, slice(0, 2))
    for fact in (
        "2,134 hours a year",
        "likely 1,381–3,225",
        "about £48,000 a year",
        "Cannot wait",
        "“I take the gloves off, I type it, I put them on. Then it locks again.” — Driver 2, 06:10",
        "Handheld scanning · 9 notes · 5 visits · solid evidence",
        "1 note · one visit only · damage not graded yet",
        "2 notes · 1 of them told · one visit only",
        "Damages the business",
    ):
        assert fact in text


def test_observed_minutes_and_hours_a_year_stand_together(pdf: bytes) -> None:
    text = words(pdf, slice(1, 2))
    assert "112 minutes of work, before our eyes" in text
    assert "2,618 h a year likely 1,705–4,010" in text
    assert "18 % of the hours a year are carried over to sites where nobody has been." in text
    assert "Not visited: Fellside depot." in text


def test_a_pain_that_nobody_answers_for_is_called_out(pdf: bytes) -> None:
    assert "Nobody yet" in words(pdf, slice(1, 2))


def test_the_annex_has_the_log_the_weights_the_sums_and_the_briefing(pdf: bytes) -> None:
    text = words(pdf, slice(2, None))
    assert "05:48" in text
    assert "Queue of seven at the charger wall" in text
    assert "Our reading: The lock time is set for offices" in text
    assert "damage 0 → 0, 1 → 0.5, 2 → 1, 3 → 3, 4 → 7" in text
    assert "4,373.9" in text
    assert "impact 2, urgency 2, P3" in text
    assert "Until it is mended: Keep the screen awake" in text


def test_equal_data_give_equal_bytes(pdf: bytes) -> None:
    assert render(harbour_report()).pdf == pdf
    assert render(harbour_report(headline="Another")).pdf != pdf


def test_the_file_describes_itself(pdf: bytes) -> None:
    file = reader(pdf)
    assert file.metadata is not None
    assert file.metadata.title == "Immersion report: Harbour depot, 12 November 2026"
    assert file.metadata.subject == "Gloves and passwords cost Harbour depot more than any broken device"
    assert file.metadata.author == "Shadow"
    assert file.metadata.creation_date == MADE_ON
    root: Any = file.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("hours", [-9.5, 0, 5.75])
def test_the_files_date_keeps_its_offset(hours: float) -> None:
    made = datetime(2026, 11, 13, 9, 30, tzinfo=timezone(timedelta(hours=hours)))
    metadata = reader(render(replace(empty_report(), made_on=made)).pdf).metadata
    assert metadata is not None
    assert metadata.creation_date == made


def test_the_outline_leads_to_every_section(pdf: bytes) -> None:
    titles = outline(pdf)
    assert titles[0].startswith("Gloves and passwords")
    for title in ("What hurts most", "What surprised us", "How sure are we?", "Harbour depot, 12 November 2026"):
        assert title in titles


def test_every_font_is_embedded(pdf: bytes) -> None:
    found = fonts(pdf)
    assert len(found) >= 4
    assert all(found.values())
    assert not any("Helvetica" in name for name in found)


def test_figures_carry_their_alternative_text(pdf: bytes) -> None:
    alt = "\ufeffThe day at Harbour depot: from 05:45 to 13:30".encode("utf-16-be").hex().upper()
    assert alt.encode() in reader(pdf).pages[0].get_contents().get_data()  # type: ignore[union-attr]


def test_photos_are_embedded_as_they_are_and_the_same_one_once() -> None:
    one = photo("a")
    again = Photo(one.jpeg, "b")
    log = harbour_report().log
    entries = tuple(replace(entry, photos=(one, again)) for entry in log[0].entries[:2])
    rendered = render(harbour_report(photo=one, log=(replace(log[0], entries=entries),)))
    assert pictures(rendered.pdf) == [one.jpeg]


@pytest.mark.parametrize("state", ReportState)
def test_every_page_is_stamped_until_it_is_released(state: ReportState) -> None:
    file = reader(render(harbour_report(state=state)).pdf)
    stamped = [state.value.upper() in page.extract_text() for page in file.pages]
    assert stamped == [state is not ReportState.RELEASED] * len(file.pages)


def test_a_visit_without_a_note_prints_honest_sentences() -> None:
    text = words(render(empty_report()).pdf)
    for sentence in (
        "What we saw at Fellside depot",
        "Nobody has written up the day yet.",
        "No pain was noted on this visit.",
        "Nothing has been promised.",
        "Nobody has been out yet",
        "No note was taken on this visit.",
        "No figure was worked out for this report.",
        "Nothing has to be passed on to the service desk.",
    ):
        assert sentence in text


def test_only_the_month_is_told_where_the_day_would_name_a_person() -> None:
    report = harbour_report()
    log = tuple(replace(chapter, title="Harbour depot", month_only=True) for chapter in report.log)
    rendered = render(replace(report, strip=replace(report.strip, month_only=True), log=log, promises=(), answers=()))
    text = words(rendered.pdf)
    assert "November 2026" in text
    for day in ("12 November", "13 November", "Thursday", "2026-11-13", "05:48"):
        assert day not in text
    metadata = reader(rendered.pdf).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.day == 1


def test_pains_without_minutes_money_or_range_say_so() -> None:
    first = harbour_pains()[0]
    pains = (replace(first, minutes_known=False), replace(first, money=None, hours=replace(first.hours, low=None)))
    text = words(render(harbour_report(pains=pains, since=(), works=(), surprises=(), ranks=())).pdf)
    assert "Minutes not known" in text
    assert "likely 1,381" not in text
    assert "£48,000" not in text
    assert "This is the first report from here" in text


def test_several_days_are_told_with_both_ends() -> None:
    report = harbour_report()
    ends = report.strip.starts_at + timedelta(days=7)
    assert "12 November 2026 – 19 November 2026" in words(
        render(replace(report, strip=replace(report.strip, ends_at=ends))).pdf
    )


def test_a_night_shift_is_one_day() -> None:
    report = harbour_report()
    ends = report.strip.starts_at + timedelta(hours=20)
    text = words(render(replace(report, strip=replace(report.strip, ends_at=ends))).pdf)
    assert "– 13 November" not in text


def test_grey_sets_thin_evidence_apart_only_from_better() -> None:
    thin = tuple(pain for pain in harbour_pains() if pain.evidence.thin)
    alone = words(render(harbour_report(pains=thin)).pdf)
    assert "read the figures as a first hint" in alone
    assert "one visit only" in alone
    assert "first hint" not in words(render(harbour_report()).pdf)


def test_long_names_of_services_stand_in_full_beside_the_lines_of_the_rankings() -> None:
    long = "Etiketten- und Ladelistendruck am Standort"
    ranks = (RankPlace(long, assumed=2, observed=1), RankPlace("Handscanner", assumed=1, observed=2))
    text = " ".join(words(render(harbour_report(ranks=ranks)).pdf, slice(0, 3)).split())
    assert text.count(long) == 2
