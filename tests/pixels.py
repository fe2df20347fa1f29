"""The colour of one place of a picture."""

from __future__ import annotations

from PIL.Image import Image


def pixel(image: Image, at: tuple[int, int]) -> tuple[int, ...]:
    """Red, green and blue, 0 to 255."""
    found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return found
