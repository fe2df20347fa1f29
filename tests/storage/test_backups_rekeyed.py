"""Another key for a store and its backups, and the team's recovery key that survives it."""

from __future__ import annotations

import base64
import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from factories import Firm, put
from shadow_app.domain.errors import Refused, StoreBusy, StoreDamaged, StoreTooNew, StoreTrouble, WrongKey
from shadow_app.domain.observation import Observation
from shadow_app.storage import key_ways, keys, team_key
from shadow_app.storage.backups import backups, make, verify
from shadow_app.storage.key_ways import rekey
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.keys import Cost
from shadow_app.storage.store import Store
from shadow_app.storage.successor import complete
from shadow_app.storage.wraps import fingerprint
from stopped import moments, rekey_there, stopped_at

CHEAP = Cost(memory_kib=8, passes=1)
WORDS, TEAM_WORDS = "a long walk home", "the keys of the house"


def no_keyring() -> None:
    return None


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Path, keys.Created]:
    """A closed store with one note and a backup, and what was made with it."""
    path = tmp_path / "shadow.db"
    created = keys.create(path, passphrase=WORDS, use_keyring=False, find=no_keyring, cost=CHEAP)
    with closing(Store(path, created.key)) as store:
        firm = Firm().put_into(store)
        put(store, firm.note("kept"))
        make(path, created.key, store.backups, "asked")
    return path, created


def note_texts(path: Path, key: bytes) -> list[str]:
    with closing(Store(path, key)) as store, store.reading() as read:
        return [note.text for note in read.where(Observation)]


def test_a_store_with_another_key(kept: tuple[Path, keys.Created]) -> None:
    path, created = kept
    folder = path.parent / "backups"
    done = rekey(path, WORDS, folder=folder)
    assert done.key != created.key
    assert keys.unlock(path, passphrase=WORDS, find=no_keyring) == done.key
    assert note_texts(path, done.key) == ["kept"]
    with pytest.raises(WrongKey):
        Store(path, created.key)
    assert done.recovery_code
    assert keys.unlock(path, recovery_code=done.recovery_code, find=no_keyring) == done.key
    with pytest.raises(WrongKey):
        keys.unlock(path, recovery_code=created.recovery_code, find=no_keyring)
    assert done.backups == len(backups(path, folder)) == 2
    for each in backups(path, folder):
        verify(each.path, done.key)
        assert keys.unlock(each.path, passphrase=WORDS, find=no_keyring) == done.key
    left = {each.name for each in path.parent.iterdir()} - {"shadow-home"}
    assert left == {"shadow.db", "shadow.db.key", "shadow.db.saved", "backups"}


def test_a_guess_costs_what_it_did(kept: tuple[Path, keys.Created]) -> None:
    path, _ = kept
    rekey(path, WORDS, folder=path.parent / "backups")
    content = json.loads(key_path(path).read_text())
    wrap = next(each for each in content["wraps"] if each["kind"] == "passphrase")
    assert (wrap["memory_kib"], wrap["passes"]) == (8, 1)


@pytest.mark.parametrize("backup_stays", [True, False])
def test_another_key_is_refused_where_it_cannot_be_given(kept: tuple[Path, keys.Created], backup_stays: bool) -> None:
    path, created = kept
    folder = path.parent / "backups"
    before = key_path(path).read_bytes()
    with pytest.raises(WrongKey):
        rekey(path, "not the right one", folder=folder)
    with closing(Store(path, created.key)), pytest.raises(StoreBusy):
        rekey(path, WORDS, folder=folder)
    if not backup_stays:
        shutil.rmtree(folder)
        folder.write_text("no folder")
        with pytest.raises(StoreTrouble):
            rekey(path, WORDS, folder=folder)
    assert key_path(path).read_bytes() == before
    assert note_texts(path, created.key) == ["kept"]


