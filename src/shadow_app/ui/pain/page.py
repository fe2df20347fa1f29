"""Pain points: what hurts most at the left, everything that is known and done about one of them at the right."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from shadow_app.insight.standing import Standing
from shadow_app.ui._compiled.ui_pain_page import Ui_PainPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.fresh_page import FreshPage
from shadow_app.ui.pain.actions import PainActions
from shadow_app.ui.pain.background import PainBackground
from shadow_app.ui.pain.filters import PainFilters
from shadow_app.ui.pain.list import PainDelegate
from shadow_app.ui.pain.look import PainLook, read_look
from shadow_app.ui.pain.loose import LooseNotes
from shadow_app.ui.pain.model import PainModel, key_of
from shadow_app.ui.pain.scene_view import PainSceneView
from shadow_app.ui.pain.sorting import PainSorting
from shadow_app.ui.pain.verbs import PainVerbs
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainRow, PainScene

_SETTLE_MILLISECONDS = 120
"""How long arrow keys must rest on a row before it is read."""

_LEFT, _WIDEST_LEFT, _SHARE = 400, 520, 0.37
_LOOK, _SCENE = "pain look", "pain scene"
_ABOVE = 12
"""Points of air above what is brought into view."""


class PainPage(FreshPage):
    """The list, and one pain point; it asks the use cases and lets its parts show what they answer."""

    name = "pain_points"
    icon = "flame"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Pain points")
        self.widget = self
        self.desk = desk
        self.form = Ui_PainPage()
        self.form.setupUi(self)
        self.look: PainLook | None = None
        self._goal: UUID | None = None
        """What is to be chosen once the rows are there."""
        self.verbs = PainVerbs(desk, self)
        self.sorting = PainSorting(desk, self.verbs)
        self.filters = PainFilters(self.form, self)
        self.loose = LooseNotes(self.form, desk.theme, self)
        self.view = PainSceneView(desk, self.verbs)
        self.pains = PainModel(self)
        self.background = PainBackground(desk, self)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._build()
        self.actions_of_page = PainActions(self)

    def shown(self) -> None:
        """The page has come to the front, and the arrow keys work on its list."""
        super().shown()
        self.form.pains.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Trends and ranges that nobody waits for are given up."""
        self.background.stop()
        super().hideEvent(event)

    def go_to(self, at: UUID) -> None:
        """Show this pain point, or what is not sorted yet of this service."""
        self._goal = at
        self.filters.clear()
        self.filters.clear_unit()
        self.load()

    def load(self) -> None:
        """Add up what is new, then read. Adding up writes, so it goes to the writing thread."""
        self._loading()
        self.background.stop()
        shadow, unit_id = self.desk.shadow, self.filters.unit_id

        def read(_: None) -> None:
            self.desk.jobs.read(lambda: read_look(shadow, unit_id), self._show_look, supersedes=_LOOK)

        self._add_up(self.desk, read)

    def row(self) -> PainRow | None:
        """The row where the keyboard is."""
        index = self.form.pains.currentIndex()
        return self.pains.card(index).row if index.isValid() else None

    def chosen_rows(self) -> list[PainRow]:
        """The chosen pain points in the order of the list, at least the one where the keyboard is."""
        places = sorted(index.row() for index in self.form.pains.selectionModel().selectedIndexes())
        rows = [self.pains.card(self.pains.index(place, 0)).row for place in places]
        here = self.row()
        rows = rows if here in rows or here is None else [here]
        return [row for row in rows if row.id is not None]

    def scene(self) -> PainScene | None:
        """The pain point that is shown."""
        row, scene = self.row(), self.view.scene
        fits = row is not None and scene is not None and row.id == scene.pain_point.id
        return scene if fits and self.form.views.currentWidget() is self.form.sceneScroll else None

    def choose(self, key: tuple[UUID, UUID | None]) -> bool:
        """Put the keyboard on a row; False where the list does not hold it."""
        index = self.pains.index_of(key)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.form.pains.selectionModel().setCurrentIndex(index, flag)
            self.form.pains.scrollTo(index)
        return index.isValid()

    def show_all(self) -> None:
        """Take every filter away."""
        self.filters.clear()
        self.filters.clear_unit()
        self.load()

    def _build(self) -> None:
        form, desk = self.form, self.desk
        form.sceneSlot.addWidget(self.view)
        form.pains.setModel(self.pains)
        form.pains.setItemDelegate(PainDelegate(desk.theme, self.pains, form.pains))
        form.pains.selectionModel().currentChanged.connect(lambda *_: self._settle.start())
        form.pains.activated.connect(lambda _index: self.enter())
        self._settle.timeout.connect(self._open_row)
        self.filters.changed.connect(self._fill)
        self.filters.unit_chosen.connect(self.load)
        self.verbs.done.connect(self._done)
        self.view.visit_wanted.connect(desk.guide.open_visit)
        self.loose.visit_wanted.connect(desk.guide.open_visit)
        self.view.working_wanted.connect(self._work_out)
        self.view.sum_shown.connect(self._bring_up)
        self.background.arrived.connect(self.pains.show_spans)
        self.background.worked_out.connect(self.view.show_sum)
        form.nothingDo.clicked.connect(self._do_something)
        desk.theme.changed.connect(self._grow)
        form.left.hide()
        form.views.hide()
        self._grow()

    def _bring_up(self, shown: QWidget) -> None:
        """It was asked for, so its first line is where one looks; it may be taller than the window."""
        top = shown.mapTo(self.view, QPoint(0, 0)).y()
        self.form.sceneScroll.verticalScrollBar().setValue(top - _ABOVE)

    def enter(self) -> None:
        """From the list into what is chosen."""
        if self.form.views.currentWidget() is self.form.loose:
            self.form.looseNotes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.scene() is not None:
            self.view.form.decide.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_look(self, look: PainLook) -> None:
        self.look = look
        self.background.forget()
        self.verbs.people = look.people
        self.view.late_sites = look.late_sites
        self.filters.show_look(look)
        self.form.left.setVisible(bool(look.rows) or bool(look.units))
        self.form.views.show()
        if self._goal is not None:
            self._lead_to(self._goal, look)
        self._fill()

    def _lead_to(self, goal: UUID, look: PainLook) -> None:
        """Take away the filters that would hide it; what is in no list is said by the use case, in a sentence."""
        row = next(
            (each for each in look.rows if goal in (each.id, each.service_id if each.id is None else None)), None
        )
        if row is not None:
            if not self.filters.wanted.of([row]):
                self.filters.clear(closed=not _open(row))
            return
        self._goal = None
        pains, guide = self.desk.shadow.pains, self.desk.guide
        self.desk.jobs.read(lambda: pains.scene(goal), None, lambda error: guide.complain(words_for(error)))

    def _fill(self) -> None:
        if self.look is None:
            return
        rows = self.filters.wanted.of(self.look.rows)
        before, place = self.row(), max(self.form.pains.currentIndex().row(), 0)
        self.pains.show_rows(rows)
        keys = {key_of(row) for row in rows}
        wanted = next((key for key in keys if self._goal is not None and self._goal == (key[1] or key[0])), None)
        old = key_of(before) if before is not None and key_of(before) in keys else None
        key = wanted or old or (key_of(rows[min(place, len(rows) - 1)]) if rows else None)
        self._goal = None
        self._count(rows)
        if key is None:
            self._show_nothing()
        else:
            self.choose(key)
            self._open_row()

    def _count(self, rows: list[PainRow]) -> None:
        alone = sum(not row.owner for row in rows if row.id is not None and _open(row))
        words = self.tr("%n pain point(s)", "", sum(row.id is not None for row in rows))
        lonely = self.tr("{number} without an owner").format(number=alone) if alone else ""
        self.form.count.setText("  ·  ".join(part for part in (words, lonely) if part))

    def _show_nothing(self) -> None:
        form, narrow = self.form, self.filters.wanted.narrow or self.filters.unit_id is not None
        self._settle.stop()
        self._bring(form.nothing)
        form.nothingTitle.setText(self.tr("Nothing fits here") if narrow else self.tr("No pain points yet"))
        form.nothingWords.setText(
            self.tr("No pain point has all that you ask for. Take the filters away to see the others.")
            if narrow
            else self.tr(
                "A pain point is made of notes with one cause. Give the notes their services in Review; what is tagged "
                "and costs time appears here as “not sorted yet”, to be put together."
            )
        )
        form.nothingDo.setText(self.tr("Show all") if narrow else self.tr("Open Review"))

    def _bring(self, part: QWidget) -> None:
        """Show a part at the right; a keyboard that was in what goes is back on the list, not anywhere."""
        views, focus = self.form.views, self.focusWidget()
        before = views.currentWidget()
        lost = before is not part and focus is not None and before is not None and before.isAncestorOf(focus)
        views.setCurrentWidget(part)
        if lost:
            (self.form.pains if self.pains.rowCount() else self.form.nothingDo).setFocus()
        self.actions_of_page.enable()

    def _do_something(self) -> None:
        if self.filters.wanted.narrow or self.filters.unit_id is not None:
            self.show_all()
        else:
            self.desk.guide.open_page("review")

    def _open_row(self) -> None:
        self._settle.stop()
        row, pains = self.row(), self.desk.shadow.pains
        if row is None:
            return
        # The reading thread draws ranges for seconds; a person who chooses comes first.
        self.background.stop()
        pain_point_id, service_id = row.id, row.service_id
        if pain_point_id is not None:
            self.desk.jobs.read(lambda: pains.scene(pain_point_id), self._show_scene, self._gone, supersedes=_SCENE)
        else:
            show = self._show_loose
            self.desk.jobs.read(lambda: pains.unsorted(service_id), lambda found: show(row, found), supersedes=_SCENE)

    def _show_scene(self, scene: PainScene) -> None:
        other = self.view.scene is None or self.view.scene.pain_point.id != scene.pain_point.id
        self.view.show_scene(scene, datetime.now().astimezone().date())
        self._bring(self.form.sceneScroll)
        if other:
            self.form.sceneScroll.verticalScrollBar().setValue(0)
        self.background.draw(self.filters.unit_id)

    def _show_loose(self, row: PainRow, found: tuple[Witness, ...]) -> None:
        self.loose.show_notes(row, found)
        self._bring(self.form.loose)
        self.background.draw(self.filters.unit_id)

    def _gone(self, error: BaseException) -> None:
        """Somebody has merged or removed it meanwhile."""
        self.desk.guide.complain(words_for(error))
        self._quiet.start()

    def _work_out(self) -> None:
        if self.view.scene is not None:
            self.background.work_out(self.view.scene)

    def _done(self, said: str, goal: UUID | None, here: bool) -> None:
        self.desk.guide.say(said, here=here)
        self._goal = goal
        self.load()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way to the pain point."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        px = self.desk.theme.px
        self.form.left.setFixedWidth(min(px(_LEFT), _WIDEST_LEFT, max(round(self.width() * _SHARE), px(250))))
        self.form.pains.doItemsLayout()


def _open(row: PainRow) -> bool:
    return row.standing is not Standing.CLOSED
