"""Whether a package repeats itself: built twice, in two folders, at two times, in two languages, and compared."""

from __future__ import annotations

import filecmp
import hashlib
import io
import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from pack_project import ROOT, PackTrouble, epoch, python, say

_PLACES = (
    ("first/shadow", {"TZ": "UTC", "LC_ALL": "C.UTF-8"}, 0o022),
    ("second/another name, deeper/shadow", {"TZ": "Asia/Kolkata", "LC_ALL": "C"}, 0o077),
)
"""Where it is built, in which time zone and language, and what others may read of what is made."""
_SHOWN = 10


def build_twice(quick: bool = False) -> None:
    """Build the Debian package of this source twice and compare the bytes.

    Args:
        quick: pack fast instead of small.

    Raises:
        PackTrouble: it could not be built, or the two differ; with the files that do.
    """
    with tempfile.TemporaryDirectory(prefix="shadow-twice-") as scratch:
        moment = epoch()
        for name, _, _ in _PLACES:
            copy_source(Path(scratch, name))
        made = [_build(Path(scratch, name), moment, environ, umask, quick) for name, environ, umask in _PLACES]
        compare(*made)
        total = hashlib.sha256(made[0].read_bytes()).hexdigest()
        say(f"{made[0].name}: the same bytes from two folders, SHA-256 {total}")


def _build(folder: Path, moment: int, environ: dict[str, str], umask: int, quick: bool) -> Path:
    known = {"SOURCE_DATE_EPOCH": str(moment), "PYTHONDONTWRITEBYTECODE": "1"}
    # Nothing that one building keeps may help or hinder the other.
    settings = {**environ, **known, "PYINSTALLER_CONFIG_DIR": str(folder.parent / "pyinstaller")}
    for verb in (("freeze", "--system-libraries", "depend"), ("deb", *(("--quick",) if quick else ()))):
        _run((python(), str(folder / "packaging" / "build.py"), *verb), folder, settings, umask)
    return next((folder / "dist").glob("*.deb"))


def _run(command: tuple[str, ...], folder: Path, settings: dict[str, str], umask: int) -> None:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **settings}, umask=umask, check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    say(done.stdout.rstrip())
    if done.returncode:
        raise PackTrouble(f"The building in {folder} ended with {done.returncode}.")


def copy_source(folder: Path) -> None:
    """What git knows, or would take in, as it lies here now; the files are new."""
    asked = subprocess.run(
        ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"), cwd=ROOT, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    names = [name for name in asked.stdout.split("\0") if name]
    if asked.returncode or not names:
        raise PackTrouble("Building twice needs a git clone: git says what the source is.")
    for name in names:
        source, target = ROOT / name, folder / name
        if source.is_file():  # a file that was deleted and not yet committed is still listed
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)


def compare(one: Path, other: Path) -> None:
    """
    Raises:
        PackTrouble: two Debian packages differ; with what does.
    """
    if filecmp.cmp(one, other, shallow=False):
        return
    found = _differing(_members(one), _members(other))
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    where = ", ".join(found[:_SHOWN]) + more if found else "how they are packed"
    raise PackTrouble(f"The two packages differ in: {where}.")


def _differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _members(package: Path) -> dict[str, str]:
    """Everything in a package, by name: rights, owner, moment and content."""
    found: dict[str, str] = {}
    for part in ("--fsys-tarfile", "--ctrl-tarfile"):
        packed = subprocess.run(("dpkg-deb", part, str(package)), check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            for number, member in enumerate(tar):
                content = tar.extractfile(member) if member.isfile() else None
                total = hashlib.sha256(content.read()).hexdigest() if content else member.linkname
                found[member.name] = f"{number} {member.mode:o} {member.uname} {member.mtime} {total}"
    return found
