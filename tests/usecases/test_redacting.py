"""A photo that is kept is blacked out for good: the old one is in no page of the store, here and elsewhere."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from factories import Firm, put
from pixels import pixel
from shadow_app.bootstrap import Shadow, wire
from shadow_app.domain.cover import Box
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.observation import Attachment
from shadow_app.domain.vocabulary import ConsentSubject, ReportKind, ReviewState, VisitState
from shadow_app.settings import Settings
from shadow_app.storage import contents
from shadow_app.storage.store import Store
from two_desks import desk, hand_over, pages_of, photo

WHOLE = (Box(left=0, top=0, right=1, bottom=1),)


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    made = wire(store, Settings(name="Ann"))
    put(store, firm.visit.edited(state=VisitState.REVIEWED, number="A1-1"))
    made.planning.agree(firm.visit.id, ConsentSubject.PHOTOS, True)
    notes = [firm.note("screen", at, state=ReviewState.ACCEPTED) for at in (0, 5)]
    put(store, *notes)
    for note in notes:
        made.capture.attach(note.id, photo(), "the screen")
    return made


def photos(shadow: Shadow) -> list[Attachment]:
    with shadow.store.reading() as read:
        return read.where(Attachment)


def test_the_old_pixels_are_nowhere(shadow: Shadow, firm: Firm, tmp_path: Path) -> None:
    before = photos(shadow)[0]
    released = shadow.releasing.release(ReportKind.VISIT, firm.visit.id)
    old = shadow.capture.picture(before.sha256)
    assert old is not None
    assert old[-200:] in pages_of(shadow.store), "or looking for it shows nothing"
    with desk(tmp_path, "Ben") as ben:
        hand_over(shadow, ben, tmp_path)
        after = shadow.privacy.black_out(before.id, WHOLE)
        hand_over(shadow, ben, tmp_path)
        for laptop in (shadow, ben):
            kept = photos(laptop)
            assert [each.sha256 for each in kept] == [after.sha256] * 2, "the same photo of another note as well"
            assert [each.caption for each in kept] == ["the screen"] * 2
            image = Image.open(BytesIO(laptop.capture.picture(after.sha256) or b""))
            assert max(pixel(image, (30, 20))) < 12
            assert laptop.capture.picture(before.sha256) is None
            with laptop.store.reading() as read:
                assert before.sha256 not in contents.all_named(read.connection)
            assert laptop.exchange.differences() == []
    small = Image.open(BytesIO(shadow.capture.thumbnail(after.sha256) or b""))
    assert max(pixel(small, (5, 5))) < 12
    with pytest.raises(Refused, match="blacked out"):
        shadow.releasing.content(released.id)
    assert old[-200:] not in pages_of(shadow.store)


def test_a_photo_is_blacked_out_before_it_is_kept(shadow: Shadow) -> None:
    image = Image.open(BytesIO(shadow.privacy.covered(photo(), WHOLE)))
    assert max(pixel(image, (30, 20))) < 12


def test_without_a_cover_or_a_photo_nothing_is_done(shadow: Shadow, firm: Firm, store: Store) -> None:
    before = photos(shadow)
    with pytest.raises(Refused, match="Nothing is covered"):
        shadow.privacy.black_out(before[0].id, ())
    lost = Attachment(visit_id=firm.visit.id, sha256="0" * 64)
    put(store, lost)
    with pytest.raises(NotFound, match="not arrived"):
        shadow.privacy.black_out(lost.id, WHOLE)
    with store.work("gone") as work:
        work.remove(before[0])
        work.commit()
    with pytest.raises(NotFound):
        shadow.privacy.black_out(before[0].id, WHOLE)
    assert len(photos(shadow)) == 2


def test_whoever_may_not_erase_blacks_out_and_a_lead_erases_what_was_there(
    shadow: Shadow, firm: Firm, tmp_path: Path
) -> None:
    before = photos(shadow)[0]
    old = shadow.capture.picture(before.sha256)
    assert old is not None
    assert shadow.privacy.covered_waiting() == 0
    with desk(tmp_path, "Ben") as ben:
        hand_over(shadow, ben, tmp_path)
        after = ben.privacy.black_out(before.id, WHOLE)
        assert [each.sha256 for each in photos(ben)] == [after.sha256] * 2
        assert ben.privacy.covered_waiting() == 2
        with pytest.raises(Refused):
            ben.privacy.erase_covered()
        hand_over(ben, shadow, tmp_path)
        assert [each.sha256 for each in photos(shadow)] == [after.sha256] * 2
        assert old[-200:] in pages_of(shadow.store)
        assert shadow.privacy.covered_waiting() == 2
        assert shadow.privacy.erase_covered() == 2
        assert shadow.privacy.covered_waiting() == 0
        hand_over(shadow, ben, tmp_path)
        for laptop in (shadow, ben):
            assert old[-200:] not in pages_of(laptop.store)
            assert [each.sha256 for each in photos(laptop)] == [after.sha256] * 2
