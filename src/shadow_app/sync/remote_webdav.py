"""A remote folder over WebDAV (Nextcloud, ownCloud, SharePoint's older door, a NAS): webdav4 and its httpx client.

Writing is PUT under a temporary name, then MOVE, which servers do at once. A transfer that stalls ends.
"""

from __future__ import annotations

import io
import os
import ssl
import time
from contextlib import suppress
from typing import Any

import certifi
import httpx
from webdav4.client import ResourceAlreadyExists, ResourceNotFound
from webdav4.fsspec import WebdavFileSystem

from shadow_app.sync.handover import LARGEST_FILE
from shadow_app.sync.remote_address import RemoteAddress
from shadow_app.sync.remote_files import ANSWER_SECONDS, CONNECT_SECONDS, RemoteFiles, patience, temporary, too_large

TOKEN = "SHADOW_FOLDER_TOKEN"


def open_webdav(address: RemoteAddress, password: str) -> RemoteFiles:
    """A client; nothing is asked yet. A token in the environment goes before user and password."""
    token = os.environ.get(TOKEN, "")
    web = "https" if address.scheme == "webdavs" else "http"
    system = WebdavFileSystem(
        f"{web}://{address.authority}",
        auth=(address.user, password) if password and not token else None,
        headers={"Authorization": f"Bearer {token}"} if token else None,
        retry=False,
        timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
        verify=_authorities() if web == "https" else False,
        skip_instance_cache=True,
    )
    return WebdavFiles(system, address.path.lstrip("/"))


class WebdavFiles(RemoteFiles):
    """A collection of a WebDAV server."""

    def __init__(self, system: Any, root: str) -> None:
        super().__init__(system, root)
        self._client = system.client
        self._made: set[str] = set()

    def read(self, name: str) -> bytes:
        """One GET."""
        pieces: list[bytes] = []
        size, start = 0, time.monotonic()
        with self._client.http.stream("GET", str(self._client.join_url(self._path(name)))) as response:
            # A redirection is no success either: it could lead to where nothing is encrypted.
            response.raise_for_status()
            for piece in response.iter_bytes():
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST_FILE:
                    raise too_large(name)
                if time.monotonic() - start > patience(size):
                    raise TimeoutError
        return b"".join(pieces)

    def write(self, name: str, data: bytes) -> None:
        """PUT, then MOVE."""
        self._make_parent(name)
        first = temporary(name)
        try:
            self._client.upload_fileobj(io.BytesIO(data), self._path(first), overwrite=True, size=len(data))
            self._client.move(self._path(first), self._path(name), overwrite=True)
        except Exception:
            with suppress(Exception):
                self._client.remove(self._path(first))
            raise

    def remove(self, name: str) -> None:
        """DELETE."""
        with suppress(ResourceNotFound):
            self._client.remove(self._path(name))

    def close(self) -> None:
        """Let go of the connections."""
        self._client.http.close()

    def _list(self, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.system.ls(path, detail=True)
        return found

    def _make_parent(self, name: str) -> None:
        parent = name.partition("/")[0]
        if parent not in self._made:
            # The shared folder itself is never made, for it may only be away: the server answers 409 then.
            with suppress(ResourceAlreadyExists):
                self._client.mkdir(self._path(parent))
            self._made.add(parent)


def _authorities() -> ssl.SSLContext:
    """Whom this computer trusts, and whom Mozilla does: a company's own authority is in the first list alone."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