def test_a_store_without_a_passphrase_needs_one_first(tmp_path: Path) -> None:
    path = tmp_path / "shadow.db"
    keys.create(path, passphrase=WORDS, use_keyring=False, find=no_keyring, cost=CHEAP)
    content = json.loads(key_path(path).read_text())
    content["wraps"] = [each for each in content["wraps"] if each["kind"] != "passphrase"]
    key_path(path).write_text(json.dumps(content))
    with pytest.raises(Refused, match="has no passphrase, and the new key needs one"):
        rekey(path, WORDS, folder=tmp_path / "backups")


def test_a_backup_under_a_key_that_is_gone_is_left_as_it_is(kept: tuple[Path, keys.Created]) -> None:
    path, _ = kept
    folder = path.parent / "backups"
    older = backups(path, folder)[0]
    rekey(path, WORDS, folder=folder)
    content = bytearray(older.path.read_bytes())
    content[20] ^= 1
    older.path.write_bytes(content)
    assert rekey(path, WORDS, folder=folder).backups == 2
    assert older.path.read_bytes() == content


def test_a_change_of_key_that_is_stopped_anywhere_is_old_or_new(
    kept: tuple[Path, keys.Created], tmp_path: Path, thorough: bool
) -> None:
    path, created = kept
    ready = tmp_path / "ready"
    ready.mkdir()
    for each in ("shadow.db", "shadow.db.key", "backups"):
        (path.parent / each).rename(ready / each)
    place = copied(ready, tmp_path / "place")
    count = stopped_at(1_000, place, rekey_there, place / "shadow.db", WORDS)
    assert count is not None
    seen = set()
    for nth in moments(count, thorough):
        place = copied(ready, tmp_path / "place")
        store = place / "shadow.db"
        assert stopped_at(nth, place, rekey_there, store, WORDS) is None
        complete(store)
        key = keys.unlock(store, passphrase=WORDS, find=no_keyring)
        assert note_texts(store, key) == ["kept"]
        for backup in backups(store, place / "backups"):
            assert opens(backup.path, key, created.key)
        seen.add(key == created.key)
    assert seen == {True, False}


def opens(backup: Path, *some: bytes) -> bool:
    for key in some:
        try:
            return verify(backup, key).notes == 1
        except WrongKey:
            continue
    return False


def copied(ready: Path, place: Path) -> Path:
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(ready, place)
    return place


# The team's recovery key


@pytest.fixture
def lead(tmp_path: Path) -> tuple[Path, bytes]:
    """The lead's file and the public half."""
    place = tmp_path / "team.key"
    return place, team_key.make(place, TEAM_WORDS, cost=CHEAP)


def test_the_lead_opens_a_store_whose_passphrase_is_forgotten(
    kept: tuple[Path, keys.Created], lead: tuple[Path, bytes]
) -> None:
    path, created = kept
    place, public = lead
    key_ways.add_team_key(path, team_key.public_of(team_key.word_of(public)), passphrase=WORDS, find=no_keyring)
    private = team_key.open_private(place, TEAM_WORDS)
    assert keys.unlock(path, team_key=private, find=no_keyring) == created.key
    keys.change_passphrase(path, "another long walk", team_key=private, cost=CHEAP)
    assert keys.unlock(path, passphrase="another long walk", find=no_keyring) == created.key
    assert any("The team's recovery key" in line for line in keys.describe(path, find=no_keyring))
    key = rekey(path, "another long walk", folder=path.parent / "backups").key
    assert keys.unlock(path, team_key=private, find=no_keyring) == key, "it opens the new key as well"


