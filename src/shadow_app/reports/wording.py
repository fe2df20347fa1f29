"""The domain's words in plain English, for people who do not care what a CMS is called (`domain.md` §1 R6, R7)."""

from __future__ import annotations

from shadow_app.domain.language import Labels, mark, say, sequence
from shadow_app.domain.vocabulary import CommitmentState, EvidenceGrade
from shadow_app.domain.words import PROMISES
from shadow_app.reports import amounts
from shadow_app.reports.parts import Estimate, EvidenceMarks, Promise, ReportState, SinceThen, Sureness

STATES = Labels(
    {
        ReportState.DRAFT: mark("draft"),
        ReportState.REVIEWED: mark("reviewed"),
        ReportState.RELEASED: mark("released"),
    }
)
_MARKS = '“”„«»"‟'
_GRADES = Labels({EvidenceGrade.SOLID: mark("solid evidence"), EvidenceGrade.EMERGING: mark("first evidence")})


def evidence(marks: EvidenceMarks) -> str:
    """`9 notes · 3 visits · 2 told · solid evidence`; an anecdote says how little there is."""
    facts = [amounts.counted(marks.notes, "note|notes")]
    if marks.visits != 1 or not marks.thin:
        facts.append(amounts.counted(marks.visits, "visit|visits"))
    if marks.told:
        facts.append(say("told, not seen") if not marks.seen else say("{told} of them told", told=marks.told))
    facts.append(grade(marks))
    return " · ".join(facts)


def notes_and_visits(marks: EvidenceMarks) -> str:
    """`9 notes, 3 visits\n2 of them told · solid evidence`: the same in two lines."""
    first = f"{amounts.counted(marks.notes, 'note|notes')}, {amounts.counted(marks.visits, 'visit|visits')}"
    return f"{first}\n{grade(marks)}" + (say(" · {told} told", told=marks.told) if marks.told else "")


def grade(marks: EvidenceMarks) -> str:
    """`solid evidence`, `first evidence`, `one visit only`."""
    if not marks.thin:
        return _GRADES[marks.grade]
    return say("one visit only") if marks.visits <= 1 else say("a few notes only")


def likely(estimate: Estimate) -> str:
    """`likely 1 381–3 225`, or nothing."""
    shown = amounts.hours_range(estimate)
    return say("likely {shown}", shown=shown) if shown else ""


def quoted(words: str) -> str:
    """The words in typographic quotation marks, once."""
    bare = words.strip().strip(_MARKS)
    return say("“{bare}”", bare=bare)


def joined(names: tuple[str, ...], most: int = 8) -> str:
    """`Harbour depot, Midlands hub and 3 more`."""
    shown = list(names[:most])
    if len(names) > most:
        return say("{list} and {names} more", list=", ".join(shown), names=len(names) - most)
    return sequence(shown)


def how_sure(sure: Sureness) -> list[str]:
    """What the figures rest on, in sentences; observed minutes and extrapolated hours stand side by side."""
    if not sure.visits:
        return [say("Nobody has been out yet, so nothing here rests on anything seen."), *sure.remarks]
    watched, year = amounts.minutes(sure.observed_minutes), sure.hours_a_year
    shown = amounts.hours_range(year)
    between = say(", most likely between {shown}", shown=shown.replace("–", say(" and "))) if shown else ""
    there = say(
        "We were there for {duration} on {visits}",
        duration=amounts.duration(sure.hours),
        visits=amounts.counted(sure.visits, "visit|visits"),
    )
    counts = say(
        "{things} seen, {grouped} only told",
        things=amounts.counted(sure.seen, "thing|things"),
        grouped=amounts.grouped(sure.told),
    )
    carried = say("Carried over to everybody and a whole year")
    return [
        f"{there}: {counts}.",
        say(
            "We watched {watched} of work being lost. {carried} that is about {hours:|hour|hours}{between}.",
            watched=watched,
            carried=carried,
            hours=amounts.hours(year.value),
            between=between,
        ),
        *caveats(sure),
    ]


def caveats(sure: Sureness) -> list[str]:
    """How far the figures reach beyond what was seen."""
    said = []
    if sure.unvisited_share > 0:
        share = amounts.percent(sure.unvisited_share)
        said.append(say("{share} of the hours a year are carried over to sites where nobody has been.", share=share))
    if sure.coverage is not None:
        said.append(
            say(
                "What we saw is {percent} of the hours worked in these roles in a year.",
                percent=amounts.percent(sure.coverage),
            )
        )
    if sure.sites_not_visited:
        said.append(say("Not visited: {sites_not_visited}.", sites_not_visited=joined(sure.sites_not_visited)))
    return [*said, *sure.remarks]


def terms(promise: Promise) -> str:
    """Who, by when, and how the business will hear of it."""
    due = say("by {day}", day=amounts.day(promise.due)) if promise.due else say("no date yet")
    told = say("you will hear: {how_told}", how_told=promise.how_told) if promise.how_told else ""
    state = "" if promise.state is CommitmentState.OPEN else PROMISES[promise.state]
    return " · ".join(part for part in (promise.owner or say("nobody named yet"), due, told, state) if part)


def did(since: SinceThen) -> str:
    """What was done, when, and what it brought where that was measured."""
    when_ = amounts.day(since.when) if since.when else ""
    measured = ""
    if since.minutes_before is not None and since.minutes_after is not None:
        before, after = amounts.minutes(since.minutes_before), amounts.minutes(since.minutes_after)
        measured = say("measured again: {before} before, {after} now", before=before, after=after)
    return " · ".join(part for part in (since.did or say("nothing yet"), when_, measured) if part)
