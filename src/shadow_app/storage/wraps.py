"""One data key, wrapped several ways, so that a passphrase can change without touching a single row (`design.md` §2).

Each wrap seals the same 32 bytes with AES-256-GCM (NIST SP 800-38D) under a secret of its own: from a passphrase by
Argon2id (RFC 9106), from the system's keyring, from a recovery code, or agreed with the team's recovery key. A wrap's
own settings and the store's id are bound to its seal as associated data, so nobody swaps or softens them unnoticed.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from contextlib import suppress
from typing import Annotated, Literal, Protocol, Self, TypeVar, cast
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import BaseModel, ConfigDict, Field, model_validator

from shadow_app.domain.errors import Refused, StoreTrouble, WrongKey
from shadow_app.domain.language import say

KEY_BYTES = 32
_NONCE_BYTES = 12
_SEALED_BYTES = KEY_BYTES + 16
SERVICE = "Shadow"

# Crockford's base 32 leaves out I, L, O and U, which people misread or would rather not read.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("OIL", "011")
_DIGITS = 26
_CHECK_DIGITS = 2
# A prime that two base-32 digits hold: one wrong character, or two swapped ones, always change the remainder.
_CHECK = 1021

_REAL_KEYRINGS = (
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
)


class Keychain(Protocol):
    """The part of a `keyring` backend that is used here."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64", hide_input_in_errors=True
    )


