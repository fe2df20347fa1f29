"""What a remote folder takes, gives, lists and passes by, and what is said when it does not: on real servers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import asyncssh
import pytest

from http_servers import PASSWORD, USER, DavServer, S3Server
from remote_servers import DEVICE, PICTURE, SEGMENT, Served, SftpServer, refusal
from shadow_app.domain.errors import ImportTrouble, Refused, Unreachable
from shadow_app.sync import remote, remote_files, remote_s3, remote_sftp, remote_webdav
from shadow_app.sync.remote import RemoteFolder
from shadow_app.sync.remote_address import RemoteAddress


def test_what_is_put_is_listed_and_given_until_it_is_dropped(server: Served) -> None:
    data = os.urandom(300_000)
    with RemoteFolder(server.address) as folder:
        assert folder.names() == []
        for name in (SEGMENT, PICTURE):
            folder.put(name, b"torn")
            folder.put(name, data)
        assert folder.names() == [SEGMENT, PICTURE]
        assert folder.get(SEGMENT) == folder.get(PICTURE) == data
        folder.put(PICTURE, b"")
        assert folder.get(PICTURE) == b""
        folder.put(f"{DEVICE}/desktop.ini", b"x")
        folder.put(SEGMENT.replace(".seg", " (1).seg"), data)
        assert folder.names() == [SEGMENT, PICTURE], "what others leave is passed by"
        folder.drop(SEGMENT)
        folder.drop(SEGMENT)
        assert folder.names() == [PICTURE]
        with pytest.raises(ImportTrouble, match="is not there") as caught:
            folder.get(SEGMENT)
        assert not isinstance(caught.value, Unreachable), "the next thing may well be there"
        assert PASSWORD not in folder.place


def test_no_listing_is_kept(server: Served) -> None:
    with RemoteFolder(server.address) as one, RemoteFolder(server.address) as other:
        assert one.names() == other.names() == []
        one.put(SEGMENT, b"1")
        assert other.names() == [SEGMENT]
        other.drop(SEGMENT)
        assert one.names() == []


def test_nobody_sees_a_file_before_it_is_whole(dav: DavServer, sftp: SftpServer) -> None:
    with RemoteFolder(dav.address) as folder:
        folder.names()
        folder.put(SEGMENT, b"whole")
    puts = [each for each in dav.door.seen if each.startswith(("PUT", "MOVE"))]
    assert [each.partition(" ")[0] for each in puts] == ["PUT", "MOVE"]
    assert all(each.endswith(".tmp") for each in puts)
    with RemoteFolder(sftp.address) as folder:
        folder.names()
        sftp.refuses = asyncssh.SFTPFailure("Failure")
        with pytest.raises(ImportTrouble, match="does not answer as it should"):
            folder.put(SEGMENT, b"whole")
        sftp.refuses = None
        folder.put(SEGMENT, b"whole")
    assert [each.name for each in (sftp.root / DEVICE).iterdir()] == [SEGMENT.partition("/")[2]]


def test_a_server_without_the_newer_rename(tmp_path: Path, user: Path) -> None:
    (tmp_path / "old").mkdir()
    with SftpServer(tmp_path / "old", renames=False) as old:
        old.known(user)
        with RemoteFolder(old.address) as folder:
            folder.put(PICTURE, b"torn")
            folder.put(PICTURE, b"whole")
            assert folder.get(PICTURE) == b"whole"


def test_a_folder_that_is_not_there_is_never_made(server: Served, tmp_path: Path) -> None:
    if isinstance(server, S3Server):
        address = server.address.replace("@team/", "@nobody/")
    else:
        address = f"{server.address.rstrip('/')}/nowhere"
    assert "is not there" in refusal(address, ImportTrouble)
    with RemoteFolder(address) as folder, pytest.raises(ImportTrouble, match="is not there"):
        folder.put(SEGMENT, b"x")
    assert not list(tmp_path.glob("*/nowhere"))


def test_what_a_cut_write_left_goes_after_a_day(sftp: SftpServer, dav: DavServer, tmp_path: Path) -> None:
    for served, root in ((sftp, sftp.root), (dav, tmp_path / "webdav")):
        (root / DEVICE).mkdir()
        old, young, other = (root / DEVICE / each for each in (f"new-{'1' * 16}.tmp", f"new-{'2' * 16}.tmp", "a.tmp"))
        for each in (old, young, other):
            each.write_bytes(b"x")
        for each in (old, other):
            os.utime(each, (1_700_000_000, 1_700_000_000))
        with RemoteFolder(served.address) as folder:
            assert folder.names() == []
        assert (old.exists(), young.exists(), other.exists()) == (False, True, True)


def test_what_is_too_large_is_not_taken(server: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (remote_files, remote_sftp, remote_webdav, remote_s3):
        monkeypatch.setattr(room, "LARGEST_FILE", 1 << 20)
    with RemoteFolder(server.address) as folder:
        folder.put(SEGMENT, bytes(1 << 20))
        folder.put(PICTURE, bytes((1 << 20) + 1))
        assert len(folder.get(SEGMENT)) == 1 << 20
        with pytest.raises(ImportTrouble, match="larger than 1 MiB"):
            folder.get(PICTURE)
        monkeypatch.setattr(remote, "MOST_NAMES", 1)
        with pytest.raises(ImportTrouble, match="holds too much"):
            folder.names()


def test_a_lost_server_is_asked_no_more_until_the_next_look(server: Served) -> None:
    with RemoteFolder(server.address) as folder:
        folder.put(SEGMENT, b"x")
        server.stop()
        with pytest.raises(Unreachable) as first:
            folder.get(SEGMENT)
        server.start()
        with pytest.raises(Unreachable) as second:
            folder.get(SEGMENT)
        assert second.value is first.value
        assert folder.names() == [SEGMENT]
        assert folder.get(SEGMENT) == b"x"


def test_keys_and_homes(sftp: SftpServer, user: Path) -> None:
    sftp.user_key.write_private_key(str(user / ".ssh" / "id_ed25519"))
    (sftp.root / "shadow").mkdir()
    for address in ("/~/shadow", "/shadow", "/~"):
        with RemoteFolder(f"ssh://{USER}@127.0.0.1:{sftp.port}{address}") as folder:
            folder.put(SEGMENT, b"x")
            assert folder.names() == [SEGMENT]
    assert {each.parent.parent for each in sftp.root.rglob("*.seg")} == {sftp.root, sftp.root / "shadow"}


def test_a_password_from_elsewhere_and_a_token(dav: DavServer, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"webdav://{USER}@127.0.0.1:{dav.port}/dav"
    with RemoteFolder(address, lambda: PASSWORD) as folder:
        assert folder.names() == []
    assert dav.door.credentials.startswith("Basic ")
    monkeypatch.setenv("SHADOW_FOLDER_TOKEN", "token-of-a-robot")
    assert "token" not in refusal(address)
    assert dav.door.credentials == "Bearer token-of-a-robot"


def test_any_other_file_system_of_fsspec(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    memory = RemoteAddress(scheme="memory", host="", path="/team")
    for address in (memory, RemoteAddress(scheme="file", host="", path=str(shared))):
        with RemoteFolder(address) as folder:
            if address is memory:
                with pytest.raises(ImportTrouble, match="is not there"):
                    folder.names()
                with pytest.raises(ImportTrouble, match="is not there"):
                    folder.put(SEGMENT, b"x")
                import fsspec

                fsspec.filesystem("memory").mkdir("/team")
            folder.put(SEGMENT, b"x" * 1000)
            folder.put(PICTURE, b"")
            assert folder.names() == [SEGMENT, PICTURE]
            assert folder.get(SEGMENT) == b"x" * 1000
            folder.drop(SEGMENT)
            folder.drop(SEGMENT)
            assert folder.names() == [PICTURE]
    assert [each.name for each in (shared / "content").iterdir()] == ["c" * 64]
    assert "Nothing here reads gopher://" in refusal("gopher://ann:pw@host/x", Refused)
    assert "as it should" in refusal("github://ann:pw@host/x", ImportTrouble)


def test_a_size_that_was_asked_for_is_not_believed(
    sftp: SftpServer, dav: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote_sftp, "LARGEST_FILE", 1000)
    with RemoteFolder(sftp.address) as folder:
        folder.put(SEGMENT, bytes(2000))
        # It grows between the question and the reading.
        monkeypatch.setattr(remote_sftp.SftpFiles, "_size", lambda _self, _path: _ten())
        with pytest.raises(ImportTrouble, match="larger than"):
            folder.get(SEGMENT)
    with RemoteFolder(dav.address) as folder:
        folder.put(SEGMENT, bytes(2000))
        monkeypatch.setattr(remote_webdav, "patience", lambda _size: -1.0)
        with pytest.raises(Unreachable, match="in time"):
            folder.get(SEGMENT)
    monkeypatch.setattr(remote_files, "LARGEST_FILE", 1000)
    with pytest.raises(ImportTrouble, match="larger than"):
        remote_files.bounded(io.BytesIO(bytes(2000)), SEGMENT)


async def _ten() -> int:
    return 10


def test_nothing_is_left_running_and_nothing_is_said_at_the_end(
    sftp: SftpServer, dav: DavServer, s3: S3Server, user: Path, thorough: bool
) -> None:
    addresses = [each.address for each in ((sftp, dav, s3) if thorough else (sftp, dav))]
    script = (
        "import sys, threading\n"
        "from contextlib import ExitStack\n"
        "from shadow_app.sync.remote import RemoteFolder\n"
        "with ExitStack() as stack:\n"
        "    folders = [stack.enter_context(RemoteFolder(each)) for each in sys.argv[1:]]\n"
        "    assert [each.names() for each in folders] == [[]] * len(folders)\n"
        "print(sorted({each.name.split('_')[0] for each in threading.enumerate()}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *addresses], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    # One thread for all the libraries that want a loop, and its helpers for names; it ends with the program.
    assert done.stdout.strip() == "['MainThread', 'asyncio', 'fsspecIO']"
