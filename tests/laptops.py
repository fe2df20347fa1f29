"""Several laptops with a store each, their clocks, what they do to their records, and how they pass changes on."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from factories import KEY, ready_made
from shadow_app.domain.change import Change
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.storage.absorb import Absorbed, absorb
from shadow_app.storage.change_log import heads_of
from shadow_app.storage.devices import accept
from shadow_app.storage.restating import restate
from shadow_app.storage.search import find_notes
from shadow_app.storage.settle import settle
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES, erased, limbo, present, unshown
from shadow_app.storage.trust import follow_root
from shadow_app.storage.vectors import changes_of_visit, changes_since, vector

DAY = 86_400_000
START = 1_790_000_000_000


def opened(path: Path, author: str) -> Store:
    """Somebody's store."""
    return Store(path, KEY, author=author)


class Clock:
    """Stands in for the time that the change log asks for; moved by hand, and wrong by `off` milliseconds."""

    def __init__(self) -> None:
        self.now = START
        self.off = 0

    def time_ns(self) -> int:
        return (self.now + self.off) * 1_000_000


class Laptop:
    """One store, and the wrongness of its clock in milliseconds."""

    def __init__(self, path: Path, empty: Path, clock: Clock, name: str) -> None:
        shutil.copyfile(empty, path)
        self.path = path
        self.clock = clock
        self.name = name
        self.off = 0
        self.backup: Path | None = None
        self.forked: set[str] = set()
        """Devices of which it found that they used numbers twice."""
        self.store = opened(path, name)

    @contextmanager
    def at_work(self) -> Iterator[Store]:
        self.clock.off = self.off
        yield self.store

    def records(self, kind: type[Record]) -> list[Any]:
        with self.store.reading() as read:
            return sorted(read.where(kind), key=lambda each: each.id)

    def pick(self, kind: type[Record], number: int) -> Any:
        found = self.records(kind)
        return found[number % len(found)] if found else None

    def put(self, *records: Record) -> None:
        with self.at_work() as store, store.work("written") as work:
            for record in records:
                work.put(record)
            work.commit()

    def accept(self, others: list[Laptop]) -> None:
        """Remember everybody's key."""
        with self.store.maintaining() as write:
            for other in others:
                if other is not self:
                    accept(write, other.store.device, other.store.signer.public_key, other.name)

    def heads(self, record: Record) -> dict[str, list[str]]:
        """Which changes stand behind every field of a record."""
        with self.store.reading() as read:
            kept = read._kept(type(record), record.id)
        assert kept is not None
        return {name: heads_of(kept.heads, name) for name in type(record).model_fields}

    def changes(self, since: Any = None) -> list[Change]:
        with self.store.reading() as read:
            return list(changes_since(read.connection, since or {}))

    def of_visit(self, visit_id: UUID) -> list[Change]:
        with self.store.reading() as read:
            return list(changes_of_visit(read.connection, visit_id))

    def vector(self) -> Any:
        with self.store.reading() as read:
            return vector(read.connection)

    def take(self, changes: list[Change], sender: str = "f" * 16) -> Absorbed:
        # Through JSON, as every transport has it.
        came = [Change.model_validate_json(each.model_dump_json()) for each in changes]
        with self.at_work() as store, store.maintaining() as write:
            absorbed = absorb(write.connection, came, own_device=store.device, sender=sender)
        if absorbed.own_numbers:
            store.renew_device()
        self.forked |= absorbed.forked
        return absorbed

    def keep_backup(self) -> None:
        self.backup = self.path.with_suffix(".backup")
        self.backup.unlink(missing_ok=True)
        with self.store.writer.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("VACUUM INTO ?", (str(self.backup),))

    def restore(self) -> None:
        """The store of some time ago, with the numbers of then."""
        assert self.backup is not None
        self.store.close()
        for left in self.path.parent.glob(f"{self.path.name}*"):
            if left != self.backup:
                left.unlink()
        shutil.copyfile(self.backup, self.path)
        self.store = opened(self.path, self.name)
        self.backup = None


def state(laptop: Laptop) -> dict[str, Any]:
    """Everything that must be equal once everybody has everything."""
    with laptop.store.reading() as read:
        tables: dict[str, Any] = {}
        for kind in KINDS:
            rows = read.connection.execute(select(TABLES[kind]))
            tables[kind.kind_name] = {
                row._mapping["id"]: {name: value for name, value in row._mapping.items() if name != "row"}
                for row in rows
            }
        for table in (limbo, unshown, erased):
            tables[table.name] = {tuple(row) for row in read.connection.execute(select(table))}
        return tables


def chance_note(rng: random.Random) -> str:
    """A word that no other note has."""
    return f"w{rng.getrandbits(48):012x}"


def search_finds_all(laptop: Laptop) -> None:
    """Every note that is there is found by its word, and the index holds nothing else."""
    with laptop.store.reading() as read:
        notes = [
            (row.row, row.text.split()[0])
            for row in read.connection.execute(
                select(TABLES[Observation].c.row, TABLES[Observation].c.text).where(present(TABLES[Observation]))
            )
        ]
        for row, word in notes:
            assert row in find_notes(read, word), f"{laptop.name} does not find {word}"
        assert read.connection.scalar(text("SELECT count(*) FROM note_search")) == len(notes)


def empty_store(folder: Path) -> Path:
    """A store that nobody has opened yet, to be copied for every laptop: who opens it first gives it a name and key."""
    path = folder / "empty.db"
    path.write_bytes(ready_made())
    return path


def same_team(lead: Store, *others: Store) -> None:
    """The others follow the first one's team."""
    for store in others:
        with store.maintaining() as write:
            follow_root(write.connection, lead.signer.public_key)
            touched, _contents = restate(write.connection)
            settle(write.connection, touched)
