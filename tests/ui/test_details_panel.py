"""The details form by itself: what it shows, what it hands over and when, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QDateTime, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desks import Guide
from factories import Firm, put
from shadow_app.domain.errors import Refused
from shadow_app.domain.field_words import field_word
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.listing import Picture, TimelineNote
from shadow_app.domain.record import new_id
from shadow_app.domain.vocabulary import (
    BusinessDamage,
    Evidence,
    Kind,
    MinutesSource,
    Scope,
    TimeToDamage,
    Workaround,
)
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.details_panel import DetailsPanel
from shadow_app.ui.details_work import DetailsWork
from shadow_app.ui.field_words import value_words
from shadow_app.ui.growing_text import MOST_LINES
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.names import Names
from shadow_app.ui.segments import Segments
from shadow_app.ui.theme import Theme

Key = Qt.Key
FIRM = Firm()
NAMES = Names(
    {each.id: each.name for each in (FIRM.scanning, FIRM.labels, FIRM.email)},
    {each.id: each.name for each in (FIRM.driver, FIRM.loader)},
)


class Images:
    """Holds the questions until they are answered."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Callable[[QImage], None]]] = []

    def __call__(self, sha256: str, told: Callable[[QImage], None]) -> None:
        self.asked.append((sha256, told))


@pytest.fixture
def images() -> Images:
    return Images()


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, images: Images) -> Iterator[DetailsPanel]:
    made = DetailsPanel(theme, images)
    made.use_names(NAMES)
    made.resize(360, 900)
    made.show()
    yield made
    # At once: every theme that is made dresses every widget that is still there.
    delete(made)


def shown(panel: DetailsPanel, **fields: Any) -> TimelineNote:
    """A note on the panel. Services and photos by their own names, everything else is the note's."""
    pictures, services = fields.pop("pictures", ()), fields.pop("services", ())
    row = TimelineNote(
        FIRM.note(**fields), tuple(services), tuple(NAMES.services[each] for each in services), "", pictures
    )
    panel.show_note(row, 7)
    return row


def edits(panel: DetailsPanel) -> list[dict[str, Any]]:
    seen: list[dict[str, Any]] = []
    panel.edited.connect(lambda _id, fields: seen.append(fields))
    return seen


def test_nothing_chosen_says_what_to_do(panel: DetailsPanel) -> None:
    assert panel.form.nothing.isVisible()
    assert not panel.form.scroll.isVisible()
    assert not panel.form.remove.isEnabled()
    shown(panel)
    assert panel.form.scroll.isVisible()
    assert panel.form.heading.text() == "OBSERVATION 7 · 12:00"
    panel.show_note(None)
    assert panel.note_id is None
    panel.commit()


def test_a_note_that_nobody_touches_is_never_written(panel: DetailsPanel) -> None:
    seen = edits(panel)
    shown(
        panel,
        text="  two\n\nlines ",
        quote="“x”",
        lost_minutes=1.3333,
        minutes_later=0.5,
        count=3,
        people_stopped=6,
        note_scope=Scope.SHARED,
        role_id=FIRM.driver.id,
        why_not_reported="why \n not",
        workaround=Workaround.CLUMSY,
    )
    panel.commit()
    shown(panel, role_id=new_id(), evidence=Evidence.TOLD, surprise=True, reported_to_desk=True)
    panel.commit()
    assert seen == []


def leave(panel: DetailsPanel) -> None:
    panel.form.hide.setFocus()


def test_words_go_out_when_their_field_is_left(panel: DetailsPanel) -> None:
    shown(panel)
    seen = edits(panel)
    for name in ("quote", "consequence", "interpretation"):
        field = getattr(panel.form, name)
        field.setFocus()
        QTest.keyClicks(field, f"the {name}")
        assert {name: f"the {name}"} not in seen
        leave(panel)
        assert seen[-1] == {name: f"the {name}"}
    panel.form.change.setFocus()
    QTest.keyClicks(panel.form.change, "release 7")
    QTest.keyClick(panel.form.change, Key.Key_Return)
    leave(panel)
    assert seen[3:] == [{"after_change": "release 7"}], "Enter and leaving are one change"


def test_odd_characters_are_shown_as_marks(panel: DetailsPanel) -> None:
    shown(panel)
    seen = edits(panel)
    panel.form.quote.setPlainText("a\u202eb")
    panel.commit()
    assert seen == [{"quote": "a⟦U+202E⟧b"}]


