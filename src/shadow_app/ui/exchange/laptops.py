"""The laptops of the team: whose they are, and when anything was heard of them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from shadow_app.ui._compiled.ui_exchange_laptops import Ui_ExchangeLaptops
from shadow_app.ui.desk import Desk
from shadow_app.ui.exchange.words import key_words, seen_words, short_id, whose
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.meeting import Standing


class ExchangeLaptops(QWidget):
    """The list, and what to do where nobody is in it."""

    place_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.form = Ui_ExchangeLaptops()
        self.form.setupUi(self)
        self.model = TwoLineModel(self)
        self.form.laptops.setModel(self.model)
        self.form.laptops.setItemDelegate(TwoLineDelegate(desk.theme, self.form.laptops))
        self.form.nothingDo.clicked.connect(self.place_wanted)

    def show_standing(self, standing: Standing, now: datetime, key: str) -> None:
        """Show who is known; `key` are the digits by which others know this laptop."""
        own = self.tr("This is {laptop}; its key is {key}.") if key else self.tr("This is {laptop}.")
        self.form.own.setText(own.format(laptop=short_id(standing.own_device), key=key_words(key)))
        self.form.nothing.setVisible(not standing.others)
        self.form.laptops.setVisible(bool(standing.others))
        self.model.show_entries(
            [TwoLines(each.device, whose(each), _about(each.device, seen_words(each, now))) for each in standing.others]
        )

    def focus(self) -> None:
        """The keyboard goes where there is something to do."""
        (self.form.laptops if self.model.rowCount() else self.form.nothingDo).setFocus()


def _about(device: str, seen: str) -> str:
    return "  ·  ".join((short_id(device), seen))
