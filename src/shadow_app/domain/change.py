"""Change: one commit's effect on one record, the unit of the append-only log (`reliability.md` §3.2)."""

from __future__ import annotations

import math
from datetime import datetime, timezone
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

ALL_FIELDS = "*"
"""In `heads`, the changes that last wrote every field which is not listed by name."""

ChangeId = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
"""48 bits of milliseconds, 16 of counter, 64 of device, in hex: ascending per device, unique everywhere."""

Heads = dict[str, list[str]]
"""field → the ids of the changes whose values nobody has replaced yet; more than one is a conflict."""


def _only_json(data: dict[str, Any]) -> dict[str, Any]:
    # pydantic's own JsonValue asks Python for the type of every value, which was a twentieth of a merge.
    if not all(map(_is_json, data.values())):
        raise ValueError("it holds something that is no JSON")
    return data


def _is_json(value: Any) -> bool:
    kind = type(value)
    if kind is str or kind is int or kind is bool or value is None:
        return True
    if kind is float:
        return math.isfinite(value)
    if kind is list:
        return all(map(_is_json, value))
    if kind is dict:
        return all(type(name) is str for name in value) and all(map(_is_json, value.values()))
    # A member of one of the domain's word lists, which is a word itself.
    return isinstance(value, str | int)


class Change(BaseModel):
    """What one device wrote into one record, and which earlier values it had seen.

    `seq` is gapless per (scope, device). `replaces` names, per field of `data`, the heads that the writer saw.
    `action` is shared by all changes of one commit; `undoes` names the action that this one takes back.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True)

    scope: UUID
    device: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    seq: Annotated[int, Field(ge=1, lt=2**63)]
    cid: ChangeId
    op: Literal["put", "erase"] = "put"
    kind: Annotated[str, Field(max_length=40)]
    record_id: UUID
    data: Annotated[dict[str, Any], AfterValidator(_only_json)]
    replaces: Heads
    author: Annotated[str, Field(max_length=200)]
    action: UUID
    label: Annotated[str, Field(max_length=200)] = ""
    undoes: UUID | None = None
    seal: Annotated[str, Field(pattern="^([0-9a-f]{192})?$")] = ""
    """On what only a lead may write: the writer's public key and its signature, so that anybody may pass it on."""

    @property
    def at(self) -> datetime:
        """When the writer's clock says it was written."""
        return moment_of(self.cid)


def moment_of(cid: str) -> datetime:
    """The wall-clock part of a change id. Only ever shown, never trusted for order."""
    return datetime.fromtimestamp(int(cid[:12], 16) / 1000, tz=timezone.utc)
