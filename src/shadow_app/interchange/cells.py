"""One cell at a time: numbers, dates, times, words from a list, and characters that must not come in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from typing import TypeVar

from shadow_app.domain.language import mark, say

ValueT = TypeVar("ValueT")


class Unfit(ValueError):
    """A row cannot be taken; the text is the reason, in words that fit behind "Line 7: "."""


_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line break
    "\u202a-\u202e\u2066-\u2069"  # they turn the reading direction of what follows, names and numbers included
    "\ufffd-\uffff\ud800-\udfff]"  # what no encoding could make sense of
)
_WHOLE = re.compile(r"[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([ ,.'\u2019\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*")
_DECIMAL = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::[0-9]{2})?\s*(am|pm)?", re.IGNORECASE)
_CLOCK_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_BRITISH_DAY = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")


DATE, TIME = mark("date"), mark("time")
"""What a cell is called, like all that is handed over as `what`: marked by the caller, said here."""


def odd_character(text: str) -> str:
    """A name for the first character that must not be kept, "" when there is none (`reliability.md` §4, 13)."""
    found = _ODD.search(text)
    if not found:
        return ""
    char = found.group()
    if char == "\ufffd":
        return say("a character that cannot be read, so the file was saved with a wrong or mixed encoding")
    name = "NUL" if char == "\0" else unicodedata.name(char, "").lower() or say("an invisible control character")
    return say("the character {code} ({name})", code=f"U+{ord(char):04X}", name=name)


def whole(text: str, what: str) -> int:
    """A whole number, with or without grouping: "1 200", "1,200", "1200".

    Raises:
        Unfit: it is none.
    """
    plain = text.strip()
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[^0-9]", "", plain)
    if not _WHOLE.fullmatch(plain) or len(plain) > 12:
        raise Unfit(say("the {what} “{text_}” is not a whole number.", what=say(what), text_=text[:40]))
    return int(plain)


def decimal(text: str, what: str) -> float:
    """A number with a decimal point or comma.

    "1,200" could be either, so it is refused rather than guessed.

    Raises:
        Unfit: it is none.
    """
    found = _DECIMAL.fullmatch(text.strip())
    if not found or len(text) > 20:
        raise Unfit(say("the {what} “{text_}” is not a number such as 22.50.", what=say(what), text_=text[:40]))
    if "," in text and len(found[2]) == 3:
        raise Unfit(
            say(
                "the {what} “{text_}” could be read in two ways. Write {whole}{rest} or {whole}.{rest}.",
                what=say(what),
                text_=text,
                whole=found[1],
                rest=found[2],
            )
        )
    return float(f"{found[1]}.{found[2] or 0}")


def day(text: str, what: str = DATE) -> date:
    """A date: 2026-09-14, 14/09/2026 or 14.09.2026, the day before the month.

    Raises:
        Unfit: it is none, or no such day exists.
    """
    iso, british = _ISO_DAY.fullmatch(text.strip()), _BRITISH_DAY.fullmatch(text.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if british:
            return date(int(british[3]), int(british[2]), int(british[1]))
    except ValueError:
        pass
    raise Unfit(
        say("the {what} “{text_}” is not a day such as 2026-09-14 or 14/09/2026.", what=say(what), text_=text[:40])
    )


def clock(text: str, what: str = TIME) -> time:
    """A time of day: 09:15, 9.15, 0915, 9:15 pm.

    Raises:
        Unfit: it is none.
    """
    plain = text.strip()
    digits = _CLOCK_DIGITS.fullmatch(plain)
    found = digits or _CLOCK.fullmatch(plain)
    half = found[3].lower() if found and not digits and found[3] else ""
    if found and (digits or found[2] or half):
        hour, minute = int(found[1]), int(found[2] or 0)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Unfit(say("the {what} “{text_}” is not a time such as 09:15.", what=say(what), text_=text[:40]))


def choice(text: str, words: Mapping[str, ValueT], what: str) -> ValueT:
    """What a word from a closed list stands for; case, spaces and hyphens do not count.

    Raises:
        Unfit: the word is not on the list.
    """
    key = re.sub(r"[\s_-]+", " ", text.strip().casefold())
    if key in words:
        return words[key]
    raise Unfit(
        say(
            "the {what} “{text_}” is not one of: {list}.",
            what=say(what),
            text_=text[:40],
            list=", ".join(word for word in words if word),
        )
    )


def listed(text: str) -> tuple[str, ...]:
    """Words separated by | , ; or line breaks, each once, in the order in which they stand."""
    parts = (" ".join(part.split()) for part in re.split(r"[|,;\r\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))
