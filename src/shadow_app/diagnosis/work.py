"""What is worth a line of the log: a piece of work with its duration, a commit with its numbers."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, TypeVar

from shadow_app.diagnosis.harmless import CodeName, code_name

if TYPE_CHECKING:
    from shadow_app.domain.news import News

T = TypeVar("T")
LONG_SECONDS = 0.25
"""Reading that takes less is not worth a line: there is some at every key."""

_log = logging.getLogger("shadow_app.work")


def timed(work: Callable[[], T], *, writes: bool) -> Callable[[], T]:
    """The same work, which leaves a line when it wrote, took long, or failed."""

    name = code_name(work)

    def run() -> T:
        began = time.perf_counter()
        try:
            outcome = work()
        except CancelledError:
            raise
        except BaseException as error:
            _log.info("%s failed with %s after %s s", name, type(error), time.perf_counter() - began)
            raise
        took = time.perf_counter() - began
        if writes or took >= LONG_SECONDS:
            _log.info("%s took %s s", name, took)
        return outcome

    return run


def noted_news(news: News) -> None:
    """A listener of the store: which records a commit wrote, by kind and id, never what they say."""
    kinds = CodeName(", ".join(sorted({kind.kind_name for kind in news.kinds})))
    ids = CodeName(" ".join(str(written.after.id) for written in news.records[:5]))
    _log.info("action %s wrote %s records (%s): %s", news.action, len(news.records), kinds, ids)
