"""When: the back-dates of a line, and the moments they stand for (`design.md` §3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_AGO = re.compile(r"-(\d{1,4})([mhd])")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)|(\d\d)(\d\d)")
_DATE = re.compile(r"(2\d{3})-(\d\d)-(\d\d)(?:t(\d\d):(\d\d))?")


@dataclass(frozen=True, slots=True)
class When:
    """A back-date as typed: one of `ago`, `days_back`, `weekday` (Monday is 0), `clock`, or `day` with or without
    `clock`."""

    clock: time | None = None
    ago: timedelta | None = None
    days_back: int | None = None
    weekday: int | None = None
    day: date | None = None


def read_when(word: str) -> When | None:
    """The word after `^`, folded: `09:15`, `0915`, `-20m`, `yesterday`, `mon`, `2026-03-01`, `2026-03-01t08:30`.

    Years run from 2000 to 2999. None for anything else, a 25th hour included.
    """
    word = word.lower()
    if word in ("today", "yesterday"):
        return When(days_back=("today", "yesterday").index(word))
    if ago := _AGO.fullmatch(word):
        unit = {"m": "minutes", "h": "hours", "d": "days"}[ago[2]]
        return When(ago=timedelta(**{unit: int(ago[1])}))
    if len(word) >= 3 and (weekdays := [day for day in _WEEKDAYS if day.startswith(word)]):
        return When(weekday=_WEEKDAYS.index(weekdays[0]))
    if day := _DATE.fullmatch(word):
        return _dated(*day.groups())
    return read_clock(word)


def read_clock(word: str) -> When | None:
    """`09:15`, `9:15` or `0915` as a time of the day; None for anything else."""
    found = _CLOCK.fullmatch(word)
    if found is None:
        return None
    clock = _time(found[1] or found[3], found[2] or found[4])
    return None if clock is None else When(clock=clock)


def resolve_when(when: When, typed_at: datetime) -> datetime:
    """The moment that a back-date means, in the zone of `typed_at`, and never later than that.

    A clock time that is still to come means yesterday's, for a night shift is written up after midnight. A weekday is
    the last one before today. A day without a time keeps the clock of `typed_at`, so that notes stay in typed order.
    A date in the future becomes `typed_at`.

    Args:
        when: what the line says.
        typed_at: the local time of the first key, aware.
    """
    if when.ago is not None:
        # Elapsed time is counted in UTC: twenty minutes ago is that, even across the change of the clocks.
        return (typed_at.astimezone(timezone.utc) - when.ago).astimezone(typed_at.tzinfo)
    day = _day_of(when, typed_at.date())
    clock = when.clock or typed_at.time()
    moment = datetime.combine(day, clock, typed_at.tzinfo)
    if _is_later(moment, typed_at) and when.day is None:
        moment = datetime.combine(day - timedelta(days=1), clock, typed_at.tzinfo)
    return typed_at if _is_later(moment, typed_at) else moment


def _is_later(moment: datetime, other: datetime) -> bool:
    # By the instants: two times of one zone are otherwise compared by their clocks, which jump twice a year.
    return moment.timestamp() > other.timestamp()


def _day_of(when: When, today: date) -> date:
    if when.day is not None:
        return when.day
    if when.weekday is not None:
        return today - timedelta(days=(today.weekday() - when.weekday - 1) % 7 + 1)
    return today - timedelta(days=when.days_back or 0)


def _dated(year: str, month: str, day: str, hour: str | None, minute: str | None) -> When | None:
    clock = _time(hour, minute) if hour and minute else None
    if hour and clock is None:
        return None
    try:
        return When(day=date(int(year), int(month), int(day)), clock=clock)
    except ValueError:
        return None


def _time(hour: str, minute: str) -> time | None:
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
