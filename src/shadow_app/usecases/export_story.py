"""What an exported pain point says: what was seen, what it costs, what was decided. Accepted and masked words only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.language import Labels, mark, say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.people import Host
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import (
    ConsentSubject,
    Evidence,
    EvidenceGrade,
    Workaround,
)
from shadow_app.domain.words import CHOICES, PROMISES
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.uncertainty import Range
from shadow_app.insight.withdrawn import unquoted, without_quote
from shadow_app.interchange.export_rows import Passage
from shadow_app.interchange.export_text import fitted
from shadow_app.reports.amounts import LEAST_HOURS, counted, grouped, hours, money, month, percent
from shadow_app.reports.wording import quoted
from shadow_app.storage.exportable import Accepted
from shadow_app.storage.host_keys import names as host_names
from shadow_app.storage.repository import Reader
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.report_parts import Names, capitalised

MOST_NOTES = 6
"""How many notes are told in words; the others are counted."""

LONGEST_LINE = 600

_GRADES = Labels(
    {
        EvidenceGrade.SOLID: mark("Solid evidence"),
        EvidenceGrade.EMERGING: mark("Emerging evidence"),
        EvidenceGrade.ANECDOTE: mark("Thin evidence"),
    }
)
_WORKAROUNDS = Labels(
    {
        Workaround.NONE: mark("People have no way around it."),
        Workaround.CLUMSY: mark("People get by in a clumsy way."),
        Workaround.GOOD: mark("People have a good way around it."),
    }
)


class Voices:
    """Notes in words that point at nobody, each with the place and the month or day that may be told."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._mask = Mask(read)
        self.names = Names(read)
        self._quotable = {
            each.visit_id for each in read.where(ConsentRecord, subject=ConsentSubject.QUOTES, given=True) if each.holds
        }
        self._visits = {each.id: each for each in read.where(Visit, removed=True)}
        self._hosts: dict[UUID, list[str]] = {}
        names = host_names(read)
        for host in read.where(Host):
            if host.visit_id is not None:
                parts = [part.casefold() for part in names.get(host.id, "").split() if len(part) > 2]
                self._hosts.setdefault(host.visit_id, []).extend(parts)

    def visit(self, note: TimelineNote) -> Visit:
        """The visit on which it was written."""
        return self._visits[note.note.visit_id]

    def text(self, note: TimelineNote) -> str:
        """The note, without the verbatim words where the host does not want to be quoted."""
        visit_id = note.note.visit_id
        return self._mask(without_quote(note.note, quotes=visit_id in self._quotable), visit_id)

    def quote(self, note: TimelineNote) -> str:
        """What was said, empty unless the host agrees to be quoted."""
        visit_id = note.note.visit_id
        return self._mask(note.note.quote, visit_id) if visit_id in self._quotable else ""

    def consequence(self, note: TimelineNote) -> str:
        """What happened next."""
        told, visit_id = note.note, note.note.visit_id
        return self._mask(unquoted(told.consequence, told, quotes=visit_id in self._quotable), visit_id)

    def where(self, note: TimelineNote) -> str:
        """Site and month: a day and a role together could point at a person."""
        visit = self.visit(note)
        return f"{self.names.sites[visit.site_id].name}, {month(visit.local_start)}"

    def of(self, visits: Iterable[UUID]) -> Callable[[str], str]:
        """Masks what a lead has written about notes of several visits: no host's name of any of them stays."""
        met = list(visits)

        def masked(text: str) -> str:
            folded = text.casefold()
            for visit_id in met:
                # Masking costs, and most texts name nobody.
                if any(part in folded for part in self._hosts.get(visit_id, ())):
                    text = self._mask(text, visit_id)
            return self._mask(text)

        return masked


@dataclass(frozen=True)
class Matter:
    """What is known of one pain point."""

    pain: PainCost
    hours: Range
    """The 80 % range of its hours."""
    notes: Accepted
    currency: str
    decision: Decision | None
    promises: Sequence[Commitment]
    stake: str


