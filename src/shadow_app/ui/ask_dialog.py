"""One dialog for all questions of the desk: it asks, keeps on the writing thread, and stays open with a refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.errors import Trouble
from shadow_app.ui._compiled.ui_ask_dialog import Ui_AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.questions import Ask, Question
from shadow_app.ui.trouble import words_for

_WIDTH, _TALLEST = 540, 0.9

Values = dict[str, Any]


class AskDialog(QDialog):
    """Enter or Ctrl+Enter keeps, Esc goes back. A refusal is a sentence under the fields, and nothing typed is lost."""

    kept = Signal(object)
    """What keeping gave back."""

    def __init__(
        self,
        title: str,
        asks: Sequence[Ask],
        keep: Callable[[Values], Any],
        desk: Desk,
        parent: QWidget,
        *,
        words: str = "",
        button: str = "",
        focus: str = "",
    ) -> None:
        """
        Args:
            title: what is being done.
            asks: the questions, in reading order.
            keep: given the answers by name, on the writing thread; what it raises is shown as a sentence.
            desk: the threads.
            parent: the page.
            words: a line about it.
            button: the word on the button that does it.
            focus: the question to begin at.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_AskDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        self.form.title.setText(title)
        self.form.words.setText(words)
        self.form.words.setVisible(bool(words))
        self.form.wrong.hide()
        if button:
            self.form.keep.setText(button)
        self._keep, self._jobs = keep, desk.jobs
        self.questions = {asked.name: Question(asked) for asked in asks}
        for question in self.questions.values():
            self.form.fields.addRow(question.asked.label, question.editor)
        self.form.keep.clicked.connect(self.keep)
        self.form.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep)
        self._fit(parent)
        self._begin(focus or next(iter(self.questions)))

    def editor(self, name: str) -> Any:
        """The editor of a question."""
        return self.questions[name].editor

    def keep(self) -> None:
        """Ask the writing thread; what comes back closes the dialog or stands under the fields."""
        if not self.form.keep.isEnabled():
            return
        try:
            values = {name: question.value for name, question in self.questions.items()}
        except Trouble as error:
            self._refuse(error)
            return
        self.form.keep.setEnabled(False)
        self._jobs.write(lambda: self._keep(values), self._kept, self._refuse)

    def _kept(self, given: Any) -> None:
        self.kept.emit(given)
        self.accept()

    def _refuse(self, error: BaseException) -> None:
        self.form.wrong.setText(words_for(error))
        self.form.wrong.show()
        self.form.keep.setEnabled(True)

    def _begin(self, name: str) -> None:
        self.editor(name).setFocus(Qt.FocusReason.TabFocusReason)
        self.form.scroll.ensureWidgetVisible(self.editor(name))

    def _fit(self, parent: QWidget) -> None:
        window = parent.window()
        width = max(_WIDTH, round(self.fontMetrics().averageCharWidth() * 78))
        inner = self.form.inner.sizeHint().height()
        self.form.scroll.setMinimumHeight(min(inner + 4, round(window.height() * _TALLEST) - 200))
        self.resize(min(width, round(window.width() * _TALLEST)), self.sizeHint().height())
