"""What a day of notes may leave behind in the window, counted in widgets and never in bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks import working_day
from benchmarks.bench_soak import line_through, rows
from benchmarks.measure import MISS, OK
from benchmarks.working_day import WorkingDay


@pytest.fixture
def day(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WorkingDay]:
    monkeypatch.setattr(working_day, "NOTES_BEFORE", 40)
    made = WorkingDay(qapp, tmp_path / "day")
    yield made
    made.close()


def test_notes_make_no_forms_before_anybody_debriefs(day: WorkingDay) -> None:
    # Those that are made while nobody asks for them would be counted as well.
    day.window.pages()
    day.note()
    before = len(QApplication.allWidgets())
    for _ in range(5):
        day.note()
    day.to_visit()
    assert len(QApplication.allWidgets()) - before < 25, "a form of the debrief alone has forty"


def test_a_line_through_the_hours_tells_a_leak() -> None:
    assert line_through([5.0, 5.0, 5.0]).slope == 0
    assert line_through([1.0, 2.0, 3.0]).rise(2) == pytest.approx(2)
    flat = dict.fromkeys(("resident", "objects", "widgets", "qobjects", "enter_p50", "enter_p95"), 100.0)
    hours = [flat, *(flat | {"widgets": 100.0 + 10 * hour} for hour in range(4))]
    verdicts = {row.what.partition(" over")[0]: row.verdict for row in rows(hours)}
    assert verdicts.pop("widgets") == MISS
    assert set(verdicts.values()) == {OK}
