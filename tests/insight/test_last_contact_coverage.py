"""Who has not heard from us."""

from __future__ import annotations

from datetime import date

import pytest
from score_samples import named

from shadow_app.insight.last_contact import SiteContact, heard, heard_by_unit

TODAY = date(2026, 11, 22)


def contact(site: str, unit: str, visits: int, *days: date | None) -> SiteContact:
    """First and last visit, told, asked, and asked of its unit; what is not said never was."""
    return SiteContact(named(site), named(unit), visits, *(*days, *[None] * (5 - len(days))))


HUB = contact("hub", "parcels", 3, date(2026, 1, 1), date(2026, 3, 2), date(2026, 11, 2))
DEPOT = contact("depot", "parcels", 1, date(2026, 5, 1), date(2026, 5, 1), None, date(2026, 8, 24))
OFFICE = contact("office", "desks", 0)


def test_who_waits_longest_comes_first_and_never_before_long_ago() -> None:
    lines = heard([HUB, DEPOT, OFFICE], TODAY, 90)
    assert [line.site_id for line in lines] == [named("office"), named("depot"), named("hub")]
    assert [line.days for line in lines] == [None, 90, 20], "a visit, a word and a question are all contact"
    assert [line.overdue for line in lines] == [True, False, False], "within 90 days is in time"
    assert heard([DEPOT], TODAY, 89)[0].overdue
    assert [line.days_since_told for line in lines] == [None, None, 20]


def test_how_often_a_site_is_visited() -> None:
    every = {line.site_id: line.every_days for line in heard([HUB, DEPOT, OFFICE], TODAY, 90)}
    assert every == {named("hub"): 30.0, named("depot"): None, named("office"): None}
    twice_a_day = HUB._replace(visits=2, last_visit=HUB.first_visit)
    assert heard([twice_a_day], TODAY, 90)[0].every_days is None


def test_a_unit_has_heard_when_one_of_its_sites_has() -> None:
    desks, parcels = heard_by_unit([HUB, DEPOT, OFFICE], TODAY, 30)
    assert (desks.unit_id, desks.days, desks.overdue) == (named("desks"), None, True)
    assert (parcels.days, parcels.visits, parcels.overdue) == (20, 4, False)
    assert parcels.last_visit == date(2026, 5, 1)
    assert parcels.last_asked == date(2026, 8, 24)
    # From 1 January to 1 May are 120 days and four visits.
    assert parcels.every_days == pytest.approx(40)


def test_who_speaks_for_a_unit_is_asked_for_the_unit_and_not_for_its_sites() -> None:
    asked = OFFICE._replace(unit_asked=date(2026, 11, 20))
    assert heard([asked], TODAY, 90)[0].days is None
    (desks,) = heard_by_unit([asked], TODAY, 90)
    assert (desks.days, desks.last_asked, desks.overdue) == (2, date(2026, 11, 20), False)


def test_what_was_written_for_tomorrow_is_today() -> None:
    ahead = DEPOT._replace(last_told=date(2026, 12, 1))
    (line,) = heard([ahead], TODAY, 90)
    assert (line.days, line.days_since_told) == (0, 0)
