"""Pain points for those who decide: what stands behind each, added up by SQL (`design.md` §1).

A key is (service, pain point); None is the service's "not sorted yet". What counts is what counts in the score.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import RowMapping, text

from shadow_app.domain.pain_point import PainPoint
from shadow_app.insight.silent_pain import DeskAnswer, Silence, silence
from shadow_app.insight.waits import Waits
from shadow_app.storage.pain_notes import EVERYWHERE, LOOSE, MEMBERS, NOTED_ON, ask, by_service
from shadow_app.storage.repository import Reader

PainKey = tuple[UUID, UUID | None]

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  (seconds of the site's own clock)

_EVIDENCE_ORDER = """
    ORDER BY o.business_damage DESC NULLS LAST, coalesce(o.lost_minutes, 0) * o.count DESC, o.at, o.row LIMIT :limit
"""
_EVIDENCE = text(f"SELECT o.id {MEMBERS} {_EVIDENCE_ORDER}")
_UNSORTED = text(f"SELECT o.id {LOOSE} {_EVIDENCE_ORDER}")

_MEMBER_COUNTS = text(
    "SELECT pain_point_id AS id, count(*) AS notes FROM pain_point_member WHERE removed = 0 GROUP BY pain_point_id"
)
_MET = text("""
    SELECT DISTINCT o.visit_id FROM pain_point_member m CROSS JOIN observation o ON o.id = m.observation_id
    WHERE m.pain_point_id = :pain_point
""")
_AT = "(o.at / 1000000 + o.utc_offset * 60)"
_GATHERED = f"""
    count(DISTINCT o.row) AS notes, count(DISTINCT o.visit_id) AS visits, count(DISTINCT v.site_id) AS sites,
    max({_AT}) AS noted_at, max(CASE WHEN o.evidence = 'seen' THEN {_AT} END) AS seen_at
"""
_KEPT = """
    SELECT service_id, nullif(pain_point_id, zeroblob(16)) AS pain_point_id, sum(noted) AS notes,
           sum(1 + length(visits) - length(replace(visits, ',', ''))) AS visits, count(*) AS sites,
           max(noted_at) AS noted_at, max(seen_at) AS seen_at
    FROM pain_tally WHERE :unit IS NULL OR site_id IN (SELECT id FROM site WHERE unit_id = :unit)
    GROUP BY service_id, pain_tally.pain_point_id
"""
"""The same of every pain point, as it is kept. A visit has one site, so those of several sites are none twice."""
_DESK = "o.reported_to_desk AS reported, o.why_not_reported AS why, total(o.count) AS times, count(*) AS notes"
_ASKED = "AND o.reported_to_desk IS NOT NULL"
_OVER = "(o.delivered_on IS NOT NULL OR o.still_needed IS 0)"
_END = f"coalesce(o.delivered_on, CASE WHEN o.still_needed IS 0 THEN {NOTED_ON} ELSE :today END)"
_DAYS = f"(julianday({_END}) - julianday(o.requested_on))"
_WAITS = f"""
    count(*) AS notes, total(o.delivered_on IS NOT NULL) AS delivered, total(o.still_needed IS 0) AS expired,
    total({_OVER}) AS settled, total(o.delivered_on IS NOT NULL AND o.still_needed IS NULL) AS not_asked,
    total(coalesce({_DAYS}, -1) >= 0) AS dated, total(CASE WHEN {_DAYS} >= 0 THEN {_DAYS} END) AS days,
    max(CASE WHEN {_DAYS} >= 0 THEN {_DAYS} END) AS longest
