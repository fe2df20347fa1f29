"""Stores that keep in step through a real hub."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factories import Firm, new_store, put, tag
from hub_team import ANN, BEN, LEAD, HubTeam
from shadow_app.domain.observation import Observation
from shadow_app.storage.store import Store
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.sharing import Synced


class Laptop:
    """Somebody's store and login."""

    def __init__(self, hub: HubTeam, login: str, store: Store) -> None:
        self.hub, self.login, self.store = hub, login, store
        self.exchange = Exchange(store)

    @property
    def address(self) -> str:
        return self.hub.address(self.login)

    def sync(self) -> Synced:
        return self.exchange.sync_at(self.address)

    def texts(self) -> list[str]:
        with self.store.reading() as read:
            return sorted(each.text for each in read.where(Observation))


Laptops = Callable[..., Laptop]


@pytest.fixture
def laptop(hub: HubTeam, tmp_path: Path) -> Iterator[Laptops]:
    opened: list[Store] = []

    def make(login: str, *, known: bool = True) -> Laptop:
        store = new_store(tmp_path, f"{login}{len(opened)}.db", author=login.title())
        opened.append(store)
        if known:
            hub.add_devices(**{login: store.device})
        return Laptop(hub, login, store)

    yield make
    for each in opened:
        each.close()


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
