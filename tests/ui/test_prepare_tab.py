"""Prepare: every field saves when it is left, nothing is overwritten under the hand, and Start goes live."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QDateTime, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import NOON, Firm, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.decision import Commitment
from shadow_app.domain.news import News
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import (
    CommitmentState,
    ConsentSubject,
    DayTypicality,
    HostSelection,
    Participation,
    VisitState,
)
from shadow_app.ui.desk import Desk
from shadow_app.ui.guide_questions import MUST_NOT, sections
from shadow_app.ui.kept_text import KeptText
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.prepare_tab import PrepareTab
from standing_reports import released, standing

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def visit(shadow: Shadow, firm: Firm) -> Visit:
    """A planned visit to the drivers, a week after the firm's noon."""
    starts = NOON + timedelta(days=7)
    return shadow.planning.plan(
        Visit(site_id=firm.site.id, role_id=firm.driver.id, shadower_id=firm.ann.id, starts_at=starts, shift="early")
    )


@pytest.fixture
def tab(desk: Desk, shadow: Shadow, visit: Visit, news: NewsDesk, qtbot: QtBot) -> PrepareTab:
    made = PrepareTab(desk)

    def put_away(_tab: QWidget) -> None:
        """It saves what was typed while there still is somebody to write it."""
        made.hide()
        qtbot.waitUntil(lambda: not desk.jobs.writing)

    qtbot.addWidget(made, before_close_func=put_away)
    news.heard.connect(made.hear)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    show(made, shadow, visit, qtbot)
    return made


def show(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    tab.open(shadow.planning.card(visit.id))
    tab.shown()
    qtbot.waitUntil(lambda: tab.sheet is not None and tab.isEnabled())


def now(shadow: Shadow, visit: Visit) -> Visit:
    return shadow.planning.card(visit.id).visit


def saved(qtbot: QtBot, tab: PrepareTab, check: Callable[[], bool]) -> None:
    qtbot.waitUntil(check)
    qtbot.waitUntil(lambda: not tab._desk.jobs.saving)


def type_into(qtbot: QtBot, field: QWidget, words: str) -> None:
    """Type, and leave by Tab."""
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Tab)


def test_what_is_known_is_shown(tab: PrepareTab) -> None:
    form = tab.form
    assert form.site.text() == "Harbour depot"
    assert "driver" in form.about.text()
    assert form.shift.text() == "early"
    assert tab.view.part.value is Participation.WATCHED
    assert (tab.view.typical.value, tab.view.chosen.value) == (None, None)
    assert {row.value for row in tab.view.consents.values()} == {"not asked"}
    assert form.no_promises.isVisible()
    assert "There is no list yet" in form.it_state.text()
    assert form.it_state.property("look") == "danger"
    for open_end in ("lock IT’s list", "focus", "host", "consent", "safety"):
        assert open_end in form.missing.text()
    assert form.safety_rule.text() == (
        "No typing while the vehicle moves or on the belt. Hazards go to site safety, not here."
    )


