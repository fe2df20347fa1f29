"""Silent pain: what people live with and never tell the service desk (`domain.md` §1 I6).

Only notes where somebody has asked count: that nobody asked says nothing about the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from shadow_app.insight.pain_cost import share
from shadow_app.insight.uncertainty import Range, wilson

FEWEST_NOTES = 4
"""Notes below which a share would say more than anybody knows."""


class DeskAnswer(NamedTuple):
    """Notes with one answer to "was the desk told?" and one reason, added up by SQL."""

    reported: bool
    why_not: str
    times: float
    """Σ count: how often it was met."""
    notes: int


@dataclass(frozen=True, slots=True)
class Silence:
    """How much of a pain never reaches the service desk."""

    times: float = 0.0
    """Occurrences in the notes where somebody asked."""
    silent: float = 0.0
    """Those of them that were never reported."""
    notes: int = 0
    silent_notes: int = 0
    reasons: tuple[tuple[str, float], ...] = ()
    """Why not, in people's own words, with how many occurrences stand behind each; the most frequent first."""

    @property
    def asked(self) -> bool:
        """Whether anybody has asked at all."""
        return self.times > 0

    @property
    def share(self) -> float | None:
        """Never reported ÷ asked, 0 … 1; None where nobody asked."""
        return share(self.silent, self.times) if self.asked else None

    @property
    def telling(self) -> bool:
        """Whether so many notes ask that the share may be told."""
        return self.notes >= FEWEST_NOTES

    @property
    def range(self) -> Range | None:
        """80 % range of the share, by notes, because the occurrences of one note share their answer."""
        return wilson(self.silent_notes, self.notes) if self.asked else None


def silence(answers: Iterable[DeskAnswer]) -> Silence:
    """Add answers up."""
    times = silent = 0.0
    notes = silent_notes = 0
    reasons: dict[str, tuple[str, float]] = {}
    for answer in answers:
        times += answer.times
        notes += answer.notes
        if not answer.reported:
            silent += answer.times
            silent_notes += answer.notes
            _count_reason(reasons, answer)
    by_weight = sorted(reasons.values(), key=lambda reason: (-reason[1], reason[0].casefold()))
    return Silence(times, silent, notes, silent_notes, tuple(by_weight))


def _count_reason(reasons: dict[str, tuple[str, float]], answer: DeskAnswer) -> None:
    words = " ".join(answer.why_not.split())
    if words:
        # The same reason in other capitals is the same reason.
        known, before = reasons.get(words.casefold(), (words, 0.0))
        reasons[words.casefold()] = (known, before + answer.times)
