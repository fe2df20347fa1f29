"""Where the laptops of a team meet: nowhere, in a folder, at a hub; asked at the first start and in the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from shadow_app.domain.errors import Trouble
from shadow_app.settings import Settings
from shadow_app.ui._compiled.ui_place_dialog import Ui_PlaceDialog
from shadow_app.usecases.meeting import Arrangement

HUB = ("postgresql://", "postgres://", "postgresql+")
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
            form.often.addItem(self._often(minutes), minutes)
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
        if form.hub.isChecked() and not is_hub(address):
            self._refuse(self.tr("A hub’s address begins with postgresql://; whoever set it up knows it."))
            return
        if form.folder.isChecked() and is_hub(address):
            self._refuse(self.tr("This is the address of a hub: choose the hub above."))
            return
        try:
            Settings(exchange_address=address)
        except Trouble as error:
            self._refuse(str(error))
            return
        # Whoever chooses anew wants it to run.
        self.arrangement = Arrangement(address, form.often.currentData(), paused=False)
        self.accept()

    def _refuse(self, words: str) -> None:
        self.form.wrong.setText(words)
        self.form.wrong.show()
        self.form.address.setFocus()

    def _choose(self, *_: object) -> None:
        form = self.form
        form.meeting.setVisible(not form.alone.isChecked())
        form.browse.setVisible(form.folder.isChecked())
        form.address.setPlaceholderText("postgresql://hub.example/shadow" if form.hub.isChecked() else "Z:/shadow")
        hint = (
            self.tr(
                "A path of this computer, or an address such as sftp://share.example/shadow; never with a password."
            )
            if form.folder.isChecked()
            else self.tr("Never with a password: that belongs into your password file (.pgpass) or a certificate.")
        )
        form.addressHint.setText(hint)
        self.adjustSize()

    def _often(self, minutes: int) -> str:
        if not minutes:
            return self.tr("only when I ask for it")
        if minutes % 60:
            return self.tr("every {number} minutes").format(number=minutes)
        hours = minutes // 60
        return self.tr("every hour") if hours == 1 else self.tr("every {number} hours").format(number=hours)


def is_hub(address: str) -> bool:
    """Whether an address is that of a hub."""
    return address.startswith(HUB)
