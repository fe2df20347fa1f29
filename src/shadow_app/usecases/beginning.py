"""The first two minutes: a small catalogue to start from, and a first visit where nothing is known yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import TypeVar
from uuid import UUID

from shadow_app.domain.action_names import STARTER_TAKEN
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import current, say
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.visit import Visit
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork
from shadow_app.usecases.importing import Importing
from shadow_app.usecases.planning import Planning

Named = TypeVar("Named", Organisation, Site, Role)


@dataclass(frozen=True)
class FirstPlace:
    """Where one goes, in the words of somebody who has brought no list."""

    organisation: str
    site: str
    role: str


class Beginning:
    """What a newcomer does once."""

    def __init__(self, store: Store, importing: Importing, planning: Planning) -> None:
        self._store, self._importing, self._planning = store, importing, planning

    def bring_starter(self) -> int:
        """Take in the small catalogue of common services, in the language that holds; known names stay as they are.

        Returns:
            How many services are new.
        """
        plan = self._importing.catalogue(_starter(current().code))
        if plan.records:
            self._importing.take(plan, STARTER_TAKEN)
        return len(plan.new)

    def first_visit(self, place: FirstPlace, shadower_id: UUID | None, at: datetime, *, now: bool) -> Visit:
        """Plan a visit and make what it needs: organisation, site and role, or take those of the same name.

        Args:
            place: where, and whose work.
            shadower_id: who goes.
            at: when, aware.
            now: one is there already, so the visit is live at once.

        Raises:
            Refused: a name is missing, or nobody knows who goes.
        """
        if shadower_id is None:
            raise Refused(say("Nobody knows yet who goes: say who you are under Settings, then plan the visit."))
        if not all(each.strip() for each in (place.organisation, place.site, place.role)):
            raise Refused(say("Name the organisation, the place and whose work it is; one word each is enough."))
        with self._store.work("First place named") as work:
            firm = next(iter(_all(work, Organisation, place.organisation)), None)
            firm = firm or Organisation(name=place.organisation.strip())
            units = {each.id for each in work.where(BusinessUnit, organisation_id=firm.id)}
            site = next((each for each in _all(work, Site, place.site) if each.unit_id in units), None)
            if site is None:
                unit = BusinessUnit(organisation_id=firm.id, name=place.site.strip())
                site = Site(unit_id=unit.id, name=place.site.strip())
                for record in (firm, unit, site):
                    work.put(record)
            role = next((each for each in _all(work, Role, place.role) if each.organisation_id == firm.id), None)
            if role is None:
                role = Role(organisation_id=firm.id, name=place.role.strip())
                work.put(role)
            work.commit()
        offset = at.utcoffset()
        minutes = 0 if offset is None else round(offset.total_seconds() / 60)
        visit = Visit(site_id=site.id, role_id=role.id, shadower_id=shadower_id, starts_at=at, utc_offset=minutes)
        planned = self._planning.plan(visit)
        return self._planning.start(planned.id, at) if now else planned


def _starter(code: str) -> bytes:
    """The small catalogue in a language, in English where there is none: its names are what notes are found by."""
    folder = files("shadow_app") / "assets" / "starter"
    own = folder / f"catalogue_{code}.csv"
    return (own if own.is_file() else folder / "catalogue.csv").read_bytes()


def _all(work: UnitOfWork, kind: type[Named], name: str) -> list[Named]:
    wanted = " ".join(name.split()).casefold()
    return [each for each in work.where(kind) if " ".join(each.name.split()).casefold() == wanted]
