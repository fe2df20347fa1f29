"""The head of the Programme page: its goals in words and how far they are reached."""

from __future__ import annotations

from PySide6.QtCore import QObject

from shadow_app.domain.programme import Programme
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_page import Ui_ProgrammePage
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.letters import breakable
from shadow_app.ui.programme import words
from shadow_app.usecases.programme_scene import CoverageScene

_LONGEST = 300
"""Letters of the goals that stand above the figures; the dialog has them all."""


class ProgrammeHead(QObject):
    """Fills heading and tiles."""

    def __init__(self, form: Ui_ProgrammePage) -> None:
        super().__init__()
        self.form = form
        form.nothing.hide()

    def show_coverage(self, seen: CoverageScene) -> None:
        """Show the programme and its four figures."""
        form, programme, progress = self.form, seen.programme, seen.progress
        form.heading.setText(programme.name if programme else self.tr("Programme"))
        form.nothing.setVisible(programme is None)
        counted = programme is not None or bool(progress.people or progress.visits)
        for tile in (form.outTile, form.visitsTile, form.blindTile, form.toldTile):
            # Four noughts say nothing to whoever begins.
            tile.setVisible(counted)
        form.about.setVisible(programme is not None)
        form.about.setText(breakable(self._about(programme)) if programme else "")
        form.outValue.setText(
            self.tr("{out} of {people}").format(out=amounts.whole(progress.out), people=amounts.whole(progress.people))
        )
        never = len(progress.never_out)
        never_words = self.tr("%Ln have never been out", "", never)
        everybody = self.tr("everybody has been out at some time") if progress.people else ""
        form.outNote.setText(never_words if never else everybody)
        self._show_visits(seen)
        self._show_blind(seen)
        form.toldValue.setText(amounts.sites(len(seen.not_told)))
        note = self.tr("visited, and told nothing for more than {days}")
        form.toldNote.setText(note.format(days=words.days(seen.tell_within_days)))

    def _about(self, programme: Programme) -> str:
        since = self.tr("Since {day}").format(day=day_words(programme.starts_on, MEDIUM))
        if programme.ends_on is not None:
            since = self.tr("{begins} to {ends}").format(
                begins=day_words(programme.starts_on, MEDIUM), ends=day_words(programme.ends_on, MEDIUM)
            )
        goals = " ".join(programme.goals.split())
        goals = goals if len(goals) <= _LONGEST else f"{goals[:_LONGEST].rstrip()} …"
        return " · ".join(part for part in (since, goals) if part)

    def _show_visits(self, seen: CoverageScene) -> None:
        progress, form = seen.progress, self.form
        value: str = amounts.whole(progress.visits)
        if progress.visits_wished:
            value = self.tr("{visits} of {wished}").format(visits=value, wished=amounts.whole(progress.visits_wished))
        form.visitsValue.setText(value)
        over = amounts.percent(progress.year.elapsed(seen.today))
        note = self.tr("{hours} h out; {share} of the year is over")
        form.visitsNote.setText(note.format(hours=amounts.hours(progress.hours), share=over))

    def _show_blind(self, seen: CoverageScene) -> None:
        form, field = self.form, seen.map
        form.blindValue.setText(amounts.percent(field.blind_share) if field.people_told else "–")
        been = len(field.sites) - len(field.never_visited)
        note = self.tr("of all hours worked; been at {been} of {all}")
        form.blindNote.setText(note.format(been=amounts.whole(been), all=amounts.sites(len(field.sites))))
