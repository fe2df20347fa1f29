"""The six questions of a pain point: what is answered, what is missing, and the button that answers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton

from shadow_app.ui._compiled.ui_pain_scene import Ui_PainScene
from shadow_app.ui.letters import breakable
from shadow_app.usecases.pain_desk import PainScene


@dataclass(frozen=True)
class _Row:
    answer: QLabel
    button: QPushButton
    missing: str
    """What is said where nobody has answered."""
    do: str
    redo: str
    """The words on the button: nobody has answered, somebody has."""


class SixPanel(QObject):
    """Fills the panel of the form. `answer` is told which question somebody wants to answer."""

    answered = 0
    """How many of the six are, for the pain point that is shown."""

    def __init__(self, form: Ui_PainScene, answer: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        grade, change = self.tr("Grade…"), self.tr("Change…")
        self._rows = {
            "damage": _Row(form.damageAnswer, form.damageDo, self.tr("Nobody has graded it."), grade, change),
            "time": _Row(form.timeAnswer, form.timeDo, self.tr("Nobody has graded it."), grade, change),
            "until": _Row(form.untilAnswer, form.untilDo, self.tr("Nobody has decided."), self.tr("Decide…"), change),
            "effort": _Row(
                form.effortAnswer, form.effortDo, self.tr("No note says the minutes."), self.tr("Estimate…"), change
            ),
            "who": _Row(form.whoAnswer, form.whoDo, self.tr("Nobody: name somebody."), self.tr("Name…"), change),
            "desk": _Row(
                form.deskAnswer,
                form.deskDo,
                self.tr("Nobody has asked, and nobody has told it."),
                self.tr("Tell…"),
                self.tr("Tell…"),
            ),
        }
        for name, row in self._rows.items():
            row.button.clicked.connect(lambda _checked=False, name=name: answer(name))

    def show_scene(self, scene: PainScene) -> None:
        """Fill in the answers of one pain point."""
        six = scene.six
        said = {
            "damage": six.damage,
            "time": six.time_critical,
            "until": six.deferrable,
            "effort": six.effort,
            "who": six.engagement,
            "desk": six.desk,
        }
        lacking = {name: not words for name, words in said.items()} | {"who": not scene.row.owner}
        self.answered = sum(not missing for missing in lacking.values())
        for name, row in self._rows.items():
            words = said[name] or row.missing
            row.answer.setText(breakable(words))
            look = "danger" if name == "who" and lacking[name] else "warn" if lacking[name] else ""
            if row.answer.property("look") != look:
                row.answer.setProperty("look", look)
                row.answer.style().polish(row.answer)
            # The hours answer how much it is worth; the days that it takes are still to be estimated.
            begun = not lacking[name] and (name != "effort" or scene.pain_point.effort_days is not None)
            row.button.setText(row.redo if begun else row.do)
            row.button.setAccessibleName(f"{row.button.text()} {words}")
