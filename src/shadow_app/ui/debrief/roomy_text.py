"""A field that invites more than a line."""

from __future__ import annotations

from shadow_app.ui.growing_text import GrowingText

LEAST_LINES = 4


class RoomyText(GrowingText):
    """Grows like its base, and is never less than a few lines tall."""

    def fit(self) -> None:
        """As tall as the words, and at least four lines."""
        super().fit()
        frame = 2 * round(self.document().documentMargin()) + 2 * self.frameWidth() + 12
        least = LEAST_LINES * self.fontMetrics().lineSpacing() + frame
        if self.height() < least:
            self.setFixedHeight(least)
