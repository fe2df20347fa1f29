"""The log: at most five files of 1 MB in this computer's folder for logs."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

import platformdirs

from shadow_app.diagnosis.harmless import words_of
from shadow_app.settings import HOME_VARIABLE, settings_path

LARGEST = 1_000_000
"""Bytes of one file."""
KEPT = 5
"""How many files, the current one among them."""
_RECENT = 200
_NAME = "shadow"


def log_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Where log and reports lie: the system's folder for logs, or `log` in the one named by `SHADOW_HOME`."""
    own = (os.environ if environ is None else environ).get(HOME_VARIABLE)
    return settings_path(environ).parent / "log" if own else platformdirs.user_log_path("shadow-app", appauthor=False)


class LogFile(logging.Handler):
    """Appends a line per record, and keeps the last two hundred at hand for a report.

    The file is opened for each line and closed again: the window and a command may write at once, and Windows renames
    no file that is open. What the disk refuses is let go of: no note waits for a log.
    """

    def __init__(self, folder: Path, *, with_parents: bool = False) -> None:
        """
        Args:
            folder: made when the first line is written.
            with_parents: and the folders above it, too. Not a home that somebody has named: one that is not there may
                be misspelt.
        """
        super().__init__(logging.INFO)
        self.folder = folder
        self._with_parents = with_parents
        self.recent: deque[str] = deque(maxlen=_RECENT)

    @property
    def path(self) -> Path:
        """The file that is written to."""
        return self.folder / f"{_NAME}.log"

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; called under the handler's lock."""
        line = line_of(record)
        self.recent.append(line)
        with suppress(OSError):
            self._append(line)

    def _append(self, line: str) -> None:
        self.folder.mkdir(mode=0o700, parents=self._with_parents, exist_ok=True)
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(line + "\n")
            full = file.tell() > LARGEST
        if full:
            self._turn_over()

    def _turn_over(self) -> None:
        for number in range(KEPT - 1, 0, -1):
            newer = self.path if number == 1 else self._older(number - 1)
            with suppress(FileNotFoundError):
                newer.replace(self._older(number))

    def _older(self, number: int) -> Path:
        return self.folder / f"{_NAME}.{number}.log"


def line_of(record: logging.LogRecord) -> str:
    """One record on one line: when (UTC), how bad, where from, what, and the kind of the error that came with it."""
    when = datetime.fromtimestamp(record.created, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3]
    where = record.name.removeprefix("shadow_app.")
    error = record.exc_info[0] if record.exc_info else None
    words = words_of(record) + (f" ({error.__name__})" if error else "")
    return " ".join(f"{when}Z {record.levelname} {where}: {words}".split())


def start_log(folder: Path | None = None) -> LogFile:
    """From now on what the program logs goes there; only one log is written at a time."""
    logger = logging.getLogger("shadow_app")
    for handler in logger.handlers[:]:
        if isinstance(handler, LogFile):
            logger.removeHandler(handler)
    log = LogFile(folder or log_folder(), with_parents=HOME_VARIABLE not in os.environ)
    logger.addHandler(log)
    logger.setLevel(logging.INFO)
    return log
