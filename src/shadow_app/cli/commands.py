"""The commands that work on an open store; each is a few lines over one use case."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TypeAlias

from shadow_app.bootstrap import Shadow
from shadow_app.cli import hub, output, privacy, sync
from shadow_app.cli.consent import consent
from shadow_app.cli.coverage import coverage
from shadow_app.cli.decide import decide
from shadow_app.cli.export import export
from shadow_app.cli.figures import priorities
from shadow_app.cli.find import named, visit_card
from shadow_app.cli.painpoint import painpoint
from shadow_app.cli.parsing import show_parse
from shadow_app.cli.report import report
from shadow_app.cli.review import review
from shadow_app.cli.snapshot import snapshot
from shadow_app.cli.team import team
from shadow_app.domain.action_names import IMPORTED
from shadow_app.domain.errors import NotFound, Refused, StoreTrouble
from shadow_app.domain.language import lowered, say
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.domain.words import KINDS, VISIT_STATES
from shadow_app.insight.quick_entry import parse
from shadow_app.reports.amounts import counted
from shadow_app.usecases.drafting import LONGEST_NOTE
from shadow_app.usecases.importing import bytes_of

Arguments: TypeAlias = argparse.Namespace


def note(shadow: Shadow, args: Arguments) -> int:
    """Write one note, or every line of standard input. Each is on the disk before the next is read."""
    visit = visit_card(shadow, args.visit).visit if args.visit else _live(shadow)
    lexicon = shadow.catalogue.lexicon()
    lines: Iterable[str] = (" ".join(args.line),) if args.line else (line.rstrip("\r\n") for line in sys.stdin)
    saved: list[Observation] = []
    try:
        for line in lines:
            if line.strip():
                saved.append(shadow.capture.note(visit.id, parse(line, lexicon), datetime.now().astimezone()))
                _acknowledge(saved[-1], line, args)
    finally:
        # Also when a later line fails: what is on the disk must not be typed again.
        if args.json:
            output.say_json([output.of_note(shadow.capture.shown(each.id)) for each in saved])
    if not saved:
        raise Refused(say("There was nothing to note: give a line, or lines on standard input."))
    # The notes are marked, so what cannot be learnt now is learnt next time.
    with suppress(StoreTrouble):
        shadow.suggesting.learn()
    return 0


def _acknowledge(written: Observation, line: str, args: Arguments) -> None:
    if not args.json:
        output.say(say("saved {local_time:%H:%M:%S}  {text_}", local_time=written.local_time, text_=written.text))
    if len(line) > len(written.line) == LONGEST_NOTE:
        output.warn(
            say(
                "This line has {line:,|character|characters} and a note holds {longest_note:,}, so its end was left "
                "out; split it and note the rest.",
                line=len(line),
                longest_note=LONGEST_NOTE,
            )
        )


def visit(shadow: Shadow, args: Arguments) -> int:
    """Plan, list, show, start and finish visits."""
    match args.what:
        case "list":
            return _visit_list(shadow, args)
        case "show":
            return _visit_show(shadow, args)
        case "consent":
            return consent(shadow, visit_card(shadow, args.visit).visit.id, args)
        case "new":
            planned = _visit_new(shadow, args)
        case "start":
            planned = shadow.planning.start(visit_card(shadow, args.visit).visit.id)
        case _:
            planned = shadow.planning.finish(visit_card(shadow, args.visit).visit.id)
    _say_card(shadow.planning.card(planned.id), args)
    return 0


def bring_in(shadow: Shadow, args: Arguments) -> int:
    """Import a file: say what it would do, then do it."""
    data = bytes_of(args.file)
    verbs = {
        "catalogue": shadow.importing.catalogue,
        "sites": shadow.importing.sites,
        "ranking": shadow.importing.ranking,
        "notes": shadow.importing.notes,
        "tickets": shadow.importing.tickets,
        "targets": shadow.importing.targets,
    }
    plan = verbs[args.what](data)
    if args.json:
        refused = [{"line": each.line_number, "why": each.why} for each in plan.refused]
        output.say_json({"summary": plan.summary, "refused": refused, "remarks": plan.remarks})
    else:
        output.say(f"{args.file.name}: {plan.summary}")
        for line in (
            *plan.remarks,
            *(say("line {line_number}: {why}", line_number=each.line_number, why=each.why) for each in plan.refused),
        ):
            output.warn(line)
    if not args.dry_run and plan.records:
        shadow.importing.take(plan, IMPORTED[args.what])
    return 0


COMMANDS: dict[str, Callable[[Shadow, Arguments], int]] = {
    "note": note,
    "parse": show_parse,
    "visit": visit,
    "import": bring_in,
    "coverage": coverage,
    "painpoint": painpoint,
    "decide": decide,
    "export": export,
    "priorities": priorities,
    "report": report,
    "snapshot": snapshot,
    "review": review,
    **sync.COMMANDS,
    "team": team,
    **hub.COMMANDS,
    **privacy.COMMANDS,
}


def _live(shadow: Shadow) -> Visit:
    live = shadow.planning.visits((VisitState.LIVE,))
    if len(live) == 1:
        return live[0].visit
    if not live and not shadow.planning.visits():
        raise NotFound(say("There are no visits yet; plan one with `shadow-app visit new --site … --role …`."))
    if not live:
        raise NotFound(say("No visit is live; start one with `shadow-app visit start ID`, or name one with --visit."))
    numbers = ", ".join(card.visit.number for card in live)
    raise NotFound(say("Several visits are live ({numbers}); say which with --visit.", numbers=numbers))


def _visit_list(shadow: Shadow, args: Arguments) -> int:
    cards = shadow.planning.visits()
    if args.json:
        output.say_json([output.of_card(card) for card in cards])
    elif not cards:
        output.say(say("There are no visits yet; plan one with `shadow-app visit new --site … --role …`."))
    else:
        output.table(
            [
                (
                    card.visit.number,
                    say("{moment:%Y-%m-%d %H:%M}", moment=card.visit.local_start),
                    VISIT_STATES[card.visit.state],
                    card.site,
                    card.role,
                    card.shadower,
                    counted(card.notes, "note|notes"),
                )
                for card in cards
            ]
        )
    return 0


def _visit_show(shadow: Shadow, args: Arguments) -> int:
    card = visit_card(shadow, args.visit)
    notes = shadow.capture.timeline(card.visit.id)
    if args.json:
        output.say_json({**output.of_card(card), "timeline": [output.of_note(each) for each in notes]})
        return 0
    _say_card(card, args)
    for each in notes:
        services = f"  [{', '.join(each.services)}]" if each.services else ""
        output.say(f"{each.note.local_time:%H:%M}  {lowered(KINDS[each.note.kind]):10}  {each.note.text}{services}")
    return 0


def _visit_new(shadow: Shadow, args: Arguments) -> Visit:
    site = named(shadow.catalogue.sites(), args.site, "site", say("shadow-app import sites FILE"))
    firm = shadow.catalogue.get(BusinessUnit, site.unit_id).organisation_id
    roles = [role for role in shadow.catalogue.roles() if role.organisation_id == firm]
    role = named(roles, args.role, "role", say("shadow-app import sites FILE"))
    people = shadow.catalogue.shadowers()
    me = next((each for each in people if each.id == shadow.settings.shadower_id), None)
    goer = named(people, args.shadower, "IT person", say("shadow-app init --name NAME")) if args.shadower else me
    if goer is None:
        raise NotFound(say("Who goes? Say --shadower NAME, or who you are with `shadow-app init --name NAME`."))
    at = _moment(args.at)
    offset = at.utcoffset()
    planned = shadow.planning.plan(
        Visit(
            site_id=site.id,
            role_id=role.id,
            shadower_id=goer.id,
            starts_at=at,
            utc_offset=round(offset.total_seconds() / 60) if offset else 0,
            focus=args.focus,
        )
    )
    return shadow.planning.start(planned.id, at) if args.start else planned


def _moment(text: str | None) -> datetime:
    if text is None:
        return datetime.now().astimezone()
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise Refused(say("“{text_}” is not a time; write it as 2026-11-23T05:30.", text_=text)) from None


def _say_card(card: VisitCard, args: Arguments) -> None:
    if args.json:
        output.say_json(output.of_card(card))
        return
    output.say(
        say(
            "{number}  {site} ({unit}), {role}, with {shadower}",
            number=card.visit.number,
            site=card.site,
            unit=card.unit,
            role=card.role,
            shadower=card.shadower,
        )
    )
    output.say(
        say(
            "{at:%A %d %B %Y, %H:%M} · {state} · {notes}, {untagged} without a service",
            at=card.visit.local_start,
            state=VISIT_STATES[card.visit.state],
            notes=counted(card.notes, "note|notes"),
            untagged=card.untagged,
        )
    )
