"""A sum as the panel shows it, and the pieces that several sums are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui import amounts
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.ui.working_out import money_of
from shadow_app.usecases.prioritising import Priorities

translate = QCoreApplication.translate

_MOST_TERMS = 12


@dataclass(frozen=True)
class ServiceKey:
    """A part that is a service: opening it shows its notes."""

    id: UUID


@dataclass(frozen=True)
class VisitKey:
    """A part that is a visit: opening it shows the visit."""

    id: UUID


@dataclass(frozen=True)
class Sum:
    """How one figure came about: what it says, what it is added up from, and the formula with its numbers."""

    title: str
    words: str
    parts: tuple[TwoLines, ...]
    lines: str


def service_part(ranked: Priorities, cost: ServiceCost, share: float) -> TwoLines:
    """A service as a part of hours, with its share of the whole, 0 … 1."""
    said = translate("Sums", "{hours} h · {share}").format(
        hours=amounts.hours(cost.hours), share=amounts.percent(share)
    )
    money = money_of(ranked, cost.cost)
    return TwoLines(
        ServiceKey(cost.service_id), ranked.name(cost.service_id), " · ".join(each for each in (said, money) if each)
    )


def added(values: Sequence[float], whole: float) -> str:
    """ "24,003 + 356 = 24,359 h"."""
    return translate("Sums", "{terms} = {whole} h").format(
        terms=terms([amounts.hours(value) for value in values]), whole=amounts.hours(whole)
    )


def terms(said: list[str]) -> str:
    """a + b + c; what is too long to read is counted, and stands in the list above the sum."""
    shown, rest = said[:_MOST_TERMS], len(said) - _MOST_TERMS
    if rest > 0:
        shown.append(translate("Sums", "{rest} more").format(rest=rest))
    return " + ".join(shown) or "0"
