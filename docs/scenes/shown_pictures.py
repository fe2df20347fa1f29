"""Which pictures the pages show, against which there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from cast import DOCS, FRONT, GUIDE, acts

ROOT = DOCS.parent
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+\.png)\)")


def pages() -> list[Path]:
    """Every page of text that is part of the repository."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


def not_there() -> Iterator[str]:
    """A line for every picture that a page shows and that no scene takes or no file holds."""
    taken = {path for act in acts() for path in act.pictures()}
    for page in pages():
        for shown in _shown_on(page):
            if not shown.is_file():
                yield f"{page.relative_to(ROOT)} shows {shown.name}, which is not there."
            elif shown not in taken:
                yield f"{page.relative_to(ROOT)} shows {shown.name}, which no scene takes."


def shown_nowhere() -> Iterator[str]:
    """A line for every picture that is kept, or taken, for no page."""
    shown = {picture for page in pages() for picture in _shown_on(page)}
    taken = {path for act in acts() for path in act.pictures()}
    kept = {*FRONT.glob("*.png"), *GUIDE.glob("*.png")}
    for path in sorted((kept | taken) - shown):
        yield f"{path.relative_to(ROOT)} is shown on no page."


def _shown_on(page: Path) -> set[Path]:
    return {(page.parent / link).resolve() for link in _PICTURE.findall(page.read_text(encoding="utf-8"))}
