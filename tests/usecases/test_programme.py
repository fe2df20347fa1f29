"""The programme over a small store; every figure was worked out by hand."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from pydantic import ValidationError

from factories import NOON, Firm, put, tag
from shadow_app.domain.errors import Refused
from shadow_app.domain.organisation import RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, TicketCount
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id, new_id
from shadow_app.domain.telling import Contact, Conversation, Update
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ContactLevel, DayTypicality, HostSelection, Kind, SiteType, VisitState
from shadow_app.insight.blind_spots import Seen
from shadow_app.insight.next_visit import Reason, Suggestion, Why
from shadow_app.storage.store import Store
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.programme import Programmes
from shadow_app.usecases.visit_reasons import sentences

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=1))


def near(expected: Any) -> Any:
    """Equal but for the last digits of a sum."""
    return pytest.approx(expected)


@pytest.fixture
def programmes(store: Store) -> Programmes:
    return Programmes(store, Prioritising(store))


def aims(**fields: object) -> Programme:
    return Programme.model_validate({"name": "A day where it happens", "starts_on": date(2026, 9, 1), **fields})


class World:
    """Harbour: Ann with drivers for 8 h. Hill: 30 drivers and 3 clerks whom nobody has seen. Bob has never been out."""

    def __init__(self, firm: Firm) -> None:
        self.firm = firm
        self.bob = Shadower(name="Bob", team="Networks")
        self.hill = Site(unit_id=firm.unit.id, name="Hill depot", site_type=SiteType.DEPOT)
        self.hill_drivers = RolePopulation(
            site_id=self.hill.id, role_id=firm.driver.id, headcount=30, days_per_year=254, hourly_rate=22.5
        )
        self.hill_loaders = RolePopulation(
            site_id=self.hill.id, role_id=firm.loader.id, headcount=3, days_per_year=254, hourly_rate=20
        )
        self.freezes = firm.note("gun freezes", lost_minutes=10.0, count=4)

    def put_into(self, store: Store) -> World:
        put(store, self.bob, self.hill, self.hill_drivers, self.hill_loaders)
        put(store, self.freezes, tag(self.freezes, self.firm.scanning))
        return self

    def visit(self, days_ago: int, **fields: object) -> Visit:
        """One more visit of Ann's to the harbour."""
        return self.firm.visit.edited(
            **{"id": new_id(), "state": VisitState.REVIEWED, "starts_at": NOON - timedelta(days=days_ago), **fields}
        )

    def lock(self, store: Store) -> None:
        services = (self.firm.email.id, self.firm.scanning.id)
        put(store, AssumedRanking(organisation_id=self.firm.firm.id, service_ids=services, locked_at=NOON))


@pytest.fixture
def world(store: Store, firm: Firm) -> World:
    return World(firm).put_into(store)


def test_without_a_programme_nothing_is_aimed_at(programmes: Programmes, world: World) -> None:
    seen = programmes.coverage(TODAY)
    assert (seen.programme, seen.targets, programmes.current(), programmes.targets()) == (None, (), None, ())
    assert seen.progress.year.begins == date(2026, 1, 1)
    assert (seen.progress.people, seen.progress.out, seen.progress.visits_wished) == (2, 1, 0)
    assert seen.tell_within_days == 90


def test_of_several_programmes_the_one_that_starts_last_is_in_force(programmes: Programmes) -> None:
    programmes.keep(aims(name="new", starts_on=date(2026, 10, 1)))
    programmes.keep(aims(name="old"))
    assert programmes.current() is not None
    assert programmes.current().name == "new"  # type: ignore[union-attr]


