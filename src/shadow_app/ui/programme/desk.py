"""Programme: what the service desk hears of the trouble in the field, where effort goes, what was waited for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from shadow_app.figures.gap_bars import Legend, Pair, gap_bars
from shadow_app.insight.effort_share import EffortBasis, EffortShare
from shadow_app.insight.ticket_gap import ServiceGap
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_desk import Ui_ProgrammeDesk
from shadow_app.ui.desk import Desk
from shadow_app.ui.figure_view import Draw, FigureView
from shadow_app.ui.programme import words
from shadow_app.usecases.programme_scene import FieldScene

_MOST_ROWS = 12
_HOT = 3
_LITTLE = 0.01


class ProgrammeDesk(QWidget):
    """Two figures and a few sentences; nothing of it before IT's list is locked."""

    import_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("Desk and field")
        self.form = Ui_ProgrammeDesk()
        self.form.setupUi(self)
        self.silent, self.effort = FigureView(desk.theme), FigureView(desk.theme)
        self.silent.setAccessibleName(self.tr("How often a service fails people, and how often the desk hears of it"))
        self.effort.setAccessibleName(self.tr("Where effort goes and where it hurts"))
        for view, card in ((self.silent, self.form.silentCard), (self.effort, self.form.effortCard)):
            column = card.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(2, view)
        guide, actions, form = desk.guide, desk.actions, self.form
        actions.add(self, self.tr("Lock IT’s list"), lambda: guide.open_page("priorities"), "", form.gateOpen)
        form.take.clicked.connect(self.import_wanted)
        for part in (form.gate, form.nothing, form.scroll):
            part.hide()

    def show_field(self, field: FieldScene) -> None:
        """Show the comparison."""
        self.form.gate.setVisible(not field.open)
        self.form.nothing.setVisible(field.open and not field.counted)
        self.form.scroll.setVisible(field.open)
        self.form.silentCard.setVisible(field.counted)
        self._say_what_is_missing(field)
        if field.open:
            self._show_silent(field)
            self._show_effort(field)
            self._show_waits(field)

    def _say_what_is_missing(self, field: FieldScene) -> None:
        title = self.tr("The desk has not been asked yet")
        words = self.tr(
            "Import what the service desk counted per service, as a CSV file from its tool. Then this shows how much "
            "of the trouble in the field it never hears of."
        )
        if field.counted_for_all:
            title = self.tr("The desk counts for all units together")
            words = self.tr(
                "Choose “All units” above, or import a file that says of which business unit each count is."
            )
        self.form.nothingTitle.setText(title)
        self.form.nothingWords.setText(words)

    def _show_silent(self, field: FieldScene) -> None:
        gap = field.gap
        part = gap.silent_share
        title = self.tr("Nothing to compare yet")
        if part is not None:
            heard = 1 - part
            some = amounts.percent(heard) if heard >= _LITTLE else self.tr("less than 1\u00a0%")
            title = self.tr("The service desk hears of {share} of it").format(
                share=some if heard else self.tr("nothing")
            )
        self.form.silentTitle.setText(title)
        self.form.silentWords.setText(
            self.tr(
                "How often a service fails people in a year, as far as the field shows, and how many tickets the desk "
                "counts. The thin line is where the first number most likely lies. One ticket may stand for many times."
            )
        )
        shown = [line for line in gap.counted if line.occurrences > 0][:_MOST_ROWS]
        self.silent.show_figure(self._draw_silent(field, shown), pickable=False)
        self.form.unheard.setText(self._unheard(field))
        self.form.unheard.setVisible(bool(self.form.unheard.text()))

    def _draw_silent(self, field: FieldScene, lines: Sequence[ServiceGap]) -> Draw:
        rows = [
            Pair(
                label=field.services[line.service_id].name,
                field=line.occurrences,
                desk=line.tickets,
                field_shown=self.tr("{n:|time|times}").format(n=words.times(line.occurrences)),
                desk_shown=self.tr("{n:|ticket|tickets}").format(n=words.times(line.tickets or 0)),
                note=self.tr("{share} silent").format(share=words.share(line.silent_share or 0.0)),
                low=line.spread.low,
                high=line.spread.high,
                hot=place < _HOT,
                key=str(line.service_id),
            )
            for place, line in enumerate(lines)
        ]
        legend = Legend(self.tr("in the field, a year"), self.tr("tickets, a year"))
        subject = self.tr("How often a service fails people, against tickets")
        return partial(gap_bars, rows, legend, subject=subject)

    def _unheard(self, field: FieldScene) -> str:
        names = field.services
        parts = []
        for lines, sentence in (
            (field.gap.unheard, self.tr("The desk hears nothing at all of {names}.")),
            (field.gap.uncounted, self.tr("The desk’s count says nothing of {names}.")),
        ):
            if lines:
                listed = amounts.joined([names[line.service_id].name for line in lines], 6)
                parts.append(sentence.format(names=listed))
        return "\n".join(parts)

    def _show_effort(self, field: FieldScene) -> None:
        effort = field.effort
        self.form.effortCard.setVisible(effort is not None)
        if effort is None:
            return
        title = self.tr("{share} of the effort would have to move to where it hurts")
        self.form.effortTitle.setText(title.format(share=amounts.percent(effort.elsewhere)))
        basis = (
            self.tr("Effort is the hours that IT spends on tickets.")
            if effort.basis is EffortBasis.HOURS
            else self.tr("Effort is the number of tickets: their hours are not known for every service.")
        )
        rest = self.tr("What hurts is the time that people lose, weighed by the damage.")
        self.form.effortWords.setText(f"{basis} {rest}")
        self.effort.show_figure(self._draw_effort(field, effort), pickable=False)

    def _draw_effort(self, field: FieldScene, effort: EffortShare) -> Draw:
        lines = sorted(effort.lines, key=lambda line: -abs(line.gap))[:_MOST_ROWS]
        lines.sort(key=lambda line: -line.gap)
        rows = [
            Pair(
                label=field.services[line.service_id].name,
                field=line.field,
                desk=line.effort,
                field_shown=amounts.percent(line.field),
                desk_shown=amounts.percent(line.effort),
                note=self.tr("too little") if line.gap > 0 else self.tr("more than it hurts"),
                hot=place < _HOT and line.gap > 0,
                key=str(line.service_id),
            )
            for place, line in enumerate(lines)
        ]
        legend = Legend(self.tr("where it hurts"), self.tr("where effort goes"))
        return partial(gap_bars, rows, legend, subject=self.tr("Share of the harm and share of the effort"))

    def _show_waits(self, field: FieldScene) -> None:
        waits, silence = field.waits, field.silence
        self.form.waitCard.setVisible(bool(waits.notes) or silence.share is not None)
        part = waits.expired_share
        title = self.tr("What people waited for")
        if part is not None:
            title = self.tr("{share} of what people had asked for was no longer needed in the end").format(
                share=amounts.percent(part)
            )
        self.form.waitTitle.setText(title)
        sentences = []
        if waits.notes:
            counts = self.tr("{notes} of waiting: {settled} settled, {expired} of them no longer needed, {open} open.")
            sentences.append(
                counts.format(
                    notes=amounts.notes(waits.notes),
                    settled=amounts.whole(waits.settled),
                    expired=amounts.whole(waits.expired),
                    open=amounts.whole(waits.open),
                )
            )
        if waits.mean_days is not None:
            mean = self.tr("It took {days} on average where the dates are known.")
            sentences.append(mean.format(days=words.days(round(waits.mean_days))))
        if silence.share is not None:
            asked = (
                self.tr("Where we asked, {share} of it was never reported to the desk.")
                if silence.telling
                else self.tr("Asked about in {notes}, never reported in {silent}: too few to tell.")
            )
            notes, silent = amounts.notes(silence.notes), amounts.whole(silence.silent_notes)
            sentences.append(asked.format(share=words.share(silence.share), notes=notes, silent=silent))
        self.form.waitWords.setText(" ".join(sentences))
