"""Everything that the Programme page, the command line and the programme report are told, gathered from the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from shadow_app.domain.organisation import BusinessUnit, Organisation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, Target
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.insight.blind_spots import (
    FieldMap,
    ServiceSeen,
    ShiftHours,
    StagedDays,
    field_map,
    staged_days,
)
from shadow_app.insight.coverage import Coverage, coverage
from shadow_app.insight.effort_share import EffortShare, effort_share
from shadow_app.insight.last_contact import LastHeard, heard, heard_by_unit
from shadow_app.insight.next_visit import Suggestion, suggest_visits
from shadow_app.insight.outings import Progress, programme_year, progress
from shadow_app.insight.service_cost import ServiceCost, rank_sheet
from shadow_app.insight.silent_pain import Silence
from shadow_app.insight.ticket_gap import TicketGap, desk_counts, ticket_gap
from shadow_app.insight.waits import Waits
from shadow_app.storage import ground as store_ground
from shadow_app.storage import pain_listings, programme_listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.sheets import sheet
from shadow_app.usecases.prioritising import weights_in_force
from shadow_app.usecases.report_parts import Names
from shadow_app.usecases.telling import SiteTold, sites_told, tell_within_days


@dataclass(frozen=True)
class CoverageScene:
    """How far the programme has come and where it has been. Unless said otherwise it is about the unit asked for."""

    today: date
    programme: Programme | None
    targets: tuple[Target, ...]
    progress: Progress
    """IT's people and teams: always of all units."""
    map: FieldMap
    coverage: Coverage
    shifts: tuple[ShiftHours, ...]
    services: tuple[tuple[Service, ServiceSeen | None], ...]
    """Every service on offer with how often it was noted, the least seen first; None: nowhere."""
    staged: StagedDays
    sites: tuple[LastHeard, ...]
    """Who has not heard from us, longest first."""
    units: tuple[LastHeard, ...]
    told: tuple[SiteTold, ...]
    """How long ago each visited site was told what became of its visit."""
    tell_within_days: int
    site_names: Mapping[UUID, str]
    unit_names: Mapping[UUID, str]
    unit_of: Mapping[UUID, UUID]
    """site → unit."""

    @property
    def not_told(self) -> frozenset[UUID]:
        """Visited sites that have waited too long to be told anything."""
        return frozenset(line.site_id for line in self.told if line.overdue)

    @property
    def unseen_services(self) -> tuple[Service, ...]:
        """Services on offer that nobody has noted anything of."""
        return tuple(service for service, seen in self.services if seen is None)


@dataclass(frozen=True)
class FieldScene:
    """What needs the field's figures. While IT's list is not locked, `open` is False and no figure is told."""

    open: bool
    suggestions: tuple[Suggestion, ...]
    gap: TicketGap
    effort: EffortShare | None
    counted: bool
    """Whether the desk has counted anything here."""
    counted_for_all: bool
    """Whether it has counted for all units together, which says nothing of the one that was asked for."""
    waits: Waits
    """What people waited for, with or without a service; nothing while the field may not speak."""
    silence: Silence
    """What people said of calling the desk; nothing while the field may not speak."""
    services: Mapping[UUID, Service]
    pain_titles: Mapping[UUID, str]
    people: Mapping[UUID, Shadower]
    names: Names
    currencies: Mapping[UUID, str]
    """site → currency of its firm."""

    def place(self, site_id: UUID, role_id: UUID) -> str:
        """A site and whom one would go with there; where few hold the role, the wider group."""
        return self.names.place(site_id, role_id)


