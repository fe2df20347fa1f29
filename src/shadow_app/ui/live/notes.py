"""A visit's notes in memory, kept in step with the news: one row at a time, without asking the store again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from shadow_app.domain.listing import Picture, TimelineNote, VoiceNote
from shadow_app.domain.news import News
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.record import Record
from shadow_app.domain.vocabulary import Evidence
from shadow_app.domain.voice import seconds_of
from shadow_app.ui.names import Names
from shadow_app.ui.note_view import view_of
from shadow_app.ui.timeline_model import TimelineModel

AskThumb = Callable[[str, Callable[[bytes | None], None]], None]
"""(hash, told the small picture or None)"""


class LiveNotes:
    """The rows behind a timeline. `thumb` is asked once per photo; the card is drawn again when it is there."""

    def __init__(self, model: TimelineModel, ask_thumb: AskThumb) -> None:
        self.model = model
        self.names = Names()
        self._ask_thumb = ask_thumb
        self._rows: dict[UUID, TimelineNote] = {}
        self._thumbs: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._visit_id: UUID | None = None

    def open(self, visit_id: UUID, rows: Iterable[TimelineNote]) -> None:
        """Show a visit; the same visit once more is brought up to date row by row."""
        fresh = {row.note.id: row for row in rows}
        if visit_id != self._visit_id:
            self._visit_id, self._rows = visit_id, fresh
            self.model.show(view_of(row, self._thumb(row)) for row in fresh.values())
            return
        for note_id in [each for each in self._rows if each not in fresh]:
            self._drop(note_id)
        for row in fresh.values():
            if self._rows.get(row.note.id) != row:
                self._keep(row)

    def of(self, note_id: UUID) -> TimelineNote | None:
        """A note that is shown."""
        return self._rows.get(note_id)

    def all(self) -> Iterable[TimelineNote]:
        """Every note that is shown."""
        return self._rows.values()

    def hear(self, news: News) -> tuple[set[UUID], set[UUID]]:
        """Take over what was written.

        Returns:
            The notes that changed here, and those that must be asked of the store because the news alone does not
            tell all (a note brought back by undo has tags that nobody wrote anew).
        """
        changed: set[UUID] = set()
        unknown: set[UUID] = set()
        for written in news.records:
            note_id = self._note_of(written.after)
            if note_id is None or note_id in unknown:
                continue
            fresh = self._applied(note_id, written.before, written.after)
            if fresh is None:
                unknown.add(note_id)
                continue
            self._rows[note_id] = fresh
            changed.add(note_id)
        for note_id in changed - unknown:
            row = self._rows[note_id]
            if row.note.removed:
                self._drop(note_id)
            else:
                self._keep(row)
        return changed - unknown, unknown

    def take(self, note_id: UUID, row: TimelineNote | None) -> None:
        """The store's answer about a note; None if it is gone."""
        if row is None:
            self._drop(note_id)
        elif row.note.visit_id == self._visit_id:
            self._keep(row)

    def _note_of(self, record: Record) -> UUID | None:
        """The note of this visit that a record belongs to."""
        if getattr(record, "visit_id", None) != self._visit_id:
            return None
        if isinstance(record, Observation):
            return record.id
        return record.observation_id if isinstance(record, (ServiceTag, Attachment)) else None

    def _applied(self, note_id: UUID, before: Record | None, after: Record) -> TimelineNote | None:
        row = self._rows.get(note_id)
        match after:
            case Observation() if row is not None:
                return replace(row, note=after, role=self._role(after))
            case Observation() if before is None:
                return TimelineNote(after, (), (), self._role(after), ())
            case ServiceTag() if row is not None and after.service_id in self.names.services:
                return _tagged(row, after, self.names)
            case Attachment(is_voice=True) if row is not None:
                heard = tuple(each for each in row.voices if each.attachment_id != after.id)
                more = () if after.removed else (VoiceNote(after.id, after.sha256, seconds_of(after.byte_size)),)
                return replace(row, voices=heard + more)
            case Attachment() if row is not None:
                kept = tuple(each for each in row.pictures if each.attachment_id != after.id)
                added = () if after.removed else (Picture(after.id, after.sha256, after.caption),)
                return replace(row, pictures=kept + added)
        return None

    def _role(self, note: Observation) -> str:
        return "" if note.role_id is None else self.names.roles.get(note.role_id, "")

    def _keep(self, row: TimelineNote) -> None:
        self._rows[row.note.id] = row
        self.model.put(view_of(row, self._thumb(row)))

    def _drop(self, note_id: UUID) -> None:
        self._rows.pop(note_id, None)
        self.model.remove(note_id)

    def _thumb(self, row: TimelineNote) -> bytes:
        """The first photo's small copy; asked for if nobody has yet."""
        if not row.pictures:
            return b""
        sha256, note_id = row.pictures[0].sha256, row.note.id
        if sha256 not in self._asked:
            self._asked.add(sha256)
            self._ask_thumb(sha256, lambda data: self._arrived(sha256, note_id, data))
        return self._thumbs.get(sha256, b"")

    def _arrived(self, sha256: str, note_id: UUID, data: bytes | None) -> None:
        self._thumbs[sha256] = data or b""
        row = self._rows.get(note_id)
        if data and row is not None:
            self._keep(row)


def _tagged(row: TimelineNote, tag: ServiceTag, names: Names) -> TimelineNote:
    others = tuple(each for each in row.service_ids if each != tag.service_id)
    if tag.removed:
        ids = others
    elif tag.primary:
        ids = (tag.service_id, *others)
    else:
        ids = row.service_ids if tag.service_id in row.service_ids else (*others, tag.service_id)
    known = dict(zip(row.service_ids, row.services, strict=True))
    return replace(row, service_ids=ids, services=tuple(names.services.get(i) or known.get(i, "") for i in ids))


@dataclass(frozen=True)
class Figures:
    """The tiles: what a glance at the head of the page tells."""

    notes: int = 0
    this_hour: int = 0
    minutes: float = 0.0
    events: int = 0
    services: int = 0
    waiting: int = 0
    """Notes that hold something to accept or decline, or cost time and name no service."""


def figures_of(rows: Iterable[TimelineNote], now: datetime) -> Figures:
    """Counted over what was seen; what was only told loses no minutes here (`domain.md` §3)."""
    kept = list(rows)
    losses = [
        (row.note.lost_minutes * row.note.count * (row.note.people_stopped or 1), row.note.count)
        for row in kept
        if row.note.lost_minutes and row.note.kind.costs_time and row.note.evidence is Evidence.SEEN
    ]
    return Figures(
        notes=len(kept),
        this_hour=sum(now - timedelta(hours=1) < row.note.at <= now for row in kept),
        minutes=sum(minutes for minutes, _ in losses),
        events=sum(count for _, count in losses),
        services=len({service_id for row in kept for service_id in row.service_ids}),
        waiting=sum(row.note.offers_open or _untagged(row) for row in kept),
    )


def _untagged(row: TimelineNote) -> bool:
    return row.note.kind.costs_time and not row.service_ids and not row.note.not_scored
