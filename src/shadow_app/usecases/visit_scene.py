"""What the report on one visit is made from, read at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from shadow_app.domain.listing import TimelineNote, VisitCard
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.people import Host
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.ranking_gap import RankingGap, ranking_gap
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.small_cells import Shown
from shadow_app.insight.withdrawn import unquoted, without_quote
from shadow_app.reports.immersion import Strip
from shadow_app.storage import ground as store_ground
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.usecases.agreed import agreed_on, may_be_printed
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.prioritising import assumed_list, costs_of_visit
from shadow_app.usecases.report_parts import Names


@dataclass(frozen=True)
class VisitScene:
    """Everything that the report on one visit is made from."""

    card: VisitCard
    site: Site
    role: Role
    firm: Organisation
    notes: tuple[TimelineNote, ...]
    costs: tuple[ServiceCost, ...]
    gap: RankingGap
    names: Names
    mask: Mask
    consents: frozenset[ConsentSubject]
    pseudonym: str
    shown: Shown
    """How the host's role may be spoken of at this site."""

    @property
    def visit(self) -> Visit:
        return self.card.visit

    def agreed(self, subject: ConsentSubject) -> bool:
        """Whether the host has said yes and not taken it back."""
        return subject in self.consents

    def masked(self, text: str) -> str:
        return self.mask(text, self.visit.id)

    def about(self, words: str, note: TimelineNote) -> str:
        """What somebody wrote about a note, masked, without its verbatim words either."""
        return self.masked(unquoted(words, note.note, quotes=self.agreed(ConsentSubject.QUOTES)))

    def text(self, note: TimelineNote) -> str:
        """The note, masked, without the verbatim words where the host does not want to be quoted."""
        return self.masked(without_quote(note.note, quotes=self.agreed(ConsentSubject.QUOTES)))

    @property
    def small_cell(self) -> bool:
        """Whether the role, the day or the hour would point at a person."""
        return self.shown.month_only

    def quote(self, note: TimelineNote) -> str:
        return self.masked(note.note.quote) if self.agreed(ConsentSubject.QUOTES) else ""

    def voice(self, note: TimelineNote) -> str:
        """Who said it and when, as far as that points at nobody."""
        return self.pseudonym if self.small_cell else f"{self.pseudonym}, {note.note.local_time:%H:%M}"

    def role_of(self, note: TimelineNote) -> str:
        """The role that a note is about, as it may be told here; the host's own where it names none."""
        role_id = note.note.role_id
        return self.names.cells.shown(self.visit.site_id, role_id).who if role_id else self.pseudonym


def visit_scene(read: Reader, visit_id: UUID) -> VisitScene:
    visit = read.get(Visit, visit_id)
    card = listings.visit_card(read, visit_id)
    assert card is not None
    hosts = read.where(Host, visit_id=visit_id)
    role = read.recall(Role, visit.role_id)
    costs = costs_of_visit(read, visit)
    consents = agreed_on(read, visit_id)
    notes = tuple(printable(read, visit_id, consents))
    unit_list = assumed_list(read, read.recall(BusinessUnit, card.unit_id))
    answers = [each for each in store_ground.stated_answers(read, card.unit_id) if each.visit_id == visit_id]
    used = {service_id for each in notes for service_id in each.service_ids}
    names = Names(read)
    shown = names.cells.shown(visit.site_id, visit.role_id)
    return VisitScene(
        card=card,
        site=read.recall(Site, visit.site_id),
        role=role,
        firm=read.recall(Organisation, card.organisation_id),
        notes=notes,
        costs=costs,
        gap=ranking_gap(unit_list.service_ids if unit_list else (), answers, costs, used),
        names=names,
        mask=Mask(read),
        consents=consents,
        pseudonym=hosts[0].pseudonym if hosts and not shown.month_only else shown.who,
        shown=shown,
    )


def strip_of(scene: VisitScene) -> Strip:
    """Where, when, in which role and how, without anybody's name."""
    visit = scene.visit
    return Strip(
        organisation=scene.firm.name,
        unit=scene.card.unit,
        site=scene.site.name,
        site_type=scene.site.site_type,
        role=scene.shown.who,
        starts_at=visit.local_start,
        ends_at=visit.ends_at.astimezone(visit.local_start.tzinfo) if visit.ends_at else None,
        hours=visit.exposure_hours,
        participation=visit.participation,
        typicality=visit.typicality,
        host_selection=visit.host_selection,
        month_only=scene.small_cell,
    )


def printable(read: Reader, visit_id: UUID, consents: frozenset[ConsentSubject]) -> Iterator[TimelineNote]:
    """The notes of a visit that a report may print, in the order of the day."""
    if ConsentSubject.NOTES in consents:
        yield from (each for each in listings.timeline(read, visit_id) if may_be_printed(each.note))


def notes_behind(scene: VisitScene, pain: PainCost) -> list[TimelineNote]:
    """The notes of a pain point, the most damaging and dearest first."""
    if pain.pain_point_id is not None:
        mine = [each for each in scene.notes if pain.pain_point_id in each.pain_point_ids]
    else:
        mine = [each for each in scene.notes if pain.service_id in each.service_ids and not each.pain_point_ids]
    costly = [each for each in mine if each.note.kind.costs_time]
    return sorted(costly, key=lambda each: (-(each.note.business_damage or 0), -spent(each)))


def spent(shown: TimelineNote) -> float:
    """Minutes lost, by everybody whom it stopped, as far as the note says."""
    return (shown.note.lost_minutes or 0) * shown.note.count * (shown.note.people_stopped or 1)
