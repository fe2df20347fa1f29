"""Step 3: notes with the same cause become one pain point of their service (`design.md` §4)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.pain_point import PainPoint
from shadow_app.ui.any_index import AnyIndex
from shadow_app.ui.debrief.state import DebriefState
from shadow_app.ui.debrief.step import DebriefWork, Nothing, Step
from shadow_app.ui.elided_label import ElidedLabel
from shadow_app.ui.icons import pixmap
from shadow_app.ui.theme import Theme
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.grouping import Grouped, Grouping

translate = QCoreApplication.translate

Key = tuple[UUID, UUID]
"""(note, service): a note of two services stands in the list twice."""


class NoteList(QListView):
    """Space chooses, Shift and Ctrl choose several, Enter goes to the cause, Delete takes notes out."""

    def __init__(self, step: CausesStep) -> None:
        super().__init__()
        self._step = step
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Notes by service"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The step's keys first."""
        key, plain_key = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain_key and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step.cause.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif plain_key and key == Qt.Key.Key_Delete:
            self._step.take_out()
        elif plain_key and key == Qt.Key.Key_Space:
            toggle = QItemSelectionModel.SelectionFlag.Toggle
            self.selectionModel().select(self.currentIndex(), toggle)
        elif plain_key and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # Walking keeps what is chosen, so that notes far apart are put together without a mouse.
            row = self.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            to = self.model().index(max(0, min(self.model().rowCount() - 1, row)), 0)
            self.selectionModel().setCurrentIndex(to, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            super().keyPressEvent(event)


class CauseDelegate(TwoLineDelegate):
    """A tick on what is chosen, and a ring around where the keys are: the two may be apart."""

    def __init__(self, theme: Theme, parent: QListView) -> None:
        super().__init__(theme, parent)
        self._look = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        super().paint(painter, option, index)
        tokens, px = self._look.tokens, self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            left = option.rect.left() + px(14) if mirrored else option.rect.right() - px(32)
            painter.drawPixmap(left, option.rect.center().y() - px(9), pixmap("check", tokens.accent, px(18), 2.0))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 8, 8)
        painter.restore()


