"""A backup that is put back shows nothing that was taken back after it was made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from factories import Firm, put, tag
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused
from shadow_app.domain.observation import Observation
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, ReadBack, ReportKind, ReviewState
from shadow_app.storage import taken_back
from shadow_app.storage.fsck import differences
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.usecases.backing_up import Backups
from shadow_app.usecases.rescue import Rescue
from shadow_app.usecases.ways_in import WayIn
from two_desks import agreed_visit, desk, hand_over

NEEDLE = "zwetschgenkuchen"


@pytest.fixture
def firm(lead: Shadow) -> Firm:
    """A reviewed visit to whose notes and quotes the host agreed, and its released report."""
    firm = agreed_visit(lead)
    note = firm.note(f"she says {NEEDLE}", quote=NEEDLE, state=ReviewState.ACCEPTED, lost_minutes=4.0)
    put(lead.store, note, tag(note, firm.scanning))
    lead.releasing.release(ReportKind.VISIT, firm.visit.id)
    return firm


Put = Callable[[Path], Path]


def put_back(lead: Shadow, do: Callable[[], object], *, lose: tuple[str, ...] = (), salvaged: bool = False) -> Store:
    """Make a backup, do something, lose some files, put the backup back, or what can be read of all that is left."""
    backup = Backups(lead.store).make("asked")
    do()
    Backups(lead.store).tend()
    path, folder, key = lead.store.path, lead.store.backups, lead.store.key
    lead.close()
    for end in lose:
        path.with_name(path.name + end).unlink()
    rescue, way = Rescue(path, folder), WayIn(key=key)
    if salvaged:
        rescue.salvage(way, keep=True)
    else:
        rescue.put_back(backup.path, way)
    return Store(path, key, author="Lea")


def what_stands(store: Store) -> tuple[bool, int, bool]:
    """Whether the report stands, how many notes a search for the quote finds, whether the log and the tables agree."""
    with store.reading() as read:
        (edition,) = read.where(Edition)
        return edition.withdrawn_at is None, len(find_notes(read, NEEDLE)), differences(store) == []


@pytest.mark.parametrize("lose", [(), ("",), ("", ".withdrawn")], ids=["store there", "store gone", "list gone too"])
@pytest.mark.parametrize("salvaged", [False, True], ids=["put back", "salvaged"])
def test_an_agreement_taken_back_since_is_not_given_again(
    lead: Shadow, firm: Firm, lose: tuple[str, ...], salvaged: bool
) -> None:
    taking = lambda: lead.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)  # noqa: E731
    with closing(put_back(lead, taking, lose=lose, salvaged=salvaged)) as store:
        assert what_stands(store) == (False, 0, True)
        with store.reading() as read:
            (quotes,) = (each for each in read.where(ConsentRecord) if each.subject is ConsentSubject.QUOTES)
        assert not quotes.holds
        assert quotes.given, "agreed, and taken back on its day"


def test_a_report_withdrawn_since_stays_withdrawn(lead: Shadow, firm: Firm) -> None:
    (edition,) = lead.releasing.editions()
    moment = []

    def take() -> None:
        moment.append(lead.releasing.withdraw(edition.id, "a mistake in the figures").withdrawn_at)

    with closing(put_back(lead, take)) as store:
        assert what_stands(store) == (False, 1, True)
        with store.reading() as read:
            assert [each.withdrawn_at for each in read.where(Edition)] == moment, "the moment that all others know"
            assert read.get(Edition, edition.id).content_sha256 == edition.content_sha256
            blobs = read.connection.exec_driver_sql("SELECT count(*) FROM blob").scalar_one()
        assert blobs == 0, "its content is gone, and so is its PDF's"


def test_a_note_withdrawn_when_reading_back_stays_withdrawn(lead: Shadow, firm: Firm) -> None:
    (only,) = lead.capture.timeline(firm.visit.id)
    with closing(put_back(lead, lambda: lead.capture.edit(only.note.id, read_back=ReadBack.WITHDRAWN))) as store:
        assert what_stands(store)[0] is False
        with store.reading() as read:
            assert read.get(Observation, only.note.id).read_back is ReadBack.WITHDRAWN


def test_what_was_taken_back_by_mistake_is_not_taken_back_again(lead: Shadow, firm: Firm) -> None:
    def change_twice() -> None:
        lead.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, False)
        lead.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)

    with closing(put_back(lead, change_twice)) as store, store.reading() as read:
        assert all(each.holds for each in read.where(ConsentRecord))


def test_with_others_it_is_the_same_and_nobody_is_asked(lead: Shadow, firm: Firm, tmp_path: Path) -> None:
    with desk(tmp_path, "Ann") as out:
        hand_over(lead, out, tmp_path)

        def heard() -> None:
            out.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
            hand_over(out, lead, tmp_path)

        put_back(lead, heard).close()
        with desk(tmp_path, "Lea") as again:
            with pytest.raises(Refused, match="withdrawn"):
                again.releasing.content(again.releasing.editions()[0].id)
            hand_over(out, again, tmp_path)
            assert {each.field for each in again.exchange.conflicts()} <= {"withdrawn_why"}
            assert what_stands(again.store) == (False, 0, True)


def test_a_list_that_is_none_is_left_aside_and_written_anew(lead: Shadow, firm: Firm) -> None:
    place = taken_back.list_of(lead.store.path)
    assert not place.exists(), "nothing was taken back"
    place.write_bytes(b'{"consents": 5}')
    assert taken_back.read(place) is None
    lead.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    told = taken_back.read(place)
    assert told is not None
    assert (len(told.consents), len(told.notes), len(told.editions)) == (1, 0, 1)
    assert NEEDLE.encode() not in place.read_bytes()


def test_a_list_that_cannot_be_written_loses_no_note(lead: Shadow, firm: Firm) -> None:
    place = taken_back.list_of(lead.store.path)
    place.mkdir()
    lead.planning.agree(firm.visit.id, ConsentSubject.QUOTES, False)
    with lead.store.reading() as read:
        assert not all(each.holds for each in read.where(ConsentRecord))
    place.rmdir()
    lead.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, False)
    told = taken_back.read(place)
    assert told is not None
    assert len(told.consents) == 2


def test_what_another_process_wrote_is_listed_when_backups_are_looked_after(lead: Shadow, firm: Firm) -> None:
    place = taken_back.list_of(lead.store.path)
    lead.backups.tend()
    put(lead.store, firm.note("nothing of this takes anything back"))
    lead.backups.tend()
    assert not place.exists()
    with closing(Store(lead.store.path, lead.store.key, author="Lea elsewhere")) as other:
        with other.reading() as read:
            (quotes,) = (each for each in read.where(ConsentRecord) if each.subject is ConsentSubject.QUOTES)
        put(other, quotes.edited(withdrawn_on=date(2026, 11, 20)))
    place.unlink(missing_ok=True)
    lead.backups.tend()
    told = taken_back.read(place)
    assert told is not None
    assert set(told.consents) == {quotes.id}
    place.unlink()
    lead.backups.tend()
    assert taken_back.read(place) == told, "a list that went away is written again"
