"""The line at the foot of the window: how this laptop stands to the others, and how saving stands on every page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from shadow_app.domain.errors import StoreTrouble, WrongKey
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.trouble import is_ours, words_for

SOON_MILLISECONDS = 300
"""What is on disk sooner is not announced: a word that only flickers is read by nobody."""


class StatusLine(QFrame):
    """Shown as soon as there is something in it."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.saving: SavingMark | None = None
        self.hide()

    def add(self, foot: QWidget) -> None:
        """What a page has at the foot; the state of saving stands behind it."""
        self._row.insertWidget(0, foot, 1)
        self.show()

    def watch(self, jobs: Jobs) -> None:
        """Say from now on how saving goes."""
        self.saving = SavingMark(jobs)
        self._row.addWidget(self.saving)

    def empty(self) -> None:
        """Let go of everything in it."""
        self.hide()
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.saving = None


class SavingMark(ElidedLabel):
    """`saving …`, `saved 10:42:07`, or `not saved` and why, until something is saved again."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setProperty("look", "status")
        self.setAccessibleName(self.tr("Saving"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._jobs = jobs
        self._known = ""
        """What holds as soon as nothing is on its way any more."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MILLISECONDS)
        self._soon.timeout.connect(self._say_saving)
        self.hide()
        jobs.busy.connect(self._look)
        jobs.saved.connect(self._ended)

    def _look(self) -> None:
        if self._jobs.saving and not self._soon.isActive():
            self._soon.start()

    def _say_saving(self) -> None:
        if self._jobs.saving:
            self._say(self.tr("saving …"))

    def _ended(self, error: BaseException | None) -> None:
        manner = str(self.property("manner") or "plain")
        if error is None:
            now = datetime.now()  # noqa: DTZ005  # the wall clock
            self._known, manner = self.tr("saved {time}").format(time=f"{now:%H:%M:%S}"), "plain"
        elif _of_the_store(error):
            self._known, manner = self.tr("Not saved: {why}").format(why=words_for(error)), "trouble"
        # Whoever was refused is told so where they asked; how saving stands is as it was.
        if not self._jobs.saving:
            self._soon.stop()
            self._say(self._known, manner)

    def _say(self, words: str, manner: str = "plain") -> None:
        self.setText(words)
        self.setVisible(bool(words))
        if self.property("manner") != manner:
            self.setProperty("manner", manner)
            self.style().unpolish(self)
            self.style().polish(self)


def _of_the_store(error: BaseException) -> bool:
    """Whether the disk or the program is to blame, and not what was asked for."""
    return is_ours(error) or (isinstance(error, StoreTrouble) and not isinstance(error, WrongKey))