class CausesStep(Step):
    """Choose the notes of one service, then say the cause: one that is known, or a new one in a few words."""

    def __init__(self, work: DebriefWork) -> None:
        super().__init__(
            work,
            translate("Debrief", "Same cause"),
            translate(
                "Debrief",
                "Choose notes that have one cause (Space), press Enter and say what it is. Delete takes a note out.",
            ),
        )
        self._state: DebriefState | None = None
        self._known: dict[str, PainPoint] = {}
        self.model = TwoLineModel(self)
        self.list = NoteList(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CauseDelegate(self.desk.theme, self.list))
        self.cause = self._make_cause()
        self.join = QPushButton(self.tr("Put together"))
        self.join.setProperty("look", "primary")
        self.out = QPushButton(self.tr("Take out"))
        self.chosen = ElidedLabel()
        self.chosen.setProperty("look", "muted")
        self.nothing = Nothing(
            self.tr("No note about lost time names a service yet, so there is nothing to put together."),
            self.tr("Go on to reading it back"),
            self.work.go_on.emit,
        )
        self._place()
        self._add_actions()
        self.list.selectionModel().selectionChanged.connect(lambda _now, _before: self._show_chosen())

    def show_state(self, state: DebriefState) -> None:
        """Show notes and causes; what is chosen stays chosen."""
        self._state = state
        chosen = self._keys()
        current = self.list.currentIndex()
        held = self.model.entry(current).key if current.isValid() else None
        self.model.show_entries([self._entry(state, row, service_id) for row, service_id in state.to_group])
        selection = self.list.selectionModel()
        for key in chosen:
            at = self.model.index_of(key)
            if at.isValid():
                selection.select(at, QItemSelectionModel.SelectionFlag.Select)
        place = self.model.index_of(held) if held is not None else self.model.index(0, 0)
        selection.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        some = bool(self.model.rowCount())
        for widget in (self.list, self.cause, self.join, self.out, self.chosen):
            widget.setVisible(some)
        self.nothing.setVisible(not some)
        self._show_chosen()

    def still_open(self, state: DebriefState) -> str:
        """How many have no cause yet."""
        count = state.not_grouped
        return self.tr("%n note(s) not sorted yet", "", count) if count else ""

    def done_words(self, state: DebriefState) -> str:
        """All sorted."""
        return self.tr("every note has its cause") if state.to_group else self.tr("nothing to sort")

    def enter(self) -> None:
        """The list, at the first note without a cause."""
        if not self.model.rowCount():
            self.nothing.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        state = self._state
        pairs = () if state is None else state.to_group
        if state is not None and not self._keys():
            loose = [place for place, pair in enumerate(pairs) if state.group_of(*pair) is None]
            at = self.model.index(loose[0] if loose else 0, 0)
            self.list.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_together(self) -> None:
        """The chosen notes have the cause that is in the line."""
        service_id, note_ids = self._chosen_service(), [note_id for note_id, _ in self._wanted()]
        title = " ".join(self.cause.currentText().split())
        if service_id is None:
            self.desk.guide.complain(self.tr("A cause belongs to one service; choose notes of one service only."))
            return
        if not title:
            self.cause.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        grouping, known = self.desk.shadow.grouping, self._known.get(title.casefold())

        def work() -> None:
            if known is None:
                grouping.make(service_id, title, note_ids)
            else:
                grouping.add(known.id, note_ids)

        self.work.write(work, lambda _none: self._joined())

    def take_out(self) -> None:
        """The chosen notes have another cause."""
        state = self._state
        if state is None:
            return
        rows = {row.note.id: row for row in state.rows}
        pairs: list[tuple[UUID, UUID]] = []
        for note_id, service_id in self._wanted():
            group = state.group_of(rows[note_id], service_id)
            if group is not None:
                pairs.append((group.pain_point.id, note_id))
        if pairs:
            grouping = self.desk.shadow.grouping
            self.work.write(lambda: _take_out(grouping, pairs))

    def _make_cause(self) -> QComboBox:
        """A line that takes any words and completes those of the service's pain points."""
        cause = QComboBox()
        cause.setEditable(True)
        cause.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        cause.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        cause.setMinimumContentsLength(8)
        cause.setAccessibleName(self.tr("The cause"))
        line, completer = cause.lineEdit(), cause.completer()
        assert line is not None
        line.setPlaceholderText(self.tr("What goes wrong? Choose, or type a new one"))
        line.setMaxLength(200)
        line.returnPressed.connect(self.put_together)
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        return cause

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.cause, 1)
        row.addWidget(self.join)
        row.addWidget(self.out)
        column.addWidget(self.chosen)
        column.addLayout(row)
        column.addStretch(0)

    def _add_actions(self) -> None:
        add = self.desk.actions.add
        add(self, self.tr("Say the cause of the chosen notes"), self.cause.setFocus, "Ctrl+G")
        add(self, self.tr("Put the chosen notes together"), self.put_together, "", self.join)
        add(self, self.tr("Take the chosen notes out of their pain point"), self.take_out, "Ctrl+Shift+G", self.out)

    def _entry(self, state: DebriefState, row: TimelineNote, service_id: UUID) -> TwoLines:
        group = state.group_of(row, service_id)
        where = self.tr("not sorted yet") if group is None else self._group_words(group)
        words = " ".join(row.note.text.split())
        return TwoLines((row.note.id, service_id), words, f"{state.names[service_id]}  ·  {where}")

    def _group_words(self, group: Grouped) -> str:
        notes = self.tr("%n note(s)", "", group.notes)
        return self.tr("“{title}” ({notes})").format(title=group.pain_point.title, notes=notes)

    def _keys(self) -> list[Key]:
        return [self._key(index.row()) for index in self.list.selectionModel().selectedIndexes()]

    def _key(self, row: int) -> Key:
        key = self.model.entry(self.model.index(row, 0)).key
        assert isinstance(key, tuple)
        return key

    def _wanted(self) -> list[Key]:
        """What is chosen, else the note under the cursor."""
        current = self.list.currentIndex()
        return self._keys() or ([self._key(current.row())] if current.isValid() else [])

    def _chosen_service(self) -> UUID | None:
        services = {service_id for _, service_id in self._wanted()}
        return services.pop() if len(services) == 1 else None

    def _show_chosen(self) -> None:
        state, service_id = self._state, self._chosen_service()
        known: Sequence[Grouped] = () if state is None or service_id is None else state.pain_points.get(service_id, ())
        titles = {each.pain_point.title.casefold(): each.pain_point for each in known}
        if titles != self._known:
            self._known = titles
            typed = self.cause.currentText()
            self.cause.clear()
            self.cause.addItems([each.pain_point.title for each in known])
            self.cause.setCurrentIndex(-1)
            self.cause.setEditText(typed)
        count = len(self._keys())
        service = "" if state is None or service_id is None else state.names.get(service_id, "")
        if count:
            self.chosen.setText(self.tr("%n note(s) chosen", "", count) + (f"  ·  {service}" if service else ""))
        else:
            self.chosen.setText(service)

    def _joined(self) -> None:
        self.list.clearSelection()
        self.cause.setEditText("")
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _take_out(grouping: Grouping, pairs: Sequence[tuple[UUID, UUID]]) -> None:
    for pain_point_id, note_id in pairs:
        grouping.take_out(pain_point_id, note_id)
