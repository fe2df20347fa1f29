"""A minute at somebody's open or locked laptop: keyring and environment prove nothing about who asks.

Whoever changes what opens a store says its passphrase, and a code that was made up is no code (decision 0021).
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from shadow_app.bootstrap import open_shadow
from shadow_app.domain.errors import WrongKey
from shadow_app.settings import Settings
from shadow_app.storage import keys, team_key
from shadow_app.storage.keyfile import key_path
from shadow_app.storage.store import Store
from shadow_app.ui import key_dialogs
from shadow_app.ui.actions import Actions
from shadow_app.ui.key_dialogs import UnlockDialog
from shadow_app.ui.theme import Theme
from shadow_app.ui.trust.locked_page import LockedPage
from shadow_app.usecases.key_care import KeyCare
from shadow_app.usecases.protecting import Protecting
from shadow_app.usecases.ways_in import WayIn

WORDS = "a cold loading bay"
MADE_UP = "0000-0000-0000-0000-0000-0000-0000"
CHEAP = keys.Cost(memory_kib=8, passes=1)


class WinVaultKeyring:
    """A keyring in memory that bears the name of a system's own."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        self.held.pop((service, username), None)


WinVaultKeyring.__module__ = "keyring.backends.Windows"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store that the keyring opens, and a passphrase; its owner is signed in and has gone for coffee."""
    ring = WinVaultKeyring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    path = tmp_path / "shadow.db"
    made = keys.create(path, passphrase=WORDS, use_keyring=True, cost=CHEAP)
    assert made.in_keyring
    Store(path, made.key).close()
    return path


@pytest.fixture
def protecting(path: Path) -> Iterator[Protecting]:
    with closing(open_shadow(Settings(), path)) as shadow:
        yield Protecting(shadow.store)


@pytest.mark.parametrize("said", ["", "a guess at it"])
def test_a_code_that_opens_for_ever_is_not_made_for_whoever_guesses(
    protecting: Protecting, path: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    before = key_path(path).read_bytes()
    with pytest.raises(WrongKey):
        protecting.new_recovery_code(said)
    assert key_path(path).read_bytes() == before
    assert protecting.new_recovery_code(WORDS)


def test_the_terminal_asks_for_the_passphrase_as_well(path: Path, tmp_path: Path) -> None:
    thief = team_key.word_of(team_key.make(tmp_path / "thief.key", "the keys of a thief", cost=CHEAP))
    folder, before = tmp_path / "backups", key_path(path).read_bytes()
    for guess in (None, "a guess at it"):
        care = KeyCare(path, folder, passphrase=guess)
        for change in (
            care.new_recovery_code,
            care.remove_recovery_code,
            lambda care=care: care.add_team_key(thief),
            lambda care=care: care.use_keyring(False),
            lambda care=care: care.use_keyring(True),
        ):
            with pytest.raises(WrongKey):
                change()
    assert key_path(path).read_bytes() == before
    proven = KeyCare(path, folder, passphrase=WORDS)
    assert proven.new_recovery_code()
    proven.use_keyring(False)
    assert len(keys.describe(path)) == 2
    proven.use_keyring(True)
    assert len(keys.describe(path)) == 3


def test_a_store_with_a_keyring_alone_still_gets_its_first_passphrase(tmp_path: Path, path: Path) -> None:
    bare = tmp_path / "bare.db"
    Store(bare, keys.create(bare, passphrase=None, use_keyring=True).key).close()
    assert KeyCare(bare, tmp_path / "backups").new_recovery_code()
    with closing(open_shadow(Settings(), bare)) as shadow:
        Protecting(shadow.store).set_passphrase(WORDS)
    assert keys.unlock(bare, passphrase=WORDS, find=lambda: None)


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot) -> UnlockDialog:
    made = UnlockDialog("What else opens your store?", other=True)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("by_code", [True, False])
def test_a_made_up_code_is_no_way_in_and_no_way_to_another_passphrase(
    path: Path, dialog: UnlockDialog, by_code: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    open_shadow(Settings(), path).close()
    dialog.form.use_code.setChecked(by_code)
    dialog.form.secret.setText(MADE_UP)
    with pytest.raises(WrongKey):
        dialog.way.key_of(path)


def test_a_key_of_ones_own_making_is_no_way_in(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    file = tmp_path / "thief.key"
    team_key.make(file, "the keys of a thief", cost=CHEAP)
    way = WayIn(team_file=file, team_passphrase="the keys of a thief", keyring=False)
    with pytest.raises(WrongKey):
        way.key_of(path)


def test_what_the_environment_said_in_the_morning_opens_nothing_that_was_locked(
    path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHADOW_PASSPHRASE", WORDS)
    monkeypatch.setattr(keyring, "get_keyring", WinVaultKeyring)
    asked: list[Any] = []
    window = QWidget()
    qtbot.addWidget(window)
    page = LockedPage(Theme(qapp, "light"), Actions(), window)
    page.unlock.connect(asked.append)
    page.form.keyring.click()
    with pytest.raises(WrongKey):
        asked[0].key_of(path)


def test_a_code_on_the_clipboard_is_in_no_history_and_goes(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_dialogs, "_CLIPBOARD_MILLISECONDS", 50)
    dialog = key_dialogs.RecoveryDialog(MADE_UP)
    qtbot.addWidget(dialog)
    dialog.form.copy.click()
    clipboard = QGuiApplication.clipboard()
    held = clipboard.mimeData()
    assert clipboard.text() == MADE_UP
    assert held is not None
    assert held.data("x-kde-passwordManagerHint").data() == b"secret"
    assert any("ExcludeClipboardContent" in each for each in held.formats())
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=15_000)
    dialog.form.copy.click()
    clipboard.setText("something else by now")
    key_dialogs.copy_secret("another one")
    clipboard.setText("something else by now")
    qtbot.wait(150)
    assert clipboard.text() == "something else by now"
    clipboard.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="no core files")
def test_a_process_that_dies_below_python_leaves_no_core(tmp_path: Path) -> None:
    lines = (
        "import resource as r, shadow_app.__main__ as m",
        "r.setrlimit(r.RLIMIT_CORE, (r.getrlimit(r.RLIMIT_CORE)[1],) * 2)",
        "m.main(['completion', 'bash'])",
        "print(r.getrlimit(r.RLIMIT_CORE)[0])",
    )
    environ = {**os.environ, "SHADOW_HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False, env=environ
    )
    assert (done.returncode, done.stdout.split()[-1]) == (0, "0"), done.stderr
