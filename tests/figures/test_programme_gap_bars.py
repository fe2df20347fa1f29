"""Two bars a row."""

from __future__ import annotations

import pytest
from figure_rulers import INK, colliding, outside, ruler, texts
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.figures.gap_bars import Legend, Pair, gap_bars
from shadow_app.figures.measure import LEAST_WIDTH
from shadow_app.figures.primitives import Figure, Line, Rect

LEGEND = Legend("in the field", "tickets")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)
AMOUNT = st.floats(0, 1e7)


@st.composite
def some_pairs(draw: st.DrawFn) -> list[Pair]:
    rows = []
    for _ in range(draw(st.integers(0, 10))):
        low, value, high = sorted(draw(st.tuples(AMOUNT, AMOUNT, AMOUNT)))
        ranged = draw(st.booleans())
        rows.append(
            Pair(
                label=draw(WORDS),
                field=value,
                desk=draw(st.one_of(st.none(), AMOUNT)),
                field_shown=f"{value:,.0f} times",
                desk_shown=draw(WORDS),
                note=draw(st.sampled_from(["", "99 % silent", "rather more words than will ever fit in here"])),
                low=low if ranged else None,
                high=high if ranged else None,
                hot=draw(st.booleans()),
            )
        )
    return rows


def drawn(rows: list[Pair], width: float = 500) -> Figure:
    return gap_bars(rows, LEGEND, width, INK, ruler, subject="Desk and field")


@given(some_pairs(), st.floats(200, 900))
def test_pairs_stay_inside_and_no_words_collide(rows: list[Pair], width: float) -> None:
    figure = drawn(rows, width)
    assert outside(figure) == []
    assert colliding(figure) == []
    assert figure.width >= min(width, LEAST_WIDTH)


def bars_of(figure: Figure) -> list[Rect]:
    return [item for item in figure.items if isinstance(item, Rect) and item.height < 10]


def test_both_bars_have_one_scale() -> None:
    figure = drawn([Pair("Scanning", 100.0, 50.0, "100 times", "50 tickets", low=60.0, high=200.0)])
    track = next(item for item in figure.items if isinstance(item, Rect) and item.height > 10)
    field, desk = bars_of(figure)
    assert field.width == pytest.approx(track.width / 2)
    assert desk.width == pytest.approx(track.width / 4)
    assert (field.fill, desk.fill) == (INK.hot, INK.cool)
    lines = [item for item in figure.items if isinstance(item, Line)]
    assert max(line.x2 for line in lines) == pytest.approx(track.x + track.width)
    assert min(line.x1 for line in lines) == pytest.approx(track.x + track.width * 0.3)


def test_nothing_has_no_bar_and_something_little_has_one() -> None:
    assert len(bars_of(drawn([Pair("A", 1e6, 0.0, "1", "0")]))) == 1
    assert bars_of(drawn([Pair("A", 1e6, 1.0, "1", "1")]))[1].width == 2
    assert len(bars_of(drawn([Pair("A", 1e6, None, "1", "not counted")]))) == 1
    assert bars_of(drawn([Pair("A", 0.0, 0.0, "0", "0")])) == []


def test_a_range_of_one_side_is_drawn_on_that_side() -> None:
    lines = [
        item for item in drawn([Pair("A", 10.0, 1.0, "", "", low=10.0, high=20.0)]).items if isinstance(item, Line)
    ]
    assert len(lines) == 2
    below = drawn([Pair("A", 10.0, 1.0, "", "", low=5.0, high=10.0)])
    assert [item.stroke for item in below.items if isinstance(item, Line)] == [INK.ground]
    assert not any(isinstance(item, Line) for item in drawn([Pair("A", 1.0, 1.0, "", "", low=1.0, high=1.0)]).items)


def test_those_who_cannot_see_it_are_told_the_figures() -> None:
    figure = drawn(
        [Pair("Scanning", 100.0, 5.0, "100 times", "5 tickets", "95 % silent"), Pair("Print", 1, 2, "1", "2")]
    )
    assert figure.alt == (
        "Desk and field: Scanning: in the field 100 times, tickets 5 tickets (95 % silent); "
        "Print: in the field 1, tickets 2."
    )
    assert {text.words for text in texts(figure)} >= {"in the field", "tickets", "Scanning", "95 % silent"}


def test_nothing_to_compare_says_so() -> None:
    assert drawn([]).alt == "Desk and field: Nothing to compare yet."


def test_only_the_hot_ones_stand_out() -> None:
    figure = drawn([Pair("A", 9, 1, "9", "1", "x", hot=True), Pair("B", 8, 1, "8", "1", "y")])
    ink = {text.words: (text.fill, text.weight) for text in texts(figure)}
    assert (ink["A"], ink["B"]) == ((INK.text, 600), (INK.text, 400))
    assert (ink["x"][0], ink["y"][0]) == (INK.hot, INK.muted)
