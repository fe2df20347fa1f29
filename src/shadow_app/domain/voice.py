"""A voice note: one short WAV file of one shape, and nothing else.

What is recorded here is 16,000 samples of 16 bits a second on one channel behind a plain header of 44 bytes. Whatever
comes from elsewhere must have exactly this shape, so that no decoder is ever fed with bytes that somebody made up.
"""

from __future__ import annotations

import struct
from typing import Final

from shadow_app.domain.errors import SoundTrouble
from shadow_app.domain.language import say

VOICE_TYPE: Final = "audio/wav"
RATE: Final = 16_000
"""Samples a second: speech up to 8 kHz, twice a telephone's."""
SAMPLE_BYTES: Final = 2
LONGEST_SECONDS: Final = 120
MOST_BYTES: Final = LONGEST_SECONDS * RATE * SAMPLE_BYTES
"""Of sound, without the header: 3.84 MB."""
_HEADER: Final = struct.Struct("<4sI4s4sIHHIIHH4sI")
_CHUNK_BEFORE: Final = 36


def as_wav(samples: bytes) -> bytes:
    """Samples, 16 bits little-endian, as a WAV file; what is longer than two minutes is cut off.

    Raises:
        SoundTrouble: there is not a single sample.
    """
    kept = samples[: min(len(samples) // SAMPLE_BYTES * SAMPLE_BYTES, MOST_BYTES)]
    if not kept:
        raise SoundTrouble(
            say("Nothing was heard, so there is nothing to keep: look at the microphone, then try again.")
        )
    return _header(len(kept)) + kept


def samples_of(wav: bytes) -> bytes:
    """The samples of a voice note.

    Raises:
        SoundTrouble: it is no recording of the one shape that is made here.
    """
    size = len(wav) - _HEADER.size
    if not 0 < size <= MOST_BYTES or size % SAMPLE_BYTES or wav[: _HEADER.size] != _header(size):
        raise SoundTrouble(say("This recording is damaged, or not one that Shadow made; the note stands without it."))
    return wav[_HEADER.size :]


def is_voice(wav: bytes) -> bool:
    """Whether it is a recording of the one shape that is made here."""
    try:
        samples_of(wav)
    except SoundTrouble:
        return False
    return True


def seconds_of(byte_size: int) -> float:
    """How long a voice note of so many bytes lasts."""
    return max(0, byte_size - _HEADER.size) / (RATE * SAMPLE_BYTES)


def _header(size: int) -> bytes:
    """RIFF/WAVE with one `fmt ` chunk (PCM, one channel) and one `data` chunk (Microsoft, "Multiple channel audio")."""
    return _HEADER.pack(
        *(b"RIFF", _CHUNK_BEFORE + size, b"WAVE"),
        *(b"fmt ", 16, 1, 1, RATE, RATE * SAMPLE_BYTES, SAMPLE_BYTES, 8 * SAMPLE_BYTES),
        *(b"data", size),
    )
