"""The pain point that somebody means, or the sentence that says where it went."""

from __future__ import annotations

from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.pain_point import PainPoint
from shadow_app.insight.quick_entry import visible
from shadow_app.storage.repository import Reader

_LONGEST_TITLE = 200


def present_pain_point(read: Reader, pain_point_id: UUID) -> PainPoint:
    """The pain point.

    Raises:
        NotFound: there is none, or it was removed.
        Refused: it was merged into another one, which is named.
    """
    found = read.find(PainPoint, pain_point_id)
    if found is not None and found.removed and found.merged_into_id is not None:
        into = whole_of(read, found)
        raise Refused(
            say(
                "“{title}” was merged into “{title_2}”; go on with that one, or split it off again.",
                title=found.title,
                title_2=into.title,
            )
        )
    return read.get(PainPoint, pain_point_id)


def whole_of(read: Reader, merged: PainPoint) -> PainPoint:
    """Into which one it went in the end, however often that was merged on."""
    seen = {merged.id}
    while merged.removed and merged.merged_into_id is not None and merged.merged_into_id not in seen:
        merged = read.recall(PainPoint, merged.merged_into_id)
        seen.add(merged.id)
    return merged


def free_title(read: Reader, service_id: UUID, title: str, own_id: UUID | None = None) -> str:
    """The title as it is kept.

    Raises:
        Refused: it is empty, or another pain point of the service has it.
    """
    named = " ".join(visible(title).split())[:_LONGEST_TITLE]
    if not named:
        raise Refused(say("A pain point needs a title; say in a few words what goes wrong."))
    for known in read.where(PainPoint, service_id=service_id):
        if known.id != own_id and known.title.casefold() == named.casefold():
            raise Refused(
                say("The service has a pain point called “{title}”; add the notes to that one.", title=known.title)
            )
    return named
