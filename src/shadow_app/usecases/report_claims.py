"""From a pain point's figures to a claim: with what is at stake, decided, promised, and the notes behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from shadow_app.domain.decision import Decision
from shadow_app.domain.language import mark, say
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.vocabulary import CommitmentState
from shadow_app.insight.draws import PainKey, Spread
from shadow_app.insight.pain_cost import PainCost
from shadow_app.reports.claims import Claim, Decided, Pledge
from shadow_app.reports.immersion import Pain
from shadow_app.reports.parts import Promise
from shadow_app.storage.pain_listings import gathered
from shadow_app.storage.promises import Given, promises
from shadow_app.storage.repository import Reader
from shadow_app.usecases.masking import Mask
from shadow_app.usecases.report_parts import Names, estimate, marks, pain_key
from shadow_app.usecases.unit_visits import Words

UNSORTED = mark("Not sorted yet")


class Claims:
    """What was decided and promised, read once for all pain points of a report."""

    def __init__(self, read: Reader, names: Names, mask: Mask, on: date) -> None:
        """`on` is the day of the report: what was due before it is overdue."""
        self._names, self._mask, self._on = names, mask, on
        self._points = {each.id: each for each in read.where(PainPoint, removed=True)}
        self._decisions = {each.pain_point_id: each for each in read.where(Decision)}
        self._given: dict[UUID | None, list[Given]] = defaultdict(list)
        self.given = promises(read)
        for each in self.given:
            self._given[each.commitment.pain_point_id].append(each)
        self._seen_on = {key[1]: found.seen_on for key, found in gathered(read).items()}

    def title(self, pain: PainCost) -> str:
        """The pain point's title; what nobody has grouped is "not sorted yet"."""
        return (
            say(UNSORTED)
            if pain.pain_point_id is None
            else self._mask(self._points[pain.pain_point_id].title, pain_point_id=pain.pain_point_id)
        )

    def claim(self, pain: PainCost, spread: Spread | None, words: Mapping[PainKey, Words]) -> Claim:
        """Everything about one pain point; words only as far as its notes are accepted."""
        point = self._points.get(pain.pain_point_id) if pain.pain_point_id else None
        said = words.get(pain_key(pain), Words())
        return Claim(
            pain=Pain(
                title=self.title(pain),
                service=self._names.service(pain.service_id),
                hours=estimate(pain.hours, spread),
                lane=pain.lane,
                evidence=marks(pain),
                consequence=said.consequence,
                money=pain.cost if pain.cost > 0 else None,
                quote=said.quote,
                quote_by=said.quote_by,
                graded=pain.graded,
                minutes_known=not (pain.minutes_unknown and pain.hours == 0),
                extrapolated=pain.extrapolated_hours > 0,
                id=pain.pain_point_id,
            ),
            at_stake=self._mask(point.value_at_stake, pain_point_id=point.id) if point else "",
            decided=self.decided(pain.pain_point_id),
            pledges=tuple(self.pledge(each) for each in self._given[pain.pain_point_id] if pain.pain_point_id),
            engaged=point.engagement_owner if point else "",
            closed_on=point.closed_on if point else None,
            seen_again=self._again(point),
            sources=tuple(said.sources),
        )

    def decided(self, pain_point_id: UUID | None) -> Decided | None:
        """The decision that stands, in words that point at nobody."""
        found = self._decisions.get(pain_point_id) if pain_point_id else None
        if found is None:
            return None
        return Decided(
            found.choice, self._mask(found.reason, pain_point_id=pain_point_id), found.decided_on, found.review_on
        )

    def pledge(self, given: Given) -> Pledge:
        """A promise with where it was given and what it is about."""
        kept = given.commitment
        point = self._points.get(kept.pain_point_id) if kept.pain_point_id else None
        text = self._mask(kept.text, kept.visit_id, kept.pain_point_id)
        told = self._mask(kept.how_told, kept.visit_id, kept.pain_point_id)
        late = kept.state is CommitmentState.OPEN and kept.due_on is not None and kept.due_on < self._on
        return Pledge(
            Promise(text, kept.owner, kept.due_on, told, kept.state),
            site=given.site,
            pain=self._mask(point.title, pain_point_id=point.id) if point else "",
            overdue=late,
        )

    def _again(self, point: PainPoint | None) -> bool:
        if point is None or point.closed_on is None:
            return False
        seen_on = self._seen_on.get(point.id)
        return seen_on is not None and seen_on > point.closed_on
