"""Which scenes are played in which window, and where their pictures are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from stage import Stage

DOCS = Path(__file__).resolve().parent.parent
FRONT, GUIDE = DOCS / "pictures", DOCS / "guide" / "pictures"


@dataclass(frozen=True)
class Act:
    """Scenes that follow one another in one window. A scene is a function; its name is the name of its picture."""

    name: str
    scenes: tuple[Callable[[Stage], None], ...]
    look: Literal["light", "dark"] = "light"
    size: tuple[int, int] = (1280, 800)
    folder: Path = GUIDE
    ending: str = ""
    """Put behind the names: the same scenes are played once light and once dark."""

    def pictures(self) -> tuple[Path, ...]:
        """Where its pictures are kept, in the order in which they are taken."""
        return tuple(self.folder / f"{scene.__name__}{self.ending}.png" for scene in self.scenes)


def acts() -> tuple[Act, ...]:
    """All of them; the long ones first, as two are played at a time."""
    import scenes_desk
    import scenes_front
    import scenes_monday
    import scenes_reports
    import scenes_together
    import scenes_visit

    wide = (1440, 900)
    return (
        Act("monday", scenes_monday.SCENES),
        Act("desk", scenes_desk.SCENES),
        Act("reports", scenes_reports.SCENES),
        Act("visit", scenes_visit.SCENES),
        Act("together", scenes_together.SCENES),
        Act("together_dark", scenes_together.DARK, look="dark"),
        Act("monday_dark", scenes_desk.DARK, look="dark"),
        Act("front_light", scenes_front.SCENES, size=wide, folder=FRONT, ending="_light"),
        Act("front_dark", scenes_front.DARK, look="dark", size=wide, folder=FRONT, ending="_dark"),
    )
