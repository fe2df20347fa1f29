"""Fields and values of every kind of record in words, and editors for another value than the ones that were written."""

from __future__ import annotations

import types
import typing
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.field_words import field_word
from shadow_app.domain.record import Record
from shadow_app.domain.record_words import record_word, value_word
from shadow_app.domain.vocabulary import BusinessDamage, Kind
from shadow_app.ui import amounts
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.field_words import NOTHING, value_words
from shadow_app.ui.names import Names
from shadow_app.ui.questions import Ask

translate = QCoreApplication.translate

_LONG = 60
"""A text beyond this is edited in a box of several lines."""


def kind_words(kind: type[Record]) -> str:
    """What a kind of record is called where people read it."""
    return record_word(kind.kind_name)


def value_of(kind: type[Record], field: str, value: Any, names: dict[UUID, str]) -> str:
    """A value of the log as people read it."""
    if value in (None, "", [], {}):
        return NOTHING
    inner = _inner(kind, field)
    if isinstance(value, list):
        return ", ".join(value_of(kind, "", each, names) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{field_word(str(name))}: {each}" for name, each in value.items())
    if isinstance(value, str):
        told = _told(inner, value, names)
        if told is not None:
            return told
    if isinstance(inner, type) and issubclass(inner, Enum) and inner is not Kind and inner is not BusinessDamage:
        return value_word(inner, value)
    return value_words(field, value, Names(roles=names))


def editor(kind: type[Record], field: str, value: Any) -> Ask | None:
    """A question for another value; None where only one of those that were written can be chosen."""
    inner, label = _inner(kind, field), field_word(field)
    if inner is bool:
        return Ask("value", label, bool(value), "yes")
    if inner in (int, float):
        return Ask("value", label, value, "number")
    if inner is str:
        text = "" if value is None else str(value)
        return Ask("value", label, text, "words" if len(text) > _LONG or "\n" in text else "line")
    if inner is date:
        shown = date.fromisoformat(value) if isinstance(value, str) else None
        return Ask("value", label, shown, "day")
    if isinstance(inner, type) and issubclass(inner, Enum):
        options = tuple((each.value, value_of(kind, field, each.value, {})) for each in inner)
        empty = () if kind.model_fields[field].is_required() or not _optional(kind, field) else ((None, NOTHING),)
        return Ask("value", label, value, "pick", (*empty, *options))
    return None


def _told(inner: Any, value: str, names: dict[UUID, str]) -> str | None:
    try:
        if inner is date:
            return day_words(date.fromisoformat(value), MEDIUM)
        if inner is datetime:
            return amounts.clock(datetime.fromisoformat(value))
        if inner is UUID or inner is None:
            return names.get(UUID(value), translate("Exchange", "something that is not here"))
    except ValueError:
        return None
    return None


def _optional(kind: type[Record], field: str) -> bool:
    return type(None) in typing.get_args(kind.model_fields[field].annotation)


def _inner(kind: type[Record], field: str) -> Any:
    """The type of a field without "or nothing" and without its bounds; None where there is no such field."""
    if field not in kind.model_fields:
        return None
    annotation: Any = kind.model_fields[field].annotation
    while typing.get_origin(annotation) in (typing.Union, types.UnionType, typing.Annotated):
        parts = [each for each in typing.get_args(annotation) if each is not type(None)]
        annotation = parts[0]
    if typing.get_origin(annotation) is not None:
        return typing.get_origin(annotation)
    # Pydantic's own moments (`AwareDatetime`) are no classes of the standard library.
    return datetime if getattr(annotation, "__name__", "") == "AwareDatetime" else annotation
