"""What Shadow records and what it never does: one page for a works council, made from what the program knows of itself.

Every sentence here is held true by `tests/usecases/test_statement.py`: a new kind of record, a figure that is
grouped by a person, or a longer time of retention changes the page or fails a test.
"""

from __future__ import annotations

from datetime import datetime

from shadow_app.domain.kinds import KINDS
from shadow_app.domain.language import mark, say
from shadow_app.insight.small_cells import FEWEST
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.storage import keys
from shadow_app.storage.devices import devices
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.retention import NAMES_DAYS, months_kept

ABOUT_VISITS = mark("About a visit")
ABOUT_IT = mark("About IT and its services")
ABOUT_BUSINESS = mark("About the business")
ABOUT_PROGRAM = mark("About the program’s own use")

RECORDED: dict[str, tuple[str, str]] = {
    "organisation": (ABOUT_BUSINESS, mark("firms")),
    "business_unit": (ABOUT_BUSINESS, mark("units")),
    "site": (ABOUT_BUSINESS, mark("sites")),
    "role": (ABOUT_BUSINESS, mark("kinds of work (roles)")),
    "role_population": (ABOUT_BUSINESS, mark("how many people hold a role, their shift and an average rate")),
    "business_step": (ABOUT_BUSINESS, mark("steps of the work")),
    "contact": (ABOUT_BUSINESS, mark("contacts who agreed to be asked")),
    "conversation": (ABOUT_BUSINESS, mark("what was asked and said in talks with them")),
    "site_update": (ABOUT_BUSINESS, mark("what a site was told")),
    "service": (ABOUT_IT, mark("the catalogue of services")),
    "assumed_ranking": (ABOUT_IT, mark("what IT believed to be important")),
    "weights": (ABOUT_IT, mark("the weights of the score")),
    "pain_point": (ABOUT_IT, mark("pain points made of notes")),
    "pain_point_member": (ABOUT_IT, mark("which notes stand behind them")),
    "decision": (ABOUT_IT, mark("decisions")),
    "follow_up": (ABOUT_IT, mark("what was measured afterwards")),
    "commitment": (ABOUT_IT, mark("promises")),
    "feedback": (ABOUT_IT, mark("what the service desk was told")),
    "ticket_count": (ABOUT_IT, mark("how many tickets a service had")),
    "snapshot": (ABOUT_IT, mark("locked rankings, numbers only")),
    "edition": (ABOUT_IT, mark("released reports")),
    "visit": (ABOUT_VISITS, mark("place, role, day and hours, focus, safety, a short summary")),
    "host": (ABOUT_VISITS, mark("a pseudonym for the person visited, such as “Driver 2”")),
    "consent": (ABOUT_VISITS, mark("what that person agreed to: notes, quotes, photos")),
    "observation": (ABOUT_VISITS, mark("notes on what got in the way of the work, and what works well")),
    "guide_answer": (ABOUT_VISITS, mark("answers to prepared questions")),
    "activity": (ABOUT_VISITS, mark("times of waiting and working around, started and stopped by hand")),
    "service_tag": (ABOUT_VISITS, mark("which IT service a note is about")),
    "attachment": (ABOUT_VISITS, mark("photos, without place and camera data; voice notes")),
    "stated_importance": (ABOUT_VISITS, mark("how important and how good people find a service")),
    "shadower": (ABOUT_PROGRAM, mark("IT people’s names and teams")),
    "programme": (ABOUT_PROGRAM, mark("the programme’s goals")),
    "target": (ABOUT_PROGRAM, mark("how many visits a team aims at")),
    "saved_filter": (ABOUT_PROGRAM, mark("searches that somebody kept")),
    "introduction": (ABOUT_PROGRAM, mark("which laptops belong to the team")),
    "revocation": (ABOUT_PROGRAM, mark("which laptops do so no longer")),
}
"""Kind of record → under which heading the page names it, and in which words."""

NEVER: tuple[str, ...] = (
    mark("It computes no figure, score, rank or comparison of any person of the business."),
    mark(
        "Of people it counts two things: how long each of IT’s own has been out, and how often IT talked to a contact."
    ),
    mark("It is not used to assess individuals; no list, report or export is grouped by the person visited."),
    mark(
        "It records no video, screen, key strokes or position; sound only as a voice note to which the person agreed."
    ),
    mark("It watches nothing by itself: each line, photo and voice note is made by the person on the visit."),
    mark("It takes nothing from personnel, time or telephone systems; of tickets it takes sums per service."),
    mark("It sends nothing to its makers or to anybody else; there is no account and no telemetry."),
)

