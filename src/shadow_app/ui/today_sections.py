"""What Today shows, as sections of entries that lead somewhere; words only, no widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.listing import VisitCard
from shadow_app.ui.dates import SHORT, WITH_WEEKDAY, day_words
from shadow_app.ui.plural import tr
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.usecases.today import Promised, Question, Today

translate = QCoreApplication.translate

MOST = 5


@dataclass(frozen=True)
class Goal:
    """Where an entry leads: a visit's tab, a page, or a question to answer."""

    visit_id: UUID | None = None
    tab: str = ""
    page: str = ""
    at: UUID | None = None
    """What the page is to show."""
    question: Question | None = None
    past_time: bool = False
    """To what is past its time of retention."""


@dataclass(frozen=True)
class Section:
    """A heading and its entries, and where each of them leads."""

    title: str
    entries: tuple[TwoLines, ...]
    goals: dict[object, Goal] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[TwoLines, ...]:
        """The first few; a page that lists everything is read by nobody."""
        return self.entries[:MOST]

    @property
    def hidden(self) -> int:
        """How many are left out."""
        return len(self.entries) - len(self.shown)


def sections(today: Today) -> list[Section]:
    """The sections that have something to say, most pressing first."""
    makers: tuple[Callable[[Today], Section], ...] = (
        _debriefs,
        _questions,
        _written_twice,
        _desk,
        _planned,
        _promises,
        _never_out,
    )
    return [section for maker in makers if (section := maker(today)).entries]


def about_visit(card: VisitCard, *, with_date: bool = True) -> str:
    """ "Driver · Thursday 12 November · Day round"."""
    parts = [card.role]
    if with_date:
        parts.append(day_words(card.visit.local_start, WITH_WEEKDAY))
    return "  ·  ".join(filter(None, (*parts, card.visit.shift)))


def _debriefs(today: Today) -> Section:
    entries = tuple(
        TwoLines(card.visit.id, card.site, "  ·  ".join(_debrief_words(today, card)), urgent=today.overdue(card))
        for card in today.debriefs
    )
    goals: dict[object, Goal] = {card.visit.id: Goal(card.visit.id, "debrief") for card in today.debriefs}
    return Section(translate("Today", "Debriefs waiting"), entries, goals)


def _debrief_words(today: Today, card: VisitCard) -> Iterator[str]:
    yield about_visit(card)
    open_notes = card.untagged + card.offers
    if open_notes:
        yield tr("%n note(s) to look at", "", open_notes)
    yield (
        translate("Today", "overdue")
        if today.overdue(card)
        else translate("Today", "due {when}").format(when=_when(card.visit.debrief_due, today.now))
    )


def _questions(today: Today) -> Section:
    entries = tuple(
        TwoLines(each.note_id, each.question, "  ·  ".join((each.site, " ".join(each.text.split()))))
        for each in today.questions
    )
    goals: dict[object, Goal] = {each.note_id: Goal(question=each) for each in today.questions}
    return Section(translate("Today", "Questions about your notes"), entries, goals)


def _written_twice(today: Today) -> Section:
    """One line for all of them: they are answered side by side on their own page."""
    number = today.written_twice
    if not number:
        return Section(translate("Today", "Written twice"), ())
    about = translate("Today", "two people wrote without knowing of each other; say which holds")
    entry = TwoLines("twice", tr("%n field(s) to be answered", "", number), about)
    return Section(translate("Today", "Written twice"), (entry,), {"twice": Goal(page="exchange")})


def _desk(today: Today) -> Section:
    """What waits for whoever leads."""
    duties, entries = today.duties, list[TwoLines]()
    goals: dict[object, Goal] = {}
    if count := duties.ready:
        entries.append(
            TwoLines(
                "ready",
                tr("%n note(s) to review", "", count),
                translate("Today", "handed in by their authors"),
            )
        )
        goals["ready"] = Goal(page="review")
    for waiting in duties.decisions:
        day = day_words(waiting.decision.review_on or today.now.date(), SHORT)
        about = translate("Today", "decided for now; to be looked at again since {day}").format(day=day)
        entries.append(TwoLines(waiting.decision.id, waiting.title, about))
        goals[waiting.decision.id] = Goal(page="pain_points", at=waiting.decision.pain_point_id)
    for edition in duties.editions:
        about = translate("Today", "edition {number} lost its content: release a new one").format(number=edition.number)
        entries.append(TwoLines(edition.id, edition.title, about, urgent=True))
        goals[edition.id] = Goal(page="reports", at=edition.id)
    if count := duties.past_time:
        about = translate("Today", "look at what would go; nothing goes by itself")
        entries.append(
            TwoLines(
                "past_time",
                tr("%n visit(s) past the time they are kept", "", count),
                about,
            )
        )
        goals["past_time"] = Goal(past_time=True)
    return Section(translate("Today", "At the desk"), tuple(entries), goals)


def _planned(today: Today) -> Section:
    entries = tuple(
        TwoLines(card.visit.id, card.site, f"{about_visit(card)}  ·  {_when(card.visit.starts_at, today.now)}")
        for card in today.planned
    )
    goals: dict[object, Goal] = {card.visit.id: Goal(card.visit.id, "prepare") for card in today.planned}
    return Section(translate("Today", "Visits to prepare"), entries, goals)


def _promises(today: Today) -> Section:
    here = today.now.astimezone().date()
    entries = tuple(
        TwoLines(each.commitment.id, each.commitment.text, _promise_words(each, here), urgent=_late(each, here))
        for each in today.promises
    )
    goals: dict[object, Goal] = {each.commitment.id: _goal_of(each) for each in today.promises}
    return Section(translate("Today", "What we promised"), entries, goals)


def _goal_of(promised: Promised) -> Goal:
    """To the visit on which it was given; a promise about a pain point to that."""
    about = promised.commitment.pain_point_id
    return Goal(promised.visit_id, "debrief") if promised.visit_id else Goal(page="pain_points", at=about)


def _promise_words(promised: Promised, here: date) -> str:
    due = promised.commitment.due_on
    parts = [promised.site, promised.commitment.owner or translate("Today", "nobody’s name on it")]
    if due is not None:
        day = day_words(due, SHORT)
        parts.append(
            translate("Today", "overdue since {day}").format(day=day)
            if due < here
            else translate("Today", "due {day}").format(day=day)
        )
    return "  ·  ".join(parts)


def _late(promised: Promised, here: date) -> bool:
    due = promised.commitment.due_on
    return due is not None and due < here


def _never_out(today: Today) -> Section:
    entries = tuple(
        TwoLines(each.id, each.name, each.team or translate("Today", "no team")) for each in today.never_out
    )
    goals: dict[object, Goal] = {each.id: Goal(page="programme") for each in today.never_out}
    return Section(translate("Today", "Never been out yet"), entries, goals)


def _when(moment: datetime, now: datetime) -> str:
    local = moment.astimezone()
    days = (local.date() - now.astimezone().date()).days
    if days == 0:
        return translate("Today", "today, {time}").format(time=f"{local:%H:%M}")
    if days == 1:
        return translate("Today", "tomorrow, {time}").format(time=f"{local:%H:%M}")
    return day_words(local, SHORT)
