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
    """The person being shadowed. The name lives only here; every note carries the pseudonym."""

    kind_name: ClassVar[str] = "host"
    visit_id: UUID
    pseudonym: Name
    role_id: UUID | None = None
    name: Annotated[str, Field(max_length=200)] = ""
