from __future__ import annotations

import pytest
from figure_rulers import INK, colliding, outside, ruler, texts
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.figures.bars import Bar, bars
from shadow_app.figures.measure import LEAST_WIDTH, fitted
from shadow_app.figures.primitives import Line, Rect
from shadow_app.figures.ranges import Span, ranges
from shadow_app.figures.share import Share, share_bar

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)
AMOUNT = st.floats(0, 1e7)
WIDTH = st.floats(200, 900)


@st.composite
def some_bars(draw: st.DrawFn) -> list[Bar]:
    rows = []
    for _ in range(draw(st.integers(0, 12))):
        low, value, high = sorted(draw(st.tuples(AMOUNT, AMOUNT, AMOUNT)))
        ranged = draw(st.booleans())
        rows.append(
            Bar(
                draw(WORDS),
                value,
                f"{value:,.0f} h",
                draw(st.sampled_from(["", "one visit only", "£48 000 and rather more words than fit here"])),
                low if ranged else None,
                high if ranged else None,
                draw(st.booleans()),
                draw(st.booleans()),
            )
        )
    return rows


@given(some_bars(), WIDTH)
def test_bars_stay_inside_and_no_words_collide(rows: list[Bar], width: float) -> None:
    figure = bars(rows, width, INK, ruler, subject="Hours lost")
    assert outside(figure) == []
    assert colliding(figure) == []
    assert figure.width >= min(width, LEAST_WIDTH)


@given(st.lists(st.integers(0, 99_999), min_size=1, max_size=13), st.floats(400, 600))
def test_no_value_is_cut_that_has_a_column_of_its_own_width(hours: list[int], width: float) -> None:
    rows = [Bar("Handscanner", each, f"{each:,} h", "219.000 €") for each in hours]
    shown = texts(bars(rows, width, INK, ruler, subject="Hours lost"))
    assert {row.shown for row in rows} <= {each.words for each in shown}


def test_bars_are_as_long_as_their_values_and_the_longest_range_fits() -> None:
    rows = [Bar("Scanning", 100.0, "100 h", low=60.0, high=200.0), Bar("Print", 50.0, "50 h")]
    figure = bars(rows, 500, INK, ruler, subject="Hours lost")
    track, first, _, second = (item for item in figure.items if isinstance(item, Rect))
    assert first.width == pytest.approx(track.width / 2)
    assert second.width == pytest.approx(track.width / 4)
    ends = [item.x2 for item in figure.items if isinstance(item, Line)]
    assert max(ends) == pytest.approx(track.x + track.width)


def test_only_the_hot_bars_are_coloured_and_thin_evidence_is_grey() -> None:
    rows = [Bar("A", 9.0, "9 h", hot=True), Bar("B", 8.0, "8 h"), Bar("C", 7.0, "7 h", "one visit only", thin=True)]
    figure = bars(rows, 500, INK, ruler, subject="Hours lost")
    assert [item.fill for item in figure.items if isinstance(item, Rect)][1::2] == [INK.hot, INK.cool, INK.cool]
    ink = {text.words: text.fill for text in texts(figure)}
    assert (ink["A"], ink["B"], ink["C"]) == (INK.text, INK.text, INK.muted)
    assert ink["one visit only"] == INK.muted


def test_long_labels_are_cut_with_an_ellipsis() -> None:
    figure = bars([Bar("Label and manifest printing " * 4, 1.0, "1 h")], 400, INK, ruler, subject="Hours lost")
    label = texts(figure)[1]
    assert label.words.endswith("…")
    assert label.words.startswith("Label and")


def test_alternative_text_is_a_sentence_with_the_facts() -> None:
    rows = [Bar(f"Service {n}", 20.0 - n, f"{20 - n} h", "one visit only" if n == 1 else "") for n in range(15)]
    alt = bars(rows, 500, INK, ruler, subject="Hours lost a year by service").alt
    assert alt.startswith("Hours lost a year by service: Service 0 20 h; Service 1 19 h (one visit only);")
    assert alt.endswith("and 3 more.")


@pytest.mark.parametrize("make", [bars, ranges, share_bar])
def test_no_data_says_so(make: object) -> None:
    figure = make([], 500, INK, ruler, subject="Hours lost")  # type: ignore[operator]
    assert len(texts(figure)) == 1
    assert figure.alt.startswith("Hours lost: ")
    assert texts(figure)[0].words in figure.alt


@given(st.lists(st.tuples(WORDS, AMOUNT, AMOUNT, AMOUNT, st.booleans()), max_size=12), WIDTH)
def test_ranges_stay_inside(rows: list[tuple[str, float, float, float, bool]], width: float) -> None:
    spans = []
    for label, *three, thin in rows:
        low, mean, high = sorted(three)
        spans.append(Span(label, low, mean, high, f"{low:,.0f}–{high:,.0f} h", thin))
    figure = ranges(spans, width, INK, ruler, subject="Ranges")
    assert outside(figure) == []
    assert colliding(figure) == []


def test_a_range_lies_where_its_ends_are() -> None:
    figure = ranges(
        [Span("A", 0.0, 50.0, 100.0, "0–100 h"), Span("B", 50.0, 50.0, 50.0, "50 h")], 500, INK, ruler, subject="R"
    )
    wide, narrow = (item for item in figure.items if isinstance(item, Rect))
    assert narrow.x == pytest.approx(wide.x + wide.width / 2)
    assert narrow.width == 1.0


@given(st.lists(st.tuples(WORDS, st.floats(0, 100)), max_size=6), WIDTH)
def test_shares_stay_inside_and_no_words_collide(parts: list[tuple[str, float]], width: float) -> None:
    shares = [Share(label, value, f"{value:.0f} %", "hot") for label, value in parts]
    figure = share_bar(shares, width, INK, ruler, subject="Shares")
    assert outside(figure, slack=3.5) == []  # a part of almost nothing is still drawn
    assert colliding(figure) == []


def test_shares_divide_the_width() -> None:
    figure = share_bar(
        [Share("blind", 3.0, "75 %", "hot"), Share("seen", 1.0, "25 %")], 402, INK, ruler, subject="Blind share"
    )
    first, second = (item for item in figure.items if isinstance(item, Rect))
    assert (first.width, second.width) == (300, 100)
    assert (first.fill, second.fill) == (INK.hot, INK.cool)
    assert figure.alt == "Blind share: blind 75 %; seen 25 %."


@given(WORDS, st.floats(0, 300))
def test_fitted_words_fit(words: str, room: float) -> None:
    cut = fitted(words, room, 9, 400, ruler)
    assert ruler(cut, 9, 400) <= room
    flat = " ".join(words.split())
    assert cut == flat or cut == "" or cut.endswith("…")


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    assert fitted("Cafe\u0301s", 22.5, 9, 400, ruler) == "Caf…"
