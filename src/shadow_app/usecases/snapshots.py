"""Rankings that were locked on a day: taken, listed, and held beside the ranking of today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.released import Snapshot, SnapshotLine
from shadow_app.domain.service import Service
from shadow_app.domain.visible import visible
from shadow_app.domain.weights import Weights
from shadow_app.insight.draws import Draws
from shadow_app.insight.since import Since, since
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.prioritising import Priorities, Prioritising

LONGEST_NAME = 200


class Snapshots:
    """The verbs of locking a ranking. A snapshot is kept once and never changed: the "
    "store refuses it."""

    def __init__(self, store: Store, prioritising: Prioritising) -> None:
        self._store = store
        self._prioritising = prioritising

    def take(self, name: str, unit_id: UUID | None = None) -> Snapshot:
        """Lock the ranking of a unit, or of all, as it stands now.

        Raises:
            Refused: without a name, with one that a snapshot of this unit has, or where there is nothing to lock.
        """
        return self.keep(self.draft(name, unit_id))

    def draft(self, name: str, unit_id: UUID | None = None) -> Snapshot:
        """Work out what `keep` would keep. It draws ranges, so it takes a while; nothing is written.

        Raises:
            Refused: as `take`.
        """
        name = self._fit(name, unit_id)
        ranked = self._prioritising.ranking(unit_id)
        if not ranked.costs:
            raise Refused(
                say(
                    "There is no ranking to lock yet: nothing that counts costs time and names a service. "
                    "Tag notes first."
                )
            )
        drawn = Prioritising.ranges(ranked)
        assert drawn is not None
        return Snapshot(
            name=name,
            unit_id=unit_id,
            made_at=datetime.now(timezone.utc),
            made_by=self._store.author,
            currency=ranked.currency,
            weights_id=self._weights_id(ranked.weights),
            visits=len(ranked.visits),
            lines=_lines(ranked, drawn),
        )

    def keep(self, snapshot: Snapshot) -> Snapshot:
        """Keep what `draft` made.

        Raises:
            Refused: meanwhile another snapshot of this unit has taken its name.
        """
        with self._store.work("Ranking locked") as work:
            _check_free(work, snapshot.name, snapshot.unit_id)
            work.put(snapshot)
            work.commit()
        return snapshot

    def all(self) -> list[Snapshot]:
        """Every snapshot, the newest first."""
        with self._store.reading() as read:
            return _newest_first(read.where(Snapshot))

    def of(self, unit_id: UUID | None) -> list[Snapshot]:
        """Those of one unit, or those over all units; the newest first."""
        with self._store.reading() as read:
            return _of(read, unit_id)

    def named(self, name: str, unit_id: UUID | None = None) -> Snapshot:
        """The snapshot of a unit by its name, in any spelling of capitals.

        Raises:
            NotFound: there is none; says which there are.
        """
        known = self.of(unit_id)
        found = next((each for each in known if _same(each.name, name)), None)
        if found is not None:
            return found
        raise _unknown(name, known)

    def called(self, name: str) -> Snapshot:
        """The one snapshot of this name, over all units or of any of them; of several the one over all.

        Raises:
            NotFound: there is none, or only units have one and several do; says which.
        """
        with self._store.reading() as read:
            known = _newest_first(read.where(Snapshot))
            found = [each for each in known if _same(each.name, name)]
            places = ", ".join(sorted(_place(read, each.unit_id) for each in found))
        overall = [each for each in found if each.unit_id is None]
        if not found:
            raise _unknown(name, known)
        if len(found) == 1 or overall:
            return (overall or found)[0]
        raise NotFound(
            say(
                "Several units have a locked ranking called “{name}”: {places}; say which with --unit.",
                name=name,
                places=places,
            )
        )

    def service_names(self) -> dict[UUID, str]:
        """What the services of any snapshot are called, those that were removed since with them."""
        with self._store.reading() as read:
            return {service.id: service.name for service in read.where(Service, removed=True)}

    def since(self, snapshot_id: UUID | None = None, unit_id: UUID | None = None) -> Since:
        """Hold the ranking of today beside a snapshot, with its ranges.

        Args:
            snapshot_id: the newest one of the unit, if left out.
            unit_id: None for the ranking over all units.

        Raises:
            NotFound: there is no such snapshot, or none at all.
            Refused: the snapshot is of another unit.
        """
        ranked = self._prioritising.ranking(unit_id)
        return self.beside(ranked, Prioritising.ranges(ranked), snapshot_id)

    def beside(self, ranked: Priorities, drawn: Draws | None, snapshot_id: UUID | None = None) -> Since:
        """The same for a ranking that is there already; without ranges as long as they are not drawn.

        Raises:
            NotFound, Refused: as `since`.
        """
        unit_id = ranked.unit.id if ranked.unit else None
        with self._store.reading() as read:
            snapshot = self._asked(read, snapshot_id, unit_id)
            weights = _weights_of(read, snapshot)
        spreads = (
            {service_id: (each.spread.hours, each.top_three) for service_id, each in drawn.services.items()}
            if drawn
            else None
        )
        return since(snapshot, ranked.costs, spreads, (weights, ranked.weights), len(ranked.visits), ranked.currency)

    @staticmethod
    def _asked(read: Reader, snapshot_id: UUID | None, unit_id: UUID | None) -> Snapshot:
        if snapshot_id is None:
            known = _of(read, unit_id)
            if not known:
                raise NotFound(say("No ranking is locked here yet; lock one, and what changes from then on is shown."))
            return known[0]
        snapshot = read.get(Snapshot, snapshot_id)
        if snapshot.unit_id != unit_id:
            raise Refused(
                say(
                    "“{name}” is a ranking of {place}, and cannot be compared with that of {place_2}; choose one "
                    "of the same part of the business.",
                    name=snapshot.name,
                    place=_place(read, snapshot.unit_id),
                    place_2=_place(read, unit_id),
                )
            )
        return snapshot

    def _fit(self, name: str, unit_id: UUID | None) -> str:
        name = visible(" ".join(name.split()))
        if not name:
            raise Refused(say("A locked ranking needs a name, such as “Before the spring release”."))
        if len(name) > LONGEST_NAME:
            raise Refused(
                say(
                    "The name has {name:|character|characters} and {longest_name} fit; shorten it.",
                    name=len(name),
                    longest_name=LONGEST_NAME,
                )
            )
        with self._store.reading() as read:
            _check_free(read, name, unit_id)
        return name

    def _weights_id(self, weights: Weights) -> UUID | None:
        with self._store.reading() as read:
            return weights.id if read.find(Weights, weights.id) is not None else None


