"""A line that is being typed outlives a dead battery: it is on the disk before Enter, and comes back in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factories import Firm, put
from hands import Hands, at_the_line, visits
from shadow_app.bootstrap import create_store, open_shadow
from shadow_app.domain.observation import Attachment
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.ui import line_keeper
from shadow_app.ui.application import Session
from shadow_app.ui.crash_dialog import KeptLineDialog
from shadow_app.usecases.typed import Typed
from shadow_app.usecases.unsaved import Unsaved, UnsavedLine
from shadow_app.usecases.unsaved_pictures import UnsavedPictures

HALF = "! queue at the scanner cage, eleven peo"
Start = Callable[[], Hands]


@pytest.fixture
def firm() -> Firm:
    return Firm()


@pytest.fixture
def start(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """The real window over one store, as often as wanted."""
    monkeypatch.setattr(line_keeper, "LOOK_MILLISECONDS", 100)
    path = tmp_path / "mine.db"
    create_store(path, unprotected=True)
    shadow = open_shadow(Settings(name="Ann"), path)
    firm.put_into(shadow.store)
    put(shadow.store, firm.note("the gun is dead"))
    shadow.close()
    made: list[Session] = []

    def begin() -> Hands:
        session = Session(qapp, Settings(name="Ann", shadower_id=firm.ann.id, look="light"))
        made.append(session)
        session.begin(path, False)
        qtbot.waitUntil(lambda: session.shadow is not None, timeout=20_000)
        session.window.activateWindow()
        return Hands(session, qtbot)

    yield begin
    for each in made:
        each.window.may_close = lambda: True
        each.window.close()
        each.end()
        each.window.deleteLater()


def kept(hands: Hands) -> str:
    assert hands.session.shadow is not None
    return Unsaved(hands.session.shadow.store).kept().line


def battery_dies(hands: Hands) -> None:
    """Nothing is closed in order; only what another process would not hold is let go."""
    session = hands.session
    session.line.rest()
    session.window.may_close = lambda: True
    session.window.hide()
    if session._instance is not None:
        session._instance.release()


def kept_lines() -> list[str]:
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, KeptLineDialog) and each.isVisible()]
    return [each.form.line.toPlainText() for each in shown]


def test_it_comes_back_into_its_line_with_its_time(start: Start, firm: Firm) -> None:
    first = start()
    page = at_the_line(first, firm)
    first.write(HALF)
    begun = page.live.bar.note.typed_at
    first.until(lambda: kept(first) == HALF)
    battery_dies(first)

    second = start()
    second.until(lambda: visits(second).live.bar.line.text() == HALF)
    line = visits(second).live.bar
    assert line.note.typed_at == begun
    assert "The line is here again" in second.window.strip.label.text()
    assert not kept_lines()
    second.until(line.line.hasFocus)
    second.press(Qt.Key.Key_Return)
    second.until(lambda: visits(second).live.model.rowCount() == 2)
    second.until(lambda: kept(second) == "")


def test_a_line_that_was_saved_or_given_up_does_not_come_back(start: Start, firm: Firm) -> None:
    hands = start()
    page = at_the_line(hands, firm)
    hands.write(HALF)
    hands.until(lambda: kept(hands) == HALF)
    hands.press(Qt.Key.Key_Return)
    hands.until(lambda: page.live.model.rowCount() == 2)
    hands.until(lambda: kept(hands) == "")
    hands.write("never mind")
    hands.until(lambda: kept(hands) == "never mind")
    hands.window.may_close = lambda: True
    hands.window.close()
    hands.until(lambda: kept(hands) == "")


def test_the_pads_line_is_kept_and_asked_about_as_well(start: Start, firm: Firm) -> None:
    first = start()
    page = at_the_line(first, firm)
    first.press(Qt.Key.Key_F9)
    first.until(lambda: page.live.windows.pad is not None and page.live.windows.pad.isVisible())
    pad = page.live.windows.pad
    assert pad is not None
    pad.bar.line.start_with("half in the pad")
    pad.bar.add_pictures((b"picture",))
    pad.hide()
    assert first.window.unfinished() == "half in the pad"
    assert first.window.unsaved_pictures() == (b"picture",)
    first.until(lambda: kept(first) == "half in the pad")
    battery_dies(first)
    second = start()
    second.until(lambda: visits(second).live.bar.line.text() == "half in the pad")


def test_a_line_of_a_visit_that_is_gone_is_offered_to_be_copied(start: Start, firm: Firm) -> None:
    first = start()
    assert first.session.shadow is not None
    store = first.session.shadow.store
    battery_dies(first)
    Unsaved(store).keep(UnsavedLine(line="of no visit", visit_id=uuid4()))
    Typed(store).keep("after a failure")
    second = start()
    second.until(lambda: kept_lines() == ["after a failure\nof no visit"])
    second.until(lambda: kept(second) == "")
    for each in QApplication.topLevelWidgets():
        if isinstance(each, KeptLineDialog):
            each.form.forget.click()
    second.until(lambda: Typed(store).kept() == "")


def test_a_store_that_is_left_before_it_was_read_keeps_its_line(start: Start, firm: Firm) -> None:
    first = start()
    assert first.session.shadow is not None
    store = first.session.shadow.store
    Unsaved(store).keep(UnsavedLine(line=HALF, visit_id=firm.visit.id))
    under_way: list[int] = []
    first.session.jobs.busy.connect(under_way.append)
    first.session.line.begin(first.session.shadow, again=False)
    battery_dies(first)
    first.until(lambda: under_way[-1:] == [0])
    assert visits(first).live.bar.line.text() == ""
    second = start()
    second.until(lambda: visits(second).live.bar.line.text() == HALF)


def test_what_a_failure_kept_too_is_given_back_once(start: Start, firm: Firm) -> None:
    first = start()
    at_the_line(first, firm)
    first.write(HALF)
    first.until(lambda: kept(first) == HALF)
    told: list[bool | None] = []
    first.session.line.keep_after_failure(told.append)
    first.until(lambda: told == [True])
    battery_dies(first)
    second = start()
    second.until(lambda: visits(second).live.bar.line.text() == HALF)
    assert second.session.shadow is not None
    typed = Typed(second.session.shadow.store)
    second.until(lambda: typed.kept() == "")
    assert not kept_lines()


def test_what_nobody_can_read_is_no_line(start: Start) -> None:
    hands = start()
    assert hands.session.shadow is not None
    store = hands.session.shadow.store
    store.remember("unsaved", "{half")
    assert Unsaved(store).kept() == UnsavedLine()


def photo(colour: str) -> bytes:
    """As a phone takes it: larger than it is kept, and it says where."""
    data, exif = BytesIO(), Image.Exif()
    exif.get_ifd(IFD.GPSInfo)[GPS.GPSMapDatum] = "where it was"
    Image.new("RGB", (2400, 1800), colour).save(data, "JPEG", exif=exif)
    return data.getvalue()


def agreed(hands: Hands, firm: Firm) -> None:
    assert hands.session.shadow is not None
    record = ConsentRecord(
        id=link_id(firm.visit.id, ConsentSubject.PHOTOS),
        visit_id=firm.visit.id,
        subject=ConsentSubject.PHOTOS,
        given=True,
    )
    put(hands.session.shadow.store, record)


def kept_photos(hands: Hands) -> tuple[bytes, ...]:
    assert hands.session.shadow is not None
    return UnsavedPictures(hands.session.shadow.store).kept()[1]


def test_photos_come_back_with_their_line_and_are_saved_with_it(start: Start, firm: Firm) -> None:
    first = start()
    agreed(first, firm)
    page = at_the_line(first, firm)
    first.write(HALF)
    page.live.bar.add_pictures((photo("red"), b"no picture", photo("blue")))
    first.until(lambda: len(kept_photos(first)) == 2)
    assert all(
        b"where it was" not in each and max(Image.open(BytesIO(each)).size) == 2000 for each in kept_photos(first)
    )
    first.until(lambda: kept(first) == HALF)
    battery_dies(first)

    second = start()
    second.until(lambda: len(visits(second).live.bar.note.pictures) == 2)
    bar = visits(second).live.bar
    assert bar.line.text() == HALF
    assert bar.note.pictures == kept_photos(second)
    second.until(bar.line.hasFocus)
    second.press(Qt.Key.Key_Return)
    shadow = second.session.shadow
    assert shadow is not None

    def attached() -> int:
        with shadow.store.reading() as read:
            return len(read.where(Attachment))

    second.until(lambda: attached() == 2)
    second.until(lambda: kept_photos(second) == ())


def test_photos_alone_come_back_and_one_that_was_taken_off_does_not(start: Start, firm: Firm) -> None:
    first = start()
    agreed(first, firm)
    page = at_the_line(first, firm)
    page.live.bar.add_pictures((photo("red"), photo("blue")))
    first.until(lambda: len(kept_photos(first)) == 2)
    left = kept_photos(first)[1:]
    page.live.bar.note.pictures = page.live.bar.note.pictures[1:]
    first.until(lambda: kept_photos(first) == left)
    battery_dies(first)
    second = start()
    second.until(lambda: visits(second).live.bar.note.pictures == left)
    visits(second).live.bar.note.pictures = ()
    second.until(lambda: kept_photos(second) == ())


def test_without_an_agreement_no_photo_waits_on_the_disk(start: Start, firm: Firm) -> None:
    hands = start()
    page = at_the_line(hands, firm)
    page.live.bar.add_pictures((photo("red"),))
    hands.write(HALF)
    hands.until(lambda: kept(hands) == HALF)
    hands.until(lambda: not hands.session.jobs.writing)
    assert kept_photos(hands) == ()


def test_a_photo_is_made_and_written_once(store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    firm.put_into(store)
    record = ConsentRecord(
        id=link_id(firm.visit.id, ConsentSubject.PHOTOS),
        visit_id=firm.visit.id,
        subject=ConsentSubject.PHOTOS,
        given=True,
    )
    put(store, record)
    pictures, held = (photo("red"), photo("blue")), UnsavedPictures(store)
    held.keep(firm.visit.id, pictures[:1], held.prepare(pictures[:1]))
    written: list[str] = []
    remember = store.remember

    def seen(name: str, value: str) -> None:
        written.append(name)
        remember(name, value)

    monkeypatch.setattr(store, "remember", seen)
    fresh = held.prepare(pictures)
    assert len(fresh) == 1
    held.keep(firm.visit.id, pictures, fresh)
    assert [name for name in written if name.startswith("unsaved.picture.")] == ["unsaved.picture.1"]
    again = UnsavedPictures(store)
    visit_id, kept_again = again.kept()
    assert (visit_id, len(kept_again)) == (firm.visit.id, 2)
    assert again.prepare(kept_again) == {}
    again.forget()
    assert again.kept() == (None, ())
    assert not store.fact("unsaved.picture.0")
    assert not store.fact("unsaved.picture.1")
