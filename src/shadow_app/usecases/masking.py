"""What leaves the store is masked: nothing in a report points at a person (`domain.md` §2.4)."""

from __future__ import annotations

import re
from uuid import UUID

from shadow_app.domain.organisation import BusinessStep, BusinessUnit, Organisation, Role, Site
from shadow_app.domain.people import Host
from shadow_app.domain.service import Service
from shadow_app.insight.privacy import findings, known_words, masked
from shadow_app.storage.repository import Reader


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


class Mask:
    """Masks texts of one or several visits, each with its hosts' names."""

    def __init__(self, read: Reader) -> None:
        self._known = harmless_words(read)
        self._hosts: dict[UUID | None, list[tuple[re.Pattern[str], str]]] = {}
        for host in read.where(Host):
            if host.name.strip():
                self._hosts.setdefault(host.visit_id, []).append((_anywhere(host.name), host.pseudonym))

    def __call__(self, text: str, visit_id: UUID | None = None) -> str:
        """The text with hosts' names as pseudonyms, and whatever else looks private as a word in brackets."""
        hosts = self._hosts.get(visit_id, [])
        for pattern, pseudonym in hosts:
            # A backslash in a pseudonym would be read as a group.
            text = pattern.sub(pseudonym.replace("\\", ""), text)
        return masked(text, findings(text, self._known | known_words(pseudonym for _, pseudonym in hosts)))


def _anywhere(name: str) -> re.Pattern[str]:
    """The whole name or any long enough part of it, as words."""
    parts = {name.strip(), *(part for part in name.split() if len(part) > 2)}
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
