"""Every number on the Priorities page opens the sum that made it; the sums by hand on a small store."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm, put, tag
from priorities_pages import note_two_services, shown
from shadow_app.bootstrap import Shadow
from shadow_app.domain.organisation import BusinessStep, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.vocabulary import SiteType
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.priorities.page import PrioritiesPage
from shadow_app.ui.priorities.sum_parts import ServiceKey, VisitKey
from shadow_app.ui.priorities.sums import basis_sum, hours_sum, money_sum
from shadow_app.ui.priorities.sums_compared import blind_sum, step_sum
from shadow_app.ui.priorities.tile import PrioritiesTile
from shadow_app.ui.theme import Theme
from shadow_app.ui.working_out import working_out
from shadow_app.usecases.debriefing import Debriefing
from shadow_app.usecases.prioritising import Priorities

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
STEP = BusinessStep(unit_id=new_id(), name="Van out", value_at_stake="A late van misses the ferry.")


@pytest.fixture
def small(store: Store, firm: Firm) -> Firm:
    """Scanner 15 a day · 9 min · 42 · 254 ÷ 60 = 24,003 h; labels 1 · 2 · 42 · 254 ÷ 60 = 355.6 h, weighted 2,489.2.

    IT lists the labels before the scanner.
    """
    note_two_services(store, firm)
    listed = AssumedRanking(
        organisation_id=firm.firm.id,
        service_ids=(firm.labels.id, firm.scanning.id),
        locked_at=datetime(2026, 1, 1, tzinfo=timezone.utc),
    )
    both = STEP.edited(unit_id=firm.unit.id, service_ids=(firm.scanning.id, firm.labels.id, firm.email.id))
    other = BusinessStep(unit_id=firm.unit.id, name="Label on", service_ids=(firm.labels.id,))
    put(store, listed, both, other)
    return firm


@pytest.fixture
def ranked(shadow: Shadow, small: Firm) -> Priorities:
    return shadow.prioritising.ranking(small.unit.id)


def names_of(shadow: Shadow) -> Mapping[UUID, str]:
    catalogue = shadow.catalogue
    return {each.id: each.name for each in catalogue.sites()} | {each.id: each.name for each in catalogue.roles()}


def test_the_hours_are_added_up_from_the_services(ranked: Priorities, small: Firm) -> None:
    shown = hours_sum(ranked)
    assert shown.title == "24,359 h lost in a year"
    assert "24,003 + 356 = 24,359 h" in shown.lines
    assert "At sites where somebody has been: 24,359 h; carried over to the others: 0 h." in shown.lines
    assert [(part.key, part.title) for part in shown.parts] == [
        (ServiceKey(small.scanning.id), "Handheld scanning"),
        (ServiceKey(small.labels.id), "Label printing"),
    ]
    assert shown.parts[0].about == "24,003 h · 99\u00a0% · £540,000"


def test_the_money_names_every_price(ranked: Priorities, shadow: Shadow) -> None:
    shown = money_sum(ranked, names_of(shadow))
    assert shown.title == "£548,000 a year"
    assert "£540,000 + £8,000 = £548,000" in shown.lines
    assert "nobody makes up for (100\u00a0%)" in shown.lines
    assert "An hour costs: Harbour depot, driver: 22.5 GBP" in shown.lines
    assert "priced damage:" not in shown.lines


def test_what_costs_nothing_and_what_is_priced_is_said(shadow: Shadow, store: Store, small: Firm) -> None:
    pain = PainPoint(service_id=small.email.id, title="late", loss_value=100.0, loss_chance=0.5)
    note = small.note("bounced", 30, lost_minutes=1.0)
    member = PainPointMember(id=link_id(pain.id, note.id), pain_point_id=pain.id, observation_id=note.id)
    put(store, pain, note, member, small.drivers.edited(hourly_rate=0.0))
    ranked = shadow.prioritising.ranking(small.unit.id)
    shown = money_sum(ranked, names_of(shadow))
    # One a day for each of 42 people on 254 days, and each time an even chance to lose 100.
    assert "Of this, priced damage: £533,000." in shown.lines
    assert "without a price, so nothing: 1" in shown.lines
    cost = next(cost for cost in ranked.costs if cost.service_id == small.email.id)
    words = working_out(ranked, cost, names_of(shadow))
    assert "Money of priced damage: 10,668 events a year, £533,000 in all" in words


def test_no_price_at_all_says_so(shadow: Shadow, store: Store, small: Firm) -> None:
    put(store, small.drivers.edited(hourly_rate=0.0))
    shown = money_sum(shadow.prioritising.ranking(small.unit.id), {})
    assert shown.title == "No money can be said"


def test_what_it_rests_on_names_visits_and_sites(shadow: Shadow, store: Store, small: Firm) -> None:
    fellside = Site(unit_id=small.unit.id, name="Fellside", site_type=SiteType.HUB)
    put(store, fellside)
    shown = basis_sum(shadow.prioritising.ranking(small.unit.id), names_of(shadow))
    assert shown.title == "1 visit"
    assert [part.key for part in shown.parts] == [VisitKey(small.visit.id)]
    assert "driver · 8 h" in shown.parts[0].about
    assert "8 = 8 h" in shown.lines
    assert "Been to: Harbour depot." in shown.lines
    assert "Not been to: Fellside." in shown.lines
    # 8 h of 42 + 18 people · 8 h · 254 days.
    assert "8 h, are 0.0066\u00a0% of the 121,920 h" in shown.lines


def test_the_blind_share_by_hand(ranked: Priorities, small: Firm) -> None:
    shown = blind_sum(ranked)
    assert shown.title == "91\u00a0% of the harm is in the lower half of IT’s list"
    assert "The lower half are those after place 1" in shown.words
    assert "Weighted hours in the lower half: 24,003 = 24,003 h" in shown.lines
    assert "24,003 h ÷ 26,492 h of all services = 91\u00a0%" in shown.lines
    assert "By plain hours, without any weight, it would be 99\u00a0%." in shown.lines
    assert "Kendall’s τ-b: -1" in shown.lines
    assert [part.about for part in shown.parts] == ["place 2 on IT’s list · 24,003 h weighted"]


def test_what_it_does_not_list_shares_the_place_after_the_last(shadow: Shadow, store: Store, small: Firm) -> None:
    mail = small.note("mail", 20, lost_minutes=6.0)
    put(store, mail, tag(mail, small.email))
    ranked = shadow.prioritising.ranking(small.unit.id)
    abouts = {part.title: part.about for part in blind_sum(ranked).parts}
    assert abouts["Email"].startswith("not on IT’s list, so place 3 · ")
    cost = next(cost for cost in ranked.costs if cost.service_id == small.email.id)
    assert "Not on IT’s list of 2, so it shares place 3 with all others." in working_out(ranked, cost, {})


def test_a_step_names_what_it_shares_and_what_nobody_has_noted(ranked: Priorities, small: Firm) -> None:
    shown = step_sum(ranked, STEP.id)
    assert shown is not None
    assert shown.title == "Van out: 24,359 h a year"
    assert shown.words == "A late van misses the ferry."
    assert "24,003 + 356 = 24,359 h" in shown.lines
    assert "£540,000 + £8,000 = £548,000" in shown.lines
    assert "Other steps need Label printing too" in shown.lines
    assert "Nothing has been noted of Email" in shown.lines
    assert step_sum(ranked, new_id()) is None


def test_a_service_says_how_each_figure_of_its_row_came_about(shadow: Shadow, store: Store, small: Firm) -> None:
    Debriefing(store).rate(small.visit.id, "Driver 1", small.scanning.id, 9, 2)
    ranked = shadow.prioritising.ranking(small.unit.id)
    drawn = shadow.prioritising.ranges(ranked)
    assert drawn is not None
    first, second = ranked.costs
    words = working_out(ranked, first, names_of(shadow), drawn.services[first.service_id])
    for part in (
        "Harbour depot, driver: 9 min × 15 a day × 42 people × 254 days ÷ 60 = 24,003 h (seen 15 times in 8 hours)",
        "Money, Harbour depot, driver: 24,003 h × 22.5 GBP × 100\u00a0% = £540,000",
        "Money together: £540,000",
        "Can wait: the damage is annoyance at most",
        "PLACE\nPlace 1 of 2 by weighted hours, 24,003 h. After it: Label printing with 2,489 h.",
        "drawn 2,000 times",
        "in 100\u00a0% of the draws it was among the first three",
        "IT’s list, over the 2 services that are used here: place 2.",
        "People said: place 1, importance 9 on average, 1 asked.",
        "Gap: 2 on IT’s list − 1 in the field = +1.",
        "3 notes from 1 visit at 1 site, written by 1 of IT: an anecdote so far.",
        "Seen to the letter: 135 minutes.",
    ):
        assert part in words, part
    below = working_out(ranked, second, names_of(shadow))
    assert "Before it: Handheld scanning with 24,003 h." in below
    assert "Damages the business: the damage is business lost, grade 3 or 4." in below
    assert "Gap: 1 on IT’s list − 2 in the field = −1." in below
    assert "drawn" not in below


def test_without_a_list_it_says_so(shadow: Shadow, store: Store, firm: Firm) -> None:
    note_two_services(store, firm)
    ranked = shadow.prioritising.ranking(firm.unit.id)
    assert "IT has made no list here." in working_out(ranked, ranked.costs[0], {})
    assert "An hour costs: a removed entry, a removed entry: 22.5 GBP" in money_sum(ranked, {}).lines


@pytest.fixture
def page(desk: Desk, small: Firm, qtbot: QtBot) -> PrioritiesPage:
    return shown(desk, qtbot)


def test_every_tile_opens_its_sum_by_key_and_by_click(page: PrioritiesPage, qtbot: QtBot) -> None:
    titles = (
        "24,359 h lost in a year",
        "£548,000 a year",
        "1 visit",
        "91\u00a0% of the harm is in the lower half of IT’s list",
    )
    for number, (tile, title) in enumerate(zip(page.board.tiles, titles, strict=True)):
        for opening in (Key.Key_Return, Key.Key_Space):
            tile.setFocus()
            qtbot.keyClick(tile, opening)
            assert page.side.shows(page.sums)
            assert page.sums.form.title.text() == title
            qtbot.keyClick(page.sums.form.parts, Key.Key_Escape)
            assert not page.side.is_there
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
        assert page.sums.form.title.text() == title
        page.close_side()
        qtbot.keyClick(page, Key(Key.Key_1 + number), CTRL)
        assert page.sums.form.title.text() == title
        assert tile.accessibleName()


def test_a_part_of_a_sum_opens_and_escape_comes_back_to_it(page: PrioritiesPage, guide: Guide, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_1, CTRL)
    parts = page.sums.form.parts
    assert parts.hasFocus()
    qtbot.keyClick(parts, Key.Key_Down)
    qtbot.keyClick(parts, Key.Key_Return)
    assert page.evidence.form.name.text() == "Label printing"
    qtbot.waitUntil(lambda: page.evidence.model.rowCount() == 1, timeout=10_000)
    page.close_side()
    assert page.side.shows(page.sums)
    page.close_side()
    assert not page.side.is_there
    qtbot.keyClick(page, Key.Key_3, CTRL)
    qtbot.keyClick(parts, Key.Key_Return)
    assert len(guide.visits) == 1


def test_the_charts_open_their_sums(page: PrioritiesPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Key.Key_PageDown, CTRL)
    page.board.share.setFocus()
    qtbot.keyClick(page.board.share, Key.Key_Return)
    assert page.sums.form.title.text().startswith("91")
    page.close_side()
    page.board.slope.setFocus()
    qtbot.keyClick(page.board.slope, Key.Key_Return)
    assert page.evidence.form.sumScroll.isVisible(), "a gap opens with how it was worked out"
    assert "Gap: 2 on IT’s list − 1 in the field = +1." in page.evidence.form.sum.text()
    page.close_side()
    qtbot.keyClick(page, Key.Key_PageDown, CTRL)
    page.board.steps.setFocus()
    qtbot.keyClick(page.board.steps, Key.Key_Return)
    assert page.sums.form.title.text() == "Van out: 24,359 h a year"


def test_an_open_sum_keeps_up_with_what_is_written(
    page: PrioritiesPage, store: Store, small: Firm, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Key.Key_1, CTRL)
    put(store, small.visit.edited(exposure_hours=16.0))
    page.load()
    qtbot.waitUntil(lambda: page.sums.form.title.text() == "12,179 h lost in a year", timeout=10_000)


def test_a_tile_answers_only_what_opens_it(qtbot: QtBot) -> None:
    tile = PrioritiesTile()
    qtbot.addWidget(tile)
    tile.resize(120, 60)
    tile.show()
    heard: list[bool] = []
    tile.opened.connect(lambda: heard.append(True))
    qtbot.keyClick(tile, Key.Key_A)
    qtbot.mouseClick(tile, Qt.MouseButton.RightButton)
    QTest.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    QTest.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=QPoint(500, 5))
    assert heard == []
    tile.setFocus()
    QApplication.processEvents()
    tile.grab()


def test_no_key_of_the_page_is_taken_twice_in_the_window(desk: Desk, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme, desk.actions)
    qtbot.addWidget(window)
    window.fill((PrioritiesPage,), desk)
    window.show()
    keys = [key.toString() for action in desk.actions.all() for key in action.shortcuts()]
    assert len(keys) == len(set(keys)), sorted(keys)
    assert not {f"Alt+{number}" for number in range(2, 10)} & set(keys), "the window's own keys for its pages"
