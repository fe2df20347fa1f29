"""What somebody else brings, as changes of one laptop: visits, notes, and later edits of the notes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.world import FIRST_DAY, World
from shadow_app.domain.change import ALL_FIELDS, Change
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import BusinessDamage, ReviewState

NOTES_TO_A_VISIT = 300
NOTES_IN_TEN = 6
"""Of ten changes these are new notes and the others edits, as in `reliability.md` §3.5."""

DAY = 86_400_000
_DEVICE = "be" * 8


class Log:
    """Changes as the unit of work of one laptop writes them, ids with the times at which they would be made."""

    def __init__(self, random: Random, device: str = _DEVICE) -> None:
        self._random = random
        self._device = device
        self._tick = 0
        self._numbers: dict[UUID, int] = defaultdict(int)
        self._last: dict[tuple[UUID, str], str] = {}

    def id_at(self, when: int) -> UUID:
        """A UUIDv7 of some millisecond since 1970."""
        return UUID(
            int=when << 80 | 7 << 76 | self._random.getrandbits(12) << 64 | 2 << 62 | self._random.getrandbits(62)
        )

    def made(self, record: Record, when: int) -> Change:
        """A new record."""
        data = record.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
        change = self._change(record, data, {}, "Note saved", when)
        self._last[record.id, ALL_FIELDS] = change.cid
        return change

    def edited(self, record: Record, values: dict[str, Any], when: int) -> Change:
        """New values of some fields, replacing what this laptop wrote there before."""
        made = self._last[record.id, ALL_FIELDS]
        seen = {name: [self._last.get((record.id, name), made)] for name in values}
        change = self._change(record, values, seen, "Note edited", when)
        self._last |= {(record.id, name): change.cid for name in values}
        return change

    def _change(
        self, record: Record, data: dict[str, Any], replaces: dict[str, list[str]], label: str, when: int
    ) -> Change:
        self._tick = max(self._tick + 1, when << 16)
        self._numbers[record.scope] += 1
        return Change(
            scope=record.scope,
            device=self._device,
            seq=self._numbers[record.scope],
            cid=f"{self._tick:016x}{self._device}",
            kind=record.kind_name,
            record_id=record.id,
            data=data,
            replaces=replaces,
            author="Ben",
            action=self.id_at(when - self._random.randrange(3)),
            label=label,
        )


def changes_of_others(many: int, seed: int = 11, device: str = _DEVICE) -> Iterator[Change]:
    """About so many changes, behind those of the firm and of the visits, which come on top."""
    made, random = World(seed), Random(seed)
    log = Log(random, device)
    first_day = milliseconds(FIRST_DAY) - DAY
    yield from (log.made(record, first_day) for record in made.ground())
    notes = many * NOTES_IN_TEN // 10
    visits = -(-notes // NOTES_TO_A_VISIT)
    for number in range(visits):
        visit = made.visit(number, visits)
        begun = milliseconds(visit.starts_at)
        yield log.made(visit, begun)
        noted = [
            _noted(made, log, random, visit, each)
            for each in range(min(NOTES_TO_A_VISIT, notes - number * NOTES_TO_A_VISIT))
        ]
        for note, when in noted:
            yield log.made(note, when)
        edits = many - notes
        later = begun + DAY // 2
        for _ in range(edits * (number + 1) // visits - edits * number // visits):
            later += random.randrange(20_000)
            yield log.edited(random.choice(noted)[0], _edit(random, made), later)


def milliseconds(moment: datetime) -> int:
    """Since 1970."""
    return int(moment.timestamp() * 1000)


def _noted(made: World, log: Log, random: Random, visit: Visit, number: int) -> tuple[Observation, int]:
    """A note with the times that a person's hand gives it, and when it was saved."""
    note = made.noted(visit, number).note
    at = visit.starts_at + timedelta(seconds=96 * number, microseconds=random.randrange(90_000_000))
    saved = milliseconds(at) + random.randrange(2_000, 30_000)
    return note.edited(id=log.id_at(saved - random.randrange(3)), at=at), saved


def _edit(random: Random, made: World) -> dict[str, Any]:
    """One of the things that people change afterwards."""
    match random.randrange(4):
        case 0:
            return {"text": made.vocabulary.sentence(random)}
        case 1:
            return {"business_damage": random.choice(list(BusinessDamage)).value}
        case 2:
            return {"state": random.choice(list(ReviewState)).value}
        case _:
            return {"count": random.randint(1, 4), "lost_minutes": float(random.randint(1, 30))}
