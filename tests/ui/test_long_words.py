"""Addresses and names without end: no page is pushed out of sight by one of them."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox
from pytestqt.qtbot import QtBot

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.storage.store import Store
from shadow_app.ui.letters import breakable
from shadow_app.ui.spin_text import indented
from shadow_app.ui.written import facts_apart
from whole_window import whole

ADDRESS = "https://intranet.example/" + "Kundenkonto8731" * 25
NAME = "Harbour depot behind the railway station where the old customs house used to be " * 2
GAP = "\N{ZERO WIDTH SPACE}"


def test_only_what_is_too_long_may_be_broken() -> None:
    assert breakable("a usual note, with words of a usual length") == "a usual note, with words of a usual length"
    broken = breakable(f"see {ADDRESS} there")
    assert broken.replace(GAP, "") == f"see {ADDRESS} there"
    assert max(len(piece) for piece in broken.replace(GAP, " ").split()) <= 24


def test_a_label_with_an_address_is_no_wider_than_others(qtbot: QtBot) -> None:
    label, plain = QLabel(breakable(ADDRESS)), QLabel(ADDRESS)
    for each in (label, plain):
        qtbot.addWidget(each)
        each.setTextFormat(Qt.TextFormat.PlainText)
        each.setWordWrap(True)
    assert label.minimumSizeHint().width() * 4 < plain.minimumSizeHint().width()


def test_a_number_stands_away_from_the_edge_of_its_box(qtbot: QtBot) -> None:
    box = QSpinBox()
    qtbot.addWidget(box)
    indented(box)
    margins = box.lineEdit().textMargins()
    assert margins.left() == margins.right() > 0


@pytest.mark.parametrize("page", ["visits", "pain_points", "programme", "review"])
def test_no_page_grows_wider_than_the_window(
    shadow: Shadow, store: Store, firm: Firm, qapp: QApplication, qtbot: QtBot, page: str
) -> None:
    note = firm.note(ADDRESS, lost_minutes=4.0)
    put(store, firm.site.edited(name=NAME), note, tag(note, firm.scanning))
    with whole(qapp, shadow, 1100, 700) as house:
        if page == "visits":
            house.window.open_visit(firm.visit.id, "live")
        else:
            house.window.open_page(page)
        house.wait(qtbot)
        qtbot.waitUntil(partial(lambda: house.window.stack.currentWidget() is not None))
        reach = house.window.stack.currentWidget()
        assert reach.horizontalScrollBar().maximum() == 0  # type: ignore[union-attr]


def test_a_row_of_facts_keeps_its_date() -> None:
    arabic = "عطل في طابعة"
    assert facts_apart("Harbour depot · 18 Nov 2026") == "Harbour depot · 18 Nov 2026"
    assert facts_apart(arabic) == arabic, "a sentence runs as its letters do"
    assert facts_apart(f"{arabic}  ·  18 Nov 2026") == f"\u2068{arabic}\u2069  ·  \u206818 Nov 2026\u2069"
