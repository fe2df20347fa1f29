"""Black out parts of a photo, before it is kept or afterwards; the pixels that were there are gone for good."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from shadow_app.domain.cover import Cover
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import mark, say
from shadow_app.domain.observation import Attachment
from shadow_app.domain.record import new_id
from shadow_app.interchange.pictures import Picture, thumbnail
from shadow_app.interchange.redaction import blacked_out
from shadow_app.storage import holdings, listings
from shadow_app.storage.covered_photos import covered_on
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.withdrawal import void_editions

WORDS = mark("a photo in it was blacked out")
LABEL = mark("Photo blacked out")
"""As the log knows it: what waits is found by it."""


def covered(data: bytes, covers: Sequence[Cover]) -> bytes:
    """A photo that is not kept yet, as JPEG, blacked out.

    Raises:
        PictureTrouble: it is no picture that can be taken.
    """
    return blacked_out(data, covers, quality=95).jpeg


def black_out(store: Store, attachment_id: UUID, covers: Sequence[Cover]) -> Attachment:
    """Black out a photo that is kept: the blacked-out one stands in its place, and the pixels that were there go.

    Every photo with the same content is treated alike, or its pixels would go on lying in the store. Released reports
    that rest on the visit may show it, so they lose their content.

    Only a lead may erase. On another laptop of a team the photo is taken off the note instead, here and everywhere, and
    its pixels wait for a lead to erase them (`waiting`).

    Raises:
        Refused: nothing is covered.
        NotFound: the photo is not there any more, or its content has not arrived yet.
    """
    if not covers:
        raise Refused(say("Nothing is covered yet: draw over what must not be seen, then black it out."))
    with store.reading() as read:
        old = read.get(Attachment, attachment_id)
        data = listings.picture_bytes(read, old.sha256)
    if data is None:
        raise NotFound(say("This photo has not arrived on this computer yet; nothing was changed."))
    picture = blacked_out(data, covers)
    after = old
    with store.work(LABEL) as work:
        work.put_blob(picture.sha256, picture.jpeg, thumbnail(picture.jpeg))
        for each in work.where(Attachment, removed=True, sha256=old.sha256):
            new = _put_instead(work, each, picture)
            after = new if each.id == attachment_id else after
        work.commit()
    holdings.leave_no_trace(store)
    return after


def _put_instead(work: UnitOfWork, old: Attachment, picture: Picture) -> Attachment:
    new = old.edited(
        id=new_id(),
        sha256=picture.sha256,
        width=picture.width,
        height=picture.height,
        byte_size=len(picture.jpeg),
    )
    if not old.removed:
        work.put(new)
    if work.leads:
        void_editions(work, old.visit_id, WORDS)
        work.erase(old)
    elif not old.removed:
        work.remove(old)
    return new


def waiting(read: Reader) -> list[Attachment]:
    """Photos that were blacked out on laptops that may not erase: taken off, and their pixels still there."""
    covered = covered_on(read, LABEL)
    return [each for each in read.where(Attachment, removed=True) if each.removed and each.id in covered]


def erase_waiting(store: Store) -> int:
    """Erase them, with what released reports show of them; how many there were.

    Raises:
        Refused: this laptop may not erase.
    """
    with store.work("Erased") as work:
        found = waiting(work)
        for each in found:
            void_editions(work, each.visit_id, WORDS)
            work.erase(each)
        work.commit()
    holdings.leave_no_trace(store)
    return len(found)
