"""Retention: which visits are past their time, and letting them go when a person says so; never by itself."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReportKind, VisitState
from shadow_app.storage import host_keys
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.erasing import TIME_IS_UP, Going, erase_visits, going

MONTHS = 12
"""How long what was noted on a visit is kept, unless the store says otherwise (`design.md`)."""

LONGEST = 120
NAMES_DAYS = 30
"""So long after a visit's report was released its host's name may still be needed, to thank and to ask
(`domain.md` §2.4)."""

_FACT = "retention.months"


@dataclass(frozen=True)
class PastTime:
    """What is past its time. Nothing has been touched."""

    months: int
    on: date
    going: Going
    names: tuple[UUID, ...]
    """Hosts whose names the key list need not hold any longer, of visits that stay."""

    @property
    def nothing(self) -> bool:
        """Whether nothing is past its time."""
        return self.going.nothing and not self.names


@dataclass(frozen=True)
class LetGo:
    """What went: a receipt per visit, and how many names were forgotten besides."""

    receipts: tuple[UUID, ...]
    names: int


def months_kept(store: Store) -> int:
    """How many months this store keeps what was noted on a visit."""
    return int(store.fact(_FACT) or MONTHS)


def keep_for(store: Store, months: int) -> None:
    """Set it.

    Raises:
        Refused: it is less than a month or more than ten years.
    """
    if not 1 <= months <= LONGEST:
        raise Refused(
            say(
                "Visits are kept between 1 and {longest:|month|months}; {months} is not.",
                longest=LONGEST,
                months=months,
            )
        )
    store.remember(_FACT, str(months))


def overdue(read: Reader, months: int, today: date) -> list[Visit]:
    """Visits past their time, the oldest first; also those that were removed, whose content is still here."""
    last = months_before(today, months)
    return sorted(
        (
            each
            for each in read.where(Visit, removed=True)
            if each.state is not VisitState.LIVE and (each.ends_at or each.starts_at).date() < last
        ),
        key=lambda each: each.starts_at,
    )


def past_time(store: Store, today: date) -> PastTime:
    """What is past its time, and what letting it go would take."""
    months = months_kept(store)
    with store.reading() as read:
        visits = [each.id for each in overdue(read, months, today)]
        return PastTime(months, today, going(read, visits), tuple(_names_due(read, set(visits), today)))


def let_go(store: Store, seen: PastTime) -> LetGo:
    """Let go what was looked at, and nothing that has come to be past its time since: one erasure per visit.

    Raises:
        Refused: this laptop may not erase.
    """
    with store.reading() as read:
        still = [each.visit_id for each in seen.going.visits if read.find(Visit, each.visit_id) is not None]
    made = erase_visits(store, still, TIME_IS_UP)
    with store.maintaining() as write:
        forgotten = host_keys.forget(write, seen.names)
    store.taken_back.follow()
    return LetGo(tuple(made), forgotten)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _names_due(read: Reader, leaving: set[UUID], today: date) -> list[UUID]:
    released: dict[UUID, date] = {}
    for each in read.where(Edition, report_kind=ReportKind.VISIT):
        day = each.released_at.date()
        released[each.subject_id] = min(day, released.get(each.subject_id, day))
    until = today - timedelta(days=NAMES_DAYS)
    return [
        each.host_id
        for each in host_keys.keys(read)
        if each.visit_id not in leaving and released.get(each.visit_id, today) < until
    ]
