"""Record: the one shape that the domain, the store, the change log and the lists share (`design.md` §2)."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Annotated, Any, ClassVar, Self
from uuid import UUID, uuid5

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator
from uuid6 import uuid7

from shadow_app.domain.rule_words import WRONG_YEAR
from shadow_app.domain.visible import visible

TEAM = UUID("5bad0000-0000-4000-8000-000000000000")
"""The scope of everything that does not belong to one visit."""

_LINKS = UUID("5bad0000-0000-4000-8000-000000000001")


def new_id() -> UUID:
    """A UUIDv7, so that ids ascend with time."""
    return uuid7()


def link_id(*ends: UUID | str) -> UUID:
    """The same id for the same ends on every laptop, so that two people tying one knot do not make two."""
    return uuid5(_LINKS, "|".join(str(end) for end in ends))


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Nobody goes on a visit outside these years, and sums with dates at the ends of the calendar fail."""


def _in_utc(moment: datetime) -> datetime:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(WRONG_YEAR.format(year=moment.year, first=FIRST_YEAR, last=LAST_YEAR))
    return moment.astimezone(timezone.utc)


def _shown(value: Any) -> Any:
    # By exact type: the words of a closed list are texts as well, and stay what they are.
    if type(value) is str:
        return visible(value)
    return tuple(_shown(each) for each in value) if type(value) in (tuple, list) else value


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""An instant in UTC. Where the wall clock matters a record keeps `utc_offset` (minutes east) beside it."""

UtcOffset = Annotated[int, Field(ge=-18 * 60, le=18 * 60)]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Line = Annotated[str, Field(max_length=2_000)]
Words = Annotated[str, Field(max_length=20_000)]


class Record(BaseModel):
    """A frozen value with an identity.

    `removed` is how a record is deleted: a field like any other, so that deleting merges and can be undone.
    Odd characters in any text become visible marks, whichever way they came in (`design.md` §2).
    """

    model_config = ConfigDict(
        frozen=True, from_attributes=True, extra="forbid", allow_inf_nan=False, hide_input_in_errors=True
    )

    kind_name: ClassVar[str]
    """The name under which the change log knows this kind; never renamed."""

    written_once: ClassVar[bool] = False
    """Whether a record of this kind may never be changed once it is kept."""

    id: UUID = Field(default_factory=new_id)
    removed: bool = False

    @model_validator(mode="before")
    @classmethod
    def _nothing_hides(cls, data: Any) -> Any:
        return {name: _shown(value) for name, value in data.items()} if isinstance(data, dict) else data

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
