"""What the curves ask of a store: opening, pages, search, ranking, reports; then Enter, merging, exchange, backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timezone
from functools import partial
from itertools import cycle
from pathlib import Path
from uuid import UUID

from benchmarks.bench_lists import _questions
from benchmarks.make_store import KEY, copied, last_visit
from benchmarks.merging import changes_of_others
from benchmarks.world import World
from shadow_app.bootstrap import wire
from shadow_app.domain.change import Change
from shadow_app.domain.organisation import Role
from shadow_app.domain.service import Service
from shadow_app.insight.inbox_card import Sort
from shadow_app.insight.quick_entry import Lexicon, parse
from shadow_app.settings import Settings
from shadow_app.storage import backups
from shadow_app.storage.absorb import absorb
from shadow_app.storage.listings import newest_note_rows, notes_by_row
from shadow_app.storage.search import find_notes
from shadow_app.storage.store import Store
from shadow_app.usecases import withdrawal

PIECE = 2_000
"""Changes of another laptop that are taken into a store of each size."""

Question = tuple[str, int, Callable[[], object]]
"""(what, how often, the act)"""


class Side:
    """A store of one size, open with all its use cases."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store(path, KEY, author="Ann")
        self.shadow = wire(self.store, Settings(name="Ann"))
        self.backup_bytes = 0

    @classmethod
    def copy_of(cls, path: Path, work: Path) -> Side:
        """A copy that may be written into, in a folder of its own."""
        folder = work / path.stem
        folder.mkdir()
        return cls(copied(path, folder, "store.db"))

    def close(self) -> None:
        self.shadow.close()


def looking(side: Side) -> Iterator[Question]:
    """What changes nothing but sums."""
    shadow = side.shadow
    yield "open, newest page", 15, partial(_opened, side.path)
    yield "open as the window does, up to Today", 5, partial(_to_today, side.path)
    yield "Today, again", 5, partial(_today, side)
    yield "the newest page of an open store", 25, partial(_newest, side.store)
    yield "Review, first page", 15, lambda: shadow.reviewing.first_page(shadow.reviewing.understand(""))
    yield (
        "Review, all rows (background)",
        3,
        lambda: shadow.reviewing.inbox(shadow.reviewing.understand(""), Sort.NEEDS),
    )
    yield "search, first page", 60, partial(_searched, side.store, _words(side.store))
    shadow.prioritising.refresh()
    unit = next(iter(shadow.prioritising.ranking().ground.sites.values())).unit_id
    yield "rank one unit of eight", 5, partial(shadow.prioritising.ranking, unit)
    yield "rank all units", 3, shadow.prioritising.ranking
    yield "the list of pain points", 3, shadow.pains.rows
    yield "a visit's report as PDF", 5, partial(_printed, side, _whole_visit(side))


def writing(side: Side) -> Iterator[Question]:
    """What writes; `side` is a copy."""
    yield "Enter, one tagged note", 100, _entering(side)
    yield f"merge {PIECE:,} changes of another laptop", 1, _merging(side)
    file, shadow = _handed_over(side), side.shadow
    yield f"look into a file with {PIECE:,} new changes", 1, lambda: shadow.exchange.preview(file)
    folder = side.path.parent / "shared"
    folder.mkdir()
    side.store.remember(f"sent.{folder.resolve()}", str(10**9))  # a folder that has everything already
    shadow.exchange.sync_at(str(folder))
    yield "look into a folder with nothing new", 5, lambda: shadow.exchange.sync_at(str(folder))
    yield "backup, made and verified", 1, partial(_backed_up, side)
    shadow.backups.tend()
    yield "look after the backups, nothing to do (each minute)", 3, shadow.backups.tend


def _opened(path: Path) -> None:
    with closing(Store(path, KEY)) as store:
        _newest(store)


def _newest(store: Store) -> None:
    with store.reading() as read:
        assert notes_by_row(read, newest_note_rows(read))


def _to_today(path: Path) -> None:
    """Everything that happens before the first page is filled."""
    side = Side(path)
    try:
        side.shadow.exchange.catch_up()
        withdrawal.catch_up(side.store)
        side.shadow.suggesting.reload()
        _today(side)
    finally:
        side.close()


def _today(side: Side) -> None:
    side.shadow.day.today(datetime.now(timezone.utc))


def _words(store: Store) -> Iterator[str]:
    with store.reading() as read:
        asked = _questions(read)
    return cycle([words for some in zip(*asked.values(), strict=False) for words in some])


def _searched(store: Store, words: Iterator[str]) -> None:
    with store.reading() as read:
        notes_by_row(read, find_notes(read, next(words)))


def _whole_visit(side: Side) -> UUID:
    """A visit of forty notes; the last one may have fewer."""
    return side.shadow.planning.visits()[1].visit.id


def _printed(side: Side, visit_id: UUID) -> None:
    side.shadow.reporting.printed(side.shadow.reporting.visit(visit_id))


def _entering(side: Side) -> Callable[[], object]:
    visit = last_visit(side.store)
    with side.store.reading() as read:
        lexicon = Lexicon(read.where(Service), read.where(Role))
    made = World(seed=12)

    def enter() -> None:
        side.shadow.capture.note(visit.id, parse(made.line(), lexicon), datetime.now(timezone.utc))

    return enter


def _merging(side: Side) -> Callable[[], object]:
    """The same piece for every size: what it stands on is there before."""
    came = _piece(device="ad" * 8, seed=12)
    _absorbed(side.store, came[:-PIECE])
    return partial(_absorbed, side.store, came[-PIECE:])


def _piece(device: str, seed: int) -> list[Change]:
    return list(changes_of_others(PIECE, seed=seed, device=device))


def _absorbed(store: Store, changes: list[Change]) -> None:
    with store.maintaining() as write:
        absorb(write.connection, changes, own_device=store.device, sender=changes[0].device)


def _handed_over(side: Side) -> Path:
    """A file of another laptop of which the store has all but the newest changes."""
    came = _piece(device="ae" * 8, seed=13)
    path = side.path.parent / "piece.shadow"
    with closing(Store(side.path.parent / "giver.db", KEY, author="Ben")) as giver:
        _absorbed(giver, came)
        wire(giver, Settings(name="Ben")).exchange.send(path)
    _absorbed(side.store, came[:-PIECE])
    return path


def _backed_up(side: Side) -> None:
    """As it is made each day, before something comes in, and when somebody asks for one."""
    made = backups.make(side.path, KEY, side.path.parent / "made", "asked")
    side.backup_bytes = made.size
    made.path.unlink()