def test_only_visits_of_the_year_count_and_by_the_clock_of_the_site(
    programmes: Programmes, store: Store, world: World
) -> None:
    programmes.keep(aims())
    # 31 August 23:30 in UTC is the first of September at the site.
    late = datetime(2026, 8, 31, 23, 30, tzinfo=timezone.utc)
    inside = world.visit(0, starts_at=late, utc_offset=60, exposure_hours=3.0)
    before = world.visit(0, starts_at=late, utc_offset=0, exposure_hours=5.0)
    planned = world.visit(0, state=VisitState.PLANNED, exposure_hours=7.0)
    put(store, inside, before, planned)
    desk = programmes.coverage(TODAY).progress.teams[1]
    assert (desk.team, desk.visits, desk.hours, desk.visits_wished) == ("Service desk", 2, 11.0, 1)
    networks = programmes.coverage(TODAY).progress.teams[0]
    assert (networks.out, networks.never) == (0, 1)


def test_a_team_may_aim_at_something_of_its_own(programmes: Programmes, world: World) -> None:
    with pytest.raises(Refused, match="There is no programme yet"):
        programmes.aim("Networks", 2, None)
    programmes.keep(aims())
    target = programmes.aim("Networks", 2, None)
    assert programmes.targets() == (target,)
    assert programmes.aim("Networks", 3, 20).id == target.id, "a team has one goal"
    assert programmes.coverage(TODAY).progress.teams[0].visits_wished == 3
    programmes.unaim("Networks")
    programmes.unaim("Service desk")
    assert programmes.targets() == ()
    assert programmes.coverage(TODAY).progress.teams[0].visits_wished == 1
    assert programmes.aim("Networks", 4, None).id == target.id, "and can take it up again"


def test_a_goal_that_makes_no_sense_is_refused(programmes: Programmes, world: World) -> None:
    programmes.keep(aims())
    with pytest.raises(
        Refused, match=re.escape("Nobody of IT belongs to the team “Nets”; the teams are: Networks, Service desk.")
    ):
        programmes.aim("Nets", 1, None)
    with pytest.raises(Refused, match="Say how many visits or hours"):
        programmes.aim("Networks", None, None)
    with pytest.raises(ValidationError):
        programmes.aim("Networks", 367, None)
    assert programmes.targets() == ()


def test_the_map_shows_where_nobody_has_been(programmes: Programmes, world: World) -> None:
    seen = programmes.coverage(TODAY)
    harbour, hill = world.firm.site.id, world.hill.id
    drivers = seen.map.cells[harbour, "driver"]
    assert (drivers.headcount, drivers.role_hours, drivers.shadowed_hours) == (42, 42 * 8 * 254, 8)
    assert drivers.seen is Seen.YES
    blind = [(cell.site_id, cell.who, cell.headcount) for cell in seen.map.blind]
    # Three loaders could be told apart, and so could three people of "operations": they are staff.
    assert blind == [(hill, "driver", 30), (harbour, "loader", 18), (hill, "operations", 3)]
    assert seen.map.blind_share == near((30 + 18) / (42 + 18 + 30)), "the three would follow from the others' hours"
    assert seen.map.unseen_people == (30 + 18, False)
    assert [seen.site_names[site] for site in seen.map.never_visited] == ["Hill depot"]


def test_one_unit_is_told_without_the_others(programmes: Programmes, store: Store, world: World) -> None:
    other = world.firm.unit.edited(id=new_id(), name="Offices")
    office = Site(unit_id=other.id, name="City office")
    put(store, other, office, RolePopulation(site_id=office.id, role_id=world.firm.loader.id, headcount=9))
    seen = programmes.coverage(TODAY, other.id)
    assert [cell.site_id for cell in seen.map.cells.values()] == [office.id]
    assert (seen.shifts, seen.staged.visits, [line.site_id for line in seen.sites]) == ((), 0, [office.id])
    assert all(line is None for _, line in seen.services)
    assert seen.progress.people == 2, "IT's people are the same everywhere"
    assert programmes.field(seen, other.id).gap.services == ()


