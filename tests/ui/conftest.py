"""A desk that pages can sit at, over the small firm or over the demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import Guide
from factories import Firm
from plain_text import rich_dialogs
from shadow_app.bootstrap import Shadow, wire
from shadow_app.settings import Settings
from shadow_app.storage.store import Store
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.language import speak
from shadow_app.ui.news import NewsDesk
from shadow_app.ui.theme import Theme


@pytest.fixture(autouse=True)
def _gone() -> None:
    """The widgets of the test before are gone for good, or a new look is worked out for every one of them as well.

    pytest-qt asks for it with `deleteLater`, which takes effect in the next event loop: after the new window's look.
    """
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _dialogs_are_plain(qtbot: QtBot) -> Iterator[None]:
    """No dialog that a test has opened takes text from people for rich text, whatever it holds."""
    yield
    assert list(rich_dialogs()) == []


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The program speaks English, whose plurals are in a catalogue as well."""
    speak(qapp, "en")
    return qapp


@pytest.fixture
def shadow(store: Store, firm: Firm) -> Shadow:
    """A small firm's use cases; Ann is at the desk."""
    return wire(store, Settings(name="Ann", shadower_id=firm.ann.id))


@pytest.fixture
def guide() -> Guide:
    return Guide()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def desk(shadow: Shadow, theme: Theme, guide: Guide) -> Iterator[Desk]:
    """A desk over the small firm."""
    yield from _desk(shadow, theme, guide)


@pytest.fixture
def demo_desk(demo: Shadow, theme: Theme, guide: Guide) -> Iterator[Desk]:
    """A desk over the demo, to look at."""
    yield from _desk(demo, theme, guide)


def _desk(shadow: Shadow, theme: Theme, guide: Guide) -> Iterator[Desk]:
    jobs = Jobs(shadow.store.interrupt_reading, lambda error: guide.complain(str(error)))
    yield Desk(shadow, jobs, theme, Actions(), guide)
    jobs.close()


@pytest.fixture
def news(shadow: Shadow) -> NewsDesk:
    """What the small firm's store tells the screen."""
    made = NewsDesk()
    shadow.store.listen(made.post)
    return made
