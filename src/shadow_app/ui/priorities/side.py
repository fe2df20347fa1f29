"""The panel at the right of Priorities: one of several, beside the list or in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.priorities.board import PrioritiesBoard
from shadow_app.ui.theme import Theme

_SIDE, _LEAST_CENTRE, _FOUR_TILES, _LEAST_UNIT = 380, 600, 720, 120
"""Widths before scaling: the panel, what must remain beside it, four tiles in a row, the least for a unit's name."""

_ANY_WIDTH = 16_777_215
"""Qt's own word for no maximum."""


class PrioritiesSide:
    """Shows and hides the panels, and shares the width out."""

    def __init__(self, form: Ui_PrioritiesPage, board: PrioritiesBoard, theme: Theme, wide: Callable[[], int]) -> None:
        self._form, self._board, self._theme, self._wide = form, board, theme, wide

    @property
    def is_there(self) -> bool:
        """Whether a panel is shown, or would be once the page comes to the front."""
        return not self._form.side.isHidden()

    def shows(self, panel: QWidget) -> bool:
        """Whether it is this one."""
        return self.is_there and self._form.sides.currentWidget() is panel

    def show(self, panel: QWidget) -> None:
        """Show a panel."""
        self._form.sides.setCurrentWidget(panel)
        self.grow(aside=True)

    def hide(self) -> None:
        """Give the page back to the list."""
        self.grow(aside=False)

    def grow(self, *, aside: bool | None = None) -> None:
        """Where there is no room for list and panel, the panel has the page to itself."""
        form, px, wide = self._form, self._theme.px, self._wide()
        both = wide >= px(_SIDE + _LEAST_CENTRE)
        # Not isVisible(): a page that is not in front has no visible part.
        aside = self.is_there if aside is None else aside
        # What goes must go first, or both together would stretch the window.
        for part, there in sorted(((form.side, aside), (form.centre, both or not aside)), key=lambda each: each[1]):
            part.setVisible(there)
        form.unit.setMinimumWidth(px(_LEAST_UNIT))
        form.side.setMinimumWidth(px(_SIDE) if both else 0)
        form.side.setMaximumWidth(px(_SIDE) if both else _ANY_WIDTH)
        self._board.arrange(narrow=wide - (px(_SIDE) if both and aside else 0) < px(_FOUR_TILES))
        form.services.doItemsLayout()
