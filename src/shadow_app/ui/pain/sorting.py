"""Putting notes together and taking them apart again: new, add, merge, split off, bring back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from shadow_app.domain.errors import Refused
from shadow_app.domain.pain_point import PainPoint
from shadow_app.ui import amounts
from shadow_app.ui.desk import Desk
from shadow_app.ui.evidence_list import head
from shadow_app.ui.pain.verbs import PainVerbs
from shadow_app.ui.questions import Ask
from shadow_app.ui.questions_dialog import Values
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainRow, PainScene

_TITLE, _SHOWN = 80, 140
"""Characters: of a note's words offered as title, and shown in a list."""


class PainSorting(QObject):
    """Asks, then calls the grouping; each is one step that Ctrl+Z takes back."""

    def __init__(self, desk: Desk, verbs: PainVerbs) -> None:
        super().__init__(verbs)
        self._desk, self._verbs = desk, verbs

    def make(self, service_id: UUID, service: str, notes: Sequence[Witness]) -> None:
        """A new pain point of these notes."""
        grouping = self._desk.shadow.grouping
        note_ids = [each.note.note.id for each in notes]
        self._verbs.ask(
            self.tr("New pain point"),
            [Ask("title", self.tr("&What goes wrong"), _title(notes), hint=self.tr("in a few words"))],
            lambda values: grouping.make(service_id, values["title"], note_ids),
            self.tr("Made. Next: decide."),
            words=self.tr("{service}, made of {notes}.").format(service=service, notes=amounts.notes(len(notes))),
            button=self.tr("Make it"),
            then=_id_of,
        )

    def add(self, rows: Sequence[PainRow], notes: Sequence[Witness]) -> None:
        """These notes belong to a pain point that exists; `rows` are those of their service."""
        grouping = self._desk.shadow.grouping
        note_ids = [each.note.note.id for each in notes]
        known = tuple((row.id, row.title) for row in rows if row.id is not None)
        if not known:
            self._desk.guide.complain(
                self.tr("This service has no pain point yet: press N to make the first of these notes.")
            )
            return

        def keep(values: Values) -> UUID:
            pain_point_id: UUID = values["into"]
            grouping.add(pain_point_id, note_ids)
            return pain_point_id

        self._verbs.ask(
            self.tr("Put the notes into"),
            [Ask("into", self.tr("&Pain point"), known[0][0], "pick", known)],
            keep,
            self.tr("Put together."),
            words=amounts.notes(len(notes)),
            then=lambda given: given,
        )

    def merge(self, rows: Sequence[PainRow], chosen: Sequence[PainRow]) -> None:
        """Make one of several; `chosen` come ticked, the first of them stays."""
        grouping, first = self._desk.shadow.grouping, chosen[0]
        marked = {row.id for row in chosen[1:]}
        near = [row for row in rows if row.id is not None and (row.service_id == first.service_id or row.id in marked)]
        options = tuple((row.id, _named(row, first)) for row in near)
        if len(options) < 2:
            words = self.tr("{service} has no other pain point that could be merged with this one.")
            self._desk.guide.complain(words.format(service=first.service))
            return

        def keep(values: Values) -> PainPoint:
            into = values["into"]
            others = [each for each in values["ids"] if each != into]
            if not others:
                raise Refused(self.tr("Tick at least one other pain point: two are needed to make one."))
            return grouping.merge(into, others)

        self._verbs.ask(
            self.tr("Merge pain points"),
            [
                Ask("ids", self.tr("&Make one of"), (first.id, *marked), "ticks", options),
                Ask("into", self.tr("&The one that stays"), first.id, "pick", options),
            ],
            keep,
            self.tr("Merged; it can be split again."),
            words=self.tr("Their notes move to the one that stays. Space ticks."),
            button=self.tr("Merge"),
            then=_id_of,
        )

    def split(self, scene: PainScene, chosen: Sequence[UUID]) -> None:
        """A new pain point of some of its notes, or one that was merged into it as it was."""
        grouping, pain_point_id = self._desk.shadow.grouping, scene.pain_point.id
        options = tuple((each.note.note.id, _note_words(each)) for each in scene.witnesses)
        if len(options) < 2:
            self._desk.guide.complain(
                self.tr("There is nothing to split off: fewer than two notes stand behind this pain point.")
            )
            return
        marked = [each for each in scene.witnesses if each.note.note.id in chosen]
        self._verbs.ask(
            self.tr("Split off from “{title}”").format(title=scene.pain_point.title),
            [
                Ask("title", self.tr("&What goes wrong there"), _title(marked), hint=self.tr("in a few words")),
                Ask("note_ids", self.tr("&Notes"), tuple(chosen), "ticks", options),
            ],
            lambda values: grouping.split(pain_point_id, values["title"], values["note_ids"]),
            self.tr("Split off."),
            words=self.tr("The ticked notes leave and become a pain point of their own. Space ticks."),
            button=self.tr("Split off"),
            then=_id_of,
        )

    def bring_back(self, scene: PainScene) -> None:
        """Undo a merge, however long ago."""
        grouping = self._desk.shadow.grouping
        options = tuple((each.id, each.title) for each in scene.merged)
        if not options:
            self._desk.guide.complain(self.tr("Nothing was merged into this pain point, so nothing can come back."))
            return
        self._verbs.ask(
            self.tr("Bring a merged pain point back"),
            [Ask("back", self.tr("&Pain point"), options[0][0], "pick", options)],
            lambda values: grouping.unmerge(values["back"]),
            self.tr("It is back, with the notes that it had."),
            button=self.tr("Bring it back"),
            then=_id_of,
        )


def _id_of(given: object) -> UUID | None:
    return given.id if isinstance(given, PainPoint) else None


def _title(notes: Sequence[Witness]) -> str:
    """The first note's words, as something to begin with."""
    words = " ".join(notes[0].note.note.text.split()) if notes else ""
    return words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0]


def _named(row: PainRow, first: PainRow) -> str:
    return row.title if row.service_id == first.service_id else f"{row.title} ({row.service})"


def _note_words(witness: Witness) -> str:
    words = " ".join(witness.note.note.text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
    return f"{shown}\n{head(witness)}"
