"""The window over the demo, read aloud page by page: `python aloud_window.py OUT`, on a display, with a session bus.

Writes OUT/live.jsonl and OUT/review.jsonl, as `aloud/listen.py` tells them. That one is run by the system's own Python,
which has the bindings of AT-SPI.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

LISTEN = Path(__file__).parent / "aloud" / "listen.py"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 120.0


def missing() -> str:
    """What is not here of all that listening needs; empty where everything is."""
    for program in ("xvfb-run", "dbus-run-session"):
        if shutil.which(program) is None:
            return program
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    bound = Path(SYSTEM_PYTHON).exists() and subprocess.run([SYSTEM_PYTHON, "-c", asked], check=False).returncode == 0
    return "" if bound else "python3-gi and gir1.2-atspi-2.0"


def listened(out: Path) -> None:
    """Run this file on a display of its own and wait for it.

    Raises:
        CalledProcessError: it did not come to its end.
    """
    root = Path(__file__).resolve().parent.parent
    paths = [str(root / "src"), str(root / "tests"), *sys.path]
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "SHADOW_HOME": str(out / "home"),
        "PYTHONPATH": os.pathsep.join(paths),
    }
    command = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1600x1000x24",
        "dbus-run-session",
        "--",
        sys.executable,
        __file__,
        str(out),
    ]
    subprocess.run(command, env=surroundings, check=True, capture_output=True, timeout=4 * PATIENCE)


def _show(out: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from shadow_app.settings import Settings
    from shadow_app.ui.application import Session

    application = QApplication([])
    session = Session(application, Settings(look="light"))
    session.begin(None, True)
    session.window.resize(1440, 900)

    def until(holds: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "the window never came to rest"
            application.processEvents()
            time.sleep(0.005)

    def rest() -> None:
        busy = [1]
        session.jobs.busy.connect(busy.append)
        session.jobs.read(lambda: None)
        until(lambda: busy[-1] == 0)

    until(lambda: session.shadow is not None)
    assert session.shadow is not None
    rest()
    first = next(each.visit.id for each in session.shadow.planning.visits() if each.visit.number == "V01")
    for page in ("live", "review"):
        if page == "live":
            session.window.open_visit(first, "live")
        else:
            session.window.open_page("review")
        rest()
        with (out / f"{page}.jsonl").open("w", encoding="utf-8") as file:
            listening = subprocess.Popen([SYSTEM_PYTHON, str(LISTEN), str(os.getpid())], stdout=file)
            until(lambda listening=listening: listening.poll() is not None)  # type: ignore[misc]
        assert listening.returncode == 0
    session.window.close()
    session.end()


if __name__ == "__main__":
    _show(Path(sys.argv[1]))
