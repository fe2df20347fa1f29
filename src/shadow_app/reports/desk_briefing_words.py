"""The sentences of the service-desk briefing, the same on paper and in Markdown."""

from __future__ import annotations

from shadow_app.domain.vocabulary import Choice, Workaround
from shadow_app.reports import amounts, wording
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry, ToldDesk
from shadow_app.reports.you_said_words import about, ended, promised

NOTHING = "There is no open pain here that the desk would have to know of."
SILENT = "They do not ring about this"
UNASKED = "Nobody has asked yet whether they ring about it."
GOOD = {
    Workaround.CLUMSY: "clumsy, but it works",
    Workaround.GOOD: "works well",
}


def rings(entry: DeskEntry) -> str:
    """What they call it when they ring."""
    words = wording.joined(tuple(f"“{word}”" for word in entry.rings_as), 6)
    return f"They say {words}" if words else f"They call it {entry.service}"


def where(entry: DeskEntry) -> str:
    """The places, by name."""
    return wording.joined(entry.places, 4) or "no place is known"


def cost(entry: DeskEntry) -> str:
    """What it costs the people there in a year, with its range."""
    if not entry.minutes_known:
        return "minutes not known"
    hours = f"{amounts.hours(amounts.about(entry.hours.value))} hours a year"
    return " · ".join(part for part in (hours, wording.likely(about(entry.hours))) if part)


def harm(entry: DeskEntry) -> str:
    """What follows from it, and what is at stake."""
    return " ".join(ended(words) for words in (entry.consequence, entry.stake) if words)


def silence(entry: DeskEntry) -> str:
    """How much of it never reaches the desk, and why."""
    silent = entry.silent
    if silent.share is None:
        return UNASKED
    never, asked = amounts.grouped(silent.never), amounts.grouped(silent.asked)
    if not silent.telling:
        return f"Too few were asked to tell: {never} of {asked} times not reported."
    if not silent.never:
        return f"They report it: all {asked} times that we asked about."
    why = f" Why not: {' '.join(ended(words) for words in silent.reasons[:2])}" if silent.reasons else ""
    if never == asked:
        return f"Never reported, {never} times out of {asked}.{why}"
    return f"{never} of {asked} times not reported.{why}"


def meanwhile(entry: DeskEntry) -> str:
    """What helps until it is mended."""
    grade = entry.workaround_grade
    # A grade of "none" beside something that people do would contradict it, so it has no words.
    how_well = GOOD.get(grade, "") if grade else ""
    if entry.workaround:
        return ended(entry.workaround) + (f" ({how_well[:1].upper()}{how_well[1:]}.)" if how_well else "")
    if how_well:
        return f"There is a way round ({how_well}), but nobody has noted which."
    return "No way round is known." if grade else "Nothing was noted that helps meanwhile."


def answers(entry: DeskEntry) -> list[str]:
    """What to tell them: promises first, else the decision."""
    lines = [ended(promised(given)) for given in entry.promises]
    if entry.back:
        lines.insert(0, "It was thought to be done and has been seen again.")
    if entry.choice is Choice.DEFER:
        until = f" until {amounts.day(entry.review_on)}" if entry.review_on else "; no date is set"
        lines.append(f"It has to wait{until}.{_why(entry)}")
    elif entry.choice is Choice.DECLINE:
        lines.append(f"It will not be changed.{_why(entry)}")
    elif entry.choice is Choice.DO and not entry.promises:
        lines.append(f"It will be done; no date is promised.{_why(entry)}")
    return lines or ["Nothing is decided and nothing is promised: promise nothing."]


def _why(entry: DeskEntry) -> str:
    return f" Why: {ended(entry.reason)}" if entry.reason else ""


def talks(entry: DeskEntry) -> str:
    """Who talks to the business, and when next; who mends it is somebody else."""
    who = entry.engagement or "Nobody yet"
    soon = f", next on {amounts.day(entry.next_contact)}" if entry.next_contact else ""
    team = f" · mended by {entry.fixing_team}" if entry.fixing_team else ""
    return f"{who}{soon}{team}"


def known(entry: DeskEntry) -> str:
    """Whether the desk was told, and whether it has acknowledged it."""
    if not entry.told:
        return "The desk has not been told yet."
    return _told(entry.told[-1])


def _told(told: ToldDesk) -> str:
    by = f" by {told.by}" if told.by else ""
    how = f" ({told.channel})" if told.channel else ""
    first = f"Told on {amounts.day(told.on)}{by}{how}"
    if told.acknowledged_on is None:
        return f"{first}, not acknowledged yet."
    who = f" by {told.acknowledged_by}" if told.acknowledged_by else ""
    return f"{first}, acknowledged on {amounts.day(told.acknowledged_on)}{who}."


def basis(report: DeskBriefing) -> str:
    """What the briefing rests on, and what is not in it."""
    if not report.visits:
        return "Nobody has been out yet, so nothing here rests on anything seen."
    said = [f"From {amounts.counted(report.visits, 'visit')}, {amounts.duration(report.hours)} in all."]
    if report.unsorted:
        said.append(f"{amounts.counted(report.unsorted, 'more note')} not sorted into a pain point yet.")
    if report.unreviewed:
        said.append(f"{amounts.counted(report.unreviewed, 'note')} behind this not reviewed yet.")
    return " ".join(said)
