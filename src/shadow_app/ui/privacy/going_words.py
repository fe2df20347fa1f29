"""What an erasure would take and what stays, as entries of a list; words only, no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.ui import amounts
from shadow_app.ui.dates import day_words
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.usecases.erasing import Going, VisitGoing

translate = QCoreApplication.translate


def entries_of(going: Going, names: int = 0) -> list[TwoLines]:
    """What goes, visit by visit, then what loses something, then what stays.

    Args:
        going: as it was looked at.
        names: entries of the key list that go besides, of visits that stay.
    """
    found = [_visit(each) for each in going.visits]
    if going.contacts:
        one, more = translate("Going", "A contact"), translate("Going", "{number} contacts")
        about = translate("Going", "of the same name, with what was talked about")
        found.append(TwoLines("contacts", _counted(len(going.contacts), one, more), about))
    if going.names:
        words = _counted(going.names, translate("Going", "A name"), translate("Going", "{number} names"))
        found.append(TwoLines("names", words, translate("Going", "goes off the key list of this computer as well")))
    if names:
        words = _counted(names, translate("Going", "A name"), translate("Going", "{number} names"))
        about = translate("Going", "goes off the key list: the report was released a month ago; the pseudonym stays")
        found.append(TwoLines("other names", words, about))
    if going.shared_hosts:
        one, more = translate("Going", "Another host"), translate("Going", "{number} other hosts")
        about = translate("Going", "shared a visit: what was noted with them goes as well")
        found.append(TwoLines("shared", _counted(going.shared_hosts, one, more), about, urgent=True))
    for title in going.editions:
        about = translate("Going", "a released report loses its content; its date and check sum stay")
        found.append(TwoLines(("edition", title), title, about, urgent=True))
    pain, pains = translate("Going", "A pain point"), translate("Going", "{number} pain points")
    stays = translate("Going", "what leads wrote stays: look whether it names anybody")
    for key, number, what in (
        ("losing", going.pains_losing, translate("Going", "loses notes and keeps others")),
        ("bare", going.pains_left_bare, translate("Going", "keeps no note")),
    ):
        if number:
            found.append(TwoLines(key, _counted(number, pain, pains), f"{what}; {stays}"))
    if going.snapshots:
        one, more = translate("Going", "A locked ranking"), translate("Going", "{number} locked rankings")
        about = translate("Going", "stays: it holds numbers only")
        found.append(TwoLines("snapshots", _counted(going.snapshots, one, more), about, faint=True))
    return found


def _visit(each: VisitGoing) -> TwoLines:
    one, more = translate("Going", "1 photo"), translate("Going", "{number} photos")
    photos = _counted(each.photos, one, more)
    about = "  ·  ".join((day_words(each.on), amounts.notes(each.notes), photos))
    title = translate("Going", "Visit {number}").format(number=each.number)
    return TwoLines(each.visit_id, title, about)


def _counted(number: int, one: str, more: str) -> str:
    return one if number == 1 else more.format(number=amounts.whole(number))
