"""The pictures of reports, their release and export, and of the palette."""

from __future__ import annotations

from uuid import UUID

from scenes_monday import accept_all
from stage import CTRL, Key, Stage

from shadow_app.domain.record import TEAM
from shadow_app.domain.vocabulary import ReportKind
from shadow_app.ui.reports.choices import Choice


def visit_report(stage: Stage) -> None:
    """A visit's report, as the window shows it before it is printed."""
    first = next(card.visit.id for card in stage.shadow.planning.visits() if card.visit.number == "V01")
    choose_report(stage, ReportKind.VISIT, first)
    stage.shoot()


def reports_draft(stage: Stage) -> None:
    """Priorities that nobody has released."""
    accept_all(stage)
    choose_report(stage, ReportKind.PRIORITIES)
    stage.shoot()


def reports_release(stage: Stage) -> None:
    """What whoever releases is told."""
    stage.press(Key.Key_R, CTRL)
    stage.dialog()
    stage.shoot()
    stage.back()


def you_said(stage: Stage) -> None:
    """The page for a site."""
    office = next(card.visit.site_id for card in stage.shadow.planning.visits() if card.site == "City office")
    choose_report(stage, ReportKind.YOU_SAID, office)
    stage.shoot()


def reports_edition(stage: Stage) -> None:
    """The same page, released."""
    stage.press(Key.Key_R, CTRL)
    stage.dialog()
    stage.back(Key.Key_Return)
    stage.until(lambda: len(stage.shadow.releasing.editions()) == 1)
    stage.settle()
    stage.shoot()


def reports_export(stage: Stage) -> None:
    """Handing data to another tool."""
    stage.press(Key.Key_E, CTRL)
    stage.dialog()
    stage.shoot()
    stage.back()


def palette(stage: Stage) -> None:
    """Every action that would do something now, and a word of one."""
    choose_report(stage, ReportKind.PRIORITIES)
    stage.press(Key.Key_K, CTRL)
    stage.dialog()
    stage.write("release")
    stage.shoot()
    stage.back()


def choose_report(stage: Stage, kind: ReportKind, subject_id: UUID = TEAM) -> None:
    """Reports, with the report of this kind about a visit, a site or all in front."""
    page = stage.go("reports")
    choice = Choice(kind, subject_id)
    page.choose(choice)
    page.form.choices.setFocus()
    stage.until(lambda: page._shown is not None and page._shown.choice == choice)
    stage.settle()


SCENES = (visit_report, reports_draft, reports_release, you_said, reports_edition, reports_export, palette)
