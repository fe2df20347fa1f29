"""The timeline: one row at a time, keys, the end in view, and what an empty one says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from factories import NOON, Firm, tag
from shadow_app.domain.listing import Picture, TimelineNote
from shadow_app.domain.news import News, Written
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.vocabulary import Evidence, Kind
from shadow_app.ui.live.notes import LiveNotes, figures_of
from shadow_app.ui.names import Names
from shadow_app.ui.note_view import NoteView
from shadow_app.ui.theme import Theme
from shadow_app.ui.timeline_model import ID_ROLE, NOTE_ROLE, TimelineModel
from shadow_app.ui.timeline_view import TimelineView

Key = Qt.Key
AT = datetime(2026, 11, 12, 14, 0, tzinfo=timezone.utc)


def card(number: int, minutes: int = 0, text: str = "") -> NoteView:
    return NoteView(
        id=UUID(int=number), at=AT + timedelta(minutes=minutes), kind=Kind.PAIN, text=text or f"note {number}"
    )


@pytest.fixture
def model(qtbot: QtBot) -> TimelineModel:
    made = TimelineModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, model: TimelineModel) -> TimelineView:
    made = TimelineView(theme, model)
    qtbot.addWidget(made)
    made.resize(700, 420)
    made.show()
    return made


def order(model: TimelineModel) -> list[int]:
    return [model.index(row).data(NOTE_ROLE).id.int for row in range(model.rowCount())]


def test_a_new_note_is_one_row_in_its_place_and_no_reset(model: TimelineModel) -> None:
    model.show([card(1, 0), card(2, 10)])
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    assert model.put(card(3, 5)) == 1
    assert model.put(card(4, 10)) == 3, "of one moment the later comer stands below"
    assert order(model) == [1, 3, 2, 4]
    assert (resets.count(), inserted.count()) == (0, 2)


def test_an_edit_redraws_one_row_and_a_new_time_moves_it(model: TimelineModel) -> None:
    model.show([card(1, 0), card(2, 10), card(3, 20)])
    changed, moved = QSignalSpy(model.dataChanged), QSignalSpy(model.rowsMoved)
    assert model.put(card(2, 10, "other words")) == 1
    assert (changed.count(), moved.count()) == (1, 0)
    assert model.put(card(1, 15)) == 1
    assert model.put(card(3, -5)) == 0
    assert order(model) == [3, 2, 1]
    assert moved.count() == 2


def test_a_note_that_goes_takes_one_row_with_it(model: TimelineModel) -> None:
    model.show([card(1), card(2)])
    removed = QSignalSpy(model.rowsRemoved)
    model.remove(UUID(int=1))
    model.remove(UUID(int=1))
    assert order(model) == [2]
    assert removed.count() == 1
    assert model.row_of(UUID(int=1)) is None
    assert model.note(5) is None


def test_every_row_is_a_sentence_for_those_who_hear_it(model: TimelineModel) -> None:
    model.show([card(1)])
    index = model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data() == "14:00 Pain point: note 1"
    assert index.data(ID_ROLE) == str(UUID(int=1))
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex(), NOTE_ROLE) is None
    assert model.rowCount(index) == 0


def test_arrows_walk_enter_opens_delete_removes_and_escape_leaves(
    view: TimelineView, model: TimelineModel, qtbot: QtBot
) -> None:
    model.show([card(1, 0), card(2, 1)])
    chosen, opened = QSignalSpy(view.chosen), QSignalSpy(view.opened)
    removal, left = QSignalSpy(view.removal_asked), QSignalSpy(view.left)
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Delete)
    assert (opened.count(), removal.count()) == (0, 0), "there is no current note yet"
    view.go_to_last()
    qtbot.keyClick(view, Key.Key_Up)
    assert view.note_id == UUID(int=1)
    assert [chosen.at(number)[0].int for number in range(chosen.count())] == [2, 1]
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Delete)
    qtbot.keyClick(view, Key.Key_Escape)
    assert opened.at(0)[0] == removal.at(0)[0] == UUID(int=1)
    assert left.count() == 1


def test_going_to_a_note_says_whether_it_is_there(view: TimelineView, model: TimelineModel) -> None:
    view.go_to_last()
    assert view.note_id is None
    model.show([card(1, 0, "the gun hangs"), card(2, 1, "labels jam"), card(3, 2, "gun again")])
    assert view.go_to(UUID(int=2))
    assert not view.go_to(UUID(int=9))
    assert view.go_to_next("GUN")
    assert view.note_id == UUID(int=3)
    assert view.go_to_next("gun pain")
    assert view.note_id == UUID(int=1), "the search goes round"
    assert not view.go_to_next("no such words")
    assert not view.go_to_next("  ")


def test_what_was_just_written_comes_into_view_without_becoming_current(
    view: TimelineView, model: TimelineModel
) -> None:
    model.show(card(number, number) for number in range(1, 40))
    bar = view.verticalScrollBar()
    view.reveal(model.put(card(50, 90)))
    assert bar.value() == bar.maximum() > 0
    assert view.note_id is None
    view.reveal(model.put(card(51, -90)))
    assert bar.value() < bar.maximum() // 10
    view.go_to_end()
    view.resize(500, 300)
    assert bar.value() == bar.maximum(), "the end stays in view when the window changes"


def test_an_empty_timeline_says_what_to_do(view: TimelineView, model: TimelineModel) -> None:
    before = view.grab().toImage()
    view.say_when_empty("Write what you see and press Enter", ("gun hangs #handheld",))
    said = view.grab().toImage()
    assert said != before
    assert "gun hangs" in view.viewport().accessibleDescription()
    model.show([card(1)])
    assert view.grab().toImage() != said


# -- the rows behind it, kept in step with the news ----------------------------------------------------------


class Thumbs:
    """Answers when told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answers: list[object] = []

    def __call__(self, sha256: str, told: object) -> None:
        self.asked.append(sha256)
        self.answers.append(told)


