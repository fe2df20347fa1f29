"""Where a live store may lie: on a disk of this computer, in a folder that nothing else copies (`reliability.md` §1.3).

SQLite's locks do not hold over a network, and a program that synchronises a folder copies the store's files while they
change. Both lose notes without a word, so such places are refused before a file is made.

What the system says about a path is passed in as `Probes`, so each system's rules can be tried on any other.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import platformdirs

from shadow_app.domain.errors import StorePlace
from shadow_app.domain.language import mark, say
from shadow_app.domain.system_words import system_words

STORE_NAME = "shadow.db"
HOME_VARIABLE = "SHADOW_HOME"

_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW
_NETWORK_TYPE = re.compile(
    "9p|afs|beegfs|ceph|cifs|coda|davfs|gfs2?|glusterfs|gpfs|lustre|ncpfs|nfs[34]?|ocfs2|orangefs|prl_fs|smb[23]|smbfs|"
    "vboxsf|vmhgfs"
)
# Everything else behind FUSE (sshfs, rclone, davfs2, cloud drives) is taken for remote.
_LOCAL_FUSE = frozenset({"fuse.gocryptfs", "fuse.fuse-overlayfs"})

_SYNCED_NAMES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "onedrive": "OneDrive",
}
_SYNCED_STARTS = {"onedrive -": "OneDrive", "dropbox (": "Dropbox"}
_MARKER_FILES = {".dropbox": "Dropbox", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "ownCloud"}
_MARKER_FOLDERS = {".dropbox.cache": "Dropbox", ".tmp.drivedownload": "Google Drive", ".stfolder": "Syncthing"}
Mounts = tuple[tuple[str, str], ...]
_JOURNAL = re.compile(r"\._?sync_[0-9a-f]+\.db")


@dataclass(frozen=True, slots=True)
class Probes:
    """What the system is asked about a path.

    Attributes:
        system: as `sys.platform`.
        environ: the environment.
        home: the person's home folder.
        resolve: the absolute path with its links followed.
        mounts: (mount point, type) in the order of mounting; the type is "" for what is local.
        drive_type: Windows' GetDriveTypeW for a root such as `C:\\`.
        is_folder: whether there is such a folder.
        complaint: why the store cannot be written at this path, or "".
    """

    system: str
    environ: Mapping[str, str]
    home: str
    resolve: Callable[[str], str]
    mounts: Callable[[], Mounts]
    drive_type: Callable[[str], int]
    is_folder: Callable[[PurePath], bool]
    complaint: Callable[[PurePath], str]


def this_computer() -> Probes:
    """The probes that ask the real system."""
    return Probes(
        system=sys.platform,
        environ=os.environ,
        home=_home(),
        resolve=lambda path: str(Path(path).resolve()),
        mounts=_mounts,
        drive_type=_drive_type,
        is_folder=lambda folder: Path(folder).is_dir(),
        complaint=_complaint,
    )


def _home() -> str:
    try:
        return str(Path.home())
    except RuntimeError:
        return "/"  # somebody whom the system does not know, as in a container


def default_store(environ: Mapping[str, str] | None = None) -> Path:
    """Where the store lies if nobody chose a place; its folder is made, for its owner alone.

    That is the system's folder for local data, or the folder that the environment names as `SHADOW_HOME`.

    Raises:
        StorePlace: the folder cannot be made, or is in the home of somebody whom the system does not know.
    """
    own = (os.environ if environ is None else environ).get(HOME_VARIABLE)
    try:
        folder = Path(own).expanduser() if own else platformdirs.user_data_path("shadow-app", appauthor=False)
        folder = folder.absolute()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorePlace(
            say(
                "The folder {folder} for the store cannot be made ({why}): allow it, or name another folder as "
                "{variable}.",
                folder=folder,
                why=system_words(error),
                variable=HOME_VARIABLE,
            )
        ) from error
    except RuntimeError:
        raise StorePlace(
            say(
                "There is no home such as {own}: name another folder as {home_variable}.",
                own=own,
                home_variable=HOME_VARIABLE,
            )
        ) from None
    return folder / STORE_NAME


_NETWORK = mark("The store cannot lie at {path}, because it is {network}: {own_disk}.")
_SYNCED = mark("The store cannot lie at {path}, because {keeper} copies it while it changes: {own_disk}.")


def check_place(path: Path | str, probes: Probes | None = None) -> None:
    """Make sure that a live store may lie at `path`, the path of the store's file.

    Raises:
        StorePlace: it is on a network, in a synchronised folder, or cannot be written; the sentence says which.
    """
    asked = probes or this_computer()
    if "\0" in str(path):
        raise StorePlace(say("The path of the store contains a null character: choose another place."))
    own_disk = say("choose a folder on this computer's own disk that no program synchronises")
    given = _pure(str(path), asked)
    # Before anything touches the disk: looking at a dead network drive can take minutes.
    if network := _windows_network(given, asked):
        raise StorePlace(say(_NETWORK, path=path, network=network, own_disk=own_disk))
    real = _pure(asked.resolve(str(path)), asked)
    if network := _windows_network(real, asked) or _mounted_network(real, asked):
        raise StorePlace(say(_NETWORK, path=path, network=network, own_disk=own_disk))
    for place in (given, real):
        if keeper := _synced_by(place, asked):
            raise StorePlace(say(_SYNCED, path=path, keeper=keeper, own_disk=own_disk))
    if not asked.is_folder(real.parent):
        raise StorePlace(
            say(
                "The store cannot lie at {path}, because that folder is not there: make it or choose another.",
                path=path,
            )
        )
    if complaint := asked.complaint(real):
        raise StorePlace(
            say(
                "The store cannot lie at {path} ({complaint}): allow writing there or choose another place.",
                path=path,
                complaint=complaint,
            )
        )


def linux_mounts(text: str) -> Mounts:
    """The mounts in the text of `/proc/self/mountinfo` (proc(5)); only network types keep their name."""
    found = []
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(), after.partition(" ")[0]
        if len(fields) < 5 or not kind:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4])
        remote = (
            _NETWORK_TYPE.fullmatch(kind) or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE) or kind == "fuse"
        )
        found.append((point, kind if remote else ""))
    return tuple(found)


def mac_mounts(text: str) -> Mounts:
    """The mounts in what macOS' `mount` prints; it says `local` of those that are."""
    lines = re.findall(r"^.*? on (/.*) \(([^()]*)\)$", text, re.MULTILINE)
    options = [(point, words.split(", ")) for point, words in lines]
    return tuple((point, "" if "local" in words else words[0]) for point, words in options)


