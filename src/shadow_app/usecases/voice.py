"""Voice notes: recorded on purpose, for a note, and only where the host agreed to be quoted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.observation import Attachment, Observation
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.domain.voice import VOICE_TYPE, as_wav, samples_of
from shadow_app.sound.device import Playing, Recording, has_microphone
from shadow_app.storage import contents
from shadow_app.storage.pauses import refuse_off_record
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork


class Voice:
    """The verbs of a recording. Text from people is never made of it: what is said stays sound."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def can_record(self) -> bool:
        """Whether this computer has the extra and a microphone; it may take a second to find out."""
        return has_microphone()

    def begin(self, visit_id: UUID, ended: Callable[[], None]) -> Recording:
        """Begin to record.

        Args:
            visit_id: where one is.
            ended: called on another thread if it ends by itself, after two minutes or with the device.

        Raises:
            Refused: the host has not agreed to be quoted, or has taken it back; or the visit is off the record.
            SoundTrouble: there is no microphone.
        """
        with self._store.reading() as read:
            _check_consent(read, visit_id)
            refuse_off_record(read, visit_id, self._store.device)
        return Recording(ended)

    def keep(self, visit_id: UUID, samples: bytes, began: datetime, words: str) -> Observation:
        """Write a note that is a recording.

        Args:
            visit_id: where it was said.
            samples: as they were heard.
            began: when the recording began, aware, in the local zone.
            words: what the note says; a list must show something.

        Raises:
            Refused: the agreement has been taken back meanwhile; nothing is kept.
            SoundTrouble: nothing was heard.
        """
        wav, offset = as_wav(samples), began.utcoffset()
        minutes = 0 if offset is None else round(offset.total_seconds() / 60)
        note = Observation(visit_id=visit_id, at=began, utc_offset=minutes, text=words, line=words)
        with self._store.work("Voice note saved") as work:
            _check_consent(work, visit_id)
            work.put(note)
            _attach(work, note, wav)
            work.commit()
        return note

    def attach(self, note_id: UUID, samples: bytes) -> Attachment:
        """Add a recording to a note that is there already.

        Raises:
            Refused: the agreement has been taken back meanwhile; nothing is kept.
            SoundTrouble: nothing was heard.
            NotFound: the note is gone.
        """
        wav = as_wav(samples)
        with self._store.work("Recording added") as work:
            note = work.get(Observation, note_id)
            _check_consent(work, note.visit_id)
            attachment = _attach(work, note, wav)
            work.commit()
        return attachment

    def detach(self, attachment_id: UUID) -> None:
        """Take a recording off its note; undo brings it back."""
        with self._store.work("Recording taken off") as work:
            work.remove(work.get(Attachment, attachment_id))
            work.commit()

    def play(self, attachment_id: UUID, ended: Callable[[], None]) -> Playing:
        """Play a recording.

        Raises:
            Refused: the host has taken back what it was recorded by.
            NotFound: it is gone, or its content has not arrived here.
            SoundTrouble: it is damaged, or nothing here can play it.
        """
        with self._store.reading() as read:
            kept = read.get(Attachment, attachment_id)
            _check_consent(read, kept.visit_id)
            wav = contents.read(read.connection, kept.sha256)
        if wav is None:
            raise NotFound(say("This recording has not arrived on this computer yet."))
        return Playing(samples_of(wav), ended)


def _check_consent(read: Reader, visit_id: UUID) -> None:
    consent = read.find(ConsentRecord, link_id(visit_id, ConsentSubject.QUOTES))
    if consent is None or not consent.holds:
        raise Refused(
            say("The host has not agreed to be quoted, so nothing is recorded; ask, and note it under Prepare.")
        )


def _attach(work: UnitOfWork, note: Observation, wav: bytes) -> Attachment:
    digest = sha256(wav).hexdigest()
    work.put_blob(digest, wav)
    attachment = Attachment(
        visit_id=note.visit_id, observation_id=note.id, sha256=digest, media_type=VOICE_TYPE, byte_size=len(wav)
    )
    work.put(attachment)
    return attachment
