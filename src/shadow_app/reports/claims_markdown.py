"""Claims as Markdown, with every reference that stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

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
        out += paragraph(f"At stake: {one.at_stake}")
    if one.pain.id is None:
        out += said("Nobody has sorted these notes into causes yet, so nothing can be decided.")
    else:
        out += paragraph(decision(one))
        out += [bullet(f"Promised: {pledge.promise.text}", promised(pledge)) for pledge in one.pledges]
        talks = f"{one.engaged} talks to the business about it." if one.engaged else "Nobody talks to them yet."
        out += ["", *paragraph(talks)]
    sources = f"Notes: {', '.join(one.sources)}" if one.sources else "None of its notes is accepted yet."
    return out + paragraph(sources)


def pledges(every: Sequence[Pledge]) -> list[str]:
    """Promises and their state."""
    lines = []
    for pledge in every:
        about = f"about: {pledge.pain}" if pledge.pain else ""
        lines.append(bullet(pledge.promise.text, " · ".join(part for part in (promised(pledge), about) if part)))
    return lines or said("Nothing has been promised.")


def since(found: Since | None) -> list[str]:
    """What changed since the ranking was locked; nothing where none was."""
    if found is None:
        return []
    rows = [
        (one.service, since_words.in_words(one), since_words.hours_in_words(one)) for one in since_words.notable(found)
    ]
    out = [*heading(since_words.headline(found)), *paragraph(found.remark)]
    return out + table(("Service", "Place", "Hours"), rows) + paragraph(since_words.unmoved(found))


def ranks(places: Sequence[RankPlace]) -> list[str]:
    """IT's list, what people said, what the field showed."""

    def shown(rank: int | None) -> str:
        return "–" if rank is None else str(rank)

    rows = [(each.service, shown(each.assumed), shown(each.stated), shown(each.observed)) for each in places]
    return table(("Service", "IT assumed", "People said", "The field showed"), rows)


def heard(title: str, what: Heard, missing: str) -> list[str]:
    """What works, or what surprised us."""
    out = heading(title)
    for thing in what.things:
        out.append(bullet(thing.text, " · ".join(part for part in (thing.service, thing.by) if part)))
    if what.more:
        out.append(bullet(f"and {amounts.grouped(what.more)} more"))
    return out if what.things else out + said(missing)


def six(answers: Sequence[SixAnswers]) -> list[str]:
    """The six questions, one line a pain."""
    heads = ("Pain", "Does it harm business?", "How fast?", "Can it wait?", "What is it worth?")
    rows = []
    for one in answers:
        known = (one.damage, one.time_critical, one.deferrable, one.effort)
        filled = tuple(words or "not answered yet" for words in known)
        rows.append((one.pain, *filled, one.engagement or "nobody yet", one.desk or "not answered yet"))
    out = heading("Six questions, answered")
    return out + (table((*heads, "Who talks to them?", "Does the desk know?"), rows) or said("None is answered yet."))


def sure(sentences: Sequence[str]) -> list[str]:
    """How sure we are."""
    return [*heading("How sure are we?"), *paragraph(" ".join(sentences))]
