"""IT's list in a window of its own."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from shadow_app.ui.desk import Desk
from shadow_app.ui.dialog_room import bounded
from shadow_app.ui.ranking_panel import RankingPanel


class RankingEditor(QDialog):
    """The panel in a window of its own: Keep closes it, Escape asks when something was changed."""

    def __init__(
        self, desk: Desk, organisation_id: UUID, unit_id: UUID | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("IT’s list"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = RankingPanel(desk, organisation_id, unit_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.put_away.connect(self.accept)
        bounded(self, QSize(desk.theme.px(820), desk.theme.px(640)))

    def reject(self) -> None:
        """Close; what was changed and not kept is thrown away only if the person says so."""
        if self.panel.changed and not self.panel.confirm(
            self.tr("Throw the new order away?"),
            self.tr("The order was changed and not kept."),
            self.tr("Throw away"),
        ):
            return
        super().reject()
