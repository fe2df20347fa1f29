"""What an erasure would take and what stays, as entries of a list; words only, no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.ui import amounts
from shadow_app.ui.dates import day_words
from shadow_app.ui.plural import tr
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
        count = len(going.contacts)
        contacts = tr("%Ln contact(s)", "", count)
        about = translate("Going", "of the same name, with what was talked about")
        found.append(TwoLines("contacts", contacts, about))
    if count := going.names:
        words = tr("%Ln name(s)", "", count)
        found.append(TwoLines("names", words, translate("Going", "goes off the key list of this computer as well")))
    if names:
        words = tr("%Ln name(s)", "", names)
        about = translate("Going", "goes off the key list: the report was released a month ago; the pseudonym stays")
        found.append(TwoLines("other names", words, about))
    if count := going.shared_hosts:
        others = tr("%Ln other host(s)", "", count)
        about = translate("Going", "shared a visit: what was noted with them goes as well")
        found.append(TwoLines("shared", others, about, urgent=True))
    for title in going.editions:
        about = translate("Going", "a released report loses its content; its date and check sum stay")
        found.append(TwoLines(("edition", title), title, about, urgent=True))
    stays = translate("Going", "what leads wrote stays: look whether it names anybody")
    for key, number, what in (
        ("losing", going.pains_losing, translate("Going", "loses notes and keeps others")),
        ("bare", going.pains_left_bare, translate("Going", "keeps no note")),
    ):
        if number:
            found.append(TwoLines(key, tr("%Ln pain point(s)", "", number), f"{what}; {stays}"))
    if count := going.snapshots:
        locked = tr("%Ln locked ranking(s)", "", count)
        about = translate("Going", "stays: it holds numbers only")
        found.append(TwoLines("snapshots", locked, about, faint=True))
    return found


def _visit(each: VisitGoing) -> TwoLines:
    count = each.photos
    photos = tr("%Ln photo(s)", "", count)
    about = "  ·  ".join((day_words(each.on), amounts.notes(each.notes), photos))
    title = translate("Going", "Visit {number}").format(number=each.number)
    return TwoLines(each.visit_id, title, about)
