"""A week of three laptops that meet in a place where things go wrong, and what has to be true at its end."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from factories import Firm, put
from shadow_app.domain.errors import Trouble
from shadow_app.domain.observation import Observation
from shadow_app.domain.transport import Transport
from shadow_app.storage.store import Store
from shadow_app.storage.vectors import vector
from shadow_app.usecases.exchange import Exchange


class Wrong(Protocol):
    """What goes wrong in the place."""

    faults: Counter[str]
    calm: bool


TOLD = "told to the person"
"""No fault: what one led to."""


def notes(store: Store) -> set[str]:
    with store.reading() as read:
        return {each.text for each in read.where(Observation)}


def a_week(
    stores: list[Store],
    folders: Sequence[Transport],
    wrong: Wrong,
    rng: random.Random,
    word: str,
    turns: int = 32,
) -> None:
    """Notes are taken and exchanged by chance; in the end everybody has all of them, once.

    Args:
        stores: of the laptops.
        folders: each laptop's own way to the place.
        wrong: what goes wrong there; calm at the end.
        rng: the chance of who does what.
        word: stands in the notes.
        turns: how often somebody does something.
    """
    firm = Firm().put_into(stores[0])
    everybody = {store.device for store in stores}
    saved: set[str] = set()

    def sync(store: Store) -> None:
        try:
            Exchange(store).sync(folders[stores.index(store)], everybody)
        except Trouble:
            wrong.faults[TOLD] += 1

    for turn in range(turns):
        store = rng.choice(stores)
        with store.reading() as read:
            there = read.find(type(firm.visit), firm.visit.id)
        if there is not None:
            put(store, firm.note(f"note {word} {turn}"))
            saved.add(f"note {word} {turn}")
        sync(store)
    for _ in range(60):
        for store in stores:
            sync(store)
        if all(notes(store) == saved for store in stores):
            break
    assert all(notes(store) == saved for store in stores)
    wrong.calm = True
    for _ in range(2):
        for store in stores:
            sync(store)
    reached = []
    for store in stores:
        with store.reading() as read:
            reached.append(vector(read.connection))
        assert Exchange(store).differences() == []
        assert len(notes(store)) == len(saved)
    assert reached[0] == reached[1] == reached[2]
