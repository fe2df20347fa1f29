"""The pictures of the guide are taken from the window, show what it shows now, and come out alike every time."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from guide_pages import ROOT
from PIL import Image, ImageDraw

SCENES = ROOT / "docs" / "scenes"
PRESENT = ("review_inbox", "review_chosen")
"""Played in one window; all others when the run is thorough, which takes minutes."""

sys.path.insert(0, str(SCENES))

from picture_files import difference, packed  # noqa: E402


def render(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the script as `dev.py docs` does; it stops the clock, so never in this process."""
    command = [sys.executable, str(SCENES / "render.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False)


@pytest.fixture
def picture() -> Image.Image:
    """Something like a window."""
    made = Image.new("RGB", (300, 200), "#f5f6f8")
    ImageDraw.Draw(made).rectangle((20, 20, 200, 60), fill="#1d5cff")
    return made


def changed(picture: Image.Image, draw: Callable[[ImageDraw.ImageDraw], None]) -> bytes:
    other = picture.copy()
    draw(ImageDraw.Draw(other))
    return packed(other)


def test_the_window_shows_what_the_pages_show(thorough: bool) -> None:
    names = () if thorough else PRESENT
    done = render("--check", *names)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(names) <= set(done.stdout.splitlines())


def test_pictures_and_pages_name_each_other() -> None:
    from shown_pictures import not_there, shown_nowhere

    assert [*not_there(), *shown_nowhere()] == []


def test_a_scene_that_nobody_knows_is_named() -> None:
    done = render("no_such_scene")
    assert done.returncode == 2
    assert "no_such_scene" in done.stderr


def test_a_changed_word_is_a_difference_and_a_shade_is_none(picture: Image.Image, tmp_path: Path) -> None:
    kept = tmp_path / "kept.png"
    kept.write_bytes(packed(picture))
    assert difference(packed(picture), kept) == ""
    shade = changed(picture, lambda draw: draw.rectangle((20, 20, 200, 60), fill="#2261f0"))
    assert difference(shade, kept) == ""
    word = changed(picture, lambda draw: draw.text((30, 120), "another word", fill="black"))
    assert "differs in" in difference(word, kept)
    assert "(30, 12" in difference(word, kept)
    smaller = io.BytesIO()
    picture.resize((200, 100)).save(smaller, "PNG")
    assert difference(smaller.getvalue(), kept) == "is 300 x 200 pixels, the window shows 200 x 100"
    assert difference(packed(picture), tmp_path / "none.png") == "is not there"
