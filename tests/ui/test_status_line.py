"""How saving stands, at the foot of every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from factories import Firm
from shadow_app.bootstrap import Shadow
from shadow_app.domain.errors import Refused, StoreTrouble, WrongKey
from shadow_app.ui.actions import Actions
from shadow_app.ui.desk import Desk
from shadow_app.ui.jobs import Jobs
from shadow_app.ui.main_window import MainWindow
from shadow_app.ui.pages import PAGES
from shadow_app.ui.status_line import SavingMark
from shadow_app.ui.theme import Theme

CLOCK = re.compile(r"saved \d\d:\d\d:\d\d")


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs(failed=lambda _error: None)
    yield made
    made.close()


@pytest.fixture
def mark(jobs: Jobs, qtbot: QtBot) -> SavingMark:
    made = SavingMark(jobs)
    qtbot.addWidget(made)
    return made


def _fail(error: BaseException) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def _run(qtbot: QtBot, jobs: Jobs, work: Callable[[], object], *, saves: bool = True) -> None:
    with qtbot.waitSignal(jobs.written, timeout=10_000):
        jobs.write(work, failed=lambda _error: None, saves=saves)


def test_it_says_nothing_until_something_is_saved(mark: SavingMark, jobs: Jobs, qtbot: QtBot) -> None:
    assert mark.isHidden()
    _run(qtbot, jobs, lambda: None, saves=False)
    assert mark.isHidden()
    _run(qtbot, jobs, lambda: None)
    assert CLOCK.fullmatch(mark.text())
    assert not mark.isHidden()


def test_what_takes_longer_is_announced(mark: SavingMark, jobs: Jobs, qtbot: QtBot) -> None:
    go_on = Event()
    jobs.write(lambda: go_on.wait(60))
    qtbot.waitUntil(lambda: mark.text() == "saving …", timeout=10_000)
    with qtbot.waitSignal(jobs.written, timeout=10_000):
        go_on.set()
    assert CLOCK.fullmatch(mark.text())


@pytest.mark.parametrize("error", [StoreTrouble("The disk is full."), RuntimeError("a mistake of ours")])
def test_why_it_is_not_saved_stays_until_something_is(
    mark: SavingMark, jobs: Jobs, qtbot: QtBot, error: Exception
) -> None:
    _run(qtbot, jobs, _fail(error))
    assert mark.text().startswith("Not saved: ")
    assert str(error) in mark.text() or "inside the program (RuntimeError)" in mark.text()
    assert mark.property("manner") == "trouble"
    _run(qtbot, jobs, _fail(Refused("Say why.")))
    _run(qtbot, jobs, lambda: None, saves=False)
    assert mark.text().startswith("Not saved: ")
    _run(qtbot, jobs, lambda: None)
    assert CLOCK.fullmatch(mark.text())
    assert mark.property("manner") == "plain"


@pytest.mark.parametrize("error", [Refused("Say why."), WrongKey("This passphrase does not open it.")])
def test_a_refusal_is_told_where_it_was_asked_for(mark: SavingMark, jobs: Jobs, qtbot: QtBot, error: Exception) -> None:
    _run(qtbot, jobs, _fail(error))
    assert mark.isHidden()


def test_every_page_shows_it(shadow: Shadow, firm: Firm, theme: Theme, qtbot: QtBot) -> None:
    actions = Actions()
    window, made = MainWindow(theme, actions), Jobs(shadow.store.interrupt_reading)
    qtbot.addWidget(window)
    window.fill(PAGES, Desk(shadow, made, theme, actions, window))
    window.resize(1100, 700)
    window.show()
    _run(qtbot, made, lambda: shadow.catalogue.keep(firm.email.edited(name="Mail")))
    assert window.status.saving is not None
    for page in window.pages():
        window.open_page(page.name)
        assert window.status.saving.isVisible(), page.name
        assert CLOCK.fullmatch(window.status.saving.text())
    window.empty()
    assert window.status.isHidden()
    made.close()
