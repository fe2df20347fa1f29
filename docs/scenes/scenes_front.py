"""The pictures of the README: three screens, one of them light and dark."""

from __future__ import annotations

from stage import Stage


def live(stage: Stage) -> None:
    """A note chosen in the timeline, another being typed."""
    stage.visit("V01", "live")
    tab = stage.window.page("visits").live  # type: ignore[attr-defined]
    model = tab.timeline.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    jam = next(index for index in rows if "label printer jammed" in (index.data() or ""))
    tab.timeline.setCurrentIndex(jam)
    tab.timeline.scrollTo(jam)
    stage.settle()
    tab.bar.line.setFocus()
    stage.write("gun logs out when the screen locks ~2m x3 #login @loader")
    stage.shoot()
    tab.bar.line.clear()


def debrief(stage: Stage) -> None:
    """The first step of a debrief that is due."""
    stage.visit("V12", "debrief")
    stage.shoot()


def priorities(stage: Stage) -> None:
    """What costs the recruitment desks most."""
    choose_unit(stage, "Recruitment")
    stage.shoot()


def choose_unit(stage: Stage, word: str) -> None:
    """Priorities of the business unit with this word in its name."""
    page = stage.go("priorities")
    unit = page.form.unit
    place = next(place for place in range(unit.count()) if word in unit.itemText(place))
    unit.setCurrentIndex(place)
    page.choose_unit(unit.itemData(place))
    stage.settle()


SCENES = (live, debrief, priorities)
DARK = (priorities,)
