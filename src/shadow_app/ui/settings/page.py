"""Settings: sections at the left, the chosen one at the right (`design.md` §6)."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from shadow_app.domain.news import News
from shadow_app.domain.record import Record
from shadow_app.ui._compiled.ui_settings_page import Ui_SettingsPage
from shadow_app.ui.desk import Desk
from shadow_app.ui.icons import icon
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.settings.about import SettingsAbout
from shadow_app.ui.settings.business import SettingsBusiness
from shadow_app.ui.settings.catalogue import SettingsCatalogue
from shadow_app.ui.settings.lists import SettingsLists
from shadow_app.ui.settings.look import SettingsLook
from shadow_app.ui.settings.me import SettingsMe
from shadow_app.ui.settings.privacy import SettingsPrivacy
from shadow_app.ui.settings.steps import SettingsSteps
from shadow_app.ui.settings.store import SettingsStore
from shadow_app.ui.settings.team import SettingsTeam
from shadow_app.ui.trust.backups_section import SettingsBackups
from shadow_app.ui.trust.keys_section import SettingsKeys

_LEFT, _WIDEST_LEFT, _ROW, _ICON = 220, 360, 44, 18


class Section(Protocol):
    """One section: a widget that reads when it is shown."""

    title: str
    about: str
    icon: str
    concerns: tuple[type[Record], ...]
    """Kinds of records that it shows; none for what is not in the store."""

    def load(self) -> None:
        """Read what it shows."""


class SettingsPage(QWidget):
    """Everything that is set once and looked at rarely."""

    name = "settings"
    icon = "settings"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Settings")
        self.widget = self
        self._desk = desk
        self.form = Ui_SettingsPage()
        self.form.setupUi(self)
        own = desk.shadow.own
        self.me = SettingsMe(desk, own)
        self.catalogue = SettingsCatalogue(desk)
        self.business = SettingsBusiness(desk)
        self.steps = SettingsSteps(desk)
        self.lists = SettingsLists(desk)
        self.look = SettingsLook(desk, own)
        self.team = SettingsTeam(desk)
        self.store = SettingsStore(desk)
        self.keys = SettingsKeys(desk)
        self.backups = SettingsBackups(desk)
        self.privacy = SettingsPrivacy(desk)
        self.about = SettingsAbout(desk)
        self._sections: list[Section] = []
        self._stale: set[int] = set()
        self.model = QStandardItemModel(self)
        self.form.sections.setModel(self.model)
        first = (self.me, self.catalogue, self.business, self.steps, self.lists, self.team, self.look)
        for part in (*first, self.store, self.keys, self.backups, self.privacy, self.about):
            self._add(part, part)
        self.form.sections.selectionModel().currentChanged.connect(self._open)
        desk.theme.changed.connect(self._draw)
        self._draw()
        self.form.sections.setCurrentIndex(self.model.index(0, 0))

    def shown(self) -> None:
        """The page has come to the front."""
        self._load(self.form.stack.currentIndex())

    def hear(self, news: News) -> None:
        """Only the section in front reads again, and only if it is concerned; the others when they are opened."""
        for place, section in enumerate(self._sections):
            if section.concerns and news.touches(*section.concerns):
                self._stale.add(place)
        if self.isVisible():
            self._load(self.form.stack.currentIndex())

    def open_section(self, title: str) -> None:
        """Show a section by its title."""
        place = next(place for place, section in enumerate(self._sections) if section.title == title)
        self.form.sections.setCurrentIndex(self.model.index(place, 0))

    def _add(self, section: Section, widget: QWidget) -> None:
        place = len(self._sections)
        self._sections.append(section)
        self._stale.add(place)
        self.form.stack.addWidget(widget)
        item = QStandardItem(section.title)
        item.setEditable(False)
        item.setData(f"{section.title}. {section.about}", Qt.ItemDataRole.AccessibleTextRole)
        item.setToolTip(plain_tip(section.about))
        self.model.appendRow(item)
        words = self.tr("Settings: {section}").format(section=section.title)
        self._desk.actions.add(self, words, lambda: self.open_section(section.title))

    def _open(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.form.stack.setCurrentIndex(index.row())
            self._give_room(index.row())
            if self.isVisible():
                self._load(index.row())

    def _give_room(self, front: int) -> None:
        """The section in front has what room it needs, and no other makes it wider than the window.

        One that scrolls by itself asks for no width at all, so that beside it the others keep theirs.
        """
        parts = [part for place in range(self.form.stack.count()) if (part := self.form.stack.widget(place))]
        scrolls = parts[front].findChild(QScrollArea, "scroll") is not None
        for part in parts:
            room = scrolls or part is parts[front]
            across = QSizePolicy.Policy.Preferred if room else QSizePolicy.Policy.Ignored
            part.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def _load(self, place: int) -> None:
        if place in self._stale:
            self._stale.discard(place)
            self._sections[place].load()

    def _draw(self) -> None:
        px, tokens = self._desk.theme.px, self._desk.theme.tokens
        self.form.left.setFixedWidth(max(min(px(_LEFT), _WIDEST_LEFT), self.form.leftLayout.minimumSize().width()))
        self.form.sections.setIconSize(QSize(px(_ICON), px(_ICON)))
        for place, section in enumerate(self._sections):
            item = self.model.item(place)
            item.setIcon(icon(section.icon, tokens.muted, px(_ICON)))
            item.setSizeHint(QSize(px(160), px(_ROW)))
