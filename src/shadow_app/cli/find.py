"""Records by what a person calls them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import NotFound
from shadow_app.domain.language import say
from shadow_app.domain.listing import VisitCard


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


def named(records: Sequence[N], name: str, what: str, how: str) -> N:
    """The one record of this name, in any spelling of capitals.

    Raises:
        NotFound: there is none, or there are several; says what there is, and `how` to make one.
    """
    found = [record for record in records if record.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(
            say(
                "There are {found} {what}s called “{name}”; rename one of them first.",
                found=len(found),
                what=what,
                name=name,
            )
        )
    known = ", ".join(sorted(record.name for record in records)[:12])
    hint = say("known are: {known}", known=known) if known else say("there are none yet, see `{how}`", how=how)
    raise NotFound(say("There is no {what} called “{name}”; {hint}.", what=what, name=name, hint=hint))


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
