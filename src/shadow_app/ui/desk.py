"""What every page is given: the use cases, the threads, the look, and a way to say things and go places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable
from uuid import UUID

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from shadow_app.domain.news import News
from shadow_app.ui.actions import Actions
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.theme import Theme

if TYPE_CHECKING:
    # Storage takes a while to import; the window is painted before.
    from shadow_app.bootstrap import Shadow


T = TypeVar("T")

Step = Callable[[int, int], None]
"""(done, of)"""


class Guide(Protocol):
    """The window, as pages see it."""

    def say(self, text: str, *, here: bool = False) -> None:
        """Show a short message that goes away by itself; `here` when it names a key of the page in front."""

    def complain(self, text: str) -> None:
        """Show what went wrong until somebody has read it."""

    def offer(self, text: str, word: str, run: Callable[[], object]) -> None:
        """Show what was done until somebody closes it, with a button that does something about it."""

    def open_page(self, name: str, at: UUID | None = None) -> None:
        """Show another page by its name; `at` is what it should show, on a page that `GoesTo` it."""

    def open_visit(self, visit_id: UUID, tab: str = "") -> None:
        """Show a visit: `prepare`, `live` or `debrief`; by its state if not said."""


class Keeper(Protocol):
    """Who holds the store open, as pages see it."""

    def lock(self) -> None:
        """Close the store, drop its key, and show nothing until somebody unlocks it."""

    def idle_after(self, minutes: int) -> None:
        """Lock after so many minutes without a key or a move of the mouse; 0 for never."""

    def meanwhile(
        self, words: str, work: Callable[[Step], T], key_of: Callable[[T], bytes], then: Callable[[T], None]
    ) -> None:
        """Do what needs the store closed, and go on with the store that is there afterwards.

        Args:
            words: what the window says meanwhile.
            work: runs on the writing thread while this program has the store closed; it may say how far it is.
            key_of: the key (32 bytes) that opens the store afterwards, out of what `work` gave back.
            then: told what `work` gave back, on the screen's thread, over the pages that were made anew.
        """


@dataclass(frozen=True)
class Desk:
    """Handed to every page at birth; pages own nothing of it."""

    shadow: Shadow
    jobs: Jobs
    theme: Theme
    actions: Actions
    guide: Guide
    keeper: Keeper | None = None
    """None where nobody can close the store under the pages."""


class Page(Protocol):
    """One entry of the rail."""

    @property
    def name(self) -> str:
        """As `open_page` knows it."""

    @property
    def title(self) -> str:
        """As people read it."""

    @property
    def icon(self) -> str:
        """A name of `resources/icons`."""

    @property
    def widget(self) -> QWidget:
        """What the window shows."""

    def shown(self) -> None:
        """The page has come to the front."""

    def hear(self, news: News) -> None:
        """Something was written; redraw what it touches."""


@runtime_checkable
class HoldsText(Protocol):
    """A page on which something may be typed and not saved yet."""

    def unfinished(self) -> str:
        """The text that closing would lose."""

    def unsaved_pictures(self) -> tuple[bytes, ...]:
        """The picture files that closing would lose."""


@runtime_checkable
class HasPlace(Protocol):
    """A page on which somebody is somewhere, and comes back there after the store was locked."""

    def place(self) -> object:
        """Where they are, without a word of what is there; None for nowhere."""

    def come_back(self, place: object, line: str, pictures: tuple[bytes, ...], taken: Callable[[], None]) -> None:
        """Go there again; what was being written is put back, and `taken` is called once it stands there."""


@runtime_checkable
class GoesTo(Protocol):
    """A page that can be opened at one of the things it shows."""

    def go_to(self, at: UUID) -> None:
        """Show this note, pain point, site or unit; what is not there any more is said in a sentence."""


@runtime_checkable
class Begins(Protocol):
    """A page that knows what somebody does who has just made a store."""

    def begin(self) -> None:
        """Ask for it."""


@runtime_checkable
class HasFoot(Protocol):
    """A page with a line that stands at the foot of the window whichever page is in front."""

    @property
    def foot(self) -> QWidget:
        """The line."""


@runtime_checkable
class HasCount(Protocol):
    """A page on which things wait; their number stands beside its name in the rail."""

    counted: SignalInstance
    """(number)"""


@runtime_checkable
class TakesFiles(Protocol):
    """A page that does something with files which are dropped anywhere on the window."""

    def takes(self, path: Path) -> bool:
        """Whether it knows what to do with such a file."""

    def take_file(self, path: Path) -> None:
        """Do it."""


MakePage = Callable[[Desk, QWidget], Page]
"""Told where the page will stay: one that is moved once it is dressed is dressed anew, all of it."""
