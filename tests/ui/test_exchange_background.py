"""Meeting the others by itself: when, how often, what is said when it fails, and that no note waits for it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, new_store, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.transport import Watch
from shadow_app.domain.vocabulary import ReviewState
from shadow_app.settings import Settings
from shadow_app.storage.unsent import Unsent
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.page import ExchangePage
from shadow_app.ui.exchange.words import ago, standing_words
from shadow_app.ui.jobs import Job
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.off_record import OffRecord
from shadow_app.usecases.meeting import Arrangement, Meeting, Seen, Standing
from shadow_app.usecases.sharing import Synced

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)
SHORT_MINUTE = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "share"
    made.mkdir()
    return made


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Shadow]:
    store = new_store(tmp_path, "ben.db", author="Ben")
    shadow = wire(store, Settings(name="Ben"))
    shadow.own._path = tmp_path / "ben.json"
    yield shadow
    store.close()


class Pages:
    """Makes the page once it is known where one meets."""

    def __init__(self, desk: Desk, news: NewsDesk, qtbot: QtBot) -> None:
        self._desk, self._news, self._qtbot = desk, news, qtbot

    def open(self, minute: int = 60_000) -> ExchangePage:
        page = ExchangePage(self._desk, minute=minute)
        self._news.heard.connect(page.hear)
        for part in (page, page.foot):
            self._qtbot.addWidget(part)
        page.show()
        page.shown()
        self._qtbot.waitUntil(lambda: page.exchanging.standing is not None)
        return page


@pytest.fixture
def pages(desk: Desk, news: NewsDesk, qtbot: QtBot) -> Pages:
    return Pages(desk, news, qtbot)


def meet_in(shadow: Shadow, folder: Path, minutes: int = 15) -> None:
    shadow.meeting.arrange(Arrangement(str(folder), minutes))


def counting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How often anybody has met, whatever came of it."""
    times: list[float] = []
    real = Meeting.meet

    def meet(self: Meeting, watch: Watch | None = None, accept: frozenset[str] = frozenset()) -> Synced:
        times.append(time.monotonic())
        return real(self, watch, accept)

    monkeypatch.setattr(Meeting, "meet", meet)
    return times


def test_it_meets_at_the_start_and_says_when_it_did(
    pages: Pages, shadow: Shadow, firm: Firm, folder: Path, qtbot: QtBot
) -> None:
    meet_in(shadow, folder)
    put(shadow.store, firm.note("one"))
    page = pages.open()
    qtbot.waitUntil(lambda: "last told the folder just now" in page.foot.words, timeout=20_000)
    assert page.foot.words.startswith("Nothing unsent")
    assert list(folder.glob("*/*.seg"))
    assert page.exchanging.next_at is not None
    put(shadow.store, firm.note("two", 1), firm.note("three", 2))
    qtbot.waitUntil(lambda: page.foot.words.startswith("2 notes unsent"), timeout=20_000)
    assert page.foot.accessibleName().startswith("Exchange: 2 notes unsent")


