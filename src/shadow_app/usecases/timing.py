"""State timers and off the record: stretches of time that start and stop by key."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from shadow_app.domain.action_names import STARTED, TIMERS
from shadow_app.domain.language import say
from shadow_app.domain.observation import Observation
from shadow_app.domain.record_words import value_word
from shadow_app.domain.visit import Activity
from shadow_app.domain.vocabulary import ActivityKind, Kind, MinutesSource
from shadow_app.storage.pauses import refuse_off_record
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork

FORGOTTEN = timedelta(hours=12)
"""Longer than a shift: a clock that ran on for so long was forgotten, in a locked laptop or one whose battery died."""
_NOTE_KINDS = {ActivityKind.WAITING: Kind.WAIT, ActivityKind.WORKING_AROUND: Kind.WORKAROUND}


class Timing:
    """The verbs of the timer strip. Several timers may run at once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def activities(self, visit_id: UUID) -> list[Activity]:
        """Every stretch of a visit, in the order in which they began."""
        with self._store.reading() as read:
            return read.where(Activity, "started_at", visit_id=visit_id)

    def running(self, visit_id: UUID) -> list[Activity]:
        """Those that have not been stopped."""
        return [activity for activity in self.activities(visit_id) if activity.ended_at is None]

    def begin(
        self,
        visit_id: UUID,
        kind: ActivityKind,
        at: datetime,
        name: str = "",
        note_id: UUID | None = None,
    ) -> Activity:
        """Start a timer, for a note if one is named.

        Raises:
            Refused: the visit is off the record.
        """
        started = Activity(
            visit_id=visit_id,
            activity_kind=kind,
            name=name,
            started_at=at,
            utc_offset=_offset(at),
            observation_id=note_id,
        )
        with self._store.work(_called(kind, name)) as work:
            refuse_off_record(work, visit_id, self._store.device)
            work.put(started)
            work.commit()
        return started

    def end(self, activity_id: UUID, at: datetime) -> Activity:
        """Stop a timer. Waiting and working around write their minutes down as timed, unless it was forgotten."""
        with self._store.work("Timer stopped") as work:
            stopped = _stop(work, work.get(Activity, activity_id), at)
            work.commit()
        return stopped

    def go_off_record(self, visit_id: UUID, at: datetime) -> Activity:
        """Stop every timer and note only that there was a pause."""
        pause = Activity(
            visit_id=visit_id, activity_kind=ActivityKind.OFF_RECORD, started_at=at, utc_offset=_offset(at)
        )
        with self._store.work("Off the record") as work:
            stop_all(work, visit_id, at)
            work.put(pause)
            work.commit()
        return pause

    def go_on(self, visit_id: UUID, at: datetime) -> None:
        """End the pause."""
        with self._store.work("On the record again") as work:
            for activity in work.where(Activity, visit_id=visit_id):
                if activity.ended_at is None and activity.activity_kind is ActivityKind.OFF_RECORD:
                    _stop(work, activity, at)
            work.commit()


def stop_all(work: UnitOfWork, visit_id: UUID, at: datetime) -> None:
    """Stop whatever runs on a visit, within the action that ends it or goes off the record."""
    for activity in work.where(Activity, visit_id=visit_id):
        if activity.ended_at is None:
            _stop(work, activity, at)


def _stop(work: UnitOfWork, activity: Activity, at: datetime) -> Activity:
    stopped = activity.edited(ended_at=max(at, activity.started_at))
    if activity.activity_kind in _NOTE_KINDS:
        note = _timed_note(work, stopped)
        work.put(note)
        stopped = stopped.edited(observation_id=note.id)
    work.put(stopped)
    return stopped


def _timed_note(work: UnitOfWork, activity: Activity) -> Observation:
    minutes = round(activity.minutes or 0.0, 2)
    forgotten = minutes > FORGOTTEN.total_seconds() / 60
    timed = {} if forgotten else {"lost_minutes": minutes, "minutes_source": MinutesSource.TIMED}
    if activity.observation_id is not None:
        return work.get(Observation, activity.observation_id).edited(**timed)
    text = activity.name or value_word(ActivityKind, activity.activity_kind)
    if forgotten:
        hours = round(minutes / 60)
        text = say("{text}: the clock ran on for {hours:|hour|hours}; how long was it?", text=text, hours=hours)
    return Observation(
        visit_id=activity.visit_id,
        at=activity.started_at,
        utc_offset=activity.utc_offset,
        text=text,
        kind=_NOTE_KINDS[activity.activity_kind],
        **timed,
    )


def _called(kind: ActivityKind, name: str) -> str:
    """What starting it is called in the log."""
    if kind.value in TIMERS:
        return TIMERS[kind.value]
    return STARTED.format(name=name) if name else TIMERS[""]


def _offset(at: datetime) -> int:
    offset = at.utcoffset()
    return 0 if offset is None else round(offset.total_seconds() / 60)
