"""The log and the report: what they hold, what they never hold, and that no note waits for them."""

from __future__ import annotations

import logging
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.diagnosis import (
    CodeName,
    LogFile,
    code_name,
    log_folder,
    noted_news,
    place_of,
    report_on,
    start_log,
    timed,
    write_report,
)
from shadow_app.diagnosis.log_file import KEPT, LARGEST, line_of
from shadow_app.domain.errors import WrongKey
from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.quick_entry import parse

NEEDLE = "zyxwvneedle"
Door = Callable[..., tuple[int, str, str]]

log = logging.getLogger("shadow_app.test")


@pytest.fixture
def written(tmp_path: Path) -> Iterator[LogFile]:
    """A log of its own, taken away afterwards."""
    handler = start_log(tmp_path / "log")
    yield handler
    logging.getLogger("shadow_app").removeHandler(handler)


def lines(handler: LogFile) -> list[str]:
    return handler.path.read_text(encoding="utf-8").splitlines()


def test_numbers_ids_and_kinds_stand_and_words_do_not(written: LogFile) -> None:
    own = UUID(int=7)
    log.info("%s %s %s %s %s", 3, 1.23456789, own, None, True)
    log.info("%s %s %s %s", Kind.PAIN, WrongKey, WrongKey(NEEDLE), "WrongKey")
    log.info("%s %s %s %s", NEEDLE, [NEEDLE], {NEEDLE: 1}, Path(NEEDLE))
    log.info("%s", CodeName("visit"))
    told = [line.split(": ", 1)[1] for line in lines(written)]
    assert told == [
        f"3 1.2346 {own} None True",
        "PAIN WrongKey WrongKey WrongKey",
        f"[{len(NEEDLE)} characters] [list] [dict] [{type(Path()).__name__}]",
        "visit",
    ]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z INFO test: visit", lines(written)[-1])


def test_an_error_with_words_leaves_its_kind(written: LogFile) -> None:
    try:
        raise KeyError(NEEDLE)
    except KeyError:
        log.exception("it failed")
    log.debug("too quiet")
    (line,) = lines(written)
    assert NEEDLE not in line
    assert line.endswith("ERROR test: it failed (KeyError)")


@pytest.mark.parametrize(
    ("message", "values", "told"),
    [
        ("%d", (NEEDLE,), "[a message that does not fit its values, line 5]"),
        ("%s %s", (1,), "[a message that does not fit its values, line 5]"),
        ("%(a)s", ({"a": NEEDLE},), "[a message that does not fit its values, line 5]"),
        (UUID(int=1), (), "[UUID]"),
        ("100 % sure", (), "100 % sure"),
    ],
)
def test_a_message_that_does_not_fit_costs_nothing(message: object, values: tuple[object, ...], told: str) -> None:
    record = logging.LogRecord("shadow_app.test", logging.INFO, __file__, 5, message, values, None)
    assert line_of(record).split("test: ")[1] == told


def test_five_files_of_a_megabyte_are_the_most(written: LogFile) -> None:
    full = b"x" * (LARGEST + 1)
    for number in range(KEPT + 2):
        log.info("line %s", number)
        with written.path.open("ab") as file:
            file.write(full)
        log.info("the line that fills file %s", number)
    names = sorted(each.name for each in written.folder.iterdir())
    assert names == ["shadow.1.log", "shadow.2.log", "shadow.3.log", "shadow.4.log"]
    newest = (written.folder / "shadow.1.log").read_bytes()
    assert newest.endswith(f"the line that fills file {KEPT + 1}\n".encode())
    log.info("on")
    assert len(list(written.folder.iterdir())) == KEPT


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    handler = start_log(tmp_path / "log")
    log.info("not written")
    assert [line.split(": ")[1] for line in handler.recent] == ["not written"]
    assert write_report(tmp_path / "log", "report") is None


def test_a_home_that_is_not_there_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHADOW_HOME", str(tmp_path / "misspelt"))
    start_log()
    log.info("nowhere to go")
    assert not (tmp_path / "misspelt").exists()


