"""What is understood of a line, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.domain.language import Labels, lowered, mark, say
from shadow_app.domain.words import KINDS
from shadow_app.insight.quick_entry import Chip, ServiceRef, parse


def show_parse(shadow: Shadow, args: argparse.Namespace) -> int:
    """What is understood of a line; nothing is saved."""
    entry = parse(" ".join(args.line), shadow.catalogue.lexicon())
    names = {service.id: service.name for service in shadow.catalogue.services()}
    suggested = shadow.suggesting.suggest(entry.text) if not entry.service_ids else ()
    if args.json:
        found = [{"service": names[each.service_id], "because": each.because} for each in suggested]
        output.say_json({**output.of_entry(entry), "suggested": found})
        return 0
    output.say(say("text     {text_}", text_=entry.text))
    output.say(say("kind     {kind}", kind=lowered(KINDS[entry.kind])))
    for chip in entry.chips:
        output.say(f"{_TAKEN[chip.taken]:8} {_CHIPS[chip.field]:9} {chip.source}{_asks(chip, names)}")
    for each in suggested:
        because = say(" (because of {list})", list=", ".join(each.because)) if each.because else ""
        output.say(say("suggest  service   {names}{because}", names=names[each.service_id], because=because))
    return 0


_TAKEN = Labels({True: mark("taken"), False: mark("offered")})
_CHIPS = Labels(
    {
        "kind": mark("kind"),
        "evidence": mark("evidence"),
        "service": mark("service"),
        "role": mark("role"),
        "minutes": mark("minutes"),
        "count": mark("count"),
        "people": mark("people"),
        "rate": mark("rate"),
        "damage": mark("damage"),
        "when": mark("time"),
        "quote": mark("quote"),
    }
)


def _or(names: Sequence[str]) -> str:
    return say("{first} or {last}", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def _asks(chip: Chip, names: Mapping[UUID, str]) -> str:
    """What is asked about a word that names several services."""
    if not isinstance(chip.value, ServiceRef) or len(chip.value.matches) < 2:
        return ""
    return say("  (asks later which: {list})", list=_or([names[each] for each in chip.value.matches]))
