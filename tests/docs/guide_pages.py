"""The pages of text of this repository, taken apart for tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"

_FENCE = re.compile(r"^\s*```")
_LINK = re.compile(r"!?\[(?:[^\]\\]|\\.)*\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`[^`]*`")


def pages() -> list[Path]:
    """Every page that is part of the repository, by its path in it."""
    return sorted(page.relative_to(ROOT) for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))


def lines(page: Path) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether it stands in a block of code) of a page."""
    inside = False
    for number, line in enumerate((ROOT / page).read_text(encoding="utf-8").splitlines(), 1):
        if _FENCE.match(line):
            inside = not inside
            continue
        yield number, line, inside


def links(page: Path) -> Iterator[tuple[int, str]]:
    """(number of the line, what it links to): links and pictures that are not somewhere on the net."""
    plain = {number: _INLINE.sub("", line) for number, line, inside in lines(page) if not inside}
    # Put together again, as the words of a link may go on in the next line.
    text = "\n".join(plain.get(number, "") for number in range(1, max(plain, default=0) + 1))
    for found in _LINK.finditer(text):
        if not re.match(r"[a-z]+:", found[1]):
            yield text.count("\n", 0, found.start()) + 1, found[1]


def anchors(page: Path) -> set[str]:
    """What the headings of a page are linked by."""
    found: set[str] = set()
    for _, line, inside in lines(page):
        if not inside and (heading := re.match(r"#+\s+(.*)", line)):
            words = re.sub(r"[^\w\s-]", "", heading[1].strip().lower())
            found.add(re.sub(r"\s", "-", words))
    return found


def headed(page: Path) -> Iterator[tuple[int, str, str]]:
    """(number, line, the heading above it) of what is not code."""
    heading = ""
    for number, line, inside in lines(page):
        if inside:
            continue
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
        yield number, line, heading
