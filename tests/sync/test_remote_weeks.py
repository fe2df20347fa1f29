"""Three laptops and one remote folder on a real server: what everybody has in the end, whatever went wrong."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from factories import Firm, new_store, put
from faults import Cable, Faults
from remote_servers import KINDS, serving, through
from shadow_app.domain.errors import ImportTrouble, Unreachable
from shadow_app.domain.kinds import KINDS as RECORDS
from shadow_app.domain.observation import Attachment
from shadow_app.storage.store import Store
from shadow_app.storage.tables import TABLES
from shadow_app.sync.remote import RemoteFolder
from shadow_app.usecases.exchange import Exchange
from weeks import TOLD, a_week, notes


@pytest.fixture
def three(tmp_path: Path) -> Iterator[list[Store]]:
    stores = [new_store(tmp_path, f"{name}.db", author=name) for name in ("Ann", "Ben", "Cem")]
    yield stores
    for store in stores:
        store.close()


def rows(store: Store) -> dict[str, Any]:
    """Everything that people see, and the pictures."""
    with store.reading() as read:
        found: dict[str, Any] = {
            kind.kind_name: {
                row.id: {name: value for name, value in row._mapping.items() if name != "row"}
                for row in read.connection.execute(select(TABLES[kind]))
            }
            for kind in RECORDS
        }
        found["blobs"] = set(read.connection.exec_driver_sql("SELECT sha256 FROM blob").scalars())
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_three_stores_end_equal_with_photos_and_an_erasure(
    kind: str, three: list[Store], tmp_path: Path, user: Path, jpegs: tuple[bytes, bytes]
) -> None:
    ann, ben, cem = three
    firm = Firm().put_into(ann)
    kept, gone = firm.note("the gun is dead"), firm.note("not for anybody")
    shas = [hashlib.sha256(each).hexdigest() for each in jpegs]
    with ann.work("noted") as work:
        for note, data, sha in zip((kept, gone), jpegs, shas, strict=True):
            work.put(note)
            work.put_blob(sha, data)
            work.put(Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256=sha))
        work.commit()
    everybody = {each.device for each in three}
    with serving(kind, tmp_path, user) as server, ExitStack() as stack:
        folders = [stack.enter_context(RemoteFolder(server.address)) for _ in three]
        for store, folder in zip((*three, *three), (*folders, *folders), strict=True):
            Exchange(store).sync(folder, everybody)
        assert rows(ann)["blobs"] == rows(ben)["blobs"] == rows(cem)["blobs"] == set(shas)
        put(ben, kept.edited(text="the gun is dead, says Ben"))
        put(cem, firm.note("from Cem"))
        Exchange(ann).erase(gone, "asked for")
        for _ in range(2):
            for store, folder in zip(three, folders, strict=True):
                Exchange(store).sync(folder, everybody)
        assert rows(ann) == rows(ben) == rows(cem)
        assert notes(cem) == {"the gun is dead, says Ben", "from Cem"}
        assert rows(cem)["blobs"] == {shas[0]}
        there = folders[0].names()
        assert [name for name in there if name.startswith("content/")] == [f"content/{shas[0]}"]
        assert len({name.partition("/")[0] for name in there}) == 4
        quiet = Exchange(ann).sync_at(server.address)
        assert (quiet.sent, quiet.received, quiet.pictures, quiet.later) == (0, 0, 0, 0)
        assert [Exchange(store).unsent_at(server.address) for store in three] == [0, 0, 0]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_lost_by_a_flaky_server(kind: str, tmp_path: Path, user: Path, thorough: bool) -> None:
    total: Counter[str] = Counter()
    least = 500 if thorough else 12
    for seed in count():
        if seed >= (14 if thorough else 1) and total.total() >= least and (len(total) == 9 or not thorough):
            break
        faults = Faults(seed)
        base = tmp_path / str(seed)
        base.mkdir()
        stores = [new_store(base, f"{name}.db", author=name) for name in ("Ann", "Ben", "Cem")]
        with serving(kind, base, user, faults) as server:
            folders = [RemoteFolder(server.address) for _ in stores]
            faults.calm = False
            try:
                a_week(stores, folders, faults, random.Random(seed), f"{kind} {seed}", 32 if thorough else 12)
            finally:
                for folder in folders:
                    folder.close()
                for store in stores:
                    store.close()
        del faults.faults[TOLD]
        total += faults.faults


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_dies_while_it_is_written_to_and_comes_back(
    kind: str, three: list[Store], tmp_path: Path, user: Path
) -> None:
    ann, ben, _cem = three
    firm = Firm().put_into(ann)
    note, picture = firm.note("a large picture"), random.Random(1).randbytes(3_000_000)
    sha = hashlib.sha256(picture).hexdigest()
    with ann.work("noted") as work:
        work.put(note)
        work.put_blob(sha, picture)
        work.put(Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256=sha))
        work.commit()
    with serving(kind, tmp_path, user) as server, Cable(server.port) as cable:
        if kind == "sftp":
            known = user / ".ssh" / "known_hosts"
            known.write_text(known.read_text().replace(f":{server.port} ", f":{cable.port} "))
        address = through(server.address, cable.port)
        cable.cut_after = 1_000_000
        with pytest.raises(ImportTrouble, match="Nothing is lost"):
            Exchange(ann).sync_at(address)
        server.stop()
        with pytest.raises(Unreachable, match="Nothing is lost"):
            Exchange(ann).sync_at(address)
        unsent = Exchange(ann).unsent_at(address)
        assert unsent > 0
        server.start()
        cable.cut_after = None
        assert Exchange(ann).sync_at(address).sent == unsent
        taken = Exchange(ben).sync_at(address, [ann.device])
        assert (taken.received, taken.later) == (unsent, 0)
        assert notes(ben) == {"a large picture"}
        with RemoteFolder(address) as folder:
            assert hashlib.sha256(folder.get(f"content/{sha}")).hexdigest() == sha
