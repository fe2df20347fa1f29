"""What somebody in the team could do who does not keep to the rules: write what only a lead may, and twist what is
passed on."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import Any

from shadow_app.domain.change import Change
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.team import Introduction, Revocation, TeamRole
from shadow_app.storage.erasing import husk
from shadow_app.storage.seals import Signer, new_seed

LONG = timedelta(days=60 * 365)


def written(record: Record, device: str, tick: int, **more: Any) -> Change:
    """The first change of a device that nobody knows, about a record; not sealed."""
    values: dict[str, Any] = {
        "scope": record.scope,
        "device": device,
        "seq": 1,
        "cid": f"{tick:016x}{device}",
        "kind": record.kind_name,
        "record_id": record.id,
        "data": {},
        "replaces": {},
        "author": "Mallory",
        "action": new_id(),
    }
    return Change(**{**values, **more})


def claim(record: Record, device: str, tick: int, heads: dict[str, list[str]], **data: Any) -> Change:
    """An edit of some fields that has seen these heads of them."""
    return written(record, device, tick, data=data, replaces={name: heads.get(name, []) for name in data})


def erasure(record: Record, device: str, tick: int) -> Change:
    """It says that the record is erased."""
    return written(record, device, tick, op="erase")


def statement(said: Introduction | Revocation, device: str, tick: int) -> Change:
    """It says who may do what."""
    return written(said, device, tick, data=said.model_dump(mode="json", exclude={"id"}), replaces={})


def introduction(device: str, key: str, at: datetime, role: TeamRole = TeamRole.LEAD) -> Introduction:
    """Somebody says that this device is a lead's."""
    return Introduction(device=device, public_key=key, person="Mallory", role=role, since=at - LONG, until=at + LONG)


def revocation(device: str, key: str, at: datetime) -> Revocation:
    """Somebody says that this device is not to be trusted."""
    return Revocation(device=device, public_key=key, at=at, why="because I say so")


def sealed_somehow(change: Change, own: Signer, rng: random.Random) -> Change:
    """With no seal, the seal of one's own, that of a key that nobody knows, or one of something else."""
    match rng.randrange(4):
        case 0:
            return change
        case 1:
            return own.seal(change)
        case 2:
            return Signer(new_seed()).seal(change)
        case _:
            other = own.seal(change.model_copy(update={"author": "somebody else"}))
            return change.model_copy(update={"seal": other.seal})


def twisted(changes: Iterable[Change], key: Signer, rng: random.Random) -> list[Change]:
    """As a rogue passes them on: some without their content or their seal, some under a seal of the rogue's own."""
    found = []
    for each in changes:
        turn = rng.random()
        if turn < 0.1:
            found.append(husk(each.model_copy(update={"seal": ""})))
        elif turn < 0.3 and each.seal:
            found.append(each.model_copy(update={"seal": ""}))
        elif turn < 0.5 and each.seal:
            found.append(key.seal(each))
        elif turn > 0.97:
            found.append(key.seal(rng.choice(_ALTERED)(each)))
        else:
            found.append(each)
    return found


_OF_THE_FIELD = {"visit", "observation", "pain_point", "service_tag", "attachment", "pain_point_member"}
"""What there may be less of at any time; without sites and services nobody could go on."""


def _as_erasure(each: Change) -> Change:
    if each.kind not in _OF_THE_FIELD:
        return each
    return each.model_copy(update={"op": "erase", "data": {}, "replaces": {}})


def _as_acceptance(each: Change) -> Change:
    if each.kind != "observation" or each.op != "put":
        return each
    said = {"text": "wholly content", "state": "accepted"}
    seen = {**{key: [] for key in said}, **each.replaces} if each.replaces else {}
    return each.model_copy(update={"data": {**each.data, **said}, "replaces": seen})


_ALTERED = (_as_erasure, _as_acceptance)


def moment(ms: int) -> datetime:
    """Milliseconds since 1970 as a moment."""
    return datetime.fromtimestamp(ms / 1000, tz=timezone.utc)