def test_shifts_are_what_people_called_them_else_the_part_of_the_day(
    programmes: Programmes, store: Store, world: World
) -> None:
    night = datetime(2026, 11, 1, 21, 30, tzinfo=timezone.utc)
    put(store, world.visit(3, shift="Early "), world.visit(4, shift="early", exposure_hours=2.0))
    put(store, world.visit(5, starts_at=night, exposure_hours=1.0), world.visit(6, exposure_hours=4.0))
    put(store, world.visit(7, state=VisitState.PLANNED, shift="Late"))
    found = {line.shift: (line.visits, line.hours) for line in programmes.coverage(TODAY).shifts}
    assert found == {"Early": (2, 10.0), "Night": (1, 1.0), "Afternoon": (1, 4.0), "Morning": (1, 8.0)}


def test_services_that_nobody_has_noted_anything_of(programmes: Programmes, store: Store, world: World) -> None:
    firm = world.firm
    good = firm.note("mail is quick", 5, kind=Kind.POSITIVE)
    gone = firm.note("slip", 6, removed=True)
    put(store, good, gone, tag(good, firm.email), tag(gone, firm.labels))
    seen = programmes.coverage(TODAY)
    assert [service.name for service in seen.unseen_services] == ["Label printing"]
    counted = {service.name: line and (line.notes, line.visits, line.sites) for service, line in seen.services}
    assert counted == {"Label printing": None, "Handheld scanning": (1, 1, 1), "Email": (1, 1, 1)}


def test_days_that_were_put_on(programmes: Programmes, store: Store, world: World) -> None:
    put(
        store,
        world.visit(2, typicality=DayTypicality.BUSY),
        world.visit(3, typicality=DayTypicality.TYPICAL, host_selection=HostSelection.MANAGERS_PICK),
        world.visit(4, typicality=DayTypicality.TYPICAL),
    )
    staged = programmes.coverage(TODAY).staged
    assert (staged.visits, staged.asked, staged.staged, staged.untypical, staged.picked) == (4, 3, 2, 1, 1)


def test_who_has_not_heard_from_us(programmes: Programmes, store: Store, world: World) -> None:
    firm = world.firm
    chief = Contact(organisation_id=firm.firm.id, name="Chief")
    local = Contact(
        organisation_id=firm.firm.id,
        level=ContactLevel.ROLE,
        site_id=world.hill.id,
        role_id=firm.driver.id,
        name="Driver 9",
    )
    put(store, chief, local, Conversation(contact_id=chief.id, held_on=date(2026, 11, 20), said="faster"))
    harbour, hill = programmes.coverage(TODAY).sites[1], programmes.coverage(TODAY).sites[0]
    assert (hill.site_id, hill.days, hill.overdue) == (world.hill.id, None, True), (
        "a word with the chief is none to them"
    )
    assert (harbour.days, harbour.last_visit, harbour.days_since_told) == (10, date(2026, 11, 12), None)
    (unit,) = programmes.coverage(TODAY).units
    assert (unit.days, unit.last_asked, unit.visits) == (2, date(2026, 11, 20), 1)
    put(store, Conversation(contact_id=local.id, held_on=date(2026, 11, 1), said="wifi"))
    put(store, Update(site_id=firm.site.id, told_on=date(2026, 11, 21), text="done"))
    lines = {line.site_id: line for line in programmes.coverage(TODAY).sites}
    assert (lines[world.hill.id].days, lines[world.hill.id].last_asked) == (21, date(2026, 11, 1))
    assert (lines[firm.site.id].days, lines[firm.site.id].days_since_told) == (1, 1)


def test_a_visited_site_that_was_not_told_in_time(programmes: Programmes, store: Store, world: World) -> None:
    assert programmes.coverage(TODAY).not_told == frozenset()
    programmes.keep(aims(tell_within_days=9))
    assert programmes.coverage(TODAY).not_told == {world.firm.site.id}
    assert programmes.coverage(TODAY).tell_within_days == 9