def test_a_note_cannot_lose_its_words(panel: DetailsPanel) -> None:
    shown(panel, text="gun hangs")
    seen, refused = edits(panel), QSignalSpy(panel.not_understood)
    panel.form.text.setPlainText("  ")
    panel.commit()
    assert (seen, refused.count()) == ([], 1)
    assert "needs words" in refused.at(0)[0]
    assert panel.form.text.toPlainText() == "gun hangs"


@pytest.mark.parametrize(
    ("typed", "minutes"), [("6", 6.0), ("1h30", 90.0), ("90s", 1.5), ("~2,5 min", 2.5), ("", None)]
)
def test_lost_time_is_read_as_the_line_reads_it(panel: DetailsPanel, typed: str, minutes: float | None) -> None:
    shown(panel, lost_minutes=18)
    seen = edits(panel)
    assert panel.form.minutes.text() == "18 min"
    panel.form.minutes.setText(typed)
    panel.commit()
    assert seen == [{"lost_minutes": minutes}]


@pytest.mark.parametrize("typed", ["soon", "6 bananas", "-4", "99999999h"])
def test_lost_time_that_makes_no_sense_comes_back(panel: DetailsPanel, typed: str) -> None:
    shown(panel, lost_minutes=18)
    seen, refused = edits(panel), QSignalSpy(panel.not_understood)
    panel.form.minutes.setText(typed)
    panel.commit()
    assert (seen, panel.form.minutes.text()) == ([], "18 min")
    assert "1h30" in refused.at(0)[0]


def test_answers_go_out_at_once(panel: DetailsPanel) -> None:
    shown(panel)
    seen, form = edits(panel), panel.form
    form.damage.buttons[3].click()
    form.time.buttons[2].click()
    form.workaround.buttons[2].click()
    form.scope.buttons[1].click()
    form.source.buttons[0].click()
    form.evidence.buttons[1].click()
    form.reported.buttons[1].click()
    form.surprise.click()
    assert seen == [
        {"business_damage": BusinessDamage.BUSINESS_LOST},
        {"time_to_damage": TimeToDamage.TODAY},
        {"workaround": Workaround.GOOD},
        {"note_scope": Scope.SHARED},
        {"minutes_source": MinutesSource.TIMED},
        {"evidence": Evidence.TOLD},
        {"reported_to_desk": False},
        {"surprise": True},
    ]
    assert form.damageWords.text() == "business lost"
    form.damage.buttons[3].click()
    assert seen[-1] == {"business_damage": None}
    assert form.damageWords.text() == "not graded"


def test_why_is_asked_where_the_desk_was_not_told_and_a_ticket_where_it_was(panel: DetailsPanel) -> None:
    shown(panel)
    assert not panel.form.whyNot.isVisibleTo(panel)
    assert not panel.form.ticket.isVisibleTo(panel)
    panel.form.reported.buttons[1].click()
    assert panel.form.whyNot.isVisibleTo(panel)
    panel.form.reported.buttons[0].click()
    assert panel.form.ticket.isVisibleTo(panel)
    assert not panel.form.whyNot.isVisibleTo(panel)


def test_kind_role_and_numbers(panel: DetailsPanel) -> None:
    shown(panel, role_id=FIRM.loader.id)
    seen, form = edits(panel), panel.form
    form.kind.setCurrentIndex(form.kind.findText("Workaround"))
    form.kind.activated.emit(form.kind.currentIndex())
    form.role.setCurrentIndex(0)
    form.role.activated.emit(0)
    form.count.setValue(4)
    form.people.setValue(6)
    panel.commit()
    assert seen == [{"kind": Kind.WORKAROUND}, {"role_id": None}, {"count": 4}, {"people_stopped": 6}]
    form.people.setValue(0)
    panel.commit()
    assert seen[-1] == {"people_stopped": None}


def test_the_moment_is_the_wall_clocks_at_the_site(panel: DetailsPanel) -> None:
    shown(panel, utc_offset=120)
    seen, when = edits(panel), panel.form.when
    assert when.dateTime().toString("yyyy-MM-dd HH:mm") == "2026-11-12 14:00"
    when.setDateTime(QDateTime.fromString("2026-11-12 09:15", "yyyy-MM-dd HH:mm"))
    panel.commit()
    assert seen == [{"at": datetime(2026, 11, 12, 7, 15, tzinfo=timezone.utc)}]


def test_another_note_takes_what_was_typed_with_it(panel: DetailsPanel) -> None:
    first = shown(panel)
    seen: list[tuple[UUID, dict[str, Any]]] = []
    panel.edited.connect(lambda note_id, fields: seen.append((note_id, fields)))
    panel.form.quote.setPlainText("half written")
    shown(panel, text="another")
    assert seen == [(first.note.id, {"quote": "half written"})]
    assert panel.form.quote.toPlainText() == ""


