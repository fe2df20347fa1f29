"""Recording and playing at the boundary of the library, and once through the library itself where it is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pretend_card import plugged_in
from shadow_app.domain.errors import SoundTrouble
from shadow_app.domain.voice import LONGEST_SECONDS
from shadow_app.sound import device

REAL = """
import time
from shadow_app.sound import device
assert device.has_microphone()
ends = []
heard = device.Recording(lambda: ends.append("heard"))
until = time.monotonic() + 60
while not heard.seconds and time.monotonic() < until:
    time.sleep(0.01)
samples = heard.stop()
print(len(samples) > 0, max(memoryview(samples).cast("h")))
played = device.Playing(samples, lambda: ends.append("played"))
while "played" not in ends and time.monotonic() < until:
    time.sleep(0.01)
played.stop()
print("played" in ends)
"""
ALSA = """
pcm.!default { type plug
  slave { pcm { type file slave.pcm { type null } file "/dev/null" infile "INFILE" format "raw" }
          rate 16000 channels 1 format S16_LE } }
"""


def test_what_is_said_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    card = plugged_in(monkeypatch)
    assert device.has_microphone()
    recording = device.Recording()
    card.say(1.5, b"\x01\x02")
    assert recording.seconds == 1.5
    assert recording.stop() == b"\x01\x02" * 24_000
    assert not card.open
    assert len(recording.stop()) == 48_000  # stopped twice is stopped once


def test_what_is_said_after_the_end_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    card = plugged_in(monkeypatch)
    recording = device.Recording()
    stream = card.open[0]
    card.say(0.5)
    recording.stop()
    stream.run(b"\x7f\x7f" * 1_600)
    assert recording.seconds == 0.5


def test_what_is_dropped_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    card = plugged_in(monkeypatch)
    recording = device.Recording()
    card.say(1)
    recording.drop()
    assert recording.stop() == b""
    assert not card.open


def test_two_minutes_end_it(monkeypatch: pytest.MonkeyPatch) -> None:
    card, ended = plugged_in(monkeypatch), []
    recording = device.Recording(lambda: ended.append(True))
    card.say(LONGEST_SECONDS + 3)
    assert ended == [True]
    assert recording.seconds == LONGEST_SECONDS
    assert len(recording.stop()) == LONGEST_SECONDS * 32_000


def test_a_microphone_that_is_pulled_out_ends_it_and_keeps_what_was_said(monkeypatch: pytest.MonkeyPatch) -> None:
    card, ended = plugged_in(monkeypatch), []
    recording = device.Recording(lambda: ended.append(True))
    card.say(2)
    card.pull_out()
    assert ended == [True]
    assert len(recording.stop()) == 64_000


def test_a_stop_on_purpose_is_not_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    card, ended = plugged_in(monkeypatch), []
    device.Recording(lambda: ended.append(True)).stop()
    playing = device.Playing(b"\0\0" * 20_000, lambda: ended.append(True))
    playing.stop()
    playing.stop()
    assert ended == []
    assert not card.open


def test_a_recording_is_played_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    card, ended = plugged_in(monkeypatch), []
    device.Playing(b"\x01\x02" * 2_000, lambda: ended.append(True))
    card.listen()
    assert card.heard == b"\x01\x02" * 2_000 + bytes(2 * (3_200 - 2_000))
    assert ended == [True]


def test_no_device_and_no_permission_are_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    card = plugged_in(monkeypatch)
    card.allowed = False
    with pytest.raises(SoundTrouble, match="whether the system lets Shadow use it"):
        device.Recording()
    with pytest.raises(SoundTrouble, match="loudspeaker"):
        device.Playing(b"\0\0")
    card.microphone = card.loudspeaker = False
    assert not device.has_microphone()
    with pytest.raises(SoundTrouble):
        device.Recording()


@pytest.mark.parametrize("trouble", [ImportError("no module"), OSError("PortAudio library not found")])
def test_without_the_extra_or_portaudio_there_is_no_microphone(
    monkeypatch: pytest.MonkeyPatch, trouble: Exception
) -> None:
    def missing(_name: str) -> None:
        raise trouble

    monkeypatch.setattr(device, "import_module", missing)
    assert not device.has_microphone()
    with pytest.raises(SoundTrouble, match=r"shadow-app\[voice\]"):
        device.Recording()


def test_nothing_of_the_library_is_loaded_with_the_room() -> None:
    code = "import sys, shadow_app.bootstrap; print('sounddevice' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or importlib.util.find_spec("sounddevice") is None,
    reason="needs Linux and the extra `voice`",
)
def test_portaudio_itself_records_and_plays(tmp_path: Path) -> None:
    # ALSA's own device of nothing, which hears a file and plays into the void: no card is needed.
    heard = tmp_path / "heard.raw"
    heard.write_bytes(b"\x28\x23" * 160_000)
    (tmp_path / ".asoundrc").write_text(ALSA.replace("INFILE", str(heard)))
    surroundings = os.environ | {"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", REAL], capture_output=True, text=True, env=surroundings, timeout=120, check=False
    )
    if "PortAudio library not found" in done.stderr:
        pytest.skip("needs libportaudio2")
    assert done.stdout.split() == ["True", str(0x2328), "True"], done.stderr
