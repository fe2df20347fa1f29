"""The words behind pain points, for reports over many visits: masked, consented, and read a few visits at a time.

Counts come from the tallies, which know every note; the words that a report prints come from the newest visits of
each pain point, so that a report over a thousand visits reads dozens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.observation import Observation
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import ConsentSubject, Kind, ReviewState
from shadow_app.insight.draws import PainKey
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.service_cost import ServiceCost
from shadow_app.insight.small_cells import Shown
from shadow_app.insight.tally import Tally
from shadow_app.insight.withdrawn import unquoted, without_quote
from shadow_app.insight.witnesses import Witnesses
from shadow_app.reports.parts import EvidenceMarks
from shadow_app.storage import listings
from shadow_app.storage.repository import Reader
from shadow_app.usecases.agreed import agreed_on, may_be_printed
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.report_parts import Names

VISITS_READ = 6
"""How many visits' words are read per pain point, the newest first; with forty notes each that is plenty to choose."""


@dataclass(frozen=True)
class Heard:
    """One note that may be told, in words that point at nobody. `quote` is empty unless the host agrees today."""

    shown: TimelineNote
    visit: Visit
    who: Shown
    text: str
    quote: str
    consequence: str

    @property
    def note(self) -> Observation:
        return self.shown.note

    @property
    def reviewed(self) -> bool:
        """Whether somebody other than its author has accepted it."""
        return self.note.state is ReviewState.ACCEPTED

    @property
    def spent(self) -> float:
        """Minutes lost, as far as the note says."""
        return (self.note.lost_minutes or 0) * self.note.count * (self.note.people_stopped or 1)


class HeardNotes:
    """The notes of some visits, read once per visit."""

    def __init__(self, read: Reader, names: Names, mask: Mask, visits: Iterable[Visit]) -> None:
        """`visits` are all that the report is about; their notes are read when they are asked for."""
        self._read, self._names, self._mask = read, names, mask
        self.visits = {visit.id: visit for visit in visits}
        self._heard: dict[UUID, tuple[Heard, ...]] = {}

    def of_visit(self, visit_id: UUID) -> tuple[Heard, ...]:
        """What may be told of a visit: nothing set aside, withdrawn or outside the score, nothing without consent."""
        if visit_id not in self._heard:
            self._heard[visit_id] = self._listened(self.visits[visit_id])
        return self._heard[visit_id]

    def behind(self, key: PainKey, rows: Sequence[Tally]) -> list[Heard]:
        """The costly notes of a pain point on its newest visits, the most damaging and dearest first."""
        mine = [heard for visit_id in self._newest(rows) for heard in self.of_visit(visit_id) if _about(heard, key)]
        costly = [heard for heard in mine if heard.note.kind.costs_time]
        return sorted(costly, key=lambda each: (-(each.note.business_damage or 0), -each.spent, str(each.note.id)))

    def masked(self, text: str, pain_point_id: UUID) -> str:
        """A text about a pain point that belongs to no visit, such as its title or the reason of a decision."""
        return self._mask(text, pain_point_id=pain_point_id)

    def last_seen(self, rows: Iterable[Tally]) -> date | None:
        """The last day on which it was seen, not only told of, by the clock of the site."""
        seen = {row.visit_id for row in rows if row.seen > 0}
        days = [self.visits[visit_id].local_start.date() for visit_id in seen if visit_id in self.visits]
        return max(days, default=None)

    def _newest(self, rows: Iterable[Tally]) -> list[UUID]:
        noted = [self.visits[visit_id] for visit_id in {row.visit_id for row in rows} if visit_id in self.visits]
        noted.sort(key=lambda visit: (visit.starts_at, visit.id), reverse=True)
        return [visit.id for visit in noted[:VISITS_READ]]

    def _listened(self, visit: Visit) -> tuple[Heard, ...]:
        read = self._read
        consents = agreed_on(read, visit.id)
        if ConsentSubject.NOTES not in consents:
            return ()
        quotes = ConsentSubject.QUOTES in consents
        return tuple(
            self._told(each, visit, quotes=quotes) for each in listings.timeline(read, visit.id) if counts(each.note)
        )

    def _told(self, shown: TimelineNote, visit: Visit, *, quotes: bool) -> Heard:
        note = shown.note
        return Heard(
            shown,
            visit,
            self._names.cells.shown(visit.site_id, note.role_id or visit.role_id),
            text=self._mask(without_quote(note, quotes=quotes), visit.id),
            quote=self._mask(note.quote, visit.id) if quotes else "",
            consequence=self._mask(unquoted(note.consequence, note, quotes=quotes), visit.id),
        )


