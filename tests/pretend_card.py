"""A sound card that is none, in the place of the library `sounddevice`: what the code here asks of it, and no more.

It hears what a test says and calls back on a thread of its own, as PortAudio does.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

BLOCK = 1_600
"""Samples in a block: a tenth of a second."""


class PortAudioError(Exception):
    """As the library calls it."""


class CallbackStop(Exception):
    """As the library calls it."""


class Card(ModuleType):
    """Put in `sys.modules` by `plugged_in`."""

    PortAudioError = PortAudioError
    CallbackStop = CallbackStop

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.microphone = self.loudspeaker = True
        self.allowed = True
        self.open: list[_Stream] = []
        self.heard = bytearray()
        """What was played."""
        self.RawInputStream: Callable[..., _Stream] = lambda **asked: self._stream(_Input, asked)
        self.RawOutputStream: Callable[..., _Stream] = lambda **asked: self._stream(_Output, asked)

    def check_input_settings(self, **_asked: Any) -> None:
        if not self.microphone:
            raise PortAudioError("Error querying device -1")

    def say(self, seconds: float, sample: bytes = b"\x10\x20") -> None:
        """Speak into every microphone that is open."""
        for stream in [each for each in self.open if isinstance(each, _Input)]:
            stream.run(sample * round(seconds * 16_000))

    def listen(self) -> None:
        """Let every loudspeaker ask for what it shall play, until it is through."""
        for stream in [each for each in self.open if isinstance(each, _Output)]:
            stream.run(b"")

    def pull_out(self) -> None:
        """The device goes."""
        for stream in list(self.open):
            stream.end()

    def _stream(self, kind: type[_Stream], asked: dict[str, Any]) -> _Stream:
        assert (asked.pop("samplerate"), asked.pop("channels"), asked.pop("dtype")) == (16_000, 1, "int16")
        return kind(self, **asked)


class _Stream:
    def __init__(self, card: Card, callback: Callable[..., None], finished_callback: Callable[[], None]) -> None:
        if not (card.microphone if isinstance(self, _Input) else card.loudspeaker):
            raise PortAudioError("Error opening stream: no device")
        self.card, self.callback, self.finished = card, callback, finished_callback

    def start(self) -> None:
        if not self.card.allowed:
            raise PortAudioError("Error starting stream: not allowed")
        self.card.open.append(self)

    def abort(self, ignore_errors: bool = True) -> None:
        self.end()

    def close(self, ignore_errors: bool = True) -> None:
        pass

    def end(self) -> None:
        if self in self.card.open:
            self.card.open.remove(self)
            self.finished()

    def run(self, sound: bytes) -> None:
        """On a thread of its own, and wait for it."""
        thread = threading.Thread(target=self.blocks, args=(sound,))
        thread.start()
        thread.join()

    def blocks(self, sound: bytes) -> None:
        raise NotImplementedError


class _Input(_Stream):
    def blocks(self, sound: bytes) -> None:
        try:
            for at in range(0, len(sound), 2 * BLOCK):
                self.callback(sound[at : at + 2 * BLOCK], BLOCK, None, None)
        except CallbackStop:
            self.end()


class _Output(_Stream):
    def blocks(self, sound: bytes) -> None:
        del sound
        try:
            while True:
                out = bytearray(2 * BLOCK)
                try:
                    self.callback(memoryview(out), BLOCK, None, None)
                finally:
                    self.card.heard += out
        except CallbackStop:
            self.end()


def plugged_in(monkeypatch: pytest.MonkeyPatch) -> Card:
    """The card in the library's place."""
    card = Card()
    monkeypatch.setitem(sys.modules, "sounddevice", card)
    return card
