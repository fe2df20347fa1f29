"""The key file on the disk: read with suspicion, written whole or not at all.

Every `path` is the path of the store; the key file lies beside it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from pydantic_core import from_json

from shadow_app.domain.errors import StoreDamaged, StoreTooNew, StoreTrouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words
from shadow_app.storage.store_files import folder_to_disk, to_disk
from shadow_app.storage.wraps import KeyFile

_LARGEST_FILE = 64 * 1024


def key_path(path: Path) -> Path:
    """Where the key file of the store at `path` lies."""
    return path.with_name(path.name + ".key")


def read(path: Path) -> KeyFile:
    """The key file of the store at `path`.

    Raises:
        StoreDamaged: it is cut off or changed. StoreTooNew: a newer version wrote it. StoreTrouble: it is not there.
    """
    place = key_path(path)
    try:
        with place.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        if not path.exists():
            raise StoreTrouble(
                say("There is no store at {path} yet: create one first, or choose another place.", path=path)
            ) from None
        raise StoreTrouble(
            say("{place} is missing and nothing else opens the store: put it back from a backup.", place=place)
        ) from None
    except OSError as error:
        raise StoreTrouble(
            say(
                "{place} cannot be read ({strerror}): allow reading it, then try again.",
                place=place,
                strerror=system_words(error),
            )
        ) from error
    damaged = say(
        "{place} is cut off or changed and opens nothing: put it back from a backup. It was left as it is.", place=place
    )
    try:
        raw = from_json(data) if len(data) <= _LARGEST_FILE else None
        version = raw.get("version") if isinstance(raw, dict) and raw.get("format") == "shadow key" else None
        if isinstance(version, int) and version > 2:
            raise StoreTooNew(
                say("{place} was written by a newer version of Shadow: update this one first.", place=place)
            )
        file = KeyFile.model_validate_json(data, strict=True)
        if raw != from_json(file.model_dump_json()):
            raise StoreDamaged(damaged)
    except ValueError:
        # What pydantic says is left out, as it could quote a key.
        raise StoreDamaged(damaged) from None
    return file


def write(path: Path, file: KeyFile, *, new: bool = False) -> None:
    """Write the key file of the store at `path`, whole or not at all.

    Args:
        new: only if there is none yet.

    Raises:
        StoreTrouble: the disk says no, or there is one already.
    """
    place = key_path(path)
    temporary: Path | None = None
    try:
        # mkstemp makes a file that only its owner may read, and so it stays.
        handle, name = tempfile.mkstemp(prefix=place.name, suffix=".new", dir=place.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.model_dump_json(indent=2).encode() + b"\n")
            stream.flush()
            to_disk(stream.fileno())
        if new:
            _place_first(temporary, place)
        else:
            temporary.replace(place)
        folder_to_disk(place.parent)
    except OSError as error:
        why = system_words(error)
        raise StoreTrouble(
            say("{place} cannot be written ({why}): free some space or allow writing, try again.", place=place, why=why)
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _place_first(temporary: Path, place: Path) -> None:
    # A link, unlike a rename, fails if another window has just made the same store: its key must not be overwritten.
    try:
        place.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # FAT and some others know no links.
        temporary.replace(place)
