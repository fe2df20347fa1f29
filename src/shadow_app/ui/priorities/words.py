"""Weights, their swings and moves since a locked ranking in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.released import Snapshot
from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.domain.words import WAYS_AROUND, WORKAROUND_STEPS
from shadow_app.insight.sensitivity import Swing, Trial, holds
from shadow_app.insight.since import Course, Since, SinceLine
from shadow_app.insight.weight_dials import Dial, Turned
from shadow_app.ui import amounts
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.letters import leading
from shadow_app.ui.scale_words import damage_word, time_word

translate = QCoreApplication.translate

Name = Callable[[UUID], str]
_MOST_NAMED = 3


def dial_words(dial: Dial) -> str:
    """A weight, as the panel calls it."""
    match dial.turned:
        case Turned.DAMAGE:
            word = damage_word(BusinessDamage(dial.step))
            return translate("Priorities", "Damage: {step}").format(step=word)
        case Turned.TIME:
            return translate("Priorities", "Harm: {step}").format(step=time_word(TimeToDamage(dial.step)))
        case Turned.WORKAROUND:
            return leading(WAYS_AROUND[WORKAROUND_STEPS[dial.step]])
        case Turned.UNRECOVERED:
            return translate("Priorities", "Lost time that nobody makes up for")
    return translate("Priorities", "Hours that steady a short visit")


def dial_value(dial: Dial, value: float) -> str:
    """A weight's value: a share in percent, hours in hours, everything else as a plain number."""
    match dial.turned:
        case Turned.UNRECOVERED:
            return amounts.percent(value)
        case Turned.PHANTOM:
            return translate("Priorities", "{hours} h").format(hours=amounts.short(value))
    return amounts.short(value, 3)


def sturdiness(swings: Sequence[Swing]) -> str:
    """What survives, in one sentence."""
    kept = holds(swings)
    if kept.order:
        return translate("Priorities", "The whole order stays as it is whatever you do to one weight by half.")
    if kept.first_three and kept.first:
        return translate("Priorities", "The first three stay the first three whatever you do to one weight by half.")
    if kept.first_three:
        return translate(
            "Priorities",
            "The first three stay the first three whatever you do to one weight by half; which of them leads can "
            "change.",
        )
    if kept.first:
        return translate(
            "Priorities",
            "The first stays the first whatever you do to one weight by half; who else is among the first three hangs "
            "on the weights.",
        )
    return translate("Priorities", "Half of one weight is enough to bring another service to the first place.")


def trial_words(trial: Trial, name: Name) -> str:
    """What one turn of one weight changes."""
    if not trial.moved:
        return translate("Priorities", "nothing moves")
    passing = translate("Priorities", "{one} passes {other}")
    named = [passing.format(one=name(each.service_id), other=name(each.passed_id)) for each in trial.passes]
    return amounts.joined(named, _MOST_NAMED)


def snapshot_words(snapshot: Snapshot) -> str:
    """A locked ranking in the chooser: "12 March 2027 · Spring"."""
    return f"{day_words(snapshot.made_at.astimezone(), MEDIUM)} · {snapshot.name}"


def move_words(line: SinceLine) -> str:
    """Where it has gone, short: up 2, down 1, new, gone; nothing where it stayed."""
    match line.course:
        case Course.NEW:
            return translate("Priorities", "new")
        case Course.GONE:
            return translate("Priorities", "gone")
        case Course.UP:
            return translate("Priorities", "up {places}").format(places=line.places)
        case Course.DOWN:
            return translate("Priorities", "down {places}").format(places=-line.places)
    return ""


def line_title(line: SinceLine, name: str) -> str:
    """One service: "Label printing: up 2, from place 4 to 2"."""
    then, now = line.then.rank if line.then else 0, line.now.rank if line.now else 0
    words = {
        Course.NEW: translate("Priorities", "{name}: new, at place {now}"),
        Course.GONE: translate("Priorities", "{name}: gone, it was at place {then}"),
        Course.SAME: translate("Priorities", "{name}: still at place {now}"),
    }.get(line.course, translate("Priorities", "{name}: {move}, from place {then} to {now}"))
    return words.format(name=name, move=move_words(line), then=then, now=now)


def line_about(line: SinceLine) -> str:
    """Its hours then and now, and whether that is more than chance."""
    hours = translate("Priorities", "{hours} h a year")
    if line.then is None or line.now is None:
        there = line.now or line.then
        return hours.format(hours=amounts.hours(there.hours)) if there else ""
    then, now = amounts.hours(line.then.hours), amounts.hours(line.now.hours)
    if then == now:
        return translate("Priorities", "{now} h a year, as then").format(now=now)
    said = translate("Priorities", "{then} h a year then, {now} h now").format(then=then, now=now)
    if line.beyond_chance is None:
        return said
    sure = (
        translate("Priorities", "more than chance explains")
        if line.beyond_chance
        else translate("Priorities", "which may be chance: the likely ranges overlap")
    )
    return f"{said}, {sure}"


def since_title(since: Since, name: Name) -> str:
    """The moves that matter, in one sentence."""
    day = day_words(since.snapshot.made_at.astimezone(), MEDIUM)
    if not since.moved:
        return translate("Priorities", "Since {day} the order is the same.").format(day=day)
    ordered = sorted(since.moved, key=lambda line: -abs(line.hours))
    named = [f"{name(line.service_id)} {move_words(line)}" for line in ordered]
    words = translate("Priorities", "Since {day}: {moves}.")
    return words.format(day=day, moves=amounts.joined(named, _MOST_NAMED))


def since_words(since: Since) -> str:
    """What else is different: visits, and weights that are other ones."""
    said = [_visits(since.more_visits)]
    if since.snapshot.currency and since.snapshot.currency != since.currency_now:
        said.append(translate("Priorities", "The money is in another currency than then."))
    changed = [
        translate("Priorities", "{weight} {then} → {now}").format(
            weight=dial_words(each.dial),
            then=dial_value(each.dial, each.then),
            now=dial_value(each.dial, each.now),
        )
        for each in since.weight_changes
    ]
    if changed:
        words = translate("Priorities", "The weights are other ones than then, which moves places too: {weights}.")
        said.append(words.format(weights=amounts.joined(changed)))
    else:
        said.append(translate("Priorities", "The weights are the same as then."))
    return " ".join(said)


def _visits(more: int) -> str:
    if more > 0:
        return translate("Priorities", "{visits} more than then.").format(visits=amounts.visits(more))
    if more < 0:
        return translate("Priorities", "{visits} fewer than then.").format(visits=amounts.visits(-more))
    return translate("Priorities", "No visit has been added since.")
