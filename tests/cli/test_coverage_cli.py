"""The programme on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from factories import NOON, Firm, put, tag
from shadow_app.bootstrap import wire
from shadow_app.cli.commands import COMMANDS
from shadow_app.cli.parser import make_parser
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.organisation import RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, TicketCount
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.vocabulary import DayTypicality, SiteType, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store

TICKETS = "service;tickets;hours;period\nscanner;365;73;2025\nfax;3;;2025\n"

Door = Callable[..., tuple[str, str]]


@pytest.fixture
def door(store: Store, capsys: pytest.CaptureFixture[str]) -> Door:
    """The words of a command line over a store that is open already: what it says, and what it warns of."""
    shadow = wire(store, Settings(name="Ann"))

    def run(*words: str | Path) -> tuple[str, str]:
        args = make_parser().parse_args([str(word) for word in words])
        assert COMMANDS[args.command](shadow, args) == 0
        said = capsys.readouterr()
        return said.out, said.err

    return run


@pytest.fixture
def filled(door: Door, store: Store, firm: Firm) -> Door:
    """Ann was at harbour; nobody has seen hill's 30 drivers and 2 loaders; Bob has never been out."""
    hill = Site(unit_id=firm.unit.id, name="Hill", site_type=SiteType.DEPOT)
    drivers = RolePopulation(site_id=hill.id, role_id=firm.driver.id, headcount=30, days_per_year=250, hourly_rate=20)
    loaders = RolePopulation(site_id=hill.id, role_id=firm.loader.id, headcount=2, days_per_year=250, hourly_rate=20)
    recently = datetime.now(timezone.utc) - timedelta(days=3)
    visit = firm.visit.edited(starts_at=recently, state=VisitState.REVIEWED, typicality=DayTypicality.QUIET)
    note = firm.note(lost_minutes=6.0, count=4)
    put(store, hill, drivers, loaders, Shadower(name="Bob", team="Networks"), visit, note, tag(note, firm.scanning))
    return door


def figures(door: Door, *words: str) -> Any:
    return json.loads(door("coverage", *words, "--json")[0])


def test_an_empty_store_says_what_to_do(door: Door) -> None:
    out, _ = door("coverage")
    assert "No programme yet" in out
    assert "0 of 0 IT people have been out, 0.0 h; goal: none set" in out
    assert "bring them with `shadow-app import sites FILE`" in out
    assert "IT's list is not locked yet" in out


def test_who_where_and_what_next(filled: Door) -> None:
    out, _ = filled("coverage")
    assert "1 of 2 IT people have been out, 8.0 h" in out
    assert "Never out: Bob" in out
    assert "Never seen: Hill, driver: 30 people, 60,000 hours of work a year" in out
    assert "Never seen: Hill, operations: fewer than 4 people\n" in out, "their hours would tell how many they are"
    assert "Services nobody has noted anything of: Label printing, Email" in out
    assert "1 of 1 day may have been put on for us." in out
    assert "Hill: never heard from IT" in out
    assert "Next 1: Hill, driver, with Bob. Nobody from IT has ever been to Hill" in out
    assert "silent" not in out, "IT's list is not locked"


def test_the_desk_and_the_field_once_the_list_is_locked(filled: Door, store: Store, firm: Firm) -> None:
    begins = datetime.now(timezone.utc).date() - timedelta(days=30)
    put(
        store,
        AssumedRanking(organisation_id=firm.firm.id, service_ids=(firm.email.id,), locked_at=NOON),
        Programme(name="A day in their shoes", starts_on=begins, tell_within_days=2),
        TicketCount(service_id=firm.scanning.id, from_on=begins, until_on=begins, tickets=1),
        TicketCount(service_id=firm.email.id, from_on=begins, until_on=begins, tickets=3),
    )
    out, _ = filled("coverage")
    assert f"A day in their shoes, {begins}" in out
    assert "goal: 1 of 2 visits" in out
    assert "365 tickets, more than 99\u00a0% silent" in out
    assert "75\u00a0% of IT's effort goes elsewhere than where it hurts." in out
    assert "Harbour depot: last heard from IT 3 days ago" in out
    assert "tickets" not in filled("coverage", "--unit", "depots")[0], "a count for all says nothing of one unit"
    found = figures(filled)
    assert found["programme"]["name"] == "A day in their shoes"
    gun = next(line for line in found["silent_pain"] if line["service"] == "Handheld scanning")
    assert gun["occurrences_low"] < gun["occurrences"] < gun["occurrences_high"]
    assert found["effort"]["basis"] == "tickets"


def test_for_another_program(filled: Door) -> None:
    found = figures(filled, "--unit", "depots")
    it = found["it"]
    assert (it["people"], it["out"], it["never_out"], it["hours"]) == (2, 1, ["Bob"], 8.0)
    assert {(each["site"], each["role"]) for each in found["places"] if each["blind"]} == {
        ("Harbour depot", "loader"),
        ("Hill", "driver"),
        ("Hill", "operations"),
    }
    few = next(each for each in found["places"] if each["role"] == "operations")
    assert (few["people"], few["fewer_than"], few["hours_worked"]) == (None, 4, None)
    assert found["next"][0]["why"] == ["site_never_seen"]
    assert found["next"][0]["who"] == "Bob"
    assert found["shifts"] == [{"site": "Harbour depot", "shift": found["shifts"][0]["shift"], "visits": 1, "hours": 8}]
    assert (found["field_open"], found["silent_pain"], found["effort"]) == (False, [], None)
    assert found["programme"] is None


def test_an_unknown_unit_names_the_known_ones(filled: Door) -> None:
    with pytest.raises(NotFound, match="There is no business unit called “Moon”; known are: Depots"):
        filled("coverage", "--unit", "Moon")


def test_tickets_come_in_row_by_row_and_again(filled: Door, tmp_path: Path) -> None:
    file = tmp_path / "tickets.csv"
    file.write_text(TICKETS)
    out, err = filled("import", "tickets", file, "--dry-run")
    assert "tickets.csv: 1 new, 0 changed, 0 unchanged, 1 refused" in out
    assert "line 3: no service has the code, name or alias “fax”." in err
    filled("import", "tickets", file)
    out, _ = filled("import", "tickets", file)
    assert "0 new, 0 changed, 1 unchanged, 1 refused" in out


def test_targets_need_a_programme(filled: Door, tmp_path: Path) -> None:
    file = tmp_path / "targets.csv"
    file.write_text("team,visits\nNetworks,2\n")
    with pytest.raises(Refused, match="There is no programme yet"):
        filled("import", "targets", file)