def test_news_of_a_note_leaves_the_field_in_hand_alone(panel: DetailsPanel) -> None:
    row = shown(panel)
    panel.form.quote.setFocus()
    QTest.keyClicks(panel.form.quote, "being typed")
    panel.show_note(replace(row, note=row.note.edited(quote="from elsewhere", consequence="came in")), 7)
    assert panel.form.quote.toPlainText() == "being typed"
    assert panel.form.consequence.toPlainText() == "came in"
    panel.form.minutes.setFocus()
    panel.form.minutes.setText("nonsense")
    panel.show_note(row, 7)
    assert panel.form.minutes.text() == "nonsense"


def test_what_was_not_taken_is_put_back(panel: DetailsPanel) -> None:
    row = shown(panel, quote="stored")
    panel.form.quote.setPlainText("refused")
    panel.commit()
    panel.put_back(new_id())
    assert panel.form.quote.toPlainText() == "refused"
    panel.put_back(row.note.id)
    assert panel.form.quote.toPlainText() == "stored"


def test_services_stand_as_chips_with_reasons_for_the_suggested(panel: DetailsPanel) -> None:
    shown(panel, services=[FIRM.scanning.id])
    panel.show_suggested(
        [
            (FIRM.scanning.id, "Handheld scanning", ()),
            (FIRM.email.id, "Email", ("outlook",)),
            (FIRM.labels.id, "A & B", ()),
        ]
    )
    words = [(button.text(), button.accessibleName()) for button in panel.services.buttons()]
    assert [text for text, _ in words] == ["Handheld scanning", "Email", "A && B"]
    assert words[0][1] == "Take off Handheld scanning"
    assert "because of outlook" in words[1][1]
    added, removed = QSignalSpy(panel.tag_asked), QSignalSpy(panel.untag_asked)
    buttons = panel.services.buttons()
    buttons[0].click()
    buttons[1].click()
    assert added.at(0) == [panel.note_id, FIRM.email.id]
    assert removed.at(0) == [panel.note_id, FIRM.scanning.id]
    shown(panel)
    assert panel.services.buttons() == []


def test_a_service_is_added_by_a_part_of_its_name(panel: DetailsPanel) -> None:
    shown(panel, services=[FIRM.scanning.id])
    added, refused = QSignalSpy(panel.tag_asked), QSignalSpy(panel.not_understood)
    line = panel.services.line
    for typed in ("mail", "", "handheld scanning", "in"):
        line.setText(typed)
        QTest.keyClick(line, Key.Key_Return)
    assert [added.at(place)[1] for place in range(added.count())] == [FIRM.email.id]
    assert refused.count() == 1, "two services hold “in”"
    panel.services.completer.activated.emit("Label printing")
    QApplication.processEvents()
    assert added.at(1)[1] == FIRM.labels.id


def test_the_focus_stays_in_the_box_when_its_chip_goes(panel: DetailsPanel) -> None:
    row = shown(panel, services=[FIRM.scanning.id])
    (chip,) = panel.services.buttons()
    chip.setFocus()
    panel.show_note(replace(row, service_ids=(), services=()), 7)
    assert panel.services.line.hasFocus()


def test_escape_goes_back_to_the_line_from_anywhere(panel: DetailsPanel) -> None:
    shown(panel, services=[FIRM.scanning.id])
    left = QSignalSpy(panel.left)
    places = [panel.form.text, panel.form.minutes, panel.form.damage.buttons[0], panel.services.buttons()[0]]
    for place in places:
        QTest.keyClick(place, Key.Key_Escape)
    assert left.count() == len(places)


