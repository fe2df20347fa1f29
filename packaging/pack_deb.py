"""The Debian package: made by `dpkg-deb` from the frozen folder, its dependencies measured by `dpkg-shlibdeps`."""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import stat
import sys
import tempfile
from datetime import datetime, timezone
from email.utils import format_datetime
from pathlib import Path

from pack_freeze import frozen_folder
from pack_project import BUILD, DIST, MAINTAINER, NAME, ROOT, SUMMARY, PackTrouble, epoch, megabytes, run, say, version
from pack_share import write_share

_NOT_NEEDED = ("libqgtk3.so",)
"""Loaded only on desktops that have GTK anyway."""

_CHANGELOG = """{name} ({version}) unstable; urgency=medium

  * What is new stands in /usr/share/doc/{name}/CHANGELOG.md.gz.

 -- {maintainer}  {day}
"""
"""For apt, which knows by it which version this is; the program's own list of changes lies beside it."""
_CONTROL = """Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libportaudio2, xdg-utils
Suggests: gnome-keyring | kwalletmanager
Description: {summary}
 For IT people who spend a day where their customers work: one-line notes tied
 to IT services, what each service costs the business with how sure that is,
 and reports that lead to a promise. Notes lie in an encrypted store on this
 computer; nothing is sent anywhere by itself.
"""


def build_deb(quick: bool = False) -> Path:
    """Build `dist/shadow-app_<version>_<architecture>.deb` from the frozen folder; returns it.

    Args:
        quick: pack fast instead of small, for trying it.

    Raises:
        PackTrouble: this is no Debian, a tool is missing, or there is no frozen folder yet.
    """
    frozen = frozen_folder("depend")
    if sys.platform != "linux" or shutil.which("dpkg-deb") is None or shutil.which("dpkg-shlibdeps") is None:
        raise PackTrouble("A Debian package needs dpkg-deb and dpkg-shlibdeps: on Debian and Ubuntu install dpkg-dev.")
    if not frozen.is_dir():
        raise PackTrouble("There is no frozen program yet: `python3 dev.py package freeze` makes it.")
    architecture = run("dpkg", "--print-architecture", quiet=True).strip()
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / "usr" / "lib" / NAME, symlinks=True)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{NAME}/{NAME}")
    write_share(root / "usr" / "share", frozen)
    log = root / "usr" / "share" / "doc" / NAME / "changelog.gz"
    log.write_bytes(gzip.compress(changelog().encode(), 9, mtime=0))
    _tidy(root)
    # dpkg-shlibdeps knows by this folder where the package begins.
    (root / "DEBIAN").mkdir()
    control = _CONTROL.format(
        name=NAME, version=debian_version(version()), architecture=architecture, maintainer=MAINTAINER,
        kilobytes=round(megabytes(root) * 1e6 / 1024), depends=depends(root / "usr" / "lib" / NAME), summary=SUMMARY,
    )  # fmt: skip
    _write_control(root, control)
    DIST.mkdir(exist_ok=True)
    package = DIST / f"{NAME}_{debian_version(version())}_{architecture}.deb"
    packing = ("-Zzstd", "-z3") if quick else ("-Zxz", "-z6")
    environ = {"SOURCE_DATE_EPOCH": str(epoch())}
    # One thread: how many there are shows in the bytes.
    run(
        "dpkg-deb",
        "--root-owner-group",
        "--threads-max=1",
        *packing,
        "--build",
        root,
        package,
        environ=environ,
        quiet=True,
    )
    say(f"{package.relative_to(ROOT)}: {megabytes(package):.0f} MB")
    return package


def debian_version(text: str) -> str:
    """A Python version as Debian orders it: `1.0rc1` comes before `1.0`."""
    return re.sub(r"(?:\.(?=dev))?(a|b|rc|dev)", r"~\1", text)


def changelog() -> str:
    """Debian's own list of changes, which names the version and whoever answers for it."""
    day = format_datetime(datetime.fromtimestamp(epoch(), timezone.utc))
    return _CHANGELOG.format(name=NAME, version=debian_version(version()), maintainer=MAINTAINER, day=day)


def depends(folder: Path) -> str:
    """The packages that bring what the program loads, with the versions that its symbols need."""
    files = [
        path for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name not in _NOT_NEEDED and _is_elf(path)
    ]  # fmt: skip
    # Libraries of the folder itself are found there, in every folder of it that holds one, and are nobody's package.
    private = sorted({str(path.parent) for path in files})
    with tempfile.TemporaryDirectory() as scratch:
        debian = Path(scratch) / "debian"
        debian.mkdir()
        (debian / "control").write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8")
        said = run(
            *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-x{NAME}"),
            *(f"-l{place}" for place in private), *(f"-e{path}" for path in files),
            cwd=Path(scratch), quiet=True,
        )  # fmt: skip
    found = re.search(r"^shlibs:Depends=(.+)$", said, re.MULTILINE)
    if found is None:
        raise PackTrouble(f"dpkg-shlibdeps found no dependencies.\n{said[-2000:]}")
    return found[1]


def _is_elf(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _tidy(root: Path) -> None:
    """Ordinary rights, and one moment for everything."""
    moment = epoch()
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            runs = path.is_dir() or (
                path.name == NAME and path.parent.name == NAME and path.stat().st_mode & stat.S_IXUSR
            )
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)


def _write_control(root: Path, control: str) -> None:
    folder = root / "DEBIAN"
    (folder / "control").write_text(control, encoding="utf-8")
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}  {path.relative_to(root).as_posix()}"
        for path in sorted((root / "usr").rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    (folder / "md5sums").write_text("\n".join(sums) + "\n", encoding="utf-8")
    for path in (folder, *folder.iterdir()):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (epoch(), epoch()))
