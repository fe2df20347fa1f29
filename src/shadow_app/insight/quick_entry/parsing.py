"""Parse: a line, a lexicon and what a person clicked give an entry (`design.md` §3)."""

from __future__ import annotations

from uuid import UUID

from shadow_app.insight.quick_entry.entry import Chip, Entry, Field, ServiceRef
from shadow_app.insight.quick_entry.folded import Folded, fold, is_blank
from shadow_app.insight.quick_entry.lexicon import Lexicon
from shadow_app.insight.quick_entry.offered import read_prose
from shadow_app.insight.quick_entry.signs import Sign
from shadow_app.insight.quick_entry.taken import Reading, judge, read_signs

_NOTHING: frozenset[str] = frozenset()


def parse(
    line: str,
    lexicon: Lexicon | None = None,
    *,
    accepted: frozenset[str] = _NOTHING,
    declined: frozenset[str] = _NOTHING,
) -> Entry:
    """Understand one typed line. Never raises; time is linear in the length of the line.

    Nothing inside a quotation, an address or a path is read. Accepting a chip never changes the text, for what was
    offered is prose.

    Args:
        line: as typed, any characters, line breaks included.
        lexicon: the catalogue's words; without one every tag is unknown.
        accepted: keys of offered chips that count as taken.
        declined: keys of chips, taken or offered, that are text again.
    """
    folded = fold(line)
    known = lexicon or Lexicon.empty()

    def refused(field: Field, start: int, end: int) -> bool:
        return bool(declined) and f"{field}:{folded.source(start, end).casefold()}" in declined

    reading = read_signs(folded, known, refused)
    taken, offered = judge(folded.text, reading.signs)
    hidden = sorted([*reading.opaque, *((sign.start, sign.stop) for sign in reading.signs)])
    offered += read_prose(folded.text, hidden, _filled(taken), _named(taken), known, refused)
    chips = [_chip(folded, sign, taken=True) for sign in taken]
    chips += [_chip(folded, sign, taken=False, accepted=accepted) for sign in offered]
    return Entry(line, _text(folded, reading, taken), tuple(sorted(chips, key=lambda chip: chip.start)))


def _filled(taken: list[Sign]) -> set[Field]:
    filled = {sign.field for sign in taken}
    # A damage grade says that it is a pain, and that was said on purpose.
    return filled | {Field.KIND} if Field.DAMAGE in filled else filled


def _named(taken: list[Sign]) -> frozenset[UUID]:
    references = (sign.value for sign in taken if isinstance(sign.value, ServiceRef))
    return frozenset(match for reference in references for match in reference.matches)


def _chip(line: Folded, sign: Sign, *, taken: bool, accepted: frozenset[str] = _NOTHING) -> Chip:
    source = line.source(sign.start, sign.end)
    chip = Chip(sign.field, line.start(sign.start), line.end(sign.end), sign.value, taken, source)
    return Chip(chip.field, chip.start, chip.end, chip.value, True, source) if chip.key in accepted else chip


def _text(line: Folded, reading: Reading, taken: list[Sign]) -> str:
    """The line without its leading signs, its trailing run of signs, and the sigils in between; never empty."""
    if is_blank(line.raw):
        return ""
    signs = [sign for sign in taken if sign.start >= reading.lead_end]
    drops = sorted({*reading.escapes, *(drop for sign in signs for drop in sign.drops)})
    body = _without(line, reading.lead_end, _trailing_run(line.text, signs), drops)
    return body if not is_blank(body) else _without(line, reading.lead_end, len(line.text), drops)


def _trailing_run(text: str, signs: list[Sign]) -> int:
    """Where the run of signs begins that ends the line, blanks before it included."""
    begin = len(text)
    for sign in reversed(signs):
        if sign.prose or text[sign.stop : begin].strip():
            break
        begin = sign.start
    return len(text[:begin].rstrip())


def _without(line: Folded, begin: int, end: int, drops: list[int]) -> str:
    parts, position = [], line.end(begin)
    for drop in drops:
        if begin <= drop < end:
            parts.append(line.raw[position : line.start(drop)])
            position = line.start(drop) + 1
    last = line.end(end) if end < len(line.text) else len(line.raw)
    return "".join((*parts, line.raw[position:last])).strip()
