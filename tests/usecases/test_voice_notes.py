"""A voice note is personal: recorded, passed on, hidden and erased as its host agreed."""

from __future__ import annotations

import zipfile
from datetime import datetime, timezone
from hashlib import sha256
from pathlib import Path

import pytest

from factories import NOON, Firm, new_store, put
from laptops import same_team
from pretend_card import plugged_in
from shadow_app.domain.errors import NotFound, Refused, SoundTrouble
from shadow_app.domain.observation import Attachment
from shadow_app.domain.people import Host
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.domain.voice import VOICE_TYPE, as_wav
from shadow_app.storage import contents, listings
from shadow_app.storage.arrivals import keep_content
from shadow_app.storage.store import Store
from shadow_app.usecases.capture import Capture
from shadow_app.usecases.exchange import Exchange
from shadow_app.usecases.privacy import Privacy
from shadow_app.usecases.suggesting import Suggesting
from shadow_app.usecases.voice import Voice

SAID = b"\x01\x02" * 16_000


def agreed(firm: Firm, subject: ConsentSubject = ConsentSubject.QUOTES, **fields: object) -> ConsentRecord:
    values = {"given": True, **fields}
    return ConsentRecord(id=link_id(firm.visit.id, subject), visit_id=firm.visit.id, subject=subject, **values)


@pytest.fixture
def voice(store: Store, firm: Firm) -> Voice:
    put(store, agreed(firm))
    return Voice(store)


