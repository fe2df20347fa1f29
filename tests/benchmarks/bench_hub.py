"""The team hub: telling a PostgreSQL on this machine the whole log of a store, through the rights of a login."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any

import psycopg
from sqlalchemy import func, select

import hub_server
from benchmarks.make_store import KEY, copied
from benchmarks.measure import MISS, OK, Bench, Row, seconds, shown
from hub_team import LEAD, HubTeam
from shadow_app.storage.store import Store
from shadow_app.storage.tables import change
from shadow_app.usecases.hub import sync_hub

LEAST = 20_000
"""Changes a second; `reliability.md` §3.5 measured twice that on a bare prototype."""

_PLAIN = """
    CREATE TABLE plain (
        scope uuid, device text, seq bigint, cid text COLLATE "C", op text, kind text, record_id uuid, body text,
        PRIMARY KEY (scope, device, seq, cid));
    CREATE INDEX ON plain (record_id)
"""
_COLUMNS = "scope, device, seq, cid, op, kind, record_id, body"


def hub(bench: Bench) -> Iterator[Row]:
    """Push as a log, beside a bare COPY of the same rows into a table with the same indexes and no rights."""
    what = "push to the hub as a log"
    if why := hub_server.why_not():
        yield Row("hub", what, "", "", None, f"≥ {LEAST:,}/s", f"not measured: {why}")
        return
    with hub_server.running() as server:
        team = HubTeam(server, "bench")
        store = Store(copied(bench.large, bench.work, "hub.db"), KEY)
        try:
            yield from _measured(bench, team, store, what)
        finally:
            store.close()
            team.close()


def _measured(bench: Bench, team: HubTeam, store: Store, what: str) -> Iterator[Row]:
    team.add_devices(**{LEAD: store.device})
    with store.reading() as read:
        many = read.connection.scalar(select(func.count()).select_from(change)) or 0
    push = _Push(team, store)
    bare = _Bare(team)
    push.run()
    rows = bare.take()
    ours, theirs = [], []
    for _ in range(bench.times(3)):
        push.empty()
        ours.append(seconds(push.run))
        bare.empty()
        theirs.append(seconds(lambda: bare.put(rows)))
    mine, other = statistics.median(ours), statistics.median(theirs)
    rate = many / mine
    size = team.run("admin", "SELECT sum(octet_length(body)) / count(*) FROM shadow.change")[0][0]
    table = team.run("admin", "SELECT pg_total_relation_size('shadow.change')")[0][0]
    told = f"{rate:,.0f} changes/s ({many:,} in {shown(mine)}); {table / many:.0f} bytes each there, {size:.0f} of JSON"
    figures = {"changes": many, "seconds": mine, "per_second": rate, "bytes_each": table / many, "bare_seconds": other}
    verdict = OK if rate >= LEAST else MISS
    yield Row("hub", what, told, f"{shown(other)} bare COPY", mine / other, f"≥ {LEAST:,}/s", verdict, figures)
    again = [seconds(push.run) for _ in range(bench.times(3))]
    yield Row(
        "hub", "keeping in step where nothing is new", shown(statistics.median(again)), figures={"seconds": min(again)}
    )


class _Push:
    def __init__(self, team: HubTeam, store: Store) -> None:
        self.team = team
        self.store = store

    def run(self) -> None:
        sync_hub(self.store, self.team.address(LEAD))

    def empty(self) -> None:
        self.team.run("admin", "TRUNCATE shadow.change, shadow.blob")


class _Bare:
    """What PostgreSQL itself takes for the same rows."""

    def __init__(self, team: HubTeam) -> None:
        self.connection: psycopg.Connection[Any] = team.as_("admin")
        self.connection.execute(_PLAIN)

    def take(self) -> bytes:
        with (
            self.connection.cursor() as cursor,
            cursor.copy(f"COPY shadow.change ({_COLUMNS}) TO STDOUT".encode()) as out,
        ):
            return b"".join(map(bytes, out))

    def put(self, rows: bytes) -> None:
        with self.connection.cursor() as cursor, cursor.copy(f"COPY plain ({_COLUMNS}) FROM STDIN".encode()) as copy:
            copy.write(rows)

    def empty(self) -> None:
        self.connection.execute("TRUNCATE plain")
