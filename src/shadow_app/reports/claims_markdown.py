"""Claims as Markdown, with every reference that stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

from shadow_app.domain.language import say
from shadow_app.reports import amounts
from shadow_app.reports import since as since_words
from shadow_app.reports.claims import Claim, Pledge, decision, promised
from shadow_app.reports.immersion import SixAnswers
from shadow_app.reports.immersion_markdown import pain as pain_lines
from shadow_app.reports.marks import bullet, heading, paragraph, table
from shadow_app.reports.parts import RankPlace
from shadow_app.reports.since import Since
from shadow_app.reports.unit import Heard


def said(words: str) -> list[str]:
    """A plain sentence, for a section that has nothing else."""
    return [words, ""]


def claim(one: Claim, currency: str) -> list[str]:
    """One pain with everything that is known of it."""
    out = pain_lines(one.pain, currency)
    if one.at_stake:
        out += paragraph(say("At stake: {at_stake}", at_stake=one.at_stake))
    if one.pain.id is None:
        out += said(say("Nobody has sorted these notes into causes yet, so nothing can be decided."))
    else:
        out += paragraph(decision(one))
        out += [bullet(say("Promised: {text_}", text_=pledge.promise.text), promised(pledge)) for pledge in one.pledges]
        talks = (
            say("{engaged} talks to the business about it.", engaged=one.engaged)
            if one.engaged
            else say("Nobody talks to them yet.")
        )
        out += ["", *paragraph(talks)]
    sources = (
        say("Notes: {list}", list=", ".join(one.sources)) if one.sources else say("None of its notes is accepted yet.")
    )
    return out + paragraph(sources)


def pledges(every: Sequence[Pledge]) -> list[str]:
    """Promises and their state."""
    lines = []
    for pledge in every:
        about = say("about: {pain}", pain=pledge.pain) if pledge.pain else ""
        lines.append(bullet(pledge.promise.text, " · ".join(part for part in (promised(pledge), about) if part)))
    return lines or said(say("Nothing has been promised."))


def since(found: Since | None) -> list[str]:
    """What changed since the ranking was locked; nothing where none was."""
    if found is None:
        return []
    rows = [
        (one.service, since_words.in_words(one), since_words.hours_in_words(one)) for one in since_words.notable(found)
    ]
    out = [*heading(since_words.headline(found)), *paragraph(found.remark)]
    return out + table((say("Service"), say("Place"), say("Hours")), rows) + paragraph(since_words.unmoved(found))


def ranks(places: Sequence[RankPlace]) -> list[str]:
    """IT's list, what people said, what the field showed."""

    def shown(rank: int | None) -> str:
        return "–" if rank is None else str(rank)

    rows = [(each.service, shown(each.assumed), shown(each.stated), shown(each.observed)) for each in places]
    return table((say("Service"), say("IT assumed"), say("People said"), say("The field showed")), rows)


def heard(title: str, what: Heard, missing: str) -> list[str]:
    """What works, or what surprised us."""
    out = heading(title)
    for thing in what.things:
        out.append(bullet(thing.text, " · ".join(part for part in (thing.service, thing.by) if part)))
    if what.more:
        out.append(bullet(say("and {grouped} more", grouped=amounts.grouped(what.more))))
    return out if what.things else out + said(missing)


def six(answers: Sequence[SixAnswers]) -> list[str]:
    """The six questions, one line a pain."""
    heads = (
        say("Pain"),
        say("Does it harm business?"),
        say("How fast?"),
        say("Can it wait?"),
        say("What is it worth?"),
    )
    rows = []
    for one in answers:
        known = (one.damage, one.time_critical, one.deferrable, one.effort)
        filled = tuple(words or say("not answered yet") for words in known)
        rows.append((one.pain, *filled, one.engagement or say("nobody yet"), one.desk or say("not answered yet")))
    out = heading(say("Six questions, answered"))
    return out + (
        table((*heads, say("Who talks to them?"), say("Does the desk know?")), rows)
        or said(say("None is answered yet."))
    )


def sure(sentences: Sequence[str]) -> list[str]:
    """How sure we are."""
    return [*heading(say("How sure are we?")), *paragraph(" ".join(sentences))]
