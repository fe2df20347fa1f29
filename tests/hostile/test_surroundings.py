"""No home, broken settings, odd terminals, closed pipes: the command line says one sentence and leaves nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factories import Firm
from shadow_app import bootstrap
from shadow_app.bootstrap import Shadow, create_store
from shadow_app.cli import run
from shadow_app.cli.commands import COMMANDS
from shadow_app.domain.errors import StoreTrouble
from shadow_app.usecases import drafting

Door = Callable[..., tuple[int, str, str]]

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev on Windows")


def said_by(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    code = run(words, lambda *_: 0)
    return code, capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("home", "sentence"),
    [
        ("~nobody-of-this-name/shadow", "There is no home such as"),
        ("/dev/null/shadow", "cannot be made"),
        ("/proc/shadow", "cannot be made"),
        ("x" * 300, "File name too long"),
    ],
)
@needs_posix
def test_a_home_that_cannot_be_is_said(
    home: str, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SHADOW_HOME", home)
    monkeypatch.setenv("SHADOW_PASSPHRASE", "a cold loading bay")
    code, said = said_by(capsys, "visit", "list")
    assert code == 1
    # At most the settings and the store are both named.
    assert len(said) <= 2
    assert sentence in said[-1]
    assert [each.name for each in tmp_path.iterdir()] in ([], ["shadow-home"])


@pytest.mark.parametrize("store", ["/dev/null/x.db", "/proc/x/y.db", f"/tmp/{'n' * 300}/x.db", "/proc/x.db"])
@needs_posix
def test_a_store_that_cannot_be_is_said(
    store: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", "a cold loading bay")
    for words in (("visit", "list"), ("doctor",), ("init", "--name", "Ann"), ("note", "x")):
        code, said = said_by(capsys, "--store", store, *words)
        assert (code, len(said)) == (1, 1)


def test_a_store_that_could_not_be_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, *_: object) -> None:
        path.write_bytes(b"half")
        path.with_name(path.name + "-wal").write_bytes(b"half")
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(bootstrap, "Store", fail)
        with pytest.raises(StoreTrouble, match="The disk is full"):
            create_store(tmp_path / "new.db", unprotected=True)
    assert list(tmp_path.glob("new*")) == []
    create_store(tmp_path / "new.db", unprotected=True)
    with pytest.raises(StoreTrouble, match="already a store"):
        create_store(tmp_path / "new.db", unprotected=True)
    assert (tmp_path / "new.db").stat().st_size > 0


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"[]", b'{"name": 7}', b"{" * 5_000, b'{"store": "\\u0000"}']
)
def test_broken_settings_are_one_sentence_and_the_work_goes_on(
    shadow: Shadow, door: Door, shadow_home: Path, content: bytes
) -> None:
    shadow_home.mkdir(exist_ok=True)
    (shadow_home / "settings.json").write_bytes(content)
    code, _, said = door("note", "x")
    assert code == 0
    assert len(said.splitlines()) <= 1
    assert len(shadow.capture.timeline(shadow.planning.visits()[0].visit.id)) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("init", "--name", "N" * 300), "The name is longer than 200 characters"),
        (("init", "--name", "Ann", "--team", "T" * 300), "The team is longer than 200 characters"),
        (
            (
                "visit",
                "new",
                "--site",
                "Harbour depot",
                "--role",
                "driver",
                "--shadower",
                "Ann",
                "--focus",
                "F" * 3_000,
            ),
            "The focus is longer than 2,000 characters",
        ),
    ],
)
def test_what_no_record_can_hold_is_said(shadow: Shadow, door: Door, words: tuple[str, ...], sentence: str) -> None:
    before = len(shadow.planning.visits())
    code, _, said = door(*words)
    assert (code, len(said.splitlines())) == (1, 1)
    assert sentence in said
    assert len(shadow.planning.visits()) == before


def test_odd_names_become_visible_marks(shadow: Shadow, door: Door) -> None:
    assert door("init", "--name", "  Bo\u202eb\0  \ud800 ", "--team", "a\nb")[0] == 0
    names = {each.name: each.team for each in shadow.catalogue.shadowers()}
    assert names["Bo⟦U+202E⟧b␀ ⟦U+D800⟧"] == "a b"
    assert door("init", "--name", "Bo\u202eb\0 \ud800", "--team", "c")[0] == 0
    assert {each.name: each.team for each in shadow.catalogue.shadowers()}["Bo⟦U+202E⟧b␀ ⟦U+D800⟧"] == "c"


@pytest.fixture
def elsewhere(shadow: Shadow, monkeypatch: pytest.MonkeyPatch) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """The command line in a process of its own, fed with bytes."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))

    def say(*words: str, typed: bytes = b"", through: str = '"$@"') -> subprocess.CompletedProcess[bytes]:
        command = (sys.executable, "-m", "shadow_app", "--store", str(shadow.store.path), *words)
        if sys.platform != "win32":
            command = ("sh", "-c", through, "sh", *command)
        return subprocess.run(command, input=typed, capture_output=True, check=False)

    return say


