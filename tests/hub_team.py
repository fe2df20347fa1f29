"""A hub of its own for a test, and the people who come to it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

import psycopg
from psycopg import sql

from factories import KEY
from hub_server import PASSWORD, Server
from laptops import state
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.storage.hub.link import connected
from shadow_app.storage.hub.schema import VERSION, NewMember, apply
from shadow_app.storage.store import Store
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.sharing import Synced

AnyRecord = TypeVar("AnyRecord", bound=Record)

LEAD, ANN, BEN, READER = "lena", "ann", "ben", "bi"
MEMBERS = (
    NewMember("Lena", LEAD, "lead"),
    NewMember("Ann", ANN, "shadower"),
    NewMember("Ben", BEN, "shadower"),
    NewMember("BI", READER, "reader"),
)
DEVICES = {LEAD: "1" * 16, ANN: "a" * 16, BEN: "b" * 16}


class HubTeam:
    """A database with a hub in it, and connections by login."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.name = name
        self.connections: dict[str, psycopg.Connection[Any]] = {}
        with psycopg.connect(server.address(), autocommit=True) as admin:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        with connected(self.address("admin")) as hub:
            apply(hub, MEMBERS)
            for each in MEMBERS:
                hub.run(f"ALTER ROLE {each.login} PASSWORD '{PASSWORD}'")

    def empty(self) -> None:
        """As it was when it was made; faster than making another."""
        self.run("admin", "TRUNCATE shadow.change, shadow.blob, shadow.erased, shadow.device")
        self.run("admin", "TRUNCATE shadow.scope_owner, shadow.scope_share, shadow.member")
        self.run("admin", "UPDATE shadow.about SET version = %s, root = NULL", VERSION)
        for each in MEMBERS[:-1]:
            values = (each.login, each.name, each.role)
            self.run("admin", "INSERT INTO shadow.member (login, name, role) VALUES (%s, %s, %s)", *values)

    def address(self, login: str) -> str:
        return self.server.address(self.name, login)

    def add_devices(self, **devices: str) -> None:
        """Login → device, as the lead writes them down."""
        for login, device in (devices or DEVICES).items():
            self.run(LEAD, "SELECT shadow.add_device(%s, %s, %s)", device, login, login)

    def as_(self, login: str) -> psycopg.Connection[Any]:
        """Somebody's own connection."""
        if login not in self.connections or self.connections[login].closed:
            self.connections[login] = psycopg.connect(self.address(login), autocommit=True)
        return self.connections[login]

    def run(self, login: str, query: str, *values: Any) -> list[Any]:
        """One statement by somebody; its rows."""
        cursor = self.as_(login).execute(query.encode(), values or None)
        return cursor.fetchall() if cursor.description else []

    def leave(self, login: str) -> None:
        if login in self.connections:
            self.connections.pop(login).close()

    def close(self) -> None:
        for each in self.connections.values():
            each.close()


def columns(rows: Sequence[Any]) -> list[Any]:
    """The first column."""
    return [row[0] for row in rows]


def shown(laptop: Laptop) -> dict[str, Any]:
    """Everything that must be equal once everybody has everything."""
    return state(cast(Any, laptop))


class Laptop:
    """Somebody's store and login."""

    def __init__(self, hub: HubTeam, login: str, store: Store) -> None:
        self.hub, self.login, self.store = hub, login, store
        self.exchange = Exchange(store)

    @classmethod
    def new(cls, hub: HubTeam, login: str, path: Path, empty: Path) -> Laptop:
        """With a copy of an empty store, under an id of its own."""
        shutil.copyfile(empty, path)
        store = Store(path, KEY, author=login.title())
        store.renew_device()
        return cls(hub, login, store)

    @property
    def address(self) -> str:
        return self.hub.address(self.login)

    def sync(self) -> Synced:
        return self.exchange.sync_at(self.address)

    def unsent(self) -> int:
        return self.exchange.unsent_at(self.address)

    def records(self, kind: type[AnyRecord]) -> list[AnyRecord]:
        with self.store.reading() as read:
            return sorted(read.where(kind), key=lambda each: each.id)

    def texts(self) -> list[str]:
        return sorted(each.text for each in self.records(Observation))
