"""Visits past their time: looked at from Today or from the settings, and let go when a person says so."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shadow_app.ui import amounts
from shadow_app.ui.desk import Desk
from shadow_app.ui.privacy.erase_dialog import EraseDialog
from shadow_app.ui.privacy.going_words import entries_of
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.retention import LetGo, PastTime

translate = QCoreApplication.translate


def look_at_past_time(desk: Desk, parent: QWidget) -> None:
    """Read what is past its time, then show it; where nothing is, say so."""
    privacy = desk.shadow.privacy
    desk.jobs.read(
        privacy.past_time,
        lambda seen: _show(desk, parent, seen),
        lambda error: desk.guide.complain(words_for(error)),
        supersedes="past its time",
    )


def _show(desk: Desk, parent: QWidget, seen: PastTime) -> None:
    if seen.nothing:
        words = translate("Retention", "Nothing is past its time: visits are kept for {months:|month|months}.")
        desk.guide.say(words.format(months=amounts.whole(seen.months)))
        return
    title = translate("Retention", "Past their time of {months:|month|months}").format(
        months=amounts.whole(seen.months)
    )
    privacy = desk.shadow.privacy
    entries = entries_of(seen.going, len(seen.names))
    dialog = EraseDialog(desk, title, entries, lambda: privacy.let_go(seen), parent)
    dialog.done_with.connect(lambda gone: _tell(desk, gone))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _tell(desk: Desk, gone: LetGo) -> None:
    words = translate("Retention", "{visits} erased; the receipts are in Settings → Privacy.")
    desk.guide.say(words.format(visits=amounts.visits(len(gone.receipts))))
