"""Ink: the colours a figure may use. Paper has its own in `reports.look`, a screen makes its own from its theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shadow_app.domain.vocabulary import Kind


@dataclass(frozen=True)
class Ink:
    """Colours as `#RRGGBB`.

    `hot` marks what hurts or climbs, `calm` what is well or falls, `cool` everything that is not the point.
    `ground` is what the figure lies on, `track` a trough or hairline, `accent` the one thing to notice.
    """

    ground: str
    text: str
    muted: str
    faint: str
    track: str
    hot: str
    calm: str
    cool: str
    accent: str
    kinds: Mapping[Kind, str]

    def of_kind(self, kind: Kind) -> str:
        """The colour of a kind of note; one that the table does not know is drawn muted."""
        return self.kinds.get(kind, self.muted)
