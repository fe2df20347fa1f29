"""The key file: what opens it, what does not, and that it is never half-written, overwritten or trusted."""

from __future__ import annotations

import base64
import errno
import json
import os
import stat
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shadow_app.domain.errors import (
    Bug,
    KeyWanted,
    Refused,
    StoreDamaged,
    StoreTooNew,
    StoreTrouble,
    Trouble,
    WrongKey,
)
from shadow_app.storage import keys, team_key
from shadow_app.storage.keys import Cost
from shadow_app.storage.wraps import (
    _REAL_KEYRINGS,
    PassphraseWrap,
    make_recovery_code,
    read_recovery_code,
    real_keyring,
)
from shadow_app.usecases.sealing import lock_and_key

CHEAP = Cost(memory_kib=8, passes=1)
WORDS = "a long walk home"
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Chain:
    """A keyring in memory that may be locked, or forget what it is given."""

    def __init__(self, *, locked: bool = False, forgetful: bool = False) -> None:
        self.held: dict[tuple[str, str], str] = {}
        self.locked = locked
        self.forgetful = forgetful

    def get_password(self, service: str, username: str, /) -> str | None:
        self._answer()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self._answer()
        if not self.forgetful:
            self.held[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self._answer()
        del self.held[service, username]

    def _answer(self) -> None:
        if self.locked:
            raise RuntimeError("the keyring is locked")


def no_keyring() -> None:
    return None


def never_asked() -> None:
    raise AssertionError("the keyring was asked")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(keys.PASSPHRASE_VARIABLE, raising=False)
    return tmp_path / "shadow.db"


def made(store: Path, chain: Chain | None = None, passphrase: str | None = WORDS) -> keys.Created:
    return keys.create(store, passphrase=passphrase, use_keyring=chain is not None, find=lambda: chain, cost=CHEAP)


def unlocked(store: Path, chain: Chain | None = None, **given: Any) -> bytes:
    return keys.unlock(store, find=lambda: chain, **given)


def raw(store: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(keys.key_path(store).read_text())
    return content


def wrap_of(content: dict[str, Any], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = next(wrap for wrap in content["wraps"] if wrap["kind"] == kind)
    return found


def rewrite(store: Path, content: dict[str, Any]) -> None:
    keys.key_path(store).write_text(json.dumps(content))


def code_of(number: int) -> str:
    """A recovery code, written down independently of the program: 26 digits and the remainder by 1021 in two."""
    whole = number * 1024 + number % 1021
    digits = ""
    for _ in range(28):
        whole, digit = divmod(whole, 32)
        digits = CROCKFORD[digit] + digits
    return digits


CODES = st.integers(0, 2**130 - 1).map(code_of)


# Making and opening


def test_passphrase_and_recovery_code_open_the_same_key(store: Path) -> None:
    new = made(store)
    assert len(new.key) == 32
    assert unlocked(store, passphrase=WORDS) == new.key
    assert unlocked(store, recovery_code=new.recovery_code) == new.key
    assert not new.in_keyring


def test_every_store_has_a_key_of_its_own(tmp_path: Path) -> None:
    assert made(tmp_path / "one.db").key != made(tmp_path / "two.db").key


def test_the_key_is_not_in_the_file_nor_in_what_is_printed(store: Path) -> None:
    new = made(store, Chain())
    data = keys.key_path(store).read_bytes()
    assert new.recovery_code
    for told in (new.key, new.key.hex().encode(), base64.urlsafe_b64encode(new.key), new.recovery_code.encode()):
        assert told not in data
    assert new.recovery_code not in repr(new)
    assert repr(new.key) not in repr(new)


def test_only_the_owner_may_read_the_file_before_and_after_a_change(store: Path) -> None:
    old_mask = os.umask(0)
    try:
        made(store)
        assert stat.S_IMODE(keys.key_path(store).stat().st_mode) == 0o600
        keys.change_passphrase(store, "another long walk", old=WORDS, cost=CHEAP)
        assert stat.S_IMODE(keys.key_path(store).stat().st_mode) == 0o600
    finally:
        os.umask(old_mask)
    assert [path.name for path in store.parent.iterdir()] == ["shadow.db.key"]


def test_without_being_told_otherwise_a_guess_costs_128_mib(
    store: Path, shipped_cost: keys.Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "USUAL", shipped_cost)
    keys.create(store, passphrase=WORDS, use_keyring=False)
    wrap = wrap_of(raw(store), "passphrase")
    assert (wrap["memory_kib"], wrap["passes"], wrap["lanes"], wrap["kdf"]) == (131072, 3, 1, "argon2id")
    assert unlocked(store, passphrase=WORDS)


def test_every_lock_costs_the_same_if_nobody_says_otherwise(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "USUAL", keys.Cost(memory_kib=16, passes=2))
    made(store)
    keys.change_passphrase(store, "another long walk", old=WORDS)
    team_key.make(store.with_name("team.key"), WORDS)
    lock, _key = lock_and_key(WORDS, [])
    locks = (
        wrap_of(raw(store), "passphrase"),
        json.loads(store.with_name("team.key").read_text())["wrap"],
        json.loads(lock)["wrap"],
    )
    assert [(each["memory_kib"], each["passes"]) for each in locks] == [(16, 2)] * 3


@pytest.mark.parametrize("passphrase", ["", "short", "1234567"])
def test_a_short_passphrase_is_refused_and_nothing_is_made(store: Path, passphrase: str) -> None:
    with pytest.raises(Refused, match="fewer than 8 characters: choose a longer one"):
        made(store, passphrase=passphrase)
    assert list(store.parent.iterdir()) == []


def test_a_store_that_nothing_opens_is_refused(store: Path) -> None:
    with pytest.raises(Refused, match="needs a passphrase, because a store is never left open"):
        made(store, passphrase=None)
    assert list(store.parent.iterdir()) == []


def test_umlauts_open_from_every_keyboard(store: Path) -> None:
    new = made(store, passphrase="Gr\u00fc\u00dfe an alle")
    assert unlocked(store, passphrase="Gru\u0308\u00dfe an alle") == new.key


def test_any_text_can_be_a_passphrase(store: Path) -> None:
    odd = "\udcff nul \0 and \u202e more"
    new = made(store, passphrase=odd)
    assert unlocked(store, passphrase=odd) == new.key


def test_the_environment_gives_the_passphrase_if_nobody_else_does(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = made(store)
    assert unlocked(store, environ={"SHADOW_PASSPHRASE": WORDS}) == new.key
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    assert unlocked(store) == new.key
    with pytest.raises(WrongKey):
        unlocked(store, passphrase="typed by hand")
    with pytest.raises(WrongKey, match="nothing was given"):
        unlocked(store, environ={"SHADOW_PASSPHRASE": ""})


# Wrong keys say what to try next


def test_a_wrong_passphrase_says_what_to_try(store: Path) -> None:
    made(store)
    with pytest.raises(WrongKey) as wrong:
        unlocked(store, passphrase="a long walk HOME")
    assert str(wrong.value) == (
        "shadow.db stays locked, because this is not its passphrase: look at capital letters and the keyboard layout "
        "or use its recovery code."
    )


def test_nothing_given_says_what_to_give(store: Path) -> None:
    made(store)
    with pytest.raises(KeyWanted) as wrong:
        unlocked(store)
    assert str(wrong.value) == (
        "shadow.db stays locked, because nothing was given to open it: give its passphrase (a command takes it from "
        "SHADOW_PASSPHRASE) or use its recovery code."
    )


def test_a_passphrase_for_a_store_without_one_says_so(store: Path) -> None:
    made(store, Chain(), passphrase=None)
    with pytest.raises(
        WrongKey, match=r"keyring does not hold its key and it has no passphrase: use its recovery code"
    ):
        unlocked(store, passphrase=WORDS)


def test_another_stores_recovery_code_says_so(store: Path) -> None:
    made(store, Chain(), passphrase=None)
    other = made(store.with_name("other.db")).recovery_code
    with pytest.raises(WrongKey, match=r"an older one or another store's: look for another copy"):
        unlocked(store, recovery_code=other)


def test_a_wrong_passphrase_beside_the_right_code_opens(store: Path) -> None:
    new = made(store)
    assert unlocked(store, passphrase="not the right one", recovery_code=new.recovery_code) == new.key


def test_a_file_with_fewer_ways_than_we_write_is_read_all_the_same(store: Path) -> None:
    made(store)
    content = raw(store)
    content["wraps"] = [wrap_of(content, "passphrase")]
    rewrite(store, content)
    assert len(keys.describe(store)) == 1
    assert unlocked(store, passphrase=WORDS)
    with pytest.raises(WrongKey, match=r"not its passphrase: look at capital letters and the keyboard layout\."):
        unlocked(store, passphrase="not the right one", recovery_code=make_recovery_code())


def test_too_little_memory_is_said(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(store)

    def too_much(**_: object) -> object:
        raise MemoryError

    monkeypatch.setattr("shadow_app.storage.wraps.Argon2id", too_much)
    with pytest.raises(StoreTrouble, match="close other programs"):
        unlocked(store, passphrase=WORDS)


FROZEN = """{
  "format": "shadow key",
  "version": 1,
  "store_id": "0190c0de-0000-4000-8000-000000000001",
  "wraps": [
    {
      "kind": "recovery code",
      "nonce": "wV3mawZGH9HfEmEJ",
      "sealed": "rCT6E96cQTL-lbMfMwEmLaJZbMLnVR_ObE9fby5RMdPC6W8mXF6Xd3kJVMIRJYao",
      "salt": "WmW7b3_RA_EGxWB2P3eAUA=="
    },
    {
      "kind": "passphrase",
      "nonce": "r5tdvplTDNrx_2BP",
      "sealed": "NHgQRuHH4115Bsq4JhlphOXxT0lpsN_25LLmMPMULRvi9uaoFH54moh-KUA0AtaY",
      "kdf": "argon2id",
      "memory_kib": 64,
      "passes": 2,
      "lanes": 1,
      "salt": "ACxKcfkpEvPM5Qa8KLI7GQ=="
    },
    {
      "kind": "keyring",
      "nonce": "dI0Iq29LGTXldLWT",
      "sealed": "g1h3bmd5bvLvQRLyDY0kkTziK0wDgMCfjzpLUnhShm3SMXOivjVLD_rOt0ssgiV1"
    }
  ]
}
"""


def test_a_file_of_the_first_version_opens_for_ever(store: Path) -> None:
    keys.key_path(store).write_text(FROZEN)
    chain = Chain()
    chain.held["Shadow", "store 0190c0de-0000-4000-8000-000000000001"] = base64.b64encode(bytes(32)).decode()
    key = bytes(range(32))
    assert unlocked(store, passphrase="Gr\u00fc\u00dfe an alle") == key
    assert unlocked(store, recovery_code="0J6H-B7H4-5BSQ-QH4D-2PF2-8AQK-FFYV") == key
    assert unlocked(store, chain) == key


# The recovery code


def test_a_recovery_code_is_seven_groups_and_never_the_same() -> None:
    codes = {make_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    for code in codes:
        assert [len(group) for group in code.split("-")] == [4] * 7
        assert set(code) <= set(CROCKFORD) | {"-"}


@given(code=CODES, random=st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_a_code_may_be_typed_as_people_type(code: str, random: Any) -> None:
    loose = {"0": "0Oo", "1": "1IilL"}
    gaps = ["", "", " ", "-", "\u2013", " - ", "\u00a0", "\n"]
    typed = "".join(random.choice(loose.get(sign, sign + sign.lower())) + random.choice(gaps) for sign in code)
    assert code_of(read_recovery_code(f" {typed}\n")) == code


def test_a_made_code_reads_back() -> None:
    code = make_recovery_code()
    assert code_of(read_recovery_code(code)) == code.replace("-", "")


@given(code=CODES, place=st.integers(0, 27), sign=st.sampled_from(CROCKFORD))
def test_one_wrong_character_is_always_noticed(code: str, place: int, sign: str) -> None:
    wrong = code[:place] + sign + code[place + 1 :]
    if wrong == code:
        assert code_of(read_recovery_code(wrong)) == code
    else:
        with pytest.raises(WrongKey, match="wrong or swapped character: compare each group"):
            read_recovery_code(wrong)


@given(code=CODES, one=st.integers(0, 27), other=st.integers(0, 27))
def test_two_swapped_characters_are_always_noticed(code: str, one: int, other: int) -> None:
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    if "".join(signs) != code:
        with pytest.raises(WrongKey, match="wrong or swapped"):
            read_recovery_code("".join(signs))


@pytest.mark.parametrize("typed", ["", "ABCD", "0" * 27, "0" * 29, "-" * 28])
def test_a_code_of_another_length_is_counted(typed: str) -> None:
    with pytest.raises(WrongKey, match=r"has 28 letters and digits, this one has \d+: compare"):
        read_recovery_code(typed)


@pytest.mark.parametrize("sign", ["U", "*", "\u00e9", "\0"])
def test_a_character_that_no_code_has_is_refused(sign: str) -> None:
    with pytest.raises(WrongKey, match="wrong or swapped"):
        read_recovery_code(sign + "0" * 27)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_a_wrong_key(typed: str) -> None:
    try:
        assert 0 <= read_recovery_code(typed) < 2**130
    except WrongKey as wrong:
        assert str(wrong).endswith("your copy.")  # noqa: PT017


def test_a_mistyped_code_says_so_when_opening(store: Path) -> None:
    made(store)
    with pytest.raises(WrongKey, match="this one has 3: compare it with your copy"):
        unlocked(store, recovery_code="abc")


def test_a_new_code_replaces_the_old_one(store: Path) -> None:
    new = made(store)
    code = keys.new_recovery_code(store, passphrase=WORDS)
    assert unlocked(store, recovery_code=code) == new.key
    with pytest.raises(WrongKey, match="an older one"):
        unlocked(store, recovery_code=new.recovery_code)
    with pytest.raises(WrongKey):
        keys.new_recovery_code(store, passphrase="not the right one")


# Changing the passphrase


def test_a_changed_passphrase_keeps_the_key(store: Path) -> None:
    new = made(store)
    keys.change_passphrase(store, "another long walk", old=WORDS, cost=CHEAP)
    assert unlocked(store, passphrase="another long walk") == new.key
    assert unlocked(store, recovery_code=new.recovery_code) == new.key
    with pytest.raises(WrongKey):
        unlocked(store, passphrase=WORDS)


def test_a_forgotten_passphrase_is_changed_by_the_recovery_code(store: Path) -> None:
    new = made(store)
    keys.change_passphrase(store, "another long walk", recovery_code=new.recovery_code, cost=CHEAP)
    assert unlocked(store, passphrase="another long walk") == new.key


@pytest.mark.parametrize("old", [None, "not the right one"])
def test_neither_the_keyring_nor_the_environment_changes_a_passphrase(
    store: Path, old: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = WinVaultKeyring()
    new = made(store, chain)
    chosen(monkeypatch, chain)
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    assert keys.unlock(store, passphrase="not the right one") == new.key
    before = keys.key_path(store).read_bytes()
    with pytest.raises(WrongKey):
        keys.change_passphrase(store, "another long walk", old=old, cost=CHEAP)
    assert keys.key_path(store).read_bytes() == before


def test_a_passphrase_is_added_once(store: Path) -> None:
    chain = Chain()
    new = made(store, chain, passphrase=None)
    keys.add_passphrase(store, WORDS, find=lambda: chain, cost=CHEAP)
    assert unlocked(store, passphrase=WORDS) == new.key
    with pytest.raises(Refused, match="has a passphrase already: change it instead"):
        keys.add_passphrase(store, WORDS, find=lambda: chain, cost=CHEAP)


def test_a_short_new_passphrase_changes_nothing(store: Path) -> None:
    made(store)
    before = keys.key_path(store).read_bytes()
    with pytest.raises(Refused, match="fewer than 8"):
        keys.change_passphrase(store, "short", old=WORDS)
    assert keys.key_path(store).read_bytes() == before


# The system's keyring


def test_the_keyring_opens_without_asking(store: Path) -> None:
    chain = Chain()
    new = made(store, chain)
    assert new.in_keyring
    assert unlocked(store, chain) == new.key
    assert raw(store)["store_id"] in next(iter(chain.held))[1]


def test_two_stores_keep_apart_in_one_keyring(tmp_path: Path) -> None:
    chain = Chain()
    one, two = made(tmp_path / "one.db", chain), made(tmp_path / "two.db", chain)
    assert unlocked(tmp_path / "one.db", chain) == one.key
    assert unlocked(tmp_path / "two.db", chain) == two.key


@pytest.mark.parametrize("damage", ["", "short", "!" * 44, base64.b64encode(bytes(32)).decode(), "\u00e9"])
def test_a_keyring_with_something_else_in_it_leaves_the_passphrase(store: Path, damage: str) -> None:
    chain = Chain()
    new = made(store, chain)
    chain.held = dict.fromkeys(chain.held, damage)
    with pytest.raises(WrongKey, match="keyring does not hold its key"):
        unlocked(store, chain)
    assert unlocked(store, chain, passphrase=WORDS) == new.key


def test_a_locked_keyring_leaves_the_passphrase(store: Path) -> None:
    chain = Chain()
    new = made(store, chain)
    chain.locked = True
    assert unlocked(store, chain, passphrase=WORDS) == new.key
    assert unlocked(store, None, recovery_code=new.recovery_code) == new.key


@pytest.mark.parametrize("chain", [Chain(locked=True), Chain(forgetful=True), None])
def test_a_keyring_that_keeps_nothing_is_not_relied_upon(store: Path, chain: Chain | None) -> None:
    with pytest.raises(Refused, match="no keyring of this computer answers: choose one"):
        keys.create(store, passphrase=None, use_keyring=True, find=lambda: chain)
    assert list(store.parent.iterdir()) == []
    new = keys.create(store, passphrase=WORDS, use_keyring=True, find=lambda: chain, cost=CHEAP)
    assert not new.in_keyring
    with pytest.raises(Refused, match="go on with the passphrase"):
        keys.add_keyring(store, passphrase=WORDS, find=lambda: chain)


def test_the_keyring_is_added_and_taken_away(store: Path) -> None:
    chain = Chain()
    new = made(store)
    keys.add_keyring(store, passphrase=WORDS, find=lambda: chain)
    assert unlocked(store, chain) == new.key
    keys.remove_keyring(store, find=lambda: chain)
    assert chain.held == {}
    with pytest.raises(WrongKey, match="nothing was given"):
        unlocked(store, chain)
    assert unlocked(store, passphrase=WORDS) == new.key


def test_adding_a_keyring_that_works_changes_nothing(store: Path) -> None:
    chain = Chain()
    made(store, chain)
    before, held = keys.key_path(store).read_bytes(), dict(chain.held)
    keys.add_keyring(store, find=lambda: chain)
    assert (keys.key_path(store).read_bytes(), chain.held) == (before, held)


@pytest.mark.parametrize("secret", [None, base64.b64encode(bytes(32)).decode()])
def test_a_lost_secret_is_replaced(store: Path, secret: str | None) -> None:
    chain = Chain()
    new = made(store, chain)
    chain.held = {} if secret is None else dict.fromkeys(chain.held, secret)
    keys.add_keyring(store, passphrase=WORDS, find=lambda: chain)
    assert unlocked(store, chain) == new.key


def test_a_store_is_not_left_with_its_recovery_code_alone(store: Path) -> None:
    chain = Chain()
    new = made(store, chain, passphrase=None)
    with pytest.raises(Refused, match="no passphrase yet: set one before"):
        keys.remove_keyring(store, find=lambda: chain)
    assert unlocked(store, chain) == new.key


@pytest.mark.parametrize("chain", [None, Chain(locked=True)])
def test_a_keyring_that_is_gone_can_still_be_taken_away(store: Path, chain: Chain | None) -> None:
    made(store, Chain())
    keys.remove_keyring(store, find=lambda: chain)
    assert [wrap["kind"] for wrap in raw(store)["wraps"]] == ["recovery code", "passphrase"]


class Plain(Chain):
    """A keyring that keeps passwords in the open, as some that can be installed do."""


class WinVaultKeyring(Chain):
    """Stands for the system's own, whose name it bears."""


WinVaultKeyring.__module__ = "keyring.backends.Windows"


def chosen(patch: pytest.MonkeyPatch, ring: Any) -> Any:
    patch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.mark.parametrize("kind", [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, Plain])
def test_a_keyring_that_does_not_encrypt_is_none(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(monkeypatch, kind())
    assert real_keyring() is None


def test_the_systems_own_keyring_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    own = chosen(monkeypatch, WinVaultKeyring())
    assert real_keyring() is own


@pytest.mark.parametrize(("members", "taken"), [((Plain(), WinVaultKeyring()), 1), ((Plain(),), None), ((), None)])
def test_of_several_keyrings_only_the_systems_own_is_taken(
    members: tuple[Chain, ...], taken: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    several: Any = keyring.backends.chainer.ChainerBackend
    monkeypatch.setattr(several, "backends", members)
    chosen(monkeypatch, several())
    assert real_keyring() is (None if taken is None else members[taken])


def test_each_allowed_keyring_exists_under_its_name() -> None:
    """A name that the package no longer uses would quietly mean no keyring at all."""
    folder = Path(keyring.backends.fail.__file__).parent
    for name in _REAL_KEYRINGS:
        module, _, kind = name.removeprefix("keyring.backends.").rpartition(".")
        source = folder / module / "__init__.py" if (folder / module).is_dir() else folder / f"{module}.py"
        assert f"class {kind}(" in source.read_text("utf-8")


def test_a_broken_keyring_configuration_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> Any:
        raise ModuleNotFoundError("a backend named in the configuration")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert real_keyring() is None


# Demonstrations


def test_a_demonstration_asks_for_nothing_and_says_what_it_is(store: Path) -> None:
    new = keys.create(store, passphrase=None, use_keyring=False, unprotected=True, find=never_asked)
    assert new.recovery_code is None
    assert keys.unlock(store, find=never_asked) == new.key
    assert b"demo, not protected" in keys.key_path(store).read_bytes()
    assert keys.describe(store, find=never_asked) == (
        "Demo, not protected: anybody who has the two files can read this store.",
    )
    for change in (
        lambda: keys.add_passphrase(store, WORDS),
        lambda: keys.change_passphrase(store, WORDS),
        lambda: keys.add_keyring(store),
        lambda: keys.remove_keyring(store),
        lambda: keys.new_recovery_code(store),
    ):
        with pytest.raises(Refused, match="a demonstration and not protected: create a store of your own"):
            change()


@pytest.mark.parametrize(("passphrase", "use_keyring"), [(WORDS, False), (None, True)])
def test_half_protected_is_our_own_mistake(store: Path, passphrase: str | None, use_keyring: bool) -> None:
    with pytest.raises(Bug):
        keys.create(store, passphrase=passphrase, use_keyring=use_keyring, unprotected=True)


def test_what_opens_a_store_is_told_in_plain_words(store: Path) -> None:
    chain = Chain()
    keys.create(store, passphrase=WORDS, use_keyring=True, find=lambda: chain, cost=Cost(8 * 1024, 1))
    assert keys.describe(store, find=lambda: chain) == (
        "A passphrase opens it (Argon2id, 8 MiB, 1 pass).",
        "The keyring of the computer where it was set up opens it.",
        "A recovery code opens it; it was shown once.",
    )
    assert keys.describe(store, find=no_keyring)[1].endswith("opens it, but none answers now.")
    keys.remove_keyring(store, find=lambda: chain)
    assert len(keys.describe(store)) == 2
    made(store.with_name("b.db"), chain, passphrase=None)
    assert keys.describe(store.with_name("b.db"), find=lambda: chain)[0].startswith("The keyring")


# Files that are missing, damaged, hostile or newer


def test_a_missing_key_file_is_said(store: Path) -> None:
    with pytest.raises(StoreTrouble, match=r"There is no store at .*shadow.db yet: create one first"):
        unlocked(store)
    store.write_bytes(b"a store")
    with pytest.raises(StoreTrouble, match=r"shadow.db.key is missing .*: put it back from a backup"):
        unlocked(store)


@pytest.mark.parametrize("name", ["shadow.db", "shadow.db.key"])
def test_a_new_key_never_takes_the_place_of_an_old_one(store: Path, name: str) -> None:
    there = store.with_name(name)
    there.write_bytes(b"precious")
    with pytest.raises(StoreTrouble, match="There is already a store or its key"):
        made(store)
    assert there.read_bytes() == b"precious"
    assert list(store.parent.iterdir()) == [there]


def test_a_key_file_that_cannot_be_read_is_said(store: Path) -> None:
    keys.key_path(store).mkdir()
    with pytest.raises(StoreTrouble, match=r"cannot be read \(Is a directory\)"):
        unlocked(store)


def test_a_newer_file_is_left_to_a_newer_version(store: Path) -> None:
    made(store)
    rewrite(store, {"format": "shadow key", "version": 3, "something": "else"})
    with pytest.raises(StoreTooNew, match="newer version of Shadow: update this one first"):
        unlocked(store, passphrase=WORDS)


def test_a_file_cut_off_anywhere_is_refused_and_left_alone(store: Path) -> None:
    made(store)
    place = keys.key_path(store)
    whole = place.read_bytes().rstrip()
    for end in range(len(whole)):
        place.write_bytes(whole[:end])
        with pytest.raises(StoreDamaged, match="is cut off or changed and opens nothing: put it back from a backup"):
            keys.change_passphrase(store, "another long walk", old=WORDS, cost=CHEAP)
        assert place.read_bytes() == whole[:end]


def change_kind(content: dict[str, Any]) -> None:
    wrap_of(content, "passphrase")["kind"] = "team"


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content.update(format="something else"),
        lambda content: content.update(version="1"),
        lambda content: content.update(version=0),
        lambda content: content.update(wraps=[]),
        lambda content: content.update(wraps=content["wraps"] * 2),
        lambda content: content.update(more=1),
        lambda content: content.pop("store_id"),
        lambda content: content["wraps"][0].pop("nonce"),
        lambda content: content["wraps"][0].pop("salt"),
        lambda content: content["wraps"][0].update(sealed="AAAA"),
        lambda content: content["wraps"][0].update(salt="not base64 !"),
        lambda content: content["wraps"].append({"kind": "demo, not protected", "key": "A" * 43 + "="}),
        change_kind,
    ],
)
def test_a_file_that_makes_no_sense_is_refused(store: Path, harm: Callable[[dict[str, Any]], object]) -> None:
    made(store)
    content = raw(store)
    harm(content)
    rewrite(store, content)
    with pytest.raises(StoreDamaged):
        unlocked(store, passphrase=WORDS)


@pytest.mark.parametrize(
    "greed",
    [{"memory_kib": 2**30}, {"memory_kib": 2**63}, {"memory_kib": 7}, {"passes": 11}, {"passes": 0}, {"lanes": 2}],
)
def test_a_hostile_file_cannot_ask_for_all_the_memory(store: Path, greed: dict[str, int]) -> None:
    made(store)
    content = raw(store)
    wrap_of(content, "passphrase").update(greed)
    rewrite(store, content)
    with pytest.raises(StoreDamaged):
        unlocked(store, passphrase=WORDS)


@pytest.mark.parametrize("data", [b"[" * 60_000, b"9" * 6_000, b'{"a":' * 10_000, b" " * 70_000, b"\xff\xfe", b"null"])
def test_files_made_to_trip_the_reader_are_refused(store: Path, data: bytes) -> None:
    keys.key_path(store).write_bytes(data)
    with pytest.raises(StoreDamaged):
        unlocked(store)


def test_settings_of_a_wrap_cannot_be_softened(store: Path) -> None:
    made(store)
    content = raw(store)
    wrap_of(content, "passphrase").update(memory_kib=9)
    rewrite(store, content)
    with pytest.raises(WrongKey):
        unlocked(store, passphrase=WORDS)


def test_wraps_cannot_be_moved_to_another_store(tmp_path: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    code = made(one).recovery_code
    made(two)
    content = raw(one)
    content["store_id"] = raw(two)["store_id"]
    rewrite(one, content)
    with pytest.raises(WrongKey):
        unlocked(one, passphrase=WORDS)
    with pytest.raises(WrongKey):
        unlocked(one, recovery_code=code)


def test_a_damage_report_quotes_nothing(store: Path) -> None:
    made(store)
    content = raw(store)
    content["wraps"] = [{"kind": "demo, not protected", "key": "c2VjcmV0"}]
    rewrite(store, content)
    with pytest.raises(StoreDamaged) as damaged:
        unlocked(store)
    assert damaged.value.__cause__ is None
    assert damaged.value.__suppress_context__


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_mutated_key_files_give_the_key_or_a_known_trouble(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    store = tmp_path_factory.mktemp("keys") / "shadow.db"
    new = made(store)
    place = keys.key_path(store)
    whole = bytearray(place.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        junk = data.draw(st.binary(max_size=4))
        whole[at : at + data.draw(st.integers(0, 8))] = junk
    place.write_bytes(whole)
    try:
        key = unlocked(store, passphrase=WORDS, recovery_code=new.recovery_code)
    except (StoreDamaged, StoreTooNew, WrongKey) as trouble:
        assert str(trouble).endswith(".")  # noqa: PT017
    else:
        assert key == new.key
    assert place.read_bytes() == whole


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_random_bytes_are_no_key_file(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    store = tmp_path_factory.mktemp("keys") / "shadow.db"
    keys.key_path(store).write_bytes(data)
    for use in (unlocked, keys.describe, keys.new_recovery_code):
        with pytest.raises(StoreDamaged):
            use(store)


# Writing


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_write_leaves_the_old_file(store: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    new = made(store)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, step, full) if step == "fsync" else patch.setattr(Path, "replace", full)
        with pytest.raises(StoreTrouble, match=r"cannot be written \(No space left on device\): free some space"):
            keys.change_passphrase(store, "another long walk", old=WORDS, cost=CHEAP)
    assert unlocked(store, passphrase=WORDS) == new.key
    assert [path.name for path in store.parent.iterdir()] == ["shadow.db.key"]


def test_a_failed_creation_leaves_nothing_not_even_in_the_keyring(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = Chain()

    def full(*_: object) -> None:
        raise OSError("no words for it")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for ring in (chain, None):
            with pytest.raises(StoreTrouble, match=r"cannot be written \(OSError\)"):
                made(store, ring)
    assert list(store.parent.iterdir()) == []
    assert chain.held == {}


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match=r"cannot be written \(No such file or directory\)"):
        made(tmp_path / "nowhere" / "shadow.db")


def test_the_new_content_is_on_the_disk_before_the_old_is_gone(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(store)
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(handle: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        fsync(handle)

    def noted_replace(self: Path, target: Path) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    keys.change_passphrase(store, "another long walk", old=WORDS, cost=CHEAP)
    assert steps == ["file", "rename", "folder"]


def test_two_windows_making_one_store_do_not_overwrite_each_other(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hardlink_to = Path.hardlink_to

    def a_moment_too_late(self: Path, target: Path) -> None:
        self.write_bytes(b"the other window's key")
        hardlink_to(self, target)

    monkeypatch.setattr(Path, "hardlink_to", a_moment_too_late)
    with pytest.raises(StoreTrouble, match="File exists"):
        made(store)
    assert keys.key_path(store).read_bytes() == b"the other window's key"
    assert [path.name for path in store.parent.iterdir()] == ["shadow.db.key"]


def test_a_disk_without_links_will_do(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    new = made(store)
    assert unlocked(store, passphrase=WORDS) == new.key
    assert [path.name for path in store.parent.iterdir()] == ["shadow.db.key"]


def test_a_mac_is_told_to_empty_the_drives_cache(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    fake = types.SimpleNamespace(F_FULLFSYNC=51, fcntl=lambda handle, command: told.append((handle, command)))
    monkeypatch.setitem(sys.modules, "fcntl", fake)
    monkeypatch.setattr("shadow_app.storage.store_files.sys.platform", "darwin")
    made(store)
    assert [command for _, command in told] == [51]


def test_a_system_that_opens_no_folders_will_do(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def no_folders(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", no_folders)
    new = made(store)
    assert unlocked(store, passphrase=WORDS) == new.key


def test_the_keyring_package_is_not_loaded_before_it_is_needed() -> None:
    script = "import sys, shadow_app.storage.keys; print('keyring' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_every_trouble_here_can_be_shown_to_a_person() -> None:
    for kind in (StoreDamaged, StoreTooNew, WrongKey, Refused, StoreTrouble):
        assert issubclass(kind, Trouble)


def test_a_wrap_does_not_depend_on_the_order_of_its_fields() -> None:
    store_id, key = uuid4(), bytes(range(32))
    wrap = PassphraseWrap(memory_kib=8, passes=1).around(key, bytes(32), store_id)
    again = PassphraseWrap.model_validate(dict(reversed(list(dict(wrap).items()))))
    assert again.opened(bytes(32), store_id) == key
    assert again.opened(bytes(32), uuid4()) is None
