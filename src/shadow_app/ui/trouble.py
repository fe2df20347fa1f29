"""What went wrong, in words for a person: never a traceback, never a note's content."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import Shiboken

from shadow_app.domain.errors import Trouble

_SHOWN = 200
_log = logging.getLogger("shadow_app")


def words_for(error: BaseException) -> str:
    """The sentence to show. A Trouble brings its own; anything else is our mistake and says so."""
    if isinstance(error, Trouble):
        return str(error)
    if unfit := _unfit(error):
        return unfit
    # The class only: messages of unexpected errors may hold what somebody wrote.
    _log.error("unexpected %s", type(error).__name__)
    return QCoreApplication.translate(
        "Trouble",
        "Something went wrong inside the program ({name}). What you saved is safe. "
        "If it happens again, please report what you did.",
    ).format(name=type(error).__name__)


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


def catch_the_rest() -> None:
    """Whatever nobody caught is told to the person instead of a terminal they do not see."""

    shown: list[QMessageBox] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif not any(Shiboken.isValid(box) and box.isVisible() for box in shown):
            # One box at a time, and none that waits: an error in a repaint would open box upon box.
            shown[:] = [_box(None, words_for(error))]
            shown[0].open()

    sys.excepthook = hook


def ask_to_lose(parent: QWidget, text: str) -> bool:
    """Whether a line that was typed and not saved may be thrown away."""
    question = QCoreApplication.translate("Trouble", "This line is not saved yet. Close and lose it?")
    buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Shadow")
    # Before the text: the box would take it for rich text. Its informative text always does, so it is not used.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"{question}\n\n{text[:_SHOWN]}")
    box.setStandardButtons(buttons)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return box.exec() == QMessageBox.StandardButton.Discard
