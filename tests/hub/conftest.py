"""One PostgreSQL for all tests of the hub; each test has a hub, that is a database, of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest

import hub_server
from hub_server import PASSWORD, Server
from hub_team import HubTeam

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server; a machine that cannot have one skips, and says why."""
    if why := hub_server.why_not():
        pytest.skip(why)
    with hub_server.running() as running:
        yield running


@pytest.fixture
def hub(server: Server) -> Iterator[HubTeam]:
    """A hub with a lead, two shadowers and a reader, each with a password and nothing in it yet."""
    team = HubTeam(server, f"hub{next(_NUMBERS)}", PASSWORD)
    yield team
    team.close()
