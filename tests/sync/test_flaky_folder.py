"""A shared folder as they really are: torn, late, doubled, silent. Nothing that was saved is lost or doubled."""

from __future__ import annotations

import random
from collections import Counter
from itertools import count
from pathlib import Path

import pytest

from factories import Firm, new_store, put
from shadow_app.domain.errors import ImportTrouble
from shadow_app.storage.store import Store
from shadow_app.sync.folder import LocalFolder
from shadow_app.usecases.exchange import Exchange
from weeks import TOLD, a_week, notes


class Flaky:
    """A folder in memory with every fault that file shares and their helpers were seen to have."""

    place = "flaky"

    def __init__(self, rng: random.Random, faults: Counter[str]) -> None:
        self.files: dict[str, bytes] = {}
        self.rng = rng
        self.faults = faults
        self.listings: list[list[str]] = []
        self.calm = False

    def _is(self, chance: float, what: str) -> bool:
        happens = not self.calm and self.rng.random() < chance
        self.faults[what] += happens
        return happens

    def names(self) -> list[str]:
        self.listings = [*self.listings[-4:], sorted(self.files)]
        if self._is(0.08, "listing fails"):
            raise ImportTrouble("The folder does not answer.")
        return self.rng.choice(self.listings) if self._is(0.4, "stale listing") else self.listings[-1]

    def get(self, name: str) -> bytes:
        if name not in self.files or self._is(0.2, "read fails"):
            raise ImportTrouble("The folder does not answer.")
        data = self.files[name]
        return data[: len(data) // 2] if self._is(0.15, "short read") else data

    def put(self, name: str, data: bytes) -> None:
        if self._is(0.12, "nothing written"):
            raise ImportTrouble("The folder does not answer.")
        if self._is(0.15, "torn"):
            self.files[name] = data[: self.rng.randrange(len(data))]
            raise ImportTrouble("The folder does not answer.")
        if self._is(0.1, "written, but an error"):
            self.files[name] = data
            raise ImportTrouble("The folder does not answer.")
        if self._is(0.15, "conflict copy"):
            self.files[name.replace(".seg", "") + " (conflicted copy).seg"] = data
        if self._is(0.1, "a flipped bit"):
            at = self.rng.randrange(len(data))
            data = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        self.files[name] = data

    def drop(self, name: str) -> None:
        self.files.pop(name, None)


def test_nothing_is_lost_in_a_flaky_folder(tmp_path: Path, thorough: bool) -> None:
    faults: Counter[str] = Counter()
    least_seeds, least_faults = (40, 2_500) if thorough else (4, 250)
    for seed in count():
        if seed >= least_seeds and sum(faults.values()) - faults[TOLD] >= least_faults:
            break
        rng = random.Random(seed)
        folder = Flaky(rng, faults)
        (tmp_path / str(seed)).mkdir()
        stores = [new_store(tmp_path / str(seed), f"{name}.db", author=name) for name in ("Ann", "Ben", "Cem")]
        try:
            a_week(stores, [folder] * 3, folder, rng, f"{seed}")
        finally:
            for store in stores:
                store.close()


@pytest.fixture
def pair(tmp_path: Path) -> list[Store]:
    return [new_store(tmp_path, f"{name}.db", author=name) for name in ("Ann", "Ben")]


def test_a_day_through_a_real_folder(pair: list[Store], tmp_path: Path) -> None:
    ann, ben = pair
    firm = Firm().put_into(ann)
    shared = tmp_path / "shared"
    shared.mkdir()
    put(ann, firm.note("from Ann"))
    assert Exchange(ann).unsent_at(str(shared)) > 0
    sent = Exchange(ann).sync_at(str(shared))
    assert sent.sent > 0
    assert Exchange(ann).unsent_at(str(shared)) == 0
    waiting = Exchange(ben).sync_at(str(shared))
    assert [each.person for each in waiting.unknown] == ["Ann"]
    assert waiting.received == 0
    assert notes(ben) == set()
    taken = Exchange(ben).sync_at(str(shared), [ann.device])
    assert (taken.received, taken.unknown) == (sent.sent, [])
    assert Exchange(ben).unsent_at(str(shared)) == 0, "what came from there need not go back"
    put(ben, firm.note("from Ben"))
    Exchange(ben).sync_at(str(shared))
    Exchange(ann).sync_at(str(shared), [ben.device])
    assert notes(ann) == notes(ben) == {"from Ann", "from Ben"}
    quiet = Exchange(ann).sync_at(str(shared))
    assert (quiet.sent, quiet.received, quiet.later) == (0, 0, 0)
    (shared / ann.device / "desktop.ini").write_text("x")
    (shared / ann.device / ("0" * 16 + "-00000000 (copy).seg")).write_bytes(b"x")
    (shared / ben.device / ("0" * 16 + "-00000000.seg")).write_bytes(b"half")
    assert Exchange(ann).sync_at(str(shared)).later == 1
    for store in pair:
        store.close()


def test_that_a_file_is_gone_means_nothing_and_a_new_folder_is_filled(pair: list[Store], tmp_path: Path) -> None:
    ann, ben = pair
    firm = Firm().put_into(ann)
    shared = tmp_path / "shared"
    shared.mkdir()
    put(ann, firm.note("from Ann"))
    Exchange(ann).sync_at(str(shared))
    Exchange(ben).sync_at(str(shared), [ann.device])
    for file in shared.glob("*/*.seg"):
        file.unlink()
    assert Exchange(ben).sync_at(str(shared)).received == 0
    assert notes(ben) == {"from Ann"}
    assert Exchange(ann).sync_at(str(shared)).sent > 0
    for store in pair:
        store.close()


def test_what_was_erased_leaves_the_folder_too(pair: list[Store], tmp_path: Path) -> None:
    ann, ben = pair
    firm = Firm().put_into(ann)
    shared = tmp_path / "shared"
    shared.mkdir()
    note = firm.note("not for anybody")
    put(ann, note)
    Exchange(ann).sync_at(str(shared))
    Exchange(ben).sync_at(str(shared), [ann.device])
    before = set(shared.glob("*/*.seg"))
    Exchange(ann).erase(note, "asked for")
    Exchange(ann).sync_at(str(shared))
    assert not any(file.exists() for file in before if file.parent.name == ann.device)
    Exchange(ben).sync_at(str(shared))
    assert notes(ben) == set()
    with ben.reading() as read:
        held = read.connection.exec_driver_sql("SELECT group_concat(data) FROM change").scalar()
    assert "not for anybody" not in str(held)
    for store in pair:
        store.close()


def test_a_folder_that_vanishes_is_one_sentence(
    pair: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, ben = pair
    Firm().put_into(ann)
    shared = tmp_path / "shared"
    with pytest.raises(ImportTrouble, match="is not there"):
        Exchange(ann).sync_at(str(shared))
    shared.mkdir()
    folder = LocalFolder(shared)

    def vanishing(name: str, data: bytes) -> None:
        shared.rmdir()
        LocalFolder.put(folder, name, data)

    monkeypatch.setattr(folder, "put", vanishing)
    with pytest.raises(ImportTrouble, match="is not there"):
        Exchange(ann).sync(folder)
    shared.mkdir()
    assert Exchange(ann).unsent_at(str(shared)) > 0
    assert Exchange(ann).sync_at(str(shared)).sent > 0
    with pytest.raises(ImportTrouble, match="does not answer"):
        LocalFolder(shared).get("content/" + "0" * 64)
    for store in (ann, ben):
        store.close()
