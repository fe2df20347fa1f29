"""What Shadow records and what it never does: one page for a works council, made from what the program knows of itself.

Every sentence here is held true by `tests/usecases/test_statement.py`: a new kind of record, a figure that is
grouped by a person, or a longer time of retention changes the page or fails a test.
"""

from __future__ import annotations

from datetime import datetime

from shadow_app.domain.kinds import KINDS
from shadow_app.insight.small_cells import FEWEST
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.storage import keys
from shadow_app.storage.devices import devices
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.retention import NAMES_DAYS, months_kept

ABOUT_VISITS = "About a visit"
ABOUT_IT = "About IT and its services"
ABOUT_BUSINESS = "About the business"
ABOUT_PROGRAM = "About the program’s own use"

RECORDED: dict[str, tuple[str, str]] = {
    "organisation": (ABOUT_BUSINESS, "firms"),
    "business_unit": (ABOUT_BUSINESS, "units"),
    "site": (ABOUT_BUSINESS, "sites"),
    "role": (ABOUT_BUSINESS, "kinds of work (roles)"),
    "role_population": (ABOUT_BUSINESS, "how many people hold a role, their shift and an average rate"),
    "business_step": (ABOUT_BUSINESS, "steps of the work"),
    "contact": (ABOUT_BUSINESS, "contacts who agreed to be asked"),
    "conversation": (ABOUT_BUSINESS, "what was asked and said in talks with them"),
    "site_update": (ABOUT_BUSINESS, "what a site was told"),
    "service": (ABOUT_IT, "the catalogue of services"),
    "assumed_ranking": (ABOUT_IT, "what IT believed to be important"),
    "weights": (ABOUT_IT, "the weights of the score"),
    "pain_point": (ABOUT_IT, "pain points made of notes"),
    "pain_point_member": (ABOUT_IT, "which notes stand behind them"),
    "decision": (ABOUT_IT, "decisions"),
    "follow_up": (ABOUT_IT, "what was measured afterwards"),
    "commitment": (ABOUT_IT, "promises"),
    "feedback": (ABOUT_IT, "what the service desk was told"),
    "ticket_count": (ABOUT_IT, "how many tickets a service had"),
    "snapshot": (ABOUT_IT, "locked rankings, numbers only"),
    "edition": (ABOUT_IT, "released reports"),
    "visit": (ABOUT_VISITS, "place, role, day and hours, focus, safety, a short summary"),
    "host": (ABOUT_VISITS, "a pseudonym for the person visited, such as “Driver 2”"),
    "consent": (ABOUT_VISITS, "what that person agreed to: notes, quotes, photos"),
    "observation": (ABOUT_VISITS, "notes on what got in the way of the work, and what works well"),
    "guide_answer": (ABOUT_VISITS, "answers to prepared questions"),
    "activity": (ABOUT_VISITS, "times of waiting and working around, started and stopped by hand"),
    "service_tag": (ABOUT_VISITS, "which IT service a note is about"),
    "attachment": (ABOUT_VISITS, "photos, without place and camera data; voice notes"),
    "stated_importance": (ABOUT_VISITS, "how important and how good people find a service"),
    "shadower": (ABOUT_PROGRAM, "IT people’s names and teams"),
    "programme": (ABOUT_PROGRAM, "the programme’s goals"),
    "target": (ABOUT_PROGRAM, "how many visits a team aims at"),
    "saved_filter": (ABOUT_PROGRAM, "searches that somebody kept"),
    "introduction": (ABOUT_PROGRAM, "which laptops belong to the team"),
    "revocation": (ABOUT_PROGRAM, "which laptops do so no longer"),
}
"""Kind of record → under which heading the page names it, and in which words."""

