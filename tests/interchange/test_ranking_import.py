from __future__ import annotations

import pytest

from shadow_app.domain.organisation import BusinessUnit, Organisation
from shadow_app.domain.service import Service
from shadow_app.interchange.ranking import RankingPlan, plan_ranking, read_ranking

SCAN = Service(code="01", name="Handheld scanning", aliases=("the gun", "zebra"))
LABELS = Service(code="02", name="Label printing", aliases=("stickers", "zebra"))
EMAIL = Service(code="12", name="Email", aliases=("outlook",))
LARK, PEN = Organisation(name="Larkfield"), Organisation(name="Penrose")
DEPOTS = BusinessUnit(organisation_id=LARK.id, name="Depots")


def plan(*lines: str, organisations: tuple[Organisation, ...] = (LARK,)) -> RankingPlan:
    sheet = read_ranking("\n".join(lines).encode())
    return plan_ranking(sheet, (SCAN, LABELS, EMAIL), organisations, (DEPOTS,))


def whys(made: RankingPlan) -> list[str]:
    return [str(one) for one in made.refused]


def test_a_service_is_named_by_code_name_or_alias_and_rows_may_stand_in_any_order() -> None:
    made = plan("rank;service", "3;02", "1;OUTLOOK", "2;handheld  scanning")
    assert [one.service_ids for one in made.rankings] == [(EMAIL.id, SCAN.id, LABELS.id)]
    assert (made.rankings[0].organisation_id, made.rankings[0].unit_id) == (LARK.id, None)
    assert made.rankings[0].locked_at is None
    assert (made.refused, made.remarks) == ((), ())


def test_each_organisation_and_unit_has_its_own_list() -> None:
    made = plan(
        "organisation,unit,rank,service",
        "Larkfield,,1,01",
        "larkfield,depots,1,02",
        "Penrose,,1,12",
        organisations=(LARK, PEN),
    )
    assert [(one.organisation_id, one.unit_id) for one in made.rankings] == [
        (LARK.id, None),
        (LARK.id, DEPOTS.id),
        (PEN.id, None),
    ]


def test_places_and_services_that_stand_twice_and_gaps_are_named_by_row() -> None:
    made = plan("rank,service", "1,01", "1,02", "2,the gun", "5,12", "7,02")
    assert whys(made) == [
        "Line 3: rank 1 is already on line 2.",
        "Line 4: “Handheld scanning” is already on line 2.",
        "Line 5: ranks 3 to 4 are missing before rank 5.",
        "Line 6: “Label printing” is already on line 3.",
    ]
    assert made.rankings == ()
    assert made.remarks == ("IT's list for “Larkfield” was left out, because rows of it were refused.",)


def test_one_missing_rank_is_named() -> None:
    assert whys(plan("rank,service", "1,01", "3,02")) == ["Line 3: rank 2 is missing before rank 3."]


def test_unknown_and_ambiguous_services_spoil_only_their_own_list() -> None:
    made = plan(
        "organisation,rank,service",
        "Larkfield,1,zebra",
        "Larkfield,2,telex",
        "Larkfield,3,01",
        "Penrose,1,12",
        organisations=(LARK, PEN),
    )
    assert whys(made)[:2] == [
        "Line 2: “zebra” could be “Handheld scanning”, “Label printing”. Write the code or the full name.",
        "Line 3: no service has the code, name or alias “telex”. Add it to the catalogue first.",
    ]
    assert [one.organisation_id for one in made.rankings] == [PEN.id]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",,1,01", "the organisation is missing."),
        ("Nobody,,1,01", "no organisation is called “Nobody”."),
        ("Larkfield,Moon,1,01", "no unit is called “Moon” in “Larkfield”."),
        ("Twin,,1,01", "2 organisations are called “Twin”."),
        ("Larkfield,,,01", "the rank is missing."),
        ("Larkfield,,0,01", "the rank must be 1 or more."),
        ("Larkfield,,1,", "the service is missing."),
    ],
)
def test_rows_that_belong_nowhere_are_refused_and_no_half_list_is_made(row: str, why: str) -> None:
    twins = (LARK, PEN, Organisation(name="Twin"), Organisation(name="twin"))
    made = plan("organisation,unit,rank,service", row, organisations=twins)
    assert made.refused[0].why == why
    assert made.rankings == ()


def test_an_unreadable_row_spoils_every_list_because_it_could_belong_to_any() -> None:
    made = plan("rank,service", "1,01", "2")
    assert made.rankings == ()
    assert len(made.remarks) == 1
