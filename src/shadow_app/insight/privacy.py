"""What in a note could point at a person: warned of before a note is released (`domain.md` §2.4).

A warning, not a guarantee. It knows shapes, not people: a name in small letters or in all capitals, one at the start
of a sentence before an ordinary verb, or one in a script without capitals is not found; nor in German, where every noun
has a capital, a rarer given name or a surname alone. The person who releases a note still reads it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from shadow_app.domain.language import Labels, mark
from shadow_app.insight.person_names import names

_UK_AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|"
    "GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|"
    "PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|"
    "WS|WV|YO|ZE"
)
_MONTHS = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC"


class Private(StrEnum):
    """What was found, in the word that stands in its place when it is masked."""

    EMAIL = "e-mail"
    NUMBER = "number"
    PLATE = "plate"
    POSTCODE = "postcode"
    PHONE = "phone"
    NAME = "name"


_KEPT: Mapping[Private, str] = {each: each.value for each in Private}
SHOWN: Mapping[Private, str] = Labels(
    {
        Private.EMAIL: mark("e-mail"),
        Private.NUMBER: mark("number"),
        Private.PLATE: mark("plate"),
        Private.POSTCODE: mark("postcode"),
        Private.PHONE: mark("phone"),
        Private.NAME: mark("name"),
    }
)
"""The same words where they are only shown, and not kept."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of the text, `text[start:end]`, that could point at a person."""

    start: int
    end: int
    what: Private
    text: str


