"""A hub of its own for a test, and the people who come to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg import sql

from hub_server import Server
from shadow_app.storage.hub.link import connected
from shadow_app.storage.hub.schema import NewMember, apply

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

    def __init__(self, server: Server, name: str, password: str) -> None:
        self.server = server
        self.name = name
        self.password = password
        self.connections: dict[str, psycopg.Connection[Any]] = {}
        with psycopg.connect(server.address(), autocommit=True) as admin:
            admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        with connected(self.address("admin")) as hub:
            apply(hub, MEMBERS)
            for each in MEMBERS:
                hub.run(f"ALTER ROLE {each.login} PASSWORD '{password}'")

    def address(self, login: str) -> str:
        return self.server.address(self.name, login, self.password)

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
