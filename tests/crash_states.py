"""What a disk may hold after a power cut: recorded calls, replayed up to a moment, with what was not synced in doubt.

Of writes that no sync had confirmed, a state keeps none, all, some, or some 512-byte sectors of each (a torn write).
Names (creations, renames, unlinks) are in doubt as well, in one of two ways: `strict` keeps any of them until the
folder was synced, which POSIX allows; `journal` keeps a beginning of them and confirms them with any sync, as ext4.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

SECTOR = 512

Model = Literal["strict", "journal"]


class Call(NamedTuple):
    """One recorded call; see `power_cut/recorder.c` for what the letters mean."""

    what: str
    name: str
    offset: int
    data: bytes


def recorded(log: Path) -> list[Call]:
    """The calls of a run, in order."""
    raw, at, calls = log.read_bytes(), 0, []
    while at < len(raw):
        what = chr(raw[at])
        (length,) = struct.unpack_from("<I", raw, at + 1)
        path = raw[at + 5 : at + 5 + length].decode()
        at += 5 + length
        offset, size = struct.unpack_from("<QI", raw, at)
        at += 12
        calls.append(Call(what, Path(path).name, offset, raw[at : at + size]))
        at += size
    return calls


@dataclass
class _File:
    """Bytes that are safe, and calls that no sync has confirmed."""

    safe: bytearray = field(default_factory=bytearray)
    doubtful: list[Call] = field(default_factory=list)

    def sync(self) -> None:
        for call in self.doubtful:
            _apply(self.safe, call)
        self.doubtful.clear()

    def after(self, mode: str, chance: random.Random) -> bytes:
        content = bytearray(self.safe)
        for call in self.doubtful:
            if mode == "torn" and call.what == "W":
                for start in range(0, len(call.data), SECTOR):
                    if chance.random() < 0.5:
                        part = call.data[start : start + SECTOR]
                        _apply(content, Call("W", call.name, call.offset + start, part))
            elif mode == "all" or (mode != "none" and chance.random() < 0.5):
                _apply(content, call)
        return bytes(content)


def _apply(content: bytearray, call: Call) -> None:
    if call.what == "W":
        content.extend(bytes(max(0, call.offset - len(content))))
        content[call.offset : call.offset + len(call.data)] = call.data
    elif len(content) > call.offset:
        del content[call.offset :]
    else:
        content.extend(bytes(call.offset - len(content)))


class Disk:
    """A folder as the recorded calls left it, and what of it is safe."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._now: dict[str, _File] = {}
        self._safe: dict[str, _File] = {}
        self._names: list[tuple[Call, _File | None]] = []

    def play(self, call: Call) -> None:
        """One call further."""
        match call.what:
            case "W" | "T":
                self._now.setdefault(call.name, _File()).doubtful.append(call)
            case "S":
                self._now.setdefault(call.name, _File()).sync()
                if self.model == "journal":
                    self._confirm_names()
            case "D":
                self._confirm_names()
            case _:
                made = _File() if call.what == "C" else None
                self._names.append((call, made))
                _rename(self._now, call, made)

    def states(self, mode: str, chance: random.Random) -> dict[str, bytes]:
        """One state that a power cut may leave: contents by name."""
        names = dict(self._safe)
        count = len(self._names)
        until = {"none": 0, "all": count}.get(mode, chance.randint(0, count))
        for number, (call, made) in enumerate(self._names):
            kept = number < until if mode in ("none", "all") or self.model == "journal" else chance.random() < 0.5
            if kept:
                _rename(names, call, made)
        return {name: file.after(mode, chance) for name, file in names.items()}

    def _confirm_names(self) -> None:
        for call, made in self._names:
            _rename(self._safe, call, made)
        self._names.clear()


def _rename(names: dict[str, _File], call: Call, made: _File | None) -> None:
    if made is not None:
        names[call.name] = made
    elif call.what == "U":
        names.pop(call.name, None)
    elif call.name in names:
        names[Path(call.data.decode()).name] = names.pop(call.name)


class Crash(NamedTuple):
    """A state of the folder, and what had been acknowledged by then."""

    files: dict[str, bytes]
    told: list[str]


def crashes(calls: list[Call], moments: Iterable[int], model: Model, chance: random.Random) -> Iterator[Crash]:
    """One state for each of these moments (numbers of calls); each is drawn in one of the four modes."""
    disk, told, wanted = Disk(model), list[str](), set(moments)
    for number, call in enumerate(calls):
        if number in wanted:
            yield Crash(disk.states(chance.choice(("none", "all", "some", "torn")), chance), list(told))
        if call.what == "A":
            told.append(call.data.decode())
        elif not call.name.endswith((".told", "-shm")):
            disk.play(call)
