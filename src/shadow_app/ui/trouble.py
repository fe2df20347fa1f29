"""What went wrong, in words for a person: never a traceback, never a note's content."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from shadow_app.domain.errors import Trouble
from shadow_app.domain.visible import visible
from shadow_app.ui.plural import tr

_SHOWN = 200
_log = logging.getLogger("shadow_app")


def words_for(error: BaseException) -> str:
    """The sentence to show. A Trouble brings its own; anything else is our mistake and says so."""
    if isinstance(error, Trouble):
        # It may repeat a path or a heading with a sign in it that turns the sentence round.
        return visible(str(error))
    if unfit := _unfit(error):
        return unfit
    # The class only: messages of unexpected errors may hold what somebody wrote.
    _log.error("unexpected %s", type(error))
    return QCoreApplication.translate(
        "Trouble",
        "Something went wrong inside the program ({name}). What you saved is safe. If it happens again, Ctrl+K and "
        "“Save a report” write down what is needed to find it.",
    ).format(name=type(error).__name__)


def is_ours(error: BaseException) -> bool:
    """Whether the mistake is the program's and not something in the person's world."""
    return not isinstance(error, Trouble) and not _unfit(error)


def _unfit(error: BaseException) -> str:
    """What a record says of a value that it cannot hold; imported only now, the first frame must not wait for it."""
    from pydantic import ValidationError

    from shadow_app.domain.unfit import refusal

    return str(refusal(error)) if isinstance(error, ValidationError) else ""


def show_trouble(parent: QWidget | None, text: str) -> None:
    """Ask a person to read something before going on."""
    _box(parent, text).exec()


def _box(parent: QWidget | None, text: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Warning, "Shadow", text, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def ask_to_lose(parent: QWidget, text: str, photos: int) -> bool:
    """Whether a line that was typed and not saved may be thrown away, and its photos."""
    question = QCoreApplication.translate("Trouble", "This line is not saved yet. Close and lose it?")
    buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Shadow")
    # Before the text: the box would take it for rich text. Its informative text always does, so it is not used.
    box.setTextFormat(Qt.TextFormat.PlainText)
    held = [text[:_SHOWN]] if text else []
    if photos:
        held.append(tr("%Ln photo(s)", "in a line that is not saved yet", photos))
    box.setText("\n\n".join((question, *held)))
    box.setStandardButtons(buttons)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Discard
