"""Small stores for reports that tell people what became of what they said: computed by hand, written in one go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from factories import NOON, Firm, put, tag
from shadow_app.domain.decision import Decision
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import Choice, ConsentSubject, Kind, ReviewState, SiteType, VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.reporting import Reporting


def reporting(store: Store) -> Reporting:
    return Reporting(store, Prioritising(store))


def consent(visit: Visit, subject: ConsentSubject, *, given: bool = True, withdrawn: bool = False) -> ConsentRecord:
    return ConsentRecord(
        id=link_id(visit.id, subject),
        visit_id=visit.id,
        subject=subject,
        given=given,
        withdrawn_on=date(2026, 11, 13) if withdrawn else None,
    )


def visit_to(firm: Firm, site: Site, role: Role, on: datetime = NOON, hours: float = 8.0, **fields: Any) -> Visit:
    """A visit that has taken place."""
    return Visit(
        site_id=site.id,
        role_id=role.id,
        shadower_id=firm.ann.id,
        state=VisitState.REVIEWED,
        starts_at=on,
        exposure_hours=hours,
        **fields,
    )


def note_on(visit: Visit, text: str, **fields: Any) -> Observation:
    """An accepted pain, seen an hour into the visit."""
    values: dict[str, Any] = {"kind": Kind.PAIN, "state": ReviewState.ACCEPTED, **fields}
    return Observation(visit_id=visit.id, at=visit.starts_at + timedelta(hours=1), text=text, **values)


def pain(store: Store, service: Service, title: str, notes: Sequence[Observation], **fields: Any) -> PainPoint:
    """A pain point of these notes, everything written."""
    point = PainPoint(service_id=service.id, title=title, **fields)
    put(store, point, *notes, *(tag(note, service) for note in notes))
    members = (
        PainPointMember(id=link_id(point.id, note.id), pain_point_id=point.id, observation_id=note.id) for note in notes
    )
    put(store, *members)
    return point


def decided(point: PainPoint, choice: Choice, reason: str = "", review_on: date | None = None) -> Decision:
    return Decision(
        id=link_id(point.id, "decision"),
        pain_point_id=point.id,
        choice=choice,
        reason=reason,
        review_on=review_on,
        decided_on=date(2026, 11, 14),
    )


def second_depot(firm: Firm, drivers: int = 10) -> tuple[Site, RolePopulation]:
    """Another depot of the same unit."""
    site = Site(unit_id=firm.unit.id, name="Fellside depot", site_type=SiteType.DEPOT)
    people = RolePopulation(
        site_id=site.id, role_id=firm.driver.id, headcount=drivers, days_per_year=254, hourly_rate=22.5
    )
    return site, people
