"""The pictures of "Together": two stores, a file between them, and a folder that stops answering."""

from __future__ import annotations

import shutil
import tempfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog
from stage import CTRL, SHIFT, Key, Stage

from shadow_app.domain.observation import Observation
from shadow_app.domain.pain_point import PainPoint
from shadow_app.domain.record import Record
from shadow_app.domain.team import TeamRole
from shadow_app.domain.visit import Visit
from shadow_app.domain.vocabulary import BusinessDamage
from shadow_app.storage.store import Store
from shadow_app.usecases.exchange import Exchange

BENS_NOTES = 34
INTRODUCED_UNTIL = datetime(2027, 6, 30, 22, tzinfo=timezone.utc)
DRIVE = Path(tempfile.gettempdir()) / "team-drive"
"""It stands in a picture, so its name must not be drawn."""
QUESTIONS, LAPTOPS, CAME_IN = 0, 1, 2


def together_hand_over(stage: Stage) -> None:
    """What goes into the file."""
    stage.go("exchange")
    stage.press(Key.Key_H, CTRL | SHIFT)
    dialog = stage.dialog()
    dialog.form.seal.setChecked(True)
    stage.shoot()
    stage.back()


def together_preview(stage: Stage) -> None:
    """Ben's file, before anything is taken."""
    page = stage.go("exchange")
    look_into_bens_file(stage, page)
    stage.shoot()


def together_taken(stage: Stage) -> None:
    """Three fields wait for an answer."""
    take_bens_file(stage)
    stage.shoot()
    stage.window.strip.hide()


def together_other(stage: Stage) -> None:
    """Neither of two values."""
    page: Any = stage.window.page("exchange")
    page.tray.answer(1)
    stage.settle()
    stage.press(Key.Key_E)
    stage.dialog()
    stage.shoot()
    stage.back()


def together_people(stage: Stage) -> None:
    """Whose laptops are known."""
    page = stage.go("exchange")
    introduce_ben(stage)
    page.load()
    stage.settle()
    page.form.tabs.setCurrentIndex(LAPTOPS)
    page.laptops.form.laptops.setCurrentIndex(page.laptops.model.index(1, 0))
    stage.shoot()


def together_came_in(stage: Stage) -> None:
    """Every arrival, each to be taken back."""
    page: Any = stage.window.page("exchange")
    page.form.tabs.setCurrentIndex(CAME_IN)
    stage.shoot()


def together_place(stage: Stage) -> None:
    """Choosing a folder."""
    shutil.rmtree(DRIVE, ignore_errors=True)
    DRIVE.mkdir()
    page: Any = stage.window.page("exchange")
    page.arrange()
    dialog = stage.dialog()
    dialog.form.folder.setChecked(True)
    dialog.form.address.setText(str(DRIVE))
    stage.shoot()


def together_met(stage: Stage) -> None:
    """The folder has been told everything."""
    page: Any = stage.window.page("exchange")
    dialog: QDialog = stage.dialog()
    dialog.form.keep.click()  # type: ignore[attr-defined]
    stage.back(None)
    stage.until(lambda: "told the folder" in page.foot.words)
    page.form.tabs.setCurrentIndex(QUESTIONS)
    stage.shoot()


def together_trouble(stage: Stage) -> None:
    """The folder does not answer."""
    page: Any = stage.window.page("exchange")
    shutil.rmtree(DRIVE)
    page.exchanging.meet()
    stage.until(lambda: page.exchanging.trouble)
    stage.window.strip.hide()
    stage.shoot()


def together_dark(stage: Stage) -> None:
    """What was written twice, one of three answered, in the dark."""
    page = stage.go("exchange")
    look_into_bens_file(stage, page)
    take_bens_file(stage)
    stage.window.strip.hide()
    page.tray.answer(1)
    stage.shoot()


def look_into_bens_file(stage: Stage, page: Any) -> None:
    """Ben has had everything, and has worked on; so has whoever sits here."""
    ben = Store(stage.folder / "ben.db", bytes(range(32)), author="Ben Okafor")
    try:
        _work_apart(stage, ben)
        Exchange(ben).send(stage.folder / "ben.shadow")
    finally:
        ben.close()
    stage.shadow.team.found()
    page.take_file(stage.folder / "ben.shadow")
    stage.until(lambda: page.passing.dialog is not None)
    dialog = stage.dialog()
    dialog.form.accept.setChecked(True)
    stage.settle()


def take_bens_file(stage: Stage) -> None:
    """Take in what the preview in front shows."""
    stage.dialog().form.take.click()
    stage.back(None)
    stage.until(lambda: "Received" in stage.window.strip.label.text())


def introduce_ben(stage: Stage) -> None:
    """Whoever leads says that Ben's laptop is a shadower's, for a while."""
    page: Any = stage.window.page("exchange")
    ben = next(seen for seen in page.exchanging.standing.others if seen.person == "Ben Okafor")
    stage.shadow.team.introduce(ben.device, TeamRole.SHADOWER, INTRODUCED_UNTIL)


def _work_apart(stage: Stage, ben: Store) -> None:
    here, first = stage.shadow.store, stage.folder / "everything.shadow"
    stage.shadow.exchange.send(first)
    bens = Exchange(ben)
    bens.take(bens.preview(first), accept=True)
    with ben.reading() as read:
        notes, visits, pains = read.where(Observation), read.where(Visit), read.where(PainPoint)
    _edit(ben, notes[5], text=f"{notes[5].text} Twice on Friday, and once the whole belt stood.", lost_minutes=18.0)
    _edit(here, notes[5], text=f"{notes[5].text} The driver rang the desk.", lost_minutes=6.0)
    _edit(ben, notes[9], business_damage=BusinessDamage(3))
    _edit(here, notes[9], business_damage=BusinessDamage(1))
    _edit(ben, pains[0], service_id=pains[1].service_id)
    _edit(here, pains[0], service_id=pains[2].service_id)
    with ben.work("Notes taken") as work:
        for number in range(BENS_NOTES):
            text = f"gate {number} asks for the badge twice"
            work.put(Observation(visit_id=visits[0].id, at=notes[0].at, text=text, kind=notes[0].kind))
        work.commit()


def _edit(store: Store, record: Record, **fields: Any) -> None:
    with store.work("Edited") as work:
        work.put(work.get(type(record), record.id).edited(**fields))
        work.commit()


SCENES = (
    together_hand_over,
    together_preview,
    together_taken,
    together_other,
    together_people,
    together_came_in,
    together_place,
    together_met,
    together_trouble,
)
DARK = (together_dark,)
