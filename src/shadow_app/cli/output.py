"""Words and JSON for the terminal."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from shadow_app.domain import language
from shadow_app.domain.errors import Trouble
from shadow_app.domain.language import mark
from shadow_app.domain.system_words import system_words
from shadow_app.domain.visible import visible

if TYPE_CHECKING:
    # The window goes by here on its way to the first frame, and pydantic takes longer than the frame.
    from shadow_app.domain.listing import TimelineNote, VisitCard
    from shadow_app.insight.quick_entry import Entry


_UNWRITTEN = mark("The answer cannot be written ({strerror}). What was saved is safe: look before you say it again.")


def be_ready() -> None:
    """Let no character stop us: what came in as no text is read as marks, what a terminal cannot show is spelt out."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


def say(text: str) -> None:
    """One line for the person; odd characters become visible marks, so that no note can steer the terminal."""
    _write(visible(text) + "\n")


def warn(text: str) -> None:
    """One line beside the answer."""
    sys.stderr.write(visible(text) + "\n")


def say_json(value: object) -> None:
    """The answer for another program, in ASCII, so that every pipe and every reader takes it."""
    _write(json.dumps(plain(value), indent=2) + "\n")


def finish() -> None:
    """Bring what was said to whoever reads it.

    Raises:
        Trouble: it cannot be written, as on a full disk.
    """
    _tell(sys.stdout.flush)


def _write(text: str) -> None:
    _tell(lambda: sys.stdout.write(text))


def _tell(how: Callable[[], object]) -> None:
    try:
        how()
    except BrokenPipeError:
        # Whoever read our output has had enough of it, as `head` does; what is still to be done is done all the same.
        _say_no_more()
    except OSError as error:
        _say_no_more()
        raise Trouble(language.say(_UNWRITTEN, strerror=system_words(error))) from error


def _say_no_more() -> None:
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    from pydantic import BaseModel

    match value:
        case BaseModel():
            return plain(dict(value))
        case Mapping():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case Enum():
            return value.value
        case UUID() | Path():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case str() | int() | float() | bool() | None:
            return value
        case Iterable():
            return [plain(item) for item in value]
        case _:
            return str(value)


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Columns as wide as they need to be; `right` are those that hold numbers."""
    if not rows:
        return
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join(cells).rstrip())


def of_entry(entry: Entry) -> dict[str, Any]:
    """What was understood of a line."""
    return {
        "text": entry.text,
        "kind": entry.kind,
        "evidence": entry.evidence,
        "minutes": entry.minutes,
        "count": entry.count,
        "people": entry.people,
        "damage": entry.damage,
        "quote": entry.quote,
        "unresolved": entry.unresolved_tags,
        "chips": [
            {
                "field": chip.field,
                "source": chip.source,
                "taken": chip.taken,
                "start": chip.start,
                "end": chip.end,
            }
            for chip in entry.chips
        ],
    }


def of_card(card: VisitCard) -> dict[str, Any]:
    """A visit."""
    return {
        "id": card.visit.id,
        "number": card.visit.number,
        "state": card.visit.state,
        "starts_at": card.visit.local_start,
        "site": card.site,
        "unit": card.unit,
        "organisation": card.organisation,
        "role": card.role,
        "shadower": card.shadower,
        "hours": card.visit.exposure_hours,
        "notes": card.notes,
        "untagged": card.untagged,
    }


def of_note(shown: TimelineNote) -> dict[str, Any]:
    """A note."""
    note = shown.note
    return {
        "id": note.id,
        "at": note.local_time,
        "kind": note.kind,
        "text": note.text,
        "services": shown.services,
        "role": shown.role,
        "minutes": note.lost_minutes,
        "count": note.count,
        "people": note.people_stopped,
        "damage": note.business_damage,
        "evidence": note.evidence,
        "quote": note.quote,
        "unresolved": note.unresolved_tags,
        "state": note.state,
    }
