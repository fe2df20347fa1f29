"""No page leads nowhere: every relative link, its heading, and every picture exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from guide_pages import GUIDE, ROOT, anchors, links, pages


@pytest.mark.parametrize("page", pages(), ids=str)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    lost = []
    for number, target in links(page):
        path, _, anchor = target.partition("#")
        wanted = (ROOT / page).parent / path if path else ROOT / page
        if not wanted.exists():
            lost.append(f"{page}:{number}: {target} is not there")
        elif anchor and wanted.suffix == ".md" and anchor not in anchors(wanted.resolve().relative_to(ROOT)):
            lost.append(f"{page}:{number}: {target} has no such heading")
    assert lost == []


def test_the_index_names_every_page_of_the_guide() -> None:
    index = Path("docs/guide/README.md")
    named = {target.partition("#")[0] for _, target in links(index)}
    assert {page.name for page in GUIDE.glob("*.md")} - {"README.md"} <= named


def test_the_house_names_every_decision_once() -> None:
    numbers = [path.name[:4] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
