"""Locked rankings on the command line, what has changed since, and what other weights would change."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named
from shadow_app.domain.language import say, shown
from shadow_app.domain.released import Snapshot
from shadow_app.domain.vocabulary import BusinessDamage, TimeToDamage
from shadow_app.domain.words import DAMAGES, TIMES, WAYS_AROUND, WORKAROUND_STEPS
from shadow_app.insight.sensitivity import Holds, Swing, Trial, holds
from shadow_app.insight.since import Course, Since, SinceLine
from shadow_app.insight.weight_dials import Dial, Turned
from shadow_app.reports.amounts import counted, percent
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.prioritising import Priorities


def snapshot(shadow: Shadow, args: argparse.Namespace) -> int:
    """List, take and show locked rankings."""
    match args.what:
        case "list":
            _list(shadow, args)
        case "take":
            _say_taken(shadow.snapshots.take(args.name, unit_of(shadow, args.unit)), args)
        case _:
            _show(shadow, args)
    return 0


def unit_of(shadow: Shadow, name: str | None) -> UUID | None:
    """The business unit of this name; None, for all, where none is named.

    Raises:
        NotFound: there is none, or there are several.
    """
    if name is None:
        return None
    return named(shadow.catalogue.units(), name, "business unit", say("shadow-app import sites FILE")).id


def _list(shadow: Shadow, args: argparse.Namespace) -> None:
    known = shadow.snapshots.all()
    units = {unit.id: unit.name for unit in shadow.catalogue.units()}
    if args.json:
        output.say_json([{**_head(each, units), "services": len(each.lines)} for each in known])
    elif not known:
        output.say(say("No ranking is locked yet; lock one with `shadow-app snapshot take NAME`."))
    else:
        output.table(
            [
                (
                    say("{day:%Y-%m-%d}", day=each.made_at),
                    each.name,
                    _place(each, units),
                    counted(len(each.lines), "service|services"),
                    counted(each.visits, "visit|visits"),
                    each.made_by,
                )
                for each in known
            ]
        )


def _say_taken(taken: Snapshot, args: argparse.Namespace) -> None:
    if args.json:
        output.say_json({"id": taken.id, "name": taken.name, "made_at": taken.made_at, "services": len(taken.lines)})
    else:
        output.say(
            say(
                "Locked as “{name}”: {services}. It will never change.",
                name=taken.name,
                services=counted(len(taken.lines), "service|services"),
            )
        )


def _show(shadow: Shadow, args: argparse.Namespace) -> None:
    snapshots = shadow.snapshots
    found = snapshots.named(args.name, unit_of(shadow, args.unit)) if args.unit else snapshots.called(args.name)
    units = {unit.id: unit.name for unit in shadow.catalogue.units()}
    names = shadow.snapshots.service_names()
    if args.json:
        lines = [{"service": names.get(line.service_id, ""), **dict(line)} for line in found.lines]
        output.say_json({**_head(found, units), "services": lines})
        return
    by = say(", by {made_by}", made_by=found.made_by) if found.made_by else ""
    output.say(
        say(
            "“{name}”, {place}, locked on {made_at}{by}, {visits}",
            name=found.name,
            place=_place(found, units),
            made_at=day_in_words(found.made_at),
            by=by,
            visits=counted(found.visits, "visit|visits"),
        )
    )
    output.table(_rows(found, names), right=(0, 2, 4, 5, 6))


def _rows(found: Snapshot, names: Mapping[UUID, str]) -> list[tuple[str, ...]]:
    heads = [
        (
            "",
            say("service"),
            say("hours a year"),
            say("80 % range"),
            say("{currency} a year", currency=found.currency),
            say("in the first three"),
            say("notes"),
        )
    ]
    return [
        *heads,
        *(
            (
                str(line.rank),
                names.get(line.service_id, "?"),
                shown(line.hours, ",.0f"),
                say("{low:,.0f} – {high:,.0f}", low=line.low, high=line.high),
                shown(line.cost, ",.0f"),
                percent(line.in_top_three),
                str(line.notes),
            )
            for line in found.lines
        ),
    ]


def _head(each: Snapshot, units: dict[UUID, str]) -> dict[str, object]:
    return {
        "id": each.id,
        "name": each.name,
        "unit": None if each.unit_id is None else units.get(each.unit_id),
        "made_at": each.made_at,
        "made_by": each.made_by,
        "currency": each.currency,
        "visits": each.visits,
        "weights_id": each.weights_id,
    }


def _place(each: Snapshot, units: dict[UUID, str]) -> str:
    return say("all units") if each.unit_id is None else units.get(each.unit_id, say("a removed unit"))


def say_since(ranked: Priorities, since: Since) -> None:
    """What has changed, one line a service."""
    kept = since.snapshot
    visits = _more(since.more_visits)
    output.say(
        say("Since “{name}” of {made_at}: {visits}.", name=kept.name, made_at=day_in_words(kept.made_at), visits=visits)
    )
    output.table([_moved(ranked, line) for line in since.lines])
    for change in since.weight_changes:
        output.say(
            say(
                "Another weight: {dial_words} was {then:g}, is {now:g}.",
                dial_words=dial_words(change.dial),
                then=change.then,
                now=change.now,
            )
        )


def _more(visits: int) -> str:
    if not visits:
        return say("no visit more")
    words = counted(abs(visits), "visit|visits")
    return say("{visits} more", visits=words) if visits > 0 else say("{visits} fewer", visits=words)


def _moved(ranked: Priorities, line: SinceLine) -> tuple[str, str, str, str]:
    then = say("{hours:,.0f} h", hours=line.then.hours) if line.then else "–"
    now = say("{hours:,.0f} h", hours=line.now.hours) if line.now else "–"
    sure = {None: "", True: say("more than chance"), False: say("may be chance")}[line.beyond_chance]
    return ranked.name(line.service_id), course_words(line), f"{then} → {now}", sure


def course_words(line: SinceLine) -> str:
    """Up 2 to 1, down 1 to 3, still 4, new at 5, gone."""
    now = line.now.rank if line.now else 0
    match line.course:
        case Course.NEW:
            return say("new at {now}", now=now)
        case Course.GONE:
            return say("gone")
        case Course.SAME:
            return say("still {now}", now=now)
    if line.places > 0:
        return say("up {places} to {now}", places=line.places, now=now)
    return say("down {places} to {now}", places=-line.places, now=now)


def since_json(ranked: Priorities, since: Since) -> object:
    """The same for another program."""
    return {
        "snapshot": since.snapshot.name,
        "made_at": since.snapshot.made_at,
        "visits_then": since.snapshot.visits,
        "visits_now": since.visits_now,
        "weights_changed": [
            {"weight": dial_words(change.dial), "then": change.then, "now": change.now}
            for change in since.weight_changes
        ],
        "services": [
            {
                "service": ranked.name(line.service_id),
                "service_id": line.service_id,
                "course": line.course,
                "rank_then": line.then.rank if line.then else None,
                "rank_now": line.now.rank if line.now else None,
                "hours_then": line.then.hours if line.then else None,
                "hours_now": line.now.hours if line.now else None,
                "beyond_chance": line.beyond_chance,
            }
            for line in since.lines
        ],
    }


def say_swings(ranked: Priorities, swings: Sequence[Swing]) -> None:
    """What survives, then every weight that moves something."""
    output.say(holds_words(holds(swings)))
    for swing in swings:
        for trial in swing.trials:
            for passing in _passes(ranked, trial):
                output.say(
                    f"{dial_words(swing.dial)}, {shown(swing.in_force, 'g')} → {shown(trial.value, 'g')}: {passing}"
                )


def holds_words(kept: Holds) -> str:
    """What survives half of any one weight, in one sentence."""
    if kept.order:
        return say("The order stays as it is whatever you do to one weight by half.")
    if kept.first_three:
        first = "" if kept.first else say("; which of them leads can change")
        return say("The first three stay the first three whatever you do to one weight by half{first}.", first=first)
    if kept.first:
        return say("The first stays the first whatever you do to one weight by half; the first three do not.")
    return say("Half of one weight can bring another service to the first place: say which weights you stand by.")


def swings_json(ranked: Priorities, swings: Sequence[Swing]) -> object:
    """Every weight, down and up."""
    return [
        {
            "weight": dial_words(swing.dial),
            "in_force": swing.in_force,
            "trials": [
                {
                    "value": trial.value,
                    "first_changes": trial.first,
                    "first_three_change": trial.first_three,
                    "order_changes": trial.moved,
                    "passes": list(_passes(ranked, trial)),
                    "cost": trial.cost,
                }
                for trial in swing.trials
            ],
        }
        for swing in swings
    ]


def _passes(ranked: Priorities, trial: Trial) -> Iterator[str]:
    return (
        say("{one} passes {other}", one=ranked.name(each.service_id), other=ranked.name(each.passed_id))
        for each in trial.passes
    )


def dial_words(dial: Dial) -> str:
    """A weight in plain words."""
    match dial.turned:
        case Turned.DAMAGE:
            return say("damage “{name}”", name=DAMAGES[BusinessDamage(dial.step)])
        case Turned.TIME:
            return say("harm “{name}”", name=TIMES[TimeToDamage(dial.step)])
        case Turned.WORKAROUND:
            return WAYS_AROUND[WORKAROUND_STEPS[dial.step]]
        case Turned.UNRECOVERED:
            return say("lost time that nobody makes up for")
    return say("hours that steady a short visit")
