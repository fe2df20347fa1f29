"""Giving a store further ways in and taking them away, and giving it another key altogether."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shadow_app.domain.errors import Refused, StoreTrouble
from shadow_app.domain.language import say
from shadow_app.storage import backups, keys
from shadow_app.storage.engine import connect, translated
from shadow_app.storage.health import counts
from shadow_app.storage.identity import renew_signer
from shadow_app.storage.keyfile import key_path, write
from shadow_app.storage.restoring import rebuilt
from shadow_app.storage.store import Store
from shadow_app.storage.store_files import copy_whole, make_private
from shadow_app.storage.successor import successor
from shadow_app.storage.wraps import (
    KEY_BYTES,
    KeyFile,
    KeyringWrap,
    PassphraseWrap,
    RecoveryWrap,
    TeamWrap,
    fingerprint,
    make_recovery_code,
)

Step = Callable[[int, int], None]
"""(done, of)"""


def add_team_key(path: Path, team: bytes, **given: Any) -> None:
    """Let the team's recovery key (its public half, 32 bytes) open the store; `given` is what `keys.unlock` takes.

    Raises:
        Refused: it is no such key, or the store is a demonstration.
        WrongKey, StoreTrouble: as `keys.unlock`.
    """
    file = keys.protected(path)
    write(path, file.having(TeamWrap.sealed_to(team, keys.unlock(path, **given), file.store_id)))


def remove_team_key(path: Path) -> None:
    """Let the team's recovery key open the store no more.

    Raises:
        Refused: nothing but this computer's keyring would be left.
    """
    _remove(path, TeamWrap, (PassphraseWrap, RecoveryWrap), say("set a passphrase or make a recovery code first"))


def remove_recovery_code(path: Path) -> None:
    """Let the recovery code open the store no more.

    Raises:
        Refused: nothing but this computer's keyring would be left.
    """
    _remove(path, RecoveryWrap, (PassphraseWrap, TeamWrap), say("set a passphrase first"))


def _remove(path: Path, kind: Any, others: tuple[Any, ...], first: str) -> None:
    file = keys.protected(path)
    if not any(file.wrap(other) for other in others):
        raise Refused(
            say("Only this computer's keyring would be left to open {name}: {first}.", name=path.name, first=first)
        )
    write(path, file.having(without=kind))


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """The new data key (32 bytes), the new recovery code to be shown once, and what became of the backups.

    `another_laptop`: it signs with another key, so that the team has to be told that it is to be trusted. `team`: the
    fingerprint of the team's recovery key, `team_kept` whether it opens the store still.
    """

    key: bytes = field(repr=False)
    recovery_code: str | None = field(repr=False)
    backups: int = 0
    another_laptop: bool = False
    team: str = ""
    team_kept: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """What a person has to do about it, in sentences."""
        told = []
        if self.another_laptop:
            told.append(
                say(
                    "It signs with another key as well, so it is a new laptop to your team: have your lead introduce "
                    "it."
                )
            )
        if self.team and self.team_kept:
            told.append(
                say(
                    "The team's recovery key {mark} opens the store; compare these digits with your lead's.",
                    mark=self.team,
                )
            )
        elif self.team:
            told.append(
                say(
                    "The team's recovery key {mark} opens it no more, because nothing shows that it was let in here: "
                    "ask your lead for the key and let it in again.",
                    mark=self.team,
                )
            )
        return tuple(told)


def rekey(
    path: Path, passphrase: str, *, folder: Path, cost: keys.Cost | None = None, told: Step | None = None
) -> Rekeyed:
    """Give a store another data key, because somebody may know the old one; its backups as well.

    A backup is made before. The store is encrypted anew as a copy, which takes its place at one moment: whenever it is
    stopped, the store opens with what opened it before, or with the passphrase. The keyring is left out of the new key
    file, and a recovery code is replaced. The team's recovery key stays only if somebody let it in who had the old key:
    others may write to the key file, and the new key must not be sealed to a stranger. Whoever had the key could read
    the signing key as well, so a laptop of somebody else's team takes another one, and is another laptop to the team.

    Args:
        path: the store, which must not be open.
        passphrase: its passphrase, which stays.
        folder: where its backups lie.
        cost: what a guess at the passphrase is to cost.
        told: how many of the store and its backups are done, and how many there are.

    Raises:
        Refused: the store has no passphrase, or is a demonstration.
        WrongKey: the passphrase is not right.
        StoreDamaged, StoreBusy, StoreTrouble: as `successor` and `backups.make`; the store is as it was.
    """
    file = keys.protected(path)
    lock = file.wrap(PassphraseWrap)
    if lock is None:
        raise Refused(say("{name} has no passphrase, and the new key needs one: set it first.", name=path.name))
    old = keys.unlock(path, passphrase=passphrase, find=lambda: None)
    tell = told or _nobody
    backups.make(path, old, folder, "rekey")
    of = 1 + len(backups.backups(path, folder))
    tell(0, of)
    new = secrets.token_bytes(KEY_BYTES)
    next_file, code = _anew(file, (old, new), passphrase, cost or keys.Cost(lock.memory_kib, lock.passes))
    with successor(path, outdated=True) as made:
        _encrypt_anew(path, old, new, made)
        another = _sign_anew(made, new)
        write(made, next_file, new=True)
    done = _backups_anew(path, folder, old, new, lambda done: tell(1 + done, of))
    team = file.wrap(TeamWrap)
    mark = fingerprint(team.team) if team else ""
    return Rekeyed(new, code, done, another, mark, team_kept=next_file.wrap(TeamWrap) is not None)


def _anew(
    file: KeyFile, old_and_new: tuple[bytes, bytes], passphrase: str, cost: keys.Cost
) -> tuple[KeyFile, str | None]:
    """The ways in, around another key; the keyring must be asked again once the store has it."""
    old, new = old_and_new
    fresh = file.having(keys.passphrase_wrap(new, passphrase, file.store_id, cost), without=KeyringWrap)
    team = file.wrap(TeamWrap)
    if team is not None and team.belongs(old, file.store_id):
        fresh = fresh.having(TeamWrap.sealed_to(team.team, new, file.store_id))
    elif team is not None:
        fresh = fresh.having(without=TeamWrap)
    if not file.wrap(RecoveryWrap):
        return fresh, None
    code, wrap = make_recovery_code(), RecoveryWrap()
    return fresh.having(wrap.around(new, wrap.secret(code), file.store_id)), code


def _encrypt_anew(source: Path, old: bytes, new: bytes, target: Path) -> None:
    make_private(target)
    with translated(source), closing(connect(source, old)) as raw:
        raw.execute("VACUUM INTO ?", (str(target),))
    with translated(target), closing(connect(target, old)) as raw:
        before = counts(raw)
        raw.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    if backups.verify(target, new) != before:
        raise StoreTrouble(
            say("{source} could not be encrypted anew. Nothing was changed; look at the disk.", source=source)
        )


def _sign_anew(path: Path, key: bytes) -> bool:
    with closing(Store(path, key, keep_old=False)) as store:
        with store.maintaining() as write:
            renewed = renew_signer(write.connection)
        if renewed:
            store.renew_device()
    return renewed


def _nobody(_done: int, _of: int) -> None:
    """Nobody wants to know how far it is."""


def _backups_anew(path: Path, folder: Path, old: bytes, new: bytes, tell: Callable[[int], None]) -> int:
    """Encrypt every backup anew; one that cannot be is left under the old key with the key file of then."""
    done = 0
    for number, each in enumerate(backups.backups(path, folder)):
        tell(number)
        try:
            with rebuilt(path, each.path) as copy:
                packed = copy.with_name("packed.db")
                _encrypt_anew(copy, old, new, packed)
                copy_whole(packed, each.path)
            copy_whole(key_path(path), each.key)
            done += 1
        except StoreTrouble:
            continue
    return done
