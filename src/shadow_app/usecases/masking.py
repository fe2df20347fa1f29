"""What leaves the store is masked: nothing in a report points at a person (`domain.md` §2.4)."""

from __future__ import annotations

import re
from typing import NamedTuple
from uuid import UUID

from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, Site
from shadow_app.domain.people import Host
from shadow_app.domain.service import Service
from shadow_app.domain.visit import Visit
from shadow_app.insight.privacy import SHOWN, anywhere, findings, known_words, masked, parts_of
from shadow_app.storage import host_keys
from shadow_app.storage.pain_listings import visits_met
from shadow_app.storage.repository import Reader
from shadow_app.usecases.report_parts import capitalised, small_cells


def harmless_words(read: Reader) -> frozenset[str]:
    """The words of firms, units, sites, steps, roles and services: no secret, although they look like names."""
    names = [each.name for each in read.where(Organisation)]
    names += [each.name for each in read.where(BusinessUnit)]
    names += [each.name for each in read.where(Site)]
    names += [each.name for each in read.where(BusinessStep)]
    for role in read.where(Role):
        names += (role.name, role.group)
    for service in read.where(Service, removed=True):
        names += (service.name, service.support_team, *service.aliases)
    return known_words(names)


class _Named(NamedTuple):
    """A host, as texts may name them."""

    pattern: re.Pattern[str]
    parts: tuple[str, ...]
    pseudonym: str


class Mask:
    """Masks texts of one or several visits, each with its hosts' names."""

    def __init__(self, read: Reader) -> None:
        self._read = read
        self._known = harmless_words(read)
        self._hosts: dict[UUID | None, list[_Named]] = {}
        self._met: dict[UUID, frozenset[UUID]] = {}
        cells = small_cells(read, read.where(Role, removed=True))
        names = host_keys.names(read)
        for host in read.where(Host):
            visit = read.recall(Visit, host.visit_id)
            small = cells.small(visit.site_id, visit.role_id)
            spoken_of = capitalised(cells.shown(visit.site_id, visit.role_id).who) if small else host.pseudonym
            name = names.get(host.id, "")
            told = [parts_of(name)] if name.strip() else []
            if small:
                # The pseudonym is made of the role, and where few hold that it points at a person like a name.
                told.append({host.pseudonym.strip()})
            for parts in told:
                named = _Named(anywhere(parts), tuple(part.casefold() for part in parts), spoken_of)
                self._hosts.setdefault(host.visit_id, []).append(named)

    def __call__(self, text: str, visit_id: UUID | None = None, pain_point_id: UUID | None = None) -> str:
        """The text with hosts' names as pseudonyms, and whatever else looks private as a word in brackets.

        Args:
            text: what somebody wrote.
            visit_id: the visit on which it was written: its hosts are looked for.
            pain_point_id: the pain point that it is about: so are the hosts of every visit that its notes come from.
        """
        hosts = [*self._hosts.get(visit_id, []), *self._named_in(text, pain_point_id)]
        for host in hosts:
            # A backslash in a pseudonym would be read as a group.
            text = host.pattern.sub(host.pseudonym.replace("\\", ""), text)
        return masked(text, findings(text, self._known | known_words(host.pseudonym for host in hosts)), SHOWN)

    def _named_in(self, text: str, pain_point_id: UUID | None) -> list[_Named]:
        """Hosts of a pain point's visits who may be named; most texts name nobody, so the store is rarely asked."""
        if pain_point_id is None:
            return []
        folded = text.casefold()
        found = [
            (visit_id, host)
            for visit_id, hosts in self._hosts.items()
            for host in hosts
            if any(part in folded for part in host.parts)
        ]
        if not found:
            return []
        if pain_point_id not in self._met:
            self._met[pain_point_id] = visits_met(self._read, pain_point_id)
        return [host for visit_id, host in found if visit_id in self._met[pain_point_id]]
