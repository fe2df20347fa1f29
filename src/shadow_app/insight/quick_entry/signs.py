"""Signs: one token at a time, what it would mean if it counts (`design.md` §3, `tagging.md` §4).

All positions are those of the folded line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, RatePer
from shadow_app.insight.quick_entry.durations import read_duration
from shadow_app.insight.quick_entry.entry import Field, Rate, Value
from shadow_app.insight.quick_entry.folded import TOKEN_ENDS, TRAIL, Folded, trail_end, without_marks
from shadow_app.insight.quick_entry.lexicon import Lexicon
from shadow_app.insight.quick_entry.moments import read_when

KIND_WORDS: dict[str, Kind | Evidence] = {
    "!": Kind.PAIN,
    "+": Kind.POSITIVE,
    "?": Kind.QUESTION,
    "wait:": Kind.WAIT,
    "need:": Kind.NEED,
    "workaround:": Kind.WORKAROUND,
    "context:": Kind.CONTEXT,
    "told:": Evidence.TOLD,
}
"""What a leading word says; the value tells whether it is a kind or where the note comes from."""

_MOST = 100_000
_NOT_COUNTS = frozenset(("x32", "x64", "x86"))
"""Names of processors."""
_NOT_PEOPLE = frozenset((480, 720, 1080, 1440, 2160))
"""Picture heights: 1080p."""

# A name starts with a letter of any script and holds no quotes, brackets or currency; C# may end in its sign.
_NAME = re.compile(r"[^\W\d_][^\s\"'’‘“”<>|{}\[\]()=;:,!?*%$€£@^~`\\#…。、،؛؟]{0,79}#?")
_CODE = re.compile(r"\d[\w.-]{0,79}")
_QUOTED_NAME = re.compile(rf'"([^"\n]{{1,200}})"{TOKEN_ENDS}')
_QUOTE = re.compile(rf'(?:"[^\S\n]*[^\s"][^"\n]*"|«[^\S\n]*[^\s«»][^«»\n]*»){TOKEN_ENDS}')
_COUNT = re.compile(r"x(\d{1,6})", re.IGNORECASE)
_PEOPLE = re.compile(r"(\d{1,6})p", re.IGNORECASE)
_NUMBER = r"\d{1,6}(?:[.,]\d{1,4})?"
_RATE = re.compile(rf"(?:x({_NUMBER})|({_NUMBER})x)/(hr?|hour|d|day|wk?|week|mo|month)", re.IGNORECASE)
_PERIODS = {"h": RatePer.HOUR, "d": RatePer.DAY, "w": RatePer.WEEK, "m": RatePer.MONTH}


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch that means something.

    `start` to `end` is the chip, up to `stop` the punctuation that clings to it. `drops` are the characters left out
    of the text where the sign stands inside the sentence. `prose` marks what stays in the text whatever happens:
    quotations, and everything that was read without a sign. A `silent` one makes no chip, but holds its place.
    """

    field: Field
    value: Value
    start: int
    end: int
    stop: int
    drops: tuple[int, ...] = ()
    prose: bool = False
    silent: bool = False


def read_sign(line: Folded, start: int, token_end: int, lexicon: Lexicon) -> Sign | None:
    """The sign that begins at `start`, a token start; None for a word. Whether a count counts there is not asked."""
    text = line.text
    match text[start]:
        case "#" | "@":
            return _read_tag(line, start, token_end, lexicon)
        case "~":
            return _read_lost(text, start)
        case '"' | "«":
            return _read_quote(line, start)
    core = text[start:token_end].rstrip(TRAIL) or text[start:token_end]
    end = start + len(core)
    if core[0] == "^":
        when = read_when(core[1:])
        return None if when is None else Sign(Field.WHEN, when, start, end, token_end, (start,))
    if core[0] == "!" and len(core) == 2 and core[1] in "01234":
        return Sign(Field.DAMAGE, BusinessDamage(int(core[1])), start, end, token_end)
    return _read_number(core, start, end, token_end)


def _read_number(core: str, start: int, end: int, stop: int) -> Sign | None:
    if core[0] not in "xX0123456789":
        return None
    if found := _RATE.fullmatch(core):
        rate = float((found[1] or found[2]).replace(",", "."))
        per = _PERIODS[found[3][0].lower()]
        return Sign(Field.RATE, Rate(rate, per), start, end, stop) if 0 < rate <= _MOST else None
    if (found := _COUNT.fullmatch(core)) and core.lower() not in _NOT_COUNTS and 0 < int(found[1]) <= _MOST:
        return Sign(Field.COUNT, int(found[1]), start, end, stop)
    if (found := _PEOPLE.fullmatch(core)) and int(found[1]) not in _NOT_PEOPLE and 0 < int(found[1]) <= _MOST:
        return Sign(Field.PEOPLE, int(found[1]), start, end, stop)
    return None


def _read_tag(line: Folded, start: int, token_end: int, lexicon: Lexicon) -> Sign | None:
    text = line.text
    drops: tuple[int, ...]
    if quoted := _QUOTED_NAME.match(text, start + 1):
        end, stop, drops = quoted.end(), trail_end(text, quoted.end()), (start, start + 1, quoted.end() - 1)
        word = without_marks(line.source(start + 2, end - 1)).strip()
    else:
        core = text[start:token_end].rstrip(TRAIL)
        end, stop, drops = start + len(core), token_end, (start,)
        word = without_marks(line.source(start + 1, end))
        if not _is_name(core, lexicon):
            return None
    if not word:
        return None
    if text[start] == "#":
        return Sign(Field.SERVICE, lexicon.service(word), start, end, stop, drops)
    return Sign(Field.ROLE, lexicon.role(word), start, end, stop, drops)


def _is_name(core: str, lexicon: Lexicon) -> bool:
    if _NAME.fullmatch(core, 1):
        # "@firm.com" is half an address and nobody's role.
        return core[0] == "#" or "." not in core
    # "dock #3" is a number, unless the catalogue has exactly that id.
    return core[0] == "#" and bool(_CODE.fullmatch(core, 1)) and bool(lexicon.service(core[1:]).matches)


def _read_lost(text: str, start: int) -> Sign | None:
    found = read_duration(text, start + 1)
    if found is None:
        return None
    minutes, end = found
    return Sign(Field.MINUTES, minutes, start, end, trail_end(text, end), (start,))


def _read_quote(line: Folded, start: int) -> Sign | None:
    found = _QUOTE.match(line.text, start)
    if found is None:
        return None
    words = line.source(start + 1, found.end() - 1).strip()
    return Sign(Field.QUOTE, words, start, found.end(), trail_end(line.text, found.end()), prose=True)
