"""Settings: what this program is, which versions it is made of, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_about import Ui_SettingsAbout
from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.examining import versions
from shadow_app.usecases.updates import Told

_LICENCES = (
    ("Shadow", "MIT"),
    ("Qt for Python (PySide6)", "LGPL 3"),
    ("SQLAlchemy, Alembic, pydantic", "MIT"),
    ("SQLCipher", "BSD"),
    ("ReportLab", "BSD"),
    ("Pillow", "MIT-CMU"),
    ("cryptography", "Apache 2.0 / BSD"),
    ("Inter, Noto Emoji", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
)


class SettingsAbout(QWidget):
    """Versions and licences, as text to be copied into a report of trouble."""

    icon = "info"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("About")
        self.about = self.tr("Versions and licences")
        self._desk = desk
        self.form = Ui_SettingsAbout()
        self.form.setupUi(self)
        self.form.updates.clicked.connect(self._choose)
        desk.actions.add(self, self.tr("Look for a newer version"), self.look, "", self.form.look)
        self.form.licences.setText("\n".join(f"{what}: {licence}" for what, licence in _LICENCES))

    def load(self) -> None:
        """Read the versions that are installed."""
        self._desk.jobs.read(versions, self._show, supersedes="versions")
        shadow = self._desk.shadow

        def arranged() -> tuple[str, bool]:
            return shadow.updates.address(), shadow.own.current().updates

        self._desk.jobs.read(arranged, self._show_arranged, self._not_arranged, supersedes="updates")

    def look(self) -> None:
        """Ask now; nothing is fetched but one line."""
        updates = self._desk.shadow.updates
        self.form.updatesWords.setText(self.tr("Looking …"))
        self._desk.jobs.apart(lambda _job: updates.look(), self._told, self._failed)

    def _choose(self, wanted: bool) -> None:
        own = self._desk.shadow.own
        self._desk.jobs.write(lambda: own.change(updates=wanted), failed=self._failed)

    def _show_arranged(self, arranged: tuple[str, bool]) -> None:
        address, wanted = arranged
        self.form.updates.setChecked(wanted)
        for each in (self.form.updates, self.form.look):
            each.setEnabled(bool(address))
        asked = self.tr("Asked is {address}, where your administrator writes the version. Nothing is fetched or sent.")
        nobody = self.tr("Your administrator names no place where a newer version is announced, so nothing is asked.")
        self.form.updatesWords.setText(asked.format(address=address) if address else nobody)

    def _not_arranged(self, error: BaseException) -> None:
        self._show_arranged(("", False))
        self._failed(error)

    def _told(self, told: Told) -> None:
        words = self.tr("Shadow {there} is there; you have {here}. Your administrator knows how to get it.")
        none = self.tr("You have Shadow {here}; nothing newer is there.")
        self.form.updatesWords.setText((words if told.newer else none).format(there=told.there, here=told.here))

    def _failed(self, error: BaseException) -> None:
        self.form.updatesWords.setText(words_for(error))

    def _show(self, found: dict[str, str]) -> None:
        self.form.versions.setText("\n".join(f"{name} {version}" for name, version in found.items()))
