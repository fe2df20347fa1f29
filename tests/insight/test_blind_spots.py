"""Where IT has been and where it has not."""

from __future__ import annotations

from uuid import UUID

import pytest
from score_samples import Business, named

from shadow_app.domain.organisation import Role
from shadow_app.domain.vocabulary import DayTypicality, HostSelection
from shadow_app.insight.blind_spots import Cell, DayKind, FieldMap, Seen, field_map, staged_days
from shadow_app.insight.small_cells import SmallCells


def sample() -> FieldMap:
    """Hub: 120 drivers seen for 16 h, 30 clerks not; depot: 9 drivers seen for half a shift, 2 managers, 3 planners."""
    business = Business()
    business.place("hub", 120, shadowed=16)
    business.place("hub", 30, role="clerk")
    business.place("depot", 9, shadowed=4)
    business.place("depot", 2, role="manager", shadowed=8)
    business.place("depot", 3, role="planner")
    business.place("office", shadowed=2)
    business.place("empty", 0)
    firm = named("firm")
    groups = {"driver": "", "clerk": "", "manager": "back office", "planner": "back office"}
    roles = [Role(id=named(name), organisation_id=firm, name=name, group=group) for name, group in groups.items()]
    heads = {place: people.headcount for place, people in business.populations.items()}
    sites = [named(name) for name in ("depot", "empty", "hub", "office")]
    return field_map(business.ground, SmallCells(roles, heads), sites)


def cell(site: str, who: str) -> Cell:
    return sample().cells[named(site), who]


def test_the_map_has_a_cell_for_whoever_works_or_was_seen_there() -> None:
    found = sample()
    assert found.sites == tuple(named(name) for name in ("depot", "hub", "office"))
    # 129 drivers, 30 clerks, 5 in the back office; the office's role is too small to name, and nobody counted it.
    assert found.roles == ("driver", "clerk", "back office", "staff")
    assert len(found.cells) == 5
    assert (found.people_told, found.unseen_people) == (164, (30, True))


def test_how_much_was_seen() -> None:
    assert (cell("hub", "driver").seen, cell("hub", "driver").role_hours) == (Seen.YES, 120 * 8 * 250)
    assert cell("depot", "driver").seen is Seen.GLIMPSED, "half a shift is a glimpse"
    assert cell("hub", "clerk").blind
    assert not cell("office", "staff").blind, "somebody has been there"


def test_small_roles_are_told_as_their_group() -> None:
    found = cell("depot", "back office")
    assert found.role_ids == (named("planner"), named("manager")), "the one with the most work first"
    assert (found.headcount, found.shadowed_hours, found.seen) == (5, 8, Seen.YES)


def test_blind_spots_grow_with_the_people_in_them() -> None:
    found = sample()
    assert [each.who for each in found.blind] == ["clerk"]
    assert found.blind_share == pytest.approx(30 / 164)
    business = Business()
    business.place("small", 5)
    business.place("large", 50)
    roles = [Role(id=named("driver"), organisation_id=named("firm"), name="driver")]
    heads = {place: people.headcount for place, people in business.populations.items()}
    sites: list[UUID] = [named("small"), named("large")]
    both = field_map(business.ground, SmallCells(roles, heads), sites)
    assert [each.site_id for each in both.blind] == [named("large"), named("small")]
    assert both.never_visited == tuple(sites)
    assert both.blind_share == 1


def test_nothing_known_is_an_empty_map() -> None:
    found = field_map(Business().ground, SmallCells([], {}), [])
    assert (found.sites, found.roles, found.blind, found.blind_share, found.never_visited) == ((), (), (), 0, ())


def test_days_that_were_put_on_for_us() -> None:
    found = staged_days(
        [
            DayKind(DayTypicality.TYPICAL, HostSelection.RANDOM, 4, 30.0),
            DayKind(DayTypicality.QUIET, HostSelection.MANAGERS_PICK, 1, 8.0),
            DayKind(DayTypicality.TYPICAL, HostSelection.MANAGERS_PICK, 2, 15.0),
            DayKind(DayTypicality.ABNORMAL, None, 1, 8.0),
            DayKind(None, None, 2, 16.0),
        ]
    )
    assert (found.visits, found.unknown, found.asked) == (10, 2, 8)
    assert (found.untypical, found.picked) == (2, 3)
    assert found.staged == 4, "a quiet day with a picked host is one day"
    assert found.share == 0.5
    assert staged_days([]).share == 0
