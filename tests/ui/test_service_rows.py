from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, QLocale
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from shadow_app.bootstrap import Shadow
from shadow_app.domain.vocabulary import EvidenceGrade, Lane
from shadow_app.insight.witnesses import Behind
from shadow_app.ui import amounts
from shadow_app.ui.evidence_list import EvidenceModel
from shadow_app.ui.priorities.service_list import ServiceModel
from shadow_app.ui.service_rows import chance_in_words, lane_in_words, service_rows, sureness
from shadow_app.ui.two_line_list import TwoLineModel, TwoLines
from shadow_app.usecases.prioritising import Priorities, Prioritising


@pytest.fixture(scope="module")
def ranked(demo: Shadow) -> Priorities:
    return demo.prioritising.ranking()


def test_order_and_means_need_no_ranges(ranked: Priorities) -> None:
    rows = service_rows(ranked)
    assert [row.id for row in rows] == [cost.service_id for cost in ranked.costs]
    assert [row.place for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.low is None and not row.likely and not row.range_alone for row in rows)
    assert not any(row.moved for row in rows)


def test_ranges_hold_the_figure_beside_which_they_stand(ranked: Priorities) -> None:
    rows = service_rows(ranked, Prioritising.ranges(ranked))
    for row in rows:
        assert row.low is not None
        assert row.high is not None
        assert row.low <= row.hours <= row.high
        if row.high > 0:
            assert row.likely.endswith(row.range_alone)


def test_anecdotes_are_grey_and_never_hot(ranked: Priorities) -> None:
    rows = service_rows(ranked)
    thin = [row for row in rows if row.thin]
    assert thin
    assert not any(row.hot for row in thin)
    assert all("anecdote" in row.sure for row in thin)
    assert any(row.hot for row in rows)


def test_the_first_view_is_free_of_formulas_and_codes(ranked: Priorities) -> None:
    for row in service_rows(ranked, Prioritising.ranges(ranked)):
        assert not {"WLH", "φ", "λ", "P1", "u ="} & set(row.sentence.split())
        assert row.sentence.startswith(f"{row.name}: " if row.thin else f"{row.place}. {row.name}: ")


def test_an_anecdote_has_a_chance_in_place_of_a_rank(ranked: Priorities) -> None:
    for row in service_rows(ranked):
        assert row.rank == ("…" if row.thin else str(row.place))
        assert bool(row.rank_note) is row.thin
    drawn = Prioritising.ranges(ranked)
    assert drawn is not None
    for row in service_rows(ranked, drawn):
        if row.thin:
            assert row.rank == amounts.percent(drawn.services[row.id].top_three)
            assert f"{row.rank} likely in the first three" in row.sentence


def test_what_a_locked_ranking_shows_is_said(ranked: Priorities) -> None:
    first, second = (cost.service_id for cost in ranked.costs[:2])
    rows = service_rows(ranked, since={first: "up 2"})
    assert rows[0].sentence.endswith("up 2")
    assert {row.id: row.since for row in rows[:2]} == {first: "up 2", second: ""}


def test_moves_are_told_against_the_places_before(ranked: Priorities) -> None:
    before = {cost.service_id: place for place, cost in enumerate(reversed(ranked.costs), 1)}
    rows = service_rows(ranked, before=before)
    assert rows[0].move == f"▲ {len(rows) - 1}"
    assert rows[-1].move == f"▼ {len(rows) - 1}"


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (EvidenceGrade.SOLID, "solid: 12 notes from 4 visits"),
        (EvidenceGrade.EMERGING, "first signs: 3 notes from 2 visits"),
        (EvidenceGrade.ANECDOTE, "an anecdote so far: 1 note from 1 visit"),
    ],
)
def test_how_sure_we_are_is_said_in_words(grade: EvidenceGrade, words: str) -> None:
    behind = {
        EvidenceGrade.SOLID: Behind(12, 4, 3, 3),
        EvidenceGrade.EMERGING: Behind(3, 2, 1, 1),
        EvidenceGrade.ANECDOTE: Behind(0.5, 1, 1, 1),
    }[grade]
    assert behind.evidence is grade
    assert sureness(behind) == words


def test_a_chance_is_told_only_where_somebody_might_doubt() -> None:
    assert chance_in_words(0.97, 1, thin=False) == ""
    assert chance_in_words(0.02, 9, thin=False) == ""
    assert chance_in_words(0.97, 1, thin=True) == "almost surely among the first three"
    assert chance_in_words(0.7, 3, thin=False) == "probably among the first three"
    assert chance_in_words(0.5, 4, thin=False) == "may or may not be among the first three"
    assert chance_in_words(0.2, 4, thin=False) == "perhaps among the first three"
    assert chance_in_words(0.02, 9, thin=True) == "hardly among the first three"


def test_only_what_presses_or_can_wait_is_said() -> None:
    assert [bool(lane_in_words(lane)) for lane in Lane] == [True, True, True, False]


def test_numbers_follow_the_locale(qapp: QApplication) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
        assert amounts.hours(2133.6) == "2.134"
        assert amounts.hours(7.25) == "7,2"
        assert amounts.money(48_006, "GBP").startswith("48.000")
        QLocale.setDefault(QLocale.c())
        assert amounts.hours(2133.6) == "2,134"
        assert amounts.money(48_006, "GBP") == "£48,000"
        assert amounts.money(0, "CHF") == "CHF 0"
        assert amounts.hours(0.01) == "under 0.1"
        assert amounts.percent(0.051) == "5.1\u00a0%"
        assert amounts.percent(0.00001) == "0.1\u00a0%"
        assert amounts.short(2.5) == "2.5"
        assert amounts.short(2.0) == "2"
        assert amounts.sites(1) == "1 site"
    finally:
        QLocale.setDefault(before)


def test_a_long_enumeration_is_cut_and_counted() -> None:
    assert amounts.joined([]) == ""
    assert amounts.joined(["a"]) == "a"
    assert amounts.joined(["a", "b", "c"]) == "a, b and c"
    assert amounts.joined(["a", "b", "c"], 2) == "a, b and 1 more"


def test_qt_finds_nothing_wrong_with_the_models(ranked: Priorities, qapp: QApplication) -> None:
    services, entries, notes = ServiceModel(), TwoLineModel(), EvidenceModel()
    models: list[QAbstractItemModel] = [services, entries, notes]
    testers = [QAbstractItemModelTester(model) for model in models]
    rows = service_rows(ranked)
    services.show_rows(rows)
    resets: list[bool] = []
    services.modelReset.connect(lambda: resets.append(True))
    services.show_rows(service_rows(ranked, Prioritising.ranges(ranked)))
    assert resets == [], "ranges that arrive later must not reset the list"
    services.show_rows(rows[:2])
    services.show_rows([])
    entries.show_entries([TwoLines(1, "one"), TwoLines(2, "two", "about")])
    entries.show_entries([TwoLines(1, "uno"), TwoLines(2, "due")])
    assert entries.entry(entries.index_of(2)).title == "due"
    assert not entries.index_of(3).isValid()
    notes.show_notes(())
    assert len(testers) == 3
