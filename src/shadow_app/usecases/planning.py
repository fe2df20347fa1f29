"""Plan a visit, record what the host agreed to, lock what IT believes, go, and come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Organisation
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, GuideAnswer, Visit
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.storage import host_keys, listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.prep_sheet import PrepSheet, answers_of, lists_at_hand, prep_sheet
from shadow_app.usecases.timing import stop_all
from shadow_app.usecases.withdrawal import CONSENT_MISTAKEN, CONSENT_WITHDRAWN, titles_resting_on, void_editions

_LONGEST_DAY = timedelta(hours=16)


class Planning:
    """The verbs of the Today and Prepare pages."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def visits(self, states: Sequence[VisitState] = (), unit_id: UUID | None = None) -> list[VisitCard]:
        """Visits, latest first."""
        with self._store.reading() as read:
            return listings.visit_cards(read, states, unit_id=unit_id, limit=1_000)

    def card(self, visit_id: UUID) -> VisitCard:
        """One visit with the words around it.

        Raises:
            NotFound: there is no such visit.
        """
        with self._store.reading() as read:
            read.get(Visit, visit_id)
            card = listings.visit_card(read, visit_id)
            assert card is not None
            return card

    def numbered(self, number: str) -> VisitCard | None:
        """The visit of this number, however many there are; None where none has it."""
        with self._store.reading() as read:
            return listings.visit_by_number(read, number)

    def plan(self, visit: Visit, hosts: Sequence[Host] = ()) -> Visit:
        """Write a new visit, or a planned one that was edited; a new one gets its number."""
        with self._store.work("Visit planned") as work:
            numbered = visit if visit.number else visit.edited(number=_next_number(work, self._store.device))
            work.put(numbered)
            for host in hosts:
                keep_host(work, host)
            work.commit()
        return numbered

    def change(self, visit_id: UUID, **fields: Any) -> Visit:
        """Change these facts of a visit, whatever else was changed meanwhile.

        Raises:
            NotFound: there is no such visit.
            pydantic.ValidationError: a fact has a bad value.
        """
        with self._store.work("Visit changed") as work:
            visit = work.get(Visit, visit_id).edited(**fields)
            work.put(visit)
            work.commit()
        return visit

    def sheet(self, visit_id: UUID) -> PrepSheet:
        """Everything that is prepared before a visit.

        Raises:
            NotFound: there is no such visit.
        """
        with self._store.reading() as read:
            return prep_sheet(read, visit_id)

    def name_host(self, visit_id: UUID, pseudonym: str, name: str) -> Host | None:
        """Say who is shadowed: the pseudonym for the notes, the name for whoever arranges the day.

        The name goes into the key list of this computer and nowhere else; undo does not bring it back.

        Returns:
            The host; None where nobody is named any more.

        Raises:
            Refused: there is a name without a pseudonym.
        """
        with self._store.work("Host named") as work:
            visit = work.get(Visit, visit_id)
            host = next(iter(work.where(Host, visit_id=visit_id)), None)
            if name and not pseudonym:
                raise Refused(
                    say("The host needs a pseudonym, such as “Driver 2”; every note carries it, never the name.")
                )
            if not pseudonym:
                if host is not None:
                    host_keys.forget(work, [host.id])
                    work.remove(host)
                    work.commit()
                return None
            known = host or Host(visit_id=visit_id, pseudonym=pseudonym, role_id=visit.role_id)
            named = keep_host(work, known.edited(pseudonym=pseudonym, name=name))
            work.commit()
        return named

    def hosts(self, visit_id: UUID) -> list[Host]:
        """Who is shadowed, by pseudonym."""
        with self._store.reading() as read:
            return read.where(Host, visit_id=visit_id)

    def consents(self, visit_id: UUID) -> dict[ConsentSubject, ConsentRecord]:
        """What the host said so far; a subject nobody asked about is missing."""
        with self._store.reading() as read:
            return {consent.subject: consent for consent in read.where(ConsentRecord, visit_id=visit_id)}

    def would_void(self, visit_id: UUID, subject: ConsentSubject, given: bool | None) -> list[str]:
        """The titles of released reports that would lose their content with this answer; None is "not asked"."""
        with self._store.reading() as read:
            known = read.find(ConsentRecord, link_id(visit_id, subject))
            held = known is not None and not known.removed and known.holds
            loses = held if given is None else not given and (known is None or known.removed or held)
            return titles_resting_on(read, visit_id) if loses else []

    def agree(self, visit_id: UUID, subject: ConsentSubject, given: bool) -> None:
        """Record the host's yes or no. A no after a yes is a withdrawal, keeps its date, and takes released reports."""
        with self._store.work("Consent recorded") as work:
            known = work.find(ConsentRecord, link_id(visit_id, subject))
            withdrawn = None
            if known and known.given and not given:
                withdrawn = known.withdrawn_on or datetime.now(timezone.utc).date()
            was_given = given or withdrawn is not None
            work.put(
                ConsentRecord(
                    id=link_id(visit_id, subject),
                    visit_id=visit_id,
                    subject=subject,
                    given=was_given,
                    withdrawn_on=withdrawn,
                )
            )
            # A no to what was never asked and printed all the same wins like a no after a yes.
            if not given and (known is None or known.removed or known.holds):
                void_editions(work, visit_id, CONSENT_WITHDRAWN[subject])
            work.commit()

    def unask(self, visit_id: UUID, subject: ConsentSubject) -> None:
        """Nobody asked after all: the answer was recorded by mistake."""
        with self._store.work("Consent not asked") as work:
            known = work.find(ConsentRecord, link_id(visit_id, subject))
            if known is not None:
                if known.holds:
                    void_editions(work, visit_id, CONSENT_MISTAKEN[subject])
                # Nothing that finds the removed record may take it for a yes.
                work.put(known.edited(given=False, withdrawn_on=None, removed=True))
            work.commit()

    def answers(self, visit_id: UUID) -> dict[str, str]:
        """What was answered to the guide questions, by question."""
        with self._store.reading() as read:
            return answers_of(read, visit_id)

    def answer(self, visit_id: UUID, question: str, text: str) -> None:
        """Keep the answer to a guide question."""
        with self._store.work("Question answered") as work:
            work.put(GuideAnswer(id=link_id(visit_id, question), visit_id=visit_id, question=question, text=text))
            work.commit()

    def start(self, visit_id: UUID, at: datetime | None = None) -> Visit:
        """Go live. A visit that is live already stays as it is; a finished one is opened again."""
        with self._store.work("Visit started") as work:
            visit = work.get(Visit, visit_id)
            fresh = visit.state is VisitState.PLANNED
            changes = {"starts_at": at or datetime.now(timezone.utc)} if fresh else {}
            live = visit.edited(state=VisitState.LIVE, **changes)
            work.put(live)
            work.commit()
        return live

    def finish(self, visit_id: UUID, at: datetime | None = None) -> Visit:
        """Come back: every timer stops, and the hours are what the clock says unless somebody has stated them.

        Whoever forgot to finish until the next day left with the last note: every rate is divided by these hours. So a
        visit that was finished too early, and went on with further notes, has the hours up to its second end.
        """
        with self._store.work("Visit finished") as work:
            visit = work.get(Visit, visit_id)
            end = max(at or datetime.now(timezone.utc), visit.starts_at)
            stop_all(work, visit_id, end)
            noted = [each.at for each in work.where(Observation, visit_id=visit_id)]
            if end - visit.starts_at > _LONGEST_DAY:
                end = max((each for each in noted if visit.starts_at < each <= end), default=end)
            done = visit.edited(state=VisitState.DEBRIEF)
            if _went_on(visit, noted, end):
                done = done.edited(ends_at=end, exposure_hours=_hours(visit.starts_at, end))
            else:
                hours = visit.exposure_hours or _hours(visit.starts_at, end)
                done = done.edited(ends_at=visit.ends_at or end, exposure_hours=hours)
            work.put(done)
            work.commit()
        return done

    def list_at_hand(self, organisation_id: UUID, unit_id: UUID | None = None) -> AssumedRanking:
        """The list to go on with: an open one, else the newest locked one, else a fresh one that nobody has kept yet.

        A unit's own list comes before its firm's.
        """
        with self._store.reading() as read:
            read.get(Organisation, organisation_id)
            lists = lists_at_hand(read, organisation_id, unit_id)
        return next(iter(lists), AssumedRanking(organisation_id=organisation_id, unit_id=unit_id))

    def assume(self, ranking: AssumedRanking) -> AssumedRanking:
        """Keep IT's list while it is being put in order.

        Raises:
            Refused: the list is locked, or has a service twice.
            NotFound: it names a service that never was.
        """
        with self._store.work("IT's list kept") as work:
            known = work.find(AssumedRanking, ranking.id)
            if known is not None and known.locked_at is not None:
                raise Refused(
                    say(
                        "“{name}” is locked since {locked_at}; start a new list instead.",
                        name=known.name,
                        locked_at=day_in_words(known.locked_at),
                    )
                )
            work.get(Organisation, ranking.organisation_id)
            _check_services(work, ranking)
            work.put(ranking)
            work.commit()
        return ranking

    def lock(self, ranking: AssumedRanking) -> AssumedRanking:
        """Lock IT's list: from here on the field may speak.

        Raises:
            Refused: it names no service.
        """
        if not ranking.service_ids:
            raise Refused(say("IT's list is empty; put at least one service in order before locking it."))
        return self.assume(ranking.edited(locked_at=datetime.now(timezone.utc), locked_by=self._store.author))