def test_texts_are_saved_when_their_field_is_left(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    form = tab.form
    type_into(qtbot, form.focus, "the last hour")
    type_into(qtbot, form.safety, "boots")
    type_into(qtbot, form.agreement, "2026-07")
    assert form.shift.cursorPosition() == 0, "its beginning is what one reads"
    form.shift.end(False)
    type_into(qtbot, form.shift, " round")
    saved(qtbot, tab, lambda: now(shadow, visit).shift == "early round")
    kept = now(shadow, visit)
    assert (kept.focus, kept.safety, kept.agreement_ref) == ("the last hour", "boots", "2026-07")
    qtbot.waitUntil(lambda: "focus" not in form.missing.text())


def test_answers_by_keys(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    view = tab.view
    view.part.buttons[0].setFocus()
    qtbot.keyClick(view.part.buttons[0], Key.Key_Right)
    qtbot.keyClick(view.typical.buttons[2], Key.Key_Space)
    qtbot.keyClick(view.chosen.buttons[2], Key.Key_Return)
    qtbot.keyClick(tab.form.briefed, Key.Key_Space)
    saved(qtbot, tab, lambda: now(shadow, visit).safety_confirmed)
    kept = now(shadow, visit)
    assert kept.participation is Participation.HELPED
    assert kept.typicality is DayTypicality.BUSY
    assert kept.host_selection is HostSelection.RANDOM


def test_the_day_is_moved_and_keeps_the_sites_clock(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    field = tab.form.when
    field.setFocus()
    field.setDateTime(QDateTime.fromString("2026-12-01 06:15", "yyyy-MM-dd HH:mm"))
    qtbot.keyClick(field, Key.Key_Return)
    saved(qtbot, tab, lambda: now(shadow, visit).starts_at != visit.starts_at)
    start = now(shadow, visit).local_start
    assert (start.date(), start.hour, start.minute) == (date(2026, 12, 1), 6, 15)


def test_a_site_in_another_zone_keeps_its_offset(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    there = shadow.planning.change(visit.id, utc_offset=345)
    qtbot.waitUntil(lambda: tab.card is not None and tab.card.visit.utc_offset == 345)
    tab.form.when.setDateTime(QDateTime.fromString("2026-12-01 06:15", "yyyy-MM-dd HH:mm"))
    tab.flush()
    saved(qtbot, tab, lambda: now(shadow, visit).starts_at != there.starts_at)
    assert now(shadow, visit).starts_at == datetime(2026, 12, 1, 0, 30, tzinfo=timezone.utc)


def test_the_wheel_never_moves_the_visit(tab: PrepareTab) -> None:
    field = tab.form.when
    before = field.dateTime()
    middle = QPointF(field.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(field.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert field.dateTime() == before


def test_the_hosts_name_is_kept_apart(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    form = tab.form
    assert "The name lives here and nowhere else" in form.name_about.text()
    type_into(qtbot, form.name, "Kerry Blunt")
    qtbot.waitUntil(lambda: form.pseudonym.text() == "Driver 1")
    form.pseudonym.selectAll()
    type_into(qtbot, form.pseudonym, "Driver 7")
    saved(qtbot, tab, lambda: [host.pseudonym for host in shadow.planning.hosts(visit.id)] == ["Driver 7"])
    assert shadow.planning.sheet(visit.id).name == "Kerry Blunt"
    for field in (form.name, form.pseudonym):
        field.clear()
    tab.flush()
    qtbot.waitUntil(lambda: shadow.planning.hosts(visit.id) == [])


def test_more_hosts_are_named(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    put(shadow.store, *(Host(visit_id=visit.id, pseudonym=f"Driver {number}") for number in (1, 2, 3)))
    qtbot.waitUntil(tab.form.more_hosts.isVisible)
    assert tab.form.more_hosts.text() == "And: Driver 2, Driver 3"


def test_consent_yes_then_taken_back_then_not_asked(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    quotes = tab.view.consents[ConsentSubject.QUOTES]

    def consent() -> bool | None:
        known = shadow.planning.consents(visit.id).get(ConsentSubject.QUOTES)
        return None if known is None else known.holds

    qtbot.keyClick(tab, Key.Key_E, CTRL)
    assert tab.view.consents[ConsentSubject.NOTES].buttons[2].hasFocus()
    qtbot.mouseClick(quotes.buttons[0], Qt.MouseButton.LeftButton)
    saved(qtbot, tab, lambda: consent() is True)
    qtbot.keyClick(quotes.buttons[0], Key.Key_Right)
    assert quotes.value == "yes", "walking is no answer"
    qtbot.keyClick(quotes.buttons[1], Key.Key_Space)
    saved(qtbot, tab, lambda: consent() is False)
    qtbot.waitUntil(lambda: any("taken back on" in label.text() for label in tab.view._taken_back.values()))
    qtbot.keyClick(quotes.buttons[1], Key.Key_Right)
    qtbot.keyClick(quotes.buttons[2], Key.Key_Return)
    saved(qtbot, tab, lambda: consent() is None)
    assert quotes.value == "not asked"


def test_a_yes_on_the_way_past_no_takes_no_released_report(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    released(shadow, visit)
    photos = tab.view.consents[ConsentSubject.PHOTOS]
    photos.buttons[2].setFocus()
    for at in (2, 1):
        qtbot.keyClick(photos.buttons[at], Key.Key_Left)
    qtbot.keyClick(photos.buttons[0], Key.Key_Space)
    saved(qtbot, tab, lambda: ConsentSubject.PHOTOS in shadow.planning.consents(visit.id))
    assert standing(shadow) == ["A day at Harbour"]


@pytest.mark.parametrize("sure", [False, True])
@pytest.mark.parametrize("answer", [1, 2])
def test_whoever_takes_a_released_report_is_asked_first(
    tab: PrepareTab,
    shadow: Shadow,
    visit: Visit,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    sure: bool,
    answer: int,
) -> None:
    shadow.planning.agree(visit.id, ConsentSubject.QUOTES, True)
    released(shadow, visit)
    quotes = tab.view.consents[ConsentSubject.QUOTES]
    qtbot.waitUntil(lambda: quotes.value == "yes")
    asked: list[str] = []

    def ask(_window: QWidget, _question: str, meaning: str, _word: str) -> bool:
        asked.append(meaning)
        return sure

    monkeypatch.setattr("shadow_app.ui.may_void.ask", ask)
    qtbot.mouseClick(quotes.buttons[answer], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert "A day at Harbour" in asked[0]
    if sure:
        qtbot.waitUntil(lambda: standing(shadow) == [])
    else:
        qtbot.waitUntil(lambda: quotes.value == "yes")
        assert standing(shadow) == ["A day at Harbour"]
        assert shadow.planning.consents(visit.id)[ConsentSubject.QUOTES].holds


def test_the_guide_asks_word_for_word_and_keeps_the_answers(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    asked = [question for section in sections() for question in section.questions]
    assert len({question.key for question in asked}) == len(asked)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", question.key) for question in asked)
    words = [question.words for question in asked]
    assert "What must be done by when, and what happens if not?" in words
    assert "Did you ring the desk – why not?" in words
    qtbot.keyClick(tab, Key.Key_G, CTRL)
    assert tab.view.guide.stops[0].hasFocus()
    type_into(qtbot, tab.view.guide.fields["during.often"], "every hour")
    type_into(qtbot, tab.form.must_not, "names on parcels")
    saved(qtbot, tab, lambda: len(shadow.planning.answers(visit.id)) == 2)
    assert shadow.planning.answers(visit.id) == {"during.often": "every hour", MUST_NOT: "names on parcels"}


def test_what_the_page_answers_leads_there(tab: PrepareTab, qtbot: QtBot) -> None:
    form = tab.form
    ways = [stop for stop in tab.view.guide.stops if isinstance(stop, QPushButton)]
    targets = [form.it_open, None, form.focus, form.must_not, tab.view.consents[ConsentSubject.NOTES].buttons[2]]
    assert len(ways) == len(targets)
    for way, target in zip(ways, targets, strict=True):
        way.setFocus()
        qtbot.keyClick(way, Key.Key_Space)
        if target is not None:
            assert target.hasFocus()


def promised(tab: PrepareTab) -> list[str]:
    return [label.text() for label in tab.form.promises.findChildren(QLabel) if "  ·  " in label.text()]


def test_promises_open_at_the_site_are_named(tab: PrepareTab, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    second = Commitment(visit_id=firm.visit.id, text="a second charger")
    put(
        shadow.store,
        Commitment(visit_id=firm.visit.id, text="spare <b>cradles</b>", owner="Ann", due_on=date(2026, 12, 1)),
        second,
    )
    qtbot.waitUntil(lambda: not tab.form.no_promises.isVisible())
    assert promised(tab) == ["spare <b>cradles</b>  ·  Ann  ·  by 1 December 2026", "a second charger  ·  no date"]
    put(shadow.store, second.edited(state=CommitmentState.KEPT))
    qtbot.waitUntil(lambda: len(promised(tab)) == 1)


def test_its_list_is_red_until_it_is_locked(tab: PrepareTab, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    form = tab.form
    ranking = AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id, firm.labels.id))
    shadow.planning.assume(ranking)
    qtbot.waitUntil(lambda: form.it_state.text() == "Not locked. Lock it before you go.")
    assert form.it_state.property("look") == "danger"
    assert "Email" in form.it_services.text()
    shadow.planning.lock(ranking)
    qtbot.waitUntil(lambda: form.it_state.property("look") == "good")
    assert "by Ann" in form.it_state.text()
    shadow.planning.assume(AssumedRanking(organisation_id=firm.firm.id))
    qtbot.waitUntil(lambda: "A new list has been begun." in form.it_state.text())


def test_the_list_is_opened_and_kept_by_keys(tab: PrepareTab, shadow: Shadow, firm: Firm, qtbot: QtBot) -> None:
    qtbot.keyClick(tab, Key.Key_I, CTRL)
    panel = tab.editor.panel
    qtbot.waitUntil(lambda: bool(panel.form.heading.text()))
    qtbot.keyClicks(panel.form.find, "label")
    qtbot.keyClick(panel.form.find, Key.Key_Return)
    qtbot.keyClick(tab.editor, Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: tab.form.it_state.text() == "Not locked. Lock it before you go.")


def test_start_saves_what_is_being_typed_and_goes_live(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    tab.form.focus.setFocus()
    qtbot.keyClicks(tab.form.focus, "the first hour")
    with qtbot.waitSignal(tab.started):
        qtbot.keyClick(tab.form.focus, Key.Key_Return, CTRL)
    kept = now(shadow, visit)
    assert (kept.state, kept.focus) == (VisitState.LIVE, "the first hour")


def test_a_visit_that_has_begun_goes_on_and_a_finished_one_does_not_start(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    begun = shadow.planning.start(visit.id)
    qtbot.waitUntil(lambda: tab.form.start.text() == "Go on with the visit")
    with qtbot.waitSignal(tab.started):
        qtbot.keyClick(tab, Key.Key_Return, CTRL)
    assert now(shadow, visit).starts_at == begun.starts_at
    shadow.planning.finish(visit.id)
    qtbot.waitUntil(lambda: not tab.form.start.isVisible())
    with qtbot.assertNotEmitted(tab.started, wait=100):
        qtbot.keyClick(tab, Key.Key_Return, CTRL)


def test_news_does_not_overwrite_what_is_being_typed(
    tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    tab.form.focus.setFocus()
    qtbot.keyClicks(tab.form.focus, "half a sent")
    shadow.planning.change(visit.id, focus="somebody else’s", safety="boots")
    qtbot.waitUntil(lambda: tab.form.safety.toPlainText() == "boots")
    assert tab.form.focus.toPlainText() == "half a sent"


def test_another_visit_shows_its_own_and_saves_the_firsts(
    tab: PrepareTab, shadow: Shadow, firm: Firm, visit: Visit, qtbot: QtBot
) -> None:
    other = shadow.planning.plan(visit.edited(id=firm.email.id, number="", focus="loading", shift="late"))
    tab.form.focus.setFocus()
    qtbot.keyClicks(tab.form.focus, "unfinished")
    tab.open(shadow.planning.card(other.id))
    qtbot.waitUntil(lambda: tab.form.focus.toPlainText() == "loading")
    assert now(shadow, visit).focus == "unfinished"
    assert now(shadow, other).focus == "loading"


def test_hiding_saves_and_coming_back_reads_again(tab: PrepareTab, shadow: Shadow, visit: Visit, qtbot: QtBot) -> None:
    tab.form.focus.setPlainText("hidden half-way")
    tab.hide()
    qtbot.waitUntil(lambda: now(shadow, visit).focus == "hidden half-way")
    qtbot.waitUntil(lambda: not tab._desk.jobs.saving)
    shadow.planning.change(visit.id, shift="late")
    qtbot.wait(50)
    assert tab.form.shift.text() == "early", "nobody reads for a page that is out of sight"
    tab.show()
    tab.shown()
    qtbot.waitUntil(lambda: tab.form.shift.text() == "late")


def test_a_text_too_long_is_refused_in_words_and_stays(
    tab: PrepareTab, guide: Guide, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    tab.form.focus.setPlainText("x" * 2_001)
    tab.flush()
    assert "Focus of the day" in guide.complaints[0]
    assert "2,000" in guide.complaints[0].replace("\u202f", ",") or "2000" in guide.complaints[0]
    assert len(tab.form.focus.toPlainText()) == 2_001
    assert now(shadow, visit).focus == ""
    tab.form.focus.clear()


def test_a_write_that_fails_is_said_and_tried_again(
    tab: PrepareTab, guide: Guide, shadow: Shadow, visit: Visit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from shadow_app.domain.errors import Refused
    from shadow_app.usecases.planning import Planning

    def full(*_: object, **__: object) -> None:
        raise Refused("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Planning, "change", full)
        type_into(qtbot, tab.form.focus, "not yet")
        qtbot.waitUntil(lambda: bool(guide.complaints) and not tab._desk.jobs.saving)
    assert guide.complaints == ["The disk is full."]
    assert tab.form.focus.toPlainText() == "not yet"
    tab.flush()
    saved(qtbot, tab, lambda: now(shadow, visit).focus == "not yet")


def test_a_visit_that_is_gone_is_said(
    tab: PrepareTab, guide: Guide, shadow: Shadow, visit: Visit, qtbot: QtBot
) -> None:
    shadow.catalogue.drop(now(shadow, visit))
    qtbot.waitUntil(lambda: bool(guide.complaints))


def test_before_a_visit_is_opened_nothing_happens(desk: Desk, qtbot: QtBot) -> None:
    empty = PrepareTab(desk)
    qtbot.addWidget(empty)
    empty.show()
    empty.shown()
    empty.hear(News(None, "", ()))
    empty.open_list()
    empty._begin()
    empty.hide()
    assert (empty.sheet, empty.isEnabled()) == (None, False)


def following_stop(widget: QWidget, tab: PrepareTab) -> QWidget:
    following = widget.nextInFocusChain()
    while following is not None and not (
        following.focusPolicy() & Qt.FocusPolicy.TabFocus and following.isVisibleTo(tab)
    ):
        following = following.nextInFocusChain()
    assert following is not None
    return following


def test_the_keyboard_reaches_everything_in_reading_order(tab: PrepareTab, qtbot: QtBot) -> None:
    form = tab.form
    seen: list[QWidget] = [form.when]
    while (following := following_stop(seen[-1], tab)) not in seen:
        seen.append(following)
    wanted = [
        form.when,
        form.shift,
        form.focus,
        form.it_open,
        form.pseudonym,
        form.agreement,
        form.must_not,
        form.start,
    ]
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)
    for each in tab.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(tab) and each.isEnabled():
            inner = isinstance(each, QLineEdit) and each.parent() is form.when
            named = each.accessibleName() or (isinstance(each, QPushButton) and each.text()) or each is form.briefed
            assert named or inner, each


def test_a_narrow_window_sets_one_column_below_the_other(tab: PrepareTab, qtbot: QtBot) -> None:
    assert tab.form.host.x() > tab.form.day.x()
    tab.resize(700, 800)
    qtbot.waitUntil(lambda: tab.form.host.y() > tab.form.day.y())
    assert tab.form.scroll.horizontalScrollBar().maximum() == 0


def test_a_kept_text_waits_for_its_own_write(qtbot: QtBot) -> None:
    outcomes: list[Callable[[bool], None]] = []
    line = QLineEdit()
    qtbot.addWidget(line)
    kept = KeptText(line, lambda _text, done: outcomes.append(done), 10, lambda _length, _most: None)
    line.setText("new")
    kept.leave()
    kept.show("old from before the write")
    assert line.text() == "new"
    outcomes[0](True)
    kept.show("newer")
    assert line.text() == "newer"


def test_a_list_that_somebody_locked_without_a_name_says_somebody(
    tab: PrepareTab, shadow: Shadow, firm: Firm, qtbot: QtBot
) -> None:
    locked = AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id,), locked_at=NOON)
    put(shadow.store, locked)
    qtbot.waitUntil(lambda: tab.form.it_state.text() == "Locked on 12 November 2026 by somebody.")


def test_everything_prepared_is_said(tab: PrepareTab, shadow: Shadow, firm: Firm, visit: Visit, qtbot: QtBot) -> None:
    planning = shadow.planning
    planning.lock(AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id,)))
    planning.name_host(visit.id, "Driver 1", "")
    for subject in ConsentSubject:
        planning.agree(visit.id, subject, subject is not ConsentSubject.PHOTOS)
    planning.change(visit.id, focus="the last hour", safety_confirmed=True)
    qtbot.waitUntil(lambda: tab.form.missing.text() == "Everything is prepared.")
    assert tab.view.consents[ConsentSubject.PHOTOS].value == "no"
