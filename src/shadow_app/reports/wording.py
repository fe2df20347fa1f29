"""The domain's words in plain English, for people who do not care what a CMS is called (`domain.md` §1 R6, R7)."""

from __future__ import annotations

from shadow_app.domain.vocabulary import (
    CommitmentState,
    DayTypicality,
    EvidenceGrade,
    HostSelection,
    Kind,
    Lane,
    Participation,
    SiteType,
)
from shadow_app.reports import amounts
from shadow_app.reports.parts import Estimate, EvidenceMarks, Sureness

KINDS = {
    Kind.PAIN: "Pain",
    Kind.WORKAROUND: "Workaround",
    Kind.WAIT: "Wait",
    Kind.NEED: "Need",
    Kind.POSITIVE: "Works well",
    Kind.QUESTION: "Question",
    Kind.CONTEXT: "Context",
}
LANES = {
    Lane.DAMAGING: "Damages the business",
    Lane.TIME_CRITICAL: "Cannot wait",
    Lane.PLAN: "Plan it",
    Lane.DEFERRABLE: "Can wait",
}
PARTICIPATION = {
    Participation.WATCHED: "watched",
    Participation.HELPED: "helped",
    Participation.DID: "did the job",
}
TYPICALITY = {
    DayTypicality.QUIET: "quiet",
    DayTypicality.TYPICAL: "typical",
    DayTypicality.BUSY: "busy",
    DayTypicality.ABNORMAL: "abnormal",
}
HOSTS = {
    HostSelection.VOLUNTEER: "volunteer",
    HostSelection.MANAGERS_PICK: "manager’s pick",
    HostSelection.RANDOM: "by lot",
}
SITES = {
    SiteType.HUB: "hub",
    SiteType.DEPOT: "depot",
    SiteType.OFFICE: "office",
    SiteType.CONTACT_CENTRE: "contact centre",
    SiteType.SHOP: "shop",
    SiteType.OTHER: "site",
}
PROMISES = {
    CommitmentState.OPEN: "open",
    CommitmentState.KEPT: "kept",
    CommitmentState.DROPPED: "dropped",
}
_MARKS = '“”„«»"‟'
_GRADES = {EvidenceGrade.SOLID: "solid evidence", EvidenceGrade.EMERGING: "first evidence"}


def evidence(marks: EvidenceMarks) -> str:
    """`9 notes · 3 visits · 2 told · solid evidence`; an anecdote says how little there is."""
    facts = [amounts.counted(marks.notes, "note")]
    if marks.visits != 1 or not marks.thin:
        facts.append(amounts.counted(marks.visits, "visit"))
    if marks.told:
        facts.append("told, not seen" if not marks.seen else f"{marks.told} of them told")
    facts.append(grade(marks))
    return " · ".join(facts)


def notes_and_visits(marks: EvidenceMarks) -> str:
    """`9 notes, 3 visits\n2 of them told · solid evidence`: the same in two lines."""
    first = f"{amounts.counted(marks.notes, 'note')}, {amounts.counted(marks.visits, 'visit')}"
    return f"{first}\n{grade(marks)}" + (f" · {marks.told} told" if marks.told else "")


def grade(marks: EvidenceMarks) -> str:
    """`solid evidence`, `first evidence`, `one visit only`."""
    if not marks.thin:
        return _GRADES[marks.grade]
    return "one visit only" if marks.visits <= 1 else "a few notes only"


def likely(estimate: Estimate) -> str:
    """`likely 1 381–3 225`, or nothing."""
    shown = amounts.hours_range(estimate)
    return f"likely {shown}" if shown else ""


def quoted(words: str) -> str:
    """The words in typographic quotation marks, once."""
    bare = words.strip().strip(_MARKS)
    return f"“{bare}”"


def joined(names: tuple[str, ...], most: int = 8) -> str:
    """`Harbour depot, Midlands hub and 3 more`."""
    shown = list(names[:most])
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def how_sure(sure: Sureness) -> list[str]:
    """What the figures rest on, in sentences; observed minutes and extrapolated hours stand side by side."""
    if not sure.visits:
        return ["Nobody has been out yet, so nothing here rests on anything seen.", *sure.remarks]
    watched, year = amounts.minutes(sure.observed_minutes), sure.hours_a_year
    shown = amounts.hours_range(year)
    between = f", most likely between {shown.replace('–', ' and ')}" if shown else ""
    there = f"We were there for {amounts.duration(sure.hours)} on {amounts.counted(sure.visits, 'visit')}"
    counts = f"{amounts.counted(sure.seen, 'thing')} seen, {amounts.grouped(sure.told)} only told"
    carried = "Carried over to everybody and a whole year"
    return [
        f"{there}: {counts}.",
        f"We watched {watched} of work being lost. {carried} that is about {amounts.hours(year.value)} hours{between}.",
        *caveats(sure),
    ]


def caveats(sure: Sureness) -> list[str]:
    """How far the figures reach beyond what was seen."""
    said = []
    if sure.unvisited_share > 0:
        share = amounts.percent(sure.unvisited_share)
        said.append(f"{share} of the hours a year are carried over to sites where nobody has been.")
    if sure.coverage is not None:
        said.append(f"What we saw is {amounts.percent(sure.coverage)} of the hours worked in these roles in a year.")
    if sure.sites_not_visited:
        said.append(f"Not visited: {joined(sure.sites_not_visited)}.")
    return [*said, *sure.remarks]
