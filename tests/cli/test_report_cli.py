"""Every report, and what was released, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.parser import make_parser
from shadow_app.domain.errors import NotFound, Refused, Trouble
from shadow_app.domain.vocabulary import ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store


class Spoken:
    """Runs one command on an open store and keeps what it says."""

    def __init__(self, shadow: Shadow, capsys: pytest.CaptureFixture[str]) -> None:
        self._shadow = shadow
        self._capsys = capsys

    def __call__(self, *words: str) -> str:
        args = make_parser().parse_args(words)
        assert COMMANDS[args.command](self._shadow, args) == 0
        return self._capsys.readouterr().out

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))


@pytest.fixture
def say(store: Store, firm: Firm, capsys: pytest.CaptureFixture[str]) -> Spoken:
    note = firm.note("gun logs out", lost_minutes=4, state=ReviewState.ACCEPTED)
    after = firm.visit.edited(state=VisitState.REVIEWED, number="A1-1", visit_type="post_release", release_ref="6.2")
    put(store, after, note, tag(note, firm.scanning))
    return Spoken(wire(store, Settings(name="Ann")), capsys)


@pytest.mark.parametrize(
    "words",
    [
        ("visit", "A1-1"),
        ("release", "a1-1"),
        ("unit", "Depots"),
        ("programme",),
        ("priorities",),
        ("priorities", "--unit", "depots"),
        ("you-said", "Harbour depot"),
        ("desk",),
        ("desk", "--unit", "Depots"),
        ("desk", "--site", "harbour depot"),
    ],
    ids=" ".join,
)
def test_every_report_is_written_in_both_kinds(say: Spoken, tmp_path: Path, words: tuple[str, ...]) -> None:
    for name, begins in (("out.pdf", b"%PDF"), ("out.md", b"# ")):
        written = say.json("report", *words, "--out", str(tmp_path / name))
        data = (tmp_path / name).read_bytes()
        assert data.startswith(begins)
        assert written["bytes"] == len(data)
        assert "edition" not in written


def test_release_list_print_again_and_withdraw(say: Spoken, tmp_path: Path) -> None:
    assert "Nothing has been released yet" in say("report", "editions")
    out, again = tmp_path / "first.pdf", tmp_path / "again.pdf"
    released = say.json("report", "visit", "A1-1", "--release", "--out", str(out))["edition"]
    assert released["number"] == 1
    assert released["released_by"] == "Ann"
    assert released["title"] in say("report", "editions")
    say("report", "again", released["id"][:13], "--out", str(again))
    assert again.read_bytes() == out.read_bytes()
    assert "lost its content" in say("report", "withdraw", released["id"], "--why", "a wrong date")
    listed = say.json("report", "editions")
    assert listed[0]["withdrawn_why"] == "a wrong date"
    assert "withdrawn: a wrong date" in say("report", "editions")
    with pytest.raises(Refused, match="release a new edition"):
        say("report", "again", released["id"], "--out", str(again))
    assert "Edition 2 is released" in say("report", "visit", "A1-1", "--release", "--out", str(out))


def test_what_is_not_reviewed_is_not_released_and_nothing_is_written(
    say: Spoken, store: Store, firm: Firm, tmp_path: Path
) -> None:
    put(store, firm.note("belt stops"))
    with pytest.raises(Refused, match="not ready to be released"):
        say("report", "visit", "A1-1", "--release", "--out", str(tmp_path / "out.pdf"))
    assert list(tmp_path.glob("*.pdf")) == []


def test_what_is_not_there_is_said(say: Spoken, tmp_path: Path) -> None:
    out = ("--out", str(tmp_path / "out.pdf"))
    for words, why in (
        (("visit", "A9-9"), "no visit “A9-9”"),
        (("unit", "Moon"), "called “Moon”"),
        (("you-said", "Moon"), "no site called “Moon”"),
        (("desk", "--site", "Moon"), "no site called “Moon”"),
        (("again", "ffff"), "no edition “ffff”"),
    ):
        with pytest.raises(NotFound, match=why):
            say("report", *words, *out)
    with pytest.raises(Refused, match="leave one of them out"):
        say("report", "desk", "--site", "Harbour depot", "--unit", "Depots", *out)


def test_a_report_that_cannot_be_written_as_asked_is_not_released(say: Spoken, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="nothing was released"):
        say("report", "visit", "A1-1", "--release", "--out", str(tmp_path / "out.txt"))
    assert "Nothing has been released yet" in say("report", "editions")


def test_a_released_report_that_found_no_room_says_how_it_is_printed(say: Spoken, tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(Trouble, match=r"Edition 1 is released, but .*could not be written.* `shadow-app report again"):
        say("report", "visit", "A1-1", "--release", "--out", str(tmp_path / "out.pdf"))
    assert len(say.json("report", "editions")) == 1
