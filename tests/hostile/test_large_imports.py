"""Large imports, with bad rows among them, taken whole, undone whole, or killed and not there.

A hundred thousand rows are read in `tests/interchange`; here every record is written and taken back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factories import Firm
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.observation import Observation
from shadow_app.storage.health import examine

CHILD = Path(__file__).with_name("hostile_child.py")
ROWS, ROWS_THOROUGH = 500, 5_000
EVERY_BAD = 97
HEADINGS = "date,time,site,role,shadower,text\n"


@pytest.fixture
def rows(thorough: bool) -> int:
    """How many rows the files have."""
    return ROWS_THOROUGH if thorough else ROWS


def notes_file(rows: int) -> bytes:
    """Notes of four weeks, every 97th of a site that nobody knows."""
    lines = (
        f"2026-01-{1 + n % 28:02d},{6 + n // 60 % 12:02d}:{n % 60:02d},"
        f'{"Nowhere" if n % EVERY_BAD == 5 else "Harbour depot"},driver,Ann,"! gun dead, time {n} #email ~5m"\n'
        for n in range(rows)
    )
    return (HEADINGS + "".join(lines)).encode()


def bad_among(rows: int) -> int:
    return len(range(5, rows, EVERY_BAD))


def test_old_notes_come_in_whole_go_whole_and_come_back(shadow: Shadow, firm: Firm, rows: int) -> None:
    data, good = notes_file(rows), rows - bad_among(rows)
    plan = shadow.importing.notes(data)
    assert len(plan.refused) == bad_among(rows)
    assert [each.line_number for each in plan.refused][:2] == [7, 7 + EVERY_BAD]
    assert sum(isinstance(each, Observation) for each in plan.records) == good
    assert total(shadow) == 0, "a plan writes nothing"
    shadow.importing.take(plan, "Old notes")
    assert (total(shadow), untagged(shadow)) == (good, 0)
    assert shadow.importing.notes(data).summary.startswith(f"0 new, 0 changed, {good:,} unchanged")

    imported = next(card.visit for card in shadow.planning.visits() if card.visit.id != firm.visit.id)
    shadow.capture.undo(imported.id)
    assert total(shadow) == 0
    assert [card.visit.id for card in shadow.planning.visits()] == [firm.visit.id]
    # Whoever asks for the file again means it.
    shadow.importing.take(shadow.importing.notes(data))
    assert (total(shadow), untagged(shadow)) == (good, 0)
    assert examine(shadow.store, full=True).complaints == ()


def test_a_large_catalogue_comes_in_with_its_twins_refused(shadow: Shadow, rows: int) -> None:
    lines = (f"{n},{'Twin' if n % EVERY_BAD == 5 else f'Service {n}'},alias {n}\n" for n in range(100, 100 + rows))
    data = ("code,name,aliases\n" + "".join(lines)).encode()
    twins = sum(n % EVERY_BAD == 5 for n in range(100, 100 + rows))
    before = len(shadow.catalogue.services())
    plan = shadow.importing.catalogue(data)
    assert len(plan.new) == rows - twins + 1
    assert len(plan.refused) == twins - 1
    shadow.importing.take(plan)
    assert len(shadow.catalogue.services()) == before + len(plan.new)
    assert shadow.importing.catalogue(data).summary.startswith(f"0 new, 0 changed, {len(plan.new):,} unchanged")


def test_too_many_bad_rows_are_one_sentence(shadow: Shadow) -> None:
    with pytest.raises(ImportTrouble, match=r"More than 10,000 rows cannot be read, so nothing was imported"):
        shadow.importing.catalogue(b"code,name\n" + b"1,\n" * 10_001)


def test_an_import_that_is_killed_leaves_nothing(
    shadow: Shadow, firm: Firm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    (tmp_path / "notes.csv").write_bytes(notes_file(ROWS))
    for moment in ("planned", "written"):
        command = (sys.executable, str(CHILD), "take_import", str(tmp_path))
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            while moment not in (line := json.loads(child.stdout.readline())):
                pass
            child.kill()
            assert line[moment] >= ROWS - bad_among(ROWS)
            assert "taken" not in child.stdout.read()
        assert total(shadow) == 0
        assert [card.visit.id for card in shadow.planning.visits()] == [firm.visit.id]
        assert examine(shadow.store, full=True).complaints == ()
    plan = shadow.importing.notes(notes_file(ROWS))
    shadow.importing.take(plan)
    assert total(shadow) == ROWS - bad_among(ROWS)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("0001-01-01,00:00,Harbour depot,driver,Ann,a ^-20m", "the year 1 is not one"),
        ("9999-12-31,23:59,Harbour depot,driver,Ann,a", "the year 9999 is not one"),
        ("2026-01-01,,Twin,driver,Ann,a", "there are 2 sites called “Twin”; rename all but one first"),
        ("2026-01-01,,Harbour depot,driver,Bob,a", "there are 2 IT people called “Bob”; rename all but one first"),
    ],
)
def test_rows_that_mean_no_day_or_no_single_place_are_refused_alone(
    shadow: Shadow, firm: Firm, row: str, why: str
) -> None:
    twins = (firm.site.edited(id=each, name="Twin") for each in (firm.firm.id, firm.unit.id))
    bobs = (firm.ann.edited(id=each, name="Bob") for each in (firm.firm.id, firm.unit.id))
    shadow.catalogue.keep_all((*twins, *bobs), "twins")
    good = "2026-01-01,,harbour  DEPOT,Driver,ann,fine"
    plan = shadow.importing.notes(f"{HEADINGS}{row}\n{good}\n".encode())
    assert [(each.line_number, each.why[: len(why)]) for each in plan.refused] == [(2, why)]
    assert len(plan.records) == 2


def test_a_site_whose_unit_was_removed_still_takes_old_notes(shadow: Shadow, firm: Firm) -> None:
    shadow.catalogue.drop(firm.unit)
    plan = shadow.importing.notes(f"{HEADINGS}2026-01-01,,Harbour depot,driver,Ann,fine\n".encode())
    assert len(plan.records) == 2


def total(shadow: Shadow) -> int:
    return sum(card.notes for card in shadow.planning.visits())


def untagged(shadow: Shadow) -> int:
    return sum(card.untagged for card in shadow.planning.visits())
