"""The lead's side of the team's recovery key: a file with the private half, sealed by a passphrase.

It is an X25519 key (`reliability.md` §2.4). The public half is given to everybody as one word: with it a store can be
opened to the lead, and nothing else be done.
"""

from __future__ import annotations

import base64
import hashlib
import os
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from shadow_app.domain.errors import Refused, StoreTrouble, WrongKey
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.storage.keys import Cost, passphrase_wrap
from shadow_app.storage.store_files import folder_to_disk, said, to_disk
from shadow_app.storage.wraps import KEY_BYTES, PassphraseWrap

PREFIX = "shadow-team-"
_CHECK_BYTES = 3
_LARGEST_FILE = 64 * 1024


class _TeamKeyFile(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64", hide_input_in_errors=True
    )

    format: Literal["shadow team recovery key"] = "shadow team recovery key"
    version: Literal[1] = 1
    key_id: UUID
    public: Annotated[bytes, Field(min_length=KEY_BYTES, max_length=KEY_BYTES)]
    wrap: PassphraseWrap


def make(place: Path, passphrase: str, *, cost: Cost | None = None) -> bytes:
    """Make a recovery key, write its private half to `place`, and return the public half (32 bytes).

    Raises:
        Refused: the passphrase is too short, or there is a file already.
        StoreTrouble: the disk says no.
    """
    private = X25519PrivateKey.generate()
    key_id, public = uuid4(), private.public_key().public_bytes_raw()
    wrap = passphrase_wrap(private.private_bytes_raw(), passphrase, key_id, cost)
    file = _TeamKeyFile(key_id=key_id, public=public, wrap=wrap)
    with said(say("The team's recovery key {place}", place=place)):
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            raise Refused(
                say("{place} is there already and may be a key that somebody needs: choose another name.", place=place)
            ) from None
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.model_dump_json(indent=2).encode() + b"\n")
            stream.flush()
            to_disk(stream.fileno())
        folder_to_disk(place.absolute().parent)
    return public


def open_private(place: Path, passphrase: str) -> bytes:
    """The private half (32 bytes) out of the lead's file.

    Raises:
        WrongKey: the passphrase is not the file's.
        StoreTrouble: there is no such file, or it is no team recovery key.
    """
    try:
        with place.open("rb") as stream:
            file = _TeamKeyFile.model_validate_json(stream.read(_LARGEST_FILE), strict=True)
    except OSError as error:
        raise StoreTrouble(
            say(
                "{place} cannot be read ({strerror}): look for the file of the team's key.",
                place=place,
                strerror=system_words(error),
            )
        ) from error
    except ValidationError:
        # What pydantic says is left out, as it could quote a key.
        raise StoreTrouble(
            say("{place} is no team recovery key, or is damaged: use another copy.", place=place)
        ) from None
    private = file.wrap.opened(file.wrap.secret(passphrase), file.key_id)
    if private is None:
        raise WrongKey(
            say(
                "This is not the passphrase of {name}: look at capital letters and the keyboard layout.",
                name=place.name,
            )
        )
    return private


def word_of(public: bytes) -> str:
    """A public key as one word, with a check against mistyping."""
    checked = public + hashlib.sha256(public).digest()[:_CHECK_BYTES]
    return PREFIX + base64.b32encode(checked).decode().rstrip("=").lower()


def public_of(word: str) -> bytes:
    """The public key (32 bytes) behind a word.

    Raises:
        Refused: it is no such word, or mistyped.
    """
    plain = word.strip().lower().removeprefix(PREFIX).upper()
    try:
        checked = base64.b32decode(plain + "=" * (-len(plain) % 8))
    except ValueError:
        checked = b""
    public, check = checked[:KEY_BYTES], checked[KEY_BYTES:]
    if len(checked) != KEY_BYTES + _CHECK_BYTES or check != hashlib.sha256(public).digest()[:_CHECK_BYTES]:
        raise Refused(
            say("This is no team recovery key: it is a word that begins with {prefix}; copy all of it.", prefix=PREFIX)
        )
    return public
