"""Record: the one shape that the domain, the store, the change log and the lists share (`design.md` §2)."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Annotated, Any, ClassVar, Self
from uuid import UUID, uuid5

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field
from uuid6 import uuid7

TEAM = UUID("5bad0000-0000-4000-8000-000000000000")
"""The scope of everything that does not belong to one visit."""

_LINKS = UUID("5bad0000-0000-4000-8000-000000000001")


def new_id() -> UUID:
    """A UUIDv7, so that ids ascend with time."""
    return uuid7()


def link_id(*ends: UUID | str) -> UUID:
    """The same id for the same ends on every laptop, so that two people tying one knot do not make two."""
    return uuid5(_LINKS, "|".join(str(end) for end in ends))


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(timezone.utc)


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An instant in UTC. Where the wall clock matters a record keeps `utc_offset` (minutes east) beside it."""

UtcOffset = Annotated[int, Field(ge=-18 * 60, le=18 * 60)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Line = Annotated[str, Field(max_length=2_000)]
Words = Annotated[str, Field(max_length=20_000)]


class Record(BaseModel):
    """A frozen value with an identity.

    `removed` is how a record is deleted: a field like any other, so that deleting merges and can be undone.
    """

    model_config = ConfigDict(frozen=True, from_attributes=True, extra="forbid", allow_inf_nan=False)

    kind_name: ClassVar[str]
    """The name under which the change log knows this kind; never renamed."""

    id: UUID = Field(default_factory=new_id)
    removed: bool = False

    @property
    def scope(self) -> UUID:
        """Whose change log this record belongs to: its visit, or the team."""
        visit: UUID | None = getattr(self, "visit_id", None)
        return visit or TEAM

    def edited(self, **fields: Any) -> Self:
        """The next version of this record, validated.

        Raises:
            pydantic.ValidationError: a field does not exist or has a bad value.
        """
        return type(self).model_validate({**dict(self), **fields})
