"""Where few people hold a role, the wider group is told, and never fewer than four people are pointed at."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.organisation import Role
from shadow_app.domain.record import new_id
from shadow_app.insight.small_cells import EVERYBODY, FEWEST, SmallCells

FIRM = new_id()
SITE, OTHER = new_id(), new_id()
CLERK = Role(organisation_id=FIRM, name="Clerk", group="Depot office")
MANAGER = Role(organisation_id=FIRM, name="Shift manager", group=" depot OFFICE ")
NURSE = Role(organisation_id=FIRM, name="Nurse")
ROLES = (CLERK, MANAGER, NURSE)


def cells(*people: tuple[UUID, Role, int]) -> SmallCells:
    return SmallCells(ROLES, {(site, role.id): count for site, role, count in people})


def test_four_people_are_enough_and_three_are_not() -> None:
    found = cells((SITE, CLERK, 4), (OTHER, CLERK, 3))
    assert not found.small(SITE, CLERK.id)
    assert found.shown(SITE, CLERK.id).who == "Clerk"
    assert not found.shown(SITE, CLERK.id).month_only
    assert found.small(OTHER, CLERK.id)
    assert found.shown(OTHER, CLERK.id).who == EVERYBODY


def test_the_wider_group_stands_for_a_small_role() -> None:
    found = cells((SITE, CLERK, 14), (SITE, MANAGER, 2))
    shown = found.shown(SITE, MANAGER.id)
    assert (shown.who, shown.month_only) == ("depot OFFICE", True)


def test_a_group_that_is_too_small_itself_is_not_named() -> None:
    found = cells((SITE, CLERK, 1), (SITE, MANAGER, 2), (OTHER, CLERK, 50))
    assert found.shown(SITE, MANAGER.id).who == EVERYBODY


def test_small_roles_of_one_group_are_told_as_one() -> None:
    found = cells((SITE, CLERK, 3), (SITE, MANAGER, 2))
    assert found.shown(SITE, CLERK.id).key == found.shown(SITE, MANAGER.id).key
    assert found.shown(OTHER, CLERK.id).key != found.shown(SITE, CLERK.id).key


def test_without_a_group_or_a_count_nothing_narrower_than_everybody_is_said() -> None:
    found = cells((SITE, NURSE, 2))
    assert found.shown(SITE, NURSE.id).who == EVERYBODY
    assert found.shown(SITE, MANAGER.id).who == EVERYBODY
    assert found.shown(SITE, new_id()).who == EVERYBODY


@given(st.lists(st.tuples(st.sampled_from([SITE, OTHER]), st.sampled_from(ROLES), st.integers(0, 9)), max_size=6))
def test_what_is_named_always_covers_four_people_or_everybody(people: list[tuple[UUID, Role, int]]) -> None:
    counts = {(site, role.id): count for site, role, count in people}
    found = SmallCells(ROLES, counts)
    for site in (SITE, OTHER):
        for role in ROLES:
            shown = found.shown(site, role.id)
            group = role.group.strip().casefold()
            same = [each.id for each in ROLES if group and each.group.strip().casefold() == group]
            if shown.who == role.name:
                assert counts.get((site, role.id), 0) >= FEWEST
            elif shown.who != EVERYBODY:
                assert sum(counts.get((site, each), 0) for each in same) >= FEWEST
            assert shown.month_only == found.small(site, role.id)
