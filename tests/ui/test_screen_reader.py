"""The two main pages over AT-SPI, in a process of their own: every name arrives, and in words."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from aloud_window import listened, missing

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's")


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory, thorough: bool) -> dict[str, list[dict[str, object]]]:
    if not thorough:
        pytest.skip("opens a window of its own: asked for by --thorough")
    lacking = missing()
    if lacking:
        pytest.skip(f"needs {lacking}")
    out = tmp_path_factory.mktemp("aloud")
    listened(out)
    return {
        page: [json.loads(each) for each in (out / f"{page}.jsonl").read_text(encoding="utf-8").splitlines()]
        for page in ("live", "review")
    }


@pytest.mark.parametrize("page", ["live", "review"])
def test_whatever_takes_the_keys_has_a_name_without_markup(
    heard: dict[str, list[dict[str, object]]], page: str
) -> None:
    lines = heard[page]
    assert len(lines) > 40
    reached = [each for each in lines if "focusable" in str(each["states"])]
    assert [each for each in reached if not str(each["name"]).strip()] == []
    assert [each for each in lines if "<" in f"{each['name']}{each['about']}"] == []


def test_the_capture_page_says_what_it_is(heard: dict[str, list[dict[str, object]]]) -> None:
    told = {(str(each["role"]), str(each["name"]).strip()) for each in heard["live"]}
    assert {("text", "New note"), ("push button", "Save the note"), ("list", "Timeline of the visit")} <= told
    assert {("list item", "Today"), ("list", "Pages"), ("page tab", "Live")} <= told
    assert any(role == "list item" and words.startswith("10:05 Works well: belt restart") for role, words in told)


def test_the_review_page_says_what_it_is(heard: dict[str, list[dict[str, object]]]) -> None:
    told = {(str(each["role"]), str(each["name"]).strip()) for each in heard["review"]}
    assert {("text", "Search the notes"), ("table", "Notes"), ("push button", "Accept the chosen notes")} <= told
    assert any(role == "table cell" and "Draft" in words for role, words in told)


def test_the_guide_tells_what_is_heard() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "accessibility.md").read_text(encoding="utf-8")
    for words in ("| text | New note", "| push button | Accept the chosen notes", "| list | Timeline of the visit |"):
        assert words in page
