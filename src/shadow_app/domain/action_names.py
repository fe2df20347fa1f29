"""What actions are called in the log, which is English, and how that is said in the language that holds.

Most names are sentences that stand as they are. Some hold a number, a name or the kind of a record: these are read back
by their pattern, so that the log needs to keep nothing but the words.
"""

from __future__ import annotations

from typing import Literal

from shadow_app.domain.kept_words import said_again
from shadow_app.domain.language import current, mark, say
from shadow_app.domain.record_words import RECORDS

_MANY: dict[str, tuple[str, str]] = {
    "tagged": (mark("Service named in 1 note"), mark("Service named in {count:,} notes")),
    "untagged": (mark("Service taken off 1 note"), mark("Service taken off {count:,} notes")),
    "turned": (mark("Kind of 1 note changed"), mark("Kind of {count:,} notes changed")),
    "masked": (mark("Personal details masked in 1 note"), mark("Personal details masked in {count:,} notes")),
    "draft": (mark("1 note back to draft by the author"), mark("{count:,} notes back to draft by the author")),
    "ready": (mark("1 note handed in by the author"), mark("{count:,} notes handed in by the author")),
    "has_questions": (mark("1 note asked about by the lead"), mark("{count:,} notes asked about by the lead")),
    "accepted": (mark("1 note accepted by the lead"), mark("{count:,} notes accepted by the lead")),
    "set_aside": (mark("1 note set aside by the lead"), mark("{count:,} notes set aside by the lead")),
}
IMPORTED = {
    "catalogue": mark("Catalogue imported"),
    "sites": mark("Sites imported"),
    "ranking": mark("Ranking imported"),
    "notes": mark("Notes imported"),
    "tickets": mark("Ticket counts imported"),
    "targets": mark("Goals of teams imported"),
}
DECIDED = {
    "do": mark("Decided to do it"),
    "defer": mark("Decided to put it off"),
    "decline": mark("Decided not to do it"),
}
SEARCH_KEPT = mark("Search “{name}” kept")
TAKEN_BACK = mark("Taken back: {name}")
STARTED = mark("{name}: started")
TIMERS = {
    "waiting": mark("Waiting: started"),
    "working_around": mark("Working around: started"),
    "": mark("Activity: started"),
}
STARTER_TAKEN = mark("Small catalogue taken")
LONGEST = 200
"""Characters that the name of something from elsewhere may add."""

_ALONE = (
    mark("Import"),
    mark("Business step kept"),
    mark("Person kept"),
    mark("Service kept"),
    mark("Service retired"),
    mark("Service brought back"),
)
"""Names that the window writes, where no sentence is collected."""

_OF_A_KIND = {"kept": mark("{kind} kept"), "removed": mark("{kind} removed")}


def of_many(what: str, count: int) -> str:
    """What an action on so many notes is called: tagged, untagged, turned, masked, or the state they were put in."""
    one, many = _MANY[what]
    return one if count == 1 else many.format(count=count)


def of_a_kind(kind_name: str, what: Literal["kept", "removed"]) -> str:
    """What keeping or removing a record is called."""
    return _OF_A_KIND[what].format(kind=kind_name.replace("_", " "))


def said(label: str) -> str:
    """The name of an action as a person is told it; one that this version does not know is told as it stands."""
    kind, _, what = label.rpartition(" ")
    if what in _OF_A_KIND and kind.replace(" ", "_") in RECORDS and not current().english:
        return say(_OF_A_KIND[what], kind=RECORDS[kind.replace(" ", "_")])
    # Those with a number come before those with a name, which fit almost everything.
    return said_again(label, (*(many for _, many in _MANY.values()), SEARCH_KEPT, TAKEN_BACK, STARTED))
