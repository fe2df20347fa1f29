"""The read side of the lists: typed rows straight from SQL, a page at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, and_, func, or_, select, text

from shadow_app.domain.listing import Picture, TimelineNote, VisitCard, VoiceNote
from shadow_app.domain.observation import Attachment, Observation, ServiceTag
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.pain_point import PainPointMember
from shadow_app.domain.people import Shadower
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import ConsentSubject, Kind, VisitState
from shadow_app.domain.voice import VOICE_TYPE, seconds_of
from shadow_app.insight.withdrawn import as_allowed
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.settle import chunks
from shadow_app.storage.tables import TABLES, blob, no, present
from shadow_app.storage.tallies import COUNTS, GROUPED

PAGE = 128

_visit, _site, _unit, _firm = TABLES[Visit], TABLES[Site], TABLES[BusinessUnit], TABLES[Organisation]
_role, _shadower, _note = TABLES[Role], TABLES[Shadower], TABLES[Observation]
_tag, _service, _photo, _member = TABLES[ServiceTag], TABLES[Service], TABLES[Attachment], TABLES[PainPointMember]

_consent = TABLES[ConsentRecord]

_COSTLY = [kind for kind in Kind if kind.costs_time]


def visit_cards(
    read: Reader,
    states: Sequence[VisitState] = (),
    *,
    unit_id: UUID | None = None,
    before: Visit | None = None,
    limit: int = PAGE,
    earliest_first: bool = False,
) -> list[VisitCard]:
    """Visits, latest start first.

    Args:
        read: a consistent view of the store.
        states: only visits in these; all if empty.
        unit_id: only visits to this unit's sites.
        before: the last visit of the page before.
        limit: the length of a page.
        earliest_first: the other way round; `before` does not go with it.
    """
    columns = (_visit.c.starts_at, _visit.c.id)
    order = columns if earliest_first else tuple(column.desc() for column in columns)
    # The page first and its cards afterwards: sorted together, the notes of every visit there is would be counted.
    page = select(_visit.c.row).where(present(_visit)).order_by(*order)
    if states:
        page = page.where(_visit.c.state.in_(states))
    if unit_id is not None:
        page = page.join(_site, _site.c.id == _visit.c.site_id).where(_site.c.unit_id == unit_id)
    if before is not None:
        # Not as a pair: SQLAlchemy would hand over a pair's values without their columns' types.
        earlier = and_(_visit.c.starts_at == before.starts_at, _visit.c.id < before.id)
        page = page.where(or_(_visit.c.starts_at < before.starts_at, earlier))
    query = _cards().where(_visit.c.row.in_(page.limit(limit))).order_by(*order)
    return [_card(row) for row in read.connection.execute(query)]


def visit_card(read: Reader, visit_id: UUID) -> VisitCard | None:
    """One visit as lists show it."""
    row = read.connection.execute(_cards().where(_visit.c.id == visit_id)).first()
    return None if row is None else _card(row)


def visit_by_number(read: Reader, number: str) -> VisitCard | None:
    """The visit of this number, in any spelling of capitals; the latest where several have it."""
    query = _cards().where(present(_visit), func.lower(_visit.c.number) == number.lower())
    row = read.connection.execute(query.order_by(_visit.c.starts_at.desc())).first()
    return None if row is None else _card(row)


def timeline(read: Reader, visit_id: UUID) -> list[TimelineNote]:
    """A visit's notes in the order in which they happened."""
    of_visit = and_(_note.c.visit_id == visit_id, present(_note))
    query = select(_note).where(of_visit).order_by(_note.c.at, _note.c.row)
    return _with_neighbours(read, read.connection.execute(query).all())


def notes_by_row(read: Reader, rows: Sequence[int]) -> list[TimelineNote]:
    """Notes by their private row numbers, in that order; what is gone is left out."""
    found = read.connection.execute(select(_note).where(_note.c.row.in_(rows), present(_note))).all()
    place = {number: index for index, number in enumerate(rows)}
    return _with_neighbours(read, sorted(found, key=lambda row: place[row._mapping["row"]]))


