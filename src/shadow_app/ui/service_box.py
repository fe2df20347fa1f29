"""The services of a note: chips that can be taken off, suggested ones with reasons, and a line to add any other."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QVBoxLayout, QWidget

from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.icons import icon
from shadow_app.ui.plain_tip import plain_tip
from shadow_app.ui.theme import Theme

Named = tuple[UUID, str]
Suggested = tuple[UUID, str, tuple[str, ...]]
"""(service, its name, the words that speak for it)"""


class ServiceBox(QWidget):
    """Emits what is wanted and shows what is told."""

    added = Signal(object)
    removed = Signal(object)
    not_found = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalogue: dict[str, UUID] = {}
        self._shown: list[Named] = []
        self._suggested: list[Suggested] = []
        self.chips = QWidget()
        self._flow = FlowLayout(self.chips, 6)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Add a service…"))
        self.line.setAccessibleName(self.tr("Add a service"))
        self.line.returnPressed.connect(self._add_typed)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Queued, or the completer writes the chosen name into the line after it was cleared.
        self.completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)
        self.line.setCompleter(self.completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chips)
        column.addWidget(self.line)
        theme.changed.connect(self._draw)

    def use_catalogue(self, services: Sequence[Named]) -> None:
        """What can be added."""
        self._catalogue = {name: service_id for service_id, name in services}
        self._names.setStringList(sorted(self._catalogue, key=str.casefold))

    def show_services(self, services: Sequence[Named]) -> None:
        """What the note is about."""
        if list(services) != self._shown:
            self._shown = list(services)
            self._draw()

    def show_suggested(self, suggested: Sequence[Suggested]) -> None:
        """What it may be about."""
        if list(suggested) != self._suggested:
            self._suggested = list(suggested)
            self._draw()

    @property
    def choosing(self) -> bool:
        """Whether the list of names is open."""
        popup = self.completer.popup()
        return popup is not None and popup.isVisible()

    def buttons(self) -> list[QPushButton]:
        """The chips in reading order."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _add_typed(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            return
        fitting = [name for name in self._names.stringList() if typed.casefold() in name.casefold()]
        exact = [name for name in fitting if name.casefold() == typed.casefold()]
        if exact or len(fitting) == 1:
            self._add((exact or fitting)[0])
        else:
            self.not_found.emit(typed)

    def _add(self, name: str) -> None:
        self.line.clear()
        service_id = self._catalogue.get(name)
        if service_id is not None and service_id not in {shown for shown, _ in self._shown}:
            self.added.emit(service_id)

    def _draw(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        had_focus = self.chips.isAncestorOf(self.focusWidget() or self)
        for button in self.buttons():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.chips.setStyleSheet(
            f"QPushButton {{ background: {tokens.raised}; color: {tokens.text}; border: 1px solid {tokens.border};"
            f" border-radius: {px(9)}px; padding: 3px 9px; font-size: {px(12)}px; }}"
            f"QPushButton[offered='true'] {{ background: transparent; color: {tokens.accent};"
            f" border: 1px dashed {tokens.accent}; }}"
            f"QPushButton:focus {{ border: 1px solid {tokens.text}; }}"
        )
        for service_id, name in self._shown:
            self._chip(service_id, name)
        known = {service_id for service_id, _ in self._shown}
        for service_id, name, because in self._suggested:
            if service_id not in known:
                self._offer(service_id, name, because)
        for button in self.buttons():
            # What is made later would come last of the whole window; the chips stand before the line.
            QWidget.setTabOrder(self.line.previousInFocusChain() or self.line, button)
        self.chips.setVisible(bool(self.buttons()))
        self.chips.updateGeometry()
        if had_focus:
            self.line.setFocus()

    def _chip(self, service_id: UUID, name: str) -> None:
        button = self._button(name, "x", self._theme.tokens.muted)
        button.setAccessibleName(self.tr("Take off {service}").format(service=name))
        button.setToolTip(plain_tip(self.tr("Take off {service}").format(service=name)))
        button.setAccessibleDescription(self.tr("Take off {service}").format(service=name))
        button.setLayoutDirection(_other(self.layoutDirection()))
        button.clicked.connect(lambda: self.removed.emit(service_id))

    def _offer(self, service_id: UUID, name: str, because: tuple[str, ...]) -> None:
        button = self._button(name, "plus", self._theme.tokens.accent, offered=True)
        why = self.tr("because of {words}").format(words=", ".join(because)) if because else ""
        button.setToolTip(plain_tip(why))
        button.setAccessibleDescription(why)
        button.setAccessibleName(self.tr("Add {service}, suggested {why}").format(service=name, why=why).strip())
        button.clicked.connect(lambda: self.added.emit(service_id))

    def _button(self, name: str, mark: str, colour: str, *, offered: bool = False) -> QPushButton:
        size = self._theme.px(12)
        # An ampersand would be taken for a mnemonic.
        button = QPushButton(icon(mark, colour, size), name.replace("&", "&&"), self.chips)
        button.setProperty("offered", "true" if offered else "false")
        button.setIconSize(QSize(size, size))
        self._flow.addWidget(button)
        button.show()
        return button


def _other(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """The icon of a push button stands before its words; mirrored it stands behind them."""
    left = Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft if direction is left else left
