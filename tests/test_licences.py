"""What Shadow is made of: every locked library with its licence, none unknown, none below a mended version."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "packaging" / "licences"

FREE = {
    *("MIT", "MIT-0", "MIT-CMU", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "ISC", "Zlib"),
    *("LGPL-3.0-only", "MPL-2.0"),
}
"""What a company may install beside anything; LGPL and MPL bind the library itself and not what stands beside it."""
OPTIONAL = FREE | {"EPL-2.0"}
"""What only the remote places, the hub or a developer needs may be under the Eclipse licence, too."""
BUILDING = OPTIONAL | {"GPL-2.0-or-later WITH Bootloader-exception", "GPL-2.0-or-later"}
"""What builds packages and is in none, but for PyInstaller's start program, which its exception lets go anywhere."""
USES = {"program", "hub", "remote", "voice", "development", "packaging"}
ONLY_ELSEWHERE = {"colorama", "pywin32-ctypes", "tzdata", "jeepney", "secretstorage", "macholib", "pefile"}
"""Libraries that one system alone installs."""


class Library(NamedTuple):
    name: str
    version: str
    licence: str
    use: str


def listed() -> list[Library]:
    lines = (LICENCES / "libraries.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert rows[0] == list(Library._fields)
    return [Library(*row) for row in rows[1:]]


def the_lock() -> str:
    return (ROOT / "requirements.lock").read_text(encoding="utf-8")


def locked(lock: str | None = None) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9_.-]+)(?:\[[^]]*\])?==(\S+)", the_lock() if lock is None else lock, re.MULTILINE)
    return dict(found)


def differing(lock: str | None = None) -> set[str]:
    """Libraries of which the list and the lock do not say the same."""
    told, held = {each.name: each.version for each in listed()}, locked(lock)
    return {name for name in told.keys() | held.keys() if told.get(name) != held.get(name)}


def chosen(licence: str, allowed: set[str]) -> bool:
    """Whether one may choose only allowed licences: all that stand with AND, one of those with OR."""
    return any(set(each.split(" AND ")) <= allowed for each in licence.split(" OR "))


def test_every_locked_library_is_listed_in_its_locked_version() -> None:
    assert differing() == set()


def test_a_lock_that_was_changed_waits_until_somebody_has_looked() -> None:
    lock = the_lock()
    name, version = next(iter(locked().items()))
    assert differing(lock.replace(f"{name}=={version}", f"{name}=={version}.1", 1)) == {name}
    assert differing(lock + "left-pad==1.0.0 \\\n") == {"left-pad"}
    assert differing(re.sub(rf"(?m)^{re.escape(name)}(\[[^]]*\])?==.*$", "", lock, count=1)) == {name}


def test_no_licence_is_unknown_or_not_allowed() -> None:
    allowed = {"program": FREE, "packaging": BUILDING}
    bad = [each for each in listed() if not chosen(each.licence, allowed.get(each.use, OPTIONAL))]
    assert bad == []
    assert {each.use for each in listed()} == USES


@pytest.mark.parametrize("licence", ["", "UNKNOWN", "GPL-3.0-only", "AGPL-3.0-only AND MIT", "Proprietary"])
def test_what_is_not_allowed_would_be_seen(licence: str) -> None:
    assert not chosen(licence, OPTIONAL)


def test_the_list_says_what_the_packages_say_of_themselves() -> None:
    differ, not_here = {}, set()
    for each in listed():
        try:
            told = metadata.metadata(each.name)
        except metadata.PackageNotFoundError:
            not_here.add(each.name)
            continue
        if metadata.version(each.name) != each.version:
            differ[each.name] = metadata.version(each.name)
        said = "".join(told.get_all("License-Expression") or ())
        if said and said != each.licence:
            differ[each.name] = said
    assert differ == {}
    assert not_here <= ONLY_ELSEWHERE


def test_what_the_program_needs_is_listed_as_such() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"program": project["dependencies"], **project["optional-dependencies"]}
    uses = {each.name: each.use for each in listed()}
    for use, needs in wanted.items():
        for need in needs:
            name = re.split(r"[\[<>=!; ]", need)[0].lower().replace("_", "-")
            assert uses[name] in (use, "program")


def test_no_locked_library_is_older_than_what_mends_it() -> None:
    known = tomllib.loads((LICENCES / "advisories.toml").read_text(encoding="utf-8"))
    assert isinstance(known["looked_at"], date)
    versions = locked()
    old = [
        f"{each['library']} {versions[each['library']]} {each['id']}"
        for each in known["advisory"]
        if Version(versions[each["library"]]) < Version(each["mended_in"])
    ]
    assert old == []
    assert all(each["what"] and each["read_in"] for each in known["advisory"])


def test_what_is_shipped_beside_the_code_has_its_licence() -> None:
    assert {path.name for path in LICENCES.glob("*.txt")} == {
        "inter-font.txt",
        "lucide-icons.txt",
        "noto-emoji-font.txt",
    }
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
