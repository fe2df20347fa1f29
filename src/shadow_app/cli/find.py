"""Records by what a person calls them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol, TypeAlias, TypeVar
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import mark, say
from shadow_app.domain.listing import VisitCard


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


_NONE = {
    "site": mark("There is no site called “{name}”; {hint}."),
    "role": mark("There is no role called “{name}”; {hint}."),
    "service": mark("There is no service called “{name}”; {hint}."),
    "business unit": mark("There is no business unit called “{name}”; {hint}."),
    "IT person": mark("There is no IT person called “{name}”; {hint}."),
}
_SEVERAL = {
    "site": mark("There are {found} sites called “{name}”; rename one of them first."),
    "role": mark("There are {found} roles called “{name}”; rename one of them first."),
    "service": mark("There are {found} services called “{name}”; rename one of them first."),
    "business unit": mark("There are {found} business units called “{name}”; rename one of them first."),
    "IT person": mark("There are {found} IT people called “{name}”; rename one of them first."),
}
What: TypeAlias = Literal["site", "role", "service", "business unit", "IT person"]


def named(records: Sequence[N], name: str, what: What, how: str) -> N:
    """The one record of this name, in any spelling of capitals.

    Raises:
        NotFound: there is none, or there are several; says what there is, and `how` to make one.
    """
    found = [record for record in records if record.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(say(_SEVERAL[what], found=len(found), name=name))
    known = ", ".join(sorted(record.name for record in records)[:12])
    hint = say("known are: {known}", known=known) if known else say("there are none yet, see `{how}`", how=how)
    raise NotFound(say(_NONE[what], name=name, hint=hint))


def visit_card(shadow: Shadow, asked: str) -> VisitCard:
    """A visit by its number or id.

    Raises:
        NotFound: there is none.
    """
    card = shadow.planning.numbered(asked)
    if card is not None:
        return card
    try:
        return shadow.planning.card(UUID(asked))
    except ValueError:
        raise NotFound(say("There is no visit “{asked}”; `shadow-app visit list` shows them.", asked=asked)) from None
