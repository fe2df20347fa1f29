"""Ten hostile inputs beyond the twenty-five: what somebody else's laptop, clock, folder or file can bring."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PIL import Image

from factories import KEY, Firm, new_store, put
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import WrongKey
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.withdrawn import QUOTE_GONE, unquoted
from shadow_app.interchange.pictures import is_bare, take_in
from shadow_app.storage import erasures, keys, taken_back
from shadow_app.storage.backups import backups, make
from shadow_app.storage.key_ways import rekey
from shadow_app.storage.last_saved import mark_path
from shadow_app.storage.restoring import restore
from shadow_app.storage.store import Store
from shadow_app.usecases import withdrawal
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.ways_in import WayIn
from two_desks import desk, hand_over, pages_of

NEEDLE = "zyxwvneedle"
WORDS = "a cold loading bay"
CHEAP = keys.Cost(memory_kib=8, passes=1)
Door = Callable[..., tuple[int, str, str]]

needs_posix = pytest.mark.skipif(os.name != "posix", reason="devices and names of POSIX")


@pytest.fixture
def real(tmp_path: Path) -> Iterator[Store]:
    """An empty store that is no demonstration, so that backups are made of it."""
    (tmp_path / "real").mkdir()
    with closing(new_store(tmp_path / "real")) as opened:
        yield opened


def speaking(how: str) -> bytes:
    """A photo that tells more than its pixels."""
    exif, out = Image.Exif(), BytesIO()
    exif[0x010E] = NEEDLE
    more: dict[str, dict[str, Any]] = {
        "exif": {"exif": exif},
        "comment": {"comment": NEEDLE.encode()},
        "profile": {"icc_profile": NEEDLE.encode() * 20},
        "xmp": {"xmp": b"<x:xmpmeta>" + NEEDLE.encode() + b"</x:xmpmeta>"},
    }
    Image.new("RGB", (60, 40), "red").save(out, "JPEG", **more.get(how, {}))
    return out.getvalue() + (b"PK\x03\x04" + NEEDLE.encode() + b"\xff\xd9" if how == "tail" else b"")


def test_1_a_photo_that_says_where_it_was_taken_comes_in_from_nobody(tmp_path: Path) -> None:
    with desk(tmp_path, "Rogue") as rogue, desk(tmp_path, "Ann") as ann:
        firm = Firm().put_into(rogue.store)
        rogue.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
        note, made = firm.note("look"), [speaking(how) for how in ("exif", "comment", "profile", "xmp", "tail")]
        digests = [sha256(data).hexdigest() for data in made]
        with rogue.store.work("Photos added") as work:
            work.put(note)
            for digest, data in zip(digests, made, strict=True):
                work.put_blob(digest, data)
                mine = {"visit_id": firm.visit.id, "observation_id": note.id}
                work.put(Attachment(sha256=digest, byte_size=len(data), **mine))
            work.commit()
        hand_over(rogue, ann, tmp_path)
        (shown,) = ann.capture.timeline(firm.visit.id)
        assert shown.note.text == "look"
        assert [ann.capture.picture(digest) for digest in digests] == [None] * 5
        assert NEEDLE.encode() not in pages_of(ann.store)


CLEAN = take_in(speaking("exif")).jpeg


@given(st.binary(max_size=40), st.integers(min_value=0, max_value=700))
@hypothesis_settings(deadline=None)
def test_1_any_change_of_a_photo_is_looked_through(more: bytes, at: int) -> None:
    clean = CLEAN
    assert is_bare(clean)
    assert not is_bare(clean + b"\xff\xd9")
    assert is_bare(clean[:at] + more + clean[at:]) in (True, False)
    assert is_bare(clean[:2] + b"\xff\xe1" + (len(more) + 2).to_bytes(2, "big") + more + clean[2:]) is False


@needs_posix
@pytest.mark.parametrize("what", ["erased", "withdrawn"])
def test_2_a_list_without_end_beside_the_backups_is_read_to_a_bound(store: Store, firm: Firm, what: str) -> None:
    store.backups.mkdir()
    place = store.backups / f"store.{what}"
    with place.open("wb") as file:
        file.write(firm.visit.id.hex.encode() + b"\n")
        file.truncate(1 << 40)
    assert erasures.read(place) <= {firm.visit.id}
    assert taken_back.read(place) is None


@pytest.mark.parametrize("row", [10**19, 0])
def test_3_a_number_that_no_log_ever_had_costs_no_note(tmp_path: Path, row: int) -> None:
    with closing(new_store(tmp_path)) as store:
        firm = Firm().put_into(store)
        device = store.device
    words = f"{row:020d} {'f' * 16}{device}".encode()
    mark_path(tmp_path / "store.db").write_bytes(b"%s %08x\n" % (words, crc32(words)))
    with closing(new_store(tmp_path)) as store:
        put(store, firm.note("goes on"))
        assert store.device != device, "numbers that may have been used are not used again"


@pytest.mark.parametrize("quote", ["a " * 9_999 + "b", "a" * 19_999, "a\n" * 9_999, "!\n" * 9_999, "a b\nc\n" * 3_000])
def test_4_a_quote_made_to_be_sought_for_ever_is_sought_once(firm: Firm, quote: str) -> None:
    note = firm.note("a " * 9_999, quote=quote)
    shorter = firm.note(note.text[:200], quote=quote[:200])
    longer = len(quote) / len(shorter.quote) + len(note.text) / len(shorter.text)

    def steps(each: Observation) -> int:
        """How many lines of Python it takes: no clock, so that a busy machine comes to the same."""
        seen = 0

        def count(*_: Any) -> Any:
            nonlocal seen
            seen += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            unquoted(each.text, each, quotes=False)
        finally:
            sys.settrace(before)
        return seen

    assert steps(note) < 3 * longer * steps(shorter)


@given(st.text("ab .!\n", max_size=40), st.text("ab .!\n", min_size=1, max_size=6))
@hypothesis_settings(deadline=None)
def test_4_whatever_was_said_is_gone(text: str, quote: str) -> None:
    note = Firm().note("x", quote=quote)
    left = unquoted(text, note, quotes=False).replace(QUOTE_GONE, "\u2402")
    for line in quote.split("\n"):
        said = [each for each in line.replace(".", " ").replace("!", " ").split() if each]
        spoken = left.replace(".", " ").replace("!", " ").split()
        if said:
            assert not [at for at in range(len(spoken)) if spoken[at : at + len(said)] == said]


def test_5_a_backup_of_the_year_2099_stops_no_other(real: Store) -> None:
    store, firm = real, Firm()
    keeper, now = Backups(store), datetime.now(timezone.utc)
    make(store.path, KEY, store.backups, "daily", now + timedelta(days=70 * 365))
    put(store, firm.ann)
    assert keeper.due(now)
    made = keeper.tend(now).made
    assert made is not None
    assert not keeper.due(now), "one a day"
    put(store, firm.ann.edited(team="other"))
    assert keeper.due(now + timedelta(days=1))


@needs_posix
def test_6_a_folder_whose_name_is_a_question_to_sqlite_is_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a?mode=memory&immutable=1#%2e';--\n\u202e"
    folder.mkdir()
    path = folder / "sh'ad\"ow.db"
    created = keys.create(path, passphrase=WORDS, use_keyring=False, cost=CHEAP)
    with closing(Store(path, created.key)) as store:
        firm = Firm().put_into(store)
        put(store, firm.note("kept"))
        backup = make(path, created.key, store.backups, "asked")
    restore(path, backup.path, created.key, folder=folder / "backups", follow=withdrawal.replay)
    key = rekey(path, WORDS, folder=folder / "backups").key
    with closing(Store(path, key)) as store, store.reading() as read:
        assert [each.text for each in read.where(Observation)] == ["kept"]
    assert len(backups(path, folder / "backups")) == 2
    assert {each.name for each in tmp_path.iterdir()} <= {folder.name, "shadow-home"}


@pytest.mark.parametrize("said", ["", "\0", "\ud800", "a" * 1_000_000, "\u202e" + WORDS, WORDS + "\n", WORDS + " "])
def test_7_whatever_is_typed_as_a_passphrase_is_one_or_is_not(tmp_path: Path, said: str) -> None:
    path = tmp_path / "shadow.db"
    keys.create(path, passphrase=WORDS, use_keyring=False, cost=CHEAP)
    for way in (WayIn(passphrase=said, keyring=False), WayIn(recovery_code=said, keyring=False)):
        with pytest.raises(WrongKey) as told:
            way.key_of(path)
        assert said.strip("\0") == "" or len(said) < 3 or said not in str(told.value)


@needs_posix
@pytest.mark.parametrize("place", ["/dev/zero", "/dev/full", "/", "loop", "x" * 300])
def test_8_what_is_no_file_is_one_sentence_from_every_command(
    shadow: Shadow, door: Door, tmp_path: Path, place: str
) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    name = str(tmp_path / "loop") if place == "loop" else place
    for words in (
        ("receive", name),
        ("backup", "restore", name),
        ("import", "notes", name),
        ("folder", "sync", name),
        ("backup", "verify", name),
    ):
        code, said, told = door(*words)
        assert code in (1, 2), words
        assert (said, len(told.splitlines())) == ("", 1), (words, told)


@pytest.mark.parametrize("left", ["folder", "link", "nothing"])
def test_9_what_lies_where_a_file_of_the_store_belongs_is_not_taken_for_it(tmp_path: Path, left: str) -> None:
    """A folder or a link to nowhere in the place of the lists beside the store costs nothing but a line of the log."""
    with closing(new_store(tmp_path)) as store:
        firm = Firm().put_into(store)
        note = firm.note("gone soon")
        put(store, note)
    for end in (".erased", ".withdrawn", ".saved"):
        place = tmp_path / f"store.db{end}"
        place.unlink(missing_ok=True)
        if left == "folder":
            place.mkdir()
        elif left == "link":
            place.symlink_to(tmp_path / "no" / "where")
    with closing(new_store(tmp_path)) as store, store.work("Erased") as work:
        work.erase(note)
        work.commit()
    with closing(new_store(tmp_path)) as store, store.reading() as read:
        assert read.where(Observation) == []


def test_10_a_clock_that_jumps_while_backups_are_made_overwrites_none(store: Store, firm: Firm) -> None:
    at = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)
    first = make(store.path, KEY, store.backups, "asked", at).path.read_bytes()
    put(store, firm.note("since"))
    make(store.path, KEY, store.backups, "asked", at)
    held = [each.path.read_bytes() for each in backups(store.path, store.backups)]
    assert first in held, "a second backup of the same moment must not take the first one's place"
