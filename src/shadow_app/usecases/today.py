"""What is to be done today: continue, prepare, debrief, keep a promise, send somebody out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.organisation import Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import CommitmentState, VisitState
from shadow_app.insight.coverage import teams_out
from shadow_app.storage import inbox, listings
from shadow_app.storage.conflicts import number_of_conflicts
from shadow_app.storage.ground import outings
from shadow_app.storage.promises import promises
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.desk_duties import DeskDuties, desk_duties
from shadow_app.usecases.retention import months_kept


@dataclass(frozen=True)
class Promised:
    """An open promise and where it was given; no visit where it was given at the desk."""

    commitment: Commitment
    visit_id: UUID | None
    site: str


@dataclass(frozen=True)
class Question:
    """What the lead asks about a note of one's own visits."""

    note_id: UUID
    visit_id: UUID
    text: str
    site: str
    question: str


@dataclass(frozen=True)
class Today:
    """Everything that the first page shows."""

    now: datetime
    live: tuple[VisitCard, ...]
    planned: tuple[VisitCard, ...]
    """The next one first."""
    debriefs: tuple[VisitCard, ...]
    """The longest waiting first."""
    promises: tuple[Promised, ...]
    """Earliest due first; those without a date last."""
    never_out: tuple[Shadower, ...]
    people: int
    services: int
    visits: int
    questions: tuple[Question, ...] = ()
    """To whoever is at the desk, the oldest note first."""
    duties: DeskDuties = field(default_factory=DeskDuties)
    """What waits for whoever leads."""
    written_twice: int = 0
    """Fields that two people wrote without knowing of each other."""
    sites: int = 0
    """Where one could go."""

    def overdue(self, card: VisitCard) -> bool:
        """Whether a debrief is later than a day after the visit."""
        return card.visit.debrief_due < self.now


class Day:
    """The verbs of the Today page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def today(self, now: datetime, me: UUID | None = None) -> Today:
        """What is to be done, as of `now` (aware); `me` is whose questions are shown."""
        months = months_kept(self._store)
        with self._store.reading() as read:
            return Today(
                now=now,
                live=tuple(listings.visit_cards(read, (VisitState.LIVE,))),
                planned=tuple(listings.visit_cards(read, (VisitState.PLANNED,), earliest_first=True)),
                debriefs=tuple(listings.visit_cards(read, (VisitState.DEBRIEF,), earliest_first=True)),
                promises=_promises(read),
                never_out=_never_out(read),
                people=len(read.where(Shadower)),
                services=len(read.where(Service)),
                sites=len(read.where(Site)),
                visits=len(listings.visit_cards(read, limit=1)),
                questions=_questions(read, me),
                duties=desk_duties(read, now.astimezone().date(), months),
                written_twice=number_of_conflicts(read),
            )


def _questions(read: Reader, me: UUID | None) -> tuple[Question, ...]:
    rows = [] if me is None else inbox.questions_to(read, me)
    notes = ((card.shown.note, card.site) for card in inbox.cards(read, rows))
    return tuple(Question(note.id, note.visit_id, note.text, site, note.state_note) for note, site in notes)


def _promises(read: Reader) -> tuple[Promised, ...]:
    given = promises(read, (CommitmentState.OPEN,))
    return tuple(Promised(each.commitment, each.commitment.visit_id, each.site) for each in given)


def _never_out(read: Reader) -> tuple[Shadower, ...]:
    teams = teams_out(read.where(Shadower), outings(read))
    return tuple(person.shadower for team in teams for person in team.never_out)
