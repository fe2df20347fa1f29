"""How far IT has come with going out."""

from __future__ import annotations

from datetime import date

import pytest
from score_samples import named

from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, Target
from shadow_app.domain.record import link_id
from shadow_app.insight.coverage import Outing
from shadow_app.insight.outings import Progress, Year, programme_year, progress

YEAR = Year(date(2026, 1, 1), date(2026, 12, 31))


def person(name: str, team: str) -> Shadower:
    return Shadower(id=named(name), name=name, team=team)


def programme(begins: date, ends: date | None = None, **fields: float) -> Programme:
    return Programme.model_validate({"name": "Walk the walk", "starts_on": begins, "ends_on": ends, **fields})


@pytest.mark.parametrize(
    ("begins", "ends", "today", "year"),
    [
        (date(2025, 9, 1), None, date(2026, 11, 22), (date(2026, 9, 1), date(2027, 8, 31))),
        (date(2025, 9, 1), None, date(2026, 8, 31), (date(2025, 9, 1), date(2026, 8, 31))),
        (date(2027, 1, 10), None, date(2026, 11, 22), (date(2027, 1, 10), date(2028, 1, 9))),
        (date(2025, 9, 1), date(2026, 12, 15), date(2026, 11, 22), (date(2026, 9, 1), date(2026, 12, 15))),
        (date(2024, 9, 1), date(2025, 8, 31), date(2026, 11, 22), (date(2024, 9, 1), date(2025, 8, 31))),
        (date(2024, 2, 29), None, date(2025, 2, 28), (date(2024, 2, 29), date(2025, 2, 28))),
        (date(2024, 2, 29), None, date(2025, 3, 1), (date(2025, 3, 1), date(2026, 2, 28))),
    ],
    ids=["second year", "its last day", "not begun", "cut short", "over", "leap day", "after a leap day"],
)
def test_the_year_of_a_programme(begins: date, ends: date | None, today: date, year: tuple[date, date]) -> None:
    assert programme_year(programme(begins, ends), today) == Year(*year)


def test_without_a_programme_it_is_the_calendar_year() -> None:
    year = programme_year(None, date(2026, 11, 22))
    assert year == YEAR
    assert (year.days, year.elapsed(date(2026, 12, 31)), year.elapsed(date(2025, 1, 1))) == (365, 1, 0)
    assert year.elapsed(date(2026, 1, 1)) == pytest.approx(1 / 365)


def sample() -> Progress:
    """Desk: Ann out twice, Cleo last year, Dan never. Apps: Bob once; its goal is 4 visits and 10 hours a person."""
    aims = programme(date(2026, 1, 1), visits_per_person=1.0)
    own = Target(
        id=link_id(aims.id, "apps"), programme_id=aims.id, team="apps", visits_per_person=4, hours_per_person=10
    )
    people = [person("Ann", "Desk"), person("Cleo", "Desk"), person("Dan", "Desk"), person("Bob", "apps")]
    before = Outing(named("Cleo"), 1, 7.0, date(2025, 5, 1))
    now = [Outing(named("Ann"), 2, 12.5, date(2026, 3, 2)), Outing(named("Bob"), 1, 6.0, date(2026, 4, 1))]
    return progress(YEAR, aims, [own], people, now, [before, *now])


def test_teams_against_their_goals() -> None:
    apps, desk = sample().teams
    assert (desk.goal.visits, desk.goal.hours, desk.goal.own) == (1, None, False)
    assert (desk.out, desk.never, desk.visits, desk.hours, desk.visits_wished) == (1, 1, 2, 12.5, 3)
    assert desk.share == pytest.approx(1 / 3), "two visits of Ann's do not stand for the others"
    assert (apps.visits_wished, apps.hours_wished, apps.goal.own) == (4, 10, True)
    assert apps.share == pytest.approx(1 / 4), "of people, visits and hours the one furthest behind"
    assert apps.behind(0.5)
    assert not apps.behind(0.25)


def test_a_person_is_out_or_not_and_for_how_long() -> None:
    desk = sample().teams[1]
    assert [(each.shadower.name, each.out, each.ever, each.hours) for each in desk.people] == [
        ("Ann", True, True, 12.5),
        ("Cleo", False, True, 0.0),
        ("Dan", False, False, 0.0),
    ]
    assert [each.last_on for each in desk.people] == [date(2026, 3, 2), date(2025, 5, 1), None]


def test_everybody_together() -> None:
    found = sample()
    assert (found.people, found.out, found.visits, found.visits_wished, found.hours) == (4, 2, 3, 7, 18.5)
    assert [each.name for each in found.never_out] == ["Dan"]
    assert [each.name for each in found.not_this_year] == ["Cleo"]
    assert [each.name for each in found.next_to_go] == ["Dan", "Cleo"]


def test_next_goes_somebody_of_the_team_that_sent_fewest() -> None:
    people = [person("Ann", "Desk"), person("Cleo", "Desk"), person("Zoe", "apps")]
    out = [Outing(named("Ann"), 1, 8.0, date(2026, 3, 2))]
    assert [each.name for each in progress(YEAR, None, [], people, out, out).next_to_go] == ["Zoe", "Cleo"]


def test_no_goal_is_never_missed() -> None:
    (team,) = progress(YEAR, None, [], [person("Ann", "Desk")], [], []).teams
    assert (team.share, team.visits_wished, team.hours_wished, team.behind(1.0)) == (1, 0, None, False)


def test_half_a_visit_a_person_wants_half_of_them_out() -> None:
    aims = programme(date(2026, 1, 1), visits_per_person=0.5)
    out = [Outing(named("Ann"), 1, 8.0, date(2026, 3, 2))]
    (team,) = progress(YEAR, aims, [], [person("Ann", "Desk"), person("Bob", "Desk")], out, out).teams
    assert team.share == 1
