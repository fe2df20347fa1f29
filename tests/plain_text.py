"""What in a window could be taken for rich text: a label or a box that guesses, an editor that takes it, a tip."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QTextEdit, QWidget

from shadow_app.ui.reports.pdf_preview import PdfPreview


def rich(widget: QWidget) -> Iterator[str]:
    """What in a widget and below it could be taken for rich text."""
    for each in (widget, *widget.findChildren(QWidget)):
        name = f"{type(each).__name__} {each.objectName()}"
        if each.objectName() == "qt_msgboxex_icon_label":
            continue  # Qt's own, which shows a sign and never a word
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText:
            # Without text nothing can be taken for anything, but somebody will set one.
            yield f"{name}: a label of format {each.textFormat().name}"
        if isinstance(each, QMessageBox) and each.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{name}: a message box of format {each.textFormat().name}"
        if isinstance(each, QTextEdit) and each.acceptRichText() and not isinstance(each, PdfPreview):
            yield f"{name}: takes rich text that is pasted"
        for tip in (each.toolTip(), each.whatsThis(), each.statusTip()):
            if "<img" in tip or "<b>" in tip:
                yield f"{name}: its tip is markup of somebody's: {tip[:80]}"


def rich_dialogs() -> Iterator[str]:
    """The same of every dialog that is there, shown or not."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            yield from rich(window)
