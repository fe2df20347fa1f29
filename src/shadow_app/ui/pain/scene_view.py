"""Everything that is known of one pain point, section under section, in plain words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from shadow_app.insight.standing import Standing
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_pain_scene import Ui_PainScene
from shadow_app.ui.button_row import in_a_row
from shadow_app.ui.desk import Desk
from shadow_app.ui.evidence_list import EvidenceModel
from shadow_app.ui.figure_view import FigureView
from shadow_app.ui.flow_layout import FlowLayout
from shadow_app.ui.letters import breakable, leading
from shadow_app.ui.pain import facts as pain_facts
from shadow_app.ui.pain import records as pain_records
from shadow_app.ui.pain.lines import PainLine, PainLines
from shadow_app.ui.pain.notes import make_tickable, ticked
from shadow_app.ui.pain.photos import PainPhotos
from shadow_app.ui.pain.six import SixPanel
from shadow_app.ui.pain.trend import draw_trend, trend_sentence
from shadow_app.ui.pain.verbs import PainVerbs
from shadow_app.ui.pain.words import decision_words, lane_pill, lane_sentence, standing_word
from shadow_app.usecases.evidence import Witness
from shadow_app.usecases.pain_desk import PainScene

_FOUR_TILES, _NOTES = 700, 330
"""Widths and heights before scaling: four tiles in a row, the list of notes."""

_MOST_MEASURED = 20


class PainSceneView(QWidget):
    """Shows a scene; knows no use case. What somebody wants to do goes to the verbs."""

    visit_wanted = Signal(object)
    """The id of the visit of a note."""
    review_wanted = Signal(object)
    """The id of a note."""
    working_wanted = Signal()
    """Somebody wants to see the sum."""
    sum_shown = Signal(object)
    """What was asked for stands there: the widget, to be brought into view."""

    def __init__(self, desk: Desk, verbs: PainVerbs) -> None:
        super().__init__()
        self._theme, self._verbs = desk.theme, verbs
        self.scene: PainScene | None = None
        self._witnesses: tuple[Witness, ...] = ()
        self._sum_wanted = False
        self.late_sites: frozenset[UUID] = frozenset()
        """Sites that have waited too long for a word."""
        self.form = Ui_PainScene()
        self.form.setupUi(self)
        form = self.form
        in_a_row(
            form.doing, form.decide, form.promise, form.tellSite, form.tellDesk, form.edit,
            form.follow, form.merge, form.split, form.close, form.history,
        )  # fmt: skip
        self.notes = EvidenceModel(self)
        make_tickable(form.notes, self.notes, desk.theme)
        self.six = SixPanel(form, self._answer, self)
        self.promises = _lines(form.promiseSlot, self.tr("Promises"))
        self.sites = _lines(form.siteSlot, self.tr("Sites that were told"))
        self.desk_told = _lines(form.deskSlot, self.tr("What the service desk was told"))
        self.follow_ups = _lines(form.followSlot, self.tr("Changes that were followed up"))
        self.trend = FigureView(desk.theme)
        form.trendSlot.addWidget(self.trend)
        self.photos = PainPhotos(desk)
        flow = FlowLayout(form.photos)
        flow.addWidget(self.photos)
        self.photos.visit_wanted.connect(self.visit_wanted)
        form.notes.activated.connect(self._open_note)
        form.unownedDo.clicked.connect(lambda: self._with(lambda scene: verbs.edit(scene, "engagement_owner")))
        form.againDo.clicked.connect(lambda: self._with(verbs.reopen))
        form.working.toggled.connect(self._toggle_working)
        form.sumBox.hide()
        desk.theme.changed.connect(self._grow)
        self._grow()

    def show_scene(self, scene: PainScene, today: date) -> None:
        """Show one pain point; the same again keeps what is open."""
        same = self.scene is not None and self.scene.pain_point.id == scene.pain_point.id
        self.scene = scene
        if not same:
            self.form.working.setChecked(False)
        elif self.form.working.isChecked():
            self.working_wanted.emit()
        self._show_head(scene)
        self._show_tiles(scene)
        self.six.show_scene(scene)
        self.form.sixCardTitle.setText(
            self.tr("SIX QUESTIONS · {number} OF 6 ANSWERED").format(number=self.six.answered)
        )
        self._show_records(scene, today)
        self._show_evidence(scene)
        changed = min((each.follow_up.changed_on for each in scene.follow_ups), default=None)
        self.trend.show_figure(draw_trend(scene.trend, changed), pickable=False)
        self.form.trendWords.setText(trend_sentence(scene.trend))
        _say(self.form.silenceWords, pain_facts.silence_sentence(scene.silence))
        _say(self.form.silenceWhy, pain_facts.silence_reasons(scene.silence))
        _say(self.form.waitWords, pain_facts.waits_sentence(scene.waits))
        self._put_in_reading_order()

    def _put_in_reading_order(self) -> None:
        """What is made later would come last of the whole window."""
        form = self.form
        order: list[QWidget] = [form.decide, form.promise, form.tellSite, form.tellDesk, form.edit, form.follow]
        order += [form.merge, form.split, form.close, form.history, form.unownedDo, form.againDo]
        order += [form.damageDo, form.timeDo, form.untilDo, form.effortDo, form.whoDo, form.deskDo]
        order += [*self.promises.buttons, *self.sites.buttons, *self.desk_told.buttons, *self.photos.buttons]
        order += [form.notes, *self.follow_ups.buttons, form.working]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def show_sum(self, words: str) -> None:
        """The sum, once it has been worked out."""
        self.form.sum.setText(words)
        if self.form.working.isChecked() and self._sum_wanted:
            # Laid out first, or it would be brought into view as tall as it was.
            self._sum_wanted = False
            QTimer.singleShot(0, lambda: self.sum_shown.emit(self.form.sumBox))

    def chosen_notes(self) -> tuple[UUID, ...]:
        """The notes that are ticked."""
        return ticked(self.form.notes, self.notes)

    def current(self) -> Witness | None:
        """The note where the keyboard is."""
        index = self.form.notes.currentIndex()
        return self.notes.witness(index) if index.isValid() else None

    def _show_head(self, scene: PainScene) -> None:
        form, row = self.form, scene.row
        where = "  ·  ".join((row.service, standing_word(row.standing, row.choice)))
        form.kicker.setText(breakable(where.upper()))
        form.title.setText(breakable(scene.pain_point.title))
        _say(form.consequence, "\n".join(scene.consequences[:3]))
        stake = self.tr("At stake: {words}").format(words=scene.stake) if scene.stake else ""
        mends = self.tr("Mended by {team}.").format(team=scene.fixing_team) if scene.fixing_team else ""
        _say(form.stake, "\n".join(part for part in (stake, mends) if part))
        closed = row.standing is Standing.CLOSED
        form.unowned.setVisible(not row.owner and not closed)
        form.again.setVisible(row.standing in (Standing.CLOSED, Standing.REOPENED))
        form.againWords.setText(
            self.tr("Closed: {why}").format(why=scene.pain_point.closed_why or self.tr("nobody said why"))
            if closed
            else self.tr("It was closed, and has been seen again since.")
        )
        form.close.setText(self.tr("Re-open") if scene.pain_point.closed_on else self.tr("Close"))

    def _show_tiles(self, scene: PainScene) -> None:
        form, row = self.form, scene.row
        form.hoursValue.setText(self.tr("{hours} h").format(hours=amounts.hours(row.hours)))
        _say(form.hoursNote, pain_facts.hours_note(scene))
        form.moneyValue.setText(amounts.money(row.cost, row.currency) if row.cost > 0 else "–")
        form.moneyNote.setText(
            self.tr("at what an hour costs") if row.cost > 0 else self.tr("no price of an hour is known")
        )
        form.sureValue.setText(pain_facts.sure_word(scene.cost))
        form.sureNote.setText(pain_facts.sure_note(row))
        form.laneValue.setText(leading(lane_pill(row.lane)) if row.graded else self.tr("Not graded"))
        form.laneNote.setText(lane_sentence(row.lane) if row.graded else self.tr("Grade the damage first."))
        _say(form.seenWords, pain_facts.seen_sentence(scene.cost))

    def _show_records(self, scene: PainScene, today: date) -> None:
        form, verbs = self.form, self._verbs
        form.decisionWords.setText(breakable(decision_words(scene.decision)))
        _say(form.decisionReason, scene.decision.reason if scene.decision else "")
        self.promises.show_lines(
            pain_records.promise_lines(scene, verbs, today),
            PainLine(self.tr("Nothing promised yet."), does=((self.tr("Promise…"), lambda: verbs.promise(scene)),)),
        )
        self.sites.show_lines(
            pain_records.site_lines(scene, verbs, self.late_sites), PainLine(self.tr("No site stands behind it yet."))
        )
        self.desk_told.show_lines(
            pain_records.desk_lines(scene, verbs),
            PainLine(
                self.tr("The service desk has not been told."),
                does=((self.tr("Tell the desk…"), lambda: verbs.tell_desk(scene)),),
            ),
        )
        self.follow_ups.show_lines(
            pain_records.follow_lines(scene, verbs),
            PainLine(
                self.tr("Nothing was changed yet that could have helped."),
                does=((self.tr("Follow-up…"), lambda: verbs.follow_up(scene)),),
            ),
        )

    def _show_evidence(self, scene: PainScene) -> None:
        form = self.form
        form.evidenceWords.setText(
            " · ".join(
                (
                    amounts.notes(scene.row.notes),
                    amounts.visits(scene.row.visits),
                    amounts.joined(list(scene.sites)) or amounts.sites(0),
                )
            )
            if scene.row.notes
            else self.tr("No note stands behind it.")
        )
        self.photos.show_photos(scene.witnesses)
        form.photos.setVisible(not self.photos.isHidden())
        if [each.note for each in scene.witnesses] != [each.note for each in self._witnesses]:
            self._witnesses = scene.witnesses
            self.notes.show_notes(scene.witnesses)
            self._fit_notes()
        form.notes.setVisible(bool(scene.witnesses))
        form.notesHint.setVisible(bool(scene.witnesses))
        if scene.witnesses:
            form.notes.selectionModel().setCurrentIndex(
                self.notes.index(0, 0), form.notes.selectionModel().SelectionFlag.NoUpdate
            )

    def _answer(self, question: str) -> None:
        """The button beside one of the six questions."""
        verbs = self._verbs
        field = {"damage": "business_damage", "time": "time_to_damage", "effort": "effort_days",
                 "who": "engagement_owner"}.get(question)  # fmt: skip
        if field is not None:
            self._with(lambda scene: verbs.edit(scene, field))
        else:
            self._with(verbs.decide if question == "until" else verbs.tell_desk)

    def _with(self, verb: Callable[[PainScene], object]) -> None:
        if self.scene is not None:
            verb(self.scene)

    def _open_note(self, index: QModelIndex) -> None:
        self.visit_wanted.emit(self.notes.witness(index).visit.visit.id)

    def _toggle_working(self, on: bool) -> None:
        self.form.sumBox.setVisible(on)
        if on:
            self._sum_wanted = True
            self.form.sum.setText(self.tr("Adding up …"))
            self.working_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two tiles in a row where four have no room."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        form, px = self.form, self._theme.px
        narrow = self.width() < px(_FOUR_TILES)
        for place, tile in enumerate((form.hoursTile, form.moneyTile, form.sureTile, form.laneTile)):
            form.tiles.addWidget(tile, place // 2 if narrow else 0, place % 2 if narrow else place)
        for column in range(4):
            form.tiles.setColumnStretch(column, 1 if column < (2 if narrow else 4) else 0)
        form.sixGrid.setColumnMinimumWidth(0, px(105) if narrow else px(225))
        self._fit_notes()

    def _fit_notes(self) -> None:
        """As tall as the notes are, up to a height beyond which they scroll by themselves."""
        notes = self.form.notes
        notes.doItemsLayout()
        tall = sum(notes.sizeHintForRow(row) for row in range(min(self.notes.rowCount(), _MOST_MEASURED)))
        notes.setFixedHeight(min(tall + 4, self._theme.px(_NOTES)))


def _lines(slot: QVBoxLayout, name: str) -> PainLines:
    made = PainLines(name)
    slot.addWidget(made)
    return made


def _say(label: QLabel, words: str) -> None:
    """Nothing to say takes no room."""
    label.setText(breakable(words))
    label.setVisible(bool(words))