NEVER: tuple[str, ...] = (
    "It computes no figure, score, rank or comparison of any person of the business.",
    "Of people it counts two things: how long each of IT’s own has been out, and how often IT talked to a contact.",
    "It is not used to assess individuals; no list, report or export is grouped by the person visited.",
    "It records no video, screen, key strokes or position; sound only as a voice note to which the person agreed.",
    "It watches nothing by itself: each line, photo and voice note is made by the person on the visit.",
    "It takes nothing from personnel, time or telephone systems; of tickets it takes sums per service.",
    "It sends nothing to its makers or to anybody else; there is no account and no telemetry.",
)

_WHY = (
    "IT people spend a day where their customers work and write down what IT costs them. This page says",
    "what becomes of those notes. It is made by the program, from what this copy of it is set to.",
)
_NO_SERVER = (
    "IT people of the programme and their leads, on their own laptops; there is no central server unless the firm runs "
    "one itself."
)
_MASKED = (
    "Reports and exports hold accepted notes only, masked: names, telephone numbers, e-mail addresses and number "
    f"plates become words in brackets, and where fewer than {FEWEST} people hold a role the wider group and the month "
    "are told."
)

Facts = tuple[tuple[str, str], ...]


def statement(store: Store, made_on: datetime) -> Leaflet:
    """The page as it is true of this store today."""
    months = months_kept(store)
    with store.reading() as read:
        others = len(devices(read))
    return Leaflet(
        kind="For the works council and everybody who is visited",
        title="What Shadow records and what it never does",
        place=_WHY,
        facts=(
            ("As of", day_in_words(made_on)),
            ("Visits kept for", f"{months} months"),
            ("Laptops that exchange", str(others + 1)),
            ("Smallest group told", f"{FEWEST} people"),
        ),
        made_on=made_on,
        sections=(
            Section("What it never does", lines=_lines(*NEVER)),
            Section("What it records", "Nothing else is kept; fields can be left empty, and most are.", recorded()),
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
        told[heading].append(words)
    return tuple((f"{heading}: {', '.join(words)}.", "") for heading, words in told.items())


def _consent() -> Section:
    return Section(
        "You decide",
        lines=_lines(
            "Notes, quotes and photos are agreed to one by one, before the visit; quotes and photos need a yes.",
            (
                "Each yes can be taken back at any time. From then on no list, report or export shows it, and reports "
                "that were released lose their content; their date and a check sum stay, and a new edition says so."
            ),
            "At the end of a visit you hear what was written and can correct or withdraw every note.",
            "“Off the record” stops all writing; only “paused 6 min” stays.",
        ),
    )


def _readers(store: Store, others: int) -> Section:
    lines = [
        _NO_SERVER,
        " ".join(("The store is one encrypted file.", *_protection(store))),
        _MASKED,
    ]
    if others:
        lines.append(f"This copy exchanges changes with {others} other{'s' if others > 1 else ''}, signed by each.")
    return Section("Who can read it", lines=_lines(*lines))


def _protection(store: Store) -> tuple[str, ...]:
    """What opens it; nothing where its key file is not at hand."""
    return keys.describe(store.path) if keys.key_path(store.path).exists() else ()


def _keeping(months: int) -> Section:
    return Section(
        "How long it is kept",
        lines=_lines(
            f"What was noted on a visit is kept for {months} months; then the lead is reminded, sees what would go, "
            "and erases it. Of a ranking that was locked the numbers stay.",
            "A visit, or everything about a person, can be erased at any time, on every laptop; a receipt says what "
            "went and which laptops have confirmed it, and holds no content.",
            "A person can be handed a copy of everything that is held about them.",
        ),
    )


def _names() -> Section:
    return Section(
        "Names",
        lines=_lines(
            "Notes carry a pseudonym. Who it stands for is known only on the computer of whoever arranged the visit, "
            "in a list that no segment, report or export holds; it can be forgotten at any time, and is listed to be "
            f"forgotten {NAMES_DAYS} days after the visit’s report was released.",
            "While somebody types, words that look like a name, a number or an address are marked.",
        ),
    )


def _lines(*words: str) -> Facts:
    return tuple((each, "") for each in words)
