"""A world in which nothing is left to the moment: one day, one chance, one look of letters.

The pictures of the guide must come out alike whenever they are taken. The program asks the clock and the system's
chance in many places and has no door to tell it otherwise: a store whose clock can be set is worth less as a record.
So both are replaced from outside, in the process that takes pictures and in no other.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import random
import secrets
import sys
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import UUID

MONDAY = datetime(2026, 11, 23, 8, 15, tzinfo=timezone.utc)
"""The Monday after the last visit of the demo."""

_OPTIONAL = ("psycopg", "fsspec", "s3fs", "sshfs", "webdav4")


class Clock:
    """Stands still until somebody lets time pass."""

    def __init__(self) -> None:
        self.now = MONDAY

    def pass_time(self, minutes: float) -> None:
        """Let `minutes` go by at once."""
        self.now += timedelta(minutes=minutes)


def before_qt(home: str) -> None:
    """What Qt, keyring and the C library read when they start. `home` stands in for the user's settings and stores."""
    os.environ.update(
        QT_QPA_PLATFORM="offscreen",
        QT_FONT_DPI="96",
        QT_SCALE_FACTOR="1",
        SHADOW_HOME=home,
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
        TZ="UTC0",
        LANG="en_GB.UTF-8",
        LC_ALL="en_GB.UTF-8",
    )
    os.environ.pop("SHADOW_PASSPHRASE", None)
    if hasattr(time, "tzset"):
        time.tzset()


def fix() -> Clock:
    """Stop the clock and load the dice; every module of the program is imported by it."""
    clock = Clock()
    _load_dice(clock)
    _stop_python(clock)
    _stop_qt(clock)
    standing = _standing(clock)
    modules = _modules()
    # What reads this list is made when it is first wanted, and from the real class.
    sys.modules["shadow_app.storage.taken_back"].read(Path(os.devnull))
    for module in modules:
        if vars(module).get("datetime") is datetime:
            setattr(module, "datetime", standing)  # noqa: B010  # a module has no such attribute for mypy
    return clock


def _modules() -> list[Any]:
    """All of them, or one that is imported later would bring the real clock along."""
    import shadow_app

    for found in pkgutil.walk_packages(shadow_app.__path__, "shadow_app."):
        if found.name.endswith("__main__") or ".migrations" in found.name:
            continue
        try:
            importlib.import_module(found.name)
        except ModuleNotFoundError as error:
            if not (error.name or "").startswith(_OPTIONAL):
                raise
    return [module for name, module in sorted(sys.modules.items()) if name.startswith("shadow_app")]


def _standing(clock: Clock) -> type[datetime]:
    class Kind(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, datetime)

    class Standing(datetime, metaclass=Kind):
        """What is made by it is a plain datetime; only the present is another."""

        def __new__(cls, *given: Any, **named: Any) -> Any:
            return datetime(*given, **named)  # noqa: DTZ001  # whatever was asked for

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Any:
            return clock.now.astimezone(tz) if tz else clock.now.astimezone().replace(tzinfo=None)

    return Standing


def _stop_python(clock: Clock) -> None:
    """The seconds since 1970, which changes are numbered by; what waits by `monotonic` goes on."""

    def seconds() -> float:
        return clock.now.timestamp()

    _replace(time, "time", seconds)
    _replace(time, "time_ns", lambda: int(seconds() * 1_000_000_000))


def _stop_qt(clock: Clock) -> None:
    from PySide6.QtCore import QDate, QDateTime, QTime

    def day() -> QDate:
        today: date = clock.now.astimezone().date()
        return QDate(today.year, today.month, today.day)

    def moment() -> QDateTime:
        now = clock.now.astimezone()
        return QDateTime(day(), QTime(now.hour, now.minute, now.second))

    _replace(QDate, "currentDate", staticmethod(day))
    _replace(QDateTime, "currentDateTime", staticmethod(moment))


def _load_dice(clock: Clock) -> None:
    """Ids, device numbers and keys: drawn in the order in which they are asked for, the same on every day."""
    dice, turn, made = random.Random(20261123), Lock(), [0]

    def some_bytes(count: int = 32) -> bytes:
        with turn:
            return dice.randbytes(count)

    def below(end: int) -> int:
        with turn:
            return dice.randrange(end)

    def uuid7() -> UUID:
        with turn:
            made[0] += 1
            count = made[0]
        stamp = int(clock.now.timestamp() * 1000)
        return UUID(int=stamp << 80 | 7 << 76 | (count >> 62 & 0xFFF) << 64 | 2 << 62 | count & (1 << 62) - 1)

    chances: dict[str, Callable[..., object]] = {
        "token_bytes": lambda count=32: some_bytes(count),
        "token_hex": lambda count=32: some_bytes(count).hex(),
        "randbelow": below,
        "randbits": lambda bits: below(1 << bits),
    }
    for name, chance in chances.items():
        _replace(secrets, name, chance)
    _replace(os, "urandom", some_bytes)
    _replace(importlib.import_module("shadow_app.domain.record"), "uuid7", uuid7)


def _replace(owner: Any, name: str, value: object) -> None:
    setattr(owner, name, value)
