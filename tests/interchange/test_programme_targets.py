"""What IT teams aim at, from a file."""

from __future__ import annotations

import pytest

from shadow_app.domain.errors import ImportTrouble
from shadow_app.domain.programme import Target
from shadow_app.domain.record import link_id, new_id
from shadow_app.interchange.targets import plan_targets, read_targets
from shadow_app.interchange.tickets import NamedPlan

PROGRAMME = new_id()
TEAMS = ("Service desk", "Networks", "")


def planned(text: str, existing: tuple[Target, ...] = ()) -> NamedPlan:
    return plan_targets(read_targets(text.encode()), PROGRAMME, TEAMS, existing)


def target(team: str, visits: float | None = None, hours: float | None = None) -> Target:
    return Target(
        id=link_id(PROGRAMME, team),
        programme_id=PROGRAMME,
        team=team,
        visits_per_person=visits,
        hours_per_person=hours,
    )


def test_teams_are_found_in_any_spelling_of_capitals() -> None:
    plan = planned("Team;Visits per person;Hours\nservice DESK;2;\nNetworks;0,5;16\n")
    assert plan.new == (target("Service desk", 2), target("Networks", 0.5, 16))
    assert plan.names[plan.new[0].id] == "Service desk: 2 visits per person and year"
    assert plan.names[plan.new[1].id] == "Networks: 0.5 visits and 16 hours per person and year"


def test_the_same_again_changes_nothing_and_an_empty_cell_leaves_what_is_there() -> None:
    known = (target("Service desk", 2, 16),)
    plan = planned("team,visits,hours\nService desk,3,\n", known)
    assert [one.after for one in plan.changed] == [target("Service desk", 3, 16)]
    assert planned("team,visits\nService desk,2\n", known).unchanged == known
    back = planned("team,visits\nService desk,2\n", (known[0].edited(removed=True),))
    assert back.new == (target("Service desk", 2, 16),)


def test_a_team_that_contradicts_itself_is_refused_on_every_line_of_it() -> None:
    plan = planned("team,visits,hours\nNetworks,2,\nService desk,1,\nnetworks,3,\n")
    assert plan.new == (target("Service desk", 1),)
    why = "the team “Networks” stands on lines 2, 4 with different targets. Keep the right one."
    assert [(one.line_number, one.why) for one in plan.refused] == [(2, why), (4, why)]


def test_saying_the_same_twice_is_no_contradiction() -> None:
    plan = planned("team,visits\nNetworks,2\nnetworks,2\n")
    assert (plan.new, plan.refused) == ((target("Networks", 2),), ())


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",2,", "the team is missing."),
        ("Networks,,", "neither visits nor hours are given for the team “Networks”."),
        ("Networks,often,", "the visits “often” is not a number such as 22.50."),
        ("Networks,367,", "367 visits a person are more than a year has days: 366 is the most."),
        ("Networks,,9000", "9,000 hours a person are more than a year has hours: 8,784 is the most."),
        ("Nets,2,", "nobody of IT belongs to a team called “Nets”. Add its people first."),
    ],
)
def test_a_row_that_cannot_be_used_says_why(row: str, why: str) -> None:
    plan = planned(f"team,visits,hours\nService desk,1,\n{row}\n")
    assert [str(one) for one in plan.refused] == [f"Line 3: {why}"]
    assert plan.new == (target("Service desk", 1),)


def test_another_kind_of_file_is_refused_as_a_whole() -> None:
    with pytest.raises(ImportTrouble, match="To be read as a list of targets the file needs a column headed “team”"):
        read_targets(b"name,visits\nx,2\n")
