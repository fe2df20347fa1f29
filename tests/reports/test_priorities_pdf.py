from __future__ import annotations

from dataclasses import replace

import pytest
from pdf_reading import fonts, outline, reader, words
from sample_reports import MADE_ON, REPORT_ID, penrose_report

from shadow_app.reports.parts import Estimate, RankPlace, Sureness
from shadow_app.reports.pdf import render
from shadow_app.reports.priorities import PrioritiesReport
from shadow_app.reports.priorities_pdf import hot_until


@pytest.fixture(scope="module")
def pdf() -> bytes:
    rendered = render(penrose_report())
    assert rendered.warnings == ()
    return rendered.pdf


def test_the_first_page_ranks_and_says_what_it_means(pdf: bytes) -> None:
    text = words(pdf, slice(0, 1))
    for fact in ("Word & CV templates", "3,680 h", "£110,000", "12,000 hours", "£359,000", "91 %", "one visit only"):
        assert fact in text
    assert text.index("Word & CV") < text.index("Applicant tracking") < text.index("BI reporting")
    for taboo in ("Kendall", "τ", "ρ", "H ×", "WLH"):
        assert taboo not in words(pdf, slice(0, 3))


def test_the_slope_compares_three_rankings(pdf: bytes) -> None:
    text = words(pdf, slice(1, 2))
    for fact in ("IT assumed", "People said", "The field showed", "▲ 9", "▼ 6", "what 14 people said when asked"):
        assert fact in text
    assert "91 % lies in the lower half of IT’s list" in text


def test_units_steps_and_sureness_follow(pdf: bytes) -> None:
    text = words(pdf)
    assert "City office" in text
    assert "needs Word & CV templates, Email, File service and Print" in text
    assert "8,893 hours a year" in text
    assert "We watched 214 min of work being lost." in text
    assert "steps do not add up" in text


def test_the_annex_lists_all_with_weights_and_sums(pdf: bytes) -> None:
    text = words(pdf, slice(3, None))
    for fact in ("19,136.0", "98 %", "Kendall τ-b −0.47", "Weights “Default”", "9 notes, 4 visits"):
        assert fact in text
    assert "How the figures are made" in outline(pdf)


def test_equal_data_give_equal_bytes_and_all_fonts_are_embedded(pdf: bytes) -> None:
    assert render(penrose_report()).pdf == pdf
    assert all(fonts(pdf).values())


def test_two_thirds_of_the_loss_are_coloured() -> None:
    assert hot_until(penrose_report().services) == 4
    assert hot_until(()) == 0


def test_nothing_seen_yet_prints_honest_sentences() -> None:
    empty = PrioritiesReport(REPORT_ID, MADE_ON, "Penrose Recruitment", Sureness(0, 0, 0, 0, 0, Estimate(0)))
    text = words(render(empty).pdf)
    for sentence in (
        "What IT services cost Penrose Recruitment",
        "Nothing has been seen yet that a service could be ranked by.",
        "IT has not locked a list of its own",
        "Nobody has been out yet",
        "No service has been seen yet.",
        "all visits so far",
    ):
        assert sentence in text


def test_a_unit_without_evidence_for_some_services_says_which() -> None:
    ranks = (*penrose_report().ranks, RankPlace("Wallboard", 11), RankPlace("Fax", None, 9))
    text = words(render(penrose_report(ranks=ranks, unit="Consulting")).pdf)
    assert "Not seen yet" in text
    assert "No evidence yet, which is not the same as no pain: Wallboard and Fax." in text
    about = reader(render(penrose_report(unit="Consulting")).pdf).metadata
    assert about is not None
    assert "Service priorities: Consulting" in (about.title or "")


def test_many_services_are_charted_in_part_and_listed_in_full() -> None:
    one = penrose_report().services[0]
    services = tuple(replace(one, service=f"Service {n}", money=None, in_top_three=None) for n in range(120))
    ranks = tuple(RankPlace(f"Service {n}", 120 - n, None, n + 1) for n in range(120))
    text = words(render(penrose_report(services=services, ranks=ranks, method=None, units=(), steps=())).pdf)
    assert "The first 15 of 120 services; the annex lists all." in text
    assert all(f"Service {n} " in text for n in range(120))
    assert text.count("80 % range") > 2  # the heading is repeated
    assert "£" not in text


def test_units_and_steps_may_have_nothing_to_show() -> None:
    report = penrose_report()
    units = (replace(report.units[0], dearest=(), money=None, hours=Estimate(0)),)
    steps = (replace(report.steps[0], services=(), money=None, hours=Estimate(0)),)
    text = words(render(penrose_report(units=units, steps=steps, blind=None, meaning="", lead="")).pdf)
    assert "Nothing has been seen here yet." in text
    assert "no service named" in text
