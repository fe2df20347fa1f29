"""What an administrator decides for everybody on this computer; the program only ever reads it.

One file, `policy.json`, in the system's folder for configuration: below `/etc/xdg/shadow-app` on Linux (or wherever
`XDG_CONFIG_DIRS` begins), in `%PROGRAMDATA%\\shadow-app` on Windows, in `/Library/Application Support/shadow-app` on a
Mac. An ordinary user cannot write there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from shadow_app.domain.errors import Trouble
from shadow_app.domain.language import say
from shadow_app.domain.system_words import system_words

_LARGEST_FILE = 64 * 1024


@dataclass(frozen=True)
class Policy:
    """
    Attributes:
        update_address: a file that holds the version to be used, as an `https://` address or a path; empty for none.
    """

    update_address: str = ""


def policy_path() -> Path:
    """Where the file lies on this system."""
    return platformdirs.site_config_path("shadow-app", appauthor=False) / "policy.json"


def load_policy(path: Path | None = None) -> Policy:
    """What was decided; without a file nothing was. Names that this version does not know are passed over.

    Raises:
        Trouble: the file cannot be read or understood; the sentence is for whoever looks after the computer.
    """
    path = path or policy_path()
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST_FILE + 1)
        raw = json.loads(data.decode("utf-8-sig")) if len(data) <= _LARGEST_FILE else None
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        why = system_words(error)
        raise Trouble(
            say("The administrator's file {path} cannot be read ({why}): tell your administrator.", path=path, why=why)
        ) from error
    except (ValueError, RecursionError):
        raw = None
    address = raw.get("update_address", "") if isinstance(raw, dict) else None
    if not isinstance(address, str):
        raise Trouble(
            say(
                "The administrator's file {path} cannot be understood: it must be JSON such as "
                '{{"update_address": "https://…/version.txt"}}. Tell your administrator.',
                path=path,
            )
        )
    return Policy(update_address=address.strip())
