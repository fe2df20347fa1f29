"""What every recipe has to know of the project: its names, its version, its moment, and how a command is run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"

NAME = "shadow-app"
"""The command, the Debian package and the folder."""
APP_ID = os.environ.get("SHADOW_APP_ID") or "org.shadow_app.Shadow"
"""The name by which desktops, Flatpak and Windows know the program; whoever publishes it must own its domain."""
BUNDLE_ID = APP_ID.replace("_", "-")
"""The same for macOS, which takes hyphens where Flatpak takes underscores."""
SUMMARY = "Learn from the business by spending a day in it"
PUBLISHER = os.environ.get("SHADOW_PUBLISHER") or "The Shadow project"
MAINTAINER = os.environ.get("SHADOW_MAINTAINER") or "The Shadow project <shadow-app@localhost>"
"""Who answers for a package: whoever builds it for others says so."""

EXTRA_LIBRARIES = {
    "hub": ("psycopg", "psycopg_binary"),
    "remote": ("asyncssh", "sshfs", "s3fs", "aiobotocore", "botocore", "aiohttp", "webdav4", "httpx"),
    "voice": ("sounddevice", "_sounddevice", "soundfile", "_soundfile"),
}
"""What each optional extra brings: a frozen program cannot be given more later, so it has all but what is left out."""


class PackTrouble(Exception):
    """Why there is no package; one sentence."""


def version() -> str:
    """The one version, from `src/shadow_app/__init__.py`."""
    text = (ROOT / "src" / "shadow_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise PackTrouble('src/shadow_app/__init__.py has no line __version__ = "…".')
    return found[1]


def epoch() -> int:
    """The moment that every file in a package bears, in Unix seconds: SOURCE_DATE_EPOCH, else the last commit's."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told:
        asked = subprocess.run(
            ("git", "log", "-1", "--format=%ct"), cwd=ROOT, check=False, capture_output=True, text=True
        )
        told = asked.stdout.strip()
    if not told.isdigit():
        raise PackTrouble("Set SOURCE_DATE_EPOCH, or build from a git clone: packages bear the moment of their source.")
    return int(told)


def run(*command: str | Path, cwd: Path = ROOT, environ: dict[str, str] | None = None, quiet: bool = False) -> str:
    """Run a command, never through a shell; returns what it wrote if `quiet`.

    Raises:
        PackTrouble: it is not there, or it failed; with the end of what it said.
    """
    words = [str(each) for each in command]
    try:
        done = subprocess.run(
            words, cwd=cwd, check=False, text=True, env={**os.environ, **(environ or {})},
            stdout=subprocess.PIPE if quiet else None, stderr=subprocess.STDOUT if quiet else None,
        )  # fmt: skip
    except OSError as error:
        raise PackTrouble(f"{words[0]} cannot be started ({error.strerror}): install it, then try again.") from error
    if done.returncode:
        said = "\n".join((done.stdout or "").strip().splitlines()[-15:])
        raise PackTrouble(f"{Path(words[0]).name} ended with {done.returncode}." + (f"\n{said}" if said else ""))
    return done.stdout or ""


def say(words: str) -> None:
    """One line of progress."""
    print(words, flush=True)


def megabytes(path: Path) -> float:
    """The size of a file or folder, in millions of bytes; a link counts as nothing."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(each.stat().st_size for each in files) / 1e6


def python() -> str:
    """The Python that runs this, with the project's libraries."""
    return sys.executable
