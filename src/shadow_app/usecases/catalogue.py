"""Keep what the programme is about: firms, units, sites, roles, services, steps and IT people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from shadow_app.domain.action_names import of_a_kind
from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.vocabulary import ServiceStatus
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.storage.store import Store
from shadow_app.usecases.masking import harmless_words

R = TypeVar("R", bound=Record)


class Catalogue:
    """Reads and writes the records that change rarely."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, kind: type[R], *order: str) -> list[R]:
        """Every record of a kind that is not removed, in the order of the named fields."""
        with self._store.reading() as read:
            return read.where(kind, *order)

    def get(self, kind: type[R], record_id: UUID) -> R:
        """One record.

        Raises:
            NotFound: there is none, or it was removed.
        """
        with self._store.reading() as read:
            return read.get(kind, record_id)

    def keep(self, record: Record, label: str = "") -> None:
        """Write one record."""
        self.keep_all((record,), label or of_a_kind(record.kind_name, "kept"))

    def keep_all(self, records: Iterable[Record], label: str) -> None:
        """Write several records as one action."""
        with self._store.work(label) as work:
            for record in records:
                work.put(record)
            work.commit()

    def drop(self, record: Record) -> None:
        """Remove a record; notes that name it keep doing so."""
        with self._store.work(of_a_kind(record.kind_name, "removed")) as work:
            work.remove(record)
            work.commit()

    def services(self) -> list[Service]:
        """The services on offer, by code and name."""
        return [service for service in self.all(Service, "code", "name") if service.status is ServiceStatus.LIVE]

    def lexicon(self) -> Lexicon:
        """What quick entry knows the names of."""
        return Lexicon(self.services(), self.roles())

    def harmless_words(self) -> frozenset[str]:
        """Words that the name guard must pass over."""
        with self._store.reading() as read:
            return harmless_words(read)

    def firms(self) -> list[Organisation]:
        """The organisations served, by name."""
        return self.all(Organisation, "name")

    def units(self, organisation_id: UUID | None = None) -> list[BusinessUnit]:
        """Business units, of one organisation or of all."""
        return [u for u in self.all(BusinessUnit, "name") if organisation_id in (None, u.organisation_id)]

    def sites(self) -> list[Site]:
        """Every site, by name."""
        return self.all(Site, "name")

    def roles(self) -> list[Role]:
        """Every role, by name."""
        return self.all(Role, "name")

    def populations(self) -> list[RolePopulation]:
        """How many people of each role work where."""
        return self.all(RolePopulation)

    def steps(self) -> list[BusinessStep]:
        """Business steps and what they need."""
        return self.all(BusinessStep, "name")

    def shadowers(self) -> list[Shadower]:
        """The IT people of the programme, by name."""
        return self.all(Shadower, "name")
