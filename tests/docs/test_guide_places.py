"""Where the guide sends people in the window is there: sections of the settings, parts of a visit, buttons by name."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from guide_pages import GUIDE, ROOT, lines, pages

_SECTION = re.compile(r"Settings → ((?:[A-Z]\w+)(?: and [a-z]\w+)?)")
_PART = re.compile(r"\b(?:Prepare|Live|Debrief), \*([^*]+)\*")
_BUTTON = re.compile(r"(?<!\*)\*([A-Z][^*→]*…)\*(?!\*)")
NOT_OURS = {"Apps"}
"""The settings of Windows."""


@pytest.fixture(scope="module")
def window_words() -> set[str]:
    """Every text of the window, as people read it."""
    told = ET.parse(ROOT / "resources" / "i18n" / "shadow_de.ts").iter("source")
    return {"".join(each.itertext()).replace("&", "") for each in told}


def named(pattern: re.Pattern[str]) -> list[tuple[Path, str]]:
    found = []
    for page in pages():
        if (ROOT / page).parent != GUIDE:
            continue
        # Sentences go on in the next line.
        text = " ".join(line.strip() for _, line, inside in lines(page) if not inside)
        found += [(page, each) for each in pattern.findall(text)]
    return found


@pytest.mark.parametrize(("pattern", "least"), [(_SECTION, 8), (_PART, 2), (_BUTTON, 5)])
def test_what_the_guide_names_stands_in_the_window(
    pattern: re.Pattern[str], least: int, window_words: set[str]
) -> None:
    found = named(pattern)
    wrong = [f"{page}: {name}" for page, name in found if name not in window_words | NOT_OURS]
    assert wrong == []
    assert len(found) >= least
