"""Write down what was seen, as it is seen. Every verb is one action that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.history import HistoryLine, Step, Steps
from shadow_app.domain.language import say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject, Kind
from shadow_app.insight.quick_entry import Entry
from shadow_app.interchange.pictures import Picture, take_in, thumbnail
from shadow_app.storage import listings
from shadow_app.storage.history import history_of_note
from shadow_app.storage.pauses import refuse_off_record
from shadow_app.storage.store import Store
from shadow_app.storage.undo import steps, take_back
from shadow_app.usecases.drafting import draft, tags
from shadow_app.usecases.withdrawal import follow

PreparedPhoto = tuple[Picture, bytes]
"""(the photo as it is kept, its small copy)"""


class Capture:
    """The verbs of the Live page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note(self, visit_id: UUID, entry: Entry, typed_at: datetime, kind: Kind | None = None) -> Observation:
        """Write one note; when this returns it is on the disk.

        Args:
            visit_id: where it was seen.
            entry: the parsed line.
            typed_at: the time of the first key, aware, in the local zone.
            kind: what was chosen by key, if anything was.

        Raises:
            Refused: the visit is off the record.
        """
        note = draft(entry, visit_id, typed_at, kind)
        with self._store.work("Note saved") as work:
            refuse_off_record(work, visit_id, self._store.device)
            work.put(note)
            for tag in tags(note, entry.service_ids):
                work.put(tag)
            work.commit()
        return note

    def edit(self, note_id: UUID, **fields: Any) -> Observation:
        """Change fields of a note. A host's word that takes it back takes released reports with it.

        Raises:
            Refused: the host has taken back the agreement to notes; what would be saved is not the note.
        """
        with self._store.work("Note edited") as work:
            known = work.get(Observation, note_id)
            if ConsentSubject.NOTES in listings.withdrawn_on(work, [known.visit_id]).get(known.visit_id, ()):
                raise Refused(
                    say("The host has taken back the agreement to notes, so this one cannot be changed any more.")
                )
            edited = known.edited(**fields)
            work.put(edited)
            follow(work, known, edited)
            work.commit()
        return edited

    def remove(self, note_id: UUID) -> None:
        """Take a note away; undo brings it back."""
        with self._store.work("Note removed") as work:
            work.remove(work.get(Observation, note_id))
            work.commit()

    def tag(self, note_id: UUID, service_id: UUID, *, primary: bool = False) -> None:
        """Say that a note is about a service. A primary tag takes the whole note and leaves the others none."""
        with self._store.work("Service named") as work:
            note = work.get(Observation, note_id)
            work.get(Service, service_id)
            for other in work.where(ServiceTag, observation_id=note_id):
                if primary and other.primary:
                    work.put(other.edited(primary=False))
            (tag,) = tags(note, (service_id,))
            work.put(tag.edited(primary=primary))
            work.commit()

    def untag(self, note_id: UUID, service_id: UUID) -> None:
        """Say that a note is not about a service after all."""
        with self._store.work("Service taken off") as work:
            work.remove(work.get(ServiceTag, link_id(note_id, service_id)))
            work.commit()

    def attach(self, note_id: UUID, data: bytes, caption: str = "") -> Attachment:
        """Add a photo to a note, shrunk and stripped of where it was taken.

        Raises:
            Refused: the host has not agreed to photos.
            PictureTrouble: it is no picture that can be taken.
        """
        return self.attach_prepared(note_id, self.prepare(data), caption)

    def prepare(self, data: bytes) -> PreparedPhoto:
        """Shrink a photo and strip it of where it was taken; asks nothing of the store, so any thread may do it.

        Raises:
            PictureTrouble: it is no picture that can be taken.
        """
        picture = take_in(data)
        return picture, thumbnail(picture.jpeg)

    def attach_prepared(self, note_id: UUID, photo: PreparedPhoto, caption: str = "") -> Attachment:
        """Add a photo that was shrunk beforehand, beside the writing thread: it takes longer than a note may wait.

        Raises:
            Refused: the host has not agreed to photos.
        """
        picture, small = photo
        with self._store.work("Photo added") as work:
            note = work.get(Observation, note_id)
            consent = work.find(ConsentRecord, link_id(note.visit_id, ConsentSubject.PHOTOS))
            if consent is None or not consent.holds:
                raise Refused(say("The host has not agreed to photos; ask, and record the answer on the Prepare tab."))
            work.put_blob(picture.sha256, picture.jpeg, small)
            attachment = Attachment(
                visit_id=note.visit_id,
                observation_id=note.id,
                sha256=picture.sha256,
                width=picture.width,
                height=picture.height,
                byte_size=len(picture.jpeg),
                taken_at=picture.taken_at,
                caption=caption,
            )
            work.put(attachment)
            work.commit()
        return attachment

    def detach(self, attachment_id: UUID) -> None:
        """Take a photo off its note."""
        with self._store.work("Photo taken off") as work:
            work.remove(work.get(Attachment, attachment_id))
            work.commit()

    def timeline(self, visit_id: UUID) -> list[TimelineNote]:
        """A visit's notes in the order in which they happened."""
        with self._store.reading() as read:
            return listings.timeline(read, visit_id)

    def shown(self, note_id: UUID) -> TimelineNote:
        """One note with its services and photos.

        Raises:
            NotFound: it does not exist or was removed.
        """
        with self._store.reading() as read:
            found = listings.notes_by_id(read, (note_id,))
        if not found:
            raise NotFound(say("This note is not there any more."))
        return found[0]

    def thumbnail(self, sha256: str) -> bytes | None:
        """The small copy of a photo."""
        with self._store.reading() as read:
            return listings.thumbnail_bytes(read, sha256)

    def picture(self, sha256: str) -> bytes | None:
        """The photo itself."""
        with self._store.reading() as read:
            return listings.picture_bytes(read, sha256)

    def last_tags(self, visit_id: UUID) -> str:
        """The signs that repeat what the last tagged note of the visit was tagged with, for Ctrl+R."""
        with self._store.reading() as read:
            for shown in reversed(listings.timeline(read, visit_id)):
                if shown.services or shown.note.role_id:
                    return " ".join((*_signs("#", shown.services), *_signs("@", filter(None, (shown.role,)))))
        return ""

    def can(self, visit_id: UUID) -> Steps:
        """What undo and redo would do next in this visit, on this device."""
        with self._store.reading() as read:
            return steps(read, visit_id, self._store.device)

    def undo(self, visit_id: UUID) -> Step | None:
        """Take back the last action; None when there is none."""
        return self._take_back(self.can(visit_id).undo)

    def redo(self, visit_id: UUID) -> Step | None:
        """Bring back what was undone last; None when there is none."""
        return self._take_back(self.can(visit_id).redo)

    def history(self, record_id: UUID) -> list[HistoryLine]:
        """Who changed what, when, from what to what."""
        with self._store.reading() as read:
            return history_of_note(read, record_id)

    def _take_back(self, step: Step | None) -> Step | None:
        if step is not None:
            take_back(self._store, step, follow)
        return step


def _signs(sign: str, names: Iterable[str]) -> list[str]:
    return [f'{sign}"{name}"' if " " in name or not name[:1].isalpha() else f"{sign}{name}" for name in names]
