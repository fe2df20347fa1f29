"""A small firm with visits on several days, on which every figure of a pain point can be worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from factories import Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, RolePopulation, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.people import Shadower
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Kind, SiteType, VisitState
from shadow_app.storage.store import Store
from shadow_app.usecases.deciding import Deciding
from shadow_app.usecases.grouping import Grouping
from shadow_app.usecases.pain_desk import PainDesk, PainRow
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.telling import Telling

MARCH, APRIL, MAY = date(2024, 3, 2), date(2024, 4, 2), date(2024, 5, 2)
TODAY = date(2024, 6, 1)


class PainFirm:
    """The firm of `factories` with a second unit, a second IT person, and the four desks over its store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.firm = Firm()
        self.firm.unit = self.firm.unit.edited(value_at_stake="Parcels that miss the trunk are a day late")
        self.bob = Shadower(name="Bob", team="Networks")
        self.offices = BusinessUnit(organisation_id=self.firm.firm.id, name="Offices")
        self.office = Site(unit_id=self.offices.id, name="City office", site_type=SiteType.OFFICE)
        self.officers = RolePopulation(
            site_id=self.office.id, role_id=self.firm.driver.id, headcount=10, days_per_year=230, hourly_rate=30.0
        )
        # The visit of `Firm` would add hours of its own; here every visit is made by the test.
        records = [each for each in self.firm.records if each.id != self.firm.visit.id]
        put(store, *records, self.bob, self.offices, self.office, self.officers)
        self.prioritising = Prioritising(store)
        self.desk = PainDesk(store, self.prioritising)
        self.grouping = Grouping(store)
        self.deciding = Deciding(store)
        self.telling = Telling(store)

    def visit(self, on: date, *, hours: float = 8.0, **fields: Any) -> Visit:
        """A finished visit to the drivers of Harbour depot."""
        values: dict[str, Any] = {
            "site_id": self.firm.site.id,
            "role_id": self.firm.driver.id,
            "shadower_id": self.firm.ann.id,
            "state": VisitState.REVIEWED,
            "starts_at": datetime(on.year, on.month, on.day, 9, tzinfo=timezone.utc),
            "exposure_hours": hours,
            **fields,
        }
        made = Visit(**values)
        put(self.store, made)
        return made

    def note(
        self, visit: Visit, text: str = "gun logs out", service: Service | None = None, **fields: Any
    ) -> Observation:
        """A pain seen on a visit, an hour after its start; tagged with a service, scanning if none is named."""
        values: dict[str, Any] = {"kind": Kind.PAIN, **fields}
        made = Observation(visit_id=visit.id, at=visit.starts_at + timedelta(hours=1), text=text, **values)
        put(self.store, made, tag(made, service or self.firm.scanning))
        return made

    def three_visits(self, **fields: Any) -> PainPoint:
        """Met six times for 4 minutes in March, not in April, three times for 2 minutes in May; grouped.

        k = 9 in E = 24 hours: r = 3 a day; m = (24 + 6) / 9 minutes; 42 drivers, 254 days: H = 1778 hours a year.
        """
        march, _, may = self.visit(MARCH), self.visit(APRIL), self.visit(MAY, shadower_id=self.bob.id)
        notes = [
            self.note(march, "logs out", count=6, lost_minutes=4.0, **fields),
            self.note(may, "logs out again", count=3, lost_minutes=2.0, **fields),
        ]
        return self.grouping.make(self.firm.scanning.id, "Gun logs out", [note.id for note in notes])

    def row(self, pain_point: PainPoint) -> PainRow:
        """Its line in the list, closed or not."""
        return next(row for row in self.desk.rows(closed=True) if row.id == pain_point.id)