def notes_by_id(read: Reader, ids: Sequence[UUID]) -> list[TimelineNote]:
    """Notes by id, in that order; what is gone is left out."""
    found = read.connection.execute(select(_note).where(_note.c.id.in_(ids), present(_note))).all()
    place = {note_id: index for index, note_id in enumerate(ids)}
    return _with_neighbours(read, sorted(found, key=lambda row: place[row._mapping["id"]]))


def rows_of(read: Reader, ids: Sequence[UUID]) -> list[int]:
    """The private row numbers of notes."""
    return list(read.connection.scalars(select(_note.c.row).where(_note.c.id.in_(ids))))


def newest_note_rows(read: Reader, before: int = 2**62, limit: int = PAGE) -> list[int]:
    """A keyset page of note rows over all visits, last written first."""
    query = select(_note.c.row).where(_note.c.row < before, present(_note)).order_by(_note.c.row.desc()).limit(limit)
    return list(read.connection.scalars(query))


_EVIDENCE = text(f"""
    WITH named AS (
        SELECT m.observation_id AS note_id
        FROM pain_point p JOIN pain_point_member m ON m.pain_point_id = p.id AND m.removed = 0
        WHERE p.service_id = :service AND p.removed = 0
        UNION
        SELECT t.observation_id
        FROM service_tag t
        WHERE t.service_id = :service AND t.removed = 0
          AND (t."primary" OR NOT EXISTS (
              SELECT 1 FROM service_tag r
              WHERE r.observation_id = t.observation_id AND r.removed = 0 AND r."primary"))
          AND NOT {GROUPED.format(note="t.observation_id")}
    )
    SELECT o.id
    FROM named
    CROSS JOIN observation o ON o.id = named.note_id
    JOIN visit v ON v.id = o.visit_id
    JOIN site s ON s.id = v.site_id
    WHERE {COUNTS} AND (:unit IS NULL OR s.unit_id = :unit)
    ORDER BY o.business_damage DESC NULLS LAST, coalesce(o.lost_minutes, 0) * o.count DESC, o.at, o.row
    LIMIT :limit
""")


def evidence_of_service(read: Reader, service_id: UUID, unit_id: UUID | None = None, limit: int = 50) -> list[UUID]:
    """The notes that count in a service's score, and no others: the most damaging first, then the dearest."""
    asked = {"service": service_id.bytes, "unit": unit_id.bytes if unit_id else None, "limit": limit}
    return [UUID(bytes=row[0]) for row in read.connection.execute(_EVIDENCE, asked)]


def picture_bytes(read: Reader, sha256: str) -> bytes | None:
    """The photo's JPEG, None if its content has not arrived."""
    return read.connection.scalar(select(blob.c.data).where(blob.c.sha256 == sha256))


def thumbnail_bytes(read: Reader, sha256: str) -> bytes | None:
    """The photo's small JPEG."""
    return read.connection.scalar(select(blob.c.thumbnail).where(blob.c.sha256 == sha256))


def _cards() -> Select[Any]:
    tagged = select(_tag.c.id).where(_tag.c.observation_id == _note.c.id, present(_tag)).exists()
    mine = and_(_note.c.visit_id == _visit.c.id, present(_note))
    count = select(func.count()).where(mine)
    return (
        select(
            _visit,
            _site.c.name.label("site_name"),
            _unit.c.id.label("unit_id"),
            _unit.c.name.label("unit_name"),
            _firm.c.id.label("firm_id"),
            _firm.c.name.label("firm_name"),
            _role.c.name.label("role_name"),
            _shadower.c.name.label("shadower_name"),
            _shadower.c.team.label("team"),
            count.scalar_subquery().label("notes"),
            count.where(_note.c.kind.in_(_COSTLY), ~tagged, _note.c.not_scored == no())
            .scalar_subquery()
            .label("untagged"),
            count.where(_note.c.offers_open != no()).scalar_subquery().label("offers"),
        )
        .join(_site, _site.c.id == _visit.c.site_id)
        .join(_unit, _unit.c.id == _site.c.unit_id)
        .join(_firm, _firm.c.id == _unit.c.organisation_id)
        .join(_role, _role.c.id == _visit.c.role_id)
        .join(_shadower, _shadower.c.id == _visit.c.shadower_id)
    )


