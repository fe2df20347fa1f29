"""What opens a store that is not open: ways added and taken away, the passphrase, the key itself.

Each verb lets the backups be opened by the same as the store, and by nothing that it was opened by before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shadow_app.storage import key_ways, keys, team_key
from shadow_app.storage.key_ways import Rekeyed
from shadow_app.storage.wraps import KeyringWrap, PassphraseWrap, fingerprint, real_keyring
from shadow_app.usecases.backing_up import renew_keys

__all__ = ["KeyCare", "Rekeyed", "make_team_key", "open_team_key"]


@dataclass(frozen=True)
class KeyCare:
    """The verbs over one store and its backups.

    Attributes:
        path: the store; most verbs only touch its key file, so it may be open meanwhile.
        folder: where its backups lie.
        passphrase: what opens it, or `recovery_code`, or `team_key`, the private half of the team's recovery key.
    """

    path: Path
    folder: Path
    passphrase: str | None = field(default=None, repr=False)
    recovery_code: str | None = field(default=None, repr=False)
    team_key: bytes | None = field(default=None, repr=False)

    def words(self) -> tuple[str, ...]:
        """What opens the store, in plain words; asks for nothing."""
        return keys.describe(self.path)

    def set_passphrase(self, new: str) -> None:
        """Set another passphrase, or the first one; not a single row is encrypted anew.

        Raises:
            WrongKey: what was given is not right; the keyring does not count.
            Refused: the new one is too short.
        """
        keys.change_passphrase(
            self.path, new, old=self.passphrase, recovery_code=self.recovery_code, team_key=self.team_key
        )
        renew_keys(self.path, self.folder, keys.unlock(self.path, passphrase=new))

    def new_recovery_code(self) -> str:
        """Another recovery code, to be shown once; the old one opens nothing from now on.

        Raises:
            WrongKey: nothing that was given opens the store.
        """
        key = self._key()
        code = keys.new_recovery_code(self.path, **self._given)
        renew_keys(self.path, self.folder, key)
        return code

    def remove_recovery_code(self) -> None:
        """Let no recovery code open the store.

        Raises:
            WrongKey: nothing that was given opens the store. Refused: only the keyring would be left.
        """
        key = self._key()
        key_ways.remove_recovery_code(self.path)
        renew_keys(self.path, self.folder, key)

    def add_team_key(self, word: str) -> str:
        """Let the team's recovery key open the store; its fingerprint, to be compared with the lead's.

        Raises:
            Refused: it is no such key. WrongKey: nothing that was given opens the store.
        """
        team, key = team_key.public_of(word), self._key()
        key_ways.add_team_key(self.path, team, **self._given)
        renew_keys(self.path, self.folder, key)
        return fingerprint(team)

    def remove_team_key(self) -> None:
        """Let the team's recovery key open the store no more.

        Raises:
            WrongKey: nothing that was given opens the store. Refused: only the keyring would be left.
        """
        key = self._key()
        key_ways.remove_team_key(self.path)
        renew_keys(self.path, self.folder, key)

    def use_keyring(self, wanted: bool) -> None:
        """Let this computer's keyring open the store, or not any more.

        Raises:
            Refused: no keyring answers, or nothing else but the recovery code would be left.
            WrongKey: what was given is not right.
        """
        key = self._key()
        if wanted:
            keys.add_keyring(self.path, **self._typed)
        else:
            keys.remove_keyring(self.path)
        renew_keys(self.path, self.folder, key)

    def rekey(self, told: Callable[[int, int], None] | None = None) -> Rekeyed:
        """Give the store and its backups another key; see `key_ways.rekey`. The store must not be open."""
        had_keyring = keys.read(self.path).wrap(KeyringWrap) is not None
        done = key_ways.rekey(self.path, self.passphrase or "", folder=self.folder, told=told)
        if had_keyring and real_keyring() is not None:
            keys.add_keyring(self.path, passphrase=self.passphrase)
        return done

    @property
    def _typed(self) -> dict[str, Any]:
        return {"passphrase": self.passphrase, "recovery_code": self.recovery_code, "team_key": self.team_key}

    @property
    def _given(self) -> dict[str, Any]:
        if keys.read(self.path).wrap(PassphraseWrap) is None:
            return self._typed
        # The keyring proves who is signed in, not who sits here (decision 0021).
        return self._typed | {"find": lambda: None}

    def _key(self) -> bytes:
        return keys.unlock(self.path, **self._given)


def make_team_key(place: Path, passphrase: str) -> tuple[str, str]:
    """Make the team's recovery key; the word for everybody, and its fingerprint.

    Raises:
        Refused: the passphrase is too short, or there is a file already. StoreTrouble: the disk says no.
    """
    public = team_key.make(place, passphrase)
    return team_key.word_of(public), fingerprint(public)


def open_team_key(place: Path, passphrase: str) -> bytes:
    """The private half out of the lead's file; see `team_key.open_private`."""
    return team_key.open_private(place, passphrase)
