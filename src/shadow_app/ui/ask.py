"""One question before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(parent: QWidget, question: str, meaning: str, word: str) -> bool:
    """Ask; `meaning` says what follows, `word` stands on the button that does it. Escape is a no."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Shadow")
    # Before the text; and all of it here, for a box takes its informative text for rich text whatever it is told.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{question}\n\n{meaning}")
    do_it = box.addButton(word, QMessageBox.ButtonRole.AcceptRole)
    leave_it = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(leave_it)
    box.exec()
    done = box.clickedButton() is do_it
    box.deleteLater()
    return done
