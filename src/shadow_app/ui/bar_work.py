"""What a capture bar asks for, done by the use cases on their threads (`design.md` §1, the walk of a capture)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from shadow_app.domain.action_names import said
from shadow_app.domain.cover import Cover
from shadow_app.domain.history import Step
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.insight.suggest import Suggestion
from shadow_app.ui.capture.submission import Submission
from shadow_app.ui.capture_bar import CaptureBar
from shadow_app.ui.desk import Desk
from shadow_app.ui.names import Names
from shadow_app.ui.privacy.cover_dialog import CoverDialog, upright
from shadow_app.ui.trouble import words_for

ENOUGH_WORDS = 2
"""One word is like too many notes."""


class BarWork(QObject):
    """Stands behind one capture bar; the window's and the pad's have one each."""

    saved = Signal(object)
    """The `Observation` that is now on the disk."""
    looks_like = Signal(object)
    """Earlier notes like the one being written; empty when there are none."""

    def __init__(self, desk: Desk, bar: CaptureBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bar = desk, bar
        self._visit_id: UUID | None = None
        self._lexicon = Lexicon.empty()
        self._names = Names()
        self._last: UUID | None = None
        self._topic = f"bar-{id(self)}"
        bar.submitted.connect(self._write)
        bar.words_changed.connect(self._think)
        bar.undo_requested.connect(self.undo)
        bar.redo_requested.connect(self.redo)
        bar.repeat_requested.connect(self.repeat)
        bar.grades_chosen.connect(self._grade)
        bar.cover_requested.connect(lambda: self._cover(self._bar.note.pictures))

    def go_to(self, visit_id: UUID) -> None:
        """From now on notes go there, even before its catalogue has been read."""
        if visit_id != self._visit_id:
            self._visit_id, self._last = visit_id, None

    def use(self, visit_id: UUID, lexicon: Lexicon, names: Names) -> None:
        """Write to this visit, with this catalogue."""
        self.go_to(visit_id)
        self._lexicon, self._names = lexicon, names
        self._bar.use_lexicon(lexicon, {**names.services, **names.roles}, names.harmless)
        privacy = self._desk.shadow.privacy
        self._desk.jobs.read(lambda: privacy.named_on(visit_id), self._guard, supersedes=f"named-{self._topic}")

    def _guard(self, hosts: tuple[tuple[str, str], ...]) -> None:
        self._bar.note.hosts = hosts

    def undo(self) -> None:
        """Take back the last action of this visit on this device."""
        self._step(back=True)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._step(back=False)

    def repeat(self) -> None:
        """Write the signs of the last tagged note into the line."""
        visit_id = self._visit_id
        if visit_id is not None:
            capture = self._desk.shadow.capture
            self._desk.jobs.read(lambda: capture.last_tags(visit_id), self._bar.repeat)

    def _write(self, submission: Submission) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            self._bar.failed(self.tr("no visit is open"))
            return
        capture, lexicon = self._desk.shadow.capture, self._lexicon

        def work() -> Observation:
            entry = parse(submission.line, lexicon, accepted=submission.accepted, declined=submission.declined)
            return capture.note(visit_id, entry, submission.typed_at, submission.kind)

        def then(note: Observation) -> None:
            self._last = note.id
            self._bar.saved(datetime.now().astimezone())
            self.looks_like.emit([])
            self.attach(note.id, submission.pictures)
            self.saved.emit(note)

        self._desk.jobs.write(work, then, lambda error: self._bar.failed(words_for(error)))

    def attach(self, note_id: UUID, pictures: Sequence[bytes]) -> None:
        """Photos come after the note, each by itself, so that saving stays instant."""
        capture = self._desk.shadow.capture
        for picture in pictures:
            self._desk.jobs.prepare(
                partial(capture.prepare, picture),
                partial(capture.attach_prepared, note_id),
                failed=lambda error: self._desk.guide.complain(words_for(error)),
            )

    def _cover(self, left: Sequence[bytes]) -> None:
        """Show the pictures of the note one after another to be blacked out before they are kept."""
        if not left:
            return
        data, privacy = left[0], self._desk.shadow.privacy

        def keep(covers: Sequence[Cover]) -> None:
            def kept(covered: bytes) -> None:
                self._bar.note.replace_picture(data, covered)
                dialog.accept()

            self._desk.jobs.read(
                lambda: privacy.covered(data, covers), kept, lambda error: dialog.refuse(words_for(error))
            )

        dialog = CoverDialog(self._desk.theme, upright(data), keep, self._bar.window())
        dialog.form.words.setText(self.tr("Draw over what nobody may see. Only what is left is kept with the note."))
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _result: self._cover(left[1:]))
        dialog.open()

    def _grade(self, damage: BusinessDamage | None, time: TimeToDamage | None) -> None:
        note_id = self._last
        given: dict[str, Any] = {"business_damage": damage, "time_to_damage": time}
        fields = {name: value for name, value in given.items() if value is not None}
        if note_id is not None and fields:
            capture = self._desk.shadow.capture
            self._desk.jobs.write(lambda: capture.edit(note_id, **fields))

    def _think(self, words: str) -> None:
        """Services and earlier notes that these words call to mind."""
        suggesting, jobs = self._desk.shadow.suggesting, self._desk.jobs
        if len(words.split()) < ENOUGH_WORDS:
            self._bar.offer_services([])
            self.looks_like.emit([])
            words = ""
        jobs.read(lambda: suggesting.suggest(words) if words else (), self._offer, supersedes=f"suggest-{self._topic}")
        jobs.read(lambda: suggesting.similar(words) if words else [], self._found, supersedes=f"similar-{self._topic}")

    def _offer(self, suggestions: Sequence[Suggestion]) -> None:
        names = self._names.services
        self._bar.offer_services(
            [
                (each.service_id, names[each.service_id], each.because)
                for each in suggestions
                if each.service_id in names
            ]
        )

    def _found(self, rows: list[TimelineNote]) -> None:
        self.looks_like.emit(rows)

    def _step(self, *, back: bool) -> None:
        visit_id = self._visit_id
        if visit_id is None:
            return
        capture = self._desk.shadow.capture

        def told(step: Step | None) -> None:
            done, nothing = self._undo_words() if back else self._redo_words()
            self._desk.guide.say(nothing if step is None else done.format(what=said(step.label)))
            if step is not None:
                # It may be the note that the strip asks about.
                self._bar.put_grades_away()

        self._desk.jobs.write(lambda: capture.undo(visit_id) if back else capture.redo(visit_id), told)

    def _undo_words(self) -> tuple[str, str]:
        return self.tr("Undone: {what}"), self.tr("There is nothing to undo in this visit.")

    def _redo_words(self) -> tuple[str, str]:
        return self.tr("Done again: {what}"), self.tr("There is nothing to do again.")
