"""A voice note has one shape; whatever else calls itself sound is refused."""

from __future__ import annotations

import io
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shadow_app.domain.errors import SoundTrouble
from shadow_app.domain.voice import MOST_BYTES, as_wav, is_voice, samples_of, seconds_of


@given(st.binary(min_size=2, max_size=400))
def test_what_was_heard_comes_back(samples: bytes) -> None:
    kept = samples[: len(samples) // 2 * 2]
    wav = as_wav(samples)
    assert samples_of(wav) == kept
    assert is_voice(wav)


def test_other_programs_can_play_it() -> None:
    # The standard library's reader, which knows the format and nothing of us.
    with wave.open(io.BytesIO(as_wav(b"\x01\x02" * 16_000))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert (file.getframerate(), file.getnframes()) == (16_000, 16_000)
        assert file.readframes(1) == b"\x01\x02"


def test_two_minutes_and_no_more() -> None:
    wav = as_wav(bytes(MOST_BYTES + 10))
    assert len(samples_of(wav)) == MOST_BYTES
    assert seconds_of(len(wav)) == 120.0


@pytest.mark.parametrize("nothing", [b"", b"\x01"])
def test_silence_of_no_length_is_no_recording(nothing: bytes) -> None:
    with pytest.raises(SoundTrouble, match="Nothing was heard"):
        as_wav(nothing)


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert not is_voice(data)


@given(st.integers(0, 43), st.integers(1, 255))
def test_a_header_with_one_wrong_byte_is_refused(place: int, by: int) -> None:
    wav = bytearray(as_wav(b"\x01\x02" * 100))
    wav[place] ^= by
    with pytest.raises(SoundTrouble, match="damaged"):
        samples_of(bytes(wav))


def test_a_cut_and_a_tail_are_refused() -> None:
    wav = as_wav(b"\x01\x02" * 100)
    assert not is_voice(wav[:-2])
    assert not is_voice(wav + b"\0\0")
    assert not is_voice(wav + b"LIST\x04\0\0\0abcd")
    assert seconds_of(0) == 0.0