def test_another_key_is_not_sealed_to_a_stranger_who_wrote_into_the_key_file(
    kept: tuple[Path, keys.Created], lead: tuple[Path, bytes], tmp_path: Path
) -> None:
    """It needs no key to put a wrap there, only a minute at the file; it opens nothing until the store is rekeyed."""
    path, created = kept
    stranger, other = tmp_path / "stranger.key", tmp_path / "other.db"
    theirs = team_key.make(stranger, TEAM_WORDS, cost=CHEAP)
    keys.create(other, passphrase=WORDS, use_keyring=False, find=no_keyring, cost=CHEAP)
    key_ways.add_team_key(other, theirs, passphrase=WORDS, find=no_keyring)
    for had_one in (False, True):
        if had_one:
            key_ways.add_team_key(path, lead[1], passphrase=WORDS, find=no_keyring)
        content = json.loads(key_path(path).read_text())
        content["wraps"] = [each for each in content["wraps"] if each["kind"] != "team recovery key"]
        content["wraps"].append(json.loads(key_path(other).read_text())["wraps"][-1])
        content["version"] = 2
        key_path(path).write_text(json.dumps(content))
        assert keys.unlock(path, passphrase=WORDS, find=no_keyring)
        done = rekey(path, WORDS, folder=path.parent / "backups")
        assert not done.team_kept
        assert any("ask your lead for the key" in each and done.team in each for each in done.words)
        private = team_key.open_private(stranger, TEAM_WORDS)
        for each in (path, *(backup.path for backup in backups(path, path.parent / "backups"))):
            with pytest.raises(WrongKey):
                keys.unlock(each, team_key=private, find=no_keyring, environ={})
    assert note_texts(path, done.key) == ["kept"]
    assert done.key != created.key


def test_a_team_key_that_stays_is_named_with_its_digits(
    kept: tuple[Path, keys.Created], lead: tuple[Path, bytes]
) -> None:
    path, _ = kept
    assert rekey(path, WORDS, folder=path.parent / "backups").words == ()
    key_ways.add_team_key(path, lead[1], passphrase=WORDS, find=no_keyring)
    (told,) = rekey(path, WORDS, folder=path.parent / "backups").words
    assert fingerprint(lead[1]) in told
    assert "compare these digits" in told


def test_neither_half_nor_the_data_key_is_in_the_key_file(
    kept: tuple[Path, keys.Created], lead: tuple[Path, bytes]
) -> None:
    path, created = kept
    place, public = lead
    key_ways.add_team_key(path, public, passphrase=WORDS, find=no_keyring)
    private = team_key.open_private(place, TEAM_WORDS)
    for told in (key_path(path).read_bytes(), place.read_bytes()):
        for secret in (private, created.key):
            assert base64.urlsafe_b64encode(secret).rstrip(b"=") not in told
            assert secret.hex().encode() not in told
    assert place.stat().st_mode & 0o077 == 0


def test_another_teams_key_says_so(kept: tuple[Path, keys.Created], lead: tuple[Path, bytes], tmp_path: Path) -> None:
    path, _ = kept
    team_key.make(tmp_path / "other.key", TEAM_WORDS, cost=CHEAP)
    other = team_key.open_private(tmp_path / "other.key", TEAM_WORDS)
    with pytest.raises(WrongKey, match="never given to a team's recovery key"):
        keys.unlock(path, team_key=other, find=no_keyring)
    key_ways.add_team_key(path, lead[1], passphrase=WORDS, find=no_keyring)
    with pytest.raises(WrongKey, match="another team's recovery key"):
        keys.unlock(path, team_key=other, find=no_keyring)
    with pytest.raises(WrongKey, match="or ask your lead"):
        keys.unlock(path, find=no_keyring, environ={})


def test_a_changed_wrap_opens_nothing(kept: tuple[Path, keys.Created], lead: tuple[Path, bytes]) -> None:
    path, _ = kept
    key_ways.add_team_key(path, lead[1], passphrase=WORDS, find=no_keyring)
    private = team_key.open_private(lead[0], TEAM_WORDS)
    content = json.loads(key_path(path).read_text())
    wrap = next(each for each in content["wraps"] if each["kind"] == "team recovery key")
    wrap["once"] = base64.urlsafe_b64encode(bytes(range(32))).decode()
    key_path(path).write_text(json.dumps(content))
    with pytest.raises(WrongKey):
        keys.unlock(path, team_key=private, find=no_keyring)


