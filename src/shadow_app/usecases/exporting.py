"""Hand what was learnt to other tools: pain points, services, notes and promises, as each of them reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from shadow_app.domain.errors import Refused, Trouble
from shadow_app.domain.language import lowered, say
from shadow_app.domain.system_words import system_words
from shadow_app.interchange.export_rows import Addressee, Format, Need, Preview, Row, Subject
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases import export_formats
from shadow_app.usecases.export_files import write_parts
from shadow_app.usecases.export_formats import format_named
from shadow_app.usecases.export_lists import notes_out, promises_out, services_out, told_id
from shadow_app.usecases.export_pains import pains_out
from shadow_app.usecases.export_wanted import Gathered, KeepGoing, Wanted, cancelled
from shadow_app.usecases.prioritising import Prioritising

PREVIEWED = 50

_FOLDER = "folder of exports"
_ID = re.compile(rb"(?i)(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])")
_LARGEST_LIST = 256 * 1024 * 1024
_MAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\".]+")


@dataclass(frozen=True)
class Asked:
    """One export: in which format, what of it, and what the receiving side wants to know."""

    format: str = "csv"
    wanted: Wanted = field(default_factory=Wanted)
    to: Addressee = field(default_factory=Addressee)


@dataclass(frozen=True)
class Looked:
    """What an export would hold: its first rows, how many there are, and what is left out and why."""

    preview: Preview
    count: int
    files: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Saved:
    """What was written."""

    files: tuple[Path, ...]
    count: int
    left_out: tuple[str, ...]


class Exporting:
    """The verbs of exporting. Only accepted, masked and agreed text leaves; what stays behind is counted and said."""

    def __init__(self, store: Store, prioritising: Prioritising) -> None:
        self._store = store
        self._prioritising = prioritising

    @staticmethod
    def formats(subject: Subject | None = None) -> tuple[Format, ...]:
        """The ways out, or those that can carry a subject."""
        return tuple(each for each in export_formats.formats() if subject in (None, *each.subjects))

    def look(self, asked: Asked, keep_going: KeepGoing = lambda: True, most: int = PREVIEWED) -> Looked:
        """What the export would hold; nothing is written.

        Raises:
            NotFound: there is no such unit.
            Refused: the format is unknown or cannot carry it, something is missing, or it was told to stop.
        """
        chosen = _checked(asked)
        self._prioritising.refresh()
        with self._store.reading() as read:
            found = _found(read, asked.wanted, keep_going)
            first = list(islice(found.rows, most))
        preview = chosen.shape.preview(asked.wanted.subject, first, asked.to)
        files = -(-found.count // (chosen.most_rows or max(found.count, 1)))
        return Looked(preview, found.count, files, found.left_out)

    def save(self, asked: Asked, path: Path, keep_going: KeepGoing = lambda: True) -> Saved:
        """Write the export, whole or not at all.

        Raises:
            NotFound: there is no such unit.
            Refused: the format is unknown or cannot carry it, something is missing, there is nothing to export, or it
                was told to stop.
            Trouble: the disk says no; what was there before is still there.
        """
        chosen = _checked(asked)
        target = _target(path, chosen)
        self._prioritising.refresh()
        with self._store.reading() as read:
            found = _found(read, asked.wanted, keep_going)
            if not found.count:
                raise Refused(" ".join((say("There is nothing to export, so no file was written."), *found.left_out)))

            def write(rows: Iterable[Row], out: BinaryIO) -> None:
                chosen.shape.write(asked.wanted.subject, rows, asked.to, out)

            files, count = write_parts(target, found.rows, write, chosen.most_rows)
        return Saved(files, count, found.left_out)

    def remember(self, path: Path) -> None:
        """Remember where an export went; writes, so it belongs to the writing thread."""
        self._store.remember(_FOLDER, str(path.absolute().parent))

    def folder(self) -> Path | None:
        """Where the last export went, if that folder is still there."""
        known = self._store.fact(_FOLDER)
        return Path(known) if known and Path(known).is_dir() else None


def known_ids(path: Path) -> frozenset[UUID]:
    """Our ids in a list that the receiving tool has made of what it holds, in whatever format that list is.

    Raises:
        Refused: there is none in it.
        Trouble: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_LIST + 1)
    except OSError as error:
        raise Trouble(
            say(
                "{path} cannot be read ({strerror}); check the name and try again.",
                path=path,
                strerror=system_words(error),
            )
        ) from error
    if len(data) > _LARGEST_LIST:
        raise Refused(
            say("{path} is larger than 256 MB; let the tool list only the field that holds Shadow’s id.", path=path)
        )
    # A workbook is packed, so its ids cannot be seen; a list in UTF-16 has a zero after every letter.
    found = frozenset(UUID(each.decode()) for each in _ID.findall(data.replace(b"\0", b"")))
    if not found:
        raise Refused(
            say(
                "No id of Shadow’s is in {path}; save the tool’s list as CSV, with the field that holds the id.",
                path=path,
            )
        )
    return found


