"""Tell and keep telling: the sites how their pains and promises stand, the service desk what it should know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import Site
from shadow_app.domain.programme import Programme
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.told_listings import told_sites
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.days import today as this_day
from shadow_app.usecases.pain_finding import present_pain_point

TELL_WITHIN_DAYS = 90
"""Where no programme says how often a site hears from IT."""


@dataclass(frozen=True)
class SiteTold:
    """A site that was visited, and how long ago IT has told it anything."""

    site_id: UUID
    site: str
    unit_id: UUID
    unit: str
    visited_on: date
    """The last visit."""
    told_on: date | None
    days: int | None
    """Since it was told; None: never."""
    overdue: bool
    """Longer ago than the programme allows; of a site that was never told, since its first visit."""


class Telling:
    """The verbs of telling."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tell_site(
        self,
        site_id: UUID,
        text: str,
        channel: str = "",
        pain_point_id: UUID | None = None,
        commitment_id: UUID | None = None,
        on: date | None = None,
    ) -> Update:
        """A site was told how a pain point or a promise stands.

        Raises:
            Refused: nothing was said, or on a day that has not come yet.
            NotFound: the site, the pain point or the promise is not there any more.
        """
        with self._store.work("Site told") as work:
            work.get(Site, site_id)
            if pain_point_id is not None:
                present_pain_point(work, pain_point_id)
            if commitment_id is not None:
                work.get(Commitment, commitment_id)
            told = Update(
                site_id=site_id,
                pain_point_id=pain_point_id,
                commitment_id=commitment_id,
                told_on=_past(on),
                told_by=self._store.author,
                channel=channel.strip(),
                text=_said(text),
            )
            work.put(told)
            work.commit()
        return told

    def tell_desk(self, pain_point_id: UUID, text: str, channel: str = "", on: date | None = None) -> FeedbackRecord:
        """The service desk was told what it should know of a pain point.

        Raises:
            Refused: nothing was said, on a day that has not come yet, or the pain point was merged.
            NotFound: the pain point is not there any more.
        """
        with self._store.work("Service desk told") as work:
            told = FeedbackRecord(
                pain_point_id=present_pain_point(work, pain_point_id).id,
                told_on=_past(on),
                told_by=self._store.author,
                channel=channel.strip(),
                text=_said(text),
            )
            work.put(told)
            work.commit()
        return told

    def acknowledge(self, record: Update | FeedbackRecord, by: str, on: date | None = None) -> Update | FeedbackRecord:
        """Those who were told have said that they know.

        Raises:
            Refused: nobody is named, or the day lies before the telling or has not come yet.
            NotFound: it is not there any more.
        """
        day, name = _past(on), " ".join(by.split())
        if not name:
            raise Refused(say("Say who has acknowledged it."))
        with self._store.work("Acknowledged") as work:
            known: Update | FeedbackRecord = work.get(type(record), record.id)
            if day < known.told_on:
                raise Refused(
                    say(
                        "It was told on {told_on}; nobody can acknowledge it before.",
                        told_on=day_in_words(known.told_on),
                    )
                )
            acknowledged = known.edited(acknowledged_on=day, acknowledged_by=name)
            work.put(acknowledged)
            work.commit()
        return acknowledged

    def days_since_told(self, unit_id: UUID | None = None, today: date | None = None) -> list[SiteTold]:
        """Every visited site: those never told first, then the longest silence first."""
        with self._store.reading() as read:
            return sites_told(read, today or this_day(), unit_id)


def sites_told(read: Reader, today: date, unit_id: UUID | None = None) -> list[SiteTold]:
    """How long ago each visited site was told anything, and whether that is too long."""
    within = tell_within_days(read)
    found = []
    for each in told_sites(read, unit_id):
        days = None if each.told_on is None else (today - each.told_on).days
        silent = (today - each.first_visit).days if days is None else days
        where = (each.site_id, each.site, each.unit_id, each.unit)
        found.append(SiteTold(*where, each.last_visit, each.told_on, days, silent > within))
    return found


def tell_within_days(read: Reader) -> int:
    """What the programme in force asks for: of several the one that starts last."""
    known = read.where(Programme, "starts_on")
    return known[-1].tell_within_days if known else TELL_WITHIN_DAYS


def _past(on: date | None) -> date:
    today = this_day()
    if on is not None and on > today:
        raise Refused(
            say("{on} has not come yet; write down what was told once it has been told.", on=day_in_words(on))
        )
    return on or today


def _said(text: str) -> str:
    if not text.strip():
        raise Refused(say("Write down what was said; an empty message tells nobody anything."))
    return text.strip()
