"""What can be done to the chosen notes of Review: one key each, one action each.

What settles a note (accept, ask, set aside) goes on to the next one; what only mends it (a service, a kind, a pain
point, a mask) stays, because it is usually followed by accepting it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.domain.action_names import said
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.ui import amounts
from shadow_app.ui.ask import ask
from shadow_app.ui.choice_dialog import ChoiceDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.review.details import ReviewDetails
from shadow_app.ui.review.list import ReviewList
from shadow_app.ui.review.model import ReviewModel
from shadow_app.ui.trouble import words_for
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.ui.words_dialog import WordsDialog

MANY = 1_000
"""From here on it is asked first: a slip of the hand should not touch a year's notes."""

Verb = Callable[[list[UUID]], object]
"""Does something to notes; the answer 0 says that nothing had to be done."""


class ReviewVerbs(QObject):
    """Every verb takes the chosen notes; where there is none it says so."""

    done = Signal()
    """Something was written, or taken back."""

    def __init__(self, desk: Desk, view: ReviewList, model: ReviewModel, details: ReviewDetails, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._view = view
        self._model = model
        self._details = details
        self._page = page

    def tag(self) -> None:
        """Ask for a service and name it."""
        self._ask_service(
            self.tr("Which service are they about?"),
            self.tr("Name it"),
            lambda service_id: self._do(lambda ids: self._desk.shadow.reviewing.tag(ids, service_id)),
        )

    def untag(self) -> None:
        """Take a service off: one that the note in hand names."""
        reviewed = self._details.reviewed
        shown = None if reviewed is None else reviewed.card.shown
        if shown is None or not shown.services:
            self._desk.guide.say(self.tr("This note names no service, so there is none to take off."))
            return
        entries = [TwoLines(each, name) for each, name in zip(shown.service_ids, shown.services, strict=True)]
        self._choose(
            self.tr("Which service are they not about?"),
            self.tr("Take it off"),
            entries,
            lambda key: self._do(lambda ids: self._desk.shadow.reviewing.untag(ids, _id(key))),
        )

    def kind(self) -> None:
        """Ask for a kind."""
        self._choose(
            self.tr("What are they?"),
            self.tr("Change"),
            [TwoLines(kind, kind_word(kind)) for kind in Kind],
            lambda key: self._do(lambda ids: self._desk.shadow.reviewing.set_kind(ids, Kind(str(key)))),
        )

    def accept(self) -> None:
        """They may be counted and printed as they are."""
        self._put_in(ReviewState.ACCEPTED)

    def ready(self) -> None:
        """Their author hands them in."""
        self._put_in(ReviewState.READY)

    def question(self) -> None:
        """Ask the author something."""
        self._ask_words(
            self.tr("What do you want to know?"),
            self.tr("The author reads it on Today and answers. Then the note is ready again."),
            self.tr("Ask"),
            lambda words: self._put_in(ReviewState.HAS_QUESTIONS, words),
        )

    def aside(self) -> None:
        """They are kept and not counted."""
        self._ask_words(
            self.tr("Why are they set aside?"),
            self.tr("They are kept, not counted and never printed. The author can read why."),
            self.tr("Set aside"),
            lambda words: self._put_in(ReviewState.SET_ASIDE, words),
        )

    def group(self) -> None:
        """Put them in a pain point, an old one or a new one."""
        if not self._places():
            return
        shadow = self._desk.shadow

        def read() -> list[TwoLines]:
            names = {each.id: each.name for each in shadow.reviewing.services()}
            return [
                TwoLines(
                    each.pain_point.id,
                    each.pain_point.title,
                    f"{names.get(each.pain_point.service_id, '')}  ·  {amounts.notes(each.notes)}",
                )
                for each in shadow.grouping.pain_points()
            ]

        self._desk.jobs.read(read, self._choose_pain_point)

    def mask(self) -> None:
        """Put pseudonyms and words in brackets where something could point at a person."""
        self._do(self._desk.shadow.reviewing.mask)

    def same_cause(self) -> None:
        """This note and the one it looks like have one cause."""
        pair = self._pair()
        if pair is not None:
            said = self.tr("Both are in the pain point “{title}” now. U takes it back.")

            def tell(pain: PainPoint) -> None:
                self._desk.guide.say(said.format(title=pain.title), here=True)
                self.done.emit()

            self._desk.jobs.write(lambda: self._desk.shadow.reviewing.same_cause(*pair), tell, self._failed)

    def same_note(self) -> None:
        """This note is the other one, noted twice."""
        pair = self._pair()
        if pair is not None:
            places = self._view.chosen()
            self._desk.jobs.write(lambda: self._desk.shadow.reviewing.same_as(*pair), self._tell, self._failed)
            self._go_on(places)

    def _put_in(self, state: ReviewState, words: str = "") -> None:
        reviewing = self._desk.shadow.reviewing
        self._do(lambda ids: reviewing.set_state(ids, state, words), go_on=True)

    def _do(self, verb: Verb, *, go_on: bool = False) -> None:
        places = self._places()
        if not places or not self._sure(len(places)):
            return
        rows = [self._model.rows[place] for place in places]
        reviewing, jobs = self._desk.shadow.reviewing, self._desk.jobs

        def write(ids: list[UUID]) -> None:
            jobs.write(lambda: verb(ids), self._tell, self._failed)

        jobs.read(lambda: reviewing.ids(rows), write, self._failed)
        if go_on:
            self._go_on(places)

    def _go_on(self, places: Sequence[int]) -> None:
        self._view.take(min(places[-1] + 1, self._model.rowCount() - 1))

    def _places(self) -> list[int]:
        places = [place for place in self._view.chosen() if place < self._model.rowCount()]
        if not places:
            self._desk.guide.say(self.tr("Choose a note in the list first."))
        return places

    def _sure(self, count: int) -> bool:
        if count < MANY:
            return True
        return ask(
            self._page.window(),
            self.tr("Do this to {notes}?").format(notes=amounts.notes(count)),
            self.tr("It is one action, and U takes it back."),
            self.tr("Do it"),
        )

    def _pair(self) -> tuple[UUID, UUID] | None:
        reviewed, other = self._details.reviewed, self._details.alike_id()
        if reviewed is None or other is None:
            self._desk.guide.say(self.tr("Nothing looks like this note."))
            return None
        return reviewed.note.id, other

    def _choose_pain_point(self, entries: list[TwoLines]) -> None:
        title = self.tr("Which pain point do they belong to?")
        reviewing = self._desk.shadow.reviewing
        dialog = ChoiceDialog(
            self._desk.theme,
            title,
            self.tr("Put them in"),
            entries,
            self._page.window(),
            new=self.tr("New pain point: {typed}"),
        )

        def put_in(pain_point_id: UUID) -> None:
            self._do(lambda ids: reviewing.group(ids, pain_point_id))

        dialog.chosen = lambda key: put_in(_id(key))
        dialog.made = self._make_pain_point
        dialog.open()

    def _make_pain_point(self, title: str) -> None:
        reviewing, reviewed = self._desk.shadow.reviewing, self._details.reviewed
        services = () if reviewed is None else reviewed.card.shown.service_ids

        def make(service_id: UUID) -> None:
            self._do(lambda ids: reviewing.group_new(ids, service_id, title))

        if len(services) == 1:
            make(services[0])
        else:
            self._ask_service(self.tr("Under which service does it stand?"), self.tr("Make it"), make)

    def _ask_service(self, title: str, done: str, then: Callable[[UUID], None]) -> None:
        if not self._places():
            return
        reviewed = self._details.reviewed
        named = () if reviewed is None else reviewed.card.shown.service_ids

        def show(entries: list[TwoLines]) -> None:
            # What the note names already stands first: it is often the answer.
            entries.sort(key=lambda entry: entry.key not in named)
            self._choose(title, done, entries, lambda key: then(_id(key)))

        reviewing = self._desk.shadow.reviewing
        self._desk.jobs.read(
            lambda: [
                TwoLines(each.id, each.name, "  ·  ".join(filter(None, (each.code, ", ".join(each.aliases)))))
                for each in reviewing.services()
            ],
            show,
        )

    def _choose(self, title: str, done: str, entries: Sequence[TwoLines], chosen: Callable[[Hashable], None]) -> None:
        if self._places():
            dialog = ChoiceDialog(self._desk.theme, title, done, entries, self._page.window())
            dialog.chosen = chosen
            dialog.open()

    def _ask_words(self, title: str, about: str, done: str, told: Callable[[str], None]) -> None:
        if self._places():
            WordsDialog(self._desk.theme, title, about, done, told, self._page.window()).open()

    def _tell(self, answer: object) -> None:
        if answer == 0:
            self._desk.guide.say(self.tr("Nothing had to be changed: they are so already."))
            return
        undoing, guide = self._desk.shadow.undoing, self._desk.guide

        def say(label: str) -> None:
            guide.say(self.tr("{what}. U takes it back.").format(what=label), here=True)

        self._desk.jobs.read(undoing.can, lambda steps: say(said(steps.undo.label)) if steps.undo else None)
        self.done.emit()

    def _failed(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))
        self.done.emit()


def _id(key: Hashable) -> UUID:
    assert isinstance(key, UUID)
    return key
