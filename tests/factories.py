"""A small firm that tests can stand on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Dialect, Engine, create_engine

from shadow_app.domain.observation import Observation, ServiceTag
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.record import Record, link_id
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import Kind, SiteType, VisitState
from shadow_app.storage.engine import make_engine
from shadow_app.storage.migrations import upgrade
from shadow_app.storage.store import Store

KEY = bytes(range(32))
R = TypeVar("R", bound=Record)
NOON = datetime(2026, 11, 12, 12, 0, tzinfo=timezone.utc)


class SharedStatements:
    """Makes engines as `create_engine` does, all with one dialect and one memory of compiled statements.

    Learning the statements anew takes half of a short test, and a store has an engine for writing, one for reading
    and one for each long look at it.
    """

    def __init__(self) -> None:
        self._statements: dict[Any, Any] = {}
        self._dialect: Dialect | None = None

    def __call__(self, *words: Any, **options: Any) -> Engine:
        made = create_engine(*words, **options)
        made.dialect = self._dialect = self._dialect or _met(*words, **options)
        made.update_execution_options(compiled_cache=self._statements)
        return made


def _met(*words: Any, **options: Any) -> Dialect:
    """A dialect that has met its database once, as SQLAlchemy wants it before it compiles."""
    engine = create_engine(*words, **{**options, "creator": lambda: sqlcipher.connect(":memory:")})
    with engine.connect():
        pass
    engine.dispose()
    return engine.dialect


@cache
def ready_made() -> bytes:
    """A store with its tables and no device yet, to be copied: making one takes three times as long."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ready-made.db"
        engine = make_engine(path, KEY, begin="BEGIN IMMEDIATE")
        try:
            upgrade(engine)
        finally:
            engine.dispose()
        return path.read_bytes()


def new_store(folder: Path, name: str = "store.db", *, author: str = "Ann") -> Store:
    """An open store with a fixed key: the one that is there, or an empty one that is some device's own."""
    path = folder / name
    if not path.exists() and folder.is_dir():
        path.write_bytes(ready_made())
    return Store(path, KEY, author=author)


@dataclass
class Firm:
    """One firm with a depot, two roles, three services, one IT person and a live visit."""

    firm: Organisation = field(default_factory=lambda: Organisation(name="Larkfield Parcels"))

    def __post_init__(self) -> None:
        self.unit = BusinessUnit(organisation_id=self.firm.id, name="Depots")
        self.site = Site(unit_id=self.unit.id, name="Harbour depot", site_type=SiteType.DEPOT)
        self.driver = Role(organisation_id=self.firm.id, name="driver", group="operations")
        self.loader = Role(organisation_id=self.firm.id, name="loader", group="operations")
        self.drivers = RolePopulation(
            site_id=self.site.id, role_id=self.driver.id, headcount=42, days_per_year=254, hourly_rate=22.5
        )
        self.loaders = RolePopulation(
            site_id=self.site.id, role_id=self.loader.id, headcount=18, days_per_year=254, hourly_rate=19.8
        )
        self.scanning = Service(code="01", name="Handheld scanning", aliases=("gun", "scanner", "zebra"))
        self.labels = Service(code="02", name="Label printing", aliases=("label printer", "labels", "zebra"))
        self.email = Service(code="12", name="Email", aliases=("outlook", "mail"))
        self.ann = Shadower(name="Ann", team="Service desk")
        self.visit = Visit(
            site_id=self.site.id,
            role_id=self.driver.id,
            shadower_id=self.ann.id,
            state=VisitState.LIVE,
            starts_at=NOON - timedelta(hours=6),
            exposure_hours=8.0,
        )

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything, parents first."""
        return (
            self.firm,
            self.unit,
            self.site,
            self.driver,
            self.loader,
            self.drivers,
            self.loaders,
            self.scanning,
            self.labels,
            self.email,
            self.ann,
            self.visit,
        )

    def put_into(self, store: Store) -> Firm:
        """Write all of it as one action."""
        with store.work("Firm set up") as work:
            for record in self.records:
                work.put(record)
            work.commit()
        return self

    def note(self, text: str = "gun logs out", minutes_later: int = 0, **fields: Any) -> Observation:
        """A pain seen on the visit."""
        values: dict[str, Any] = {"kind": Kind.PAIN, **fields}
        return Observation(visit_id=self.visit.id, at=NOON + timedelta(minutes=minutes_later), text=text, **values)


def tag(note: Observation, service: Service, *, primary: bool = False) -> ServiceTag:
    """The note is about the service."""
    return ServiceTag(
        id=link_id(note.id, service.id),
        visit_id=note.visit_id,
        observation_id=note.id,
        service_id=service.id,
        primary=primary,
    )


def put(store: Store, *records: Record, label: str = "written") -> None:
    """Write records as one action."""
    with store.work(label) as work:
        for record in records:
            work.put(record)
        work.commit()


def kept(store: Store, kind: type[R], **fields: Any) -> list[R]:
    """What a store has of a kind, oldest first."""
    with store.reading() as read:
        return read.where(kind, **fields)
