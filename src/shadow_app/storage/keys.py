"""The key file beside the store: a random data key, and the ways to it (`design.md` §2, `reliability.md` §2.4).

`shadow.db` has its key in `shadow.db.key`. Without that file nobody opens the store, so it is written whole or not at
all, and never over one that cannot be read. Every `path` below is the path of the store itself.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from shadow_app.domain.errors import Bug, Refused, StoreTrouble
from shadow_app.domain.language import say
from shadow_app.storage.key_opening import PASSPHRASE_VARIABLE, FindKeyring, Given, opened
from shadow_app.storage.keyfile import key_path, read, write
from shadow_app.storage.wraps import (
    KEY_BYTES,
    Keychain,
    KeyFile,
    KeyringWrap,
    OpenWrap,
    PassphraseWrap,
    RecoveryWrap,
    TeamWrap,
    fingerprint,
    make_recovery_code,
    real_keyring,
)

__all__ = [
    "PASSPHRASE_VARIABLE",
    "Cost",
    "Created",
    "FindKeyring",
    "add_keyring",
    "add_passphrase",
    "change_passphrase",
    "create",
    "describe",
    "key_path",
    "new_recovery_code",
    "read",
    "remove_keyring",
    "unlock",
]

SHORTEST_PASSPHRASE = 8
"""NIST SP 800-63B: eight characters at least, and no rule about which."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: memory in KiB, and passes over it."""

    memory_kib: int = 128 * 1024
    passes: int = 3


USUAL = Cost()
"""What it costs where nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Created:
    """A new store's key (32 bytes), its recovery code to be shown once, and whether the keyring took a share."""

    key: bytes = field(repr=False)
    recovery_code: str | None = field(repr=False)
    in_keyring: bool = False


def create(
    path: Path,
    *,
    passphrase: str | None,
    use_keyring: bool,
    unprotected: bool = False,
    find: FindKeyring = real_keyring,
    cost: Cost | None = None,
) -> Created:
    """Make the key of a store that does not exist yet. `unprotected` is for demonstrations: anybody can open it.

    Raises:
        Refused: nothing would open the store, or the passphrase is too short.
        StoreTrouble: a store or a key file is there already, or the disk says no.
    """
    if unprotected and (passphrase is not None or use_keyring):
        raise Bug(say("An unprotected store has no passphrase and no keyring."))
    if path.exists() or key_path(path).exists():
        raise StoreTrouble(
            say("There is already a store or its key at {path}: open that one, or choose another place.", path=path)
        )
    key, store_id = secrets.token_bytes(KEY_BYTES), uuid4()
    if unprotected:
        write(path, KeyFile(store_id=store_id, wraps=(OpenWrap(key=key),)), new=True)
        return Created(key, None)
    code = make_recovery_code()
    recovery = RecoveryWrap()
    file = KeyFile(store_id=store_id, wraps=(recovery.around(key, recovery.secret(code), store_id),))
    if passphrase is not None:
        file = file.having(passphrase_wrap(key, passphrase, store_id, cost))
    chain = find() if use_keyring else None
    file = _with_keyring(file, key, chain) or file
    if len(file.wraps) == 1:
        why = say("no keyring of this computer answers") if use_keyring else say("a store is never left open")
        raise Refused(say("The new store needs a passphrase, because {why}: choose one.", why=why))
    try:
        write(path, file, new=True)
    except StoreTrouble:
        if chain:
            KeyringWrap.forget(store_id, chain)
        raise
    return Created(key, code, in_keyring=file.wrap(KeyringWrap) is not None)


def unlock(
    path: Path,
    *,
    passphrase: str | None = None,
    recovery_code: str | None = None,
    team_key: bytes | None = None,
    find: FindKeyring = real_keyring,
    environ: Mapping[str, str] | None = None,
) -> bytes:
    """The data key (32 bytes): from the keyring, else by the passphrase, the recovery code or the team's key.

    Without a passphrase the environment's `SHADOW_PASSPHRASE` is taken, so that a command needs no terminal.

    Raises:
        WrongKey: nothing given opens it; the sentence says what can be tried next.
        StoreDamaged: the key file is damaged.
        StoreTooNew: a newer version of the program wrote it.
        StoreTrouble: the key file is missing or cannot be read.
    """
    if passphrase is None:
        passphrase = (os.environ if environ is None else environ).get(PASSPHRASE_VARIABLE) or None
    return opened(path, read(path), Given(passphrase, recovery_code, team_key), find)


def add_passphrase(path: Path, new: str, *, cost: Cost | None = None, **given: Any) -> None:
    """Let a passphrase open a store that has none yet; `given` is what `unlock` takes, and raises what it raises.

    Raises:
        Refused: there is one already, or the new one is too short, or the store is a demonstration.
    """
    file = protected(path)
    if file.wrap(PassphraseWrap):
        raise Refused(say("{name} has a passphrase already: change it instead.", name=path.name))
    write(path, file.having(passphrase_wrap(unlock(path, **given), new, file.store_id, cost)))


