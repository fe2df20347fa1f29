"""Stores that keep in step through a real hub."""

from __future__ import annotations

from collections.abc import Callable

from factories import Firm, put, tag
from hub_team import ANN, BEN, LEAD, Laptop
from shadow_app.usecases.sharing import Synced

Laptops = Callable[..., Laptop]


def test_notes_go_round(laptop: Laptops) -> None:
    lead, ann, ben = laptop(LEAD), laptop(ANN), laptop(BEN)
    firm = Firm()
    put(lead.store, *firm.records[:-1])
    assert lead.sync().sent == len(firm.records) - 1
    assert ann.sync().received == len(firm.records) - 1
    put(ann.store, firm.visit)
    put(ann.store, note := firm.note("gun logs out"), tag(note, firm.scanning))
    assert ann.exchange.unsent_at(ann.address) == 3
    assert ann.sync().sent == 3
    assert ann.exchange.unsent_at(ann.address) == 0
    assert ann.sync() == Synced()
    assert lead.sync().received == 3
    assert lead.texts() == ["gun logs out"]
    assert ben.sync().received == len(firm.records) - 1
    assert ben.texts() == []
