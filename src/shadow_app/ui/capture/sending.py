"""Notes on their way to the disk: which of them the line still shows, and which came back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from shadow_app.domain.vocabulary import Kind
from shadow_app.ui.capture.submission import Submission


@dataclass(frozen=True)
class Sent:
    """A note under way, and what decides whether its grades are asked for."""

    draft: Submission
    kind: Kind
    damage_known: bool


class Sending:
    """Answers come in the order of sending, for there is one writer."""

    def __init__(self) -> None:
        self.shown: Submission | None = None
        """The note under way whose text the line still shows."""
        self._under_way: deque[Sent] = deque()
        self._held: deque[Submission] = deque()

    def send(self, sent: Sent) -> None:
        """A note leaves."""
        self._under_way.append(sent)
        self.shown = sent.draft

    def answered(self) -> Sent | None:
        """The oldest note under way, which now is that no more; None when none is."""
        return self._under_way.popleft() if self._under_way else None

    def hold(self, draft: Submission) -> None:
        """Keep what could not be saved until the line is free."""
        self._held.append(draft)

    def next_held(self) -> Submission | None:
        """What has waited longest for the line."""
        return self._held.popleft() if self._held else None
