"""The frozen program, used: a store, a visit, a note, a PDF, in a folder that is thrown away.

    python3 packaging/try_frozen.py FOLDER

By the command line on every system; by the window, too, where there is a virtual display (Linux with Xvfb and xdotool).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from pack_project import NAME, PackTrouble, say
from virtual_hands import PATIENCE_SECONDS, NoWindow, missing_tools, take_note, virtual_display

SPOKEN = "Label printer out of paper again, they walk to the office #printing ~4m"
TYPED = "Scanner freezes at the dock, they wait #scanning ~6m"
_SITES = "organisation,unit,site,role,headcount\nHarbour Parcels,Hub,Harbour depot,Parcel sorter,12\n"
_CATALOGUE = "name,aliases\nHandheld scanning,scanning\nLabel printing,printing\n"


class Frozen:
    """One frozen program with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self._program = folder / (f"{NAME}.exe" if os.name == "nt" else NAME)
        self.home = home
        # Nothing of the build machine's Python may help it.
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "SHADOW_"))}
        self._environ = {**kept, "SHADOW_HOME": str(home), "SHADOW_PASSPHRASE": "three grey herons"}

    def run(self, *words: str) -> str:
        """Run a command that must succeed; what it said.

        Raises:
            PackTrouble: it did not; with what it said.
        """
        done = subprocess.run(
            (str(self._program), *words), cwd=self.home, env=self._environ, check=False, capture_output=True,
            text=True, encoding="utf-8", timeout=PATIENCE_SECONDS,
        )  # fmt: skip
        if done.returncode:
            raise PackTrouble(f"{NAME} {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def said(self, *words: str) -> Any:
        """The same with --json, understood."""
        return json.loads(self.run(*words, "--json"))

    def prepare(self) -> str:
        """Make a store with a visit that is live; returns the visit's number."""
        self.run("init", "--name", "Asha Verma", "--team", "Service desk", "--no-keyring")
        for name, content in (("sites", _SITES), ("catalogue", _CATALOGUE)):
            path = self.home / f"{name}.csv"
            path.write_text(content, encoding="utf-8")
            self.run("import", name, str(path))
        new = self.said("visit", "new", "--site", "Harbour depot", "--role", "Parcel sorter", "--start")
        return str(new["number"])

    def window(self, display: str) -> subprocess.Popen[bytes]:
        """Open the window on a display."""
        environ = {**self._environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        return subprocess.Popen((str(self._program),), cwd=self.home, env=environ)


def try_frozen(folder: Path) -> None:
    """Use it.

    Raises:
        PackTrouble: something did not go as it must.
    """
    with tempfile.TemporaryDirectory(prefix="shadow-frozen-", ignore_cleanup_errors=True) as scratch:
        program = Frozen(folder, Path(scratch))
        number = program.prepare()
        program.run("note", SPOKEN)
        notes = [SPOKEN]
        by_window = sys.platform == "linux" and not missing_tools()
        if by_window:
            note_by_window(program, number)
            notes.append(TYPED)
        else:
            say("No virtual display here (Xvfb, xdotool): the window was not tried.")
        report = program.home / "report.pdf"
        program.run("report", "visit", number, "--out", str(report))
        if not report.read_bytes().startswith(b"%PDF-"):
            raise PackTrouble(f"{report.name} is no PDF.")
        shown = program.run("visit", "show", number)
        if missing := [note for note in notes if note.partition(" #")[0] not in shown]:
            raise PackTrouble(f"The visit lacks a note: {missing[0]}")
        say(f"{folder.parent.name}: {len(notes)} notes and a PDF of {report.stat().st_size:,} bytes.")


def note_by_window(program: Frozen, number: str) -> None:
    """Type a note into the window, by key presses on a virtual display."""
    wanted = TYPED.partition(" #")[0]
    with virtual_display() as hands:
        window = program.window(hands.display)
        try:
            opened = program.home / "shadow.db.window"
            take_note(
                hands, TYPED, lambda: window.poll() is None, opened,
                lambda: wanted in program.run("visit", "show", number),
            )  # fmt: skip
        except NoWindow as trouble:
            raise PackTrouble(f"The window of {NAME}: {trouble}.") from trouble
        finally:
            hands.close_window(window)


if __name__ == "__main__":
    try:
        try_frozen(Path(sys.argv[1]).resolve())
    except (PackTrouble, IndexError) as trouble:
        sys.exit(str(trouble) if isinstance(trouble, PackTrouble) else __doc__)
