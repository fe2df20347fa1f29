"""A remote folder in an S3 bucket (AWS, MinIO, Ceph, Garage): s3fs. A put is all or nothing, so nothing is renamed.

Keys, region, profile, endpoint and authorities come from where every AWS tool looks for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from fsspec.asyn import sync
from s3fs import S3FileSystem

from shadow_app.domain.errors import Trouble
from shadow_app.sync.handover import LARGEST_FILE
from shadow_app.sync.remote_address import RemoteAddress, check_endpoint
from shadow_app.sync.remote_files import ANSWER_SECONDS, CONNECT_SECONDS, Named, RemoteFiles, patience, too_large

_CLOSE_SECONDS = 5


def open_s3(address: RemoteAddress, password: str) -> RemoteFiles:
    """A client; nothing is asked yet.

    Raises:
        Refused: the service is to be spoken to without TLS.
        Exception: as botocore, where its configuration cannot be read.
    """
    options: dict[str, Any] = {}
    if address.user and password:
        options |= {"key": address.user, "secret": password}
    if profile := address.options.get("profile"):
        options["profile"] = profile
    if region := address.options.get("region"):
        options["client_kwargs"] = {"region_name": region}
    system = S3FileSystem(
        endpoint_url=address.options.get("endpoint_url"),
        # The exchange as a whole is tried again, with more sense than each request by itself.
        config_kwargs={
            "connect_timeout": CONNECT_SECONDS,
            "read_timeout": ANSWER_SECONDS,
            "retries": {"total_max_attempts": 1},
        },
        use_listings_cache=False,
        skip_instance_cache=True,
        **options,
    )
    system.retries = 1
    files = S3Files(system, f"{address.host}{address.path}")
    try:
        check_endpoint(system.s3.meta.endpoint_url)
    except Trouble:
        files.close()
        raise
    return files


class S3Files(RemoteFiles):
    """What lies in a bucket under a prefix."""

    def listed(self) -> Iterator[Named]:
        """One listing of everything below; a prefix where nothing lies yet is an empty folder."""
        root = f"{self.root}/"
        found = self.system.find(self.root, detail=True, timeout=4 * ANSWER_SECONDS)
        for path, entry in found.items():
            if path.startswith(root):
                yield path.removeprefix(root), entry.get("LastModified")

    def read(self, name: str) -> bytes:
        """Ask for the size, then for so many bytes and no more."""
        size = int(self.system.info(self._path(name), refresh=True, timeout=ANSWER_SECONDS)["size"])
        if size > LARGEST_FILE:
            raise too_large(name)
        if not size:
            return b""
        data: bytes = self.system.cat_file(self._path(name), start=0, end=size, timeout=patience(size))
        return data

    def write(self, name: str, data: bytes) -> None:
        """One put, or the parts of one that comes into being as a whole."""
        self.system.pipe_file(self._path(name), data, timeout=patience(len(data)))

    def remove(self, name: str) -> None:
        """Delete; S3 does not mind if it is gone already."""
        self.system.rm_file(self._path(name), timeout=ANSWER_SECONDS)

    def close(self) -> None:
        """Let go of the connections."""
        with suppress(Exception):
            sync(self.system.loop, self.system.s3.close, timeout=_CLOSE_SECONDS)
