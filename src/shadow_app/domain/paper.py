"""The paper that reports are printed on: A4, US Letter, or what the country of the language prints on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, cast, get_args

from shadow_app.domain.language import current, say

Paper = Literal["locale", "a4", "letter"]
"""What the settings hold; `locale` is Letter where the language's country prints on it, A4 everywhere else."""

PAPERS: tuple[str, ...] = get_args(Paper)

_ASKED: ContextVar[Paper | None] = ContextVar("shadow_paper", default=None)


@contextmanager
def printing_on(paper: Paper | None) -> Iterator[None]:
    """Print on this paper inside the block, in this thread alone; None leaves it to whatever holds around it."""
    token = _ASKED.set(paper or _ASKED.get())
    try:
        yield
    finally:
        _ASKED.reset(token)


def asked() -> Paper | None:
    """The paper that was asked for around here, if any was."""
    return _ASKED.get()


def on_letter() -> bool:
    """Whether it is US Letter that is printed on here and now."""
    paper = _ASKED.get() or "locale"
    return current().letter_paper if paper == "locale" else paper == "letter"


def paper_of(value: object) -> Paper:
    """A value of the settings file as a paper.

    Raises:
        ValueError: it is none.
    """
    if value not in PAPERS:
        raise ValueError(say("is none of locale, a4 and letter: choose one of them"))
    return cast(Paper, value)