def test_the_field_says_nothing_before_the_list_is_locked(programmes: Programmes, store: Store, world: World) -> None:
    put(store, TicketCount(service_id=world.firm.scanning.id, from_on=TODAY, until_on=TODAY, tickets=1))
    field = programmes.field(programmes.coverage(TODAY))
    assert not field.open
    assert (field.gap.services, field.effort, field.counted) == ((), None, True)
    assert all(each.money == 0 for each in field.suggestions), "places by hours of work, without a figure of the field"
    assert field.suggestions[0].site_id == world.hill.id


def test_where_to_go_next_and_who_and_why(programmes: Programmes, store: Store, world: World) -> None:
    world.lock(store)
    seen = programmes.coverage(TODAY)
    field = programmes.field(seen)
    first = field.suggestions[0]
    # 4 times in 8 h and 10 min lose harbour's drivers one hour in twelve. Hill's drivers work 60,960 h at 22.50, so
    # 114,300 of it; the pain itself is carried over to them and costs 42 + 30 drivers' twelfth, 274,320.
    assert (first.site_id, first.role_id) == (world.hill.id, world.firm.driver.id)
    assert [reason.why for reason in first.reasons] == [Why.THIN_EVIDENCE, Why.SITE_NEVER_SEEN]
    assert first.reasons[0].money == near((42 + 30) * 8 * 254 * 22.5 / 12)
    assert first.reasons[1].money == near(30 * 8 * 254 * 22.5 / 12)
    assert first.shadower_id == world.bob.id, "who has never been out"
    assert sentences(first, field) == (
        "What is not sorted yet about Handheld scanning rests on little so far, and may cost GBP 274,320 a year. "
        "Nobody from IT has ever been to Hill depot: 30 people, 60,960 hours of work a year, about GBP 114,300 of it "
        "lost if it goes as elsewhere."
    )
    second = field.suggestions[1]
    assert "Nobody has shadowed them there: 18 people" in sentences(second, field)
    assert "fewer than 4 people" in sentences(field.suggestions[2], field)
    assert field.suggestions[2].money > 0
    assert "GBP" not in sentences(field.suggestions[2], field), "what few people lose tells what they earn"
    assert field.place(world.hill.id, world.firm.loader.id) == "Hill depot, operations"


def test_silence_is_said_in_days(programmes: Programmes, store: Store, world: World) -> None:
    programmes.keep(aims(tell_within_days=9))
    put(store, world.firm.loaders.edited(removed=True), world.freezes.edited(removed=True))
    field = programmes.field(programmes.coverage(TODAY))
    told = next(each for each in field.suggestions if each.site_id == world.firm.site.id)
    assert sentences(told, field) == "Harbour depot has not heard from IT for 10 days."


def test_a_pain_with_a_name_and_a_site_that_never_heard(programmes: Programmes, store: Store, world: World) -> None:
    world.lock(store)
    pain = PainPoint(service_id=world.firm.scanning.id, title="Guns freeze in the cold")
    member = PainPointMember(
        id=link_id(pain.id, world.freezes.id), pain_point_id=pain.id, observation_id=world.freezes.id
    )
    visit = Visit(
        site_id=world.hill.id, role_id=world.firm.driver.id, shadower_id=world.bob.id, starts_at=NOON, number="Z-1"
    )
    put(store, pain, member, visit)
    put(store, world.firm.site.edited(site_type=SiteType.HUB))
    field = programmes.field(programmes.coverage(TODAY))
    told = next(each for each in field.suggestions if each.role_id == world.firm.driver.id)
    assert sentences(told, field).startswith("“Guns freeze in the cold” (Handheld scanning) rests on little so far")
    never = Suggestion(world.hill.id, world.firm.driver.id, 30, (Reason(Why.NOT_TOLD),))
    assert sentences(never, field) == "Hill depot has never heard from IT."


