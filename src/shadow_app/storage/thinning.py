"""Which backups are kept: every one of two days, then ever fewer (Anki's rule, `reliability.md` §1.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone

ALL_OF_DAYS, DAYS, WEEKS, MONTHS = 2, 12, 10, 9
RETENTION = timedelta(days=365)
"""Nothing is kept for longer than notes are (`design.md`: twelve months)."""


def kept(times: Iterable[datetime], now: datetime, retention: timedelta = RETENTION) -> set[datetime]:
    """Of backups made at these times: all of today and yesterday, then the last of each of 12 days, 10 weeks, 9 months.

    Days and weeks (from Monday) are those of UTC. The newest is always kept, however old it is.
    """
    newest_first = sorted(set(times), reverse=True)
    today = now.astimezone(timezone.utc).date()
    chosen = set(newest_first[:1])
    days, weeks, months = set[date](), set[date](), set[date]()
    for at in newest_first:
        day = at.astimezone(timezone.utc).date()
        if now - at > retention:
            break
        week, month = day - timedelta(days=day.weekday()), day.replace(day=1)
        if (today - day).days < ALL_OF_DAYS:
            chosen.add(at)
        elif day not in days and len(days) < DAYS:
            days.add(day)
            chosen.add(at)
        elif day not in days and week not in weeks and len(weeks) < WEEKS:
            weeks.add(week)
            chosen.add(at)
        elif day not in days and week not in weeks and month not in months and len(months) < MONTHS:
            months.add(month)
            chosen.add(at)
    return chosen
