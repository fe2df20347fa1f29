"""Pain points in words and in JSON, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.cli import output
from shadow_app.domain.vocabulary import Lane
from shadow_app.insight.before_after import Proof, Verdict
from shadow_app.insight.silent_pain import Silence
from shadow_app.reports.amounts import counted, percent
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainRow, PainScene

LANES = {
    Lane.DAMAGING: "business damage",
    Lane.TIME_CRITICAL: "time-critical",
    Lane.PLAN: "plan",
    Lane.DEFERRABLE: "can wait",
}
VERDICTS = {
    Verdict.BETTER: "it helped",
    Verdict.WORSE: "it made things worse",
    Verdict.NOT_YET_PROVEN: "not yet proven",
    Verdict.NOT_MEASURED: "not measured yet",
}
_NOBODY = "nobody yet"


def say_rows(rows: Sequence[PainRow]) -> None:
    """The list as a table."""
    if not rows:
        output.say("Nothing is noted that hurts a service yet; tag notes with services, then group them.")
        return
    head = ("pain point", "service", "hours a year", "money a year", "what to do", "stands", "talks to them", "next")
    table = [
        (
            f"{row.title} ({row.notes})",
            row.service,
            f"{row.hours:,.0f}",
            f"{row.cost:,.0f} {row.currency}",
            LANES[row.lane] if row.graded else "not graded",
            f"{row.standing}, {row.choice}" if row.choice else row.standing.value,
            row.owner or ("" if row.id is None else _NOBODY),
            row.next_on.isoformat() if row.next_on else "",
        )
        for row in rows
    ]
    output.table([head, *table], right=(2, 3))


def say_witnesses(found: Sequence[Witness]) -> None:
    """Notes with their ids, so that they can be grouped."""
    if not found:
        output.say("Every note of this service is in a pain point.")
    for each in found:
        output.say(f"{each.note.note.id}  {each.visit.visit.local_start:%Y-%m-%d}  {each.visit.site}")
        output.say(f"    {each.note.note.text}")


def say_scene(scene: PainScene) -> None:
    """One pain point on a page."""
    row, cost = scene.row, scene.cost
    output.say(f"{row.title}  [{row.service}]  {row.standing}  {scene.pain_point.id}")
    output.say(
        f"{row.hours:,.0f} hours a year (80 %: {scene.spread.low:,.0f} – {scene.spread.high:,.0f}), "
        f"{row.cost:,.0f} {row.currency}; {cost.observed_minutes:,.0f} minutes were seen to be lost"
    )
    output.say(f"{row.notes} notes, {row.visits} visits, {row.sites} sites: {row.evidence}; {LANES[row.lane]}")
    for word, text in (("at stake", scene.stake), *(("then", each) for each in scene.consequences)):
        if text:
            output.say(f"{word}: {text}")
    six = scene.six
    for question, answer in (
        ("Business damage?", six.damage),
        ("Time-critical?", six.time_critical),
        ("Can it wait?", six.deferrable),
        ("Worth how much effort?", six.effort),
        ("Who talks to them?", six.engagement),
        ("What does the desk know?", six.desk),
    ):
        output.say(f"  {question:26}{answer or 'not answered yet'}")
    _say_done(scene)


def _say_done(scene: PainScene) -> None:
    if scene.decision is not None:
        output.say(f"decided: {scene.decision.choice}, {scene.decision.reason}")
    for promise in scene.promises:
        due = f", by {promise.due_on}" if promise.due_on else ""
        output.say(f"promised: {promise.text} ({promise.owner}{due}): {promise.state}  {promise.id}")
    for proof in scene.follow_ups:
        back = f"{proof.given_back:,.0f} hours a year given back, {VERDICTS[proof.verdict]}"
        output.say(f"changed on {proof.follow_up.changed_on}: {back}")
    if scene.silence.share is not None:
        output.say(f"never reported: {_unreported(scene.silence)}")
    if scene.waits.mean_days is not None:
        output.say(f"waits: {scene.waits.notes}, {scene.waits.mean_days:,.0f} days on average, {scene.waits.open} open")
    for site in scene.days_since_told:
        output.say(f"{site.site}: " + ("never told" if site.days is None else f"told {site.days} days ago"))


def _unreported(heard: Silence) -> str:
    if heard.telling and heard.share is not None:
        return percent(heard.share)
    return f"in {heard.silent_notes} of {counted(heard.notes, 'note')}: too few to tell"


def of_row(row: PainRow) -> dict[str, Any]:
    """A line of the list."""
    return {**vars(row)}


def of_witness(witness: Witness) -> dict[str, Any]:
    """A note that stands behind it."""
    shown = output.of_note(witness.note)
    return {**shown, "quote": witness.quote, "site": witness.visit.site, "visit": witness.visit.visit.number}


_OF_WAITS = ("notes", "open", "mean_days", "longest_days", "expired_share")


def of_scene(scene: PainScene) -> dict[str, Any]:
    """Everything about one pain point."""
    cost, silence = scene.cost, scene.silence
    return {
        **of_row(scene.row),
        "hours_low": scene.spread.low,
        "hours_high": scene.spread.high,
        "observed_minutes": cost.observed_minutes,
        "extrapolated_hours": cost.extrapolated_hours,
        "impact": cost.impact,
        "urgency": cost.urgency,
        "priority": cost.priority,
        "effort_cap_days": cost.effort_cap,
        "stake": scene.stake,
        "consequences": scene.consequences,
        "six": vars(scene.six),
        "fixing_team": scene.fixing_team,
        "decision": scene.decision,
        "promises": scene.promises,
        "updates": scene.updates,
        "told_desk": scene.told_desk,
        "follow_ups": [_of_proof(each) for each in scene.follow_ups],
        "trend": [
            {"on": each.on, "monthly": each.monthly, "hours": each.hours, "seen": each.seen, "rate": each.rate}
            for each in scene.trend
        ],
        "silence": {
            "asked": silence.times,
            "silent": silence.silent,
            "share": silence.share if silence.telling else None,
        },
        "waits": {name: getattr(scene.waits, name) for name in _OF_WAITS},
        "days_since_told": [each._asdict() for each in scene.days_since_told],
        "merged": [each.id for each in scene.merged],
        "notes_shown": [of_witness(each) for each in scene.witnesses],
    }


def _of_proof(proof: Proof) -> dict[str, Any]:
    low, high = proof.given_back_range
    return {
        "changed_on": proof.follow_up.changed_on,
        "change_ref": proof.follow_up.change_ref,
        "verdict": proof.verdict,
        "hours_before": proof.before.hours,
        "hours_after": proof.after.hours,
        "given_back": proof.given_back,
        "given_back_low": low,
        "given_back_high": high,
    }
