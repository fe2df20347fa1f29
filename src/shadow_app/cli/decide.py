"""Decide, promise, settle, tell and follow up on the command line."""

from __future__ import annotations

import argparse
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named
from shadow_app.cli.painpoint import day_of, number_of, pain_of
from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.domain.words import CHOICE_WORDS, PROMISES

Arguments = argparse.Namespace
_VERBS = ("promise", "settle", "tell", "follow-up")


def decide(shadow: Shadow, args: Arguments) -> int:
    """Decide about a pain point, or one of the verbs that follow from it."""
    match args.what, args.words:
        case "promise", [pain, *text] if text:
            done: Record = _promise(shadow, args, pain_of(shadow, pain), " ".join(text))
        case "settle", [promise, state]:
            done = _settle(shadow, args, promise, state)
        case "tell", [pain, *text] if text:
            done = _tell(shadow, args, pain_of(shadow, pain), " ".join(text))
        case "follow-up", [pain, day]:
            done = _follow_up(shadow, args, pain_of(shadow, pain), day)
        case pain, [choice] if pain not in _VERBS:
            done = _decide(shadow, args, pain_of(shadow, pain), choice)
        case _:
            raise Refused(say("This is not how it is said; `shadow-app decide --help` shows each way."))
    _say(done, args)
    return 0


def _decide(shadow: Shadow, args: Arguments, pain: UUID, choice: str) -> Decision:
    if choice not in list(Choice):
        raise Refused(say("“{choice}” is no decision; it is one of {list}.", choice=choice, list=", ".join(Choice)))
    return shadow.deciding.decide(pain, Choice(choice), args.reason or "", day_of(args.review))


def _promise(shadow: Shadow, args: Arguments, pain: UUID, text: str) -> Commitment:
    return shadow.deciding.promise(
        pain, text, args.owner or "", day_of(args.due), number_of(args.effort), _site(shadow, args.site)
    )


def _settle(shadow: Shadow, args: Arguments, promise: str, state: str) -> Commitment:
    if state not in list(CommitmentState):
        raise Refused(
            say(
                "“{state}” is no outcome of a promise; it is one of {list}.",
                state=state,
                list=", ".join(CommitmentState),
            )
        )
    try:
        known = UUID(promise)
    except ValueError:
        raise NotFound(
            say("There is no promise “{promise}”; `shadow-app painpoint show PAIN` shows their ids.", promise=promise)
        ) from None
    return shadow.deciding.settle(known, CommitmentState(state), args.outcome or "", day_of(args.on))


def _tell(shadow: Shadow, args: Arguments, pain: UUID, text: str) -> Update | FeedbackRecord:
    site, channel, on = _site(shadow, args.site), args.channel or "", day_of(args.on)
    if args.desk and site is None:
        return shadow.telling.tell_desk(pain, text, channel, on)
    if site is None or args.desk:
        raise Refused(say("Who was told? Say --site NAME or --desk, one of the two."))
    return shadow.telling.tell_site(site, text, channel, pain, on=on)


def _follow_up(shadow: Shadow, args: Arguments, pain: UUID, day: str) -> FollowUp:
    changed_on = day_of(day)
    assert changed_on is not None
    before, after = number_of(args.before), number_of(args.after)
    return shadow.deciding.follow_up(pain, changed_on, args.ref or "", before, after)


def _site(shadow: Shadow, name: str | None) -> UUID | None:
    if name is None:
        return None
    return named(shadow.catalogue.sites(), name, "site", say("shadow-app import sites FILE")).id


def _say(done: Record, args: Arguments) -> None:
    if args.json:
        output.say_json(done)
        return
    match done:
        case Decision():
            review = say(", to be looked at again on {review_on}", review_on=done.review_on) if done.review_on else ""
            output.say(say("Decided: {choice}{review}.", choice=CHOICE_WORDS[done.choice], review=review))
        case Commitment():
            output.say(
                say(
                    "Promise {state}: {text_} ({owner})  {id}",
                    state=PROMISES[done.state],
                    text_=done.text,
                    owner=done.owner,
                    id=done.id,
                )
            )
        case FollowUp():
            output.say(say("From {changed_on} on, visits measure whether it helped.", changed_on=done.changed_on))
        case _:
            output.say(say("Written down."))
