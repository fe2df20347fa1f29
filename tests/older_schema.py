"""A store as an older version of the program would have written it."""

from __future__ import annotations

from pathlib import Path

from factories import KEY
from shadow_app.storage.engine import make_engine
from shadow_app.storage.migrations import upgrade
from shadow_app.storage.tables import metadata


def go_back_to(revision: str, path: Path) -> None:
    """The same rows in a file that only ever knew an older schema."""
    old = path.with_name("old.db")
    engine = make_engine(old, KEY, begin="BEGIN IMMEDIATE")
    upgrade(engine, revision)
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("ATTACH DATABASE ? AS new KEY ?", (str(path), f"x'{KEY.hex()}'"))
        for table in metadata.sorted_tables:
            columns = [row[1] for row in raw.execute(f'PRAGMA main.table_info("{table.name}")')]
            if columns:
                names = ", ".join(f'"{column}"' for column in columns)
                raw.execute(f'INSERT INTO main."{table.name}" ({names}) SELECT {names} FROM new."{table.name}"')
        for row, words in raw.execute("SELECT row, text FROM main.observation").fetchall():
            raw.execute("INSERT INTO note_search(rowid, words) VALUES (?, ?)", (row, words))
        raw.execute("DETACH DATABASE new")
    engine.dispose()
    for left in path.parent.glob("store.db*"):
        left.unlink()
    old.rename(path)
    for left in path.parent.glob("old.db-*"):
        left.unlink()
