"""One of many names, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.ui._compiled.ui_choice_dialog import Ui_ChoiceDialog
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines

MOST_SHOWN = 200


class ChoiceDialog(QDialog):
    """One of many names by a few letters and Enter; `chosen` gets its key, or what was typed where that is new."""

    def __init__(
        self, theme: Theme, title: str, done: str, entries: Sequence[TwoLines], parent: QWidget, new: str = ""
    ) -> None:
        """
        Args:
            theme: the look.
            title: the question.
            done: the word on the button.
            entries: what there is to choose from.
            parent: the window.
            new: words with `{typed}` for an entry that makes something new of what was typed; empty for none.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_ChoiceDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        bounded(self, QSize(theme.px(540), theme.px(460)))
        self.form.title.setText(title)
        self.form.ok.setText(done)
        self.form.hint.setText(self.tr("Type a few letters; Enter: {done}").format(done=done))
        self.form.line.setAccessibleName(title)
        self.form.list.setAccessibleName(self.tr("What fits"))
        self.chosen: Callable[[Hashable], None] = lambda key: None
        self.made: Callable[[str], None] = lambda typed: None
        self._entries = list(entries)
        self._new = new
        self.model = TwoLineModel(self)
        self.form.list.setModel(self.model)
        self.form.list.setItemDelegate(TwoLineDelegate(theme, self.form.list))
        self.form.line.textChanged.connect(self._fill)
        self.form.line.installEventFilter(self)
        self.form.list.activated.connect(self._done)
        self.form.ok.clicked.connect(self._done)
        self.form.cancel.clicked.connect(self.reject)
        self._fill("")
        self.form.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter work while the line keeps the focus."""
        if watched is self.form.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._move_to(self.form.list.currentIndex().row() + step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._done()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        parts = typed.casefold().split()
        fitting = [each for each in self._entries if all(part in _folded(each) for part in parts)][:MOST_SHOWN]
        named = " ".join(typed.split())
        if self._new and named and all(each.title.casefold() != named.casefold() for each in fitting):
            fitting.append(TwoLines(None, self._new.format(typed=named)))
        self.model.show_entries(fitting)
        self.form.ok.setEnabled(bool(fitting))
        self._move_to(0)

    def _move_to(self, place: int) -> None:
        self.form.list.setCurrentIndex(self.model.index(min(max(place, 0), self.model.rowCount() - 1), 0))

    def _done(self) -> None:
        index = self.form.list.currentIndex()
        if not index.isValid():
            return
        entry = self.model.entry(index)
        self.accept()
        if entry.key is None:
            self.made(" ".join(self.form.line.text().split()))
        else:
            self.chosen(entry.key)


def _folded(entry: TwoLines) -> str:
    return f"{entry.title} {entry.about}".casefold()
