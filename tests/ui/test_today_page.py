from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.news import News
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import new_id
from shadow_app.domain.vocabulary import Choice, CommitmentState, ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.new_visit_dialog import read_choices
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.today_page import SectionCard, TodayPage
from shadow_app.ui.two_line_list import TwoLines


def shown(desk: Desk, qtbot: QtBot) -> TodayPage:
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: page.form.date.text() != "")
    return page


def entries(page: TodayPage) -> dict[str, list[TwoLines]]:
    found = {}
    for card in page.findChildren(SectionCard):
        heading = card.findChild(QLabel)
        assert heading is not None
        found[heading.text()] = [card.model.entry(card.model.index(row, 0)) for row in range(card.model.rowCount())]
    return found


def test_a_live_visit_is_continued_by_one_key(desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot) -> None:
    page = shown(desk, qtbot)
    assert page.form.live_card.isVisible()
    assert page.form.live_title.text() == "Harbour depot"
    assert not page.form.welcome.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert guide.visits == [(firm.visit.id, "live")]


def test_enter_alone_does_what_is_most_pressing(
    desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot, store: Store
) -> None:
    page = shown(desk, qtbot)
    page.resize(1000, 800)
    page.activateWindow()
    qtbot.waitUntil(page.form.continue_button.hasFocus)
    late = firm.visit.edited(state=VisitState.DEBRIEF, starts_at=datetime.now(timezone.utc) - timedelta(days=3))
    put(store, late)
    page.form.plan_button.setFocus()
    page.hear(News(None, "", ()))
    qtbot.waitUntil(lambda: not page.form.live_card.isVisible())
    assert page.form.plan_button.hasFocus(), "news take the focus from nobody"
    page.shown()
    (card,) = page.findChildren(SectionCard)
    qtbot.waitUntil(card.list.hasFocus)
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert guide.visits == [(late.id, "debrief")]
    assert card.height() < page.height() // 2, "one card alone is not pulled apart"


def test_whoever_says_who_they_are_is_asked_at_once(desk: Desk, firm: Firm, qtbot: QtBot, store: Store) -> None:
    put(store, firm.note("jam", state=ReviewState.HAS_QUESTIONS, state_note="How often?"))
    shadow = wire(store, Settings())
    page = shown(Desk(shadow, desk.jobs, desk.theme, desk.actions, desk.guide), qtbot)
    qtbot.waitUntil(page.form.live_card.isVisible)
    assert entries(page) == {}
    assert read_choices(shadow).me is None
    shadow.own.introduce("Ann", "Service desk")
    page.shown()
    qtbot.waitUntil(lambda: len(entries(page)) > 0)
    assert "How often?" in str(entries(page))
    assert read_choices(shadow).me == firm.ann.id, "and goes on the next visit"


def test_what_waits_leads_where_it_is_done(desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot, store: Store) -> None:
    now = datetime.now(timezone.utc)
    planned = firm.visit.edited(id=new_id(), state=VisitState.PLANNED, starts_at=now + timedelta(days=1))
    late = firm.visit.edited(id=new_id(), state=VisitState.DEBRIEF, starts_at=now - timedelta(days=3))
    put(store, planned, late)
    put(store, Commitment(visit_id=late.id, text="spare cradles", due_on=date(2020, 1, 1)))
    page = shown(desk, qtbot)
    found = entries(page)
    assert list(found) == ["Debriefs waiting", "Visits to prepare", "What we promised"]
    assert found["Debriefs waiting"][0].urgent
    assert "overdue" in found["Debriefs waiting"][0].about
    assert "tomorrow" in found["Visits to prepare"][0].about
    assert "nobody’s name on it" in found["What we promised"][0].about
    card = page.findChildren(SectionCard)[1]
    card.list.setFocus()
    card.list.setCurrentIndex(card.model.index(0, 0))
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert guide.visits == [(planned.id, "prepare")]


def test_a_long_list_is_cut_and_says_so(desk: Desk, firm: Firm, qtbot: QtBot, store: Store) -> None:
    put(store, *(Commitment(visit_id=firm.visit.id, text=f"p{number}") for number in range(9)))
    page = shown(desk, qtbot)
    assert len(entries(page)["What we promised"]) == 5
    assert "and 4 more" in [label.text() for label in page.findChildren(QLabel)]


