"""Released reports: frozen, proved by a hash, gone when somebody withdraws."""

from __future__ import annotations

import hashlib
from io import BytesIO

import pytest
from pypdf import PdfReader

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.errors import NotFound, Refused, StoreDamaged
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import TEAM, link_id, new_id
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack, ReportKind, ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words


@pytest.fixture
def shadow(store: Store) -> Shadow:
    return wire(store, Settings(name="Ann"))


@pytest.fixture
def told(store: Store, firm: Firm) -> Observation:
    """One accepted note of a finished visit whose host agreed to everything."""
    note = firm.note("gun logs out", lost_minutes=4, state=ReviewState.ACCEPTED, quote="I hate this thing")
    consents = (
        ConsentRecord(id=link_id(firm.visit.id, each), visit_id=firm.visit.id, subject=each, given=True)
        for each in ConsentSubject
    )
    put(store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1"), *consents, note, tag(note, firm.scanning))
    return note


def release(shadow: Shadow, firm: Firm) -> Edition:
    return shadow.releasing.release(ReportKind.VISIT, firm.visit.id)


def test_a_released_report_is_the_same_whatever_is_written_later(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    edition = release(shadow, firm)
    assert (edition.number, edition.released_by, edition.visit_ids) == (1, "Ann", (firm.visit.id,))
    page, said = shadow.releasing.content(edition.id), shadow.releasing.content(edition.id, ".md")
    assert hashlib.sha256(page).hexdigest() == edition.pdf_sha256
    assert hashlib.sha256(said).hexdigest() == edition.content_sha256
    assert "gun logs out" in said.decode()

    put(store, told.edited(text="something else", state=ReviewState.ACCEPTED))
    assert shadow.releasing.content(edition.id) == page
    assert shadow.releasing.content(edition.id, ".md") == said


def test_every_page_says_which_edition_it_is_and_none_says_draft(shadow: Shadow, firm: Firm, told: Observation) -> None:
    edition = release(shadow, firm)
    pages = [page.extract_text() for page in PdfReader(BytesIO(shadow.releasing.content(edition.id))).pages]
    assert pages
    local = edition.released_at.astimezone()
    for page in pages:
        assert f"Edition 1 · {local.day} {local:%B %Y, %H:%M} · {edition.content_sha256[:8]}" in page
        assert "DRAFT" not in page


@pytest.mark.parametrize("state", [ReviewState.DRAFT, ReviewState.READY, ReviewState.HAS_QUESTIONS])
def test_nothing_unreviewed_is_released(
    shadow: Shadow, store: Store, firm: Firm, told: Observation, state: ReviewState
) -> None:
    put(store, firm.note("belt stops", 5, state=state))
    with pytest.raises(Refused, match=r"not ready to be released \(1 .*; visits A1-1\)"):
        release(shadow, firm)
    assert len(shadow.releasing.obstacles(ReportKind.VISIT, firm.visit.id)) == 1
    assert shadow.releasing.editions() == []


def test_nothing_that_names_somebody_is_released(shadow: Shadow, store: Store, firm: Firm, told: Observation) -> None:
    put(store, firm.note("ring 07700 900123 for the code", 5, state=ReviewState.ACCEPTED))
    with pytest.raises(Refused, match="1 naming somebody"):
        release(shadow, firm)


@pytest.mark.parametrize("how", ["consent", "read back", "by hand"])
def test_a_withdrawal_takes_the_content_and_leaves_hash_and_date(
    shadow: Shadow, store: Store, firm: Firm, told: Observation, how: str
) -> None:
    edition = release(shadow, firm)
    needle = shadow.releasing.content(edition.id)
    match how:
        case "consent":
            shadow.planning.agree(firm.visit.id, ConsentSubject.QUOTES, given=False)
        case "read back":
            shadow.capture.edit(told.id, read_back=ReadBack.WITHDRAWN)
        case _:
            shadow.releasing.withdraw(edition.id, "a wrong date")
    gone = shadow.releasing.editions()[0]
    assert gone.withdrawn_at is not None
    assert gone.edited(withdrawn_at=None, withdrawn_why="") == edition
    with pytest.raises(Refused, match=r"was withdrawn on .* release a new edition"):
        shadow.releasing.content(edition.id)
    with store.reading() as read:
        blobs = [row[0] for row in read.connection.exec_driver_sql("SELECT data FROM blob")]
    assert needle not in blobs
    assert shadow.releasing.due() == [gone]

    again = release(shadow, firm)
    assert (again.number, again.replaces_id) == (2, edition.id)
    assert shadow.releasing.due() == []
    first = PdfReader(BytesIO(shadow.releasing.content(again.id))).pages[0].extract_text()
    assert f"Replaces edition 1 of {day_in_words(edition.released_at)}, whose content was withdrawn." in first


def test_a_withdrawal_leaves_other_visits_reports_alone(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    edition = release(shadow, firm)
    other = firm.visit.edited(id=new_id(), number="A1-2")
    put(store, other)
    shadow.planning.agree(other.id, ConsentSubject.NOTES, given=True)
    shadow.planning.agree(other.id, ConsentSubject.NOTES, given=False)
    assert shadow.releasing.content(edition.id)


def test_a_consent_that_was_never_given_withdraws_nothing(shadow: Shadow, firm: Firm, told: Observation) -> None:
    edition = release(shadow, firm)
    shadow.planning.agree(firm.visit.id, ConsentSubject.NOTES, given=True)
    assert shadow.releasing.content(edition.id)


def test_content_that_another_edition_still_holds_stays(shadow: Shadow, firm: Firm, told: Observation) -> None:
    first, second = release(shadow, firm), release(shadow, firm)
    assert first.content_sha256 == second.content_sha256
    shadow.releasing.withdraw(first.id, "superseded")
    assert shadow.releasing.content(second.id, ".md")
    assert shadow.releasing.due() == []


def test_content_that_was_tampered_with_is_not_handed_out(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    edition = release(shadow, firm)
    with store.maintaining() as write:
        write.connection.exec_driver_sql("UPDATE blob SET data = x'00' WHERE sha256 = ?", (edition.pdf_sha256,))
    with pytest.raises(StoreDamaged, match="is not what was released"):
        shadow.releasing.content(edition.id)


def test_what_cannot_be_is_one_sentence(shadow: Shadow, firm: Firm, told: Observation) -> None:
    edition = release(shadow, firm)
    with pytest.raises(Refused, match="why the report is withdrawn"):
        shadow.releasing.withdraw(edition.id, "  ")
    with pytest.raises(Refused, match=r"\.pdf and \.md"):
        shadow.releasing.content(edition.id, ".docx")
    shadow.releasing.withdraw(edition.id, "once")
    with pytest.raises(Refused, match="withdrawn already"):
        shadow.releasing.withdraw(edition.id, "twice")
    for kind in (ReportKind.VISIT, ReportKind.UNIT, ReportKind.YOU_SAID, ReportKind.RELEASE):
        with pytest.raises(NotFound):
            shadow.releasing.release(kind, new_id())


def test_somebody_who_writes_meanwhile_makes_it_try_again(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    def writing() -> bool:
        put(store, firm.note("one more", state=ReviewState.ACCEPTED))
        return True

    with pytest.raises(Refused, match="Somebody is writing"):
        shadow.releasing.release(ReportKind.VISIT, firm.visit.id, keep_going=writing)
    assert shadow.releasing.editions() == []


@pytest.mark.parametrize(
    "kind", [ReportKind.PRIORITIES, ReportKind.UNIT, ReportKind.PROGRAMME, ReportKind.YOU_SAID, ReportKind.DESK]
)
def test_every_kind_can_be_released(shadow: Shadow, firm: Firm, told: Observation, kind: ReportKind) -> None:
    subject = {ReportKind.UNIT: firm.unit.id, ReportKind.YOU_SAID: firm.site.id}.get(kind, TEAM)
    edition = shadow.releasing.release(kind, subject)
    assert edition.title
    assert shadow.releasing.content(edition.id).startswith(b"%PDF")
    assert shadow.releasing.editions(kind, subject) == [edition]


def test_the_report_on_a_release_rests_on_the_visits_before_it(
    shadow: Shadow, store: Store, firm: Firm, told: Observation
) -> None:
    after = firm.visit.edited(id=new_id(), number="A1-9", visit_type="post_release", release_ref="6.2")
    put(store, after)
    edition = shadow.releasing.release(ReportKind.RELEASE, after.id)
    assert set(edition.visit_ids) == {firm.visit.id, after.id}


def test_a_reviewed_visit_says_who_reviewed_it(shadow: Shadow, store: Store, firm: Firm, told: Observation) -> None:
    report = shadow.reporting.visit(firm.visit.id)
    assert (report.strip.reviewer, report.state.value) == ("Ann", "reviewed")
    put(store, firm.note("belt stops", 5))
    report = shadow.reporting.visit(firm.visit.id)
    assert (report.strip.reviewer, report.state.value) == ("Ann", "draft")


def test_nobody_without_a_name_releases(shadow: Shadow, store: Store, firm: Firm, told: Observation) -> None:
    store.author = " "
    with pytest.raises(Refused, match="stands for it by name"):
        release(shadow, firm)
    assert shadow.releasing.editions() == []
