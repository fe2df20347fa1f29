"""What an address says, and what of it may be remembered and shown."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shadow_app.domain.errors import Refused
from shadow_app.sync.remote_address import RemoteAddress, check_endpoint, is_remote, read_address


@pytest.mark.parametrize(
    ("address", "place", "parts"),
    [
        (
            "sftp://ann:p%40ss%2Fw@files.example:2222/srv/sha%20dow/",
            "sftp://ann@files.example:2222/srv/sha%20dow",
            {"user": "ann", "password": "p@ss/w", "port": 2222, "path": "/srv/sha dow"},
        ),
        ("ssh://files.example/~/shadow", "sftp://files.example/~/shadow", {"scheme": "sftp", "user": ""}),
        ("SFTP://[::1]:22/x", "sftp://[::1]:22/x", {"host": "::1"}),
        ("davs://firm%5Cann@cloud.example/dav", "webdavs://firm%5Cann@cloud.example/dav", {"user": "firm\\ann"}),
        ("dav://localhost:8080/dav", "webdav://localhost:8080/dav", {"scheme": "webdav"}),
        (
            "s3://KEY:se%2Fcret@My.Bucket/team/?endpoint_url=https://minio.example:9000&region=eu",
            "s3://My.Bucket/team?endpoint_url=https://minio.example:9000&region=eu",
            {"host": "My.Bucket", "user": "KEY", "password": "se/cret", "path": "/team"},
        ),
        ("smb://ann@server/share/x", "smb://ann@server/share/x", {"scheme": "smb"}),
    ],
)
def test_an_address_is_taken_apart(address: str, place: str, parts: dict[str, Any]) -> None:
    read = read_address(address)
    assert read.place == place
    assert {name: getattr(read, name) for name in parts} == parts
    assert read_address(read.place).place == read.place
    if read.password:
        assert read.password not in repr(read)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("sftp://", "cannot be read"),
        ("sftp:///srv/x", "cannot be read"),
        ("sftp://ann:secret@host:port/x", "cannot be read"),
        ("sftp://ann:secret@host:99999/x", "cannot be read"),
        ("sftp://ann:secret@[::1/x", "cannot be read"),
        ("sftp://ann:secret@host/../etc", "cannot be read"),
        ("sftp://ann:secret@host/x?known_hosts=none", "cannot be read"),
        ("sftp://ann:secret@host/x#y", "cannot be read"),
        ("sftp://ann:secret@host/x\ny", "cannot be read"),
        ("sftp://ann:secret@host/\ud800", "cannot be read"),
        ("simplecache::s3://key:secret@bucket/x", "cannot be read"),
        ("s3://key:secret@bucket/x?secret=1", "cannot be read"),
        ("s3://key:secret@bucket/x?region", "cannot be read"),
        ("s3://key:secret@bucket/x?endpoint_url=minio:9000", "endpoint_url"),
        ("s3://key:secret@bucket/x?endpoint_url=https://u:secret@minio", "endpoint_url"),
        ("s3://key:secret@bucket/x?endpoint_url=https://[minio", "endpoint_url"),
        ("s3://key:secret@bucket/x?endpoint_url=http://minio:9000", "for anybody on the network"),
        ("webdav://ann:secret@cloud.example/dav", "for anybody on the network"),
        ("ftp://ann:secret@files.example/x", "for anybody on the network"),
        ("file:///mnt/shadow", "give a path"),
        ("memory://x", "give a path"),
    ],
)
def test_what_is_no_address_is_refused_without_its_secret(address: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as caught:
        read_address(address)
    assert "secret" not in str(caught.value)


def test_paths_are_none() -> None:
    assert [is_remote(each) for each in ("Z:/shadow", r"\\server\x", "/mnt/x", "x", "", "C:\\x")] == [False] * 6
    assert is_remote("sftp://x")
    check_endpoint("")
    check_endpoint("http://127.0.0.1:9000")


_TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=12)


@given(user=_TEXT, password=_TEXT.filter(lambda text: len(text) > 3), path=_TEXT)
@example(user="a", password="%%%%", path="/?#")
def test_whatever_stands_in_it_comes_out_again_and_the_password_nowhere(user: str, password: str, path: str) -> None:
    folder = "/".join(part for part in f"/x{path}".split("/") if part not in (".", ".."))
    written = RemoteAddress("sftp", "host", folder.rstrip("/"), user=user)
    head = f"{quote(user, safe='')}:{quote(password, safe='')}@"
    read = read_address(f"sftp://{head}host{quote(written.path)}")
    assert (read.user, read.password, read.path) == (user, password, written.path)
    assert read.place == written.place
