"""Exports on the command line: what there is to export to, what it would hold, and the file."""

from __future__ import annotations

import argparse
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.snapshot import unit_of
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.interchange.export_rows import Addressee, Format, Subject
from shadow_app.reports.amounts import counted
from shadow_app.usecases.export_wanted import Wanted
from shadow_app.usecases.exporting import Asked, Looked, Saved, known_ids

_SHOWN = 5
_WIDEST = 80


def export(shadow: Shadow, args: argparse.Namespace) -> int:
    """List the formats, show what an export would hold, or write it."""
    if args.list:
        _list(shadow.exporting.formats(), args)
        return 0
    if not args.format:
        raise Refused(
            say(
                "Say which format with --format: {list}.",
                list=", ".join(each.name for each in shadow.exporting.formats()),
            )
        )
    asked = Asked(args.format, _wanted(shadow, args), Addressee(args.to, args.requester))
    if args.dry_run:
        _say_looked(shadow.exporting.look(asked), args)
        return 0
    if args.out is None:
        raise Refused(say("Say where the export goes with --out FILE, or look at it first with --dry-run."))
    _say_saved(shadow.exporting.save(asked, args.out), args)
    return 0


def _wanted(shadow: Shadow, args: argparse.Namespace) -> Wanted:
    known: frozenset[UUID] = known_ids(args.known) if args.known else frozenset()
    return Wanted(Subject(args.what), unit_of(shadow, args.unit), known)


def _list(formats: tuple[Format, ...], args: argparse.Namespace) -> None:
    if args.json:
        output.say_json(
            [
                {
                    "format": each.name,
                    "title": each.title,
                    "suffix": each.suffix,
                    "what": each.subjects,
                    "rows_per_file": each.most_rows,
                    "to": {need.value: word for need, word in each.takes.items()},
                    "second_import": each.again,
                }
                for each in formats
            ]
        )
        return
    rows = [(each.name, each.title, each.suffix, ", ".join(each.subjects)) for each in formats]
    output.table([(say("format"), say("for"), say("file"), say("what")), *rows])


def _say_looked(looked: Looked, args: argparse.Namespace) -> None:
    headings = looked.preview.headings
    if args.json:
        rows = [list(zip(headings, row, strict=True)) for row in looked.preview.rows]
        output.say_json(
            {
                "rows": looked.count,
                "files": looked.files,
                "left_out": looked.left_out,
                "headings": headings,
                "first": rows,
            }
        )
        return
    output.say(_counted(looked.count, looked.files))
    for place, row in enumerate(looked.preview.rows[:_SHOWN], start=1):
        output.say("")
        output.say(say("row {place}", place=place))
        output.table([(f"  {heading}", _short(cell)) for heading, cell in zip(headings, row, strict=True) if cell])
    if looked.count > _SHOWN:
        output.say(say("… and {count:,} more", count=looked.count - _SHOWN))
    _warn(looked.left_out)


def _say_saved(saved: Saved, args: argparse.Namespace) -> None:
    if args.json:
        output.say_json({"files": saved.files, "rows": saved.count, "left_out": saved.left_out})
        return
    for path in saved.files:
        output.say(say("{path} written", path=path))
    output.say(_counted(saved.count, len(saved.files)))
    _warn(saved.left_out)


def _warn(left_out: tuple[str, ...]) -> None:
    for sentence in left_out:
        output.warn(sentence)


def _counted(rows: int, files: int) -> str:
    if not rows:
        return say("There is nothing to export.")
    in_files = say(" in {files:|file|files}", files=files) if files > 1 else ""
    return f"{counted(rows, 'row|rows')}{in_files}"


def _short(cell: str) -> str:
    flat = " ".join(cell.split())
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"
