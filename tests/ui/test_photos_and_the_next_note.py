"""Row first, photo after: shrinking a picture never stands before the next note, and closing loses none."""

from __future__ import annotations

from io import BytesIO
from threading import Event

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.interchange.pictures import Picture, take_in
from shadow_app.ui.bar_work import BarWork
from shadow_app.ui.capture_bar import CaptureBar
from shadow_app.ui.desk import Desk
from shadow_app.usecases import capture as capturing

SETTLED = 20_000


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (64, 48), "navy").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> tuple[Event, Event]:
    """(shrinking has begun, it may end)"""
    begun, go_on = Event(), Event()

    def taken(data: bytes) -> Picture:
        begun.set()
        assert go_on.wait(30)
        return take_in(data)

    monkeypatch.setattr(capturing, "take_in", taken)
    return begun, go_on


@pytest.fixture
def note(shadow: Shadow, firm: Firm) -> Observation:
    agreed = ConsentRecord(
        id=link_id(firm.visit.id, ConsentSubject.PHOTOS),
        visit_id=firm.visit.id,
        subject=ConsentSubject.PHOTOS,
        given=True,
    )
    put(shadow.store, agreed)
    return shadow.capture.note(firm.visit.id, parse("first", Lexicon.empty()), NOON)


def test_the_next_note_is_on_the_disk_while_a_photo_is_being_shrunk(
    desk: Desk, shadow: Shadow, firm: Firm, note: Observation, slow: tuple[Event, Event], qtbot: QtBot
) -> None:
    begun, go_on = slow
    bar = CaptureBar(desk.theme, Lexicon.empty())
    qtbot.addWidget(bar)
    work = BarWork(desk, bar)
    work.go_to(firm.visit.id)
    work.attach(note.id, [jpeg(), jpeg()])
    assert begun.wait(20)
    saved: list[Observation] = []
    desk.jobs.write(lambda: shadow.capture.note(firm.visit.id, parse("second", Lexicon.empty()), NOON), saved.append)
    qtbot.waitUntil(lambda: bool(saved), timeout=SETTLED)
    assert not go_on.is_set()
    assert [row.note.text for row in shadow.capture.timeline(firm.visit.id)] == ["first", "second"]
    assert desk.jobs.writing, "closing waits for the photos"
    go_on.set()
    qtbot.waitUntil(lambda: not desk.jobs.writing, timeout=SETTLED)
    assert len(shadow.capture.shown(note.id).pictures) == 2


def test_closing_waits_for_a_photo_that_is_being_shrunk(
    desk: Desk, shadow: Shadow, note: Observation, slow: tuple[Event, Event]
) -> None:
    begun, go_on = slow
    capture = shadow.capture
    desk.jobs.prepare(lambda: capture.prepare(jpeg()), lambda photo: capture.attach_prepared(note.id, photo))
    assert begun.wait(20)
    go_on.set()
    desk.jobs.close()
    assert len(shadow.capture.shown(note.id).pictures) == 1


def test_a_picture_that_cannot_be_read_is_said_and_the_others_are_kept(
    desk: Desk, shadow: Shadow, firm: Firm, note: Observation, guide: Guide, qtbot: QtBot
) -> None:
    bar = CaptureBar(desk.theme, Lexicon.empty())
    qtbot.addWidget(bar)
    work = BarWork(desk, bar)
    heic = b"\0\0\0\x18ftypheic" + bytes(64)
    work.attach(note.id, [heic, jpeg()])
    qtbot.waitUntil(lambda: not desk.jobs.writing, timeout=SETTLED)
    assert "HEIC" in guide.complaints[0]
    assert "save it as JPEG" in guide.complaints[0]
    assert len(shadow.capture.shown(note.id).pictures) == 1
