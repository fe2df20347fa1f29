"""What lies below `share/` on a Linux desktop: entry, icons, file type, manual, completions, documents."""

from __future__ import annotations

import gzip
import re
import shutil
from datetime import datetime, timezone
from pathlib import Path

from pack_icons import DRAWING, SIZES
from pack_man import man_page, shadow_parser
from pack_parts import parts_of
from pack_project import APP_ID, BUILD, NAME, PACKAGING, PUBLISHER, ROOT, SUMMARY, epoch, version

LINUX = PACKAGING / "linux"
COMPLETIONS = {
    "bash": f"bash-completion/completions/{NAME}",
    "zsh": f"zsh/vendor-completions/_{NAME}",
    "fish": f"fish/vendor_completions.d/{NAME}.fish",
}


def write_share(share: Path, frozen: Path) -> None:
    """Fill a `share` folder for the program in `frozen`."""
    _put(share / "applications" / f"{NAME}.desktop", (LINUX / f"{NAME}.desktop").read_text(encoding="utf-8"))
    _put(share / "metainfo" / f"{APP_ID}.metainfo.xml", metainfo())
    _put(share / "mime" / "packages" / f"{NAME}.xml", (LINUX / f"{NAME}.xml").read_text(encoding="utf-8"))
    for size in SIZES:
        _copy(BUILD / "icons" / f"{size}.png", share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png")
    _copy(DRAWING, share / "icons" / "hicolor" / "scalable" / "apps" / f"{NAME}.svg")
    _zip(share / "man" / "man1" / f"{NAME}.1.gz", man_page())
    from shadow_app.cli.installed import completion

    for shell, place in COMPLETIONS.items():
        _put(share / place, completion(shadow_parser(), shell) + "\n")
    documents = share / "doc" / NAME
    _put(documents / "copyright", copyright_file(frozen))
    _zip(documents / "CHANGELOG.md.gz", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    for path in sorted((ROOT / "docs" / "guide").glob("*.md")):
        _copy(path, documents / "guide" / path.name)


def metainfo() -> str:
    """The AppStream description, with the version and the day of its source."""
    text = (LINUX / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    words = {
        "APP_ID": APP_ID,
        "SUMMARY": SUMMARY,
        "PUBLISHER": PUBLISHER,
        "VERSION": version(),
        "DATE": f"{datetime.fromtimestamp(epoch(), timezone.utc):%Y-%m-%d}",
        "KIND": "stable" if re.fullmatch(r"[0-9.]+", version()) else "development",
    }
    return re.sub(r"@([A-Z_]+)@", lambda found: words[found[1]], text)


def copyright_file(frozen: Path) -> str:
    """Debian's machine-readable copyright: ours, and every library by its licence; texts lie beside the program."""
    ours = (ROOT / "LICENSE").read_text(encoding="utf-8").strip().splitlines()
    text = "\n".join(f" {line}" if line.strip() else " ." for line in ours[2:])
    holder = next(line for line in ours if line.startswith("Copyright")).removeprefix("Copyright (c) ")
    head = (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: Shadow\nComment: All notices and licence texts lie in /usr/lib/{NAME}/licences."
    )
    stanzas = [head, f"Files: *\nCopyright: {holder}\nLicense: Expat\n{text}"]
    stanzas += [
        f"Files: usr/lib/{NAME}/_internal/{part.name.replace('-', '?')}*\n"
        f"Copyright: the authors of {part.name} {part.version}\n"
        f"License: {part.licence.replace(' AND ', ' and ').replace(' OR ', ' or ')}\n"
        f" See /usr/lib/{NAME}/licences/libraries/{part.name} and /usr/lib/{NAME}/licences/texts."
        for part in parts_of(frozen)
    ]
    return "\n\n".join(stanzas) + "\n"


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _zip(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
