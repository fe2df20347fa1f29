"""Words from people on paper: escaped, split into runs that a font can draw, cut where ReportLab would choke.

Everything a person wrote passes through a `Typesetter`; nothing else may build ReportLab markup. What no font can draw
becomes a box, and the typesetter remembers it for the warning (`reliability.md` §4 rows 19–22, `platform.md` §5).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics

from shadow_app.domain.kept_words import said_again
from shadow_app.domain.language import say
from shadow_app.reports import fonts
from shadow_app.reports.visible import visible

LONGEST_WORD = 60
LONGEST_PARAGRAPH = 4_000
"""ReportLab's line breaking is quadratic in both; measured in `reliability.md` §4 row 22."""

MOST_LINES = 40
"""Lines that a person broke in one paragraph; a paragraph is broken anew for every page that it spans."""

BOX = "□"

_LINES = re.compile(r"\r\n?|\n|\u0085|\u2028|\u2029")
_LONG = re.compile(rf"[^\s\u00a0]{{{LONGEST_WORD + 1},}}")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


class Typesetter:
    """Sets the words of one report. `warnings()` tells afterwards what could not be printed as written."""

    def __init__(self, font_folder: Path | None = None) -> None:
        """`font_folder` may hold further TrueType fonts for scripts that Inter does not cover."""
        self._folder = fonts.from_folder(font_folder) if font_folder is not None else fonts.FontFolder((), ())
        self._boxed: dict[str, None] = {}
        self._right_to_left = False
        self._noted: dict[str, None] = dict.fromkeys(self._folder.warnings)

    def note(self, warning: str) -> None:
        """Remember a warning that is not about letters; the same one counts once."""
        self._noted[warning] = None

    def warnings(self) -> tuple[str, ...]:
        """One clear sentence each, in the order in which they came up."""
        found = [said_again(each, fonts.WARNINGS) for each in self._noted]
        if self._boxed:
            some = " ".join(list(self._boxed)[:12])
            count = len(self._boxed)
            what = say("1 character is") if count == 1 else say("{count:|character|characters} are", count=count)
            found.append(
                say(
                    "{what} in none of the fonts and printed as a box ({some}); add a font that has them.",
                    what=what,
                    some=some,
                )
            )
        if self._right_to_left:
            found.append(
                say("Right-to-left words are printed from left to right; check them before you hand this report on.")
            )
        return tuple(found)

    def width(self, words: str, size: float, weight: int) -> float:
        """How wide one line is, in points: the `Measure` of the figures."""
        return sum(float(pdfmetrics.stringWidth(run, font, size)) for font, run in self.runs(words, weight))

    def runs(self, words: str, weight: int) -> list[tuple[str, str]]:
        """One line as (font name, characters) runs, with everything invisible made visible or dropped."""
        face = fonts.inter(weight)
        if face.glyphs.issuperset(words):
            return [(face.name, words)] if words else []
        runs: list[tuple[str, str]] = []
        for name, character in self._glyphs(visible(words.replace("\n", " ")), face):
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + character)
            else:
                runs.append((name, character))
        return runs

    def _glyphs(self, words: str, face: fonts.Face) -> Iterator[tuple[str, str]]:
        for character in words:
            if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
                self._right_to_left = True
            found = next((f for f in (face, fonts.emoji(), *self._folder.faces) if character in f.glyphs), None)
            if found is None:
                self._boxed[character] = None
                yield face.name, BOX
            else:
                yield found.name, character

    def markup(self, words: str, weight: int = 400) -> str:
        """ReportLab markup of a text of at most `LONGEST_PARAGRAPH` characters, lines kept, nothing of it obeyed."""
        lines = []
        for line in _LINES.split(words):
            own = fonts.inter(weight).name
            lines.append(
                "".join(
                    escape(run) if font == own else f'<font name="{font}">{escape(run)}</font>'
                    for font, run in self.runs(broken(visible(line)), weight)
                )
            )
        return "<br/>".join(lines)


def broken(words: str) -> str:
    """Words of more than 60 characters with a space after every sixtieth."""
    return _LONG.sub(lambda word: " ".join(_chunks(word.group(), LONGEST_WORD)), words)


def paragraphs(words: str) -> list[str]:
    """The text in pieces of at most 4,000 characters and 40 lines, parted at empty lines, then lines, then spaces."""
    pieces: list[str] = []
    for block in re.split(r"\n[ \t]*\n\s*", "\n".join(_LINES.split(words.strip()))):
        for lines in _few_lines(block):
            pieces.extend(_cut(lines) if len(lines) > LONGEST_PARAGRAPH else [lines])
    return [piece for piece in pieces if piece.strip()]


def _few_lines(block: str) -> Iterator[str]:
    lines = block.split("\n")
    for start in range(0, len(lines), MOST_LINES):
        yield "\n".join(lines[start : start + MOST_LINES])


def _cut(block: str) -> Iterator[str]:
    while len(block) > LONGEST_PARAGRAPH:
        end = max(block.rfind("\n", 1, LONGEST_PARAGRAPH), block.rfind(" ", LONGEST_PARAGRAPH // 2, LONGEST_PARAGRAPH))
        end = end if end > 0 else LONGEST_PARAGRAPH
        yield block[:end]
        block = block[end:].lstrip(" \n")
    yield block


def _chunks(word: str, length: int) -> Iterator[str]:
    for start in range(0, len(word), length):
        yield word[start : start + length]