def story(voices: Voices, masked: Callable[[str], str], matter: Matter) -> tuple[Passage, ...]:
    """The description of one pain point, passage by passage; what is not known has no passage."""
    told = matter.notes.weightiest
    passages = (
        Passage(say("What we saw"), tuple(_seen(voices, matter.notes))),
        Passage(say("What came of it"), tuple(_distinct(voices.consequence(each) for each in told))),
        Passage(say("In their words"), tuple(quoted(each) for each in _distinct(map(voices.quote, told)))),
        Passage(say("What it costs"), tuple(_costs(matter))),
        Passage(say("What is at stake"), tuple(_distinct((masked(matter.stake),)))),
        Passage(say("What was decided"), tuple(_decided(matter.decision, masked))),
        Passage(say("What was promised"), tuple(_promised(matter.promises, masked))),
        Passage(
            say("Where this comes from"),
            (say("Shadow, pain point {pain_point_id}", pain_point_id=matter.pain.pain_point_id),),
        ),
    )
    return tuple(each for each in passages if each.lines)


def _seen(voices: Voices, notes: Accepted) -> Iterator[str]:
    for each in notes.weightiest:
        where = voices.where(each)
        told = where if each.note.evidence is Evidence.SEEN else say("told, {where}", where=where)
        yield f"{fitted(voices.text(each), LONGEST_LINE)} ({told})"
    more = notes.count - len(notes.weightiest)
    if more:
        yield say("… and {notes} of the same.", notes=counted(more, "more note|more notes"))


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(fitted(each, LONGEST_LINE) for each in texts if each.strip()))


def _costs(matter: Matter) -> Iterator[str]:
    pain = matter.pain
    if pain.minutes_unknown and pain.hours == 0:
        yield say("Nobody has noted how long it takes, so its hours are not known.")
    else:
        between = say("80 % range {low} to {high}", low=hours(matter.hours.low), high=hours(matter.hours.high))
        cost = say(", about {money}", money=money(pain.cost, matter.currency)) if pain.cost > 0 else ""
        a_year = hours(pain.hours)
        about = say("about {a_year}", a_year=a_year) if pain.hours >= LEAST_HOURS or pain.hours == 0 else a_year
        yield capitalised(say("{about:|hour|hours} a year ({between}){cost}.", about=about, between=between, cost=cost))
    yield (
        say(
            "{grades}: {notes} from {visits}; {grouped:|minute was|minutes were} observed, the year is "
            "worked out from what was seen.",
            grades=_GRADES[pain.behind.evidence],
            notes=counted(round(pain.behind.notes), "note|notes"),
            visits=counted(pain.behind.visits, "visit|visits"),
            grouped=grouped(pain.observed_minutes),
        )
    )
    if pain.extrapolated_share > 0:
        yield say(
            "{percent} of the hours stand for places where nobody has been yet.",
            percent=percent(pain.extrapolated_share),
        )
    if pain.grades.workaround_graded:
        yield _WORKAROUNDS[pain.grades.workaround]


def _decided(decision: Decision | None, masked: Callable[[str], str]) -> Iterator[str]:
    if decision is not None:
        reason = f": {fitted(masked(decision.reason), LONGEST_LINE)}" if decision.reason else ""
        yield f"{CHOICES[decision.choice]}{reason}"
        if decision.review_on is not None:
            yield say("It is to be looked at again on {review_on}.", review_on=day_in_words(decision.review_on))


def _promised(promises: Sequence[Commitment], masked: Callable[[str], str]) -> Iterator[str]:
    for each in promises:
        due = say("by {due_on}, ", due_on=day_in_words(each.due_on)) if each.due_on else ""
        yield f"{fitted(masked(each.text), LONGEST_LINE)} ({due}{PROMISES[each.state]})"
