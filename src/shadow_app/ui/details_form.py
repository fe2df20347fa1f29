"""The form of the details panel: what Qt Designer drew, and the rows of answers that it cannot draw."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QWidget

from shadow_app.domain.vocabulary import BusinessDamage, Evidence, Kind, MinutesSource, Scope, TimeToDamage, Workaround
from shadow_app.ui._compiled.ui_details_panel import Ui_DetailsPanel
from shadow_app.ui.dates import SMALL, local_pattern
from shadow_app.ui.note_fields import (
    NoteField,
    choice_field,
    line_field,
    minutes_field,
    number_field,
    segments_field,
    tick_field,
    when_field,
    words_field,
)
from shadow_app.ui.note_view import kind_word
from shadow_app.ui.scale_words import damage_word, scope_word, time_word, workaround_word
from shadow_app.ui.segments import Segments
from shadow_app.ui.spin_text import indented

translate = QCoreApplication.translate


class DetailsForm(Ui_DetailsPanel):
    """The widgets of the panel, and which field of a note each of them edits."""

    def __init__(self, panel: QFrame) -> None:
        Ui_DetailsPanel.setupUi(self, panel)
        self.whole.setStretch(self.whole.indexOf(self.scroll), 1)
        self._make_segments()
        self._place()
        self._fill()

    def note_fields(self) -> list[NoteField]:
        """The fields in reading order."""
        return [
            words_field("text", self.text),
            segments_field("business_damage", self.damage),
            segments_field("time_to_damage", self.time),
            when_field(self.when),
            choice_field("kind", self.kind),
            choice_field("role_id", self.role),
            minutes_field(self.minutes),
            segments_field("minutes_source", self.source),
            number_field("count", self.count),
            number_field("people_stopped", self.people),
            segments_field("note_scope", self.scope),
            segments_field("workaround", self.workaround),
            segments_field("evidence", self.evidence),
            segments_field("reported_to_desk", self.reported),
            line_field("why_not_reported", self.whyNot),
            line_field("ticket_ref", self.ticket),
            words_field("quote", self.quote),
            words_field("consequence", self.consequence),
            words_field("interpretation", self.interpretation),
            line_field("after_change", self.change),
            tick_field("surprise", self.surprise),
        ]

    def order(self, photos: Sequence[QWidget], services: Sequence[QWidget]) -> None:
        """Let Tab follow the eye: Qt would go by the order in which things were made."""
        by_name = {field.name: field.widget for field in self.note_fields()}
        first = [by_name.pop(name) for name in ("text", "business_damage", "time_to_damage")]
        stops = [first[0], *photos, *first[1:], *services, *by_name.values()]
        widgets = [each for stop in stops for each in (stop.buttons if isinstance(stop, Segments) else [stop])]
        for before, after in pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def _make_segments(self) -> None:
        self.damage = Segments(
            translate("DetailsPanel", "Damage to the business"),
            [(each, str(int(each)), f"{int(each)}: {damage_word(each)}") for each in BusinessDamage],
            may_be_open=True,
        )
        self.time = Segments(
            translate("DetailsPanel", "Harm comes"),
            [(each, time_word(each), "") for each in TimeToDamage],
            may_be_open=True,
        )
        workarounds = [(each, workaround_word(each), "") for each in Workaround]
        self.workaround = Segments(translate("DetailsPanel", "Workaround"), workarounds, may_be_open=True, look="")
        self.scope = Segments(
            translate("DetailsPanel", "Hits"),
            [(each, scope_word(each), "") for each in Scope],
            may_be_open=False,
            look="",
        )
        source = [
            (MinutesSource.TIMED, translate("DetailsPanel", "timed"), ""),
            (MinutesSource.ESTIMATED, translate("DetailsPanel", "estimated"), ""),
        ]
        self.source = Segments(translate("DetailsPanel", "Time lost is"), source, may_be_open=False, look="")
        evidence = [
            (Evidence.SEEN, translate("DetailsPanel", "seen"), ""),
            (Evidence.TOLD, translate("DetailsPanel", "told"), ""),
        ]
        self.evidence = Segments(translate("DetailsPanel", "Evidence"), evidence, may_be_open=False, look="")
        reported = [(True, translate("DetailsPanel", "yes"), ""), (False, translate("DetailsPanel", "no"), "")]
        self.reported = Segments(
            translate("DetailsPanel", "Reported to the service desk"), reported, may_be_open=True, look=""
        )

    def _place(self) -> None:
        places = (
            (self.damageSlot, self.damage),
            (self.timeSlot, self.time),
            (self.sourceSlot, self.source),
            (self.scopeSlot, self.scope),
            (self.workaroundSlot, self.workaround),
            (self.evidenceSlot, self.evidence),
            (self.reportedSlot, self.reported),
        )
        for slot, widget in places:
            slot.addWidget(widget)

    def _fill(self) -> None:
        for box in (self.count, self.people, self.when):
            indented(box)
        # In right-to-left writing Qt would swap the hour and the minute.
        self.when.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.when.setDisplayFormat(f"{local_pattern(SMALL)}  HH:mm")
        for kind in Kind:
            self.kind.addItem(kind_word(kind), kind)
