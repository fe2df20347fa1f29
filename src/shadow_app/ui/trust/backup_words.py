"""Backups and what is in them, as entries of a list; words only, no widget."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.ui import amounts
from shadow_app.ui.dates import day_words
from shadow_app.ui.two_line_list import TwoLines
from shadow_app.usecases.rescue import Backup, Counts, Read, Seen

translate = QCoreApplication.translate


def backup_entry(backup: Backup, held: Counts | str | None) -> TwoLines:
    """One backup; `held` is what it was found to hold, or why it is no good, or None while nobody has looked."""
    parts = [_why(backup), QLocale().formattedDataSize(backup.size)]
    if isinstance(held, Counts):
        parts += [counts_words(held), translate("Backups", "opened and read: it is well")]
    elif isinstance(held, str):
        parts = [translate("Backups", "No good: {why}").format(why=held)]
    else:
        parts.append(translate("Backups", "not read yet"))
    return TwoLines(backup.path, moment_words(backup.made_at), "  ·  ".join(parts), urgent=isinstance(held, str))


def moment_words(at: datetime) -> str:
    """A day and a time, by the clock of this place."""
    here = at.astimezone()
    return f"{day_words(here.date())}, {here:%H:%M}"


def counts_words(held: Counts) -> str:
    """How much a store holds."""
    photos = translate("Backups", "{count:|photo or report|photos and reports}").format(
        count=amounts.whole(held.photos)
    )
    return ", ".join((amounts.visits(held.visits), amounts.notes(held.notes), photos))


def seen_entries(seen: Seen) -> list[TwoLines]:
    """What putting a backup back would do."""
    found = [TwoLines("held", translate("Backups", "The backup holds"), counts_words(seen.held))]
    if seen.since is None:
        about = translate("Backups", "so nobody can say what was written after the backup")
        found.append(TwoLines("now", translate("Backups", "The store cannot be read"), about, urgent=True))
    else:
        found.append(TwoLines("now", translate("Backups", "The store holds now"), counts_words(seen.since.now)))
        found += _undone(seen)
    if seen.erased:
        title = translate("Backups", "What was erased stays erased")
        about = translate("Backups", "erasures carried out again in what is put back: {count}")
        found.append(TwoLines("erased", title, about.format(count=amounts.whole(seen.erased))))
    if seen.other_key:
        title = translate("Backups", "The store gets its key of then")
        about = translate("Backups", "it opens with the passphrase and the recovery code of that time")
        found.append(TwoLines("key", title, about, urgent=True))
    return found


def read_entries(read: Read) -> list[TwoLines]:
    """What could be read of a damaged store, and what is missing."""
    done, number = read.done, amounts.whole
    pages = translate("Backups", "{good:|page|pages} could be read, {bad} could not").format(
        good=number(done.pages), bad=number(done.bad)
    )
    about = translate("Backups", "entries of the history in them: {count}").format(count=number(done.read))
    found = [TwoLines("pages", pages, about, urgent=bool(done.bad))]
    if done.backup is None:
        words = translate("Backups", "what stood on pages that cannot be read is missing")
        found.append(
            TwoLines("backup", translate("Backups", "There is no good backup to stand on"), words, urgent=True)
        )
    else:
        title = translate("Backups", "It stands on the backup of {moment}")
        about = translate("Backups", "entries of the history that are not in it, read from the store: {count}")
        moment = moment_words(done.backup.made_at)
        found.append(TwoLines("backup", title.format(moment=moment), about.format(count=number(done.added))))
    found.append(TwoLines("counts", translate("Backups", "Together that is"), counts_words(done.counts)))
    return found


def _undone(seen: Seen) -> list[TwoLines]:
    since = seen.since
    assert since is not None
    if not since.changes:
        title = translate("Backups", "Nothing was written since")
        return [TwoLines("same", title, translate("Backups", "so nothing is undone"))]
    made, edited = since.made.get, since.edited.get
    new = ", ".join(
        (
            amounts.visits(made("visit", 0)),
            amounts.notes(made("observation", 0)),
            amounts.photos(made("attachment", 0)),
        )
    )
    title = translate("Backups", "Written since, and undone: {what}").format(what=new)
    about = translate("Backups", "and edits of {notes}; entries of the history in all: {count}").format(
        notes=amounts.notes(edited("observation", 0)), count=amounts.whole(since.changes)
    )
    back = translate("Backups", "What others have received already comes back")
    when = translate("Backups", "with the next exchange; the rest stays in the store that is moved aside")
    return [TwoLines("undone", title, about, urgent=True), TwoLines("back", back, when)]


def _why(backup: Backup) -> str:
    return {
        "daily": translate("Backups", "by itself"),
        "asked": translate("Backups", "made by hand"),
        "migration": translate("Backups", "before a newer version changed the store"),
        "import": translate("Backups", "before an import"),
        "arrival": translate("Backups", "before something came in"),
        "rekey": translate("Backups", "before the key was changed"),
    }[backup.why]
