"""Put notes with the same cause together: pain points, the unit of priority (`design.md` §4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from shadow_app.domain.errors import NotFound, Refused
from shadow_app.domain.language import say
from shadow_app.domain.pain_point import PainPoint, PainPointMember
from shadow_app.domain.record import link_id
from shadow_app.domain.service import Service
from shadow_app.storage import pain_listings
from shadow_app.storage.repository import Reader
from shadow_app.storage.store import Store
from shadow_app.usecases.days import day_in_words
from shadow_app.usecases.days import today as this_day
from shadow_app.usecases.membership import drop_if_bare, has_history, put_in
from shadow_app.usecases.merging import bring_back, merge_into
from shadow_app.usecases.pain_finding import free_title, present_pain_point

EDITABLE = frozenset(
    {
        "title",
        "business_damage",
        "time_to_damage",
        "workaround",
        "pain_scope",
        "loss_value",
        "loss_chance",
        "effort_days",
        "value_at_stake",
        "theme",
        "engagement_owner",
        "next_contact_on",
        "fixing_team",
    }
)
"""What can be changed of a pain point; None takes back what a person has set."""


@dataclass(frozen=True)
class Grouped:
    """A pain point and how many notes stand behind it, over all visits."""

    pain_point: PainPoint
    notes: int


class Grouping:
    """The verbs of grouping. A note has one cause per service: putting it in one group takes it out of the other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pain_points(self, service_id: UUID | None = None) -> list[Grouped]:
        """The pain points of a service, or of all, by title."""
        with self._store.reading() as read:
            found = read.where(PainPoint) if service_id is None else read.where(PainPoint, service_id=service_id)
            notes = pain_listings.member_counts(read)
        counted = [Grouped(each, notes.get(each.id, 0)) for each in found]
        return sorted(counted, key=lambda each: each.pain_point.title.casefold())

    def make(self, service_id: UUID, title: str, note_ids: Iterable[UUID]) -> PainPoint:
        """A new pain point of these notes.

        Raises:
            Refused: it has no title, or the service has a pain point of that title.
            NotFound: the service or a note is not there any more.
        """
        with self._store.work("Pain point made") as work:
            work.get(Service, service_id)
            made = PainPoint(service_id=service_id, title=free_title(work, service_id, title))
            work.put(made)
            put_in(work, made, note_ids)
            work.commit()
        return made

    def add(self, pain_point_id: UUID, note_ids: Iterable[UUID]) -> None:
        """These notes have this cause, too.

        Raises:
            NotFound: the pain point or a note is not there any more.
            Refused: the pain point was merged into another one.
        """
        with self._store.work("Notes put together") as work:
            put_in(work, present_pain_point(work, pain_point_id), note_ids)
            work.commit()

    def take_out(self, pain_point_id: UUID, note_id: UUID) -> None:
        """The note has another cause. A pain point that is left with nothing goes, too.

        Raises:
            NotFound: the note is not in this pain point.
        """
        with self._store.work("Note taken out of its pain point") as work:
            work.remove(work.get(PainPointMember, link_id(pain_point_id, note_id)))
            drop_if_bare(work, pain_point_id)
            work.commit()

    def merge(self, into_id: UUID, ids: Sequence[UUID]) -> PainPoint:
        """Several pain points are one: their notes, promises, follow-ups and messages move into `into_id`.

        Raises:
            Refused: none is named, or one is merged already, is `into_id` itself, or belongs to another service.
            NotFound: one of them is not there any more.
        """
        with self._store.work("Pain points merged") as work:
            merged = merge_into(work, present_pain_point(work, into_id), ids)
            work.commit()
        return merged

    def unmerge(self, pain_point_id: UUID) -> PainPoint:
        """Bring a merged pain point back with the notes and promises it had, as far as they have not moved on since.

        Raises:
            Refused: it is not merged, or the service has another pain point of its title by now.
            NotFound: there is no such pain point.
        """
        with self._store.work("Merge taken apart") as work:
            back = bring_back(work, pain_point_id)
            work.commit()
        return back

    def split(self, pain_point_id: UUID, title: str, note_ids: Sequence[UUID]) -> PainPoint:
        """Some of the notes have a cause of their own: a new pain point of the same service.

        Raises:
            Refused: no note is named, nothing would be left, or the title is empty or taken.
            NotFound: a note is not in the pain point.
        """
        chosen = set(note_ids)
        with self._store.work("Pain point split") as work:
            whole = present_pain_point(work, pain_point_id)
            members = {each.observation_id for each in work.where(PainPointMember, pain_point_id=whole.id)}
            if not chosen:
                raise Refused(say("Choose the notes that have a cause of their own."))
            if chosen - members:
                raise NotFound(
                    say("One of the notes is not in “{title}” any more; look again and choose anew.", title=whole.title)
                )
            if chosen == members:
                raise Refused(
                    say("Nothing would be left of “{title}”; leave a note in it, or rename it.", title=whole.title)
                )
            made = PainPoint(service_id=whole.service_id, title=free_title(work, whole.service_id, title))
            work.put(made)
            put_in(work, made, note_ids)
            work.commit()
        return made

    def edit(self, pain_point_id: UUID, **fields: Any) -> PainPoint:
        """Set grades, price, effort, owner, team and words (`EDITABLE`); None takes back what a person has set.

        Raises:
            Refused: a field cannot be set here, the title is taken, half a price is given, or the team that mends it
                would be the one to talk to the business.
            NotFound: the pain point is not there any more.
            pydantic.ValidationError: a field has a bad value.
        """
        if unknown := sorted(set(fields) - EDITABLE):
            raise Refused(
                say("The {unknown} of a pain point cannot be changed here.", unknown=unknown[0].replace("_", " "))
            )
        with self._store.work("Pain point changed") as work:
            known = present_pain_point(work, pain_point_id)
            fields = {name: value.strip() if isinstance(value, str) else value for name, value in fields.items()}
            if "title" in fields:
                fields["title"] = free_title(work, known.service_id, fields["title"], known.id)
            edited = known.edited(**fields)
            _check(work, edited)
            work.put(edited)
            work.commit()
        return edited

    def close(self, pain_point_id: UUID, why: str, on: date | None = None) -> PainPoint:
        """It hurts no more. Seen on a later day, it opens again by itself.

        Raises:
            Refused: there is no reason, the day has not come yet, or it was seen later than that.
            NotFound: the pain point is not there any more.
        """
        today, reason = this_day(), why.strip()
        day = on or today
        if not reason:
            raise Refused(say("Say why it is closed; whoever sees it again will want to know what was done."))
        if day > today:
            raise Refused(say("{day} has not come yet; close it when it hurts no more.", day=day_in_words(day)))
        with self._store.work("Pain point closed") as work:
            known = present_pain_point(work, pain_point_id)
            seen_on = pain_listings.gathered_of(work, known)[known.service_id, known.id].seen_on
            if seen_on is not None and seen_on > day:
                raise Refused(
                    say(
                        "It was seen on {seen_on}, later than that; close it from that day on.",
                        seen_on=day_in_words(seen_on),
                    )
                )
            closed = known.edited(closed_on=day, closed_why=reason)
            work.put(closed)
            work.commit()
        return closed

    def reopen(self, pain_point_id: UUID) -> PainPoint:
        """It hurts after all.

        Raises:
            Refused: it is not closed.
            NotFound: the pain point is not there any more.
        """
        with self._store.work("Pain point opened again") as work:
            known = present_pain_point(work, pain_point_id)
            if known.closed_on is None:
                raise Refused(say("“{title}” is not closed.", title=known.title))
            opened = known.edited(closed_on=None, closed_why="")
            work.put(opened)
            work.commit()
        return opened

    def drop(self, pain_point_id: UUID) -> None:
        """Remove a pain point that was made by mistake.

        Raises:
            Refused: notes, a decision, a promise or a message hang on it.
            NotFound: the pain point is not there any more.
        """
        with self._store.work("Pain point removed") as work:
            known = present_pain_point(work, pain_point_id)
            if work.where(PainPointMember, pain_point_id=known.id):
                raise Refused(
                    say(
                        "“{title}” has notes; merge it into another one, or take its notes out first.",
                        title=known.title,
                    )
                )
            if has_history(work, known.id):
                raise Refused(
                    say("“{title}” has been decided on, promised or told about; close it instead.", title=known.title)
                )
            work.remove(known)
            work.commit()


def _check(read: Reader, pain_point: PainPoint) -> None:
    if (pain_point.loss_value is None) != (pain_point.loss_chance is None):
        raise Refused(
            say("A priced damage needs both the money that is lost and the chance that it is; give both or none.")
        )
    owner = pain_point.engagement_owner.strip().casefold()
    team = pain_point.fixing_team or read.recall(Service, pain_point.service_id).support_team
    if owner and owner == team.strip().casefold():
        raise Refused(say("Who talks to the business is a person and not the team that mends it; name that person."))
