"""Report in, Markdown out: the same report for a wiki or a mail, every word of it as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from shadow_app.reports import immersion_markdown, priorities_markdown
from shadow_app.reports.immersion import ImmersionReport
from shadow_app.reports.priorities import PrioritiesReport

__all__ = ["render"]


def render(report: ImmersionReport | PrioritiesReport) -> str:
    """The whole report as CommonMark with tables; ends in one line break."""
    if isinstance(report, ImmersionReport):
        lines = immersion_markdown.lines(report)
    else:
        lines = priorities_markdown.lines(report)
    return tidy(lines)


def tidy(lines: Iterable[str]) -> str:
    """One text, never more than one empty line at a time."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
