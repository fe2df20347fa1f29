"""Packages: `python3 dev.py package VERB`, which runs this with the project's libraries.

Everything goes to build/ (folders) and dist/ (what is handed out). Nothing is signed or published here unless the
environment holds what it needs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from pack_bom import write_bom
from pack_deb import build_deb
from pack_flatpak import build_flatpak
from pack_freeze import freeze, look_over
from pack_installer import build_installer
from pack_msi import build_msi
from pack_portable import APPDIR, build_appdir, build_portable, need_frozen, write_sums
from pack_project import DIST, EXTRA_LIBRARIES, NAME, PackTrouble, say, version
from pack_twice import build_twice
from try_frozen import try_frozen


def main(arguments: list[str]) -> int:
    """Run one verb; 1, with a sentence, where something is in the way."""
    args = _parser().parse_args(arguments)
    try:
        args.run(args)
    except PackTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 dev.py package", description="Build packages of Shadow.")
    verbs = parser.add_subparsers(metavar="VERB", required=True)

    def verb(name: str, words: str, run: Callable[[argparse.Namespace], object]) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=words, description=words)
        made.set_defaults(run=run)
        return made

    frozen = verb("freeze", "the program as one folder, with nothing to install beside it", _freeze)
    deb = verb(
        "deb", "a Debian package, of the folder that leaves system libraries out", lambda args: build_deb(args.quick)
    )
    for each in (frozen, verb("linux", "all that Linux gets: the folder both ways, deb, archive, AppDir", _linux)):
        each.add_argument(
            "--without", action="append", default=[], choices=sorted(EXTRA_LIBRARIES), help="leave this out"
        )
    frozen.add_argument("--system-libraries", choices=("bundle", "depend"), default="bundle", help="bring them, or not")
    verb("check", "look the folder over and use it: a note, a PDF", lambda _: _check("bundle"))
    twice = verb("twice", "the Debian package twice, in two folders, compared byte by byte", _twice)
    for each in (deb, twice):
        each.add_argument("--quick", action="store_true", help="pack fast instead of small")
    verb("portable", "the folder as an archive: zip on Windows, tar.gz elsewhere", lambda _: build_portable())
    verb("appdir", "the folder of an AppImage, and the AppImage where appimagetool is", lambda _: build_appdir())
    verb("flatpak", "a Flatpak of the AppDir, where its runtime can be had", lambda _: build_flatpak(APPDIR))
    verb("installer", "the Windows installer, by Inno Setup", lambda _: build_installer())
    verb("msi", "the Windows package for Intune, by WiX or wixl", lambda _: build_msi())
    verb("sbom", "the bill of materials alone, into dist/", _bill)
    verb("sums", "SHA-256 sums of everything in dist/", lambda _: write_sums())
    verb("version", "say the version", lambda _: say(version()))
    return parser


def _freeze(args: argparse.Namespace) -> None:
    freeze(args.system_libraries, tuple(args.without))


def _linux(args: argparse.Namespace) -> None:
    for system_libraries in ("depend", "bundle"):
        freeze(system_libraries, tuple(args.without))
        _check(system_libraries)
    build_deb()
    build_portable()
    build_appdir()


def _check(system_libraries: str) -> None:
    folder = need_frozen(system_libraries)
    look_over(folder)
    try_frozen(folder)


def _twice(args: argparse.Namespace) -> None:
    build_twice(args.quick)


def _bill(_args: argparse.Namespace) -> None:
    DIST.mkdir(exist_ok=True)
    write_bom(DIST / f"{NAME}-{version()}.cdx.json", need_frozen())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