@pytest.fixture
def firm_only() -> Firm:
    return Firm()


@pytest.fixture
def notes(model: TimelineModel, firm_only: Firm) -> LiveNotes:
    firm = firm_only
    made = LiveNotes(model, Thumbs())
    made.names = Names({each.id: each.name for each in (firm.scanning, firm.labels)}, {firm.driver.id: "driver"})
    made.open(firm.visit.id, [])
    return made


def news(*written: Record | tuple[Record, Record]) -> News:
    pairs = (each if isinstance(each, tuple) else (None, each) for each in written)
    return News(None, "", tuple(Written(before, after) for before, after in pairs))


def test_a_saved_note_needs_no_second_look_at_the_store(notes: LiveNotes, firm_only: Firm) -> None:
    firm = firm_only
    note = firm.note(role_id=firm.driver.id)
    changed, unknown = notes.hear(news(note, tag(note, firm.scanning), tag(note, firm.labels, primary=True)))
    assert (changed, unknown) == ({note.id}, set())
    row = notes.of(note.id)
    assert row is not None
    assert row.services == ("Label printing", "Handheld scanning"), "the primary service stands first"
    assert row.role == "driver"
    assert notes.model.index(0).data(NOTE_ROLE).services == row.services


def test_edits_tags_and_removals_change_one_row(notes: LiveNotes, firm_only: Firm) -> None:
    firm = firm_only
    note = firm.note()
    knot = tag(note, firm.scanning)
    notes.hear(news(note, knot))
    notes.hear(news((knot, knot.edited(removed=True)), (note, note.edited(text="other words"))))
    row = notes.of(note.id)
    assert row is not None
    assert (row.services, row.note.text) == ((), "other words")
    notes.hear(news((note, note.edited(removed=True))))
    assert notes.of(note.id) is None
    assert notes.model.rowCount() == 0


def test_what_the_news_does_not_tell_is_asked_of_the_store(notes: LiveNotes, firm_only: Firm) -> None:
    firm = firm_only
    back, elsewhere = firm.note(), firm.note().edited(visit_id=new_id())
    changed, unknown = notes.hear(news((back.edited(removed=True), back), elsewhere, firm.visit))
    assert (changed, unknown) == (set(), {back.id}), "a note brought back has tags that nobody wrote anew"
    notes.take(back.id, TimelineNote(back, (firm.scanning.id,), ("Handheld scanning",), "", ()))
    assert notes.model.rowCount() == 1
    _, unknown = notes.hear(news(tag(back, firm.email)))
    assert unknown == {back.id}, "a service that was not in the catalogue when we read it"
    notes.take(back.id, None)
    assert notes.model.rowCount() == 0


def test_a_photo_is_asked_for_once_and_drawn_when_it_is_there(model: TimelineModel, firm_only: Firm) -> None:
    firm, thumbs = firm_only, Thumbs()
    notes = LiveNotes(model, thumbs)
    note = firm.note()
    photo = Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256="a" * 64)
    notes.open(firm.visit.id, [TimelineNote(note, (), (), "", (Picture(photo.id, photo.sha256, ""),))])
    notes.hear(news((note, note.edited(text="once more"))))
    assert thumbs.asked == [photo.sha256]
    changed = QSignalSpy(model.dataChanged)
    thumbs.answers[0](b"small")  # type: ignore[operator]
    assert changed.count() == 1
    assert model.index(0).data(NOTE_ROLE).thumb == b"small"
    notes.hear(news((photo, photo.edited(removed=True))))
    assert model.index(0).data(NOTE_ROLE).photo_count == 0
    notes.hear(news((photo.edited(removed=True), photo)))
    assert model.index(0).data(NOTE_ROLE).photo_count == 1


def test_the_same_visit_read_again_is_brought_up_to_date_row_by_row(notes: LiveNotes, firm_only: Firm) -> None:
    firm = firm_only
    one, two, three = (TimelineNote(firm.note(str(n), n), (), (), "", ()) for n in range(3))
    notes.open(firm.visit.id, [one, two])
    resets = QSignalSpy(notes.model.modelReset)
    changed = QSignalSpy(notes.model.dataChanged)
    notes.open(firm.visit.id, [replace(two, role="driver"), three])
    assert [row.note.text for row in notes.all()] == ["1", "2"]
    assert notes.model.rowCount() == 2
    assert (resets.count(), changed.count()) == (0, 1)
    notes.open(new_id(), [])
    assert (resets.count(), notes.model.rowCount()) == (1, 0)


def test_the_tiles_count_what_was_seen(firm_only: Firm) -> None:
    firm = firm_only

    def row(*services: UUID, **fields: object) -> TimelineNote:
        return TimelineNote(firm.note(**fields), services, tuple("s" for _ in services), "", ())  # type: ignore[arg-type]

    service = firm.scanning.id
    rows = [
        row(service, lost_minutes=6, count=3),
        row(service, lost_minutes=10, people_stopped=6, minutes_later=-90),
        row(lost_minutes=5, evidence=Evidence.TOLD),
        row(kind=Kind.POSITIVE, lost_minutes=7, offers_open=True),
        row(not_scored=True),
    ]
    figures = figures_of(rows, NOON)
    assert (figures.notes, figures.this_hour, figures.services) == (5, 4, 1)
    assert (figures.minutes, figures.events) == (6 * 3 + 10 * 6, 4)
    assert figures.waiting == 2, "one without a service, one with something to accept"
    assert isinstance(rows[0].note, Observation)
