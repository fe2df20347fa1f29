"""Python's cycle collector, asked to come seldom while something makes many objects that stay."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000
"""Objects between two collections; Python's own 700 make it look through the whole program again and again."""


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Collect seldom as long as the block lasts: a seventh of a merge went into collections that found nothing.

    It holds for the whole process. Of two blocks at once the first one restores what was before.
    """
    before = gc.get_threshold()
    if before[0] == 0 or before[0] >= _SELDOM:
        yield
        return
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
