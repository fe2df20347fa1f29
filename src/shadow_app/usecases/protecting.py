"""Change what opens the store: the passphrase and the recovery code."""

from __future__ import annotations

from typing import Any

from shadow_app.storage import keys
from shadow_app.storage.keyfile import write
from shadow_app.storage.store import Store
from shadow_app.storage.wraps import OpenWrap, PassphraseWrap
from shadow_app.usecases.backing_up import renew_keys


class Protecting:
    """The verbs of the Store section of the settings."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._path = store.path

    def words(self) -> tuple[str, ...]:
        """What opens the store, in plain words."""
        return keys.describe(self._path)

    @property
    def is_demo(self) -> bool:
        """Whether nothing protects the store, so that there is nothing to change."""
        return keys.read(self._path).wrap(OpenWrap) is not None

    @property
    def has_passphrase(self) -> bool:
        """Whether there is a passphrase to change, or the first one to set."""
        return keys.read(self._path).wrap(PassphraseWrap) is not None

    def set_passphrase(self, new: str, old: str = "") -> None:
        """Set another passphrase against the old one; the first one needs the keyring of this computer.

        Raises:
            WrongKey: the old passphrase is not right.
            Refused: the new one is too short, or the store is the demo.
        """
        if self.has_passphrase:
            keys.change_passphrase(self._path, new, old=old)
        else:
            keys.add_passphrase(self._path, new)
        renew_keys(self._path, self._store.backups, self._store.key)

    def set_forgotten(self, new: str) -> None:
        """Set a passphrase in the place of a forgotten one, while the store is open.

        Raises:
            Refused: it is too short, or the store is the demo.
        """
        file = keys.protected(self._path)
        write(self._path, file.having(keys.passphrase_wrap(self._store.key, new, file.store_id)))
        renew_keys(self._path, self._store.backups, self._store.key)

    def new_recovery_code(self, passphrase: str = "") -> str:
        """A new recovery code, to be shown once; the old one opens nothing from now on.

        Raises:
            WrongKey: the passphrase is not right.
            Refused: the store is the demo.
        """
        # The keyring and the environment know who is signed in, not who sits here: where there is a passphrase it is
        # asked for, or a minute at an open laptop would give away a code that opens it for ever.
        alone: dict[str, Any] = {"find": lambda: None, "environ": {}} if self.has_passphrase else {}
        code = keys.new_recovery_code(self._path, passphrase=passphrase or None, **alone)
        renew_keys(self._path, self._store.backups, self._store.key)
        return code