def test_the_wheel_turns_no_number(panel: DetailsPanel) -> None:
    shown(panel, count=3)
    for box in (panel.form.count, panel.form.kind):
        spot = QPointF(box.rect().center())
        turn = QWheelEvent(
            spot,
            QPointF(box.mapToGlobal(spot.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
    assert panel.form.count.value() == 3
    assert panel.form.kind.currentText() == "Pain point"


def test_the_buttons_at_the_top_say_which_note_they_mean(panel: DetailsPanel) -> None:
    row = shown(panel)
    spies = [QSignalSpy(each) for each in (panel.history_asked, panel.removal_asked, panel.photo_file_asked)]
    for button in (panel.form.history, panel.form.remove, panel.photos.add):
        button.click()
    assert [spy.at(0)[0] for spy in spies] == [row.note.id] * 3
    hidden = QSignalSpy(panel.hide_asked)
    panel.form.hide.click()
    assert hidden.count() == 1


# -- photos --------------------------------------------------------------------------------------------------


def filled(width: int = 200, height: int = 100) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkBlue)
    return image


def test_photos_are_shown_one_at_a_time(panel: DetailsPanel, images: Images) -> None:
    one, two = (Picture(new_id(), letter * 64, caption) for letter, caption in (("a", "the wall"), ("b", "")))
    row = shown(panel, pictures=(one, two))
    assert [sha256 for sha256, _ in images.asked] == [one.sha256]
    assert panel.photos.label.accessibleName() == "the wall"
    panel.photos.next.click()
    images.asked[0][1](filled())
    assert panel.photos.label.pixmap().isNull(), "the answer about the other photo came too late"
    images.asked[1][1](filled())
    assert not panel.photos.label.pixmap().isNull()
    gone = QSignalSpy(panel.photo_removal_asked)
    panel.photos.off.click()
    assert gone.at(0)[0] == two.attachment_id
    panel.show_note(replace(row, pictures=(one,)), 7)
    assert panel.photos.attachment_id == one.attachment_id
    assert not panel.photos.next.isVisible()
    images.asked[-1][1](QImage())
    assert "not arrived" in panel.photos.label.text()
    panel.show_note(replace(row, pictures=()), 7)
    assert not panel.photos.label.isVisible()


def test_a_picture_pasted_anywhere_in_the_form_is_a_photo(panel: DetailsPanel, tmp_path: Path) -> None:
    row = shown(panel)
    offered, refused = QSignalSpy(panel.photos_offered), QSignalSpy(panel.not_understood)
    QApplication.clipboard().setImage(filled())
    QTest.keySequence(panel.form.text, "Ctrl+V")
    assert offered.at(0)[0] == row.note.id
    assert bytes(offered.at(0)[1][0]).startswith(b"\x89PNG")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.png"))])
    QApplication.clipboard().setMimeData(files)
    QTest.keySequence(panel.form.change, "Ctrl+V")
    assert "gone.png" in refused.at(0)[0]
    QApplication.clipboard().setText("words")
    QTest.keySequence(panel.form.change, "Ctrl+V")
    assert panel.form.change.text() == "words"
    assert offered.count() == 1


# -- the parts -----------------------------------------------------------------------------------------------


def test_answers_obey_arrows_digits_and_delete(qtbot: QtBot) -> None:
    row = Segments("Damage", [(each, str(int(each)), each.name) for each in BusinessDamage])
    qtbot.addWidget(row)
    row.show()
    chosen: list[object] = []
    row.chosen.connect(chosen.append)
    row.buttons[0].setFocus()

    def hit(key: Qt.Key) -> None:
        QTest.keyClick(row.focusWidget() or row.buttons[0], key)

    hit(Key.Key_3)
    hit(Key.Key_3)
    hit(Key.Key_Right)
    hit(Key.Key_Right)
    hit(Key.Key_Left)
    hit(Key.Key_Delete)
    hit(Key.Key_Delete)
    hit(Key.Key_Return)
    hit(Key.Key_Space)
    hit(Key.Key_9)
    assert chosen == [3, 4, 3, None, 3, None]
    assert [button.focusPolicy() is Qt.FocusPolicy.StrongFocus for button in row.buttons].count(True) == 1
    assert row.buttons[3].accessibleName() == "Damage: BUSINESS_LOST"


def test_an_answer_that_must_be_given_stays(qtbot: QtBot) -> None:
    row = Segments("Evidence", [(each, each.value, "") for each in Evidence], may_be_open=False, look="")
    qtbot.addWidget(row)
    row.show()
    row.show_value(Evidence.SEEN)
    chosen = QSignalSpy(row.chosen)
    row.buttons[0].click()
    QTest.keyClick(row.buttons[0], Key.Key_Delete)
    QTest.keyClick(row.buttons[0], Key.Key_1)
    assert (row.value, row.buttons[0].isChecked(), chosen.count()) == (Evidence.SEEN, True, 0)
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(row.buttons[0], Key.Key_Left)
    assert row.value is Evidence.TOLD, "left is onwards where writing runs from right to left"


def test_fields_grow_with_their_words(panel: DetailsPanel) -> None:
    shown(panel)
    quote = panel.form.quote
    one = quote.height()
    quote.setPlainText("line\n" * 4)
    five = quote.height()
    quote.setPlainText("line\n" * 400)
    assert one < five < quote.height() <= one * MOST_LINES
    mime = QMimeData()
    mime.setText("plain")
    mime.setHtml("<b>bold</b>")
    quote.clear()
    quote.insertFromMimeData(mime)
    assert quote.toPlainText() == "plain"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("kind", "wait", "Waiting"),
        ("kind", "from a newer version", "from a newer version"),
        ("business_damage", 3, "3: business lost"),
        ("time_to_damage", 2, "today"),
        ("workaround", "good", "good"),
        ("note_scope", "shared", "shared event"),
        ("lost_minutes", 90, "1 h 30"),
        ("minutes_source", "timed", "timed"),
        ("minutes_source", "estimated", "estimated"),
        ("evidence", "told", "told"),
        ("evidence", "seen", "seen"),
        ("role_id", str(FIRM.driver.id), "driver"),
        ("surprise", True, "yes"),
        ("removed", False, "no"),
        ("unresolved_tags", ["#x", "@y"], "#x, @y"),
        ("count", 3, "3"),
        ("rate", 2.5, "2.5"),
        ("quote", "", "—"),
        ("requested_on", "2026-11-02", "2 November 2026"),
        ("requested_on", "some day", "some day"),
        ("text", "words", "words"),
    ],
    ids=[str(number) for number in range(21)],  # a fresh id in a name would differ between two workers
)
def test_the_log_speaks_in_words(name: str, value: Any, words: str, qtbot: QtBot) -> None:
    assert value_words(name, value, NAMES) == words
    assert field_word(name) != name
    assert field_word("something_newer") == "Something newer"


