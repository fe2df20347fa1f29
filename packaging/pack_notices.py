"""Licences and notices, as they lie beside the program: who made what, under which words, and how to replace Qt."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

from pack_parts import Part, parts_of
from pack_project import PACKAGING, ROOT, version

_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_OURS = PACKAGING / "licences"

_HEAD = """Shadow {version}: notices

Shadow itself is under the MIT licence (shadow-app-LICENSE.txt). It stands on the work of others, which is listed below;
their licences lie in this folder. shadow-app.cdx.json is the same list for machines (CycloneDX).

Qt and PySide6
--------------
Shadow uses Qt {qt} and Qt for Python (PySide6, Shiboken) under the GNU Lesser General Public License, version 3
(texts/LGPL-3.0.txt, which adds to texts/GPL-3.0.txt). They are used unmodified, as shared libraries of their own:
{where}
You may replace them by your own build of the same major version: put its files in their place under the same names
and start Shadow again; nothing checks them. Reverse engineering for debugging such changes is permitted. The source of
Qt and of PySide6 is published by The Qt Company and the Qt Project under the same version number; whoever gave you this
program gives you a copy on request for three years. psycopg, where it is included, is under the same licence in the
same way.

asyncssh, where it is included, is used under the Eclipse Public License 2.0, certifi's list of authorities and shtab
under the Mozilla Public License 2.0, all unmodified; their source is published under the versions below.

The start program is PyInstaller's; its licence (GPL 2 or later) has an exception for programs that are started by it.

Libraries
---------
"""


def write_notices(folder: Path, frozen: Path) -> None:
    """Fill `folder` with licences and NOTICE.txt for what lies in `frozen`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(_OURS / "texts", folder / "texts")
    for path in sorted(_OURS.glob("*.txt")):
        shutil.copyfile(path, folder / path.name)
    shutil.copyfile(ROOT / "LICENSE", folder / "shadow-app-LICENSE.txt")
    shutil.copyfile(_python_licence(), folder / "python-LICENSE.txt")
    parts = parts_of(frozen)
    for part in parts:
        _copy_licences(part, folder / "libraries")
    lent = _copy_system_licences(frozen, folder / "system")
    qt = next((part.version for part in parts if part.name == "pyside6-essentials"), "")
    where = "  " + ("_internal/PySide6" if sys.platform != "win32" else "_internal\\PySide6")
    lines = [f"{part.name} {part.version}: {part.licence}" for part in parts]
    lines.append(f"CPython {platform.python_version()}: PSF-2.0")
    lines += ["SQLCipher, inside sqlcipher3: BSD-3-Clause", "OpenSSL, inside sqlcipher3 and cryptography: Apache-2.0"]
    lines.append("Inter, Noto Emoji: OFL-1.1")
    lines.append("Lucide: ISC")
    lines += [f"{name}: see system/{name}.txt" for name in lent]
    text = _HEAD.format(version=version(), qt=qt, where=where) + "\n".join(sorted(lines, key=str.lower)) + "\n"
    (folder / "NOTICE.txt").write_text(text, encoding="utf-8")


def _python_licence() -> Path:
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return next((each for each in places if each.is_file()), Path("/usr/share/doc/python3/copyright"))


def _copy_licences(part: Part, folder: Path) -> None:
    files = [
        each for each in metadata.files(part.name) or ()
        if ".dist-info" in each.parts[0] and _LICENCE_FILE.search(each.name)
    ]  # fmt: skip
    for each in files:
        source = Path(str(each.locate()))
        if source.is_file():
            target = folder / part.name / "-".join(each.parts[1:]).replace("licenses-", "")
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _copy_system_licences(frozen: Path, folder: Path) -> list[str]:
    """On Debian: the licences of libraries that the build machine's system lent; returns the packages."""
    if sys.platform != "linux" or shutil.which("dpkg") is None:
        return []
    packages: set[str] = set()
    for path in sorted((frozen / "_internal").glob("lib*.so*")):
        asked = subprocess.run(
            ("dpkg", "-S", f"*/{path.name}"), check=False, capture_output=True, text=True
        )  # fmt: skip
        if not path.is_symlink() and asked.returncode == 0:
            packages.add(asked.stdout.split(":")[0])
    for name in sorted(packages):
        source = Path("/usr/share/doc") / name / "copyright"
        if source.is_file():
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / f"{name}.txt")
    return sorted(packages)