def test_where_the_log_lies() -> None:
    assert log_folder({"SHADOW_HOME": "/srv/own"}) == Path("/srv/own/log").absolute()
    usual = log_folder({})
    assert "shadow-app" in usual.parts


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_its_owner_reads_the_log(written: LogFile) -> None:
    log.info("mine")
    assert (written.path.stat().st_mode & 0o777, written.folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_many_threads_write_whole_lines(written: LogFile) -> None:
    def write(number: int) -> None:
        for turn in range(50):
            log.info("%s of %s", turn, number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(lines(written)) == 200
    assert all(re.search(r"Z INFO test: \d+ of \d$", line) for line in lines(written))


def test_work_leaves_its_name_and_its_time(written: LogFile) -> None:
    def quick() -> int:
        return 4

    def broken() -> int:
        raise ValueError(NEEDLE)

    assert timed(quick, writes=True)() == 4
    assert timed(quick, writes=False)() == 4
    with pytest.raises(ValueError, match=NEEDLE):
        timed(broken, writes=False)()
    first, second = (line.split("work: ")[1] for line in lines(written))
    assert first.startswith("test_diagnosis.test_work_leaves_its_name_and_its_time.quick took 0.")
    assert second.startswith(
        "test_diagnosis.test_work_leaves_its_name_and_its_time.broken failed with ValueError after"
    )
    assert code_name(written.emit) == "diagnosis.log_file.LogFile.emit"


def test_a_commit_leaves_kinds_and_ids(written: LogFile, shadow: Shadow, firm: Firm) -> None:
    shadow.store.listen(noted_news)
    note = shadow.capture.note(firm.visit.id, parse(f"! {NEEDLE} #email"), NOON)
    text = "\n".join(lines(written))
    assert str(note.id) in text
    assert "records (observation" in text
    assert NEEDLE not in text


def deep_error() -> Exception:
    try:
        try:
            dict[str, str]()[NEEDLE]
        except KeyError as error:
            raise RuntimeError(NEEDLE) from error
    except RuntimeError as error:
        return error
    raise AssertionError


def test_a_report_names_the_lines_and_quotes_nothing(written: LogFile, tmp_path: Path) -> None:
    log.info("before it happened")
    report = report_on(deep_error(), written.recent, thread="writer_0")
    assert "builtins.RuntimeError\n    test_diagnosis.py:" in report
    assert "builtins.KeyError\n    test_diagnosis.py:" in report
    assert "in deep_error" in report
    assert "on the thread writer_0" in report
    assert "before it happened" in report
    for private in (NEEDLE, str(tmp_path), str(Path.home()), os.getcwd()):  # noqa: PTH109
        assert private not in report
    assert "Error" not in report_on(None).split("\nLog\n")[0]
    assert place_of(deep_error()).startswith("RuntimeError in test_diagnosis.py, line ")
    assert place_of(KeyError("never raised")) == "KeyError"


def test_of_reports_the_last_five_stay(tmp_path: Path) -> None:
    made = [write_report(tmp_path, f"report {number}") for number in range(7)]
    assert sorted(tmp_path.iterdir()) == made[2:]


def test_a_mistake_of_ours_ends_a_command_with_70_and_a_report(
    shadow: Shadow, door: Door, firm: Firm, shadow_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shadow_home.mkdir()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"while saving {NEEDLE}")

    monkeypatch.setattr("shadow_app.usecases.capture.draft", fail)
    code, _, said = door("note", NEEDLE)
    assert code == 70
    (report,) = (shadow_home / "log").glob("crash-*.txt")
    assert str(report) in said
    written = report.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in written
    assert "usecases/capture.py:" in written
    assert NEEDLE not in written + said + (shadow_home / "log" / "shadow.log").read_text(encoding="utf-8")


def test_the_doctor_says_where_the_log_is(shadow: Shadow, door: Door, shadow_home: Path) -> None:
    code, said, _ = door("doctor")
    assert code == 0
    assert str(shadow_home / "log") in said
    code, said, _ = door("doctor", "--json")
    assert "shadow-home" in said


def test_a_store_full_of_needles_leaves_none_behind(
    shadow: Shadow,
    door: Door,
    firm: Firm,
    tmp_path: Path,
    shadow_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each main command on a store of needles, then again with a mistake in the middle of it."""
    shadow_home.mkdir()
    put(
        shadow.store,
        *(each.edited(name=f"{NEEDLE} {number}") for number, each in enumerate((firm.site, firm.unit, firm.driver))),
        firm.email.edited(name=NEEDLE, aliases=(NEEDLE,), support_team=NEEDLE),
        firm.visit.edited(headline=NEEDLE, summary=NEEDLE, focus=NEEDLE, learning=NEEDLE),
    )
    (tmp_path / "in.csv").write_text(f"code,name\n{NEEDLE},{NEEDLE}\n,\n")
    commands = (
        ("note", f"! {NEEDLE} #{NEEDLE} ~5m"),
        ("visit", "list"),
        ("visit", "show", firm.visit.number),
        ("visit", "show", NEEDLE),
        ("import", "catalogue", str(tmp_path / "in.csv")),
        ("priorities",),
        ("priorities", "--unit", NEEDLE),
        ("coverage",),
        ("report", "visit", firm.visit.number, "--out", str(tmp_path / f"{NEEDLE}.pdf")),
        ("report", "priorities", "--out", str(tmp_path / NEEDLE)),
        ("export", "--help"),
        ("doctor",),
    )
    for words in commands:
        with_exit(door, words)
    for place in (
        "storage.repository.Reader.where",
        "storage.unit_of_work.UnitOfWork.put",
        "storage.repository.Reader.get",
    ):
        with monkeypatch.context() as broken:
            broken.setattr(f"shadow_app.{place}", raises_needle)
            for words in commands:
                assert NEEDLE not in with_exit(door, words)[2].replace(f"{NEEDLE}.pdf", "").replace(words[-1], "")
    kept = list((shadow_home / "log").iterdir())
    assert any(each.name.startswith("crash-") for each in kept)
    assert [each.name for each in kept if NEEDLE.encode() in each.read_bytes()] == []


def raises_needle(*_: object, **__: object) -> None:
    raise RuntimeError(NEEDLE)


def with_exit(door: Door, words: tuple[str, ...]) -> tuple[int, str, str]:
    try:
        return door(*words)
    except SystemExit as ended:
        return int(ended.code or 0), "", ""
