"""Release the shown report, or withdraw the shown edition: asked once, done on the writing thread, said in a word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shadow_app.domain.released import Edition
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.reports.shown import Shown


class ReleaseWork(QObject):
    """The two verbs of an edition, over the page that shows it."""

    def __init__(self, desk: Desk, page: QWidget, done: Callable[[Edition], None]) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._done = done

    def release(self, shown: Shown) -> None:
        """Freeze it, once the person has said so; where something is in the way, go and look at it."""
        kind, subject = shown.choice.kind, shown.choice.id
        if shown.report is None or kind is None:
            return
        if shown.obstacles:
            self._desk.guide.open_page("review", shown.obstacles[0].note_id)
            return
        releasing = self._desk.shadow.releasing

        def keep(answers: Values) -> Edition:
            return releasing.release(kind, subject, title=answers["title"])

        dialog = AskDialog(
            self.tr("Release the report"),
            (Ask("title", self.tr("&Title"), shown.title),),
            keep,
            self._desk,
            self._page,
            words=self.tr("It is kept as it is now, with its hash and your name, and prints the same for ever."),
            button=self.tr("Release"),
        )
        dialog.kept.connect(self._released)
        dialog.open()

    def withdraw(self, shown: Shown) -> None:
        """Take the content of the shown edition, with a reason."""
        edition = shown.edition
        if edition is None or shown.gone:
            return
        releasing = self._desk.shadow.releasing

        def keep(answers: Values) -> Edition:
            return releasing.withdraw(edition.id, answers["why"])

        dialog = AskDialog(
            self.tr("Withdraw edition {number}").format(number=edition.number),
            (Ask("why", self.tr("&Why"), ""),),
            keep,
            self._desk,
            self._page,
            words=self.tr("Its content goes for good; its hash, its date and this reason stay."),
            button=self.tr("Withdraw"),
        )
        dialog.kept.connect(self._withdrawn)
        dialog.open()

    def _released(self, edition: Edition) -> None:
        self._desk.guide.say(self.tr("Edition {number} is released.").format(number=edition.number))
        self._done(edition)

    def _withdrawn(self, edition: Edition) -> None:
        self._desk.guide.say(self.tr("Edition {number} is withdrawn.").format(number=edition.number))
        self._done(edition)
