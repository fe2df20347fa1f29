"""What needs no installing: an archive of the frozen folder, and the AppDir of an AppImage."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import stat
import sys
import tarfile
import zipfile
from datetime import datetime, timezone
from pathlib import Path

from pack_freeze import frozen_folder
from pack_project import BUILD, DIST, NAME, PACKAGING, ROOT, PackTrouble, epoch, megabytes, run, say, version
from pack_share import write_share

APPDIR = BUILD / "Shadow.AppDir"
_EARLIEST_ZIP = 315_532_800
"""1 January 1980: zip knows no earlier day."""


def need_frozen(system_libraries: str = "bundle") -> Path:
    """The frozen folder.

    Raises:
        PackTrouble: nobody has made it.
    """
    folder = frozen_folder(system_libraries)
    if not folder.is_dir():
        raise PackTrouble("There is no frozen program yet: `python3 dev.py package freeze` makes it.")
    return folder


def label() -> str:
    """What distinguishes a file from those for other systems: `linux-x86_64`, `windows-amd64`, `macos-arm64`."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower()}"


def build_portable() -> Path:
    """The frozen folder as one archive: zip on Windows, tar.gz elsewhere; the same bytes for the same folder."""
    frozen = need_frozen()
    DIST.mkdir(exist_ok=True)
    stem = f"{NAME}-{version()}-{label()}"
    if sys.platform == "win32":
        archive = DIST / f"{stem}-portable.zip"
        write_zip(archive, frozen, f"{NAME}-{version()}")
    else:
        archive = DIST / f"{stem}.tar.gz"
        write_tar(archive, frozen, f"{NAME}-{version()}")
    say(f"{archive.relative_to(ROOT)}: {megabytes(archive):.0f} MB")
    return archive


def write_tar(archive: Path, folder: Path, top: str) -> None:
    """Pack a folder; sorted, nobody's, of one moment."""

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = epoch()
        member.mode = 0o755 if member.isdir() or member.mode & stat.S_IXUSR else 0o644
        return member

    with (
        archive.open("wb") as raw,
        gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=epoch()) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = Path(top, path.relative_to(folder)).as_posix()
            tar.add(path, name, recursive=False, filter=plain)


def write_zip(archive: Path, folder: Path, top: str) -> None:
    """Pack a folder; sorted, of one moment. A link goes in as the file that it points to."""
    moment = datetime.fromtimestamp(max(epoch(), _EARLIEST_ZIP), timezone.utc).timetuple()[:6]
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(Path(top, path.relative_to(folder)).as_posix(), moment)
            runs = bool(path.stat().st_mode & stat.S_IXUSR)
            entry.external_attr = (stat.S_IFREG | (0o755 if runs else 0o644)) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def build_appdir() -> Path:
    """The folder that an AppImage holds, or, where `appimagetool` is installed, the AppImage; returns it."""
    if sys.platform != "linux":
        raise PackTrouble("An AppImage can only be made on Linux.")
    frozen = need_frozen()
    folder = APPDIR
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(frozen, folder / "usr" / "lib" / NAME, symlinks=True)
    write_share(folder / "usr" / "share", frozen)
    shutil.copyfile(PACKAGING / "linux" / "AppRun", folder / "AppRun")
    (folder / "AppRun").chmod(0o755)
    shutil.copyfile(folder / "usr" / "share" / "applications" / f"{NAME}.desktop", folder / f"{NAME}.desktop")
    shutil.copyfile(BUILD / "icons" / "256.png", folder / f"{NAME}.png")
    (folder / ".DirIcon").symlink_to(f"{NAME}.png")
    tool = os.environ.get("APPIMAGETOOL") or shutil.which("appimagetool")
    if not tool:
        say(
            f"{folder.relative_to(ROOT)} is ready; with APPIMAGETOOL set to appimagetool's path it becomes an AppImage."
        )
        return folder
    DIST.mkdir(exist_ok=True)
    image = DIST / f"Shadow-{version()}-{platform.machine()}.AppImage"
    environ = {"SOURCE_DATE_EPOCH": str(epoch()), "ARCH": platform.machine(), "VERSION": version()}
    # The runtime is the part of an AppImage that appimagetool would otherwise fetch by itself.
    runtime = ("--runtime-file", os.environ["APPIMAGE_RUNTIME"]) if os.environ.get("APPIMAGE_RUNTIME") else ()
    run(tool, "--no-appstream", *runtime, folder, image, environ=environ)
    say(f"{image.relative_to(ROOT)}: {megabytes(image):.0f} MB")
    return image


def write_sums() -> Path:
    """SHA-256 sums of everything in dist/, for whoever downloads it."""
    files = (
        sorted(path for path in DIST.iterdir() if path.is_file() and path.name != "SHA256SUMS") if DIST.is_dir() else []
    )
    if not files:
        raise PackTrouble("There is nothing in dist/ yet.")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files]
    sums = DIST / "SHA256SUMS"
    sums.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    say(sums.read_text(encoding="utf-8").rstrip())
    return sums
