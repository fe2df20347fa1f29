"""The pictures of "A visit"."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from stage import CTRL, SHIFT, Key, Stage

LINES = (
    "! gun logs out when the screen locks #scanner @driver ~4m x3 !2",
    "! label printer jammed mid load #labels ~18m 6p !3",
    '+ belt restart card on the wall works #"sort control"',
    'told: route app freezes most mondays ~10m #"route planning"',
    '"we write it on the box with a marker"',
    "? why do loaders scan twice",
)
MINUTES_BETWEEN = 7


def visit_plan(stage: Stage) -> None:
    """The dialog that plans a visit."""
    stage.go("visits")
    planned: list[bool] = []

    def fill() -> None:
        # The dialog holds the loop of events until it closes, so it is filled from within.
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, fill)
            return
        form = dialog.form  # type: ignore[attr-defined]
        for field, text in ((form.site, "Harbour depot"), (form.role, "Driver")):
            field.setCurrentIndex(field.findText(text, Qt.MatchFlag.MatchStartsWith))
        form.focus.setFocus()
        stage.until(form.focus.hasFocus)
        stage.write("What stops a van from leaving?")
        stage.shoot()
        stage.press(Key.Key_Return)
        planned.append(True)

    QTimer.singleShot(50, fill)
    stage.press(Key.Key_N, CTRL)
    stage.until(lambda: planned)
    stage.back(None)


def visit_prepare(stage: Stage) -> None:
    """The visit that was just planned."""
    stage.until(stage.window.page("visits").prepare.isVisible)  # type: ignore[attr-defined]
    stage.shoot()


def visit_live(stage: Stage) -> None:
    """Six notes, and a line that offers what it seems to say."""
    visits: Any = stage.window.page("visits")
    visits.prepare.form.start.click()
    live = visits.live
    stage.until(live.isVisible)
    live.bar.line.setFocus()
    stage.until(live.bar.line.hasFocus)
    for line in LINES:
        stage.clock.pass_time(MINUTES_BETWEEN)
        stage.write(line)
        stage.press(Key.Key_Return)
        stage.settle()
    stage.clock.pass_time(MINUTES_BETWEEN)
    stage.write("wifi drops at door 9, walks back 3 min")
    stage.settle()
    stage.press(Key.Key_Tab)
    stage.shoot()
    stage.press(Key.Key_Return, CTRL)
    stage.settle()


def visit_pad(stage: Stage) -> None:
    """The strip that stays on top."""
    stage.press(Key.Key_F9)
    stage.settle()
    pad = next(each for each in QApplication.topLevelWidgets() if type(each).__name__ == "Pad" and each.isVisible())
    stage.shoot(pad)
    stage.press(Key.Key_F9)
    stage.window.activateWindow()
    stage.settle()


def visit_debrief(stage: Stage) -> None:
    """Notes that need their author."""
    stage.visit("V12", "debrief")
    stage.shoot()


def visit_read_back(stage: Stage) -> None:
    """What the host is asked."""
    stage.press(Key.Key_4, CTRL | SHIFT)
    stage.settle()
    stage.shoot()


def today_question(stage: Stage) -> None:
    """A lead's question, on Today of whoever wrote the note."""
    from scenes_monday import find

    settings = stage.go("settings")
    settings.open_section("Me")
    stage.press(Key.Key_S, CTRL)
    stage.settle()
    find(stage, "visit:V09 kind:pain")
    stage.press(Key.Key_Q)
    stage.dialog()
    stage.write("How often in a shift does the search fail?")
    stage.back(Key.Key_Return, CTRL)
    stage.go("today")
    stage.shoot()


SCENES = (
    visit_plan,
    visit_prepare,
    visit_live,
    visit_pad,
    visit_debrief,
    visit_read_back,
    today_question,
)
