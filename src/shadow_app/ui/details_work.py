"""What the details panel asks for, done by the use cases on their threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from shadow_app.domain.cover import Cover
from shadow_app.domain.history import HistoryLine
from shadow_app.domain.listing import TimelineNote
from shadow_app.insight.suggest import Suggestion
from shadow_app.ui.capture import pictures
from shadow_app.ui.desk import Desk
from shadow_app.ui.details_panel import DetailsPanel
from shadow_app.ui.history_dialog import HistoryDialog
from shadow_app.ui.names import Names
from shadow_app.ui.privacy.cover_dialog import CoverDialog
from shadow_app.ui.trouble import words_for


class DetailsWork(QObject):
    """Owns the panel, and asks only while it is on the screen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names = Names()
        self._suggested_for: tuple[UUID, str] | None = None
        self.panel = panel = DetailsPanel(desk.theme, self._ask_image)
        panel.edited.connect(self._edit)
        panel.tag_asked.connect(self._tag)
        panel.untag_asked.connect(self._untag)
        panel.photos_offered.connect(self._attach)
        panel.photo_file_asked.connect(self._choose_photos)
        panel.photo_removal_asked.connect(self._detach)
        panel.photo_cover_asked.connect(self._cover)
        desk.actions.add(panel, self.tr("Black out the photo…"), panel.photos.ask_cover, "Ctrl+Shift+B")
        panel.removal_asked.connect(self.remove)
        panel.history_asked.connect(self.show_history)
        panel.not_understood.connect(desk.guide.complain)

    def use_names(self, names: Names) -> None:
        """The catalogue as it is now."""
        self._names = names
        self.panel.use_names(names)

    def show_note(self, shown: TimelineNote | None, number: int) -> None:
        """Show a note and, if anybody sees it, what it may be about."""
        self.panel.show_note(shown, number)
        self.suggest(shown)

    def suggest(self, shown: TimelineNote | None) -> None:
        """Ask which services fit the words of a note; once per text."""
        if shown is None or not self.panel.isVisible():
            return
        key = (shown.note.id, shown.note.text)
        if key != self._suggested_for:
            self._suggested_for = key
            suggesting = self._desk.shadow.suggesting
            self._desk.jobs.read(
                lambda: suggesting.suggest(shown.note.text),
                lambda found: self._suggest(shown.note.id, found),
                supersedes=f"suggest-{id(self)}",
            )

    def remove(self, note_id: UUID | None) -> None:
        """Take a note away; the strip says how to get it back."""
        if note_id is not None:
            said = self.tr("Note removed. Ctrl+Z brings it back.")
            capture = self._desk.shadow.capture
            self._write(note_id, lambda: capture.remove(note_id), lambda: self._desk.guide.say(said, here=True))

    def show_history(self, note_id: UUID | None) -> None:
        """Who changed what."""
        if note_id is not None:
            capture = self._desk.shadow.capture
            self._desk.jobs.read(lambda: capture.history(note_id), self._open_history, supersedes="history")

    def _open_history(self, lines: list[HistoryLine]) -> None:
        dialog = HistoryDialog(lines, self._names, self.panel.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _edit(self, note_id: UUID, fields: Mapping[str, Any]) -> None:
        capture = self._desk.shadow.capture
        self._write(note_id, lambda: capture.edit(note_id, **fields))

    def _tag(self, note_id: UUID, service_id: UUID) -> None:
        capture = self._desk.shadow.capture
        self._write(note_id, lambda: capture.tag(note_id, service_id))

    def _untag(self, note_id: UUID, service_id: UUID) -> None:
        capture = self._desk.shadow.capture
        self._write(note_id, lambda: capture.untag(note_id, service_id))

    def _attach(self, note_id: UUID, photos: Sequence[bytes]) -> None:
        capture = self._desk.shadow.capture
        for data in photos:
            self._desk.jobs.prepare(
                partial(capture.prepare, data),
                partial(capture.attach_prepared, note_id),
                failed=partial(self._not_taken, note_id),
            )

    def _choose_photos(self, note_id: UUID) -> None:
        types = self.tr("Photos ({endings})").format(endings=" ".join(f"*{ending}" for ending in pictures.ENDINGS))
        names, _ = QFileDialog.getOpenFileNames(self.panel.window(), self.tr("Add photos"), "", types)
        try:
            self._attach(note_id, pictures.read_all(Path(name) for name in names))
        except pictures.UnreadablePicture as error:
            self._desk.guide.complain(str(error))

    def _detach(self, attachment_id: UUID) -> None:
        note_id = self.panel.note_id
        if note_id is not None:
            said = self.tr("Photo taken off. Ctrl+Z brings it back.")
            capture = self._desk.shadow.capture
            self._write(note_id, lambda: capture.detach(attachment_id), lambda: self._desk.guide.say(said, here=True))

    def _cover(self, attachment_id: UUID, image: QImage) -> None:
        privacy, note_id = self._desk.shadow.privacy, self.panel.note_id
        gone = self.tr("Blacked out. The pixels that were there are gone.")
        waits = self.tr(
            "Blacked out; the photo that was there is shown nowhere any more. Its pixels still lie in the stores that "
            "have it, until a lead erases them in Settings, Privacy: ask yours to."
        )

        def keep(covers: Sequence[Cover]) -> None:
            def work() -> int:
                privacy.black_out(attachment_id, covers)
                return privacy.covered_waiting()

            def kept(waiting: int) -> None:
                dialog.accept()
                (self._desk.guide.complain if waiting else self._desk.guide.say)(waits if waiting else gone)

            self._desk.jobs.write(work, kept, lambda error: dialog.refuse(words_for(error)))

        if note_id is not None:
            dialog = CoverDialog(self._desk.theme, image, keep, self.panel.window())
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _suggest(self, note_id: UUID, found: Sequence[Suggestion]) -> None:
        if note_id == self.panel.note_id:
            names = self._names.services
            known = [each for each in found if each.service_id in names]
            self.panel.show_suggested([(each.service_id, names[each.service_id], each.because) for each in known])

    def _ask_image(self, sha256: str, told: Callable[[QImage], None]) -> None:
        capture = self._desk.shadow.capture
        # Decoded on the reading thread: a large photo takes longer than a key may.
        self._desk.jobs.read(lambda: QImage.fromData(capture.picture(sha256) or b""), told)

    def _write(self, note_id: UUID, work: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        failed = partial(self._not_taken, note_id)
        self._desk.jobs.write(work, lambda _answer: then() if then else None, failed)

    def _not_taken(self, note_id: UUID, error: BaseException) -> None:
        self.panel.put_back(note_id)
        self._desk.guide.complain(words_for(error))
