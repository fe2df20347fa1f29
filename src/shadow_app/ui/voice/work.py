"""What recording and playing ask for, done by the use cases on their threads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from shadow_app.ui.desk import Desk
from shadow_app.ui.trouble import words_for
from shadow_app.ui.voice.words import length_words

if TYPE_CHECKING:
    from shadow_app.sound.device import Playing, Recording


class VoiceWork(QObject):
    """One recording or one playing at a time. Where there is no microphone it offers nothing at all."""

    found = Signal()
    """It is known now whether this computer can record."""
    changed = Signal()
    """Recording or playing has begun or ended."""
    _ended = Signal(object)
    """The recording or playing that ended by itself; comes from the sound card's thread."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = self._beginning = False
        self._note_id: UUID | None = None
        self._visit_id: UUID | None = None
        self._began = datetime.now().astimezone()
        self._recording: Recording | None = None
        self._playing: tuple[UUID, Playing] | None = None
        self.can_record = False
        self._ended.connect(self._end_of)

    @property
    def recording(self) -> bool:
        """Whether the microphone is open."""
        return self._recording is not None

    @property
    def seconds(self) -> float:
        """How much has been heard."""
        return self._recording.seconds if self._recording is not None else 0.0

    @property
    def playing(self) -> UUID | None:
        """The attachment that is heard."""
        return self._playing[0] if self._playing is not None else None

    def look(self) -> None:
        """Find out, once, whether this computer can record."""
        if not self._asked:
            self._asked = True
            self._desk.jobs.read(self._desk.shadow.voice.can_record, self._look_done)

    def go_to(self, visit_id: UUID) -> None:
        """From now on recordings belong to this visit; one that runs is kept where it was begun."""
        if visit_id != self._visit_id:
            self.keep()
            self.silence()
            self._visit_id = visit_id

    def toggle(self, note_id: UUID | None = None) -> None:
        """Begin to record, or stop and keep.

        Args:
            note_id: the note to which it is added; None makes a note of its own.
        """
        if self.recording:
            self.keep()
        elif self._beginning:
            self._beginning = False
        elif self._visit_id is not None and self.can_record:
            self.silence()
            self._beginning, self._note_id = True, note_id
            visit_id, voice = self._visit_id, self._desk.shadow.voice
            heard: list[Recording] = []

            def work() -> Recording:
                heard.append(voice.begin(visit_id, lambda: self._tell(heard)))
                return heard[0]

            self._desk.jobs.read(work, lambda begun: self._begun(visit_id, begun), self._refused)

    def keep(self) -> None:
        """Stop, and write what was heard."""
        recording, self._recording = self._recording, None
        self._beginning = False
        if recording is None:
            return
        samples, seconds = recording.stop(), recording.seconds
        voice, began, note_id, visit_id = self._desk.shadow.voice, self._began, self._note_id, self._visit_id
        assert visit_id is not None
        words = self.tr("Voice note, {length}").format(length=length_words(seconds))

        def work() -> object:
            return voice.attach(note_id, samples) if note_id else voice.keep(visit_id, samples, began, words)

        said = self.tr("Kept: {words}.").format(words=words)
        self._desk.jobs.write(work, lambda _kept: self._desk.guide.say(said), self._complain)
        self.changed.emit()

    def drop(self) -> None:
        """Stop at once and forget what was heard; be silent as well."""
        self.silence()
        self._beginning = False
        recording, self._recording = self._recording, None
        if recording is not None:
            recording.drop()
            self._desk.guide.say(self.tr("The recording was dropped; nothing of it is kept."))
            self.changed.emit()

    def play(self, attachment_id: UUID) -> None:
        """Play a recording, or be silent if it is the one that is heard."""
        same = self.playing == attachment_id
        self.silence()
        if same or self.recording:
            return
        voice = self._desk.shadow.voice
        heard: list[Playing] = []

        def work() -> Playing:
            heard.append(voice.play(attachment_id, lambda: self._tell(heard)))
            return heard[0]

        def then(playing: Playing) -> None:
            if not isValid(self):
                playing.stop()
                return
            self.silence()
            if not playing.over:
                self._playing = (attachment_id, playing)
                self.changed.emit()

        self._desk.jobs.read(work, then, self._complain, supersedes=f"play-{id(self)}")

    def silence(self) -> None:
        """Stop playing."""
        playing, self._playing = self._playing, None
        if playing is not None:
            playing[1].stop()
            self.changed.emit()

    def detach(self, attachment_id: UUID) -> None:
        """Take a recording off its note."""
        self.silence()
        voice, said = self._desk.shadow.voice, self.tr("Recording taken off. Ctrl+Z brings it back.")
        self._desk.jobs.write(
            lambda: voice.detach(attachment_id), lambda _gone: self._desk.guide.say(said, here=True), self._complain
        )

    def _tell(self, heard: Sequence[object]) -> None:
        """On the sound card's thread."""
        if heard and isValid(self):
            self._ended.emit(heard[0])

    def _look_done(self, can: bool) -> None:
        if not isValid(self):
            return  # the window went away while the devices were being looked for
        self.can_record = can
        self.found.emit()

    def _begun(self, visit_id: UUID, recording: Recording) -> None:
        if not isValid(self) or not self._beginning or visit_id != self._visit_id:
            # Taken back before the card answered: off the record, another visit, or the same key again.
            recording.drop()
            return
        self._beginning = False
        self._recording, self._began = recording, datetime.now().astimezone()
        self.changed.emit()

    def _end_of(self, what: object) -> None:
        if what is not None and what is self._recording:
            self.keep()
        elif self._playing is not None and what is self._playing[1]:
            self.silence()

    def _refused(self, error: BaseException) -> None:
        self._beginning = False
        self._complain(error)

    def _complain(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))
