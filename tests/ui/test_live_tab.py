"""The Live tab on a real store, with real keys: write, see the row, undo, time, edit, go off the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from io import BytesIO
from threading import Event
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desks import Guide
from factories import NOON, Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ActivityKind, BusinessDamage, ConsentSubject, Kind, MinutesSource, VisitState
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.live.tab import LiveTab
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.similar_dialog import SimilarDialog
from shadow_app.ui.timeline_model import NOTE_ROLE

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
SETTLED = 5_000


class Live:
    """A window with the tab in it, and hands on its keys."""

    def __init__(self, desk: Desk, news: NewsDesk, qtbot: QtBot, firm: Firm) -> None:
        self.qtbot, self.desk, self.firm = qtbot, desk, firm
        self.shadow: Shadow = desk.shadow
        self.window = QMainWindow()
        self.tab = LiveTab(desk)
        self.window.setCentralWidget(self.tab)
        self.window.resize(1300, 860)
        self.window.show()
        news.heard.connect(self.tab.hear)

    def open(self, visit_id: UUID | None = None) -> None:
        with self.qtbot.waitSignal(self.tab.visit.loaded, timeout=SETTLED):
            self.tab.open(self.shadow.planning.card(visit_id or self.firm.visit.id))
        self.tab.shown()

    def hit(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClick(target, key, held)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.tab.bar.line, words)
        before = self.tab.model.rowCount()
        self.hit(Key.Key_Return)
        self.wait(lambda: self.tab.model.rowCount() == before + 1)

    def wait(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=SETTLED)

    @property
    def texts(self) -> list[str]:
        model = self.tab.model
        return [model.index(row).data(NOTE_ROLE).text for row in range(model.rowCount())]

    def stored(self) -> list[Observation]:
        return [row.note for row in self.shadow.capture.timeline(self.firm.visit.id)]


@pytest.fixture
def live(desk: Desk, news: NewsDesk, qtbot: QtBot, firm: Firm) -> Iterator[Live]:
    made = Live(desk, news, qtbot, firm)
    yield made
    # Before the desk's threads are gone: timers of the tab may still ask them something.
    if made.tab.windows.pad is not None:
        delete(made.tab.windows.pad)
    delete(made.window)


def test_quotes_that_nobody_was_asked_for_are_told_of_until_somebody_asks(live: Live) -> None:
    live.open()
    words = live.tab.form.unasked
    live.write("all quiet")
    assert not words.isVisible()
    live.write('"we keep a spare roll in the sock drawer"')
    live.wait(words.isVisible)
    assert words.text().startswith("One note quotes the host")
    live.shadow.planning.agree(live.firm.visit.id, ConsentSubject.QUOTES, False)
    live.wait(lambda: not words.isVisible())
    live.shadow.planning.unask(live.firm.visit.id, ConsentSubject.QUOTES)
    live.wait(words.isVisible)


def test_enter_writes_one_row_and_the_line_is_free(live: Live) -> None:
    live.open()
    resets = QSignalSpy(live.tab.model.modelReset)
    assert QApplication.focusWidget() is live.tab.bar.line
    live.write("! gun hangs #handheld-scanning @driver ~6m")
    live.write("all quiet")
    assert live.texts == ["gun hangs", "all quiet"]
    note = live.tab.model.index(0).data(NOTE_ROLE)
    assert (note.kind, note.services, note.role, note.minutes) == (Kind.PAIN, ("Handheld scanning",), "driver", 6.0)
    assert resets.count() == 0
    assert QApplication.focusWidget() is live.tab.bar.line
    live.wait(lambda: live.tab.bar.line.text() == "")
    assert live.tab.form.notes.text() == "2"
    assert live.tab.form.lost.text() == "6 min"
    assert live.tab.form.services.text() == "1"


def test_what_cannot_be_saved_stays_in_the_line(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    live.open()

    def refuse(*_: object) -> Observation:
        raise OSError

    monkeypatch.setattr(live.shadow.capture, "note", refuse)
    QTest.keyClicks(live.tab.bar.line, "gun hangs")
    live.hit(Key.Key_Return)
    live.wait(lambda: not live.tab.bar.form.trouble.isHidden())
    assert live.tab.bar.line.text() == "gun hangs"
    assert live.texts == []


def test_undo_and_redo_from_the_empty_line_and_from_the_timeline(live: Live, guide: Guide) -> None:
    live.open()
    live.write("gun hangs #handheld-scanning")
    live.wait(lambda: live.tab.bar.line.text() == "")
    live.hit(Key.Key_Z, CTRL)
    live.wait(lambda: live.texts == [])
    live.wait(lambda: guide.said == ["Undone: Note saved"])
    live.hit(Key.Key_Z, CTRL)
    live.wait(lambda: len(guide.said) == 2)
    assert "nothing to undo" in guide.said[-1]
    live.tab.timeline.setFocus()
    live.hit(Key.Key_Z, CTRL | SHIFT)
    live.wait(lambda: live.texts == ["gun hangs"])
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).services == ("Handheld scanning",))
    live.hit(Key.Key_Y, CTRL)
    live.wait(lambda: "nothing to do again" in guide.said[-1])


def test_the_last_tags_come_back_by_key(live: Live) -> None:
    live.open()
    live.write("gun hangs #handheld-scanning @driver")
    live.wait(lambda: live.tab.bar.line.text() == "")
    live.hit(Key.Key_R, CTRL)
    live.wait(lambda: live.tab.bar.line.text().strip() == '#"Handheld scanning" @driver')


def test_digits_after_saving_grade_the_note_that_was_saved(live: Live) -> None:
    live.open()
    live.write("! gun hangs ~6m")
    live.wait(lambda: live.tab.bar.line.text() == "")
    live.hit(Key.Key_Tab)
    live.hit(Key.Key_3)
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).damage is BusinessDamage.BUSINESS_LOST)
    assert live.stored()[0].business_damage is BusinessDamage.BUSINESS_LOST


def test_a_note_that_was_undone_is_not_asked_about_any_more(live: Live) -> None:
    live.open()
    live.write("! gun hangs ~6m")
    live.wait(live.tab.bar.grades.isVisible)
    live.hit(Key.Key_Z, CTRL)
    live.wait(lambda: live.texts == [])
    live.wait(lambda: not live.tab.bar.grades.isVisible())


def test_services_are_suggested_while_somebody_writes(live: Live) -> None:
    live.open()
    QTest.keyClicks(live.tab.bar.line, "outlook mail does not arrive")
    live.wait(lambda: any(offer.service_id == live.firm.email.id for offer in live.tab.bar.note.offers))


def test_one_quiet_line_says_what_looks_alike_and_one_key_shows_it(live: Live, store: Store, guide: Guide) -> None:
    other = live.firm.visit.edited(id=new_id())
    put(store, other)
    there = live.firm.note("the label applicator jams on cold mornings").edited(visit_id=other.id)
    here = live.firm.note("the label applicator jams after the break")
    put(store, there, here)
    live.open()
    assert not live.tab.alike.isVisible()
    QTest.keyClicks(live.tab.bar.line, "label applicator jams")
    live.wait(live.tab.alike.isVisible)
    assert "applicator" in live.tab.alike.words.text()
    assert QApplication.focusWidget() is live.tab.bar.line
    live.hit(Key.Key_L, CTRL)
    (dialog,) = live.window.findChildren(SimilarDialog)
    assert dialog.model.rowCount() == 2
    dialog.view.go_to(there.id)
    QTest.keyClick(dialog.view, Key.Key_Return)
    assert "another visit" in guide.said[-1]
    live.tab.alike.look()
    dialog = live.window.findChildren(SimilarDialog)[-1]
    dialog.view.go_to(here.id)
    QTest.keyClick(dialog.view, Key.Key_Return)
    assert live.tab.timeline.note_id == here.id
    live.tab.to_line()
    live.hit(Key.Key_Return)
    live.wait(lambda: not live.tab.alike.isVisible())


def test_keys_walk_between_line_timeline_and_details(live: Live) -> None:
    live.open()
    live.write("one")
    live.write("two")
    live.hit(Key.Key_Up, CTRL)
    assert QApplication.focusWidget() is live.tab.timeline
    assert live.tab.timeline.note_id == live.stored()[-1].id
    assert live.tab.details.form.text.toPlainText() == "two"
    live.hit(Key.Key_Up)
    assert live.tab.details.form.text.toPlainText() == "one"
    live.hit(Key.Key_Return)
    assert QApplication.focusWidget() is live.tab.details.form.text
    live.hit(Key.Key_Escape)
    assert QApplication.focusWidget() is live.tab.bar.line
    live.hit(Key.Key_Up, CTRL)
    live.hit(Key.Key_Escape)
    assert QApplication.focusWidget() is live.tab.bar.line


def test_details_are_edited_where_they_stand(live: Live) -> None:
    live.open()
    live.write("gun hangs")
    live.hit(Key.Key_Up, CTRL)
    live.hit(Key.Key_Return)
    QTest.keyClicks(live.tab.details.form.text, " again")
    live.hit(Key.Key_Escape)
    live.wait(lambda: live.texts == ["gun hangs again"])
    live.tab.details.form.damage.buttons[4].click()
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).damage is BusinessDamage.SAFETY_OR_LEGAL)
    assert live.stored()[0].text == "gun hangs again"


def test_services_are_tagged_and_taken_off(live: Live) -> None:
    live.open()
    live.write("mail does not arrive")
    live.hit(Key.Key_Up, CTRL)
    box = live.tab.details.services
    box.line.setFocus()
    QTest.keyClicks(box.line, "email")
    QTest.keyClick(box.line, Key.Key_Return)
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).services == ("Email",))
    live.wait(lambda: any("Take off" in button.accessibleName() for button in box.buttons()))
    next(button for button in box.buttons() if "Take off" in button.accessibleName()).click()
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).services == ())


def test_a_note_is_removed_by_key_and_brought_back(live: Live, guide: Guide) -> None:
    live.open()
    live.write("gun hangs #handheld-scanning")
    live.hit(Key.Key_Up, CTRL)
    live.hit(Key.Key_Delete)
    live.wait(lambda: live.texts == [])
    live.wait(lambda: "Ctrl+Z" in guide.said[-1])
    assert live.tab.details.note_id is None
    live.hit(Key.Key_Z, CTRL)
    live.wait(lambda: live.texts == ["gun hangs"])
    live.wait(lambda: live.tab.model.index(0).data(NOTE_ROLE).services == ("Handheld scanning",))


def test_the_history_tells_who_changed_what(live: Live) -> None:
    live.open()
    live.write("gun hangs")
    note = live.stored()[0]
    live.shadow.capture.edit(note.id, business_damage=BusinessDamage.REWORK, role_id=live.firm.driver.id)
    live.hit(Key.Key_Up, CTRL)
    live.hit(Key.Key_H, CTRL)
    live.wait(lambda: bool(live.window.findChildren(HistoryDialog)))
    model = live.window.findChildren(HistoryDialog)[0].model
    rows = [[model.item(row, column).text() for column in range(1, 5)] for row in range(model.rowCount())]
    assert ["Ann", "Damage", "—", "1: rework"] in rows
    assert ["Ann", "Role", "—", "driver"] in rows
    assert ["Ann", "Text", "—", "gun hangs"] in rows


def jpeg() -> bytes:
    made = BytesIO()
    Image.new("RGB", (64, 48), "navy").save(made, "JPEG")
    return made.getvalue()


def test_photos_follow_the_note_and_need_the_hosts_yes(live: Live, guide: Guide) -> None:
    live.open()
    live.tab.bar.add_pictures((jpeg(),))
    live.write("the charger wall")
    live.wait(lambda: len(guide.complaints) == 1)
    assert "has not agreed to photos" in guide.complaints[0]
    live.shadow.planning.agree(live.firm.visit.id, ConsentSubject.PHOTOS, True)
    live.wait(lambda: live.tab.bar.line.text() == "")
    live.tab.bar.add_pictures((jpeg(),))
    live.write("once more")
    live.wait(lambda: bool(live.tab.model.index(1).data(NOTE_ROLE).thumb))
    live.hit(Key.Key_Up, CTRL)
    live.wait(lambda: not live.tab.details.photos.label.pixmap().isNull())
    live.tab.details.photos.off.click()
    live.wait(lambda: live.tab.model.index(1).data(NOTE_ROLE).photo_count == 0)
    assert "Ctrl+Z" in guide.said[-1]


# -- timers and off the record -------------------------------------------------------------------------------


def test_one_key_starts_a_timer_and_stops_it_and_the_minutes_are_timed(live: Live, store: Store) -> None:
    live.open()
    live.hit(Key.Key_W, CTRL | SHIFT)
    live.wait(lambda: len(live.tab.timers.running) == 1)
    live.hit(Key.Key_A, CTRL | SHIFT)
    live.wait(lambda: len(live.tab.timers.running) == 2)
    live.hit(Key.Key_W, CTRL | SHIFT)
    live.wait(lambda: len(live.tab.timers.running) == 1)
    live.wait(lambda: live.texts == ["Waiting"])
    note = live.stored()[0]
    assert (note.kind, note.minutes_source) == (Kind.WAIT, MinutesSource.TIMED)
    assert QApplication.focusWidget() is live.tab.bar.line


def test_an_activity_is_asked_for_its_name(live: Live) -> None:
    live.open()
    live.hit(Key.Key_T, CTRL | SHIFT)
    assert QApplication.focusWidget() is live.tab.timers.name
    live.hit(Key.Key_Escape)
    assert QApplication.focusWidget() is live.tab.bar.line
    live.hit(Key.Key_T, CTRL | SHIFT)
    QTest.keyClicks(live.tab.timers.name, "loading the trunk")
    live.hit(Key.Key_Return)
    live.wait(lambda: len(live.tab.timers.running) == 1)
    assert QApplication.focusWidget() is live.tab.bar.line
    (running,) = live.shadow.timing.running(live.firm.visit.id)
    assert running.name == "loading the trunk"


def test_timers_survive_a_restart(live: Live) -> None:
    begun = datetime.now(timezone.utc) - timedelta(minutes=75)
    activity = live.shadow.timing.begin(live.firm.visit.id, ActivityKind.WAITING, begun)
    live.open()
    live.wait(lambda: live.tab.timers.running == (activity.id,))
    assert live.tab.timers.elapsed(activity.id).startswith("1:15:")


def test_off_the_record_blanks_the_window_stops_the_timers_and_leaves_only_a_pause(live: Live) -> None:
    live.open()
    live.hit(Key.Key_W, CTRL | SHIFT)
    live.wait(lambda: len(live.tab.timers.running) == 1)
    live.hit(Key.Key_O, CTRL | SHIFT)
    cover = live.tab.windows.cover
    assert cover is not None
    assert cover.isVisible()
    live.wait(lambda: live.tab.timers.running == ())
    live.wait(lambda: len(live.shadow.timing.running(live.firm.visit.id)) == 1)
    QTest.keyClick(cover, Key.Key_O, CTRL | SHIFT)
    assert not cover.isVisible()
    live.wait(lambda: live.shadow.timing.running(live.firm.visit.id) == [])
    assert QApplication.focusWidget() is live.tab.bar.line


def test_a_pause_that_a_restart_interrupted_goes_on(live: Live) -> None:
    live.shadow.timing.go_off_record(live.firm.visit.id, datetime.now(timezone.utc) - timedelta(minutes=6))
    live.open()
    live.wait(lambda: live.tab.windows.cover is not None and live.tab.windows.cover.isVisible())
    cover = live.tab.windows.cover
    assert cover is not None
    assert cover.form.minutes.text() == "paused 6 min"


def test_the_pad_writes_to_the_same_visit_and_stays_where_it_was(live: Live, store: Store) -> None:
    live.open()
    live.hit(Key.Key_F9)
    live.wait(lambda: live.tab.windows.pad is not None)
    pad = live.tab.windows.pad
    assert pad is not None
    assert pad.isVisible()
    QTest.keyClicks(pad.bar.line, "gun hangs #handheld-scanning")
    QTest.keyClick(pad.bar.line, Key.Key_Return)
    live.wait(lambda: live.texts == ["gun hangs"])
    live.tab.windows.toggle_pad()
    assert not pad.isVisible()
    live.wait(lambda: store.fact("pad.place") is not None)


# -- the visit, and everybody else who writes ----------------------------------------------------------------


def test_finishing_goes_on_to_the_debrief_and_one_can_go_back(live: Live, guide: Guide, store: Store) -> None:
    planned = live.firm.visit.edited(id=new_id(), state=VisitState.PLANNED)
    put(store, planned)
    live.open(planned.id)
    assert live.tab.form.state.text().strip() == "Start visit"
    live.tab.form.state.click()
    live.wait(lambda: live.tab.form.state.text().strip() == "Finish visit")
    live.tab.form.state.click()
    live.wait(lambda: guide.visits == [(planned.id, "debrief")])
    live.wait(lambda: live.tab.form.state.text().strip() == "Go back to the field")


def test_what_another_process_wrote_comes_in_without_a_reset(live: Live, store: Store) -> None:
    live.open()
    live.write("one")
    resets = QSignalSpy(live.tab.model.modelReset)
    store._listeners.clear()
    put(store, live.firm.note("from the command line"))
    live.tab.hear(News(None, "", ()))
    live.wait(lambda: sorted(live.texts) == ["from the command line", "one"])
    assert resets.count() == 0


def test_a_new_service_is_known_at_once(live: Live, store: Store) -> None:
    live.open()
    with live.qtbot.waitSignal(live.tab.visit.loaded, timeout=SETTLED):
        put(store, Service(code="20", name="Gate barrier"))
    live.write("stuck #gate-barrier")
    assert live.tab.model.index(0).data(NOTE_ROLE).services == ("Gate barrier",)


def test_another_visit_shows_its_own_notes(live: Live, store: Store) -> None:
    live.open()
    live.write("here")
    other = live.firm.visit.edited(id=new_id())
    put(store, other)
    live.open(other.id)
    assert live.texts == []
    live.write("there")
    assert live.texts == ["there"]
    assert [note.text for note in live.stored()] == ["here"]


def test_the_suggester_learns_after_a_pause(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    learnt: list[bool] = []
    monkeypatch.setattr(live.shadow.suggesting, "learn", lambda: learnt.append(True))
    live.open()
    live.tab.learning.setInterval(30)
    live.write("gun hangs #handheld-scanning")
    live.wait(lambda: bool(learnt))
    assert not live.tab.learning.isActive()


def test_finding_goes_from_note_to_note(live: Live, store: Store, guide: Guide) -> None:
    put(store, live.firm.note("gun hangs", 0), live.firm.note("labels jam", 1), live.firm.note("gun again", 2))
    live.open()
    live.hit(Key.Key_F, CTRL)
    QTest.keyClicks(live.tab.form.find, "gun")
    live.hit(Key.Key_Return)
    assert live.tab.details.form.text.toPlainText() == "gun hangs"
    live.hit(Key.Key_Return)
    assert live.tab.details.form.text.toPlainText() == "gun again"
    QTest.keyClicks(live.tab.form.find, " nowhere")
    live.hit(Key.Key_Return)
    assert "No note" in guide.said[-1]


# -- how it stands on the screen -----------------------------------------------------------------------------


def test_the_details_give_way_in_a_small_window_and_obey_their_key(live: Live) -> None:
    live.open()
    assert live.tab.details.isVisible()
    live.window.resize(900, 640)
    live.wait(lambda: not live.tab.details.isVisible())
    live.hit(Key.Key_D, CTRL)
    assert live.tab.details.isVisible()
    live.tab.details.form.text.setFocus()
    live.hit(Key.Key_D, CTRL)
    assert not live.tab.details.isVisible()
    live.window.resize(1300, 860)
    assert not live.tab.details.isVisible(), "the person's word counts more than the window's width"


def test_a_second_passes_without_painting_the_page(live: Live) -> None:
    live.open()
    live.write("one")
    live.shadow.timing.begin(live.firm.visit.id, ActivityKind.WAITING, NOON)
    live.wait(lambda: len(live.tab.timers.running) == 1)
    live.qtbot.wait(50)
    painted = _Paints(live.tab.timeline.viewport(), live.tab.bar, live.tab.details)
    (which,) = live.tab.timers.running
    before = live.tab.timers.elapsed(which)
    live.wait(lambda: live.tab.timers.elapsed(which) != before)
    QApplication.processEvents()
    assert live.tab.timeline.viewport() not in painted.seen
    assert live.tab.details not in painted.seen


class _Paints(QObject):
    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen: list[QObject] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def test_every_place_that_takes_the_focus_has_a_name(live: Live, store: Store) -> None:
    note = live.firm.note(reported_to_desk=False)
    put(store, note, tag(note, live.firm.scanning))
    live.open()
    live.tab.to_timeline()
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in live.tab.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (accessible_name(widget) or isinstance(widget.focusProxy(), QWidget))
    ]
    assert nameless == []


def accessible_name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None and found.isValid() else ""


def test_tab_leads_from_the_line_to_the_details_and_round_to_the_timeline_above(live: Live, store: Store) -> None:
    note = live.firm.note()
    put(store, note, tag(note, live.firm.scanning))
    live.open()
    live.tab.to_timeline()
    form, services = live.tab.details.form, live.tab.details.services
    order: list[QWidget | None] = [live.tab.bar.line]
    while (latest := order[-1]) is not None and (latest is not order[0] or len(order) == 1):
        order.append(latest.nextInFocusChain())
    wanted: list[QWidget] = [live.tab.bar.line, live.tab.bar.form.save, form.text]
    wanted += [live.tab.details.photos.add, form.damage.buttons[0], form.time.buttons[0], services.buttons()[0]]
    wanted += [services.line, form.when, form.kind, form.scope.buttons[0], form.quote, form.surprise, live.tab.timeline]
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_every_action_has_a_key_or_is_reached_by_the_palette(live: Live) -> None:
    live.open()
    texts = [action.text() for action in live.desk.actions.usable()]
    for wanted in ("Pad", "Off the record, or on again", "Undo the last action", "Start or stop waiting", "Details"):
        assert wanted in texts


def test_what_is_written_while_the_visit_is_read_is_not_lost(
    live: Live, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, live.firm.note("before"))
    capture, read, gate = live.shadow.capture, Event(), Event()
    timeline = capture.timeline

    def slow(visit_id: UUID) -> list[TimelineNote]:
        rows = timeline(visit_id)
        read.set()
        gate.wait(SETTLED / 1000)
        return rows

    monkeypatch.setattr(capture, "timeline", slow)
    live.tab.open(live.shadow.planning.card(live.firm.visit.id))
    assert read.wait(SETTLED / 1000)
    put(store, live.firm.note("meanwhile", 1))
    QApplication.processEvents()
    gate.set()
    live.wait(lambda: live.texts == ["before", "meanwhile"])


def test_a_note_written_before_the_other_visit_was_read_goes_to_the_other_visit(live: Live, store: Store) -> None:
    live.open()
    other = live.firm.visit.edited(id=new_id())
    put(store, other)
    live.tab.open(live.shadow.planning.card(other.id))
    QTest.keyClicks(live.tab.bar.line, "there")
    live.hit(Key.Key_Return)
    live.wait(lambda: live.texts == ["there"])
    assert live.stored() == []
