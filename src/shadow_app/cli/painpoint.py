"""Pain points on the command line: each command is a few lines over one use case."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named
from shadow_app.cli.pain_parser import EDITS
from shadow_app.cli.pain_words import of_row, of_scene, of_witness, say_rows, say_scene, say_witnesses
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.service import Service

Arguments = argparse.Namespace
_TAKEN_BACK = "unset"
_BLANK = frozenset({"value_at_stake", "theme", "engagement_owner", "fixing_team"})
"""Fields that hold no words, rather than nothing, when they are taken back."""


def painpoint(shadow: Shadow, args: Arguments) -> int:
    """List, show, make, merge, split, edit and close pain points."""
    match args.what:
        case "list":
            rows = shadow.pains.rows(unit_of(shadow, args.unit), closed=args.closed)
            _answer(args, lambda: [of_row(row) for row in rows], lambda: say_rows(rows))
        case "unsorted":
            found = shadow.pains.unsorted(service_of(shadow, args.service).id)
            _answer(args, lambda: [of_witness(each) for each in found], lambda: say_witnesses(found))
        case "show":
            _show(shadow, args, pain_of(shadow, args.pain))
        case _:
            _show(shadow, args, _changed(shadow, args).id)
    return 0


def _changed(shadow: Shadow, args: Arguments) -> PainPoint:
    grouping = shadow.grouping
    match args.what:
        case "make":
            return grouping.make(service_of(shadow, args.service).id, args.title, _ids(args.notes))
        case "merge":
            return grouping.merge(pain_of(shadow, args.pain), [pain_of(shadow, each) for each in args.others])
        case "unmerge":
            return grouping.unmerge(pain_of(shadow, args.pain))
        case "split":
            return grouping.split(pain_of(shadow, args.pain), args.title, _ids(args.notes))
        case "close":
            return grouping.close(pain_of(shadow, args.pain), args.why, day_of(args.on))
        case "reopen":
            return grouping.reopen(pain_of(shadow, args.pain))
        case _:
            return grouping.edit(pain_of(shadow, args.pain), **_fields(args))


def pain_of(shadow: Shadow, asked: str) -> UUID:
    """The id of a pain point, by title or id; of a merged one as well, by id.

    Raises:
        NotFound: nothing has the title, or several do.
    """
    known = [each.pain_point for each in shadow.grouping.pain_points() if _is(each.pain_point.title, asked)]
    if len(known) == 1:
        return known[0].id
    if known:
        ids = ", ".join(str(each.id) for each in known)
        raise NotFound(
            say(
                "There are {known:|pain point|pain points} called “{asked}”; give the id of one: {ids}.",
                known=len(known),
                asked=asked,
                ids=ids,
            )
        )
    try:
        return UUID(asked)
    except ValueError:
        raise NotFound(
            say("There is no pain point “{asked}”; `shadow-app painpoint list` shows them.", asked=asked)
        ) from None


def service_of(shadow: Shadow, asked: str) -> Service:
    """A service by its code or name."""
    services = shadow.catalogue.services()
    coded = [each for each in services if each.code and _is(each.code, asked)]
    return coded[0] if len(coded) == 1 else named(services, asked, "service", say("shadow-app import catalogue FILE"))


def unit_of(shadow: Shadow, name: str | None) -> UUID | None:
    """A business unit by name; None for all."""
    if name is None:
        return None
    return named(shadow.catalogue.units(), name, "business unit", say("shadow-app import sites FILE")).id


def day_of(text: str | None) -> date | None:
    """A day as it is typed.

    Raises:
        Refused: it is no day.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(say("“{text_}” is not a day; write it as 2026-11-23.", text_=text)) from None


def number_of(text: str | None) -> float | None:
    """A number as it is typed.

    Raises:
        Refused: it is none.
    """
    if text is None:
        return None
    try:
        return float(text)
    except ValueError:
        raise Refused(say("“{text_}” is not a number; write it as 12 or 0.5.", text_=text)) from None


def _is(name: str, asked: str) -> bool:
    return name.casefold() == " ".join(asked.split()).casefold()


def _ids(asked: Iterable[str]) -> list[UUID]:
    found = []
    for each in asked:
        try:
            found.append(UUID(each))
        except ValueError:
            raise Refused(
                say("“{each}” is not the id of a note; `painpoint unsorted SERVICE` shows them.", each=each)
            ) from None
    return found


def _fields(args: Arguments) -> dict[str, Any]:
    """What was given, as the record has it; grades and numbers stay text, which the record reads by its own rules."""
    given = {asked["field"]: getattr(args, asked["field"]) for asked in EDITS.values()}
    fields = {name: value for name, value in given.items() if value is not None}
    if not fields:
        raise Refused(say("Say what to change, such as --damage 3 or --owner NAME; --help lists it all."))
    return {
        name: ("" if name in _BLANK else None) if value == _TAKEN_BACK and name != "title" else _read(name, value)
        for name, value in fields.items()
    }


def _read(name: str, value: str) -> object:
    if name in ("business_damage", "time_to_damage"):
        if not value.isdecimal():
            raise Refused(
                say(
                    "“{value}” is not a grade; give a digit, or {taken_back} to take it back.",
                    value=value,
                    taken_back=_TAKEN_BACK,
                )
            )
        return int(value)
    if name in ("loss_value", "loss_chance", "effort_days"):
        return number_of(value)
    return day_of(value) if name == "next_contact_on" else value


def _show(shadow: Shadow, args: Arguments, pain_point_id: UUID) -> None:
    scene = shadow.pains.scene(pain_point_id)
    _answer(args, lambda: of_scene(scene), lambda: say_scene(scene))


def _answer(args: Arguments, as_json: Callable[[], object], in_words: Callable[[], None]) -> None:
    if args.json:
        output.say_json(as_json())
    else:
        in_words()