_WHY = mark(
    "IT people spend a day where their customers work and write down what IT costs them. This page says what becomes "
    "of those notes. It is made by the program, from what this copy of it is set to."
)
_NO_SERVER = mark(
    "IT people of the programme and their leads, on their own laptops; there is no central server unless the firm runs "
    "one itself."
)
_MASKED = mark(
    "What is released or exported holds accepted notes only; a visit’s draft, marked as one, holds those that still "
    "wait. All of it is masked: names, telephone numbers, e-mail addresses and number plates become words in brackets, "
    "and where fewer than {fewest} people hold a role the wider group and the month are told."
)

Facts = tuple[tuple[str, str], ...]


def statement(store: Store, made_on: datetime) -> Leaflet:
    """The page as it is true of this store today."""
    months = months_kept(store)
    with store.reading() as read:
        others = len(devices(read))
    return Leaflet(
        kind=say("For the works council and everybody who is visited"),
        title=say("What Shadow records and what it never does"),
        place=(say(_WHY),),
        facts=(
            (say("As of"), day_in_words(made_on)),
            (say("Visits kept for"), say("{months:|month|months}", months=months)),
            (say("Laptops that exchange"), str(others + 1)),
            (say("Smallest group told"), say("{fewest:|person|people}", fewest=FEWEST)),
        ),
        made_on=made_on,
        sections=(
            Section(say("What it never does"), lines=_lines(*(say(each) for each in NEVER))),
            Section(
                say("What it records"), say("Nothing else is kept; fields can be left empty, and most are."), recorded()
            ),
            _consent(),
            _readers(store, others),
            _keeping(months),
            _names(),
        ),
    )


def recorded() -> Facts:
    """What is kept, by heading, in the order of the page; only kinds that this version has."""
    told: dict[str, list[str]] = {each: [] for each in (ABOUT_VISITS, ABOUT_IT, ABOUT_BUSINESS, ABOUT_PROGRAM)}
    for kind in KINDS:
        heading, words = RECORDED[kind.kind_name]
        told[heading].append(say(words))
    return tuple((f"{say(heading)}: {', '.join(words)}.", "") for heading, words in told.items())


def _consent() -> Section:
    return Section(
        say("You decide"),
        lines=_lines(
            say("Notes, quotes and photos are agreed to one by one, before the visit; quotes and photos need a yes."),
            (
                say(
                    "Each yes can be taken back at any time. From then on no list, report or export shows it, and "
                    "reports that were released lose their content; their date and a check sum stay, and a new edition "
                    "says so."
                )
            ),
            say("At the end of a visit you hear what was written and can correct or withdraw every note."),
            say("“Off the record” stops all writing; only “paused 6 min” stays."),
        ),
    )


def _readers(store: Store, others: int) -> Section:
    lines = [
        say(_NO_SERVER),
        " ".join((say("The store is one encrypted file."), *_protection(store))),
        say(_MASKED, fewest=FEWEST),
    ]
    if others:
        lines.append(say("This copy exchanges changes with {others:|other|others}, signed by each.", others=others))
    return Section(say("Who can read it"), lines=_lines(*lines))


def _protection(store: Store) -> tuple[str, ...]:
    """What opens it; nothing where its key file is not at hand."""
    return keys.describe(store.path) if keys.key_path(store.path).exists() else ()


def _keeping(months: int) -> Section:
    return Section(
        say("How long it is kept"),
        lines=_lines(
            say(
                "What was noted on a visit is kept for {months:|month|months}; then the lead is reminded, sees what "
                "would go, and erases it. Of a ranking that was locked the numbers stay.",
                months=months,
            ),
            say(
                "A visit, or everything about a person, can be erased at any time, on every laptop; a receipt says "
                "what went and which laptops have confirmed it, and holds no content."
            ),
            say("A person can be handed a copy of everything that is held about them."),
        ),
    )


def _names() -> Section:
    return Section(
        say("Names"),
        lines=_lines(
            say(
                "Notes carry a pseudonym. Who it stands for is known only on the computer of whoever "
                "arranged the visit, in a list that no segment, report or export holds; it can be forgotten "
                "at any time, and is listed to be forgotten {names_days:|day|days} after the visit’s report was "
                "released.",
                names_days=NAMES_DAYS,
            ),
            say("While somebody types, words that look like a name, a number or an address are marked."),
        ),
    )


def _lines(*words: str) -> Facts:
    return tuple((each, "") for each in words)
