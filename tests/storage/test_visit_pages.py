"""Visits page by page: each once, latest first, also those that start at the same moment."""

from __future__ import annotations

from datetime import timedelta

from factories import NOON, Firm, put
from shadow_app.domain.record import new_id
from shadow_app.storage import listings
from shadow_app.storage.store import Store


def test_every_visit_is_on_one_page(store: Store, firm: Firm) -> None:
    more = [firm.visit.edited(id=new_id(), starts_at=NOON + timedelta(days=place // 3)) for place in range(10)]
    put(store, *more)
    shown = []
    with store.reading() as read:
        page = listings.visit_cards(read, limit=4)
        while page:
            shown += page
            page = listings.visit_cards(read, limit=4, before=page[-1].visit)
        whole = listings.visit_cards(read)
    assert shown == whole
    assert len({card.visit.id for card in shown}) == 11


def test_a_number_finds_its_visit_in_any_capitals(store: Store, firm: Firm) -> None:
    put(store, firm.visit.edited(number="Ab-7"))
    with store.reading() as read:
        found = listings.visit_by_number(read, "aB-7")
        assert found is not None
        assert found.visit.id == firm.visit.id
        assert listings.visit_by_number(read, "ab-8") is None