def test_without_an_agreement_to_be_quoted_nothing_is_recorded(
    store: Store, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = plugged_in(monkeypatch)
    voice = Voice(store)
    for consent in (None, agreed(firm, given=False), agreed(firm, withdrawn_on=NOON.date())):
        if consent is not None:
            put(store, consent)
        with pytest.raises(Refused, match="not agreed to be quoted"):
            voice.begin(firm.visit.id, lambda: None)
        with pytest.raises(Refused):
            voice.keep(firm.visit.id, SAID, NOON, "Voice note")
    assert not card.open
    assert not Capture(store).timeline(firm.visit.id)


def test_a_recording_becomes_a_note_and_plays(
    store: Store, firm: Firm, voice: Voice, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, ended = plugged_in(monkeypatch), []
    assert voice.can_record()
    recording = voice.begin(firm.visit.id, lambda: None)
    card.say(2)
    note = voice.keep(firm.visit.id, recording.stop(), NOON.astimezone(timezone.utc), "Voice note, 2 s")
    (shown,) = Capture(store).timeline(firm.visit.id)
    assert shown.note == note
    assert [each.seconds for each in shown.voices] == [2.0]
    assert shown.pictures == ()
    voice.play(shown.voices[0].attachment_id, lambda: ended.append(True))
    card.listen()
    assert card.heard[:64_000] == b"\x10\x20" * 32_000
    assert ended == [True]


def test_it_is_added_to_a_note_taken_off_and_brought_back(store: Store, firm: Firm, voice: Voice) -> None:
    note = firm.note()
    put(store, note)
    kept = voice.attach(note.id, SAID)
    assert (kept.media_type, kept.byte_size) == (VOICE_TYPE, 32_044)
    voice.detach(kept.id)
    assert Capture(store).shown(note.id).voices == ()
    Capture(store).undo(firm.visit.id)
    assert [each.attachment_id for each in Capture(store).shown(note.id).voices] == [kept.id]
    with pytest.raises(SoundTrouble, match="Nothing was heard"):
        voice.attach(note.id, b"")


def test_undo_takes_note_and_recording_together(store: Store, firm: Firm, voice: Voice) -> None:
    voice.keep(firm.visit.id, SAID, NOON, "Voice note")
    Capture(store).undo(firm.visit.id)
    assert Capture(store).timeline(firm.visit.id) == []
    with store.reading() as read:
        assert not read.where(Attachment)


def test_an_agreement_taken_back_hides_it_at_once_and_erases_it(store: Store, firm: Firm, voice: Voice) -> None:
    note = firm.note("they said it all", quote="it all")
    put(store, note)
    kept = voice.attach(note.id, SAID)
    put(store, agreed(firm, withdrawn_on=NOON.date()))
    (shown,) = Capture(store).timeline(firm.visit.id)
    assert shown.voices == ()
    with pytest.raises(Refused):
        voice.play(kept.id, lambda: None)
    Privacy(store, Suggesting(store)).erase_withdrawn(firm.visit.id)
    with store.reading() as read:
        assert contents.read(read.connection, kept.sha256) is None
        assert not read.where(Attachment, removed=True)
    assert [each.note.quote for each in Capture(store).timeline(firm.visit.id)] == [""]


def test_photos_taken_back_leave_the_recording(store: Store, firm: Firm, voice: Voice) -> None:
    note = voice.keep(firm.visit.id, SAID, NOON, "Voice note")
    put(store, agreed(firm, ConsentSubject.PHOTOS, withdrawn_on=NOON.date()))
    with pytest.raises(Refused, match="nothing was erased"):
        Privacy(store, Suggesting(store)).erase_withdrawn(firm.visit.id)
    assert [each.seconds for each in Capture(store).shown(note.id).voices] == [1.0]


def test_it_travels_in_a_hand_over_and_erasure_takes_it_there_too(
    tmp_path: Path, store: Store, firm: Firm, voice: Voice
) -> None:
    note = voice.keep(firm.visit.id, SAID, NOON, "Voice note")
    other = new_store(tmp_path, "other.db", author="Ben")
    same_team(store, other)
    parcel = tmp_path / "day.shadow"
    Exchange(store).send(parcel)
    there = Exchange(other)
    there.take(there.preview(parcel), accept=True)
    (shown,) = Capture(other).timeline(firm.visit.id)
    assert [each.seconds for each in shown.voices] == [1.0]
    with other.reading() as read:
        assert contents.read(read.connection, shown.voices[0].sha256) == as_wav(SAID)
    with store.work("erased") as work:
        work.erase(work.get(type(note), note.id))
        work.commit()
    with store.reading() as read:
        assert contents.read(read.connection, shown.voices[0].sha256) is None
    other.close()


def test_bytes_that_are_no_recording_are_not_taken_in(store: Store, firm: Firm, voice: Voice) -> None:
    note = firm.note()
    fake = b"RIFF" + bytes(400)
    digest = sha256(fake).hexdigest()
    put(
        store,
        note,
        Attachment(
            visit_id=firm.visit.id, observation_id=note.id, sha256=digest, media_type=VOICE_TYPE, byte_size=len(fake)
        ),
    )
    assert not keep_content(store, digest, fake, lambda _data: b"small")
    (shown,) = Capture(store).shown(note.id).voices
    with pytest.raises(NotFound, match="has not arrived"):
        voice.play(shown.attachment_id, lambda: None)


def test_sound_that_is_called_a_photo_as_well_is_not_taken_in(store: Store, firm: Firm, voice: Voice) -> None:
    note, wav = firm.note(), as_wav(SAID)
    digest = sha256(wav).hexdigest()
    both = [
        Attachment(visit_id=firm.visit.id, observation_id=note.id, sha256=digest, media_type=kind)
        for kind in (VOICE_TYPE, "image/jpeg")
    ]
    put(store, note, *both)
    assert not keep_content(store, digest, wav, lambda _data: None)
    with store.work("photo gone") as work:
        work.erase(both[1])
        work.commit()
    assert keep_content(store, digest, wav, lambda _data: None)


def test_what_is_held_about_a_host_holds_the_recording(tmp_path: Path, store: Store, firm: Firm, voice: Voice) -> None:
    host = Host(visit_id=firm.visit.id, pseudonym="Driver 1")
    put(store, host)
    voice.keep(firm.visit.id, SAID, datetime(2026, 11, 12, 12, tzinfo=timezone.utc), "Voice note")
    out = tmp_path / "held.zip"
    Privacy(store, Suggesting(store)).export_held(host.id, out, NOON)
    with zipfile.ZipFile(out) as file:
        assert file.read("voices/001.wav") == as_wav(SAID)
        assert "Recording: 1 second" in file.read("held.md").decode()


def test_no_list_takes_sound_for_a_photo(store: Store, firm: Firm, voice: Voice) -> None:
    note = voice.keep(firm.visit.id, SAID, NOON, "Voice note")
    with store.reading() as read:
        (shown,) = listings.notes_by_id(read, [note.id])
    assert shown.pictures == ()
