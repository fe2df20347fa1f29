"""Reports and released editions on the command line."""

from __future__ import annotations

import argparse
from uuid import UUID

from shadow_app.bootstrap import Shadow
from shadow_app.cli import output
from shadow_app.cli.find import named, visit_card
from shadow_app.cli.snapshot import unit_of
from shadow_app.domain.errors import NotFound, Refused, Trouble
from shadow_app.domain.language import say
from shadow_app.domain.paper import printing_on
from shadow_app.domain.record import TEAM
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.usecases.report_kinds import make
from shadow_app.usecases.reporting import Printed
from shadow_app.usecases.writing import write_whole

_KINDS = {
    "visit": ReportKind.VISIT,
    "priorities": ReportKind.PRIORITIES,
    "unit": ReportKind.UNIT,
    "programme": ReportKind.PROGRAMME,
    "you-said": ReportKind.YOU_SAID,
    "desk": ReportKind.DESK,
    "release": ReportKind.RELEASE,
}
SUFFIXES = (".pdf", ".md")


def report(shadow: Shadow, args: argparse.Namespace) -> int:
    """Print a report into a file; release it; list, print again and withdraw what was released."""
    match args.what:
        case "editions":
            return _list(shadow, args)
        case "again":
            return _again(shadow, args)
        case "withdraw":
            return _withdraw(shadow, args)
    kind = _KINDS[args.what]
    subject_id = _subject(shadow, kind, args)
    with printing_on(args.paper):
        if args.release:
            return _release(shadow, args, kind, subject_id)
        printed = shadow.reporting.printed(make(shadow.reporting, kind, subject_id), args.out.suffix)
    write_whole(args.out, printed.content)
    return _say(args, printed, None)


def _release(shadow: Shadow, args: argparse.Namespace, kind: ReportKind, subject_id: UUID) -> int:
    """Once released it stays released, so what can be known to fail is asked before."""
    if args.out.suffix.lower() not in SUFFIXES:
        raise Refused(
            say("Reports are written as .pdf or .md, not as “{suffix}”; nothing was released.", suffix=args.out.suffix)
        )
    edition = shadow.releasing.release(kind, subject_id)
    printed = Printed(shadow.releasing.content(edition.id, args.out.suffix))
    try:
        write_whole(args.out, printed.content)
    except Trouble as trouble:
        raise Trouble(
            say(
                "Edition {number} is released, but {trouble} It is printed by `shadow-app report again {id} "
                "--out FILE`.",
                number=edition.number,
                trouble=trouble,
                id=edition.id,
            )
        ) from trouble
    return _say(args, printed, edition)


def _subject(shadow: Shadow, kind: ReportKind, args: argparse.Namespace) -> UUID:
    match kind:
        case ReportKind.VISIT | ReportKind.RELEASE:
            return visit_card(shadow, args.visit).visit.id
        case ReportKind.YOU_SAID:
            return _site(shadow, args.site)
        case ReportKind.PROGRAMME:
            return TEAM
        case ReportKind.DESK if args.site:
            if args.unit:
                raise Refused(say("A briefing is for a unit or for a site; leave one of them out."))
            return _site(shadow, args.site)
    return unit_of(shadow, args.unit) or TEAM


def _site(shadow: Shadow, name: str) -> UUID:
    return named(shadow.catalogue.sites(), name, "site", say("shadow-app import sites")).id


def _say(args: argparse.Namespace, printed: Printed, edition: Edition | None) -> int:
    if args.json:
        made: dict[str, object] = {"file": args.out, "bytes": len(printed.content), "warnings": printed.warnings}
        output.say_json({**made, "edition": _as_json(edition)} if edition else made)
        return 0
    output.say(say("{out} written, {content:.0f} kB", out=args.out, content=len(printed.content) / 1000))
    if edition is not None:
        output.say(
            say(
                "Edition {number} is released; content SHA-256 {content_sha256}",
                number=edition.number,
                content_sha256=edition.content_sha256,
            )
        )
    for warning in printed.warnings:
        output.warn(warning)
    return 0


def _list(shadow: Shadow, args: argparse.Namespace) -> int:
    editions = shadow.releasing.editions()
    if args.json:
        output.say_json([_as_json(each) for each in editions])
    elif not editions:
        output.say(say("Nothing has been released yet: `shadow-app report visit ID --release --out FILE` does it."))
    else:
        rows = [("id", say("title"), say("edition"), say("released"), say("by"), say("content"))]
        rows += [
            (
                str(each.id),
                each.title,
                str(each.number),
                say("{moment:%Y-%m-%d %H:%M}", moment=each.released_at.astimezone()),
                each.released_by,
                say("withdrawn: {why}", why=say(each.withdrawn_why)) if each.withdrawn_at else each.content_sha256[:16],
            )
            for each in editions
        ]
        output.table(rows, right=(2,))
    return 0


def _again(shadow: Shadow, args: argparse.Namespace) -> int:
    edition = _edition(shadow, args.edition)
    printed = Printed(shadow.releasing.content(edition.id, args.out.suffix))
    write_whole(args.out, printed.content)
    return _say(args, printed, edition)


def _withdraw(shadow: Shadow, args: argparse.Namespace) -> int:
    gone = shadow.releasing.withdraw(_edition(shadow, args.edition).id, args.why)
    if args.json:
        output.say_json(_as_json(gone))
    else:
        output.say(
            say(
                "Edition {number} of “{title}” has lost its content; its hash and date stay.",
                number=gone.number,
                title=gone.title,
            )
        )
    return 0


def _edition(shadow: Shadow, asked: str) -> Edition:
    found = [each for each in shadow.releasing.editions() if str(each.id).startswith(asked.casefold())]
    if len(found) != 1:
        raise NotFound(say("There is no edition “{asked}”; `shadow-app report editions` shows them.", asked=asked))
    return found[0]


def _as_json(edition: Edition) -> dict[str, object]:
    return {
        "id": edition.id,
        "report": edition.report_kind,
        "title": edition.title,
        "number": edition.number,
        "released_at": edition.released_at,
        "released_by": edition.released_by,
        "content_sha256": edition.content_sha256,
        "pdf_sha256": edition.pdf_sha256,
        "withdrawn_at": edition.withdrawn_at,
        "withdrawn_why": edition.withdrawn_why,
    }
