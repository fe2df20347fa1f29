"""A made-up business for the benchmark: who is served, by what, and what was noted on each visit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.words import Vocabulary, zipf
from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.people import Shadower
from shadow_app.domain.ranking import AssumedRanking, StatedImportance
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, Visit
from shadow_app.domain.vocabulary import (
    BusinessDamage,
    ConsentSubject,
    Evidence,
    Kind,
    MinutesSource,
    RatePer,
    ReviewState,
    Scope,
    SiteType,
    TimeToDamage,
    VisitState,
)

SERVICES = 300
NOTES_PER_VISIT = 40
TAGGED = 0.7
GROUPED = 0.3
"""Share of the tagged notes of costly kinds that belong to a pain point."""

FIRST_DAY = datetime(2024, 11, 4, 7, 0, tzinfo=timezone.utc)
DAYS = 700

_KINDS = (Kind.PAIN, Kind.WORKAROUND, Kind.WAIT, Kind.NEED, Kind.POSITIVE, Kind.QUESTION, Kind.CONTEXT)
_KIND_WEIGHTS = (45, 12, 13, 8, 8, 6, 8)
_MINUTES = (0.5, 1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 6.0, 10.0, 15.0, 20.0)


@dataclass(frozen=True)
class Noted:
    """One note with its tags and the pain points that it is evidence for: one action."""

    note: Observation
    tags: tuple[ServiceTag, ...]
    members: tuple[PainPointMember, ...]


class World:
    """One firm of eight units, sixty sites and twelve roles, 300 services, 500 IT people."""

    def __init__(self, seed: int = 11) -> None:
        self.random = random = Random(seed)
        self.vocabulary = Vocabulary()
        self.firm = Organisation(name="Larkfield Parcels")
        self.units = [BusinessUnit(organisation_id=self.firm.id, name=f"Unit {n}") for n in range(8)]
        types = list(SiteType)
        self.sites = [
            Site(unit_id=self.units[n % 8].id, name=f"Site {n}", site_type=types[n % len(types)]) for n in range(60)
        ]
        self.roles = [Role(organisation_id=self.firm.id, name=f"role {n}", group="operations") for n in range(12)]
        self.populations = [
            RolePopulation(site_id=site.id, role_id=role.id, headcount=random.randint(3, 60), hourly_rate=22.5)
            for site in self.sites
            for role in random.sample(self.roles, 5)
        ]
        self.shadowers = [Shadower(name=f"Person {n}", team=f"Team {n % 20}") for n in range(500)]
        self.topics = [self.vocabulary.topic(random) for _ in range(SERVICES)]
        self.services = [_service(number, topic) for number, topic in enumerate(self.topics)]
        self.pain_points = [
            PainPoint(service_id=self.services[n % 200].id, title=f"Pain {n}: {self.topics[n % 200][n % 5]}")
            for n in range(400)
        ]
        self._chances = zipf(SERVICES)

    def ground(self) -> Iterator[Record]:
        """Everything that stands before the first visit, parents first."""
        yield from (self.firm, *self.units, *self.sites, *self.roles, *self.populations, *self.services)
        for number, unit in enumerate(self.units):
            needs = tuple(service.id for service in self.services[number : number + 4])
            yield BusinessStep(unit_id=unit.id, name=f"Step of unit {number}", service_ids=needs)
        yield from self.shadowers
        ranked = tuple(service.id for service in self.random.sample(self.services, 40))
        yield AssumedRanking(organisation_id=self.firm.id, service_ids=ranked, locked_at=FIRST_DAY, locked_by="Lead")
        yield from self.pain_points

    def visit(self, number: int, of: int) -> Visit:
        """The visit of that number, `of` of them spread evenly over two years."""
        place = self.random.choice(self.populations)
        start = FIRST_DAY + timedelta(days=DAYS * number / of)
        return Visit(
            number=f"B-{number + 1}",
            site_id=place.site_id,
            role_id=place.role_id,
            shadower_id=self.shadowers[number % len(self.shadowers)].id,
            state=VisitState.LIVE if number == of - 1 else VisitState.REVIEWED,
            starts_at=start,
            ends_at=None if number == of - 1 else start + timedelta(hours=8),
            exposure_hours=8.0,
        )

    def answers(self, visit: Visit, number: int) -> Iterator[Record]:
        """What the host agreed to and, on every fifth visit, what they said of five services."""
        yield ConsentRecord(
            id=link_id(visit.id, ConsentSubject.NOTES), visit_id=visit.id, subject=ConsentSubject.NOTES, given=True
        )
        for service in self.random.sample(self.services, 5) if number % 5 == 0 else ():
            yield StatedImportance(
                id=link_id(visit.id, "Host 1", service.id),
                visit_id=visit.id,
                respondent="Host 1",
                service_id=service.id,
                importance=self.random.randint(1, 10),
                satisfaction=self.random.randint(1, 10),
            )

    def noted(self, visit: Visit, number: int) -> Noted:
        """The visit's note of that number."""
        random = self.random
        about = self._about() if random.random() < TAGGED else []
        note = self._note(visit, number, [self.services[each] for each in about], self._topic(about))
        tags = tuple(
            ServiceTag(
                id=link_id(note.id, self.services[each].id),
                visit_id=visit.id,
                observation_id=note.id,
                service_id=self.services[each].id,
                primary=place == 0 and len(about) > 1 and random.random() < 0.3,
            )
            for place, each in enumerate(about)
        )
        grouped = bool(about) and about[0] < 200 and note.kind.costs_time and random.random() < GROUPED
        return Noted(note, tags, (self._member(note.id, about[0]),) if grouped else ())

    def line(self) -> str:
        """A line as somebody types it: a pain, a service named by its alias, minutes."""
        (service,) = self.random.choices(range(SERVICES), cum_weights=self._chances)
        text = self.vocabulary.sentence(self.random, self.topics[service])
        return f"! {text} #s{service:03} ~{self.random.randint(1, 20)}m"

    def _about(self) -> list[int]:
        wanted = 2 if self.random.random() < 0.1 else 1
        return list(dict.fromkeys(self.random.choices(range(SERVICES), cum_weights=self._chances, k=wanted)))

    def _topic(self, about: list[int]) -> list[str]:
        return [word for each in about for word in self.topics[each]]

    def _member(self, note_id: UUID, service: int) -> PainPointMember:
        pain_point = self.pain_points[service + 200 * self.random.randrange(2)]
        return PainPointMember(id=link_id(pain_point.id, note_id), pain_point_id=pain_point.id, observation_id=note_id)

    def _note(self, visit: Visit, number: int, services: list[Service], topic: list[str]) -> Observation:
        random = self.random
        (kind,) = random.choices(_KINDS, weights=_KIND_WEIGHTS)
        text = self.vocabulary.sentence(random, topic)
        signs = "".join(f" #{service.code}" for service in services)
        return Observation(
            visit_id=visit.id,
            at=visit.starts_at + timedelta(minutes=480 * number / NOTES_PER_VISIT),
            text=text,
            line=text + signs,
            kind=kind,
            evidence=Evidence.TOLD if random.random() < 0.15 else Evidence.SEEN,
            role_id=random.choice(self.roles).id if random.random() < 0.15 else None,
            quote=self.vocabulary.sentence(random) if random.random() < 0.12 else "",
            state=random.choice((ReviewState.DRAFT, ReviewState.READY, ReviewState.ACCEPTED)),
            surprise=random.random() < 0.05,
            **(self._cost() if kind.costs_time else {}),
        )

    def _cost(self) -> dict[str, Any]:
        random = self.random
        cost: dict[str, Any] = {"count": random.choice((1, 1, 1, 2, 3, 4))}
        if random.random() < 0.7:
            cost["lost_minutes"] = random.choice(_MINUTES)
            cost["minutes_source"] = random.choice(list(MinutesSource))
        if random.random() < 0.4:
            cost["business_damage"] = random.choice(list(BusinessDamage))
        if random.random() < 0.25:
            cost["time_to_damage"] = random.choice(list(TimeToDamage))
        if random.random() < 0.05:
            cost |= {"rate": float(random.randint(1, 10)), "rate_per": random.choice(list(RatePer))}
        if random.random() < 0.06:
            cost |= {"people_stopped": random.randint(2, 12), "note_scope": Scope.SHARED}
        return cost


def _service(number: int, topic: list[str]) -> Service:
    return Service(
        code=f"s{number:03}",
        name=f"{topic[0]} {topic[1]}".title(),
        aliases=(topic[2], f"{topic[3]} {topic[4]}"),
        description=" ".join(topic[5:9]),
    )
