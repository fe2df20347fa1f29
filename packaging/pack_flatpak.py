"""The Flatpak: its manifest for the AppDir, and one file to hand out where its runtime is to be had."""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
from pathlib import Path

from pack_project import APP_ID, BUILD, DIST, PACKAGING, ROOT, PackTrouble, epoch, megabytes, run, say, version

REMOTE = "flathub"
"""Where the runtime comes from, as `flatpak remotes` names it for this user."""


def build_flatpak(folder: Path) -> Path:
    """Build `dist/Shadow-<version>-<machine>.flatpak` from an AppDir; without the runtime, its manifest; returns it.

    Raises:
        PackTrouble: the folder is not there, or a tool failed.
    """
    if not folder.is_dir():
        raise PackTrouble("There is no AppDir yet: `python3 dev.py package appdir` makes it.")
    work = BUILD / "flatpak"
    work.mkdir(parents=True, exist_ok=True)
    recipe = work / f"{APP_ID}.yml"
    recipe.write_text(manifest(folder), encoding="utf-8")
    if not has_runtime():
        say(f"{recipe.relative_to(ROOT)} is ready; where flatpak-builder is installed and this user's {REMOTE} can be")
        say("reached, this becomes a Flatpak.")
        return recipe
    build, repository = work / "build", work / "repository"
    environ = {"SOURCE_DATE_EPOCH": str(epoch())}
    run(
        *("flatpak-builder", "--user", "--force-clean", "--disable-rofiles-fuse", f"--install-deps-from={REMOTE}"),
        *(f"--repo={repository}", f"--state-dir={work / 'state'}", build, recipe), environ=environ,
    )  # fmt: skip
    DIST.mkdir(exist_ok=True)
    package = DIST / f"Shadow-{version()}-{platform.machine()}.flatpak"
    run("flatpak", "build-bundle", repository, package, APP_ID, "master")
    say(f"{package.relative_to(ROOT)}: {megabytes(package):.0f} MB")
    return package


def manifest(folder: Path) -> str:
    """The manifest, with the program's name and the folder that is packed."""
    words = {"APP_ID": APP_ID, "FOLDER": json.dumps(str(folder))}
    text = (PACKAGING / "flatpak" / "manifest.yml").read_text(encoding="utf-8")
    return re.sub(r"@([A-Z_]+)@", lambda found: words[found[1]], text)


def has_runtime() -> bool:
    """Whether the tools are installed and this user has the place that the runtime comes from."""
    if shutil.which("flatpak-builder") is None or shutil.which("flatpak") is None:
        return False
    asked = subprocess.run(
        ("flatpak", "remotes", "--user", "--columns=name"), check=False, capture_output=True, text=True
    )  # fmt: skip
    return REMOTE in asked.stdout.split()
