"""Programme: IT's teams and people; of a person only whether they have been out, and for how long."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from shadow_app.insight.outings import PersonOuting, TeamProgress
from shadow_app.ui import amounts
from shadow_app.ui._compiled.ui_programme_people import Ui_ProgrammePeople
from shadow_app.ui.dates import MEDIUM, day_words
from shadow_app.ui.desk import Desk
from shadow_app.ui.letters import breakable
from shadow_app.ui.programme import words
from shadow_app.ui.two_line_list import TwoLineDelegate, TwoLineModel, TwoLines
from shadow_app.usecases.programme_scene import CoverageScene


class ProgrammePeople(QWidget):
    """Teams on the left, the people of the chosen one on the right."""

    goal_wanted = Signal(object)
    """The team as it stands."""
    import_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = self.tr("People")
        self.form = Ui_ProgrammePeople()
        self.form.setupUi(self)
        self._teams: dict[object, TeamProgress] = {}
        self.teams, self.people = TwoLineModel(self), TwoLineModel(self)
        for view, model in ((self.form.teams, self.teams), (self.form.people, self.people)):
            view.setModel(model)
            view.setItemDelegate(TwoLineDelegate(desk.theme, view))
        self.form.teams.selectionModel().currentChanged.connect(self._show_people)
        self.form.teams.activated.connect(lambda _index: self.ask_goal())
        guide, actions, form = desk.guide, desk.actions, self.form
        self._goal = actions.add(self, self.tr("Set the goal of the team"), self.ask_goal, "F2", form.goal)
        actions.add(self, self.tr("Import the goals of teams"), self.import_wanted.emit, "Ctrl+Shift+T", form.take)
        actions.add(self, self.tr("Say who is in IT"), lambda: guide.open_page("settings"), "", form.settings)

    def show_coverage(self, seen: CoverageScene) -> None:
        """Show the teams; the chosen one stays chosen."""
        progress = seen.progress
        elapsed = progress.year.elapsed(seen.today)
        self._teams = {team.team: team for team in progress.teams}
        self.form.finding.setText(breakable(words.out_words(progress)))
        for part in (self.form.teamsCard, self.form.peopleCard, self.form.finding):
            part.setVisible(bool(progress.people))
        self.form.nothing.setVisible(not progress.people)
        index = self.form.teams.currentIndex()
        kept = self.teams.entry(index).key if index.isValid() else None
        self.teams.show_entries([self._team(team, elapsed) for team in progress.teams])
        place = self.teams.index_of(kept)
        self.form.teams.setCurrentIndex(place if place.isValid() else self.teams.index(0, 0))
        self._show_people()

    def ask_goal(self) -> None:
        """Ask for the goal of the chosen team."""
        team = self._chosen()
        if team is not None and team.team:
            self.goal_wanted.emit(team)

    def _team(self, team: TeamProgress, elapsed: float) -> TwoLines:
        name = team.team or self.tr("Without a team")
        out = self.tr("{name}: {out} of {people} out").format(
            name=name, out=amounts.whole(team.out), people=amounts.whole(len(team.people))
        )
        about = words.team_words(team)
        behind = team.behind(elapsed)
        if behind:
            about = self.tr("behind its goal · {about}").format(about=about)
        return TwoLines(team.team, out, about, urgent=behind)

    def _chosen(self) -> TeamProgress | None:
        index = self.form.teams.currentIndex()
        return self._teams.get(self.teams.entry(index).key) if index.isValid() else None

    def _show_people(self, *_indexes: QModelIndex) -> None:
        team = self._chosen()
        self._goal.setEnabled(team is not None and bool(team.team))
        self.form.peopleTitle.setText(breakable(team.team if team and team.team else self.tr("Without a team")).upper())
        self.people.show_entries([self._person(each) for each in team.people] if team else [])

    def _person(self, person: PersonOuting) -> TwoLines:
        if person.out:
            about = self.tr("out {hours} h this year").format(hours=amounts.hours(person.hours))
        elif person.last_on is not None:
            about = self.tr("not this year; last out {day}").format(day=day_words(person.last_on, MEDIUM))
        else:
            about = self.tr("never been out")
        return TwoLines(person.shadower.id, person.shadower.name, about, urgent=not person.ever)
