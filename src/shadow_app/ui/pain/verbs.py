"""What a lead does with one pain point: grade, decide, promise, tell, follow up, close. Each is one dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.domain.decision import Commitment
from shadow_app.domain.errors import Refused
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.ui.ask_dialog import AskDialog
from shadow_app.ui.desk import Desk
from shadow_app.ui.pain.drafts import desk_draft, site_draft
from shadow_app.ui.pain.grades import edit_asks, edited_fields
from shadow_app.ui.pain.words import CHOICES, choice_word
from shadow_app.ui.questions import Ask, day_in
from shadow_app.ui.questions_dialog import Values
from shadow_app.ui.trouble import words_for
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainScene

_REVIEW_IN, _DUE_IN = 90, 28
"""Days from today that a dialog offers."""


class PainVerbs(QObject):
    """Opens the dialogs and keeps what they ask for; `done` says so, and which pain point to show."""

    done = Signal(str, object, bool)
    """What was done, in words; the id of the pain point to show, None for the one that is shown; whether the words
    hold only on this page."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.people: tuple[str, ...] = ()
        """Names to offer for whoever talks or mends."""
        self.dialog: AskDialog | None = None
        """The one that was opened last."""

    def edit(self, scene: PainScene, focus: str = "") -> None:
        """Grades, effort, owner, stake."""
        pain_point, grouping = scene.pain_point, self._desk.shadow.grouping
        self.ask(
            self.tr("Edit “{title}”").format(title=pain_point.title),
            edit_asks(pain_point, self.people, scene.row.currency),
            lambda values: grouping.edit(pain_point.id, **edited_fields(values)),
            self.tr("Kept."),
            words=self.tr("What is left open is worked out from its notes."),
            focus=focus,
        )

    def decide(self, scene: PainScene) -> None:
        """Do, later, decline: a digit, the reason, Enter."""
        pain_point_id, deciding = scene.pain_point.id, self._desk.shadow.deciding
        before = scene.decision
        dialog = self.ask(
            self.tr("Decide on “{title}”").format(title=scene.pain_point.title),
            [
                Ask(
                    "choice",
                    self.tr("&Decision"),
                    before.choice if before else None,
                    "steps",
                    tuple((choice, choice_word(choice)) for choice in CHOICES),
                ),
                Ask("reason", self.tr("&Reason"), before.reason if before else "", hint=self.tr("why; it is kept")),
                Ask("review_on", self.tr("&Look again on"), before.review_on if before else None, "day", ahead=90),
            ],
            lambda values: deciding.decide(pain_point_id, **self._chosen(values)),
            self.tr("Decided."),
            words=self.tr("1, 2 or 3 chooses. Putting it off needs a day on which it is looked at again."),
        )

        def offer_a_day() -> None:
            if dialog.questions["choice"].value is Choice.DEFER and dialog.editor("review_on").day is None:
                dialog.editor("review_on").show_day(day_in(_REVIEW_IN))

        dialog.questions["choice"].on_change(offer_a_day)

    def _chosen(self, values: Values) -> Values:
        if values["choice"] is None:
            raise Refused(self.tr("Choose first: do it, later, or decline (1, 2 or 3)."))
        return values

    def promise(self, scene: PainScene, promise: Commitment | None = None) -> None:
        """A new promise, or other words for one."""
        pain_point_id, deciding = scene.pain_point.id, self._desk.shadow.deciding

        def keep(values: Values) -> Any:
            if promise is None:
                return deciding.promise(pain_point_id, **values)
            return deciding.change_promise(promise.id, **values)

        due = promise.due_on if promise else day_in(_DUE_IN)
        self.ask(
            self.tr("Change the promise") if promise else self.tr("Promise something"),
            [
                Ask("text", self.tr("We &promise"), promise.text if promise else "", hint=self.tr("what will be done")),
                Ask("owner", self.tr("Who &keeps it"), promise.owner if promise else "", known=self.people),
                Ask("due_on", self.tr("&By when"), due, "day", ahead=_DUE_IN),
                Ask(
                    "effort_days",
                    self.tr("&Days of work"),
                    promise.effort_days if promise else None,
                    "number",
                    hint=self.tr("not estimated"),
                ),
                Ask(
                    "site_id",
                    self.tr("&Site"),
                    promise.site_id if promise else None,
                    "pick",
                    ((None, self.tr("all of them")), *_sites(scene)),
                ),
            ],
            keep,
            self.tr("The promise is kept on record."),
            words=scene.pain_point.title,
        )

    def settle(self, promise: Commitment, state: CommitmentState) -> None:
        """It was kept, or dropped; what came of it is told to those to whom it was promised."""
        deciding, kept = self._desk.shadow.deciding, state is CommitmentState.KEPT
        self.ask(
            self.tr("The promise was kept") if kept else self.tr("The promise is dropped"),
            [
                Ask("outcome", self.tr("What &came of it"), promise.outcome, hint=self.tr("in words for the business")),
                Ask("on", self.tr("&On"), day_in(0), "day", ahead=0),
            ],
            lambda values: deciding.settle(promise.id, state, **values),
            self.tr("Kept on record; tell those to whom it was promised."),
            words=promise.text,
        )

    def tell_site(self, scene: PainScene, site_id: UUID | None = None) -> None:
        """A site hears how it stands."""
        pain_point_id, telling = scene.pain_point.id, self._desk.shadow.telling
        sites = _sites(scene)
        if not sites:
            self._desk.guide.complain(
                self.tr("No site stands behind this pain point yet, so there is nobody to tell: group a note into it.")
            )
            return
        self.ask(
            self.tr("Tell the site"),
            [
                Ask("site_id", self.tr("&Site"), site_id or _longest_untold(scene), "pick", sites),
                Ask("text", self.tr("&Words"), site_draft(scene), "words"),
                Ask("channel", self.tr("&How"), "", hint=self.tr("in person, by mail, notice board …")),
                Ask("on", self.tr("&Told on"), day_in(0), "day", ahead=0),
            ],
            lambda values: telling.tell_site(pain_point_id=pain_point_id, **values),
            self.tr("Kept: the site has been told."),
            words=self.tr("Without IT words: what they said, what we do, by when."),
            focus="text",
        )

    def tell_desk(self, scene: PainScene) -> None:
        """The service desk learns the pain, the way round it and what was promised."""
        pain_point_id, telling = scene.pain_point.id, self._desk.shadow.telling
        self.ask(
            self.tr("Tell the service desk"),
            [
                Ask("text", self.tr("&Words"), desk_draft(scene), "words"),
                Ask("channel", self.tr("&How"), "", hint=self.tr("briefing, mail, knowledge article …")),
                Ask("on", self.tr("&Told on"), day_in(0), "day", ahead=0),
            ],
            lambda values: telling.tell_desk(pain_point_id, **values),
            self.tr("Kept: the service desk has been told."),
            words=scene.pain_point.title,
        )

    def acknowledge(self, record: Update | FeedbackRecord) -> None:
        """Somebody has said that they know."""
        telling = self._desk.shadow.telling
        self.ask(
            self.tr("They have acknowledged it"),
            [
                Ask("by", self.tr("&Who"), "", known=self.people),
                Ask("on", self.tr("&On"), day_in(0), "day", ahead=0),
            ],
            lambda values: telling.acknowledge(record, **values),
            self.tr("Kept."),
            words=record.text,
        )

    def follow_up(self, scene: PainScene) -> None:
        """Something was changed: what comes before it and what comes after are compared from now on."""
        pain_point_id, deciding = scene.pain_point.id, self._desk.shadow.deciding
        unknown = self.tr("from the notes")
        self.ask(
            self.tr("Follow up on “{title}”").format(title=scene.pain_point.title),
            [
                Ask("changed_on", self.tr("&Changed on"), day_in(0), "day", ahead=0),
                Ask("change_ref", self.tr("&What was changed"), "", hint=self.tr("release, change number, in words")),
                Ask("minutes_before", self.tr("Minutes each time, &before"), None, "number", hint=unknown),
                Ask("minutes_after", self.tr("Minutes each time, &after"), None, "number", hint=unknown),
                Ask("note", self.tr("&Note"), ""),
            ],
            lambda values: deciding.follow_up(pain_point_id, **_dated(values)),
            self.tr("Kept: notes before and after that day are compared."),
        )

    def close(self, scene: PainScene) -> None:
        """It is over; it comes back by itself when it is seen again."""
        pain_point_id, grouping = scene.pain_point.id, self._desk.shadow.grouping
        self.ask(
            self.tr("Close “{title}”").format(title=scene.pain_point.title),
            [Ask("why", self.tr("&Why"), "", hint=self.tr("what ended it"))],
            lambda values: grouping.close(pain_point_id, values["why"]),
            self.tr("Closed. It opens again by itself when it is seen on a later day."),
            words=self.tr("It opens again by itself when it is seen on a later day."),
            button=self.tr("Close it"),
        )

    def reopen(self, scene: PainScene) -> None:
        """It is not over; nothing to ask."""
        pain_point_id, grouping = scene.pain_point.id, self._desk.shadow.grouping
        self._at_once(lambda: grouping.reopen(pain_point_id), self.tr("Open again."))

    def remove(self, scene: PainScene) -> None:
        """It was made by mistake; one with notes or a history is refused in a sentence."""
        pain_point_id, grouping = scene.pain_point.id, self._desk.shadow.grouping
        self._at_once(lambda: grouping.drop(pain_point_id), self.tr("Removed. Ctrl+Z brings it back."), here=True)

    def take_out(self, scene: PainScene, witness: Witness | None) -> None:
        """The note has another cause: it goes back to what is not sorted yet."""
        pain_point_id, grouping = scene.pain_point.id, self._desk.shadow.grouping
        if witness is not None:
            note_id = witness.note.note.id
            said = self.tr("Taken out; it is among the notes that are not sorted yet.")
            self._at_once(lambda: grouping.take_out(pain_point_id, note_id), said)

    def undecide(self, scene: PainScene) -> None:
        """Nothing is decided after all."""
        pain_point_id, deciding = scene.pain_point.id, self._desk.shadow.deciding
        self._at_once(lambda: deciding.take_back(pain_point_id), self.tr("The decision is taken back."))

    def strike(self, follow_up_id: UUID) -> None:
        """The change never happened, or belongs elsewhere."""
        deciding = self._desk.shadow.deciding
        self._at_once(lambda: deciding.strike_follow_up(follow_up_id), self.tr("The follow-up is struck."))

    def _at_once(self, work: Callable[[], object], said: str, *, here: bool = False) -> None:
        """Nothing to ask: what is refused is complained about, everything can be taken back."""
        complain = self._desk.guide.complain
        self._desk.jobs.write(
            work, lambda _: self.done.emit(said, None, here), lambda error: complain(words_for(error))
        )

    def ask(
        self,
        title: str,
        asks: Sequence[Ask],
        keep: Callable[[Values], Any],
        said: str,
        *,
        words: str = "",
        button: str = "",
        focus: str = "",
        then: Callable[[Any], UUID | None] = lambda _given: None,
    ) -> AskDialog:
        """Open a dialog; `said` is what the person reads once it was kept, `then` names what to show."""
        dialog = AskDialog(title, asks, keep, self._desk, self._page, words=words, button=button, focus=focus)
        dialog.kept.connect(lambda given: self.done.emit(said, then(given), False))
        self.dialog = dialog
        dialog.open()
        return dialog


def _sites(scene: PainScene) -> tuple[tuple[UUID, str], ...]:
    return tuple((site_id, name) for site_id, name, _ in scene.days_since_told)


def _longest_untold(scene: PainScene) -> UUID | None:
    """The site that has waited longest; one that was never told comes first."""
    waiting = sorted(scene.days_since_told, key=lambda told: -1 if told[2] is None else -1 / (told[2] + 2))
    return waiting[0][0] if waiting else None


def _dated(values: Values) -> Values:
    """A change without a day would have no before and after: it counts from today."""
    changed: date = values["changed_on"] or day_in(0)
    return values | {"changed_on": changed}
