"""What belongs to this computer and not to the store: who am I, where is the store, the look.

The file is a convenience. If it is lost or broken the program starts with what it has always started with, says so in
one sentence, and keeps the broken file aside; no note hangs on it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self
from uuid import UUID

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

from shadow_app.domain.errors import Trouble

HOME_VARIABLE = "SHADOW_HOME"
"""The environment's name for one folder that holds settings and store, for portable use and for tests."""

_LARGEST_FILE = 1024 * 1024


class Settings(BaseModel):
    """One person's settings on one computer.

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
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)

    shadower_id: UUID | None = None
    name: Annotated[str, Field(max_length=200)] = ""
    team: Annotated[str, Field(max_length=200)] = ""
    store: Path | None = None
    look: Literal["auto", "light", "dark"] = "auto"
    last_visit: UUID | None = None
    font_scale: Annotated[float, Field(ge=0.5, le=3.0)] = 1.0
    geometry: Annotated[str, Field(max_length=10_000)] = ""
    font_folder: Path | None = None

    def edited(self, **fields: Any) -> Self:
        """The next settings, validated.

        Raises:
            pydantic.ValidationError: a field does not exist or has a bad value.
        """
        return type(self).model_validate({**dict(self), **fields})


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
        why = f"cannot be read ({error.strerror}): the usual settings are used until it can"
        return Loaded(Settings(), f"The settings file {path} {why}.")
    settings, lost = _understood(data)
    if not lost:
        return Loaded(settings)
    return Loaded(settings, f"The settings file {path} is damaged ({lost}); {_set_aside(path)}.")


def _understood(data: bytes) -> tuple[Settings, str]:
    try:
        raw = from_json(data) if len(data) <= _LARGEST_FILE else None
    except ValueError:
        raw = None
    if not isinstance(raw, dict):
        return Settings(), "nothing in it could be read, the usual settings are used"
    known = {name: value for name, value in raw.items() if name in Settings.model_fields}
    try:
        return Settings.model_validate(known), ""
    except ValidationError as error:
        # One bad value must not take the person's identity with it.
        bad = sorted({str(problem["loc"][0]) for problem in error.errors()})
    kept = {name: value for name, value in known.items() if name not in bad}
    return Settings.model_validate(kept), f"the usual value is used for {', '.join(bad)}"


def _set_aside(path: Path) -> str:
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        return f"the file could not be set aside ({error.strerror}), so copy it before changing a setting"
    return f"the damaged file is kept as {aside.name}, look there if a setting is missing"


def save(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all; the folder is made if it is missing.

    Raises:
        Trouble: the disk says no, or a path has characters that no text holds; the older settings are still there.
    """
    temporary: Path | None = None
    try:
        text = settings.model_dump_json(indent=2).encode() + b"\n"
    except ValueError as error:
        raise Trouble(f"{path} cannot hold an unreadable path: rename that file or folder first.") from error
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
        why = error.strerror or type(error).__name__
        raise Trouble(f"The settings {path} cannot be written ({why}): free some space or allow writing.") from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
