from __future__ import annotations

from datetime import datetime, timedelta, timezone

from figure_rulers import INK, colliding, outside, ruler, texts
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.vocabulary import ActivityKind, Kind
from shadow_app.figures.primitives import Dot, Rect
from shadow_app.figures.timeline import Mark, Stretch, day_strip

START = datetime(2026, 11, 12, 5, 45, tzinfo=timezone(timedelta(hours=1)))
MINUTES = st.integers(0, 3 * 24 * 60)


def later(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


@given(
    st.lists(st.tuples(MINUTES, st.integers(0, 500), st.text(max_size=20), st.sampled_from(ActivityKind)), max_size=8),
    st.lists(st.tuples(MINUTES, st.sampled_from(Kind)), max_size=60),
    st.floats(200, 900),
)
def test_the_day_stays_inside_and_no_words_collide(
    stretches: list[tuple[int, int, str, ActivityKind]], marks: list[tuple[int, Kind]], width: float
) -> None:
    figure = day_strip(
        [Stretch(later(a), later(a + b), label, kind) for a, b, label, kind in stretches],
        [Mark(later(a), kind) for a, kind in marks],
        width,
        INK,
        ruler,
        subject="The day",
    )
    assert outside(figure) == []
    assert colliding(figure) == []


def test_the_hours_are_those_of_the_site() -> None:
    figure = day_strip([Stretch(later(0), later(200), "Loading")], [], 500, INK, ruler, subject="The day")
    words = [text.words for text in texts(figure)]
    assert [word for word in words if ":" in word] == ["06:00", "07:00", "08:00", "09:00"]


def test_a_pause_tells_its_length_and_nothing_else() -> None:
    pause = Stretch(later(60), later(66), "talked about the union", ActivityKind.OFF_RECORD)
    figure = day_strip([Stretch(later(0), later(240), "Loading"), pause], [], 500, INK, ruler, subject="The day")
    assert "union" not in repr(figure)
    assert "paused 6 min" in figure.alt
    assert "paused 6 min" in [text.words for text in texts(figure)]


def test_waiting_is_hot_and_two_timers_at_once_lie_in_two_rows() -> None:
    figure = day_strip(
        [Stretch(later(0), later(240), "Loading"), Stretch(later(60), later(120), "Jam", ActivityKind.WAITING)],
        [],
        500,
        INK,
        ruler,
        subject="The day",
    )
    loading, jam = (item for item in figure.items if isinstance(item, Rect))
    assert jam.fill == INK.hot
    assert jam.y > loading.y + loading.height


def test_notes_stand_in_one_lane_per_kind_and_are_counted() -> None:
    marks = [Mark(later(0), Kind.PAIN, "a"), Mark(later(0), Kind.PAIN, "b"), Mark(later(300), Kind.POSITIVE, "c")]
    figure = day_strip([], marks, 500, INK, ruler, subject="The day")
    dots = {dot.key: dot for dot in figure.items if isinstance(dot, Dot)}
    assert dots["a"].x == dots["b"].x
    assert dots["a"].y != dots["b"].y
    assert dots["c"].fill == INK.muted  # a kind that the ink does not know
    assert "2 notes on pain; 1 note on what works well" in figure.alt
    assert texts(day_strip([], [], 500, INK, ruler, subject="The day"))[0].words.startswith("Nothing was timed")
