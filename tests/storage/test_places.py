"""A live store lies on this computer's own disk or nowhere; each system's rules are tried on this one."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import types
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

import platformdirs
import pytest

from shadow_app.domain.errors import StorePlace
from shadow_app.storage.places import Probes, check_place, default_store, linux_mounts, mac_mounts, this_computer

MOUNTINFO = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:50 / /mnt/team rw,relatime shared:9 master:1 - nfs4 server:/team rw,vers=4.2
41 27 0:51 / /mnt/two\\040words rw - cifs //server/share rw
42 27 0:52 / /mnt/ssh rw - fuse.sshfs me@server: rw
43 27 0:53 / /mnt/host rw - 9p host rw
44 27 8:1 / /mnt/stick rw - fuseblk /dev/sda1 rw
45 27 0:54 / /mnt/secret rw - fuse.gocryptfs /home/me/.secret rw
46 40 254:1 / /mnt/team/scratch rw - xfs /dev/vdb rw
47 27 254:2 / /mnt/over rw - ext4 /dev/vdc rw
48 27 0:55 / /mnt/over rw - smb3 //server/over rw
49 27 0:56 / /mnt/under rw - nfs server:/under rw
50 27 254:3 / /mnt/under rw - ext4 /dev/vdd rw
51 27 0:57 / /mnt/any rw - fuse any rw
broken line
52 27
"""

MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)
//me@server/team on /Volumes/team (smbfs, nodev, nosuid, mounted by me)
server:/export on /Volumes/two words on paper (nfs, nodev, nosuid)
me@server: on /Volumes/ssh (macfuse, nodev, nosuid, synchronous, mounted by me)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
"""


def probes(system: str = "linux", **changed: Any) -> Probes:
    """A computer on which everything is in order."""
    healthy = Probes(
        system=system,
        environ={},
        home="/home/me",
        resolve=lambda path: path,
        mounts=lambda: (),
        drive_type=lambda root: 3,
        is_folder=lambda folder: not str(folder).startswith("/home/me/Library"),
        complaint=lambda path: "",
    )
    return replace(healthy, **changed)


def refusal(path: Path | str, asked: Probes | None = None) -> str:
    with pytest.raises(StorePlace) as refused:
        check_place(path, asked)
    return str(refused.value)


# Networks


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/mnt/team/shadow.db", "nfs4"),
        ("/mnt/team/deep/down/shadow.db", "nfs4"),
        ("/mnt/two words/shadow.db", "cifs"),
        ("/mnt/ssh/shadow.db", "fuse.sshfs"),
        ("/mnt/host/shadow.db", "9p"),
        ("/mnt/over/shadow.db", "smb3"),
        ("/mnt/any/shadow.db", "fuse"),
    ],
)
def test_linux_network_mounts_are_refused(place: str, kind: str) -> None:
    told = refusal(place, probes(mounts=lambda: linux_mounts(MOUNTINFO)))
    assert told == (
        f"The store cannot lie at {place}, because it is on a network drive ({kind}): choose a folder on this "
        "computer's own disk that no program synchronises."
    )


@pytest.mark.parametrize(
    "place",
    [
        "/home/me/shadow.db",
        "/mnt/teamwork/shadow.db",
        "/mnt/team/scratch/shadow.db",
        "/mnt/stick/shadow.db",
        "/mnt/secret/shadow.db",
        "/mnt/under/shadow.db",
    ],
)
def test_local_mounts_are_taken(place: str) -> None:
    check_place(place, probes(mounts=lambda: linux_mounts(MOUNTINFO)))


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/Volumes/team/shadow.db", "smbfs"),
        ("/Volumes/two words on paper/shadow.db", "nfs"),
        ("/Volumes/ssh/shadow.db", "macfuse"),
    ],
)
def test_mac_network_mounts_are_refused(place: str, kind: str) -> None:
    assert f"on a network drive ({kind})" in refusal(place, probes("darwin", mounts=lambda: mac_mounts(MAC_MOUNTS)))


@pytest.mark.parametrize("place", ["/Users/me/shadow.db", "/Volumes/STICK/shadow.db", "/Volumes/teams/shadow.db"])
def test_mac_local_mounts_are_taken(place: str) -> None:
    check_place(place, probes("darwin", mounts=lambda: mac_mounts(MAC_MOUNTS)))


@pytest.mark.parametrize(
    "place",
    [
        r"\\server\share\shadow.db",
        "//server/share/shadow.db",
        r"\\wsl$\Debian\home\me\shadow.db",
        r"\\?\UNC\server\share\shadow.db",
        r"\\?\unc\server\share\shadow.db",
    ],
)
def test_windows_network_paths_are_refused_before_the_network_is_asked(place: str) -> None:
    def asked(path: str) -> str:
        raise AssertionError("the network was asked")

    assert "because it is on another computer" in refusal(place, probes("win32", resolve=asked))


@pytest.mark.parametrize("place", [r"Z:\team\shadow.db", r"z:\shadow.db", r"\\?\Z:\team\shadow.db"])
def test_windows_network_drives_are_refused(place: str) -> None:
    drives = probes("win32", drive_type={"Z:\\": 4}.__getitem__)
    assert "because it is on a network drive:" in refusal(place, drives)


def test_a_windows_link_to_a_network_is_refused() -> None:
    linked = probes("win32", resolve=lambda path: r"\\server\share\shadow.db")
    assert "on another computer" in refusal(r"C:\link\shadow.db", linked)


@pytest.mark.parametrize("kind", [2, 3, 6])
def test_windows_local_drives_are_taken(kind: int) -> None:
    check_place(r"C:\Users\me\AppData\Local\shadow-app\shadow.db", probes("win32", drive_type=lambda root: kind))
    check_place(r"\\?\C:\Users\me\shadow.db", probes("win32", drive_type=lambda root: kind))


# Synchronised folders


@pytest.mark.parametrize(
    ("system", "place", "keeper"),
    [
        ("win32", r"C:\Users\me\OneDrive\shadow.db", "OneDrive"),
        ("win32", r"C:\Users\me\OneDrive - Northgate Ltd\Documents\shadow.db", "OneDrive"),
        ("win32", r"C:\Users\me\DROPBOX\shadow.db", "Dropbox"),
        ("win32", r"C:\Users\me\iCloudDrive\shadow.db", "iCloud"),
        ("win32", r"G:\My Drive\shadow.db", "Google Drive"),
        ("linux", "/home/me/Dropbox (Northgate)/shadow.db", "Dropbox"),
        ("linux", "/home/me/Nextcloud/deep/shadow.db", "Nextcloud"),
        ("linux", "/home/me/ownCloud/shadow.db", "ownCloud"),
        ("darwin", "/Users/me/Google Drive/shadow.db", "Google Drive"),
        ("darwin", "/Users/me/Library/CloudStorage/Box-Box/shadow.db", "a cloud drive"),
        ("darwin", "/Users/me/Library/Mobile Documents/com~apple~CloudDocs/shadow.db", "iCloud"),
    ],
)
def test_synchronised_folders_are_known_by_name(system: str, place: str, keeper: str) -> None:
    assert f"because {keeper} copies it while it changes" in refusal(place, probes(system))


@pytest.mark.parametrize("place", ["/home/me/notes/dropbox", "/home/me/onedriver/shadow.db", "/srv/dropboxes/x.db"])
def test_names_that_only_resemble_them_are_taken(place: str) -> None:
    check_place(place, probes())


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer", "ONEDRIVE"])
def test_onedrive_tells_where_it_is(name: str) -> None:
    environ = {name: r"D:\Work\Synced", "PATH": r"C:\Windows", "OneDriveEmpty": ""}
    moved = probes("win32", environ=environ)
    assert "because OneDrive copies it" in refusal(r"d:\work\synced\Documents\shadow.db", moved)
    check_place(r"D:\Work\shadow.db", moved)


def test_a_link_into_a_synchronised_folder_is_refused() -> None:
    linked = probes(resolve=lambda path: "/home/me/Dropbox/shadow.db")
    assert "because Dropbox copies it" in refusal("/home/me/link/shadow.db", linked)


@pytest.mark.parametrize("name", ["Desktop", "Documents"])
def test_a_mac_whose_documents_are_in_icloud(name: str) -> None:
    asked: list[str] = []

    def is_folder(folder: PurePath) -> bool:
        asked.append(str(folder))
        return True

    place = f"/Users/me/{name}/shadow.db"
    cloudy = probes("darwin", home="/Users/me", is_folder=is_folder)
    assert "because iCloud copies it" in refusal(place, cloudy)
    assert asked == [f"/Users/me/Library/Mobile Documents/com~apple~CloudDocs/{name}"]
    check_place("/Users/me/notes/shadow.db", cloudy)
    check_place(place, probes("darwin", home="/home/me"))
    check_place(f"/home/me/{name}/shadow.db", probes("darwin"))


@pytest.mark.parametrize(
    ("marker", "is_folder", "keeper"),
    [
        (".dropbox", False, "Dropbox"),
        (".dropbox.cache", True, "Dropbox"),
        (".stfolder", True, "Syncthing"),
        (".tmp.drivedownload", True, "Google Drive"),
        (".sync_0123abcd.db", False, "Nextcloud"),
        ("._sync_0123abcd.db", False, "Nextcloud"),
        (".nextcloudsync.log", False, "Nextcloud"),
        (".owncloudsync.log", False, "ownCloud"),
    ],
)
def test_synchronised_folders_are_known_by_what_lies_in_them(
    tmp_path: Path, marker: str, is_folder: bool, keeper: str
) -> None:
    deep = tmp_path / "cloud" / "deep" / "down"
    deep.mkdir(parents=True)
    sign = tmp_path / "cloud" / marker
    if is_folder:
        sign.mkdir()
    else:
        sign.touch()
    assert f"because {keeper} copies it" in refusal(deep / "shadow.db")
    check_place(tmp_path / "shadow.db")


def test_dropboxs_own_settings_in_the_home_folder_are_no_sign(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / "notes").mkdir()
    check_place(tmp_path / "notes" / "shadow.db")


# Folders that are not there, or not ours


def test_a_healthy_folder_is_taken_and_left_as_it_was(tmp_path: Path) -> None:
    check_place(tmp_path / "shadow.db")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "shadow.db").write_bytes(b"a store")
    check_place(str(tmp_path / "shadow.db"))
    assert (tmp_path / "shadow.db").read_bytes() == b"a store"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    place = tmp_path / "nowhere" / "shadow.db"
    assert refusal(place) == (
        f"The store cannot lie at {place}, because that folder is not there: make it or choose another."
    )


def test_a_folder_in_the_stores_place_is_said(tmp_path: Path) -> None:
    assert "(that is a folder, not a file): allow writing there or choose another place." in refusal(tmp_path)


def test_a_read_only_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read_only(**_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", read_only)
    assert "(Read-only file system): allow writing there" in refusal(tmp_path / "shadow.db")


def test_a_read_only_store_is_said_without_opening_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "shadow.db"
    store.write_bytes(b"a store")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "(the file may not be written)" in refusal(store)


def test_a_null_character_is_said() -> None:
    assert "null character: choose another place." in refusal("/home/me/\0/shadow.db")


def test_a_folder_that_one_may_not_list_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(folder: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "scandir", forbidden)
    check_place(tmp_path / "shadow.db")


# This computer


def test_the_real_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox")
    assert "because Dropbox copies it" in refusal(tmp_path / "link" / "shadow.db")


def test_the_real_mounts_are_read() -> None:
    if not Path("/proc/self/mountinfo").exists():
        pytest.skip("only Linux keeps its mounts there")
    assert "/" in [point for point, _ in this_computer().mounts()]


def test_a_mac_is_asked_by_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert command == ["/sbin/mount"]
        return subprocess.CompletedProcess(command, 0, stdout=MAC_MOUNTS)

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", run)
    assert ("/Volumes/team", "smbfs") in this_computer().mounts()


@pytest.mark.parametrize("error", [OSError(), subprocess.TimeoutExpired("mount", 5)])
def test_a_system_that_does_not_tell_its_mounts_is_taken(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(subprocess, "run", silent)
    assert this_computer().mounts() == ()


def test_windows_is_asked_for_the_kind_of_a_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    assert this_computer().drive_type("C:\\") == 0
    kernel = types.SimpleNamespace(GetDriveTypeW={"Z:\\": 4}.__getitem__)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", types.SimpleNamespace(kernel32=kernel), raising=False)
    assert this_computer().drive_type("Z:\\") == 4


def test_the_usual_place_is_the_systems_local_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted: dict[str, object] = {}

    def user_data_path(name: str, **options: object) -> Path:
        wanted.update(name=name, **options)
        return tmp_path / "data" / name

    monkeypatch.setattr(platformdirs, "user_data_path", user_data_path)
    store = default_store({})
    assert store == tmp_path / "data" / "shadow-app" / "shadow.db"
    assert wanted == {"name": "shadow-app", "appauthor": False}
    assert store.parent.is_dir()
    assert store.parent.stat().st_mode & 0o077 == 0
    check_place(store)


def test_the_environment_may_name_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_store({"SHADOW_HOME": str(tmp_path / "own")}) == tmp_path / "own" / "shadow.db"
    monkeypatch.setenv("SHADOW_HOME", "relative")
    monkeypatch.chdir(tmp_path)
    assert default_store() == tmp_path / "relative" / "shadow.db"
    assert default_store() == tmp_path / "relative" / "shadow.db"


def test_a_usual_place_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorePlace, match=r"cannot be made \(File exists\): allow it, or name another .* SHADOW_HOME"):
        default_store({"SHADOW_HOME": str(tmp_path / "file")})
