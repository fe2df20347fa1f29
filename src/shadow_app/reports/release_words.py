"""The sentences of "did the release help?", the same on paper and in Markdown."""

from __future__ import annotations

from shadow_app.insight.before_after import Verdict
from shadow_app.reports import amounts, wording
from shadow_app.reports.release import Changed, NewPain, ReleaseReport, Side
from shadow_app.reports.you_said_words import number

VERDICTS = {
    Verdict.BETTER: "Better",
    Verdict.WORSE: "Worse",
    Verdict.NOT_YET_PROVEN: "Not proven yet",
    Verdict.NOT_MEASURED: "Not compared",
}
NO_PAINS = "No pain point of these people is known yet, so there is nothing to compare."
NOTHING_NEW = "Nothing was met since that had not been met before."
NO_PRAISE = "Nothing was noted that works especially well since."


def headline(report: ReleaseReport) -> str:
    """The finding, in a sentence."""
    release, within = report.release or "The release", report.release or "the release"
    where = f"the {people(report)} of {report.strip.site}" if report.people else report.strip.site
    better, worse = report.given_back, report.newly_lost
    if better and worse:
        lost = f"takes {_hours(worse)} elsewhere"
        return f"{release} gives {where} {_hours(better)} hours a year back and {lost}."
    if better:
        return f"{release} gives {where} about {_hours(better)} hours a year back."
    if worse:
        return f"{release} costs {where} about {_hours(worse)} hours a year more."
    if report.of(Verdict.NOT_YET_PROVEN):
        return f"Whether {within} helped {where} is not proven yet."
    if not report.before.visits:
        return f"Nobody had been with {where} before {within}, so nothing can be compared."
    return f"There is nothing to compare yet at {report.strip.site} before and after {within}."


def people(report: ReleaseReport) -> str:
    """`drivers`, or `people in operations` where a group stands for a role that few hold."""
    who = report.strip.role.strip().lower()
    if report.strip.month_only:
        return "staff" if who == "staff" else f"people in {who}"
    return who if who.endswith("s") else f"{who}s"


def lead(report: ReleaseReport) -> str:
    """What stands behind it: both sides, and how many pains moved."""
    since = f" on {amounts.day(report.released_on)}" if report.released_on and not report.strip.month_only else ""
    before, after = _there(report.before), _there(report.after)
    said = [f"{report.release or 'The release'} came{since}."] if since else []
    said.append(f"We were there {before} before it and {after} since.")
    verdicts = [
        (len(report.of(Verdict.BETTER)), "got better"),
        (len(report.of(Verdict.WORSE)), "got worse"),
        (len(report.of(Verdict.NOT_YET_PROVEN)), "moved no more than chance could move it"),
        (len(report.of(Verdict.NOT_MEASURED)), "cannot be compared"),
    ]
    found = [f"{number(count)} {words}" for count, words in verdicts if count]
    if len(report.changed) == 1:
        said.append("The one known pain " + next(words for count, words in verdicts if count) + ".")
    elif found:
        said.append(f"Of {amounts.counted(len(report.changed), 'known pain')}, {wording.joined(tuple(found))}.")
    return " ".join(said)


def _there(side: Side) -> str:
    if not side.visits:
        return "on no visit"
    return f"for {amounts.duration(side.shadowed)} on {amounts.counted(side.visits, 'visit')}"


def rates(changed: Changed) -> str:
    """How often, before and since, with the counts behind it."""
    before, after = _rate(changed.before), _rate(changed.after)
    if before and after:
        return f"{before} before, {after} since"
    return f"{before} before; nobody has looked since" if before else f"{after} since; nobody had looked before"


def _rate(side: Side) -> str:
    if side.per_hour is None:
        return ""
    times = amounts.grouped(side.seen)
    return f"{side.per_hour:.2g} times an hour ({times} in {amounts.duration(side.shadowed)})"


def minutes(changed: Changed) -> str:
    """The minutes each time, before and since."""
    before, after = changed.before.minutes, changed.after.minutes
    if before is None and after is None:
        return "minutes not known"
    if after is None or not changed.after.seen:
        return f"{amounts.minutes(before)} each time before" if before is not None else "minutes not known"
    if before is None:
        return f"{amounts.minutes(after)} each time since"
    return f"{amounts.minutes(before)} each time before, {amounts.minutes(after)} since"


def verdict(changed: Changed) -> str:
    """What it brought, and how sure that is."""
    back = changed.given_back
    if changed.verdict is Verdict.NOT_MEASURED:
        return "Seen on one side only"
    if changed.verdict is Verdict.BETTER:
        return f"{_hours(back.value)} hours a year given back"
    if changed.verdict is Verdict.WORSE:
        return f"{_hours(-back.value)} hours a year newly lost"
    if not changed.before.hours.value and not changed.after.hours.value:
        return "Hours not known: nobody noted minutes"
    if _hours(abs(back.value)) == "0":
        return "As much as before"
    words = "fewer" if back.value > 0 else "more"
    return f"{_hours(abs(back.value))} hours a year {words}, if it holds"


def sure(changed: Changed) -> str:
    """The least and the most that the ranges allow, and what that means."""
    low, high = changed.given_back.low, changed.given_back.high
    if changed.verdict is Verdict.NOT_MEASURED or low is None or high is None or low == high:
        return ""
    if changed.verdict is Verdict.WORSE:
        low, high = -high, -low
    chance = ": it could be chance" if changed.verdict is Verdict.NOT_YET_PROVEN else ""
    return f"between {_signed(low)} and {_signed(high)}{chance}"


def _signed(value: float) -> str:
    return f"−{_hours(-value)}" if round(value) < 0 else _hours(abs(value))


def _hours(value: float) -> str:
    return amounts.hours(amounts.about(value))


def found(new: NewPain) -> str:
    """How often it was seen, and what is known of it."""
    times = amounts.grouped(new.seen)
    facts = [new.service]
    facts.append("told, not seen" if new.told else "seen once" if times == "1" else f"seen {times} times")
    if new.minutes is not None:
        facts.append(f"{amounts.minutes(new.minutes)} each time")
    if new.hours is not None and new.hours.value > 0:
        facts.append(f"{_hours(new.hours.value)} hours a year")
    if new.blamed:
        facts.append("said to have come with it")
    if not new.sorted_in:
        facts.append("not sorted yet")
    return " · ".join(fact for fact in facts if fact)


def basis(report: ReleaseReport) -> list[str]:
    """How sure it is, in sentences."""
    said = []
    if report.people:
        said.append(f"Hours a year are those of all {amounts.grouped(report.people)} {people(report)} here.")
    said.append("A change counts as proven where the likely ranges before and since do not touch.")
    if 0 < report.after.visits < 3:
        said.append(f"{number(report.after.visits).capitalize()} {_visits(report.after)} since is little to go by.")
    if not report.after.visits:
        said.append("Nobody has been there since.")
    if report.unreviewed:
        said.append(f"{amounts.counted(report.unreviewed, 'note')} behind this not reviewed yet.")
    return [*said, *report.remarks]


def _visits(side: Side) -> str:
    return "visit" if side.visits == 1 else "visits"
