"""Everything that is known about one note, and where it is changed (`design.md` §3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QFrame, QWidget

from shadow_app.domain.listing import TimelineNote
from shadow_app.domain.vocabulary import BusinessDamage, Kind
from shadow_app.ui.capture import pictures
from shadow_app.ui.details_form import DetailsForm
from shadow_app.ui.icons import KIND_ICONS, icon
from shadow_app.ui.names import Names
from shadow_app.ui.note_fields import (
    NoteField,
    NotUnderstood,
)
from shadow_app.ui.photo_box import AskImage, PhotoBox
from shadow_app.ui.scale_words import damage_word
from shadow_app.ui.service_box import ServiceBox, Suggested
from shadow_app.ui.theme import Theme
from shadow_app.ui.voice.box import VoiceBox

WIDTH = 340


class DetailsPanel(QFrame):
    """Shows a note and emits what a person changes, field by field, when a field is left."""

    edited = Signal(object, object)
    """(note id, {field of Observation: value})"""
    tag_asked = Signal(object, object)
    untag_asked = Signal(object, object)
    photos_offered = Signal(object, list)
    """(note id, pictures as bytes)"""
    photo_file_asked = Signal(object)
    photo_removal_asked = Signal(object)
    photo_cover_asked = Signal(object, object)
    removal_asked = Signal(object)
    history_asked = Signal(object)
    not_understood = Signal(str)
    hide_asked = Signal()
    left = Signal()
    """Esc: the line wants the focus back."""

    def __init__(self, theme: Theme, ask_image: AskImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: TimelineNote | None = None
        self._stored: TimelineNote | None = None
        """The note as it was told last; `_shown` runs ahead by what is being written."""
        self.form = DetailsForm(self)
        self.setAccessibleName(self.tr("Details of the note"))
        self.photos = PhotoBox(theme, ask_image)
        self.voices = VoiceBox(theme)
        self.services = ServiceBox(theme)
        self.form.photoSlot.addWidget(self.photos)
        self.form.photoSlot.addWidget(self.voices)
        self.form.serviceSlot.addWidget(self.services)
        self.fields = self.form.note_fields()
        photos = (self.photos.add, self.photos.next, self.photos.cover, self.photos.off)
        self.form.order(photos, (self.services.line,))
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_note(None)

    @property
    def note_id(self) -> UUID | None:
        """The note that is shown."""
        return None if self._shown is None else self._shown.note.id

    def use_names(self, names: Names) -> None:
        """The catalogue's services and roles."""
        self.services.use_catalogue([(key, name) for key, name in names.services.items()])
        role = self.form.role
        role.clear()
        role.addItem(self.tr("not said"), None)
        for role_id, name in sorted(names.roles.items(), key=lambda pair: pair[1].casefold()):
            role.addItem(name, role_id)
        if self._shown is not None:
            self._field("role_id").show(self._shown.note)

    def show_note(self, shown: TimelineNote | None, number: int = 0) -> None:
        """Show a note, or its next version; a field that is being edited keeps what is typed."""
        before = self._shown
        if before is not None and (shown is None or before.note.id != shown.note.id):
            self.commit()
        self._shown = self._stored = shown
        self.form.scroll.setVisible(shown is not None)
        self.form.nothing.setVisible(shown is None)
        for button in (self.form.history, self.form.remove):
            button.setEnabled(shown is not None)
        if shown is None:
            self.form.heading.setText(self.tr("NOTE"))
            return
        same = before is not None and before.note.id == shown.note.id
        if not same:
            self.services.show_suggested(())
            self.form.scroll.verticalScrollBar().setValue(0)
        for field in self.fields:
            if not (same and before is not None and self._being_edited(field, before)):
                field.show(shown.note)
        self.services.show_services(list(zip(shown.service_ids, shown.services, strict=True)))
        self.photos.show_pictures(shown.pictures)
        self.voices.show_voices(shown.voices)
        self.form.heading.setText(
            self.tr("OBSERVATION {n} · {time}").format(n=number, time=f"{shown.note.local_time:%H:%M}")
        )
        self._show_dependent()

    def show_suggested(self, suggested: Sequence[Suggested]) -> None:
        """Services that the note may be about."""
        self.services.show_suggested(suggested)

    def put_back(self, note_id: UUID) -> None:
        """A change was not taken: show what is stored."""
        if self._stored is not None and self._stored.note.id == note_id:
            self._shown = self._stored
            for field in self.fields:
                field.show(self._stored.note)
            self._show_dependent()

    def commit(self) -> None:
        """Hand over whatever was changed and not left yet."""
        for field in self.fields:
            self._leave(field)

    def focus_text(self) -> None:
        """Go to the first field."""
        self.form.text.moveCursor(QTextCursor.MoveOperation.End)
        self.form.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture pasted anywhere in the form is a photo; the wheel scrolls the form and never turns a number."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, (QAbstractSpinBox, QComboBox)):
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste) and self._paste_photo():
                return True
            if event.key() == Qt.Key.Key_Escape and not self.services.choosing:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The photo follows the width."""
        super().resizeEvent(event)
        self.photos.fit(self.photos.width())

    def _connect(self) -> None:
        form = self.form
        for field in self.fields:
            field.leave(partial(self._leave, field))
        form.history.clicked.connect(lambda: self.history_asked.emit(self.note_id))
        form.remove.clicked.connect(lambda: self.removal_asked.emit(self.note_id))
        form.hide.clicked.connect(self.hide_asked)
        self.services.added.connect(lambda service_id: self.tag_asked.emit(self.note_id, service_id))
        self.services.removed.connect(lambda service_id: self.untag_asked.emit(self.note_id, service_id))
        self.services.not_found.connect(self._no_service)
        self.photos.add_asked.connect(lambda: self.photo_file_asked.emit(self.note_id))
        self.photos.removal_asked.connect(self.photo_removal_asked)
        self.photos.cover_asked.connect(self.photo_cover_asked)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)

    def _leave(self, field: NoteField) -> None:
        if self._shown is None:
            return
        try:
            change = field.change(self._shown.note)
        except NotUnderstood:
            field.show(self._shown.note)
            self.not_understood.emit(self._complaint(field.name))
            return
        if change:
            # At once, or leaving the field a second time before the news has come would write it twice.
            note_id = self._shown.note.id
            self._shown = replace(self._shown, note=self._shown.note.edited(**change))
            field.show(self._shown.note)
            self._show_dependent()
            self.edited.emit(note_id, change)

    def _complaint(self, name: str) -> str:
        if name == "text":
            return self.tr("A note needs words. To take it away altogether, remove the note.")
        return self.tr("That is no length of time; write it as 6 min, 1h30 or 90s.")

    def _no_service(self, typed: str) -> None:
        self.not_understood.emit(
            self.tr("No single service is called “{name}”; choose one of the list.").format(name=typed)
        )

    def _show_dependent(self) -> None:
        damage: BusinessDamage | None = self.form.damage.value
        self.form.damageWords.setText(self.tr("not graded") if damage is None else damage_word(damage))
        self.form.whyNot.setVisible(self.form.reported.value is False)
        self.form.ticket.setVisible(self.form.reported.value is True)

    def _being_edited(self, field: NoteField, before: TimelineNote) -> bool:
        if not field.widget.hasFocus():
            return False
        try:
            return bool(field.change(before.note))
        except NotUnderstood:
            return True

    def _field(self, name: str) -> NoteField:
        return next(field for field in self.fields if field.name == name)

    def _paste_photo(self) -> bool:
        mime = QGuiApplication.clipboard().mimeData()
        if self.note_id is None or mime is None or not pictures.carried(mime):
            return False
        try:
            self.photos_offered.emit(self.note_id, list(pictures.taken(mime)))
        except pictures.UnreadablePicture as error:
            self.not_understood.emit(str(error))
        return True

    def _dress(self) -> None:
        tokens, px = self._theme.tokens, self._theme.px
        # Reads as a heading until somebody goes there to change it.
        self.form.text.setStyleSheet(
            f"QPlainTextEdit {{ font-size: {px(16)}px; font-weight: 600; background: transparent;"
            f" border: 1px solid transparent; padding: 4px 2px; }}"
            f"QPlainTextEdit:hover {{ border-color: {tokens.border}; }}"
            f"QPlainTextEdit:focus {{ border-color: {tokens.accent}; }}"
        )
        size = px(18)
        for button, name in (
            (self.form.history, "history"),
            (self.form.remove, "trash-2"),
            (self.form.hide, "panel-right"),
        ):
            button.setIcon(icon(name, tokens.muted, size))
            button.setIconSize(QSize(size, size))
        for place, kind in enumerate(Kind):
            self.form.kind.setItemIcon(place, icon(KIND_ICONS[kind], tokens.kinds[kind].fore, px(16)))
