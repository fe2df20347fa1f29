"""What was promised, told and changed, as lines with their buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.decision import Commitment
from shadow_app.domain.telling import FeedbackRecord, Update
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.insight.before_after import Proof, Side, Verdict
from shadow_app.ui import amounts
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.pain.lines import Does, PainLine
from shadow_app.ui.pain.verbs import PainVerbs
from shadow_app.ui.pain.words import promise_about, told_words
from shadow_app.usecases.pain_desk import PainScene

translate = QCoreApplication.translate


def promise_lines(scene: PainScene, verbs: PainVerbs, today: date) -> list[PainLine]:
    """Each promise: change it, say that it was kept, or drop it."""
    return [_promise(scene, each, verbs, today) for each in scene.promises]


def _promise(scene: PainScene, promise: Commitment, verbs: PainVerbs, today: date) -> PainLine:
    is_open = promise.state is CommitmentState.OPEN
    late = is_open and (not promise.owner or (promise.due_on is not None and promise.due_on < today))
    does: tuple[Does, ...] = (
        (translate("PainRecords", "Change…"), lambda: verbs.promise(scene, promise)),
        (translate("PainRecords", "Kept…"), lambda: verbs.settle(promise, CommitmentState.KEPT)),
        (translate("PainRecords", "Drop…"), lambda: verbs.settle(promise, CommitmentState.DROPPED)),
    )
    return PainLine(promise.text, promise_about(promise, today), late, does if is_open else does[:1])


def site_lines(scene: PainScene, verbs: PainVerbs, late_sites: frozenset[UUID]) -> list[PainLine]:
    """Each site where it was noted: how long ago it was told anything, and what it was told of this."""
    lines = []
    for site_id, site, days in scene.days_since_told:
        mine = [each for each in scene.updates if each.site_id == site_id]
        last = mine[0] if mine else None
        parts = [told_words(days)]
        if last is not None:
            parts.append(_told(last))
        does: list[Does] = [(translate("PainRecords", "Tell…"), _telling(verbs, scene, site_id))]
        if last is not None and last.acknowledged_on is None:
            does.append((translate("PainRecords", "Acknowledged…"), _acknowledging(verbs, last)))
        late = days is None or site_id in late_sites
        lines.append(PainLine(site, "  ·  ".join(parts), late, tuple(does)))
    return lines


def desk_lines(scene: PainScene, verbs: PainVerbs) -> list[PainLine]:
    """What the service desk was told, and whether it has said that it knows."""
    lines = []
    for record in scene.told_desk:
        known = record.acknowledged_on is not None
        does: tuple[Does, ...] = (
            () if known else ((translate("PainRecords", "Acknowledged…"), _acknowledging(verbs, record)),)
        )
        title = translate("PainRecords", "Service desk, {day}").format(day=day_words(record.told_on, MEDIUM))
        lines.append(PainLine(title, _told(record), False, does))
    return lines


def _told(record: Update | FeedbackRecord) -> str:
    """How, by whom, in which words, and whether they know."""
    known = translate("PainRecords", "not acknowledged yet")
    if record.acknowledged_on is not None:
        words = (
            translate("PainRecords", "acknowledged by {who} on {day}")
            if record.acknowledged_by
            else translate("PainRecords", "acknowledged on {day}")
        )
        known = words.format(who=record.acknowledged_by, day=day_words(record.acknowledged_on, MEDIUM))
    said = " ".join(record.text.split())
    shown = f"“{said[:160]}{'…' if len(said) > 160 else ''}”" if said else ""
    return "  ·  ".join(part for part in (record.channel, shown, known) if part)


def _telling(verbs: PainVerbs, scene: PainScene, site_id: UUID) -> Callable[[], object]:
    return lambda: verbs.tell_site(scene, site_id)


def _acknowledging(verbs: PainVerbs, record: Update | FeedbackRecord) -> Callable[[], object]:
    return lambda: verbs.acknowledge(record)


def follow_lines(scene: PainScene, verbs: PainVerbs) -> list[PainLine]:
    """Each change: before, after, what was given back, and how sure that is."""
    return [_proof(each, verbs) for each in scene.follow_ups]


def _proof(proof: Proof, verbs: PainVerbs) -> PainLine:
    follow_up = proof.follow_up
    title = day_words(follow_up.changed_on, MEDIUM)
    if follow_up.change_ref:
        title = f"{title}: {follow_up.change_ref}"
    parts = [verdict_words(proof)]
    if proof.verdict is not Verdict.NOT_MEASURED:
        parts.append(translate("PainRecords", "before: {side}").format(side=_side(proof.before)))
        parts.append(translate("PainRecords", "after: {side}").format(side=_side(proof.after)))
    if follow_up.note:
        parts.append(follow_up.note)
    strike: Does = (translate("PainRecords", "Strike"), lambda: verbs.strike(follow_up.id))
    return PainLine(title, "  ·  ".join(parts), proof.verdict is Verdict.WORSE, (strike,))


def verdict_words(proof: Proof) -> str:
    """Whether it helped, in plain words."""
    back = amounts.hours(abs(proof.given_back))
    match proof.verdict:
        case Verdict.BETTER:
            return translate("PainRecords", "It helped: {hours:|hour|hours} a year given back").format(hours=back)
        case Verdict.WORSE:
            return translate("PainRecords", "It got worse: {hours:|hour|hours} a year more").format(hours=back)
        case Verdict.NOT_YET_PROVEN:
            words = (
                translate("PainRecords", "Not yet proven: perhaps {hours:|hour|hours} a year given back")
                if proof.given_back >= 0
                else translate("PainRecords", "Not yet proven: perhaps {hours:|hour|hours} a year more")
            )
            return words.format(hours=back)
    return translate(
        "PainRecords", "Not measured yet: somebody must go to the same place and role before and after the change"
    )


def _side(side: Side) -> str:
    minutes = "" if side.minutes is None else f"{amounts.short(side.minutes, 1)} min"
    if side.per_hour is None:
        return minutes or translate("PainRecords", "nobody was out")
    often = translate("PainRecords", "met {rate} in ten hours of watching").format(
        rate=amounts.short(side.per_hour * 10, 1)
    )
    return ", ".join(part for part in (often, minutes) if part)
