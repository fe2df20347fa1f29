"""Exports through the second door."""

from __future__ import annotations

import csv
import json
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.cli import run
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.settings import Settings


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One pain point of one accepted note, and one note that nobody has read."""
    made = tmp_path_factory.mktemp("export") / "store.db"
    create_store(made, unprotected=True)
    with closing(open_shadow(Settings(name="Ann"), made)) as shadow:
        firm = Firm().put_into(shadow.store)
        point = PainPoint(service_id=firm.scanning.id, title="Gun logs out")
        note = firm.note("gun logs out\nagain", lost_minutes=4.0, count=3, state=ReviewState.ACCEPTED)
        unread = firm.note("unread", 5)
        link = PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id)
        put(shadow.store, point, note, tag(note, firm.scanning), link, unread)
    return made


class Door:
    def __init__(self, capsys: pytest.CaptureFixture[str], path: Path) -> None:
        self._capsys, self._path = capsys, path

    def said(self, *words: str) -> tuple[int, str, str]:
        code = run(("--store", str(self._path), "export", *words), self._no_window)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out.replace("\u00a0", " "), said.err.replace("\u00a0", " ")

    def json(self, *words: str) -> Any:
        code, out, err = self.said(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def refused(self, *words: str) -> str:
        code, out, err = self.said(*words)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1
        return err

    def _no_window(self, settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
        raise AssertionError("a command opens no window")


@pytest.fixture
def door(capsys: pytest.CaptureFixture[str], path: Path) -> Door:
    return Door(capsys, path)


def test_the_formats_are_listed(door: Door) -> None:
    code, out, _ = door.said("--list")
    assert code == 0
    assert "rt-rest" in out
    first, *_, last = door.json("--list")
    assert first["format"] == "csv"
    assert first["what"] == ["pains", "services", "notes", "promises"]
    assert (last["format"], last["to"]) == ("rt-rest", {"place": "Queue", "requester": "Requestor"})


def test_a_dry_run_shows_rows_and_writes_nothing(door: Door, tmp_path: Path) -> None:
    code, out, err = door.said("--format", "csv", "--what", "notes", "--dry-run", "--out", str(tmp_path / "out.csv"))
    assert code == 0
    assert "1 row\n" in out
    assert "gun logs out again" in out
    assert err == "1 note left out: not accepted in Review yet.\n"
    assert not (tmp_path / "out.csv").exists()


def test_a_dry_run_for_another_program(door: Door) -> None:
    looked = door.json("--format", "redmine", "--dry-run")
    assert (looked["rows"], looked["files"]) == (1, 1)
    assert looked["headings"][0] == "unique_id"
    assert ["subject", "Gun logs out"] in looked["first"][0]
    empty = door.json("--format", "csv", "--what", "promises", "--dry-run")
    assert (empty["rows"], empty["first"]) == (0, [])


def test_a_dry_run_over_nothing_says_so(door: Door) -> None:
    code, out, _ = door.said("--format", "csv", "--what", "promises", "--dry-run")
    assert (code, out) == (0, "There is nothing to export.\n")


def test_a_file_is_written_and_named(door: Door, tmp_path: Path) -> None:
    out = tmp_path / "pains.csv"
    code, said, err = door.said("--format", "servicenow", "--unit", "depots", "--out", str(out))
    assert (code, err) == (0, "")
    assert said == f"{out} written\n1 row\n"
    with out.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["short_description"] == "Gun logs out"


def test_written_for_another_program(door: Door, tmp_path: Path) -> None:
    saved = door.json("--format", "rt-rest", "--to", "Depots", "--out", str(tmp_path / "rt"))
    assert saved == {"files": [str(tmp_path / "rt.jsonl")], "rows": 1, "left_out": []}
    assert json.loads((tmp_path / "rt.jsonl").read_text())["Queue"] == "Depots"


def test_what_the_tool_has_is_left_out(door: Door, tmp_path: Path) -> None:
    door.json("--format", "csv", "--out", str(tmp_path / "first.csv"))
    again = door.json("--format", "jira-csv", "--known", str(tmp_path / "first.csv"), "--dry-run")
    assert again["rows"] == 0
    assert again["left_out"] == ["1 left out: the receiving tool has it already."]


def test_what_cannot_be_done_is_one_sentence(door: Door, tmp_path: Path) -> None:
    assert "There is no format “xml”; there are: csv, xlsx," in door.refused("--format", "xml", "--dry-run")
    assert "Say which format with --format: csv," in door.refused("--dry-run")
    assert "with --out FILE, or look at it first with --dry-run" in door.refused("--format", "csv")
    assert "takes pains and no notes" in door.refused("--format", "itop", "--what", "notes", "--dry-run")
    assert "There is no business unit" in door.refused("--format", "csv", "--unit", "Moon", "--dry-run")
    assert "cannot be read" in door.refused("--format", "csv", "--known", str(tmp_path / "no"), "--dry-run")
    (tmp_path / "file").write_text("")
    assert "could not be written" in door.refused("--format", "csv", "--out", str(tmp_path / "file" / "out.csv"))
    assert "There is nothing to export" in door.refused("--format", "csv", "--what", "promises", "--out", "x.csv")


def test_many_rows_are_counted_after_the_first_five(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    create_store(tmp_path / "many.db", unprotected=True)
    with closing(open_shadow(Settings(name="Ann"), tmp_path / "many.db")) as shadow:
        firm = Firm().put_into(shadow.store)
        put(shadow.store, *(firm.note("x " * 90, place, state=ReviewState.ACCEPTED) for place in range(7)))
    code, out, _ = Door(capsys, tmp_path / "many.db").said("--format", "csv", "--what", "notes", "--dry-run")
    assert code == 0
    assert out.startswith("7 rows\n")
    assert "row 5" in out
    assert "row 6" not in out
    assert out.endswith("… and 2 more\n")
    assert "x x…" in out
