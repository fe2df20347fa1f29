"""Where fewer than four people hold a role at a site, the wider group and the month are told (`domain.md` §2.4).

The one place of that rule: whatever prints a role beside a site asks here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.organisation import Role

FEWEST = 4
"""Fewer people than this in a role at a site could be told apart by it."""


def told_people(headcounts: Iterable[int]) -> tuple[int, bool]:
    """How many people a sum over several places may tell, and whether that is all of them.

    Whoever subtracts the places that are told from a whole sum would know the small one, so small ones stay out.
    """
    every = list(headcounts)
    told = [people for people in every if people >= FEWEST]
    return sum(told), len(told) == sum(people > 0 for people in every)


EVERYBODY = "staff"
"""Who is named where even the wider group is too small, or nobody has said what it is."""

Place = tuple[UUID, UUID]
"""(site, role)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How people of one role at one site may be spoken of.

    `who` is the role, else its group, else `EVERYBODY`; `month_only` says that no date or time of day may stand
    beside it, `key` joins what must be told as one: roles of one small group at one site share it.
    """

    who: str
    month_only: bool
    key: tuple[UUID, str]


class SmallCells:
    """Answers for every site and role; somewhere nobody has counted the people is taken for a small place."""

    def __init__(self, roles: Iterable[Role], headcounts: Mapping[Place, int]) -> None:
        """`headcounts` are the people per site and role; what is missing counts as none."""
        self._roles = {role.id: role for role in roles}
        self._people = dict(headcounts)
        self._groups: dict[tuple[UUID, str], int] = defaultdict(int)
        for (site_id, role_id), people in self._people.items():
            if role_id in self._roles:
                self._groups[site_id, self._group(role_id)] += people

    def small(self, site_id: UUID, role_id: UUID) -> bool:
        """Whether the role would point at a person there."""
        return self._people.get((site_id, role_id), 0) < FEWEST

    def shown(self, site_id: UUID, role_id: UUID) -> Shown:
        """What may be printed of a role at a site."""
        role = self._roles.get(role_id)
        if role is not None and not self.small(site_id, role_id):
            return Shown(role.name, month_only=False, key=(site_id, str(role_id)))
        group = self._group(role_id) if role is not None else ""
        if role is None or not group or self._groups.get((site_id, group), 0) < FEWEST:
            return Shown(EVERYBODY, month_only=True, key=(site_id, ""))
        return Shown(role.group.strip(), month_only=True, key=(site_id, group))

    def _group(self, role_id: UUID) -> str:
        return self._roles[role_id].group.strip().casefold()
