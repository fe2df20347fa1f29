"""Two programs write into one store at once: numbers without gaps, nothing lost, each sees the other's."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Callable
from threading import Thread

import pytest
from sqlalchemy import select

from factories import NOON, Firm
from shadow_app.bootstrap import Shadow
from shadow_app.domain.news import News
from shadow_app.insight.quick_entry import parse
from shadow_app.storage.health import examine
from shadow_app.storage.tables import change

NOTES = 200

Door = Callable[..., tuple[int, str, str]]


def test_the_window_and_the_command_line_write_at_once(
    shadow: Shadow, firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    command = (sys.executable, "-m", "shadow_app", "--store", str(shadow.store.path), "note")
    lines = "".join(f"! theirs {number} #email\n" for number in range(NOTES))
    shadow.store.written_elsewhere()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        answer: list[str] = []
        feeding = Thread(target=lambda: answer.extend(other.communicate(lines)[0].splitlines()))
        feeding.start()
        lexicon = shadow.catalogue.lexicon()
        for number in range(NOTES):
            shadow.capture.note(firm.visit.id, parse(f"! ours {number} #labels", lexicon), NOON)
        feeding.join()
    assert other.returncode == 0
    assert len(answer) == NOTES
    texts = {each.note.text for each in shadow.capture.timeline(firm.visit.id)}
    assert texts == {f"{who} {number}" for who in ("ours", "theirs") for number in range(NOTES)}
    with shadow.store.reading() as read:
        numbers = read.connection.scalars(select(change.c.seq).where(change.c.scope == firm.visit.id)).all()
    # The visit itself, and for every note the note and its tag.
    assert sorted(numbers) == list(range(1, 4 * NOTES + 2))
    assert shadow.store.written_elsewhere()
    assert not shadow.store.written_elsewhere()
    assert examine(shadow.store, full=True).complaints == ()


def test_what_fails_in_a_listener_does_not_make_a_note_look_unsaved(
    shadow: Shadow, firm: Firm, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[News] = []

    def fail(news: News) -> None:
        raise RuntimeError(f"needle {news}")

    shadow.store.listen(fail)
    shadow.store.listen(heard.append)
    with caplog.at_level(logging.DEBUG):
        note = shadow.capture.note(firm.visit.id, parse("needle in the news"), NOON)
    assert shadow.capture.shown(note.id).note == note
    assert [written.after for news in heard for written in news.records] == [note]
    assert "RuntimeError" in caplog.text
    assert "needle" not in caplog.text
