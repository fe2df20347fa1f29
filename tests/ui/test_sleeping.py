"""What the system says before it sleeps, over a real message bus."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from shadow_app.ui.trust.sleeping import Sleeping

LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager")


@pytest.fixture
def address() -> Iterator[str]:
    """A bus of this test's own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("this machine has no dbus-daemon")
    with subprocess.Popen(
        [daemon, "--session", "--print-address=1", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


def test_logind_says_so_before(address: str, qtbot: QtBot) -> None:
    logind = QDBusConnection.connectToBus(address, "logind")
    assert logind.registerService("org.freedesktop.login1")
    parent = QObject()
    sleeping = Sleeping(parent, bus=QDBusConnection.connectToBus(address, "shadow"))
    assert sleeping.told
    # Nobody here grants a delay: that is no reason not to hear.
    qtbot.waitUntil(lambda: sleeping._asked is None, timeout=15_000)
    told = QDBusMessage.createSignal(*LOGIND, "PrepareForSleep")
    told.setArguments([True])
    with qtbot.waitSignal(sleeping.going, timeout=15_000):
        logind.send(told)
    sleeping.ready()
    for name in ("logind", "shadow"):
        QDBusConnection.disconnectFromBus(name)
