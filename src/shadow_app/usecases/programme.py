"""The programme: why IT goes out and how often, how far it has come, where to go next."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.people import Shadower
from shadow_app.domain.programme import Programme, Target
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import Visit
from shadow_app.storage.store import Store
from shadow_app.usecases.planning import Planning
from shadow_app.usecases.prioritising import Prioritising
from shadow_app.usecases.programme_scene import (
    CoverageScene,
    FieldScene,
    coverage_scene,
    field_scene,
    programme_in_force,
    targets_of,
)

_AHEAD = timedelta(days=7)
"""A visit that was only suggested is planned for a week from now; whoever goes moves it."""

_BEGINS_AT = 9
_LONGEST_FOCUS = 2_000
_SATURDAY = 5


class Programmes:
    """The verbs of the Programme page."""

    def __init__(self, store: Store, prioritising: Prioritising) -> None:
        self._store = store
        self._prioritising = prioritising

    def current(self) -> Programme | None:
        """The programme in force: of several the one that starts last."""
        with self._store.reading() as read:
            return programme_in_force(read)

    def keep(self, programme: Programme) -> Programme:
        """Write a programme, new or changed."""
        with self._store.work("Programme kept") as work:
            work.put(programme)
            work.commit()
        return programme

    def targets(self) -> tuple[Target, ...]:
        """What teams aim at instead of the general goal, by team."""
        with self._store.reading() as read:
            return targets_of(read, programme_in_force(read))

    def aim(self, team: str, visits: float | None, hours: float | None) -> Target:
        """Give a team a goal of its own, per person and year.

        Raises:
            Refused: there is no programme, nobody belongs to the team, or neither is given.
            pydantic.ValidationError: more than a year holds.
        """
        with self._store.work("Team's goal kept") as work:
            programme = programme_in_force(work)
            if programme is None:
                raise Refused(
                    say("There is no programme yet; say its name and its goals before giving a team its own.")
                )
            teams = {person.team for person in work.where(Shadower)}
            if team not in teams or not team:
                known = ", ".join(sorted(filter(None, teams))) or say("none yet")
                raise Refused(
                    say("Nobody of IT belongs to the team “{team}”; the teams are: {known}.", team=team, known=known)
                )
            if visits is None and hours is None:
                raise Refused(
                    say("Say how many visits or hours a person of “{team}” should have in a year.", team=team)
                )
            target = Target(
                id=link_id(programme.id, team),
                programme_id=programme.id,
                team=team,
                visits_per_person=visits,
                hours_per_person=hours,
            )
            work.put(target)
            work.commit()
        return target

    def unaim(self, team: str) -> None:
        """Let a team go by the general goal again. A team without a goal of its own stays as it is."""
        with self._store.work("Team's goal removed") as work:
            programme = programme_in_force(work)
            for target in targets_of(work, programme):
                if target.team == team:
                    work.remove(target)
            work.commit()

    def coverage(self, today: date, unit_id: UUID | None = None) -> CoverageScene:
        """Who has been out, where, when last; see `CoverageScene`."""
        self._prioritising.refresh()
        with self._store.reading() as read:
            return coverage_scene(read, today, unit_id)

    def field(self, seen: CoverageScene, unit_id: UUID | None = None) -> FieldScene:
        """Where to go next, and the desk against the field; ranks first, so it takes longer than `coverage`."""
        show_field = self._prioritising.gate(unit_id).open
        self._prioritising.refresh()
        with self._store.reading() as read:
            return field_scene(read, seen, unit_id, show_field=show_field)

    def plan(self, site_id: UUID, role_id: UUID, shadower_id: UUID | None, now: datetime, focus: str = "") -> Visit:
        """Plan a visit there for a working day about a week from now.

        Args:
            site_id: where.
            role_id: with whom.
            shadower_id: who of IT goes; None for the first of its people by name.
            now: aware; its clock is the visit's.
            focus: why; what does not fit is cut off.

        Raises:
            Refused: IT has nobody who could go.
        """
        if shadower_id is None:
            with self._store.reading() as read:
                people = read.where(Shadower, "name")
            if not people:
                raise Refused(say("Nobody of IT can go yet; say who you are under Settings first."))
            shadower_id = people[0].id
        at = (now + _AHEAD).replace(hour=_BEGINS_AT, minute=0, second=0, microsecond=0)
        at += timedelta(days=max(0, 7 - at.weekday()) if at.weekday() >= _SATURDAY else 0)
        offset = at.utcoffset()
        return Planning(self._store).plan(
            Visit(
                site_id=site_id,
                role_id=role_id,
                shadower_id=shadower_id,
                starts_at=at,
                utc_offset=round(offset.total_seconds() / 60) if offset else 0,
                focus=focus[:_LONGEST_FOCUS],
            )
        )
