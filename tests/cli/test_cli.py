"""The second door, from a first command on an empty machine to a printed report."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from shadow_app.cli import run
from shadow_app.settings import Settings

CATALOGUE = "code,name,aliases,assumed_rank\n01,Handheld scanning,gun|scanner,2\n02,Email,outlook,1\n"
SITES = (
    "organisation,unit,site,site_type,role,headcount,days_per_year,hourly_rate\n"
    "Larkfield,Depots,Harbour,depot,Driver,42,254,22.5\n"
)


class Door:
    """Runs commands the way a terminal would, and keeps what they say."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self.windows: list[tuple[Path | None, bool]] = []

    def __call__(self, *words: str) -> str:
        code, out, err = self.said(*words)
        assert code == 0, err
        return out

    def said(self, *words: str) -> tuple[int, str, str]:
        code = run(words, self._window)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return code, said.out, said.err

    def json(self, *words: str) -> Any:
        return json.loads(self(*words, "--json"))

    def _window(self, settings: Settings, store: Path | None, demo: bool, file: Path | None) -> int:
        self.windows.append((store, demo))
        return 0


@pytest.fixture
def door(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Door:
    monkeypatch.setenv("SHADOW_PASSPHRASE", "a cold loading bay")
    return Door(capsys)


@pytest.fixture
def ready(door: Door, tmp_path: Path) -> Door:
    (tmp_path / "sites.csv").write_text(SITES)
    (tmp_path / "catalogue.csv").write_text(CATALOGUE)
    door("init", "--name", "Ann", "--team", "Service desk")
    door("import", "sites", str(tmp_path / "sites.csv"))
    door("import", "catalogue", str(tmp_path / "catalogue.csv"))
    return door


def test_a_visit_from_the_first_command_to_the_report(ready: Door, tmp_path: Path) -> None:
    planned = ready.json("visit", "new", "--site", "harbour", "--role", "driver", "--at", "2026-11-12T05:30", "--start")
    assert planned["state"] == "live"
    saved = ready.json("note", "!2", "gun", "logs", "out", "#scanner", "~4m", "x9")
    assert saved[0]["services"] == ["Handheld scanning"]
    assert ready.json("visit", "show", planned["number"])["timeline"][0]["minutes"] == 4.0
    assert "gun logs out" in ready("visit", "show", planned["id"])
    ready("visit", "finish", planned["number"])
    listed = ready.json("visit", "list")
    assert [(each["number"], each["state"], each["notes"]) for each in listed] == [(planned["number"], "debrief", 1)]
    ranking = ready.json("priorities", "--unit", "depots")
    assert ranking["services"][0]["service"] == "Handheld scanning"
    assert ranking["services"][0]["hours"] > 0
    assert "Handheld scanning" in ready("priorities")
    for name in ("visit.pdf", "visit.md"):
        ready("report", "visit", planned["number"], "--out", str(tmp_path / name))
    written = ready.json("report", "priorities", "--unit", "Depots", "--out", str(tmp_path / "p.pdf"))
    assert (tmp_path / "p.pdf").stat().st_size == written["bytes"]
    assert (tmp_path / "visit.pdf").read_bytes().startswith(b"%PDF")
    assert "Handheld scanning" in (tmp_path / "visit.md").read_text()


def test_lines_on_standard_input_are_notes(ready: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    ready("visit", "new", "--site", "Harbour", "--role", "Driver", "--start")
    monkeypatch.setattr("sys.stdin", io.StringIO("wifi drops\n\n+ quick today\r\n"))
    assert [each["kind"] for each in ready.json("note")] == ["context", "positive"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    code, _, said = ready.said("note")
    assert code == 1
    assert "nothing to note" in said


def test_parse_saves_nothing(ready: Door) -> None:
    understood = ready.json("parse", "outlook", "slow", "6m")
    assert {chip["field"]: chip["taken"] for chip in understood["chips"]} == {"service": False, "minutes": False}
    assert understood["suggested"][0]["service"] == "Email"
    assert "offered" in ready("parse", "outlook slow 6m")
    assert ready.json("visit", "list") == []


def test_an_import_says_what_it_would_do_before_it_does(ready: Door, tmp_path: Path) -> None:
    more = tmp_path / "more.csv"
    more.write_text("code,name\n02,E-mail\n03,Files\n,\n")
    planned = ready.json("import", "catalogue", str(more), "--dry-run")
    assert planned["summary"].startswith("1 new, 1 changed")
    assert "Files" not in str(ready.json("parse", "#files"))
    said = ready("import", "catalogue", str(more))
    assert "1 new, 1 changed" in said
    ranking = tmp_path / "ranking.csv"
    ranking.write_text("rank,service\n1,03\n2,01\n")
    assert ready.json("import", "ranking", str(ranking))["summary"].startswith("1 new")
    notes = tmp_path / "notes.csv"
    notes.write_text(
        "date,time,site,role,shadower,text\n"
        "2026-01-05,06:10,Harbour,Driver,Ann,! gun dead #scanner ~5m\n"
        "2026-01-05,06:20,Nowhere,Driver,Ann,lost\n"
    )
    back = ready.json("import", "notes", str(notes))
    assert [each["line"] for each in back["refused"]] == [3]
    assert ready.json("visit", "list")[0]["notes"] == 1
    again = ready.json("import", "notes", str(notes))
    assert again["summary"].startswith("0 new")


def test_what_the_host_agrees_to_is_recorded_and_taken_back(ready: Door) -> None:
    number = ready.json("visit", "new", "--site", "Harbour", "--role", "Driver", "--start")["number"]
    assert ready.json("visit", "consent", number) == dict.fromkeys(("notes", "quotes", "photos"), "not-asked")
    assert ready.json("visit", "consent", number, "quotes", "yes")["quotes"] == "yes"
    assert ready.json("visit", "consent", number, "photos", "no")["photos"] == "no"
    assert ready.json("visit", "consent", number, "quotes", "no")["quotes"] == "withdrawn"
    told = ready("visit", "consent", number)
    assert "quoting word for word  taken back on" in told
    assert ready.json("visit", "consent", number, "quotes", "not-asked")["quotes"] == "not-asked"
    code, _, error = ready.said("visit", "consent", number, "quotes")
    assert (code, "Say both what was asked" in error) == (1, True)


def test_a_no_that_takes_reports_with_it_wants_to_be_said_twice(ready: Door, tmp_path: Path) -> None:
    number = ready.json("visit", "new", "--site", "Harbour", "--role", "Driver", "--start")["number"]
    ready("visit", "consent", number, "notes", "yes")
    ready("note", "gun logs out #handheld ~6m")
    ready("visit", "finish", number)
    ready("review", "accept", f"visit:{number}")
    ready("report", "visit", number, "--out", str(tmp_path / "x.pdf"), "--release")
    code, _, error = ready.said("visit", "consent", number, "notes", "no")
    assert (code, "would lose their content for good" in error) == (1, True)
    assert ready.json("visit", "consent", number)["notes"] == "yes"
    assert ready.json("visit", "consent", number, "notes", "no", "--yes")["notes"] == "withdrawn"


def test_doctor_says_what_protects_the_store(ready: Door) -> None:
    found = ready.json("doctor", "--full")
    assert found["well"]
    assert any("passphrase" in line.lower() for line in found["protection"])
    assert found["team"].startswith("nobody else")
    assert found["unsent"].startswith("nothing is sent by itself")
    told = ready("doctor")
    assert "All is well" in told
    assert "Team      nobody else" in told


IN_THE_WAY = {
    ("note", "x"): "There are no visits yet",
    ("visit", "new", "--site", "Mars", "--role", "Driver"): "no site called “Mars”; known are: Harbour",
    ("visit", "new", "--site", "Harbour", "--role", "Pilot"): "no role called “Pilot”",
    ("visit", "new", "--site", "Harbour", "--role", "Driver", "--at", "soon"): "is not a time",
    ("visit", "new", "--site", "Harbour", "--role", "Driver", "--shadower", "Bob"): "no IT person called “Bob”",
    ("visit", "show", "X-9"): "There is no visit “X-9”",
    ("visit", "show", "01a20142-d8fd-7c53-a1b4-5ab864edd132"): "There is no visit",
    ("priorities", "--unit", "Moon"): "no business unit called “Moon”",
    ("report", "priorities", "--out", "x.docx"): "written as .pdf or .md",
    ("import", "catalogue", "/nowhere/x.csv"): "cannot be read",
}


def test_what_is_in_the_way_is_one_sentence(ready: Door) -> None:
    # One test for all: each command derives its key anew, and a store for each case would take a minute.
    for words, sentence in IN_THE_WAY.items():
        code, _, said = ready.said(*words)
        assert code == 1, words
        assert sentence in said
        assert len(said.strip().splitlines()) == 1


def test_two_live_visits_ask_which(ready: Door) -> None:
    for _ in range(2):
        ready("visit", "new", "--site", "Harbour", "--role", "Driver", "--start")
    code, _, said = ready.said("note", "x")
    assert code == 1
    assert "Several visits are live" in said


def test_a_wrong_passphrase_is_one_sentence(ready: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", "something else entirely")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, _, said = ready.said("visit", "list")
    assert code == 1
    assert "recovery code" in said


def test_without_anything_to_open_it_no_store_is_made(
    door: Door, shadow_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SHADOW_PASSPHRASE")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, _, _ = door.said("visit", "list")
    assert code == 1
    assert not list(shadow_home.glob("*.db*"))
    code, _, said = door.said("doctor")
    assert code == 1
    assert "shadow-app init" in said


def test_the_window_is_the_other_door(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    door("--store", "/somewhere/else.db")
    door("demo")
    assert door.windows == [(Path("/somewhere/else.db"), False), (None, True)]


def test_the_demo_without_a_window_writes_the_reports(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    said = door("demo", "--out", str(tmp_path / "demo"))
    assert "Word processing & templates" in said
    written = [path.name.split("-")[0].removesuffix(".pdf") for path in (tmp_path / "demo").glob("*.pdf")]
    kinds = {"visit": 12, "release": 1, "you": 5, "unit": 3, "priorities": 4, "programme": 1, "service": 1}
    assert Counter(written) == kinds


def test_help_reads_well(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run(["--help"], lambda *_: 0)
    assert left.value.code == 0
    said = capsys.readouterr().out
    for command in ("note", "parse", "visit", "import", "priorities", "report", "demo", "init", "doctor"):
        assert f"    {command}" in said
