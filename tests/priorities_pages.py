"""The Priorities page over a small firm, for tests that write."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desks import in_front
from factories import Firm, put, tag
from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.storage.store import Store
from shadow_app.ui.desk import Desk
from shadow_app.ui.priorities.page import PrioritiesPage


def note_two_services(store: Store, firm: Firm) -> None:
    """The scanner, often and long; the labels, which lose business: 42 people, 254 days, 22.50 an hour."""
    often = [firm.note(f"logs out {n}", n, lost_minutes=9.0, count=5) for n in range(3)]
    grave = firm.note(
        "van left late",
        9,
        lost_minutes=2.0,
        business_damage=BusinessDamage.BUSINESS_LOST,
        time_to_damage=TimeToDamage.MINUTES,
    )
    put(store, *often, grave, *(tag(note, firm.scanning) for note in often), tag(grave, firm.labels))


def shown(desk: Desk, qtbot: QtBot, *, wide: int = 1300) -> PrioritiesPage:
    """The page in front, with its ranges drawn."""
    page = in_front(PrioritiesPage(desk), qtbot, wide=wide)
    qtbot.waitUntil(lambda: page._drawn is not None or page.form.nothing.isVisible(), timeout=20_000)
    return page


def names(page: PrioritiesPage) -> list[str]:
    """The services in the list."""
    services = page.board.services
    return [services.row(services.index(row, 0)).name for row in range(services.rowCount())]