def test_an_empty_store_says_what_to_do_first(store: Store, desk: Desk, guide: Guide, qtbot: QtBot, firm: Firm) -> None:
    put(store, firm.visit.edited(removed=True))
    page = shown(desk, qtbot)
    assert page.form.welcome.isVisible()
    assert not page.form.step_me.isVisible(), "Ann is known"
    page.form.step_visit.click()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert guide.pages == ["visits", "visits"]


def test_it_looks_again_when_something_was_written(desk: Desk, firm: Firm, qtbot: QtBot, shadow: Shadow) -> None:
    page = shown(desk, qtbot)
    shadow.store.listen(page.hear)
    shadow.planning.finish(firm.visit.id)
    qtbot.waitUntil(lambda: not page.form.live_card.isVisible())
    assert list(entries(page)) == ["Debriefs waiting"]


def test_the_demo_has_somebody_who_has_never_been_out(demo_desk: Desk, qtbot: QtBot) -> None:
    page = shown(demo_desk, qtbot)
    assert {entry.title for entry in entries(page)["Never been out yet"]} == {
        "Rafael Duarte",
        "Ian Marsh",
        "Beth Lomax",
    }


def test_news_does_not_take_the_focus_from_a_list(
    desk: Desk, firm: Firm, qtbot: QtBot, store: Store, news: NewsDesk
) -> None:
    put(store, *(Commitment(visit_id=firm.visit.id, text=text) for text in ("b", "c")))
    page = shown(desk, qtbot)
    news.heard.connect(page.hear)
    card = page.findChildren(SectionCard)[0]
    card.list.setFocus()
    card.list.setCurrentIndex(card.model.index(1, 0))
    put(store, Commitment(visit_id=firm.visit.id, text="a"))
    qtbot.waitUntil(lambda: card.model.rowCount() == 3)
    assert card.list.hasFocus()
    assert card.model.entry(card.list.currentIndex()).title == "c"


def test_nothing_waits_is_said_only_once_it_is_known(desk: Desk, firm: Firm, qtbot: QtBot, store: Store) -> None:
    put(store, firm.visit.edited(state=VisitState.REVIEWED))
    page = TodayPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert not page.form.nothing.isVisible()
    page.shown()
    qtbot.waitUntil(page.form.nothing.isVisible)


def test_a_list_that_is_done_goes_away(desk: Desk, firm: Firm, qtbot: QtBot, store: Store, news: NewsDesk) -> None:
    promise = Commitment(visit_id=firm.visit.id, text="spare cradles")
    put(store, promise)
    page = shown(desk, qtbot)
    news.heard.connect(page.hear)
    assert list(entries(page)) == ["What we promised"]
    put(store, promise.edited(state=CommitmentState.KEPT))
    qtbot.waitUntil(lambda: not entries(page))


def test_what_waits_at_the_desk_leads_there(desk: Desk, guide: Guide, firm: Firm, qtbot: QtBot, store: Store) -> None:
    pain = PainPoint(service_id=firm.email.id, title="Search is useless")
    day = date(2020, 1, 2)
    decision = Decision(pain_point_id=pain.id, choice=Choice.DEFER, decided_on=day, review_on=day)
    put(store, firm.note(state=ReviewState.READY), pain, decision, Commitment(pain_point_id=pain.id, text="Mend it"))
    page = shown(desk, qtbot)
    qtbot.waitUntil(lambda: {"At the desk", "What we promised"} <= set(page._shown))
    waiting, promised = page._shown["At the desk"], page._shown["What we promised"]
    for card, row, place in ((waiting, 0, "review"), (waiting, 1, "pain_points"), (promised, 0, "pain_points")):
        card.list.setCurrentIndex(card.list.model().index(row, 0))
        qtbot.keyClick(card.list, Qt.Key.Key_Return)
        assert guide.pages[-1] == place
    assert guide.places == [("pain_points", pain.id)] * 2
