"""What the Prepare tab shows of a sheet; it knows neither threads nor use cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, QSignalBlocker, Qt, QTime
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QWidget

from shadow_app.domain.vocabulary import ConsentSubject, Participation, VisitState
from shadow_app.domain.words import HOSTS, TYPICALITY
from shadow_app.ui._compiled.ui_prepare_tab import Ui_PrepareTab
from shadow_app.ui.dates import BRIEF, LONG, day_words, local_pattern
from shadow_app.ui.guide_box import GuideBox
from shadow_app.ui.letters import breakable
from shadow_app.ui.segments import Segments

if TYPE_CHECKING:
    from shadow_app.usecases.prep_sheet import PrepSheet

YES, NO, NOT_ASKED = "yes", "no", "not asked"
_FIRST = 5
"""How many services of IT's list the card names."""


class PrepareView(QObject):
    """The form with its rows of answers, filled from a sheet."""

    def __init__(self, form: Ui_PrepareTab, parent: QObject) -> None:
        super().__init__(parent)
        self.form = form
        form.when.setDisplayFormat(f"{local_pattern(BRIEF)}  HH:mm")
        form.when.installEventFilter(self)
        self._build_day()
        self._build_consents()
        self.guide = GuideBox(self._ways())
        form.guide_slot.addWidget(self.guide)
        self._set_tab_order()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A wheel that scrolls the page must not move the visit to another day."""
        if event.type() is QEvent.Type.Wheel and watched is self.form.when:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def arrange(self, *, narrow: bool) -> None:
        """Two columns where there is room for them."""
        direction = QBoxLayout.Direction
        for columns in (self.form.columns, self.guide.columns):
            columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def go(self, widget: QWidget) -> None:
        """Bring a part of the page into view, and the keyboard to it."""
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.scroll.ensureWidgetVisible(widget)

    def show(self, sheet: PrepSheet, *, anew: bool) -> None:
        """Everything but the texts; `anew`: of another visit."""
        self._show_day(sheet, anew)
        self._show_list(sheet)
        self._show_promises(sheet)
        self._show_consents(sheet)
        self._show_foot(sheet)
        others = ", ".join(host.pseudonym for host in sheet.hosts[1:])
        self.form.more_hosts.setVisible(bool(others))
        self.form.more_hosts.setText(breakable(self.tr("And: {others}").format(others=others)))
        self.form.pseudonym.setPlaceholderText(suggested_pseudonym(sheet.card.role))

    def _build_day(self) -> None:
        form = self.form
        part = [
            (Participation.WATCHED, self.tr("watch"), ""),
            (Participation.HELPED, self.tr("help"), ""),
            (Participation.DID, self.tr("do the job"), ""),
        ]
        typical = [(kind, word, "") for kind, word in TYPICALITY.items()]
        chosen = [(who, word, "") for who, word in HOSTS.items()]
        self.part = _row(form.part_slot, form.part_label, self.tr("How you take part"), part, may_be_open=False)
        self.typical = _row(form.typical_slot, form.typical_label, self.tr("Kind of day"), typical)
        self.chosen = _row(form.chosen_slot, form.chosen_label, self.tr("Who chose the host"), chosen)

    def _build_consents(self) -> None:
        words = {
            ConsentSubject.NOTES: self.tr("Take notes"),
            ConsentSubject.QUOTES: self.tr("Quote word for word"),
            ConsentSubject.PHOTOS: self.tr("Take photos"),
        }
        answers = [(YES, self.tr("yes"), ""), (NO, self.tr("no"), ""), (NOT_ASKED, self.tr("not asked"), "")]
        self.consents: dict[ConsentSubject, Segments] = {}
        self._taken_back: dict[ConsentSubject, QLabel] = {}
        grid = self.form.consent_grid
        grid.setColumnStretch(1, 1)
        for row, (subject, name) in enumerate(words.items()):
            self.consents[subject] = Segments(name, answers, may_be_open=False, look="choice", weighs=True)
            note = self._taken_back[subject] = _plain("", "muted")
            grid.addWidget(_plain(name), 2 * row, 0)
            grid.addWidget(self.consents[subject], 2 * row, 1)
            grid.addWidget(note, 2 * row + 1, 1)
            note.hide()

    def _ways(self) -> Mapping[str, Callable[[], None]]:
        form = self.form
        ways: dict[str, QWidget] = {
            "list": form.it_open,
            "focus": form.focus,
            "consent": self.consents[ConsentSubject.NOTES],
            "must_not": form.must_not,
        }
        return {
            **{name: partial(self.go, widget) for name, widget in ways.items()},
            # There is nothing to type among the promises.
            "promises": partial(form.scroll.ensureWidgetVisible, form.promises),
        }

    def _set_tab_order(self) -> None:
        form = self.form
        stops: list[QWidget] = [form.when, form.shift]
        for row in (self.part, self.typical, self.chosen):
            stops += row.buttons
        stops += [form.focus, form.it_open, form.pseudonym, form.name]
        for row in self.consents.values():
            stops += row.buttons
        stops += [form.agreement, form.safety, form.briefed, form.must_not, *self.guide.stops, form.start]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_day(self, sheet: PrepSheet, anew: bool) -> None:
        form, card, visit = self.form, sheet.card, sheet.card.visit
        start = visit.local_start
        form.site.setText(card.site)
        about = (visit.number, day_words(start, LONG), card.role, card.shadower)
        form.about.setText("  ·  ".join(part for part in about if part))
        if anew or not form.when.hasFocus():
            with QSignalBlocker(form.when):
                day, clock = QDate(start.year, start.month, start.day), QTime(start.hour, start.minute)
                form.when.setDateTime(QDateTime(day, clock))
        self.part.show_value(visit.participation)
        self.typical.show_value(visit.typicality)
        self.chosen.show_value(visit.host_selection)
        form.briefed.setChecked(visit.safety_confirmed)

    def _show_list(self, sheet: PrepSheet) -> None:
        form, locked, draft = self.form, sheet.locked, sheet.draft
        look = "danger"
        if locked is not None and locked.locked_at is not None:
            look, words = (
                "good",
                self.tr("Locked on {day} by {name}.").format(
                    day=day_words(locked.locked_at.astimezone()), name=locked.locked_by or self.tr("somebody")
                ),
            )
            if draft is not None:
                words += " " + self.tr("A new list has been begun.")
        elif draft is not None and draft.service_ids:
            words = self.tr("Not locked. Lock it before you go.")
        else:
            words = self.tr("There is no list yet. Write down what IT believes, and lock it before you go.")
        form.it_state.setText(words)
        form.it_state.setProperty("look", look)
        form.it_state.style().polish(form.it_state)
        first = "  ·  ".join(f"{place}\u00a0{name}" for place, name in enumerate(sheet.services[:_FIRST], 1))
        form.it_services.setText(breakable(first) + ("  …" if len(sheet.services) > _FIRST else ""))
        form.it_services.setVisible(bool(first))

    def _show_promises(self, sheet: PrepSheet) -> None:
        column = self.form.promises_slot
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for promise in sheet.promises:
            due = self.tr("by {day}").format(day=day_words(promise.due_on)) if promise.due_on else self.tr("no date")
            column.addWidget(_plain("  ·  ".join(part for part in (promise.text, promise.owner, due) if part)))
        self.form.no_promises.setVisible(not sheet.promises)

    def _show_consents(self, sheet: PrepSheet) -> None:
        for subject, row in self.consents.items():
            consent, note = sheet.consents.get(subject), self._taken_back[subject]
            row.show_value(NOT_ASKED if consent is None else YES if consent.holds else NO)
            taken_back = consent.withdrawn_on if consent else None
            note.setVisible(taken_back is not None)
            if taken_back is not None:
                note.setText(self.tr("taken back on {day}").format(day=day_words(taken_back)))

    def _show_foot(self, sheet: PrepSheet) -> None:
        form, state = self.form, sheet.card.visit.state
        missing = self._missing(sheet)
        if state is not VisitState.PLANNED:
            words = self.tr("This visit has begun.")
        elif missing:
            words = self.tr("Before you go: {missing}").format(missing="  ·  ".join(missing))
        else:
            words = self.tr("Everything is prepared.")
        form.missing.setText(words)
        fresh = state is VisitState.PLANNED
        form.start.setText(self.tr("Start visit") if fresh else self.tr("Go on with the visit"))
        form.start.setVisible(state in (VisitState.PLANNED, VisitState.LIVE))

    def _missing(self, sheet: PrepSheet) -> list[str]:
        visit = sheet.card.visit
        still = (
            (sheet.locked is None, self.tr("lock IT’s list")),
            (not visit.focus, self.tr("choose a focus")),
            (not sheet.hosts, self.tr("name the host")),
            (len(sheet.consents) < len(ConsentSubject), self.tr("ask for consent")),
            (not visit.safety_confirmed, self.tr("safety briefing")),
        )
        return [words for to_do, words in still if to_do]


def suggested_pseudonym(role: str) -> str:
    """“Driver 1” for the first host of a visit to drivers."""
    return f"{role[:1].upper()}{role[1:]} 1"


def _row(
    slot: QLayout, label: QLabel, name: str, answers: list[tuple[Any, str, str]], *, may_be_open: bool = True
) -> Segments:
    made = Segments(name, answers, may_be_open=may_be_open, look="choice")
    slot.addWidget(made)
    label.setBuddy(made)
    return made


def _plain(words: str, look: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(breakable(words))
    if look:
        label.setProperty("look", look)
    return label
