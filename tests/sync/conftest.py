"""A user without any keys, passwords or settings but those of the test."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from http_servers import DavServer, S3Server
from remote_servers import KINDS, Served, SftpServer, serving


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a user who has never been anywhere."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for name in list(os.environ):
        if name.startswith(("AWS_", "SHADOW_FOLDER_", "SSH_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    return home


@pytest.fixture(scope="session")
def jpegs() -> tuple[bytes, bytes]:
    """Two pictures."""
    found = []
    for colour in ("teal", "plum"):
        out = io.BytesIO()
        Image.new("RGB", (40, 30), colour).save(out, "JPEG")
        found.append(out.getvalue())
    return found[0], found[1]


@pytest.fixture(params=KINDS)
def server(request: pytest.FixtureRequest, tmp_path: Path, user: Path) -> Iterator[Served]:
    with serving(request.param, tmp_path, user) as served:
        yield served


@pytest.fixture
def sftp(tmp_path: Path, user: Path) -> Iterator[SftpServer]:
    with serving("sftp", tmp_path, user) as served:
        assert isinstance(served, SftpServer)
        yield served


@pytest.fixture
def dav(tmp_path: Path, user: Path) -> Iterator[DavServer]:
    with serving("webdav", tmp_path, user) as served:
        assert isinstance(served, DavServer)
        yield served


@pytest.fixture
def s3(tmp_path: Path, user: Path) -> Iterator[S3Server]:
    with serving("s3", tmp_path, user) as served:
        assert isinstance(served, S3Server)
        yield served