def test_an_older_program_calls_the_file_too_new_and_not_damaged(
    kept: tuple[Path, keys.Created], lead: tuple[Path, bytes]
) -> None:
    path, _ = kept
    assert json.loads(key_path(path).read_text())["version"] == 1
    key_ways.add_team_key(path, lead[1], passphrase=WORDS, find=no_keyring)
    content = json.loads(key_path(path).read_text())
    assert content["version"] == 2
    content["version"] = 1
    key_path(path).write_text(json.dumps(content))
    with pytest.raises(StoreDamaged):
        keys.read(path)
    content["version"] = 3
    key_path(path).write_text(json.dumps(content))
    with pytest.raises(StoreTooNew):
        keys.read(path)
    content["version"] = 2
    key_path(path).write_text(json.dumps(content))
    key_ways.remove_team_key(path)
    assert json.loads(key_path(path).read_text())["version"] == 1


def test_the_last_way_in_stays(kept: tuple[Path, keys.Created]) -> None:
    path, _ = kept
    key_ways.remove_recovery_code(path)
    assert len(keys.describe(path, find=no_keyring)) == 1
    content = json.loads(key_path(path).read_text())
    content["wraps"][0] = {"kind": "keyring", "nonce": "dI0Iq29LGTXldLWT", "sealed": content["wraps"][0]["sealed"]}
    key_path(path).write_text(json.dumps(content))
    for remove in (key_ways.remove_recovery_code, key_ways.remove_team_key):
        with pytest.raises(Refused, match="Only this computer's keyring would be left"):
            remove(path)


@pytest.mark.parametrize("word", ["", "shadow-team-", "shadow-team-aaaa", "not a key", "shadow-team-" + "a" * 56])
def test_what_is_no_team_key_is_refused(word: str) -> None:
    with pytest.raises(Refused, match="begins with shadow-team-"):
        team_key.public_of(word)


def test_a_key_that_agrees_on_nothing_is_refused(kept: tuple[Path, keys.Created]) -> None:
    path, _ = kept
    with pytest.raises(Refused, match="ask your lead"):
        key_ways.add_team_key(path, bytes(32), passphrase=WORDS, find=no_keyring)


def test_a_mistyped_word_is_noticed(lead: tuple[Path, bytes]) -> None:
    word = team_key.word_of(lead[1])
    assert team_key.public_of(f"  {word.upper()}\n") == lead[1]
    for at in range(len(team_key.PREFIX), len(word)):
        wrong = word[:at] + ("a" if word[at] != "a" else "b") + word[at + 1 :]
        with pytest.raises(Refused):
            team_key.public_of(wrong)


def test_the_leads_file_is_never_written_over_and_says_what_is_wrong(lead: tuple[Path, bytes], tmp_path: Path) -> None:
    place, _ = lead
    with pytest.raises(Refused, match="is there already and may be a key that somebody needs"):
        team_key.make(place, TEAM_WORDS, cost=CHEAP)
    with pytest.raises(Refused, match="fewer than 8"):
        team_key.make(tmp_path / "short.key", "short", cost=CHEAP)
    with pytest.raises(WrongKey, match=r"not the passphrase of team\.key"):
        team_key.open_private(place, "not the right one")
    with pytest.raises(StoreTrouble, match="cannot be read"):
        team_key.open_private(tmp_path / "nowhere", TEAM_WORDS)
    place.write_text("{}")
    with pytest.raises(StoreTrouble, match="is no team recovery key, or is damaged"):
        team_key.open_private(place, TEAM_WORDS)
    with pytest.raises(StoreTrouble, match="could not be written"):
        team_key.make(tmp_path / "nowhere" / "team.key", TEAM_WORDS, cost=CHEAP)
