"""What pydantic says of a value that a record cannot hold, as the sentence that a person can act on."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from shadow_app.domain.errors import Refused
from shadow_app.domain.field_words import field_word
from shadow_app.domain.kept_words import said_again
from shadow_app.domain.language import current, lowered, say, shown
from shadow_app.domain.rule_words import RULES


def refusal(error: ValidationError) -> Refused:
    """The first thing that was wrong: which field, why, and what to do. The value itself is never quoted."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = lowered(field_word(str(first["loc"][0]))) if first["loc"] else say("entry")
    limits: dict[str, Any] = first.get("ctx", {})
    match first["type"]:
        case "string_too_long":
            why = say("is longer than {most:,} characters: shorten it", most=limits["max_length"])
        case "string_too_short":
            why = say("is empty: write something")
        case "less_than_equal" | "less_than":
            most = _plain(limits.get("le", limits.get("lt")))
            why = say("is too large, {most} is the most: correct it", most=most)
        case "greater_than_equal":
            why = say("is too small, {least} is the least: correct it", least=_plain(limits["ge"]))
        case "greater_than":
            why = say("must be more than {least}: correct it", least=_plain(limits["gt"]))
        case "value_error":
            why = say("cannot be used ({rule}): correct it", rule=rule_words(first["msg"]))
        case _ if current().english:
            why = say("cannot be used ({rule}): correct it", rule=first["msg"].lower())
        case _:
            # Only English has words for every kind of misfit; they are the library's.
            why = say("cannot be used as it is: correct it")
    return Refused(say("The {name} {why}, then try again. Nothing was saved.", name=name, why=why))


def rule_words(told: str) -> str:
    """What a record's own rule says, without what the library puts before it."""
    return said_again(told.removeprefix("Value error, "), RULES)


def _plain(number: Any) -> str:
    return shown(int(number) if isinstance(number, float) and number.is_integer() else number, ",")
