"""The names that notes refer to by id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True)
class Names:
    """What services and roles are called, by id."""

    services: Mapping[UUID, str] = field(default_factory=dict)
    roles: Mapping[UUID, str] = field(default_factory=dict)
    harmless: frozenset[str] = frozenset()
    """Words that look like a person's name and are the catalogue's or the business's own."""