def _check_services(read: Reader, ranking: AssumedRanking) -> None:
    # One that was taken off the catalogue since keeps its place.
    names = {service.id: service.name for service in read.where(Service, removed=True)}
    for place, service_id in enumerate(ranking.service_ids):
        if service_id not in names:
            raise NotFound(
                say("IT's list names a service that the catalogue does not know; put the list in order again.")
            )
        if service_id in ranking.service_ids[:place]:
            raise Refused(say("“{names}” stands in IT's list twice; take one of the two out.", names=names[service_id]))


def _next_number(work: UnitOfWork, device: str) -> str:
    """Two laptops count on their own, so the number carries the device (`reliability.md` §3.4, 6)."""
    prefix = device[:2].upper()
    taken = [visit.number for visit in work.where(Visit, removed=True) if visit.number.startswith(f"{prefix}-")]
    return f"{prefix}-{1 + max((int(number.split('-')[1]) for number in taken), default=0)}"


def keep_host(work: UnitOfWork, host: Host) -> Host:
    """Write a host by the pseudonym, and the name into the key list beside the log."""
    nameless = host.edited(name="")
    work.put(nameless)
    host_keys.keep(work, host.id, host.visit_id, host.name)
    return nameless


def _hours(begin: datetime, end: datetime) -> float:
    return min(48.0, round((end - begin).total_seconds() / 3600, 2))


def _went_on(visit: Visit, noted: Sequence[datetime], end: datetime) -> bool:
    """Whether a visit was opened again and noted on, and its hours are those of the clock at its first end."""
    first = visit.ends_at
    if visit.state is not VisitState.LIVE or first is None or visit.exposure_hours != _hours(visit.starts_at, first):
        return False
    return any(first < each <= end for each in noted)
