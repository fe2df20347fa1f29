"""Settings: light or dark, how large the text is, which language the program speaks, and what it prints on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from shadow_app.domain.language import Wish, current
from shadow_app.domain.paper import Paper
from shadow_app.domain.record import Record
from shadow_app.settings import Settings
from shadow_app.ui._compiled.ui_settings_look import Ui_SettingsLook
from shadow_app.ui.desk import Desk
from shadow_app.ui.theme import Look
from shadow_app.usecases.own_settings import OwnSettings

_SETTLE_MILLISECONDS = 200
"""The whole window is laid out anew for another text size, so the slider must rest first."""

_STEP = 5


class SettingsLook(QWidget):
    """Every change is seen at once and remembered."""

    icon = "sun"
    concerns: tuple[type[Record], ...] = ()

    def __init__(self, desk: Desk, own: OwnSettings) -> None:
        super().__init__()
        self.title = self.tr("Look and language")
        self.about = self.tr("Light, dark, text size, language, paper")
        self._desk = desk
        self._own = own
        self.form = Ui_SettingsLook()
        self.form.setupUi(self)
        self._looks: dict[Look, object] = {"auto": self.form.auto, "light": self.form.light, "dark": self.form.dark}
        self.form.auto.clicked.connect(lambda: self.use("auto"))
        self.form.light.clicked.connect(lambda: self.use("light"))
        self.form.dark.clicked.connect(lambda: self.use("dark"))
        form = self.form
        self._languages: dict[Wish, QRadioButton] = {"system": form.system, "en": form.english, "de": form.german}
        for language, button in self._languages.items():
            button.clicked.connect(partial(self.speak, language))
        for paper, words in self._papers():
            form.paper.addItem(words, paper)
        form.paper.activated.connect(lambda place: self.print_on(form.paper.itemData(place)))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MILLISECONDS)
        self._settle.timeout.connect(self._resize)
        self.form.size.valueChanged.connect(self._slid)
        self._add_actions()
        self.load()

    def _papers(self) -> tuple[tuple[Paper, str], ...]:
        usual = self.tr("US Letter, as usual here") if current().letter_paper else self.tr("A4, as usual here")
        return (("locale", usual), ("a4", self.tr("A4 (210 × 297 mm)")), ("letter", self.tr("US Letter (8.5 × 11 in)")))

    def _add_actions(self) -> None:
        actions = self._desk.actions
        actions.add(self, self.tr("Colours as the system says"), lambda: self.use("auto"))
        actions.add(self, self.tr("Light colours"), lambda: self.use("light"))
        actions.add(self, self.tr("Dark colours"), lambda: self.use("dark"))
        actions.add(self, self.tr("Speak the language of this computer"), partial(self.speak, "system"))
        actions.add(self, self.tr("Speak English (English)"), partial(self.speak, "en"))
        actions.add(self, self.tr("Speak German (Deutsch)"), partial(self.speak, "de"))
        actions.add(self, self.tr("Print on the paper that is usual here"), partial(self.print_on, "locale"))
        actions.add(self, self.tr("Print on A4"), partial(self.print_on, "a4"))
        actions.add(self, self.tr("Print on US Letter"), partial(self.print_on, "letter"))

    def load(self) -> None:
        """Show what is in force."""
        theme, form = self._desk.theme, self.form
        for look, button in (("auto", form.auto), ("light", form.light), ("dark", form.dark)):
            button.setChecked(look == theme.look)
        self._languages[self._own.current().language].setChecked(True)
        form.paper.setCurrentIndex(form.paper.findData(self._own.current().paper))
        percent = round(theme.scale * 100)
        with QSignalBlocker(form.size):
            form.size.setValue(percent)
        form.percent.setText(self.tr("{percent} %").format(percent=percent))

    def use(self, look: Look) -> None:
        """Change the colours."""
        self._desk.theme.use(look=look)
        self.load()
        self._remember(look=look)

    def speak(self, language: Wish, _checked: bool = False) -> None:
        """Another language, from the next start on."""
        self._languages[language].setChecked(True)
        self._remember(language=language)

    def print_on(self, paper: Paper) -> None:
        """Another paper, from the next report on."""
        self.form.paper.setCurrentIndex(self.form.paper.findData(paper))
        self._remember(paper=paper)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever slides and leaves at once has still chosen."""
        if self._settle.isActive():
            self._settle.stop()
            self._resize()
        super().hideEvent(event)

    def _slid(self, percent: int) -> None:
        self.form.percent.setText(self.tr("{percent} %").format(percent=percent))
        self._settle.start()

    def _resize(self) -> None:
        scale = round(self.form.size.value() / _STEP) * _STEP / 100
        self._desk.theme.use(scale=scale)
        self._remember(font_scale=scale)

    def _remember(self, **fields: object) -> None:
        own = self._own

        def kept(_: Settings) -> None:
            """Seen already."""

        self._desk.jobs.write(lambda: own.change(**fields), kept)