def coverage_scene(read: Reader, today: date, unit_id: UUID | None) -> CoverageScene:
    """Gather what needs no ranking; tallies must be up to date."""
    whole = store_ground.ground(read)
    ground = whole if unit_id is None else whole.of_unit(unit_id)
    programme = programme_in_force(read)
    targets = targets_of(read, programme)
    within = tell_within_days(read)
    contacts = programme_listings.site_contacts(read, unit_id)
    sites = {site.id: site for site in read.where(Site, "name")}
    year = programme_year(programme, today)
    return CoverageScene(
        today=today,
        programme=programme,
        targets=targets,
        progress=progress(
            year,
            programme,
            targets,
            read.where(Shadower),
            programme_listings.outings_between(read, year.begins, year.ends),
            store_ground.outings(read),
        ),
        map=field_map(ground, Names(read).cells, [contact.site_id for contact in contacts]),
        coverage=coverage(ground),
        shifts=tuple(programme_listings.shift_hours(read, unit_id)),
        services=_services(read, unit_id),
        staged=staged_days(programme_listings.day_kinds(read, unit_id)),
        sites=heard(contacts, today, within),
        units=heard_by_unit(contacts, today, within),
        told=tuple(sites_told(read, today, unit_id)),
        tell_within_days=within,
        site_names={site_id: site.name for site_id, site in sites.items()},
        unit_names={unit.id: unit.name for unit in read.where(BusinessUnit)},
        unit_of={site_id: site.unit_id for site_id, site in sites.items()},
    )


def field_scene(read: Reader, seen: CoverageScene, unit_id: UUID | None, *, show_field: bool) -> FieldScene:
    """Gather what needs a ranking, on top of what was gathered already.

    Args:
        read: the same view of the store, or a later one.
        seen: the coverage of the same unit.
        unit_id: None for all units.
        show_field: whether IT's list is locked, so that the field may speak.
    """
    whole = store_ground.ground(read)
    ground = whole if unit_id is None else whole.of_unit(unit_id)
    costs: tuple[ServiceCost, ...] = ()
    if show_field:
        costs = rank_sheet(sheet(read, unit_id), ground, weights_in_force(read))
    counted = programme_listings.ticket_counts(read)
    counts = desk_counts(counted, unit_id)
    currency = {firm.id: firm.currency for firm in read.where(Organisation, removed=True)}
    of_unit = {unit.id: currency[unit.organisation_id] for unit in read.where(BusinessUnit, removed=True)}
    names = Names(read)
    return FieldScene(
        open=show_field,
        suggestions=suggest_visits(
            ground,
            costs,
            {line.site_id: line.days for line in seen.sites if line.overdue and line.site_id is not None},
            programme_listings.planned_places(read),
            [person.id for person in seen.progress.next_to_go],
        ),
        gap=ticket_gap(costs, counts if show_field else {}),
        effort=effort_share(costs, counts),
        counted=bool(counts),
        counted_for_all=unit_id is not None and any(line.unit_id is None for line in counted),
        waits=pain_listings.waits_overall(read, seen.today, unit_id) if show_field else Waits(),
        silence=pain_listings.silence_overall(read, unit_id) if show_field else Silence(),
        services=names.services,
        pain_titles={pain.id: pain.title for pain in read.where(PainPoint, removed=True)},
        people={person.id: person for person in read.where(Shadower, removed=True)},
        names=names,
        currencies={site.id: of_unit[site.unit_id] for site in names.sites.values()},
    )


def programme_in_force(read: Reader) -> Programme | None:
    """Of several the one that starts last."""
    known = read.where(Programme, "starts_on")
    return known[-1] if known else None


def targets_of(read: Reader, programme: Programme | None) -> tuple[Target, ...]:
    """What teams aim at in a programme, by team."""
    return () if programme is None else tuple(read.where(Target, "team", programme_id=programme.id))


def _services(read: Reader, unit_id: UUID | None) -> tuple[tuple[Service, ServiceSeen | None], ...]:
    seen = {line.service_id: line for line in programme_listings.services_seen(read, unit_id)}
    offered = [service for service in read.where(Service, "code", "name") if service.status is ServiceStatus.LIVE]
    lines = [(service, seen.get(service.id)) for service in offered]
    return tuple(sorted(lines, key=lambda line: (line[1].sites, line[1].notes) if line[1] else (0, 0)))
