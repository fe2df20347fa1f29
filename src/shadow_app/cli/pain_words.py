"""Pain points in words and in JSON, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shadow_app.cli import output
from shadow_app.domain.language import Labels, mark, say, shown
from shadow_app.domain.words import CHOICE_WORDS, GRADES, LANE_PILLS, PROMISES
from shadow_app.insight.before_after import Proof, Verdict
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.standing import Standing
from shadow_app.reports.amounts import counted, percent
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainRow, PainScene

VERDICTS = Labels(
    {
        Verdict.BETTER: mark("it helped"),
        Verdict.WORSE: mark("it made things worse"),
        Verdict.NOT_YET_PROVEN: mark("not yet proven"),
        Verdict.NOT_MEASURED: mark("not measured yet"),
    }
)
_NOBODY = mark("nobody yet")
_STANDING = Labels(
    {
        Standing.NEW: mark("no decision yet"),
        Standing.DECIDED: mark("decided"),
        Standing.PROMISED: mark("promised"),
        Standing.CLOSED: mark("closed"),
        Standing.REOPENED: mark("seen again after it was closed"),
    }
)


def say_rows(rows: Sequence[PainRow]) -> None:
    """The list as a table."""
    if not rows:
        output.say(say("Nothing is noted that hurts a service yet; tag notes with services, then group them."))
        return
    head = (
        say("pain point"),
        say("service"),
        say("hours a year"),
        say("money a year"),
        say("what to do"),
        say("stands"),
        say("talks to them"),
        say("next"),
    )
    table = [
        (
            f"{row.title} ({row.notes})",
            row.service,
            shown(row.hours, ",.0f"),
            f"{shown(row.cost, ',.0f')} {row.currency}",
            LANE_PILLS[row.lane] if row.graded else say("not graded"),
            _standing(row),
            row.owner or ("" if row.id is None else say(_NOBODY)),
            say("{day:%Y-%m-%d}", day=row.next_on) if row.next_on else "",
        )
        for row in rows
    ]
    output.table([head, *table], right=(2, 3))


def _standing(row: PainRow) -> str:
    return _STANDING[row.standing] if row.choice is None else f"{_STANDING[row.standing]}, {CHOICE_WORDS[row.choice]}"


def say_witnesses(found: Sequence[Witness]) -> None:
    """Notes with their ids, so that they can be grouped."""
    if not found:
        output.say(say("Every note of this service is in a pain point."))
    for each in found:
        output.say(
            say(
                "{id}  {day:%Y-%m-%d}  {site}",
                id=each.note.note.id,
                day=each.visit.visit.local_start,
                site=each.visit.site,
            )
        )
        output.say(f"    {each.note.note.text}")


def say_scene(scene: PainScene) -> None:
    """One pain point on a page."""
    row, cost = scene.row, scene.cost
    output.say(f"{row.title}  [{row.service}]  {_standing(row)}  {scene.pain_point.id}")
    output.say(
        say(
            "{hours:,.0f|hour|hours} a year (80 %: {low:,.0f} – {high:,.0f}), {cost:,.0f} {currency}; "
            "{observed_minutes:,.0f|minute was|minutes were} seen to be lost",
            hours=row.hours,
            low=scene.spread.low,
            high=scene.spread.high,
            cost=row.cost,
            currency=row.currency,
            observed_minutes=cost.observed_minutes,
        )
    )
    output.say(
        say(
            "{notes}, {visits}, {sites}: {evidence}; {lane}",
            notes=counted(row.notes, "note|notes"),
            visits=counted(row.visits, "visit|visits"),
            sites=counted(row.sites, "site|sites"),
            evidence=GRADES[row.evidence],
            lane=LANE_PILLS[row.lane],
        )
    )
    for word, text in ((say("at stake"), scene.stake), *((say("then"), each) for each in scene.consequences)):
        if text:
            output.say(f"{word}: {text}")
    six = scene.six
    for question, answer in (
        (say("Business damage?"), six.damage),
        (say("Time-critical?"), six.time_critical),
        (say("Can it wait?"), six.deferrable),
        (say("Worth how much effort?"), six.effort),
        (say("Who talks to them?"), six.engagement),
        (say("What does the desk know?"), six.desk),
    ):
        output.say(f"  {question:26}{answer or say('not answered yet')}")
    _say_done(scene)


def _say_done(scene: PainScene) -> None:
    if scene.decision is not None:
        output.say(
            say("decided: {choice}, {reason}", choice=CHOICE_WORDS[scene.decision.choice], reason=scene.decision.reason)
        )
    for promise in scene.promises:
        due = say(", by {due_on}", due_on=promise.due_on) if promise.due_on else ""
        output.say(
            say(
                "promised: {text_} ({owner}{due}): {state}  {id}",
                text_=promise.text,
                owner=promise.owner,
                due=due,
                state=PROMISES[promise.state],
                id=promise.id,
            )
        )
    for proof in scene.follow_ups:
        back = say(
            "{given_back:,.0f|hour|hours} a year given back, {verdicts}",
            given_back=proof.given_back,
            verdicts=VERDICTS[proof.verdict],
        )
        output.say(say("changed on {changed_on}: {back}", changed_on=proof.follow_up.changed_on, back=back))
    if scene.silence.share is not None:
        output.say(say("never reported: {unreported}", unreported=_unreported(scene.silence)))
    if scene.waits.mean_days is not None:
        output.say(
            say(
                "waits: {notes}, {mean_days:,.0f|day|days} on average, {open} open",
                notes=scene.waits.notes,
                mean_days=scene.waits.mean_days,
                open=scene.waits.open,
            )
        )
    for site in scene.days_since_told:
        output.say(
            f"{site.site}: "
            + (say("never told") if site.days is None else say("told {days:|day|days} ago", days=site.days))
        )


def _unreported(heard: Silence) -> str:
    if heard.telling and heard.share is not None:
        return percent(heard.share)
    return say(
        "in {silent_notes} of {notes}: too few to tell",
        silent_notes=heard.silent_notes,
        notes=counted(heard.notes, "note|notes"),
    )


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
