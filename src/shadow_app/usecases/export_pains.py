"""Pain points that may leave: those of which somebody has accepted at least one note, and that are not closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from shadow_app.domain.decision import Commitment, Decision
from shadow_app.domain.language import say
from shadow_app.domain.pain_point import PainPoint
from shadow_app.insight.draws import Draws
from shadow_app.insight.pain_cost import PainCost
from shadow_app.insight.standing import Standing, standing
from shadow_app.interchange.export_rows import PainOut
from shadow_app.reports.amounts import counted
from shadow_app.storage import pain_listings
from shadow_app.storage import promises as store_promises
from shadow_app.storage.exportable import Accepted, accepted_by_pain, unaccepted_by_pain, visits_by_pain
from shadow_app.storage.repository import Reader
from shadow_app.usecases.export_story import MOST_NOTES, Matter, Voices, story
from shadow_app.usecases.export_wanted import Gathered, KeepGoing, Wanted, places, ranked
from shadow_app.usecases.prioritising import Priorities
from shadow_app.usecases.report_parts import pain_key


def pains_out(read: Reader, wanted: Wanted, keep_going: KeepGoing) -> Gathered:
    """The pain points of a unit, or of all, the dearest first."""
    priorities, drawn = ranked(read, wanted, keep_going)
    pains = sorted(
        (pain for cost in priorities.costs for pain in cost.pains), key=lambda pain: (-pain.wlh, str(pain_key(pain)))
    )
    scene = _PainScene(read, wanted, priorities, drawn)
    grouped = [pain for pain in pains if pain.pain_point_id is not None]
    kept = [pain for pain in grouped if scene.may_leave(pain)]
    left = _left(scene, grouped, len(pains) - len(grouped))
    ids = [pain.pain_point_id for pain in kept if pain.pain_point_id]
    return Gathered(map(scene.row, kept), ids, left)


def _left(scene: _PainScene, grouped: Sequence[PainCost], loose: int) -> list[str]:
    closed = [pain for pain in grouped if scene.closed(pain)]
    unread = sum(scene.accepted(pain) is None for pain in grouped if pain not in closed)
    silent = sum(scene.unaccepted.get(pain.pain_point_id, 0) for pain in grouped if pain.pain_point_id)
    left = []
    if unread:
        none = say("none of its notes has") if unread == 1 else say("none of their notes have")
        left.append(
            say(
                "{points} left out: {none} been accepted in Review.",
                points=counted(unread, "pain point|pain points"),
                none=none,
            )
        )
    if closed:
        left.append(say("{points} left out.", points=counted(len(closed), "closed pain point|closed pain points")))
    if silent:
        left.append(
            say("The words of {notes} left out: not accepted in Review yet.", notes=counted(silent, "note|notes"))
        )
    if loose:
        left.append(
            say(
                "Notes of {services} that nobody has put into a pain point left out.",
                services=counted(loose, "service|services"),
            )
        )
    return left


class _PainScene:
    """Everything that the rows of pain points are made from, read at once."""

    def __init__(self, read: Reader, wanted: Wanted, priorities: Priorities, drawn: Draws) -> None:
        self._ranked, self._drawn = priorities, drawn
        self._voices = Voices(read)
        self._accepted = accepted_by_pain(read, MOST_NOTES, wanted.unit_id)
        self.unaccepted = unaccepted_by_pain(read, wanted.unit_id)
        self._visits = visits_by_pain(read, wanted.unit_id)
        self._behind = pain_listings.gathered(read, wanted.unit_id)
        self._decisions = {each.pain_point_id: each for each in read.where(Decision)}
        self._promises: dict[UUID, list[Commitment]] = defaultdict(list)
        for given in store_promises.promises(read):
            if given.commitment.pain_point_id is not None:
                self._promises[given.commitment.pain_point_id].append(given.commitment)
        self._places = places(read)

    def accepted(self, pain: PainCost) -> Accepted | None:
        """Its notes that may be told in words."""
        return None if pain.pain_point_id is None else self._accepted.get(pain.pain_point_id)

    def closed(self, pain: PainCost) -> bool:
        """Whether it is closed and has not been seen since."""
        behind = self._behind.get((pain.service_id, pain.pain_point_id))
        seen_on = behind.seen_on if behind else None
        return standing(self._point(pain), decided=False, promised=False, seen_on=seen_on) is Standing.CLOSED

    def may_leave(self, pain: PainCost) -> bool:
        """Whether somebody has accepted what it rests on, and it is still a pain."""
        return self.accepted(pain) is not None and not self.closed(pain)

    def row(self, pain: PainCost) -> PainOut:
        """One pain point, ready to leave."""
        point, service, matter = self._point(pain), self._ranked.services[pain.service_id], self._matter(pain)
        masked = self._voices.of(self._visits.get(point.id, ()))
        behind, decision, promises = self._behind[pain.service_id, point.id], matter.decision, matter.promises
        return PainOut(
            id=point.id,
            title=masked(point.title),
            organisation=self._places[self._voices.visit(matter.notes.weightiest[0]).site_id].organisation,
            service=service.name,
            service_code=service.code,
            story=story(self._voices, masked, matter),
            impact=pain.impact,
            urgency=pain.urgency,
            priority=pain.priority,
            lane=pain.lane,
            evidence=pain.behind.evidence,
            hours=pain.hours,
            low=matter.hours.low,
            high=matter.hours.high,
            extrapolated_hours=pain.extrapolated_hours,
            cost=pain.cost,
            currency=matter.currency,
            weighted=pain.wlh,
            notes=behind.notes,
            visits=behind.visits,
            sites=behind.sites,
            effort_days=pain.effort_days,
            effort_cap=pain.effort_cap,
            choice=decision.choice if decision else None,
            reason=masked(decision.reason) if decision else "",
            review_on=decision.review_on if decision else None,
            promise="; ".join(masked(each.text) for each in promises),
            due_on=min((each.due_on for each in promises if each.due_on), default=None),
            owner_team=point.fixing_team or service.support_team,
            engagement_owner=point.engagement_owner,
            value_at_stake=masked(point.value_at_stake),
        )

    def _matter(self, pain: PainCost) -> Matter:
        point = self._point(pain)
        return Matter(
            pain,
            self._drawn.pains[pain_key(pain)].hours,
            self._accepted[point.id],
            self._ranked.currency,
            self._decisions.get(point.id),
            self._promises[point.id],
            point.value_at_stake,
        )

    def _point(self, pain: PainCost) -> PainPoint:
        assert pain.pain_point_id is not None
        return self._ranked.pain_points[pain.pain_point_id]
