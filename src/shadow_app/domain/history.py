"""What the change log tells a person: who changed what, and what can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from pydantic import JsonValue


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field of one record, changed once. `before` is None for a field that was first written."""

    at: datetime
    author: str
    label: str
    field: str
    before: JsonValue
    after: JsonValue
    undone: bool
    device: str = ""
    """The laptop that wrote it; empty for this one."""


class Step(NamedTuple):
    """An action that can be taken back, and what it was called."""

    action: UUID
    label: str


class Steps(NamedTuple):
    """The next thing that undo and redo would do; None where there is nothing."""

    undo: Step | None
    redo: Step | None
