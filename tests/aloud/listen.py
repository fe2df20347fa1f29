"""What a screen reader finds of a window that runs: asked over AT-SPI, as Orca does.

Run by the system's Python, which has the bindings: `python3 read_aloud.py PID`; prints one JSON object a line.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402

DEEPEST = 40
PATIENCE = 60


def application(pid: int) -> Any:
    """The program with this process id, as soon as it has said that it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            each = desktop.get_child_at_index(number)
            if each is not None and each.get_process_id() == pid and each.get_child_count():
                return each
        time.sleep(0.1)
    sys.exit("the program never appeared on the accessibility bus")


def told(node: Any, depth: int = 0) -> None:
    """Role, name, description and states of what is shown, from the top down."""
    states = node.get_state_set()
    if depth > DEEPEST or not states.contains(Atspi.StateType.SHOWING):
        return
    kept = [word for word in ("focusable", "focused", "checked", "selected", "expanded") if _has(states, word)]
    line = {"depth": depth, "role": node.get_role_name(), "name": node.get_name() or "", "states": kept}
    line["about"] = node.get_description() or ""
    print(json.dumps(line, ensure_ascii=False))
    for number in range(min(node.get_child_count(), 500)):
        child = node.get_child_at_index(number)
        if child is not None:
            told(child, depth + 1)


def _has(states: Any, word: str) -> bool:
    return bool(states.contains(getattr(Atspi.StateType, word.upper())))


if __name__ == "__main__":
    found = application(int(sys.argv[1]))
    for place in range(found.get_child_count()):
        window = found.get_child_at_index(place)
        told(window)
