"""What the capture bar hands over when somebody presses Enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from shadow_app.domain.vocabulary import Kind


@dataclass(frozen=True)
class Submission:
    """One note as it was entered.

    Attributes:
        line: what was typed, to the letter; empty where there are only pictures.
        typed_at: the time of the first key, aware, in the local zone.
        accepted: keys of the offered chips that were taken (`quick_entry.parse`).
        declined: keys of the chips that were made text again.
        kind: what was chosen by key or menu; None leaves it to the line.
        pictures: what was pasted, dropped or chosen, each as a picture file's bytes.
    """

    line: str
    typed_at: datetime
    accepted: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    kind: Kind | None = None
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
