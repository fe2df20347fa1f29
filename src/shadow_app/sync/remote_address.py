"""What an address of a remote folder says: `sftp://ann@files.example/srv/shadow`, `webdavs://…`, `s3://bucket/team`.

A password in it is used and goes no further: `place`, which is remembered and shown, is without it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from shadow_app.domain.errors import Refused
from shadow_app.domain.fit import has_unfit_character
from shadow_app.domain.language import say

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_ALIKE = {"ssh": "sftp", "dav": "webdav", "davs": "webdavs", "s3a": "s3"}
_OPTIONS = {"s3": frozenset({"endpoint_url", "region", "profile"})}
_IN_THE_CLEAR = frozenset({"webdav", "ftp", "http"})
_HERE_ONLY = frozenset({"file", "local", "memory"})


@dataclass(frozen=True)
class RemoteAddress:
    """Where a remote folder is, and who asks for it.

    Attributes:
        scheme: how it is reached, such as `sftp`, `webdavs` or `s3`.
        host: the server, or the bucket.
        path: the folder on it, beginning with a slash, or empty; in plain characters.
        options: what the query says.
    """

    scheme: str
    host: str
    path: str
    user: str = ""
    password: str = field(default="", repr=False)
    port: int | None = None
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def place(self) -> str:
        """The address without its password."""
        # An access key of S3 changes while the bucket stays; with SFTP another user may mean another folder.
        user = f"{quote(self.user, safe='')}@" if self.user and self.scheme != "s3" else ""
        query = "&".join(f"{name}={quote(value, safe=':/')}" for name, value in sorted(self.options.items()))
        return f"{self.scheme}://{user}{self.authority}{quote(self.path)}{query and '?'}{query}"

    @property
    def authority(self) -> str:
        """Host and port, as they stand in an address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


def is_remote(address: str) -> bool:
    """Whether it looks like the address of something remote, not like a path."""
    return "://" in address


def read_address(address: str) -> RemoteAddress:
    """Take an address apart.

    Raises:
        Refused: it cannot be read, or it would send what people wrote over a network in the clear.
    """
    found = _ADDRESS.fullmatch(address.strip())
    scheme = found[1].lower() if found else ""
    scheme = _ALIKE.get(scheme, scheme)
    # What cannot be read may hold a password in an odd place, so it is not repeated.
    words = {"scheme": scheme or "remote", "example": _example(scheme)}
    unread = Refused(say("This {scheme} address cannot be read: write it as {example}.", **words))
    if found is None or has_unfit_character(address) or any(ord(each) < 32 for each in address):
        raise unread
    if scheme in _HERE_ONLY:
        raise Refused(
            say(
                "{scheme}:// is no remote folder: give a path of this computer instead, such as /mnt/shadow.",
                scheme=scheme,
            )
        )
    try:
        parts = urlsplit(f"{scheme}://{found[2]}")
        port = parts.port
        options = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    except ValueError:
        raise unread from None
    host = unquote(parts.netloc.rpartition("@")[2]) if scheme == "s3" else parts.hostname or ""
    if not host or parts.fragment or not options.keys() <= _OPTIONS.get(scheme, frozenset()):
        raise unread
    read = RemoteAddress(
        scheme=scheme,
        host=host,
        path=_folder(unquote(parts.path), unread),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        port=None if scheme == "s3" else port,
        options=MappingProxyType(options),
    )
    _check_clear(scheme in _IN_THE_CLEAR, host)
    check_endpoint(options.get("endpoint_url", ""))
    return read


def check_endpoint(url: str) -> None:
    """Make sure that an S3 service is spoken to in secret.

    Raises:
        Refused: its address is without TLS, or holds a password.
    """
    if not url:
        return
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in ("http", "https") or not host or parts.username:
        raise Refused(say("The endpoint_url of the S3 service cannot be read: write it as https://minio.example:9000."))
    _check_clear(parts.scheme == "http", host)


def _check_clear(in_the_clear: bool, host: str) -> None:
    if in_the_clear and not _is_this_computer(host):
        raise Refused(
            say(
                "This address would send notes and passwords to {host} for anybody on the network to read: "
                "use webdavs:// or https:// (TLS).",
                host=host,
            )
        )


def _is_this_computer(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _folder(path: str, unread: Refused) -> str:
    folder = path.rstrip("/")
    if any(each in ("..", ".") for each in folder.split("/")):
        raise unread
    return folder


def _example(scheme: str) -> str:
    examples = {
        "sftp": "sftp://ann@files.example/srv/shadow",
        "s3": "s3://bucket/team?endpoint_url=https://minio.example:9000",
        "smb": "smb://ann@server/share/shadow",
    }
    return examples.get(scheme, "webdavs://ann@cloud.example/dav/shadow")
