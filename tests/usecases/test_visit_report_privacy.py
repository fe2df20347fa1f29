"""The report on one visit: a small role, a refused or set-aside note, and an erased day point at nobody."""

from __future__ import annotations

import re
from typing import Any

import pytest

from factories import Firm, put, tag
from report_scenes import pain
from shadow_app.domain.decision import Commitment
from shadow_app.domain.organisation import RolePopulation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Host
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, Kind, ReviewState
from shadow_app.reports import markdown
from shadow_app.reports.immersion_annex import briefed
from shadow_app.storage.store import Store
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.visit_report import visit_report


def text_of(store: Store, firm: Firm) -> str:
    Prioritising(store).refresh()
    with store.reading() as read:
        return markdown.render(visit_report(read, firm.visit.id)).replace("\u00a0", " ")


@pytest.fixture
def day(store: Store, firm: Firm) -> Firm:
    """Notes of a day with Driver 2, who may be quoted."""
    notes = [
        firm.note("gun logs out", lost_minutes=4.0, quote="every time", minutes_later=7),
        firm.note("belt restarts", kind=Kind.POSITIVE, minutes_later=8),
        firm.note("loader waits", role_id=firm.loader.id, lost_minutes=2.0, minutes_later=9),
        firm.note("coffee is bad", state=ReviewState.SET_ASIDE, minutes_later=10),
    ]
    consent = ConsentRecord(visit_id=firm.visit.id, subject=ConsentSubject.QUOTES, given=True)
    put(store, *notes, *(tag(note, firm.scanning) for note in notes), consent)
    put(store, Host(visit_id=firm.visit.id, pseudonym="Driver 2", role_id=firm.driver.id))
    return firm


def few(store: Store, people: RolePopulation, headcount: int) -> None:
    put(store, people.edited(headcount=headcount))


def test_a_large_role_is_told_with_its_hours(store: Store, day: Firm) -> None:
    text = text_of(store, day)
    assert "Driver 2, 12:07" in text
    assert "loader" in text
    assert "12 November 2026" in text


def test_a_small_role_is_its_group_without_day_and_hour(store: Store, day: Firm) -> None:
    few(store, day.drivers, 2)
    text = text_of(store, day)
    for told in ("Driver", "driver", "12:07", "12:08", "12 November"):
        assert told not in text
    assert "every time" in text
    assert "operations" in text
    assert "November 2026" in text


def test_a_small_role_has_no_hours_of_the_day_and_no_number_of_people(store: Store, day: Firm) -> None:
    put(store, day.visit.edited(shift="Early"))
    large = text_of(store, day)
    assert re.search(r"\b\d\d:\d\d\b", large)
    assert "Early, " in large
    assert re.search(r"Harbour depot, driver \|[^|]+\|[^|]+\| 42 \|", large)
    few(store, day.drivers, 2)
    text = text_of(store, day)
    assert not re.search(r"\b\d\d:\d\d\b", text)
    assert "Early" not in text
    assert re.search(r"Harbour depot, operations \|[^|]+\|[^|]+\| few \|", text)


def test_a_note_about_a_small_role_has_no_hour_on_a_day_with_a_large_one(store: Store, day: Firm) -> None:
    few(store, day.loaders, 1)
    with store.reading() as read:
        (log,) = visit_report(read, day.visit.id).log
    assert [(entry.text, entry.untimed) for entry in log.entries] == [
        ("gun logs out", False),
        ("belt restarts", False),
        ("loader waits", True),
    ]
    text = text_of(store, day)
    assert "12:08 Works well" in text
    assert "12:09 Pain" not in text


def test_the_desk_is_told_of_a_promise_only_where_it_was_given(store: Store, day: Firm) -> None:
    jam = firm_pain(store, day, "Printer jams", day.labels, ("they push the label in by hand", Kind.WORKAROUND))
    other = firm_pain(store, day, "Labels smear", day.labels)
    put(
        store,
        Commitment(visit_id=day.visit.id, text="A second printer", pain_point_id=jam.id),
        Commitment(visit_id=day.visit.id, text="Somebody comes by"),
    )
    Prioritising(store).refresh()
    with store.reading() as read:
        told = {each.pain: each for each in visit_report(read, day.visit.id).briefing}
    assert told["Printer jams"].promised == "A second printer"
    assert told["Printer jams"].workaround == "they push the label in by hand"
    assert told["Labels smear"].promised == told["Labels smear"].workaround == ""
    assert {each.promised for pain, each in told.items() if pain != "Printer jams"} == {""}
    assert "in by hand. We promised: A second printer." in briefed(told["Printer jams"])
    assert other.title in told


def firm_pain(store: Store, firm: Firm, title: str, service: Service, *more: tuple[str, Kind]) -> PainPoint:
    """A pain point of one note of three minutes, and of more notes."""
    notes = [firm.note(title, lost_minutes=3.0), *(firm.note(text, kind=kind) for text, kind in more)]
    return pain(store, service, title, notes)


def test_a_small_role_without_a_group_is_staff(store: Store, day: Firm) -> None:
    few(store, day.drivers, 2)
    put(store, day.driver.edited(group=""))
    text = text_of(store, day)
    assert "driver" not in text.casefold()
    assert "With: staff" in text


def test_another_small_role_on_the_same_day_is_its_group(store: Store, day: Firm) -> None:
    few(store, day.loaders, 1)
    text = text_of(store, day)
    assert "Driver 2, 12:07" in text
    assert "operations" in text
    assert "loader" not in text.replace("loader waits", "").replace("Loader waits", "")


def test_what_was_set_aside_or_refused_is_not_printed(store: Store, day: Firm) -> None:
    assert "coffee is bad" not in text_of(store, day)
    fields: dict[str, Any] = {"visit_id": day.visit.id, "subject": ConsentSubject.NOTES}
    put(store, ConsentRecord(given=False, **fields))
    text = text_of(store, day)
    assert "gun logs out" not in text


def test_in_a_small_cell_the_pseudonym_is_not_told_either(store: Store, firm: Firm) -> None:
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 7", name="Zebedee Quark", role_id=firm.driver.id)
    put(store, host)
    words = "Driver 7 waits, says Quark; the driver door jams"
    with store.reading() as read:
        assert Mask(read)(words, firm.visit.id) == "Driver 7 waits, says Driver 7; the driver door jams"
    put(store, firm.drivers.edited(headcount=2))
    with store.reading() as read:
        told = Mask(read)(words, firm.visit.id)
    assert told == "Operations waits, says Operations; the driver door jams"
