"""Trying what was given on the ways into a store, and saying what else can be tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from shadow_app.domain.errors import KeyWanted, WrongKey
from shadow_app.domain.language import say
from shadow_app.storage.wraps import Keychain, KeyFile, KeyringWrap, OpenWrap, PassphraseWrap, RecoveryWrap, TeamWrap

PASSPHRASE_VARIABLE = "SHADOW_PASSPHRASE"

FindKeyring = Callable[[], Keychain | None]


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody has: a passphrase, a recovery code as typed, the team's private key (32 bytes)."""

    passphrase: str | None = field(default=None, repr=False)
    code: str | None = field(default=None, repr=False)
    team_key: bytes | None = field(default=None, repr=False)


def opened(path: Path, file: KeyFile, given: Given, find: FindKeyring | None) -> bytes:
    """The data key (32 bytes).

    Args:
        path: the store, for the sentence.
        file: its key file.
        given: what was given.
        find: looks for a keyring; None if the keyring does not count.

    Raises:
        WrongKey: nothing opens it; the sentence says what can be tried next. KeyWanted: nothing was given.
    """
    if bare := file.wrap(OpenWrap):
        return bare.key
    wrong, left = list[str](), list[str]()
    # One after the other: a guess at a passphrase takes half a second, and is not made if the keyring has the key.
    for way in (_by_keyring, _by_passphrase, _by_code, _by_team):
        if key := way(file, given, find, wrong, left):
            return key
    tries = say(" or ").join(left) or say("look for another copy of its recovery code")
    kind = WrongKey if wrong else KeyWanted
    raise kind(
        say(
            "{name} stays locked, because {list}: {tries}.",
            name=path.name,
            list=say(" and ").join(wrong) or say("nothing was given to open it"),
            tries=tries,
        )
    )


def _by_keyring(
    file: KeyFile, given: Given, find: FindKeyring | None, wrong: list[str], left: list[str]
) -> bytes | None:
    ring = file.wrap(KeyringWrap)
    if ring is None or find is None:
        return None
    chain = find()
    secret = KeyringWrap.secret(file.store_id, chain) if chain else None
    if secret and (key := ring.opened(secret, file.store_id)):
        return key
    wrong.append(say("this computer's keyring does not hold its key"))
    return None


def _by_passphrase(
    file: KeyFile, given: Given, find: FindKeyring | None, wrong: list[str], left: list[str]
) -> bytes | None:
    lock = file.wrap(PassphraseWrap)
    if lock is None:
        if given.passphrase is not None:
            wrong.append(say("it has no passphrase"))
    elif given.passphrase is None:
        left.append(say("give its passphrase (a command takes it from {variable})", variable=PASSPHRASE_VARIABLE))
    else:
        if key := lock.opened(lock.secret(given.passphrase), file.store_id):
            return key
        wrong.append(say("this is not its passphrase"))
        left.append(say("look at capital letters and the keyboard layout"))
    return None


def _by_code(file: KeyFile, given: Given, find: FindKeyring | None, wrong: list[str], left: list[str]) -> bytes | None:
    recovery = file.wrap(RecoveryWrap)
    if recovery is None:
        return None
    if given.code is None:
        left.append(say("use its recovery code"))
        return None
    if key := recovery.opened(recovery.secret(given.code), file.store_id):
        return key
    wrong.append(say("the recovery code is an older one or another store's"))
    return None


def _by_team(file: KeyFile, given: Given, find: FindKeyring | None, wrong: list[str], left: list[str]) -> bytes | None:
    team = file.wrap(TeamWrap)
    if given.team_key is None:
        if team is not None:
            left.append(say("ask your lead, whose recovery key opens it"))
        return None
    if team is None:
        wrong.append(say("it was never given to a team's recovery key"))
        return None
    return team.opened(team.secret(given.team_key), file.store_id)
