"""Pictures as files, compared by what the eye can tell apart."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops

APART = 32
"""Of 255, in one colour of a pixel: less is the rounding of the edges of letters on another machine."""
STRAY = 60
"""So many pixels may be further apart: half a letter."""


def packed(picture: Image.Image) -> bytes:
    """A PNG without loss: a palette of 256 colours is smaller by half, and shifts the greys where a photo is shown."""
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def difference(picture: bytes, kept: Path) -> str:
    """In words what differs between a picture just taken and the kept one; empty when nothing does."""
    if not kept.is_file():
        return "is not there"
    now, then = Image.open(io.BytesIO(picture)).convert("RGB"), Image.open(kept).convert("RGB")
    if now.size != then.size:
        return "is {} x {} pixels, the window shows {} x {}".format(*then.size, *now.size)
    apart = ImageChops.difference(now, then)
    furthest = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2])
    told = furthest.point([0] * APART + [255] * (256 - APART))
    pixels = told.histogram()[255]
    if pixels <= STRAY:
        return ""
    left, top, right, bottom = told.getbbox() or (0, 0, 0, 0)
    return f"differs in {pixels} pixels between ({left}, {top}) and ({right}, {bottom})"
