"""How a record's fields become columns, so that a record is described once (`design.md` §2).

UUIDs are 16 bytes, instants are microseconds since 1970 in UTC, tuples are JSON; everything else is what SQLite has.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo
from sqlalchemy import JSON, Column, Float, Integer, LargeBinary, Text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_TICK = timedelta(microseconds=1)


@lru_cache(maxsize=4096)
def _uuid(value: bytes) -> UUID:
    """The same few visits, sites and roles stand in row after row, and making a UUID is slow."""
    return UUID(bytes=value)


class Id(TypeDecorator[UUID]):
    """A UUID as 16 bytes."""

    impl = LargeBinary(16)
    cache_ok = True

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> bytes | None:
        return None if value is None else value.bytes

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> UUID | None:
        return None if value is None else _uuid(value)


class Instant(TypeDecorator[datetime]):
    """An aware datetime as microseconds since 1970; SQLite would drop the zone."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else (value - _EPOCH) // _TICK

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + value * _TICK


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Coded(TypeDecorator[Any]):
    """A member of one of the domain's word lists, as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[StrEnum] | type[IntEnum]) -> None:
        super().__init__()
        self.words = words
        self.by_value = {member.value: member for member in words}

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Integer() if issubclass(self.words, IntEnum) else Text())

    def process_bind_param(self, value: StrEnum | IntEnum | None, dialect: Dialect) -> str | int | None:
        return None if value is None else value.value

    def process_result_value(self, value: str | int | None, dialect: Dialect) -> Any:
        return None if value is None else self.by_value[value]


class Flag(TypeDecorator[bool]):
    """A truth value as 0 or 1, without the check that SQLAlchemy's Boolean adds."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Texts(TypeDecorator[tuple[str, ...]]):
    """A tuple of words as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> list[str]:
        return list(value or ())

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(value or ())


class Ids(TypeDecorator[tuple[UUID, ...]]):
    """A tuple of UUIDs as a JSON list of hex words."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[UUID, ...] | None, dialect: Dialect) -> list[str]:
        return [each.hex for each in value or ()]

    def process_result_value(self, value: list[str] | None, dialect: Dialect) -> tuple[UUID, ...]:
        return tuple(UUID(hex=each) for each in value or ())


class Floats(TypeDecorator[tuple[float, ...]]):
    """A tuple of numbers as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[float, ...] | None, dialect: Dialect) -> list[float]:
        return list(value or ())

    def process_result_value(self, value: list[float] | None, dialect: Dialect) -> tuple[float, ...]:
        return tuple(value or ())


class Rows(TypeDecorator[tuple[BaseModel, ...]]):
    """A tuple of small values as a JSON list of objects."""

    impl = JSON
    cache_ok = True

    def __init__(self, model: type[BaseModel]) -> None:
        super().__init__()
        self.model = model

    def process_bind_param(self, value: tuple[BaseModel, ...] | None, dialect: Dialect) -> list[dict[str, Any]]:
        return [each.model_dump(mode="json") for each in value or ()]

    def process_result_value(self, value: list[dict[str, Any]] | None, dialect: Dialect) -> tuple[BaseModel, ...]:
        return tuple(self.model.model_validate(each) for each in value or ())


_PLAIN: dict[type, Callable[[], TypeEngine[Any]]] = {
    UUID: Id,
    datetime: Instant,
    AwareDatetime: Instant,
    date: Day,
    bool: Flag,
    int: Integer,
    float: Float,
    str: Text,
}
_MANY: dict[type, Callable[[], TypeEngine[Any]]] = {UUID: Ids, str: Texts, float: Floats}


def column_for(name: str, field: FieldInfo) -> Column[Any]:
    """The column that keeps one field.

    Raises:
        TypeError: the field has a type that no column knows; a mistake of ours, found by the first test.
    """
    kind, optional = _bare(field.annotation)
    return Column(name, _type_for(kind), nullable=optional)


def _type_for(kind: Any) -> TypeEngine[Any]:
    if get_origin(kind) is tuple:
        each = _bare(get_args(kind)[0])[0]
        return Rows(each) if issubclass(each, BaseModel) else _MANY[each]()
    if isinstance(kind, type) and issubclass(kind, StrEnum | IntEnum):
        return Coded(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]()
    raise TypeError(f"no column for {kind}")


def _bare(annotation: Any) -> tuple[Any, bool]:
    """The type under Annotated and Optional, and whether None is allowed."""
    optional = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, types.UnionType):
            rest = [each for each in get_args(annotation) if each is not type(None)]
            optional, annotation = True, rest[0]
        else:
            return annotation, optional
