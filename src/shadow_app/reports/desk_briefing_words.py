"""The sentences of the service-desk briefing, the same on paper and in Markdown."""

from __future__ import annotations

from shadow_app.domain.language import Labels, mark, say
from shadow_app.domain.vocabulary import Choice, Workaround
from shadow_app.reports import amounts, wording
from shadow_app.reports.desk_briefing import DeskBriefing, DeskEntry, ToldDesk
from shadow_app.reports.you_said_words import about, ended, promised

NOTHING = mark("There is no open pain here that the desk would have to know of.")
SILENT = mark("They do not ring about this")
UNASKED = mark("Nobody has asked yet whether they ring about it.")
GOOD = Labels(
    {
        Workaround.CLUMSY: mark("clumsy, but it works"),
        Workaround.GOOD: mark("works well"),
    }
)


def rings(entry: DeskEntry) -> str:
    """What they call it when they ring."""
    words = wording.joined(tuple(wording.quoted(word) for word in entry.rings_as), 6)
    return say("They say {words}", words=words) if words else say("They call it {service}", service=entry.service)


def where(entry: DeskEntry) -> str:
    """The places, by name."""
    return wording.joined(entry.places, 4) or say("no place is known")


def cost(entry: DeskEntry) -> str:
    """What it costs the people there in a year, with its range."""
    if not entry.minutes_known:
        return say("minutes not known")
    hours = say("{hours:|hour|hours} a year", hours=amounts.hours(amounts.about(entry.hours.value)))
    return " · ".join(part for part in (hours, wording.likely(about(entry.hours))) if part)


def harm(entry: DeskEntry) -> str:
    """What follows from it, and what is at stake."""
    return " ".join(ended(words) for words in (entry.consequence, entry.stake) if words)


def silence(entry: DeskEntry) -> str:
    """How much of it never reaches the desk, and why."""
    silent = entry.silent
    if silent.share is None:
        return say(UNASKED)
    never, asked = amounts.grouped(silent.never), amounts.grouped(silent.asked)
    if not silent.telling:
        return say("Too few were asked to tell: {never} of {asked:|time|times} not reported.", never=never, asked=asked)
    if not silent.never:
        return say("They report it: all {asked:|time|times} that we asked about.", asked=asked)
    why = say(" Why not: {list}", list=" ".join(ended(words) for words in silent.reasons[:2])) if silent.reasons else ""
    if never == asked:
        return say("Never reported, {never:|time|times} out of {asked}.{why}", never=never, asked=asked, why=why)
    return say("{never} of {asked:|time|times} not reported.{why}", never=never, asked=asked, why=why)


def meanwhile(entry: DeskEntry) -> str:
    """What helps until it is mended."""
    grade = entry.workaround_grade
    # A grade of "none" beside something that people do would contradict it, so it has no words.
    how_well = GOOD.get(grade, "") if grade else ""
    if entry.workaround:
        return ended(entry.workaround) + (f" ({how_well[:1].upper()}{how_well[1:]}.)" if how_well else "")
    if how_well:
        return say("There is a way round ({how_well}), but nobody has noted which.", how_well=how_well)
    return say("No way round is known.") if grade else say("Nothing was noted that helps meanwhile.")


def answers(entry: DeskEntry) -> list[str]:
    """What to tell them: promises first, else the decision."""
    lines = [ended(promised(given)) for given in entry.promises]
    if entry.back:
        lines.insert(0, say("It was thought to be done and has been seen again."))
    if entry.choice is Choice.DEFER:
        until = say(" until {day}", day=amounts.day(entry.review_on)) if entry.review_on else say("; no date is set")
        lines.append(say("It has to wait{until}.{why}", until=until, why=_why(entry)))
    elif entry.choice is Choice.DECLINE:
        lines.append(say("It will not be changed.{why}", why=_why(entry)))
    elif entry.choice is Choice.DO and not entry.promises:
        lines.append(say("It will be done; no date is promised.{why}", why=_why(entry)))
    return lines or [say("Nothing is decided and nothing is promised: promise nothing.")]


def _why(entry: DeskEntry) -> str:
    return say(" Why: {reason}", reason=ended(entry.reason)) if entry.reason else ""


def talks(entry: DeskEntry) -> str:
    """Who talks to the business, and when next; who mends it is somebody else."""
    who = entry.engagement or say("Nobody yet")
    soon = say(", next on {day}", day=amounts.day(entry.next_contact)) if entry.next_contact else ""
    team = say(" · mended by {fixing_team}", fixing_team=entry.fixing_team) if entry.fixing_team else ""
    return f"{who}{soon}{team}"


def known(entry: DeskEntry) -> str:
    """Whether the desk was told, and whether it has acknowledged it."""
    if not entry.told:
        return say("The desk has not been told yet.")
    return _told(entry.told[-1])


def _told(told: ToldDesk) -> str:
    by = say(" by {by}", by=told.by) if told.by else ""
    how = f" ({told.channel})" if told.channel else ""
    first = say("Told on {day}{by}{how}", day=amounts.day(told.on), by=by, how=how)
    if told.acknowledged_on is None:
        return say("{first}, not acknowledged yet.", first=first)
    who = say(" by {acknowledged_by}", acknowledged_by=told.acknowledged_by) if told.acknowledged_by else ""
    return say("{first}, acknowledged on {day}{who}.", first=first, day=amounts.day(told.acknowledged_on), who=who)


def basis(report: DeskBriefing) -> str:
    """What the briefing rests on, and what is not in it."""
    if not report.visits:
        return say("Nobody has been out yet, so nothing here rests on anything seen.")
    said = [
        say(
            "From {visits}, {duration} in all.",
            visits=amounts.counted(report.visits, "visit|visits"),
            duration=amounts.duration(report.hours),
        )
    ]
    if report.unsorted:
        said.append(
            say(
                "{notes} not sorted into a pain point yet.",
                notes=amounts.counted(report.unsorted, "more note|more notes"),
            )
        )
    if report.unreviewed:
        said.append(
            say("{notes} behind this not reviewed yet.", notes=amounts.counted(report.unreviewed, "note|notes"))
        )
    return " ".join(said)
