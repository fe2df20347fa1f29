"""What pydantic says of a value that a record cannot hold, as the sentence that a person can act on."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say


def refusal(error: ValidationError) -> Refused:
    """The first thing that was wrong: which field, why, and what to do. The value itself is never quoted."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0] if first["loc"] else "entry").replace("_", " ")
    limits: dict[str, Any] = first.get("ctx", {})
    match first["type"]:
        case "string_too_long":
            why = f"is longer than {limits['max_length']:,} characters: shorten it"
        case "string_too_short":
            why = "is empty: write something"
        case "less_than_equal" | "less_than":
            why = f"is too large, {_plain(limits.get('le', limits.get('lt')))} is the most: correct it"
        case "greater_than_equal":
            why = f"is too small, {_plain(limits['ge'])} is the least: correct it"
        case "greater_than":
            why = f"must be more than {_plain(limits['gt'])}: correct it"
        case _:
            why = f"cannot be used ({first['msg'].removeprefix('Value error, ').lower()}): correct it"
    return Refused(say("The {name} {why}, then try again. Nothing was saved.", name=name, why=why))


def _plain(number: Any) -> str:
    return f"{int(number):,}" if isinstance(number, float) and number.is_integer() else f"{number:,}"
