"""Words from people as Markdown that means nothing but those words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shadow_app.reports.visible import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]#|>~$^])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")
"""What makes a list, a rule or a heading, but only where a line begins."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|file|mailto|www)([:.])|@")
"""What many viewers turn into a link of their own accord."""


def plain(words: str) -> str:
    """One line; every sign that Markdown or HTML could obey is escaped."""
    flat = " ".join(visible(words).split())
    flat = _ENTITY.sub("&amp;", flat).replace("<", "&lt;")
    flat = _SIGNS.sub(r"\\\1", flat)
    flat = _ADDRESS.sub(
        lambda found: found.group().replace(":", "&#58;").replace(".", "&#46;").replace("@", "&#64;"), flat
    )
    return _AT_START.sub(lambda found: found[1] + found[2][:-1] + "\\" + found[2][-1], flat)


def paragraph(words: str) -> list[str]:
    """A text with its line breaks, then an empty line; nothing for an empty text."""
    kept = [plain(line) for line in visible(words).strip().splitlines()]
    return ["  \n".join(line for line in kept if line), ""] if any(kept) else []


def heading(words: str, level: int = 2) -> list[str]:
    """A heading between empty lines."""
    return ["", f"{'#' * level} {plain(words)}", ""]


def bullet(words: str, remark: str = "") -> str:
    """An item of a list, with a remark behind a dash."""
    return f"- {plain(words)}" + (f" — {plain(remark)}" if remark else "")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table between empty lines; nothing for no rows."""
    if not rows:
        return []
    lines = ["", _row(heads), _row(["---"] * len(heads), raw=True)]
    return [*lines, *(_row(row) for row in rows), ""]


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else plain(cell) for cell in cells) + " |"
