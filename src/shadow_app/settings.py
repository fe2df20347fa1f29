"""What belongs to this computer and not to the store: who am I, where is the store, the look.

The file is a convenience. If it is lost or broken the program starts with what it has always started with, says so in
one sentence, and keeps the broken file aside; no note hangs on it.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple, Self, cast, get_args
from urllib.parse import unquote
from uuid import UUID

import platformdirs

from shadow_app.domain.errors import Refused, Trouble
from shadow_app.domain.language import Wish, say, wish_of
from shadow_app.domain.paper import Paper, paper_of
from shadow_app.domain.system_words import system_words

HOME_VARIABLE = "SHADOW_HOME"
"""The environment's name for one folder that holds settings and store, for portable use and for tests."""

_LARGEST_FILE = 1024 * 1024

LEAST_SCALE, LARGEST_SCALE = 0.5, 3.0
"""Smaller letters cannot be read, larger ones hide the buttons."""

MOST_MINUTES = 24 * 60
"""Whoever looks for others less than once a day does so by hand."""

Look = Literal["auto", "light", "dark"]


@dataclass(frozen=True)
class Settings:
    """One person's settings on one computer.

    A plain dataclass that checks itself, because the first frame waits for it: pydantic alone takes longer to import
    than an empty window takes to be painted.

    Attributes:
        shadower_id: which of the team's shadowers I am; None until the first start has asked.
        name: my name, as it is written under my notes.
        team: my team's name.
        store: the store's file; None means the usual place.
        look: light, dark, or what the system says.
        last_visit: the visit that was open last.
        font_scale: 1.0 is the system's own size.
        geometry: the window's place and size, as the window wrote it.
        font_folder: fonts for scripts that the program does not ship.
        exchange_address: where my team's laptops meet, a folder or a hub; empty for whoever works alone. Never with a
            password in it.
        exchange_minutes: how often this laptop looks there by itself; 0 for only when it is asked to.
        exchange_paused: nothing is exchanged by itself until somebody says so.
        language: the words of the program: the system's, English or German.
        backup_folder: where backups lie; None means a folder beside the store.
        lock_minutes: the store is locked after so many minutes without a key or a move of the mouse; 0 for never.
        paper: what reports are printed on: A4, US Letter, or what is usual in the language's country.
        updates: whether the window looks, at its start, for a newer version where the administrator announces it.

    Raises:
        Refused: a field has a bad value; the sentence names the field and never quotes the value.
    """

    shadower_id: UUID | None = None
    name: str = ""
    team: str = ""
    store: Path | None = None
    look: Look = "auto"
    last_visit: UUID | None = None
    font_scale: float = 1.0
    geometry: str = ""
    font_folder: Path | None = None
    exchange_address: str = ""
    exchange_minutes: int = 15
    exchange_paused: bool = False
    backup_folder: Path | None = None
    lock_minutes: int = 30
    updates: bool = False
    language: Wish = "system"
    paper: Paper = "locale"

    def __post_init__(self) -> None:
        for name, read in _READERS.items():
            try:
                value = read(getattr(self, name))
            except ValueError as error:
                words = name.replace("_", " ")
                raise Refused(
                    say("The {words} {error}, then try again. Nothing was saved.", words=words, error=error)
                ) from None
            object.__setattr__(self, name, value)

    def edited(self, **fields: Any) -> Self:
        """The next settings, checked.

        Raises:
            Refused: a field has a bad value.
            TypeError: a field does not exist.
        """
        return replace(self, **fields)


def _text(most: int) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if not isinstance(value, str):
            raise ValueError(say("is no text: correct it"))
        if len(value) > most:
            raise ValueError(say("is longer than {most:,|character|characters}: shorten it", most=most))
        return value

    return read


def _id(value: Any) -> UUID | None:
    if value is None or isinstance(value, UUID):
        return value
    try:
        return UUID(_text(50)(value))
    except ValueError:
        raise ValueError(say("is no id: correct it")) from None


def _path(value: Any) -> Path | None:
    return value if value is None or isinstance(value, Path) else Path(_text(_LARGEST_FILE)(value))


def _look(value: Any) -> Look:
    if value not in get_args(Look):
        raise ValueError(say("is none of auto, light and dark: choose one of them"))
    return cast(Look, value)


def _scale(value: Any) -> float:
    # A truth value is a number to Python and none to a person.
    if isinstance(value, bool) or not isinstance(value, int | float) or not LEAST_SCALE <= value <= LARGEST_SCALE:
        raise ValueError(
            say(
                "is no number from {least_scale:g} to {largest_scale:g}: correct it",
                least_scale=LEAST_SCALE,
                largest_scale=LARGEST_SCALE,
            )
        )
    return float(value)


