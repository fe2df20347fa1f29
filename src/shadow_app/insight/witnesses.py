"""Who and what stands behind a figure: distinct visits, sites and shadowers (`domain.md` §3.1, "Evidence")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from shadow_app.domain.vocabulary import EvidenceGrade
from shadow_app.insight.severity import evidence_grade
from shadow_app.insight.sheet import Visited
from shadow_app.insight.tally import Tally


@dataclass(frozen=True, slots=True)
class Behind:
    """How much stands behind a figure. `notes` is Σ share: a note on two services is half a note on each."""

    notes: float
    visits: int
    sites: int
    shadowers: int

    @property
    def evidence(self) -> EvidenceGrade:
        """SOLID, EMERGING or ANECDOTE."""
        return evidence_grade(self.notes, self.visits, self.sites, self.shadowers)


class Witnesses(NamedTuple):
    """The visits, sites and shadowers of some rows, by the bytes of their ids."""

    visits: set[bytes]
    sites: set[bytes]
    shadowers: set[bytes]

    @classmethod
    def of(cls, rows: Iterable[Tally]) -> Witnesses:
        """Those of these rows."""
        ids = [(row.visit_id.bytes, row.site_id.bytes, row.shadower_id.bytes) for row in rows]
        return cls(*map(set, zip(*ids, strict=True)))

    @classmethod
    def of_visits(cls, visits: Iterable[Visited]) -> Witnesses:
        """Those of these visits, at least one."""
        return cls(*map(set, zip(*visits, strict=True)))

    @classmethod
    def together(cls, several: Iterable[Witnesses]) -> Witnesses:
        """Those of several, each counted once."""
        return cls(*(set().union(*same) for same in zip(*several, strict=True)))

    def behind(self, notes: float) -> Behind:
        """How many there are."""
        return Behind(notes, len(self.visits), len(self.sites), len(self.shadowers))
