"""What holds for every line, whatever is in it."""

from __future__ import annotations

import gc
import re
from collections import Counter
from time import thread_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shadow_app.domain.service import Service
from shadow_app.insight.quick_entry import Entry, Lexicon, parse
from shadow_app.insight.quick_entry.folded import MARKS, TRAIL, fold

LEXICON = Lexicon(
    [Service(code="01", name="Handheld scanning", aliases=("the gun", "label printer", "zebra", "倉庫"))], []
)

# fmt: off
SIGNS = [
    "!", "?", "+", "told:", "wait:", "!3", "#gun", '#"label printer"', "#倉庫", "＃ｇｕｎ", "@driver", "~6m",
    "~1h 30 min", "~٥m", "x3", "x10/d", "6p", "^09:15", "^-20m", '"so they', 'say"', "“so”", "«a»",
    "\\", "\\~5m", "\\\\srv",
]
PROSE = [
    "0548", "18 min", "90s", "6 stood", "gun", "zebra", "by hand", "every fri", "http://a/#b", "a@b.c", ".", ",",
    "word", "🔥", "é", "e\u0301", "İ", "ﬀ", "½", "x86", "\u200f", "\u202e", "\0", "\ud800",
]
HOSTILE = [
    "1h", "~1h ", "#a.", '"a', '" ', "“ ", "« ", '"a"b ', "x1", "x1 ", "9", "9 ", "!", "! ", "@a@", "5m ", "6 stood ",
    "#a", "\\#a ", "~", "gun ", "label ", "every day ", "asked for ", "told: ", "a.b", '#"', "0548-", ".", "é", "~5m.",
    "6p. ", "awaiting ", "-'", "/", "\\", "\u200f#a", "\n", "#a\n",
]
OPENED = ['"', "“", "«", '#"', "#", "~", "^", "x", "\\", "! ", "5m ", "6 "]
# fmt: on
PIECES = st.sampled_from(SIGNS + PROSE)
GAPS = st.sampled_from([" ", " ", " ", "", "\n", "\t", "\u3000", "  ", "\u00a0"])
LINES = st.one_of(
    st.lists(st.tuples(PIECES, GAPS), max_size=12).map(lambda pairs: "".join(piece + gap for piece, gap in pairs)),
    st.text(st.characters(), max_size=60),
)


def all_accepted(line: str) -> Entry:
    return parse(line, LEXICON, accepted=frozenset(chip.key for chip in parse(line, LEXICON).chips))


@given(LINES)
@example("🔥 #gun")
def test_spans_lie_in_the_line_and_never_overlap(line: str) -> None:
    entry = all_accepted(line)
    edges = [edge for chip in entry.chips for edge in (chip.start, chip.end)]
    assert edges == sorted(edges)
    assert all(0 <= chip.start < chip.end <= len(line) for chip in entry.chips)
    assert all(line[chip.start : chip.end] == chip.source for chip in entry.chips)


@given(LINES)
def test_no_character_is_lost(line: str) -> None:
    """The text is the line, in its order, less what lies in taken chips and less blanks, backslashes, marks and the
    punctuation that clings to a chip. So no letter and no digit goes anywhere but into a chip."""
    entry = parse(line, LEXICON)
    rest = iter(line)
    assert all(char in rest for char in entry.text)

    left_out = Counter(line) - Counter(entry.text)
    in_chips = Counter("".join(chip.source for chip in entry.taken))
    assert all(char.isspace() or char in MARKS or fold(char).text in (*TRAIL, "\\") for char in left_out - in_chips)


@given(LINES)
def test_a_note_is_empty_only_where_nothing_is_to_be_seen(line: str) -> None:
    seen = any(not char.isspace() and char not in MARKS for char in line)
    assert bool(parse(line, LEXICON).text) == seen


@given(LINES)
def test_a_line_with_every_word_escaped_takes_nothing(line: str) -> None:
    escaped = re.sub(r"(?<!\S)(?=\S)", r"\\", line)
    assert parse(escaped, LEXICON).taken == ()


@given(LINES)
def test_declining_every_chip_leaves_what_was_typed(line: str) -> None:
    declined: frozenset[str] = frozenset()
    while chips := parse(line, LEXICON, declined=declined).chips:
        declined |= {chip.key for chip in chips}
    entry = parse(line, LEXICON, declined=declined)
    assert [char for char in line if char != "\\" and not char.isspace() and char not in MARKS] == [
        char for char in entry.text if char != "\\" and not char.isspace() and char not in MARKS
    ]


@given(LINES)
def test_offers_change_neither_the_text_nor_what_was_taken(line: str) -> None:
    before, after = parse(line, LEXICON), all_accepted(line)
    assert after.text == before.text
    assert set(before.taken) <= set(after.taken)


@pytest.mark.parametrize(
    ("start", "unit"),
    [*(("", unit) for unit in HOSTILE), *((start, unit) for start in OPENED for unit in ("a", "a ", "1", " ", "."))],
)
def test_time_grows_with_the_line_and_not_with_its_square(start: str, unit: str, thorough: bool) -> None:
    """A line four times as long takes about four times as long; with the square it would take sixteen."""

    def cost(length: int) -> float:
        line = (start + unit * length)[:length]
        started = thread_time()
        parse(line, LEXICON)
        return thread_time() - started

    few = 12_500 if thorough else 5_000
    gc.collect()
    gc.disable()
    try:
        short, long = cost(few), cost(4 * few)
        for _ in range(9):  # the least of each is the least disturbed; others use the machine, too
            if long < 8 * short:
                break
            short, long = min(short, cost(few)), min(long, cost(4 * few))
    finally:
        gc.enable()
    assert long < 8 * short
