"""The sentences of "you said – we did", the same on paper and in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from shadow_app.domain.language import Labels, mark, say, sequence
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.reports import amounts, wording
from shadow_app.reports.parts import Estimate, EvidenceMarks
from shadow_app.reports.you_said import Became, Given, Said, TalkTo, YouSaidReport

PILLS = Labels(
    {
        Became.BACK: mark("It is back"),
        Became.DONE: mark("Done"),
        Became.PROMISED: mark("Promised"),
        Became.DECIDED: mark("We will do it"),
        Became.WAITS: mark("Has to wait"),
        Became.DECLINED: mark("Sorry, no"),
        Became.NOT_KEPT: mark("Not kept"),
        Became.OPEN: mark("Not decided yet"),
    }
)
_NUMBERS = (
    mark("no"),
    mark("one"),
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
    mark("eleven"),
    mark("twelve"),
)
NOTHING_SAID = mark("Nothing that costs you time is sorted yet. As soon as it is, it stands here with our answer.")
NOBODY_CAME = mark("Nobody from IT has been with you yet. Ask us to come, and this page will say what you showed us.")
NOBODY = mark(
    "Nobody in IT has been named yet as the one who talks to you. Until somebody is, tell the service desk, or "
    "whoever of us comes to you next."
)


def cost(said: Said) -> str:
    """`About 2 130 hours of your time a year`."""
    if not said.minutes_known or said.hours.value <= 0:
        return say("How much of your time it takes is not known yet")
    value = amounts.about(said.hours.value)
    shown = amounts.hours(value)
    start = say("about {shown}", shown=shown) if value >= 0.1 else shown
    start = say("it took {start}", start=start) if said.became is Became.DONE else start
    return say(
        "{start} {shown:!|hour|hours} of your time a year",
        shown=shown,
        start=f"{start[:1].upper()}{start[1:]}",
    )


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
    visits = amounts.counted(marks.visits, "visit|visits")
    if marks.seen:
        times = {1: say("once"), 2: say("twice")}.get(
            marks.seen, say("{grouped:|time|times}", grouped=amounts.grouped(marks.seen))
        )
        words = say("we saw it {times} on {visits}", times=times, visits=visits)
    elif marks.told:
        words = say("you told us on {visits}; we have not seen it ourselves", visits=visits)
    else:
        words = say("noted on {visits}", visits=visits)
    return words + (say(": a first hint") if marks.thin else "")


def answer(said: Said) -> tuple[str, str]:
    """What became of it: the answer in a sentence or two, and a remark with names and dates."""
    main, remark = _ANSWERS[said.became](said)
    told = say("We told you on {day}.", day=amounts.day(said.told_on)) if said.told_on else ""
    return main, " ".join(part for part in (remark, measured(said), told) if part)


def _done(said: Said) -> tuple[str, str]:
    kept = [each for each in said.promises if each.state is CommitmentState.KEPT]
    if kept:
        days = [each.kept_on for each in kept if each.kept_on]
        when = say("Done on {day}.", day=amounts.day(max(days))) if days else ""
        return " ".join(ended(each.outcome or each.text) for each in kept), " ".join((*_still(said), when)).strip()
    when = say("Done by {day}.", day=amounts.day(said.closed_on)) if said.closed_on else ""
    return ended(said.reason[:1].upper() + said.reason[1:]) or say("This is done."), when


def _still(said: Said) -> list[str]:
    return [
        say("Still to come: {promised}", promised=ended(promised(each)))
        for each in said.promises
        if each.state is CommitmentState.OPEN
    ]


def _promised(said: Said) -> tuple[str, str]:
    ours = [each for each in said.promises if each.state is CommitmentState.OPEN]
    done = [each for each in said.promises if each.state is CommitmentState.KEPT]
    remark = [ended(terms(each)) for each in ours]
    remark += [say("Already done: {outcome}", outcome=ended(each.outcome or each.text)) for each in done]
    return " ".join(ended(each.text) for each in ours), " ".join(remark)


def _decided(said: Said) -> tuple[str, str]:
    return say("We have decided to do something about this. Nobody has named a date yet."), _why(said)


def _waits(said: Said) -> tuple[str, str]:
    until = (
        say("until {day}; then we look at it again", day=amounts.day(said.until))
        if said.until
        else say("and no date is set yet")
    )
    return say("This has to wait {until}.", until=until), _why(said)


def _declined(said: Said) -> tuple[str, str]:
    why = _why(said) or say("Nobody has written down why; ask us.")
    return say("We are sorry: we will not be able to change this."), say("{why} If it gets worse, tell us.", why=why)


def _not_kept(said: Said) -> tuple[str, str]:
    dropped = [each for each in said.promises if each.state is CommitmentState.DROPPED]
    texts = " ".join(ended(each.text) for each in dropped)
    outcome = " ".join(ended(each.outcome) for each in dropped if each.outcome)
    return say("We promised this and have not done it: {texts}", texts=texts), outcome or say(
        "You have not heard why yet; ask us."
    )


def _open(_: Said) -> tuple[str, str]:
    return "", ""


def _back(said: Said) -> tuple[str, str]:
    when = say(" on {day}", day=amounts.day(said.closed_on)) if said.closed_on else ""
    main = say("We thought this was done{when}. You have shown us since that it is not.", when=when)
    return main, " ".join(_still(said)) or say("Nothing new has been promised yet.")


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
    return say("Why: {reason}", reason=ended(said.reason)) if said.reason else ""


def measured(said: Said) -> str:
    """What a change brought, where it was measured before and after."""
    if said.minutes_before is None or said.minutes_after is None:
        return ""
    before, after = amounts.minutes(said.minutes_before), amounts.minutes(said.minutes_after)
    if said.minutes_after < said.minutes_before:
        return say("It took {before} each time; now it takes {after}.", before=before, after=after)
    return say("It took {before} each time and takes {after} now: that has not helped yet.", before=before, after=after)


def promised(given: Given) -> str:
    """`A second printer on bay 4 (Mara Keller, by 11 December 2026)`."""
    return f"{given.text.strip().rstrip('.')} ({terms(given)})"


def terms(given: Given) -> str:
    """Who, and by when; what is late says so."""
    who = given.owner or say("nobody has been named yet")
    if given.state is not CommitmentState.OPEN:
        when = f" {amounts.day(given.kept_on)}" if given.kept_on else ""
        return f"{who}, {say('done') if given.state is CommitmentState.KEPT else say('not done')}{when}"
    if given.due is None:
        return say("{who}, no date yet", who=who)
    if given.late:
        return say("{who}, late: was due {day}", who=who, day=amounts.day(given.due))
    return say("{who}, by {day}", who=who, day=amounts.day(given.due))


def also(given: Given) -> tuple[str, str]:
    """A promise that belongs to no single thing that was said."""
    text = given.outcome if given.state is not CommitmentState.OPEN and given.outcome else ""
    return given.text, " · ".join(part for part in (terms(given), text) if part)


def contact(people: tuple[TalkTo, ...]) -> str:
    """How to tell us more."""
    if not people:
        return say(NOBODY)
    named = wording.joined(tuple(person.name for person in people), 3)
    days = [person.next_on for person in people if person.next_on]
    soon = say(" The next talk is on {day}.", day=amounts.day(min(days))) if days else ""
    return say(
        "{named} {n:!|talks|talk} to you about this page: tell them what we got wrong.{soon}",
        n=len(people),
        named=named,
        soon=soon,
    )


def basis(report: YouSaidReport) -> str:
    """What the page rests on, and what is not on it."""
    if not report.visits:
        return say("None of us has been to you yet, so nothing here rests on anything seen.")
    said = [
        say(
            "We were with you for {duration} on {visits}.",
            duration=amounts.duration(report.hours),
            visits=amounts.counted(report.visits, "visit|visits"),
        )
    ]
    said.append(say("Hours a year are worked out from what we saw there, for everybody at your site."))
    if report.unsorted:
        notes = amounts.counted(report.unsorted, "more note|more notes")
        said.append(say("{notes} from your site {n:!|is|are} not sorted yet.", n=report.unsorted, notes=notes))
    if report.last_told:
        said.append(say("We last wrote to you on {day}.", day=amounts.day(report.last_told)))
    return " ".join(said)


def more(left: Sequence[Said]) -> str:
    """What there is no room for, and how much of it is answered."""
    done = sum(each.became is Became.DONE for each in left)
    ours = sum(each.became is Became.PROMISED for each in left)
    wanted = sum(each.became is Became.DECIDED for each in left)
    answered = [say("{done} done", done=number(done))] if done else []
    answered += [say("{ours} promised", ours=number(ours))] if ours else []
    answered += [say("{wanted} decided on", wanted=number(wanted))] if wanted else []
    of_these = say(", of these {list}", list=sequence(answered)) if answered else ""
    return say(
        "And {left} more {n:!|thing|things} you told us{of_these}: ask for the list.",
        n=len(left),
        left=number(len(left)),
        of_these=of_these,
    )


def number(count: int) -> str:
    """A small number as a word."""
    return say(_NUMBERS[count]) if count < len(_NUMBERS) else amounts.grouped(count)


def ended(words: str) -> str:
    """A sentence with its full stop."""
    bare = words.strip()
    return bare if not bare or bare[-1] in ".!?…" else f"{bare}."
