"""NoteView: one note as a card shows it, with the words that its neighbours lend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, ReviewState
from shadow_app.ui.amounts import whole

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a card needs and nothing else.

    Attributes:
        at: when it happened, aware, as the wall clock at the site showed it.
        minutes: minutes lost per occurrence and person, None when not known.
        damage: None when not graded, which is not the same as 0.
        thumb: a small picture as bytes that Qt can read, empty while there is none.
        offers_open: something in the prose waits for a yes or no.
        told: heard from somebody, not seen.
        count: how often it was seen.
        people: how many one event stopped, None when not known.
        unclear: signs as they were typed that the catalogue has no answer to, such as `#badgr`.
    """

    id: UUID
    at: datetime
    kind: Kind
    text: str
    services: tuple[str, ...] = ()
    role: str = ""
    minutes: float | None = None
    damage: BusinessDamage | None = None
    quote: str = ""
    photo_count: int = 0
    voice_count: int = 0
    thumb: bytes = b""
    surprise: bool = False
    state: ReviewState = ReviewState.DRAFT
    offers_open: bool = False
    told: bool = False
    count: int = 1
    people: int | None = None
    unclear: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """Service and role in one line: two services by name, more by number."""
        named = ", ".join(self.services[:2])
        more = len(self.services) - 2
        services = f"{named} +{more}" if more > 0 else named
        return "  ·  ".join(part for part in (services, self.role) if part)

    @property
    def spoken(self) -> str:
        """The card as one sentence, for those who hear it."""
        lost = minutes_words(self.minutes)
        parts = [
            f"{self.at:%H:%M} {kind_word(self.kind)}: {self.text}",
            f"“{self.quote}”" if self.quote and self.quote not in self.text else "",
            ", ".join(self.services),
            self.role,
            translate("NoteView", "{minutes} lost").format(minutes=lost) if lost else "",
            "" if self.damage is None else translate("NoteView", "damage {n} of 4").format(n=int(self.damage)),
            times_words(self.count),
            people_words(self.people),
            translate("NoteView", "told, not seen") if self.told else "",
            translate("NoteView", "surprise") if self.surprise else "",
            translate("NoteView", "something to accept or decline") if self.offers_open else "",
            unclear_words(self.unclear),
            translate("NoteView", "photos: {n}").format(n=self.photo_count) if self.photo_count else "",
            translate("NoteView", "recordings: {n}").format(n=self.voice_count) if self.voice_count else "",
        ]
        return "; ".join(part for part in parts if part)


def view_of(shown: TimelineNote, thumb: bytes = b"") -> NoteView:
    """The card of a stored note."""
    note = shown.note
    return NoteView(
        id=note.id,
        at=note.local_time,
        kind=note.kind,
        text=note.text,
        services=shown.services,
        role=shown.role,
        minutes=note.lost_minutes,
        damage=note.business_damage,
        quote=note.quote,
        photo_count=len(shown.pictures),
        voice_count=len(shown.voices),
        thumb=thumb,
        surprise=note.surprise,
        state=note.state,
        offers_open=note.offers_open,
        told=note.evidence is Evidence.TOLD,
        count=note.count,
        people=note.people_stopped,
        unclear=note.unresolved_tags,
    )


def kind_word(kind: Kind) -> str:
    """What a kind is called on a pill."""
    return {
        Kind.PAIN: translate("NoteView", "Pain point"),
        Kind.WORKAROUND: translate("NoteView", "Workaround"),
        Kind.WAIT: translate("NoteView", "Waiting"),
        Kind.NEED: translate("NoteView", "Need"),
        Kind.POSITIVE: translate("NoteView", "Works well"),
        Kind.QUESTION: translate("NoteView", "Question"),
        Kind.CONTEXT: translate("NoteView", "Context"),
    }[kind]


def minutes_words(minutes: float | None) -> str:
    """`18 min`, `1 h 30`, `40 s`; empty when not known."""
    if minutes is None:
        return ""
    seconds = round(minutes * 60)
    if minutes > 0 and seconds < 60:
        return translate("NoteView", "{n} s").format(n=max(1, seconds))
    tenths = round(minutes, 1)
    if tenths < 60:
        digits = 0 if tenths == round(tenths) else 1
        return translate("NoteView", "{n} min").format(n=QLocale().toString(tenths, "f", digits))
    hours, rest = divmod(round(minutes), 60)
    words = translate("NoteView", "{h} h {m:02}") if rest else translate("NoteView", "{h} h")
    return words.format(h=hours, m=rest)


def times_words(count: int) -> str:
    """`seen 3 times`; nothing for once."""
    return translate("NoteView", "seen {n:|time|times}").format(n=whole(count)) if count > 1 else ""


def people_words(people: int | None) -> str:
    """`6 people`; empty when not known."""
    return translate("NoteView", "people: {n}").format(n=whole(people)) if people else ""


def unclear_words(tags: tuple[str, ...]) -> str:
    """`unclear: #badgr`, as Review says it; a few of them where there are many."""
    return translate("Review", "unclear: {tags}").format(tags=", ".join(tags[:3])) if tags else ""
