"""What a chip says: the understanding of a stretch of the line, in a few words and an icon."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from shadow_app.domain.vocabulary import BusinessDamage, Kind, RatePer
from shadow_app.insight.privacy import Finding, Private
from shadow_app.insight.quick_entry import Chip, Field, Rate, RoleRef, ServiceRef, When, resolve_when
from shadow_app.ui.dates import day_words
from shadow_app.ui.note_view import kind_word, minutes_words
from shadow_app.ui.plural import tr
from shadow_app.ui.scale_words import damage_word

translate = QCoreApplication.translate

ICONS = {
    Field.KIND: "tag",
    Field.EVIDENCE: "message-square",
    Field.DAMAGE: "flame",
    Field.SERVICE: "layers",
    Field.ROLE: "user-round",
    Field.MINUTES: "clock",
    Field.COUNT: "copy",
    Field.RATE: "refresh-cw",
    Field.PEOPLE: "users",
    Field.WHEN: "history",
    Field.QUOTE: "quote",
}
_MOST_SHOWN = 32


def chip_words(chip: Chip, names: Mapping[UUID, str], typed_at: datetime) -> str:
    """The words on a chip. The catalogue's name stands for a word that means it.

    Args:
        chip: what was understood.
        names: what services and roles are called.
        typed_at: the moment from which a back-date counts.
    """
    match chip.value:
        case ServiceRef() | RoleRef():
            return shortened(_reference_words(chip.value, names))
        case Rate():
            return _rate_words(chip.value)
        case When():
            return when_words(resolve_when(chip.value, typed_at), typed_at)
        case Kind():
            return kind_word(chip.value)
        case BusinessDamage():
            return translate("Chips", "Damage {n}: {word}").format(n=int(chip.value), word=damage_word(chip.value))
        case float() | int():
            return _number_words(chip.field, float(chip.value))
    return translate("Chips", "Told, not seen") if chip.field is Field.EVIDENCE else f"“{shortened(str(chip.value))}”"


def when_words(moment: datetime, now: datetime) -> str:
    """`09:15`, with the day where it is not today's."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    day = day_words(moment, "ddd d MMM")
    return f"{day} {moment:%H:%M}"


def private_words(finding: Finding) -> str:
    """What to do about something that could point at a person."""
    said = {
        Private.NAME: translate("Chips", "“{text}” looks like a name: use a role"),
        Private.PHONE: translate("Chips", "“{text}” looks like a phone number: leave it out"),
        Private.EMAIL: translate("Chips", "“{text}” looks like an e-mail address: leave it out"),
        Private.PLATE: translate("Chips", "“{text}” looks like a number plate: leave it out"),
        Private.POSTCODE: translate("Chips", "“{text}” looks like an address: leave it out"),
        Private.NUMBER: translate("Chips", "“{text}” looks like somebody’s number: leave it out"),
    }[finding.what]
    return said.format(text=shortened(finding.text))


def shortened(words: str) -> str:
    """One line of at most some thirty characters."""
    line = " ".join(words.split())
    return f"{line[:_MOST_SHOWN].rstrip()}…" if len(line) > _MOST_SHOWN + 1 else line


def _reference_words(reference: ServiceRef | RoleRef, names: Mapping[UUID, str]) -> str:
    if len(reference.matches) == 1:
        return names.get(reference.matches[0], reference.word)
    if reference.matches:
        return translate("Chips", "{word}: one of {n}, say later").format(word=reference.word, n=len(reference.matches))
    return translate("Chips", "{word}: not in the catalogue").format(word=reference.word)


def _rate_words(rate: Rate) -> str:
    times = QLocale().toString(rate.value, "g", 6)
    return {
        RatePer.HOUR: translate("Chips", "{n} × an hour"),
        RatePer.DAY: translate("Chips", "{n} × a day"),
        RatePer.WEEK: translate("Chips", "{n} × a week"),
        RatePer.MONTH: translate("Chips", "{n} × a month"),
    }[rate.per].format(n=times)


def _number_words(field: Field, value: float) -> str:
    if field is Field.MINUTES:
        return translate("Chips", "{time} lost").format(time=minutes_words(value))
    number = QLocale().toString(round(value))
    if field is Field.COUNT:
        return translate("Chips", "Seen {n} ×").format(n=number)
    count = round(value)
    return tr("%Ln person(s) stopped", "", count)
