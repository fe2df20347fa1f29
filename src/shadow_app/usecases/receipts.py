"""What an erasure took and how far it has got, for people: as a list, and as one page to be handed on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from shadow_app.domain.language import say
from shadow_app.reports.amounts import counted
from shadow_app.reports.leaflet import Leaflet, Section
from shadow_app.storage import receipts as kept
from shadow_app.storage.devices import Device, devices
from shadow_app.storage.repository import Reader
from shadow_app.usecases.days import day_in_words

TAKEN_BACK = "taken_back"
"""The kind of a receipt for what a host took back, of a visit that stays."""

_WORDS: dict[str, Callable[[int], str]] = {
    "observation": lambda n: counted(n, "note|notes"),
    "attachment": lambda n: counted(n, "photo or recording|photos or recordings"),
    "consent": lambda n: counted(n, "consent|consents"),
    "guide_answer": lambda n: counted(n, "answer|answers"),
    "activity": lambda n: counted(n, "timer|timers"),
    "service_tag": lambda n: counted(n, "tag|tags"),
    "stated_importance": lambda n: counted(n, "rating|ratings"),
    "commitment": lambda n: counted(n, "promise|promises"),
    "conversation": lambda n: counted(n, "talk|talks"),
}


@dataclass(frozen=True)
class Reach:
    """One other laptop: when it was last heard of, and whether it has shown that the erasure is there."""

    person: str
    device: str
    confirmed_at: datetime | None
    seen_at: datetime


@dataclass(frozen=True)
class Receipt:
    """What went: ids, counts and days, never a word of anybody."""

    id: UUID
    at: datetime
    kind: str
    record_id: UUID
    number: str
    visited_on: date | None
    why: str
    records: dict[str, int]
    editions: int
    names: int
    reach: tuple[Reach, ...]

    @property
    def what(self) -> str:
        """The visit's number, that it was a contact, or that a host took something of the visit back."""
        if self.kind == TAKEN_BACK:
            return say("Taken back by the host of visit {number}", number=self.number)
        return say("Visit {number}", number=self.number) if self.kind == "visit" else say("A contact")

    @property
    def took(self) -> str:
        """The counts in words, what matters most first."""
        told = [words(self.records[kind]) for kind, words in _WORDS.items() if self.records.get(kind)]
        if self.editions:
            told.append(
                say("the content of {reports}", reports=counted(self.editions, "released report|released reports"))
            )
        return ", ".join(told) or say("an empty visit")

    @property
    def spread(self) -> str:
        """How many laptops have shown that they erased it, and who is still missing since when."""
        here = 1 + sum(each.confirmed_at is not None for each in self.reach)
        missing = [
            say(
                "{person} last heard of on {seen_at}",
                person=each.person or each.device,
                seen_at=day_in_words(each.seen_at),
            )
            for each in self.reach
            if each.confirmed_at is None
        ]
        told = say("Erased on {here} of {value}", here=here, value=1 + len(self.reach))
        return f"{told}; {', '.join(missing)}" if missing else told


def receipts(read: Reader) -> list[Receipt]:
    """Every receipt, the newest first.

    A laptop counts once it has sent a segment whose envelope says that its log includes the erasure; until then it is
    only known when it was last heard of.
    """
    others = devices(read)
    return [_receipt(each, others) for each in kept.receipts(read)]


def page(found: list[Receipt], made_on: datetime, aside: str = "") -> Leaflet:
    """Some receipts as one page; `aside` says where what was erased may still stand on this laptop."""
    lines = tuple(
        (
            f"{each.what}{_day(each)}: {each.took}",
            f"{day_in_words(each.at)}, {each.why}. {each.spread}. {each.record_id}",
        )
        for each in found
    )
    return Leaflet(
        kind=say("Receipt"),
        title=say("What was erased"),
        place=(say("Ids, counts and days. What was erased stands in this store no more, and not here either."),),
        facts=((say("Made"), day_in_words(made_on)), (say("Erasures"), str(len(found)))),
        made_on=made_on,
        sections=(),
        wide=(Section(say("Erased"), aside or ("" if lines else say("Nothing has been erased yet.")), lines),),
    )


def _receipt(each: kept.Kept, others: list[Device]) -> Receipt:
    body = each.body
    return Receipt(
        id=each.id,
        at=each.at,
        kind=body["kind"],
        record_id=UUID(body["record_id"]),
        number=body.get("number", ""),
        visited_on=date.fromisoformat(body["visited_on"]) if "visited_on" in body else None,
        why=body["why"],
        records=body["records"],
        editions=body["editions"],
        names=body["names"],
        reach=tuple(Reach(other.person, other.device, each.seen.get(other.device), other.seen_at) for other in others),
    )


def _day(each: Receipt) -> str:
    return say(" of {visited_on}", visited_on=day_in_words(each.visited_on)) if each.visited_on else ""
