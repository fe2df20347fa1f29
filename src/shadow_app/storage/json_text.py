"""JSON as the store keeps it. Half of what a taking reads and writes is JSON, so it is worth a quick way.

pydantic-core takes a sixth of the time of the standard library's `json` here. What it does not take (half of a pair of
surrogates, which an old log may hold) goes the standard way.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic_core import from_json, to_json


def as_text(value: Any) -> str:
    """A value as JSON."""
    try:
        return to_json(value).decode()
    except ValueError:
        return json.dumps(value)


def from_text(word: str) -> Any:
    """The value that some JSON tells.

    Raises:
        ValueError: it is none.
    """
    if word == "{}":
        return {}
    try:
        return from_json(word)
    except ValueError:
        return json.loads(word)
