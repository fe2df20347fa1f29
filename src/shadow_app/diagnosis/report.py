"""A report on a mistake of ours: versions, the kinds of errors and the lines of code, and the last lines of the log."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path, PurePath
from types import TracebackType

from shadow_app import __version__
from shadow_app.domain.language import say

KEPT = 5
"""How many reports stay in the folder of the log."""
_LIBRARIES = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "pydantic", "reportlab", "pillow", "cryptography")
_MOST_LINKS = 10


def report_on(error: BaseException | None, log: Iterable[str] = (), *, thread: str = "") -> str:
    """Everything that finding the mistake needs and nothing that anybody wrote: no message, no value, no folder.

    Args:
        error: what was raised; None for a report on the log alone.
        log: the last lines of the log.
        thread: the name of the thread, one of ours.
    """
    import platform

    lines = [
        "Shadow: a report without content",
        "It holds versions, kinds of errors, lines of the program, ids, counts and durations: no note, no name.",
        "",
        f"When      {datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}",
        f"Shadow    {__version__}",
        f"Python    {platform.python_version()} ({sys.implementation.name})",
        f"System    {platform.system()} {platform.release()} {platform.machine()}",
        f"Libraries {', '.join(_versions())}",
    ]
    if error is not None:
        lines += ["", f"Error{f' on the thread {thread}' if thread else ''}", *_told(error)]
    return "\n".join([*lines, "", "Log", *log, ""])


def _versions() -> Iterator[str]:
    # Here and not above: the first frame does not wait for what only a report needs.
    from importlib import metadata

    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            yield f"{name} {metadata.version(name)}"


def _told(error: BaseException) -> Iterator[str]:
    """The error and what it came from, the last one first."""
    link: BaseException | None = error
    for _ in range(_MOST_LINKS):
        if link is None:
            return
        yield f"  {type(link).__module__}.{type(link).__qualname__}"
        yield from (f"    {place}" for place in _places(link.__traceback__))
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(trace):
        yield f"{_within(frame.f_code.co_filename)}:{line} in {frame.f_code.co_qualname}"


def _within(path: str) -> str:
    """Where a module lies within the program or a library; where those lie is nobody's business."""
    parts = PurePath(path).parts
    for root in ("shadow_app", "site-packages", "lib"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return parts[-1] if parts else "?"


def place_of(error: BaseException) -> str:
    """The kind of an error and the line of code, short enough to be read out: `KeyError in capture.py, line 12`."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in last)
    return f"{type(error).__name__}{where}"


def our_mistake(error: BaseException, report: Path | None = None) -> str:
    """One sentence for the command line; never the error's own words, which may hold what somebody wrote."""
    kept = (
        say("A report without content is at {report}", report=report) if report else say("No report could be written")
    )
    return say(
        "Something went wrong inside the program ({place}). What was saved is safe. {kept}; send it to whoever looks "
        "after Shadow if it happens again.",
        place=place_of(error),
        kept=kept,
    )


def write_report(folder: Path, text: str) -> Path | None:
    """Keep a report beside the log; of several the last five. None where the disk says no."""
    path = folder / f"crash-{datetime.now(timezone.utc):%Y%m%dT%H%M%S%fZ}.txt"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path
