"""The prep sheet: all that is settled before a visit, read at once (`domain.md` §5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timezone
from uuid import UUID

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.organisation import BusinessUnit
from shadow_app.domain.people import Host
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, GuideAnswer, Visit
from shadow_app.domain.vocabulary import CommitmentState, ConsentSubject
from shadow_app.storage import host_keys, listings
from shadow_app.storage.promises import promises
from shadow_app.storage.repository import Reader
from shadow_app.usecases.prioritising import assumed_list


@dataclass(frozen=True)
class PrepSheet:
    """What is known about a visit before it begins."""

    card: VisitCard
    hosts: tuple[Host, ...]
    name: str
    """Who the first of them is, where this computer knows it."""
    consents: dict[ConsentSubject, ConsentRecord]
    answers: dict[str, str]
    promises: tuple[Commitment, ...]
    locked: AssumedRanking | None
    """IT's list that the unit is measured against."""
    draft: AssumedRanking | None
    """IT's list that somebody has begun and not locked yet."""
    services: tuple[str, ...]
    """The names on the locked list, else on the draft, first place first."""


def prep_sheet(read: Reader, visit_id: UUID) -> PrepSheet:
    """Everything that is prepared before a visit.

    Raises:
        NotFound: there is no such visit.
    """
    visit = read.get(Visit, visit_id)
    card = listings.visit_card(read, visit_id)
    assert card is not None
    unit = read.get(BusinessUnit, card.unit_id)
    locked = assumed_list(read, unit)
    at_hand = next(iter(lists_at_hand(read, unit.organisation_id, unit.id)), None)
    shown = locked or at_hand
    names = {service.id: service.name for service in read.where(Service)}
    hosts = tuple(read.where(Host, visit_id=visit_id))
    return PrepSheet(
        card=card,
        hosts=hosts,
        name=host_keys.name_of(read, hosts[0].id) or hosts[0].name if hosts else "",
        consents={each.subject: each for each in read.where(ConsentRecord, visit_id=visit_id)},
        answers=answers_of(read, visit_id),
        promises=tuple(open_promises_at(read, visit.site_id)),
        locked=locked,
        draft=at_hand if at_hand and at_hand.locked_at is None else None,
        services=tuple(names[each] for each in shown.service_ids if each in names) if shown else (),
    )


def answers_of(read: Reader, visit_id: UUID) -> dict[str, str]:
    """What was answered to the guide questions, by question; nothing once the host took the agreement to notes back."""
    if ConsentSubject.NOTES in listings.withdrawn_on(read, [visit_id]).get(visit_id, set()):
        return {}
    return {each.question: each.text for each in read.where(GuideAnswer, visit_id=visit_id)}


def open_promises_at(read: Reader, site_id: UUID) -> list[Commitment]:
    """What is promised at a site and not kept yet, earliest due first."""
    return [given.commitment for given in promises(read, (CommitmentState.OPEN,), site_id=site_id)]


def lists_at_hand(read: Reader, organisation_id: UUID, unit_id: UUID | None) -> list[AssumedRanking]:
    """The unit's own before its firm's, open ones before locked ones, the newest first."""
    lists = read.where(AssumedRanking, organisation_id=organisation_id)
    fitting = [each for each in lists if each.unit_id in (None, unit_id)]
    fitting.sort(key=lambda each: (each.locked_at or datetime.max.replace(tzinfo=timezone.utc), each.id), reverse=True)
    return sorted(fitting, key=lambda each: each.unit_id is None)
