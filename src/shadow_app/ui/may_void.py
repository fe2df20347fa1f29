"""Asked before an answer of a host takes released reports with it: it cannot be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from shadow_app.ui.ask import ask

translate = QCoreApplication.translate


def may_void(parent: QWidget, titles: Sequence[str]) -> bool:
    """Whether it is to be recorded although these reports lose their content; nobody is asked where there are none."""
    return not titles or ask(
        parent,
        translate("MayVoid", "The host takes it back?"),
        translate(
            "MayVoid", "These released reports lose their content for good, here and on every laptop: {titles}"
        ).format(titles=", ".join(titles)),
        translate("MayVoid", "Record it"),
    )
