"""The Live tab: timeline, capture bar, timers and details of one visit, wired to the use cases (`design.md` §6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.domain.observation import Observation
from shadow_app.domain.vocabulary import VisitState
from shadow_app.insight.quick_entry import Lexicon
from shadow_app.ui._compiled.ui_live_tab import Ui_LiveTab
from shadow_app.ui.alike_line import AlikeLine
from shadow_app.ui.bar_work import BarWork
from shadow_app.ui.capture_bar import CaptureBar
from shadow_app.ui.desk import Desk
from shadow_app.ui.details_panel import WIDTH
from shadow_app.ui.details_work import DetailsWork
from shadow_app.ui.live.actions import register
from shadow_app.ui.live.header import LiveHeader
from shadow_app.ui.live.notes import figures_of
from shadow_app.ui.live.visit import LiveVisit, Loaded
from shadow_app.ui.live.windows import LiveWindows
from shadow_app.ui.tab_order import in_order
from shadow_app.ui.timeline_model import TimelineModel
from shadow_app.ui.timeline_view import TimelineView
from shadow_app.ui.timer_work import TimerWork
from shadow_app.ui.timers_strip import TimersStrip
from shadow_app.ui.voice.strip import VoiceStrip
from shadow_app.ui.voice.work import VoiceWork

LEARN_AFTER = 4_000
"""Milliseconds without a key or a note after which the suggester learns."""
_MINUTE = 60_000
_NARROW, _SHORT = 940, 680
"""Below these (at 100 %) the details begin hidden, and the tiles make room for the timeline."""


class LiveTab(QWidget):
    """One visit while it happens. `open` shows a visit, `hear` keeps it up to date one row at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wants_details: bool | None = None
        """What the person last said about the details; None leaves it to the width of the window."""
        self.form = Ui_LiveTab()
        self.form.setupUi(self)
        self.header = LiveHeader(self.form)
        self.model = TimelineModel(self)
        self.timeline = TimelineView(desk.theme, self.model)
        self.bar = CaptureBar(desk.theme, Lexicon.empty())
        self.bar_work = BarWork(desk, self.bar, self)
        self.timers = TimersStrip(desk.theme)
        self.timer_work = TimerWork(desk, _now, self)
        self.timer_work.serve(self.timers)
        self.visit = LiveVisit(desk, self.model, self.timer_work, self)
        self.details_work = DetailsWork(desk, self)
        self.details = self.details_work.panel
        self.windows = LiveWindows(desk, self.timer_work, self)
        self.alike = AlikeLine(desk.theme)
        self.voice = VoiceWork(desk, self)
        self.voice_strip = VoiceStrip(desk.theme, self.voice)
        self._place()
        self._connect()
        register(self, desk.actions)
        self.learning = _timer(self, LEARN_AFTER, self._learn, single=True)
        _timer(self, _MINUTE, self._show_figures).start()
        desk.theme.changed.connect(self._dress)
        self._dress()

    def open(self, card: VisitCard) -> None:
        """Show a visit."""
        if self.visit.visit_id != card.visit.id:
            self.details.commit()
            self.alike.show_rows([])
            self.bar_work.go_to(card.visit.id)
            self.voice.go_to(card.visit.id)
        self.visit.open(card)

    def shown(self) -> None:
        """The tab has come to the front: the line is where one writes."""
        self.voice.look()
        self.to_line()

    def hear(self, news: News) -> None:
        """Redraw what a commit touched."""
        self.visit.hear(news)

    def bars(self) -> tuple[CaptureBar, ...]:
        """Where one writes: the line, and the pad's once there is one."""
        pad = self.windows.pad
        return (self.bar,) if pad is None else (self.bar, pad.bar)

    def to_line(self) -> None:
        """Back to where one writes."""
        self.bar.setFocus()

    def to_timeline(self) -> None:
        """To the last note."""
        self.timeline.setFocus()
        self.timeline.go_to_last()

    def show_details(self, shown: bool) -> None:
        """Show or hide the panel at the side."""
        if not shown and self.details.isAncestorOf(self.focusWidget() or self):
            self.to_line()
        self.details.setVisible(shown)
        self.form.details.setChecked(shown)
        self._show_current(self.timeline.note_id)

    def choose_details(self, shown: bool) -> None:
        """Show or hide the details, and remember that it was wished."""
        self._wants_details = shown
        self.show_details(shown)

    def find_next(self) -> None:
        """Go to the next note that holds what is in the search field."""
        if not self.timeline.go_to_next(self.form.find.text()):
            self._desk.guide.say(self.tr("No note of this visit holds these words."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window keeps what one writes with."""
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees any more that the microphone is open, so it is closed; what was heard is kept."""
        super().hideEvent(event)
        self.voice.keep()
        self.voice.silence()

    def _place(self) -> None:
        form = self.form
        form.timelineSlot.addWidget(self.timeline)
        form.timersSlot.addWidget(self.timers)
        form.alikeSlot.addWidget(self.alike)
        form.alikeSlot.addWidget(self.voice_strip)
        form.voice.hide()
        for button in (form.voice, form.pad, form.offRecord):
            button.setText(f" {button.text()}")
        form.find.setPlaceholderText(self.tr("Find in this visit    Ctrl+F"))
        form.captureSlot.addWidget(self.bar)
        form.detailsSlot.addWidget(self.details)
        form.centre.setStretch(form.centre.indexOf(form.timelineSlot), 1)
        examples = (
            self.tr("gun logged out again #handheld ~6m"),
            self.tr("! label printer jams, six stood waiting 6p ~10m"),
            self.tr("“we keep a spare roll in the sock drawer” @loader"),
        )
        self.timeline.say_when_empty(self.tr("Write what you see and press Enter"), examples)
        timers = (self.timers.waiting, self.timers.working_around, self.timers.activity, self.timers.name)
        strip = (self.voice_strip.stop, self.voice_strip.forget)
        under = (form.voice, form.pad, form.offRecord, self.alike.button, *strip)
        # Down the page; the capture bar and the details follow as they are.
        in_order((form.find, form.state, form.details, self.timeline, *timers, *under))

    def _connect(self) -> None:
        self.visit.loaded.connect(self._loaded)
        self.visit.card_changed.connect(self._show_card)
        self.visit.notes_changed.connect(self._refreshed)
        self.timeline.chosen.connect(self._show_current)
        self.timeline.opened.connect(self._open_details)
        self.timeline.removal_asked.connect(self.details_work.remove)
        self.timeline.left.connect(self.to_line)
        self.details.left.connect(self.to_line)
        self.details.hide_asked.connect(lambda: self.choose_details(False))
        self.timers.left.connect(self.to_line)
        self.windows.back.connect(self.to_line)
        self._connect_voice()
        self.bar_work.saved.connect(self._saved)
        self.bar_work.looks_like.connect(self.alike.show_rows)
        self.alike.chosen.connect(self._go_to)
        self.bar.words_changed.connect(self._put_off_learning)
        self.form.find.returnPressed.connect(self.find_next)

    def _connect_voice(self) -> None:
        voice, box = self.voice, self.details.voices
        box.play_asked.connect(voice.play)
        box.removal_asked.connect(voice.detach)
        box.record_asked.connect(lambda: voice.toggle(self.details.note_id))
        self.voice_strip.stop.clicked.connect(voice.keep)
        self.windows.off_record.connect(voice.drop)
        for told in (voice.found, voice.changed):
            told.connect(self._show_voice)

    def _show_voice(self) -> None:
        voice = self.voice
        self.form.voice.setVisible(voice.can_record)
        self.details.voices.show_state(can_record=voice.can_record, recording=voice.recording, heard=voice.playing)

    def _loaded(self, loaded: Loaded) -> None:
        visit_id = self.visit.visit_id
        assert visit_id is not None
        self.details_work.use_names(loaded.names)
        self.bar_work.use(visit_id, loaded.lexicon, loaded.names)
        self.windows.use(visit_id, loaded.lexicon, loaded.names, self.header.site.text())
        self._show_figures()
        self._show_current(self.timeline.note_id)
        if self.timeline.note_id is None:
            self.timeline.go_to_end()

    def _refreshed(self, changed: set[UUID]) -> None:
        self._show_figures()
        self.learning.start()
        if self.timeline.note_id in changed:
            self._show_current(self.timeline.note_id)

    def _saved(self, note: Observation) -> None:
        # The news of it came first, so its row is there.
        row = self.model.row_of(note.id)
        if row is not None and not self.timeline.hasFocus():
            self.timeline.reveal(row)

    def _show_current(self, note_id: UUID | None) -> None:
        shown = None if note_id is None else self.visit.notes.of(note_id)
        number = 0 if note_id is None else (self.model.row_of(note_id) or 0) + 1
        self.details_work.show_note(shown, number)

    def _open_details(self, note_id: UUID) -> None:
        self.choose_details(True)
        if self.timeline.hasFocus():
            self.details.focus_text()

    def _go_to(self, note_id: object) -> None:
        if isinstance(note_id, UUID) and self.timeline.go_to(note_id):
            self.timeline.setFocus()
        else:
            self._desk.guide.say(self.tr("That note belongs to another visit; you will find it on its page."))

    def _show_figures(self) -> None:
        self.header.show_figures(figures_of(self.visit.notes.all(), _now()), self.visit.on_offer)
        quotes = 0 if self.visit.quotes_asked else sum(bool(row.note.quote) for row in self.visit.notes.all())
        self.header.show_unasked(quotes)

    def _show_card(self) -> None:
        card = self.visit.card
        assert card is not None
        self.header.show_visit(card)
        words = {
            VisitState.PLANNED: self.tr("Start visit"),
            VisitState.LIVE: self.tr("Finish visit"),
        }.get(card.visit.state, self.tr("Go back to the field"))
        # The blank keeps the words off the icon.
        self.form.state.setText(f" {words}")

    def _learn(self) -> None:
        suggesting = self._desk.shadow.suggesting
        self._desk.jobs.write(suggesting.learn, saves=False)

    def _put_off_learning(self) -> None:
        if self.learning.isActive():
            self.learning.start()

    def _fit(self) -> None:
        px = self._desk.theme.px
        self.form.find.setFixedWidth(min(px(230), self.width() // 5))
        self.form.tiles.setVisible(self.height() >= px(_SHORT))
        self.details.setFixedWidth(min(px(WIDTH), max(280, self.width() * 2 // 5)))
        if self._wants_details is None:
            wide = self.width() >= px(_NARROW)
            if wide == self.details.isHidden():
                self.show_details(wide)

    def _dress(self) -> None:
        self.header.dress(self._desk.theme)
        self._fit()


def _now() -> datetime:
    return datetime.now().astimezone()


def _timer(parent: QWidget, every: int, run: Callable[[], None], *, single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(every)
    timer.setSingleShot(single)
    timer.timeout.connect(run)
    return timer
