"""First words for telling somebody, to be changed by whoever tells: what they said, what we do, by when."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.decision import Commitment
from shadow_app.domain.vocabulary import Choice, CommitmentState
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.working_out import workaround_words
from shadow_app.usecases.pain_desk import PainScene

translate = QCoreApplication.translate


def site_draft(scene: PainScene) -> str:
    """For the people who were visited, without IT words."""
    said = translate("PainDrafts", "You showed us: {title}.").format(title=scene.pain_point.title)
    return "\n".join(part for part in (said, _decided(scene), *map(_promised, scene.promises)) if part)


def desk_draft(scene: PainScene) -> str:
    """For the service desk: the pain, the way round it, what was promised."""
    pain = translate("PainDrafts", "Pain: {title} ({service}).").format(
        title=scene.pain_point.title, service=scene.row.service
    )
    around = scene.cost.grades.workaround
    ways = translate("PainDrafts", "Meanwhile: {around}.").format(around=workaround_words(around))
    return "\n".join(part for part in (pain, ways, *map(_promised, scene.promises)) if part)


def _decided(scene: PainScene) -> str:
    if scene.decision is None:
        return ""
    words = {
        Choice.DO: translate("PainDrafts", "We will do something about it: {reason}"),
        Choice.DEFER: translate("PainDrafts", "We have put it off: {reason}"),
        Choice.DECLINE: translate("PainDrafts", "We cannot do it: {reason}"),
    }[scene.decision.choice]
    return words.format(reason=scene.decision.reason)


def _promised(promise: Commitment) -> str:
    if promise.state is CommitmentState.DROPPED:
        return ""
    if promise.state is CommitmentState.KEPT:
        done = translate("PainDrafts", "Done: {text}").format(text=promise.text)
        return f"{done} ({promise.outcome})" if promise.outcome else done
    if promise.due_on is None:
        return translate("PainDrafts", "Promised: {text}").format(text=promise.text)
    return translate("PainDrafts", "Promised by {day}: {text}").format(
        day=day_words(promise.due_on, MEDIUM), text=promise.text
    )
