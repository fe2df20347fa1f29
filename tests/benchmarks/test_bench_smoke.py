"""The benchmark runs and measures what it says. No time is asserted anywhere."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from benchmarks import bench_window, run
from benchmarks.bench_capture import Bare, _written
from benchmarks.make_store import KEY, copied, last_visit, made_store
from benchmarks.measure import OK, limit_row, quantile, ratio_row
from shadow_app.domain.change import ALL_FIELDS, Change
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.storage.engine import connect
from shadow_app.storage.learning import catch_up
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, change

NOTES = 200


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left behind, and no store of an earlier run is taken for this one's."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(copied(made_store(NOTES), tmp_path, "copy.db"), KEY)
    yield opened
    opened.close()


def test_every_row_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "MILLION", NOTES)
    monkeypatch.setattr(bench_window, "PATIENCE", 5)
    out = tmp_path / "bench.json"
    assert run.main(["--notes", f"{NOTES},{NOTES}", "--curve", "--few", "--out", str(out)]) == 0
    rows = json.loads(out.read_text(encoding="utf-8"))["rows"]
    assert {row["name"] for row in rows} == set(run.MEASURED)
    unmeasured = {row["name"] for row in rows if not row["measured"]}
    assert unmeasured <= {"window", "hub"}
    assert all(row["ratio"] > 0 for row in rows if row["budget"].endswith("×") and row["measured"])
    told = capsys.readouterr().out
    assert all(row["what"] in told for row in rows)


def test_what_was_made_is_what_the_log_says(store: Store) -> None:
    with store.reading() as read:
        changes = read.connection.execute(change.select()).mappings().all()
        for row in changes:
            entry = Change.model_validate({name: row[name] for name in Change.model_fields})
            kind = BY_NAME[entry.kind]
            assert read.find(kind, entry.record_id) == kind.model_validate({"id": entry.record_id, **entry.data})
            heads = select(TABLES[kind].c.heads).where(TABLES[kind].c.id == entry.record_id)
            assert read.connection.scalar(heads) == {ALL_FIELDS: [entry.cid]}
        assert len(read.where(Observation)) == NOTES
        assert 0.5 < len({tag.observation_id for tag in read.where(ServiceTag)}) / NOTES < 0.9


def test_learnt_counts_are_those_of_the_program(store: Store) -> None:
    with store.maintaining() as write:
        before = set(write.connection.execute(text("SELECT * FROM learnt")).all())
        for table in ("learnt", "learnt_from"):
            write.connection.execute(text(f"DELETE FROM {table}"))
        write.connection.execute(text("INSERT INTO to_learn SELECT DISTINCT observation_id FROM service_tag"))
        while catch_up(write):
            pass
        assert set(write.connection.execute(text("SELECT * FROM learnt")).all()) == before


def test_the_bare_side_writes_the_same_rows(store: Store, tmp_path: Path) -> None:
    visit = last_visit(store)
    with store.reading() as read:
        note = read.where(Observation, visit_id=visit.id)[-1]
    theirs = copied(store.path, tmp_path, "theirs.db")
    look, raw = connect(store.path, KEY), connect(theirs, KEY)
    try:
        rows = _written(look, note.id)
        for table, lines in rows.items():
            raw.executemany(f"DELETE FROM {table} WHERE row = ?", [line[:1] for line in lines])
        raw.execute("DELETE FROM note_search WHERE rowid = ?", rows["observation"][0][:1])
        assert _written_at_all(raw, note) == 0
        Bare(raw).write(rows, "words")
        assert _written(raw, note.id) == rows
    finally:
        look.close()
        raw.close()


def _written_at_all(raw: object, note: Observation) -> int:
    found = raw.execute("SELECT count(*) FROM change WHERE record_id = ?", (note.id.bytes,))  # type: ignore[attr-defined]
    return int(found.fetchone()[0])


def test_a_verdict_is_a_comparison() -> None:
    assert ratio_row("n", "w", [3.0, 2.0, 9.0], [1.0, 2.0, 1.5], "it", 2).verdict == OK
    assert ratio_row("n", "w", [3.1], [1.5], "it", 2).verdict == "miss"
    assert ratio_row("n", "w", [8.0], [2.0], "it", 1.3, unit=4.0).ratio == 1
    assert limit_row("n", "w", [0.1] * 95 + [1.0] * 5, 0.95, 0.1).verdict == OK
    assert limit_row("n", "w", [0.1] * 94 + [1.0] * 6, 0.95, 0.1).verdict == "miss"
    assert quantile([4.0, 1.0, 3.0, 2.0], 0.5) == 2


def test_a_night_asks_for_the_full_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[list[str]] = []

    def called(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 3)

    monkeypatch.setattr(run, "machine", lambda: "here")  # else it may ask a subprocess, too
    monkeypatch.setattr(subprocess, "run", called)
    assert run.main(["--nightly"]) == 3
    assert run.main(["--nightly", "5"]) == 3
    assert [next(each for each in command if "--runs" in each) for command in asked] == ["--runs=2000", "--runs=5"]
    assert all("--thorough" in command for command in asked)
    assert all(Path(each).is_file() for each in asked[0] if each.endswith(".py"))
    with pytest.raises(SystemExit):
        run.main(["--nightly", "0"])


@pytest.mark.parametrize("words", ["10", "10,x", "20,10", "0,10"])
def test_sizes_that_make_no_sense_are_refused(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--notes", words])
    assert words in capsys.readouterr().err
