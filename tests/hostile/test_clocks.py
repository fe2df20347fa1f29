"""Clocks that are wrong, zones that change, and the hour that comes twice (`reliability.md` §4, 12)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from factories import NOON, Firm
from shadow_app.bootstrap import Shadow
from shadow_app.domain.vocabulary import ActivityKind
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.health import examine
from shadow_app.storage.tables import change

Door = Callable[..., tuple[int, str, str]]

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_TWO = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
SECOND_TWO = FIRST_TWO.replace(fold=1)


def at_year(year: int) -> Callable[[], int]:
    seconds = int(datetime(year, 1, 2, tzinfo=timezone.utc).timestamp())
    return lambda: seconds * 1_000_000_000


def test_notes_between_1970_and_2099_stay_in_the_order_in_which_they_were_saved(
    shadow: Shadow, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = (2099, 1970, 2026, 1970)
    for year in years:
        monkeypatch.setattr("shadow_app.storage.change_log.time.time_ns", at_year(year))
        typed = datetime(year, 1, 2, tzinfo=timezone.utc)
        shadow.capture.note(firm.visit.id, parse(f"! in {year} #email ~5m"), typed)
    monkeypatch.undo()
    with shadow.store.reading() as read:
        query = select(change.c.cid, change.c.seq).where(change.c.scope == firm.visit.id).order_by(change.c.row)
        log = read.connection.execute(query).all()
    assert [row.cid for row in log] == sorted(row.cid for row in log)
    assert [row.seq for row in log] == list(range(1, len(log) + 1))
    notes = shadow.capture.timeline(firm.visit.id)
    assert [each.note.at.year for each in notes] == sorted(years)
    edited = shadow.capture.edit(notes[-1].note.id, text="edited today")
    assert shadow.capture.shown(edited.id).note.text == "edited today"
    assert shadow.capture.undo(firm.visit.id)
    for report in (shadow.reporting.visit(firm.visit.id), shadow.reporting.priorities()):
        assert shadow.reporting.printed(report, ".md").content
    assert examine(shadow.store, full=True).complaints == ()


def test_the_hour_that_comes_twice_keeps_both_its_halves(shadow: Shadow, firm: Firm) -> None:
    for typed in (SECOND_TWO, FIRST_TWO):
        shadow.capture.note(firm.visit.id, parse(f"at {typed:%H:%M} {typed.utcoffset()}"), typed)
    notes = [each.note for each in shadow.capture.timeline(firm.visit.id)]
    assert [note.utc_offset for note in notes] == [120, 60], "the first half past two was an hour earlier"
    assert [f"{note.local_time:%H:%M}" for note in notes] == ["02:30", "02:30"]
    assert notes[1].at - notes[0].at == timedelta(hours=1)


def test_twenty_minutes_ago_is_that_across_the_change_of_the_clocks(shadow: Shadow, firm: Firm) -> None:
    typed = SECOND_TWO.replace(minute=10)
    note = shadow.capture.note(firm.visit.id, parse("a ^-20m"), typed)
    assert typed.astimezone(timezone.utc) - note.at == timedelta(minutes=20)


def test_a_traveller_keeps_the_wall_clock_of_each_place(shadow: Shadow, firm: Firm) -> None:
    moments = [
        NOON.astimezone(ZoneInfo(zone)) for zone in ("Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati", "UTC")
    ]
    for moment in moments:
        shadow.capture.note(firm.visit.id, parse("a"), moment)
    kept = [each.note for each in shadow.capture.timeline(firm.visit.id)]
    assert [note.local_time.isoformat() for note in kept] == [moment.isoformat() for moment in moments]
    assert {note.at for note in kept} == {NOON}


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Set this computer's time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows cannot change the zone of a running program")

    def change_to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield change_to
    monkeypatch.undo()
    time.tzset()


def test_a_computer_that_changes_its_zone_between_two_notes(
    shadow: Shadow, door: Door, firm: Firm, in_zone: Callable[[str], None]
) -> None:
    for zone in ("Asia/Kolkata", "America/New_York"):
        in_zone(zone)
        assert door("note", f"in {zone}")[0] == 0
    notes = [each.note for each in shadow.capture.timeline(firm.visit.id)]
    assert notes[0].utc_offset == 330
    assert notes[1].utc_offset in (-240, -300)
    assert timedelta(0) <= notes[1].at - notes[0].at < timedelta(hours=1)


def test_a_clock_set_back_while_a_timer_runs_costs_nobody_time(shadow: Shadow, firm: Firm) -> None:
    timer = shadow.timing.begin(firm.visit.id, ActivityKind.WAITING, NOON)
    stopped = shadow.timing.end(timer.id, NOON - timedelta(days=20_000))
    assert stopped.minutes == 0
    (note,) = shadow.capture.timeline(firm.visit.id)
    assert note.note.lost_minutes == 0


@pytest.mark.parametrize("at", ["0001-01-01T00:00", "9999-12-31T23:59", "1899-12-31T12:00", "noon", "2026-02-30"])
def test_a_time_at_the_end_of_the_calendar_is_refused(
    shadow: Shadow, door: Door, at: str, in_zone: Callable[[str], None]
) -> None:
    for zone in ("Asia/Kolkata", "America/New_York"):
        in_zone(zone)
        code, _, said = door(
            "visit", "new", "--site", "Harbour depot", "--role", "driver", "--shadower", "Ann", "--at", at
        )
        assert (code, len(said.splitlines())) == (1, 1)
