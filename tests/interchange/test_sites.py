from __future__ import annotations

import pytest

from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.vocabulary import SiteType
from shadow_app.interchange.plan import FieldChange, ImportPlan
from shadow_app.interchange.plan_sites import BusinessRecords, plan_sites
from shadow_app.interchange.sites import read_sites

HEAD = "organisation,unit,site,site_type,role,headcount,shift_hours,days_per_year,hourly_rate,currency"


def plan(*lines: str, existing: BusinessRecords | None = None) -> ImportPlan:
    return plan_sites(read_sites("\n".join((HEAD, *lines)).encode()), existing or BusinessRecords())


def book_of(made: ImportPlan) -> BusinessRecords:
    def kept(kind: type) -> tuple:  # type: ignore[type-arg]
        return tuple(record for record in made.records if isinstance(record, kind))

    return BusinessRecords(kept(Organisation), kept(BusinessUnit), kept(Site), kept(Role), kept(RolePopulation))


FILE = (
    "Larkfield,Depots,Hub,hub,Loader,120,8,254,19.80,gbp",
    "Larkfield,Depots,Hub,hub,Clerk,14,8,254,21,GBP",
    "Larkfield,Depots,Harbour,Depot,loader,18,8,254,19.80,",
    "Larkfield,Calls,Centre,contact_centre,Agent,35,7.5,254,20.50,",
    "Penrose,,City office,office,Loader,2,,,,EUR",
)


def test_five_kinds_come_out_of_one_flat_file_parents_first() -> None:
    made = plan(*FILE)
    assert [type(record).__name__ for record in made.new] == (
        ["Organisation"] * 2 + ["BusinessUnit"] * 3 + ["Site"] * 4 + ["Role"] * 4 + ["RolePopulation"] * 5
    )
    book = book_of(made)
    assert [(one.name, one.currency) for one in book.organisations] == [("Larkfield", "GBP"), ("Penrose", "EUR")]
    assert [one.name for one in book.units] == ["Depots", "Calls", "Penrose"]
    assert [one.site_type for one in book.sites] == [
        SiteType.HUB,
        SiteType.DEPOT,
        SiteType.CONTACT_CENTRE,
        SiteType.OFFICE,
    ]
    loader, _clerk, _agent, other_loader = book.roles
    assert loader.name == other_loader.name == "Loader"
    assert loader.organisation_id != other_loader.organisation_id
    heads = {(one.site_id, one.role_id): one for one in book.populations}
    hub, harbour = book.sites[0], book.sites[1]
    assert heads[hub.id, loader.id].headcount == 120
    assert heads[harbour.id, loader.id].hourly_rate == 19.80
    assert book.populations[4].shift_hours == 8.0


def test_the_same_file_again_changes_nothing_and_another_laptop_gives_headcounts_the_same_id() -> None:
    made = plan(*FILE)
    again = plan(*FILE, existing=book_of(made))
    assert again.summary == f"0 new, 0 changed, {len(made.new)} unchanged, 0 refused"
    fresh = plan(FILE[0], existing=BusinessRecords(*(getattr(book_of(made), n) for n in ("organisations", "units"))))
    assert [type(one).__name__ for one in fresh.new] == ["Site", "Role", "RolePopulation"]


def test_changes_are_shown_field_by_field_and_keep_their_ids() -> None:
    before = book_of(plan(*FILE))
    made = plan("LARKFIELD,depots,hub,depot,LOADER,130,8,254,20.10,", existing=before)
    shown = {type(change.after).__name__: change.fields for change in made.changed}
    assert shown == {
        "Site": (FieldChange("site_type", "hub", "depot"),),
        "RolePopulation": (FieldChange("headcount", "120", "130"), FieldChange("hourly_rate", "19.8", "20.1")),
    }
    assert made.changed[0].after.id == before.sites[0].id
    assert len(made.unchanged) == 3


def test_a_row_that_contradicts_an_earlier_one_is_refused_whole() -> None:
    made = plan(
        FILE[0],
        "Larkfield,Depots,Hub,depot,Porter,3,8,254,19,",
        "Larkfield,Depots,Hub,hub,Loader,5,8,254,19,",
        "Larkfield,Depots,Hub,hub,Cleaner,5,8,254,19,EUR",
    )
    assert [str(one) for one in made.refused] == [
        "Line 3: “Hub” has another site type on line 2. Correct one of them.",
        "Line 4: the role “Loader” at “Hub” is already on line 2.",
        "Line 5: “Larkfield” has another currency on line 2. Correct one of them.",
    ]
    assert {role.name for role in book_of(made).roles} == {"Loader"}


def test_a_later_row_may_add_what_an_earlier_one_left_open() -> None:
    made = plan("Larkfield,Depots,Hub,,,,,,,", "Larkfield,Depots,Hub,hub,Loader,1,8,254,19,")
    assert book_of(made).sites[0].site_type is SiteType.HUB
    assert not made.refused


def test_removed_records_are_not_met() -> None:
    before = book_of(plan(FILE[0]))
    gone = BusinessRecords(organisations=(before.organisations[0].edited(removed=True),))
    made = plan(FILE[0], existing=gone)
    assert len(made.new) == 5


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",Depots,Hub,hub,Loader,1,8,254,19,", "the organisation is missing."),
        ("Larkfield,Depots,,hub,Loader,1,8,254,19,", "the site is missing."),
        ("Larkfield,Depots,Hub,castle,Loader,1,8,254,19,", "the site type “castle” is not one of: hub, depot,"),
        ("Larkfield,Depots,Hub,hub,Loader,,8,254,19,", "the headcount of the role “Loader” is missing."),
        ("Larkfield,Depots,Hub,hub,Loader,ten,8,254,19,", "the headcount “ten” is not a whole number."),
        ("Larkfield,Depots,Hub,hub,Loader,1,25,254,19,", "the shift hours is too large: 24.0 is the most."),
        ("Larkfield,Depots,Hub,hub,Loader,1,0,254,19,", "the shift hours must be more than 0."),
        ("Larkfield,Depots,Hub,hub,Loader,1,8,0,19,", "the days per year is too small: 1 is the least."),
        ("Larkfield,Depots,Hub,hub,Loader,1,8,254,£19,", "the hourly rate “£19” is not a number such as 22.50."),
        ('Larkfield,Depots,Hub,hub,Loader,1,8,254,"1,200",', "the hourly rate “1,200” could be read in two ways."),
        ("Larkfield,Depots,Hub,hub,Loader,1,8,254,19,Pound sterling", "the currency is longer than 8 characters."),
    ],
)
def test_bad_cells_refuse_their_row(row: str, why: str) -> None:
    made = plan(row, FILE[1])
    assert made.refused[0].line_number == 2
    assert made.refused[0].why.startswith(why)
    assert [role.name for role in book_of(made).roles] == ["Clerk"]


@pytest.mark.parametrize(
    ("text", "value"), [("120", 120), ("1,200", 1200), ("1 200", 1200), ("1'200", 1200), ("12.000", 12000)]
)
def test_headcounts_may_be_grouped(text: str, value: int) -> None:
    made = plan(f'Larkfield,Depots,Hub,hub,Loader,"{text}",8,254,"22,50",')
    heads = book_of(made).populations[0]
    assert (heads.headcount, heads.hourly_rate) == (value, 22.5)
