"""What the Programme page says in words."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from shadow_app.domain.record import new_id
from shadow_app.insight.blind_spots import Cell
from shadow_app.insight.last_contact import LastHeard
from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.insight.outings import Goal, Progress, Year
from shadow_app.ui.programme import words

SITE, ROLE, PAIN, SERVICE = new_id(), new_id(), new_id(), new_id()
FIELD: Any = SimpleNamespace(
    names=SimpleNamespace(sites={SITE: SimpleNamespace(name="Hill <b>depot</b>")}),
    currencies={SITE: "GBP"},
    services={SERVICE: SimpleNamespace(name="Email")},
    pain_titles={PAIN: "Bounces"},
)

pytestmark = pytest.mark.usefixtures("qapp")


def heard(**fields: Any) -> LastHeard:
    known: dict[str, Any] = dict.fromkeys(LastHeard.__dataclass_fields__)
    return LastHeard(**{**known, "unit_id": new_id(), "visits": 0, "overdue": False, **fields})


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (Reason(Why.NOT_TOLD), "Hill <b>depot</b> has never heard from IT."),
        (Reason(Why.NOT_TOLD, days=1), "Hill <b>depot</b> has not heard from IT for 1 day."),
        (
            Reason(Why.THIN_EVIDENCE, 76_512.0, 10.0, PAIN, SERVICE),
            "“Bounces” (Email) rests on little so far and may cost £76,500 a year; a second look makes it sure.",
        ),
        (
            Reason(Why.ROLE_NEVER_SEEN, 0.0, 4_000.0),
            "Nobody has shadowed them there. Fewer than 4 people work there.",
        ),
    ],
)
def test_reasons(qapp: QApplication, reason: Reason, sentence: str) -> None:
    assert words.reason_words(reason, Suggestion(SITE, ROLE, 2, (reason,)), FIELD) == sentence


def test_a_reason_in_brief_has_a_price_only_where_there_is_one() -> None:
    dear, silent = Reason(Why.THIN_EVIDENCE, 1_234.0), Reason(Why.NOT_TOLD)
    suggestion = Suggestion(SITE, ROLE, 9, (dear, silent))
    assert words.reason_in_brief(dear, suggestion, FIELD) == "thin evidence of a dear pain · £1,230 a year at stake"
    assert words.reason_in_brief(silent, suggestion, FIELD) == "has not heard from us"


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        (Goal(0, None), "no goal set"),
        (Goal(1, None), "1 visit a person and year"),
        (Goal(0.5, 16), "0.5 visits and 16 h a person and year"),
        (Goal(0, 16, own=True), "own goal: 16 h a person and year"),
    ],
)
def test_goals(goal: Goal, said: str) -> None:
    assert words.goal_words(goal) == said


def test_nobody_is_nothing_to_say() -> None:
    assert words.out_words(Progress(Year(date(2026, 1, 1), date(2026, 12, 31)), ())) == ""


def test_how_often_a_unit_is_visited() -> None:
    assert words.cadence_words(heard()) == "never visited"
    assert words.cadence_words(heard(visits=1)) == "1 visit"
    assert words.cadence_words(heard(visits=3, every_days=0.4)) == "3 visits, one every 1 day"


def test_when_a_site_had_to_do_with_us() -> None:
    day = date(2026, 11, 2)
    assert words.heard_words(heard()) == "never visited, never told, never asked"
    assert words.heard_words(heard(days=3, last_visit=day, last_told=day)) == (
        "visited 2 November 2026 · told 2 November 2026"
    )
    assert words.heard_words(heard(days=3, last_asked=day)) == "asked 2 November 2026 · never told"


def test_a_place_that_nobody_counted() -> None:
    cell = Cell(SITE, "Clerk", (ROLE,), 0, 0.0, 4.0, 8.0)
    assert words.cell_words(cell, "Hill") == "Hill, clerk: 4 h watched; nobody has entered how many they are."


def test_figures_are_as_exact_as_they_are_known() -> None:
    assert [words.times(value) for value in (0, 7.4, 999.6, 269_105)] == ["0", "7", "1,000", "269,000"]
    assert (words.share(0.996), words.share(1), words.share(0.5)) == ("over 99\u00a0%", "100\u00a0%", "50\u00a0%")
    assert (words.few(3), words.few(4)) == ("under 4 people", "4 people")
