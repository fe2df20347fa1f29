"""How a store is opened, and what there is to open it with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from shadow_app.storage import keys, team_key
from shadow_app.storage.wraps import (
    KeyringWrap,
    OpenWrap,
    PassphraseWrap,
    RecoveryWrap,
    TeamWrap,
    fingerprint,
    real_keyring,
)


@dataclass(frozen=True)
class WayIn:
    """What somebody gives to open a store: one of these, or the keyring of this computer.

    Attributes:
        passphrase: the store's.
        recovery_code: as it was typed.
        team_file: the lead's file of the team's recovery key.
        team_passphrase: that file's passphrase.
        key: the data key itself (32 bytes), where the store was open a moment ago.
        keyring: whether the keyring of this computer counts; whoever locks the store wants to be asked.
        environment: whether the environment's passphrase counts where nothing was given; it was there before somebody
            locked the store, so it proves nothing afterwards.
    """

    passphrase: str | None = field(default=None, repr=False)
    recovery_code: str | None = field(default=None, repr=False)
    team_file: Path | None = None
    team_passphrase: str = field(default="", repr=False)
    key: bytes | None = field(default=None, repr=False)
    keyring: bool = True
    environment: bool = True

    @property
    def passphrase_forgotten(self) -> bool:
        """Whether it is a way for those who have no passphrase any more."""
        return self.recovery_code is not None or self.team_file is not None

    def key_of(self, path: Path) -> bytes:
        """The data key (32 bytes) of the store at `path`.

        Raises:
            WrongKey: it does not open the store; the sentence says what can be tried next.
            StoreTrouble: a file is missing, damaged or cannot be read.
        """
        if self.key is not None:
            return self.key
        team = None if self.team_file is None else team_key.open_private(self.team_file, self.team_passphrase)
        # Whoever gives a code has no passphrase: were the environment's taken instead, any code would do.
        counts = self.environment and not self.passphrase_forgotten
        return keys.unlock(
            path,
            passphrase=self.passphrase,
            recovery_code=self.recovery_code,
            team_key=team,
            find=real_keyring if self.keyring else lambda: None,
            environ=None if counts else {},
        )


@dataclass(frozen=True)
class Ways:
    """What opens a store.

    Attributes:
        demo: nothing protects it.
        passphrase: there is one.
        keyring: the keyring of some computer has a share; `keyring_here`: and this one answers.
        recovery_code: there is one.
        team: the fingerprint of the team's recovery key that opens it, or nothing.
    """

    demo: bool
    passphrase: bool
    keyring: bool
    keyring_here: bool
    recovery_code: bool
    team: str


def ways_into(path: Path, *, offered: bool = True) -> Ways:
    """What opens the store at `path`; asks for nothing.

    Args:
        path: the store's.
        offered: look for a keyring also where it has no share yet; finding one imports every backend there is.

    Raises:
        StoreTrouble: its key file is missing, damaged or cannot be read.
    """
    file = keys.read(path)
    team = file.wrap(TeamWrap)
    has_share = file.wrap(KeyringWrap) is not None
    return Ways(
        demo=file.wrap(OpenWrap) is not None,
        passphrase=file.wrap(PassphraseWrap) is not None,
        keyring=has_share,
        keyring_here=(has_share or offered) and real_keyring() is not None,
        recovery_code=file.wrap(RecoveryWrap) is not None,
        team=fingerprint(team.team) if team else "",
    )
