from __future__ import annotations

from dataclasses import replace

from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.interchange.catalogue import read_catalogue
from shadow_app.interchange.plan import CataloguePlan, FieldChange, plan_catalogue

EMAIL = Service(code="12", name="Email", aliases=("outlook", "Mail"), owner="Ann", description="Sends mail")
PRINT = Service(code="13", name="Office print")


def plan(*lines: str, existing: tuple[Service, ...] = (EMAIL, PRINT)) -> CataloguePlan:
    return plan_catalogue(read_catalogue("\n".join(lines).encode()), existing)


def test_new_changed_unchanged_and_refused_are_told_apart() -> None:
    made = plan(
        "code,name,owner,aliases,status",
        "12,E-mail,Bo,mail|inbox,retired",
        "13,Office print,,,",
        "14,File service,Cy,s drive,live",
        "15,,,,",
    )
    assert made.summary == "1 new, 1 changed, 1 unchanged, 1 refused"
    changed = made.changed[0]
    assert changed.after.id == EMAIL.id
    assert changed.fields == (
        FieldChange("name", "Email", "E-mail"),
        FieldChange("owner", "Ann", "Bo"),
        FieldChange("aliases", "outlook, Mail", "outlook, Mail, inbox"),
        FieldChange("status", "live", "retired"),
    )
    assert made.unchanged == (PRINT,)
    new = made.new[0]
    assert isinstance(new, Service)
    assert (new.code, new.name, new.aliases, new.status) == ("14", "File service", ("s drive",), ServiceStatus.LIVE)
    assert made.records == (new, changed.after)


def test_an_import_of_the_same_file_again_changes_nothing() -> None:
    lines = ("code,name,aliases", "12,Email,outlook|post", "20,Requests,form")
    first = plan(*lines)
    again = plan(*lines, existing=(PRINT, *(one for one in first.records if isinstance(one, Service))))
    assert again.summary == "0 new, 0 changed, 2 unchanged, 0 refused"


def test_without_a_code_the_same_name_is_met_and_a_similar_one_is_not() -> None:
    made = plan("name,owner", "EMAIL ,Bo", "Emails,Bo")
    assert [change.before.id for change in made.changed] == [EMAIL.id]
    assert made.changed[0].fields == (FieldChange("name", "Email", "EMAIL"), FieldChange("owner", "Ann", "Bo"))
    assert len(made.new) == 1


def test_empty_cells_and_missing_columns_clear_nothing() -> None:
    made = plan("code,name,owner,description,aliases", "12,Email,,,")
    assert made.unchanged == (EMAIL,)


def test_a_code_of_one_and_a_name_of_another_is_refused() -> None:
    made = plan("code,name", "12,Office print")
    assert str(made.refused[0]) == (
        "Line 2: the code “12” is “Email” here, but the name “Office print” belongs to another service. "
        "Correct one of them."
    )
    assert not made.records


def test_twins_in_the_catalogue_are_never_guessed_between() -> None:
    twins = (EMAIL, Service(name="email"), Service(code="9", name="A"), Service(code="9", name="B"))
    made = plan("code,name", ",Email", "9,C", existing=twins)
    assert [one.why for one in made.refused] == [
        "2 services are called “Email”. Give the code of the one you mean.",
        "2 services have the code “9”. Give each its own in the catalogue first.",
    ]


def test_removed_services_are_not_met() -> None:
    made = plan("code,name", "12,Email", existing=(EMAIL.edited(removed=True),))
    assert len(made.new) == 1
    assert made.new[0].id != EMAIL.id


def test_too_long_is_said_in_words() -> None:
    made = plan("code,name,aliases", f"1,{'x' * 201},", f"2,Fine,{'y' * 81}", f"{'9' * 81},Also fine,")
    assert [one.why for one in made.refused] == [
        "the name is longer than 200 characters. Shorten it in the file.",
        "the aliases is longer than 80 characters. Shorten it in the file.",
        "the code is longer than 80 characters. Shorten it in the file.",
    ]


def test_the_rank_column_becomes_its_list() -> None:
    made = plan("code,name,assumed_rank", "12,Email,7", "13,Office print,2", "14,File service,", "15,Word,4")
    assert [service.name for service in made.assumed] == ["Office print", "Word", "Email"]
    assert not made.remarks


def test_values_that_no_column_checks_are_refused_by_the_record() -> None:
    sheet = read_catalogue(b"code,name\n1,Fine\n")
    odd = sheet.rows[0]
    broken = replace(sheet, rows=(replace(odd, aliases=("",)),))
    assert plan_catalogue(broken, ()).refused[0].why.startswith("the aliases cannot be used: ")


def test_a_rank_that_stands_twice_leaves_the_list_out_but_not_the_services() -> None:
    made = plan("code,name,assumed_rank", "12,Email,3", "13,Office print,3")
    assert made.assumed == ()
    assert made.remarks == ("“Email” and “Office print” both have IT rank 3, so IT's list was left out.",)
    assert made.summary == "0 new, 0 changed, 2 unchanged, 0 refused"
