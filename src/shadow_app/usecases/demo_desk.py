"""What the demo's team lead has settled: decisions, promises, who was told, what was measured again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision, FollowUp
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.programme import Programme, Target, TicketCount
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.domain.telling import Contact, Conversation, FeedbackRecord, Update
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.storage.store import Store
from shadow_app.storage.unit_of_work import UnitOfWork

Told = Mapping[str, Any]
_OF_THE_PAIN = ("engagement_owner", "next_contact_on", "closed_on", "closed_why")


def settle_desk(store: Store, told: Told, tickets: Iterable[Mapping[str, str]]) -> None:
    """Write it all as one action.

    Args:
        store: with the demo's visits and pain points in it.
        told: `desk.toml`.
        tickets: the rows of `tickets.csv`.
    """
    with store.work("Desk settled") as work:
        desk = _Desk(work)
        desk.programme(told)
        desk.contacts(told)
        for entry in told["decision"]:
            desk.decide(dict(entry))
        for kind, key in ((Update, "update"), (FeedbackRecord, "feedback"), (FollowUp, "follow_up")):
            for entry in told[key]:
                work.put(kind(**desk.named(dict(entry))))
        for row in tickets:
            work.put(desk.count(row))
        work.commit()


class _Desk:
    """The records by what the file calls them."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._pains = {each.title: each for each in work.where(PainPoint)}
        self._promises = {each.text: each for each in work.where(Commitment)}
        self._services = {each.code: each.id for each in work.where(Service)}
        self._ids: dict[str, dict[str, UUID]] = {
            "organisation": {each.name: each.id for each in work.where(Organisation)},
            "unit": {each.name: each.id for each in work.where(BusinessUnit)},
            "site": {each.name: each.id for each in work.where(Site)},
        }
        self._roles = {(each.organisation_id, each.name): each.id for each in work.where(Role)}
        self._contacts: dict[str, UUID] = {}

    def programme(self, told: Told) -> None:
        programme = Programme(**told["programme"])
        self._work.put(programme)
        for entry in told["target"]:
            target_id = link_id(programme.id, entry["team"].casefold())
            self._work.put(Target(id=target_id, programme_id=programme.id, **entry))

    def contacts(self, told: Told) -> None:
        for entry in told["contact"]:
            contact = Contact(**self.named(dict(entry)))
            self._contacts[contact.name] = contact.id
            self._work.put(contact)
        for entry in told["conversation"]:
            given = dict(entry)
            self._work.put(Conversation(contact_id=self._contacts[given.pop("contact")], **given))

    def decide(self, entry: dict[str, Any]) -> None:
        pain = self._pains[entry.pop("pain")]
        for text in entry.pop("promises", ()):
            promise = self._promises[text]
            kept_on = promise.due_on if promise.state is CommitmentState.KEPT else None
            self._work.put(promise.edited(pain_point_id=pain.id, kept_on=kept_on))
        self._work.put(pain.edited(**{name: entry.pop(name) for name in _OF_THE_PAIN if name in entry}))
        self._work.put(Decision(id=link_id(pain.id, "decision"), pain_point_id=pain.id, **entry))

    def named(self, entry: dict[str, Any]) -> dict[str, Any]:
        """The same entry with ids in place of names."""
        if "pain" in entry:
            entry["pain_point_id"] = self._pains[entry.pop("pain")].id
        if "promise" in entry:
            entry["commitment_id"] = self._promises[entry.pop("promise")].id
        for word, ids in self._ids.items():
            if word in entry:
                entry[f"{word}_id"] = ids[entry.pop(word)]
        if "role" in entry:
            entry["role_id"] = self._roles[entry["organisation_id"], entry.pop("role")]
        return entry

    def count(self, row: Mapping[str, str]) -> TicketCount:
        service, first, last = self._services[row["service"]], row["from"], row["to"]
        return TicketCount(
            id=link_id(service, "all", first, last),
            service_id=service,
            from_on=date.fromisoformat(first),
            until_on=date.fromisoformat(last),
            tickets=int(row["tickets"]),
            hours=float(row["hours"]),
        )
