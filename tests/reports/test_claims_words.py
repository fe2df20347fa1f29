"""Decisions, promises, references and what changed, in words."""

from __future__ import annotations

from datetime import date

import pytest

from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.reports import since as since_words
from shadow_app.reports.claims import Decided, Pledge, in_words, promised, references
from shadow_app.reports.parts import Promise
from shadow_app.reports.since import Moved, Since


def test_a_decision_is_told_with_its_reason() -> None:
    assert in_words(Decided(Choice.DO, "it must leave. ")) == "We will do it: it must leave."
    assert in_words(Decided(Choice.DECLINE)) == "We will not do it, and no reason was given."
    deferred = in_words(Decided(Choice.DEFER, "the supplier", review_on=date(2027, 3, 3)))
    assert deferred == "It has to wait: the supplier. We look at it again on 3\u00a0March 2027."


def test_only_an_open_promise_is_overdue() -> None:
    open_ = Pledge(Promise("x", "Owen", date(2026, 1, 1)), "Harbour depot", overdue=True)
    assert promised(open_) == "to Harbour depot · Owen · by 1\u00a0January 2026 · overdue"
    kept = Pledge(Promise("x", state=CommitmentState.KEPT), overdue=True)
    assert promised(kept) == "nobody named yet · no date yet · kept"


def test_references_are_cut_on_the_page() -> None:
    assert references(("V1-1",)) == "Note V1-1"
    assert references(tuple(f"V1-{n}" for n in range(1, 15))).endswith("V1-12 and 2 more")
    assert "None of its notes is accepted yet" in references(())


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        (5, 2, "was 5th, is 2nd"),
        (3, 3, "still 3rd"),
        (None, 21, "new, 21st"),
        (11, None, "was 11th, no longer ranked"),
        (112, 113, "was 112th, is 113th"),
        (None, None, "new, not placed"),
    ],
)
def test_places_in_words(then: int | None, now: int | None, said: str) -> None:
    assert since_words.in_words(Moved("x", then, now)) == said


def test_hours_in_words() -> None:
    assert since_words.hours_in_words(Moved("x", 1, 1, 100.0, 50.0, certain=False)).endswith("a year, may be chance")
    assert since_words.hours_in_words(Moved("x", 1, 1, 100.0, 50.0)) == "100 → 50 hours a year"
    assert since_words.hours_in_words(Moved("x", None, 1, None, 50.0)) == "50 hours a year"
    assert since_words.hours_in_words(Moved("x", None, 1)) == ""


def test_what_did_not_move_is_one_sentence() -> None:
    same, moved = Moved("a", 1, 1, 5.0, 5.0, certain=False), Moved("b", 3, 2)
    grown = Moved("c", 2, 2, 5.0, 50.0, certain=True)
    day = date(2026, 3, 12)
    assert since_words.notable(Since("s", day, (same, moved, grown))) == (moved, grown)
    assert since_words.unmoved(Since("s", day, (same, moved))) == "1\u00a0other service stands where it stood."
    assert since_words.unmoved(Since("s", day, (same, same))) == "Every service stands where it stood."
    assert since_words.unmoved(Since("s", day, (moved,))) == ""
    assert since_words.unmoved(Since("s", day)).startswith("There was nothing to rank then")
