"""Passing on and taking in on the command line: hand-over files, conflicts, the log."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from shadow_app.bootstrap import Shadow
from shadow_app.cli import folder, output
from shadow_app.cli.find import visit_card
from shadow_app.domain.action_names import said
from shadow_app.domain.errors import Refused
from shadow_app.domain.field_words import field_word
from shadow_app.domain.language import say
from shadow_app.domain.record import Record
from shadow_app.domain.record_words import record_word
from shadow_app.domain.visible import visible

Arguments: TypeAlias = argparse.Namespace

PASSPHRASE = "SHADOW_FILE_PASSPHRASE"
_SHOWN = 12


def send(shadow: Shadow, args: Arguments) -> int:
    """Write a hand-over file."""
    visit = visit_card(shadow, args.visit).visit.id if args.visit else None
    passphrase = _passphrase(say("Passphrase for the file: ")) if args.passphrase else None
    sent = shadow.exchange.send(args.file, visit, passphrase, args.to)
    if args.json:
        output.say_json(
            {"file": str(sent.path), "changes": sent.changes, "contents": sent.contents, "bytes": sent.size}
        )
    else:
        kib = max(1, sent.size // 1024)
        output.say(
            say(
                "{path}: {changes:,|change|changes}, {contents:,|picture or report|pictures and reports}, {kib:,} KiB.",
                path=sent.path,
                changes=sent.changes,
                contents=sent.contents,
                kib=kib,
            )
        )
    return 0


def receive(shadow: Shadow, args: Arguments) -> int:
    """Take a hand-over file, or take the last one back."""
    if args.undo:
        if args.file is not None:
            raise Refused(say("Say either which file to take, or --undo for the one that was taken last."))
        news = shadow.exchange.take_back()
        stays = shadow.exchange.stays_in()
        if args.json:
            output.say_json({"restored": len(news.records), "stays": stays})
        else:
            # The same file would say that nothing is new: what it holds is known here, and taken back.
            output.say(f"{visible(said(news.label))}. " + say("`shadow-app review undo` brings it again."))
            if stays:
                output.say(stays)
        return 0
    if args.file is None:
        raise Refused(say("Say which file to take, or --undo."))
    passphrase = _passphrase(say("Passphrase of {name}: ", name=args.file.name)) if args.passphrase else None
    seen = shadow.exchange.preview(args.file, passphrase)
    told = _told(seen)
    if not args.json:
        _say(seen, told)
    done = False
    if not args.dry_run:
        done = True
        taken = shadow.exchange.take(seen, accept=args.accept, own_team=args.own_team)
        told |= {"copy": None if taken.copy is None else str(taken.copy)}
        if not args.json:
            output.say(
                say("Taken. `shadow-app receive --undo` takes it back.") if seen.fresh else say("Nothing was new.")
            )
    if args.json:
        output.say_json({**told, "dry_run": not done})
    return 0


def _told(seen: Any) -> dict[str, Any]:
    return {
        "device": seen.sender.device,
        "key": seen.sender.fingerprint,
        "person": seen.sender.person,
        "known": seen.sender.known,
        "joins": None if seen.sender.joins is None else str(seen.sender.joins),
        "made_at": seen.sender.made_at.isoformat(),
        "new": seen.new_count,
        "changed": seen.changed_count,
        "erased": seen.gone,
        "conflicts": seen.conflict_count,
        "refused": list(seen.refused),
        "warnings": list(seen.warnings),
    }


def _say(seen: Any, told: dict[str, Any]) -> None:
    who = seen.sender.person or say("somebody without a name")
    output.say(
        say(
            "From {who}, device {device}, {made_at:%d %B %Y, %H:%M} UTC",
            who=who,
            device=seen.sender.device,
            made_at=seen.sender.made_at,
        )
    )
    if not seen.sender.known:
        output.say(
            say(
                "Unknown device: compare its key {fingerprint} with its owner, then use --accept.",
                fingerprint=seen.sender.fingerprint,
            )
        )
    output.say(
        say(
            "{new:,} new, {changed:,} changed, {erased:,} erased, {conflicts:,|conflict|conflicts}",
            **{name: told[name] for name in ("new", "changed", "erased", "conflicts")},
        )
    )
    for record in (*seen.new, *seen.changed)[:_SHOWN]:
        output.say(f"  {_words(record)}")
    if (more := seen.new_count + seen.changed_count - _SHOWN) > 0:
        output.say(say("  and {more:,} more", more=more))
    for conflict in seen.conflicts[:_SHOWN]:
        output.say(
            say(
                "  two values for {kind}: {field}",
                kind=record_word(conflict.kind.kind_name),
                field=field_word(conflict.field),
            )
        )
    for sentence in (*seen.refused, *seen.warnings):
        output.warn(sentence)


def _words(record: Record) -> str:
    words = next(
        (str(value) for name in ("text", "title", "name", "number") if (value := getattr(record, name, ""))), ""
    )
    return f"{record_word(record.kind_name)}  {' '.join(words.split())[:80]}".rstrip()


def conflicts(shadow: Shadow, args: Arguments) -> int:
    """List what two people wrote into one field."""
    found = shadow.exchange.conflicts()
    if args.json:
        output.say_json(
            [
                {
                    "kind": each.kind.kind_name,
                    "id": each.record_id,
                    "field": each.field,
                    "claims": [
                        {"value": claim.value, "author": claim.author, "at": claim.at.isoformat()}
                        for claim in each.claims
                    ],
                }
                for each in found
            ]
        )
        return 0
    for each in found:
        output.say(f"{record_word(each.kind.kind_name)} {each.record_id}, {field_word(each.field)}")
        for claim in each.claims:
            output.say(
                say(
                    "  {who}, {at:%d %B %Y, %H:%M}: {value}{held}",
                    who=claim.author or say("somebody"),
                    at=claim.at,
                    value=visible(str(claim.value)),
                    held=say(" (shown)") if claim is each.claims[-1] else "",
                )
            )
    output.say(say("{found:,} to be answered.", found=len(found)))
    return 0


def fsck(shadow: Shadow, args: Arguments) -> int:
    """Compare the tables with the log; 1 where they differ."""
    found = shadow.exchange.differences()
    aside = shadow.exchange.refusals()
    if args.json:
        output.say_json({"differences": found, "refused": [each.reason for each in aside]})
        return 1 if found else 0
    for sentence in found:
        output.warn(sentence)
    for each in aside:
        output.say(
            say(
                "Set aside: {field}{visible}",
                field=each.field + ": " if each.field else "",
                visible=visible(each.reason),
            )
        )
    output.say(
        say("`shadow-app rebuild` makes them anew.") if found else say("The tables hold what the change log says.")
    )
    return 1 if found else 0


def rebuild(shadow: Shadow, args: Arguments) -> int:
    """Make the tables anew."""
    shadow.exchange.rebuild()
    output.say(say("The tables were made anew from the change log."))
    return 0


def _passphrase(question: str) -> str:
    given = os.environ.get(PASSPHRASE)
    if given is None and sys.stdin.isatty():
        given = getpass.getpass(question)
    if not given:
        raise Refused(
            say(
                "There is no passphrase: type one, or set {passphrase} where there is no terminal.",
                passphrase=PASSPHRASE,
            )
        )
    return given


COMMANDS: dict[str, Callable[[Shadow, Arguments], int]] = {
    "send": send,
    "receive": receive,
    "folder": folder.folder,
    "conflicts": conflicts,
    "fsck": fsck,
    "rebuild": rebuild,
}
