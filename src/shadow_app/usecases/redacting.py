"""Black out parts of a photo, before it is kept or afterwards; the pixels that were there are gone for good."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from shadow_app.domain.cover import Cover
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import mark, say
from shadow_app.domain.observation import Attachment
from shadow_app.domain.record import new_id
from shadow_app.interchange.pictures import thumbnail
from shadow_app.interchange.redaction import blacked_out
from shadow_app.storage import holdings, listings
from shadow_app.storage.store import Store
from shadow_app.usecases.withdrawal import void_editions

WORDS = mark("a photo in it was blacked out")


def covered(data: bytes, covers: Sequence[Cover]) -> bytes:
    """A photo that is not kept yet, as JPEG, blacked out.

    Raises:
        PictureTrouble: it is no picture that can be taken.
    """
    return blacked_out(data, covers, quality=95).jpeg


def black_out(store: Store, attachment_id: UUID, covers: Sequence[Cover]) -> Attachment:
    """Black out a photo that is kept: it is erased with its content, and the blacked-out one stands in its place.

    Every photo with the same content is treated alike, or its pixels would go on lying in the store. Released reports
    that rest on the visit may show it, so they lose their content.

    Raises:
        Refused: nothing is covered, or this laptop may not erase.
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
    small = thumbnail(picture.jpeg)
    after = old
    with store.work("Photo blacked out") as work:
        work.put_blob(picture.sha256, picture.jpeg, small)
        for each in work.where(Attachment, removed=True, sha256=old.sha256):
            new = each.edited(
                id=new_id(),
                sha256=picture.sha256,
                width=picture.width,
                height=picture.height,
                byte_size=len(picture.jpeg),
            )
            if not each.removed:
                work.put(new)
            void_editions(work, each.visit_id, WORDS)
            after = new if each.id == attachment_id else after
            work.erase(each)
        work.commit()
    holdings.leave_no_trace(store)
    return after