# Every repetition is bounded or starts only where the character before cannot belong to it, so that no text, however
# hostile, takes more than linear time. The order is the order of precedence where two shapes fit.
_SHAPES: tuple[tuple[Private, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern))
    for what, pattern in (
        (Private.EMAIL, r"(?<![\w.+-])[\w.+-]{1,64}[@＠][\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),
        # IBAN, payment card, UK national insurance; consignment numbers of the postal union (S10), spaced or not.
        (Private.NUMBER, r"(?<!\w)[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?(?!\w)"),
        (Private.NUMBER, r"(?<![\w+])(?!0)\d{4}(?:[ -]\d{4}){2}[ -]\d{1,4}(?!\w)"),
        (Private.NUMBER, r"(?<!\w)[A-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)"),
        (Private.NUMBER, r"(?<!\w)[A-Z]{2} \d{3} \d{3} \d{3} [A-Z]{2}(?!\w)"),
        # Plates: UK (three generations; small letters only where nothing else could be meant), Ireland, Germany,
        # France and Italy, Spain, and the dashed six of the Netherlands and Portugal, Belgium.
        (Private.PLATE, r"(?<!\w)(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[a-z]{2}\d{2}[a-z]{3})(?!\w)"),
        (Private.PLATE, r"(?<!\w)(?:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z])(?!\w)"),
        (Private.PLATE, r"(?<![\w-])\d{2,3}-[A-Z]{1,2}-\d{1,6}(?![\w-])"),
        (Private.PLATE, r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{2,4}[EH]?(?![\w-])"),
        (Private.PLATE, r"(?<![\w-])[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}(?![\w-])"),
        (Private.PLATE, r"(?<!\w)\d{4}[ -]?[BCDFGHJ-NP-TV-Z]{3}(?!\w)"),
        (
            Private.PLATE,
            (
                rf"(?<![\w-])(?=[\dA-Z-]{{8}}(?![\w-]))(?=[\d-]{{0,7}}[A-Z])(?=[A-Z-]{{0,7}}\d)(?!\d\d?-(?:{_MONTHS})-)"
                r"(?:\d{1,3}|[A-Z]{1,3})(?:-(?:\d{1,3}|[A-Z]{1,3})){2}"
            ),
        ),
        (Private.PLATE, r"(?<![\w-])\d-[A-Z]{3}-\d{3}(?![\w-])"),
        (Private.POSTCODE, rf"(?<!\w)(?:{_UK_AREAS})\d[\dA-Z]? ?\d[ABD-HJLNP-UW-Z]{{2}}(?!\w)"),
        (
            Private.POSTCODE,
            rf"(?<!\w)(?i:{_UK_AREAS})\d[\da-z]? ?\d(?!st|nd|rd|th|gb|tb)[abd-hjlnp-uw-z]{{2}}(?!\w)",
        ),
        # Five digits and a town (Germany, France, Italy, Spain); four digits and two letters (Netherlands).
        (Private.POSTCODE, r"(?<![\w#])(?:[DFIE]-)?\d{5} [A-ZÄÖÜÉÎÑŁ][^\W\d_]{2,40}(?!\w)"),
        (Private.POSTCODE, r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)"),
        # A date like 01.03.2026 begins like a telephone number; "555-123-4567" is the American form. Two that stand
        # side by side are one stretch: with the length of a number as its end, digits of the second would be left.
        (
            Private.PHONE,
            (
                r"(?<![\w+])(?<!\d[.,/-])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4})"
                r"(?:\(?[+＋]\(?\d|\(?[0٠۰０])(?:[ ().\-/]{0,2}\d){8,}(?!\w)"
            ),
        ),
        (Private.PHONE, r"(?<![\w+])(?<!\d[.,/-])\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\w)"),
    )
)

# One word of nine or more letters and digits of which five are digits: a consignment, an account, a serial number.
_LONG_WORD = re.compile(r"(?<![^\W_])[A-Za-z\d]{9,}(?![^\W_])")
_MOST_DIGITS_OF_A_WORD = 5
_TICKET = re.compile(r"(?:INC|CHG|PRB|RITM|REQ|SCTASK|TASK|CS)\d+", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d ")


def findings(text: str, known: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Everything in the text that has the shape of something private, in order, never overlapping.

    Args:
        text: a note, plain.
        known: casefolded words that are no secret although they look like a name or a code: the words of the catalogue,
            of roles, sites and units (`known_words`).
    """
    taken: list[Finding] = []
    free = bytearray(len(text))
    for what, start, end in _candidates(text, known):
        if not any(free[start:end]):
            free[start:end] = b"\1" * (end - start)
            taken.append(Finding(start, end, what, text[start:end]))
    names = {each.text for each in taken if each.what is Private.NAME}
    taken += (each for each in _again(text, names) if not any(free[each.start : each.end]))
    return tuple(sorted(taken, key=lambda finding: finding.start))


def _again(text: str, names: Collection[str]) -> Iterator[Finding]:
    """What was taken for a name in one place is one wherever it stands."""
    if names:
        # A digit or a line ends a word here as it does where names are looked for.
        longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        for each in re.finditer(rf"(?<![^\W\d_])(?:{longest_first})(?![^\W\d_])", text):
            yield Finding(each.start(), each.end(), Private.NAME, each[0])


def masked(text: str, found: Iterable[Finding], words: Mapping[Private, str] | None = None) -> str:
    """The text with `[phone]`, `[name]` and so on where the findings were; `words` are those of another language."""
    parts: list[str] = []
    read = 0
    for finding in sorted(found, key=lambda each: each.start):
        if finding.start >= read:
            parts += (text[read : finding.start], f"[{(words or _KEPT)[finding.what]}]")
            read = finding.end
    return "".join(parts) + text[read:]


def parts_of(name: str) -> set[str]:
    """A person's whole name, and whatever of it is long enough to be told apart."""
    return {name.strip(), *(part for part in name.split() if len(part) > 2)}


def anywhere(parts: Collection[str]) -> re.Pattern[str]:
    """Any of the parts, as words; the longest first, or a part of a name would leave the rest of it standing."""
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def people_named(text: str, names: Iterable[str]) -> tuple[Finding, ...]:
    """Where the text names one of these people, in any spelling of capitals."""
    return tuple(
        Finding(match.start(), match.end(), Private.NAME, match.group())
        for name in names
        if name.strip()
        for match in anywhere(parts_of(name)).finditer(text)
    )


def known_words(phrases: Iterable[str]) -> frozenset[str]:
    """The casefolded words of names and aliases, for `findings`."""
    return frozenset(word for phrase in phrases for word in re.findall(r"[^\W_]+", phrase.casefold()))


def _candidates(text: str, known: frozenset[str]) -> Iterator[tuple[Private, int, int]]:
    for what, shape in _SHAPES:
        for match in shape.finditer(text):
            if not _harmless(what, match.group(), known):
                yield what, match.start(), match.end()
    for match in _LONG_WORD.finditer(text):
        digits = sum(letter.isdecimal() for letter in match.group())
        if digits >= _MOST_DIGITS_OF_A_WORD and not _TICKET.fullmatch(match.group()):
            yield Private.NUMBER, match.start(), match.end()
    for start, end in names(text, known):
        yield Private.NAME, start, end


def _harmless(what: Private, found: str, known: frozenset[str]) -> bool:
    """Whether a plate or a postcode is really a time and an abbreviation ("0548 PDF"), or words that are known."""
    if what not in (Private.PLATE, Private.POSTCODE):
        return False
    return _CLOCK.match(found) is not None or not known_words([found]).isdisjoint(known)
