"""What may stand in a log: numbers, ids, names that the code itself has given. Everything else is left out.

A rule that callers keep is broken one day; so the log looks at every value itself, and lets no text through that could
have been typed (`reliability.md` §5).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from enum import Enum
from uuid import UUID


class CodeName(str):
    """A name from the source code, such as a function's or a command's; made of nothing that anybody typed."""

    __slots__ = ()


def code_name(function: Callable[..., object]) -> CodeName:
    """What a function is called where it was written."""
    inner = getattr(function, "func", function)
    name = getattr(inner, "__qualname__", type(inner).__qualname__)
    module = str(getattr(inner, "__module__", "")).removeprefix("shadow_app.")
    return CodeName(f"{module}.{name}".replace(".<locals>", ""))


def harmless(value: object) -> object:
    """The value as a log may hold it; of a text only its length, unless it is the name of a kind of error."""
    match value:
        case Enum():
            return value.name
        case None | bool() | int() | UUID() | CodeName():
            return value
        case float():
            return round(value, 4)
        case type():
            return value.__name__
        case BaseException():
            return type(value).__name__
        case str():
            return value if value in _kinds_of_errors() else f"[{len(value)} characters]"
        case _:
            return f"[{type(value).__name__}]"


def _kinds_of_errors() -> frozenset[str]:
    return frozenset(kind.__name__ for kind in _below(BaseException))


def _below(kind: type[BaseException]) -> Iterator[type[BaseException]]:
    yield kind
    for each in type.__subclasses__(kind):
        yield from _below(each)


def words_of(record: logging.LogRecord) -> str:
    """The message of a log record, of which only what the code says is taken as it stands.

    A message that does not fit its values is no reason to fail: the place that logged it is enough.
    """
    given = record.args if isinstance(record.args, tuple) else (record.args,) if record.args else ()
    # A record's message is a literal of ours (tests/hostile/test_code_rules.py), so it may stand as it is.
    message = record.msg if isinstance(record.msg, str) else f"[{type(record.msg).__name__}]"
    try:
        return message % tuple(map(harmless, given)) if given else message
    except (TypeError, ValueError):
        return f"[a message that does not fit its values, line {record.lineno}]"
