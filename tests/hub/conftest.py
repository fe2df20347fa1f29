"""One PostgreSQL for all tests of the hub, and one hub that is emptied for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

import hub_server
from factories import new_store
from hub_server import Server
from hub_team import HubTeam, Laptop

_NUMBERS = count(1)

Laptops = Callable[..., Laptop]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server; a machine that cannot have one skips, and says why."""
    if why := hub_server.why_not():
        pytest.skip(why)
    with hub_server.running() as running:
        yield running


@pytest.fixture(scope="session")
def one_hub(server: Server) -> Iterator[HubTeam]:
    """A hub with a lead, two shadowers and a reader."""
    made = HubTeam(server, "hub")
    yield made
    made.close()


@pytest.fixture
def hub(one_hub: HubTeam) -> Iterator[HubTeam]:
    """A hub for one test, with nothing in it yet."""
    one_hub.empty()
    yield one_hub
    one_hub.close()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with nothing in it, to be copied: making one takes longer."""
    folder = tmp_path_factory.mktemp("empty")
    new_store(folder, "empty.db").close()
    return folder / "empty.db"


@pytest.fixture
def laptop(hub: HubTeam, tmp_path: Path, empty_store: Path) -> Iterator[Laptops]:
    """Makes somebody's laptop, known to the hub unless said otherwise."""
    made: list[Laptop] = []

    def make(login: str, *, known: bool = True) -> Laptop:
        made.append(Laptop.new(hub, login, tmp_path / f"{login}{next(_NUMBERS)}.db", empty_store))
        if known:
            hub.add_devices(**{login: made[-1].store.device})
        return made[-1]

    yield make
    for each in made:
        each.store.close()
