"""The pictures of "The lead's Monday", chapters Pain points to Programme."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget
from scenes_front import choose_unit
from scenes_monday import ask_to_group, find, open_review
from stage import CTRL, SHIFT, Key, Stage


def pains(stage: Stage) -> None:
    """What hurts the business most comes first."""
    open_pains(stage)
    stage.shoot()


def pains_tell(stage: Stage) -> None:
    """The words to a site, drafted."""
    stage.press(Key.Key_T)
    stage.dialog()
    stage.shoot()
    stage.back()


def pains_sum(stage: Stage) -> None:
    """How a pain point's figures were worked out."""
    stage.press(Key.Key_I, CTRL)
    stage.settle()
    page: Any = stage.window.page("pain_points")
    bar = page.form.sceneScroll.verticalScrollBar()
    while bar.value() < bar.maximum():
        # It grows once the sum has found its height.
        bar.setValue(bar.maximum())
        stage.settle()
    stage.shoot()
    stage.press(Key.Key_I, CTRL)


def pains_decide(stage: Stage) -> None:
    """Putting off a pain point that was just grouped."""
    ask_to_group(stage)
    stage.back(Key.Key_Return)
    page = open_pains(stage)
    stage.press(Key.Key_F, CTRL)
    stage.until(page.form.find.hasFocus)
    stage.write("dock")
    stage.settle()
    stage.press(Key.Key_Escape)
    stage.settle()
    stage.press(Key.Key_D)
    stage.dialog()
    stage.press(Key.Key_2)
    stage.press(Key.Key_Tab)
    stage.write("Seen twice, told once; look again after the next visit.")
    stage.shoot()
    stage.back()


def priorities(stage: Stage) -> None:
    """What costs the recruitment desks most."""
    choose_unit(stage, "Recruitment")
    stage.shoot()


def priorities_sum(stage: Stage) -> None:
    """How the hours were worked out."""
    stage.press(Key.Key_1, CTRL)
    stage.shoot()
    stage.press(Key.Key_Escape)


def priorities_weights(stage: Stage) -> None:
    """What another judgement would change."""
    stage.press(Key.Key_W, CTRL | SHIFT)
    stage.shoot()
    stage.press(Key.Key_Escape)


def priorities_lists(stage: Stage) -> None:
    """IT's list, what people said, what the field showed."""
    stage.press(Key.Key_PageDown, CTRL)
    stage.shoot()
    stage.press(Key.Key_PageUp, CTRL)


def priorities_since(stage: Stage) -> None:
    """What has moved since a locked ranking, two notes later."""
    stage.press(Key.Key_L)
    stage.dialog()
    stage.write("Before the new template")
    stage.back(Key.Key_Return)
    find(stage, 'service:"Word processing" visit:V11 kind:pain')
    stage.press(Key.Key_A, CTRL)
    stage.settle()
    stage.press(Key.Key_S)
    stage.dialog()
    stage.write("Noted twice")
    stage.back(Key.Key_Return, CTRL)
    stage.go("priorities")
    stage.press(Key.Key_D, CTRL | SHIFT)
    stage.shoot()


def programme_next(stage: Stage) -> None:
    """Where to go next, and why."""
    programme(stage, "next")
    stage.shoot()


def programme_people(stage: Stage) -> None:
    """Who has been out."""
    programme(stage, "people")
    stage.shoot()


def programme_desk(stage: Stage) -> None:
    """What the service desk hears, beside what the field shows."""
    programme(stage, "desk")
    stage.shoot()


def programme_conversation(stage: Stage) -> None:
    """What a contact said they need."""
    programme(stage, "contacts")
    stage.press(Key.Key_Tab)
    stage.settle()
    stage.press(Key.Key_C)
    stage.dialog()
    stage.shoot()
    stage.back()


def review_dark(stage: Stage) -> None:
    """The inbox in the dark."""
    open_review(stage)
    stage.shoot()


def pains_dark(stage: Stage) -> None:
    """Pain points in the dark."""
    pains(stage)


def programme_map_dark(stage: Stage) -> None:
    """Where anybody has been, in the dark."""
    programme(stage, "map")
    stage.shoot()


def open_pains(stage: Stage) -> Any:
    """Pain points, the first one open."""
    page = stage.go("pain_points")
    stage.press(Key.Key_0, CTRL)
    page.form.pains.setFocus()
    stage.press(Key.Key_Home)
    stage.settle()
    return page


def programme(stage: Stage, view: str) -> None:
    """One view of the programme, by what the page calls it."""
    page = stage.go("programme")
    shown: QWidget = getattr(page, view)
    page.form.tabs.setCurrentWidget(shown)
    page.form.tabs.tabBar().setFocus()
    stage.settle()


SCENES = (
    pains,
    pains_tell,
    pains_sum,
    pains_decide,
    priorities,
    priorities_sum,
    priorities_lists,
    priorities_weights,
    priorities_since,
    programme_next,
    programme_people,
    programme_desk,
    programme_conversation,
)
DARK = (review_dark, pains_dark, programme_map_dark)
