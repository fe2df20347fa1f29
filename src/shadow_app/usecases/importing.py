"""Bring in what other tools and old notebooks hold: first a plan that can be looked at, then one action."""

from __future__ import annotations

from datetime import timezone, tzinfo
from pathlib import Path

from shadow_app.domain.errors import ImportTrouble, Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, RolePopulation, Site
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Target, TicketCount
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.domain.system_words import system_words
from shadow_app.interchange.catalogue import read_catalogue
from shadow_app.interchange.decoding import MAX_BYTES
from shadow_app.interchange.notes import read_notes
from shadow_app.interchange.plan import ImportPlan, plan_catalogue
from shadow_app.interchange.plan_sites import BusinessRecords, plan_sites
from shadow_app.interchange.ranking import plan_ranking, read_ranking
from shadow_app.interchange.sites import read_sites
from shadow_app.interchange.targets import plan_targets, read_targets
from shadow_app.interchange.tickets import NamedPlan, plan_tickets, read_tickets
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.back_entry import plan_notes
from shadow_app.usecases.backing_up import back_up
from shadow_app.usecases.programme_scene import programme_in_force


class Importing:
    """Plans and takes in files."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def catalogue(self, data: bytes) -> ImportPlan:
        """A service catalogue, and IT's ranking if the file carries one.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
        """
        sheet = read_catalogue(data)
        with self._store.reading() as read:
            plan = plan_catalogue(sheet, read.where(Service))
            lists = _assumed_lists(read, plan.assumed)
        return ImportPlan((*plan.new, *lists), plan.changed, plan.unchanged, plan.refused, plan.remarks)

    def sites(self, data: bytes) -> ImportPlan:
        """Firms, units, sites, roles and how many people do what where.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
        """
        sheet = read_sites(data)
        with self._store.reading() as read:
            known = BusinessRecords(
                tuple(read.where(Organisation)),
                tuple(read.where(BusinessUnit)),
                tuple(read.where(Site)),
                tuple(read.where(Role)),
                tuple(read.where(RolePopulation)),
            )
        return plan_sites(sheet, known)

    def ranking(self, data: bytes) -> ImportPlan:
        """IT's ranking, one list per firm or unit; it arrives unlocked.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
        """
        sheet = read_ranking(data)
        with self._store.reading() as read:
            plan = plan_ranking(sheet, read.where(Service), read.where(Organisation), read.where(BusinessUnit))
        return ImportPlan(plan.rankings, refused=plan.refused, remarks=plan.remarks)

    def notes(self, data: bytes, zone: tzinfo = timezone.utc) -> ImportPlan:
        """Old notes, each a quick-entry line, with the visits they belong to.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
        """
        sheet = read_notes(data)
        with self._store.reading() as read:
            return plan_notes(read, sheet, zone)

    def tickets(self, data: bytes) -> NamedPlan:
        """What the service desk counted per service; a second import of the same time changes the numbers.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
        """
        sheet = read_tickets(data)
        with self._store.reading() as read:
            return plan_tickets(
                sheet, read.where(Service), read.where(BusinessUnit), read.where(TicketCount, removed=True)
            )

    def targets(self, data: bytes) -> NamedPlan:
        """What IT teams aim at in the programme in force.

        Raises:
            ImportTrouble: the file as a whole cannot be read.
            Refused: there is no programme yet.
        """
        sheet = read_targets(data)
        with self._store.reading() as read:
            programme = programme_in_force(read)
            if programme is None:
                raise Refused(
                    say("There is no programme yet; say its name and its goals, then import the teams' targets.")
                )
            teams = {person.team for person in read.where(Shadower)}
            known = read.where(Target, removed=True, programme_id=programme.id)
        return plan_targets(sheet, programme.id, teams, known)

    def take(self, plan: ImportPlan, label: str = "Import") -> None:
        """Write what the plan says as one action that is whole or nothing, after a backup of the store.

        Raises:
            Refused: there is nothing to write.
            StoreTrouble: the backup cannot be made, so nothing was written.
        """
        if not plan.records:
            raise Refused(say("There is nothing new in this file; nothing was written."))
        back_up(self._store, "import")
        with self._store.work(label) as work:
            for record in plan.records:
                work.put(record)
            work.commit()


def _assumed_lists(read: Reader, ranked: tuple[Service, ...]) -> list[AssumedRanking]:
    """A catalogue is IT's, not one firm's: its rank column becomes a list for every firm that has none."""
    if not ranked:
        return []
    have = {ranking.organisation_id for ranking in read.where(AssumedRanking)}
    order = tuple(service.id for service in ranked)
    return [
        AssumedRanking(
            organisation_id=firm.id, name=say("IT’s list for {firm}", firm=firm.name)[:200], service_ids=order
        )
        for firm in read.where(Organisation)
        if firm.id not in have
    ]


def bytes_of(path: Path) -> bytes:
    """A file's content.

    Raises:
        ImportTrouble: it cannot be read, or is larger than an import may be.
    """
    try:
        # Not by its size, which a pipe and a device do not tell.
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ImportTrouble(
            say(
                "{path} cannot be read ({strerror}); allow reading it or choose another.",
                path=path,
                strerror=system_words(error),
            )
        ) from error
    if len(data) > MAX_BYTES:
        raise ImportTrouble(say("{path} is larger than 64 MB; split it and import the parts.", path=path))
    return data
