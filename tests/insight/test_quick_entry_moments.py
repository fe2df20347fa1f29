"""Back-dates as moments, and odd characters as visible marks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.insight.quick_entry import When, parse, resolve_when, visible

BERLIN = timezone(timedelta(hours=2))
WEDNESDAY = datetime(2026, 7, 15, 14, 5, 30, tzinfo=BERLIN)


def said(token: str) -> When:
    when = parse(f"froze {token}").when
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("token", "moment"),
    [
        ("^09:15", datetime(2026, 7, 15, 9, 15, tzinfo=BERLIN)),
        ("^9:15", datetime(2026, 7, 15, 9, 15, tzinfo=BERLIN)),
        ("^23:50", datetime(2026, 7, 14, 23, 50, tzinfo=BERLIN)),
        ("^-20m", datetime(2026, 7, 15, 13, 45, 30, tzinfo=BERLIN)),
        ("^−20m", datetime(2026, 7, 15, 13, 45, 30, tzinfo=BERLIN)),
        ("^-3h", datetime(2026, 7, 15, 11, 5, 30, tzinfo=BERLIN)),
        ("^-2d", datetime(2026, 7, 13, 14, 5, 30, tzinfo=BERLIN)),
        ("^today", WEDNESDAY),
        ("^Yesterday", datetime(2026, 7, 14, 14, 5, 30, tzinfo=BERLIN)),
        ("^mon", datetime(2026, 7, 13, 14, 5, 30, tzinfo=BERLIN)),
        ("^tues", datetime(2026, 7, 14, 14, 5, 30, tzinfo=BERLIN)),
        ("^wednesday", datetime(2026, 7, 8, 14, 5, 30, tzinfo=BERLIN)),
        ("^thu", datetime(2026, 7, 9, 14, 5, 30, tzinfo=BERLIN)),
        ("^2026-03-01", datetime(2026, 3, 1, 14, 5, 30, tzinfo=BERLIN)),
        ("^2026-03-01T08:30", datetime(2026, 3, 1, 8, 30, tzinfo=BERLIN)),
        ("^2026-07-15T20:00", WEDNESDAY),
        ("^2099-01-01", WEDNESDAY),
    ],
)
def test_back_dates_become_moments(token: str, moment: datetime) -> None:
    resolved = resolve_when(said(token), WEDNESDAY)
    assert resolved == moment
    assert resolved.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize("token", ["^24:00", "^2026-13-01", "^2026-03-01T25:00", "^1999-12-31", "^mo", "^-5w", "^10"])
def test_what_is_no_back_date_is_text(token: str) -> None:
    entry = parse(f"froze {token} again")
    assert entry.when is None
    assert entry.text == f"froze {token} again"


def test_minutes_ago_are_elapsed_minutes_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")
    typed_at = datetime(2026, 3, 29, 3, 10, tzinfo=zone)
    assert resolve_when(said("^-20m"), typed_at) == datetime(2026, 3, 29, 1, 50, tzinfo=zone)


ZONES = st.sampled_from([BERLIN, ZoneInfo("Europe/London"), ZoneInfo("Australia/Lord_Howe")])
TOKENS = ["^09:15", "^23:59", "^00:00", "^01:30", "^-20m", "^-9999d", "^sun", "^today", "^2500-01-01", "^2000-01-01"]


@given(
    st.sampled_from(TOKENS),
    st.builds(
        lambda zone, minutes: (datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(minutes=minutes)).astimezone(zone),
        ZONES,
        st.integers(0, 2 * 365 * 24 * 60),
    ),
)
def test_a_note_is_never_dated_in_the_future(token: str, typed_at: datetime) -> None:
    assert resolve_when(said(token), typed_at).timestamp() <= typed_at.timestamp()


def test_the_moment_of_a_date_and_a_time_of_day_is_exact() -> None:
    when = When(day=date(2026, 3, 1), clock=time(8, 30))
    assert resolve_when(when, WEDNESDAY) == datetime(2026, 3, 1, 8, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("\x7f\x85", "␡⟦U+0085⟧"),
        ("abc\u202edef", "abc⟦U+202E⟧def"),
        ("\u2066x\u2069", "⟦U+2066⟧x⟦U+2069⟧"),
        ("\ud83d\n\udfff", "⟦U+D83D⟧\n⟦U+DFFF⟧"),
        ("a\r\nb\rc", "a\nb␍c"),
        ("\ufeff\u2028", "⟦U+FEFF⟧⟦U+2028⟧"),
        ("one\ttwo\nthree", "one\ttwo\nthree"),
        ("👩\u200d🔧 ✔\ufe0f می\u200cخواهم שלום\u200f", "👩\u200d🔧 ✔\ufe0f می\u200cخواهم שלום\u200f"),
    ],
)
def test_odd_characters_are_shown_as_marks(typed: str, shown: str) -> None:
    assert visible(typed) == shown


@given(st.text(st.characters(), max_size=60))
def test_marks_are_made_once_and_can_always_be_saved(text: str) -> None:
    shown = visible(text)
    assert visible(shown) == shown
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\0" not in shown
