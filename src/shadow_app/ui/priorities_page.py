"""Priorities: what each service really costs the business, in plain words (`design.md` §6)."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from shadow_app.domain.news import News
from shadow_app.domain.weights import Weights
from shadow_app.insight.draws import Draws
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.evidence_panel import EvidencePanel
from shadow_app.ui.jobs import Job
from shadow_app.ui.priorities_board import PrioritiesBoard
from shadow_app.ui.priorities_look import Look, read_look
from shadow_app.ui.service_rows import ServiceRow
from shadow_app.ui.weights_panel import WeightsPanel
from shadow_app.usecases.evidence import Witness, evidence_of
from shadow_app.usecases.prioritising import Priorities, Prioritising

_QUIET_MILLISECONDS = 800
"""After something was written: how long it must be quiet before the ranking is made again."""

_SIDE, _LEAST_CENTRE, _FOUR_TILES, _LEAST_UNIT = 380, 600, 720, 120
"""Widths before scaling: the panel, what must remain beside it, four tiles in a row, the least for a unit's name."""

_ANY_WIDTH = 16_777_215
"""Qt's own word for no maximum."""

_LOOK, _RANGES, _EVIDENCE = "priorities", "ranges", "evidence"


class PrioritiesPage(QWidget):
    """Services of a business unit, ranked; what stands behind each is one click away."""

    name = "priorities"
    icon = "chart-column"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Priorities")
        self.widget = self
        self._desk = desk
        self.form = Ui_PrioritiesPage()
        self.form.setupUi(self)
        self._look: Look | None = None
        self._ranked: Priorities | None = None
        """What is in front of the person: the ranking in force, or one with weights that are being tried."""
        self._drawn: Draws | None = None
        self._drawing: Job | None = None
        self._unit: UUID | None = None
        self._opened: UUID | None = None
        self._stale = True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.load)
        self._build()
        self._connect()
        self._add_actions()

    def shown(self) -> None:
        """The page has come to the front."""
        if self._stale:
            self.load()

    def hear(self, news: News) -> None:
        """Anything that is written may move a figure."""
        self._stale = True
        if self.isVisible():
            self._quiet.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is worked out; it is stale until it is shown again."""
        self._quiet.stop()
        super().hideEvent(event)

    def load(self) -> None:
        """Add up what is new, then rank. Adding up writes, so it goes to the writing thread."""
        self._stale = False
        self._stop_drawing()
        shadow, unit_id, first = self._desk.shadow, self._unit, self._look is None

        def rank(_: None) -> None:
            self._desk.jobs.read(lambda: read_look(shadow, unit_id, first=first), self._show, supersedes=_LOOK)

        self._desk.jobs.write(shadow.prioritising.refresh, rank)

    def choose_unit(self, unit_id: UUID | None) -> None:
        """Show another business unit; None shows all."""
        self._unit = unit_id
        self._hide_side()
        self.load()

    def open_service(self, service_id: UUID) -> None:
        """Show what stands behind a service."""
        cost = self._cost(service_id)
        if cost is None or self._ranked is None or self._look is None:
            return
        self._opened = service_id
        index = self.board.services.index_of(service_id)
        self.form.services.setCurrentIndex(index)
        self.evidence.show_service(self._ranked, cost, self.board.services.row(index), self._look.names)
        self._show_side(self.evidence)
        store, unit_id = self._desk.shadow.store, self._unit
        # The reading thread draws ranges for seconds; a person who clicks comes first.
        self._stop_drawing()
        self._desk.jobs.read(lambda: evidence_of(store, service_id, unit_id), self._show_notes, supersedes=_EVIDENCE)

    def close_side(self) -> None:
        """Put the panel at the right away, and weights that were only tried with it."""
        if not self.form.side.isHidden():
            self._hide_side()
            self._use_ranking_in_force()
            self.form.services.setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        self.board = PrioritiesBoard(self.form, theme, self)
        self.evidence = EvidencePanel(theme)
        self.weights = WeightsPanel()
        self.form.sides.addWidget(self.evidence)
        self.form.sides.addWidget(self.weights)
        for part in (self.form.side, self.form.gate, self.form.nothing, self.form.body):
            part.hide()
        self._grow()

    def _connect(self) -> None:
        form = self.form
        self._desk.theme.changed.connect(self._grow)
        form.unit.activated.connect(lambda place: self.choose_unit(form.unit.itemData(place)))
        form.services.activated.connect(self._open_index)
        form.services.clicked.connect(self._open_index)
        self.board.slope.picked.connect(lambda key: self.open_service(UUID(key)))
        self.evidence.form.close.clicked.connect(self.close_side)
        self.evidence.visit_wanted.connect(self._desk.guide.open_visit)
        self.weights.gone_back.connect(self.close_side)
        self.weights.tried.connect(self._try)
        self.weights.kept.connect(self._keep)
        form.gateList.clicked.connect(self._write_list)
        form.gateSkip.clicked.connect(self._skip_list)

    def _add_actions(self) -> None:
        actions, form, guide = self._desk.actions, self.form, self._desk.guide
        actions.add(self, self.tr("Choose the business unit"), self._to_units, "Ctrl+U")
        actions.add(self, self.tr("Try other weights"), self._toggle_weights, "Ctrl+Shift+W", form.weights)
        actions.add(self, self.tr("Make a report"), lambda: guide.open_page("reports"), "Ctrl+Shift+R", form.report)
        actions.add(self, self.tr("How this was worked out"), self._toggle_sum, "Ctrl+I")
        actions.add(self, self.tr("Next view of the priorities"), lambda: self.board.turn(1), "Ctrl+PgDown")
        actions.add(self, self.tr("Previous view of the priorities"), lambda: self.board.turn(-1), "Ctrl+PgUp")
        actions.add(self, self.tr("Close the panel"), self.close_side, "Esc")
        actions.add(self, self.tr("Go to the visits"), lambda: guide.open_page("visits"), "", form.nothingDo)

    def _show(self, look: Look) -> None:
        self._look, self._ranked, self._drawn, self._unit = look, look.ranked, None, look.unit_id
        self._fill_units(look)
        closed = not look.gate.open and look.gate.organisation_id is not None
        empty = not closed and (look.ranked is None or not look.ranked.costs)
        self.form.gate.setVisible(closed)
        self.form.nothing.setVisible(empty)
        self.form.body.setVisible(not closed and not empty)
        for button in (self.form.report, self.form.weights):
            button.setEnabled(not closed and not empty)
        if closed:
            self._show_gate(look)
        elif not empty:
            self._draw()
            if self._opened is not None:
                self.open_service(self._opened)
            if self._is_weighing:
                self.weights.try_again()

    def _fill_units(self, look: Look) -> None:
        units = self.form.unit
        units.clear()
        for unit in look.units:
            firm = look.firms.get(unit.organisation_id, "") if len(look.firms) > 1 else ""
            units.addItem(" · ".join(part for part in (unit.name, firm) if part), unit.id)
        units.addItem(self.tr("All units"), None)
        units.setCurrentIndex(
            next((place for place, unit in enumerate(look.units) if unit.id == look.unit_id), len(look.units))
        )

    def _show_gate(self, look: Look) -> None:
        where = next((unit.name for unit in look.units if unit.id == look.unit_id), self.tr("the business"))
        words = self.tr(
            "Before anybody looks at what the field says about {where}, IT puts its own list in order and locks it. "
            "Only then can the two be compared honestly."
        )
        self.form.gateWords.setText(words.format(where=where))
        going_on = self.tr("Go on with IT’s list…") if look.gate.draft else self.tr("Put IT’s list in order…")
        self.form.gateList.setText(going_on)
        self.form.gateList.setFocus()

    def _draw(self) -> None:
        """Order and means at once, ranges when they come."""
        if self._ranked is not None:
            self.board.show_ranking(self._ranked)
            self._draw_rows(self._ranked)
            self._draw_ranges(self._ranked)

    def _draw_rows(self, ranked: Priorities) -> list[ServiceRow]:
        in_force = self._look.ranked if self._look else None
        before = None
        if in_force is not None and ranked is not in_force:
            before = {cost.service_id: place for place, cost in enumerate(in_force.costs, 1)}
        return self.board.show_rows(ranked, self._drawn, before)

    def _draw_ranges(self, ranked: Priorities) -> None:
        """They take seconds, so they come later and stop when nobody wants them any more."""
        under_way: list[Job] = []

        def wanted() -> bool:
            return not under_way or under_way[0].keep_going()

        def show(drawn: Draws | None) -> None:
            self._drawing = None
            if drawn is not None and ranked is self._ranked:
                self._drawn = drawn
                self._draw_rows(ranked)
                self._redraw_opened()

        if self._drawn is None:
            job = self._desk.jobs.read(lambda: Prioritising.ranges(ranked, wanted), show, supersedes=_RANGES)
            under_way.append(job)
            self._drawing = job

    def _stop_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.stop()
            self._drawing = None

    def _redraw_opened(self) -> None:
        cost = self._cost(self._opened) if self._opened is not None else None
        if cost is not None:
            services = self.board.services
            self.evidence.show_row(services.row(services.index_of(cost.service_id)), cost)

    def _cost(self, service_id: UUID) -> ServiceCost | None:
        costs = self._ranked.costs if self._ranked else ()
        return next((cost for cost in costs if cost.service_id == service_id), None)

    def _open_index(self, index: QModelIndex) -> None:
        self.open_service(self.board.services.row(index).id)
        self.evidence.form.notes.setFocus()

    def _show_notes(self, witnesses: tuple[Witness, ...]) -> None:
        self.evidence.show_notes(witnesses)
        if self._ranked is not None:
            self._draw_ranges(self._ranked)

    def _show_side(self, panel: QWidget) -> None:
        self.form.sides.setCurrentWidget(panel)
        self.form.weights.setChecked(panel is self.weights)
        self._grow(aside=True)

    def _hide_side(self) -> None:
        self.form.weights.setChecked(False)
        self._opened = None
        self._grow(aside=False)

    def _use_ranking_in_force(self) -> None:
        if self._look is not None and self._ranked is not self._look.ranked:
            self._ranked, self._drawn = self._look.ranked, None
            self._draw()

    @property
    def _is_weighing(self) -> bool:
        return not self.form.side.isHidden() and self.form.sides.currentWidget() is self.weights

    def _toggle_weights(self) -> None:
        if self._is_weighing:
            self.close_side()
        elif self._look is not None and self._look.ranked is not None:
            self._opened = None
            self.weights.edit(self._look.ranked.weights, self._look.versions)
            self._show_side(self.weights)
            self.weights.damage[0].slider.setFocus()

    def _try(self, weights: Weights) -> None:
        prioritising, unit_id = self._desk.shadow.prioritising, self._unit
        self._stop_drawing()

        def show(ranked: Priorities) -> None:
            if self._is_weighing:
                self._ranked, self._drawn = ranked, None
                self.board.show_ranking(ranked)
                self.weights.show_effect(self._draw_rows(ranked))
                self._draw_ranges(ranked)

        self._desk.jobs.read(lambda: prioritising.ranking(unit_id, weights), show, supersedes=_LOOK)

    def _keep(self, weights: Weights) -> None:
        def kept(_: Weights) -> None:
            self._desk.guide.say(self.tr("The new weights are in force; the old ones stay on record."))
            self._hide_side()
            self.load()

        self._desk.jobs.write(lambda: self._desk.shadow.prioritising.weigh(weights), kept)

    def _write_list(self) -> None:
        if self._look is None or self._look.gate.organisation_id is None:
            return
        from shadow_app.ui.ranking_editor import RankingEditor

        editor = RankingEditor(self._desk, self._look.gate.organisation_id, self._unit, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.finished.connect(lambda _result: self.load())
        editor.open()

    def _skip_list(self) -> None:
        prioritising, unit_id = self._desk.shadow.prioritising, self._unit
        self._desk.jobs.write(lambda: prioritising.waive(unit_id), lambda _: self.load())

    def _toggle_sum(self) -> None:
        if not self.form.side.isHidden() and not self._is_weighing:
            self.evidence.form.working.toggle()

    def _to_units(self) -> None:
        self.form.unit.setFocus()
        self.form.unit.showPopup()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self, *, aside: bool | None = None) -> None:
        """Where there is no room for list and panel, the panel has the page to itself."""
        form, px, wide = self.form, self._desk.theme.px, self.width()
        both = wide >= px(_SIDE + _LEAST_CENTRE)
        # Not isVisible(): a page that is not in front has no visible part.
        aside = not form.side.isHidden() if aside is None else aside
        # What goes must go first, or both together would stretch the window.
        for part, there in sorted(((form.side, aside), (form.centre, both or not aside)), key=lambda each: each[1]):
            part.setVisible(there)
        form.unit.setMinimumWidth(px(_LEAST_UNIT))
        form.side.setMinimumWidth(px(_SIDE) if both else 0)
        form.side.setMaximumWidth(px(_SIDE) if both else _ANY_WIDTH)
        self.board.arrange(narrow=wide - (px(_SIDE) if both and aside else 0) < px(_FOUR_TILES))
        form.services.doItemsLayout()