def _checked(asked: Asked) -> Format:
    chosen, subject = format_named(asked.format), asked.wanted.subject
    if subject not in chosen.subjects:
        able = ", ".join(each.name for each in export_formats.formats() if subject in each.subjects)
        raise Refused(
            say(
                "{title} takes {takes} and no {asked}; these do: {able}.",
                title=chosen.title,
                takes=chosen.subjects[0].value,
                asked=subject.value,
                able=able,
            )
        )
    requester = asked.to.requester.strip()
    if Need.REQUESTER in chosen.needs and not requester:
        word = lowered(chosen.takes[Need.REQUESTER])
        raise Refused(
            say(
                "{title} needs the mail address of a {word}; say on whose behalf it comes.",
                title=chosen.title,
                word=word,
            )
        )
    if Need.REQUESTER in chosen.takes and requester and not _MAIL.fullmatch(requester):
        raise Refused(say("“{requester}” is no mail address; write it as name@firm.example.", requester=requester))
    return chosen


def _target(path: Path, chosen: Format) -> Path:
    if not path.suffix:
        return path.with_name(path.name + chosen.suffix)
    if path.suffix.lower() != chosen.suffix:
        raise Refused(
            say(
                "{title} is written as {suffix}, not as “{asked}”.",
                title=chosen.title,
                suffix=chosen.suffix,
                asked=path.suffix,
            )
        )
    return path


@dataclass(frozen=True)
class _Found:
    """What leaves: rows that are made one by one, and how many there will be."""

    rows: Iterator[Row]
    count: int
    left_out: tuple[str, ...]


def _found(read: Reader, wanted: Wanted, keep_going: KeepGoing) -> _Found:
    gathered = _gathered(read, wanted, keep_going)
    # Lists made from earlier exports name notes by the ids that they have here.
    known = wanted.known | frozenset(map(told_id, wanted.known))
    count = there = 0
    for each in gathered.ids:
        if each in known:
            there += 1
        else:
            count += 1
    left = list(gathered.left_out)
    if there:
        left.append(say("{there} left out: the receiving tool has {there:!|it|them} already.", there=there))
    return _Found(_stoppable(gathered.rows, known, keep_going), count, tuple(left))


def _gathered(read: Reader, wanted: Wanted, keep_going: KeepGoing) -> Gathered:
    match wanted.subject:
        case Subject.PAINS:
            return pains_out(read, wanted, keep_going)
        case Subject.SERVICES:
            return services_out(read, wanted, keep_going)
        case Subject.NOTES:
            return notes_out(read, wanted)
        case Subject.PROMISES:
            return promises_out(read, wanted)


def _stoppable(rows: Iterable[Row], known: frozenset[UUID], keep_going: KeepGoing) -> Iterator[Row]:
    for row in rows:
        if not keep_going():
            raise cancelled()
        if row.id not in known:
            yield row
