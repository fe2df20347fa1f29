"""What the score stands on, read at once: populations, sites, exposures and what people have set."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, or_, select, union

from shadow_app.domain.change import moment_of
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.ranking import StatedImportance
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import VisitState
from shadow_app.insight.coverage import Outing
from shadow_app.insight.tally import Ground, Population, SiteFacts
from shadow_app.storage.repository import Reader, columns_of, records_from
from shadow_app.storage.tables import TABLES, change, present
from shadow_app.storage.tallies import exposures
from shadow_app.storage.tally_tables import visit_role

_visit, _site, _tag, _note = TABLES[Visit], TABLES[Site], TABLES[ServiceTag], TABLES[Observation]
_stated, _service = TABLES[StatedImportance], TABLES[Service]


def ground(read: Reader) -> Ground:
    """The ground of all units; `Ground.of_unit` fences it."""
    return Ground(
        populations={
            (each.site_id, each.role_id): Population(
                each.headcount, each.shift_hours, each.days_per_year, each.hourly_rate
            )
            for each in read.where(RolePopulation)
        },
        exposures=exposures(read),
        sites={site.id: _facts_of(site) for site in read.where(Site)},
        pain_points={pain_point.id: pain_point for pain_point in read.where(PainPoint)},
    )


def ground_of_visit(read: Reader, visit: Visit) -> Ground:
    """The ground of one visit alone: its own hours, and the people of its own site."""
    whole = ground(read)
    roles = read.connection.execute(select(visit_role.c.role_id).where(visit_role.c.visit_id == visit.id))
    return replace(
        whole,
        populations={place: people for place, people in whole.populations.items() if place[0] == visit.site_id},
        exposures={(visit.site_id, row.role_id): visit.exposure_hours for row in roles},
        sites={visit.site_id: _facts(read, visit.site_id)},
    )


def _facts(read: Reader, site_id: UUID) -> SiteFacts:
    return _facts_of(read.recall(Site, site_id))


def _facts_of(site: Site) -> SiteFacts:
    return SiteFacts(site.unit_id, site.site_type.value)


def last_change(read: Reader, scope: UUID | None = None) -> datetime | None:
    """When something was last written in a scope, or anywhere; the date of what is made from it."""
    query = select(func.max(change.c.cid))
    newest = read.connection.scalar(query if scope is None else query.where(change.c.scope == scope))
    return None if newest is None else moment_of(newest)


def last_changed(connection: Connection, ids: Collection[UUID]) -> datetime:
    """When something was last written about any of these records or visits, by the clock of whoever wrote it."""
    wanted = list(ids)
    theirs = or_(change.c.record_id.in_(wanted), change.c.scope.in_(wanted))
    return moment_of(connection.scalars(select(func.max(change.c.cid)).where(theirs)).one())


def used_services(read: Reader, unit_id: UUID | None) -> set[UUID]:
    """The services that a unit is known to use: noted there, stated there, or needed by one of its steps."""
    tagged = (
        select(_tag.c.id)
        .join(_visit, _visit.c.id == _tag.c.visit_id)
        .join(_site, _site.c.id == _visit.c.site_id)
        .where(_tag.c.service_id == _service.c.id, present(_tag), present(_visit))
    )
    if unit_id is not None:
        tagged = tagged.where(_site.c.unit_id == unit_id)
    # One look per service ends at its first tag; reading every tag would grow with the store.
    noted = select(_service.c.id).where(tagged.exists())
    stated = (
        select(_stated.c.service_id)
        .join(_visit, _visit.c.id == _stated.c.visit_id)
        .join(_site, _site.c.id == _visit.c.site_id)
        .where(present(_stated), present(_visit))
    )
    if unit_id is not None:
        stated = stated.where(_site.c.unit_id == unit_id)
    used = set(read.connection.scalars(union(noted, stated)))
    for step in read.where(BusinessStep):
        if unit_id in (None, step.unit_id):
            used |= set(step.service_ids)
    return used


def stated_answers(read: Reader, unit_id: UUID | None) -> list[StatedImportance]:
    """What the people of a unit said of the services."""
    query = (
        select(*columns_of(StatedImportance))
        .join(_visit, _visit.c.id == _stated.c.visit_id)
        .join(_site, _site.c.id == _visit.c.site_id)
        .where(present(_stated), present(_visit))
    )
    if unit_id is not None:
        query = query.where(_site.c.unit_id == unit_id)
    return records_from(StatedImportance, read.connection.execute(query))


def visits_made(read: Reader, unit_id: UUID | None) -> list[Visit]:
    """The visits that have taken place, earliest first."""
    query = (
        select(*columns_of(Visit))
        .join(_site, _site.c.id == _visit.c.site_id)
        .where(present(_visit), _visit.c.state != VisitState.PLANNED)
        .order_by(_visit.c.starts_at)
    )
    if unit_id is not None:
        query = query.where(_site.c.unit_id == unit_id)
    return records_from(Visit, read.connection.execute(query))


def outings(read: Reader) -> list[Outing]:
    """Visits and hours per shadower, of visits that have taken place."""
    query = (
        select(_visit.c.shadower_id, func.count(), func.sum(_visit.c.exposure_hours), func.max(_visit.c.starts_at))
        .where(present(_visit), _visit.c.state != VisitState.PLANNED)
        .group_by(_visit.c.shadower_id)
    )
    return [
        Outing(row[0], row[1], row[2], None if row[3] is None else row[3].date())
        for row in read.connection.execute(query)
    ]