"""
_WAITING = "AND o.kind = 'wait'"


class Gathered(NamedTuple):
    """How much stands behind one pain point."""

    notes: int
    visits: int
    sites: int
    noted_on: date | None
    """The last day on which it was noted, seen or told."""
    seen_on: date | None


def visits_met(read: Reader, pain_point_id: UUID) -> frozenset[UUID]:
    """Every visit that a note of the pain point ever came from, whatever became of the note since."""
    found = read.connection.scalars(_MET, {"pain_point": pain_point_id.bytes})
    return frozenset(UUID(bytes=each) for each in found)


def gathered(read: Reader, unit_id: UUID | None = None) -> dict[PainKey, Gathered]:
    """What stands behind every pain point and every "not sorted yet" of a unit, or of all. Tallies are up to date."""
    return {_key(row): _gathered(row) for row in ask(read, text(_KEPT), unit_id=unit_id)}


def gathered_of(read: Reader, pain_point: PainPoint) -> dict[PainKey, Gathered]:
    """What stands behind one pain point."""
    question = text(f"SELECT {_GATHERED} {MEMBERS}")
    (row,) = ask(read, question, pain_point_id=pain_point.id)
    return {(pain_point.service_id, pain_point.id): _gathered(row)}


def sites_of(read: Reader, pain_point_id: UUID) -> set[UUID]:
    """Where a pain point was noted."""
    question = text(f"SELECT DISTINCT v.site_id AS id {MEMBERS}")
    return {UUID(bytes=row["id"]) for row in ask(read, question, pain_point_id=pain_point_id)}


def member_counts(read: Reader) -> dict[UUID, int]:
    """How many notes are in each pain point, also those that do not count in the score; none is no entry."""
    return {UUID(bytes=row["id"]): row["notes"] for row in ask(read, _MEMBER_COUNTS)}


def evidence_of_pain_point(read: Reader, pain_point_id: UUID, limit: int = 50) -> list[UUID]:
    """The notes that count for a pain point, the most damaging first, then the dearest."""
    return [UUID(bytes=row["id"]) for row in ask(read, _EVIDENCE, pain_point_id=pain_point_id, limit=limit)]


def unsorted_notes(read: Reader, service_id: UUID, limit: int = 50) -> list[UUID]:
    """The notes that count for a service and are in no pain point, in the same order."""
    return [UUID(bytes=row["id"]) for row in ask(read, _UNSORTED, service_id=service_id, limit=limit)]


def silence_of(
    read: Reader, pain_point_id: UUID, *, unit_id: UUID | None = None, site_id: UUID | None = None
) -> Silence:
    """How much of a pain point never reaches the service desk, anywhere or in one unit or at one site."""
    asked = text(f"SELECT {_DESK} {MEMBERS} {_ASKED} GROUP BY reported, why")
    rows = ask(read, asked, pain_point_id=pain_point_id, unit_id=unit_id, site_id=site_id)
    return silence(_answer(row) for row in rows)


def silence_overall(read: Reader, unit_id: UUID | None = None) -> Silence:
    """The same over every note of a unit, or of all, with or without a service."""
    asked = text(f"SELECT {_DESK} {EVERYWHERE} {_ASKED} GROUP BY reported, why")
    return silence(_answer(row) for row in ask(read, asked, unit_id=unit_id))


def silence_by_service(read: Reader, unit_id: UUID | None = None) -> dict[UUID, Silence]:
    """The same per service: its pain points and what is not sorted yet. A note of two services counts in each."""
    answers: dict[UUID, list[DeskAnswer]] = {}
    for row in ask(read, by_service(_DESK, _ASKED, "reported, why"), unit_id=unit_id):
        answers.setdefault(UUID(bytes=row["service_id"]), []).append(_answer(row))
    return {service_id: silence(given) for service_id, given in answers.items()}


def waits_of(read: Reader, pain_point_id: UUID, today: date) -> Waits:
    """The waits of a pain point."""
    waiting = text(f"SELECT {_WAITS} {MEMBERS} {_WAITING}")
    return next(_waits(row) for row in ask(read, waiting, pain_point_id=pain_point_id, today=today))


def waits_overall(read: Reader, today: date, unit_id: UUID | None = None) -> Waits:
    """The waits of a unit, or of all, with or without a service."""
    waiting = text(f"SELECT {_WAITS} {EVERYWHERE} {_WAITING}")
    return next(_waits(row) for row in ask(read, waiting, unit_id=unit_id, today=today))


def waits_by_service(read: Reader, today: date, unit_id: UUID | None = None) -> dict[UUID, Waits]:
    """The same per service. A wait of two services counts in each."""
    rows = ask(read, by_service(_WAITS, _WAITING), unit_id=unit_id, today=today)
    return {UUID(bytes=row["service_id"]): _waits(row) for row in rows}


def _key(row: RowMapping) -> PainKey:
    pain_point = row["pain_point_id"]
    return UUID(bytes=row["service_id"]), None if pain_point is None else UUID(bytes=pain_point)


def _gathered(row: RowMapping) -> Gathered:
    return Gathered(row["notes"], row["visits"], row["sites"], _day(row["noted_at"]), _day(row["seen_at"]))


def _answer(row: RowMapping) -> DeskAnswer:
    return DeskAnswer(bool(row["reported"]), row["why"], row["times"], row["notes"])


def _waits(row: RowMapping) -> Waits:
    return Waits(
        notes=row["notes"],
        delivered=round(row["delivered"]),
        expired=round(row["expired"]),
        settled=round(row["settled"]),
        not_asked=round(row["not_asked"]),
        dated=round(row["dated"]),
        days=row["days"],
        longest_days=row["longest"],
    )


def _day(local_seconds: int | None) -> date | None:
    """The day by the clock of the site; one date for each pain point, where SQL would make one for each note."""
    return None if local_seconds is None else (_EPOCH + timedelta(seconds=local_seconds)).date()
