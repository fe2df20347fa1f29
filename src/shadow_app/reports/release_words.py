"""The sentences of "did the release help?", the same on paper and in Markdown."""

from __future__ import annotations

from shadow_app.domain.language import Labels, current, lowered, mark, say
from shadow_app.insight.before_after import Verdict
from shadow_app.reports import amounts, wording
from shadow_app.reports.release import Changed, NewPain, ReleaseReport, Side
from shadow_app.reports.you_said_words import number

VERDICTS = Labels(
    {
        Verdict.BETTER: mark("Better"),
        Verdict.WORSE: mark("Worse"),
        Verdict.NOT_YET_PROVEN: mark("Not proven yet"),
        Verdict.NOT_MEASURED: mark("Not compared"),
    }
)
NO_PAINS = mark("No pain point of these people is known yet, so there is nothing to compare.")
NOTHING_NEW = mark("Nothing was met since that had not been met before.")
NO_PRAISE = mark("Nothing was noted that works especially well since.")


def headline(report: ReleaseReport) -> str:
    """The finding, in a sentence."""
    release, within = report.release or say("The release"), report.release or say("the release")
    where = (
        say("the {people} of {site}", people=people(report), site=report.strip.site)
        if report.people
        else report.strip.site
    )
    better, worse = report.given_back, report.newly_lost
    if better and worse:
        lost = say("takes {hours} elsewhere", hours=_hours(worse))
        return say(
            "{release} gives {where} {hours:|hour|hours} a year back and {lost}.",
            release=release,
            where=where,
            hours=_hours(better),
            lost=lost,
        )
    if better:
        return say(
            "{release} gives {where} about {hours:|hour|hours} a year back.",
            release=release,
            where=where,
            hours=_hours(better),
        )
    if worse:
        return say(
            "{release} costs {where} about {hours:|hour|hours} a year more.",
            release=release,
            where=where,
            hours=_hours(worse),
        )
    if report.of(Verdict.NOT_YET_PROVEN):
        return say("Whether {within} helped {where} is not proven yet.", within=within, where=where)
    if not report.before.visits:
        return say(
            "Nobody had been with {where} before {within}, so nothing can be compared.", where=where, within=within
        )
    return say(
        "There is nothing to compare yet at {site} before and after {within}.", site=report.strip.site, within=within
    )


def people(report: ReleaseReport) -> str:
    """`drivers`, or `people in operations` where a group stands for a role that few hold."""
    who = lowered(report.strip.role.strip())
    if report.strip.month_only:
        return say("staff") if who == say("staff") else say("people in {who}", who=who)
    if not current().english:
        return who  # Other languages do not make a plural by a letter at the end.
    return who if who.endswith("s") else f"{who}s"


def lead(report: ReleaseReport) -> str:
    """What stands behind it: both sides, and how many pains moved."""
    since = (
        say(" on {day}", day=amounts.day(report.released_on))
        if report.released_on and not report.strip.month_only
        else ""
    )
    before, after = _there(report.before), _there(report.after)
    said = [say("{release} came{since}.", release=report.release or say("The release"), since=since)] if since else []
    said.append(say("We were there {before} before it and {after} since.", before=before, after=after))
    verdicts = [
        (len(report.of(Verdict.BETTER)), say("got better")),
        (len(report.of(Verdict.WORSE)), say("got worse")),
        (len(report.of(Verdict.NOT_YET_PROVEN)), say("moved no more than chance could move it")),
        (len(report.of(Verdict.NOT_MEASURED)), say("cannot be compared")),
    ]
    found = [say("{count} {words}", count=number(count), words=words) for count, words in verdicts if count]
    if len(report.changed) == 1:
        said.append(say("The one known pain {words}.", words=next(words for count, words in verdicts if count)))
    elif found:
        said.append(
            say(
                "Of {pains}, {found}.",
                pains=amounts.counted(len(report.changed), "known pain|known pains"),
                found=wording.joined(tuple(found)),
            )
        )
    return " ".join(said)


def _there(side: Side) -> str:
    if not side.visits:
        return say("on no visit")
    return say(
        "for {duration} on {visits}",
        duration=amounts.duration(side.shadowed),
        visits=amounts.counted(side.visits, "visit|visits"),
    )


