"""Erasing a visit or a person: looked at, gone everywhere, with a receipt that holds no content."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text

from factories import NOON, Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.people import Host
from shadow_app.domain.record import new_id
from shadow_app.domain.telling import Contact, Conversation
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ConsentSubject, ReportKind, ReviewState, VisitState
from shadow_app.usecases import erasing, retention
from two_desks import desk, hand_over, pages_of, photo

NEEDLE = "zwetschgenkuchen"
NOW = datetime(2026, 11, 22, 9, tzinfo=timezone.utc)


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    """Two visits to Maria Kowalska, one of them with a photo and a pain point; one to somebody else."""
    firm = Firm().put_into(lead.store)
    first = firm.visit.edited(state=VisitState.REVIEWED, number="A1-1")
    second = first.edited(id=new_id(), number="A1-2", starts_at=NOON - timedelta(days=30))
    other = first.edited(id=new_id(), number="A1-3", starts_at=NOON - timedelta(days=60))
    put(lead.store, first, second, other)
    lead.planning.agree(first.id, ConsentSubject.PHOTOS, True)
    mine = firm.note(f"she waits for {NEEDLE}", state=ReviewState.ACCEPTED, lost_minutes=4.0, quote=NEEDLE)
    again = mine.edited(id=new_id(), visit_id=second.id)
    theirs = firm.note("belt stands still", state=ReviewState.ACCEPTED).edited(id=new_id(), visit_id=other.id)
    put(lead.store, mine, again, theirs, tag(mine, firm.scanning), tag(theirs, firm.scanning))
    lead.capture.attach(mine.id, photo())
    lead.grouping.make(firm.scanning.id, "Guns wait", [mine.id, theirs.id])
    lead.grouping.make(firm.email.id, "Only hers", [again.id])
    lead.planning.name_host(first.id, "Driver 2", "Maria  Kowalska")
    lead.planning.name_host(second.id, "Driver 5", "maria kowalska")
    lead.planning.name_host(other.id, "Driver 7", "Jo Smith")
    contact = Contact(organisation_id=firm.firm.id, name="Maria Kowalska", reach="07700 900123")
    put(lead.store, contact, Conversation(contact_id=contact.id, held_on=date(2026, 11, 1), said=NEEDLE))
    return firm


def host(shadow: Shadow, pseudonym: str) -> Host:
    with shadow.store.reading() as read:
        return next(each for each in read.where(Host) if each.pseudonym == pseudonym)


def test_looking_touches_nothing_and_tells_all(lead: Shadow, firm: Firm) -> None:
    lead.releasing.release(ReportKind.PRIORITIES)
    seen = lead.privacy.person_going(host(lead, "Driver 2").id)
    assert [each.number for each in seen.visits] == ["A1-2", "A1-1"]
    assert (seen.notes, seen.photos, seen.quotes, len(seen.contacts), seen.names) == (2, 1, 2, 1, 2)
    assert (seen.records["conversation"], seen.records["contact"]) == (1, 1)
    assert (seen.pains_losing, seen.pains_left_bare) == (1, 1)
    assert len(seen.editions) == 1
    assert not seen.nothing
    assert len(lead.planning.visits()) == 3
    assert lead.releasing.editions()[0].withdrawn_at is None
    unnamed = lead.privacy.visit_going(firm.visit.id)
    assert (unnamed.notes, unnamed.shared_hosts) == (1, 0)


def test_a_person_goes_whole_here_and_elsewhere(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    lead.releasing.release(ReportKind.PRIORITIES)
    assert NEEDLE.encode() in pages_of(lead.store), "or looking for it shows nothing"
    with desk(tmp_path, "Ben") as ben:
        hand_over(lead, ben, tmp_path)
        receipts = lead.privacy.erase_person(host(lead, "Driver 2").id)
        hand_over(lead, ben, tmp_path)
        for shadow in (lead, ben):
            assert [each.visit.number for each in shadow.planning.visits()] == ["A1-3"]
            with shadow.store.reading() as read:
                assert (read.where(Contact), read.where(Conversation)) == ([], [])
                assert [each.text for each in read.where(Observation, removed=True)] == ["belt stands still"]
            assert shadow.releasing.editions()[0].withdrawn_at is not None
            assert shadow.exchange.differences() == []
        assert [each.kind for each in receipts] == ["contact", "visit", "visit"]
    assert NEEDLE.encode() not in pages_of(lead.store)
    assert b"kowalska" not in pages_of(lead.store).lower()


def test_a_receipt_counts_and_says_nothing_else(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    (receipt,) = lead.privacy.erase_visit(firm.visit.id)
    assert (receipt.records["observation"], receipt.records["attachment"], receipt.names) == (1, 1, 1)
    assert (receipt.what, receipt.visited_on) == ("Visit A1-1", date(2026, 11, 12))
    assert "1\u00a0note, 1\u00a0photo" in receipt.took
    with lead.store.reading() as read:
        bodies = read.connection.execute(text("SELECT body FROM erasure_receipt")).scalars().all()
    told = " ".join(map(str, bodies)).casefold()
    assert not [word for word in (NEEDLE, "maria", "kowalska", "driver", "harbour") if word in told]
    page = lead.privacy.receipts_page(NOW)
    for name in ("r.pdf", "r.md"):
        lead.privacy.save(page, tmp_path / name)
    assert str(firm.visit.id) in (tmp_path / "r.md").read_text(encoding="utf-8").replace("\\", "")
    with pytest.raises(Refused, match=r"\.pdf or \.md"):
        lead.privacy.save(page, tmp_path / "r.doc")
    assert lead.privacy.receipts_page(NOW, [new_id()]).wide[0].lines == ()


def test_a_receipt_knows_whom_it_has_reached(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    with desk(tmp_path, "Ben") as ben, desk(tmp_path, "Cy") as cy:
        for other in (ben, cy):
            hand_over(lead, other, tmp_path)
            hand_over(other, lead, tmp_path)
        lead.privacy.erase_visit(firm.visit.id)
        (receipt,) = lead.privacy.receipts()
        assert receipt.spread.startswith("Erased on 1 of 3; ")
        hand_over(ben, lead, tmp_path)
        assert lead.privacy.receipts()[0].spread.startswith("Erased on 1 of 3; "), "heard of, and without the erasure"
        hand_over(lead, ben, tmp_path)
        hand_over(ben, lead, tmp_path)
        (receipt,) = lead.privacy.receipts()
        assert receipt.spread.startswith("Erased on 2 of 3; Cy last heard of on ")
        hand_over(ben, cy, tmp_path)
        hand_over(cy, lead, tmp_path)
        assert lead.privacy.receipts()[0].spread == "Erased on 3 of 3"


def test_a_host_without_a_name_is_the_one_visit_only(lead: Shadow, firm: Firm) -> None:
    lead.privacy.forget_name(host(lead, "Driver 5").id)
    seen = lead.privacy.person_going(host(lead, "Driver 5").id)
    assert ([each.number for each in seen.visits], seen.contacts) == (["A1-2"], ())
    put(lead.store, Host(visit_id=firm.visit.id, pseudonym="Clerk 1"))
    assert lead.privacy.person_going(host(lead, "Driver 2").id).shared_hosts == 1
    with pytest.raises(NotFound):
        lead.privacy.person_going(new_id())


def test_a_visit_is_found_by_number_or_id_also_when_removed(lead: Shadow, firm: Firm) -> None:
    with lead.store.work("gone") as work:
        work.remove(work.get(Visit, firm.visit.id))
        work.commit()
    assert lead.privacy.visit_named("A1-1") == lead.privacy.visit_named(str(firm.visit.id)) == firm.visit.id
    with pytest.raises(NotFound, match="visit list"):
        lead.privacy.visit_named("A1-9")
    lead.privacy.erase_visit(firm.visit.id)
    with pytest.raises(NotFound):
        lead.privacy.visit_named("A1-1")


# -- retention ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 22), 12, date(2025, 11, 22)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, before: date) -> None:
    assert retention.months_before(day, months) == before


def test_nothing_goes_by_itself_and_what_goes_was_looked_at(lead: Shadow, firm: Firm) -> None:
    assert lead.privacy.months_kept() == 12
    assert lead.privacy.past_time(date(2027, 9, 1)).nothing
    seen = lead.privacy.past_time(date(2027, 10, 14))
    assert [each.number for each in seen.going.visits] == ["A1-3", "A1-2"]
    assert len(lead.planning.visits()) == 3
    lead.privacy.erase_visit(seen.going.visits[0].visit_id)
    done = lead.privacy.let_go(seen)
    assert len(done.receipts) == 1, "what is gone meanwhile needs no second erasure"
    assert [each.visit.number for each in lead.planning.visits()] == ["A1-1"]
    assert [each.why for each in lead.privacy.receipts()] == [erasing.TIME_IS_UP, erasing.ASKED_FOR]


def test_each_store_says_how_long_it_keeps(lead: Shadow, firm: Firm) -> None:
    lead.privacy.keep_for(1)
    assert len(lead.privacy.past_time(date(2026, 12, 1)).going.visits) == 2
    for wrong in (0, 121):
        with pytest.raises(Refused, match="between 1 and 120"):
            lead.privacy.keep_for(wrong)
    today = lead.day.today(datetime(2026, 12, 1, 12, tzinfo=timezone.utc))
    assert today.duties.past_time == 2


def test_a_live_visit_is_never_past_its_time_and_a_removed_one_is(lead: Shadow, firm: Firm) -> None:
    with lead.store.reading() as read:
        visit = read.get(Visit, firm.visit.id)
    put(lead.store, visit.edited(state=VisitState.LIVE))
    far = date(2030, 1, 1)
    assert "A1-1" not in [each.number for each in lead.privacy.past_time(far).going.visits]
    put(lead.store, visit.edited(removed=True))
    assert "A1-1" in [each.number for each in lead.privacy.past_time(far).going.visits]


def test_a_name_is_forgotten_a_month_after_the_report_was_released(lead: Shadow, firm: Firm) -> None:
    released = lead.releasing.release(ReportKind.VISIT, firm.visit.id).released_at.date()
    assert lead.privacy.past_time(released + timedelta(days=30)).names == ()
    seen = lead.privacy.past_time(released + timedelta(days=31))
    assert seen.names == (host(lead, "Driver 2").id,)
    assert lead.privacy.let_go(seen).names == 1
    assert lead.planning.sheet(firm.visit.id).name == ""
    assert len(lead.planning.visits()) == 3
