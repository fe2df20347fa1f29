"""Every picture of docs/, taken from the real window: `python3 dev.py docs`.

docs                  takes all pictures again and writes those that differ from what the window shows
docs --check          writes nothing; names pictures that differ, that no page shows, or that are not there, and exits 1
docs ... NAME [NAME]  only these pictures, by their file names without ".png"
docs --into FOLDER    writes the pictures there
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from cast import DOCS, Act, acts
from picture_files import difference, packed
from PIL import Image
from shown_pictures import not_there, shown_nowhere

SIDE_BY_SIDE = 2
"""Windows at a time: one act leaves a core idle while it waits for letters to be drawn."""


def main(arguments: list[str]) -> int:
    """Take pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py docs", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pictures")
    parser.add_argument("--check", action="store_true", help="write nothing, say what differs")
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="write the pictures there")
    parser.add_argument("--act", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    wanted = set(asked.names)
    if asked.act:
        return _play(next(act for act in acts() if act.name == asked.act), wanted, asked.into)
    known = {path.stem for act in acts() for path in act.pictures()}
    if unknown := sorted(wanted - known):
        print(f"No scene takes a picture called {', '.join(unknown)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="shadow-pictures-") as folder:
        into = asked.into or Path(folder)
        into.mkdir(parents=True, exist_ok=True)
        played = _play_all(wanted, into)
        if asked.into:
            return int(not played)
        found = _compare(wanted, into, write=not asked.check)
    lost = [] if wanted else [*not_there(), *shown_nowhere()]
    for line in [*found, *lost]:
        print(line)
    return int(not played or bool(lost) or (asked.check and bool(found)))


def _play_all(wanted: set[str], into: Path) -> bool:
    """Every act in a process of its own, as each stops the clock of its process; whether all went well."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as side_by_side:
        return all(list(side_by_side.map(lambda act: _play_apart(act, wanted, into), _needed(wanted))))


def _needed(wanted: set[str]) -> list[Act]:
    return [act for act in acts() if not wanted or wanted & {path.stem for path in act.pictures()}]


def _play_apart(act: Act, wanted: set[str], into: Path) -> bool:
    command = [sys.executable, __file__, "--act", act.name, "--into", str(into), *sorted(wanted)]
    # Sets and dictionaries of texts in the same order on every day.
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONHASHSEED": "0"})
    if done.returncode:
        print(f"The act {act.name} was not played to its end.", file=sys.stderr)
    return done.returncode == 0


def _play(act: Act, wanted: set[str], into: Path) -> int:
    """In this process: one window, its scenes up to the last that is wanted."""
    names = [path.stem for path in act.pictures()]
    last = max((number for number, name in enumerate(names) if not wanted or name in wanted), default=-1)
    with tempfile.TemporaryDirectory(prefix="shadow-home-", ignore_cleanup_errors=True) as home:
        from fixed_world import before_qt, fix

        before_qt(home)
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtWidgets import QApplication

        qInstallMessageHandler(_hear_qt)
        app = QApplication([])
        clock = fix()
        from stage import Stage

        stage = Stage(app, clock, act.look, act.size)
        for name, scene in list(zip(names, act.scenes, strict=True))[: last + 1]:
            stage.aim(partial(_keep, into / f"{name}.png"))
            scene(stage)
            print(name, flush=True)
        stage.end()
    return 0


def _hear_qt(_kind: object, _where: object, said: str) -> None:
    # What a window on no screen cannot do is no news.
    if not said.startswith("This plugin does not support"):
        print(said, file=sys.stderr)


def _keep(path: Path, picture: Image.Image) -> None:
    path.write_bytes(packed(picture))


def _compare(wanted: set[str], taken: Path, *, write: bool) -> list[str]:
    """What differs, a line each; written over what is kept if asked."""
    found = []
    for act in acts():
        for kept in act.pictures():
            now = taken / kept.name
            if (wanted and kept.stem not in wanted) or not now.is_file():
                continue
            differs = difference(now.read_bytes(), kept)
            if not differs:
                continue
            found.append(f"{kept.relative_to(DOCS)} {differs}{'; taken again' if write else '.'}")
            if write:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(now.read_bytes())
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