def change_passphrase(
    path: Path,
    new: str,
    *,
    old: str | None = None,
    recovery_code: str | None = None,
    team_key: bytes | None = None,
    cost: Cost | None = None,
) -> None:
    """Set another passphrase, or the first, against the old one, the recovery code or the team's private key.

    The keyring does not count.

    Raises:
        Refused: the new one is too short, or the store is a demonstration.
        WrongKey: none of them is right.
    """
    file = protected(path)
    key = opened(path, file, Given(old, recovery_code, team_key), None)
    write(path, file.having(passphrase_wrap(key, new, file.store_id, cost)))


def add_keyring(path: Path, *, find: FindKeyring = real_keyring, **given: Any) -> None:
    """Let this computer's keyring open the store; `given` is what `unlock` takes, and raises what it raises.

    Raises:
        Refused: no keyring answers, or the store is a demonstration.
    """
    file = protected(path)
    key = unlock(path, find=find, **given)
    chain = find()
    # A secret that works is left alone: a new one would lock the file until it is rewritten.
    held = KeyringWrap.secret(file.store_id, chain) if chain else None
    wrap = file.wrap(KeyringWrap)
    if held is not None and wrap and wrap.opened(held, file.store_id):
        return
    ready = _with_keyring(file, key, chain)
    if ready is None:
        raise Refused(say("No keyring of this computer answers: go on with the passphrase."))
    write(path, ready)


def remove_keyring(path: Path, *, find: FindKeyring = real_keyring) -> None:
    """Let only the passphrase and the recovery code open the store.

    Raises:
        Refused: there is no passphrase, so the recovery code alone would be left.
    """
    file = protected(path)
    if not file.wrap(PassphraseWrap):
        raise Refused(say("{name} has no passphrase yet: set one before taking it out of the keyring.", name=path.name))
    write(path, file.having(without=KeyringWrap))
    if chain := find():
        KeyringWrap.forget(file.store_id, chain)


def new_recovery_code(path: Path, **given: Any) -> str:
    """A new recovery code, to be shown once; the old one stops working. `given` is what `unlock` takes.

    Raises:
        Refused: the store is a demonstration.
    """
    file = protected(path)
    key, code, wrap = unlock(path, **given), make_recovery_code(), RecoveryWrap()
    write(path, file.having(wrap.around(key, wrap.secret(code), file.store_id)))
    return code


def describe(path: Path, *, find: FindKeyring = real_keyring) -> tuple[str, ...]:
    """What opens the store, in plain words and without asking for anything.

    Raises:
        StoreTrouble: as in `unlock`.
    """
    file = read(path)
    if file.wrap(OpenWrap):
        return (say("Demo, not protected: anybody who has the two files can read this store."),)
    words = []
    if wrap := file.wrap(PassphraseWrap):
        words.append(
            say(
                "A passphrase opens it (Argon2id, {memory_kib} MiB, {passes:|pass|passes}).",
                memory_kib=wrap.memory_kib // 1024,
                passes=wrap.passes,
            )
        )
    if file.wrap(KeyringWrap):
        answers = "" if find() else say(", but none answers now")
        words.append(say("The keyring of the computer where it was set up opens it{answers}.", answers=answers))
    if file.wrap(RecoveryWrap):
        words.append(say("A recovery code opens it; it was shown once."))
    if team := file.wrap(TeamWrap):
        words.append(
            say(
                "The team's recovery key {fingerprint} opens it; your lead keeps it.",
                fingerprint=fingerprint(team.team),
            )
        )
    return tuple(words)


def protected(path: Path) -> KeyFile:
    """The key file of a store that is no demonstration.

    Raises:
        Refused: it is one.
    """
    file = read(path)
    if file.wrap(OpenWrap):
        raise Refused(
            say("{name} is a demonstration and not protected: create a store of your own instead.", name=path.name)
        )
    return file


def passphrase_wrap(key: bytes, passphrase: str, store_id: UUID, cost: Cost | None = None) -> PassphraseWrap:
    """A key (32 bytes) under a passphrase.

    Raises:
        Refused: the passphrase is too short.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise Refused(
            say(
                "The passphrase has fewer than {shortest_passphrase:|character|characters}: choose a longer one.",
                shortest_passphrase=SHORTEST_PASSPHRASE,
            )
        )
    wrap = lock_of(cost or USUAL)
    return wrap.around(key, wrap.secret(passphrase), store_id)


def lock_of(cost: Cost) -> PassphraseWrap:
    """A lock at this cost that nothing is in yet."""
    return PassphraseWrap(memory_kib=cost.memory_kib, passes=cost.passes)


def _with_keyring(file: KeyFile, key: bytes, chain: Keychain | None) -> KeyFile | None:
    secret = KeyringWrap.new_secret(file.store_id, chain) if chain else None
    return None if secret is None else file.having(KeyringWrap().around(key, secret, file.store_id))
