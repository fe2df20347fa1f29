"""What the programme is told from, added up by SQL: outings, days, shifts, services, contacts, the desk's counts."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, text

from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.telling import Contact
from shadow_app.domain.vocabulary import DayTypicality, HostSelection
from shadow_app.insight.blind_spots import DayKind, ServiceSeen, ShiftHours
from shadow_app.insight.coverage import Outing
from shadow_app.insight.last_contact import ContactRow, SiteContact
from shadow_app.insight.tally import Place
from shadow_app.insight.ticket_gap import Counted
from shadow_app.storage.repository import Reader, record_from
from shadow_app.storage.tables import TABLES, present

# The day and the hour that the clock at the site showed.
_DAY = "date(v.starts_at / 1000000 + v.utc_offset * 60, 'unixepoch')"
_HOUR = "CAST(strftime('%H', v.starts_at / 1000000 + v.utc_offset * 60, 'unixepoch') AS INTEGER)"

_MADE = """
    FROM visit v JOIN site s ON s.id = v.site_id
    WHERE v.removed = 0 AND v.state <> 'planned' AND (:unit IS NULL OR s.unit_id = :unit)
"""

_OUTINGS = text(f"""
    SELECT v.shadower_id, count(*), sum(v.exposure_hours), max({_DAY}) {_MADE} AND {_DAY} BETWEEN :begins AND :ends
    GROUP BY v.shadower_id
""")

_DAY_KINDS = text(f"""
    SELECT v.typicality, v.host_selection, count(*), sum(v.exposure_hours) {_MADE}
    GROUP BY v.typicality, v.host_selection
""")

_SHIFTS = text(f"""
    SELECT site_id, min(shift), count(*), sum(hours) FROM (
        SELECT v.site_id, v.exposure_hours AS hours,
               CASE WHEN trim(v.shift) <> '' THEN trim(v.shift)
                    WHEN {_HOUR} BETWEEN 4 AND 11 THEN 'Morning'
                    WHEN {_HOUR} BETWEEN 12 AND 19 THEN 'Afternoon'
                    ELSE 'Night' END AS shift
        {_MADE})
    GROUP BY site_id, lower(shift)
""")

# CROSS JOIN keeps SQLite from walking all notes of the store when only the tags are wanted.
_SERVICES = text("""
    SELECT t.service_id, count(*), count(DISTINCT t.visit_id), count(DISTINCT v.site_id)
    FROM service_tag t
    CROSS JOIN observation o ON o.id = t.observation_id AND o.removed = 0
    CROSS JOIN visit v ON v.id = t.visit_id AND v.removed = 0
    CROSS JOIN site s ON s.id = v.site_id
    WHERE t.removed = 0 AND (:unit IS NULL OR s.unit_id = :unit)
    GROUP BY t.service_id
""")

_SITES = text(f"""
    SELECT s.id, s.unit_id, u.organisation_id, count(v.id), min({_DAY}), max({_DAY}),
           (SELECT max(w.told_on) FROM site_update w WHERE w.site_id = s.id AND w.removed = 0)
    FROM site s JOIN business_unit u ON u.id = s.unit_id AND u.removed = 0
    LEFT JOIN visit v ON v.site_id = s.id AND v.removed = 0 AND v.state <> 'planned'
    WHERE s.removed = 0 AND (:unit IS NULL OR s.unit_id = :unit)
    GROUP BY s.id
    ORDER BY s.name, s.row
""")

_ASKED = text("""
    SELECT c.organisation_id, c.level, c.unit_id, c.site_id, max(k.held_on)
    FROM conversation k JOIN contact c ON c.id = k.contact_id AND c.removed = 0
    WHERE k.removed = 0
    GROUP BY c.id
""")

_COUNTED = text("""
    SELECT service_id, unit_id, sum(tickets), sum(days), total(hours),
           total(CASE WHEN hours IS NULL THEN 0 ELSE days END), total(CASE WHEN hours IS NULL THEN tickets ELSE 0 END)
    FROM (SELECT *, julianday(until_on) - julianday(from_on) + 1 AS days FROM ticket_count WHERE removed = 0)
    GROUP BY service_id, unit_id
