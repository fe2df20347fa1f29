"""The body of Priorities: tiles, the ranked list, IT's list beside the field, business steps."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from shadow_app.insight.draws import Draws
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.figure_view import FigureView
from shadow_app.ui.priorities import comparison
from shadow_app.ui.priorities.look import Look
from shadow_app.ui.priorities.service_list import ServiceDelegate, ServiceModel
from shadow_app.ui.priorities.tile import PrioritiesTile
from shadow_app.ui.service_rows import ServiceRow, service_rows
from shadow_app.ui.theme import Theme
from shadow_app.usecases.prioritising import Priorities

_STEPS = 2
"""The place of the tab of the business steps."""


class PrioritiesBoard(QObject):
    """Fills the page's form with a ranking; knows neither threads nor use cases."""

    def __init__(self, form: Ui_PrioritiesPage, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.form = form
        self.services = ServiceModel(self)
        form.services.setModel(self.services)
        form.services.setItemDelegate(ServiceDelegate(theme, self.services, form.services))
        self.share, self.slope, self.steps = FigureView(theme), FigureView(theme), FigureView(theme)
        form.tabs.tabBar().setDrawBase(False)
        for view, card in ((self.share, form.shareCard), (self.slope, form.slopeCard), (self.steps, form.stepsCard)):
            column = card.layout()
            assert column is not None
            column.addWidget(view)

    def fill_units(self, look: Look) -> None:
        """The units to choose from, and all of them."""
        units = self.form.unit
        units.clear()
        for unit in look.units:
            firm = look.firms.get(unit.organisation_id, "") if len(look.firms) > 1 else ""
            units.addItem(" · ".join(part for part in (unit.name, firm) if part), unit.id)
        units.addItem(self.tr("All units"), None)
        units.setCurrentIndex(
            next((place for place, unit in enumerate(look.units) if unit.id == look.unit_id), len(look.units))
        )

    def show_ranking(self, ranked: Priorities) -> None:
        """Everything but the rows of the list."""
        self._show_tiles(ranked)
        form = self.form
        form.finding.setText(comparison.finding(ranked))
        form.compareTitle.setText(comparison.blind_sentence(ranked) or self.tr("IT has no list to compare with."))
        form.compareWords.setText(comparison.surprises(ranked))
        share, steps = comparison.draw_share(ranked), comparison.draw_steps(ranked)
        form.shareCard.setVisible(share is not None)
        self.share.show_figure(share, {key: form.compareTitle.text() for key in comparison.SHARE_KEYS})
        self.slope.show_figure(comparison.draw_slope(ranked), comparison.slope_names(ranked))
        form.tabs.setTabVisible(_STEPS, steps is not None)
        self.steps.show_figure(steps, comparison.step_names(ranked))
        form.stepsNeeds.setText(comparison.step_lines(ranked))

    def show_rows(
        self,
        ranked: Priorities,
        drawn: Draws | None,
        before: dict[UUID, int] | None = None,
        since: Mapping[UUID, str] | None = None,
    ) -> list[ServiceRow]:
        """The list; `before` are the places under the weights in force, `since` says what a locked ranking shows."""
        rows = service_rows(ranked, drawn, before, since)
        self.services.show_rows(rows)
        if rows and not self.form.services.currentIndex().isValid():
            self.form.services.setCurrentIndex(self.services.index(0, 0))
        return rows

    def arrange(self, *, narrow: bool) -> None:
        """Four tiles in a row, or two by two without their small print."""
        form = self.form
        for place, tile in enumerate(self.tiles):
            form.tiles.addWidget(tile, place // 2 if narrow else 0, place % 2 if narrow else place)
        for column in range(4):
            form.tiles.setColumnStretch(column, 1 if column < (2 if narrow else 4) else 0)
        for note in (form.hoursNote, form.moneyNote, form.sureNote, form.blindNote):
            note.setVisible(not narrow)

    @property
    def tiles(self) -> tuple[PrioritiesTile, ...]:
        """Hours, money, what it rests on, blind share."""
        form = self.form
        return form.hoursTile, form.moneyTile, form.sureTile, form.blindTile

    def turn_to(self, tab: QWidget) -> None:
        """Show one view."""
        self.form.tabs.setCurrentWidget(tab)

    def turn(self, by: int) -> None:
        """Show the next view, or the one before."""
        tabs = self.form.tabs
        there = [place for place in range(tabs.count()) if tabs.isTabVisible(place)]
        tabs.setCurrentIndex(there[(there.index(tabs.currentIndex()) + by) % len(there)])

    def _show_tiles(self, ranked: Priorities) -> None:
        form, cost = self.form, sum(each.cost for each in ranked.costs)
        form.hoursValue.setText(self.tr("{hours} h").format(hours=amounts.hours(sum(c.hours for c in ranked.costs))))
        form.hoursNote.setText(self.tr("lost in a year, all services together"))
        form.moneyValue.setText(amounts.money(cost, ranked.currency) if cost > 0 else "–")
        form.moneyNote.setText(
            self.tr("in a year, at what an hour costs") if cost > 0 else self.tr("no price of an hour is known")
        )
        been = {visit.site_id for visit in ranked.visits}
        form.sureValue.setText(amounts.visits(len(ranked.visits)))
        words = self.tr("{hours} h watched at {been} of {all}")
        form.sureNote.setText(
            words.format(
                hours=amounts.hours(sum(visit.exposure_hours for visit in ranked.visits)),
                been=amounts.whole(len(been)),
                all=amounts.sites(len(ranked.ground.sites)),
            )
        )
        blind = ranked.gap.blind_share
        form.blindTile.setVisible(blind is not None)
        form.blindValue.setText(amounts.percent(blind) if blind is not None else "")
        form.blindNote.setText(self.tr("of the harm is in the lower half of IT’s list"))
        for tile in self.tiles:
            tile.name_it(self.tr("Shows how this was worked out"))
