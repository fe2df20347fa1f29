"""What somebody wrote stands in the encrypted store and nowhere else (`reliability.md` §5, §6)."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from factories import NOON, Firm
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.unfit import refusal
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.store import Store

NEEDLE = "zyxwvneedle"

Door = Callable[..., tuple[int, str, str]]


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, so that what is left in it can be seen."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def files_with(needle: str, folder: Path) -> Iterator[Path]:
    spellings = [needle.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for path in folder.rglob("*"):
        if path.is_file() and any(each in path.read_bytes() for each in spellings):
            yield path


def test_a_note_is_in_no_file_in_plain_words(shadow: Shadow, firm: Firm, tmp_path: Path, temporary: Path) -> None:
    for number in range(20):
        line = f'! {NEEDLE} {number} "said {NEEDLE}" #{NEEDLE} #email ~5m ' + "word " * 200
        shadow.capture.note(firm.visit.id, parse(line, shadow.catalogue.lexicon()), NOON)
    shadow.suggesting.learn()
    shadow.prioritising.ranking()
    shadow.suggesting.similar(NEEDLE)
    shadow.reporting.printed(shadow.reporting.visit(firm.visit.id))
    with shadow.store.reading() as read:
        # A sort that does not fit into the cache goes into a temporary file.
        read.connection.execute(text("PRAGMA cache_size = 10"))
        read.connection.execute(
            text("SELECT o.text FROM observation o, observation p, observation q ORDER BY o.text, p.text DESC, q.line")
        ).fetchmany(5)
    assert {path.name for path in tmp_path.glob("store.db*")} == {
        "store.db",
        "store.db-wal",
        "store.db-shm",
        "store.db.key",
        "store.db.saved",
    }
    assert list(files_with(NEEDLE, tmp_path)) == []
    shadow.close()
    assert list(files_with(NEEDLE, tmp_path)) == []
    assert list(temporary.iterdir()) == []


def test_errors_of_the_store_do_not_quote_what_was_written(store: Store, firm: Firm) -> None:
    with pytest.raises(DBAPIError) as told, store.work("x") as work:  # noqa: PT012
        work.put(firm.note(NEEDLE))
        work.connection.execute(text("INSERT INTO blob (sha256) VALUES (:data)"), {"data": NEEDLE})
    assert NEEDLE not in all_words(told.value)


def test_errors_of_a_record_do_not_quote_what_was_written(shadow: Shadow, firm: Firm) -> None:
    note = shadow.capture.note(firm.visit.id, parse("x"), NOON)
    for fields in ({"text": NEEDLE * 5_000}, {"kind": NEEDLE}, {"at": NEEDLE}, {"count": NEEDLE}, {NEEDLE[:5]: 1}):
        with pytest.raises(ValidationError) as told:
            shadow.capture.edit(note.id, **fields)
        assert NEEDLE not in all_words(told.value)
        sentence = str(refusal(told.value))
        assert NEEDLE not in sentence
        assert sentence.endswith("Nothing was saved.")


def test_the_command_line_quotes_nothing_when_something_breaks(
    shadow: Shadow, door: Door, firm: Firm, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"while saving {NEEDLE}")

    monkeypatch.setattr("shadow_app.usecases.capture.draft", fail)
    with caplog.at_level(logging.DEBUG):
        code, out, err = door("note", NEEDLE)
    assert code == 70
    assert "Something went wrong inside the program (RuntimeError in test_needle.py, line" in err
    assert len(err.splitlines()) == 1
    assert NEEDLE not in out + err + caplog.text


def test_another_process_says_nothing_of_it_either(
    shadow: Shadow, firm: Firm, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    home = tmp_path / "home"
    monkeypatch.setenv("SHADOW_HOME", str(home))
    long = f"{NEEDLE} " * 4_000
    command = (sys.executable, "-m", "shadow_app", "--store", str(shadow.store.path))
    for words in (
        ("note", long[:20_000]),
        ("visit", "new", "--site", "Harbour depot", "--role", "driver", "--focus", long),
    ):
        done = subprocess.run((*command, *words), capture_output=True, text=True, check=False)
        assert NEEDLE not in done.stderr
    assert len(done.stderr.splitlines()) == done.returncode == 1
    assert list(files_with(NEEDLE, tmp_path)) == []
    assert list(temporary.iterdir()) == []


def test_a_refusal_is_a_trouble_that_a_door_shows() -> None:
    with pytest.raises(ValidationError) as told:
        Firm().note("")
    assert str(refusal(told.value)) == "The text is empty: write something, then try again. Nothing was saved."
    assert isinstance(refusal(told.value), Refused)


def all_words(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"lost_minutes": -1}, "The time lost is too small, 0 is the least"),
        ({"count": 200_000}, "The times seen is too large, 100,000 is the most"),
        ({"rate": 0}, "The stated rate must be more than 0"),
        ({"kind": "?"}, "The kind cannot be used"),
        ({"surplus": 1}, "The surplus cannot be used"),
    ],
)
def test_a_refusal_says_which_field_and_why(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as told:
        Firm().note("x").edited(**fields)
    assert str(refusal(told.value)).startswith(sentence)
