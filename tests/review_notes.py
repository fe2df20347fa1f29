"""Seven notes of two visits, for tests of the review: what is unclear, untagged, told, personal and decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from factories import NOON, Firm, put, tag
from shadow_app.domain.observation import Observation
from shadow_app.domain.organisation import BusinessUnit, Site
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, ReviewState, VisitState
from shadow_app.storage.store import Store


@dataclass
class Notes:
    """The firm's visit A1 by Ann (service desk) at Harbour, and B2 by Ben (depot systems) in the office."""

    firm: Firm

    def __post_init__(self) -> None:
        firm = self.firm
        self.unit = BusinessUnit(organisation_id=firm.firm.id, name="Offices")
        self.office = Site(unit_id=self.unit.id, name="Head office")
        self.ben = Shadower(name="Ben", team="Depot systems")
        self.other = Visit(
            number="B2",
            site_id=self.office.id,
            role_id=firm.loader.id,
            shadower_id=self.ben.id,
            state=VisitState.DEBRIEF,
            starts_at=NOON + timedelta(days=1),
        )
        self.host = Host(visit_id=firm.visit.id, pseudonym="Host A", name="Marek")
        self.jam = firm.note("label printer jams", 1, lost_minutes=6.0, count=2, business_damage=BusinessDamage.REWORK)
        self.gun = firm.note("gun logs out", 2, unresolved_tags=("#zebra",), state=ReviewState.READY)
        self.slow = firm.note("mail is slow today", 3, lost_minutes=1.0, state=ReviewState.READY)
        self.said = firm.note("marek waits for the label", 4, kind=Kind.CONTEXT, evidence=Evidence.TOLD)
        self.aside = self._of_other("printer jams again", 1, state=ReviewState.SET_ASIDE, state_note="twice")
        self.fine = self._of_other("scanner is quick", 2, kind=Kind.POSITIVE, state=ReviewState.ACCEPTED, surprise=True)
        self.call = self._of_other("call 0171 555 0199 back", 3, business_damage=BusinessDamage.BUSINESS_LOST)

    def _of_other(self, text: str, minutes: int, **fields: object) -> Observation:
        values = {"kind": Kind.PAIN, **fields}
        return Observation.model_validate(
            {"visit_id": self.other.id, "at": self.other.starts_at + timedelta(minutes=minutes), "text": text, **values}
        )

    @property
    def all(self) -> tuple[Observation, ...]:
        return (self.jam, self.gun, self.slow, self.said, self.aside, self.fine, self.call)

    def put_into(self, store: Store) -> Notes:
        firm = self.firm
        put(store, firm.visit.edited(number="A1"), self.unit, self.office, self.ben, self.other, self.host)
        put(store, *self.all, label="Note saved")
        put(store, tag(self.jam, firm.labels), tag(self.aside, firm.labels), tag(self.slow, firm.email))
        return self