def test_it_meets_again_and_again(
    pages: Pages, shadow: Shadow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = counting(monkeypatch)
    meet_in(shadow, folder, 5)
    pages.open(SHORT_MINUTE)
    qtbot.waitUntil(lambda: len(times) >= 3, timeout=30_000)
    assert min(later - earlier for earlier, later in pairwise(times)) >= 5 * SHORT_MINUTE / 1000


@pytest.mark.parametrize("arrangement", [Arrangement("x", 0), Arrangement("x", 5, paused=True)])
def test_it_does_not_meet_by_itself_when_it_was_asked_not_to(
    arrangement: Arrangement,
    pages: Pages,
    shadow: Shadow,
    folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times = counting(monkeypatch)
    shadow.meeting.arrange(Arrangement(str(folder), arrangement.minutes, arrangement.paused))
    page = pages.open(1)
    put(shadow.store, Firm().ann)
    qtbot.waitUntil(lambda: bool(page.exchanging.standing and page.exchanging.standing.unsent.others), timeout=20_000)
    assert times == []
    page.meet()
    qtbot.waitUntil(lambda: "just now" in page.foot.words, timeout=20_000)
    assert len(times) == 1


def test_what_is_handed_in_goes_out_soon(
    pages: Pages, shadow: Shadow, firm: Firm, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = counting(monkeypatch)
    meet_in(shadow, folder, 240)
    note = firm.note("one")
    put(shadow.store, note)
    page = pages.open(2_000)
    qtbot.waitUntil(lambda: len(times) == 1 and not page.exchanging.running, timeout=20_000)
    shadow.reviewing.set_state([note.id], ReviewState.READY)
    qtbot.waitUntil(lambda: len(times) == 2, timeout=20_000)


def test_after_a_failure_it_says_why_and_waits_longer_each_time(
    pages: Pages, shadow: Shadow, folder: Path, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = counting(monkeypatch)
    meet_in(shadow, folder)
    shutil.rmtree(folder)
    page = pages.open(SHORT_MINUTE)
    qtbot.waitUntil(lambda: len(times) >= 4, timeout=30_000)
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert all(wait >= minutes * SHORT_MINUTE / 1000 for wait, minutes in zip(waits, (1, 2, 5), strict=False))
    qtbot.waitUntil(lambda: not page.exchanging.running)
    assert guide.complaints == [], "what nobody has asked for interrupts nobody"
    assert "is not there" in page.foot.words
    assert "next try" in page.foot.words
    assert page.foot.property("manner") == "trouble"
    assert page.form.trouble.isVisible()
    assert "It is tried again at" in page.form.troubleWords.text()
    page.meet()
    qtbot.waitUntil(lambda: bool(guide.complaints), timeout=20_000)
    folder.mkdir()
    page.meet()
    qtbot.waitUntil(lambda: not page.form.trouble.isVisible() and "just now" in page.foot.words, timeout=20_000)


def test_a_new_place_forgets_the_failures_of_the_old_one(
    pages: Pages, shadow: Shadow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    meet_in(shadow, tmp_path / "nowhere")
    page = pages.open()
    qtbot.waitUntil(lambda: bool(page.exchanging.trouble), timeout=20_000)
    page.arrange()
    qtbot.waitUntil(lambda: page.dialog is not None)
    dialog = page.dialog
    assert dialog is not None
    dialog.form.address.setText(str(folder))  # type: ignore[union-attr]
    dialog.form.keep.click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "just now" in page.foot.words, timeout=20_000)
    assert page.exchanging.trouble == ""
    page.pause()
    qtbot.waitUntil(lambda: page.foot.words.endswith("paused"), timeout=20_000)
    assert shadow.meeting.arrangement().paused


def test_an_unknown_laptop_waits_until_its_key_was_compared(
    pages: Pages, shadow: Shadow, ben: Shadow, folder: Path, firm: Firm, qtbot: QtBot
) -> None:
    put(ben.store, *Firm().records)
    meet_in(ben, folder)
    ben.meeting.meet()
    meet_in(shadow, folder, 0)
    page = pages.open()
    page.meet()
    qtbot.waitUntil(lambda: bool(page.exchanging.unknown), timeout=20_000)
    qtbot.waitUntil(page.form.unknown.isVisible)
    assert "Ben" in page.form.unknownWords.text()
    assert "unknown laptop" in page.foot.words
    page.accept()
    box = page.dialog
    assert box is not None
    assert ben.team.state().own_fingerprint in box.text()  # type: ignore[union-attr]
    assert box.textFormat() is Qt.TextFormat.PlainText  # type: ignore[union-attr]
    box.buttons()[0].click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Ben last seen" in page.foot.words, timeout=20_000)
    assert not page.exchanging.unknown


class Held:
    """A meeting that lasts until it is let go, and asks whether it may go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.begun, self.go, self.stopped = threading.Event(), threading.Event(), threading.Event()
        monkeypatch.setattr(Meeting, "meet", lambda _self, watch, _accept: self.meet(watch))

    def meet(self, watch: Watch) -> Synced:
        watch.step(3, 10)
        self.begun.set()
        while not self.go.wait(0.01):
            if not watch.keep_going():
                self.stopped.set()
                raise ImportTrouble("stopped")
        return Synced()


def test_progress_is_shown_and_it_can_be_stopped(
    pages: Pages, shadow: Shadow, folder: Path, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    meet_in(shadow, folder, 5)
    page = pages.open()
    qtbot.waitUntil(lambda: "Exchanging: 3 of 10" in page.foot.words, timeout=20_000)
    assert page.form.busy.isVisible()
    assert (page.form.bar.value(), page.form.bar.maximum()) == (3, 10)
    page.meet()
    assert page.exchanging.running, "a second one does not begin beside the first"
    page.form.stop.click()
    qtbot.waitUntil(held.stopped.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: not page.form.busy.isVisible())
    assert guide.complaints == []
    assert page.exchanging.next_at is not None


def test_a_note_is_saved_while_a_meeting_lasts(
    pages: Pages, desk: Desk, shadow: Shadow, firm: Firm, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    meet_in(shadow, folder, 5)
    page = pages.open()
    qtbot.waitUntil(held.begun.is_set, timeout=20_000)
    saved: list[object] = []
    desk.jobs.write(lambda: put(shadow.store, firm.note("meanwhile")), saved.append)
    qtbot.waitUntil(lambda: bool(saved), timeout=20_000)
    assert page.exchanging.running
    held.go.set()
    qtbot.waitUntil(lambda: not page.exchanging.running, timeout=20_000)


def test_off_the_record_nothing_is_exchanged(
    pages: Pages, desk: Desk, shadow: Shadow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    cover = OffRecord(desk.theme, window)
    meet_in(shadow, folder, 5)
    page = pages.open()
    qtbot.waitUntil(held.begun.is_set, timeout=20_000)
    cover.begin()
    qtbot.waitUntil(held.stopped.is_set, timeout=20_000)
    held.begun.clear()
    page.meet()
    assert not page.exchanging.running
    cover.end()
    page.meet()
    qtbot.waitUntil(held.begun.is_set, timeout=20_000)
    held.go.set()


def test_a_pause_that_runs_since_before_the_start_is_respected(
    pages: Pages, shadow: Shadow, firm: Firm, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = counting(monkeypatch)
    meet_in(shadow, folder, 5)
    shadow.timing.go_off_record(firm.visit.id, datetime.now().astimezone())
    page = pages.open()
    page.meet()
    assert times == []
    assert page.exchanging.next_at is not None


def test_work_apart_gives_way_to_notes_and_is_stopped_by_closing(desk: Desk, qtbot: QtBot) -> None:
    order: list[str] = []
    writing, apart = threading.Event(), threading.Event()

    def write() -> None:
        writing.wait(10)
        order.append("note")

    def work(job: Job) -> None:
        apart.set()
        desk.jobs.give_way()
        order.append("piece")
        while job.keep_going():
            threading.Event().wait(0.01)
        order.append("stopped")

    desk.jobs.write(write)
    desk.jobs.apart(work)
    assert apart.wait(10)
    writing.set()
    qtbot.waitUntil(lambda: order == ["note", "piece"], timeout=20_000)
    desk.jobs.close()
    assert order == ["note", "piece", "stopped"]
    job = desk.jobs.apart(lambda _job: order.append("late"))
    assert not job.keep_going()
    assert "late" not in order


def test_what_goes_wrong_apart_is_heard_by_whoever_asked(desk: Desk, qtbot: QtBot) -> None:
    heard: list[BaseException] = []

    def fail(_job: Job) -> None:
        raise ImportTrouble("the share is gone")

    desk.jobs.apart(fail, None, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert str(heard[0]) == "the share is gone"


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=5), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=3, minutes=50), "3 h ago"),
        (timedelta(days=203), "3 May"),
        (timedelta(days=400), "18 October 2025"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(passed: timedelta, words: str) -> None:
    assert ago(NOW - passed, NOW) == words


def test_the_standing_is_one_line() -> None:
    seen = (Seen("ab" * 8, "Ben", NOW - timedelta(days=203)), Seen("cd" * 8, "", NOW))
    standing = Standing(
        Arrangement("/mnt/shadow"), Unsent(37, 2), NOW - timedelta(minutes=12), seen, "ef" * 8, off_record=False
    )
    assert standing_words(standing, NOW) == (
        "37 notes unsent  ·  last told the folder 12 min ago  ·  Ben last seen 3 May"
    )
    hub = Standing(Arrangement("postgresql://hub/x"), Unsent(1, 0), None, seen[1:], "ef" * 8, off_record=False)
    assert (
        standing_words(hub, NOW)
        == "1 note unsent  ·  the hub was never told anything  ·  laptop cdcd last seen just now"
    )
    rest = Standing(Arrangement("x"), Unsent(0, 4), NOW, (), "ef" * 8, off_record=False)
    assert standing_words(rest, NOW).startswith("No note unsent, but other changes")


def test_a_note_that_was_ready_already_hurries_nobody(
    pages: Pages, shadow: Shadow, firm: Firm, folder: Path, qtbot: QtBot
) -> None:
    meet_in(shadow, folder, 240)
    note = firm.note("one", state=ReviewState.READY)
    put(shadow.store, note)
    page = pages.open()
    qtbot.waitUntil(lambda: "just now" in page.foot.words, timeout=20_000)
    due = page.exchanging.next_at
    with shadow.store.work("edited") as work:
        work.put(work.get(Observation, note.id).edited(text="other words"))
        work.commit()
    qtbot.waitUntil(lambda: page.foot.words.startswith("1 note unsent"), timeout=20_000)
    assert page.exchanging.next_at == due
