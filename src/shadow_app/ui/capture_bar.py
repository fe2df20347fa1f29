"""The capture bar: one line, what was understood of it, and how saving went (`design.md` §3). Parts: `ui/capture`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.privacy import known_words
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.ui.actions import Actions
from shadow_app.ui.capture import pictures
from shadow_app.ui.capture.face import BarFace
from shadow_app.ui.capture.kind_pill import KINDS
from shadow_app.ui.capture.note import offers_from
from shadow_app.ui.capture.sending import Sending, Sent
from shadow_app.ui.capture.submission import Submission
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.theme import Theme

__all__ = ["CaptureBar", "Submission"]

REST_MILLISECONDS = 150
"""After so long without a key, somebody is taken to have stopped typing."""
LONG = 4_000
"""Characters of a line beyond which it is read when typing rests, for reading takes longer than a key may."""


class CaptureBar(BarFace):
    """Says what a person wants and is told what became of it: each `submitted` is answered by `saved` or `failed`.

    The answers come in the order of the submissions. While one is under way its text stays in the line; whoever types
    on begins the next note, and nothing of either is lost.
    """

    submitted = Signal(object)
    """A `Submission`."""
    undo_requested = Signal()
    redo_requested = Signal()
    repeat_requested = Signal()
    words_changed = Signal(str)
    """What there is to read, when typing rests; empty when the line is."""
    grades_chosen = Signal(object, object)
    """(BusinessDamage | None, TimeToDamage | None) for the note that was saved last; None leaves it as it is."""
    escaped = Signal()
    cover_requested = Signal()
    """Black out the pictures of the note in hand."""

    def __init__(
        self,
        theme: Theme,
        lexicon: Lexicon,
        parent: QWidget | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(theme, lexicon, parent, clock)
        self._sending = Sending()
        self._left_at: datetime | None = None
        self._rest = _timer(self, self._rested)
        self._later = _timer(self, self._understand)
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self._show_time)
        self._ticking.start(1_000)
        self._connect()
        self._understand()

    def use_lexicon(
        self, lexicon: Lexicon, names: Mapping[UUID, str] | None = None, known: frozenset[str] = frozenset()
    ) -> None:
        """The words of the catalogue.

        Args:
            lexicon: what a line may mean.
            names: what services and roles are called; a chip without one shows the typed word.
            known: casefolded words that look like a name and are none, such as those of sites and units.
        """
        self.note.lexicon = lexicon
        self.note.names = names or {}
        self.note.known = known | known_words(self.note.names.values())
        self._understand()

    def saved(self, at: datetime) -> None:
        """The oldest note under way is on the disk."""
        sent = self._sending.answered()
        if sent is None:
            return
        self._say(self.tr("saved {time}").format(time=f"{at:%H:%M:%S}"))
        self.remarks.calm()
        if sent.draft is self._sending.shown:
            self._clear()
        if self._free:
            held = self._sending.next_held()
            if held is not None:
                self._take_up(held)
            elif sent.kind.costs_time:
                self._ask_grades(damage_known=sent.damage_known)

    def failed(self, why: str) -> None:
        """The oldest note under way could not be saved: it is in the line, or comes back into it when that is free."""
        sent = self._sending.answered()
        if sent is None:
            return
        said = self.tr("Could not save: {why}").format(why=why)
        if sent.draft is self._sending.shown:
            self._sending.shown = None
        elif self._free:
            self._take_up(sent.draft)
        else:
            self._sending.hold(sent.draft)
            said += " " + self.tr("The note is kept and comes back into the line after this one.")
        self._say("")
        self.remarks.complain(said)

    def repeat(self, signs: str) -> None:
        """Add the signs of the last tags, such as `#"label printing" @loader`."""
        if signs:
            self._begin_writing()
            self.line.append_words(signs)
        else:
            self._say(self.tr("no tags to repeat yet"))

    def offer_services(self, services: Iterable[tuple[UUID, str, tuple[str, ...]]]) -> None:
        """Services that the line may be about, best first, each as (id, name, the words that speak for it)."""
        self.note.offers = () if self.note.blank or self._sending.shown else offers_from(services)
        self._show_chips()

    def set_state(self, words: str) -> None:
        """A few quiet words at the right, such as what was undone."""
        self._say(words)

    def submit(self, *, everything: bool = False) -> None:
        """Hand the note over, with all that is offered if so wanted; nothing is not a note."""
        self._understand()
        if self._sending.shown is not None:
            return
        if self._free:
            held = self._sending.next_held()
            if held is not None:
                self._take_up(held)
        elif not self.note.blank:
            self._send(self.note.submission(self._clock(), everything=everything))

    def choose_kind(self, kind: Kind | None) -> None:
        """Make the note of this kind; None leaves it to the line again."""
        if self._sending.shown is None:
            self.note.kind = kind
            self.put_grades_away()
            self._show_chips()

    def add_pictures(self, taken: tuple[bytes, ...]) -> None:
        """Take pictures along with the note in hand."""
        if taken:
            self._begin_writing()
            self.note.pictures += taken
            self.put_grades_away()
            self._show_chips()

    def choose_pictures(self) -> None:
        """Ask for picture files."""
        types = self.tr("Pictures ({endings})").format(endings=" ".join(f"*{ending}" for ending in pictures.ENDINGS))
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add photos"), "", types)
        try:
            self.add_pictures(pictures.read_all(Path(name) for name in names))
        except pictures.UnreadablePicture as error:
            self.remarks.complain(str(error))
        self.line.setFocus()

    def mask_private(self) -> None:
        """Mask the first thing in the line that could point at a person; nothing is masked that is not shown."""
        if self._sending.shown is not None:
            return
        self.note.look_for_names()
        if not self.note.private:
            self._show_chips()
            self._say(self.tr("nothing here looks like a person"))
            return
        found = self.note.private[0]
        self.line.replace_words(found.start, found.end, self.note.mask_for(found))
        self._rested()
        self._say(self.tr("masked; Ctrl+Z brings it back"))

    def register(self, actions: Actions) -> None:
        """Put what the bar can do where the palette finds it; the keys then work from anywhere in the window."""
        for number, kind in enumerate(KINDS, start=1):
            words = self.tr("Kind of note: {kind}").format(kind=kind_word(kind))
            actions.add(self, words, partial(self._chosen_from_afar, kind), f"Ctrl+{number}")
        for words, run, keys in (
            (self.tr("Write a note"), self.line.setFocus, "Ctrl+N"),
            (self.tr("Save the note"), self.submit, ""),
            (self.tr("Save the note with all that is offered"), partial(self.submit, everything=True), "Ctrl+Return"),
            (self.tr("Repeat the last tags"), self.repeat_requested.emit, "Ctrl+R"),
            (self.tr("Add photos to the note…"), self.choose_pictures, "Ctrl+Shift+I"),
            (self.tr("Black out the photos of the note…"), self.cover_requested.emit, "Ctrl+Alt+B"),
            (self.tr("Mask what looks like a person"), self.mask_private, "Ctrl+M"),
        ):
            actions.add(self, words, run, keys)

    def _connect(self) -> None:
        line = self.line
        line.take_tab = self._take_tab
        line.textChanged.connect(self._text_changed)
        line.about_to_write.connect(self._begin_writing)
        line.entered.connect(lambda everything: self.submit(everything=everything))
        line.kind_stepped.connect(lambda step: self.choose_kind(self.pill.neighbour(step)))
        line.kind_chosen.connect(self.choose_kind)
        line.undo_requested.connect(self.undo_requested)
        line.redo_requested.connect(self.redo_requested)
        line.repeat_requested.connect(self.repeat_requested)
        line.chips_wanted.connect(self.pill.setFocus)
        line.pictures_taken.connect(self.add_pictures)
        line.refused.connect(self.remarks.complain)
        line.escaped.connect(self._escape)
        self.form.save.clicked.connect(lambda _checked=False: self.submit())
        self.form.attach.clicked.connect(self.choose_pictures)
        self.pill.chosen.connect(self._chosen_from_afar)
        self.pill.made_text.connect(self._kind_is_text)
        self.pill.left.connect(self.line.setFocus)
        self.pill.stepped.connect(lambda step: self.chips.take_focus() if step > 0 else None)
        self.chips.pressed.connect(self._press)
        self.chips.left.connect(self.line.setFocus)
        self.grades.chosen.connect(self.grades_chosen)
        self.grades.done.connect(self._graded)
        self.grades.typed_over.connect(self._type)

    def _begin_writing(self) -> None:
        """A character is on its way: the first one fixes the time, and what is being saved leaves the line."""
        if self._sending.shown is not None:
            self._clear()
        if self.note.typed_at is None:
            self.note.typed_at = self._clock()

    def _text_changed(self) -> None:
        text = self.line.text()
        self._sending.shown = None
        if not text and not self.note.pictures and not self.line.composing:
            self._left_at, self.note.typed_at = self.note.typed_at or self._left_at, None
            self.note.accepted.clear()
            self.note.declined.clear()
        elif text and self.note.typed_at is None:
            # Right after an undo there is something to redo: the words came back, and so does their time.
            back = self.line.document().isRedoAvailable()
            self.note.typed_at = (self._left_at if back else None) or self._clock()
        if text:
            self.put_grades_away()
        if len(text) > LONG:
            self._later.start(REST_MILLISECONDS)
        else:
            self._understand()
        self._rest.start(REST_MILLISECONDS)

    def _understand(self) -> None:
        self._later.stop()
        self.note.read(self.line.text())
        if not self.line.text():
            self.note.offers = ()
        self._show_chips()
        self._show_time()

    def _rested(self) -> None:
        self._understand()
        self.note.look_for_names()
        self._show_chips()
        self.words_changed.emit(self.note.entry.text)

    @property
    def _free(self) -> bool:
        return not self.line.text() and not self.note.pictures

    def _send(self, draft: Submission) -> None:
        entry = parse(draft.line, self.note.lexicon, accepted=draft.accepted, declined=draft.declined)
        self._sending.send(Sent(draft, draft.kind or entry.kind, entry.damage is not None))
        self._rest.stop()
        self.remarks.calm()
        self._say(self.tr("saving…"))
        self.submitted.emit(draft)

    def _clear(self) -> None:
        self._sending.shown = None
        self._left_at = None
        self.note.forget()
        self.line.start_with("")

    def _take_up(self, draft: Submission) -> None:
        self._sending.shown = None
        self.line.start_with("")
        self.note.restore(draft)
        self.line.start_with(draft.line)
        self._understand()

    def _take_tab(self) -> bool:
        key = None if self._sending.shown else self.note.first_offer()
        if key is not None:
            self._press(key)
        elif self.grades.isVisible():
            self.grades.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _press(self, key: str) -> None:
        if self._sending.shown is not None:
            return
        words = self.note.press(key)
        if words:
            self.line.append_words(words)
        if self._free:
            self.note.typed_at = None
        self._understand()

    def _kind_is_text(self) -> None:
        chip = self.note.said_kind()
        if chip is not None:
            self._press(chip.key)
        self.line.setFocus()

    def _chosen_from_afar(self, kind: Kind | None) -> None:
        self.choose_kind(kind)
        self.line.setFocus()

    def _type(self, words: str) -> None:
        self.line.setFocus()
        self._begin_writing()
        self.line.insertPlainText(words)

    def _graded(self) -> None:
        self.line.setFocus()
        self.put_grades_away()

    def _escape(self) -> None:
        self.put_grades_away()
        self.escaped.emit()


def _timer(owner: CaptureBar, run: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(run)
    return timer
