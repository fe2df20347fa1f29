"""Write one export into as many files as its format asks for: all of them whole, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, cast

from shadow_app.domain.errors import Refused, Trouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.interchange.export_rows import Row

Write = Callable[[Iterable[Row], BinaryIO], None]


def write_parts(path: Path, rows: Iterable[Row], write: Write, most: int | None = None) -> tuple[tuple[Path, ...], int]:
    """Stream rows into `path`, or into `…-1-of-3` and so on where they do not fit into one file.

    Every part is complete and on the disk under a name of its own before the first takes its place.

    Returns:
        The files, and how many rows they hold.

    Raises:
        Refused: there is not a single row.
        Trouble: the disk says no; what was there before is still there.
    """
    counted = _Counted(rows)
    waiting: list[Path] = []
    with _sentence(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            for part in _parts(counted, most):
                # One by one: what is there already has to be cleared away when the next one fails.
                waiting.append(_written(path, part, write))  # noqa: PERF401
            named = _names(path, len(waiting))
            for name in named:
                if name.is_dir():
                    raise Trouble(say("{name} is a folder; say what the file in it should be called.", name=name))
            for temporary, name in zip(tuple(waiting), named, strict=True):
                temporary.replace(name)
                waiting.remove(temporary)
        finally:
            for left in waiting:
                with suppress(OSError):
                    left.unlink(missing_ok=True)
    return named, counted.seen


class _Counted:
    """Counts what goes past."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = iter(rows)
        self.seen = 0

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        row = next(self._rows)
        self.seen += 1
        return row


def _parts(rows: Iterator[Row], most: int | None) -> Iterator[Iterator[Row]]:
    """At most so many rows each, and none without any."""
    for first in rows:
        yield chain((first,), rows if most is None else islice(rows, most - 1))


def _written(path: Path, rows: Iterable[Row], write: Write) -> Path:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            write(rows, cast(BinaryIO, file))
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return temporary


def _names(path: Path, parts: int) -> tuple[Path, ...]:
    if not parts:
        raise Refused(say("There is nothing to export."))
    if parts == 1:
        return (path,)
    return tuple(path.with_name(f"{path.stem}-{place}-of-{parts}{path.suffix}") for place in range(1, parts + 1))


@contextmanager
def _sentence(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Trouble(
            say(
                "{path} could not be written ({strerror}); choose another place and try again.",
                path=path,
                strerror=system_words(error),
            )
        ) from error
