from __future__ import annotations

from datetime import date, datetime, timezone

import pytest
from sample_reports import harbour_sureness

from shadow_app.domain import words
from shadow_app.domain.vocabulary import (
    CommitmentState,
    DayTypicality,
    EvidenceGrade,
    HostSelection,
    Kind,
    Lane,
    Participation,
    SiteType,
)
from shadow_app.domain.weights import Weights
from shadow_app.figures.ink import Ink
from shadow_app.reports import amounts, look, method_pdf, wording
from shadow_app.reports.pain_panel import LANE_COLOURS
from shadow_app.reports.parts import Estimate, EvidenceMarks, Method, Sureness


def plainly(words: str) -> str:
    return words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (0.01, "under 0.1"),
        (0.3, "0.3"),
        (7.5, "7.5"),
        (7.0, "7"),
        (57.5, "58"),
        (3224.5, "3,225"),
        (1e6, "1,000,000"),
    ],
)
def test_hours_are_as_exact_as_they_deserve(value: float, shown: str) -> None:
    assert plainly(amounts.hours(value)) == shown


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [(48_006, "GBP", "£48,000"), (5143.5, "eur", "€5,140"), (13_398.5, "CHF", "CHF 13,400"), (0, "USD", "$0")],
)
def test_money_has_three_figures_that_count(value: float, currency: str, shown: str) -> None:
    assert plainly(amounts.money(value, currency)) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.913, "91 %"), (0.087, "8.7 %"), (0.0008, "0.1 %"), (0.000067, "under 0.1 %"), (0, "0 %"), (1, "100 %")],
)
def test_shares_are_never_a_nought_that_is_not_one(share: float, shown: str) -> None:
    assert plainly(amounts.percent(share)) == shown


def test_times_and_counts() -> None:
    assert plainly(amounts.duration(7.75)) == "7 h 45 min"
    assert plainly(amounts.duration(0.5)) == "30 min"
    assert plainly(amounts.duration(0)) == "0 h"
    assert plainly(amounts.minutes(1.5)) == "1.5 min"
    assert plainly(amounts.minutes(2)) == "2 min"
    assert plainly(amounts.minutes(112.4)) == "112 min"
    assert plainly(amounts.counted(1, "person|people")) == "1 person"
    assert plainly(amounts.counted(2, "person|people")) == "2 people"
    assert plainly(amounts.weekday(date(2026, 11, 12))) == "Thursday 12 November 2026"
    assert plainly(amounts.month(date(2026, 11, 12))) == "November 2026"
    assert amounts.clock(datetime(2026, 11, 12, 6, 5, tzinfo=timezone.utc)) == "06:05"
    assert amounts.hours_range(Estimate(5.0)) == ""
    assert amounts.about(float("inf")) == 0


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        (EvidenceMarks(EvidenceGrade.SOLID, 9, 5, 7, 2), "9 notes · 5 visits · 2 of them told · solid evidence"),
        (EvidenceMarks(EvidenceGrade.EMERGING, 3, 2, 3, 0), "3 notes · 2 visits · first evidence"),
        (EvidenceMarks(EvidenceGrade.ANECDOTE, 1, 1, 1, 0), "1 note · one visit only"),
        (EvidenceMarks(EvidenceGrade.ANECDOTE, 2, 2, 2, 0), "2 notes · 2 visits · a few notes only"),
        (EvidenceMarks(EvidenceGrade.ANECDOTE, 1, 1, 0, 1), "1 note · told, not seen · one visit only"),
    ],
)
def test_evidence_says_how_much_there_is(marks: EvidenceMarks, shown: str) -> None:
    assert plainly(wording.evidence(marks)) == shown


def test_every_word_of_the_domain_has_plain_english() -> None:
    for names, kind in (
        (words.KINDS, Kind),
        (words.LANES, Lane),
        (words.PARTICIPATION, Participation),
        (words.TYPICALITY, DayTypicality),
        (words.HOSTS, HostSelection),
        (words.SITES, SiteType),
        (words.PROMISES, CommitmentState),
        (LANE_COLOURS, Lane),
        (look.PAPER_INK.kinds, Kind),
    ):
        assert set(names) == set(kind)


def test_how_sure_tells_observed_and_extrapolated_together() -> None:
    told = plainly(" ".join(wording.how_sure(harbour_sureness())))
    assert "We watched 112 min of work being lost." in told
    assert "about 2,618 hours, most likely between 1,705 and 4,010" in told
    bare = wording.how_sure(Sureness(2, 9, 3, 0, 5, Estimate(40.0)))
    assert plainly(bare[-1]).endswith("about 40 hours.")


def test_quotes_are_marked_once_and_names_are_joined() -> None:
    assert wording.quoted(' "we just write it" ') == "“we just write it”"
    assert wording.joined(()) == ""
    assert wording.joined(("A",)) == "A"
    assert wording.joined(("A", "B", "C")) == "A, B and C"
    assert wording.joined(("A", "B", "C"), 2) == "A, B and 1 more"


def test_the_weights_in_force_are_told() -> None:
    first, second = method_pdf.weights(Method(Weights(name="Winter", payback_years=2)))
    assert "“Winter”" in first
    assert "clumsy → 0.7" in first
    assert "Payback within 2 years" in second


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast of two colours."""

    def light(colour: str) -> float:
        parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_everything_that_is_read_has_contrast() -> None:
    ink: Ink = look.PAPER_INK
    on_paper = [ink.text, ink.muted, ink.faint, ink.hot, ink.calm, *ink.kinds.values()]
    pairs = [(colour, look.PAPER) for colour in on_paper]
    pairs += [(look.NAVY_MUTED, look.NAVY), (look.NAVY_TEXT, look.NAVY), (look.SUN, look.NAVY)]
    pairs += [(look.SUN_TEXT, look.SUN_SOFT), (look.MUTED, look.WASH), *LANE_COLOURS.values()]
    for text, ground in pairs:
        assert contrast(text, ground) >= 4.5, (text, ground)