class _Sealed(_Part):
    kind: str
    nonce: Annotated[bytes, Field(min_length=_NONCE_BYTES, max_length=_NONCE_BYTES)] = bytes(_NONCE_BYTES)
    sealed: Annotated[bytes, Field(min_length=_SEALED_BYTES, max_length=_SEALED_BYTES)] = bytes(_SEALED_BYTES)

    def around(self, key: bytes, secret: bytes, store_id: UUID) -> Self:
        """This wrap with the data key sealed in it, under `secret` (32 bytes)."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        sealed = AESGCM(secret).encrypt(nonce, key, self._bound(store_id))
        return self.model_copy(update={"nonce": nonce, "sealed": sealed})

    def opened(self, secret: bytes, store_id: UUID) -> bytes | None:
        """The data key, or None if `secret` is not the one, or anything in the wrap was changed."""
        try:
            return AESGCM(secret).decrypt(self.nonce, self.sealed, self._bound(store_id))
        except InvalidTag:
            return None

    def _bound(self, store_id: UUID) -> bytes:
        # A new field would change these bytes and lock old files, so it needs a new kind of wrap.
        header = self.model_dump(mode="json", exclude={"nonce", "sealed"})
        return json.dumps({"store": str(store_id), **header}, sort_keys=True).encode()


def _salt() -> bytes:
    return secrets.token_bytes(16)


Salt = Annotated[bytes, Field(min_length=16, max_length=16)]


class PassphraseWrap(_Sealed):
    """Opened by a passphrase: 128 MiB and three passes take 570 ms (`reliability.md` §2.3).

    The bounds keep a hostile file from asking for a terabyte or for a day.
    """

    kind: Literal["passphrase"] = "passphrase"
    kdf: Literal["argon2id"] = "argon2id"
    memory_kib: Annotated[int, Field(ge=8, le=1024 * 1024)] = 128 * 1024
    passes: Annotated[int, Field(ge=1, le=10)] = 3
    lanes: Literal[1] = 1
    salt: Salt = Field(default_factory=_salt)

    def secret(self, passphrase: str) -> bytes:
        """What `passphrase` comes to under this wrap's settings.

        Raises:
            StoreTrouble: this computer has too little free memory for them.
        """
        # NFC, because macOS and Windows type the same umlaut as different code points (RFC 8265 §4.2).
        words = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        try:
            return Argon2id(
                salt=self.salt, length=KEY_BYTES, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib
            ).derive(words)
        except MemoryError as error:
            raise StoreTrouble(
                say(
                    "The passphrase needs {need} MiB of free memory to be checked: close other programs, try again.",
                    need=self.memory_kib // 1024,
                )
            ) from error


class RecoveryWrap(_Sealed):
    """Opened by the recovery code, which was shown once and is kept nowhere."""

    kind: Literal["recovery code"] = "recovery code"
    salt: Salt = Field(default_factory=_salt)

    def secret(self, code: str) -> bytes:
        """What a typed code comes to.

        Raises:
            WrongKey: it is mistyped.
        """
        # No Argon2 here: 130 random bits cannot be guessed, however cheap one guess is.
        number = read_recovery_code(code).to_bytes(17, "big")
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=self.salt, info=b"shadow recovery code").derive(number)


class KeyringWrap(_Sealed):
    """Opened by a secret that the system's keyring holds under the store's id."""

    kind: Literal["keyring"] = "keyring"

    @staticmethod
    def new_secret(store_id: UUID, chain: Keychain) -> bytes | None:
        """A new secret, once the keyring has shown that it keeps it; else None."""
        secret = secrets.token_bytes(KEY_BYTES)
        with suppress(Exception):  # as in real_keyring
            chain.set_password(SERVICE, f"store {store_id}", base64.b64encode(secret).decode())
        return secret if KeyringWrap.secret(store_id, chain) == secret else None

    @staticmethod
    def secret(store_id: UUID, chain: Keychain) -> bytes | None:
        """What the keyring holds for this store; None if it is locked, gone or holds something else."""
        with suppress(Exception):  # as in real_keyring
            secret = base64.b64decode(chain.get_password(SERVICE, f"store {store_id}") or "", validate=True)
            return secret if len(secret) == KEY_BYTES else None
        return None

    @staticmethod
    def forget(store_id: UUID, chain: Keychain) -> None:
        """Take the secret out of the keyring; one that does not answer is left with a secret that opens nothing."""
        with suppress(Exception):  # as in real_keyring
            chain.delete_password(SERVICE, f"store {store_id}")


Point = Annotated[bytes, Field(min_length=KEY_BYTES, max_length=KEY_BYTES)]


class TeamWrap(_Sealed):
    """Opened by the team's recovery key (X25519, RFC 7748), whose private half the lead keeps.

    The secret is agreed between that key and one for this wrap alone, which comes of the data key: so whoever has that
    can tell a wrap that belongs to the store from one that a stranger has put there, with a team key of their own.
    """

    kind: Literal["team recovery key"] = "team recovery key"
    team: Point
    once: Point

    @classmethod
    def sealed_to(cls, team: bytes, key: bytes, store_id: UUID) -> Self:
        """The data key sealed to a team's public key (32 bytes).

        Raises:
            Refused: the public key is none.
        """
        once = cls._once(team, key, store_id)
        wrap = cls(team=team, once=once.public_key().public_bytes_raw())
        try:
            shared = once.exchange(X25519PublicKey.from_public_bytes(team))
        except ValueError as error:
            raise Refused(say("This is no team recovery key: ask your lead for the public one again.")) from error
        return wrap.around(key, wrap._agreed(shared), store_id)

    def secret(self, private: bytes) -> bytes:
        """What the team's private key (32 bytes) comes to under this wrap.

        Raises:
            WrongKey: it is another team's key.
        """
        own = X25519PrivateKey.from_private_bytes(private)
        if own.public_key().public_bytes_raw() != self.team:
            raise WrongKey(say("This is another team's recovery key, or an older one: ask whoever made this store's."))
        return self._agreed(own.exchange(X25519PublicKey.from_public_bytes(self.once)))

    def belongs(self, key: bytes, store_id: UUID) -> bool:
        """Whether somebody who had the data key has let this team in; older versions of the program left no proof."""
        once = self._once(self.team, key, store_id)
        if once.public_key().public_bytes_raw() != self.once:
            return False
        shared = once.exchange(X25519PublicKey.from_public_bytes(self.team))
        return self.opened(self._agreed(shared), store_id) == key

    @staticmethod
    def _once(team: bytes, key: bytes, store_id: UUID) -> X25519PrivateKey:
        made_for = b"shadow team recovery key, for one wrap " + store_id.bytes
        seed = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=team, info=made_for).derive(key)
        return X25519PrivateKey.from_private_bytes(seed)

    def _agreed(self, shared: bytes) -> bytes:
        salt = self.once + self.team
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"shadow team recovery key").derive(shared)


class OpenWrap(_Part):
    """No protection at all: the key in plain sight, for demonstrations and tests."""

    kind: Literal["demo, not protected"] = "demo, not protected"
    key: Annotated[bytes, Field(min_length=KEY_BYTES, max_length=KEY_BYTES, repr=False)]


Wrap = Annotated[PassphraseWrap | RecoveryWrap | KeyringWrap | TeamWrap | OpenWrap, Field(discriminator="kind")]
_W = TypeVar("_W", PassphraseWrap, RecoveryWrap, KeyringWrap, TeamWrap, OpenWrap)


class KeyFile(_Part):
    """What the key file says: whose store it opens, and its wraps, one of each kind at most."""

    format: Literal["shadow key"] = "shadow key"
    version: Literal[1, 2] = 1
    """2 since there are team recovery keys: a program that does not know them is too old, and says so."""
    store_id: UUID
    wraps: Annotated[tuple[Wrap, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        kinds = {wrap.kind for wrap in self.wraps}
        if len(kinds) < len(self.wraps) or (len(kinds) > 1 and self.wrap(OpenWrap)):
            raise ValueError(say("two wraps of one kind, or an open key beside a sealed one"))
        if self.version != _version(self.wraps):
            raise ValueError(say("a version that does not fit the wraps"))
        return self

    def wrap(self, kind: type[_W]) -> _W | None:
        """The wrap of this kind, if there is one."""
        return next((wrap for wrap in self.wraps if isinstance(wrap, kind)), None)

    def having(self, *new: Wrap, without: type[_Sealed] | None = None) -> KeyFile:
        """The same file with `new` in the place of older wraps of their kind, and none of the kind `without`."""
        gone = {type(wrap) for wrap in new} | {without}
        kept = tuple(wrap for wrap in self.wraps if type(wrap) not in gone)
        return KeyFile(version=_version(kept + new), store_id=self.store_id, wraps=kept + new)


def _version(wraps: tuple[Wrap, ...]) -> Literal[1, 2]:
    return 2 if any(isinstance(wrap, TeamWrap) for wrap in wraps) else 1


def fingerprint(public: bytes) -> str:
    """Sixteen digits of a public key, for two people to compare."""
    digits = hashlib.sha256(public).hexdigest()[:16]
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))


def make_recovery_code() -> str:
    """130 random bits as 28 characters in groups of four; the last two characters are a check."""
    number = secrets.randbits(5 * _DIGITS)
    whole = number << 5 * _CHECK_DIGITS | number % _CHECK
    code = "".join(_ALPHABET[whole >> 5 * place & 31] for place in reversed(range(_DIGITS + _CHECK_DIGITS)))
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def read_recovery_code(typed: str) -> int:
    """The number behind a typed code; case, spaces, dashes, O for 0 and I or L for 1 do not matter.

    Raises:
        WrongKey: a character is missing, mistyped or swapped.
    """
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    code = [sign for sign in plain if not sign.isspace() and unicodedata.category(sign) != "Pd"]
    if len(code) != _DIGITS + _CHECK_DIGITS:
        raise WrongKey(
            say(
                "A recovery code has {all:|letter|letters} and digits, this one has {here}: compare it with your copy.",
                all=_DIGITS + _CHECK_DIGITS,
                here=len(code),
            )
        )
    whole = 0
    for sign in code:
        whole = whole << 5 | max(_ALPHABET.find(sign), 0)
    number, check = divmod(whole, 1 << 5 * _CHECK_DIGITS)
    if not set(code) <= set(_ALPHABET) or number % _CHECK != check:
        raise WrongKey(say("The recovery code has a wrong or swapped character: compare each group with your copy."))
    return number


def real_keyring() -> Keychain | None:
    """The system's keyring, or None where there is none that encrypts.

    Only the system's own keyrings count, by name: others that may be installed write passwords into plain files.
    """
    with suppress(Exception):  # a keyring's configuration and the services behind it fail in ways of their own
        # Imported late: it looks for every installed keyring, which a store without one need not wait for.
        import keyring

        chosen: object = keyring.get_keyring()
        for member in getattr(chosen, "backends", (chosen,)):
            if f"{type(member).__module__}.{type(member).__qualname__}" in _REAL_KEYRINGS:
                return cast("Keychain", member)
    return None
