from __future__ import annotations

import pytest
from figure_rulers import INK, colliding, outside, ruler, texts
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.figures.primitives import Dot, Figure, Line
from shadow_app.figures.slope import Column, SlopeRow, places_moved, slope

TWO = (Column("IT assumed", "Not on IT’s list"), Column("The field showed", "Not seen yet"))
THREE = (TWO[0], Column("People said"), TWO[1])
RANK = st.one_of(st.none(), st.integers(1, 30))


def drawn(rows: list[SlopeRow], columns: tuple[Column, ...] = TWO, width: float = 500) -> Figure:
    return slope(rows, columns, width, INK, ruler, subject="Ranks")


@given(
    st.lists(st.tuples(st.text(max_size=40), RANK, RANK, RANK), max_size=24),
    st.booleans(),
    st.floats(200, 900),
)
def test_slopes_stay_inside_and_no_two_labels_overlap(
    raw: list[tuple[str, int | None, int | None, int | None]], three: bool, width: float
) -> None:
    rows = [SlopeRow(label, (a, b, c) if three else (a, c)) for label, a, b, c in raw]
    figure = drawn(rows, THREE if three else TWO, width)
    assert outside(figure) == []
    assert colliding(figure) == []


def test_movers_of_three_places_are_coloured_and_smaller_moves_are_not() -> None:
    rows = [SlopeRow("Up", (4, 1)), SlopeRow("Down", (1, 4)), SlopeRow("Still", (2, 3)), SlopeRow("Other", (3, 2))]
    ink = {text.words: text.fill for text in texts(drawn(rows))}
    assert ink["Up"] == INK.hot
    assert ink["Down"] == INK.calm
    assert ink["Still"] == ink["Other"] == INK.muted
    assert ink["▲ 3"] == INK.hot
    assert ink["▼ 3"] == INK.calm


def test_ties_share_one_dot_and_a_bracket() -> None:
    figure = drawn([SlopeRow("A", (1, 1)), SlopeRow("B", (2, 1)), SlopeRow("C", (3, 3))])
    right = max(dot.x for dot in figure.items if isinstance(dot, Dot))
    heights = [dot.y for dot in figure.items if isinstance(dot, Dot) and dot.x == right]
    assert len(heights) == 3
    assert len(set(heights)) == 2
    brackets = [line for line in figure.items if isinstance(line, Line) and line.x1 == line.x2 == right + 7]
    assert len(brackets) == 1


def test_a_service_without_evidence_is_shown_as_such() -> None:
    figure = drawn([SlopeRow("Seen", (1, 1)), SlopeRow("Unseen", (2, None)), SlopeRow("New", (None, 2))])
    words = [text.words for text in texts(figure)]
    assert "Not seen yet" in words
    assert "Not on IT’s list" in words
    hollow = [dot for dot in figure.items if isinstance(dot, Dot) and dot.fill == INK.ground]
    assert len(hollow) == 2
    assert any(isinstance(line, Line) and line.dash for line in figure.items)
    assert "Unseen it assumed 2, not seen yet" in figure.alt


def test_unlisted_services_share_the_place_after_the_last() -> None:
    rows = [SlopeRow("A", (1, 3)), SlopeRow("B", (2, 2)), SlopeRow("New", (None, 1))]
    assert [places_moved(row, rows) for row in rows] == [-2, 0, 2]
    assert places_moved(SlopeRow("X", (None, 1)), [SlopeRow("X", (None, 1))]) == 0
    assert places_moved(SlopeRow("X", (5, None)), rows) == 0


def test_who_was_not_asked_about_passes_the_middle_without_a_stop() -> None:
    figure = drawn([SlopeRow("A", (1, 2, 1)), SlopeRow("B", (2, None, 2))], THREE)
    middle = 250
    stops = [dot for dot in figure.items if isinstance(dot, Dot) and abs(dot.x - middle) < 60]
    assert len(stops) == 1
    lines = [line for line in figure.items if isinstance(line, Line) and line.x1 != line.x2]
    assert len(lines) == 3


def test_the_wrong_number_of_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="two or three columns"):
        drawn([SlopeRow("A", (1, 2, 3))], TWO)
    with pytest.raises(ValueError, match="two or three columns"):
        drawn([], (TWO[0],))


def test_no_ranking_says_so() -> None:
    assert drawn([]).alt == "Ranks: No ranking to compare yet."


def test_rows_may_say_themselves_which_are_marked() -> None:
    rows = [SlopeRow("Near", (2, 1), marked=True), SlopeRow("Far", (1, 4), marked=False), SlopeRow("Plain", (3, 2))]
    said = {item.words for item in texts(drawn(rows))}
    assert "▲ 1" in said
    assert "▼ 3" not in said
