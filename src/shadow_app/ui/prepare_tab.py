"""The Prepare tab: what is settled before anybody goes out (`design.md` §6, `domain.md` §2.1–§2.4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from shadow_app.domain.decision import Commitment
from shadow_app.domain.listing import VisitCard
from shadow_app.domain.news import News
from shadow_app.domain.organisation import BusinessUnit, Organisation, Role, Site
from shadow_app.domain.people import Host, Shadower
from shadow_app.domain.ranking import AssumedRanking
from shadow_app.domain.record import Record
from shadow_app.domain.service import Service
from shadow_app.domain.visit import ConsentRecord, GuideAnswer, Visit
from shadow_app.domain.vocabulary import ConsentSubject, VisitState
from shadow_app.ui._compiled.ui_prepare_tab import Ui_PrepareTab
from shadow_app.ui.desk import Desk
from shadow_app.ui.growing_text import GrowingText
from shadow_app.ui.guide_questions import MUST_NOT
from shadow_app.ui.kept_text import Done, KeptText
from shadow_app.ui.may_void import may_void
from shadow_app.ui.prepare_view import NOT_ASKED, YES, PrepareView, suggested_pseudonym
from shadow_app.ui.ranking_editor import RankingEditor
from shadow_app.ui.trouble import words_for

if TYPE_CHECKING:
    # It brings the storage with it, which takes a while to import.
    from shadow_app.usecases.prep_sheet import PrepSheet

_NARROW = 860
_LINE, _WORDS = 2_000, 20_000
"""What the records have room for, in characters."""
_ON_THE_PAGE: tuple[type[Record], ...] = (
    *(Visit, Host, ConsentRecord, GuideAnswer, Commitment, AssumedRanking),
    *(Service, Site, Role, Shadower, BusinessUnit, Organisation),
)


class PrepareTab(QWidget):
    """Every field is saved when it is left; nothing that arrives overwrites what is being typed."""

    started = Signal()
    """The visit is live."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card: VisitCard | None = None
        self.sheet: PrepSheet | None = None
        self._stale = False
        self.form = Ui_PrepareTab()
        self.form.setupUi(self)
        self.view = PrepareView(self.form, self)
        self._tie_texts()
        self._connect()
        self.setEnabled(False)

    def open(self, card: VisitCard) -> None:
        """Prepare this visit."""
        if self.card is None or card.visit.id != self.card.visit.id:
            self.flush()
            self.sheet = None
            self.setEnabled(False)
            self.form.scroll.verticalScrollBar().setValue(0)
        self.card = card
        self._load()

    def shown(self) -> None:
        """The tab has come to the front."""
        if self._stale:
            self._load()

    def hear(self, news: News) -> None:
        """Something was written that may be on the page."""
        if self.card is None or not news.touches(*_ON_THE_PAGE):
            return
        self._look_again()

    def flush(self) -> None:
        """Save what stands in the fields and was not left yet."""
        if self.sheet is not None:
            for text in self._texts:
                text.leave()
            self._keep_when()

    def open_list(self) -> None:
        """Put IT's list in order."""
        if self.card is not None:
            self.editor = RankingEditor(self._desk, self.card.organisation_id, self.card.unit_id, self)
            self.editor.open()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was typed waits on a page that is out of sight."""
        self.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        self.view.arrange(narrow=event.size().width() < self._desk.theme.px(_NARROW))

    def _tie_texts(self) -> None:
        form = self.form
        lines: dict[str, QLineEdit | GrowingText] = {
            "focus": form.focus,
            "safety": form.safety,
            "agreement_ref": form.agreement,
        }
        self._facts = {name: self._tie(field, partial(self._keep_fact, name), _LINE) for name, field in lines.items()}
        self._facts["shift"] = self._tie(form.shift, partial(self._keep_fact, "shift"), 80)
        self._pseudonym = self._tie(form.pseudonym, self._keep_host, 200)
        self._name = self._tie(form.name, self._keep_host, 200)
        asked = {MUST_NOT: form.must_not, **self.view.guide.fields}
        self._answers = {key: self._tie(field, partial(self._answer, key), _WORDS) for key, field in asked.items()}
        self._texts = [*self._facts.values(), self._pseudonym, self._name, *self._answers.values()]

    def _tie(self, field: QLineEdit | GrowingText, save: Callable[[str, Done], None], most: int) -> KeptText:
        return KeptText(field, save, most, partial(self._too_long, field))

    def _connect(self) -> None:
        form, view, add = self.form, self.view, self._desk.actions.add
        form.when.editingFinished.connect(self._keep_when)
        view.part.chosen.connect(lambda value: self._change(participation=value))
        view.typical.chosen.connect(lambda value: self._change(typicality=value))
        view.chosen.chosen.connect(lambda value: self._change(host_selection=value))
        form.briefed.clicked.connect(lambda checked: self._change(safety_confirmed=checked))
        for subject, row in view.consents.items():
            row.chosen.connect(partial(self._agree, subject))
        consent = view.consents[ConsentSubject.NOTES]
        self._start = add(self, self.tr("Start the visit"), self._begin, "Ctrl+Return", form.start)
        add(self, self.tr("Open IT’s list…"), self.open_list, "Ctrl+I", form.it_open)
        add(self, self.tr("Go to the guide questions"), lambda: view.go(view.guide.stops[0]), "Ctrl+G")
        add(self, self.tr("Go to the consent"), lambda: view.go(consent), "Ctrl+E")

    def _look_again(self) -> None:
        if self.isVisible():
            self._load()
        else:
            self._stale = True

    def _load(self) -> None:
        assert self.card is not None
        self._stale = False
        planning, visit_id = self._desk.shadow.planning, self.card.visit.id
        name = f"prepare {id(self)}"
        self._desk.jobs.read(lambda: planning.sheet(visit_id), self._show, self._complain, supersedes=name)

    def _show(self, sheet: PrepSheet) -> None:
        anew = self.sheet is None
        self.card, self.sheet = sheet.card, sheet
        self.setEnabled(True)
        self.view.show(sheet, anew=anew)
        visit, host = sheet.card.visit, next(iter(sheet.hosts), None)
        for name, text in self._facts.items():
            text.show(getattr(visit, name), anew=anew)
        self._pseudonym.show(host.pseudonym if host else "", anew=anew)
        self._name.show(sheet.name, anew=anew)
        for key, text in self._answers.items():
            text.show(sheet.answers.get(key, ""), anew=anew)
        self._start.setEnabled(visit.state in (VisitState.PLANNED, VisitState.LIVE))

    def _begin(self) -> None:
        if self.card is None or self.sheet is None:
            return
        self.flush()
        planning, visit_id = self._desk.shadow.planning, self.card.visit.id
        # After what was flushed, and a visit that is live already stays as it is.
        self._desk.jobs.write(lambda: planning.start(visit_id), lambda _visit: self.started.emit(), self._complain)

    def _change(self, done: Done = lambda _saved: None, **fields: Any) -> None:
        planning = self._desk.shadow.planning
        self._write(lambda visit_id: planning.change(visit_id, **fields), done)

    def _keep_fact(self, name: str, text: str, done: Done) -> None:
        self._change(done, **{name: text})

    def _keep_when(self) -> None:
        assert self.card is not None
        shown, visit = self.form.when.dateTime(), self.card.visit
        day, clock = shown.date(), shown.time()
        # The wall clock at the site; its offset is added below.
        wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001
        if wall == visit.local_start.replace(tzinfo=None, second=0, microsecond=0):
            return
        offset = _offset(visit, wall)
        at = wall.replace(tzinfo=timezone(timedelta(minutes=offset)))
        self.card = replace(self.card, visit=visit.edited(starts_at=at, utc_offset=offset))
        self._change(starts_at=at, utc_offset=offset)

    def _keep_host(self, _text: str, done: Done) -> None:
        assert self.card is not None
        name, pseudonym = self._name.text, self._pseudonym.text
        if name and not pseudonym:
            pseudonym = suggested_pseudonym(self.card.role)
        planning = self._desk.shadow.planning
        self._write(lambda visit_id: planning.name_host(visit_id, pseudonym, name), done)

    def _answer(self, key: str, text: str, done: Done) -> None:
        planning = self._desk.shadow.planning
        self._write(lambda visit_id: planning.answer(visit_id, key, text), done)

    def _agree(self, subject: ConsentSubject, answer: str) -> None:
        assert self.card is not None
        planning, visit_id = self._desk.shadow.planning, self.card.visit.id
        given = None if answer == NOT_ASKED else answer == YES

        def asked(voided: list[str]) -> None:
            if not may_void(self.window(), voided):
                self._look_again()
            elif given is None:
                self._write(lambda visit_id: planning.unask(visit_id, subject))
            else:
                self._write(lambda visit_id: planning.agree(visit_id, subject, given))

        self._desk.jobs.read(lambda: planning.would_void(visit_id, subject, given), asked, self._complain)

    def _write(self, work: Callable[[UUID], object], done: Done = lambda _saved: None) -> None:
        assert self.card is not None
        visit_id = self.card.visit.id

        def then(_answer: object) -> None:
            done(True)

        def failed(error: BaseException) -> None:
            done(False)
            self._complain(error)
            self._look_again()

        self._desk.jobs.write(lambda: work(visit_id), then, failed)

    def _too_long(self, field: QWidget, length: int, most: int) -> None:
        words = self.tr(
            "“{field}” holds {length} characters and there is room for {most}; shorten it to have it saved."
        )
        number = QLocale().toString
        self._desk.guide.complain(words.format(field=field.accessibleName(), length=number(length), most=number(most)))

    def _complain(self, error: BaseException) -> None:
        self._desk.guide.complain(words_for(error))


def _offset(visit: Visit, wall: datetime) -> int:
    """Minutes east of UTC at the site on that day: summer time follows where the site's clock is this computer's."""

    def here(moment: datetime) -> int:
        offset = moment.astimezone().utcoffset()
        return 0 if offset is None else round(offset.total_seconds() / 60)

    return here(wall) if here(visit.starts_at) == visit.utc_offset else visit.utc_offset
