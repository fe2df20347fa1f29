"""The note in hand: what its line means so far, and what a person has said about each part of it. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from shadow_app.domain.vocabulary import Kind
from shadow_app.insight.privacy import Finding, findings, masked, people_named
from shadow_app.insight.quick_entry import Chip, Entry, Field, Lexicon, RoleRef, ServiceRef, parse
from shadow_app.ui.capture.submission import Submission
from shadow_app.ui.capture.words import ICONS, chip_words, private_words

translate = QCoreApplication.translate

_OFFER = "offer:"
_PICTURE = "picture:"
_PRIVATE = "private:"


class ChipState(StrEnum):
    """How a chip stands."""

    TAKEN = "taken"
    UNKNOWN = "unknown"
    """Taken, but nothing in the catalogue is called so, or several things are."""
    OFFERED = "offered"
    TEXT = "text"
    """Made text again by a person; pressing it once more brings it back."""
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class ShownChip:
    """One chip. `key` comes back when it is pressed."""

    key: str
    words: str
    icon: str
    state: ChipState
    tip: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A service that the note may be about, and the typed words that speak for it."""

    service_id: UUID
    name: str
    because: tuple[str, ...] = ()


class NoteInHand:
    """Everything about a note that has not been saved yet."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.names: Mapping[UUID, str] = {}
        self.known: frozenset[str] = frozenset()
        """Words that are nobody's name (`privacy.known_words`)."""
        self.hosts: tuple[tuple[str, str], ...] = ()
        """(name, pseudonym) of the hosts of the visit, as far as this computer knows them."""
        self.forget()

    def forget(self) -> None:
        """Begin the next note."""
        self.kind: Kind | None = None
        self.typed_at: datetime | None = None
        self.accepted: set[str] = set()
        self.declined: set[str] = set()
        self.offers: tuple[Offer, ...] = ()
        self.pictures: tuple[bytes, ...] = ()
        self.private: tuple[Finding, ...] = ()
        self.entry: Entry = parse("")
        self._all_right: set[str] = set()

    def restore(self, draft: Submission) -> None:
        """Take up a note that could not be saved."""
        self.forget()
        self.kind, self.typed_at, self.pictures = draft.kind, draft.typed_at, draft.pictures
        self.accepted, self.declined = set(draft.accepted), set(draft.declined)

    def read(self, line: str) -> Entry:
        """Understand the line as it is now."""
        declined = frozenset(self.declined)
        self.entry = parse(line, self.lexicon, accepted=frozenset(self.accepted), declined=declined)
        self.private = tuple(finding for finding in self.private if line[finding.start : finding.end] == finding.text)
        return self.entry

    def look_for_names(self) -> None:
        """Find what could point at a person, outside of what the catalogue knows."""
        line = self.entry.line
        known = [(start, end) for start, end, _ in self.lexicon.mentions(line)]
        known += [(chip.start, chip.end) for chip in self.entry.taken if _resolved(chip)]
        named = people_named(line, (name for name, _ in self.hosts))
        shaped = tuple(
            finding
            for finding in findings(line, self.known)
            if not any(start < finding.end and finding.start < end for start, end in known)
            and not any(each.start < finding.end and finding.start < each.end for each in named)
        )
        found = sorted((*named, *shaped), key=lambda each: each.start)
        self.private = tuple(each for each in found if each.text not in self._all_right)

    def mask_for(self, finding: Finding) -> str:
        """What may stand instead: the pseudonym of a host who is named, else a word in brackets."""
        for name, pseudonym in self.hosts:
            if people_named(finding.text, (name,)):
                return pseudonym
        return masked(finding.text, (Finding(0, len(finding.text), finding.what, finding.text),))

    @property
    def shown_kind(self) -> Kind:
        """What the note will be."""
        return self.kind or self.entry.kind

    @property
    def blank(self) -> bool:
        """Whether there is nothing to save."""
        return not self.entry.text and not self.pictures

    def said_kind(self) -> Chip | None:
        """The chip by which the line itself says its kind."""
        return next((chip for chip in self.entry.taken if chip.field is Field.KIND), None)

    def submission(self, now: datetime, *, everything: bool = False) -> Submission:
        """The note as it is to be saved.

        Args:
            now: stands for the first key where there was none.
            everything: whether all that the line's own words offer counts as taken. A suggestion is a guess that
                was learnt from other notes, and the suggester learns from what is taken: only a person takes one.
        """
        accepted = set(self.accepted)
        if everything:
            accepted |= {chip.key for chip in self._offered()}
        standing = {chip.key for chip in self.entry.chips}
        return Submission(
            line=self.entry.line,
            typed_at=self.typed_at or now,
            accepted=frozenset(accepted & standing),
            declined=frozenset(self.declined),
            kind=self.kind,
            pictures=self.pictures,
        )

    def replace_picture(self, old: bytes, new: bytes) -> None:
        """Take another picture along instead; nothing if it has been left out or sent meanwhile."""
        self.pictures = tuple(new if each is old else each for each in self.pictures)

    def first_offer(self) -> str | None:
        """What Tab takes."""
        keys = [chip.key for chip in self._offered()] + [f"{_OFFER}{offer.service_id}" for offer in self.open_offers()]
        return keys[0] if keys else None

    def open_offers(self) -> list[Offer]:
        """The suggested services that the line does not speak of already."""
        spoken = {
            match for chip in self.entry.chips if isinstance(chip.value, ServiceRef) for match in chip.value.matches
        }
        return [offer for offer in self.offers if offer.service_id not in spoken]

    def press(self, key: str) -> str:
        """Take a chip, make it text, or bring it back; returns the words to add to the line, mostly none."""
        if key.startswith(_OFFER):
            return next((tag_of(offer.name) for offer in self.offers if key == f"{_OFFER}{offer.service_id}"), "")
        if key.startswith(_PICTURE):
            gone = int(key.removeprefix(_PICTURE))
            self.pictures = self.pictures[:gone] + self.pictures[gone + 1 :]
        elif key.startswith(_PRIVATE):
            self._all_right.add(key.removeprefix(_PRIVATE))
            self.private = tuple(finding for finding in self.private if finding.text not in self._all_right)
        elif key in self.declined:
            self.declined.discard(key)
        elif any(chip.key == key and chip.taken for chip in self.entry.chips):
            self.accepted.discard(key)
            self.declined.add(key)
        else:
            self.accepted.add(key)
        return ""

    def chips(self, now: datetime) -> list[ShownChip]:
        """What is shown under the line, in its order; suggestions, pictures and the warning come last."""
        at = self.typed_at or now
        standing = [(chip, _state(chip)) for chip in self.entry.chips if not self._in_the_pill(chip)]
        if self.declined:
            plain = parse(self.entry.line, self.lexicon).chips
            standing += [(chip, ChipState.TEXT) for chip in plain if chip.key in self.declined]
            standing.sort(key=lambda pair: pair[0].start)
        shown = [self._shown(chip, state, at) for chip, state in standing]
        shown += [_shown_offer(offer) for offer in self.open_offers()]
        shown += [_shown_picture(number) for number in range(len(self.pictures))]
        return shown + [_shown_warning(finding, len(self.private)) for finding in self.private[:1]]

    def _offered(self) -> list[Chip]:
        # A kind that was chosen by key is not asked for again.
        return [chip for chip in self.entry.offered if self.kind is None or chip.field is not Field.KIND]

    def _in_the_pill(self, chip: Chip) -> bool:
        return chip.field is Field.KIND and (chip.taken or self.kind is not None)

    def _shown(self, chip: Chip, state: ChipState, at: datetime) -> ShownChip:
        words = chip.source if state is ChipState.TEXT else chip_words(chip, self.names, at)
        return ShownChip(chip.key, words, ICONS[chip.field], state, _TIPS[state]().format(source=chip.source))