def test_the_history_begins_with_the_newest(qtbot: QtBot) -> None:
    at = datetime(2026, 11, 12, 9, 0, tzinfo=timezone.utc)
    lines = [
        HistoryLine(at, "Ann", "Note saved", "visit_id", None, str(FIRM.visit.id), False),
        HistoryLine(at, "Ann", "Note saved", "text", None, "gun hangs", False),
        HistoryLine(at + timedelta(hours=1), "Ben", "Note edited", "text", "gun hangs", "<b>gun</b>", True),
    ]
    dialog = HistoryDialog(lines, NAMES)
    qtbot.addWidget(dialog)
    assert [dialog.model.item(0, column).text() for column in range(1, 5)] == [
        "Ben",
        "Text (taken back or brought back)",
        "gun hangs",
        "<b>gun</b>",
    ]
    assert dialog.list.accessibleName()
    assert dialog.model.rowCount() == 2, "a number of the store's own is no news to a person"


# -- with the use cases behind it ----------------------------------------------------------------------------


@pytest.fixture
def work(desk: Desk, qtbot: QtBot) -> Iterator[DetailsWork]:
    window = QMainWindow()
    made = DetailsWork(desk, window)
    window.setCentralWidget(made.panel)
    window.show()
    yield made
    delete(window)


def test_a_refused_edit_complains_and_comes_back(
    work: DetailsWork, desk: Desk, firm: Firm, store: Store, guide: Guide, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = firm.note(quote="stored")
    put(store, note)
    work.show_note(TimelineNote(note, (), (), "", ()), 1)

    def refuse(*_: object, **__: object) -> None:
        raise Refused("The visit is closed.")

    monkeypatch.setattr(desk.shadow.capture, "edit", refuse)
    work.panel.form.quote.setPlainText("new")
    work.panel.commit()
    qtbot.waitUntil(lambda: guide.complaints == ["The visit is closed."])
    assert work.panel.form.quote.toPlainText() == "stored"


def test_services_are_suggested_once_for_a_text(
    work: DetailsWork, desk: Desk, firm: Firm, store: Store, qtbot: QtBot
) -> None:
    note = firm.note("outlook mail is slow")
    put(store, note)
    work.use_names(Names({firm.email.id: "Email"}, {}))
    row = TimelineNote(note, (), (), "", ())
    work.show_note(row, 1)
    qtbot.waitUntil(lambda: [button.text() for button in work.panel.services.buttons()] == ["Email"])
    asked: list[str] = []
    desk.shadow.suggesting.suggest = asked.append  # type: ignore[assignment,method-assign]
    work.show_note(row, 1)
    work.panel.hide()
    work.show_note(TimelineNote(firm.note("other"), (), (), "", ()), 2)
    work.suggest(None)
    assert asked == []


def test_files_that_cannot_be_read_are_named(
    work: DetailsWork, firm: Firm, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.show_note(TimelineNote(firm.note(), (), (), "", ()), 1)
    chosen = ([str(tmp_path / "gone.jpg")], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    work.panel.photos.add.click()
    assert "gone.jpg" in guide.complaints[0]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    work.panel.photos.add.click()
    work.remove(None)
    work.show_history(None)
    assert len(guide.complaints) == 1
