"""IT's list: what IT believes matters most to a firm, put in order and locked before the field speaks (R16)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import new_id
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.ui._compiled.ui_ranking_editor import Ui_RankingEditor
from shadow_app.ui.ask import ask
from shadow_app.ui.dates import day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.ranking_lists import ServiceLine, ServicesModel, Shown, fits, read_list
from shadow_app.ui.trouble import words_for


class RankingPanel(QWidget):
    """The list as a part of a page or of the dialog."""

    kept = Signal()
    """The list was kept or locked."""
    put_away = Signal()
    """The list was kept by somebody who is done with it."""

    def __init__(self, desk: Desk, organisation_id: UUID, unit_id: UUID | None = None) -> None:
        super().__init__()
        self._desk, self._organisation_id, self._unit_id = desk, organisation_id, unit_id
        self._ranking: AssumedRanking | None = None
        self._catalogue: tuple[Service, ...] = ()
        self.confirm: Callable[[str, str, str], bool] = partial(ask, self)
        """(question, what it means, the word on the button) → whether it shall be done."""
        self.form = Ui_RankingEditor()
        self.form.setupUi(self)
        self.order, self.others = ServicesModel(self, numbered=True), ServicesModel(self)
        for view, model in ((self.form.order, self.order), (self.form.others, self.others)):
            view.setModel(model)
            view.setItemDelegate(ServiceLine(desk.theme, view))
            view.setDropIndicatorShown(True)
            view.installEventFilter(self)
        self._connect()
        self.reload()

    @property
    def changed(self) -> bool:
        """Whether the order is another than the one that is kept."""
        return self._ranking is not None and self.order.ids != self._ranking.service_ids

    @property
    def locked(self) -> bool:
        """Whether the list shown can no longer be changed."""
        return self._ranking is not None and self._ranking.locked_at is not None

    def reload(self) -> None:
        """Show the list at hand."""
        shadow, firm, unit = self._desk.shadow, self._organisation_id, self._unit_id
        self._desk.jobs.read(lambda: read_list(shadow, firm, unit), self._show, supersedes=f"IT's list {id(self)}")

    def keep(self) -> None:
        """Keep the order as it is now."""
        if self._ranking is None or self.locked:
            return
        ranking, planning = self._ranking.edited(service_ids=self.order.ids), self._desk.shadow.planning

        def kept(ranking: AssumedRanking) -> None:
            if not Shiboken.isValid(self):
                return  # The window was closed while the list was being written.
            self._ranking = ranking
            self._draw_state()
            self.form.saved.setText(self.tr("saved"))
            self.kept.emit()
            self.put_away.emit()

        self._desk.jobs.write(lambda: planning.assume(ranking), kept, self._complain)

    def lock(self) -> None:
        """Lock the order as it is now, if the person means it."""
        if self._ranking is None or self.locked or not self.order.ids:
            return
        meaning = self.tr(
            "From here on the field may speak. The list cannot be changed any more; a new one can be made."
        )
        if not self.confirm(self.tr("Lock IT’s list?"), meaning, self.tr("Lock")):
            return
        ranking, planning = self._ranking.edited(service_ids=self.order.ids), self._desk.shadow.planning

        def locked(ranking: AssumedRanking) -> None:
            if not Shiboken.isValid(self):
                return
            self._ranking = ranking
            self._fill()
            self.kept.emit()

        self._desk.jobs.write(lambda: planning.lock(ranking), locked, self._complain)

    def start_anew(self) -> None:
        """Begin a new list with the order of the locked one; it is there once it is kept."""
        if self._ranking is None or not self.locked:
            return
        offered = {service.id for service in self._offered()}
        order = tuple(each for each in self._ranking.service_ids if each in offered)
        self._ranking = self._ranking.edited(id=new_id(), locked_at=None, locked_by="", service_ids=order)
        self._fill()
        self.form.order.setFocus()

    def shift(self, by: int) -> None:
        """Move the chosen service up or down."""
        row = self.form.order.currentIndex().row()
        if row >= 0 and not self.locked and self.order.move(row, row + by):
            self._edited(row + by)

    def add(self) -> None:
        """Put the chosen other service, else the first, at the end of the list."""
        row = max(0, self.form.others.currentIndex().row())
        if row < self.others.rowCount() and not self.locked:
            self._place(self.others.service(row).id, self.order.rowCount())

    def take_out(self) -> None:
        """Take the chosen service out of the list."""
        row = self.form.order.currentIndex().row()
        if row < 0 or self.locked:
            return
        self.order.take(row)
        self._draw_others()
        self._edited(min(row, self.order.rowCount() - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds, Delete takes out, and neither reaches the dialog's buttons."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.form.others and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.add()
                return True
            if watched is self.form.order and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.take_out()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        form, add = self.form, self._desk.actions.add
        add(self, self.tr("Move the service up"), lambda: self.shift(-1), "Ctrl+Up", form.up)
        add(self, self.tr("Move the service down"), lambda: self.shift(1), "Ctrl+Down", form.down)
        add(self, self.tr("Take the service out of IT’s list"), self.take_out, button=form.take_out)
        add(self, self.tr("Add the service to IT’s list"), self.add, button=form.add)
        add(self, self.tr("Keep IT’s list"), self.keep, "Ctrl+S", form.keep)
        add(self, self.tr("Lock IT’s list…"), self.lock, "Ctrl+L", form.lock)
        add(self, self.tr("Start a new list with this order"), self.start_anew, "Ctrl+N", form.fresh)
        form.take_out.setToolTip(self.tr("Take the service out of IT’s list") + "   Del")
        form.add.setToolTip(self.tr("Add the service to IT’s list") + "   Enter")
        form.find.textChanged.connect(self._draw_others)
        form.find.returnPressed.connect(self._add_found)
        form.others.doubleClicked.connect(lambda _index: self.add())
        self.order.wanted.connect(self._place)
        self.others.wanted.connect(self._drop_out)
        form.order.selectionModel().currentChanged.connect(self._draw_keys)

    def _show(self, shown: Shown) -> None:
        if not Shiboken.isValid(self):
            return
        self._ranking, self._catalogue = shown.ranking, shown.services
        self.form.heading.setText(self.tr("What IT believes about {name}").format(name=shown.of))
        self._fill()
        (self.form.order if shown.ranking.service_ids else self.form.find).setFocus()

    def _fill(self) -> None:
        assert self._ranking is not None
        known = {service.id: service for service in self._catalogue}
        self.order.locked = self.others.locked = self.locked
        self.order.show_services([known[each] for each in self._ranking.service_ids if each in known])
        self.form.order.setCurrentIndex(self.order.index(0, 0))
        self._draw_others()
        self._draw_state()

    def _draw_others(self) -> None:
        sought, inside = self.form.find.text().strip().casefold(), set(self.order.ids)
        found = [each for each in self._offered() if each.id not in inside and fits(each, sought)]
        self.others.show_services(found)
        self.form.others.setCurrentIndex(QModelIndex())
        self.form.add.setEnabled(bool(found))

    def _offered(self) -> tuple[Service, ...]:
        return tuple(service for service in self._catalogue if service.status is ServiceStatus.LIVE)

    def _draw_state(self) -> None:
        form, locked = self.form, self.locked
        form.rest.setVisible(not locked)
        form.order_keys.setVisible(not locked)
        form.keep.setVisible(not locked)
        form.lock.setVisible(not locked)
        form.fresh.setVisible(locked)
        form.saved.clear()
        if locked:
            assert self._ranking is not None
            assert self._ranking.locked_at is not None
            words = self.tr("Locked on {day} by {name}.")
            day = day_words(self._ranking.locked_at.astimezone())
            words = words.format(day=day, name=self._ranking.locked_by or self.tr("somebody"))
            look = "good"
        elif self.order.rowCount():
            words, look = self.tr("Not locked yet. Lock it before anybody goes out."), "danger"
        else:
            words, look = self.tr("Nothing in order yet. Add the first service from the list at the side."), "danger"
        form.state.setText(words)
        form.state.setProperty("look", look)
        form.state.style().polish(form.state)
        self._draw_keys()

    def _draw_keys(self) -> None:
        row, count = self.form.order.currentIndex().row(), self.order.rowCount()
        self.form.up.setEnabled(row > 0)
        self.form.down.setEnabled(0 <= row < count - 1)
        self.form.take_out.setEnabled(row >= 0)
        self.form.lock.setEnabled(count > 0)

    def _edited(self, row: int) -> None:
        self.form.order.setCurrentIndex(self.order.index(row, 0))
        self._draw_state()

    def _add_found(self) -> None:
        if self.others.rowCount():
            self.form.others.setCurrentIndex(self.others.index(0, 0))
            self.add()
            self.form.find.clear()

    def _place(self, service_id: UUID, at: int) -> None:
        """Put a service before the row `at`, wherever it was."""
        ids = self.order.ids
        if service_id in ids:
            row = ids.index(service_id)
            at = at - 1 if at > row else at
            self.order.move(row, at)
        else:
            service = next((each for each in self._catalogue if each.id == service_id), None)
            if service is None:
                return
            self.order.insert(at, service)
            self._draw_others()
        self._edited(min(at, self.order.rowCount() - 1))

    def _drop_out(self, service_id: UUID, _at: int) -> None:
        if service_id in self.order.ids:
            self.form.order.setCurrentIndex(self.order.index(self.order.ids.index(service_id), 0))
            self.take_out()

    def _complain(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))
