"""What has changed since a ranking was locked: the chooser, the sentence, the list; and locking one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from shadow_app.domain.released import Snapshot
from shadow_app.insight.since import Course, Since
from shadow_app.ui._compiled.ui_priorities_page import Ui_PrioritiesPage
from shadow_app.ui.dates import SHORT, day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.priorities.words import line_about, line_title, move_words, since_title, since_words, snapshot_words
from shadow_app.ui.questions import Ask
from shadow_app.ui.record_dialog import RecordDialog
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.prioritising import Priorities


class SinceTab(QObject):
    """Fills the tab of the page's form, and locks rankings."""

    picked = Signal(object)
    """The id of a service."""
    chosen = Signal(object)
    """The id of the snapshot to compare with."""
    locked = Signal()
    """A ranking was locked."""

    def __init__(self, desk: Desk, form: Ui_PrioritiesPage, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._form, self._page = desk, form, page
        self.lines = TwoLineModel(self)
        form.sinceList.setModel(self.lines)
        form.sinceList.setItemDelegate(TwoLineDelegate(desk.theme, form.sinceList))
        form.sinceList.activated.connect(self._open)
        form.sinceList.clicked.connect(self._open)
        form.snapshot.activated.connect(lambda place: self.chosen.emit(form.snapshot.itemData(place)))
        desk.theme.changed.connect(form.sinceList.doItemsLayout)

    def show_since(self, ranked: Priorities, snapshots: Sequence[Snapshot], since: Since | None) -> None:
        """Show what has changed; `snapshots` are those one can choose, `since` is None where there is none."""
        form = self._form
        ids = [each.id for each in snapshots]
        if [form.snapshot.itemData(place) for place in range(form.snapshot.count())] != ids:
            form.snapshot.clear()
            for each in snapshots:
                form.snapshot.addItem(snapshot_words(each), each.id)
        for part in (form.snapshot, form.sinceLabel, form.sinceList):
            part.setVisible(since is not None)
        form.sinceLock.setVisible(since is None)
        if since is None:
            form.sinceTitle.setText(self.tr("No ranking is locked here yet"))
            form.sinceWords.setText(
                self.tr(
                    "Lock today’s ranking under a name. It is never changed again, and from then on this page says "
                    "what has moved since, and whether chance could have done it."
                )
            )
            self.lines.show_entries(())
            return
        form.snapshot.setCurrentIndex(ids.index(since.snapshot.id) if since.snapshot.id in ids else -1)
        form.sinceTitle.setText(since_title(since, ranked.name))
        form.sinceWords.setText(since_words(since))
        self.lines.show_entries(
            [
                TwoLines(
                    line.service_id,
                    line_title(line, ranked.name(line.service_id)),
                    line_about(line),
                    faint=line.course is Course.GONE,
                    urgent=bool(line.beyond_chance) and line.hours > 0,
                )
                for line in since.lines
            ]
        )
        if not form.sinceList.currentIndex().isValid():
            form.sinceList.setCurrentIndex(self.lines.index(0, 0))

    def moves(self, since: Since | None) -> dict[UUID, str]:
        """What each row of the ranking says about its move: up 2, down 1, new."""
        return {line.service_id: move_words(line) for line in since.moved} if since else {}

    def day(self, since: Since | None) -> str:
        """The day of the locked ranking in short words; empty where there is none."""
        return day_words(since.snapshot.made_at.astimezone(), SHORT) if since else ""

    def lock(self, unit_id: UUID | None) -> None:
        """Ask for a name, then keep the ranking as it stands."""
        now = datetime.now(timezone.utc)

        def make(values: dict[str, Any]) -> Snapshot:
            return Snapshot(**values, made_at=now, unit_id=unit_id)

        dialog = RecordDialog(
            self.tr("Lock this ranking"),
            (
                Ask(
                    "name",
                    self.tr("Name"),
                    day_words(now.astimezone(), "MMMM yyyy"),
                    hint=self.tr("Before the release"),
                ),
            ),
            make,
            self._page,
            self.tr(
                "It keeps the places, hours, money and ranges of today, is never changed, and can be compared with."
            ),
        )
        dialog.form.keep.setText(self.tr("Lock"))
        editor = dialog.editors["name"]
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        snapshots = self._desk.shadow.snapshots

        def kept(snapshot: Snapshot) -> None:
            self._desk.guide.say(self.tr("Locked as “{name}”.").format(name=snapshot.name))
            self.locked.emit()

        dialog.kept_after(self._desk.jobs, lambda wanted: snapshots.draft(wanted.name, unit_id), snapshots.keep, kept)
        dialog.finished.connect(lambda _result: self._page.activateWindow())
        dialog.open()

    def _open(self, index: QModelIndex) -> None:
        self.picked.emit(self.lines.entry(index).key)
