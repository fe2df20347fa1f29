"""Services in their order, accepted notes and promises, as plain lists that may leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import link_id
from shadow_app.domain.visit import ConsentRecord
from shadow_app.domain.vocabulary import ConsentSubject
from shadow_app.interchange.export_rows import NoteOut, PromiseOut, ServiceOut
from shadow_app.reports.amounts import counted
from shadow_app.storage import promises as store_promises
from shadow_app.storage.exportable import exportable_ids, exportable_notes, staying, visits_by_pain
from shadow_app.storage.promises import Given
from shadow_app.storage.repository import Reader
from shadow_app.usecases.export_story import Voices
from shadow_app.usecases.export_wanted import Gathered, KeepGoing, Wanted, places, ranked


def services_out(read: Reader, wanted: Wanted, keep_going: KeepGoing) -> Gathered:
    """Every service that costs the business something, the worst first: figures only, no word of anybody."""
    priorities, drawn = ranked(read, wanted, keep_going)
    lines = {line.service_id: line for line in priorities.gap.lines}

    def rows() -> Iterator[ServiceOut]:
        for place, cost in enumerate(priorities.costs, start=1):
            service, spread = priorities.services[cost.service_id], drawn.services[cost.service_id]
            line = lines.get(cost.service_id)
            yield ServiceOut(
                id=service.id,
                rank=place,
                service=service.name,
                service_code=service.code,
                owner_team=service.support_team,
                hours=cost.hours,
                low=spread.spread.hours.low,
                high=spread.spread.hours.high,
                extrapolated_hours=cost.extrapolated_hours,
                cost=cost.cost,
                currency=priorities.currency,
                weighted=cost.wlh,
                lane=cost.lane,
                evidence=cost.behind.evidence,
                notes=round(cost.behind.notes),
                visits=cost.behind.visits,
                in_top_three=spread.top_three,
                assumed_rank=line.assumed if line and line.listed else None,
                stated_rank=line.stated.rank if line and line.stated else None,
            )

    return Gathered(rows(), [cost.service_id for cost in priorities.costs])


def notes_out(read: Reader, wanted: Wanted) -> Gathered:
    """Every accepted note that its host allows, masked; read page by page.

    A note's own id holds the moment at which it was written, and its place among others tells the day. So the id is
    another one, the same in every export, and notes of few people come last, in an order that says nothing.
    """
    voices, around = Voices(read), places(read)
    titles = _titles(read, voices)

    def row(shown: TimelineNote) -> NoteOut:
        note, visit = shown.note, voices.visit(shown)
        place = around[visit.site_id]
        told = voices.names.cells.shown(visit.site_id, note.role_id or visit.role_id)
        point = next((each for each in shown.pain_point_ids if each in titles), None)
        return NoteOut(
            id=told_id(note.id),
            seen=f"{note.local_time:%Y-%m}" if told.month_only else f"{note.local_time:%Y-%m-%d}",
            organisation=place.organisation,
            unit=place.unit,
            site=place.site,
            role=told.who,
            kind=note.kind,
            evidence=note.evidence.value,
            services=shown.services,
            pain_point=titles[point] if point else "",
            pain_point_id=point,
            text=voices.text(shown),
            consequence=voices.consequence(shown),
            quote=voices.quote(shown),
            minutes=note.lost_minutes,
            count=note.count,
            people=note.people_stopped,
            damage=None if note.business_damage is None else int(note.business_damage),
            time_to_damage=None if note.time_to_damage is None else int(note.time_to_damage),
            workaround=note.workaround.value if note.workaround else "",
            reported_to_desk=note.reported_to_desk,
        )

    notes = _few_last(map(row, exportable_notes(read, wanted.unit_id)))
    ids = map(told_id, exportable_ids(read, wanted.unit_id))
    return Gathered(notes, ids, _notes_left(read, wanted.unit_id))


def _few_last(notes: Iterable[NoteOut]) -> Iterator[NoteOut]:
    """Notes that tell only their month come after all that tell a day."""
    few = []
    for each in notes:
        if len(each.seen) == len("2026-09"):
            few.append(each)
        else:
            yield each
    yield from sorted(few, key=lambda each: (each.seen, str(each.id)))


def told_id(note_id: UUID) -> UUID:
    """What a note is called outside: always the same, and without the moment that its own id holds."""
    return link_id("exported note", note_id)


def _notes_left(read: Reader, unit_id: UUID | None) -> list[str]:
    stay = staying(read, unit_id)
    reasons = (
        (stay.not_accepted, say("not accepted in Review yet")),
        (stay.set_aside, say("set aside")),
        (stay.refused, say("taken back by the host, or without their agreement")),
        (stay.other_channel, say("for another channel, such as a hazard")),
    )
    return [
        say("{notes} left out: {why}.", notes=counted(count, "note|notes"), why=why) for count, why in reasons if count
    ]


def _titles(read: Reader, voices: Voices) -> dict[UUID, str]:
    """Masked with the names of everybody from whose visits the pain point comes."""
    visits = visits_by_pain(read)
    return {each.id: voices.of(visits.get(each.id, ()))(each.title) for each in read.where(PainPoint)}


def promises_out(read: Reader, wanted: Wanted) -> Gathered:
    """What was promised to the business, masked; earliest due first."""
    voices, around = Voices(read), places(read)
    titles = _titles(read, voices)
    refused = {each.visit_id for each in read.where(ConsentRecord, subject=ConsentSubject.NOTES) if not each.holds}
    here = {site_id for site_id, place in around.items() if place.unit_id == wanted.unit_id}
    every = store_promises.promises(read)
    # Without a site it is of no unit, and so only in the list of all.
    found = every if wanted.unit_id is None else [each for each in every if each.site_id in here]
    kept = [each for each in found if each.commitment.visit_id not in refused]

    def row(given: Given) -> PromiseOut:
        promise = given.commitment
        masked = voices.of(() if promise.visit_id is None else (promise.visit_id,))
        point = promise.pain_point_id if promise.pain_point_id in titles else None
        return PromiseOut(
            id=promise.id,
            text=masked(promise.text),
            owner=promise.owner,
            state=promise.state,
            due_on=promise.due_on,
            settled_on=promise.kept_on,
            outcome=masked(promise.outcome),
            effort_days=promise.effort_days,
            site=given.site,
            pain_point=titles[point] if point else "",
            pain_point_id=point,
        )

    lost = len(found) - len(kept)
    left = (
        [say("{promises} left out: the host does not agree to notes.", promises=counted(lost, "promise|promises"))]
        if lost
        else []
    )
    return Gathered(map(row, kept), [each.commitment.id for each in kept], left)
