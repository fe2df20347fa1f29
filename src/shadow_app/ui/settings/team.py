"""Settings: where the laptops of the team meet, and how often this one looks there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_team import Ui_SettingsTeam
from shadow_app.ui.desk import Desk
from shadow_app.ui.place_dialog import PlaceDialog, often_words
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.meeting import Arrangement
from shadow_app.usecases.team import TeamState


class SettingsTeam(QWidget):
    """Says what holds, and changes it; the page Together does the exchanging."""

    icon = "users"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Together")
        self.about = self.tr("Where the laptops of the team meet")
        self._desk = desk
        self._known = Arrangement()
        self.dialog: PlaceDialog | None = None
        self.form = Ui_SettingsTeam()
        self.form.setupUi(self)
        actions, form = desk.actions, self.form
        actions.add(self, self.tr("Change where we meet…"), self.change, "F2", form.change)
        self._pause = actions.add(self, self.tr("Pause meeting by itself, or go on"), self.pause, "", form.pause)
        actions.add(self, self.tr("Open the page Together"), lambda: desk.guide.open_page("exchange"), "", form.page)

    def load(self) -> None:
        """Read where and how often."""
        meeting, team = self._desk.shadow.meeting, self._desk.shadow.team
        self._desk.jobs.read(lambda: (meeting.arrangement(), team.state()), self._show, supersedes="arrangement")

    def change(self) -> None:
        """Ask where and how often."""
        dialog = self.dialog = PlaceDialog(self._known, self.window())
        dialog.accepted.connect(lambda: self._keep(dialog.arrangement))
        dialog.open()

    def pause(self) -> None:
        """Exchange nothing by itself until somebody says so; or go on."""
        if self._known.address:
            self._keep(Arrangement(self._known.address, self._known.minutes, not self._known.paused))

    def _keep(self, wanted: Arrangement) -> None:
        meeting = self._desk.shadow.meeting
        self._desk.jobs.write(
            lambda: meeting.arrange(wanted),
            lambda _: self.load(),
            lambda error: self._desk.guide.complain(words_for(error)),
        )

    def _show(self, read: tuple[Arrangement, TeamState]) -> None:
        known, state = read
        self._known = known
        form = self.form
        own = self.tr(
            "Laptop {number}; its key is {key}. Read it to whoever asks for it before they accept this laptop."
        )
        form.device.setText(own.format(number=state.own_device[:4], key=state.own_fingerprint))
        alone = self.tr("Nowhere: this laptop works alone, or hands over files.")
        form.place.setText(known.address or alone)
        often = often_words(known)
        form.often.setText(often[:1].upper() + often[1:] + ".")
        form.often.setVisible(bool(known.address))
        self._pause.setEnabled(bool(known.address))
        form.pause.setText(self.tr("Go on") if known.paused else self.tr("Pause"))