""")

_PLANNED = text("SELECT DISTINCT site_id, role_id FROM visit WHERE removed = 0 AND state = 'planned'")


def outings_between(read: Reader, begins: date, ends: date) -> list[Outing]:
    """Visits and hours per IT person, of visits that took place from `begins` to `ends`, both days with it."""
    asked = {"unit": None, "begins": begins.isoformat(), "ends": ends.isoformat()}
    rows = read.connection.execute(_OUTINGS, asked)
    return [Outing(UUID(bytes=row[0]), row[1], row[2], _day(row[3])) for row in rows]


def day_kinds(read: Reader, unit_id: UUID | None = None) -> list[DayKind]:
    """How typical the days were and who picked the host."""
    return [
        DayKind(
            None if row[0] is None else DayTypicality(row[0]),
            None if row[1] is None else HostSelection(row[1]),
            row[2],
            row[3],
        )
        for row in read.connection.execute(_DAY_KINDS, _of(unit_id))
    ]


def shift_hours(read: Reader, unit_id: UUID | None = None) -> list[ShiftHours]:
    """Hours per site and shift; a shift that nobody named is called by the part of the day in which it began."""
    rows = read.connection.execute(_SHIFTS, _of(unit_id))
    return [ShiftHours(UUID(bytes=row[0]), row[1], row[2], row[3]) for row in rows]


def services_seen(read: Reader, unit_id: UUID | None = None) -> list[ServiceSeen]:
    """How often each service was noted; those that never were are missing."""
    rows = read.connection.execute(_SERVICES, _of(unit_id))
    return [ServiceSeen(UUID(bytes=row[0]), row[1], row[2], row[3]) for row in rows]


def site_contacts(read: Reader, unit_id: UUID | None = None) -> list[SiteContact]:
    """When IT was last at each site, told it something, or asked somebody there; by name."""
    asked: dict[bytes, str] = {}
    for organisation, level, unit, site, held_on in read.connection.execute(_ASKED):
        whom = {"organisation": organisation, "unit": unit}.get(level, site)
        if whom is not None:
            asked[whom] = max(asked.get(whom, ""), held_on)
    found = []
    for site, unit, organisation, visits, first, last, told in read.connection.execute(_SITES, _of(unit_id)):
        days = (first, last, told, asked.get(site), max(asked.get(unit, ""), asked.get(organisation, "")) or None)
        found.append(SiteContact(UUID(bytes=site), UUID(bytes=unit), visits, *map(_day, days)))
    return found


def ticket_counts(read: Reader) -> list[Counted]:
    """What the desk counted, per service and unit."""
    return [
        Counted(UUID(bytes=row[0]), None if row[1] is None else UUID(bytes=row[1]), *row[2:])
        for row in read.connection.execute(_COUNTED)
    ]


def planned_places(read: Reader) -> frozenset[Place]:
    """Sites and roles to which a visit is planned."""
    return frozenset((UUID(bytes=row[0]), UUID(bytes=row[1])) for row in read.connection.execute(_PLANNED))


def contact_rows(read: Reader) -> list[ContactRow]:
    """Everybody to talk to: by firm, then unit, site and name, the widest level first."""
    contact, firm, unit, site, role = (TABLES[kind] for kind in (Contact, Organisation, BusinessUnit, Site, Role))
    talks = {
        UUID(bytes=row[0]): (row[1], _day(row[2]))
        for row in read.connection.execute(
            text("SELECT contact_id, count(*), max(held_on) FROM conversation WHERE removed = 0 GROUP BY contact_id")
        )
    }
    query = (
        select(
            contact,
            firm.c.name.label("firm_name"),
            unit.c.name.label("unit_name"),
            site.c.name.label("site_name"),
            role.c.name.label("role_name"),
        )
        .join(firm, firm.c.id == contact.c.organisation_id)
        .outerjoin(unit, unit.c.id == contact.c.unit_id)
        .outerjoin(site, site.c.id == contact.c.site_id)
        .outerjoin(role, role.c.id == contact.c.role_id)
        .where(present(contact))
        .order_by(firm.c.name, unit.c.name.nulls_first(), site.c.name.nulls_first(), contact.c.name, contact.c.row)
    )
    return [_contact(row, talks) for row in read.connection.execute(query)]


def _contact(row: Row[Any], talks: dict[UUID, tuple[int, date | None]]) -> ContactRow:
    found = record_from(Contact, row)
    many, last_on = talks.get(found.id, (0, None))
    return ContactRow(
        found, row.firm_name, row.unit_name or "", row.site_name or "", row.role_name or "", many, last_on
    )


def _of(unit_id: UUID | None) -> dict[str, bytes | None]:
    return {"unit": None if unit_id is None else unit_id.bytes}


def _day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)
