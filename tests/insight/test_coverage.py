"""Who has been out, and how much of the work has been seen."""

from __future__ import annotations

from datetime import date

import pytest
from score_samples import Business, named

from shadow_app.domain.people import Shadower
from shadow_app.insight.coverage import Outing, coverage, teams_out


def person(name: str, team: str, *, removed: bool = False) -> Shadower:
    return Shadower(id=named(name), name=name, team=team, removed=removed)


def test_teams_and_those_who_have_never_been_out() -> None:
    people = [
        person("Cleo", "Desk"),
        person("ann", "Desk"),
        person("Bob", "apps"),
        person("Gone", "apps", removed=True),
        person("Dan", ""),
    ]
    outings = [
        Outing(named("ann"), 2, 15.5, date(2026, 3, 2)),
        Outing(named("Bob"), 1, 0.0, date(2026, 1, 9)),
        Outing(named("Gone"), 9, 70.0, date(2026, 5, 5)),
    ]
    none, apps, desk = teams_out(people, outings)
    assert (none.team, apps.team, desk.team) == ("", "apps", "Desk")
    assert [out.shadower.name for out in desk.people] == ["ann", "Cleo"], "by name: this is no ranking"
    assert (desk.been_out, desk.visits, desk.hours, desk.last_on) == (1, 2, 15.5, date(2026, 3, 2))
    assert [out.shadower.name for out in desk.never_out] == ["Cleo"]
    assert apps.people[0].been_out, "a visit whose hours nobody has stated is a visit"
    assert (apps.visits, apps.hours) == (1, 0)
    assert (none.been_out, none.last_on, len(none.never_out)) == (0, None, 1)


def test_shares_of_places_and_of_everything() -> None:
    business = Business()
    business.place("A", 120, shadowed=16)
    business.place("B", 30, shadowed=48)
    business.place("C", 50)
    business.place("small", 2)
    business.place("empty", 0, shadowed=3)
    business.place("unknown", shadowed=4)
    found = coverage(business.ground)
    assert [place.site_id for place in found.places] == [named(name) for name in ("C", "small", "A", "B")]
    assert [place.site_id for place in found.never_visited] == [named("C"), named("small")]
    assert found.shadowed_hours == 64
    assert found.share == pytest.approx(64 / ((120 + 30 + 50 + 2) * 8 * 250))
    assert found.uncounted_hours == 7


def test_nothing_known_is_nothing_covered() -> None:
    found = coverage(Business().ground)
    assert (found.places, found.share, found.uncounted_hours) == ((), 0, 0)