def tag_of(name: str) -> str:
    """The sign that names a service in a line. The grammar has no quotation mark inside a name; none is missed."""
    return '#"{}"'.format(" ".join(name.replace('"', " ").split()))


def offers_from(services: Iterable[tuple[UUID, str, tuple[str, ...]]]) -> tuple[Offer, ...]:
    """The suggestions as the bar is told them: id, name, because."""
    return tuple(Offer(service_id, name, tuple(because)) for service_id, name, because in services)


def _resolved(chip: Chip) -> bool:
    return isinstance(chip.value, ServiceRef | RoleRef) and len(chip.value.matches) == 1


def _state(chip: Chip) -> ChipState:
    if not chip.taken:
        return ChipState.OFFERED
    tag = isinstance(chip.value, ServiceRef | RoleRef)
    return ChipState.UNKNOWN if tag and not _resolved(chip) else ChipState.TAKEN


_TIPS = {
    ChipState.TAKEN: lambda: translate("Chips", "“{source}” is understood. Press to make it plain text."),
    ChipState.UNKNOWN: lambda: translate(
        "Chips", "“{source}” is kept and asked for in the debrief. Press for plain text."
    ),
    ChipState.OFFERED: lambda: translate("Chips", "Read from “{source}”. Press to take it; Tab takes the first."),
    ChipState.TEXT: lambda: translate("Chips", "“{source}” is plain text. Press to have it understood again."),
}


def _shown_offer(offer: Offer) -> ShownChip:
    tip = translate("Chips", "Perhaps this service. Press to name it; Tab takes the first.")
    if offer.because:
        said = translate("Chips", "Perhaps this service, because of: {words}. Press to name it; Tab takes the first.")
        tip = said.format(words=", ".join(offer.because))
    return ShownChip(f"{_OFFER}{offer.service_id}", f"{offer.name}?", "lightbulb", ChipState.OFFERED, tip)


def _shown_picture(number: int) -> ShownChip:
    words = translate("Chips", "Photo {n}").format(n=number + 1)
    tip = translate("Chips", "Goes with this note. Press to leave it out; Ctrl+Alt+B blacks out faces and labels.")
    return ShownChip(f"{_PICTURE}{number}", words, "image", ChipState.TAKEN, tip)


def _shown_warning(finding: Finding, count: int) -> ShownChip:
    more = translate("Chips", " (+{n})").format(n=count - 1) if count > 1 else ""
    tip = translate(
        "Chips", "Notes speak of roles, such as @driver, not of persons. Ctrl+M masks it; press the chip if it is fine."
    )
    words = private_words(finding) + more
    return ShownChip(f"{_PRIVATE}{finding.text}", words, "shield", ChipState.WARNING, tip)