def _address(value: Any) -> str:
    address = _text(2_000)(value).strip()
    scheme, found, beyond = address.partition("://")
    login, at, _ = (beyond if scheme.lower() in _HUBS else beyond.partition("/")[0]).rpartition("@")
    # A password with a slash in it ends the server's name early, and hubs have no other use for an @.
    if (found and at and ":" in login) or _SECRET.search(unquote(address)):
        raise ValueError(say("holds a password, which no settings file should: leave it out"))
    return address


_HUBS = ("postgresql", "postgres")
_SECRET = re.compile(r"(?:pass(?:word|wd|phrase)?|pwd|secret(?:_\w+)?|\w*token|access_?key)\s*=", re.IGNORECASE)
"""What libpq, S3 and web servers call a secret in a query; `passfile` only says where one is."""


def _minutes(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_MINUTES:
        raise ValueError(say("are no whole number from 0 to {most_minutes}: correct it", most_minutes=MOST_MINUTES))
    return value


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(say("is neither yes nor no: correct it"))
    return value


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "shadower_id": _id,
    "name": _text(200),
    "team": _text(200),
    "store": _path,
    "look": _look,
    "last_visit": _id,
    "font_scale": _scale,
    "geometry": _text(10_000),
    "font_folder": _path,
    "exchange_address": _address,
    "exchange_minutes": _minutes,
    "exchange_paused": _yes,
    "backup_folder": _path,
    "lock_minutes": _minutes,
    "updates": _yes,
    "language": wish_of,
    "paper": paper_of,
}
"""How each field is read, from a file as from the program."""


class Loaded(NamedTuple):
    """Settings, and a sentence to show if something about their file was wrong."""

    settings: Settings
    warning: str | None = None


def settings_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where the settings lie: the system's folder for configuration, or the one named by `SHADOW_HOME`."""
    own = (os.environ if environ is None else environ).get(HOME_VARIABLE)
    folder = _expanded(own).absolute() if own else platformdirs.user_config_path("shadow-app", appauthor=False)
    return folder / "settings.json"


def _expanded(own: str) -> Path:
    try:
        return Path(own).expanduser()
    except RuntimeError:
        # `~somebody` whom the system does not know; the store's own place says so.
        return Path(own)


def load(path: Path) -> Loaded:
    """The settings at `path`; no file means the usual ones, and so does every value in it that cannot be used.

    A file with such a value is renamed to `settings.broken-<n>.json` beside it. Values that only a newer version knows
    are passed over. Raises nothing: the program must start.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return Loaded(
            Settings(),
            say(
                "The settings file {path} cannot be read ({why}): the usual settings are used until it can.",
                path=path,
                why=system_words(error),
            ),
        )
    settings, lost = _understood(data)
    if not lost:
        return Loaded(settings)
    return Loaded(
        settings,
        say(
            "The settings file {path} is damaged ({lost}); {set_aside}.",
            path=path,
            lost=lost,
            set_aside=_set_aside(path),
        ),
    )


def _understood(data: bytes) -> tuple[Settings, str]:
    try:
        raw = json.loads(data.decode()) if len(data) <= _LARGEST_FILE else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        return Settings(), say("nothing in it could be read, the usual settings are used")
    kept, bad = {}, []
    for name, read in _READERS.items():
        if name in raw:
            try:
                # One bad value must not take the person's identity with it.
                kept[name] = read(_whole(raw[name]))
            except ValueError:
                bad.append(name)
    return Settings(**kept), say("the usual value is used for {names}", names=", ".join(sorted(bad))) if bad else ""


def _whole(value: Any) -> Any:
    """The value, unless it is a text with half a character in it, which no file can hold."""
    if isinstance(value, str):
        value.encode()
    return value


def as_json(settings: Settings) -> str:
    """The settings as their file holds them."""
    words = {name: str(value) if isinstance(value, UUID | Path) else value for name, value in vars(settings).items()}
    return json.dumps(words, indent=2, ensure_ascii=False)


def _set_aside(path: Path) -> str:
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        return say(
            "the file could not be set aside ({why}), so copy it before changing a setting", why=system_words(error)
        )
    return say("the damaged file is kept as {name}, look there if a setting is missing", name=aside.name)


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; the folder is made if it is missing.

    Raises:
        Trouble: the disk says no, or a path has characters that no text holds; the older settings are still there.
    """
    temporary: Path | None = None
    try:
        text = as_json(settings).encode() + b"\n"
    except ValueError as error:
        raise Trouble(
            say("{path} cannot hold an unreadable path: rename that file or folder first.", path=path)
        ) from error
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".new", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        why = system_words(error)
        raise Trouble(
            say("The settings {path} cannot be written ({why}): free some space or allow writing.", path=path, why=why)
        ) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