def _unknown(name: str, known: Sequence[Snapshot]) -> NotFound:
    names = ", ".join(f"“{each.name}”" for each in known[:12])
    there = say("there are {names}", names=names) if names else say("none is locked there yet")
    return NotFound(say("There is no locked ranking called “{name}” here; {there}.", name=name, there=there))


def _lines(ranked: Priorities, drawn: Draws) -> tuple[SnapshotLine, ...]:
    return tuple(
        SnapshotLine(
            service_id=cost.service_id,
            rank=place,
            hours=cost.hours,
            low=drawn.services[cost.service_id].spread.hours.low,
            high=drawn.services[cost.service_id].spread.hours.high,
            cost=cost.cost,
            wlh=cost.wlh,
            in_top_three=drawn.services[cost.service_id].top_three,
            # A note on two services is half a note on each, and half a note is a note that stands behind it.
            notes=max(round(cost.behind.notes), 1),
        )
        for place, cost in enumerate(ranked.costs, 1)
    )


def _weights_of(read: Reader, snapshot: Snapshot) -> Weights:
    """Those it was worked out with; they are kept for ever, so they are found even where "
    "newer ones are in force."""
    kept = read.find(Weights, snapshot.weights_id) if snapshot.weights_id else None
    return kept or Weights()


def _of(read: Reader, unit_id: UUID | None) -> list[Snapshot]:
    return _newest_first([each for each in read.where(Snapshot) if each.unit_id == unit_id])


def _newest_first(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    return sorted(snapshots, key=lambda each: (each.made_at, each.id.int), reverse=True)


def _check_free(read: Reader, name: str, unit_id: UUID | None) -> None:
    taken = next((each for each in _of(read, unit_id) if _same(each.name, name)), None)
    if taken is not None:
        raise Refused(
            say(
                "There is a ranking locked as “{name}” already, of {made_at}; give this one another name.",
                name=taken.name,
                made_at=day_in_words(taken.made_at),
            )
        )


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _place(read: Reader, unit_id: UUID | None) -> str:
    return say("all units") if unit_id is None else read.recall(BusinessUnit, unit_id).name