def test_a_terminal_that_knows_only_ascii_says_everything(
    elsewhere: Callable[..., subprocess.CompletedProcess[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = elsewhere("note", typed="café – ☃\nbad \udcff byte\n".encode("utf-8", "surrogateescape"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"saved ") == 2
    shown = elsewhere("visit", "list", "--json")
    assert shown.stdout.isascii()
    assert json.loads(shown.stdout)[0]["notes"] == 2


def test_bytes_that_are_no_text_are_saved_as_marks(
    shadow: Shadow,
    firm: Firm,
    elsewhere: Callable[..., subprocess.CompletedProcess[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8:strict")
    done = elsewhere("note", "--json", typed=b"one\nbad \xff byte\nlast\n")
    assert done.returncode == 0
    assert [each["text"] for each in json.loads(done.stdout)] == ["one", "bad ⟦U+DCFF⟧ byte", "last"]
    assert len(shadow.capture.timeline(firm.visit.id)) == 3


@pytest.mark.parametrize("words", [("visit", "show", "\udcff"), ("note", "--visit", "\udcff", "x")])
def test_a_name_that_is_no_text_is_one_sentence(shadow: Shadow, firm: Firm, door: Door, words: tuple[str, ...]) -> None:
    code, _, said = door(*words)
    assert (code, said) == (
        1,
        "“⟦U+DCFF⟧” is no text, so nothing is called so; type it anew. Nothing was changed.\n",
    )
    assert shadow.capture.timeline(firm.visit.id) == []


def test_text_of_ours_that_is_none_stays_a_mistake_of_ours(
    shadow: Shadow, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> int:
        "\udcff".encode()
        return 0

    monkeypatch.setitem(COMMANDS, "visit", broken)
    assert door("visit", "list")[0] == 70


@needs_posix
def test_a_reader_that_has_had_enough_costs_no_note(
    shadow: Shadow, firm: Firm, elsewhere: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    lines = b"".join(b"line %d %s\n" % (number, b"x" * 400) for number in range(200))
    done = elsewhere("note", typed=lines, through='"$@" | head -n 1')
    assert done.stdout.startswith(b"saved ")
    assert done.stderr == b""
    assert len(shadow.capture.timeline(firm.visit.id)) == 200


@needs_posix
def test_an_answer_that_cannot_be_written_is_said(
    shadow: Shadow, firm: Firm, elsewhere: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    done = elsewhere("note", "x", through='"$@" >/dev/full')
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "The answer cannot be written (No space left on device). What was saved is safe: look before you say it again."
    ]
    assert len(shadow.capture.timeline(firm.visit.id)) == 1


def test_when_a_later_line_fails_the_saved_ones_are_named(
    shadow: Shadow, door: Door, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = drafting.draft

    def second_fails(entry: object, *rest: object) -> object:
        if "second" in str(entry):
            raise StoreTrouble("The disk has gone away.")
        return whole(entry, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("shadow_app.usecases.capture.draft", second_fails)
    code, said, beside = door("note", "--json", typed=b"first\nsecond\nthird\n")
    assert (code, beside) == (1, "The disk has gone away.\n")
    assert [each["text"] for each in json.loads(said)] == ["first"]
    assert [each.note.text for each in shadow.capture.timeline(firm.visit.id)] == ["first"]


def test_what_cannot_be_learnt_now_does_not_undo_the_note(
    shadow: Shadow, door: Door, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(_: object) -> int:
        raise StoreTrouble("busy")

    monkeypatch.setattr("shadow_app.usecases.suggesting.Suggesting.learn", busy)
    code, said, beside = door("note", "! a #email")
    assert (code, beside) == (0, "")
    assert said.startswith("saved ")


def test_an_interrupted_command_says_nothing(shadow: Shadow, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("shadow_app.usecases.planning.Planning.visits", interrupted)
    assert door("visit", "list") == (130, "", "")


def test_what_the_system_refuses_is_said(shadow: Shadow, door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere")

    monkeypatch.setattr("shadow_app.usecases.planning.Planning.visits", refused)
    code, _, said = door("visit", "list")
    assert (code, said) == (1, "The system says no (/somewhere: Permission denied). What was saved is safe.\n")


@needs_posix
def test_a_file_without_end_is_refused(door: Door) -> None:
    code, _, said = door("import", "catalogue", "/dev/zero")
    assert (code, said) == (1, "/dev/zero is larger than 64 MB; split it and import the parts.\n")
