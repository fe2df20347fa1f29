"""Claims: a pain with what is at stake, what was decided, what was promised, and the notes that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shadow_app.domain.language import mark, say
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.domain.words import CHOICES
from shadow_app.reports import amounts
from shadow_app.reports.immersion import Pain
from shadow_app.reports.parts import Promise
from shadow_app.reports.wording import terms

UNDECIDED = mark("Nobody has decided yet.")
REFERENCES = 12
"""Notes that are named at a pain; the annex names them all."""


@dataclass(frozen=True)
class Decided:
    """What IT decided about a pain point, why, and when it is looked at again."""

    choice: Choice
    reason: str = ""
    on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True)
class Pledge:
    """A promise with the site to which it was given and the pain it is about; `overdue` on the day of the report."""

    promise: Promise
    site: str = ""
    pain: str = ""
    overdue: bool = False


@dataclass(frozen=True)
class Claim:
    """One pain and everything that a reader may ask about it.

    `sources` are the references of its accepted notes, as the annex prints them; `engaged` is who talks to the
    business.
    """

    pain: Pain
    at_stake: str = ""
    decided: Decided | None = None
    pledges: tuple[Pledge, ...] = ()
    engaged: str = ""
    closed_on: date | None = None
    seen_again: bool = False
    sources: tuple[str, ...] = ()


def decision(claim: Claim) -> str:
    """`We will do it: the trunk must leave on time. We look at it again on 3 March 2027.`"""
    if claim.seen_again and claim.closed_on is not None:
        return say("Closed on {day}, but seen again since.", day=amounts.day(claim.closed_on))
    if claim.closed_on is not None:
        return say("Closed on {day}.", day=amounts.day(claim.closed_on))
    return say(UNDECIDED) if claim.decided is None else in_words(claim.decided)


def in_words(decided: Decided) -> str:
    """One decision as sentences."""
    why = f": {decided.reason.rstrip('. ')}" if decided.reason.strip() else say(", and no reason was given")
    again = say(" We look at it again on {day}.", day=amounts.day(decided.review_on)) if decided.review_on else ""
    return f"{CHOICES[decided.choice]}{why}.{again}"


def promised(pledge: Pledge) -> str:
    """Who, to whom, by when, and where it stands."""
    promise = pledge.promise
    facts = [terms(promise)]
    if pledge.overdue and promise.state is CommitmentState.OPEN:
        facts.append(say("overdue"))
    if pledge.site:
        facts.insert(0, say("to {site}", site=pledge.site))
    return " · ".join(facts)


def references(sources: tuple[str, ...]) -> str:
    """`Notes V1-3, V2-14 and 12 more`; where nothing is accepted yet, that is said."""
    if not sources:
        return say("None of its notes is accepted yet, so none is printed.")
    shown = ", ".join(sources[:REFERENCES])
    more = say(" and {sources} more", sources=len(sources) - REFERENCES) if len(sources) > REFERENCES else ""
    return f"{say('Note') if len(sources) == 1 else say('Notes')} {shown}{more}"
