"""The fields of the details form: each shows one value of a note and gives back what a person made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateTimeEdit, QLineEdit, QSpinBox, QWidget

from shadow_app.domain.observation import Observation
from shadow_app.insight.quick_entry import visible
from shadow_app.insight.quick_entry.durations import read_duration
from shadow_app.ui.growing_text import GrowingText
from shadow_app.ui.note_view import minutes_words
from shadow_app.ui.segments import Segments

LONGEST = 20_000


class NotUnderstood(Exception):
    """What was typed is no value of the field; the stored one comes back."""


@dataclass(frozen=True)
class NoteField:
    """One field of the form.

    Attributes:
        name: of `Observation`.
        widget: where it is edited.
        show: puts a note's value into the widget.
        value: what the widget holds now, given the note it was shown for.
        leave: how the widget tells that it was left: given what to call, it connects it.
    """

    name: str
    widget: QWidget
    show: Callable[[Observation], None]
    value: Callable[[Observation], Any]
    leave: Callable[[Callable[[], None]], object]

    def change(self, note: Observation) -> dict[str, Any]:
        """What a person has changed: nothing, or this field.

        Raises:
            NotUnderstood: it makes no sense.
        """
        value = self.value(note)
        return {} if value == getattr(note, self.name) else {self.name: value}


def words_field(name: str, widget: GrowingText) -> NoteField:
    """Longer words. The text of a note cannot be empty."""

    def value(note: Observation) -> str:
        typed = visible(widget.toPlainText()).strip()[:LONGEST]
        stored = str(getattr(note, name))
        if typed == stored.strip():
            return stored
        if name == "text" and not typed:
            raise NotUnderstood
        return typed

    def show(note: Observation) -> None:
        if widget.toPlainText() != getattr(note, name):
            widget.setPlainText(getattr(note, name))

    return NoteField(name, widget, show, value, widget.left.connect)


def line_field(name: str, widget: QLineEdit) -> NoteField:
    """A line of words."""

    def value(note: Observation) -> str:
        typed = visible(widget.text()).strip()
        stored = str(getattr(note, name))
        return stored if typed == " ".join(stored.split()) else typed

    return NoteField(
        name,
        widget,
        lambda note: widget.setText(" ".join(str(getattr(note, name)).split())),
        value,
        widget.editingFinished.connect,
    )


def minutes_field(widget: QLineEdit) -> NoteField:
    """`6`, `6 min`, `1h30`, `90s`; empty is not known."""

    def value(note: Observation) -> float | None:
        typed = widget.text().strip()
        if typed == minutes_words(note.lost_minutes):
            return note.lost_minutes
        return _minutes(typed)

    return NoteField(
        "lost_minutes",
        widget,
        lambda note: widget.setText(minutes_words(note.lost_minutes)),
        value,
        widget.editingFinished.connect,
    )


def _minutes(typed: str) -> float | None:
    if not typed:
        return None
    plain = typed.lstrip("~").strip()
    found = read_duration(plain, 0) or read_duration(f"{plain} min", 0)
    if found is None or found[1] < len(plain):
        raise NotUnderstood
    return found[0]


def number_field(name: str, widget: QSpinBox) -> NoteField:
    """A count; the lowest value is "not said" where the spin box has a word for it."""
    is_open = bool(widget.specialValueText())

    def value(_note: Observation) -> int | None:
        return None if is_open and widget.value() == widget.minimum() else widget.value()

    return NoteField(
        name,
        widget,
        lambda note: widget.setValue(getattr(note, name) or widget.minimum()),
        value,
        widget.editingFinished.connect,
    )


def segments_field(name: str, widget: Segments) -> NoteField:
    """One of a few answers; chosen is left."""
    return NoteField(
        name,
        widget,
        lambda note: widget.show_value(getattr(note, name)),
        lambda _note: widget.value,
        lambda call: widget.chosen.connect(lambda _value: call()),
    )


def choice_field(name: str, widget: QComboBox) -> NoteField:
    """One of many, by the data of the entries."""

    def show(note: Observation) -> None:
        # findData compares Python objects by identity.
        stored = getattr(note, name)
        places = (place for place in range(widget.count()) if widget.itemData(place) == stored)
        widget.setCurrentIndex(next(places, -1))

    def value(note: Observation) -> Any:
        return getattr(note, name) if widget.currentIndex() < 0 else widget.currentData()

    return NoteField(name, widget, show, value, lambda call: widget.activated.connect(lambda _index: call()))


def tick_field(name: str, widget: QCheckBox) -> NoteField:
    """Yes or no."""
    return NoteField(
        name,
        widget,
        lambda note: widget.setChecked(getattr(note, name)),
        lambda _note: widget.isChecked(),
        lambda call: widget.clicked.connect(lambda _checked: call()),
    )


def when_field(widget: QDateTimeEdit) -> NoteField:
    """The moment, as the wall clock at the site showed it; to the minute, and seconds stay if the minute does."""

    def value(note: Observation) -> datetime:
        local = note.local_time
        typed = widget.dateTime()
        date, time = typed.date(), typed.time()
        shown = datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=local.tzinfo)
        return note.at if shown == local.replace(second=0, microsecond=0) else shown.astimezone(timezone.utc)

    def show(note: Observation) -> None:
        local = note.at.astimezone(timezone(timedelta(minutes=note.utc_offset)))
        day, clock = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
        widget.setDateTime(QDateTime(day, clock))

    return NoteField("at", widget, show, value, widget.editingFinished.connect)
