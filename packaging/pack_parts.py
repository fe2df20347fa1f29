"""What the frozen program is made of, told by what PyInstaller really took and not by what was installed."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from pack_project import EXTRA_LIBRARIES, PACKAGING

TAKEN = "distributions.json"
"""The file beside the frozen folder in which the spec writes which distributions it took."""


@dataclass(frozen=True)
class Part:
    """One Python library: its name and version, its licence as `licences/libraries.tsv` has it, and what it is for."""

    name: str
    version: str
    licence: str
    use: str


def listed() -> list[Part]:
    """Every locked library."""
    lines = (PACKAGING / "licences" / "libraries.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line and not line.startswith("#")), delimiter="\t")
    return [Part(row["name"], row["version"], row["licence"], row["use"]) for row in rows]


def canonical(name: str) -> str:
    """A distribution's name as the lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def development_modules() -> list[str]:
    """Top-level modules that only developers need; the spec leaves them out, whoever would import them."""
    uses = {part.name: part.use for part in listed()}
    return sorted(
        module
        for module, names in metadata.packages_distributions().items()
        if all(uses.get(canonical(name)) in ("development", "packaging") for name in names)
    )


def distributions_of(modules: Iterable[str]) -> list[str]:
    """The distributions that a set of modules or files comes from; both are named by dots or slashes."""
    known = metadata.packages_distributions()
    tops = {re.split(r"[./\\]", name)[0] for name in modules}
    return sorted({canonical(each) for top in tops for each in known.get(top, ())} - {"shadow-app"})


def write_taken(path: Path, modules: Iterable[str]) -> None:
    """The spec's door."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(distributions_of(modules), indent=1), encoding="utf-8")


def missing_extras(frozen: Path, without: tuple[str, ...]) -> list[str]:
    """The extras that were not left out and yet are not in a frozen folder: each is known by its first library."""
    taken = json.loads((frozen.parent / TAKEN).read_text(encoding="utf-8"))
    return sorted(extra for extra, names in EXTRA_LIBRARIES.items() if extra not in without and names[0] not in taken)


def parts_of(frozen: Path) -> list[Part]:
    """The libraries in a frozen folder.

    Raises:
        KeyError: one was taken that the list of licences does not know.
        OSError: the folder was not made by `freeze`.
    """
    by_name = {part.name: part for part in listed()}
    taken = json.loads((frozen.parent / TAKEN).read_text(encoding="utf-8"))
    return [by_name[name] for name in taken if name not in ("pyinstaller", "pyinstaller-hooks-contrib")]
