"""IT people who go out, and the hosts they go out with."""

from __future__ import annotations

from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import Field

from shadow_app.domain.record import Name, Record


class Shadower(Record):
    """An IT person. Nothing is ever counted per shadower but hours out (`design.md` §4)."""

    kind_name: ClassVar[str] = "shadower"
    name: Name
    team: Annotated[str, Field(max_length=200)] = ""
    lead: bool = False


class Host(Record):
    """The person being shadowed, by a pseudonym: that is all that a note, a segment or a report ever carries."""

    kind_name: ClassVar[str] = "host"
    visit_id: UUID
    pseudonym: Name
    role_id: UUID | None = None
    name: Annotated[str, Field(max_length=200)] = ""
    """Empty: who it is stands in the key list, which never travels. Read for what an earlier version wrote."""
