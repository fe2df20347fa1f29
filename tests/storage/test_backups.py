"""Backups: whole, encrypted, opened and counted, or not there; and which of them are kept."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import KEY, Firm, new_store, put
from shadow_app.domain.errors import StoreDamaged, StoreTrouble, WrongKey
from shadow_app.domain.observation import Observation
from shadow_app.storage.backups import Backup, backups, default_folder, make, verify
from shadow_app.storage.engine import connect
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.store import Store
from shadow_app.storage.thinning import RETENTION, kept
from shadow_app.usecases.backing_up import Backups

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=timezone.utc)
NEEDLE = "zyxwvneedle"


def made(store: Store, why: str = "asked", at: datetime | None = None) -> Backup:
    return make(store.path, store.key, store.backups, why, at)  # type: ignore[arg-type]


def notes_in(path: Path) -> list[str]:
    copy = Store(path, KEY)
    with copy.reading() as read:
        texts = [note.text for note in read.where(Observation)]
    copy.close()
    return texts


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_backup_is_the_store_as_it_was_and_opens_under_its_key_alone(store: Store, firm: Firm) -> None:
    put(store, firm.note(f"before {NEEDLE}"))
    backup = made(store)
    put(store, firm.note("after"))
    held = verify(backup.path, KEY)
    assert (held.notes, held.visits, held.changes) == (1, 1, len(firm.records) + 1)
    with pytest.raises(WrongKey, match="does not open"):
        verify(backup.path, b"x" * 32)
    assert NEEDLE.encode() not in backup.path.read_bytes()
    assert backup.path.parent == default_folder(store.path)
    assert [each.name for each in backup.path.parent.iterdir()] == [backup.path.name], "nothing half-made stays"
    assert backup.path.stat().st_mode & 0o077 == 0
    assert notes_in(backup.path) == [f"before {NEEDLE}"]


def test_verifying_changes_nothing_and_needs_no_right_to_write(store: Store, firm: Firm) -> None:
    backup = made(store)
    before = backup.path.read_bytes()
    backup.path.chmod(0o400)
    verify(backup.path, KEY)
    assert backup.path.read_bytes() == before
    assert len(list(backup.path.parent.iterdir())) == 1


def test_the_key_file_goes_along(store: Store, firm: Firm) -> None:
    key_path(store.path).write_bytes(b"the ways in")
    assert made(store).key.read_bytes() == b"the ways in"


def test_somebody_saves_notes_while_a_backup_is_made(store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    def connected(path: Path, key: bytes) -> object:
        raw = connect(path, key)

        class Slow:
            def execute(self, words: str, *values: object) -> object:
                if words.startswith("VACUUM"):
                    put(store, firm.note("in between"))
                return raw.execute(words, *values)

            def close(self) -> None:
                raw.close()

        return Slow()

    monkeypatch.setattr("shadow_app.storage.backups.connect", connected)
    assert verify(made(store).path, KEY).notes == 1


def test_a_backup_that_lacks_something_is_thrown_away(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = made(store)
    put(store, firm.note("new"))
    older = first.path.read_bytes()

    def connected(path: Path, key: bytes) -> object:
        raw = connect(path, key)

        class Forgetful:
            def execute(self, words: str, *values: object) -> object:
                if words.startswith("VACUUM"):
                    Path(values[0][0]).write_bytes(older)  # type: ignore[index]
                    return None
                return raw.execute(words, *values)

            def close(self) -> None:
                raw.close()

        return Forgetful()

    monkeypatch.setattr("shadow_app.storage.backups.connect", connected)
    with pytest.raises(StoreDamaged, match=r"did not hold what store\.db holds and was thrown away"):
        made(store)
    assert [each.path for each in backups(store.path, store.backups)] == [first.path]
    assert len(list(store.backups.iterdir())) == 1


def test_no_backup_is_made_of_a_damaged_store(store: Store, firm: Firm) -> None:
    first = made(store)
    store.close()
    flip(store.path, 5 * 4096 + 100)
    with pytest.raises(StoreDamaged, match=r"is damaged, so no backup was made of it: .* older backups are untouched"):
        make(store.path, KEY, store.backups, "daily")
    assert [each.path for each in backups(store.path, store.backups)] == [first.path]


def test_a_damaged_backup_is_said_to_be(store: Store, firm: Firm) -> None:
    backup = made(store)
    flip(backup.path, 3 * 4096 + 100)
    with pytest.raises(StoreDamaged, match=r"^The backup store\..* is damaged: .* Use another one\.$"):
        verify(backup.path, KEY)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no RLIMIT_FSIZE")
def test_a_disk_that_takes_no_more_costs_no_older_backup(store: Store, firm: Firm) -> None:
    import resource

    first = made(store)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    put(store, firm.note("new"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, most[1]))
    try:
        with pytest.raises(StoreTrouble) as told:
            made(store)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert str(told.value).count("\n") == 0
    assert "full" in str(told.value)
    assert [each.name for each in store.backups.iterdir()] == [first.path.name]
    verify(first.path, KEY)


def test_a_folder_that_cannot_be_one_is_said(tmp_path: Path, store: Store) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreTrouble, match=r"could not be written \(.*\)\. What was there before is untouched"):
        make(store.path, KEY, tmp_path / "file", "asked")


def test_what_a_stopped_backup_left_goes_and_other_files_stay(store: Store) -> None:
    first = made(store)
    old, young, other = (store.backups / f".store.{name}.db.part" for name in ("old", "young", "x"))
    other = store.backups / "store.notes.db"
    for each in (old, young, other):
        each.write_bytes(b"x")
    os.utime(old, (0, 0))
    second = made(store)
    assert [each.path for each in backups(store.path, store.backups)] == [second.path, first.path]
    assert not old.exists()
    assert young.exists()
    assert other.exists()
    assert backups(store.path, store.backups / "nowhere") == []


# Which are kept


def test_two_years_of_daily_backups_thin_out_to_two_days_twelve_days_ten_weeks_nine_months() -> None:
    there: set[datetime] = set()
    start = NOW - timedelta(days=730)
    for hour in range(0, 730 * 24 + 1, 8):
        now = start + timedelta(hours=hour)
        there = kept({*there, now}, now)
    today = [at for at in there if (NOW.date() - at.date()).days < 2]
    assert len(today) == 6
    assert len(there) == 6 + 12 + 10 + 9
    assert min(there) < NOW - timedelta(days=300)
    assert NOW - min(there) <= RETENTION


TIMES = st.lists(st.timedeltas(timedelta(0), timedelta(days=900)).map(lambda back: NOW - back), max_size=60)


@given(TIMES)
def test_thinning_keeps_what_it_must_and_no_more(times: list[datetime]) -> None:
    chosen = kept(times, NOW)
    assert chosen <= set(times)
    assert set(times[:1]) == set() or max(times) in chosen
    assert {at for at in times if (NOW.date() - at.date()).days < 2} <= chosen
    assert kept(chosen, NOW) == chosen, "thinning twice is thinning once"
    older = [at for at in chosen if (NOW.date() - at.date()).days >= 2]
    assert len(older) <= 12 + 10 + 9 + 1
    assert all(NOW - at <= RETENTION for at in chosen - {max(times, default=NOW)})


def test_a_shorter_retention_ends_what_is_kept() -> None:
    times = [NOW - timedelta(days=days) for days in range(0, 300, 10)]
    assert min(kept(times, NOW, timedelta(days=30))) >= NOW - timedelta(days=30)


# By itself


def test_every_four_hours_and_every_day_if_something_changed(store: Store, firm: Firm) -> None:
    keeper = Backups(store)
    day, hour = timedelta(days=1), timedelta(hours=1)
    now = datetime(2026, 11, 22, 6, tzinfo=timezone.utc)
    assert keeper.due(now)
    assert keeper.tend(now).made is not None
    assert keeper.tend(now).made is None
    assert not keeper.due(now + 9 * hour), "nothing was written"
    put(store, firm.note("later the same day"))
    assert not keeper.due(now + 3 * hour)
    assert keeper.tend(now + 4 * hour).made is not None
    assert not keeper.due(now + 9 * hour)
    put(store, firm.note("in the evening"))
    assert keeper.due(now + day)
    assert keeper.due(now - 3 * day), "a clock that was put back does not stop them"
    assert keeper.words().startswith(f"2 in {keeper.folder} (")


def test_one_made_before_an_import_does_not_stand_for_the_days_notes(store: Store, firm: Firm) -> None:
    keeper, now = Backups(store), datetime(2026, 11, 22, 6, tzinfo=timezone.utc)
    make(store.path, KEY, store.backups, "import", now)
    put(store, firm.note("the first note of the day"))
    assert keeper.due(now + timedelta(hours=4))


def test_counts_are_of_what_somebody_would_see(store: Store, firm: Firm) -> None:
    note = firm.note("noted twice")
    put(store, note, firm.note("kept"))
    before = verify(made(store).path, KEY)
    with store.work("Removed") as work:
        work.remove(note)
        work.commit()
    after = verify(made(store).path, KEY)
    assert before.notes - after.notes == 1
    assert before.tables["observation"] == after.tables["observation"]


def test_old_ones_go_with_their_keys(store: Store, firm: Firm) -> None:
    key_path(store.path).write_bytes(b"{}")
    for days in (400, 380, 1):
        made(store, at=datetime.now(timezone.utc) - timedelta(days=days))
    Backups(store).make()
    assert len(backups(store.path, store.backups)) == 2
    assert len(list(store.backups.iterdir())) == 4


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    with closing(Store(tmp_path / "store.db", KEY, backups=tmp_path / "stick" / "shadow")) as store:
        made_there = Backups(store).make()
    assert made_there.path.parent == tmp_path / "stick" / "shadow"
    assert Backups(store).words().count("1 in ") == 1


def test_none_yet_is_said(store: Store) -> None:
    assert Backups(store).words() == f"None yet; they will lie in {store.backups}."


def test_two_stores_share_a_folder_of_backups(tmp_path: Path) -> None:
    one, two = new_store(tmp_path, "one.db"), new_store(tmp_path, "two.db")
    made(one)
    made(two)
    assert [len(backups(each.path, each.backups)) for each in (one, two)] == [1, 1]
    one.close()
    two.close()
