"""Priorities: what each service really costs the business, in plain words (`design.md` §6)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from shadow_app.insight.draws import Draws
from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.fresh_page import FreshPage
from shadow_app.ui.priorities.actions import add_actions
from shadow_app.ui.priorities.board import PrioritiesBoard
from shadow_app.ui.priorities.evidence_panel import EvidencePanel
from shadow_app.ui.priorities.gate import PrioritiesGate
from shadow_app.ui.priorities.look import Look, read_look
from shadow_app.ui.priorities.opening import place_of
from shadow_app.ui.priorities.ranking import RankingView
from shadow_app.ui.priorities.side import PrioritiesSide
from shadow_app.ui.priorities.since import SinceTab
from shadow_app.ui.priorities.sum_panel import SumPanel
from shadow_app.ui.priorities.sum_parts import Sum
from shadow_app.ui.priorities.sums import basis_sum, hours_sum, money_sum
from shadow_app.ui.priorities.sums_compared import blind_sum, step_sum
from shadow_app.ui.priorities.weighing import RANKING, Weighing
from shadow_app.ui.priorities.weights_panel import WeightsPanel
from shadow_app.usecases.evidence import Witness, evidence_of
from shadow_app.usecases.prioritising import Priorities

_EVIDENCE = "evidence"

MakeSum = Callable[[Priorities], Sum | None]


class PrioritiesPage(FreshPage):
    """Services of a business unit, ranked; what stands behind each is one click away."""

    name = "priorities"
    icon = "chart-column"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Priorities")
        self.widget = self
        self._desk = desk
        self.form = Ui_PrioritiesPage()
        self.form.setupUi(self)
        self._unit: UUID | None = None
        self._opened: UUID | None = None
        self._sum: MakeSum | None = None
        """The figure whose sum is shown, or lies below a service that was opened from it."""
        self._wanted: UUID | None = None
        """Where to go once something has been read."""
        self._reading = False
        self._build()
        self._connect()
        self._on_figures = add_actions(self, desk)

    @property
    def _look(self) -> Look | None:
        return self.view.look

    @property
    def _ranked(self) -> Priorities | None:
        return self.view.ranked

    @property
    def _drawn(self) -> Draws | None:
        return self.view.drawn

    def load(self) -> None:
        """Add up what is new, then rank. Adding up writes, so it goes to the writing thread."""
        self._loading()
        self._reading = True
        self.view.stop_ranges()
        shadow, unit_id, first = self._desk.shadow, self._unit, self._look is None
        snapshot_id = self.view.since.snapshot.id if self.view.since else None

        def rank(_: None) -> None:
            self._desk.jobs.read(
                lambda: read_look(shadow, unit_id, first=first, snapshot_id=snapshot_id), self._show, supersedes=RANKING
            )

        self._add_up(self._desk, rank)

    def go_to(self, at: UUID) -> None:
        """Show a business unit, a service, a pain point's service or a locked ranking."""
        self._wanted = at
        if not self._stale and not self._reading:
            self._go()

    def choose_unit(self, unit_id: UUID | None) -> None:
        """Show another business unit; None shows all."""
        self._unit = unit_id
        self._hide_side()
        self.load()

    def open_service(self, service_id: UUID, *, sum_open: bool | None = None) -> None:
        """Show what stands behind a service; `sum_open` shows or hides how it was worked out."""
        cost = self.view.cost(service_id)
        if cost is None or self._ranked is None or self._look is None:
            return
        self._opened = service_id
        index = self.board.services.index_of(service_id)
        self.form.services.setCurrentIndex(index)
        row, spread = self.board.services.row(index), self.view.spread(service_id)
        self.evidence.show_service(self._ranked, cost, row, self._look.names, spread)
        if sum_open is not None:
            self.evidence.form.working.setChecked(sum_open)
        self._show_side(self.evidence)
        store, unit_id = self._desk.shadow.store, self._unit
        # The reading thread draws ranges for seconds; a person who clicks comes first.
        self.view.stop_ranges()
        self._desk.jobs.read(lambda: evidence_of(store, service_id, unit_id), self._show_notes, supersedes=_EVIDENCE)

    def open_sum(self, make: MakeSum) -> None:
        """Show how a figure that is not one service's own was worked out."""
        shown = make(self._ranked) if self._ranked is not None else None
        if shown is not None:
            self._opened, self._sum = None, make
            self.sums.show_sum(shown)
            self._show_side(self.sums)
            self.sums.focus()

    def close_side(self) -> None:
        """Put the panel at the right away, and weights that were only tried with it; what lay below comes back."""
        if not self.side.is_there:
            return
        if self._sum is not None and self.side.shows(self.evidence):
            self.open_sum(self._sum)
            return
        self._hide_side()
        self.view.use_in_force()
        self.form.services.setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        self.board = PrioritiesBoard(self.form, theme, self)
        self.side = PrioritiesSide(self.form, self.board, theme, self.width)
        self.evidence = EvidencePanel(theme)
        self.weights = WeightsPanel()
        self.sums = SumPanel(theme)
        for panel in (self.evidence, self.weights, self.sums):
            self.form.sides.addWidget(panel)
        self.weighing = Weighing(self._desk, self.weights, lambda: self._unit, self)
        self.since = SinceTab(self._desk, self.form, self)
        self.view = RankingView(self._desk, self.board, self.since, self)
        self.gate = PrioritiesGate(self._desk, self.form, self, self.load)
        for part in (self.form.side, self.form.gate, self.form.nothing, self.form.body):
            part.hide()
        self.side.grow()

    def _connect(self) -> None:
        form = self.form
        self._desk.theme.follow(self, self.side.grow)
        form.unit.activated.connect(lambda place: self.choose_unit(form.unit.itemData(place)))
        form.services.activated.connect(self._open_index)
        form.services.clicked.connect(self._open_index)
        self.board.slope.picked.connect(lambda key: self.open_service(UUID(key), sum_open=True))
        self.board.share.picked.connect(lambda _: self.open_sum(blind_sum))
        self.board.steps.picked.connect(lambda key: self.open_sum(lambda ranked: step_sum(ranked, UUID(key))))
        for tile, make in zip(self.board.tiles, (hours_sum, self.money_sum, self.basis_sum, blind_sum), strict=True):
            tile.opened.connect(lambda make=make: self.open_sum(make))
        self.evidence.form.close.clicked.connect(self.close_side)
        self.sums.form.close.clicked.connect(self.close_side)
        self.sums.service_wanted.connect(self._open_and_read)
        self.view.ranges_shown.connect(self._redraw_opened)
        self.since.picked.connect(self._open_and_read)
        self.since.chosen.connect(self.view.compare)
        self.since.locked.connect(self.load)
        for panel in (self.evidence, self.sums):
            panel.visit_wanted.connect(self._desk.guide.open_visit)
        self.weights.gone_back.connect(self.close_side)
        # Whatever else the reading thread works out makes room for the order under the finger.
        self.weights.tried.connect(lambda _: self.view.stop_ranges())
        self.weighing.tried.connect(self._show_tried)
        self.weighing.kept.connect(self._after_keeping)

    def money_sum(self, ranked: Priorities) -> Sum:
        """The sum of the money, with the names of sites and roles."""
        return money_sum(ranked, self._look.names if self._look else {})

    def basis_sum(self, ranked: Priorities) -> Sum:
        """The sum of the visits, with the names of sites and roles."""
        return basis_sum(ranked, self._look.names if self._look else {})

    def _show(self, look: Look) -> None:
        self._unit, self._reading = look.unit_id, False
        self.view.take(look)
        self.board.fill_units(look)
        closed = not look.gate.open and look.gate.organisation_id is not None
        empty = not closed and (look.ranked is None or not look.ranked.costs)
        self.form.gate.setVisible(closed)
        self.form.nothing.setVisible(empty)
        self.form.body.setVisible(not closed and not empty)
        for action in self._on_figures:
            action.setEnabled(not closed and not empty)
        if closed:
            self.gate.show_gate(look)
        elif not empty:
            self.view.draw()
            self._show_side_again()
        self._go()

    def _show_side_again(self) -> None:
        """What was open stays open, with the figures of now."""
        if self._opened is not None:
            self.open_service(self._opened)
        elif self._sum is not None and self._ranked is not None and self.side.shows(self.sums):
            shown = self._sum(self._ranked)
            if shown is not None:
                self.sums.show_sum(shown)
        if self._is_weighing:
            self.weights.try_again()

    def _redraw_opened(self) -> None:
        """The ranges have arrived: what stands at the right says them too."""
        cost = self.view.cost(self._opened)
        if cost is not None and self._ranked is not None and self._look is not None:
            services = self.board.services
            self.evidence.show_row(services.row(services.index_of(cost.service_id)), cost)
            self.evidence.show_sum(self._ranked, cost, self._look.names, self.view.spread(cost.service_id))

    def _open_index(self, index: QModelIndex) -> None:
        self._sum = None
        self._open_and_read(self.board.services.row(index).id)

    def _open_and_read(self, service_id: UUID) -> None:
        if self.view.cost(service_id) is None:
            self._desk.guide.say(
                self.tr("Nothing that counts names this service any more, so there is nothing to show.")
            )
            return
        self.open_service(service_id)
        self.evidence.form.notes.setFocus()

    def _show_notes(self, witnesses: tuple[Witness, ...]) -> None:
        self.evidence.show_notes(witnesses)
        self.view.start_ranges()

    def _show_side(self, panel: QWidget) -> None:
        if panel is not self.weights:
            self.weighing.stop()
        self.form.weights.setChecked(panel is self.weights)
        self.side.show(panel)

    def _hide_side(self) -> None:
        self.form.weights.setChecked(False)
        self.weighing.stop()
        self._opened = self._sum = None
        self.side.hide()

    @property
    def _is_weighing(self) -> bool:
        return self.side.shows(self.weights)

    def lock(self) -> None:
        """Lock the ranking as it stands, under a name."""
        self.since.lock(self._unit)

    def show_since(self) -> None:
        """Turn to what has changed since a locked ranking."""
        self.board.turn_to(self.form.sinceTab)

    def report(self) -> None:
        """Print what is shown here."""
        self._desk.guide.open_page("reports", self._unit)

    def toggle_sum(self) -> None:
        """Show or hide how the open service was worked out."""
        if self.side.shows(self.evidence):
            self.evidence.form.working.toggle()

    def toggle_weights(self) -> None:
        """Open the weights, or close them and forget what was tried."""
        if self._is_weighing:
            self.close_side()
        elif self._look is not None and self._look.ranked is not None:
            self._opened = self._sum = None
            if self.form.tabs.currentWidget() is self.form.sinceTab:
                # A locked ranking has its own weights and does not move: the order that does stands in the list.
                self.board.turn_to(self.form.servicesTab)
            self.weights.edit(self._look.ranked.weights, self._look.versions)
            self._show_side(self.weights)
            self.weights.damage[0].slider.setFocus()
            self._judge(self._look.ranked)

    def _judge(self, ranked: Priorities) -> None:
        """The sentence before the ranges: it is there in a moment, and they take their time."""
        self.view.stop_ranges()
        self.weighing.judge(ranked)
        self.view.start_ranges()

    def _show_tried(self, ranked: Priorities) -> None:
        if self._is_weighing:
            self.weights.show_effect(self.view.try_out(ranked))
            self._judge(ranked)

    def _after_keeping(self) -> None:
        self._hide_side()
        self.load()

    def _go(self) -> None:
        """Go where somebody wanted to, now that it is known what there is."""
        at, self._wanted = self._wanted, None
        if at is None or self._look is None:
            return
        place = place_of(self._look, at)
        if place is None:
            self._desk.guide.say(self.tr("What you were going to is not among the priorities any more."))
        elif place.unit_id != self._look.unit_id:
            self._wanted = at
            self.choose_unit(place.unit_id)
        elif place.service_id is not None:
            self._open_and_read(place.service_id)
        elif place.snapshot_id is not None:
            self.show_since()
            self.view.compare(place.snapshot_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.grow()
