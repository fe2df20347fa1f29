"""Every action of the program in one registry: keys, menus, tooltips and the palette read from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import Shiboken

REPORT = "report"
"""The name of the action that saves a report without content."""


class Actions(QObject):
    """Makes actions and knows them all.

    An action belongs to a widget and its key works while that widget is on the screen, so two pages may use one key.
    """

    def __init__(self) -> None:
        super().__init__()
        self._made: list[tuple[QWidget, QAction]] = []

    def add(
        self,
        owner: QWidget,
        text: str,
        run: Callable[[], object],
        keys: str | list[str] = "",
        button: QAbstractButton | None = None,
    ) -> QAction:
        """Make an action.

        Args:
            owner: the page or window it belongs to.
            text: what it does, as a person reads it in the palette.
            run: called without arguments.
            keys: such as "Ctrl+K", or several.
            button: a button that does the same; its tooltip then names the key.
        """
        action = QAction(text, owner)
        wanted = [keys] if isinstance(keys, str) else keys
        action.setShortcuts([QKeySequence(each) for each in wanted if each])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: run())
        owner.addAction(action)
        self._made.append((owner, action))
        if button is not None:
            button.clicked.connect(lambda _checked=False: action.trigger())
            action.enabledChanged.connect(button.setEnabled)
            self._explain(button, action)
        return action

    def usable(self) -> Iterator[QAction]:
        """The actions that would do something now: enabled, and on a page that is on the screen."""
        self.forget_the_gone()
        for owner, action in self._made:
            if action.isEnabled() and owner.isVisible():
                yield action

    def all(self) -> Iterator[QAction]:
        """Every action there is."""
        self.forget_the_gone()
        for _, action in self._made:
            yield action

    def named(self, name: str) -> QAction | None:
        """An action that was given a name, for a button elsewhere that does the same; None where there is none."""
        return next((each for each in self.all() if each.objectName() == name), None)

    def forget_the_gone(self) -> None:
        """Let go of the actions of pages and dialogs that are gone, and of all that hangs on those."""
        # A dialog takes its actions with it; touching what is left of them would be an error.
        self._made = [made for made in self._made if all(map(Shiboken.isValid, made))]

    @staticmethod
    def _explain(button: QAbstractButton, action: QAction) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        # A tooltip is taken for rich text if it looks like it; ours are our own words, never a person's.
        button.setToolTip(f"{action.text()}   {keys}" if keys else action.text())
        if not button.text() and not button.accessibleName():
            button.setAccessibleName(action.text())
