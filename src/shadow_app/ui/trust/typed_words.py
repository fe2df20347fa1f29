"""What stands half written in the dialogs over the pages, which are about to be closed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from shadow_app.ui.pad import Pad


def typed_beside(window: QWidget) -> str:
    """The words in the other windows that somebody has written and not kept, a line for each field.

    Passphrases and codes are none of them, nor is what only can be read; the pad's line belongs to its page.
    """
    found = []
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and not isinstance(other, Pad):
            found += [words for field in other.findChildren(QWidget) if (words := _written(field))]
    return "\n".join(dict.fromkeys(found))


def close_beside(window: QWidget) -> None:
    """Close every other window of the program; a dialog is answered with no."""
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        if isinstance(other, QDialog):
            other.done(QDialog.DialogCode.Rejected)
        other.hide()
        if other.parent() is None:
            other.deleteLater()


def _written(field: QWidget) -> str:
    if not field.isVisible():
        return ""
    if isinstance(field, QLineEdit):
        secret = field.echoMode() is not QLineEdit.EchoMode.Normal or field.isReadOnly()
        return field.text().strip() if field.isModified() and not secret else ""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        written = field.document().isModified() and not field.isReadOnly()
        return field.toPlainText().strip() if written else ""
    return ""
