"""Which reports can be made: on visits, sites, units, the programme, for the service desk; and what was released."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.bootstrap import Shadow
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.record import TEAM
from shadow_app.domain.released import Edition
from shadow_app.domain.vocabulary import ReportKind, VisitState, VisitType
from shadow_app.ui import amounts
from shadow_app.ui.dates import day_words
from shadow_app.ui.two_line_list import TwoLines

translate = QCoreApplication.translate

_BEGUN = (VisitState.LIVE, VisitState.DEBRIEF, VisitState.REVIEWED)


@dataclass(frozen=True)
class Choice:
    """One report to make, or one that was released (`kind` None, `id` the edition's)."""

    kind: ReportKind | None
    id: UUID = TEAM


@dataclass(frozen=True)
class Choices:
    """Everything to choose from, by kind; released editions under None."""

    by_kind: Mapping[ReportKind | None, tuple[TwoLines, ...]]

    @property
    def empty(self) -> bool:
        """Whether nobody has been out yet."""
        return not self.by_kind.get(ReportKind.VISIT)


def kind_words() -> tuple[tuple[ReportKind | None, str], ...]:
    """The kinds in the order in which they are offered."""
    return (
        (ReportKind.VISIT, translate("ReportChoices", "Visits")),
        (ReportKind.YOU_SAID, translate("ReportChoices", "You said – we did")),
        (ReportKind.PRIORITIES, translate("ReportChoices", "Service priorities")),
        (ReportKind.UNIT, translate("ReportChoices", "Business units")),
        (ReportKind.PROGRAMME, translate("ReportChoices", "Programme")),
        (ReportKind.DESK, translate("ReportChoices", "For the service desk")),
        (ReportKind.RELEASE, translate("ReportChoices", "Did the release help?")),
        (None, translate("ReportChoices", "Released editions")),
    )


def read_choices(shadow: Shadow) -> Choices:
    """On the reading thread."""
    cards = shadow.planning.visits(_BEGUN)
    editions = shadow.releasing.editions()
    standing = {(each.report_kind, each.subject_id): each for each in reversed(editions)}
    found = _without_editions(shadow, cards) if cards else {}
    by_kind: dict[ReportKind | None, tuple[TwoLines, ...]] = {
        kind: tuple(_with_edition(entry, standing) for entry in entries) for kind, entries in found.items()
    }
    by_kind[None] = tuple(_edition(each) for each in editions)
    return Choices(by_kind)


def _without_editions(shadow: Shadow, cards: Sequence[VisitCard]) -> dict[ReportKind, list[TwoLines]]:
    firms = {firm.id: firm.name for firm in shadow.catalogue.firms()}
    units = [(unit.id, unit.name, firms.get(unit.organisation_id, "")) for unit in shadow.catalogue.units()]
    sites = {card.visit.site_id: card for card in cards}
    visited = sorted(sites.items(), key=lambda each: each[1].site.casefold())
    after = [card for card in cards if card.visit.visit_type is VisitType.POST_RELEASE]
    whole = translate("ReportChoices", "The whole business")
    return {
        ReportKind.VISIT: [_visit(ReportKind.VISIT, card) for card in cards],
        ReportKind.YOU_SAID: [
            TwoLines(Choice(ReportKind.YOU_SAID, site_id), card.site, card.unit) for site_id, card in visited
        ],
        ReportKind.PRIORITIES: [*_of_units(ReportKind.PRIORITIES, units), _all_units(ReportKind.PRIORITIES, whole)],
        ReportKind.UNIT: _of_units(ReportKind.UNIT, units),
        ReportKind.PROGRAMME: [
            TwoLines(Choice(ReportKind.PROGRAMME), translate("ReportChoices", "The programme"), whole)
        ],
        ReportKind.DESK: [*_of_units(ReportKind.DESK, units), _all_units(ReportKind.DESK, whole)],
        ReportKind.RELEASE: [_visit(ReportKind.RELEASE, card) for card in after],
    }


def _of_units(kind: ReportKind, units: Sequence[tuple[UUID, str, str]]) -> list[TwoLines]:
    return [TwoLines(Choice(kind, unit_id), name, firm) for unit_id, name, firm in units]


def _all_units(kind: ReportKind, about: str) -> TwoLines:
    return TwoLines(Choice(kind), translate("ReportChoices", "All units"), about)


def _visit(kind: ReportKind, card: VisitCard) -> TwoLines:
    start = card.visit.starts_at.astimezone(timezone(timedelta(minutes=card.visit.utc_offset)))
    last = card.visit.release_ref if kind is ReportKind.RELEASE else amounts.notes(card.notes)
    about = " · ".join(part for part in (amounts.day(start), card.role, last) if part)
    return TwoLines(Choice(kind, card.visit.id), card.site, about)


def _with_edition(entry: TwoLines, standing: Mapping[tuple[ReportKind, UUID], Edition]) -> TwoLines:
    """What was released of it, said in the line about it."""
    assert isinstance(entry.key, Choice)
    assert entry.key.kind is not None
    edition = standing.get((entry.key.kind, entry.key.id))
    if edition is None:
        return entry
    withdrawn = edition.withdrawn_at is not None
    words = (
        translate("ReportChoices", "edition {number} was withdrawn")
        if withdrawn
        else translate("ReportChoices", "edition {number} is out")
    ).format(number=edition.number)
    return TwoLines(entry.key, entry.title, f"{words} · {entry.about}", urgent=withdrawn)


def _edition(edition: Edition) -> TwoLines:
    out = translate("ReportChoices", "edition {number} · {day}").format(
        number=edition.number, day=day_words(edition.released_at.astimezone().date())
    )
    gone = edition.withdrawn_at is not None
    about = translate("ReportChoices", "{edition} · content withdrawn").format(edition=out) if gone else out
    return TwoLines(Choice(None, edition.id), edition.title, about, faint=gone)