def counts(note: Observation) -> bool:
    """Whether a note may stand in a report at all: what the score leaves out is left out of the words, too."""
    return not note.not_scored and may_be_printed(note)


def _about(heard: Heard, key: PainKey) -> bool:
    service_id, pain_point_id = key
    if pain_point_id is not None:
        return pain_point_id in heard.shown.pain_point_ids
    return service_id in heard.shown.service_ids and not heard.shown.pain_point_ids


def rows_by_pain(rows: Iterable[Tally]) -> dict[PainKey, list[Tally]]:
    """The tallies of each pain point."""
    found: dict[PainKey, list[Tally]] = {}
    for row in rows:
        found.setdefault((row.service_id, row.pain_point_id), []).append(row)
    return found


def costs_at(
    costs: Sequence[ServiceCost],
    rows: Mapping[PainKey, Sequence[Tally]],
    site_id: UUID,
    role_id: UUID | None = None,
) -> list[ServiceCost]:
    """The part of a unit's figures that belongs to one site, so that its page never contradicts the unit's report.

    Args:
        costs: the ranking of the unit.
        rows: the tallies of that site (and role) alone, by pain point.
        site_id: the site.
        role_id: one role there; all if None.
    """
    found = []
    for cost in costs:
        pains = [
            _pain_at(pain, rows[key], site_id, role_id)
            for pain in cost.pains
            if (key := (cost.service_id, pain.pain_point_id)) in rows
        ]
        if pains:
            found.append(
                replace(
                    cost,
                    pains=tuple(pains),
                    observed_hours=sum(pain.hours for pain in pains),
                    extrapolated_hours=0.0,
                    cost=sum(pain.cost for pain in pains),
                    wlh=sum(pain.wlh for pain in pains),
                )
            )
    return found


def _pain_at(pain: PainCost, rows: Sequence[Tally], site_id: UUID, role_id: UUID | None) -> PainCost:
    here = [stratum for stratum in pain.strata if stratum.site_id == site_id]
    strata = tuple(stratum for stratum in here if role_id in (None, stratum.role_id))
    return replace(
        pain,
        strata=strata,
        extrapolated=(),
        observed_hours=sum(stratum.hours for stratum in strata),
        extrapolated_hours=0.0,
        cost=sum(stratum.cost for stratum in strata),
        wlh=sum(stratum.wlh for stratum in strata),
        observed_minutes=sum(row.timed_minutes + row.estimated_minutes for row in rows),
        seen=sum(row.seen for row in rows),
        told=sum(row.told for row in rows),
        behind=Witnesses.of(rows).behind(sum(row.notes for row in rows)),
    )


def marks_of(rows: Sequence[Tally]) -> EvidenceMarks:
    """How much stands behind some tallies; their notes are whole notes, however many services share them."""
    behind = Witnesses.of(rows).behind(sum(row.notes for row in rows))
    return EvidenceMarks(
        behind.evidence,
        max(1, round(behind.notes)),
        behind.visits,
        round(sum(row.seen for row in rows)),
        round(sum(row.told for row in rows)),
    )


def works_well(heard: Iterable[Heard]) -> list[Heard]:
    """What people praised."""
    return [each for each in heard if each.note.kind is Kind.POSITIVE]
