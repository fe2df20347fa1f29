"""Write anew what a screen reader says on the two main pages: `python docs/renew_accessibility.py`, on Linux.

Needs xvfb, dbus, at-spi2-core, python3-gi and gir1.2-atspi-2.0; the window runs on a display of its own, over the demo.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from aloud_window import listened, missing  # noqa: E402

PAGE = ROOT / "docs" / "guide" / "accessibility.md"
MARKS = {"live": "The capture page", "review": "The review page"}
QUIET = {"filler", "layered pane", "panel", "scroll pane", "viewport", "image", "frame"}
"""Roles that a screen reader passes over unless they have a name."""
MOST_ROWS = 3
"""Of a list: the fourth note sounds like the third."""


def as_table(lines: list[dict[str, object]]) -> str:
    """Role, name and what follows, in the order of the tree."""
    rows, in_a_row = ["| it is a | and says |", "|---|---|"], 0
    for line in lines:
        role, name = str(line["role"]), " ".join(str(line["name"]).split())
        if not name or (role in QUIET and name == "Shadow"):
            continue
        in_a_row = in_a_row + 1 if role in ("list item", "table cell") else 0
        if in_a_row > MOST_ROWS and not _in_rail(name):
            continue
        about = " ".join(str(line["about"]).split())
        more = f" — {about}" if about and about != name else ""
        states = [each for each in ("checked", "selected") if each in line["states"]]  # type: ignore[operator]
        words = f"{name}{more}{' (' + ', '.join(states) + ')' if states else ''}".replace("|", "\\|")
        rows.append(f"| {role} | {words} |")
    return "\n".join(rows)


def _in_rail(name: str) -> bool:
    return len(name.split()) <= 2


def main() -> int:
    """Returns the exit code."""
    lacking = missing()
    if lacking:
        print(f"{lacking} is not installed here; nothing was written.")
        return 1
    text = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        listened(Path(folder))
        for page in MARKS:
            read = (Path(folder) / f"{page}.jsonl").read_text(encoding="utf-8").splitlines()
            table = as_table([json.loads(each) for each in read if each.startswith("{")])
            begin, end = f"<!-- {page} -->", f"<!-- /{page} -->"
            before, _, rest = text.partition(begin)
            text = f"{before}{begin}\n{table}\n{end}{rest.partition(end)[2]}"
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
