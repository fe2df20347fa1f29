"""The microphone and the loudspeaker of this computer, by the library `sounddevice` (PortAudio).

It is imported when it is first asked for: finding the devices may take a second, and most days need none. Everything
here may be called from any thread; what the card calls back comes on a thread of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import Any

from shadow_app.domain.errors import SoundTrouble
from shadow_app.domain.language import say
from shadow_app.domain.voice import MOST_BYTES, RATE, SAMPLE_BYTES

_SHAPE = {"samplerate": RATE, "channels": 1, "dtype": "int16"}


def library() -> Any | None:
    """`sounddevice`, or None: the extra is not installed, or PortAudio itself is missing (an OSError on import)."""
    try:
        return import_module("sounddevice")
    except (ImportError, OSError):
        return None


def has_microphone() -> bool:
    """Whether sound can be recorded here: the extra is there, and a device that takes our shape of sound."""
    sound = library()
    if sound is None:
        return False
    try:
        sound.check_input_settings(**_SHAPE)
    except (sound.PortAudioError, ValueError, OSError):
        return False
    return True


class Recording:
    """Sound being recorded, from its making until `stop` or `drop`. Held in memory: two minutes are 3.84 MB."""

    def __init__(self, ended: Callable[[], None] = lambda: None) -> None:
        """
        Args:
            ended: called on the card's thread when it ends by itself: two minutes are full, or the device is gone.

        Raises:
            SoundTrouble: there is no microphone, or the system does not let us listen.
        """
        self._ended = ended
        self._samples = bytearray()
        self._lock = threading.Lock()
        self._open = True
        sound = _library()
        self._stop_now = sound.CallbackStop
        try:
            self._stream = sound.RawInputStream(callback=self._heard, finished_callback=self._finished, **_SHAPE)
            self._stream.start()
        except (sound.PortAudioError, ValueError, OSError) as error:
            raise SoundTrouble(
                say(
                    "The microphone does not answer: look whether it is plugged in, whether another program holds it, "
                    "and whether the system lets Shadow use it."
                )
            ) from error

    @property
    def seconds(self) -> float:
        """How much has been heard."""
        return len(self._samples) / (RATE * SAMPLE_BYTES)

    def stop(self) -> bytes:
        """End it; the samples that were heard."""
        self._close()
        with self._lock:
            return bytes(self._samples)

    def drop(self) -> None:
        """End it and forget what was heard."""
        self._close()
        with self._lock:
            self._samples = bytearray()

    def _close(self) -> None:
        with self._lock:
            was_open, self._open = self._open, False
        if was_open:
            _quietly(self._stream)

    def _heard(self, data: Any, _frames: int, _time: Any, _flags: Any) -> None:
        with self._lock:
            if self._open:
                self._samples += bytes(data)[: MOST_BYTES - len(self._samples)]
            full = len(self._samples) >= MOST_BYTES
        if full:
            raise self._stop_now

    def _finished(self) -> None:
        if self._open:
            self._ended()


class Playing:
    """A voice note being played, from its making until it is through or `stop`."""

    def __init__(self, samples: bytes, ended: Callable[[], None] = lambda: None) -> None:
        """
        Args:
            samples: 16 bits little-endian, one channel.
            ended: called on the card's thread once it is through, or the device is gone.

        Raises:
            SoundTrouble: nothing here can play it.
        """
        self._samples, self._at = samples, 0
        self._ended = ended
        self._open = True
        sound = _library()
        self._stop_now = sound.CallbackStop
        try:
            self._stream = sound.RawOutputStream(callback=self._wanted, finished_callback=self._finished, **_SHAPE)
            self._stream.start()
        except (sound.PortAudioError, ValueError, OSError) as error:
            raise SoundTrouble(
                say("Nothing here can play the recording: look whether a loudspeaker or headphones are plugged in.")
            ) from error

    @property
    def over(self) -> bool:
        """Whether all of it has been handed to the loudspeaker."""
        return self._at >= len(self._samples)

    def stop(self) -> None:
        """Be silent."""
        was_open, self._open = self._open, False
        if was_open:
            _quietly(self._stream)

    def _wanted(self, out: Any, _frames: int, _time: Any, _flags: Any) -> None:
        part = self._samples[self._at : self._at + len(out)]
        self._at += len(part)
        out[: len(part)] = part
        out[len(part) :] = bytes(len(out) - len(part))
        if self.over:
            raise self._stop_now

    def _finished(self) -> None:
        if self._open:
            self._ended()


def _library() -> Any:
    sound = library()
    if sound is None:
        raise SoundTrouble(
            say(
                "Voice notes need an extra that is not installed here: shadow-app[voice], and "
                "on Linux libportaudio2 too."
            )
        )
    return sound


def _quietly(stream: Any) -> None:
    """Let a stream go. A device that was pulled out complains even of that, and there is nothing left to do."""
    stream.abort(ignore_errors=True)
    stream.close(ignore_errors=True)
