"""The inbox over all visits on the command line: look, accept, ask, set aside, tag, mask, and take it back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named
from shadow_app.domain.action_names import said
from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import lowered, say
from shadow_app.domain.vocabulary import Kind, ReviewState
from shadow_app.domain.words import KINDS, REVIEW_STATES
from shadow_app.insight.inbox_card import Sort
from shadow_app.reports.amounts import counted
from shadow_app.usecases.reviewing import PAGE, Reviewed

Arguments: TypeAlias = argparse.Namespace

_STATES = {
    "accept": ReviewState.ACCEPTED,
    "ask": ReviewState.HAS_QUESTIONS,
    "set-aside": ReviewState.SET_ASIDE,
    "ready": ReviewState.READY,
}


def review(shadow: Shadow, args: Arguments) -> int:
    """Look, or do one thing to all notes of a search as one action."""
    match args.what:
        case "list":
            return _list(shadow, args)
        case "undo" | "redo":
            return _take_back(shadow, args)
        case _:
            return _act(shadow, args)


def _list(shadow: Shadow, args: Arguments) -> int:
    asked = shadow.reviewing.understand(" ".join(args.query))
    rows = shadow.reviewing.inbox(asked, Sort(args.sort))
    shown: list[Reviewed] = []
    for start in range(0, min(len(rows), max(args.limit, 0)), PAGE):
        shown += shadow.reviewing.page(rows[start : min(start + PAGE, args.limit)])
    if args.json:
        output.say_json({"found": len(rows), "remarks": asked.remarks, "notes": [_of(each) for each in shown]})
        return 0
    for remark in asked.remarks:
        output.warn(remark)
    output.table([_cells(each) for each in shown])
    output.say(
        say("{rows:,} found", rows=len(rows))
        + (say(", the first {shown:,} shown", shown=len(shown)) if len(shown) < len(rows) else "")
    )
    return 0


def _act(shadow: Shadow, args: Arguments) -> int:
    ids = _meant(shadow, args.query)
    verb = _verb(shadow, args)
    changed = 0 if args.dry_run else verb(ids)
    if args.json:
        output.say_json({"notes": ids, "changed": changed, "dry_run": args.dry_run})
    elif args.dry_run:
        output.table([_cells(shadow.reviewing.one(note_id)) for note_id in ids])
        output.say(say("It would be {notes}; nothing was changed.", notes=_notes(len(ids))))
    else:
        last = shadow.undoing.can().undo
        done = said(last.label) if changed and last is not None else say("Nothing had to be changed")
        output.say(f"{done}." + (say(" `shadow-app review undo` takes it back.") if changed else ""))
    return 0


def _take_back(shadow: Shadow, args: Arguments) -> int:
    step = shadow.undoing.undo() if args.what == "undo" else shadow.undoing.redo()
    if args.json:
        output.say_json({"label": None if step is None else step.label})
    elif step is None:
        output.say(
            say("There is nothing to take back.") if args.what == "undo" else say("There is nothing to do again.")
        )
    else:
        output.say(f"{say('Taken back') if args.what == 'undo' else say('Done again')}: {said(step.label)}")
    return 0


def _meant(shadow: Shadow, words: Sequence[str]) -> list[UUID]:
    """The notes named by their ids, or found by a search that is understood in whole.

    Raises:
        Refused: a part of the search is not understood, or it asks for nothing: that would be every note there is.
        NotFound: there is no such note.
    """
    ids = _ids(words)
    if ids is not None:
        return ids
    asked = shadow.reviewing.understand(" ".join(words))
    if asked.remarks:
        raise Refused(say("Nothing was changed. {list}", list=" ".join(asked.remarks)))
    if not asked.query.parts:
        raise Refused(say("Say which notes: words, filters or ids."))
    found = shadow.reviewing.ids(shadow.reviewing.inbox(asked))
    if not found:
        raise NotFound(say("No note fits this search; nothing was changed."))
    return found


def _ids(words: Sequence[str]) -> list[UUID] | None:
    try:
        return [UUID(word) for word in words]
    except ValueError:
        return None


def _verb(shadow: Shadow, args: Arguments) -> Callable[[list[UUID]], int]:
    reviewing = shadow.reviewing
    if args.what in _STATES:
        state, words = _STATES[args.what], getattr(args, "note", "")
        return lambda ids: reviewing.set_state(ids, state, words)
    match args.what:
        case "kind":
            return lambda ids: reviewing.set_kind(ids, Kind(args.kind))
        case "mask":
            return reviewing.mask
    service = named(shadow.catalogue.services(), args.service, "service", say("shadow-app import catalogue FILE"))
    act = reviewing.tag if args.what == "tag" else reviewing.untag
    return lambda ids: act(ids, service.id)


def _notes(count: int) -> str:
    return counted(count, "note|notes")


def _cells(each: Reviewed) -> tuple[str, ...]:
    note, card = each.note, each.card
    signs = " ".join(
        word for word, holds in ((say("personal"), each.guarded.found), (say("changed"), each.changed)) if holds
    )
    services = ", ".join(card.shown.services) or "–"
    text = " ".join(note.text.split())
    return (
        card.visit_number,
        lowered(REVIEW_STATES[note.state]),
        lowered(KINDS[note.kind]),
        services,
        signs,
        text,
        str(note.id),
    )


def _of(each: Reviewed) -> dict[str, Any]:
    return {
        **output.of_note(each.card.shown),
        "visit": each.card.visit_number,
        "site": each.card.site,
        "unit": each.card.unit,
        "team": each.card.team,
        "role": each.card.role,
        "pain_points": [title for _, title in each.card.pain_points],
        "state_note": each.note.state_note,
        "state_answer": each.note.state_answer,
        "personal": each.guarded.found,
        "changed_since_accepted": each.changed,
    }
