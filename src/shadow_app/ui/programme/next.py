"""Programme: where to go next and why; one key plans the visit."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.next_visit import Suggestion
from shadow_app.ui._compiled.ui_programme_next import Ui_ProgrammeNext
from shadow_app.ui.desk import Desk
from shadow_app.ui.letters import breakable
from shadow_app.ui.programme import words
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.programme_scene import FieldScene


class ProgrammeNext(QWidget):
    """Suggestions on the left, all that speaks for the chosen one on the right."""

    plan_wanted = Signal(UUID, UUID, object, str)
    """site, role, who would go (an id or None), focus."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Next visits")
        self.form = Ui_ProgrammeNext()
        self.form.setupUi(self)
        self._field: FieldScene | None = None
        self.model = TwoLineModel(self)
        self.form.places.setModel(self.model)
        self.form.places.setItemDelegate(TwoLineDelegate(desk.theme, self.form.places))
        self.form.places.selectionModel().currentChanged.connect(self._show_chosen)
        self.form.places.activated.connect(lambda _index: self.plan())
        guide, actions = desk.guide, desk.actions
        self._plan = actions.add(self, self.tr("Plan the suggested visit"), self.plan, "P", self.form.plan)
        actions.add(self, self.tr("Go to the settings"), lambda: guide.open_page("settings"), "", self.form.sites)
        self._fill(())

    def show_field(self, field: FieldScene) -> None:
        """Show the suggestions; the chosen one stays chosen as long as it is there."""
        self._field = field
        self._fill(field.suggestions)

    def plan(self) -> None:
        """Plan the chosen visit."""
        chosen = self._chosen()
        if chosen is not None and self._field is not None:
            focus = words.focus_of(chosen, self._field)
            self.plan_wanted.emit(chosen.site_id, chosen.role_id, chosen.shadower_id, focus)

    def _fill(self, suggestions: tuple[Suggestion, ...]) -> None:
        kept = self._chosen()
        self.model.show_entries([self._entry(each) for each in suggestions])
        for part in (self.form.places, self.form.card, self.form.order):
            part.setVisible(bool(suggestions))
        self.form.nothing.setVisible(not suggestions)
        place = self.model.index_of((kept.site_id, kept.role_id)) if kept else QModelIndex()
        self.form.places.setCurrentIndex(place if place.isValid() else self.model.index(0, 0))
        self._show_chosen()

    def _entry(self, suggestion: Suggestion) -> TwoLines:
        assert self._field is not None
        where = self._field.place(suggestion.site_id, suggestion.role_id)
        brief = words.reason_in_brief(suggestion.reasons[0], suggestion, self._field)
        return TwoLines((suggestion.site_id, suggestion.role_id), where, brief)

    def _chosen(self) -> Suggestion | None:
        index = self.form.places.currentIndex()
        if not index.isValid() or self._field is None:
            return None
        key = self.model.entry(index).key
        return next((each for each in self._field.suggestions if (each.site_id, each.role_id) == key), None)

    def _show_chosen(self, *_indexes: QModelIndex) -> None:
        chosen, field = self._chosen(), self._field
        self._plan.setEnabled(chosen is not None)
        if chosen is None or field is None:
            return
        self.form.place.setText(breakable(field.place(chosen.site_id, chosen.role_id)))
        goer = field.people.get(chosen.shadower_id) if chosen.shadower_id else None
        self.form.goer.setText(breakable(self.tr("{name} would go.").format(name=goer.name)) if goer else "")
        self.form.goer.setVisible(goer is not None)
        reasons = (words.reason_words(reason, chosen, field) for reason in chosen.reasons)
        self.form.why.setText(breakable("\n\n".join(reasons)))
