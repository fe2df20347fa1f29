"""The name guard while typing: what looks like a person is masked by one key, and nothing ever waits for it."""

from __future__ import annotations

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from capture_bench import Bench
from shadow_app.ui.capture.note import ChipState


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Bench:
    return Bench(qtbot, qapp)


def mask(bench: Bench) -> None:
    bench.bar.mask_private()


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        ("the gun stops and Dave rings", "the gun stops and [name] rings"),
        ("ring 07700 900123 now", "ring [phone] now"),
        ("mail eva@larkfield.example now", "mail [e-mail] now"),
        ("😀 then Dave rings", "😀 then [name] rings"),
    ],
)
def test_one_key_masks_what_was_found(bench: Bench, line: str, masked: str) -> None:
    bench.bar.line.insertPlainText(line)
    mask(bench)
    assert bench.bar.line.text() == masked
    assert bench.chips(ChipState.WARNING) == []


def test_a_host_is_known_in_small_letters_and_becomes_the_pseudonym(bench: Bench, qtbot: QtBot) -> None:
    bench.bar.note.hosts = (("Maria Kowalska", "Driver 2"),)
    bench.type("kowalska waits for maria and Dave")
    qtbot.waitUntil(lambda: bool(bench.chips(ChipState.WARNING)))
    assert bench.chips(ChipState.WARNING)[0].startswith("“kowalska” looks like a name")
    for _ in range(3):
        mask(bench)
    assert bench.bar.line.text() == "Driver 2 waits for Driver 2 and [name]"


def test_masking_is_taken_back_by_one_key(bench: Bench, qtbot: QtBot) -> None:
    bench.type("the gun stops and Dave rings")
    mask(bench)
    qtbot.keyClick(bench.bar.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.bar.line.text() == "the gun stops and Dave rings"


def test_where_nothing_is_found_it_says_so(bench: Bench) -> None:
    bench.type("the gun stops")
    mask(bench)
    assert bench.bar.line.text() == "the gun stops"
    assert "nothing here" in bench.bar.remarks.state.text()


def test_what_was_called_fine_is_not_masked(bench: Bench, qtbot: QtBot) -> None:
    bench.type("he thanks Dave")
    qtbot.waitUntil(lambda: bool(bench.chips(ChipState.WARNING)))
    bench.bar.note.press("private:Dave")
    mask(bench)
    assert bench.bar.line.text() == "he thanks Dave"


def test_a_quote_is_guarded_like_every_other_word(bench: Bench) -> None:
    bench.bar.line.insertPlainText("“ask Dave, he knows”")
    mask(bench)
    assert bench.bar.line.text() == "“ask [name], he knows”"


def test_no_key_waits_for_the_guard(bench: Bench) -> None:
    """A key understands the line and leaves the looking for names to the moment when typing rests."""
    asked: list[float] = []
    looking = bench.bar.note.look_for_names

    def look() -> None:
        asked.append(perf_counter())
        looking()

    bench.bar.note.look_for_names = look  # type: ignore[method-assign]
    bench.type("Dave rings Mary about Harbour")
    assert asked == []
