"""What a released report says of itself: which edition, when, by whom, and which earlier one it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from shadow_app.domain.language import say
from shadow_app.reports import amounts

_SHORT = 8


@dataclass(frozen=True)
class Imprint:
    """Printed at the foot of every page of a released report.

    `content` is the SHA-256 of what the report says, as Markdown; `replaces` a sentence about an edition whose content
    was withdrawn, empty where there is none.
    """

    edition: int
    on: datetime
    by: str
    content: str
    replaces: str = ""

    def line(self, *, month_only: bool = False) -> str:
        """One line for the foot of a page; a day that would give the day of a visit away stays a month."""
        when = amounts.month(self.on) if month_only else amounts.stamp(self.on)
        return say(
            "Edition {edition} · {when} · {content}", edition=self.edition, when=when, content=self.content[:_SHORT]
        )

    def sentence(self, *, month_only: bool = False) -> str:
        """The whole of it, for Markdown."""
        when = amounts.month(self.on) if month_only else amounts.stamp(self.on)
        by = say(" by {by}", by=self.by) if self.by else ""
        told = say(
            "Edition {edition}, released {when}{by}; content SHA-256 {content}.",
            edition=self.edition,
            when=when,
            by=by,
            content=self.content,
        )
        return f"{told} {self.replaces}".strip()
