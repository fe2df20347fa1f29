"""Whose team this is and who may do what in it: introductions and revocations, signed by a lead.

A team is known by the public key of the device that founded it, its root. The root is a lead by itself; everybody else
is what a lead has said. Both kinds of record travel in the log like any other; which of them count is worked out at
every reader from the log and the root alone (`authority`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Line, Moment, Record
from shadow_app.domain.vocabulary import ReviewState

DeviceId = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
PublicKey = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
"""32 bytes in hex: Ed25519 to sign with, X25519 to seal to."""

LEADS_STATES = (ReviewState.HAS_QUESTIONS, ReviewState.ACCEPTED, ReviewState.SET_ASIDE)
"""Draft and Ready are the author's to say (`design.md` §5)."""

_FINGERPRINT, _GROUP = 16, 4


class TeamRole(StrEnum):
    """What a device may do: a lead's may also accept, merge, erase, introduce and revoke."""

    SHADOWER = "shadower"
    LEAD = "lead"


class Standing(StrEnum):
    """Where a device stands: it founded the team, a lead introduced it, a person here accepted it, or no longer."""

    ROOT = "root"
    INTRODUCED = "introduced"
    ACCEPTED = "accepted"
    EXPIRED = "expired"
    REVOKED = "revoked"


class Introduction(Record):
    """A lead says whose laptop this is, what it may do, and until when. A later one about the same key replaces it."""

    kind_name: ClassVar[str] = "introduction"
    written_once: ClassVar[bool] = True
    device: DeviceId
    public_key: PublicKey
    box_key: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    """What a file is sealed to for this device; empty where it has not told."""
    person: Annotated[str, Field(max_length=200)] = ""
    role: TeamRole = TeamRole.SHADOWER
    since: Moment
    until: Moment | None = None


class Revocation(Record):
    """A lead says that a device is not to be trusted from a moment on. Introducing it again takes that back."""

    kind_name: ClassVar[str] = "revocation"
    written_once: ClassVar[bool] = True
    device: DeviceId
    public_key: PublicKey
    at: Moment
    why: Line = ""


STATEMENTS = frozenset({Introduction.kind_name, Revocation.kind_name})
"""The kinds that say who may do what."""

JUDGED = frozenset({"observation", "pain_point"}) | STATEMENTS
"""The kinds of which some field is a lead's to write."""


def leads_fields(kind: str, data: Mapping[str, Any]) -> frozenset[str]:
    """Which of the fields that a change writes only a lead may write so."""
    if kind == "observation":
        return frozenset({"state"}) if data.get("state") in LEADS_STATES else frozenset()
    if kind == "pain_point":
        return frozenset({"merged_into_id"}) & data.keys()
    return frozenset(data) if kind in STATEMENTS else frozenset()


def is_leads(op: str, kind: str, data: Mapping[str, Any]) -> bool:
    """Whether a change needs a lead's seal to have its whole effect."""
    return op == "erase" or bool(leads_fields(kind, data))


def team_of_key(root: str) -> UUID:
    """A team's id: worked out from its root, so that nobody can give another root to a known team."""
    return UUID(bytes=hashlib.sha256(b"shadow team " + bytes.fromhex(root)).digest()[:16])


def fingerprint(key: str) -> str:
    """The part of a key that two people compare aloud: sixteen digits in groups of four."""
    return " ".join(key[at : at + _GROUP] for at in range(0, _FINGERPRINT, _GROUP))
