"""Waiting for something that was asked for: elapsed days, and needs that were gone before they were met.

`domain.md` §1 I2 and I3: elapsed days are shown and never converted into lost hours. The expired-need rate is
no longer needed ÷ (delivered or cancelled); a request that nobody needs any more and nobody has delivered is cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shadow_app.insight.pain_cost import share


@dataclass(frozen=True, slots=True)
class Waits:
    """The WAIT notes of a pain point, of a service, or of all, added up by SQL."""

    notes: int = 0
    delivered: int = 0
    expired: int = 0
    """No longer needed, delivered or not."""
    settled: int = 0
    """Delivered or cancelled."""
    not_asked: int = 0
    """Delivered, and nobody has asked whether it was still needed; they count as needed."""
    dated: int = 0
    """Those whose days are known. A date that stands only in the text is not known."""
    days: float = 0.0
    """Σ elapsed days over `dated`: from the request to the delivery, of open ones to today, of cancelled ones to the
    day on which they were noted."""
    longest_days: float | None = None

    @property
    def open(self) -> int:
        """Still waited for."""
        return self.notes - self.settled

    @property
    def mean_days(self) -> float | None:
        """Mean elapsed days; None where no date is known."""
        return self.days / self.dated if self.dated else None

    @property
    def expired_share(self) -> float | None:
        """The expired-need rate, 0 … 1; None while nothing was delivered or cancelled."""
        return share(self.expired, self.settled) if self.settled else None


def together(several: Iterable[Waits]) -> Waits:
    """Add up; a note must not stand in two of them."""
    every = tuple(several)
    longest = [each.longest_days for each in every if each.longest_days is not None]
    return Waits(
        notes=sum(each.notes for each in every),
        delivered=sum(each.delivered for each in every),
        expired=sum(each.expired for each in every),
        settled=sum(each.settled for each in every),
        not_asked=sum(each.not_asked for each in every),
        dated=sum(each.dated for each in every),
        days=sum(each.days for each in every),
        longest_days=max(longest, default=None),
    )
