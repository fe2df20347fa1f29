"""The withdrawn-consent drill, end to end: what a host takes back is shown nowhere, here and on the other laptop."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack, ReportKind, ReviewState
from shadow_app.interchange.export_rows import Subject
from shadow_app.usecases import withdrawal
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked
from two_desks import agreed_visit, hand_over, pages_of, photo

NEEDLE = "zwetschgenkuchen"


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    """A finished visit to whose notes, quotes and photos the host has agreed; one note says the needle, quoted."""
    firm = agreed_visit(lead)
    note = firm.note(
        f"she says {NEEDLE} again", quote=f"{NEEDLE} again", state=ReviewState.ACCEPTED, lost_minutes=4.0, line=NEEDLE
    )
    put(lead.store, note, tag(note, firm.scanning))
    lead.capture.attach(note.id, photo())
    return firm


def note_of(shadow: Shadow, firm: Firm) -> Observation:
    (only,) = shadow.capture.timeline(firm.visit.id)
    return only.note


def edition(shadow: Shadow) -> Edition:
    return shadow.releasing.editions()[0]


def everything_shown(shadow: Shadow, firm: Firm) -> str:
    """All that a person could see or carry away of the visit."""
    said = [repr(shadow.capture.timeline(firm.visit.id)), repr(shadow.capture.history(note_of(shadow, firm).id))]
    said.append(shadow.reporting.printed(shadow.reporting.visit(firm.visit.id), ".md").content.decode())
    said.append(repr(shadow.suggesting.similar("she says again")))
    said.append(repr(shadow.exporting.look(Asked(wanted=Wanted(subject=Subject.NOTES))).preview))
    return "\n".join(said)


def test_a_quote_taken_back_is_shown_nowhere_on_any_laptop(
    lead: Shadow, ann: Shadow, firm: Firm, tmp_path: Path
) -> None:
    released = lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    hand_over(lead, ann, tmp_path)
    assert NEEDLE in everything_shown(ann, firm)
    assert NEEDLE in ann.releasing.content(released.id, ".md").decode()

    ann.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    hand_over(ann, lead, tmp_path)
    for shadow in (lead, ann):
        assert NEEDLE not in everything_shown(shadow, firm)
        assert note_of(shadow, firm).text == "she says [quote withdrawn]"
        gone = edition(shadow)
        assert gone.withdrawn_at is not None
        assert gone.content_sha256 == released.content_sha256, "its hash and date stay"
        with pytest.raises(Refused, match="consent to quotes was withdrawn"):
            shadow.releasing.content(released.id)
    again = lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    assert again.replaces_id == released.id
    page = lead.reporting.printed(lead.reporting.visit(firm.visit.id), ".md").content.decode()
    assert NEEDLE not in page


def test_photos_and_notes_taken_back_go_out_of_every_list(
    lead: Shadow, ann: Shadow, firm: Firm, tmp_path: Path
) -> None:
    hand_over(lead, ann, tmp_path)
    ann.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, False)
    hand_over(ann, lead, tmp_path)
    (shown,) = lead.capture.timeline(firm.visit.id)
    assert shown.pictures == ()
    assert shown.note.quote, "quotes were not taken back"
    ann.planning.agree(firm.visit.id, ConsentSubject.NOTES, False)
    hand_over(ann, lead, tmp_path)
    assert note_of(lead, firm).text == "[withdrawn by the host]"
    assert NEEDLE not in everything_shown(lead, firm)
    with pytest.raises(Refused, match="taken back"):
        lead.capture.edit(note_of(lead, firm).id, text="she says it")
    lead.planning.agree(firm.visit.id, ConsentSubject.NOTES, True)
    assert NEEDLE in note_of(lead, firm).text, "a withdrawal that was recorded by mistake loses nothing"


def test_a_report_released_without_knowing_of_the_withdrawal_loses_its_content(
    lead: Shadow, ann: Shadow, firm: Firm, tmp_path: Path
) -> None:
    hand_over(lead, ann, tmp_path)
    ann.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    released = lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    assert NEEDLE in lead.releasing.content(released.id, ".md").decode()
    hand_over(ann, lead, tmp_path)
    assert edition(lead).withdrawn_why == "the host withdrew what was said"
    hand_over(lead, ann, tmp_path)
    assert edition(ann).withdrawn_at == edition(lead).withdrawn_at, "both come to the same end"
    assert lead.exchange.conflicts() == ann.exchange.conflicts() == []
    known = lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    hand_over(lead, ann, tmp_path)
    assert ann.releasing.content(known.id), "released with the knowledge of it, and so it stands"
    assert withdrawal.catch_up(lead.store) == ()


def test_a_note_withdrawn_elsewhere_takes_a_report_along(lead: Shadow, ann: Shadow, firm: Firm, tmp_path: Path) -> None:
    hand_over(lead, ann, tmp_path)
    ann.capture.edit(note_of(ann, firm).id, read_back=ReadBack.WITHDRAWN)
    lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    hand_over(ann, lead, tmp_path)
    assert edition(lead).withdrawn_at is not None


@pytest.mark.parametrize("subject", ConsentSubject)
def test_what_was_taken_back_can_be_erased_for_good_everywhere(
    lead: Shadow, ann: Shadow, firm: Firm, tmp_path: Path, subject: ConsentSubject
) -> None:
    hand_over(lead, ann, tmp_path)
    with pytest.raises(Refused, match="nothing back"):
        lead.privacy.erase_withdrawn(firm.visit.id)
    lead.planning.agree(firm.visit.id, subject, False)
    lead.planning.name_host(firm.visit.id, "Driver 1", "")
    assert [each.withdrawn for each in lead.privacy.hosts()] == [True]
    going = lead.privacy.withdrawn_going(firm.visit.id)
    assert going == lead.privacy.erase_withdrawn(firm.visit.id) > 0
    (receipt,) = lead.privacy.receipts()
    assert sum(receipt.records.values()) == going
    assert receipt.what.startswith("Taken back by the host of visit A1")
    assert [each.withdrawn for each in lead.privacy.hosts()] == [False]
    hand_over(lead, ann, tmp_path)
    hand_over(ann, lead, tmp_path)
    assert lead.privacy.receipts()[0].spread == "Erased on 2 of 2"
    for shadow in (lead, ann):
        shown = shadow.capture.timeline(firm.visit.id)
        with shadow.store.reading() as read:
            photos = read.where(Attachment, removed=True)
        match subject:
            case ConsentSubject.NOTES:
                assert shown == []
            case ConsentSubject.QUOTES:
                assert [each.note.text for each in shown] == ["she says [quote withdrawn]"]
                assert [(each.services, len(each.pictures)) for each in shown] == [(("Handheld scanning",), 1)]
            case ConsentSubject.PHOTOS:
                assert photos == []
        assert shadow.exchange.differences() == []
    if subject is not ConsentSubject.PHOTOS:
        assert NEEDLE.encode() not in pages_of(lead.store)
