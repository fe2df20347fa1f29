"""Where the laptops of a team meet: nowhere, in a folder, at a hub; asked at the first start and in the settings."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.ui._compiled.ui_place_dialog import Ui_PlaceDialog
from shadow_app.ui.dialog_room import fitted, in_reach
from shadow_app.ui.meeting_place import EXAMPLES, address_trouble, is_hub
from shadow_app.usecases.meeting import Arrangement

translate = QCoreApplication.translate

_OFTEN = (5, 15, 30, 60, 240, 0)


class PlaceDialog(QDialog):
    """`arrangement` holds what was chosen once it is accepted."""

    def __init__(self, arrangement: Arrangement, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Ui_PlaceDialog()
        self.form.setupUi(self)
        self.setWindowTitle(self.form.title.text())
        self.arrangement = arrangement
        form = self.form
        for minutes in dict.fromkeys((*_OFTEN, arrangement.minutes)):
            form.often.addItem(_every(minutes) if minutes else self.tr("only when I ask for it"), minutes)
        form.often.setCurrentIndex(form.often.findData(arrangement.minutes))
        form.address.setText(arrangement.address)
        chosen = form.alone if not arrangement.address else form.hub if is_hub(arrangement.address) else form.folder
        chosen.setChecked(True)
        for choice in (form.alone, form.folder, form.hub):
            choice.toggled.connect(self._choose)
        form.address.textChanged.connect(lambda _text: form.wrong.hide())
        form.browse.clicked.connect(self.browse)
        form.keep.clicked.connect(self.keep)
        form.cancel.clicked.connect(self.reject)
        form.wrong.hide()
        self._choose()
        in_reach(self)
        chosen.setFocus()

    def browse(self) -> None:
        """Choose a folder of this computer."""
        title = self.tr("A folder that all of you can reach")
        chosen = QFileDialog.getExistingDirectory(self, title, self.form.address.text())
        if chosen:
            self.form.address.setText(chosen)

    def keep(self) -> None:
        """Take the answers, if they can be one."""
        form = self.form
        address = "" if form.alone.isChecked() else form.address.text().strip()
        if not form.alone.isChecked() and not address:
            self._refuse(self.tr("Write where you meet, or work alone."))
            return
        if address and (wrong := address_trouble(address, hub=form.hub.isChecked())):
            self._refuse(wrong)
            return
        # Whoever chooses anew wants it to run.
        self.arrangement = Arrangement(address, form.often.currentData(), paused=False)
        self.accept()

    def _refuse(self, words: str) -> None:
        self.form.wrong.setText(words)
        self.form.wrong.show()
        fitted(self)
        self.form.address.setFocus()

    def _choose(self, *_: object) -> None:
        form = self.form
        form.meeting.setVisible(not form.alone.isChecked())
        form.browse.setVisible(form.folder.isChecked())
        form.address.setPlaceholderText(EXAMPLES[form.hub.isChecked()])
        hint = (
            self.tr(
                "A path of this computer, or an address such as sftp://share.example/shadow; never with a password."
            )
            if form.folder.isChecked()
            else self.tr("Never with a password: that belongs into your password file (.pgpass) or a certificate.")
        )
        form.addressHint.setText(hint)
        fitted(self)


def often_words(arrangement: Arrangement) -> str:
    """How often a laptop looks where it meets the others."""
    if not arrangement.minutes:
        return translate("PlaceDialog", "only when you ask for it")
    return translate("PlaceDialog", "paused") if arrangement.paused else _every(arrangement.minutes)


def _every(minutes: int) -> str:
    if minutes % 60:
        return translate("PlaceDialog", "every {number} minutes").format(number=minutes)
    hours = minutes // 60
    words = translate("PlaceDialog", "every hour") if hours == 1 else translate("PlaceDialog", "every {number} hours")
    return words.format(number=hours)
