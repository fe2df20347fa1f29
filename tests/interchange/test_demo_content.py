"""The demo's files fit each other, so that a slip of the pen is found here and not in the middle of a demonstration."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shadow_app.domain.decision import Commitment
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ReviewState, VisitType
from shadow_app.interchange.catalogue import read_catalogue
from shadow_app.interchange.plan import CataloguePlan, plan_catalogue
from shadow_app.interchange.plan_sites import BusinessRecords, plan_sites
from shadow_app.interchange.sites import read_sites

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


def table(name: str) -> list[dict[str, str]]:
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def tabbed(name: str) -> list[list[str]]:
    return [line.split("\t", 2) for line in (DEMO / name).read_text(encoding="utf-8").splitlines()[1:]]


def toml(name: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads((DEMO / name).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def catalogue() -> CataloguePlan:
    return plan_catalogue(read_catalogue((DEMO / "catalogue.csv").read_bytes()), ())


@pytest.fixture(scope="module")
def services(catalogue: CataloguePlan) -> dict[str, UUID]:
    return {service.code: service.id for service in catalogue.new if isinstance(service, Service)}


@pytest.fixture(scope="module")
def notes() -> set[str]:
    raw = [f"{visit} {time}" for _, visit, time in tabbed("raw_visits.tsv")]
    return {*raw, *(f"{visit} {time}" for visit, time, _ in tabbed("notes.tsv"))}


def test_the_catalogue_is_read_whole_with_its_list(catalogue: CataloguePlan) -> None:
    assert catalogue.summary == "20 new, 0 changed, 0 unchanged, 0 refused"
    assert [service.name for service in catalogue.assumed][:3] == ["Track & trace", "Sort control", "Route planning"]
    assert len(catalogue.assumed) == 20


def test_the_sites_are_read_whole() -> None:
    plan = plan_sites(read_sites((DEMO / "sites.csv").read_bytes()), BusinessRecords())
    assert not plan.refused
    names = [site.name for site in plan.new if isinstance(site, Site)]
    assert names == [
        *("Midlands hub", "Harbour depot", "Fellside depot"),
        *("Contact centre", "City office", "Quayside office"),
    ]
    assert sum(heads.headcount for heads in plan.new if isinstance(heads, RolePopulation)) == 302


def test_steps_name_services_and_units_that_exist(services: dict[str, UUID]) -> None:
    units = {(row["organisation"], row["unit"]) for row in table("sites.csv")}
    for row in table("steps.csv"):
        assert (row["organisation"], row["unit"]) in units
        assert set(row["services"].split("|")) <= set(services)


def test_twelve_visits_are_valid_and_fit_the_business() -> None:
    strata = {(row["site"], row["role"]) for row in table("sites.csv")}
    rows = table("visits.csv")
    fields = ("visit_type", "state", "participation", "typicality", "host_selection", "focus", "safety")
    for row in rows:
        assert (row["site"], row["role"]) in strata
        ReviewState(row["note_state"])
        Visit.model_validate(
            {
                **{field: row[field] for field in fields},
                "site_id": uuid4(),
                "role_id": uuid4(),
                "shadower_id": uuid4(),
                "starts_at": f"{row['date']}T{row['start']}:00+{'01' if row['utc_offset'] == '60' else '00'}:00",
                "exposure_hours": row["exposure_hours"],
            }
        )
        # British Summer Time ends on 25 October 2026.
        assert row["utc_offset"] == ("60" if date.fromisoformat(row["date"]) < date(2026, 10, 25) else "0")
    sites = [row["site"] for row in rows]
    wanted = {"Midlands hub": 2, "Harbour depot": 5, "Contact centre": 2, "City office": 2, "Quayside office": 1}
    assert {site: sites.count(site) for site in sites} == wanted
    assert [row["visit_type"] for row in rows].count(VisitType.POST_RELEASE) == 1
    assert [row["typicality"] for row in rows].count("abnormal") == 1
    assert [row["withdrawn_subject"] for row in rows if row["withdrawn_subject"]] == ["quotes"]


def test_seven_of_ten_it_people_from_five_teams_have_been_out_and_one_leads() -> None:
    people = {row["name"]: row for row in table("people.csv")}
    out = {row["shadower"] for row in table("visits.csv")}
    assert (len(people), len(out), out <= set(people)) == (10, 7, True)
    assert len({people[name]["team"] for name in out}) == 5
    assert [row["lead"] for row in people.values()].count("yes") == 1


def test_every_note_has_its_own_minute_inside_its_visit(notes: set[str]) -> None:
    raw, typed = tabbed("raw_visits.tsv"), tabbed("notes.tsv")
    assert sorted(number for number, _, _ in raw) == [f"{number:02}" for number in range(1, 41)]
    assert 150 <= len(typed) <= 200
    assert len(notes) == len(raw) + len(typed)
    hours = {row["visit"]: (row["start"], row["end"]) for row in table("visits.csv")}
    for note in notes:
        visit, time = note.split(" ")
        assert hours[visit][0] <= time <= hours[visit][1], note
    numbers = [line.split("\t")[0] for line in (DEMO / "raw_notes.txt").read_text(encoding="utf-8").splitlines()]
    assert numbers == [f"{number:02}" for number in range(1, 41)]


def test_every_kind_of_note_is_typed_by_somebody() -> None:
    lines = [line for _, _, line in tabbed("notes.tsv")]
    for sign in ("! ", "+ ", "? ", "wait: ", "need: ", "workaround: ", "context: ", "told: ", '"'):
        assert any(line.startswith(sign) for line in lines), sign


def test_judgements_are_about_real_notes_and_valid(notes: set[str], services: dict[str, UUID]) -> None:
    debrief = toml("debrief.toml")
    seen = [judgement["note"] for judgement in debrief["note"]]
    assert len(seen) == len(set(seen))
    assert set(seen) <= notes
    raw = {f"{visit} {time}" for _, visit, time in tabbed("raw_visits.tsv")}
    assert raw <= set(seen)
    for judgement in debrief["note"]:
        tags = judgement.get("services", [])
        assert isinstance(tags, list)
        assert set(tags) <= set(services)
        fields = {key: value for key, value in judgement.items() if key in Observation.model_fields}
        others = set(judgement) - set(fields)
        assert others <= {"note", "accept", "services", "primary", "role"}
        Observation(visit_id=uuid4(), at="2026-09-08T05:30:00+01:00", text="x", **fields)


def test_every_debriefed_day_has_its_words_and_promises_are_valid() -> None:
    debrief = toml("debrief.toml")
    due = {row["visit"] for row in table("visits.csv") if row["state"] == "reviewed"}
    assert {day["visit"] for day in debrief["visit"]} == due
    for day in debrief["visit"]:
        assert len(str(day["summary"]).split()) <= 120, day["visit"]
    for promise in debrief["promise"]:
        assert promise["visit"] in due
        Commitment(visit_id=uuid4(), **{key: value for key, value in promise.items() if key != "visit"})


def test_pain_points_are_made_of_real_notes_each_in_one(notes: set[str], services: dict[str, UUID]) -> None:
    members: list[str] = []
    for point in toml("pain_points.toml")["pain_point"]:
        fields = {key: value for key, value in point.items() if key not in ("service", "notes")}
        PainPoint(service_id=services[str(point["service"])], **fields)
        assert isinstance(point["notes"], list)
        members += point["notes"]
    assert set(members) <= notes
    assert len(members) == len(set(members))


def test_answers_are_valid_and_five_people_answered_where_a_second_lens_needs_five(services: dict[str, UUID]) -> None:
    rows = table("stated.csv")
    visits = {row["visit"]: row for row in table("visits.csv")}
    for row in rows:
        StatedImportance.model_validate(
            {
                "visit_id": uuid4(),
                "respondent": row["respondent"],
                "service_id": services[row["service"]],
                "importance": row["importance"],
                "satisfaction": row["satisfaction"],
            }
        )
        assert visits[row["visit"]]["state"] == "reviewed"
    penrose = {row["respondent"] for row in rows if visits[row["visit"]]["site"].endswith("office")}
    assert len(penrose) == 5


def test_pictures_are_there_small_and_agreed_to(notes: set[str]) -> None:
    visits = {row["visit"]: row for row in table("visits.csv")}
    rows = table("photos.csv")
    assert {row["file"] for row in rows} == {path.name for path in (DEMO / "photos").iterdir()}
    for row in rows:
        assert row["note"] in notes
        assert visits[row["visit"]]["consent_photos"] == "yes"
        assert (DEMO / "photos" / row["file"]).stat().st_size <= 90_000


def test_no_quotation_comes_from_a_host_who_never_agreed_to_one() -> None:
    silent = {row["visit"] for row in table("visits.csv") if row["consent_quotes"] == "no"}
    assert silent
    for visit, _, line in tabbed("notes.tsv"):
        assert visit not in silent or not line.rstrip().endswith('"') or '#"' in line, line
