"""Programme: who has not heard from us, and how often each part of the business is visited."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.last_contact import LastHeard
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_heard import Ui_ProgrammeHeard
from shadow_app.ui.desk import Desk
from shadow_app.ui.programme import words
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.programme_scene import CoverageScene


class ProgrammeHeard(QWidget):
    """Sites on the left, units on the right; a site can be told something or visited by one key."""

    tell_wanted = Signal(UUID, str)
    plan_wanted = Signal(UUID, UUID, object, str)
    """site, the role with most work there, None, focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Who has heard")
        self.form = Ui_ProgrammeHeard()
        self.form.setupUi(self)
        self._seen: CoverageScene | None = None
        self.sites, self.units = TwoLineModel(self), TwoLineModel(self)
        for view, model in ((self.form.sites, self.sites), (self.form.units, self.units)):
            view.setModel(model)
            view.setItemDelegate(TwoLineDelegate(desk.theme, view))
        self.form.sites.selectionModel().currentChanged.connect(self._enable)
        self.form.sites.activated.connect(lambda _index: self.tell())
        guide, actions, form = desk.guide, desk.actions, self.form
        self._tell = actions.add(self, self.tr("Write down what the site was told"), self.tell, "T", form.tell)
        self._plan = actions.add(self, self.tr("Plan a visit to the site"), self.plan, "P", form.plan)
        actions.add(self, self.tr("Bring in the sites"), lambda: guide.open_page("settings"), "", form.settings)

    def show_coverage(self, seen: CoverageScene) -> None:
        """Show sites and units; the chosen site stays chosen."""
        self._seen = seen
        there = bool(seen.sites)
        for part in (self.form.finding, self.form.sitesCard, self.form.unitsCard):
            part.setVisible(there)
        self.form.nothing.setVisible(not there)
        self.form.finding.setText(self._finding(seen))
        kept = self._chosen()
        self.sites.show_entries([self._site(line, seen) for line in seen.sites])
        self.units.show_entries([self._unit(line, seen) for line in seen.units])
        place = self.sites.index_of(kept)
        self.form.sites.setCurrentIndex(place if place.isValid() else self.sites.index(0, 0))
        self._enable()

    def tell(self) -> None:
        """Write down what the chosen site was told."""
        site_id = self._chosen()
        if site_id is not None and self._seen is not None:
            self.tell_wanted.emit(site_id, self._seen.site_names[site_id])

    def plan(self) -> None:
        """Plan a visit to the chosen site, with the role in which most is worked."""
        site_id, seen = self._chosen(), self._seen
        if site_id is None or seen is None:
            return
        cells = [cell for cell in seen.map.cells.values() if cell.site_id == site_id]
        if cells:
            most = max(cells, key=lambda cell: cell.role_hours)
            line = next(line for line in seen.sites if line.site_id == site_id)
            focus = f"{seen.site_names[site_id]}: {words.heard_words(line)}."
            self.plan_wanted.emit(site_id, most.role_ids[0], None, focus)

    def _finding(self, seen: CoverageScene) -> str:
        late, within = sum(line.overdue for line in seen.sites), words.days(seen.tell_within_days)
        contact = self.tr("Every site had contact with us within {days}.").format(days=within)
        if late:
            sentence = self.tr("{late} of {all:|site|sites} had no contact with us for more than {days}, or never.")
            contact = sentence.format(late=amounts.whole(late), all=amounts.whole(len(seen.sites)), days=within)
        if not seen.not_told:
            return contact
        names = [line.site for line in seen.told if line.overdue]
        told = self.tr("Visited, and not told in time what became of it: {names}.")
        return f"{contact} {told.format(names=amounts.joined(names, 4))}"

    def _site(self, line: LastHeard, seen: CoverageScene) -> TwoLines:
        assert line.site_id is not None
        name, unit = seen.site_names[line.site_id], seen.unit_names.get(line.unit_id, "")
        title = (
            self.tr("{site}: last contact {days} ago").format(site=name, days=words.days(line.days))
            if line.days
            else name
        )
        if line.days is None:
            title = self.tr("{site}: never any contact").format(site=name)
        elif not line.days:
            title = self.tr("{site}: contact today").format(site=name)
        about = " · ".join(part for part in (words.heard_words(line), unit) if part)
        return TwoLines(line.site_id, title, about, urgent=line.overdue or line.site_id in seen.not_told)

    def _unit(self, line: LastHeard, seen: CoverageScene) -> TwoLines:
        last = self.tr("never any contact")
        if line.days is not None:
            last = self.tr("last contact {days} ago").format(days=words.days(line.days))
        about = f"{words.cadence_words(line)} · {last}"
        return TwoLines(line.unit_id, seen.unit_names.get(line.unit_id, ""), about, urgent=line.overdue)

    def _chosen(self) -> UUID | None:
        index = self.form.sites.currentIndex()
        key = self.sites.entry(index).key if index.isValid() else None
        return key if isinstance(key, UUID) else None

    def _enable(self, *_indexes: QModelIndex) -> None:
        chosen = self._chosen()
        self._tell.setEnabled(chosen is not None)
        cells = self._seen.map.cells if self._seen is not None else {}
        self._plan.setEnabled(any(site == chosen for site, _ in cells))
