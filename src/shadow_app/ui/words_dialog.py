"""A few words, asked for before something is done with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_words_dialog import Ui_WordsDialog
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.theme import Theme

LONGEST = 2_000
"""Characters that everything asked for here has room for."""


class WordsDialog(QDialog):
    """Asks for a few words; `told` gets them once. Enter is a new line, Ctrl+Enter is done."""

    def __init__(
        self, theme: Theme, title: str, about: str, done: str, told: Callable[[str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Ui_WordsDialog()
        self.form.setupUi(self)
        self.setWindowTitle(title)
        bounded(self, QSize(theme.px(540), theme.px(320)))
        self.form.title.setText(title)
        self.form.about.setText(about)
        self.form.about.setVisible(bool(about))
        self.form.wrong.hide()
        self.form.words.setAccessibleName(title)
        self.form.hint.setText(self.tr("Ctrl+Enter: {done}").format(done=done))
        self.form.ok.setText(done)
        self._told = told
        self.form.ok.clicked.connect(self._done)
        self.form.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._done)
        self.form.words.setFocus()

    def _done(self) -> None:
        words = self.form.words.toPlainText().strip()
        if not words:
            self._refuse(self.tr("Nothing is written yet; say it in a few words."))
        elif len(words) > LONGEST:
            # Asked here, where nothing that was typed is lost.
            wrong = self.tr("That is {length} characters and {most} fit; say it in fewer words.")
            self._refuse(wrong.format(length=amounts.whole(len(words)), most=amounts.whole(LONGEST)))
        else:
            self.accept()
            self._told(words)

    def _refuse(self, why: str) -> None:
        self.form.wrong.setText(why)
        self.form.wrong.show()
        self.form.words.setFocus()
