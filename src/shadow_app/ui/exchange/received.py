"""What came in, from whom and when, and taking it back as a whole."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_exchange_received import Ui_ExchangeReceived
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.words import short_id
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.meeting import Taking


class ExchangeReceived(QWidget):
    """The newest first; what was taken back stays in the list, in grey."""

    receiving = Signal()
    back_wanted = Signal(object)
    """The id of what is to be taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._takings: dict[object, Taking] = {}
        self.form = Ui_ExchangeReceived()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.received.setModel(self.model)
        self.form.received.setItemDelegate(TwoLineDelegate(desk.theme, self.form.received))
        self.form.received.selectionModel().currentChanged.connect(self._enable)
        self.form.nothingDo.clicked.connect(self.receiving)
        self.box: QMessageBox | None = None
        words = self.tr("Take back what came in here…")
        self._back = desk.actions.add(self, words, self.ask_back, "Del", self.form.back)

    def show_takings(self, takings: list[Taking]) -> None:
        """Show what came in."""
        self._takings = {each.id: each for each in takings}
        self.model.show_entries([self._entry(each) for each in takings])
        self.form.nothing.setVisible(not takings)
        self.form.received.setVisible(bool(takings))
        self.form.back.setVisible(bool(takings))
        if takings and not self.form.received.currentIndex().isValid():
            self.form.received.setCurrentIndex(self.model.index(0, 0))
        self._enable()

    def focus(self) -> None:
        """The keyboard goes where there is something to do."""
        (self.form.received if self._takings else self.form.nothingDo).setFocus()

    def ask_back(self) -> None:
        """Ask before something is taken back."""
        chosen = self._chosen()
        if chosen is None or chosen.taken_back:
            return
        words = self.tr(
            "Take back all that came in from {who} on {when}? What somebody has worked on since stays. "
            "Ctrl+Z brings it again."
        )
        self.box = box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Shadow")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words.format(who=_who(chosen), when=amounts.clock(chosen.at)))
        box.addButton(self.tr("Take back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self.back_wanted.emit(chosen.id))
        box.open()

    def _entry(self, each: Taking) -> TwoLines:
        title = f"{_who(each)}  ·  {amounts.clock(each.at)}"
        back = [self.tr("taken back")] if each.taken_back else []
        return TwoLines(each.id, title, "  ·  ".join((each.source, *back)), faint=each.taken_back)

    def _chosen(self) -> Taking | None:
        index = self.form.received.currentIndex()
        key: UUID | None = self.model.entry(index).key if index.isValid() else None  # type: ignore[assignment]
        return self._takings.get(key)

    def _enable(self, *_: object) -> None:
        chosen = self._chosen()
        self._back.setEnabled(chosen is not None and not chosen.taken_back)


def _who(each: Taking) -> str:
    return each.person or short_id(each.device)
