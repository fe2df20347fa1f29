"""The one table of colours, light and dark; nothing else in the program names one (`platform.md` §2)."""

from __future__ import annotations

from dataclasses import dataclass

from shadow_app.domain.vocabulary import Kind


@dataclass(frozen=True)
class Pair:
    """A colour for words and dots, and its soft ground."""

    fore: str
    soft: str


@dataclass(frozen=True)
class Tokens:
    """Colours by what they are for. Text on its ground reaches a contrast of 4.5 (a test holds it)."""

    dark: bool
    ground: str
    """The window."""
    surface: str
    """Cards, fields, the rail."""
    raised: str
    """Chips and hovered things."""
    border: str
    text: str
    muted: str
    faint: str
    accent: str
    """For the thing to do next, and for nothing else."""
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    good: str
    good_soft: str
    track: str
    """Bars' empty part."""
    cool: str
    """A bar that is not the point."""
    kinds: dict[Kind, Pair]


LIGHT = Tokens(
    dark=False,
    ground="#F6F7F9",
    surface="#FFFFFF",
    raised="#F1F3F6",
    border="#E3E6EB",
    text="#14171F",
    muted="#5B6472",
    faint="#667080",
    accent="#1F5EFF",
    on_accent="#FFFFFF",
    accent_soft="#EBF1FF",
    danger="#B42318",
    danger_soft="#FDECEA",
    warn="#8A5A00",
    warn_soft="#FDF3DC",
    good="#13753A",
    good_soft="#E6F6EA",
    track="#EDF0F4",
    cool="#AEB8C7",
    kinds={
        Kind.PAIN: Pair("#C2410C", "#FFF1E7"),
        Kind.WORKAROUND: Pair("#7C3AED", "#F3EDFF"),
        Kind.WAIT: Pair("#8A5A00", "#FDF3DC"),
        Kind.NEED: Pair("#1D4ED8", "#E8EFFF"),
        Kind.POSITIVE: Pair("#13753A", "#E6F6EA"),
        Kind.QUESTION: Pair("#0F766E", "#E3F6F2"),
        Kind.CONTEXT: Pair("#5B6472", "#F1F3F6"),
    },
)

DARK = Tokens(
    dark=True,
    ground="#0F1115",
    surface="#171A20",
    raised="#1F232B",
    border="#2A2F39",
    text="#EEF0F4",
    muted="#A3ABBA",
    faint="#8D97A8",
    accent="#6E9BFF",
    on_accent="#0B1020",
    accent_soft="#1B2740",
    danger="#FF9C92",
    danger_soft="#3A1D1B",
    warn="#F2CE6B",
    warn_soft="#332B14",
    good="#7FDD9B",
    good_soft="#16301F",
    track="#232833",
    cool="#5A6577",
    kinds={
        Kind.PAIN: Pair("#FDA172", "#35211A"),
        Kind.WORKAROUND: Pair("#C4A7FF", "#2A2140"),
        Kind.WAIT: Pair("#F2CE6B", "#332B14"),
        Kind.NEED: Pair("#93B4FF", "#1B2740"),
        Kind.POSITIVE: Pair("#7FDD9B", "#16301F"),
        Kind.QUESTION: Pair("#6BDACB", "#15302E"),
        Kind.CONTEXT: Pair("#A3ABBA", "#1F232B"),
    },
)


LIGHT_CONTRAST = Tokens(
    dark=False,
    ground="#FFFFFF",
    surface="#FFFFFF",
    raised="#FFFFFF",
    border="#000000",
    text="#000000",
    muted="#000000",
    faint="#333333",
    accent="#0030A8",
    on_accent="#FFFFFF",
    accent_soft="#D6E2FF",
    danger="#8A0000",
    danger_soft="#FFFFFF",
    warn="#5C3B00",
    warn_soft="#FFFFFF",
    good="#004D20",
    good_soft="#FFFFFF",
    track="#FFFFFF",
    cool="#4A5568",
    kinds={
        Kind.PAIN: Pair("#8A2600", "#FFFFFF"),
        Kind.WORKAROUND: Pair("#4B149C", "#FFFFFF"),
        Kind.WAIT: Pair("#5C3B00", "#FFFFFF"),
        Kind.NEED: Pair("#0030A8", "#FFFFFF"),
        Kind.POSITIVE: Pair("#004D20", "#FFFFFF"),
        Kind.QUESTION: Pair("#004A45", "#FFFFFF"),
        Kind.CONTEXT: Pair("#000000", "#FFFFFF"),
    },
)
"""For whoever asks the system for more contrast: words at 7 to 1 and more, every outline at 3 to 1 and more."""

DARK_CONTRAST = Tokens(
    dark=True,
    ground="#000000",
    surface="#000000",
    raised="#000000",
    border="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    faint="#D6D6D6",
    accent="#9CC0FF",
    on_accent="#000000",
    accent_soft="#00215C",
    danger="#FFB3AB",
    danger_soft="#000000",
    warn="#FFE08A",
    warn_soft="#000000",
    good="#A6F0BC",
    good_soft="#000000",
    track="#000000",
    cool="#B8C2D1",
    kinds={
        Kind.PAIN: Pair("#FFBE9C", "#000000"),
        Kind.WORKAROUND: Pair("#DCC9FF", "#000000"),
        Kind.WAIT: Pair("#FFE08A", "#000000"),
        Kind.NEED: Pair("#B5CCFF", "#000000"),
        Kind.POSITIVE: Pair("#A6F0BC", "#000000"),
        Kind.QUESTION: Pair("#96EFE3", "#000000"),
        Kind.CONTEXT: Pair("#FFFFFF", "#000000"),
    },
)


def contrast(fore: str, ground: str) -> float:
    """WCAG 2.2 contrast ratio of two `#RRGGBB` colours, 1 … 21."""
    lighter, darker = sorted((_luminance(fore), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
