"""Backups on the command line: list, make, verify, put one back, and read what can be read of a damaged store."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from shadow_app.bootstrap import Shadow, open_shadow
from shadow_app.cli import output
from shadow_app.domain.errors import Trouble, WrongKey
from shadow_app.domain.language import Labels, mark, say
from shadow_app.reports.amounts import counted
from shadow_app.settings import Settings
from shadow_app.storage.backups import Backup
from shadow_app.storage.health import Counts
from shadow_app.storage.successor import QUARANTINE
from shadow_app.usecases.rescue import Rescue
from shadow_app.usecases.ways_in import WayIn

T = TypeVar("T")

RECOVERY_CODE = "SHADOW_RECOVERY_CODE"

WORDS = Labels(
    {
        "daily": mark("by itself"),
        "asked": mark("made by hand"),
        "migration": mark("before a newer version changed the store"),
        "import": mark("before an import"),
        "arrival": mark("before something came in"),
        "rekey": mark("before the key was changed"),
    }
)


def run_backup(path: Path, settings: Settings, args: argparse.Namespace) -> int:
    """Run one of the commands; returns its exit code."""
    rescue = Rescue.over(path, settings.backup_folder)
    match args.what:
        case "list":
            return _list(rescue.backups(), rescue.folder, as_json=args.json)
        case "make":
            with closing(with_key(lambda given: open_shadow(settings, path, **given))) as shadow:
                return _make(shadow, as_json=args.json)
        case "verify":
            return _verify(rescue, args)
        case "restore":
            return _restore(rescue, args)
        case _:
            return _salvage(rescue, args)


def with_key(open_it: Callable[[dict[str, Any]], T]) -> T:
    """Do what needs a key, asking for the passphrase if nothing else opens it and somebody sits there."""
    given = {"recovery_code": os.environ.get(RECOVERY_CODE)}
    try:
        return open_it(given)
    except WrongKey:
        if not sys.stdin.isatty():
            raise
        return open_it({**given, "passphrase": getpass.getpass(say("Passphrase of the store: "))})


def _list(found: list[Backup], folder: Path, *, as_json: bool) -> int:
    if as_json:
        output.say_json([_told(each) for each in found])
        return 0
    for each in found:
        output.say(
            say(
                "{made_at:%Y%m%dT%H%M%S}  {size:8.1f} MB  {words}",
                made_at=each.made_at,
                size=each.size / 1e6,
                words=WORDS[each.why],
            )
        )
    output.say(say("{found:|backup|backups} in {folder}; times are UTC.", found=len(found), folder=folder))
    return 0


def _told(backup: Backup) -> dict[str, Any]:
    return {
        "file": str(backup.path),
        "made_at": backup.made_at.isoformat(),
        "why": backup.why,
        "bytes": backup.size,
    }


def _make(shadow: Shadow, *, as_json: bool) -> int:
    made = shadow.backups.make()
    held = shadow.backups.verify(made)
    if as_json:
        output.say_json({**_told(made), **_counted(held)})
    else:
        output.say(say("{path} ({size:.1f} MB)", path=made.path, size=made.size / 1e6))
        output.say(say("It was opened and holds {words}.", words=_words(held)))
    return 0


def _counted(held: Counts) -> dict[str, Any]:
    return {"notes": held.notes, "visits": held.visits, "photos": held.photos, "changes": held.changes}


def _words(held: Counts) -> str:
    return say(
        "{visits}, {notes}, {photos}",
        visits=counted(held.visits, "visit|visits"),
        notes=counted(held.notes, "note|notes"),
        photos=counted(held.photos, "photo or report|photos and reports"),
    )


def _verify(rescue: Rescue, args: argparse.Namespace) -> int:
    those = [rescue.named(args.backup)] if args.backup else [each.path for each in rescue.backups()]
    told, bad = [], 0
    for each in those:
        try:
            held = with_key(lambda given, each=each: rescue.verify(each, WayIn(**given)))  # type: ignore[misc]
            told.append({"file": str(each), "well": True, **_counted(held)})
            line = say("{name}: well, {words}", name=each.name, words=_words(held))
        except Trouble as trouble:
            bad += 1
            told.append({"file": str(each), "well": False, "trouble": str(trouble)})
            line = f"{each.name}: {trouble}"
        if not args.json:
            output.say(line)
    output.say_json(told) if args.json else output.say(
        say("Well: {well} of {all:|backup|backups}.", well=len(those) - bad, all=len(those))
    )
    return 1 if bad else 0


def _restore(rescue: Rescue, args: argparse.Namespace) -> int:
    backup = rescue.named(args.backup)
    done = with_key(lambda given: rescue.put_back(backup, WayIn(**given))).done
    if args.json:
        aside = None if done.aside is None else str(done.aside)
        output.say_json({"restored": str(backup), "aside": aside, "device": done.device, **_counted(done.counts)})
        return 0
    output.say(say("{path} is {name} again: {words}.", path=rescue.path, name=backup.name, words=_words(done.counts)))
    if done.aside is not None:
        output.say(say("The store that was there lies in {aside}; nothing of it was deleted.", aside=done.aside))
    return 0


def _salvage(rescue: Rescue, args: argparse.Namespace) -> int:
    path = rescue.path
    done = with_key(lambda given: rescue.salvage(WayIn(**given), keep=args.keep)).done
    if args.json:
        backup = None if done.backup is None else str(done.backup.path)
        told = {"pages": done.pages, "bad_pages": done.bad, "changes_read": done.read, "changes_added": done.added}
        output.say_json({**told, "backup": backup, "kept": args.keep, **_counted(done.counts)})
        return 0
    output.say(
        say(
            "{pages:,|page|pages} of {name} could be read, {bad:,} could not; found there: {read:,|change|changes}.",
            pages=done.pages,
            name=path.name,
            bad=done.bad,
            read=done.read,
        )
    )
    if done.backup is None:
        output.say(say("There is no good backup in {folder}.", folder=rescue.folder))
    else:
        output.say(
            say(
                "The newest good backup is {name}; {added:,|change is|changes are} not in it.",
                name=done.backup.path.name,
                added=done.added,
            )
        )
    output.say(say("Together they make {words}.", words=_words(done.counts)))
    if args.keep:
        output.say(
            say(
                "That is {path} now; the damaged store lies in {parent}, nothing was deleted.",
                path=path,
                parent=path.parent / QUARANTINE,
            )
        )
    else:
        output.say(say("Nothing was changed; `shadow-app backup salvage --keep` puts this in the place of the store."))
    return 0
