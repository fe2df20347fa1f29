"""Settings: what this program is, which versions it is made of, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_about import Ui_SettingsAbout
from shadow_app.ui.desk import Desk
from shadow_app.usecases.examining import versions

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
        self.form.licences.setText("\n".join(f"{what}: {licence}" for what, licence in _LICENCES))

    def load(self) -> None:
        """Read the versions that are installed."""
        self._desk.jobs.read(versions, self._show, supersedes="versions")

    def _show(self, found: dict[str, str]) -> None:
        self.form.versions.setText("\n".join(f"{name} {version}" for name, version in found.items()))
