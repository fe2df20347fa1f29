"""The typefaces of a report: Inter for words, Noto Emoji for pictures, and whatever lies in an optional font folder.

ReportLab has no fallback of its own and cannot embed `.otf` outlines (`platform.md` §5), so every face here is TrueType
and is asked, character by character, whether it has a glyph.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus.paraparser import ParaParser

from shadow_app.domain.errors import Bug
from shadow_app.domain.language import mark

INTER = {400: "Inter_400Regular", 500: "Inter_500Medium", 600: "Inter_600SemiBold", 700: "Inter_700Bold"}
EMOJI = "NotoEmoji_400Regular"
_NO_FOLDER = mark("The font folder “{name}” is not there; reports use the shipped fonts only.")
_UNREADABLE = mark("The font “{name}” cannot be read and is left out; put a TrueType file there instead.")
WARNINGS = (_NO_FOLDER, _UNREADABLE)
"""What a folder's warnings are made of; a folder is read once, whatever language holds then."""


@dataclass(frozen=True)
class Face:
    """A registered typeface and the characters that it can draw."""

    name: str
    glyphs: frozenset[str]


@dataclass(frozen=True)
class FontFolder:
    """What an optional folder of fonts brought, and one sentence for each file that was no use."""

    faces: tuple[Face, ...]
    warnings: tuple[str, ...]


def inter(weight: int) -> Face:
    """Inter in the weight asked for, or the nearest one that is shipped."""
    return _shipped(INTER[min(INTER, key=lambda known: (abs(known - weight), known))])


def emoji() -> Face:
    """Noto Emoji, in one colour."""
    return _shipped(EMOJI)


@cache
def _shipped(name: str) -> Face:
    _close_the_doors()
    resource = files("shadow_app") / "assets" / "fonts" / f"{name}.ttf"
    return _registered(name, TTFont(name, BytesIO(resource.read_bytes())))


@cache
def from_folder(folder: Path) -> FontFolder:
    """Every TrueType file of a folder, by name; a folder that is not there brings nothing but a warning."""
    _close_the_doors()
    if not folder.is_dir():
        return FontFolder((), (_NO_FOLDER.format(name=folder.name),))
    faces: list[Face] = []
    warnings: list[str] = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.suffix.lower() != ".ttf":
            continue
        name = f"Extra_{len(faces)}_{path.stem}"
        try:
            faces.append(_registered(name, TTFont(name, BytesIO(path.read_bytes()))))
        except (TTFError, OSError, ValueError, KeyError, IndexError):
            warnings.append(_UNREADABLE.format(name=path.name))
    return FontFolder(tuple(faces), tuple(warnings))


def _registered(name: str, font: Any) -> Face:
    pdfmetrics.registerFont(font)
    # A family of its own, or ReportLab reaches for Helvetica when it looks for a regular cut.
    pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)
    return Face(name, frozenset(filter(_drawable, map(chr, font.face.charToGlyph))))


def _drawable(character: str) -> bool:
    """Fonts carry empty glyphs for control and direction marks, which must never vanish from a report unseen."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _close_the_doors() -> None:
    """No address in a text may make ReportLab fetch anything (`reliability.md` §4 row 20), and images stay binary."""
    rl_config.trustedHosts = []
    rl_config.trustedSchemes = []
    rl_config.useA85 = 0
    # A picture named by its path has neither host nor scheme. Our own markup names none: photos are drawn by the page.
    ParaParser.start_img = _no_picture


def _no_picture(_parser: ParaParser, _attributes: object) -> None:
    raise Bug("A text of a report names a picture.")
