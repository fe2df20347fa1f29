"""The visit behind the Live tab: read once, then kept in step with the news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from shadow_app.domain.errors import NotFound
from shadow_app.domain.listing import TimelineNote, VisitCard
from shadow_app.domain.news import News
from shadow_app.domain.organisation import Role
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Activity, ConsentRecord, Visit
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui.desk import Desk
from shadow_app.ui.live.notes import LiveNotes
from shadow_app.ui.names import Names
from shadow_app.ui.timeline_model import TimelineModel
from shadow_app.ui.timer_work import TimerWork


@dataclass(frozen=True)
class Loaded:
    """What is read of a visit and of the catalogue when the tab is opened."""

    rows: list[TimelineNote]
    names: Names
    lexicon: Lexicon
    on_offer: int
    """How many services the catalogue offers."""
    quotes_asked: bool = True
    """Whether the host has been asked, and has answered, if they may be quoted."""


class LiveVisit(QObject):
    """Holds the card, the notes and the names. It knows the use cases and no widget."""

    loaded = Signal(object)
    """`Loaded`, once the notes are in the model."""
    card_changed = Signal()
    notes_changed = Signal(object)
    """The ids of notes that were written, removed or brought back."""

    def __init__(self, desk: Desk, model: TimelineModel, timers: TimerWork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._timers = desk, timers
        self.card: VisitCard | None = None
        self.notes = LiveNotes(model, self._ask_thumb)
        self.on_offer = 0
        self.quotes_asked = True
        self._reading = False
        self._missed = False
        """Something was written while we were reading: what was read may be older."""

    @property
    def visit_id(self) -> UUID | None:
        """The visit that is open."""
        return None if self.card is None else self.card.visit.id

    def open(self, card: VisitCard) -> None:
        """Read a visit; the same one once more is brought up to date."""
        self.card = card
        self.card_changed.emit()
        self._load(card.visit.id)

    def hear(self, news: News) -> None:
        """Take over what a commit wrote."""
        card = self.card
        if card is None:
            return
        self._missed = self._reading
        if not news.records or not news.kinds.isdisjoint({Service, Role}):
            self._load(card.visit.id, reseed=True)
            return
        if ConsentRecord in news.kinds:
            # What was agreed to decides what of every note is shown.
            self._load(card.visit.id)
            return
        for written in news.records:
            if isinstance(written.after, Visit) and written.after.id == card.visit.id:
                self.card = replace(card, visit=written.after)
                self.card_changed.emit()
        if Activity in news.kinds:
            self._timers.look_again()
        changed, unknown = self.notes.hear(news)
        for note_id in unknown:
            self._look_up(note_id)
        if changed:
            self.notes_changed.emit(changed)

    def turn(self) -> None:
        """Start the visit, finish it and go on to its debrief, or go back to the field."""
        card = self.card
        if card is None:
            return
        visit_id, planning, guide = card.visit.id, self._desk.shadow.planning, self._desk.guide
        if card.visit.state is VisitState.LIVE:
            self._desk.jobs.write(
                lambda: planning.finish(visit_id), lambda _visit: guide.open_visit(visit_id, "debrief")
            )
        else:
            self._desk.jobs.write(lambda: planning.start(visit_id))

    def _load(self, visit_id: UUID, *, reseed: bool = False) -> None:
        shadow = self._desk.shadow
        self._reading, self._missed = True, False

        def work() -> Loaded:
            services, roles = shadow.catalogue.services(), shadow.catalogue.roles()
            if reseed:
                shadow.suggesting.reload()
            names = Names(
                {each.id: each.name for each in services},
                {each.id: each.name for each in roles},
                shadow.catalogue.harmless_words(),
            )
            asked = ConsentSubject.QUOTES in shadow.planning.consents(visit_id)
            return Loaded(shadow.capture.timeline(visit_id), names, Lexicon(services, roles), len(services), asked)

        self._desk.jobs.read(work, lambda loaded: self._take(visit_id, loaded), supersedes=f"live-visit-{id(self)}")
        self._timers.open(visit_id)

    def _take(self, visit_id: UUID, loaded: Loaded) -> None:
        self._reading = False
        if self._missed:
            self._load(visit_id)
        elif visit_id == self.visit_id:
            self.on_offer = loaded.on_offer
            self.quotes_asked = loaded.quotes_asked
            self.notes.names = loaded.names
            self.notes.open(visit_id, loaded.rows)
            self.loaded.emit(loaded)

    def _look_up(self, note_id: UUID) -> None:
        capture = self._desk.shadow.capture

        def work() -> TimelineNote | None:
            try:
                return capture.shown(note_id)
            except NotFound:
                return None

        def then(row: TimelineNote | None) -> None:
            self.notes.take(note_id, row)
            self.notes_changed.emit({note_id})

        self._desk.jobs.read(work, then)

    def _ask_thumb(self, sha256: str, told: Callable[[bytes | None], None]) -> None:
        capture = self._desk.shadow.capture
        self._desk.jobs.read(lambda: capture.thumbnail(sha256), told)