def _pure(path: str, asked: Probes) -> PurePath:
    return PureWindowsPath(path) if asked.system == "win32" else PurePosixPath(path)


def _windows_network(place: PurePath, asked: Probes) -> str:
    if asked.system != "win32":
        return ""
    drive = str(place).upper().removeprefix("\\\\?\\")
    if drive.startswith(("\\\\", "UNC\\")):
        return say("on another computer")
    is_letter = drive[1:2] == ":"
    return say("on a network drive") if is_letter and asked.drive_type(f"{drive[:2]}\\") == _REMOTE_DRIVE else ""


def _mounted_network(place: PurePath, asked: Probes) -> str:
    depth, kind = -1, ""
    for point, of_kind in asked.mounts():
        mount = PurePosixPath(point)
        # Of two mounts at one point the later one covers the earlier.
        if place.is_relative_to(mount) and len(mount.parts) >= depth:
            depth, kind = len(mount.parts), of_kind
    return say("on a network drive ({kind})", kind=kind) if kind else ""


def _synced_by(place: PurePath, asked: Probes) -> str:
    for name, value in asked.environ.items():
        if name.upper().startswith("ONEDRIVE") and value and place.is_relative_to(_pure(value, asked)):
            return "OneDrive"
    for part in place.parent.parts:
        plain = part.casefold()
        starts = (keeper for start, keeper in _SYNCED_STARTS.items() if plain.startswith(start))
        if keeper := _SYNCED_NAMES.get(plain) or next(starts, ""):
            return keeper
    if asked.system == "darwin":
        home = PurePosixPath(asked.home)
        for name in ("Desktop", "Documents"):
            in_cloud = home / "Library/Mobile Documents/com~apple~CloudDocs" / name
            if place.is_relative_to(home / name) and asked.is_folder(in_cloud):
                return "iCloud"
    return next(filter(None, map(_marked, place.parents)), "")


def _marked(folder: PurePath) -> str:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                markers = _MARKER_FOLDERS if entry.is_dir() else _MARKER_FILES
                if entry.name in markers:
                    return markers[entry.name]
                if _JOURNAL.fullmatch(entry.name):
                    return "Nextcloud"
    except OSError:
        return ""  # a folder above that one may not list
    return ""


def _mounts() -> Mounts:
    try:
        if sys.platform == "darwin":
            # `mount` reads what the kernel remembers and asks no server, so a dead one does not hold it up.
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True)
            return mac_mounts(told.stdout)
        return linux_mounts(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return ()  # not told: the folder's name and a trial write have to do


def _drive_type(root: str) -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0


def _complaint(store: PurePath) -> str:
    place = Path(store)
    if place.is_dir():
        return say("that is a folder, not a file")
    try:
        with tempfile.TemporaryFile(dir=place.parent):
            pass
    except OSError as error:
        return system_words(error)
    # Not by opening it: closing a second handle would drop the locks that SQLite holds in this process.
    return "" if not place.exists() or os.access(place, os.W_OK) else say("the file may not be written")
