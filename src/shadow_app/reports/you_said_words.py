"""The sentences of "you said – we did", the same on paper and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.reports import amounts, wording
from shadow_app.reports.parts import Estimate, EvidenceMarks
from shadow_app.reports.you_said import Became, Given, Said, TalkTo, YouSaidReport

PILLS = {
    Became.BACK: "It is back",
    Became.DONE: "Done",
    Became.PROMISED: "Promised",
    Became.DECIDED: "We will do it",
    Became.WAITS: "Has to wait",
    Became.DECLINED: "Sorry, no",
    Became.NOT_KEPT: "Not kept",
    Became.OPEN: "Not decided yet",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NOTHING_SAID = "Nothing that costs you time is sorted yet. As soon as it is, it stands here with our answer."
NOBODY_CAME = "Nobody from IT has been with you yet. Ask us to come, and this page will say what you showed us."
NOBODY = (
    "Nobody in IT has been named yet as the one who talks to you. Until somebody is, tell the service desk, or "
    "whoever of us comes to you next."
)


def cost(said: Said) -> str:
    """`About 2 130 hours of your time a year`."""
    if not said.minutes_known or said.hours.value <= 0:
        return "How much of your time it takes is not known yet"
    value = amounts.about(said.hours.value)
    shown = amounts.hours(value)
    start = f"about {shown}" if value >= 0.1 else shown
    start = f"it took {start}" if said.became is Became.DONE else start
    return f"{start[:1].upper()}{start[1:]} {'hour' if shown == '1' else 'hours'} of your time a year"


def sure(said: Said) -> str:
    """`Likely 1 380–3 220 · we saw it 9 times on 3 visits`."""
    known = said.minutes_known and said.hours.value > 0
    likely = wording.likely(about(said.hours)) if known else ""
    words = " · ".join(part for part in (likely, seen(said.evidence)) if part)
    return words[:1].upper() + words[1:]


def about(hours: Estimate) -> Estimate:
    """An estimate and both its ends, to three figures that count."""
    low, high = hours.low, hours.high
    return Estimate(
        amounts.about(hours.value),
        None if low is None else amounts.about(low),
        None if high is None else amounts.about(high),
    )


def seen(marks: EvidenceMarks) -> str:
    """`we saw it 9 times on 3 visits`; thin evidence says so."""
    visits = amounts.counted(marks.visits, "visit")
    if marks.seen:
        times = {1: "once", 2: "twice"}.get(marks.seen, f"{amounts.grouped(marks.seen)} times")
        words = f"we saw it {times} on {visits}"
    elif marks.told:
        words = f"you told us on {visits}; we have not seen it ourselves"
    else:
        words = f"noted on {visits}"
    return words + (": a first hint" if marks.thin else "")


def answer(said: Said) -> tuple[str, str]:
    """What became of it: the answer in a sentence or two, and a remark with names and dates."""
    main, remark = _ANSWERS[said.became](said)
    told = f"We told you on {amounts.day(said.told_on)}." if said.told_on else ""
    return main, " ".join(part for part in (remark, measured(said), told) if part)


def _done(said: Said) -> tuple[str, str]:
    kept = [each for each in said.promises if each.state is CommitmentState.KEPT]
    if kept:
        days = [each.kept_on for each in kept if each.kept_on]
        when = f"Done on {amounts.day(max(days))}." if days else ""
        return " ".join(ended(each.outcome or each.text) for each in kept), " ".join((*_still(said), when)).strip()
    when = f"Done by {amounts.day(said.closed_on)}." if said.closed_on else ""
    return ended(said.reason[:1].upper() + said.reason[1:]) or "This is done.", when


def _still(said: Said) -> list[str]:
    return [f"Still to come: {ended(promised(each))}" for each in said.promises if each.state is CommitmentState.OPEN]


def _promised(said: Said) -> tuple[str, str]:
    ours = [each for each in said.promises if each.state is CommitmentState.OPEN]
    done = [each for each in said.promises if each.state is CommitmentState.KEPT]
    remark = [ended(terms(each)) for each in ours]
    remark += [f"Already done: {ended(each.outcome or each.text)}" for each in done]
    return " ".join(ended(each.text) for each in ours), " ".join(remark)


def _decided(said: Said) -> tuple[str, str]:
    return "We have decided to do something about this. Nobody has named a date yet.", _why(said)


def _waits(said: Said) -> tuple[str, str]:
    until = f"until {amounts.day(said.until)}; then we look at it again" if said.until else "and no date is set yet"
    return f"This has to wait {until}.", _why(said)


def _declined(said: Said) -> tuple[str, str]:
    why = _why(said) or "Nobody has written down why; ask us."
    return "We are sorry: we will not be able to change this.", f"{why} If it gets worse, tell us."


def _not_kept(said: Said) -> tuple[str, str]:
    dropped = [each for each in said.promises if each.state is CommitmentState.DROPPED]
    texts = " ".join(ended(each.text) for each in dropped)
    outcome = " ".join(ended(each.outcome) for each in dropped if each.outcome)
    return f"We promised this and have not done it: {texts}", outcome or "You have not heard why yet; ask us."


def _open(_: Said) -> tuple[str, str]:
    return "", ""


def _back(said: Said) -> tuple[str, str]:
    when = f" on {amounts.day(said.closed_on)}" if said.closed_on else ""
    main = f"We thought this was done{when}. You have shown us since that it is not."
    return main, " ".join(_still(said)) or "Nothing new has been promised yet."


_ANSWERS = {
    Became.BACK: _back,
    Became.DONE: _done,
    Became.PROMISED: _promised,
    Became.DECIDED: _decided,
    Became.WAITS: _waits,
    Became.DECLINED: _declined,
    Became.NOT_KEPT: _not_kept,
    Became.OPEN: _open,
}


def _why(said: Said) -> str:
    return f"Why: {ended(said.reason)}" if said.reason else ""


def measured(said: Said) -> str:
    """What a change brought, where it was measured before and after."""
    if said.minutes_before is None or said.minutes_after is None:
        return ""
    before, after = amounts.minutes(said.minutes_before), amounts.minutes(said.minutes_after)
    if said.minutes_after < said.minutes_before:
        return f"It took {before} each time; now it takes {after}."
    return f"It took {before} each time and takes {after} now: that has not helped yet."


def promised(given: Given) -> str:
    """`A second printer on bay 4 (Mara Keller, by 11 December 2026)`."""
    return f"{given.text.strip().rstrip('.')} ({terms(given)})"


def terms(given: Given) -> str:
    """Who, and by when; what is late says so."""
    who = given.owner or "nobody has been named yet"
    if given.state is not CommitmentState.OPEN:
        when = f" {amounts.day(given.kept_on)}" if given.kept_on else ""
        return f"{who}, {'done' if given.state is CommitmentState.KEPT else 'not done'}{when}"
    if given.due is None:
        return f"{who}, no date yet"
    if given.late:
        return f"{who}, late: was due {amounts.day(given.due)}"
    return f"{who}, by {amounts.day(given.due)}"


def also(given: Given) -> tuple[str, str]:
    """A promise that belongs to no single thing that was said."""
    text = given.outcome if given.state is not CommitmentState.OPEN and given.outcome else ""
    return given.text, " · ".join(part for part in (terms(given), text) if part)


def contact(people: tuple[TalkTo, ...]) -> str:
    """How to tell us more."""
    if not people:
        return NOBODY
    named = wording.joined(tuple(person.name for person in people), 3)
    days = [person.next_on for person in people if person.next_on]
    soon = f" The next talk is on {amounts.day(min(days))}." if days else ""
    verb = "talks" if len(people) == 1 else "talk"
    return f"{named} {verb} to you about this page: tell them what we got wrong.{soon}"


def basis(report: YouSaidReport) -> str:
    """What the page rests on, and what is not on it."""
    if not report.visits:
        return "None of us has been to you yet, so nothing here rests on anything seen."
    said = [f"We were with you for {amounts.duration(report.hours)} on {amounts.counted(report.visits, 'visit')}."]
    said.append("Hours a year are worked out from what we saw there, for everybody at your site.")
    if report.unsorted:
        notes = amounts.counted(report.unsorted, "more note")
        said.append(f"{notes} from your site {'is' if report.unsorted == 1 else 'are'} not sorted yet.")
    if report.last_told:
        said.append(f"We last wrote to you on {amounts.day(report.last_told)}.")
    return " ".join(said)


def more(left: Sequence[Said]) -> str:
    """What there is no room for, and how much of it is answered."""
    done = sum(each.became is Became.DONE for each in left)
    ours = sum(each.became in (Became.PROMISED, Became.DECIDED) for each in left)
    answered = [f"{number(done)} done"] if done else []
    answered += [f"{number(ours)} promised"] if ours else []
    of_these = f", of these {' and '.join(answered)}" if answered else ""
    things = "thing" if len(left) == 1 else "things"
    return f"And {number(len(left))} more {things} you told us{of_these}: ask for the list."


def number(count: int) -> str:
    """A small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else amounts.grouped(count)


def ended(words: str) -> str:
    """A sentence with its full stop."""
    bare = words.strip()
    return bare if not bare or bare[-1] in ".!?…" else f"{bare}."
