"""What a file from a colleague would do, before anything is taken."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QWidget

from shadow_app.domain.field_words import field_word
from shadow_app.domain.kinds import KINDS
from shadow_app.domain.observation import Observation
from shadow_app.domain.record import Record
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_receive_preview import Ui_ReceivePreview
from shadow_app.ui.dialog_room import bounded, in_reach
from shadow_app.ui.exchange.values import kind_words, value_of
from shadow_app.ui.exchange.words import key_words, short_id
from shadow_app.ui.plural import tr
from shadow_app.usecases.meeting import Conflict, Looked

translate = QCoreApplication.translate

_LONGEST = 200
_LIKED = QSize(680, 600)
"""Room for some of the tree."""


class ReceivePreview(QDialog):
    """Who packed it and when, what is new, changed, disputed, refused; an unknown laptop is accepted here."""

    def __init__(self, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._seen, self._names = looked.preview, looked.names
        self.form = Ui_ReceivePreview()
        self.form.setupUi(self)
        self._say_who()
        self.form.summary.setText(self._summary())
        self.model = QStandardItemModel(self)
        self._fill()
        self.form.tree.setModel(self.model)
        if self.model.rowCount() == 1 or self._seen.refused or self._seen.conflicts:
            self.form.tree.expand(self.model.index(0, 0))
        self.form.tree.setVisible(bool(self.model.rowCount()))
        if not self._seen.fresh:
            self.form.after.setText(self.tr("Everything in this file is here already; nothing would be taken."))
        self.form.accept.toggled.connect(self._enable)
        self.form.take.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        self._enable()
        in_reach(self)
        if self.model.rowCount():
            bounded(self, self.size().expandedTo(_LIKED))
        (self.form.tree if self._seen.sender.known else self.form.accept).setFocus()

    @property
    def accepted_sender(self) -> bool:
        """Whether somebody has said that the laptop's segments are to be taken from now on."""
        return self._seen.sender.known or self.form.accept.isChecked()

    @property
    def own_team(self) -> bool:
        """Whether the sender is to be taken into one's own team, instead of joining theirs."""
        return self._seen.sender.joins is not None and self.form.mine.isChecked()

    def _say_who(self) -> None:
        form, sender = self.form, self._seen.sender
        who = sender.person or self.tr("somebody without a name")
        title = self.tr("From {who}: {about}").format(who=who, about=self._seen.about or self.tr("everything"))
        self.setWindowTitle(title)
        form.title.setText(title)
        packed = self.tr("Packed on {when} by {laptop}").format(
            when=amounts.clock(sender.made_at), laptop=short_id(sender.device)
        )
        form.who.setText(packed)
        form.key.setText(self.tr("Key {digits}").format(digits=key_words(sender.fingerprint)))
        form.unknown.setVisible(not sender.known)
        words = self.tr(
            "This laptop is unknown here. Ask {who}, by telephone or face to face, for the key of that laptop (it "
            "stands on the page Together) and compare it with the one above."
        ).format(who=who)
        form.unknownWords.setText(words)
        form.join.setText(sender.joins_words)
        form.join.setChecked(True)
        # Whoever works alone may be taken into one's own team; whoever has one is joined, or not received.
        for choice in (form.join, form.mine):
            choice.setVisible(sender.joins is not None and (sender.alone or choice is form.join))

    def _summary(self) -> str:
        seen = self._seen
        parts = [new_words(seen.new, seen.new_count)] if seen.new_count else []
        for number, words in (
            (seen.changed_count, self.tr("{number} changed")),
            (seen.gone, self.tr("{number} erased")),
            (seen.conflict_count, self.tr("{number} written twice")),
            (len(seen.refused), self.tr("{number} refused")),
        ):
            if number:
                parts.append(words.format(number=amounts.whole(number)))
        return "  ·  ".join(parts) or self.tr("Nothing new")

    def _fill(self) -> None:
        seen = self._seen
        # What needs a decision comes first.
        self._group(self.tr("Refused"), [_item(each) for each in seen.refused])
        warnings = [each for each in seen.warnings if each != seen.sender.joins_words]
        self._group(self.tr("To be looked after"), [_item(each) for each in warnings])
        twice = [self._disputed(each) for each in seen.conflicts]
        self._group(self.tr("Written twice: you will be asked"), twice, seen.conflict_count)
        self._group(self.tr("Changed"), self._kinds(seen.changed, seen.changed_count), seen.changed_count)
        self._group(self.tr("New"), self._kinds(seen.new, seen.new_count), seen.new_count)
        if seen.gone:
            words = self.tr("Erased for good: {number}").format(number=amounts.whole(seen.gone))
            self.model.appendRow(_item(words))

    def _group(self, title: str, items: Sequence[QStandardItem], count: int | None = None) -> None:
        if items:
            group = _item(f"{title} ({amounts.whole(len(items) if count is None else count)})")
            for item in items:
                group.appendRow(item)
            self.model.appendRow(group)

    def _kinds(self, records: Sequence[Record], count: int) -> list[QStandardItem]:
        """Notes before everything else, which is there for their sake; of many only the first stand there."""
        by_kind: dict[type[Record], list[Record]] = {}
        for record in records:
            by_kind.setdefault(type(record), []).append(record)
        groups = []
        for kind in sorted(by_kind, key=lambda kind: (kind is not Observation, KINDS.index(kind))):
            group = _item(f"{kind_words(kind)} ({amounts.whole(len(by_kind[kind]))})")
            for each in by_kind[kind]:
                group.appendRow(_item(self._called(each)))
            groups.append(group)
        if (rest := count - len(records)) > 0:
            groups.append(_item(self.tr("… and {rest} more").format(rest=amounts.whole(rest))))
        return groups

    def _called(self, record: Record) -> str:
        words = self._names.get(record.id, "") or kind_words(type(record))
        return self.tr("{words} (removed)").format(words=words) if record.removed else words

    def _disputed(self, conflict: Conflict) -> QStandardItem:
        about = self._named(conflict.record_id) or kind_words(conflict.kind)
        item = _item(f"{about}: {field_word(conflict.field)}")
        somebody = self.tr("somebody")
        for claim in conflict.claims:
            value = value_of(conflict.kind, conflict.field, claim.value, self._names)
            item.appendRow(_item(f"{claim.author or somebody}: {value}"))
        return item

    def _named(self, record_id: UUID) -> str:
        return self._names.get(record_id, "")

    def _enable(self) -> None:
        self.form.take.setEnabled(bool(self._seen.fresh) and self.accepted_sender)


def new_words(shown: Sequence[Record], count: int) -> str:
    """ "34 notes and 40 other records new"; of very many only how many."""
    notes = sum(isinstance(each, Observation) for each in shown)
    others = len(shown) - notes
    if count > len(shown):
        return tr("%Ln record(s) new", "", count)
    if not notes:
        return translate("ReceivePreview", "{number} new").format(number=amounts.whole(others))
    if not others:
        return tr("%Ln note(s) new", "", notes)
    words = tr("{notes} and %Ln other record(s) new", "", others)
    return words.format(notes=amounts.notes(notes))


def _item(words: str) -> QStandardItem:
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    made = QStandardItem(shown)
    made.setEditable(False)
    made.setData(words, Qt.ItemDataRole.AccessibleTextRole)
    return made