def test_the_desk_against_the_field(programmes: Programmes, store: Store, world: World) -> None:
    firm = world.firm
    world.lock(store)
    quarter = (date(2026, 7, 1), date(2026, 9, 30))
    june = (date(2026, 6, 1), date(2026, 6, 30))

    def count(service_id: UUID, stretch: tuple[date, date], tickets: int, hours: float | None) -> TicketCount:
        return TicketCount(
            id=link_id(service_id, stretch[0].isoformat()),
            service_id=service_id,
            from_on=stretch[0],
            until_on=stretch[1],
            tickets=tickets,
            hours=hours,
        )

    gone = count(firm.labels.id, june, 9, None).edited(removed=True)
    put(store, gone, count(firm.scanning.id, quarter, 92, 23.0), count(firm.scanning.id, june, 30, 7.5))
    put(store, count(firm.email.id, quarter, 276, 69.0))
    field = programmes.field(programmes.coverage(TODAY))
    gun = field.gap.services[0]
    # One ticket a day. 4 in 8 h for the 42 drivers of harbour and the 30 of hill: 0.5 · 8 · 254 · 72 a year.
    assert gun.tickets == near(365)
    assert gun.occurrences == near(0.5 * 8 * 254 * 72)
    assert gun.silent_share == near(1 - 365 / 73_152)
    assert field.effort is not None
    assert [(field.services[line.service_id].name, line.effort, line.field) for line in field.effort.lines] == [
        ("Handheld scanning", near(0.25), 1.0),
        ("Email", near(0.75), 0.0),
    ]
    assert field.effort.elsewhere == near(0.75)


def test_a_suggested_visit_is_planned_for_a_working_day(programmes: Programmes, store: Store, world: World) -> None:
    friday = datetime(2026, 11, 20, 16, 45, tzinfo=ZONE)
    visit = programmes.plan(world.hill.id, world.firm.driver.id, world.bob.id, friday, "why " * 1_000)
    assert (visit.state, visit.shadower_id, visit.number[2:]) == (VisitState.PLANNED, world.bob.id, "-1")
    assert (visit.local_start.date(), visit.local_start.hour, visit.utc_offset) == (date(2026, 11, 27), 9, 60)
    assert len(visit.focus) == 2_000
    for day in (21, 22):
        weekend = programmes.plan(world.hill.id, world.firm.driver.id, None, friday.replace(day=day))
        assert weekend.local_start.date() == date(2026, 11, 30)
        assert weekend.shadower_id == world.firm.ann.id, "the first of IT's people where nobody is named"
    field = programmes.field(programmes.coverage(TODAY))
    planned = (world.hill.id, world.firm.driver.id)
    assert planned not in {(each.site_id, each.role_id) for each in field.suggestions}, "it is not suggested again"


def test_nobody_can_go_where_it_has_nobody(store: Store, firm: Firm) -> None:
    put(store, firm.ann.edited(removed=True))
    with pytest.raises(Refused, match="Nobody of IT can go yet"):
        Programmes(store, Prioritising(store)).plan(firm.site.id, firm.driver.id, None, NOON)


def test_an_empty_store_has_an_empty_programme(store: Store) -> None:
    programmes = Programmes(store, Prioritising(store))
    seen = programmes.coverage(TODAY)
    field = programmes.field(seen)
    assert (seen.map.cells, seen.sites, seen.units, seen.services, seen.told) == ({}, (), (), (), ())
    assert (field.suggestions, field.counted, field.effort) == ((), False, None)


def test_a_goal_that_contradicts_itself_is_refused(store: Store, firm: Firm) -> None:
    programmes = Programmes(store, Prioritising(store))
    programmes.keep(Programme(name="Out", starts_on=date(2026, 1, 1)))
    with pytest.raises(ValidationError, match="as many visits as 300 and as few hours as 1 contradict each other"):
        programmes.aim("Service desk", 300, 1)
    assert programmes.aim("Service desk", 4, 1).visits_per_person == 4