def rates(changed: Changed) -> str:
    """How often, before and since, with the counts behind it."""
    before, after = _rate(changed.before), _rate(changed.after)
    if before and after:
        return say("{before} before, {after} since", before=before, after=after)
    return (
        say("{before} before; nobody has looked since", before=before)
        if before
        else say("{after} since; nobody had looked before", after=after)
    )


def _rate(side: Side) -> str:
    if side.per_hour is None:
        return ""
    times = amounts.grouped(side.seen)
    return say(
        "{per_hour:.2g|time|times} an hour ({times} in {duration})",
        per_hour=side.per_hour,
        times=times,
        duration=amounts.duration(side.shadowed),
    )


def minutes(changed: Changed) -> str:
    """The minutes each time, before and since."""
    before, after = changed.before.minutes, changed.after.minutes
    if before is None and after is None:
        return say("minutes not known")
    if after is None or not changed.after.seen:
        return (
            say("{minutes} each time before", minutes=amounts.minutes(before))
            if before is not None
            else say("minutes not known")
        )
    if before is None:
        return say("{minutes} each time since", minutes=amounts.minutes(after))
    return say(
        "{minutes} each time before, {minutes_2} since",
        minutes=amounts.minutes(before),
        minutes_2=amounts.minutes(after),
    )


def verdict(changed: Changed) -> str:
    """What it brought, and how sure that is."""
    back = changed.given_back
    if changed.verdict is Verdict.NOT_MEASURED:
        return say("Seen on one side only")
    if changed.verdict is Verdict.BETTER:
        return say("{hours:|hour|hours} a year given back", hours=_hours(back.value))
    if changed.verdict is Verdict.WORSE:
        return say("{hours:|hour|hours} a year newly lost", hours=_hours(-back.value))
    if not changed.before.hours.value and not changed.after.hours.value:
        return say("Hours not known: nobody noted minutes")
    if _hours(abs(back.value)) == "0":
        return say("As much as before")
    words = say("fewer") if back.value > 0 else say("more")
    return say("{hours:|hour|hours} a year {words}, if it holds", hours=_hours(abs(back.value)), words=words)


def sure(changed: Changed) -> str:
    """The least and the most that the ranges allow, and what that means."""
    low, high = changed.given_back.low, changed.given_back.high
    if changed.verdict is Verdict.NOT_MEASURED or low is None or high is None or low == high:
        return ""
    if changed.verdict is Verdict.WORSE:
        low, high = -high, -low
    chance = say(": it could be chance") if changed.verdict is Verdict.NOT_YET_PROVEN else ""
    return say("between {signed} and {signed_2}{chance}", signed=_signed(low), signed_2=_signed(high), chance=chance)


def _signed(value: float) -> str:
    return f"−{_hours(-value)}" if round(value) < 0 else _hours(abs(value))


def _hours(value: float) -> str:
    return amounts.hours(amounts.about(value))


def found(new: NewPain) -> str:
    """How often it was seen, and what is known of it."""
    times = amounts.grouped(new.seen)
    facts = [new.service]
    facts.append(
        say("told, not seen")
        if new.told
        else say("seen once")
        if times == "1"
        else say("seen {times:|time|times}", times=times)
    )
    if new.minutes is not None:
        facts.append(say("{minutes} each time", minutes=amounts.minutes(new.minutes)))
    if new.hours is not None and new.hours.value > 0:
        facts.append(say("{hours:|hour|hours} a year", hours=_hours(new.hours.value)))
    if new.blamed:
        facts.append(say("said to have come with it"))
    if not new.sorted_in:
        facts.append(say("not sorted yet"))
    return " · ".join(fact for fact in facts if fact)


def basis(report: ReleaseReport) -> list[str]:
    """How sure it is, in sentences."""
    said = []
    if report.people:
        said.append(
            say(
                "Hours a year are those of all {grouped} {people} here.",
                grouped=amounts.grouped(report.people),
                people=people(report),
            )
        )
    said.append(say("A change counts as proven where the likely ranges before and since do not touch."))
    if 0 < report.after.visits < 3:
        said.append(
            say(
                "{visits} {n:!|visit|visits} since is little to go by.",
                n=report.after.visits,
                visits=number(report.after.visits).capitalize(),
            )
        )
    if not report.after.visits:
        said.append(say("Nobody has been there since."))
    if report.unreviewed:
        said.append(
            say("{notes} behind this not reviewed yet.", notes=amounts.counted(report.unreviewed, "note|notes"))
        )
    return [*said, *report.remarks]
