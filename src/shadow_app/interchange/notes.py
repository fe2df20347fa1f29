"""Old paper notes and back-entry: one row per note, each with a line as it would be typed (`domain.md` §1, R24)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from shadow_app.domain.language import mark, say
from shadow_app.domain.record import FIRST_YEAR, LAST_YEAR
from shadow_app.domain.vocabulary import Kind
from shadow_app.interchange.cells import Unfit, choice, clock, day, decimal, listed, whole
from shadow_app.interchange.columns import Column, Layout
from shadow_app.interchange.csv_reader import Row, Sheet, read_sheet

WHAT = mark("notes from earlier visits")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """One note.

    `line` is what the quick-entry parser reads: the text, and the file's other columns as the signs of `design.md` §3.
    `at` is None where the paper gave no time.
    """

    line_number: int
    on: date
    at: time | None
    site: str
    role: str
    shadower: str
    line: str


_NOTES = Layout(
    "Shadow",
    (
        Column("date", ("date", "day", "visit_date", "on"), required=True),
        Column("site", ("site", "location", "place", "depot"), required=True),
        Column("role", ("role", "job", "host_role"), required=True),
        Column("shadower", ("shadower", "name", "observer", "author", "visited_by"), required=True),
        Column("text", ("text", "note", "observation", "line", "description", "comment"), required=True),
        Column("time", ("time", "at", "clock")),
        Column("kind", ("kind", "type")),
        Column("service", ("service", "services")),
        Column("minutes", ("minutes", "lost_minutes", "min")),
        Column("count", ("count", "times")),
        Column("people", ("people", "people_stopped")),
        Column("damage", ("damage", "business_damage")),
        Column("evidence", ("evidence",)),
    ),
)
_KINDS = {
    **{kind.value: kind for kind in Kind},
    "works well": Kind.POSITIVE,
    "good": Kind.POSITIVE,
    "waiting": Kind.WAIT,
    "note": Kind.CONTEXT,
}
_SIGN_OF_KIND = {
    Kind.PAIN: "!",
    Kind.POSITIVE: "+",
    Kind.QUESTION: "?",
    Kind.WAIT: "wait:",
    Kind.NEED: "need:",
    Kind.WORKAROUND: "workaround:",
    Kind.CONTEXT: "context:",
}
_HAS_KIND = re.compile(r"\s*(?:[!+?\uff01\uff0b\uff1f]\s|(?:wait|need|workaround|context|told)\s*:)", re.IGNORECASE)


def read_notes(data: bytes) -> Sheet[NoteRow]:
    """The notes in a file.

    Raises:
        ImportTrouble: the file as a whole cannot be read.
    """
    return read_sheet(data, (_NOTES,), _note, WHAT)


def _note(row: Row, _layout: Layout) -> NoteRow:
    for field in ("date", "site", "role", "shadower", "text"):
        if not row.text(field):
            raise Unfit(say("the {field} is missing.", field=field))
    line = _line(row)
    if len(line) > 20_000:
        raise Unfit(say("the text is longer than 20,000 characters. Split it into several notes."))
    on = day(row.text("date"))
    if not FIRST_YEAR < on.year < LAST_YEAR:
        raise Unfit(say("the year {year} is not one in which anybody went on a visit.", year=on.year))
    return NoteRow(
        line_number=row.line_number,
        on=on,
        at=clock(row.text("time")) if row.text("time") else None,
        site=row.text("site"),
        role=row.text("role"),
        shadower=row.text("shadower"),
        line=line,
    )


_CALLED = {"count": mark("count"), "people": mark("people")}


_CALLED = {"count": mark("count"), "people": mark("people")}


def _line(row: Row) -> str:
    """The text with the other columns behind it; a sign that the text has itself is not written twice."""
    text = row.text("text")
    parts = [*_kind(row, text), text]
    parts += [f'#"{name}"' for name in listed(row.text("service").replace('"', "")) if not _said(r"#\S", text)]
    if row.text("damage") and not _said(r"![0-4](?!\S)", text):
        grade = whole(row.text("damage"), mark("damage"))
        if grade > 4:
            raise Unfit(say("the damage goes from 0 (annoyance) to 4 (safety or legal)."))
        parts.append(f"!{grade}")
    if row.text("minutes") and not _said(r"~\d", text):
        parts.append(f"~{decimal(row.text('minutes'), mark('minutes')):g}m")
    for field, sign in (("count", "x{}"), ("people", "{}p")):
        if row.text(field) and not _said(sign.format(r"\d+"), text):
            parts.append(sign.format(whole(row.text(field), _CALLED[field])))
    return " ".join(parts)


def _kind(row: Row, text: str) -> list[str]:
    told = row.text("evidence") and choice(row.text("evidence"), {"seen": False, "told": True}, mark("evidence"))
    kind = choice(row.text("kind"), _KINDS, mark("kind")) if row.text("kind") else None
    if _HAS_KIND.match(text):
        return []
    return [*([_SIGN_OF_KIND[kind]] if kind else []), *(["told:"] if told else [])]


def _said(sign: str, text: str) -> bool:
    return re.search(rf"(?:^|\s){sign}", text) is not None
