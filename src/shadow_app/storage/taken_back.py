"""What hosts took back and which reports lost their content, told beside the store and its backups.

A backup that was made before knows nothing of it, and would show again what is hidden by now. So the list is replayed
when one is put back. It says what stands now and not what happened: an agreement that was recorded as taken back by
mistake is taken off it again. Ids, days and moments only; no word of anybody.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import func, select, text

from shadow_app.domain.errors import StoreTrouble
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.released import Edition
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ReadBack
from shadow_app.storage.host_keys import forgotten
from shadow_app.storage.repository import Reader
from shadow_app.storage.store_files import folder_to_disk, fresh, to_disk
from shadow_app.storage.tables import change

_log = logging.getLogger(__name__)
_LARGEST_LIST = 64 << 20


@dataclass(frozen=True)
class TakenBack:
    """What must not be shown.

    Attributes:
        consents: the consent's id and the day on which it was taken back.
        notes: those that the host withdrew when reading back.
        editions: the report's id and the moment when it lost its content.
        names: hosts whose names were taken off this computer's key list; ids as well.
    """

    consents: dict[UUID, date] = field(default_factory=dict)
    notes: frozenset[UUID] = frozenset()
    editions: dict[UUID, datetime] = field(default_factory=dict)
    names: frozenset[UUID] = frozenset()


_MATTERS = text("""
    SELECT 1 FROM change WHERE "row" > :row AND (op <> 'put' OR data LIKE '%"read_back"%' OR kind NOT IN
        ('observation', 'service_tag', 'pain_point', 'pain_point_member', 'visit', 'activity', 'attachment'))
    LIMIT 1
""")
"""What a day of notes writes takes nothing back: so the list is made anew where anything else was written."""


@cache
def _form() -> TypeAdapter[TakenBack]:
    """Made when a list is first read: it takes a tenth of a second, and most stores have no list."""
    return TypeAdapter(TakenBack)


def list_of(path: Path) -> Path:
    """Where the list of the store at `path` lies."""
    return path.with_name(path.name + ".withdrawn")


def list_in(folder: Path, path: Path) -> Path:
    """Where the list lies that goes with the backups, wherever they are carried."""
    return folder / f"{path.stem}.withdrawn"


def standing(read: Reader) -> TakenBack:
    """What the store itself says; every note is looked at."""
    return TakenBack(
        {each.id: each.withdrawn_on for each in read.where(ConsentRecord) if each.withdrawn_on is not None},
        frozenset(each.id for each in read.where(Observation, read_back=ReadBack.WITHDRAWN)),
        {each.id: each.withdrawn_at for each in read.where(Edition) if each.withdrawn_at is not None},
        forgotten(read),
    )


def read(place: Path) -> TakenBack | None:
    """What a list says, None where there is none that can be read."""
    try:
        with place.open("rb") as file:
            return _form().validate_json(file.read(_LARGEST_LIST))
    except (OSError, ValidationError):
        return None


def write(place: Path, told: TakenBack) -> None:
    """Have the list say this, whole or as before; one that would say nothing is not begun.

    Raises:
        OSError: the disk says no.
    """
    known = read(place)
    if told == (known or TakenBack()):
        return
    part = place.with_name(f".{place.name}.part")
    try:
        with os.fdopen(fresh(part), "wb") as file:
            file.write(_form().dump_json(told))
            file.flush()
            to_disk(file.fileno())
        part.replace(place)
        folder_to_disk(place.parent)
    finally:
        part.unlink(missing_ok=True)


class TakenBackList:
    """The list of one open store, which follows what is committed."""

    def __init__(self, path: Path, looking: Callable[[], AbstractContextManager[Reader]]) -> None:
        """`looking` opens a view of the store that nothing else is using."""
        self._place = list_of(path)
        self._looking = looking
        self._known: tuple[int, bool] | None = None
        """The last row of the log for which the list is right, and whether there was anything to list."""

    def __call__(self, news: News) -> None:
        """Follow one commit."""
        if _may_matter(news):
            self.follow()

    def catch_up(self) -> None:
        """Follow what has been written since it was last followed; the store is read only if something may matter."""
        known = self._known
        if known is not None and known[1] == self._place.exists():
            with self._looking() as read:
                if read.connection.execute(_MATTERS, {"row": known[0]}).first() is None:
                    return
        self.follow()

    def follow(self) -> None:
        """Make the list say what the store says. If the disk says no, the next commit or backup tries again."""
        self._known = None
        try:
            with self._looking() as read:
                last = read.connection.scalar(select(func.max(change.c.row))) or 0
                told = standing(read)
            write(self._place, told)
            self._known = last, self._place.exists()
        except (OSError, StoreTrouble) as error:
            _log.warning("the list of what was taken back was not kept: %s", type(error).__name__)


def _may_matter(news: News) -> bool:
    if not news.records or news.touches(ConsentRecord, Edition):
        return True
    notes = [each for written in news.records for each in (written.before, written.after)]
    return any(isinstance(each, Observation) and each.read_back is ReadBack.WITHDRAWN for each in notes)
