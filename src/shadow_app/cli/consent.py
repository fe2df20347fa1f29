"""`shadow-app visit consent`: what the host of a visit said about notes, quotes and photos."""

from __future__ import annotations

import argparse
from typing import TypeAlias
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import Labels, mark, say
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject

Arguments: TypeAlias = argparse.Namespace

ANSWERS = ("yes", "no", "not-asked")
_SUBJECTS = Labels(
    {
        ConsentSubject.NOTES: mark("taking notes"),
        ConsentSubject.QUOTES: mark("quoting word for word"),
        ConsentSubject.PHOTOS: mark("taking photos"),
    }
)


def consent(shadow: Shadow, visit_id: UUID, args: Arguments) -> int:
    """Record an answer if there is one, then say all three.

    Raises:
        Refused: a subject without an answer, or reports would lose their content and nobody has said --yes.
    """
    if (args.subject is None) is not (args.answer is None):
        raise Refused(say("Say both what was asked (notes, quotes or photos) and the answer (yes, no or not-asked)."))
    if args.subject is not None:
        _record(shadow, visit_id, ConsentSubject(args.subject), args.answer, really=args.yes)
    known = shadow.planning.consents(visit_id)
    if args.json:
        output.say_json({str(subject): _plain(known.get(subject)) for subject in ConsentSubject})
    else:
        output.table([(_SUBJECTS[subject], _said(known.get(subject))) for subject in ConsentSubject])
    return 0


def _record(shadow: Shadow, visit_id: UUID, subject: ConsentSubject, answer: str, *, really: bool) -> None:
    given = {"yes": True, "no": False}.get(answer)
    lost = shadow.planning.would_void(visit_id, subject, given)
    if lost and not really:
        raise Refused(
            say(
                "Nothing was recorded: these released reports would lose their content for good, here and on every "
                "laptop: {titles}. Say --yes if the host takes it back.",
                titles=", ".join(lost),
            )
        )
    if given is None:
        shadow.planning.unask(visit_id, subject)
    else:
        shadow.planning.agree(visit_id, subject, given)


def _said(record: ConsentRecord | None) -> str:
    if record is None:
        return say("not asked")
    if record.withdrawn_on is not None:
        return say("taken back on {day:%d %B %Y}", day=record.withdrawn_on)
    return say("yes") if record.given else say("no")


def _plain(record: ConsentRecord | None) -> str:
    if record is None:
        return "not-asked"
    return "withdrawn" if record.withdrawn_on is not None else ANSWERS[0] if record.given else ANSWERS[1]
