"""The verbs of the page by key; each is in the palette while it would do something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox

from shadow_app.domain.history import HistoryLine
from shadow_app.ui.pain.history import PainHistory
from shadow_app.ui.taking_back import TakingBack
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainScene

if TYPE_CHECKING:
    from shadow_app.ui.pain.page import PainPage


class PainActions(QObject):
    """Makes the actions, and switches them off where nothing is chosen that they could work on."""

    def __init__(self, page: PainPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._for_one: list[QAction] = []
        """Those that need a pain point that is shown."""
        self.history: PainHistory | None = None
        """The one that was opened last."""
        self._add_verbs()
        self._add_sorting()
        self._add_ways()
        self.enable()

    def enable(self) -> None:
        """What is shown has changed."""
        on = self._page.scene() is not None
        for action in self._for_one:
            action.setEnabled(on)

    def _add_verbs(self) -> None:
        page, form = self._page, self._page.view.form
        verbs = page.verbs
        self._one(self.tr("Decide: do, later, decline…"), verbs.decide, "D", form.decide)
        self._one(self.tr("Promise something…"), verbs.promise, "P", form.promise)
        self._one(self.tr("Tell the site…"), verbs.tell_site, "T", form.tellSite)
        self._one(self.tr("Tell the service desk…"), verbs.tell_desk, "B", form.tellDesk)
        self._one(self.tr("Edit grades, effort, owner, stake…"), verbs.edit, "E", form.edit)
        self._one(self.tr("Take the decision back"), verbs.undecide, "Shift+D")
        self._one(self.tr("Follow up: did it help?…"), verbs.follow_up, "F", form.follow)
        self._one(self.tr("Close or re-open"), self._close, "C", form.close)
        self._one(self.tr("History of the pain point"), self._show_history, "H", form.history)
        self._one(self.tr("How this was worked out"), lambda _scene: form.working.toggle(), "Ctrl+I")

    def _add_sorting(self) -> None:
        page, actions, form = self._page, self._desk.actions, self._page.form
        self._one(self.tr("Merge pain points…"), self._merge, "M", page.view.form.merge)
        self._one(
            self.tr("Split notes off…"),
            lambda scene: page.sorting.split(scene, page.view.chosen_notes()),
            "X",
            page.view.form.split,
        )
        self._one(
            self.tr("Take the note out of the pain point"),
            lambda scene: page.verbs.take_out(scene, page.view.current()),
            "O",
        )
        self._one(self.tr("Remove the pain point"), page.verbs.remove, "Del")
        self._one(self.tr("Bring a merged pain point back…"), page.sorting.bring_back, "Shift+M")
        actions.add(page, self.tr("New pain point of the ticked notes…"), self._make, "N", form.make)
        actions.add(page, self.tr("Put the ticked notes into a pain point…"), self._add_to, "A", form.addTo)
        actions.add(
            page, self.tr("Tick all notes that are not sorted yet"), page.loose.tick_all, "Ctrl+Shift+A", form.tickAll
        )

    def _add_ways(self) -> None:
        page, actions, form = self._page, self._desk.actions, self._page.form
        add = actions.add
        TakingBack(self._desk, page, page.load).add_actions()
        add(page, self.tr("Find a pain point"), form.find.setFocus, ["Ctrl+F", "/"])
        add(page, self.tr("Choose the business unit"), lambda: _pop_up(form.unit), "Ctrl+U")
        add(page, self.tr("Choose the service"), lambda: _pop_up(form.service), "Ctrl+L")
        add(page, self.tr("Only those without a decision"), form.undecided.toggle, "Ctrl+1")
        add(page, self.tr("Only those without an owner"), form.unowned.toggle, "Ctrl+2")
        add(page, self.tr("Only closed ones"), form.closed.toggle, "Ctrl+3")
        add(page, self.tr("Show all pain points"), page.show_all, "Ctrl+0")
        add(page, self.tr("Back to the list"), form.pains.setFocus, "Esc")
        add(page, self.tr("Open the note in Review"), self._review, "R")
        add(page, self.tr("Open the visit of the note"), self._visit, "V")
        add(page, self.tr("Scroll the pain point down"), lambda: self._scroll(1), "Ctrl+PgDown")
        add(page, self.tr("Scroll the pain point up"), lambda: self._scroll(-1), "Ctrl+PgUp")

    def _one(
        self, text: str, run: Callable[[PainScene], object], keys: str, button: QAbstractButton | None = None
    ) -> None:
        def go() -> None:
            scene = self._page.scene()
            if scene is not None:
                run(scene)

        add = self._desk.actions.add
        self._for_one.append(add(self._page, text, go, keys, button))

    def _close(self, scene: PainScene) -> None:
        if scene.pain_point.closed_on is None:
            self._page.verbs.close(scene)
        else:
            self._page.verbs.reopen(scene)

    def _merge(self, _scene: PainScene) -> None:
        page = self._page
        rows = page.look.rows if page.look is not None else ()
        page.sorting.merge(rows, page.chosen_rows())

    def _make(self) -> None:
        """Of the ticked notes; where a pain point is shown, first to the notes of its service."""
        page = self._page
        if page.form.views.currentWidget() is not page.form.loose:
            self._to_loose()
            return
        row, notes = page.loose.row, page.loose.chosen()
        if row is not None and notes:
            page.sorting.make(row.service_id, row.service, notes)
        else:
            self._desk.guide.complain(self.tr("No note is ticked: press Space on each that belongs to it, then N."))

    def _add_to(self) -> None:
        page = self._page
        row, notes = page.loose.row, page.loose.chosen()
        if page.form.views.currentWidget() is not page.form.loose or row is None:
            self._to_loose()
        elif notes:
            rows = page.look.rows if page.look is not None else ()
            page.sorting.add([each for each in rows if each.service_id == row.service_id], notes)
        else:
            self._desk.guide.complain(self.tr("No note is ticked: press Space on each that belongs to it, then A."))

    def _to_loose(self) -> None:
        """What is not sorted yet of the service that is shown."""
        page, row = self._page, self._page.row()
        if row is not None and page.choose((row.service_id, None)):
            page.form.pains.setFocus()
        elif row is not None:
            words = self.tr("Every note on {service} is sorted already, or the filters hide the others.")
            self._desk.guide.complain(words.format(service=row.service))

    def _show_history(self, scene: PainScene) -> None:
        pains, pain_point = self._desk.shadow.pains, scene.pain_point

        def show(lines: list[HistoryLine]) -> None:
            names = self._page.look.names if self._page.look is not None else None
            if names is not None:
                self.history = PainHistory(pain_point.title, lines, names, self._page)
                self.history.finished.connect(self.history.deleteLater)
                self.history.open()

        self._desk.jobs.read(lambda: pains.history(pain_point.id), show, supersedes="pain history")

    def _review(self) -> None:
        witness = self._note()
        if witness is not None:
            self._desk.guide.open_page("review", witness.note.note.id)

    def _visit(self) -> None:
        witness = self._note()
        if witness is not None:
            self._desk.guide.open_visit(witness.visit.visit.id)

    def _note(self) -> Witness | None:
        """The note where the keyboard is, in whichever list is shown."""
        page = self._page
        if page.form.views.currentWidget() is page.form.loose:
            return page.loose.current()
        return page.view.current() if page.scene() is not None else None

    def _scroll(self, step: int) -> None:
        bar = self._page.form.sceneScroll.verticalScrollBar()
        bar.setValue(bar.value() + step * bar.pageStep())


def _pop_up(box: QComboBox) -> None:
    box.setFocus()
    box.showPopup()
