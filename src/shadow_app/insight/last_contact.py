"""Who has not heard from us: when IT was last at a site, told it something, or asked somebody there (R5, R14, R23)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.telling import Contact


class SiteContact(NamedTuple):
    """One site, added up by SQL: visits that have taken place, what it was told, who there was asked."""

    site_id: UUID
    unit_id: UUID
    visits: int
    first_visit: date | None
    last_visit: date | None
    last_told: date | None
    last_asked: date | None
    """The newest conversation with somebody who works there."""
    unit_asked: date | None
    """The newest with somebody who speaks for its unit or firm: that is no word to the site."""

    @property
    def last_on(self) -> date | None:
        """The newest contact with the site itself."""
        return max(filter(None, (self.last_visit, self.last_told, self.last_asked)), default=None)


@dataclass(frozen=True, slots=True)
class ContactRow:
    """Somebody to talk to, for whom they speak, and the newest conversation."""

    contact: Contact
    organisation: str
    unit: str
    site: str
    role: str
    conversations: int
    last_on: date | None


@dataclass(frozen=True, slots=True)
class LastHeard:
    """When a site or a unit last had anything to do with us."""

    site_id: UUID | None
    """None for a whole unit."""
    unit_id: UUID
    visits: int
    last_visit: date | None
    last_told: date | None
    last_asked: date | None
    days: int | None
    """Since the newest of the three; None where there never was any."""
    days_since_told: int | None
    every_days: float | None
    """Mean days from one visit to the next; None with fewer than two visits on different days."""
    overdue: bool
    """Longer ago than the programme allows, or never."""


def heard(contacts: Iterable[SiteContact], today: date, tell_within_days: int) -> tuple[LastHeard, ...]:
    """Every site, those that have waited longest first; never comes before long ago."""
    found = [_heard(contact.site_id, [contact], today, tell_within_days) for contact in contacts]
    return tuple(sorted(found, key=_longest_first))


def heard_by_unit(contacts: Iterable[SiteContact], today: date, tell_within_days: int) -> tuple[LastHeard, ...]:
    """Every unit, by the newest contact at any of its sites or with somebody who speaks for it."""
    units: dict[UUID, list[SiteContact]] = {}
    for contact in contacts:
        units.setdefault(contact.unit_id, []).append(contact)
    found = [_heard(None, group, today, tell_within_days) for group in units.values()]
    return tuple(sorted(found, key=_longest_first))


def _heard(site_id: UUID | None, group: list[SiteContact], today: date, within: int) -> LastHeard:
    of_unit = site_id is None
    asked = [contact.last_asked for contact in group] + [contact.unit_asked for contact in group if of_unit]
    last_asked = max(filter(None, asked), default=None)
    last_on = max(filter(None, (last_asked, *(contact.last_on for contact in group))), default=None)
    told = max((contact.last_told for contact in group if contact.last_told), default=None)
    first = min((contact.first_visit for contact in group if contact.first_visit), default=None)
    last = max((contact.last_visit for contact in group if contact.last_visit), default=None)
    visits = sum(contact.visits for contact in group)
    days = None if last_on is None else max(0, (today - last_on).days)
    apart = (last - first).days if first and last else 0
    return LastHeard(
        site_id=site_id,
        unit_id=group[0].unit_id,
        visits=visits,
        last_visit=last,
        last_told=told,
        last_asked=last_asked,
        days=days,
        days_since_told=None if told is None else max(0, (today - told).days),
        every_days=apart / (visits - 1) if visits > 1 and apart > 0 else None,
        overdue=days is None or days > within,
    )


def _longest_first(line: LastHeard) -> tuple[bool, int, int]:
    return line.days is not None, -(line.days or 0), (line.site_id or line.unit_id).int
