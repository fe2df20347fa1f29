"""What the dialogs that ask have in common: questions in a column, a refusal under them, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import Shiboken

from shadow_app.domain.errors import Trouble
from shadow_app.ui._compiled.ui_questions_dialog import Ui_QuestionsDialog
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.questions import Ask, Question
from shadow_app.ui.trouble import words_for

_WIDTH, _TALLEST = 540, 0.9

Values = dict[str, Any]
"""The answers by the names of their questions."""


class QuestionsDialog(QDialog):
    """Enter or Ctrl+Enter keeps, Esc goes back. What keeping means is said in `answered`."""

    def __init__(
        self, title: str, asks: Sequence[Ask], parent: QWidget, *, words: str = "", button: str = "", focus: str = ""
    ) -> None:
        """
        Args:
            title: what is being done.
            asks: the questions, in reading order.
            parent: the page.
            words: a line about it.
            button: the word on the button that does it.
            focus: the question to begin at; the first where it is empty.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_QuestionsDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        self.form.title.setText(title)
        self.form.words.setText(words)
        self.form.words.setVisible(bool(words))
        self.form.wrong.hide()
        if button:
            self.form.keep.setText(button)
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

    def values(self) -> Values:
        """What was answered.

        Raises:
            Refused: a number that is none.
        """
        return {name: question.value for name, question in self.questions.items()}

    def keep(self) -> None:
        """Hand the answers over, once; an answer that cannot be read is said under the fields."""
        if not self.form.keep.isEnabled():
            return
        try:
            values = self.values()
        except Trouble as error:
            self.refuse(str(error))
            return
        self.answered(values)

    def answered(self, values: Values) -> None:
        """What is done with the answers."""
        raise NotImplementedError

    def refuse(self, words: str) -> None:
        """Say what is wrong, and stay open."""
        self.form.wrong.setText(words)
        self.form.wrong.show()
        self.form.keep.setEnabled(True)

    def write(self, jobs: Jobs, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        """Stay open until the store has taken it; what it refuses stands under the fields, and nothing typed is lost.

        Args:
            jobs: whose writing thread does it.
            work: what writes.
            then: told what came of it.
        """

        def kept(given: Any) -> None:
            then(given)
            if Shiboken.isValid(self):
                self.accept()

        def failed(error: BaseException) -> None:
            # Whoever has closed the dialog meanwhile wants none of it any more.
            if Shiboken.isValid(self):
                self.refuse(words_for(error))

        self.form.keep.setEnabled(False)
        jobs.write(work, kept, failed)

    def _begin(self, name: str) -> None:
        self.editor(name).setFocus(Qt.FocusReason.TabFocusReason)
        self.form.scroll.ensureWidgetVisible(self.editor(name))

    def _fit(self, parent: QWidget) -> None:
        window = parent.window()
        width = max(_WIDTH, round(self.fontMetrics().averageCharWidth() * 78))
        inner = self.form.inner.sizeHint().height()
        self.form.scroll.setMinimumHeight(min(inner + 4, round(window.height() * _TALLEST) - 200))
        self.resize(min(width, round(window.width() * _TALLEST)), self.sizeHint().height())