def _card(row: Row[Any]) -> VisitCard:
    return VisitCard(
        record_from(Visit, row),
        row.site_name,
        row.unit_id,
        row.unit_name,
        row.firm_id,
        row.firm_name,
        row.role_name,
        row.shadower_name,
        row.team,
        row.notes,
        row.untagged,
        row.offers,
    )


def _with_neighbours(read: Reader, rows: Sequence[Row[Any]]) -> list[TimelineNote]:
    notes = [record_from(Observation, row) for row in rows]
    ids = [note.id for note in notes]
    services = _services_of(read, ids)
    pictures, voices = _pictures_of(read, ids), _voices_of(read, ids)
    members = _pain_points_of(read, ids)
    roles = {row.id: row.name for row in read.connection.execute(select(_role.c.id, _role.c.name))}
    shown = [
        TimelineNote(
            note,
            tuple(service_id for service_id, _ in services[note.id]),
            tuple(name for _, name in services[note.id]),
            roles.get(note.role_id, ""),
            tuple(pictures[note.id]),
            tuple(members[note.id]),
            tuple(voices[note.id]),
        )
        for note in notes
    ]
    taken_back = withdrawn_on(read, {note.visit_id for note in notes})
    return [
        as_allowed(each, taken_back[each.note.visit_id]) if each.note.visit_id in taken_back else each for each in shown
    ]


def visits_of(read: Reader, note_ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Note → its visit."""
    found: dict[UUID, UUID] = {}
    for some in chunks(sorted(note_ids)):
        rows = read.connection.execute(select(_note.c.id, _note.c.visit_id).where(_note.c.id.in_(some)))
        found.update((row.id, row.visit_id) for row in rows)
    return found


def withdrawn_on(read: Reader, visit_ids: Collection[UUID]) -> dict[UUID, set[ConsentSubject]]:
    """Visit → what its host had agreed to and took back; visits without any are left out."""
    found: dict[UUID, set[ConsentSubject]] = {}
    query = select(_consent.c.visit_id, _consent.c.subject).where(
        _consent.c.visit_id.in_(list(visit_ids)), _consent.c.withdrawn_on.is_not(None), present(_consent)
    )
    for visit_id, subject in read.connection.execute(query):
        found.setdefault(visit_id, set()).add(subject)
    return found


def _services_of(read: Reader, ids: Sequence[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    query = (
        select(_tag.c.observation_id, _service.c.id, _service.c.name)
        .join(_service, _service.c.id == _tag.c.service_id)
        .where(_tag.c.observation_id.in_(ids), present(_tag))
        .order_by(_tag.c.primary.desc(), _tag.c.row)
    )
    for note_id, service_id, name in read.connection.execute(query):
        found[note_id].append((service_id, name))
    return found


def _pictures_of(read: Reader, ids: Sequence[UUID]) -> dict[UUID, list[Picture]]:
    found: dict[UUID, list[Picture]] = defaultdict(list)
    query = (
        select(_photo.c.observation_id, _photo.c.id, _photo.c.sha256, _photo.c.caption)
        .where(_photo.c.observation_id.in_(ids), _photo.c.media_type != VOICE_TYPE, present(_photo))
        .order_by(_photo.c.row)
    )
    for note_id, *rest in read.connection.execute(query):
        found[note_id].append(Picture(*rest))
    return found


def _voices_of(read: Reader, ids: Sequence[UUID]) -> dict[UUID, list[VoiceNote]]:
    found: dict[UUID, list[VoiceNote]] = defaultdict(list)
    query = (
        select(_photo.c.observation_id, _photo.c.id, _photo.c.sha256, _photo.c.byte_size)
        .where(_photo.c.observation_id.in_(ids), _photo.c.media_type == VOICE_TYPE, present(_photo))
        .order_by(_photo.c.row)
    )
    for note_id, attachment_id, sha256, byte_size in read.connection.execute(query):
        found[note_id].append(VoiceNote(attachment_id, sha256, seconds_of(byte_size)))
    return found


def _pain_points_of(read: Reader, ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    query = select(_member.c.observation_id, _member.c.pain_point_id).where(
        _member.c.observation_id.in_(ids),
        present(_member),
    )
    for note_id, pain_point_id in read.connection.execute(query):
        found[note_id].append(pain_point_id)
    return found
