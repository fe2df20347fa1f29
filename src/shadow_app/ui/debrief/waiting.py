"""Step 1: the notes that need a person, one card at a time (`design.md` §6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from shadow_app.domain.listing import TimelineNote
from shadow_app.insight.suggest import Suggestion
from shadow_app.ui._compiled.ui_debrief_waiting import Ui_DebriefWaiting
from shadow_app.ui.debrief.offers import Offers, Suggested, SuggestedServices
from shadow_app.ui.debrief.similar import SimilarNotes
from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.debrief.step import DebriefWork, Nothing, Step, pressed_key
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.letters import breakable
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.service_box import ServiceBox
from shadow_app.ui.tab_order import in_order

translate = QCoreApplication.translate


class WaitingStep(Step):
    """Nothing is counted because the program thought so: a person takes it, declines it, or names the service."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "Notes that need you"),
            translate(
                "Debrief", "A takes what was read from the words, D declines it, 1–3 name a service, Enter goes on."
            ),
        )
        self._state: DebriefState | None = None
        self._place = 0
        self.current: TimelineNote | None = None
        self._sure: UUID | None = None
        """The service that it is so probably about that one key takes it."""
        self.form = Ui_DebriefWaiting()
        self.form.setupUi(self)
        self.form.card.setAccessibleName(self.tr("The note in hand"))
        self.offers = Offers(self.desk.theme)
        self.suggested = SuggestedServices(self.desk.theme)
        self.services = ServiceBox(self.desk.theme)
        self.similar = SimilarNotes(self.form.similarColumn)
        self.nothing = Nothing(
            self.tr("No note waits for you. What was written is understood, and every lost minute names its service."),
            self.tr("Go on to the grades"),
            self.work.go_on.emit,
        )
        self.form.offersSlot.addWidget(self.offers)
        self.form.suggestedSlot.addWidget(self.suggested)
        self.form.serviceSlot.addWidget(self.services)
        self.form.nothingSlot.addWidget(self.nothing)
        self._place_buttons()
        self._connect()
        self._add_actions()
        self._show_current()

    def show_state(self, state: DebriefState) -> None:
        """Keep to the note in hand while it waits; else go on from its place. What undo brings back comes first."""
        before, self._state = self._state, state
        ids = [row.note.id for row in state.waiting]
        same = before is not None and before.visit.id == state.visit.id
        if not same:
            self._place = 0
        elif before is not None:
            known = {row.note.id for row in before.waiting}
            returned = [note_id for note_id in ids if note_id not in known]
            if returned:
                self._place = ids.index(returned[0])
            elif self.current is not None and self.current.note.id in ids:
                self._place = ids.index(self.current.note.id)
        self._place = max(0, min(self._place, len(ids) - 1))
        if before is None or before.services != state.services:
            self.services.use_catalogue(state.services)
        self._show_current()

    def still_open(self, state: DebriefState) -> str:
        """How many wait."""
        count = len(state.waiting)
        return self.tr("%n note(s) to look at", "", count) if count else ""

    def done_words(self, state: DebriefState) -> str:
        """All of them."""
        return self.tr("every note is clear")

    def enter(self) -> None:
        """The first chip, or the card where there is none."""
        if self.current is None:
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.offers.take_focus():
            self.form.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Everything that was read from the words holds; without any, the service that it is most probably about."""
        if self.current is not None and self.current.note.offers_open:
            self._settle(self.offers.keys)
        elif self._sure is not None:
            self.name_service(self._sure)
        else:
            self.next()

    def decline(self) -> None:
        """None of it holds; an unknown word is a word like any other."""
        current = self.current
        if current is None:
            return
        if current.note.offers_open or current.note.unresolved_tags:
            debriefing, note_id = self.desk.shadow.debriefing, current.note.id
            self._write(lambda: debriefing.decline(note_id))
        else:
            self.next()

    def go_on(self) -> None:
        """Keep the chips that were taken one by one, if any; else leave the note for later."""
        if self.offers.chosen:
            self._settle(self.offers.chosen)
        else:
            self.next()

    def next(self, by: int = 1) -> None:
        """Another note that waits; this one goes on waiting."""
        if self._state is not None and self._state.waiting:
            self._place = (self._place + by) % len(self._state.waiting)
            self._show_current()
            self.enter()

    def name_service(self, service_id: UUID) -> None:
        """The note is about this service."""
        state, current = self._state, self.current
        if state is not None and current is not None:
            debriefing, lexicon, note_id = self.desk.shadow.debriefing, state.lexicon, current.note.id
            self._write(lambda: debriefing.name_service(note_id, service_id, lexicon))

    def take_suggested(self, number: int) -> None:
        """The first, second or third suggestion is right."""
        service_id = self.suggested.service(number)
        if service_id is not None:
            self.name_service(service_id)

    def not_counted(self) -> None:
        """It belongs to the site's safety channel."""
        current, debriefing = self.current, self.desk.shadow.debriefing
        if current is not None:
            note_id = current.note.id
            said = self.tr("Kept and not counted. Tell the site’s safety channel. Ctrl+Z brings it back.")
            self._write(lambda: debriefing.not_counted(note_id), lambda: self.desk.guide.say(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the service line."""
        if pressed_key(event) == Qt.Key.Key_Escape:
            self.services.line.clear()
            self.form.card.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _place_buttons(self) -> None:
        """Side by side, and in several lines where the letters are large."""
        form = self.form
        flow = FlowLayout(form.keys, 8)
        for button in (form.accept, form.decline, form.service, form.hazard, form.next):
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        form.keys.setSizePolicy(policy)

    def _connect(self) -> None:
        self.offers.entered.connect(self.go_on)
        self.suggested.chosen.connect(self.name_service)
        self.services.added.connect(self.name_service)
        self.services.removed.connect(self._untag)
        self.services.not_found.connect(
            lambda name: self.desk.guide.complain(
                self.tr("No single service is called “{name}”; choose one of the list.").format(name=name)
            )
        )
        self.services.line.installEventFilter(self)
        self.offers.changed.connect(self._say_next)

    def _add_actions(self) -> None:
        add, form = self.desk.actions.add, self.form
        actions = [
            add(self, self.tr("Take everything that was read from the words"), self.accept, "A", form.accept),
            add(self, self.tr("Decline what was read from the words"), self.decline, "D", form.decline),
            add(self, self.tr("Name another service"), self.services.line.setFocus, "S", form.service),
            add(self, self.tr("Belongs to site safety, not counted"), self.not_counted, "H", form.hazard),
            add(self, self.tr("Later: the next note that waits"), self.next, "PgDown"),
            add(self, self.tr("The note before that waits"), lambda: self.next(-1), "PgUp"),
        ]
        for number in (1, 2, 3):
            words = self.tr("Name suggested service {n}").format(n=number)
            actions.append(add(self, words, _caller(self.take_suggested, number), str(number)))
        self._actions = actions
        form.next.clicked.connect(lambda _checked=False: self.go_on())

    def _settle(self, keys: frozenset[str]) -> None:
        state, current = self._state, self.current
        if state is not None and current is not None:
            debriefing, lexicon, note_id = self.desk.shadow.debriefing, state.lexicon, current.note.id
            self._write(lambda: debriefing.settle_offers(note_id, keys, lexicon))

    def _untag(self, service_id: UUID) -> None:
        current, capture = self.current, self.desk.shadow.capture
        if current is not None:
            note_id = current.note.id
            self._write(lambda: capture.untag(note_id, service_id))

    def _write(self, job: Callable[[], object], then: Callable[[], object] | None = None) -> None:
        # Until the news has come the card shows what was; a second key must not be taken for an answer to it.
        self._enable(False)
        self.work.write(job, lambda _answer: then() if then else None)

    def _enable(self, enabled: bool) -> None:
        for action in self._actions:
            action.setEnabled(enabled)
        self.form.next.setEnabled(enabled)

    def _show_current(self) -> None:
        waiting: Sequence[TimelineNote] = () if self._state is None else self._state.waiting
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self.hasFocusInside()
        before, self.current = self.current, waiting[self._place] if waiting else None
        for widget in (self.form.card, self.form.keys):
            widget.setVisible(bool(waiting))
        self.nothing.setVisible(self._state is not None and not waiting)
        self._enable(bool(waiting))
        if self.current is not None and self._state is not None:
            self._show_note(self.current, self._state)
            if before is None or before.note.id != self.current.note.id:
                self._ask(self.current)
            else:
                self._offer_sure(self.current, self._sure)
        else:
            self.similar.show([])
        if had_focus and (before is None or self.current is None or before.note.id != self.current.note.id):
            self.enter()

    def hasFocusInside(self) -> bool:
        """Whether the keys come here."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _show_note(self, row: TimelineNote, state: DebriefState) -> None:
        note, form = row.note, self.form
        form.when.setText(f"{note.local_time:%H:%M}")
        form.kind.setText(kind_word(note.kind))
        form.place.setText(self.tr("{n} of {all}").format(n=self._place + 1, all=len(state.waiting)))
        form.text.setText(breakable(note.text))
        form.line.setText(breakable(self.tr("typed: {line}").format(line=note.line)))
        form.line.setVisible(bool(note.line) and note.line.strip() != note.text.strip())
        self.offers.show_note(row, state.lexicon, state.names)
        form.offersLabel.setVisible(bool(self.offers.keys))
        form.why.setText(self._why(row, state))
        self.services.show_services(list(zip(row.service_ids, row.services, strict=True)))
        form.accept.setVisible(bool(self.offers.keys))
        form.decline.setVisible(bool(note.offers_open or note.unresolved_tags))
        form.card.setAccessibleDescription(f"{note.text}. {form.why.text()}")
        self._say_next()
        keys = (form.accept, form.decline, form.service, form.hazard, form.next)
        # Chips are made anew for every note, and would come after everything else.
        in_order((form.card, *self.offers.row.buttons, *self.suggested.buttons))
        in_order((self.services.line, *keys))

    def _say_next(self) -> None:
        words = self.tr("Take the chosen · Enter") if self.offers.chosen else self.tr("Later · Enter")
        self.form.next.setText(words)

    def _why(self, row: TimelineNote, state: DebriefState) -> str:
        note = row.note
        for tag in note.unresolved_tags:
            found = state.lexicon.service(tag[1:]) if tag.startswith("#") else state.lexicon.role(tag[1:])
            names = [state.names[each] for each in found.matches if each in state.names]
            if names:
                return self.tr("“{word}” may mean {names}").format(word=tag[1:], names=", ".join(names))
            return self.tr("Nothing in the catalogue is called “{word}”").format(word=tag[1:])
        if note.kind.costs_time and not row.service_ids:
            return self.tr("It names no service yet")
        return ""

    def _ask(self, row: TimelineNote) -> None:
        self._suggest(row, ())
        self._offer_sure(row, None)
        self.similar.show([])
        suggesting, text, note_id = self.desk.shadow.suggesting, row.note.text, row.note.id
        service_ids = row.service_ids

        def ask() -> tuple[Sequence[Suggestion], UUID | None, list[TimelineNote]]:
            found = suggesting.suggest(text)
            return found, suggesting.sure(found), suggesting.similar(text, service_ids, note_id)

        def told(answer: tuple[Sequence[Suggestion], UUID | None, list[TimelineNote]]) -> None:
            if self.current is not None and self.current.note.id == note_id:
                self._suggest(self.current, answer[0])
                self._offer_sure(self.current, answer[1])
                self.similar.show(answer[2])

        self.desk.jobs.read(ask, told, supersedes=f"debrief-suggest-{id(self)}")

    def _offer_sure(self, row: TimelineNote, service_id: UUID | None) -> None:
        """Of a note that names no service and offers nothing else, say what it is most probably about."""
        state, open_words = self._state, row.note.offers_open or row.note.unresolved_tags or row.service_ids
        self._sure = None if state is None or open_words or service_id not in state.names else service_id
        if state is None or self._sure is None:
            return
        words = self.tr("Four of five such notes were about {service}. A takes it.")
        self.form.why.setText(words.format(service=breakable(state.names[self._sure])))
        self.form.accept.show()
        self.form.card.setAccessibleDescription(f"{row.note.text}. {self.form.why.text()}")

    def _suggest(self, row: TimelineNote, found: Sequence[Suggestion]) -> None:
        """What an unclear word may mean comes first: it was typed on purpose. Then what the words speak for."""
        state = self._state
        if state is None:
            return
        words = [tag[1:] for tag in row.note.unresolved_tags if tag.startswith("#")]
        meant = {service_id: (word,) for word in words for service_id in state.lexicon.service(word).matches}
        reasons: dict[UUID, tuple[str, ...]] = {**{each.service_id: each.because for each in found}, **meant}
        order = dict.fromkeys([*meant, *(each.service_id for each in found)])
        fitting = [each for each in order if each in state.names and each not in row.service_ids]
        self.suggested.show_services([Suggested(each, state.names[each], reasons[each]) for each in fitting])


def _caller(take: Callable[[int], None], number: int) -> Callable[[], None]:
    return lambda: take(number)
