"""Shared folders that are not on this computer: getting in, once and for good."""

from __future__ import annotations

import os

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.storage import passwords
from shadow_app.sync.remote import RemoteFolder, not_installed
from shadow_app.sync.remote_address import read_address

PASSWORD = "SHADOW_FOLDER_PASSWORD"


def folder_at(address: str) -> RemoteFolder:
    """The folder at an address; nothing is asked yet.

    A password is looked for in the address, in the environment and in the keyring, in that order.

    Raises:
        Refused: the address cannot be read.
    """
    place = read_address(address).place
    return RemoteFolder(address, lambda: os.environ.get(PASSWORD) or passwords.remembered(place))


def log_in(address: str, password: str) -> str:
    """Try a password, and keep it in the system's keyring if it opens the folder; returns the folder's place.

    Raises:
        Refused: nothing here keeps a password in secret, or the address cannot be read.
        Trouble: the folder does not open with it.
    """
    read = read_address(address)
    if not read.user or read.scheme == "s3":
        raise Refused(
            say("The keys of S3 are kept by `aws configure`: nothing to keep here.")
            if read.scheme == "s3"
            else say(
                "Whose password is it? Say the user in the address, such as webdavs://ann@cloud.example/dav/shadow."
            )
        )
    with RemoteFolder(read_address(read.place), lambda: password) as folder:
        folder.names()
    passwords.remember(read.place, password)
    return read.place


def log_out(address: str) -> str:
    """Forget a password; returns the place it was for."""
    place = read_address(address).place
    passwords.forget(place)
    return place


def trust_host(address: str, fingerprint: str) -> str:
    """Know an SSH server by its key from now on; returns its name.

    Raises:
        Refused: it shows another key than the one that was compared, or is no SSH server.
        Trouble: it does not answer.
    """
    read = read_address(address)
    try:
        from shadow_app.sync.known_hosts import trust
    except ImportError as error:
        raise not_installed(read) from error
    trust(read, fingerprint)
    return read.host
