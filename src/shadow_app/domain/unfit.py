"""What pydantic says of a value that a record cannot hold, as the sentence that a person can act on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from shadow_app.domain import rule_words as rules
from shadow_app.domain.errors import Refused
from shadow_app.domain.field_words import field_word
from shadow_app.domain.kept_words import said_again
from shadow_app.domain.language import lowered, say, shown
from shadow_app.domain.rule_words import RULES

_BEFORE = "Value error, "
"""What the library puts before a record's own rule."""

_LIMITS = {
    "le": (rules.TOO_LARGE, "most"),
    "lt": (rules.NOT_BELOW, "most"),
    "ge": (rules.TOO_SMALL, "least"),
    "gt": (rules.NOT_ABOVE, "least"),
}

_KINDS = {
    "missing": rules.MISSING,
    "extra": rules.UNKNOWN,
    "int": rules.NO_NUMBER,
    "float": rules.NO_NUMBER,
    "finite": rules.NO_NUMBER,
    "date": rules.NO_DAY,
    "time": rules.NO_DAY,
    "bool": rules.NEITHER,
    "uuid": rules.NO_ID,
    "is_instance_of": rules.NOT_LISTED,
    "enum": rules.NOT_LISTED,
    "literal": rules.NOT_LISTED,
    "string": rules.NOT_TEXT,
}
"""By how the library's name of a misfit begins; whatever else it finds is a matter of form."""


def refusal(error: ValidationError) -> Refused:
    """The first thing that was wrong: which field, why, and what to do. The value itself is never quoted."""
    first = error.errors(include_input=False, include_url=False)[0]
    name = lowered(field_word(str(first["loc"][0]))) if first["loc"] else say("entry")
    limits: dict[str, Any] = first.get("ctx", {})
    match first["type"]:
        case "string_too_long":
            why = say("is longer than {most:,|character|characters}: shorten it", most=limits["max_length"])
        case "string_too_short":
            why = say("is empty: write something")
        case "less_than_equal" | "less_than":
            most = _plain(limits.get("le", limits.get("lt")))
            why = say("is too large, {most} is the most: correct it", most=most)
        case "greater_than_equal":
            why = say("is too small, {least} is the least: correct it", least=_plain(limits["ge"]))
        case "greater_than":
            why = say("must be more than {least}: correct it", least=_plain(limits["gt"]))
        case _:
            why = say("cannot be used ({rule}): correct it", rule=reason(first))
    return Refused(say("The {name} {why}, then try again. Nothing was saved.", name=name, why=why))


def reason(error: Mapping[str, Any]) -> str:
    """What is wrong with a value as a person is told it: one of `ValidationError.errors()`, without the value."""
    return said_again(kept_reason(error), RULES)


def kept_reason(error: Mapping[str, Any]) -> str:
    """The same in English, for where it is kept. The library's own words are its business and change with it."""
    kind, limits = str(error["type"]), error.get("ctx", {})
    if kind == "value_error":
        return str(error["msg"]).removeprefix(_BEFORE)
    if kind.endswith("too_long"):
        return (rules.TOO_MANY if kind == "too_long" else rules.TOO_LONG).format(most=limits["max_length"])
    if kind.endswith("too_short"):
        return rules.EMPTY if limits["min_length"] == 1 else rules.WRONG_FORM
    if limits.get("class") == "UUID":
        return rules.NO_ID
    for name, (words, place) in _LIMITS.items():
        if name in limits:
            return words.format(**{place: limits[name]})
    return next((words for begin, words in _KINDS.items() if kind.startswith(begin)), rules.WRONG_FORM)


def rule_words(told: str) -> str:
    """What a record's own rule says, without what the library puts before it."""
    return said_again(told.removeprefix(_BEFORE), RULES)


def _plain(number: Any) -> str:
    return shown(int(number) if isinstance(number, float) and number.is_integer() else number, ",")
