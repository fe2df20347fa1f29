"""What changed since a ranking was locked: which services moved, and whether by more than chance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shadow_app.domain.language import mark, say
from shadow_app.reports import amounts


@dataclass(frozen=True)
class Moved:
    """One service then and now: its place and its hours a year; None where it was not in that ranking.

    `certain` says whether the hours moved by more than both their ranges allow for, None where that is not known.
    """

    service: str
    place_then: int | None
    place_now: int | None
    hours_then: float | None = None
    hours_now: float | None = None
    certain: bool | None = None


@dataclass(frozen=True)
class Since:
    """Everything since the snapshot of that name and day; `remark` says what else differs, such as the weights."""

    name: str
    on: date
    moved: tuple[Moved, ...] = ()
    remark: str = ""


def notable(since: Since) -> tuple[Moved, ...]:
    """What stands at another place, is new or gone, or has changed by more than chance."""
    return tuple(one for one in since.moved if one.place_then != one.place_now or one.certain)


def unmoved(since: Since) -> str:
    """A sentence about all the others."""
    still = len(since.moved) - len(notable(since))
    if not since.moved:
        return say("There was nothing to rank then, and there is nothing now.")
    if still == len(since.moved):
        return say("Every service stands where it stood.")
    if not still:
        return ""
    return say(
        "{its} stood.", its=amounts.counted(still, "other service stands where it|other services stand where they")
    )


def headline(since: Since) -> str:
    """`Since “Spring”, 12 March 2026`."""
    return say("Since “{name}”, {day}", name=since.name, day=amounts.day(since.on))


def in_words(moved: Moved) -> str:
    """`was 5th, is 2nd`, `new`, `no longer in the ranking`."""
    if moved.place_then is None:
        return say("new, {ordinal}", ordinal=_ordinal(moved.place_now))
    if moved.place_now is None:
        return say("was {ordinal}, no longer ranked", ordinal=_ordinal(moved.place_then))
    if moved.place_then == moved.place_now:
        return say("still {ordinal}", ordinal=_ordinal(moved.place_now))
    return say("was {ordinal}, is {ordinal_2}", ordinal=_ordinal(moved.place_then), ordinal_2=_ordinal(moved.place_now))


def hours_in_words(moved: Moved) -> str:
    """`1 200 → 900 hours a year`, and whether that is more than chance."""
    if moved.hours_then is None or moved.hours_now is None:
        known = moved.hours_now if moved.hours_now is not None else moved.hours_then
        return "" if known is None else say("{hours:|hour|hours} a year", hours=amounts.hours(known))
    sure = {True: say(", more than chance"), False: say(", may be chance"), None: ""}[moved.certain]
    return say(
        "{hours} → {hours_2:|hour|hours} a year{sure}",
        hours=amounts.hours(moved.hours_then),
        hours_2=amounts.hours(moved.hours_now),
        sure=sure,
    )


_ORDINALS = {
    "st": mark("{place}st"),
    "nd": mark("{place}nd"),
    "rd": mark("{place}rd"),
    "th": mark("{place}th"),
}


def _ordinal(place: int | None) -> str:
    if place is None:
        return say("not placed")
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return say(_ORDINALS[ending], place=place)
