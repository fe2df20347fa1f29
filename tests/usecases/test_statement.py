"""What the page for the works council says is true: of the records, of the figures, of the words around them."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest
from pydantic import BaseModel
from pypdf import PdfReader

import shadow_app
from shadow_app.bootstrap import Shadow, create_store, open_shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.kinds import BY_NAME
from shadow_app.domain.language import speaking
from shadow_app.interchange.export_rows import Subject
from shadow_app.reports.leaflet import markdown
from shadow_app.settings import Settings
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked
from shadow_app.usecases.statement import NEVER, RECORDED, recorded

NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)
PACKAGE = Path(shadow_app.__file__).parent

A_PERSON = frozenset(
    (
        *("host", "host_id", "hosts", "host_ids", "pseudonym", "shadower", "shadower_id", "author", "respondent"),
        *("contact", "contact_id", "colleague", "employee", "person", "member", "user", "user_id", "worker"),
    )
)
"""Fields by which a value could stand for somebody."""

A_FIGURE = re.compile(r"\b(int|float|Spread|Range|Estimate|Minutes|Count)\b")

OUT = "has been out, and for how many hours"
WITH_FIGURES = {
    "domain.change.Change": "a line of the log; the number is its place in it",
    "domain.listing.VisitCard": "how many notes of a visit still wait for a tag",
    "domain.ranking.StatedImportance": "the grade that somebody gave to a service",
    "domain.visit.Visit": OUT,
    "insight.coverage.Outing": OUT,
    "insight.coverage.PersonOut": OUT,
    "insight.last_contact.ContactRow": "how often IT talked to a contact",
    "insight.next_visit.Suggestion": "how many people hold the role that might be visited",
    "insight.outings.PersonOuting": OUT,
    "insight.tally.Tally": "what one visit came to; whose visit it was tells two visits of one person apart",
    "interchange.notes.NoteRow": "the line of a file",
    "reports.immersion.Strip": OUT,
    "storage.takings.Taking": "a stretch of the log",
    "usecases.folder_status.SeenThere": "how many files a laptop has left in a folder",
    "usecases.held.Held": "how many notes a person has to look at before the file is handed over",
}
"""Every type that holds somebody beside a number, and why that number is no measure of them."""

GROUPED = {
    ("ground.py", "_visit.c.shadower_id"): OUT,
    ("programme_listings.py", "v.shadower_id"): OUT,
    ("programme_listings.py", "contact_id"): "how often IT talked to a contact",
    ("programme_listings.py", "c.id"): "when IT last talked to a contact",
}


@pytest.fixture
def shadow(tmp_path: Path) -> Iterator[Shadow]:
    """A real store with a key file, whose protection the page tells of."""
    create_store(tmp_path / "own.db", unprotected=True)
    opened = open_shadow(Settings(name="Ann"), tmp_path / "own.db")
    yield opened
    opened.close()


def modules() -> Iterator[ModuleType]:
    for room in ("domain", "insight", "figures", "interchange", "reports", "storage", "usecases"):
        folder = importlib.import_module(f"shadow_app.{room}")
        for found in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
            if ".migrations.versions" not in found.name:
                yield importlib.import_module(found.name)


def fields_of(kind: type) -> dict[str, str]:
    """Field → its type as words, of whatever holds values; nothing for other classes."""
    if dataclasses.is_dataclass(kind):
        return {each.name: str(each.type) for each in dataclasses.fields(kind)}
    if issubclass(kind, BaseModel):
        return {name: str(each.annotation) for name, each in kind.model_fields.items()}
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return {name: str(words) for name, words in kind.__annotations__.items()}
    return {}


def a_person_beside_a_figure(kind: type) -> bool:
    fields = fields_of(kind)
    return not A_PERSON.isdisjoint(fields) and any(A_FIGURE.search(words) for words in fields.values())


def test_no_type_holds_a_figure_of_a_person() -> None:
    found = {
        f"{module.__name__.removeprefix('shadow_app.')}.{name}"
        for module in modules()
        for name, kind in vars(module).items()
        if isinstance(kind, type) and kind.__module__ == module.__name__ and a_person_beside_a_figure(kind)
    }
    assert found == set(WITH_FIGURES), "say why the number is no measure of anybody, or take it away"


@pytest.mark.parametrize("name", [name for name, why in WITH_FIGURES.items() if why == OUT])
def test_of_its_own_people_only_visits_and_hours_are_counted(name: str) -> None:
    module, _, kind = name.rpartition(".")
    fields = fields_of(getattr(importlib.import_module(f"shadow_app.{module}"), kind))
    figures = {field for field, words in fields.items() if A_FIGURE.search(words)}
    assert figures <= {"visits", "hours", "exposure_hours", "utc_offset"}


def test_the_walk_would_find_one() -> None:
    class Ranked(NamedTuple):
        shadower: str
        notes_per_hour: float

    @dataclasses.dataclass
    class Harmless:
        pseudonym: str
        said: str

    class Scored(BaseModel):
        host_id: str
        score: float

    assert [a_person_beside_a_figure(each) for each in (Ranked, Harmless, Scored, str)] == [True, False, True, False]


def test_no_question_to_the_store_is_grouped_by_a_person() -> None:
    grouping = re.compile(r"GROUP BY ([^\n\"]+)|\.group_by\(([^\n]*)\)")
    found = set()
    for path in sorted((PACKAGE / "storage").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for match in grouping.finditer(source):
            before = source[max(0, match.start() - 900) : match.start()]
            people = {"contact_id", "shadower_id", "host_id", "author", "respondent", "person", "pseudonym"}
            people |= {f"{alias}.id" for alias in re.findall(r"(?:contact|shadower|host) (\w)\b", before)}
            for column in re.split(r",\s*", (match[1] or match[2]).strip(" )")):
                if column in people or column.rpartition(".")[2] in people - {"id"}:
                    found.add((path.name, column))
    assert found == set(GROUPED)


def test_no_list_that_leaves_has_a_column_for_a_person(demo: Shadow) -> None:
    people = {each.name.casefold() for each in demo.catalogue.shadowers()}
    hosts = {each.name.casefold() for each in demo.privacy.hosts()} - {""}
    for subject in (Subject.PAINS, Subject.SERVICES, Subject.NOTES):
        try:
            looked = demo.exporting.look(Asked(wanted=Wanted(subject=subject)))
        except Refused:
            continue
        words = {word for heading in looked.preview.headings for word in re.findall(r"\w+", heading.casefold())}
        assert words.isdisjoint(A_PERSON | {"shadowed_by", "written_by"}), subject
        told = " ".join(" ".join(row) for row in looked.preview.rows).casefold()
        assert not [name for name in hosts if name in told]
        if subject is not Subject.PAINS:
            assert not [name for name in people if name in told], "only decisions and promises have an owner"


def test_every_kind_of_record_is_told() -> None:
    assert BY_NAME.keys() <= RECORDED.keys(), "say on the page what the new kind records, in plain words"
    told = " ".join(words for words, _ in recorded())
    for kind in BY_NAME:
        assert RECORDED[kind][1] in told


def test_the_page_is_one_page_and_true_of_this_store(shadow: Shadow, tmp_path: Path) -> None:
    shadow.privacy.keep_for(7)
    page = shadow.privacy.statement(NOW)
    shadow.privacy.save(page, tmp_path / "statement.pdf")
    shadow.privacy.save(page, tmp_path / "statement.md")
    sheets = PdfReader(BytesIO((tmp_path / "statement.pdf").read_bytes())).pages
    assert len(sheets) == 1
    on_paper = " ".join(sheets[0].extract_text().split())
    on_screen = (tmp_path / "statement.md").read_text(encoding="utf-8")
    for sentence in ("7 months", "22 November 2026", *(each.split(",")[0] for each in NEVER)):
        assert sentence in on_paper.replace("\u00a0", " "), sentence
        assert sentence in on_screen.replace("\u00a0", " "), sentence
    again = shadow.privacy.statement(NOW)
    assert markdown(again) == markdown(page), "equal facts give equal pages"


def test_it_is_one_page_in_german_too_and_none_of_it_is_cut(shadow: Shadow, tmp_path: Path) -> None:
    with speaking("de"):
        shadow.privacy.save(shadow.privacy.statement(NOW), tmp_path / "statement.pdf")
        empty = shadow.privacy.receipts_page(NOW)
    (sheet,) = PdfReader(BytesIO((tmp_path / "statement.pdf").read_bytes())).pages
    assert "…" not in sheet.extract_text()
    assert "Noch wurde nichts gelöscht." in markdown(empty)


def test_the_program_has_no_door_to_anywhere_but_the_places_that_people_name() -> None:
    """Nothing in the code opens a connection by itself; those who do are the ones that somebody gives an address to."""
    doors = re.compile(
        r"^\s*(?:import|from) (socket|http|urllib(?!\.parse)|requests|httpx|smtplib|ftplib|aiohttp)\b", re.MULTILINE
    )
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if "_compiled" not in path.parts and doors.search(path.read_text(encoding="utf-8"))
    }
    assert {each for each in found if not each.startswith("sync/")} == set()
